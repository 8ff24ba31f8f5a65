//! The XML that Moodle's backup writes: two blanks per level, no attributes but ids, no self-closing elements.

use std::fmt::Write;

/// What stands for SQL NULL (mbz notes, section 5).
pub(super) const NULL: &str = "$@NULL@$";

/// Writes one XML member.
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// Begins a document whose root is `root`.
    pub(super) fn new(root: &'static str, attributes: &[(&str, i64)]) -> Self {
        let mut xml = Self::nameless();
        xml.open(root, attributes);
        xml
    }

    /// Begins a document; the caller opens the root.
    pub(super) fn nameless() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".to_owned(), open: Vec::new() }
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.open.len()));
    }

    /// Opens an element with numeric attributes.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, i64)]) {
        let attributes: Vec<_> = attributes.iter().map(|(name, value)| (*name, value.to_string())).collect();
        let attributes: Vec<_> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.open_with(name, &attributes);
    }

    /// Opens an element with text attributes.
    pub(super) fn open_with(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.line();
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            let _ = write!(self.text, " {attribute}=\"{}\"", escape(value).replace('"', "&quot;"));
        }
        self.text.push('>');
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) {
        let name = self.open.pop().expect("every close has its open in the same function");
        self.line();
        let _ = write!(self.text, "</{name}>");
    }

    /// Elements that only wrap: opened and closed at once.
    pub(super) fn empty(&mut self, names: &[&'static str]) {
        for name in names {
            self.open(name, &[]);
            self.close();
        }
    }

    /// An element with text.
    pub(super) fn text(&mut self, name: &str, value: impl AsRef<str>) {
        self.line();
        let _ = write!(self.text, "<{name}>{}</{name}>", escape(value.as_ref()));
    }

    /// An element with a number.
    pub(super) fn number(&mut self, name: &str, value: i64) {
        self.text(name, value.to_string());
    }

    /// Elements with fixed values, in order.
    pub(super) fn fields(&mut self, fields: &[(&str, &str)]) {
        for (name, value) in fields {
            self.text(name, value);
        }
    }

    /// Elements that are SQL NULL.
    pub(super) fn nulls(&mut self, names: &[&str]) {
        for name in names {
            self.text(name, NULL);
        }
    }

    /// Closes everything that is open; Moodle ends without a line feed.
    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.text.into_bytes()
    }
}

/// Text as Moodle writes it: control characters left out, line ends as LF, markup escaped.
fn escape(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' => escaped.push(character),
            '\0'..'\u{20}' | '\u{7f}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
