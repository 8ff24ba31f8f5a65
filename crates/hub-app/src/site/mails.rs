//! Mails about sites.

use hub_core::address::SiteAddress;
use hub_core::site::Site;
use hub_core::text::EmailAddress;
use hub_db::Tx;
use jiff::Timestamp;

use crate::mail::{self, Draft};
use crate::{App, AppError};

/// To staff: a new site.
pub(super) async fn new_site(app: &App, tx: &mut Tx, site: &Site, now: Timestamp) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let info = &site.info;
    let subject = format!("{hub}: new site \"{}\"", info.name);
    let body = format!(
        "A site has registered with {hub}.\n\nName: {}\nAddress: {}\nContact: {} <{}>\nLanguage: {}\nMoodle: {}\n\n\
         It is not trusted: its publications wait for you. To trust it: coursehub site trust {}\n",
        info.name,
        site.address,
        info.contact_name,
        info.contact_email,
        info.language,
        info.moodle_release,
        site.id
    );
    mail::queue_to_staff(app, tx.cx(), "site_new", subject, body, now).await
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
    let hub = &app.policy().name;
    let subject = format!("{hub}: site \"{}\" has another name or address", old.0);
    let body = format!(
        "Site {} of {hub} says that it has another name or address.\n\nName: {}\n  now: {}\nAddress: {}\n  now: {}\n\n\
         To see it: coursehub site show {}\n",
        site.id, old.0, new.0, old.1, new.1, site.id
    );
    mail::queue_to_staff(app, tx.cx(), "site_changed", subject, body, now).await
}

/// To the site's contact: registered, and what to do if the Moodle does not say so.
pub(super) async fn registered(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    code: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: your site \"{}\" is registered", site.info.name);
    let body = format!(
        "Your site {} is registered with {hub} ({}).\n\nIf your Moodle does not say so, the way back to it was \
         blocked. This page shows where things stand, and lets you try again:\n{}\n",
        site.address,
        app.address,
        app.address.join(&format!("/registrations/{code}"))
    );
    to_contact(app, tx, site, "site_registered", subject, body, now).await
}

/// To the old contact: somebody registers the address with another secret.
pub(super) async fn replacement_link(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    code: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: is your site \"{}\" being registered anew?", site.info.name);
    let body = format!(
        "Somebody registers {} with {hub} once more, with another secret. That happens after a Moodle was installed \
         anew. If it was you, open this link, compare the two and confirm; it works once and for 7 days:\n{}\n\n\
         If it was not you, do nothing: your registration stays as it is.\n",
        site.address,
        app.address.join(&format!("/registrations/replace/{code}"))
    );
    to_contact(app, tx, site, "replacement_link", subject, body, now).await
}

/// To the old contact of a site as it was: its address changed by its own secret.
pub(super) async fn moved(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    new_address: &SiteAddress,
    now: Timestamp,
) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: your site \"{}\" has moved", site.info.name);
    let body = format!(
        "Your site {} is now registered with {hub} at {new_address}. If that was not you, its secret is known to \
         somebody else: write to the hub's staff.\n",
        site.address
    );
    to_contact(app, tx, site, "site_moved", subject, body, now).await
}

/// To the site's contact: staff deleted the site; the link cleans the site's own record up.
pub(super) async fn deleted(app: &App, tx: &mut Tx, site: &Site, now: Timestamp) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: your site \"{}\" was removed", site.info.name);
    let body = format!(
        "Your site {} was removed from {hub} ({}) by its staff. Your Moodle still believes that it is registered; \
         this link cleans that up (sign in as administrator first):\n{}\n\nYou may register again afterwards.\n",
        site.address,
        app.address,
        clean_up_link(app, site)
    );
    to_contact(app, tx, site, "site_deleted", subject, body, now).await
}

/// To the site's contact: not accepted.
pub(super) async fn refused(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    reason: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: your site \"{}\" was not accepted", site.info.name);
    let body = format!(
        "The staff of {hub} ({}) did not accept your site {}. The reason:\n\n{reason}\n\nYour Moodle keeps an open \
         registration; this link cleans that up (sign in as administrator first):\n{}\n",
        app.address,
        site.address,
        clean_up_link(app, site)
    );
    to_contact(app, tx, site, "site_refused", subject, body, now).await
}

/// To the site's contact: one token spoke for two installations, and has ended.
pub(super) async fn split(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    installations: &[String],
    now: Timestamp,
) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: two copies of \"{}\" used one registration", site.info.name);
    let body = format!(
        "Two installations used the registration of {} with {hub}:\n{}\n\nOne is a copy of the other's database. Both \
         were signed off. In each that shall stay: unregister from the hub (with force if asked):\n{}\nthen register \
         again. The courses and their numbers stay with the site at {}.\n",
        site.address,
        bullets(installations),
        clean_up_link(app, site),
        site.address
    );
    to_contact(app, tx, site, "site_split", subject, body, now).await
}

/// To the site's contact: staff ended its token; how it gets another one.
pub(super) async fn token_ended(app: &App, tx: &mut Tx, site: &Site, now: Timestamp) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: your site \"{}\" must register again", site.info.name);
    let body = format!(
        "The staff of {hub} has ended the token that your site {} uses, so that nobody else can use it. Your courses \
         and their numbers stay. To go on, let your Moodle forget this hub:\n{}\nthen register again at {}.\n",
        site.address,
        clean_up_link(app, site),
        app.address
    );
    to_contact(app, tx, site, "site_token_ended", subject, body, now).await
}

fn bullets(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |text, line| text + "- " + line + "\n")
}

/// To the site's contact, and to staff: it came back on its old address.
pub(super) async fn came_back(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    old_contact: &str,
    keeps_courses: bool,
    now: Timestamp,
) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: site \"{}\" has registered again", site.info.name);
    let what = if keeps_courses {
        "It left while two copies used its registration, so it has its courses back at once.".to_owned()
    } else {
        format!(
            "It has another secret than before. Its former courses stay public, but it cannot change them until \
             staff confirms that it is the same site: coursehub site confirm {}",
            site.id
        )
    };
    let body =
        format!("Site {} ({}) left {hub} and has registered again.\n\n{what}\n", site.id, site.address);
    mail::queue_to_staff(app, tx.cx(), "site_came_back", subject.clone(), body.clone(), now).await?;
    match EmailAddress::parse(old_contact) {
        Some(to) if keeps_courses => {
            mail::queue(app, tx.cx(), &Draft { kind: "site_came_back", to, subject, body }, now).await?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// To the site's contact: accepted, with the way back. Without a code it has expired, and the site registers again.
pub(super) async fn accepted(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    code: Option<&str>,
    now: Timestamp,
) -> Result<(), AppError> {
    let hub = &app.policy().name;
    let subject = format!("{hub}: your site \"{}\" was accepted", site.info.name);
    let next = match code {
        Some(code) => format!(
            "Sign in there as administrator, then open this page in the same browser and press \
             \"Finish the registration\":\n{}\n",
            app.address.join(&format!("/registrations/{code}"))
        ),
        None => format!("Register it once more from your Moodle, at {}; that finishes it.\n", app.address),
    };
    let body = format!("The staff of {hub} accepted your site {}.\n\n{next}", site.address);
    to_contact(app, tx, site, "site_accepted", subject, body, now).await
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
    kind: &'static str,
    subject: String,
    body: String,
    now: Timestamp,
) -> Result<(), AppError> {
    if let Some(to) = EmailAddress::parse(&site.info.contact_email) {
        mail::queue(app, tx.cx(), &Draft { kind, to, subject, body }, now).await?;
    }
    Ok(())
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
