use super::*;
use crate::xmlrpc::{ReplyForm, fault, response};

const PROLOG: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

fn parse(body: &str) -> Result<Call, ParseError> {
    parse_call(body.as_bytes(), Family::Extension, &Limits::default())
}

/// The one parameter of a call whose value is written so.
fn value(written: &str) -> Result<Value, ParseError> {
    let body = format!(
        "{PROLOG}<methodCall><methodName>m</methodName><params><param><value>{written}</value></param></params></methodCall>"
    );
    parse(&body).map(|call| call.params.into_iter().next().unwrap())
}

#[test]
fn every_way_to_write_no_parameters_is_the_same() {
    for params in ["", "<params/>", "<params></params>", "<params>\n</params>"] {
        let body =
            format!("{PROLOG}<methodCall>\n<methodName>hub_get_info</methodName>\n{params}</methodCall>\n\n");
        let call = parse(&body).unwrap();
        assert_eq!((call.method.as_str(), call.params.len()), ("hub_get_info", 0));
    }
}

#[test]
fn indented_and_compact_bodies_read_alike() {
    let indented = format!(
        "{PROLOG}<methodCall>\n<methodName>hub_get_courses</methodName>\n<params>\n <param>\n  <value>\n   \
         <string> a b </string>\n  </value>\n </param>\n <param>\n  <value>\n   <struct>\n    <member>\n     \
         <name>ids</name>\n     <value>\n      <array>\n       <data>\n        <value>\n         <int>1</int>\n        \
         </value>\n       </data>\n      </array>\n     </value>\n    </member>\n   </struct>\n  </value>\n </param>\n\
         </params>\n</methodCall>\n"
    );
    let compact = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall><methodName>hub_get_courses</methodName>\
         <params><param><value><string> a b </string></value></param><param><value><struct><member><name>ids</name>\
         <value><array><data><value><int>1</int></value></data></array></value></member></struct></value></param>\
         </params></methodCall>";
    assert_eq!(parse(&indented).unwrap(), parse(compact).unwrap());
    assert_eq!(parse(compact).unwrap().params[0], Value::text(" a b "));
}

#[test]
fn every_type_of_every_client_is_read() {
    for (written, expected) in [
        ("<int>12</int>", Value::Int(12)),
        ("<int>\n -1 </int>", Value::Int(-1)),
        ("<i4>+7</i4>", Value::Int(7)),
        ("<i8>3000000000</i8>", Value::Int(3_000_000_000)),
        ("<double>27.5</double>", Value::Double(27.5)),
        ("<double>2.</double>", Value::Double(2.0)),
        ("<double>-1.5e3</double>", Value::Double(-1500.0)),
        ("<boolean>1</boolean>", Value::Bool(true)),
        ("<boolean>0</boolean>", Value::Bool(false)),
        ("<nil/>", Value::Nil),
        ("<ex:nil xmlns:ex=\"http://x.example\"/>", Value::Nil),
        ("<string/>", Value::text("")),
        ("<string></string>", Value::text("")),
        ("untyped &amp; bare", Value::text("untyped & bare")),
        ("", Value::text("")),
        ("  ", Value::text("  ")),
        ("<string><![CDATA[a <b> & c]]></string>", Value::text("a <b> & c")),
        ("<string>&#60;&#38;&#x3E;&quot;&apos;&#10;</string>", Value::text("<&>\"'\n")),
        ("<string>a\r\nb\rc&#13;d</string>", Value::text("a\nb\nc\rd")),
        ("<string>a<!-- no -->b</string>", Value::text("ab")),
        ("<array><data/></array>", Value::List(Vec::new())),
        ("<struct></struct>", Value::Struct(Vec::new())),
        ("<base64>aGV s\nbG8=</base64>", Value::Base64(b"hello".to_vec())),
        (
            "<dateTime.iso8601>20171121T00:00:00</dateTime.iso8601>",
            Value::DateTime("20171121T00:00:00".to_owned()),
        ),
    ] {
        assert_eq!(value(written), Ok(expected), "{written}");
    }
}

#[test]
fn byte_references_are_repaired_but_for_the_zend_client() {
    let body = "<methodCall><methodName>m</methodName><params><param><value>\
                <string>caf&#195;&#169; &#233;</string></value></param></params></methodCall>";
    assert_eq!(parse(body).unwrap().params, [Value::text("café é")]);
    let zend = parse_call(body.as_bytes(), Family::Zend, &Limits::default()).unwrap();
    assert_eq!(zend.params, [Value::text("cafÃ© é")]);
}

#[test]
fn definitions_and_entities_are_refused() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><methodCall><methodName>&a;</methodName></methodCall>";
    assert_eq!(parse(bomb), Err(ParseError::DoctypeRefused));
    let outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><methodCall/>";
    assert_eq!(parse(outside), Err(ParseError::DoctypeRefused));
    assert_eq!(value("<string>&eacute;</string>"), Err(ParseError::UnknownEntity("eacute".to_owned())));
}

