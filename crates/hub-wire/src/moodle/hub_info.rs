//! What `hub_get_info` tells (section 6.1).

use crate::Value;

/// The hub's description of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HubInfo {
    /// Name.
    pub name: String,
    /// Description, without tags.
    pub description: String,
    /// Whether there is a logo.
    pub hublogo: bool,
    /// Language code.
    pub language: String,
    /// The hub's address; clients build the address of the logo from it.
    pub url: String,
    /// Registered sites.
    pub sites: i64,
    /// Listed courses.
    pub courses: i64,
    /// Listed adverts.
    pub enrollablecourses: i64,
    /// Listed shares.
    pub downloadablecourses: i64,
    /// Only for a caller that may see it: the hub directory.
    pub contact: Option<HubContact>,
}

/// Whom the directory may write to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HubContact {
    /// Name.
    pub contactname: String,
    /// Mail address.
    pub contactemail: String,
    /// `private`, `public` or `search` (section 8.3).
    pub privacy: String,
}

impl HubInfo {
    /// The struct on the wire. `sites` and `courses` are doubles there, the other counts integers.
    pub fn into_value(self) -> Value {
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
        let (sites, courses) = (self.sites as f64, self.courses as f64);
        let mut members = vec![
            ("name".into(), Value::Text(self.name)),
            ("description".into(), Value::Text(self.description)),
            ("hublogo".into(), Value::Int(i64::from(self.hublogo))),
            ("language".into(), Value::Text(self.language)),
            ("url".into(), Value::Text(self.url)),
            ("sites".into(), Value::Double(sites)),
            ("courses".into(), Value::Double(courses)),
            ("enrollablecourses".into(), Value::Int(self.enrollablecourses)),
            ("downloadablecourses".into(), Value::Int(self.downloadablecourses)),
        ];
        if let Some(contact) = self.contact {
            members.extend([
                ("contactname".into(), Value::Text(contact.contactname)),
                ("contactemail".into(), Value::Text(contact.contactemail)),
                ("privacy".into(), Value::Text(contact.privacy)),
            ]);
        }
        Value::Struct(members)
    }
}
