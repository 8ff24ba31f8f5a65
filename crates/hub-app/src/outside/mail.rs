//! Sending one mail through the operator's mail server.
//!
//! Which mails there are, and when they are tried again, is the queue's business; this says whether one was taken and,
//! if not, whether trying again makes sense.

use std::error::Error;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr as _;
use std::time::{Duration, SystemTime};

use hub_core::MailId;
use hub_core::text::EmailAddress;
use jiff::Timestamp;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use percent_encoding::percent_decode_str;
use url::Url;

/// For each answer of the mail server; RFC 5321, 4.5.3.2, allows servers minutes, which no queue of ours waits for.
const ANSWER_TIME: Duration = Duration::from_secs(30);

/// A mail as it is handed to the server.
#[derive(Clone, Debug)]
pub struct OutgoingMail {
    /// Its number in the queue; makes its `Message-ID`, so that a mail sent twice is recognised as one.
    pub id: MailId,
    /// To whom.
    pub to: EmailAddress,
    /// One line; line breaks and other control characters become spaces.
    pub subject: String,
    /// Plain text with `\n` line ends.
    pub text: String,
    /// The same as HTML, if the mail has both.
    pub html: Option<String>,
    /// Where one POST ends mails of this kind (RFC 8058); only on mails that may be switched off.
    pub unsubscribe: Option<String>,
    /// When it was written: its `Date`, also when it is sent later.
    pub written_at: Timestamp,
}

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// May work later, or after the operator has changed something: no connection, a wrong password, greylisting.
    #[error("not sent yet: {detail}")]
    Temporary {
        /// What was said, for staff.
        detail: String,
    },
    /// Will not work for this mail: the recipient does not exist, the server refuses it.
    #[error("cannot be sent: {detail}")]
    Permanent {
        /// What was said, for staff.
        detail: String,
    },
}

/// Why `mail_url` or `mail_from` cannot be used. The texts never hold the password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailSettingError {
    /// Not one of the known forms.
    #[error(
        "mail_url must be smtp://host:port, smtp+starttls://user:password@host:port or smtps://user:password@host:port, \
         special characters in user and password percent-encoded"
    )]
    Url,
    /// Not a mail address.
    #[error("mail_from must be an address, such as hub@example.org or Course hub <hub@example.org>")]
    From,
    /// TLS could not be set up.
    #[error("TLS with the mail server could not be prepared: {detail}")]
    Tls {
        /// What was wrong.
        detail: String,
    },
}

/// Authorities that may have signed the mail server's certificate, besides the public ones.
#[derive(Clone, Debug, Default)]
pub struct Authorities(Vec<Certificate>);

impl Authorities {
    /// Those of a PEM file.
    ///
    /// # Errors
    /// If there is no certificate in it.
    pub fn from_pem(pem: &str) -> Result<Self, MailSettingError> {
        const END: &str = "-----END CERTIFICATE-----";
        let wrong = |detail: String| MailSettingError::Tls { detail };
        let one = |block: &str| {
            Certificate::from_pem(format!("{block}{END}\n").as_bytes()).map_err(|error| wrong(words(&error)))
        };
        // What follows the last one is no certificate.
        let blocks: Vec<&str> = pem.split(END).collect();
        let found =
            blocks.iter().take(blocks.len() - 1).map(|block| one(block)).collect::<Result<Vec<_>, _>>()?;
        if found.is_empty() {
            return Err(wrong("there is no certificate in the file".to_owned()));
        }
        Ok(Self(found))
    }
}

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Protection {
    /// `smtp://`: not at all. For a server on the same machine or in a trusted network.
    None,
    /// `smtp+starttls://`: begins in the clear, must change to TLS before anything is said.
    StartTls,
    /// `smtps://`: TLS from the first byte.
    Tls,
}

/// `mail_url`, taken apart.
#[derive(PartialEq, Eq)]
struct ServerAddress {
    protection: Protection,
    host: String,
    port: u16,
    credentials: Option<(String, String)>,
}

impl ServerAddress {
    fn parse(url: &str) -> Option<Self> {
        let url = Url::parse(url).ok()?;
        // The ports of RFC 5321, RFC 6409 and RFC 8314.
        let (protection, usual_port) = match url.scheme() {
            "smtp" => (Protection::None, 25),
            "smtp+starttls" => (Protection::StartTls, 587),
            "smtps" => (Protection::Tls, 465),
            _ => return None,
        };
        let decoded = |text| percent_decode_str(text).decode_utf8().ok().map(String::from);
        let host = url.host_str().filter(|host| !host.is_empty())?;
        let host = decoded(host.trim_start_matches('[').trim_end_matches(']'))?;
        let credentials = match (url.username(), url.password()) {
            ("", None) => None,
            (user, password) => Some((decoded(user)?, decoded(password.unwrap_or_default())?)),
        };
        let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
        bare.then(|| Self { protection, host, port: url.port().unwrap_or(usual_port), credentials })
    }

