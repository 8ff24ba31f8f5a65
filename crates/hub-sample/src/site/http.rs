//! A small HTTP/1.1 client that sends exactly the bytes it is told: the classic clients' header order and their
//! `Host` without port are part of the protocol, and no library would send them so.

use std::io::Read;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::SiteError;

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Header names in lower case and values, in order.
    pub headers: Vec<(String, String)>,
    /// The body, chunks joined and decompressed.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of the first header of that name (lower case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }
}

/// A request to be sent as it is.
pub(super) struct Request<'a> {
    pub(super) method: &'a str,
    pub(super) url: &'a url::Url,
    /// In order; nothing is added.
    pub(super) headers: Vec<(&'a str, String)>,
    pub(super) body: Vec<u8>,
}

/// How long curl waits for `100 Continue` before it sends the body all the same.
const CONTINUE_WAIT: Duration = Duration::from_secs(1);
/// No classic call waits longer (classic protocol notes, section 4.1: 300 s in all).
const TOTAL_TIME: Duration = Duration::from_mins(5);

/// Sends a request over a new connection and reads the answer.
pub(super) async fn send(request: Request<'_>) -> Result<Answer, SiteError> {
    tokio::time::timeout(TOTAL_TIME, exchange(request)).await.map_err(|_| SiteError::Timeout)?
}

async fn exchange(request: Request<'_>) -> Result<Answer, SiteError> {
    let url = request.url;
    if url.scheme() != "http" {
        return Err(SiteError::Unsupported(url.to_string()));
    }
    let host = url.host_str().ok_or_else(|| SiteError::Unsupported(url.to_string()))?;
    let stream = TcpStream::connect((host, url.port_or_known_default().unwrap_or(80))).await?;
    stream.set_nodelay(true)?;
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut head = format!("{} {}{query} HTTP/1.1\r\n", request.method, url.path());
    for (name, value) in &request.headers {
        head.push_str(name);
        head.push_str(": ");
        head.push_str(value);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    let mut received = Incoming { stream, buffer: Vec::new() };
    received.stream.write_all(head.as_bytes()).await?;
    if request.headers.iter().any(|(name, _)| *name == "Expect") {
        // A final answer instead of 100 means that the server does not want the body.
        if let Ok(early) = tokio::time::timeout(CONTINUE_WAIT, received.head()).await {
            let early = early?;
            if early.0 != 100 {
                return received.rest(early, request.method).await;
            }
        }
    }
    received.stream.write_all(&request.body).await?;
    received.stream.flush().await?;
    loop {
        let head = received.head().await?;
        if head.0 != 100 {
            return received.rest(head, request.method).await;
        }
    }
}

type Head = (u16, Vec<(String, String)>);

struct Incoming {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Incoming {
    async fn more(&mut self) -> Result<bool, SiteError> {
        Ok(self.stream.read_buf(&mut self.buffer).await? > 0)
    }

    /// Bytes up to and including `end`.
    async fn until(&mut self, end: &[u8]) -> Result<Vec<u8>, SiteError> {
        loop {
            if let Some(at) = self.buffer.windows(end.len()).position(|window| window == end) {
                return Ok(self.buffer.drain(..at + end.len()).collect());
            }
            if !self.more().await? {
                return Err(SiteError::Broken("the connection ended early"));
            }
        }
    }

    async fn exactly(&mut self, length: usize) -> Result<Vec<u8>, SiteError> {
        while self.buffer.len() < length {
            if !self.more().await? {
                return Err(SiteError::Broken("the body is shorter than said"));
            }
        }
        Ok(self.buffer.drain(..length).collect())
    }

    async fn head(&mut self) -> Result<Head, SiteError> {
        let head = self.until(b"\r\n\r\n").await?;
        let head = String::from_utf8_lossy(&head).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
        let status = status.ok_or(SiteError::Broken("there is no status line"))?;
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        Ok((status, headers))
    }

    async fn rest(mut self, (status, headers): Head, method: &str) -> Result<Answer, SiteError> {
        let mut answer = Answer { status, headers, body: Vec::new() };
        if method == "HEAD" || status == 204 || status == 304 {
            return Ok(answer);
        }
        let is_chunked =
            answer.header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked"));
        let length = answer.header("content-length").and_then(|value| value.parse().ok());
        let body = if is_chunked {
            self.chunks().await?
        } else if let Some(length) = length {
            self.exactly(length).await?
        } else {
            while self.more().await? {}
            self.buffer
        };
        answer.body = decompress(answer.header("content-encoding"), body)?;
        Ok(answer)
    }

    async fn chunks(&mut self) -> Result<Vec<u8>, SiteError> {
        let mut body = Vec::new();
        loop {
            let line = self.until(b"\r\n").await?;
            let line = String::from_utf8_lossy(&line).into_owned();
            let size = line.split(';').next().unwrap_or_default().trim();
            let size =
                usize::from_str_radix(size, 16).map_err(|_| SiteError::Broken("a chunk has no size"))?;
            if size == 0 {
                while self.until(b"\r\n").await? != b"\r\n" {}
                return Ok(body);
            }
            body.extend(self.exactly(size).await?);
            self.exactly(2).await?;
        }
    }
}

fn decompress(encoding: Option<&str>, body: Vec<u8>) -> Result<Vec<u8>, SiteError> {
    let mut plain = Vec::new();
    match encoding {
        Some("gzip") => flate2::read::GzDecoder::new(&body[..]).read_to_end(&mut plain)?,
        Some("deflate") => flate2::read::ZlibDecoder::new(&body[..]).read_to_end(&mut plain)?,
        Some("identity") | None => return Ok(body),
        Some(_) => return Err(SiteError::Broken("nobody asked for that content encoding")),
    };
    Ok(plain)
}
