//! What a line of the audit record changed, field by field, so that people see it at once: of a long text only the part
//! that is different, with some words around it.

use std::collections::BTreeSet;

use serde_json::Value;

/// Characters kept on either side of what is different.
const AROUND: usize = 40;
/// Characters of one value at most.
const MOST_CHARS: usize = 600;
/// Fields of one line at most.
const MOST_FIELDS: usize = 40;

/// A value with the part of it that is different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The same on both sides.
    pub start: String,
    /// Different; a whole value that the other side has nothing of.
    pub changed: String,
    /// The same on both sides.
    pub end: String,
}

impl Side {
    /// Whether there was, or is, nothing.
    pub fn is_empty(&self) -> bool {
        self.start.is_empty() && self.changed.is_empty() && self.end.is_empty()
    }
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name in the record; empty where the value has no fields.
    pub field: String,
    /// Before.
    pub was: Side,
    /// After.
    pub is: Side,
}

/// What is different between the two JSON texts of a line. Values that are no JSON stand there as they are.
pub fn differences(before: &str, after: &str) -> Vec<Difference> {
    let read = |text: &str| serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()));
    let (before, after): (Value, Value) = (read(before), read(after));
    let mut found = Vec::new();
    collect("", &before, &after, &mut found);
    found.truncate(MOST_FIELDS);
    found
}

fn collect(field: &str, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    let has_fields = |value: &Value| value.is_object() || value.is_null();
    if has_fields(before) && has_fields(after) {
        let keys = [before, after].into_iter().filter_map(Value::as_object).flat_map(|fields| fields.keys());
        for key in keys.collect::<BTreeSet<_>>() {
            let name = if field.is_empty() { key.clone() } else { format!("{field} · {key}") };
            collect(&name, &before[key.as_str()], &after[key.as_str()], found);
        }
    } else if before != after {
        let (was, is) = sides(&words(before), &words(after));
        found.push(Difference { field: field.replace('_', " "), was, is });
    }
}

/// A value as people write it.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(words).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn sides(was: &str, is: &str) -> (Side, Side) {
    let (a, b): (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
    let most = a.len().min(b.len());
    let mut start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let mut end = a.iter().rev().zip(b.iter().rev()).take(most - start).take_while(|(a, b)| a == b).count();
    // Half words read badly: the part begins and ends at a blank. Short values are shown whole.
    if a.is_empty() || b.is_empty() || most < AROUND {
        (start, end) = (0, 0);
    } else {
        start = a[..start].iter().rposition(|c| c.is_whitespace()).map_or(0, |at| at + 1);
        end = b[b.len() - end..].iter().position(|c| c.is_whitespace()).map_or(0, |at| end - at);
    }
    (side(&a, start, end), side(&b, start, end))
}

fn side(text: &[char], start: usize, end: usize) -> Side {
    let of = |part: &[char]| part.iter().collect::<String>();
    let head = &text[..start];
    let tail = &text[text.len() - end..];
    let changed = cut(&of(&text[start..text.len() - end]), MOST_CHARS);
    let start = match head.len().checked_sub(AROUND) {
        Some(left) if left > 0 => format!("… {}", of(&head[left..]).trim_start()),
        _ => of(head),
    };
    let end = if tail.len() > AROUND { format!("{} …", of(&tail[..AROUND]).trim_end()) } else { of(tail) };
    Side { start, changed, end }
}

fn cut(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((at, _)) => format!("{} …", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(text: &str) -> Side {
        Side { changed: text.to_owned(), ..Side::default() }
    }

    #[test]
    fn each_field_that_changed_is_shown_with_both_values() {
        let found = differences(r#"{"title":"Leaf","tags":["a"]}"#, r#"{"tags":["a","b"],"title":"Leaves"}"#);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].field.as_str(), &found[0].is), ("tags", &changed("a, b")));
        assert_eq!((&found[1].was, &found[1].is), (&changed("Leaf"), &changed("Leaves")));
    }

    #[test]
    fn a_new_thing_has_nothing_before_and_inner_fields_are_named_by_their_path() {
        let found = differences("null", r#"{"names":{"en":"Art"},"merged_into":"music"}"#);
        assert_eq!(found[0].field, "merged into");
        assert!(found[0].was.is_empty());
        assert_eq!((found[1].field.as_str(), &found[1].is), ("names · en", &changed("Art")));
    }

    #[test]
    fn of_a_long_text_only_the_part_that_changed_is_marked() {
        let before = format!("{}the green leaf{}", "word ".repeat(40), " tail".repeat(40));
        let after = before.replace("green", "yellow");
        let json = |text: &str| serde_json::json!({ "description": text }).to_string();
        let found = differences(&json(&before), &json(&after));
        assert_eq!((found[0].was.changed.as_str(), found[0].is.changed.as_str()), ("green", "yellow"));
        assert!(found[0].was.start.starts_with("… ") && found[0].is.end.ends_with(" …"), "{found:?}");
    }

    #[test]
    fn nothing_and_what_is_no_json_do_no_harm() {
        assert_eq!(differences("null", "null"), []);
        assert_eq!(differences("", "not json")[0].is, changed("not json"));
        let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
        assert_eq!(differences("null", &deep).len(), 1);
    }

    #[test]
    fn two_texts_are_put_together_again_whatever_they_share() {
        let pieces =
            ["", "a b", "some words that are long enough to be cut somewhere, ", "leaf ", "تجربة أخرى "];
        let texts = || pieces.iter().flat_map(|a| pieces.iter().map(move |b| format!("{a}{b}{a}")));
        for (a, b) in texts().flat_map(|a| texts().map(move |b| (a.clone(), b))).filter(|(a, b)| a != b) {
            let (was, is) = sides(&a, &b);
            assert_ne!(was.changed, is.changed, "{a} / {b}");
        }
    }
}