    fn is_this_machine(&self) -> bool {
        self.host == "localhost" || self.host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
    }
}

/// The way to the operator's mail server.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// Prepares sending through `mail_url` as `mail_from`. Connects to nobody yet.
    pub fn new(mail_url: &str, mail_from: &str, authorities: &Authorities) -> Result<Self, MailSettingError> {
        let from = Mailbox::from_str(mail_from).map_err(|_| MailSettingError::From)?;
        let server = ServerAddress::parse(mail_url).ok_or(MailSettingError::Url)?;
        let tls = || {
            let trusted = authorities.0.iter().cloned();
            let parameters = trusted
                .fold(TlsParameters::builder(server.host.clone()), |parameters, authority| {
                    parameters.add_root_certificate(authority)
                });
            parameters.build().map_err(|error| MailSettingError::Tls { detail: words(&error) })
        };
        let tls = match server.protection {
            Protection::None => Tls::None,
            Protection::StartTls => Tls::Required(tls()?),
            Protection::Tls => Tls::Wrapper(tls()?),
        };
        if server.protection == Protection::None && server.credentials.is_some() && !server.is_this_machine()
        {
            tracing::warn!(
                "mail_url sends the password unprotected to another machine; smtp+starttls or smtps would protect it"
            );
        }
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .tls(tls)
            .timeout(Some(ANSWER_TIME));
        if let Some((user, password)) = server.credentials {
            builder = builder.credentials(Credentials::new(user, password));
        }
        Ok(Self { transport: builder.build(), from })
    }

    /// The sender, as `mail_from` takes it.
    pub fn from(&self) -> String {
        self.from.to_string()
    }

    /// Hands one mail to the server. `Ok` means that the server has taken responsibility for it.
    pub async fn send(&self, mail: &OutgoingMail) -> Result<(), MailError> {
        let message = self.compose(mail)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => {
                let code = error.status().map(u16::from);
                let detail = words(&error);
                Err(if is_about_this_mail(code) {
                    MailError::Permanent { detail }
                } else {
                    MailError::Temporary { detail }
                })
            }
        }
    }

    /// Whether the server answers and takes our name and password; no mail is sent.
    pub async fn reach(&self) -> Result<(), MailError> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(MailError::Temporary { detail: "the server does not answer as one".to_owned() }),
            Err(error) => Err(MailError::Temporary { detail: words(&error) }),
        }
    }

    fn compose(&self, mail: &OutgoingMail) -> Result<Message, MailError> {
        let permanent = |detail: String| MailError::Permanent { detail };
        let to = Address::from_str(mail.to.as_str()).map_err(|error| permanent(error.to_string()))?;
        let milliseconds = mail.written_at.as_millisecond();
        let domain = self.from.email.domain();
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(one_line(&mail.subject))
            .date(SystemTime::from(mail.written_at))
            .message_id(Some(format!("<mail-{}.{milliseconds}@{domain}>", mail.id.0)))
            // RFC 3834: keeps absence notices and other machines from answering.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if let Some(link) = &mail.unsubscribe {
            builder = builder.raw_header(raw_header("List-Unsubscribe", format!("<{link}>"))?);
            // RFC 8058, section 3.1: only behind https.
            if link.starts_with("https://") {
                let one_click = raw_header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())?;
                builder = builder.raw_header(one_click);
            }
        }
        let plain = mail.text.clone();
        match &mail.html {
            Some(html) => builder.multipart(MultiPart::alternative_plain_html(plain, html.clone())),
            None => builder.singlepart(SinglePart::plain(plain)),
        }
        .map_err(|error| permanent(error.to_string()))
    }
}

impl fmt::Debug for Mailer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Mailer").field("from", &self.from).finish_non_exhaustive()
    }
}

/// A 5xx is final, except where it speaks of us and not of the mail: authentication (RFC 4954, section 6: 530, 534, 535,
/// 538) and a server that takes no mail at all (RFC 7504: 521). The operator can mend those, and no mail must
/// be lost until then.
fn is_about_this_mail(code: Option<u16>) -> bool {
    code.is_some_and(|code| (500..600).contains(&code) && !matches!(code, 521 | 530 | 534 | 535 | 538))
}

fn raw_header(name: &str, value: String) -> Result<HeaderValue, MailError> {
    let name = HeaderName::new_from_ascii(name.to_owned())
        .map_err(|error| MailError::Permanent { detail: error.to_string() })?;
    Ok(HeaderValue::new(name, value))
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// An error with its causes, in one line.
fn words(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(current) = cause {
        let inner = current.to_string();
        if !text.contains(&inner) {
            text = format!("{text}: {inner}");
        }
        cause = current.source();
    }
    one_line(&text)
}

#[cfg(test)]
mod tests;
