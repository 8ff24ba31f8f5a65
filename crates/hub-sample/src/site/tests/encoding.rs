//! What PHP's encoders made of the same values.

use crate::site::{Family, Wire, encode};

/// The call of the encoding notes: text, number, fraction, truth, nothing, empty list, struct with markup.
fn call(family: Family) -> String {
    let parameters = [
        Wire::from("ü — €"),
        Wire::Int(1),
        Wire::Double(1.5),
        Wire::Bool(true),
        Wire::Null,
        Wire::List(Vec::new()),
        Wire::object([("a", Wire::from("<&>\"'"))]),
    ];
    encode::xmlrpc(family, "hub_get_courses", parameters.iter())
}

#[test]
fn a_moodle_3_3_writes_every_byte_of_a_letter_as_a_reference() {
    let xml = call(Family::ExtUnpatched);
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<methodCall>\n<methodName>hub_get_courses</methodName>\n<params>\n <param>\n  <value>\n   <string>&#195;&#188; &#226;&#128;&#148; &#226;&#130;&#172;</string>\n"));
    assert!(xml.contains("   <double>1.500000</double>\n"));
    assert!(xml.contains("   <string/>\n"), "nothing is sent as empty text");
    assert!(xml.contains("   <array>\n    <data/>\n   </array>\n"));
    assert!(xml.contains("      <string>&#60;&#38;&#62;&#34;'</string>\n"));
}

#[test]
fn a_later_moodle_writes_letters_raw_and_markup_as_references() {
    let xml = call(Family::ExtPatched);
    assert!(xml.contains("   <string>ü — €</string>\n"));
    assert!(xml.contains("      <string>&#60;&#38;&#62;&#34;'</string>\n"));
}

#[test]
fn numbers_wrap_to_32_bits_from_moodle_3_1_on() {
    let xml = encode::xmlrpc(Family::ExtPatched, "f", [Wire::Int(3_000_000_000)].iter());
    assert!(xml.contains("<int>-1294967296</int>"));
}

#[test]
fn zend_writes_one_line_and_leaves_the_point_of_a_whole_fraction() {
    let parameters = [Wire::Double(2.0), Wire::Double(27.5), Wire::Null, Wire::from("a & \"b\"\nü")];
    let xml = encode::xmlrpc(Family::Zend, "f", parameters.iter());
    assert_eq!(
        xml,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall><methodName>f</methodName><params>\
         <param><value><double>2.</double></value></param><param><value><double>27.5</double></value></param>\
         <param><value><nil/></value></param>\
         <param><value><string>a &amp; &quot;b&quot;\nü</string></value></param></params></methodCall>"
    );
}

#[test]
fn a_call_without_parameters_has_its_family_form() {
    let none = std::iter::empty;
    assert!(
        encode::xmlrpc(Family::ExtUnpatched, "f", none())
            .ends_with("</methodName>\n<params/>\n</methodCall>\n")
    );
    assert!(encode::xmlrpc(Family::Zend, "f", none()).ends_with("<methodName>f</methodName></methodCall>"));
}

#[test]
fn rest_names_parameters_in_brackets_and_leaves_nothing_out_but_nulls() {
    let options = Wire::object([
        ("ids", Wire::from(vec![57_i64])),
        ("language", Wire::Null),
        ("coverage", Wire::from("a b")),
    ]);
    let body = encode::rest(
        "publichub",
        "hub_get_courses",
        &[("enrollable", Wire::Bool(false)), ("options", options)],
    );
    assert_eq!(
        body,
        "wstoken=publichub&wsfunction=hub_get_courses&moodlewsrestformat=json&enrollable=0&options%5Bids%5D%5B0%5D=57&options%5Bcoverage%5D=a+b"
    );
}
