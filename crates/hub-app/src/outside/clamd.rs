//! The malware scanner: clamd, by its socket protocol (clamd(8), commands VERSION and INSTREAM).

use std::path::{Path, PathBuf};
use std::time::Duration;

use clamav_client::tokio as client;

/// How long a connection may take to say which signatures are in force.
const VERSION_WITHIN: Duration = Duration::from_secs(10);
/// How long a scan may take: clamd itself gives up after two minutes (`MaxScanTime`).
const SCAN_WITHIN: Duration = Duration::from_secs(150);
/// Bytes sent at once.
const CHUNK_BYTES: usize = 65_536;
/// Characters kept of what the scanner says.
const SAID_CHARS: usize = 200;

/// Where the scanner is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clamd {
    /// A socket of this machine.
    Socket(PathBuf),
    /// Host and port.
    Tcp(String),
}

/// What the scanner says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It knows nothing bad in it.
    Clean,
    /// It found what this signature describes.
    Found(String),
    /// The file has more bytes than the scanner takes (`StreamMaxLength`).
    TooLarge,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ClamdError {
    /// Nobody answers there.
    #[error("the malware scanner at {at} does not answer: {why}")]
    Down {
        /// Where it should be.
        at: String,
        /// What the system says.
        why: String,
    },
    /// It answers, but cannot scan this file.
    #[error("the malware scanner could not scan: {0}")]
    Failed(String),
}

impl Clamd {
    /// A path such as `/run/clamav/clamd.ctl`, or host and port such as `127.0.0.1:3310`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.starts_with('/') {
            return Some(Self::Socket(PathBuf::from(text)));
        }
        let (host, port) = text.rsplit_once(':')?;
        let is_port = port.parse::<u16>().is_ok_and(|port| port != 0);
        (is_port && !host.is_empty() && !host.contains('/')).then(|| Self::Tcp(text.to_owned()))
    }

    /// As it is configured.
    pub fn shown(&self) -> String {
        match self {
            Self::Socket(path) => path.display().to_string(),
            Self::Tcp(address) => address.clone(),
        }
    }

    /// What the scanner calls itself and its signatures: `ClamAV 1.4.3/27812/Sun Nov 22 …`.
    ///
    /// # Errors
    /// [`ClamdError::Down`] if it does not answer.
    pub async fn version(&self) -> Result<String, ClamdError> {
        let asked = async {
            match self {
                Self::Socket(socket_path) => client::get_version(client::Socket { socket_path }).await,
                Self::Tcp(host_address) => client::get_version(client::Tcp { host_address }).await,
            }
        };
        match tokio::time::timeout(VERSION_WITHIN, asked).await {
            Ok(Ok(said)) if !said.is_empty() => Ok(words(&said)),
            Ok(Ok(_)) => Err(self.down("it closed the connection")),
            Ok(Err(error)) => Err(self.down(&error.to_string())),
            Err(_) => Err(self.down("it took too long")),
        }
    }

    /// Has a file scanned.
    ///
    /// # Errors
    /// [`ClamdError::Down`] if the scanner does not answer, [`ClamdError::Failed`] if it does and cannot scan.
    pub async fn scan(&self, file: &Path) -> Result<Answer, ClamdError> {
        let chunk = Some(CHUNK_BYTES);
        let asked = async {
            match self {
                Self::Socket(socket_path) => {
                    client::scan_file(file, client::Socket { socket_path }, chunk).await
                }
                Self::Tcp(host_address) => client::scan_file(file, client::Tcp { host_address }, chunk).await,
            }
        };
        match tokio::time::timeout(SCAN_WITHIN, asked).await {
            Ok(Ok(said)) => answer(&words(&said)),
            Ok(Err(error)) => {
                // One that is sent more than it takes says so and hangs up; what it said may be lost with the rest.
                let hung_up = matches!(
                    error.kind(),
                    std::io::ErrorKind::BrokenPipe | std::io::ErrorKind::ConnectionReset
                );
                self.version().await?;
                if hung_up { Ok(Answer::TooLarge) } else { Err(ClamdError::Failed(error.to_string())) }
            }
            Err(_) => {
                Err(ClamdError::Failed(format!("it took longer than {} seconds", SCAN_WITHIN.as_secs())))
            }
        }
    }

    fn down(&self, why: &str) -> ClamdError {
        ClamdError::Down { at: self.shown(), why: why.to_owned() }
    }
}

/// What the scanner said, as a line.
fn words(said: &[u8]) -> String {
    let text = String::from_utf8_lossy(said);
    text.trim_matches(['\0', '\n', ' ']).chars().filter(|char| !char.is_control()).take(SAID_CHARS).collect()
}

/// `stream: OK`, `stream: NAME FOUND`, `INSTREAM size limit exceeded. ERROR`, `… ERROR`.
fn answer(said: &str) -> Result<Answer, ClamdError> {
    let told = said.strip_prefix("stream: ").unwrap_or(said);
    if let Some(name) = told.strip_suffix(" FOUND") {
        return Ok(Answer::Found(name.to_owned()));
    }
    match told {
        "OK" => Ok(Answer::Clean),
        _ if told.contains("size limit exceeded") => Ok(Answer::TooLarge),
        _ => Err(ClamdError::Failed(told.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scanner_is_a_path_or_a_host_with_a_port() {
        assert_eq!(Clamd::parse("/run/clamd.ctl"), Some(Clamd::Socket("/run/clamd.ctl".into())));
        assert_eq!(Clamd::parse("scan.example:3310"), Some(Clamd::Tcp("scan.example:3310".to_owned())));
        assert_eq!(Clamd::parse("[::1]:3310"), Some(Clamd::Tcp("[::1]:3310".to_owned())));
        for wrong in ["", "clamd", ":3310", "host:0", "host:port", "http://host:3310"] {
            assert_eq!(Clamd::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_the_scanner_says_is_understood() {
        assert_eq!(answer("stream: OK").unwrap(), Answer::Clean);
        let name = "Win.Test.EICAR_HDB-1";
        assert_eq!(answer(&format!("stream: {name} FOUND")).unwrap(), Answer::Found(name.to_owned()));
        assert_eq!(answer("INSTREAM size limit exceeded. ERROR").unwrap(), Answer::TooLarge);
        // Nothing that is not understood passes for clean.
        for said in ["", "stream: Can't allocate memory ERROR", "UNKNOWN COMMAND", "stream: OKAY"] {
            answer(said).unwrap_err();
        }
        assert_eq!(words(b"stream: OK\0"), "stream: OK");
    }
}
