//! Replies, byte for byte in the form of the classic hub (sections 4.5 and 4.6).

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::ReplyForm;
use super::parse::is_legal_character;
use crate::Value;

/// The whole reply that carries `value`: prolog, no white space, LF raw.
pub fn response(value: &Value, form: ReplyForm) -> String {
    let mut out = String::with_capacity(200 + expected_bytes(value));
    out.push_str(prolog(form));
    out.push_str("<methodResponse><params><param><value>");
    write_value(&mut out, value);
    out.push_str("</value></param></params></methodResponse>");
    out
}

/// The whole reply that refuses a call. `text` is complete; see [`super::fault_text`].
pub fn fault(code: i32, text: &str, form: ReplyForm) -> String {
    let mut out = String::with_capacity(512);
    out.push_str(prolog(form));
    out.push_str("<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>");
    push_display(&mut out, code);
    out.push_str("</int></value></member><member><name>faultString</name><value>");
    write_text(&mut out, text);
    out.push_str("</value></member></struct></value></fault></methodResponse>");
    out
}

/// Moodle 4.x knows the encoding only if the reply begins with exactly these bytes (section 4.4).
fn prolog(form: ReplyForm) -> &'static str {
    match form {
        ReplyForm::Utf8 => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        ReplyForm::Latin1Label => "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
    }
}

/// About how long a value gets. Growing a list of courses by doubling costs more than writing it.
fn expected_bytes(value: &Value) -> usize {
    match value {
        Value::Int(_) | Value::Double(_) | Value::Bool(_) | Value::Nil => 40,
        // Markup takes five bytes for one; an eighth more covers ordinary text.
        Value::Text(text) | Value::DateTime(text) => 40 + text.len() + text.len() / 8,
        Value::Base64(bytes) => 40 + bytes.len() * 4 / 3,
        Value::List(items) => 40 + items.iter().map(|item| 15 + expected_bytes(item)).sum::<usize>(),
        Value::Struct(members) => {
            20 + members.iter().map(|(name, value)| 45 + name.len() + expected_bytes(value)).sum::<usize>()
        }
    }
}

/// Appends one value without its surrounding `<value>`.
///
/// Never `<nil/>` (written as empty text) nor `<i8>`: integers beyond 32 bits overflow in PHP's
/// extension and go as text. Doubles have six decimals; one that is not finite goes as zero. Characters
/// that XML forbids are left out.
pub fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Int(number) => write_int(out, *number),
        Value::Double(number) => {
            let number = if number.is_finite() { *number } else { 0.0 };
            out.push_str("<double>");
            push_display(out, format_args!("{number:.6}"));
            out.push_str("</double>");
        }
        Value::Bool(true) => out.push_str("<boolean>1</boolean>"),
        Value::Bool(false) => out.push_str("<boolean>0</boolean>"),
        Value::Text(text) => write_text(out, text),
        Value::Nil => out.push_str("<string/>"),
        Value::List(items) if items.is_empty() => out.push_str("<array><data/></array>"),
        Value::List(items) => {
            out.push_str("<array><data>");
            for item in items {
                out.push_str("<value>");
                write_value(out, item);
                out.push_str("</value>");
            }
            out.push_str("</data></array>");
        }
        Value::Struct(members) if members.is_empty() => out.push_str("<struct/>"),
        Value::Struct(members) => {
            out.push_str("<struct>");
            for (name, value) in members {
                out.push_str("<member><name>");
                push_escaped(out, name);
                out.push_str("</name><value>");
                write_value(out, value);
                out.push_str("</value></member>");
            }
            out.push_str("</struct>");
        }
        Value::Base64(bytes) => {
            out.push_str("<base64>");
            STANDARD.encode_string(bytes, out);
            out.push_str("</base64>");
        }
        Value::DateTime(text) => {
            out.push_str("<dateTime.iso8601>");
            push_escaped(out, text);
            out.push_str("</dateTime.iso8601>");
        }
    }
}

fn write_int(out: &mut String, number: i64) {
    let element = if i32::try_from(number).is_ok() { "int" } else { "string" };
    push_display(out, format_args!("<{element}>{number}</{element}>"));
}

fn write_text(out: &mut String, text: &str) {
    if text.is_empty() {
        out.push_str("<string/>");
        return;
    }
    out.push_str("<string>");
    push_escaped(out, text);
    out.push_str("</string>");
}

/// Markup as decimal references, as the extension writes it. A carriage return as well: raw, every XML
/// reader would turn it into a line feed.
fn push_escaped(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut copied = 0;
    for (index, byte) in bytes.iter().enumerate() {
        if !NEEDS_A_LOOK[usize::from(*byte)] {
            continue;
        }
        let (reference, length) = match byte {
            b'&' => ("&#38;", 1),
            b'<' => ("&#60;", 1),
            b'>' => ("&#62;", 1),
            b'\r' => ("&#13;", 1),
            0xEF if text[index..].starts_with(is_legal_character) => continue,
            0xEF => ("", 3),
            _ => ("", 1),
        };
        out.push_str(&text[copied..index]);
        out.push_str(reference);
        copied = index + length;
    }
    out.push_str(&text[copied..]);
}

/// The bytes that are not simply copied. 0xEF begins U+F000-U+FFFF, where the two forbidden characters
/// above the controls live.
const NEEDS_A_LOOK: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = byte != b'\n' as usize && byte != b'\t' as usize;
        byte += 1;
    }
    table[b'&' as usize] = true;
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[0xEF] = true;
    table
};

fn push_display(out: &mut String, value: impl std::fmt::Display) {
    write!(out, "{value}").expect("writing into a String cannot fail");
}

#[cfg(test)]
mod tests;
