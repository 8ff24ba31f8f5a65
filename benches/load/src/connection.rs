//! One kept-alive connection of HTTP/1.1.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

/// No call of these measurements takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection and the last answer on it.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    body_at: usize,
    end: usize,
}

impl Connection {
    /// Connects; sends without delay.
    pub fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, buffer: vec![0; 256 * 1024], body_at: 0, end: 0 })
    }

    /// Sends a request and reads its whole answer; gives the bytes of the answer, head included.
    ///
    /// # Errors
    /// If the connection breaks or the status is not 200.
    pub fn exchange(&mut self, request: &[u8]) -> Result<usize> {
        self.stream.write_all(request)?;
        let (mut read, mut whole) = (0, None);
        loop {
            if read == self.buffer.len() {
                self.buffer.resize(2 * read, 0);
            }
            let more = self.stream.read(&mut self.buffer[read..])?;
            if more == 0 {
                bail!("the hub closed the connection");
            }
            read += more;
            if whole.is_none()
                && let Some(at) = find(&self.buffer[..read], b"\r\n\r\n")
            {
                let head = std::str::from_utf8(&self.buffer[..at])?;
                if !head.starts_with("HTTP/1.1 200 ") {
                    bail!("not answered with 200: {head}");
                }
                self.body_at = at + 4;
                whole = Some(self.body_at + content_length(head)?);
            }
            if whole.is_some_and(|whole| read >= whole) {
                self.end = read;
                return Ok(read);
            }
        }
    }

    /// The body of the last answer.
    pub fn body(&self) -> &[u8] {
        &self.buffer[self.body_at..self.end]
    }
}

fn content_length(head: &str) -> Result<usize> {
    let mut headers = head.lines().filter_map(|line| line.split_once(':'));
    let length =
        headers.find(|(name, _)| name.eq_ignore_ascii_case("content-length")).map(|(_, value)| value);
    length.context("an answer without its length")?.trim().parse().context("a length that is no number")
}

/// Where `wanted` begins.
pub fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
