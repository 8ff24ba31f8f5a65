//! A real mail server for a test: aiosmtpd, driven by `tests/clients/smtp_server.py`.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Stdio};

use serde_json::Value;

use crate::clients::{client, skip};

/// A mail server that listens on a loopback port and ends with the value.
pub struct MailServer {
    port: u16,
    lines: std::io::Lines<BufReader<ChildStdout>>,
    process: Child,
}

/// A mail as the server got it.
#[derive(Clone, Debug)]
pub struct Received {
    /// The recipients of the envelope.
    pub to: Vec<String>,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as HTML; empty without.
    pub html: String,
    /// Its head: names in lower case.
    pub headers: serde_json::Map<String, Value>,
}

impl MailServer {
    /// Starts one at `port`; 0 is any. `None` if aiosmtpd is not on this machine and may be missing.
    ///
    /// # Panics
    /// If it is missing where the test command runs: that installs it.
    pub fn start(port: u16) -> Option<Self> {
        Self::start_with(port, &[])
    }

    /// The same, with options of `tests/clients/smtp_server.py`.
    ///
    /// # Panics
    /// As [`MailServer::start`].
    pub fn start_with(port: u16, options: &[&str]) -> Option<Self> {
        let mut command = client("smtp_server.py")?;
        let started = command
            .args(["--port", &port.to_string()])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut process = started.expect("the mail server starts");
        let mut lines = BufReader::new(process.stdout.take().expect("a pipe")).lines();
        let Some(first) = lines.next() else {
            let _ = process.wait();
            return skip("aiosmtpd is not installed for Python, or its port is taken");
        };
        let first: Value = serde_json::from_str(&first.expect("the server writes")).expect("JSON");
        let port = first["port"].as_u64().and_then(|port| u16::try_from(port).ok()).expect("a port");
        Some(Self { port, lines, process })
    }

    /// Where it is, as `mail_url` of the configuration takes it.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The port of 127.0.0.1 it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Waits for the next mail.
    ///
    /// # Panics
    /// If the server ends before it came.
    pub fn wait(&mut self) -> Received {
        let line = self.lines.next().expect("the server lives").expect("the server writes");
        received(&line)
    }

    /// Ends it. Gives the mails it has got and that were not waited for, in their order.
    ///
    /// # Panics
    /// If it wrote something else.
    pub fn end(mut self) -> Vec<Received> {
        drop(self.process.stdin.take());
        let lines = self.lines.by_ref().map(|line| received(&line.expect("the server writes"))).collect();
        let _ = self.process.wait();
        lines
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

fn received(line: &str) -> Received {
    let mail: Value = serde_json::from_str(line).expect("a mail as JSON");
    let to = mail["rcpt_to"].as_array().into_iter().flatten();
    let text = |name: &str| mail[name].as_str().unwrap_or_default().to_owned();
    Received {
        to: to.filter_map(Value::as_str).map(str::to_owned).collect(),
        subject: text("subject"),
        text: text("text"),
        html: text("html"),
        headers: mail["headers"].as_object().cloned().unwrap_or_default(),
    }
}