#[test]
fn characters_outside_xml_are_refused() {
    for written in [
        "<string>&#0;</string>",
        "<string>&#11;</string>",
        "<string>&#xFFFE;</string>",
        "<string>&#xD800;</string>",
        "<string>&#99999999999;</string>",
        "<string>&#;</string>",
        "<string>\u{1}</string>",
        "<string>\u{FFFF}</string>",
    ] {
        assert_eq!(value(written), Err(ParseError::IllegalCharacter), "{written:?}");
    }
}

#[test]
fn values_that_are_not_what_they_say_are_refused() {
    for written in [
        "<int>x</int>",
        "<int/>",
        "<int>99999999999999999999</int>",
        "<double>inf</double>",
        "<double>NaN</double>",
        "<double>1,5</double>",
        "<boolean>2</boolean>",
        "<base64>*</base64>",
        "<string>a</string><string>b</string>",
        "a<string>b</string>",
        "<string>a</string>b",
        "<money>1</money>",
        "<array></array>x",
        "<struct><member><name>a</name></member></struct>",
        "<struct><member><value>a</value></member></struct>",
        "<array><data>1</data></array>",
    ] {
        assert!(matches!(value(written), Err(ParseError::Unexpected(_))), "{written}");
    }
}

#[test]
fn what_is_no_call_is_refused() {
    for body in [
        "",
        "hello",
        "<html/>",
        "<methodResponse/>",
        "<methodCall/>",
        "<methodCall><params/></methodCall>",
        "<methodCall><methodName> </methodName></methodCall>",
        "<methodCall><methodName>a</methodName></methodCall>x",
        "<methodCall><methodName>a</methodName></methodCall><methodCall/>",
        "<methodCall><methodName>a</methodName>",
    ] {
        assert!(
            matches!(parse(body), Err(ParseError::Unexpected(_) | ParseError::Malformed { .. })),
            "{body}"
        );
    }
    assert!(matches!(parse("<methodCall><methodName>a</b></methodCall>"), Err(ParseError::Malformed { .. })));
    assert!(matches!(
        parse("<methodCall><methodName>a & b</methodName></methodCall>"),
        Err(ParseError::Malformed { .. })
    ));
}

#[test]
fn each_limit_is_kept_and_named() {
    let limits = Limits { body_bytes: 400, depth: 3, values: 5, text_bytes: 10, name_bytes: 8 };
    let read = |params: &str| {
        let body = format!("<methodCall><methodName>m</methodName><params>{params}</params></methodCall>");
        parse_call(body.as_bytes(), Family::Zend, &limits)
    };
    let param = |value: &str| read(&format!("<param><value>{value}</value></param>"));
    assert!(param("0123456789").is_ok());
    assert_eq!(param("0123456789x"), Err(ParseError::TextTooLong { limit: 10 }));
    assert_eq!(param("<string>01234&amp;6789x</string>"), Err(ParseError::TextTooLong { limit: 10 }));
    let nested = |depth: usize| {
        format!("{}{}", "<array><data><value>".repeat(depth), "</value></data></array>".repeat(depth))
    };
    assert!(param(&nested(2)).is_ok());
    assert_eq!(param(&nested(3)), Err(ParseError::TooDeep { limit: 3 }));
    assert_eq!(read(&"<param><value/></param>".repeat(6)), Err(ParseError::TooManyValues { limit: 5 }));
    assert_eq!(
        param("<struct><member><name>ninechars</name><value/></member></struct>"),
        Err(ParseError::NameTooLong { limit: 8 })
    );
    assert_eq!(read(&" ".repeat(400)), Err(ParseError::BodyTooLarge { limit: 400, found: 468 }));
}

#[test]
fn a_body_of_nothing_but_openings_is_refused_early() {
    let body = format!(
        "<methodCall><methodName>m</methodName><params><param>{}",
        "<value><array><data>".repeat(100_000)
    );
    assert_eq!(parse(&body), Err(ParseError::TooDeep { limit: 64 }));
}

#[test]
fn replies_and_faults_read_back() {
    let limits = Limits::default();
    for form in [ReplyForm::Utf8, ReplyForm::Latin1Label] {
        let written = response(&Value::text("café — 日本"), form);
        assert_eq!(
            parse_response(written.as_bytes(), &limits),
            Ok(Response::Value(Value::text("café — 日本")))
        );
        let written = fault(404, "é", form);
        let expected = Response::Fault { code: 404, text: "é".to_owned() };
        assert_eq!(parse_response(written.as_bytes(), &limits), Ok(expected));
    }
}
