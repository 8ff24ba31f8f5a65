//! A site publishes courses: new ones, and changes of adverts it published before.

use hub_core::act::{Act, Changed, Thing};
use hub_core::address::SiteAddress;
use hub_core::course::{ContentCount, CourseText, Kind, Version, limits};
use hub_core::listing::{Listing, Resent};
use hub_core::quota::{self, Again, QuotaError, WINDOW_HOURS};
use hub_core::rights::Actor;
use hub_core::site::{Site, SiteState};
use hub_core::text::{Title, cut, cut_line, cut_line_as_sent};
use hub_core::{CourseId, SiteId, VersionId};
use hub_db::Tx;
use jiff::{SignedDuration, Timestamp};

use super::{locks, screenshots};
use crate::mail::{self, Kind as MailKind, Notice, Receiver};
use crate::outside::fault::{self, Moment};
use crate::outside::markdown::TextFormat;
use crate::site::sighting::{self, Heard};
use crate::{App, AppError, FieldErrors, Missing};

/// Courses of one call: Moodle sends one, its plug-ins a site's courses at most by the dozen.
const MOST_AT_ONCE: usize = 100;

/// One course as its site sent it.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The course's id on its site.
    pub site_course_id: i64,
    /// Advert or share.
    pub kind: Kind,
    /// What it says; [`publish`] cuts every field to its size.
    pub text: CourseText,
    /// Screenshots stored before are not kept.
    pub delete_screenshots: bool,
}

/// Publishes courses of a site, all of them or none. Gives the version of each, in the same order.
///
/// An advert the site published before is changed in place; for an untrusted site whose advert is listed, or where
/// staff said no, the text waits as a change; so it does on any site with a licence that is not allowed. A share is always a new version, a draft until its package is read.
///
/// # Errors
/// `Invalid` names the field, `Quota` the limit, `Forbidden` a course of the site's former self.
pub async fn publish(
    app: &App,
    site_id: SiteId,
    publications: Vec<Publication>,
) -> Result<Vec<VersionId>, AppError> {
    app.may_change()?;
    let now = app.clock.now();
    if publications.len() > MOST_AT_ONCE {
        let mut errors = FieldErrors::default();
        errors.add(
            "courses",
            format!("at most {MOST_AT_ONCE} courses are taken in one call; send the others in another"),
        );
        return Err(AppError::Invalid(errors));
    }
    // Cleaning a long text takes milliseconds, many of them a second.
    let tidied =
        tokio::task::spawn_blocking(|| publications.into_iter().map(tidy).collect::<Result<Vec<_>, _>>());
    let publications = tidied.await.map_err(AppError::internal)??;
    let mut tx = app.db.begin().await?;
    let mut site = hub_db::site::lock(tx.cx(), site_id).await?.ok_or(AppError::NotFound(Missing::Site))?;
    if site.state != SiteState::Active {
        return Err(AppError::Forbidden(
            "this site is not active on this hub; ask the hub's staff".to_owned(),
        ));
    }
    let (mut ids, mut courses, mut new) = (Vec::with_capacity(publications.len()), Vec::new(), 0);
    let since = now - SignedDuration::from_hours(WINDOW_HOURS);
    let used = hub_db::version::count_since(tx.cx(), site.id, since).await?;
    let (policy, vocabularies) = (app.policy(), app.vocabularies());
    for publication in &publications {
        // With a licence the hub does not allow a person looks first, whoever sent it.
        let allowed = policy.allows_licence(vocabularies.licence(), &publication.text.licence);
        let judged = Site { trusted: site.trusted && allowed, ..site.clone() };
        let published = place(&mut tx, &judged, publication, now).await?;
        if let Some(kind) = published.waits {
            tell_moderators(app, &mut tx, kind, &site, (published.id, &publication.text.title), now).await?;
        }
        new += u32::from(published.is_new);
        ids.push(published.id);
        courses.push(published.course_id);
        fault::reach(Moment::BeforeCommit).await;
    }
    // After all rows are locked: whoever holds the feed's counter waits for nobody.
    for course_id in courses {
        hub_db::change::append(tx.cx(), Changed::Course(course_id), now).await?;
    }
    if note_sightings(&mut tx, &mut site, &publications, now).await? {
        hub_db::site::update(tx.cx(), &site).await?;
    }
    let limit = quota::limit(site.courses_per_day, app.policy().courses_per_site_per_day);
    if let Err(error) = quota::check(limit, u32::try_from(used).unwrap_or(u32::MAX), new) {
        let refused = with_wait(&mut tx, &site, error, new, now).await?;
        // What was placed above is taken back before the mail is written.
        drop(tx);
        tell_limit(app, &site, &refused, now).await?;
        return Err(refused.into());
    }
    tx.commit().await?;
    app.wake();
    fault::reach(Moment::BeforeAnswer).await;
    Ok(ids)
}

