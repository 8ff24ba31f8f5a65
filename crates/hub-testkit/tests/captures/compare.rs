//! Two replies side by side, field by field. What is compared, and what is masked, is written down in
//! `docs/DEVIATIONS.md`, "What the replay compares".

use std::collections::BTreeMap;

use hub_wire::Value;
use hub_wire::xmlrpc::{Limits, Response, parse_response};

use super::recording::{Exchange, header};
use super::wire::Answer;

/// Fields by path: `status`, `Content-Type`, `courses[0].fullname`.
pub type Fields = BTreeMap<String, String>;

/// Where there is no such field.
pub const ABSENT: &str = "(absent)";

/// Headers that classic clients look at. The others are those of the classic hub's web server.
const HEADERS: [&str; 4] = ["Content-Type", "Content-Disposition", "Location", "Access-Control-Allow-Origin"];

/// The recorded reply.
pub fn recorded(exchange: &Exchange) -> Fields {
    let mut fields = Fields::new();
    let redirects = exchange.status == 303;
    put_status(&mut fields, exchange.status, exchange.is_page());
    if !exchange.is_page() {
        for name in HEADERS.into_iter().filter(|name| !(redirects && *name == "Content-Type")) {
            if let Some(value) = header(&exchange.reply_headers, name) {
                fields.insert(name.to_owned(), value.to_owned());
            }
        }
    }
    if exchange.reply.starts_with("<?xml") && !exchange.is_page() {
        let length = header(&exchange.reply_headers, "Content-Length").unwrap_or_default();
        put_length(&mut fields, length, exchange.reply.len());
        put_xml(&mut fields, &exchange.reply);
    } else if exchange.reply.is_empty() && !redirects {
        fields.insert("body".to_owned(), "empty".to_owned());
    }
    fields
}

/// Our reply, where the recording has such a reply.
pub fn ours(exchange: &Exchange, answer: &Answer) -> Fields {
    let mut fields = Fields::new();
    let redirects = exchange.status == 303;
    put_status(&mut fields, answer.status, exchange.is_page());
    if !exchange.is_page() {
        for name in HEADERS.into_iter().filter(|name| !(redirects && *name == "Content-Type")) {
            if !answer.header(name).is_empty() {
                fields.insert(name.to_owned(), answer.header(name).to_owned());
            }
        }
    }
    if exchange.reply.starts_with("<?xml") && !exchange.is_page() {
        put_length(&mut fields, answer.header("Content-Length"), answer.body.len());
        put_xml(&mut fields, &answer.text());
    } else if exchange.reply.is_empty() && !redirects {
        let text = answer.text();
        let body = if text.is_empty() { "empty".to_owned() } else { text.trim_end().to_owned() };
        fields.insert("body".to_owned(), body);
    }
    fields
}

fn put_status(fields: &mut Fields, status: u16, by_class: bool) {
    let status = if by_class { format!("{}xx", status / 100) } else { status.to_string() };
    fields.insert("status".to_owned(), status);
}

fn put_length(fields: &mut Fields, length: &str, bytes: usize) {
    let length = if length.parse() == Ok(bytes) { "right" } else { length };
    fields.insert("Content-Length".to_owned(), length.to_owned());
}

fn put_xml(fields: &mut Fields, text: &str) {
    let prolog = text.split("?>").next().unwrap_or_default();
    let encoding = prolog.split("encoding=\"").nth(1).and_then(|rest| rest.split('"').next());
    fields.insert("prolog".to_owned(), encoding.unwrap_or(ABSENT).to_owned());
    match parse_response(text.as_bytes(), &Limits::default()) {
        Ok(Response::Value(value)) => flatten(fields, "result", &value),
        Ok(Response::Fault { code, text }) => {
            let (human, error) = text.rsplit_once(" | ERRORCODE: ").unwrap_or((&text, ABSENT));
            fields.insert("fault.code".to_owned(), code.to_string());
            fields.insert("fault.error".to_owned(), error.to_owned());
            fields.insert("fault.text".to_owned(), human.to_owned());
        }
        Err(error) => {
            fields.insert("result".to_owned(), format!("unreadable: {error}"));
        }
    }
}

fn flatten(fields: &mut Fields, path: &str, value: &Value) {
    let text = match value {
        Value::Struct(members) => {
            for (name, value) in members {
                flatten(fields, &format!("{path}.{name}"), value);
            }
            "struct".to_owned()
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                flatten(fields, &format!("{path}[{index}]"), item);
            }
            format!("list of {}", items.len())
        }
        Value::Int(number) => format!("int {number}"),
        Value::Double(number) => format!("double {number:.6}"),
        Value::Bool(flag) => format!("boolean {}", u8::from(*flag)),
        Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    fields.insert(path.to_owned(), text);
}
