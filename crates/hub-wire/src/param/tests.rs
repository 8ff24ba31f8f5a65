use proptest::prelude::*;

use super::*;

const PLACE: Place<'static> = Place::ROOT;

fn read(kind: Kind, text: &str) -> Option<String> {
    string(kind, Value::text(text), &PLACE).ok().flatten()
}

#[test]
fn each_kind_of_word_refuses_what_it_does_not_know() {
    for (kind, good, bad) in [
        (Kind::Alpha, "students", "student5"),
        (Kind::AlphaNum, "field1010101", "field-1"),
        (Kind::AlphaNumExt, "cc-nc_sa", "cc-4.0"),
        (Kind::Licence, "cc-4.0", "cc 4.0"),
        (Kind::Url, "https://a.example", "javascript:x"),
        (Kind::Email, "a@b.example", "a@b"),
        (Kind::Text, "1 < 2", "<b>x</b>"),
        (Kind::NoTags, "a > b", "a<b"),
    ] {
        assert_eq!(read(kind, good).as_deref(), Some(good));
        assert_eq!(read(kind, bad), None, "{bad}");
        assert_eq!(read(kind, "").as_deref(), Some(""));
    }
}

#[test]
fn white_space_around_a_value_goes_but_not_around_raw_text() {
    assert_eq!(read(Kind::Alpha, " named\n").as_deref(), Some("named"));
    assert_eq!(read(Kind::Raw, " a ").as_deref(), Some(" a "));
}

#[test]
fn other_types_become_the_text_php_makes_of_them() {
    for (value, expected) in [
        (Value::Int(12), Some("12")),
        (Value::Double(27.5), Some("27.5")),
        (Value::Bool(true), Some("1")),
        (Value::Bool(false), Some("")),
        (Value::Nil, None),
    ] {
        assert_eq!(string(Kind::Text, value, &PLACE).unwrap().as_deref(), expected);
    }
    assert!(string(Kind::Text, Value::List(Vec::new()), &PLACE).is_err());
}

#[test]
fn numbers_may_be_texts() {
    for (text, expected) in
        [("3", Some(3)), ("3 ", Some(3)), ("03", Some(3)), ("3.0", Some(3)), ("-1", Some(-1)), ("", None)]
    {
        assert_eq!(int(Value::text(text), &PLACE), Ok(expected), "{text}");
    }
    for text in ["3x", "3.5", "1e400", "NaN", "9223372036854775808"] {
        assert!(int(Value::text(text), &PLACE).is_err(), "{text}");
    }
    assert_eq!(float(Value::text("2."), &PLACE), Ok(Some(2.0)));
    assert_eq!(float(Value::text("+1.5e1"), &PLACE), Ok(Some(15.0)));
    assert!(float(Value::text("1,5"), &PLACE).is_err());
    assert_eq!(boolean(Value::text("1"), &PLACE), Ok(Some(true)));
    assert!(boolean(Value::text("yes"), &PLACE).is_err());
    assert!(boolean(Value::Int(2), &PLACE).is_err());
}

#[test]
fn scripts_take_the_number_a_text_begins_with() {
    assert_eq!((clean_int("12abc"), clean_int(" -7"), clean_int("x"), clean_int("")), (12, -7, 0, 0));
    assert_eq!(clean_int("99999999999999999999"), 0);
    for (text, expected) in
        [("27.5", 27.5), ("2.", 2.0), ("1e3x", 1000.0), ("1e", 1.0), ("-1", -1.0), ("x", 0.0)]
    {
        assert!((clean_float(text) - expected).abs() < 1e-9, "{text}");
    }
    for (text, expected) in
        [("1", true), ("on", true), ("Yes", true), ("0", false), ("off", false), ("", false), ("x", true)]
    {
        assert_eq!(clean_bool(text), expected, "{text}");
    }
}

#[test]
fn a_long_wrong_value_is_shown_in_part() {
    let error = string(Kind::Alpha, Value::text("1".repeat(500)), &Place::parameter("x")).unwrap_err();
    assert!(error.to_string().len() < 200);
}

const KINDS: [Kind; 9] = [
    Kind::Raw,
    Kind::Text,
    Kind::NoTags,
    Kind::Alpha,
    Kind::AlphaNum,
    Kind::AlphaNumExt,
    Kind::Licence,
    Kind::Url,
    Kind::Email,
];

proptest! {
    #[test]
    fn what_was_cleaned_is_clean(text in any::<String>()) {
        for kind in KINDS {
            let cleaned = kind.clean(&text);
            prop_assert!(kind.allows(&cleaned), "{kind:?} {cleaned:?}");
            prop_assert_eq!(kind.allows(&text), cleaned == text.as_str());
        }
    }

    #[test]
    fn any_text_is_a_number_to_a_script(text in any::<String>()) {
        let _ = (clean_int(&text), clean_bool(&text));
        prop_assert!(clean_float(&text).is_finite());
    }
}
