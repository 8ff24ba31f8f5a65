//! What a site tells about itself when it registers.

use super::Family;
use super::value::Wire;

/// The fields of the registration form (classic protocol notes, section 3.3). Counters are what is sent: `-1` means
/// that the site does not say.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are; the names are the protocol's")]
pub struct SiteInfo {
    pub name: String,
    pub description: String,
    /// `notdisplayed`, `named` or `linked`.
    pub privacy: String,
    /// ISO 639-1.
    pub language: String,
    pub street: String,
    /// Always `-` in the clients known.
    pub region_code: String,
    /// ISO 3166 alpha-2, or empty.
    pub country_code: String,
    pub geolocation: String,
    pub contact_name: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub is_contactable: bool,
    pub wants_mail: bool,
    pub image_url: String,
    /// As the database has it, `2017051501.03`.
    pub moodle_version: String,
    pub moodle_release: String,
    /// The hub's password, as typed by the administrator.
    pub password: String,
    pub courses: i64,
    pub users: i64,
    pub enrolments: i64,
    pub posts: i64,
    pub questions: i64,
    pub resources: i64,
    pub badges: i64,
    pub issued_badges: i64,
    pub participants_per_course: f64,
    pub modules_per_course: f64,
}

impl SiteInfo {
    /// A small school of that name with a Moodle of that family.
    pub fn new(family: Family, name: impl Into<String>) -> Self {
        let (version, release) = family.moodle();
        let name = name.into();
        Self {
            description: format!("{name} and its courses"),
            name,
            privacy: "linked".to_owned(),
            language: "en".to_owned(),
            street: "1 Main Street".to_owned(),
            region_code: "-".to_owned(),
            country_code: "FR".to_owned(),
            geolocation: String::new(),
            contact_name: "Ada Admin".to_owned(),
            contact_phone: String::new(),
            contact_email: "ada@school.example".to_owned(),
            is_contactable: true,
            wants_mail: true,
            image_url: String::new(),
            moodle_version: version.to_owned(),
            moodle_release: release.to_owned(),
            password: String::new(),
            courses: 12,
            users: 340,
            enrolments: -1,
            posts: 77,
            questions: 0,
            resources: 9,
            badges: 0,
            issued_badges: 0,
            participants_per_course: 27.5,
            modules_per_course: 6.25,
        }
    }

    /// The registration query of core 2.0 to 3.3, in its order. What is empty stands there without `=`, as the
    /// recorded requests have it.
    pub(super) fn classic_query(&self, hub_url: &str, secret: &str, wwwroot: &str) -> String {
        // The form's field is whole: the decimals of the version are cut.
        let version = self.moodle_version.split('.').next().unwrap_or_default();
        let flag = |set: bool| if set { "1" } else { "0" }.to_owned();
        let number = |value: i64| value.to_string();
        let fields = [
            ("huburl", hub_url.to_owned()),
            ("hubname", String::new()),
            ("password", self.password.clone()),
            ("name", self.name.clone()),
            ("privacy", self.privacy.clone()),
            ("description", self.description.clone()),
            ("language", self.language.clone()),
            ("address", self.street.clone()),
            ("regioncode", self.region_code.clone()),
            ("countrycode", self.country_code.clone()),
            ("geolocation", self.geolocation.clone()),
            ("contactname", self.contact_name.clone()),
            ("contactphone", self.contact_phone.clone()),
            ("contactemail", self.contact_email.clone()),
            ("contactable", flag(self.is_contactable)),
            ("emailalert", flag(self.wants_mail)),
            ("imageurl", self.image_url.clone()),
            ("moodleversion", version.to_owned()),
            ("moodlerelease", self.moodle_release.clone()),
            ("courses", number(self.courses)),
            ("users", number(self.users)),
            ("roleassignments", number(self.enrolments)),
            ("posts", number(self.posts)),
            ("questions", number(self.questions)),
            ("resources", number(self.resources)),
            ("badges", number(self.badges)),
            ("issuedbadges", number(self.issued_badges)),
            ("participantnumberaverage", self.participants_per_course.to_string()),
            ("modulenumberaverage", self.modules_per_course.to_string()),
            ("submitbutton", "Register".to_owned()),
            ("enrolments", number(self.enrolments)),
            ("street", self.street.clone()),
            ("token", secret.to_owned()),
            ("url", wwwroot.to_owned()),
        ];
        query(&fields)
    }

