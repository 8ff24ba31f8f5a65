//! How each family of clients writes a call, byte for byte (classic protocol notes, sections 4.2, 4.3 and 4.8).

use std::fmt::Write;

use super::Family;
use super::value::Wire;

/// The XML of a call. Parameters are positional.
pub(super) fn xmlrpc<'a>(
    family: Family,
    function: &str,
    parameters: impl Iterator<Item = &'a Wire>,
) -> String {
    let parameters: Vec<_> = parameters.collect();
    match family {
        Family::Zend => zend(function, &parameters),
        _ => Ext { byte_references: family == Family::ExtUnpatched, text: String::new() }
            .call(function, &parameters),
    }
}

/// Zend's XML-RPC client, Moodle 2.0 to 3.0: one line after the prolog, raw UTF-8.
fn zend(function: &str, parameters: &[&Wire]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall><methodName>");
    xml.push_str(function);
    xml.push_str("</methodName>");
    if !parameters.is_empty() {
        xml.push_str("<params>");
        for parameter in parameters {
            xml.push_str("<param>");
            zend_value(&mut xml, parameter);
            xml.push_str("</param>");
        }
        xml.push_str("</params>");
    }
    xml.push_str("</methodCall>");
    xml
}

fn zend_value(xml: &mut String, value: &Wire) {
    xml.push_str("<value>");
    match value {
        Wire::Int(number) => {
            let _ = write!(xml, "<int>{number}</int>");
        }
        // Seventeen decimals without the zeros at the end; the point stays: 2.0 is sent as "2."
        Wire::Double(number) => {
            let _ = write!(xml, "<double>{}</double>", format!("{number:.17}").trim_end_matches('0'));
        }
        Wire::Bool(truth) => {
            let _ = write!(xml, "<boolean>{}</boolean>", u8::from(*truth));
        }
        Wire::Text(text) => {
            xml.push_str("<string>");
            for character in text.chars() {
                match character {
                    '&' => xml.push_str("&amp;"),
                    '<' => xml.push_str("&lt;"),
                    '>' => xml.push_str("&gt;"),
                    '"' => xml.push_str("&quot;"),
                    other => xml.push(other),
                }
            }
            xml.push_str("</string>");
        }
        Wire::Null => xml.push_str("<nil/>"),
        Wire::List(items) if items.is_empty() => xml.push_str("<array><data/></array>"),
        Wire::List(items) => {
            xml.push_str("<array><data>");
            for item in items {
                zend_value(xml, item);
            }
            xml.push_str("</data></array>");
        }
        Wire::Struct(members) => {
            xml.push_str("<struct>");
            for (name, member) in members {
                let _ = write!(xml, "<member><name>{name}</name>");
                zend_value(xml, member);
                xml.push_str("</member>");
            }
            xml.push_str("</struct>");
        }
    }
    xml.push_str("</value>");
}

/// PHP's own extension, Moodle 3.1 and later: one element per line, one blank per level, lower-case prolog.
struct Ext {
    /// Up to 3.3: every byte of a non-ASCII character, and control characters, as its own numeric reference.
    byte_references: bool,
    text: String,
}

impl Ext {
    fn call(mut self, function: &str, parameters: &[&Wire]) -> String {
        self.text.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<methodCall>\n<methodName>");
        self.text.push_str(function);
        self.text.push_str("</methodName>\n");
        if parameters.is_empty() {
            self.line(0, "<params/>");
        } else {
            self.line(0, "<params>");
            for parameter in parameters {
                self.line(1, "<param>");
                self.value(2, parameter);
                self.line(1, "</param>");
            }
            self.line(0, "</params>");
        }
        self.line(0, "</methodCall>");
        self.text
    }

    fn line(&mut self, level: usize, content: &str) {
        self.text.extend(std::iter::repeat_n(' ', level));
        self.text.push_str(content);
        self.text.push('\n');
    }

    fn value(&mut self, level: usize, value: &Wire) {
        self.line(level, "<value>");
        let inner = level + 1;
        match value {
            // The extension keeps numbers in 32 bits.
            #[expect(clippy::cast_possible_truncation, reason = "this is what the client does")]
            Wire::Int(number) => self.line(inner, &format!("<int>{}</int>", *number as i32)),
            Wire::Double(number) => self.line(inner, &format!("<double>{number:.6}</double>")),
            Wire::Bool(truth) => self.line(inner, &format!("<boolean>{}</boolean>", u8::from(*truth))),
            Wire::Null => self.line(inner, "<string/>"),
            Wire::Text(text) if text.is_empty() => self.line(inner, "<string/>"),
            Wire::Text(text) => {
                let escaped = self.escape(text);
                self.line(inner, &format!("<string>{escaped}</string>"));
            }
            Wire::List(items) => {
                self.line(inner, "<array>");
                if items.is_empty() {
                    self.line(inner + 1, "<data/>");
                } else {
                    self.line(inner + 1, "<data>");
                    for item in items {
                        self.value(inner + 2, item);
                    }
                    self.line(inner + 1, "</data>");
                }
                self.line(inner, "</array>");
            }
            Wire::Struct(members) => {
                self.line(inner, "<struct>");
                for (name, member) in members {
                    self.line(inner + 1, "<member>");
                    self.line(inner + 2, &format!("<name>{name}</name>"));
                    self.value(inner + 2, member);
                    self.line(inner + 1, "</member>");
                }
                self.line(inner, "</struct>");
            }
        }
        self.line(level, "</value>");
    }

    fn escape(&self, text: &str) -> String {
        let mut escaped = String::new();
        for character in text.chars() {
            let is_markup = matches!(character, '&' | '<' | '>' | '"');
            let is_plain = matches!(character, ' '..='~');
            if is_markup || (self.byte_references && !is_plain) {
                let mut buffer = [0; 4];
                for byte in character.encode_utf8(&mut buffer).bytes() {
                    let _ = write!(escaped, "&#{byte};");
                }
            } else {
                escaped.push(character);
            }
        }
        escaped
    }
}

/// The form of a REST call: parameters by name, nested in brackets, nulls and empty lists left out, as PHP's
/// `http_build_query` writes it.
pub(super) fn rest(token: &str, function: &str, parameters: &[(&str, Wire)]) -> String {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.append_pair("wstoken", token);
    form.append_pair("wsfunction", function);
    form.append_pair("moodlewsrestformat", "json");
    for (name, value) in parameters {
        rest_value(&mut form, name, value);
    }
    form.finish()
}

fn rest_value(form: &mut url::form_urlencoded::Serializer<'_, String>, name: &str, value: &Wire) {
    match value {
        Wire::Int(number) => {
            form.append_pair(name, &number.to_string());
        }
        Wire::Double(number) => {
            form.append_pair(name, &number.to_string());
        }
        Wire::Bool(truth) => {
            form.append_pair(name, if *truth { "1" } else { "0" });
        }
        Wire::Text(text) => {
            form.append_pair(name, text);
        }
        Wire::Null => {}
        Wire::List(items) => {
            for (index, item) in items.iter().enumerate() {
                rest_value(form, &format!("{name}[{index}]"), item);
            }
        }
        Wire::Struct(members) => {
            for (member, value) in members {
                rest_value(form, &format!("{name}[{member}]"), value);
            }
        }
    }
}
