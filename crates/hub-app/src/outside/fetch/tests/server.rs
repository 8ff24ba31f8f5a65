//! A server on loopback that answers as a test says.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// What a request gets.
#[derive(Clone)]
pub(super) enum Reply {
    /// These bytes.
    Raw(Vec<u8>),
    /// Nothing, the connection stays open.
    Hang,
    /// A head, then one byte after another, slowly, for ever.
    Drip,
    /// A head, then bytes for ever.
    Endless,
}

impl Reply {
    pub(super) fn status(status: u16) -> Self {
        Self::Raw(format!("HTTP/1.1 {status} So\r\nContent-Length: 0\r\n\r\n").into_bytes())
    }

    pub(super) fn redirect(location: &str) -> Self {
        let head = format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        Self::Raw(head.into_bytes())
    }

    pub(super) fn body(length: usize) -> Self {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\n\r\n");
        Self::Raw([head.into_bytes(), vec![b'x'; length]].concat())
    }
}

/// Ends with the test's runtime.
pub(super) struct Server {
    address: SocketAddr,
    seen: Seen,
    task: tokio::task::JoinHandle<()>,
}

type Seen = Arc<Mutex<Vec<String>>>;
type Answer = Arc<dyn Fn(&str) -> Reply + Send + Sync>;

impl Server {
    /// Listens on 127.0.0.1; `answer` gets method and target, such as `GET /`.
    pub(super) async fn start(answer: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Self {
        Self::start_on(Ipv4Addr::LOCALHOST.into(), answer).await.unwrap()
    }

    /// `None` if the machine has no such address.
    pub(super) async fn start_on(
        ip: IpAddr,
        answer: impl Fn(&str) -> Reply + Send + Sync + 'static,
    ) -> Option<Self> {
        let listener = TcpListener::bind((ip, 0)).await.ok()?;
        let address = listener.local_addr().unwrap();
        let (seen, answer): (Seen, Answer) = (Arc::default(), Arc::new(answer));
        let recorded = Arc::clone(&seen);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&recorded), Arc::clone(&answer)));
            }
        });
        Some(Self { address, seen, task })
    }

    pub(super) fn port(&self) -> u16 {
        self.address.port()
    }

    pub(super) fn url(&self, path: &str) -> Url {
        format!("http://{}{path}", self.address).parse().unwrap()
    }

    pub(super) fn named(&self, host: &str, path: &str) -> Url {
        format!("http://{host}:{}{path}", self.port()).parse().unwrap()
    }

    /// The whole heads of the requests so far.
    pub(super) fn heads(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }

    /// Methods and targets of the requests so far.
    pub(super) fn requests(&self) -> Vec<String> {
        self.heads().iter().map(|head| request_of(head).to_owned()).collect()
    }

    /// The `Host` of each request.
    pub(super) fn hosts(&self) -> Vec<String> {
        let host = |head: &String| head.split("host: ").nth(1)?.split("\r\n").next().map(str::to_owned);
        self.heads().iter().filter_map(host).collect()
    }

    /// Stops listening.
    pub(super) async fn stop(self) {
        self.task.abort();
        assert!(self.task.await.unwrap_err().is_cancelled());
    }
}

fn request_of(head: &str) -> &str {
    head.split(" HTTP/1.1").next().unwrap()
}

async fn serve(mut stream: TcpStream, seen: Seen, answer: Answer) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let Ok(byte) = stream.read_u8().await else { return };
        head.push(byte);
    }
    let head = String::from_utf8(head).unwrap();
    let reply = answer(request_of(&head));
    seen.lock().unwrap().push(head);
    // Errors below mean that the client has gone, as it should in some tests.
    match reply {
        Reply::Raw(bytes) => {
            let _ = stream.write_all(&bytes).await;
        }
        Reply::Hang => std::future::pending().await,
        Reply::Drip => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await;
            while stream.write_all(b"x").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
        Reply::Endless => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await;
            while stream.write_all(&[b'x'; 4_096]).await.is_ok() {}
        }
    }
}
