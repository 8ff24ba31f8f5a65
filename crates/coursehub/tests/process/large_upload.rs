//! The largest upload, and what it costs the hub's memory, read from the system.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use flate2::Crc;
use flate2::read::GzDecoder;
use hub_sample::site::{Family, Kind, SimulatedSite, SiteOptions};
use hub_testkit::small_course;
use tokio::process::Child;

use crate::served::Service;

/// The largest file of the default settings, `package_max_bytes`.
const LARGEST: usize = 2 << 30;
/// More than this the hub may not hold on to while it takes and reads the file.
const MEMORY_KB: u64 = 64 * 1024;
/// The job has read the file by then.
const PATIENCE: Duration = Duration::from_secs(150);
/// Data of a stored block of deflate (RFC 1951, 3.2.4), and what it is with its header.
const BLOCK: usize = 65_535;
const STORED_BLOCK: usize = BLOCK + 5;
/// Header and trailer of gzip (RFC 1952, 2.3).
const GZIP_FRAME: usize = 18;
/// Block of a tar archive.
const TAR_BLOCK: usize = 512;

/// Why a test over two seconds: the limit is what is tested.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_of_two_gib_stays_out_of_memory() {
    let folder = tempfile::tempdir().unwrap();
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "School")).await.unwrap();
    let service = Service::new(folder.path(), std::slice::from_ref(&site));
    let mut hub = service.start().await;
    site.register(&service.url()).await.unwrap();
    let course = small_course(1);
    let id = site.register_course(&service.url(), &course, Kind::Share, 0).await.unwrap();
    let token = site.hub(&service.url()).unwrap().token;
    let tar = tar_of(&site.back_up(&course));

    let before = memory_kb(&hub, "VmRSS");
    forget_peak(&hub);
    let began = Instant::now();
    let listen = service.listen();
    let sending = tokio::task::spawn_blocking(move || send(&listen, id, &token, &tar));
    let answer = sending.await.unwrap();
    let (uploaded, peak) = (began.elapsed(), memory_kb(&hub, "VmHWM"));
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    // The link that only the end of the archive holds: the reader has passed over everything before it.
    let state = loop {
        let state = package_state(&service, id).await;
        if state != "reading" {
            break state;
        }
        assert!(began.elapsed() < PATIENCE, "the package is not read: {}", service.log());
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    let (read, peak_read) = (began.elapsed().saturating_sub(uploaded), memory_kb(&hub, "VmHWM"));
    println!(
        "{LARGEST} bytes taken in {uploaded:.1?}, read in {read:.1?}; resident {before} kB before, at most {peak} kB \
         while taking, {peak_read} kB while reading"
    );
    hub.kill().await.unwrap();
    assert_eq!(state, "refused unsafe_entry_type");
    assert!(peak_read - before < MEMORY_KB, "{} kB more than before", peak_read - before);
}

/// The tar inside a backup without its end.
fn tar_of(backup: &[u8]) -> Vec<u8> {
    let mut tar = Vec::new();
    GzDecoder::new(backup).read_to_end(&mut tar).unwrap();
    tar.truncate(tar.len() - 2 * TAR_BLOCK);
    tar
}

