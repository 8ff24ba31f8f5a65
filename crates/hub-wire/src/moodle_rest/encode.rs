//! Form fields as PHP's `http_build_query` writes them: for tests and for programs that call a hub.

use std::fmt::Write as _;

use crate::Value;
use crate::form;
use crate::value::Members;

/// Encodes parameters. Null members are left out, empty lists and structs vanish, booleans are 1 and 0
/// (section 4.8).
pub fn encode(params: &Members) -> String {
    let mut out = String::new();
    for (name, value) in params {
        put(&mut out, name, value);
    }
    out
}

fn put(out: &mut String, name: &str, value: &Value) {
    let text = match value {
        Value::Nil => return,
        Value::Struct(members) => {
            for (member, value) in members {
                put(out, &format!("{name}[{member}]"), value);
            }
            return;
        }
        Value::List(items) => {
            for (index, value) in items.iter().enumerate() {
                put(out, &format!("{name}[{index}]"), value);
            }
            return;
        }
        Value::Text(text) | Value::DateTime(text) => text.clone(),
        Value::Int(number) => number.to_string(),
        Value::Double(number) => number.to_string(),
        Value::Bool(truth) => i32::from(*truth).to_string(),
        Value::Base64(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    };
    let separator = if out.is_empty() { "" } else { "&" };
    write!(out, "{separator}{}={}", form::encode(name), form::encode(&text))
        .expect("writing into a String cannot fail");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::moodle_rest::{RestLimits, decode};

    #[test]
    fn null_is_left_out_and_booleans_are_numbers() {
        let params = vec![
            ("a".into(), Value::Nil),
            ("b".into(), Value::Bool(true)),
            ("c".into(), Value::List(Vec::new())),
            ("d".into(), Value::fields([("e", Value::List(vec![Value::Int(57)]))])),
        ];
        assert_eq!(encode(&params), "b=1&d%5Be%5D%5B0%5D=57");
    }

    fn values() -> impl Strategy<Value = Value> {
        let text = "[^\0]{0,12}".prop_map(Value::Text);
        text.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 1..5).prop_map(Value::List),
                proptest::collection::btree_map("[a-z]{1,6}", inner, 1..5).prop_map(|members| Value::Struct(
                    members.into_iter().map(|(name, value)| (name.into(), value)).collect()
                )),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(members in proptest::collection::btree_map("[a-z]{1,6}", values(), 0..6)) {
            let params: Members = members.into_iter().map(|(name, value)| (name.into(), value)).collect();
            prop_assert_eq!(decode(encode(&params).as_bytes(), &RestLimits::default()).unwrap(), params);
        }

        #[test]
        fn any_bytes_are_survived_within_the_limits(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let limits = RestLimits { bytes: 150, fields: 4, depth: 2, name_bytes: 20 };
            if let Ok(params) = decode(&bytes, &limits) {
                prop_assert!(bytes.len() <= 150 && params.len() <= 4);
            }
        }

        #[test]
        fn any_brackets_are_survived(text in "[a\\[\\]=&0-9.%+]{0,80}") {
            let limits = RestLimits { depth: 3, ..RestLimits::default() };
            if let Ok(params) = decode(text.as_bytes(), &limits) {
                prop_assert!(depth(&Value::Struct(params)) <= 5);
            }
        }
    }

    fn depth(value: &Value) -> usize {
        match value {
            Value::Struct(members) => 1 + members.iter().map(|(_, value)| depth(value)).max().unwrap_or(0),
            Value::List(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
            _ => 1,
        }
    }
}
