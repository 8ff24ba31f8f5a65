//! Any body as any family: no panic, no limit passed, and what was read can be written and read again.

#![no_main]

use hub_wire::moodle::{Function, Request};
use hub_wire::xmlrpc::{Family, Limits, ReplyForm, Response, parse_call, parse_response, response};
use hub_wire::Value;
use libfuzzer_sys::fuzz_target;

const LIMITS: Limits =
    Limits { body_bytes: 64 * 1024, depth: 16, values: 500, text_bytes: 4096, name_bytes: 64 };

fuzz_target!(|body: &[u8]| {
    for family in [Family::Zend, Family::Extension, Family::detect(None, body)] {
        let Ok(call) = parse_call(body, family, &LIMITS) else { continue };
        let mut count = 0;
        for value in &call.params {
            check(value, 1, &mut count);
        }
        let written = response(&Value::List(call.params.clone()), ReplyForm::Latin1Label);
        let read = parse_response(written.as_bytes(), &Limits::default());
        assert!(matches!(read, Ok(Response::Value(_))), "{read:?}");
        if let Ok(Response::Value(value)) = read {
            assert_eq!(response(&value, ReplyForm::Latin1Label), written);
        }
        for function in Function::ALL {
            if let Err(error) = Request::from_positional(function, call.params.clone()) {
                let _ = error.to_string();
            }
        }
    }
});

fn check(value: &Value, depth: usize, count: &mut usize) {
    *count += 1;
    assert!(depth <= LIMITS.depth && *count <= LIMITS.values);
    match value {
        Value::Text(text) => assert!(text.len() <= LIMITS.text_bytes),
        Value::Double(number) => assert!(number.is_finite()),
        Value::List(items) => items.iter().for_each(|item| check(item, depth + 1, count)),
        Value::Struct(members) => {
            for (name, value) in members {
                assert!(name.len() <= LIMITS.name_bytes);
                check(value, depth + 1, count);
            }
        }
        _ => {}
    }
}
