//! Form fields with PHP's brackets become one value.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Format;
use crate::Value;
use crate::form;
use crate::value::Members;

/// Limits of one REST request, counted over the query and over the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestLimits {
    /// Bytes of the query or the body. Core sends about 23 kB. Default 16 MiB.
    pub bytes: usize,
    /// Fields. Core sends about 60, a publication of a large course some hundred. Default 20 000.
    pub fields: usize,
    /// Brackets of one field. Real ones have 4. Default 8.
    pub depth: usize,
    /// Bytes of one field's name, decoded. Default 512.
    pub name_bytes: usize,
}

impl Default for RestLimits {
    fn default() -> Self {
        Self { bytes: 16 * 1024 * 1024, fields: 20_000, depth: 8, name_bytes: 512 }
    }
}

/// Which limit was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestError {
    /// Over [`RestLimits::bytes`].
    #[error("the request has {found} bytes, at most {limit} are read")]
    TooLarge {
        /// The limit.
        limit: usize,
        /// The size of query or body.
        found: usize,
    },
    /// Over [`RestLimits::fields`].
    #[error("there are more than {limit} fields")]
    TooManyFields {
        /// The limit.
        limit: usize,
    },
    /// Over [`RestLimits::depth`].
    #[error("a field is nested more than {limit} deep")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// Over [`RestLimits::name_bytes`].
    #[error("a field's name has more than {limit} bytes")]
    NameTooLong {
        /// The limit.
        limit: usize,
    },
}

/// A REST request, its own parameters set apart from those of the function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestCall {
    /// `wstoken`
    pub token: Option<String>,
    /// `wsfunction`
    pub function: Option<String>,
    /// `moodlewsrestformat`
    pub format: Format,
    /// The function's parameters, by name.
    pub params: Members,
}

/// Reads a request from its query and its form body, both still encoded. A parameter of the body replaces
/// the whole parameter of the same name in the query.
///
/// The fields `moodlewssetting...` are swallowed. Without a `wsfunction` this is no REST request.
pub fn parse(query: &[u8], body: &[u8], limits: &RestLimits) -> Result<RestCall, RestError> {
    let mut params = decode(query, limits)?;
    let from_body = decode(body, limits)?;
    if !from_body.is_empty() {
        params.retain(|(name, _)| !from_body.iter().any(|(other, _)| other == name));
        params.extend(from_body);
    }
    let mut call = RestCall::default();
    params.retain_mut(|(name, value)| {
        match (&**name, value) {
            ("wstoken", Value::Text(text)) => call.token = Some(std::mem::take(text)),
            ("wsfunction", Value::Text(text)) => call.function = Some(std::mem::take(text)),
            ("moodlewsrestformat", Value::Text(text)) if text.eq_ignore_ascii_case("json") => {
                call.format = Format::Json;
            }
            ("moodlewsrestformat", _) => {}
            (name, _) if name.starts_with("moodlewssetting") => {}
            _ => return true,
        }
        false
    });
    call.params = params;
    Ok(call)
}

/// Reads form fields the way PHP does: `courses[0][fullname]=x` is a struct in a list, `a[]=x` appends,
/// of two values for one name the last wins. What is numbered 0, 1, 2 ... in this order is a list.
pub fn decode(encoded: &[u8], limits: &RestLimits) -> Result<Members, RestError> {
    if encoded.len() > limits.bytes {
        return Err(RestError::TooLarge { limit: limits.bytes, found: encoded.len() });
    }
    let mut root = Branch::default();
    for (count, (name, value)) in form::pairs(encoded).enumerate() {
        if count >= limits.fields {
            return Err(RestError::TooManyFields { limit: limits.fields });
        }
        if name.len() > limits.name_bytes {
            return Err(RestError::NameTooLong { limit: limits.name_bytes });
        }
        insert(&mut root, &name, value.into_owned(), limits)?;
    }
    Ok(root.into_members())
}

fn insert(root: &mut Branch, name: &str, value: String, limits: &RestLimits) -> Result<(), RestError> {
    let name = name.trim_start_matches(' ');
    let (first, mut brackets) = match name.find('[') {
        Some(at) if name[at..].contains(']') => (&name[..at], &name[at..]),
        _ => (name, ""),
    };
    if first.is_empty() {
        return Ok(());
    }
    // PHP's variables cannot hold these characters; only the outermost name is a variable.
    let first = first.replace([' ', '.', '['], "_");
    let mut node = root.entry(&first);
    let mut depth = 0;
    while let Some(rest) = brackets.strip_prefix('[') {
        let Some((index, after)) = rest.split_once(']') else { break };
        depth += 1;
        if depth > limits.depth {
            return Err(RestError::TooDeep { limit: limits.depth });
        }
        let branch = node.as_branch();
        node = if index.is_empty() { branch.append() } else { branch.entry(index) };
        brackets = after;
    }
    *node = Node::Leaf(value);
    Ok(())
}

#[derive(Debug)]
enum Node {
    Leaf(String),
    Branch(Branch),
}

impl Node {
    /// This node as a branch; a value that stood here is lost, as in PHP.
    fn as_branch(&mut self) -> &mut Branch {
        if let Self::Leaf(_) = self {
            *self = Self::Branch(Branch::default());
        }
        match self {
            Self::Branch(branch) => branch,
            Self::Leaf(_) => unreachable!("a leaf was replaced by a branch just above"),
        }
    }

    fn into_value(self) -> Value {
        match self {
            Self::Leaf(text) => Value::Text(text),
            Self::Branch(branch) if branch.is_list() => {
                Value::List(branch.entries.into_iter().map(|(_, node)| node.into_value()).collect())
            }
            Self::Branch(branch) => Value::Struct(branch.into_members()),
        }
    }
}