/// Mails the site's contact that its limit is reached, once in 24 hours.
async fn tell_limit(app: &App, site: &Site, refused: &QuotaError, now: Timestamp) -> Result<(), AppError> {
    let QuotaError::Reached { limit, .. } = refused else { return Ok(()) };
    let (kind, address) = (MailKind::LimitReached, site.info.contact_email.as_str());
    let mut tx = app.db.begin().await?;
    let since = now - SignedDuration::from_hours(WINDOW_HOURS);
    if hub_db::mail::was_written(tx.cx(), kind.name(), address, since).await? {
        return Ok(());
    }
    let limit = limit.to_string();
    let values = [("site", site.info.name.as_str()), ("limit", limit.as_str())];
    let receivers = [Receiver::Address { address, language: &site.info.language }];
    mail::notify(app, &mut tx, &Notice { kind, receivers: &receivers, values: &values }, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Says when there is place for `new` more.
async fn with_wait(
    tx: &mut Tx,
    site: &Site,
    error: QuotaError,
    new: u32,
    now: Timestamp,
) -> Result<QuotaError, AppError> {
    let QuotaError::Reached { limit, used, .. } = error else { return Ok(error) };
    let window = SignedDuration::from_hours(WINDOW_HOURS);
    let again = match quota::to_wait_for(limit, used, new) {
        None => Again::Fewer,
        Some(number) => {
            let oldest =
                hub_db::version::nth_since(tx.cx(), site.id, now - window, i64::from(number)).await?;
            oldest.map_or(Again::Later, |at| Again::In((at + window).duration_since(now)))
        }
    };
    Ok(QuotaError::Reached { limit, used, again })
}

/// Publications tell two installations with one token apart. Gives whether the site was marked just now.
async fn note_sightings(
    tx: &mut Tx,
    site: &mut Site,
    publications: &[Publication],
    now: Timestamp,
) -> Result<bool, AppError> {
    let mut heard = Vec::new();
    for publication in publications {
        let text = &publication.text;
        heard.push(Heard::Course(publication.site_course_id, text.short_name.clone()));
        if publication.kind == Kind::Advert {
            heard.extend(base_address(site, &text.course_url).map(Heard::Address));
        }
    }
    let was_cloned = site.cloned_at.is_some();
    sighting::note(tx, site, &heard, now).await?;
    Ok(site.cloned_at.is_some() && !was_cloned)
}

/// The address of the installation a course page lies on: Moodle's course pages are at `/course/view.php`. Other
/// addresses (an enrolment form elsewhere) say nothing.
fn base_address(site: &Site, course_url: &str) -> Option<String> {
    if site.address.contains(course_url) {
        return Some(site.address.key().to_owned());
    }
    let (base, _) = course_url.split_once("/course/view.php")?;
    SiteAddress::parse(base).ok().map(|address| address.key().to_owned())
}

struct Placed {
    id: VersionId,
    course_id: CourseId,
    is_new: bool,
    /// What staff is told, if it waits for them from now on.
    waits: Option<MailKind>,
}

/// Mails those who decide that something waits.
pub(crate) async fn tell_moderators(
    app: &App,
    tx: &mut Tx,
    kind: MailKind,
    site: &Site,
    (id, title): (VersionId, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    let link = app.address.join(&format!("/moderate/queue/{id}"));
    let values = [("title", title), ("site", site.info.name.as_str()), ("link", link.as_str())];
    mail::notify(app, tx, &Notice { kind, receivers: &[Receiver::Moderators], values: &values }, now).await
}

async fn place(
    tx: &mut Tx,
    site: &Site,
    publication: &Publication,
    now: Timestamp,
) -> Result<Placed, AppError> {
    let course = hub_db::course::lock_by_site_course(tx.cx(), site.id, publication.site_course_id).await?;
    if course.as_ref().is_some_and(|course| course.identity != site.identity) {
        return Err(former_self());
    }
    let course_id = course.map(|course| course.id);
    if let (Some(course_id), Kind::Advert) = (course_id, publication.kind)
        && let Some(advert) = hub_db::version::advert_of(tx.cx(), course_id).await?
    {
        let waits = resend(tx, site, advert.id, publication, now).await?;
        return Ok(Placed { id: advert.id, course_id, is_new: false, waits });
    }
    first_send(tx, site, course_id, publication, now).await
}

/// The refusal of a site that came back with another secret.
pub(super) fn former_self() -> AppError {
    AppError::Forbidden(
        "this course was published before the site registered again with another secret; the hub's staff must \
         confirm that it is the same site first"
            .to_owned(),
    )
}

async fn first_send(
    tx: &mut Tx,
    site: &Site,
    course_id: Option<CourseId>,
    publication: &Publication,
    now: Timestamp,
) -> Result<Placed, AppError> {
    let id = hub_db::version::next_id(tx.cx()).await?;
    let listing = match publication.kind {
        Kind::Advert => Listing::of_new_advert(site.trusted),
        Kind::Share => Listing::Draft,
    };
    let course_id = if let Some(course_id) = course_id {
        course_id
    } else {
        let course_id = CourseId(id.get());
        let (site, site_course_id) = (Some((site.id, site.identity)), Some(publication.site_course_id));
        hub_db::course::insert(tx.cx(), course_id, site, site_course_id, now).await?;
        course_id
    };
    let text_id = hub_db::version::insert_text(tx.cx(), id, &publication.text, now).await?;
    hub_db::page_text::keep_agreement(tx.cx(), text_id).await?;
    hub_db::version::insert(tx.cx(), id, course_id, publication.kind, &listing, text_id, now).await?;
    let act = Act::new("course.published", Thing::Version(id))
        .after(serde_json::json!({ "listing": listing.name(), "text": text_id }));
    hub_db::audit::record(tx.cx(), Actor::Site(site.id), &act, now).await?;
    let waits = (listing == Listing::Waiting).then_some(MailKind::CourseWaits);
    Ok(Placed { id, course_id, is_new: true, waits })
}

async fn resend(
    tx: &mut Tx,
    site: &Site,
    id: VersionId,
    publication: &Publication,
    now: Timestamp,
) -> Result<Option<MailKind>, AppError> {
    let version = hub_db::version::lock(tx.cx(), id).await?;
    let mut version = version.ok_or(AppError::NotFound(Missing::Course))?;
    let text = locks::hold(tx, &version, &publication.text, now).await?;
    let text_id = hub_db::version::insert_text(tx.cx(), id, &text, now).await?;
    hub_db::page_text::keep_agreement(tx.cx(), text_id).await?;
    let before = standing(&version);
    let pictures_from = version.waiting_text_id.unwrap_or(version.text_id);
    if !publication.delete_screenshots {
        screenshots::copy(tx, pictures_from, text_id).await?;
    }
    if let Some(replaced) = version.waiting_text_id.take() {
        screenshots::forget(tx, replaced, now).await?;
    }
    let name = match version.listing.on_resend(site.trusted) {
        Resent::InPlace(listing) => {
            screenshots::forget(tx, version.text_id, now).await?;
            version.text_id = text_id;
            version.listing = listing;
            "course.changed"
        }
        Resent::Waits => {
            version.waiting_text_id = Some(text_id);
            "course.change_waits"
        }
    };
    version.updated_at = now;
    hub_db::version::update(tx.cx(), &version, now).await?;
    let act = Act::new(name, Thing::Version(id)).before(before).after(standing(&version));
    hub_db::audit::record(tx.cx(), Actor::Site(site.id), &act, now).await?;
    Ok((name == "course.change_waits").then_some(MailKind::ChangeWaits))
}

/// Where a version stands, for the record: its texts are in its history.
fn standing(version: &Version) -> serde_json::Value {
    serde_json::json!({
        "listing": version.listing.name(), "text": version.text_id, "waiting_text": version.waiting_text_id,
    })
}

/// Cuts every field to the size of the classic hub's column, and refuses what cannot be listed at all.
fn tidy(mut publication: Publication) -> Result<Publication, AppError> {
    let mut errors = FieldErrors::default();
    publication.text = tidy_text(publication.text);
    let tool = publication.text.lti_tool.as_ref().map_or(0, String::len);
    let others = publication.text.mebis.as_ref().map_or(0, |fields| fields.to_string().len());
    for (field, length) in [("ltitool", tool), ("courses", others)] {
        if length > limits::DIALECT {
            errors.add(field, format!("it has {length} bytes, at most {} are kept", limits::DIALECT));
        }
    }
    if Title::parse(&publication.text.title).is_err() {
        errors.add("fullname", "a course needs a name");
    }
    errors.into_result()?;
    Ok(publication)
}

/// Every field within its limit; empty tags and outcomes dropped.
pub(super) fn tidy_text(text: CourseText) -> CourseText {
    let line = |raw: &str| cut_line_as_sent(raw, limits::LINE);
    CourseText {
        title: cut_line_as_sent(&text.title, limits::TITLE),
        short_name: cut_line_as_sent(&text.short_name, limits::SHORT_NAME),
        description: cut(&text.description, limits::DESCRIPTION),
        language: cut_line(&text.language, limits::LANGUAGE).to_ascii_lowercase(),
        publisher_name: line(&text.publisher_name),
        publisher_email: cut_line(&text.publisher_email, limits::EMAIL),
        creator_name: line(&text.creator_name),
        contributors: line(&text.contributors),
        tags: tidy_tags(text.tags),
        licence: line(&text.licence),
        subject: cut_line(&text.subject, limits::SUBJECT),
        audience: cut_line(&text.audience, limits::CODE),
        level: cut_line(&text.level, limits::CODE),
        creator_notes: clean_notes(&text.creator_notes, text.creator_notes_format),
        creator_notes_format: if text.creator_notes_format == PLAIN { PLAIN } else { HTML },
        course_url: web_address(&text.course_url),
        demo_url: web_address(&text.demo_url),
        contents: tidy_contents(text.contents),
        outcomes: text
            .outcomes
            .iter()
            .map(|name| line(name))
            .filter(|name| !name.is_empty())
            .take(limits::OUTCOMES)
            .collect(),
        screenshots_announced: text.screenshots_announced.clamp(0, limits::SCREENSHOTS),
        lti_tool: text.lti_tool,
        mebis: text.mebis,
    }
}

/// Moodle's number of the format HTML.
const HTML: i64 = 1;
/// Moodle's number of plain text.
const PLAIN: i64 = 2;

/// Notes as they are kept: plain text as it is, everything else as HTML without what could run or deceive. Cleaned
/// once on the way in, since classic clients print them as they come and ask for them by the dozen.
fn clean_notes(raw: &str, format: i64) -> String {
    let raw = cut(raw, limits::NOTES);
    match format {
        PLAIN => raw,
        other => TextFormat::from_code(other).render(&raw).as_str().to_owned(),
    }
}

/// What a course consists of: names of modules, not texts.
fn tidy_contents(contents: Vec<ContentCount>) -> Vec<ContentCount> {
    let kept = contents.into_iter().take(limits::CONTENTS);
    kept.map(|content| ContentCount {
        module_name: cut_line(&content.module_name, limits::SHORT_NAME),
        ..content
    })
    .collect()
}

/// Tags without doubles (compared without case), together at most as long as the classic column.
fn tidy_tags(tags: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    let mut length = 0;
    for tag in tags {
        let tag = cut_line(&tag, limits::LINE);
        let known = kept.iter().any(|other| other.to_lowercase() == tag.to_lowercase());
        length += tag.chars().count() + 1;
        if !tag.is_empty() && !known && length <= limits::LINE + 1 {
            kept.push(tag);
        }
    }
    kept
}

/// Only http and https lead anywhere; anything else would be a trap on our pages.
fn web_address(raw: &str) -> String {
    let raw = cut_line(raw, limits::LINE);
    let leads_somewhere = url::Url::parse(&raw).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if leads_somewhere { raw } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_runs_script_is_dropped() {
        assert_eq!(web_address("javascript:alert(1)"), "");
        assert_eq!(web_address("https://a.example/x?id=1"), "https://a.example/x?id=1");
        assert_eq!(web_address("course/view.php?id=3"), "");
    }

    #[test]
    fn tags_are_kept_once_and_within_the_column() {
        let tags = ["Algebra", " algebra ", "", "Maths"].map(str::to_owned).to_vec();
        assert_eq!(tidy_tags(tags), ["Algebra", "Maths"]);
        let long = vec!["x".repeat(200), "y".repeat(200)];
        assert_eq!(tidy_tags(long).len(), 1);
    }
}
