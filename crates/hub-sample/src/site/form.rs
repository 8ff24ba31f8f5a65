//! The forms of a page: just enough HTML for the hub's own pages.

/// A form with its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) action: String,
    pub(super) is_post: bool,
    fields: Vec<Field>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    name: String,
    value: String,
    /// Buttons are sent only when pressed; boxes only when ticked.
    is_sent: bool,
}

impl Form {
    /// Every form of a page, in order.
    pub(super) fn all(html: &str) -> Vec<Self> {
        let mut forms = Vec::new();
        let mut open: Option<Self> = None;
        for (name, attributes) in tags(html) {
            let attribute = |wanted: &str| {
                attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
            };
            match (name.as_str(), &mut open) {
                ("form", _) => {
                    let is_post =
                        attribute("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
                    let action = attribute("action").unwrap_or_default();
                    open = Some(Self { action, is_post, fields: Vec::new() });
                }
                ("/form", _) => forms.extend(open.take()),
                ("input" | "button" | "select" | "textarea", Some(form)) => {
                    let Some(field) = attribute("name") else { continue };
                    let kind = attribute("type").unwrap_or_default();
                    let is_sent = match kind.as_str() {
                        "submit" | "button" | "image" => false,
                        "checkbox" | "radio" => attribute("checked").is_some(),
                        _ => name != "button",
                    };
                    let default = if matches!(kind.as_str(), "checkbox" | "radio") { "on" } else { "" };
                    let value = attribute("value").unwrap_or_else(|| default.to_owned());
                    form.fields.push(Field { name: field, value, is_sent });
                }
                _ => {}
            }
        }
        forms.extend(open);
        forms
    }

    /// Whether it has a field or button of that name and value.
    pub(super) fn offers(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|field| field.name == name && field.value == value)
    }

    /// With `name` set to `value`: a button pressed, a box ticked, a line filled in.
    pub(super) fn filled(&self, name: &str, value: &str) -> Self {
        let mut filled = self.clone();
        let fields = &mut filled.fields;
        let place = fields.iter().position(|field| field.name == name && field.value == value);
        match place.or_else(|| fields.iter().position(|field| field.name == name)) {
            Some(place) => {
                value.clone_into(&mut fields[place].value);
                fields[place].is_sent = true;
            }
            None => fields.push(Field { name: name.to_owned(), value: value.to_owned(), is_sent: true }),
        }
        filled
    }

    /// What is sent.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields
            .iter()
            .filter(|field| field.is_sent)
            .map(|field| (field.name.as_str(), field.value.as_str()))
    }
}

/// The tags of a page with their attributes, names in lower case; closing ones begin with `/`.
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end =
            rest.find(|character: char| character.is_whitespace() || character == '>').unwrap_or(rest.len());
        let name = rest[..end].trim_end_matches('/').to_ascii_lowercase();
        let name = if rest.starts_with('/') { format!("/{}", name.trim_start_matches('/')) } else { name };
        rest = &rest[end..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(|character: char| character.is_whitespace() || character == '/');
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let end = rest.find(|character: char| character.is_whitespace() || "=>/".contains(character));
            let end = end.unwrap_or(rest.len()).max(1);
            let attribute = rest[..end].to_ascii_lowercase();
            rest = rest[end..].trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start();
                let quoted = after.chars().next().filter(|quote| matches!(quote, '"' | '\''));
                (value, rest) = match quoted {
                    Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                    None => after.split_at(
                        after
                            .find(|character: char| character.is_whitespace() || character == '>')
                            .unwrap_or(after.len()),
                    ),
                };
            }
            attributes.push((attribute, unescape(value)));
        }
        found.push((name, attributes));
    }
    found
}

/// The references that templates write.
fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let reference = after.split_once(';').and_then(|(name, after)| Some((resolve(name)?, after)));
        if let Some((character, after)) = reference {
            plain.push(character);
            rest = after;
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain + rest
}

fn resolve(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