/// Sends the classic form with a backup of exactly the largest size: the tar, a large file, a link, the tar's end.
fn send(listen: &str, id: i64, token: &str, tar: &[u8]) -> String {
    let full_blocks = (LARGEST - GZIP_FRAME) / STORED_BLOCK;
    let last_block = (LARGEST - GZIP_FRAME) % STORED_BLOCK - 5;
    let unpacked = full_blocks * BLOCK + last_block;
    // Whatever does not fill a block of the tar follows its end as zeros.
    let large = (unpacked - tar.len() - 4 * TAR_BLOCK) / TAR_BLOCK * TAR_BLOCK;
    let hash = "ab".repeat(20);
    let mut head = tar.to_vec();
    head.extend(tar_header(&format!("files/ab/{hash}"), large, b'0'));
    let mut tail = tar_header("files/link", 0, b'2').to_vec();
    tail.resize(unpacked - head.len() - large, 0);

    let boundary = "------------------------0123456789abcdef";
    let field = |name: &str, value: &str| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let before = field("filetype", "backup")
        + &field("courseid", &id.to_string())
        + &format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mbz\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
    let after = format!("\r\n{}--{boundary}--\r\n", field("token", token));
    let mut stream = TcpStream::connect(listen).unwrap();
    let length = before.len() + LARGEST + after.len();
    let request = format!(
        "POST /local/hub/webservice/upload.php HTTP/1.1\r\nHost: {listen}\r\nContent-Length: {length}\r\n\
         Content-Type: multipart/form-data; boundary={boundary}\r\nConnection: close\r\n\r\n{before}"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut gzip = Stored::begin(&mut stream, unpacked);
    gzip.write(&head);
    let noise = noise();
    let mut left = large;
    while left > 0 {
        let piece = left.min(noise.len());
        gzip.write(&noise[..piece]);
        left -= piece;
    }
    gzip.write(&tail);
    gzip.end();
    stream.write_all(after.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// A gzip stream whose blocks are stored as they are, so that its length is known before it is written.
struct Stored<'s> {
    stream: &'s mut TcpStream,
    block: Vec<u8>,
    crc: Crc,
    left: usize,
}

impl<'s> Stored<'s> {
    fn begin(stream: &'s mut TcpStream, unpacked: usize) -> Self {
        stream.write_all(&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]).unwrap();
        Self { stream, block: Vec::with_capacity(BLOCK), crc: Crc::new(), left: unpacked }
    }

    fn write(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let piece = bytes.len().min(BLOCK - self.block.len());
            self.block.extend_from_slice(&bytes[..piece]);
            bytes = &bytes[piece..];
            if self.block.len() == BLOCK {
                self.flush();
            }
        }
    }

    fn flush(&mut self) {
        self.left -= self.block.len();
        let length = u16::try_from(self.block.len()).unwrap();
        let [low, high] = length.to_le_bytes();
        self.stream.write_all(&[u8::from(self.left == 0), low, high, !low, !high]).unwrap();
        self.stream.write_all(&self.block).unwrap();
        self.crc.update(&self.block);
        self.block.clear();
    }

    fn end(mut self) {
        self.flush();
        assert_eq!(self.left, 0, "the last block is the last one");
        self.stream.write_all(&self.crc.sum().to_le_bytes()).unwrap();
        self.stream.write_all(&self.crc.amount().to_le_bytes()).unwrap();
    }
}

/// A megabyte that does not repeat itself.
fn noise() -> Vec<u8> {
    let mut state = 88_172_645_463_325_252_u64;
    let words = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    });
    words.take(1 << 17).flatten().collect()
}

/// A header of POSIX ustar as Moodle writes it.
fn tar_header(name: &str, size: usize, kind: u8) -> [u8; TAR_BLOCK] {
    let mut header = [0; TAR_BLOCK];
    let mut put = |at: usize, text: &str| header[at..at + text.len()].copy_from_slice(text.as_bytes());
    put(0, name);
    put(100, "0000644\0");
    put(108, "0000000\0");
    put(116, "0000000\0");
    put(124, &format!("{size:011o}\0"));
    put(136, "12073342000\0");
    put(148, "        ");
    put(257, "ustar");
    put(263, "00");
    header[156] = kind;
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    header
}

fn memory_kb(hub: &Child, line: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", hub.id().unwrap())).unwrap();
    let line = status.lines().find_map(|found| found.strip_prefix(line)?.strip_prefix(':')).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// Makes `VmHWM` begin anew (proc(5), `clear_refs`).
fn forget_peak(hub: &Child) {
    std::fs::write(format!("/proc/{}/clear_refs", hub.id().unwrap()), "5").unwrap();
}

/// State and codes of the package of a version.
async fn package_state(service: &Service, id: i64) -> String {
    let url = format!("sqlite:{}", service.folder.join("hub.sqlite").display());
    let stopped = hub_testkit::StoppedHub::open(&url, &service.folder).await;
    let state = stopped.package_state(id).await;
    stopped.close().await;
    state
}