    /// The registration query of core 3.4 and later: it stops before the address would exceed 2000 characters.
    pub(super) fn core_query(&self, start: &str, secret: &str, wwwroot: &str) -> String {
        let fields = self.core_fields(secret, wwwroot);
        let fits = |count: usize| start.len() + query(&fields[..count]).len() <= CORE_URL_LIMIT;
        let count = (0..=fields.len()).rev().find(|&count| fits(count)).unwrap_or(0);
        query(&fields[..count])
    }

    /// How long the address would be if it held everything.
    pub(super) fn core_length(&self, secret: &str, wwwroot: &str) -> usize {
        query(&self.core_fields(secret, wwwroot)).len()
    }

    fn core_fields(&self, secret: &str, wwwroot: &str) -> Vec<(&'static str, String)> {
        let flag = |set: bool| if set { "1" } else { "0" }.to_owned();
        vec![
            ("token", secret.to_owned()),
            ("url", wwwroot.to_owned()),
            ("policyagreed", "1".to_owned()),
            ("language", self.language.clone()),
            ("countrycode", self.country_code.clone()),
            ("privacy", self.privacy.clone()),
            ("contactemail", self.contact_email.clone()),
            ("emailalert", flag(self.wants_mail)),
            ("emailalertemail", String::new()),
            ("commnews", "0".to_owned()),
            ("commnewsemail", String::new()),
            ("contactname", self.contact_name.clone()),
            ("name", self.name.clone()),
            ("description", self.description.clone()),
            ("imageurl", self.image_url.clone()),
            ("contactphone", self.contact_phone.clone()),
            ("regioncode", self.region_code.clone()),
            ("geolocation", self.geolocation.clone()),
            ("street", self.street.clone()),
            ("organisationtype", "school".to_owned()),
            ("courses", self.courses.to_string()),
            ("users", self.users.to_string()),
            ("activeusers", self.users.to_string()),
        ]
    }

    /// The struct of `hub_update_site_info`, in the client's order (classic protocol notes, section 6.2).
    pub(super) fn update(&self, wwwroot: &str) -> Wire {
        let text = |value: &str| Wire::Text(value.to_owned());
        let flag = |set: bool| text(if set { "1" } else { "0" });
        Wire::object([
            ("name", text(&self.name)),
            ("description", text(&self.description)),
            ("contactname", text(&self.contact_name)),
            ("contactemail", text(&self.contact_email)),
            ("contactphone", text(&self.contact_phone)),
            ("imageurl", text(&self.image_url)),
            ("privacy", text(&self.privacy)),
            ("street", text(&self.street)),
            ("regioncode", text(&self.region_code)),
            ("countrycode", text(&self.country_code)),
            ("geolocation", text(&self.geolocation)),
            ("contactable", flag(self.is_contactable)),
            ("emailalert", flag(self.wants_mail)),
            ("courses", Wire::Int(self.courses)),
            ("users", Wire::Int(self.users)),
            ("enrolments", Wire::Int(self.enrolments)),
            ("posts", Wire::Int(self.posts)),
            ("questions", Wire::Int(self.questions)),
            ("resources", Wire::Int(self.resources)),
            ("badges", Wire::Int(self.badges)),
            ("issuedbadges", Wire::Int(self.issued_badges)),
            ("participantnumberaverage", average(self.participants_per_course)),
            ("modulenumberaverage", average(self.modules_per_course)),
            ("language", text(&self.language)),
            ("moodleversion", text(&self.moodle_version)),
            ("moodlerelease", text(&self.moodle_release)),
            ("url", text(wwwroot)),
        ])
    }
}

/// Where core 3.4 and later stop adding to the address (classic protocol notes, section 3.3).
const CORE_URL_LIMIT: usize = 2000;

/// PHP's division of whole numbers without remainder is a whole number.
#[expect(clippy::cast_possible_truncation, reason = "averages of a school are small")]
fn average(value: f64) -> Wire {
    if value.fract() == 0.0 { Wire::Int(value as i64) } else { Wire::Double(value) }
}

/// `name=value&…` with PHP's `rawurlencode`; an empty value leaves the name alone.
fn query(fields: &[(&str, String)]) -> String {
    let parts: Vec<_> =
        fields
            .iter()
            .map(|(name, value)| {
                if value.is_empty() {
                    (*name).to_owned()
                } else {
                    format!("{name}={}", raw_url_encode(value))
                }
            })
            .collect();
    parts.join("&")
}

/// Percent-encodes everything but letters, digits and `-_.~`.
pub(super) fn raw_url_encode(text: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
