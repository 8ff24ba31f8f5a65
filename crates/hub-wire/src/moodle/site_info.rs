//! What a site says about itself in `hub_update_site_info` (section 6.2).

use crate::Value;
use crate::param::{Fields, Kind, ParamError, Place};

/// A site's description of itself.
///
/// From XML-RPC every field the classic hub requires was sent, so `None` means null; from REST an absent
/// field is `None` as well and says nothing about the site's value. Counters are `-1` when the site does
/// not disclose them. Texts are not cut to any length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteInfo {
    /// The site's name.
    pub name: Option<String>,
    /// Its address, as the site writes it.
    pub url: Option<String>,
    /// Its description.
    pub description: Option<String>,
    /// The administrator's name.
    pub contactname: Option<String>,
    /// The administrator's mail address.
    pub contactemail: Option<String>,
    /// The administrator's telephone number.
    pub contactphone: Option<String>,
    /// Address of an image; known clients send it empty.
    pub imageurl: Option<String>,
    /// `notdisplayed`, `named` or `linked`.
    pub privacy: Option<String>,
    /// Language code.
    pub language: Option<String>,
    /// Postal address.
    pub street: Option<String>,
    /// Region; core sends `-`.
    pub regioncode: Option<String>,
    /// ISO 3166 alpha-2, or empty.
    pub countrycode: Option<String>,
    /// Free text.
    pub geolocation: Option<String>,
    /// Whether visitors may write to the administrator.
    pub contactable: Option<bool>,
    /// Whether the administrator wants mails from the hub.
    pub emailalert: Option<bool>,
    /// Moodle's version as text, with its decimals: `2017051501.03`.
    pub moodleversion: Option<String>,
    /// Moodle's release: `3.3.1+ (Build: 20170727)`.
    pub moodlerelease: Option<String>,
    /// Number of users.
    pub users: Option<f64>,
    /// Number of courses.
    pub courses: Option<f64>,
    /// Number of enrolments.
    pub enrolments: Option<f64>,
    /// Number of forum posts.
    pub posts: Option<f64>,
    /// Number of questions.
    pub questions: Option<f64>,
    /// Number of resources.
    pub resources: Option<f64>,
    /// Average number of participants of a course.
    pub participantnumberaverage: Option<f64>,
    /// Average number of activities of a course.
    pub modulenumberaverage: Option<f64>,
    /// Number of badges; since Moodle 2.5.
    pub badges: Option<i64>,
    /// Number of badges issued; since Moodle 2.5.
    pub issuedbadges: Option<i64>,
}

/// What the classic hub requires of an XML-RPC client, present though perhaps null.
const REQUIRED: [&str; 25] = [
    "name",
    "url",
    "description",
    "contactname",
    "contactemail",
    "contactphone",
    "imageurl",
    "privacy",
    "language",
    "street",
    "regioncode",
    "countrycode",
    "geolocation",
    "contactable",
    "emailalert",
    "moodleversion",
    "moodlerelease",
    "users",
    "courses",
    "enrolments",
    "posts",
    "questions",
    "resources",
    "participantnumberaverage",
    "modulenumberaverage",
];

impl SiteInfo {
    /// Reads the struct of an XML-RPC client: what the classic hub requires must be there.
    pub(super) fn whole(value: Value, place: &Place<'_>) -> Result<Self, ParamError> {
        let fields = Fields::open(value, place)?;
        fields.require(&REQUIRED)?;
        Self::read(fields)
    }

    /// Reads the struct of a REST client, of which any member may be missing.
    pub(super) fn partial(value: Value, place: &Place<'_>) -> Result<Self, ParamError> {
        Self::read(Fields::open(value, place)?)
    }

    /// What identifies the site or speaks for it is refused when it is not clean. Minor facts are
    /// cleaned, so that one odd value does not cost a site its registration (section 5).
    fn read(mut fields: Fields<'_>) -> Result<Self, ParamError> {
        let fields = &mut fields;
        Ok(Self {
            name: fields.optional_text("name", Kind::Text)?,
            url: fields.optional_text("url", Kind::Url)?,
            description: fields.optional_text("description", Kind::Text)?,
            contactname: fields.optional_text("contactname", Kind::Text)?,
            contactemail: fields.optional_text("contactemail", Kind::Email)?,
            contactphone: fields.cleaned_text("contactphone", Kind::Text)?,
            imageurl: fields.cleaned_text("imageurl", Kind::Url)?,
            privacy: fields.optional_text("privacy", Kind::Alpha)?,
            language: fields.optional_text("language", Kind::AlphaNumExt)?,
            street: fields.cleaned_text("street", Kind::Text)?,
            regioncode: fields.cleaned_text("regioncode", Kind::AlphaNumExt)?,
            countrycode: fields.cleaned_text("countrycode", Kind::AlphaNumExt)?,
            geolocation: fields.cleaned_text("geolocation", Kind::Raw)?,
            contactable: fields.optional_bool("contactable")?,
            emailalert: fields.optional_bool("emailalert")?,
            moodleversion: fields.number_text("moodleversion")?,
            moodlerelease: fields.cleaned_text("moodlerelease", Kind::Text)?,
            users: fields.optional_float("users")?,
            courses: fields.optional_float("courses")?,
            enrolments: fields.optional_float("enrolments")?,
            posts: fields.optional_float("posts")?,
            questions: fields.optional_float("questions")?,
            resources: fields.optional_float("resources")?,
            participantnumberaverage: fields.optional_float("participantnumberaverage")?,
            modulenumberaverage: fields.optional_float("modulenumberaverage")?,
            badges: fields.optional_int("badges")?,
            issuedbadges: fields.optional_int("issuedbadges")?,
        })
    }
}
