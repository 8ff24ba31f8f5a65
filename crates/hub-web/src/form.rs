//! Forms people send: read whole, within limits, before any door sees them.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use futures_util::StreamExt as _;
use hub_app::App;

use crate::intake::Intake;

/// Bytes of a form, its files included: the largest holds a logo or some screenshots.
const MAX_BYTES: usize = 12 * 1024 * 1024;
/// The same, as refusals tell it.
pub(crate) const FORM_TOO_LARGE: u64 = MAX_BYTES as u64;
/// Fields of a form at most: a page of rows to choose from has one each.
const MAX_FIELDS: usize = 5000;

/// A file in a form.
#[derive(Clone, Debug)]
pub struct File {
    field: String,
    /// What its sender calls it.
    pub name: String,
    /// Its content.
    pub bytes: Bytes,
}

/// A form as it was sent. A door that takes one names it as an argument; on other requests it is empty.
#[derive(Clone, Debug, Default)]
pub struct Form(Arc<Content>);

#[derive(Debug, Default)]
struct Content {
    fields: Vec<(String, String)>,
    files: Vec<File>,
}

/// Why a form could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// Larger than what a form may have, or with too many fields.
    #[error("a form has {MAX_BYTES} bytes and {MAX_FIELDS} fields at most")]
    TooLarge,
    /// It broke off, or is no form.
    #[error("the form could not be read")]
    Unreadable,
}

impl Form {
    /// Reads a body as the form its head says it is.
    pub(crate) async fn read(headers: &HeaderMap, body: Body, intake: &Intake) -> Result<Self, FormError> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let mut pieces = intake.pieces(body);
        let mut whole = Vec::new();
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(|_| FormError::Unreadable)?;
            if whole.len() + piece.len() > MAX_BYTES {
                return Err(FormError::TooLarge);
            }
            whole.extend_from_slice(&piece);
        }
        let content = match multer::parse_boundary(kind) {
            Ok(boundary) => parts(boundary, Bytes::from(whole)).await?,
            Err(_) => Content { fields: pairs(&whole)?, files: Vec::new() },
        };
        Ok(Self(Arc::new(content)))
    }

    /// A field without the space around it; empty if it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// A field as it was typed: passwords.
    pub fn raw(&self, name: &str) -> &str {
        self.0.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Whether a field was sent: a box that is ticked, the button that was pressed.
    pub fn has(&self, name: &str) -> bool {
        self.0.fields.iter().any(|(field, _)| field == name)
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// All fields in their order.
    pub fn fields(&self) -> &[(String, String)] {
        &self.0.fields
    }

    /// The file chosen in a field, if one was.
    pub fn file(&self, name: &str) -> Option<&File> {
        self.0.files.iter().find(|file| file.field == name && !file.bytes.is_empty())
    }
}

fn pairs(body: &[u8]) -> Result<Vec<(String, String)>, FormError> {
    let pairs = url::form_urlencoded::parse(body);
    let fields: Vec<_> =
        pairs.take(MAX_FIELDS + 1).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    if fields.len() > MAX_FIELDS { Err(FormError::TooLarge) } else { Ok(fields) }
}

async fn parts(boundary: String, body: Bytes) -> Result<Content, FormError> {
    let whole = futures_util::stream::iter([Ok::<_, std::convert::Infallible>(body)]);
    let mut parts = multer::Multipart::new(whole, boundary);
    let mut content = Content::default();
    while let Some(part) = parts.next_field().await.map_err(|_| FormError::Unreadable)? {
        if content.fields.len() + content.files.len() >= MAX_FIELDS {
            return Err(FormError::TooLarge);
        }
        let field = part.name().unwrap_or_default().to_owned();
        let name = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|_| FormError::Unreadable)?;
        match name {
            Some(name) => content.files.push(File { field, name, bytes }),
            None => content.fields.push((field, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok(content)
}

impl FromRequestParts<App> for Form {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Limits;

    async fn read(kind: &'static str, body: impl Into<Body>) -> Result<Form, FormError> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, kind.parse().unwrap());
        Form::read(&headers, body.into(), &Intake::new(Limits::default())).await
    }

    #[tokio::test]
    async fn both_kinds_of_forms_are_read() {
        let form = read("application/x-www-form-urlencoded", "a=+x+&b=1&b=2&c=").await.unwrap();
        assert_eq!((form.get("a"), form.raw("a"), form.get("nosuch")), ("x", " x ", ""));
        assert_eq!(form.all("b").collect::<Vec<_>>(), ["1", "2"]);
        assert!(form.has("c") && !form.has("d"));
        let parts = "--x\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\nä\r\n\
            --x\r\ncontent-disposition: form-data; name=\"logo\"; filename=\"l.png\"\r\n\r\nPNG\r\n\
            --x\r\ncontent-disposition: form-data; name=\"none\"; filename=\"\"\r\n\r\n\r\n--x--\r\n";
        let form = read("multipart/form-data; boundary=x", parts).await.unwrap();
        assert_eq!(form.get("a"), "ä");
        let logo = form.file("logo").unwrap();
        assert_eq!((logo.name.as_str(), logo.bytes.as_ref()), ("l.png", &b"PNG"[..]));
        assert!(form.file("none").is_none(), "a field of files in which none was chosen");
    }

    #[tokio::test]
    async fn forms_without_end_are_refused() {
        let long = vec![b'a'; MAX_BYTES + 1];
        assert_eq!(read("application/x-www-form-urlencoded", long).await.unwrap_err(), FormError::TooLarge);
        let many = "a&".repeat(MAX_FIELDS + 1);
        assert_eq!(read("application/x-www-form-urlencoded", many).await.unwrap_err(), FormError::TooLarge);
        let broken = read("multipart/form-data; boundary=x", "--x\r\nno").await;
        assert_eq!(broken.unwrap_err(), FormError::Unreadable);
    }
}
