//! Any query and body (divided by a zero byte): no panic, no limit passed, and encoding what was decoded
//! decodes to the same.

#![no_main]

use hub_wire::Value;
use hub_wire::moodle::{Function, Request};
use hub_wire::moodle_rest::{Format, RestLimits, decode, encode, parse, response};
use libfuzzer_sys::fuzz_target;

const LIMITS: RestLimits = RestLimits { bytes: 64 * 1024, fields: 300, depth: 6, name_bytes: 128 };

fuzz_target!(|input: &[u8]| {
    let (query, body) = match input.iter().position(|byte| *byte == 0) {
        Some(at) => (&input[..at], &input[at + 1..]),
        None => (input, &input[..0]),
    };
    if let Ok(params) = decode(query, &LIMITS) {
        let again = decode(encode(&params).as_bytes(), &RestLimits::default()).expect("within the limits");
        assert_eq!(encode(&again), encode(&params));
    }
    let Ok(call) = parse(query, body, &LIMITS) else { return };
    assert!(depth(&Value::Struct(call.params.clone())) <= LIMITS.depth + 2);
    for format in [Format::Json, Format::Xml] {
        let _ = response(&Value::Struct(call.params.clone()), format);
    }
    for function in Function::ALL {
        if let Err(error) = Request::from_named(function, call.params.clone()) {
            let _ = error.to_string();
        }
    }
});

fn depth(value: &Value) -> usize {
    match value {
        Value::Struct(members) => 1 + members.iter().map(|(_, value)| depth(value)).max().unwrap_or(0),
        Value::List(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        _ => 1,
    }
}
