use proptest::prelude::*;

use super::*;
use crate::xmlrpc::{Family, Limits, Response, fault_code, fault_text, parse_call, parse_response};

fn written(value: &Value) -> String {
    let mut out = String::new();
    write_value(&mut out, value);
    out
}

#[test]
fn a_fault_reads_as_on_the_classic_hub() {
    let text = fault_text("Invalid token - token not found", "invalidtoken");
    assert_eq!(
        fault(fault_code("invalidtoken"), &text, ReplyForm::Utf8),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><fault><value><struct><member><name>faultCode\
         </name><value><int>89159464</int></value></member><member><name>faultString</name><value><string>Invalid \
         token - token not found | ERRORCODE: invalidtoken</string></value></member></struct></value></fault>\
         </methodResponse>"
    );
}

#[test]
fn the_odd_label_changes_nothing_but_the_label() {
    let value = Value::text("café");
    let odd = response(&value, ReplyForm::Latin1Label);
    assert!(odd.starts_with("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><methodResponse>"));
    assert_eq!(odd.replace("ISO-8859-1", "UTF-8"), response(&value, ReplyForm::Utf8));
    assert!(odd.contains("caf\u{e9}"));
}

#[test]
fn values_have_their_classic_form() {
    for (value, expected) in [
        (Value::Int(57), "<int>57</int>"),
        (Value::Int(2_147_483_647), "<int>2147483647</int>"),
        (Value::Int(2_147_483_648), "<string>2147483648</string>"),
        (Value::Int(-2_147_483_649), "<string>-2147483649</string>"),
        (Value::Double(1.0), "<double>1.000000</double>"),
        (Value::Double(27.5), "<double>27.500000</double>"),
        (Value::Double(f64::NAN), "<double>0.000000</double>"),
        (Value::Bool(true), "<boolean>1</boolean>"),
        (Value::Nil, "<string/>"),
        (Value::text(""), "<string/>"),
        (Value::List(Vec::new()), "<array><data/></array>"),
        (Value::Struct(Vec::new()), "<struct/>"),
        (Value::text("a & <b> \"c\"\nd\te\rf"), "<string>a &#38; &#60;b&#62; \"c\"\nd\te&#13;f</string>"),
        (Value::Base64(b"hello".to_vec()), "<base64>aGVsbG8=</base64>"),
    ] {
        assert_eq!(written(&value), expected);
    }
}

#[test]
fn characters_outside_xml_are_left_out() {
    let text = "a\0b\u{B}c\u{FFFE}d\u{FFFF}e\u{F000}f\u{1F}";
    assert_eq!(written(&Value::text(text)), "<string>abcde\u{F000}f</string>");
}

fn leaves() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<i32>().prop_map(|number| Value::Int(number.into())),
        // Multiples of 1/64 have at most six decimals.
        any::<i32>().prop_map(|number| Value::Double(f64::from(number) / 64.0)),
        any::<bool>().prop_map(Value::Bool),
        any::<String>().prop_map(Value::Text),
        proptest::collection::vec(any::<u8>(), 0..20).prop_map(Value::Base64),
        "[0-9T:]{0,20}".prop_map(Value::DateTime),
    ]
}

fn values() -> impl Strategy<Value = Value> {
    leaves().prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            proptest::collection::vec(("[a-zé<&]{0,12}", inner), 0..6).prop_map(|members| Value::Struct(
                members.into_iter().map(|(name, value)| (name.into(), value)).collect()
            )),
        ]
    })
}

/// The value without what XML cannot carry.
fn carried(value: Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(text.chars().filter(|c| is_legal_character(*c)).collect()),
        Value::List(items) => Value::List(items.into_iter().map(carried).collect()),
        Value::Struct(members) => {
            Value::Struct(members.into_iter().map(|(name, value)| (name, carried(value))).collect())
        }
        other => other,
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(value in values()) {
        let text = response(&value, ReplyForm::Utf8);
        let read = parse_response(text.as_bytes(), &Limits::default());
        prop_assert_eq!(read, Ok(Response::Value(carried(value))));
    }

    #[test]
    fn what_a_client_writes_is_read_by_every_family(value in values()) {
        let mut body = "<methodCall><methodName>m</methodName><params><param><value>".to_owned();
        write_value(&mut body, &value);
        body.push_str("</value></param></params></methodCall>");
        for family in [Family::Zend, Family::Extension] {
            let call = parse_call(body.as_bytes(), family, &Limits::default()).unwrap();
            prop_assert_eq!(&call.params, &[carried(value.clone())]);
        }
    }

    #[test]
    fn any_bytes_are_survived(body in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse_call(&body, Family::Extension, &Limits::default());
    }

    #[test]
    fn any_arrangement_of_elements_keeps_the_limits(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("<value>"), Just("</value>"), Just("<array><data>"), Just("</data></array>"), Just("<struct>"),
                Just("</struct>"), Just("<member><name>a</name>"), Just("</member>"), Just("<int>1</int>"),
                Just("<nil/>"), Just("text"), Just("&#195;&#169;"), Just("&amp;"), Just("</param><param>"), Just(" "),
            ],
            0..40,
        )
    ) {
        let limits = Limits { depth: 4, values: 6, text_bytes: 8, ..Limits::default() };
        let body = format!(
            "<methodCall><methodName>m</methodName><params><param>{}</param></params></methodCall>",
            pieces.concat()
        );
        if let Ok(call) = parse_call(body.as_bytes(), Family::Extension, &limits) {
            let (mut count, mut deepest) = (0, 0);
            for value in &call.params {
                measure(value, 1, &mut count, &mut deepest);
            }
            prop_assert!(count <= 6 && deepest <= 4);
        }
    }
}

fn measure(value: &Value, depth: usize, count: &mut usize, deepest: &mut usize) {
    *count += 1;
    *deepest = depth.max(*deepest);
    match value {
        Value::List(items) => items.iter().for_each(|item| measure(item, depth + 1, count, deepest)),
        Value::Struct(members) => {
            for (_, value) in members {
                measure(value, depth + 1, count, deepest);
            }
        }
        _ => {}
    }
}
