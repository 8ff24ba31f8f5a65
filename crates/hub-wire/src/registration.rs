//! The registration address (section 3.3) and the addresses a browser is sent back to (section 1).

use std::fmt::Write as _;

use crate::form;
use crate::param::{Kind, clean_bool, clean_float, clean_int};

/// One field of the registration address. Present but empty is an error of the person; absent is not,
/// since core cuts its address at 2000 characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// The name is not in the address.
    #[default]
    Absent,
    /// The name is there, and nothing is left of its value after cleaning.
    Empty,
    /// The cleaned value.
    Value(T),
}

impl<T> Field<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Empty => None,
        }
    }

    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Empty => None,
        }
    }

    /// Whether the name is there without a value.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// This field, or the other one if this has no value and that one does.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Absent | Self::Empty, Self::Value(value)) => Self::Value(value),
            (Self::Absent, other) => other,
            (this, _) => this,
        }
    }
}

/// What the administrator chose on the hub's own page about a moved or copied site (section 3.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is the same site at a new address.
    Moved,
    /// It is a copy and needs a secret of its own.
    Copied,
}

/// The parameters of `siteregistration.php`, cleaned. Unknown names are ignored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Registration {
    /// The hub's address as the administrator typed it, byte for byte: the site looks its record up by it.
    pub huburl: Field<String>,
    /// The site's **secret**, byte for byte.
    pub token: Field<String>,
    /// The hub's **password**, byte for byte.
    pub password: Field<String>,
    /// The site's address.
    pub url: Field<String>,
    /// The site's name.
    pub name: Field<String>,
    /// Its description.
    pub description: Field<String>,
    /// The administrator's name.
    pub contactname: Field<String>,
    /// The administrator's mail address.
    pub contactemail: Field<String>,
    /// The administrator's telephone number.
    pub contactphone: Field<String>,
    /// Address of an image; empty in known clients.
    pub imageurl: Field<String>,
    /// `notdisplayed`, `named` or `linked`.
    pub privacy: Field<String>,
    /// Language code; from `Xlanguage` if `language` has none.
    pub language: Field<String>,
    /// Postal address; from `address` if `street` has none.
    pub street: Field<String>,
    /// Region; core sends `-`.
    pub regioncode: Field<String>,
    /// ISO 3166 alpha-2.
    pub countrycode: Field<String>,
    /// Free text.
    pub geolocation: Field<String>,
    /// Whether visitors may write to the administrator.
    pub contactable: Field<bool>,
    /// Whether the administrator wants mails from the hub.
    pub emailalert: Field<bool>,
    /// Moodle's version as text.
    pub moodleversion: Field<String>,
    /// Moodle's release.
    pub moodlerelease: Field<String>,
    /// Number of users; like all counters `-1` when not disclosed.
    pub users: Field<f64>,
    /// Number of courses.
    pub courses: Field<f64>,
    /// Number of enrolments; from `roleassignments` if `enrolments` has none.
    pub enrolments: Field<f64>,
    /// Number of forum posts.
    pub posts: Field<f64>,
    /// Number of questions.
    pub questions: Field<f64>,
    /// Number of resources.
    pub resources: Field<f64>,
    /// Average number of participants of a course.
    pub participantnumberaverage: Field<f64>,
    /// Average number of activities of a course.
    pub modulenumberaverage: Field<f64>,
    /// Number of badges.
    pub badges: Field<i64>,
    /// Number of badges issued.
    pub issuedbadges: Field<i64>,
    /// The choice about a moved or copied site.
    pub action: Option<Action>,
    /// Code of the mail to the old contact (section 3.5c).
    pub freshmoodletoken: Field<String>,
    /// Id of the site that code is for.
    pub id: Field<i64>,
    /// Whether the replacement is confirmed.
    pub freshmoodletokenconf: Field<bool>,
}

/// Longest query or body that is read. Registrations have 1 to 4 kB; web servers stop at 8 to 64.
pub const MAX_BYTES: usize = 256 * 1024;

/// Query or body is over [`MAX_BYTES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the registration has {found} bytes, at most {MAX_BYTES} are read")]
pub struct TooLarge {
    /// How long it is.
    pub found: usize,
}

impl Registration {
    /// Reads the query and, for our own forms, the body; both still encoded. The body's value wins, and
    /// of two in the same place the last.
    pub fn parse(query: &[u8], body: &[u8]) -> Result<Self, TooLarge> {
        if let Some(found) = [query.len(), body.len()].into_iter().find(|length| *length > MAX_BYTES) {
            return Err(TooLarge { found });
        }
        let mut registration = Self::default();
        let (mut address, mut roleassignments) = (Field::Absent, Field::Absent);
        let mut x_language = Field::Absent;
        for (name, value) in form::pairs(query).chain(form::pairs(body)) {
            match &*name {
                "address" => address = text(Kind::Text, &value),
                "roleassignments" => roleassignments = count(&value),
                "Xlanguage" => x_language = text(Kind::AlphaNumExt, &value),
                name => registration.set(name, &value),
            }
        }
        registration.street = registration.street.or(address);
        registration.enrolments = registration.enrolments.or(roleassignments);
        registration.language = registration.language.or(x_language);
        Ok(registration)
    }

