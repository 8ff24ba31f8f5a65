//! Which form of a reply each client shows right: the table of the recorded trials.

use serde_json::json;

use crate::site::{Family, Reply, decode};

#[derive(Clone, Copy, Debug)]
enum Form {
    Utf8,
    Utf8LabelledLatin1,
    CodePoints,
    Bytes,
}

fn reply(text: &str, form: Form) -> Vec<u8> {
    let label = if matches!(form, Form::Utf8LabelledLatin1) { "ISO-8859-1" } else { "UTF-8" };
    let content: String = match form {
        Form::Utf8 | Form::Utf8LabelledLatin1 => text.to_owned(),
        Form::CodePoints => text
            .chars()
            .map(|c| if c.is_ascii() { c.to_string() } else { format!("&#{};", c as u32) })
            .collect(),
        Form::Bytes => text
            .bytes()
            .map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("&#{b};") })
            .collect(),
    };
    format!("<?xml version=\"1.0\" encoding=\"{label}\"?><methodResponse><params><param><value><string>{content}</string></value></param></params></methodResponse>")
        .into_bytes()
}

fn read(family: Family, text: &str, form: Form) -> String {
    match decode::xmlrpc(family, &reply(text, form)).unwrap() {
        Reply::Value(value) => value.as_str().unwrap().to_owned(),
        fault @ Reply::Fault { .. } => panic!("{fault:?}"),
    }
}

#[test]
fn replies_are_read_as_php_read_them() {
    // (text, form, right in 3.1-3.3, right in 4.1), as recorded.
    let trials = [
        ("café", Form::Utf8, false, true),
        ("café", Form::Utf8LabelledLatin1, true, true),
        ("café", Form::CodePoints, false, true),
        ("café", Form::Bytes, true, false),
        ("café —", Form::Utf8, true, true),
        ("café —", Form::Utf8LabelledLatin1, true, true),
        ("café —", Form::CodePoints, false, true),
        ("café —", Form::Bytes, true, false),
        ("日本", Form::Utf8, true, true),
        ("日本", Form::Utf8LabelledLatin1, true, true),
        ("日本", Form::CodePoints, true, true),
        ("日本", Form::Bytes, true, false),
        ("plain", Form::Utf8LabelledLatin1, true, true),
    ];
    for (text, form, unpatched, patched) in trials {
        assert_eq!(read(Family::ExtUnpatched, text, form) == text, unpatched, "3.3: {text} {form:?}");
        assert_eq!(read(Family::ExtPatched, text, form) == text, patched, "4.1: {text} {form:?}");
    }
}

#[test]
fn zend_reads_utf_8_and_not_the_odd_label() {
    assert_eq!(read(Family::Zend, "café 日本", Form::Utf8), "café 日本");
    assert_ne!(read(Family::Zend, "café", Form::Utf8LabelledLatin1), "café");
}

#[test]
fn a_line_end_ends_a_run_of_text() {
    // The first line fits into Latin-1 and is broken, the second does not and stays.
    assert_ne!(read(Family::ExtUnpatched, "é\n—", Form::Utf8), "é\n—");
}

#[test]
fn a_reply_is_read_with_all_its_types() {
    let xml = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodResponse> <params><param><value><struct>\
        <member><name>courses</name><value><array><data><value><int>1</int></value> <value>plain</value></data></array></value></member>\
        <member><name>none</name><value><array><data/></array></value></member>\
        <member><name>text</name><value><string/></value></member>\
        <member><name>sites</name><value><double>1.000000</double></value></member>\
        <member><name>yes</name><value><boolean>1</boolean></value></member>\
        </struct></value></param></params></methodResponse>";
    let value = json!({"courses": [1, "plain"], "none": [], "text": "", "sites": 1.0, "yes": true});
    assert_eq!(decode::xmlrpc(Family::Zend, xml).unwrap(), Reply::Value(value));
}

#[test]
fn a_fault_is_read_with_code_and_text() {
    let xml = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>89159464</int></value></member><member><name>faultString</name><value><string>Invalid token | ERRORCODE: invalidtoken</string></value></member></struct></value></fault></methodResponse>";
    let fault = Reply::Fault { code: 89_159_464, text: "Invalid token | ERRORCODE: invalidtoken".to_owned() };
    assert_eq!(decode::xmlrpc(Family::ExtUnpatched, xml).unwrap(), fault);
}

#[test]
fn what_no_client_reads_is_an_error() {
    for broken in [
        &b"\n<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse></methodResponse>"[..],
        b"",
        b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x><methodResponse/>",
        b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params><param><value><i8>1</i8></value></param></params></methodResponse>",
        b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params>",
    ] {
        assert!(decode::xmlrpc(Family::ExtUnpatched, broken).is_err(), "{}", String::from_utf8_lossy(broken));
    }
}
