//! Looks once a day for listings and sites that need staff, and keeps what it finds for the list of needs.

use std::collections::HashMap;

use hub_core::course::Version;
use hub_core::need::{DEAD_LINK_FAILURES, NeedKind, UNTOUCHED_YEARS};
use hub_core::{CourseId, SiteId, VersionId, script};
use hub_db::need::{self, Need};
use jiff::{SignedDuration, Timestamp};

use super::{Job, JobFailure};
use crate::{App, AppError};

/// Versions read at once.
const BATCH: i64 = 500;
/// Needs written in one transaction.
const AT_ONCE: usize = 500;
/// Sites and links looked at: more than a hub has.
const MOST: i64 = 1_000_000;
/// Days of a year, leap years included, for an age of several years.
const YEAR_HOURS: i64 = 8766;

/// What is kept of a listing until all were read.
struct Listed {
    version: VersionId,
    title: String,
    created_at: Timestamp,
    package: Option<String>,
    needs: Vec<Need>,
}

pub(super) async fn run(app: &App) -> Result<(), JobFailure> {
    let now = app.clock.now();
    let courses = listed(app, now).await?;
    let mut needs = duplicates(&courses);
    let titles: HashMap<VersionId, String> =
        courses.values().map(|listed| (listed.version, listed.title.clone())).collect();
    needs.extend(courses.into_values().flat_map(|listed| listed.needs));
    needs.extend(dead_links(app, &titles).await?);
    needs.extend(silent_sites(app, now).await?);
    keep(app, needs, now).await
}

/// Writes what changed since the last look, and nothing else: of tens of thousands a day changes a few.
async fn keep(app: &App, found: Vec<Need>, now: Timestamp) -> Result<(), JobFailure> {
    let kept = need::kept(app.db.read().await?.cx()).await?;
    let mut kept: HashMap<(NeedKind, i64), Need> =
        kept.into_iter().map(|need| ((need.kind, need.subject), need)).collect();
    let mut changed = Vec::new();
    for found in found {
        let known = kept.remove(&(found.kind, found.subject));
        if known.as_ref() != Some(&found) {
            changed.push((found, known.is_none()));
        }
    }
    for chunk in changed.chunks(AT_ONCE) {
        let mut tx = app.db.begin().await?;
        for (found, is_new) in chunk {
            if *is_new && found.kind == NeedKind::SilentSite {
                Job::TellSilentSite { site: SiteId(found.subject) }.enqueue(tx.cx(), now).await?;
            }
            need::put(tx.cx(), found, now).await?;
        }
        tx.commit().await?;
    }
    let gone: Vec<(NeedKind, i64)> = kept.into_keys().collect();
    for chunk in gone.chunks(AT_ONCE) {
        let mut tx = app.db.begin().await?;
        for (kind, subject) in chunk {
            need::forget(tx.cx(), *kind, *subject).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// The newest public version of each course.
async fn listed(app: &App, now: Timestamp) -> Result<HashMap<CourseId, Listed>, AppError> {
    let (mut courses, mut after) = (HashMap::new(), VersionId(0));
    loop {
        let versions = hub_db::version::public_after(app.db.read().await?.cx(), after, BATCH).await?;
        let Some(last) = versions.last() else { return Ok(courses) };
        after = last.id;
        for version in versions {
            courses.insert(version.course_id, look_at(version, now));
        }
    }
}

fn look_at(version: Version, now: Timestamp) -> Listed {
    let text = &version.text;
    let mut needs = Vec::new();
    let mut add = |kind: NeedKind, is_so: bool, detail: &str| {
        if is_so {
            let (subject, since) = (version.id.get(), version.updated_at);
            needs.push(Need { kind, subject, since, title: text.title.clone(), detail: detail.to_owned() });
        }
    };
    let said = format!("{} {}", text.title, text.description);
    let age = now.duration_since(version.updated_at);
    add(NeedKind::NoLicence, text.licence.is_empty(), "");
    add(NeedKind::NoDescription, text.description.trim().is_empty(), "");
    add(NeedKind::NoPicture, version.screenshots == 0, "");
    add(NeedKind::WrongLanguage, script::contradicts(&text.language, &said), &text.language);
    add(NeedKind::Untouched, age > SignedDuration::from_hours(UNTOUCHED_YEARS * YEAR_HOURS), "");
    Listed {
        version: version.id,
        created_at: version.created_at,
        package: version.package_sha256,
        title: version.text.title,
        needs,
    }
}

/// Letters and digits of a title in lower case: spaces, dashes and quotes make no other course.
fn folded(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Courses that have the title or the package of an older one.
fn duplicates(courses: &HashMap<CourseId, Listed>) -> Vec<Need> {
    let mut in_order: Vec<(&CourseId, &Listed)> = courses.iter().collect();
    in_order.sort_by_key(|(id, _)| **id);
    let (mut titles, mut packages, mut found) = (HashMap::new(), HashMap::new(), Vec::new());
    for (id, listed) in in_order {
        let title = folded(&listed.title);
        let same_title = titles.get(&title).copied();
        let same_package = listed.package.as_ref().and_then(|package| packages.get(package).copied());
        if let Some(other) = same_package.or(same_title) {
            found.push(Need {
                kind: NeedKind::Duplicate,
                subject: listed.version.get(),
                since: listed.created_at,
                title: listed.title.clone(),
                detail: CourseId::to_string(other),
            });
        }
        if !title.is_empty() {
            titles.entry(title).or_insert(id);
        }
        if let Some(package) = &listed.package {
            packages.entry(package).or_insert(id);
        }
    }
    found
}

async fn dead_links(app: &App, titles: &HashMap<VersionId, String>) -> Result<Vec<Need>, AppError> {
    let dead = need::dead_links(app.db.read().await?.cx(), DEAD_LINK_FAILURES, MOST).await?;
    let needs = dead.into_iter().filter_map(|(version, url, since)| {
        let title = titles.get(&version)?.clone();
        Some(Need { kind: NeedKind::DeadLink, subject: version.get(), since, title, detail: url })
    });
    Ok(needs.collect())
}

async fn silent_sites(app: &App, now: Timestamp) -> Result<Vec<Need>, AppError> {
    let before = now - SignedDuration::from_hours(24 * i64::from(app.policy().silent_days));
    let silent = need::silent_sites(app.db.read().await?.cx(), before, MOST).await?;
    let needs = silent.into_iter().map(|(subject, name, address, since)| Need {
        kind: NeedKind::SilentSite,
        subject,
        since,
        title: name,
        detail: address,
    });
    Ok(needs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_differ_by_their_letters_only() {
        assert_eq!(folded("Photo-Synthese  für Anfänger!"), folded("photosynthese FÜR anfänger"));
        assert_ne!(folded("Algebra 1"), folded("Algebra 2"));
    }
}
