use proptest::prelude::*;

use super::*;

/// The example of section 3.4.
const EXAMPLE: &str = "huburl=https%3A%2F%2Fhub.example&hubname=&password=&name=%C3%89cole%20du%20Lac&privacy=linked&description=Test%20site&language=fr&address=1%20Main%20St&regioncode=-&countrycode=FR&geolocation=&contactname=Ana%20Ruiz&contactphone=&contactemail=ana%40school.example&contactable=1&emailalert=1&imageurl=&moodleversion=2017051503&moodlerelease=3.3.3%20%28Build%3A%2020171113%29&courses=12&users=340&roleassignments=-1&posts=77&questions=0&resources=9&badges=0&issuedbadges=0&participantnumberaverage=27.5&modulenumberaverage=6.25&submitbutton=Register&enrolments=-1&street=1%20Main%20St&token=aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xYschool.example&url=https%3A%2F%2Fschool.example%2Fmoodle";

fn value(text: &str) -> Field<String> {
    Field::Value(text.to_owned())
}

fn parse(query: &str) -> Registration {
    Registration::parse(query.as_bytes(), b"").unwrap()
}

#[test]
fn the_address_of_a_classic_client_is_read() {
    let found = parse(EXAMPLE);
    assert_eq!(found.huburl, value("https://hub.example"));
    assert_eq!(found.name, value("École du Lac"));
    assert_eq!(found.url, value("https://school.example/moodle"));
    assert_eq!(found.token, value("aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xYschool.example"));
    assert_eq!(found.password, Field::Empty);
    assert_eq!(found.contactphone, Field::Empty);
    assert_eq!(found.contactable, Field::Value(true));
    assert_eq!(found.enrolments, Field::Value(-1.0));
    assert_eq!(found.participantnumberaverage, Field::Value(27.5));
    assert_eq!(found.badges, Field::Value(0));
    assert_eq!(found.moodleversion, value("2017051503"));
    assert_eq!(found.moodlerelease, value("3.3.3 (Build: 20171113)"));
    assert_eq!(found.freshmoodletoken, Field::Absent);
    assert_eq!(found.action, None);
}

#[test]
fn absent_and_empty_are_told_apart() {
    let found = parse("token=x&url=http%3A%2F%2Fa.example&name&description=+&contactemail=nonsense");
    assert_eq!(found.name, Field::Empty);
    assert_eq!(found.description, Field::Empty);
    assert_eq!(found.contactemail, Field::Empty);
    assert_eq!(found.language, Field::Absent);
    assert_eq!(found.users, Field::Absent);
}

#[test]
fn old_names_stand_in_for_missing_ones() {
    let found = parse("Xlanguage=fr&language=&address=1+Main+St&roleassignments=7");
    assert_eq!(found.language, value("fr"));
    assert_eq!(found.street, value("1 Main St"));
    assert_eq!(found.enrolments, Field::Value(7.0));
    let found = parse("Xlanguage=fr&language=en&street=2+Side+St&address=1+Main+St");
    assert_eq!(found.language, value("en"));
    assert_eq!(found.street, value("2 Side St"));
}

#[test]
fn values_are_cleaned_silently() {
    let found = parse("name=%3Cb%3EA%3C%2Fb%3E+school&language=e%20n!&url=http%3A%2F%2Fa+b&users=12abc");
    assert_eq!(found.name, value("A school"));
    assert_eq!(found.language, value("en"));
    assert_eq!(found.url, Field::Empty);
    assert_eq!(found.users, Field::Value(12.0));
}

#[test]
fn our_own_form_wins_over_the_address() {
    let found = Registration::parse(b"name=a&action=copied", b"name=b&action=moved").unwrap();
    assert_eq!(found.name, value("b"));
    assert_eq!(found.action, Some(Action::Moved));
}

#[test]
fn the_address_as_typed_and_the_secret_come_back_byte_for_byte() {
    let found = parse("huburl=HTTP%3A%2F%2FHub.Example%2Fx+y&token=a%3Cb%3E%20");
    assert_eq!(found.huburl, value("HTTP://Hub.Example/x y"));
    assert_eq!(found.token, value("a<b> "));
}

#[test]
fn the_way_back_has_the_classic_order_and_encoding() {
    let way = WayBack {
        site_url: "https://school.example/moodle",
        hub_url: "https://hub.example",
        secret: "aB3dschool.example",
        hub_name: "Example Hub",
    };
    assert_eq!(
        way.confirm("0123456789abcdef0123456789abcdef"),
        "https://school.example/moodle/admin/registration/confirmregistration.php?newtoken=0123456789abcdef0123456789abcdef&url=https%3A%2F%2Fhub.example&token=aB3dschool.example&hubname=Example%20Hub"
    );
    assert_eq!(
        way.renew(),
        "https://school.example/moodle/admin/registration/renewregistration.php?url=https%3A%2F%2Fhub.example&token=aB3dschool.example&hubname=Example%20Hub"
    );
}

#[test]
fn a_registration_without_end_is_refused() {
    let long = vec![b'a'; MAX_BYTES + 1];
    assert_eq!(Registration::parse(&long, b""), Err(TooLarge { found: MAX_BYTES + 1 }));
}

proptest! {
    #[test]
    fn any_query_is_survived(query in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Registration::parse(&query, &query);
    }

    #[test]
    fn a_value_survives_the_way_there(text in "[a-zA-Zé日 ]{1,30}") {
        let found = parse(&format!("name={}", form::encode(&text)));
        let expected = if text.trim().is_empty() { Field::Empty } else { value(text.trim()) };
        prop_assert_eq!(found.name, expected);
    }
}
