//! Replies in the two forms of Moodle's REST protocol (section 4.8).

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Format;
use crate::Value;

pub(super) const XML_PROLOG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n";

/// The whole reply that carries `value`; a scalar stands bare in JSON.
pub fn response(value: &Value, format: Format) -> String {
    let mut out = String::with_capacity(1024);
    match format {
        Format::Json => write_json(&mut out, value),
        Format::Xml => {
            out.push_str(XML_PROLOG);
            out.push_str("<RESPONSE>\n");
            write_xml(&mut out, value);
            out.push_str("</RESPONSE>\n");
        }
    }
    out
}

/// JSON as PHP's `json_encode` writes it: slashes escaped, everything beyond ASCII as `\uXXXX`, doubles
/// without a fraction as integers.
fn write_json(out: &mut String, value: &Value) {
    match value {
        Value::Int(number) => push(out, number),
        Value::Double(number) if number.is_finite() => push(out, number),
        Value::Double(_) => out.push('0'),
        Value::Bool(truth) => push(out, truth),
        Value::Nil => out.push_str("null"),
        Value::Text(text) | Value::DateTime(text) => write_json_text(out, text),
        Value::Base64(bytes) => write_json_text(out, &STANDARD.encode(bytes)),
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_json(out, item);
            }
            out.push(']');
        }
        Value::Struct(members) => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_json_text(out, name);
                out.push(':');
                write_json(out, value);
            }
            out.push('}');
        }
    }
}

pub(super) fn write_json_text(out: &mut String, text: &str) {
    out.push('"');
    let mut copied = 0;
    for (index, character) in text.char_indices() {
        if matches!(character, ' '..='~' | '\u{7F}') && !matches!(character, '"' | '\\' | '/') {
            continue;
        }
        out.push_str(&text[copied..index]);
        copied = index + character.len_utf8();
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '/' => out.push_str("\\/"),
            '\u{8}' => out.push_str("\\b"),
            '\u{C}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    push(out, format_args!("\\u{unit:04x}"));
                }
            }
        }
    }
    out.push_str(&text[copied..]);
    out.push('"');
}

fn write_xml(out: &mut String, value: &Value) {
    match value {
        Value::List(items) => {
            out.push_str("<MULTIPLE>\n");
            for item in items {
                write_xml(out, item);
            }
            out.push_str("</MULTIPLE>\n");
        }
        Value::Struct(members) => {
            out.push_str("<SINGLE>\n");
            for (name, value) in members {
                out.push_str("<KEY name=\"");
                write_xml_text(out, name);
                out.push_str("\">");
                write_xml(out, value);
                out.push_str("</KEY>\n");
            }
            out.push_str("</SINGLE>\n");
        }
        Value::Nil => out.push_str("<VALUE null=\"null\"/>\n"),
        scalar => {
            out.push_str("<VALUE>");
            match scalar {
                Value::Int(number) => push(out, number),
                Value::Double(number) => push(out, number),
                Value::Bool(truth) => push(out, i32::from(*truth)),
                Value::Text(text) | Value::DateTime(text) => write_xml_text(out, text),
                Value::Base64(bytes) => STANDARD.encode_string(bytes, out),
                Value::Nil | Value::List(_) | Value::Struct(_) => {}
            }
            out.push_str("</VALUE>\n");
        }
    }
}

/// Markup and double quotes as named entities; characters XML forbids are left out.
pub(super) fn write_xml_text(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            other if crate::xmlrpc::is_legal_character(other) => out.push(other),
            _ => {}
        }
    }
}

fn push(out: &mut String, value: impl std::fmt::Display) {
    write!(out, "{value}").expect("writing into a String cannot fail");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn json_reads_as_php_writes_it() {
        let value = Value::fields([
            ("url", Value::text("https://hub.example")),
            ("sites", Value::Double(3.0)),
            ("average", Value::Double(27.5)),
            ("name", Value::text("École 日 😀 \"\\\n\u{1}")),
            ("enrollable", Value::Bool(false)),
            ("list", Value::List(vec![Value::Int(57), Value::Nil])),
        ]);
        assert_eq!(
            response(&value, Format::Json),
            "{\"url\":\"https:\\/\\/hub.example\",\"sites\":3,\"average\":27.5,\
             \"name\":\"\\u00c9cole \\u65e5 \\ud83d\\ude00 \\\"\\\\\\n\\u0001\",\
             \"enrollable\":false,\"list\":[57,null]}"
        );
    }

    #[test]
    fn scalars_stand_bare_in_json() {
        assert_eq!(response(&Value::Bool(true), Format::Json), "true");
        assert_eq!(response(&Value::Int(1), Format::Json), "1");
    }

    #[test]
    fn xml_names_lists_structs_and_nothing() {
        let value = Value::List(vec![Value::fields([
            ("id", Value::Int(2)),
            ("name", Value::text("a & \"b\" <c>")),
            ("none", Value::Nil),
            ("yes", Value::Bool(true)),
        ])]);
        assert_eq!(
            response(&value, Format::Xml),
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<RESPONSE>\n<MULTIPLE>\n<SINGLE>\n\
             <KEY name=\"id\"><VALUE>2</VALUE>\n</KEY>\n\
             <KEY name=\"name\"><VALUE>a &amp; &quot;b&quot; &lt;c&gt;</VALUE>\n</KEY>\n\
             <KEY name=\"none\"><VALUE null=\"null\"/>\n</KEY>\n\
             <KEY name=\"yes\"><VALUE>1</VALUE>\n</KEY>\n\
             </SINGLE>\n</MULTIPLE>\n</RESPONSE>\n"
        );
    }

    proptest! {
        #[test]
        fn json_text_is_ascii_and_reads_back(text in any::<String>()) {
            let written = response(&Value::text(text.as_str()), Format::Json);
            prop_assert!(written.is_ascii());
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }
}