/// Entries in the order of their first appearance.
#[derive(Debug, Default)]
struct Branch {
    entries: Vec<(String, Node)>,
    /// Positions by name, once there are enough entries that searching them would take quadratic time.
    positions: HashMap<String, usize>,
    next_index: u64,
}

/// Up to here a linear search is faster than hashing.
const SEARCHED: usize = 16;

impl Branch {
    fn entry(&mut self, name: &str) -> &mut Node {
        let position = self.position(name).unwrap_or_else(|| self.push(name.to_owned()));
        &mut self.entries[position].1
    }

    fn append(&mut self) -> &mut Node {
        let position = self.push(self.next_index.to_string());
        &mut self.entries[position].1
    }

    fn position(&self, name: &str) -> Option<usize> {
        if self.entries.last().is_some_and(|(last, _)| last == name) {
            return Some(self.entries.len() - 1);
        }
        if self.entries.len() <= SEARCHED {
            return self.entries.iter().position(|(found, _)| found == name);
        }
        self.positions.get(name).copied()
    }

    fn push(&mut self, name: String) -> usize {
        if let Ok(index) = name.parse::<u64>() {
            self.next_index = self.next_index.max(index.saturating_add(1));
        }
        let position = self.entries.len();
        self.entries.push((name, Node::Leaf(String::new())));
        if position == SEARCHED {
            self.positions =
                self.entries.iter().enumerate().map(|(at, (name, _))| (name.clone(), at)).collect();
        } else if position > SEARCHED {
            self.positions.insert(self.entries[position].0.clone(), position);
        }
        position
    }

    fn is_list(&self) -> bool {
        self.entries.iter().enumerate().all(|(at, (name, _))| is_number(name, at))
    }

    fn into_members(self) -> Members {
        self.entries.into_iter().map(|(name, node)| (Cow::Owned(name), node.into_value())).collect()
    }
}

/// Whether `name` is `number` as PHP writes it.
fn is_number(name: &str, number: usize) -> bool {
    name.len() <= 20 && name.parse() == Ok(number) && (name == "0" || !name.starts_with(['0', '+']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(encoded: &str) -> Value {
        Value::Struct(decode(encoded.as_bytes(), &RestLimits::default()).unwrap())
    }

    #[test]
    fn brackets_nest_and_numbers_make_lists() {
        let value = read(
            "courses%5B0%5D%5Bfullname%5D=A+%26+b&courses[0][contents][0][modulename]=forum&courses[0][contents][1][modulename]=quiz",
        );
        let course = &value.get("courses").unwrap().items()[0];
        assert_eq!(course.get("fullname"), Some(&Value::text("A & b")));
        assert_eq!(course.get("contents").unwrap().items()[1].get("modulename"), Some(&Value::text("quiz")));
    }

    #[test]
    fn of_two_values_the_last_wins() {
        assert_eq!(read("a=1&a=2").get("a"), Some(&Value::text("2")));
        assert_eq!(read("a=1&a[b]=2").get("a"), Some(&Value::fields([("b", Value::text("2"))])));
        assert_eq!(read("a[b]=2&a=1").get("a"), Some(&Value::text("1")));
    }

    #[test]
    fn empty_brackets_append() {
        assert_eq!(
            read("a[]=x&a[]=y").get("a"),
            Some(&Value::List(vec![Value::text("x"), Value::text("y")]))
        );
        assert_eq!(
            read("a[5]=x&a[]=y").get("a"),
            Some(&Value::fields([("5", Value::text("x")), ("6", Value::text("y"))]))
        );
    }

    #[test]
    fn broken_brackets_are_read_as_php_reads_them() {
        assert_eq!(read("a[b=1"), Value::fields([("a_b", Value::text("1"))]));
        assert_eq!(read("a.b=1"), Value::fields([("a_b", Value::text("1"))]));
        assert_eq!(read("[x]=1&=2"), Value::Struct(Vec::new()));
        assert_eq!(read("a[b]c=1"), read("a[b]=1"));
    }

    #[test]
    fn a_parameter_of_the_body_replaces_that_of_the_query() {
        let call = parse(
            b"wstoken=T&wsfunction=hub_get_info&moodlewsrestformat=json&options[a]=1&x=1",
            b"options[b]=2&moodlewssettingfilter=true",
            &RestLimits::default(),
        )
        .unwrap();
        assert_eq!(call.token.as_deref(), Some("T"));
        assert_eq!(call.function.as_deref(), Some("hub_get_info"));
        assert_eq!(call.format, Format::Json);
        assert_eq!(
            call.params,
            vec![
                ("x".into(), Value::text("1")),
                ("options".into(), Value::fields([("b", Value::text("2"))]))
            ]
        );
    }

    #[test]
    fn each_limit_is_kept() {
        let limits = RestLimits { bytes: 60, fields: 3, depth: 2, name_bytes: 12 };
        let refused = |encoded: &str| decode(encoded.as_bytes(), &limits).unwrap_err();
        assert_eq!(refused("a&b&c&d"), RestError::TooManyFields { limit: 3 });
        assert_eq!(refused("a[b][c][d]=1"), RestError::TooDeep { limit: 2 });
        assert_eq!(refused("abcdefghijklm=1"), RestError::NameTooLong { limit: 12 });
        assert_eq!(refused(&"x".repeat(61)), RestError::TooLarge { limit: 60, found: 61 });
    }

    #[test]
    fn many_fields_of_one_parameter_are_found_again() {
        let fields: Vec<String> = (0..5000).chain(0..5000).map(|n| format!("a[{n}]={n}")).collect();
        let encoded = fields.join("&");
        assert_eq!(read(&encoded).get("a").unwrap().items().len(), 5000);
    }
}
