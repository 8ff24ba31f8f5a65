//! Mails about sites: to staff, and to a site's contact in the site's language.

use hub_core::address::SiteAddress;
use hub_core::notice::Kind;
use hub_core::site::{Site, SiteInfo};
use hub_db::Tx;
use jiff::Timestamp;

use crate::mail::{self, Notice, Receiver};
use crate::{App, AppError};

/// To staff: a new site.
pub(super) async fn new_site(app: &App, tx: &mut Tx, site: &Site, now: Timestamp) -> Result<(), AppError> {
    let info = &site.info;
    let contact = format!("{} <{}>", info.contact_name, info.contact_email);
    let values = [
        ("contact", contact.as_str()),
        ("language", info.language.as_str()),
        ("moodle", info.moodle_release.as_str()),
        ("link", &desk_link(app, site)),
    ];
    to_staff(app, tx, site, Kind::SiteNew, &values, now).await
}

/// To staff: a name or address changed or waits to be changed.
pub(super) async fn changed_site(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    old: (&str, &str),
    new: (&str, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    let values = [
        ("site", old.0),
        ("address", old.1),
        ("new_site", new.0),
        ("new_address", new.1),
        ("link", &desk_link(app, site)),
    ];
    to_staff(app, tx, site, Kind::SiteChanged, &values, now).await
}

/// To the site's contact: registered, and what to do if the Moodle does not say so.
pub(super) async fn registered(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    code: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let link = app.address.join(&format!("/registrations/{code}"));
    to_contact(app, tx, site, Kind::SiteRegistered, &[("link", &link)], now).await
}

/// To the old contact: somebody registers the address with another secret.
pub(super) async fn replacement_link(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    code: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let link = app.address.join(&format!("/registrations/replace/{code}"));
    to_contact(app, tx, site, Kind::ReplacementLink, &[("link", &link)], now).await
}

/// To staff: the same, to be compared.
pub(super) async fn newcomer(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    info: &SiteInfo,
    now: Timestamp,
) -> Result<(), AppError> {
    let contact = format!("{} <{}>", info.contact_name, info.contact_email);
    let link = desk_link(app, site);
    let values = [("new_site", info.name.as_str()), ("contact", contact.as_str()), ("link", &link)];
    to_staff(app, tx, site, Kind::SiteNewcomer, &values, now).await
}

/// To the old contact of a site as it was: staff gave its registration to a newcomer on its address.
pub(super) async fn replaced(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    new_site: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    to_contact(app, tx, site, Kind::SiteReplaced, &[("new_site", new_site)], now).await
}

/// To the old contact of a site as it was: its address changed by its own secret.
pub(super) async fn moved(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    new_address: &SiteAddress,
    now: Timestamp,
) -> Result<(), AppError> {
    let new_address = new_address.to_string();
    to_contact(app, tx, site, Kind::SiteMoved, &[("new_address", &new_address)], now).await
}

/// To the site's contact: staff deleted the site; the link cleans the site's own record up.
pub(super) async fn deleted(app: &App, tx: &mut Tx, site: &Site, now: Timestamp) -> Result<(), AppError> {
    to_contact(app, tx, site, Kind::SiteDeleted, &[("link", &clean_up_link(app, site))], now).await
}

/// To the site's contact: not accepted.
pub(super) async fn refused(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    reason: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let values = [("reason", reason), ("link", &clean_up_link(app, site))];
    to_contact(app, tx, site, Kind::SiteRefused, &values, now).await
}

/// To the site's contact: one token spoke for two installations, and has ended.
pub(super) async fn split(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    installations: &[String],
    now: Timestamp,
) -> Result<(), AppError> {
    let values = [("text", installations.join("\n")), ("link", clean_up_link(app, site))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    to_contact(app, tx, site, Kind::SiteSplit, &values, now).await
}

/// To the site's contact: staff ended its token; how it gets another one.
pub(super) async fn token_ended(app: &App, tx: &mut Tx, site: &Site, now: Timestamp) -> Result<(), AppError> {
    to_contact(app, tx, site, Kind::SiteTokenEnded, &[("link", &clean_up_link(app, site))], now).await
}

/// To the site's contact: trusted from now on.
pub(super) async fn trusted(app: &App, tx: &mut Tx, site: &Site, now: Timestamp) -> Result<(), AppError> {
    to_contact(app, tx, site, Kind::SiteTrusted, &[], now).await
}

/// To the site's contact: nothing was heard of it since that day; `why` its address does not answer, if it does not.
pub(crate) async fn silent(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    since: &str,
    why: Option<&str>,
    now: Timestamp,
) -> Result<(), AppError> {
    let kind = if why.is_some() { Kind::SiteUnreachable } else { Kind::SiteSilent };
    let values = [("since", since), ("reason", why.unwrap_or_default())];
    to_contact(app, tx, site, kind, &values, now).await
}

/// To staff: it came back on its old address; to its old contact too if its courses came back with it.
pub(super) async fn came_back(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    old_contact: &str,
    keeps_courses: bool,
    now: Timestamp,
) -> Result<(), AppError> {
    let kept = [("kept", if keeps_courses { "yes" } else { "no" })];
    to_staff(app, tx, site, Kind::SiteCameBack, &kept, now).await?;
    if keeps_courses {
        let contact = Receiver::Address { address: old_contact, language: &site.info.language };
        write(app, tx, site, Kind::SiteCameBack, &[contact], &kept, now).await?;
    }
    Ok(())
}

/// To the site's contact: accepted, with the way back. Without a code it has expired, and the site registers again.
pub(super) async fn accepted(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    code: Option<&str>,
    now: Timestamp,
) -> Result<(), AppError> {
    let Some(code) = code else {
        return to_contact(app, tx, site, Kind::SiteAcceptedAgain, &[], now).await;
    };
    let link = app.address.join(&format!("/registrations/{code}"));
    to_contact(app, tx, site, Kind::SiteAccepted, &[("link", &link)], now).await
}

/// Staff's page of the site.
fn desk_link(app: &App, site: &Site) -> String {
    app.address.join(&format!("/admin/sites/{}", site.id))
}

/// The page of the site that forgets this hub. Core up to 3.3 has it itself, later it is the plug-in's.
pub(super) fn clean_up_link(app: &App, site: &Site) -> String {
    let hub = percent_encoding::utf8_percent_encode(app.address.as_str(), percent_encoding::NON_ALPHANUMERIC);
    if is_before_3_4(&site.info.moodle_version, &site.info.moodle_release) {
        format!("{}/admin/registration/index.php?huburl={hub}&force=1&unregistration=1", site.address)
    } else {
        format!(
            "{}/admin/tool/customhub/index.php?huburl={hub}&unregistration=1&cleanregdata=1",
            site.address
        )
    }
}

/// Moodle 3.4 took hubs out of core; its first version number is 2017111300.
fn is_before_3_4(version: &str, release: &str) -> bool {
    const MOODLE_3_4: u64 = 2_017_111_300;
    let whole = version.split('.').next().and_then(|digits| digits.parse::<u64>().ok());
    if let Some(version) = whole {
        return version < MOODLE_3_4;
    }
    let mut numbers = release.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<u32>().ok());
    matches!((numbers.next(), numbers.next()), (Some(major), Some(minor)) if (major, minor) < (3, 4))
}

async fn to_contact(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    kind: Kind,
    values: &[(&str, &str)],
    now: Timestamp,
) -> Result<(), AppError> {
    let info = &site.info;
    let contact = Receiver::Address { address: &info.contact_email, language: &info.language };
    write(app, tx, site, kind, &[contact], values, now).await
}

async fn to_staff(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    kind: Kind,
    values: &[(&str, &str)],
    now: Timestamp,
) -> Result<(), AppError> {
    write(app, tx, site, kind, &[Receiver::Administrators], values, now).await
}

/// Writes a notice; what its text needs and `values` does not hold is the site's as it is.
async fn write(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    kind: Kind,
    receivers: &[Receiver<'_>],
    values: &[(&str, &str)],
    now: Timestamp,
) -> Result<(), AppError> {
    let address = site.address.to_string();
    let own =
        [("site", site.info.name.as_str()), ("address", &address), ("hub_address", app.address.as_str())];
    let given = |name: &str| values.iter().any(|(known, _)| *known == name);
    let own = own.into_iter().filter(|(name, _)| !given(name));
    let values: Vec<_> = values.iter().copied().chain(own).collect();
    mail::notify(app, tx, &Notice { kind, receivers, values: &values }, now).await
}

#[cfg(test)]
mod tests {
    use super::is_before_3_4;

    #[test]
    fn the_version_says_where_the_clean_up_page_is() {
        assert!(is_before_3_4("2017051503.00", "3.3.3 (Build: 20171113)"));
        assert!(!is_before_3_4("2017111300", "3.4"));
        assert!(is_before_3_4("", "2.9.1"));
        assert!(!is_before_3_4("", "4.5.6+"));
        assert!(!is_before_3_4("", "3.11.2"));
    }
}
