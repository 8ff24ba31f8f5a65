//! What a site says of itself, put into its row: cut to size, absent fields left as they were.

use hub_core::site::{Counters, Disclosure, Site, SiteInfo, limits};
use hub_core::text::{EmailAddress, cut, cut_line};

/// What a site said, at registration or later; `None` where it said nothing.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Said {
    /// Name.
    pub name: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Administrator's name.
    pub contact_name: Option<String>,
    /// Administrator's mail address.
    pub contact_email: Option<String>,
    /// Telephone.
    pub contact_phone: Option<String>,
    /// Whether visitors may write.
    pub contactable: Option<bool>,
    /// Whether it wants mail.
    pub email_alert: Option<bool>,
    /// Language code.
    pub language: Option<String>,
    /// Country code.
    pub country: Option<String>,
    /// Region code.
    pub region: Option<String>,
    /// Postal address.
    pub street: Option<String>,
    /// Free text.
    pub geolocation: Option<String>,
    /// What may be shown.
    pub disclosure: Option<String>,
    /// Moodle's version.
    pub moodle_version: Option<String>,
    /// Moodle's release.
    pub moodle_release: Option<String>,
    /// Numbers; those it does not disclose are `None` inside.
    pub counters: Option<Counters>,
}

impl Said {
    /// The site's information with what was said now in the place of what was said before. The name is taken too.
    pub fn over(&self, before: &SiteInfo) -> SiteInfo {
        let line = |said: &Option<String>, before: &str, max: usize| {
            said.as_deref().map_or_else(|| before.to_owned(), |text| cut_line(text, max))
        };
        let email = match self.contact_email.as_deref() {
            None => before.contact_email.clone(),
            Some(text) => EmailAddress::parse(&cut_line(text, limits::EMAIL))
                .map(|e| e.as_str().to_owned())
                .unwrap_or_default(),
        };
        let counters = self.counters.clone().unwrap_or_else(|| before.counters.clone());
        SiteInfo {
            name: line(&self.name, &before.name, limits::LINE),
            description: self
                .description
                .as_deref()
                .map_or_else(|| before.description.clone(), |text| cut(text, limits::DESCRIPTION)),
            contact_name: line(&self.contact_name, &before.contact_name, limits::LINE),
            contact_email: email,
            contact_phone: line(&self.contact_phone, &before.contact_phone, limits::SHORT),
            contactable: self.contactable.unwrap_or(before.contactable),
            email_alert: self.email_alert.unwrap_or(before.email_alert),
            language: line(&self.language, &before.language, limits::LANGUAGE).to_ascii_lowercase(),
            country: line(&self.country, &before.country, 2).to_ascii_uppercase(),
            region: line(&self.region, &before.region, limits::REGION),
            street: line(&self.street, &before.street, limits::LINE),
            geolocation: line(&self.geolocation, &before.geolocation, limits::EMAIL),
            disclosure: self.disclosure.as_deref().map_or(before.disclosure, Disclosure::from_name),
            moodle_version: line(&self.moodle_version, &before.moodle_version, limits::SHORT),
            moodle_release: line(&self.moodle_release, &before.moodle_release, limits::RELEASE),
            counters,
        }
    }

    /// Takes all but a changed name, which waits for staff. Gives whether a name has begun to wait.
    pub(super) fn apply(&self, site: &mut Site) -> bool {
        let mut info = self.over(&site.info);
        let name = std::mem::replace(&mut info.name, site.info.name.clone());
        let changed = self.name.is_some() && !name.is_empty() && name != site.info.name;
        let newly = changed && site.waiting_name.as_deref() != Some(name.as_str());
        if self.name.is_some() {
            site.waiting_name = changed.then_some(name);
        }
        site.info = info;
        newly
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_said_stays_and_wrong_mail_addresses_become_nothing() {
        let before = SiteInfo { name: "Old".into(), street: "1 Main St".into(), ..SiteInfo::default() };
        let said = Said {
            name: Some("  École \n du Lac ".into()),
            contact_email: Some("not an address".into()),
            language: Some("FR".into()),
            ..Said::default()
        };
        let info = said.over(&before);
        assert_eq!(info.name, "École du Lac");
        assert_eq!(info.street, "1 Main St");
        assert_eq!(info.contact_email, "");
        assert_eq!(info.language, "fr");
    }
}