    fn set(&mut self, name: &str, value: &str) {
        match name {
            "huburl" => self.huburl = verbatim(value),
            "token" => self.token = verbatim(value),
            "password" => self.password = verbatim(value),
            "url" => self.url = text(Kind::Url, value),
            "name" => self.name = text(Kind::Text, value),
            "description" => self.description = text(Kind::Text, value),
            "contactname" => self.contactname = text(Kind::Text, value),
            "contactemail" => self.contactemail = text(Kind::Email, value),
            "contactphone" => self.contactphone = text(Kind::Text, value),
            "imageurl" => self.imageurl = text(Kind::Url, value),
            "privacy" => self.privacy = text(Kind::Alpha, value),
            "language" => self.language = text(Kind::AlphaNumExt, value),
            "street" => self.street = text(Kind::Text, value),
            "regioncode" => self.regioncode = text(Kind::AlphaNumExt, value),
            "countrycode" => self.countrycode = text(Kind::AlphaNumExt, value),
            "geolocation" => self.geolocation = text(Kind::Raw, value),
            "contactable" => self.contactable = filled(value, clean_bool),
            "emailalert" => self.emailalert = filled(value, clean_bool),
            "moodleversion" => self.moodleversion = version(value),
            "moodlerelease" => self.moodlerelease = text(Kind::Text, value),
            "users" => self.users = count(value),
            "courses" => self.courses = count(value),
            "enrolments" => self.enrolments = count(value),
            "posts" => self.posts = count(value),
            "questions" => self.questions = count(value),
            "resources" => self.resources = count(value),
            "participantnumberaverage" => self.participantnumberaverage = count(value),
            "modulenumberaverage" => self.modulenumberaverage = count(value),
            "badges" => self.badges = filled(value, clean_int),
            "issuedbadges" => self.issuedbadges = filled(value, clean_int),
            "action" => {
                self.action = match &*Kind::Alpha.clean(value) {
                    "moved" => Some(Action::Moved),
                    "copied" => Some(Action::Copied),
                    _ => None,
                };
            }
            "freshmoodletoken" => self.freshmoodletoken = text(Kind::AlphaNumExt, value),
            "id" => self.id = filled(value, clean_int),
            "freshmoodletokenconf" => {
                self.freshmoodletokenconf = filled(value, |value| clean_int(value) != 0);
            }
            _ => {}
        }
    }
}

fn text(kind: Kind, value: &str) -> Field<String> {
    let cleaned = kind.clean(value.trim());
    match cleaned.trim() {
        "" => Field::Empty,
        cleaned => Field::Value(cleaned.to_owned()),
    }
}

/// What must come back to the site unchanged is not cleaned, but for NUL; tags in it are harmless since
/// it is compared, hashed or encoded, never shown.
fn verbatim(value: &str) -> Field<String> {
    match &*Kind::Raw.clean(value) {
        "" => Field::Empty,
        value => Field::Value(value.to_owned()),
    }
}

fn filled<T>(value: &str, clean: impl Fn(&str) -> T) -> Field<T> {
    if value.trim().is_empty() { Field::Empty } else { Field::Value(clean(value)) }
}

fn count(value: &str) -> Field<f64> {
    filled(value, clean_float)
}

/// A version number as text, so that its decimals stay what they were.
fn version(value: &str) -> Field<String> {
    let value = value.trim();
    let end = value.find(|character: char| !matches!(character, '0'..='9' | '.')).unwrap_or(value.len());
    if end == 0 { Field::Empty } else { Field::Value(value[..end].to_owned()) }
}

/// The addresses of a site that a browser is sent to. They must be reached by GET: core since 3.4 hands
/// only the query on to its plug-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayBack<'a> {
    /// The site's address.
    pub site_url: &'a str,
    /// The hub's address **byte for byte as the site knows it** (section 3.2).
    pub hub_url: &'a str,
    /// The site's secret, raw.
    pub secret: &'a str,
    /// The hub's name.
    pub hub_name: &'a str,
}

impl WayBack<'_> {
    /// Where a registration ends: the site takes `new_token`, of letters and digits only.
    pub fn confirm(&self, new_token: &str) -> String {
        self.script("confirmregistration.php", Some(("newtoken", new_token)))
    }

    /// Where a site makes itself a new secret.
    pub fn renew(&self) -> String {
        self.script("renewregistration.php", None)
    }

    /// Parameters in the classic order: newtoken, url, token, hubname.
    fn script(&self, script: &str, first: Option<(&str, &str)>) -> String {
        let mut out = format!("{}/admin/registration/{script}?", self.site_url.trim_end_matches('/'));
        let rest = [("url", self.hub_url), ("token", self.secret), ("hubname", self.hub_name)];
        for (index, (name, value)) in first.into_iter().chain(rest).enumerate() {
            let separator = if index == 0 { "" } else { "&" };
            write!(out, "{separator}{name}={}", form::encode(value))
                .expect("writing into a String cannot fail");
        }
        out
    }
}

#[cfg(test)]
mod tests;
