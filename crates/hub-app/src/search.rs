//! Search: the index kept up to the change feed, and questions to it.

use hub_core::act::{Act, Changed, Thing};
use hub_core::course::Version;
use hub_core::query::{CourseDocument, CourseQuery, FacetCounts};
use hub_core::rights::Actor;
use hub_core::site::Disclosure;
use hub_core::visibility::{Sight, Viewer, may_read, sight};
use hub_core::vocabulary::{Vocabularies, Vocabulary};
use hub_core::{CourseId, TermId, VersionId};
use hub_package::{Activity, Report};
use hub_search::Update;

use crate::outside::fault::{self, Moment};
use crate::vocabulary::values;
use crate::{App, AppError, plain_text};

/// Entries of the change feed taken in one commit of the index.
const BATCH: i64 = 500;
/// Courses put into the index in one commit.
const COURSES_AT_ONCE: usize = 500;
/// How long the follower sleeps when nothing changed; changes by other processes are found within this time.
const IDLE: std::time::Duration = std::time::Duration::from_millis(250);

/// One course found, with the versions that answer for it, newest first of each kind.
#[derive(Clone, Debug)]
pub struct Found {
    /// The course.
    pub course_id: CourseId,
    /// Its share, if it has one the caller may see.
    pub share: Option<Version>,
    /// Its advert, likewise.
    pub advert: Option<Version>,
}

impl Found {
    /// The version that answers: the share first.
    pub fn answer(&self) -> Option<&Version> {
        self.share.as_ref().or(self.advert.as_ref())
    }
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// All courses found, not only those here.
    pub total: usize,
    /// The page asked for.
    pub courses: Vec<Found>,
    /// Counts of filter values, if asked for.
    pub facets: Option<FacetCounts>,
}

/// Asks the index, and the database again for what may be seen: a stale index never shows a hidden course.
///
/// # Errors
/// `MembersOnly` or `HubOff` when strangers may not read.
pub async fn find(app: &App, viewer: Viewer, query: &CourseQuery) -> Result<Results, AppError> {
    let policy = app.policy();
    if let Some(closed) = may_read(viewer, &policy).and_then(AppError::from_sight) {
        return Err(closed);
    }
    // Well under a millisecond: handing it to another thread would take longer.
    let query = in_force(query, &app.vocabularies());
    let hits = app.index.search(&query).map_err(AppError::internal)?;
    let ids: Vec<VersionId> = hits.hits.iter().flat_map(|hit| [hit.share, hit.advert]).flatten().collect();
    let versions = hub_db::version::by_ids(app.db.read().await?.cx(), &ids).await?;
    let mut versions: std::collections::HashMap<VersionId, Version> = versions
        .into_iter()
        .filter(|version| sight(viewer, &policy, &version.facts()) == Sight::Visible && version.is_public())
        .map(|version| (version.id, version))
        .collect();
    let mut take = |id: Option<VersionId>| id.and_then(|id| versions.remove(&id));
    let courses = hits
        .hits
        .iter()
        .map(|hit| Found { course_id: hit.course_id, share: take(hit.share), advert: take(hit.advert) })
        .filter(|found| found.share.is_some() || found.advert.is_some())
        .collect();
    Ok(Results { total: hits.total, courses, facets: hits.facets })
}

/// A search by the terms in force: whoever asks by a merged or very old code means the term that stands for it.
fn in_force(query: &CourseQuery, vocabularies: &Vocabularies) -> CourseQuery {
    let canonical = |vocabulary: &Vocabulary, codes: &[String]| {
        codes.iter().map(|code| vocabulary.canonical(code).to_owned()).collect()
    };
    let own = |value: &String| match value.split_once('=') {
        Some((facet, code)) => {
            let vocabulary = vocabularies.facet(facet);
            format!("{facet}={}", vocabulary.map_or(code, |vocabulary| vocabulary.canonical(code)))
        }
        None => value.clone(),
    };
    CourseQuery {
        subjects: canonical(vocabularies.subject(), &query.subjects),
        audiences: canonical(vocabularies.audience(), &query.audiences),
        levels: canonical(vocabularies.level(), &query.levels),
        licences: canonical(vocabularies.licence(), &query.licences),
        own: query.own.iter().map(own).collect(),
        ..query.clone()
    }
}

/// Brings the index, the policy and the vocabularies up to the change feed. Gives whether anything was new.
pub async fn catch_up(app: &App) -> Result<bool, AppError> {
    let mut sequence = *app.followed.lock().await;
    let began_at = sequence;
    loop {
        let mut conn = app.db.read().await?;
        let entries = hub_db::change::after(conn.cx(), sequence, BATCH).await?;
        let Some((last, _)) = entries.last() else { break };
        sequence = *last;
        let mut courses: Vec<CourseId> = Vec::new();
        // An index that began empty reads everything anyway.
        let anew = began_at > 0 && entries.iter().any(|(_, changed)| *changed == Some(Changed::Index));
        if anew {
            drop(conn);
            app.refresh_policy().await?;
            app.refresh_vocabularies().await?;
            reindex(app, |_| {}).await?;
            sequence = *app.followed.lock().await;
            continue;
        }
        for (_, changed) in &entries {
            match changed {
                Some(Changed::Course(id)) => courses.push(*id),
                Some(Changed::Site(id)) => {
                    courses.extend(hub_db::course::ids_of_site(conn.cx(), *id, CourseId(0), i64::MAX).await?);
                }
                Some(Changed::Settings) => app.refresh_policy().await?,
                Some(Changed::Vocabulary) => app.refresh_vocabularies().await?,
                Some(Changed::Term(id)) => {
                    app.refresh_vocabularies().await?;
                    courses.extend(indexed_with(app, &mut conn, *id).await?);
                }
                Some(Changed::EveryCourse) => {
                    app.refresh_vocabularies().await?;
                    courses.extend(hub_db::course::ids(conn.cx(), CourseId(0), i64::MAX).await?);
                }
                Some(Changed::Index) | None => {}
            }
        }
        courses.sort_unstable();
        courses.dedup();
        let before = *app.followed.lock().await;
        let mut parts = courses.chunks(COURSES_AT_ONCE).peekable();
        loop {
            let part = parts.next().unwrap_or_default();
            let mut updates = Vec::with_capacity(part.len());
            for id in part {
                updates.push(match document(app, &mut conn, *id).await? {
                    Some(document) => Update::Put(Box::new(document)),
                    None => Update::Remove(*id),
                });
            }
            // Only with the last of them are the entries done: after a crash all are looked at again.
            let is_last = parts.peek().is_none();
            apply(app, updates, if is_last { sequence } else { before }).await?;
            if is_last {
                break;
            }
        }
    }
    Ok(sequence != began_at)
}

/// Courses that the index holds with a term, those below it included: what a term stands for is in the documents.
async fn indexed_with(app: &App, conn: &mut hub_db::Conn, id: TermId) -> Result<Vec<CourseId>, AppError> {
    let Some((vocabulary, key)) = hub_db::vocabulary::key_of(conn.cx(), id).await? else {
        return Ok(Vec::new());
    };
    let query = CourseQuery { limit: usize::MAX, ..crate::vocabulary::used::with(&vocabulary, &key) };
    let hits = app.index.search(&query).map_err(AppError::internal)?;
    Ok(hits.hits.into_iter().map(|hit| hit.course_id).collect())
}

async fn apply(app: &App, updates: Vec<Update>, sequence: i64) -> Result<(), AppError> {
    let mut followed = app.followed.lock().await;
    let index = app.index.clone();
    let applied = tokio::task::spawn_blocking(move || {
        let _passing = fault::pass(Moment::IndexCommit);
        index.apply(updates, sequence)
    });
    applied.await.map_err(AppError::internal)?.map_err(AppError::internal)?;
    *followed = sequence;
    Ok(())
}

/// Reads every course into the index anew; `progress` is told how many are done.
pub async fn reindex(app: &App, mut progress: impl FnMut(usize)) -> Result<usize, AppError> {
    let sequence = hub_db::change::last(app.db.read().await?.cx()).await?;
    app.index.wipe().map_err(AppError::internal)?;
    let (mut after, mut done) = (CourseId(0), 0);
    loop {
        let mut conn = app.db.read().await?;
        let ids = hub_db::course::ids(conn.cx(), after, BATCH).await?;
        let Some(last) = ids.last() else { break };
        after = *last;
        done += ids.len();
        let mut updates = Vec::new();
        for id in ids {
            updates.extend(document(app, &mut conn, id).await?.map(|found| Update::Put(Box::new(found))));
        }
        drop(conn);
        apply(app, updates, 0).await?;
        progress(done);
    }
    apply(app, Vec::new(), sequence).await?;
    Ok(done)
}

/// Asks every running node to build its index anew; each begins within a second.
pub async fn ask_for_reindex(app: &App, actor: Actor) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    hub_db::audit::record(tx.cx(), actor, &Act::new("index.rebuild_asked", Thing::Hub), now).await?;
    hub_db::change::append(tx.cx(), Changed::Index, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Rounds without a change after which the index gives back what writing needs: 30 seconds.
const RELEASE_AFTER: u32 = 120;

/// Follows the change feed until `stop` is rung.
pub async fn follow(app: App, stop: std::sync::Arc<tokio::sync::Notify>) {
    let mut idle_rounds = RELEASE_AFTER;
    loop {
        match catch_up(&app).await {
            Ok(true) => idle_rounds = 0,
            Ok(false) => idle_rounds = idle_rounds.saturating_add(1),
            Err(error) => {
                tracing::error!(
                    error = crate::error_chain(&error),
                    "The index cannot follow the change feed"
                );
            }
        }
        if idle_rounds == RELEASE_AFTER {
            release_writer(&app).await;
        }
        tokio::select! {
            () = stop.notified() => return,
            () = app.feed_wake.notified() => {}
            () = tokio::time::sleep(IDLE) => {}
        }
    }
}

async fn release_writer(app: &App) {
    let index = app.index.clone();
    match tokio::task::spawn_blocking(move || index.release_writer()).await {
        Ok(Err(error)) => tracing::warn!(%error, "The search index could not tidy up"),
        Err(error) => tracing::warn!(%error, "The search index could not tidy up"),
        Ok(Ok(())) => {}
    }
}

/// The document of a course; `None` if nothing of it is public.
async fn document(
    app: &App,
    conn: &mut hub_db::Conn,
    id: CourseId,
) -> Result<Option<CourseDocument>, AppError> {
    let (share, advert) = hub_db::version::newest_public(conn.cx(), id).await?;
    let answers: Vec<&Version> = share.iter().chain(&advert).collect();
    let (Some(first), Some(listed_at)) =
        (answers.first(), answers.iter().filter_map(|version| version.listed_at).max())
    else {
        return Ok(None);
    };
    let site = match first.site_id {
        Some(site_id) => hub_db::site::by_id(conn.cx(), site_id).await?,
        None => None,
    };
    let report = match share.as_ref().and_then(|share| share.package_sha256.as_deref()) {
        Some(sha256) => hub_db::report::newest(conn.cx(), sha256).await?,
        None => None,
    };
    let report = report.and_then(|json| serde_json::from_str::<Report>(&json).ok());
    let course = hub_db::course::by_id(conn.cx(), id).await?;
    let all = |field: fn(&Version) -> &str| -> Vec<String> {
        let mut values: Vec<String> = answers.iter().map(|version| field(version).to_owned()).collect();
        values.retain(|value| !value.is_empty());
        values.dedup();
        values
    };
    let vocabularies = app.vocabularies();
    let subjects = answers.iter().flat_map(|version| values::subjects(&version.text)).collect();
    let terms = |vocabulary: &Vocabulary, codes: Vec<String>| -> Vec<String> {
        codes.iter().flat_map(|code| vocabulary.with_all_above(code)).collect()
    };
    let own = values::of_course(&vocabularies, conn, id, answers.iter().map(|version| &version.text)).await?;
    let mut publishers = all(|v| &v.text.publisher_name);
    publishers
        .extend(site.filter(|site| site.shown_as() != Disclosure::NotDisplayed).map(|site| site.info.name));
    Ok(Some(CourseDocument {
        course_id: id,
        share: share.as_ref().map(|version| version.id),
        advert: advert.as_ref().map(|version| version.id),
        site_id: first.site_id,
        titles: all(|v| &v.text.title),
        short_names: all(|v| &v.text.short_name),
        descriptions: all(|v| &v.text.description),
        creators: [all(|v| &v.text.creator_name), all(|v| &v.text.contributors)].concat(),
        publishers,
        tags: answers.iter().flat_map(|v| v.text.tags.clone()).collect(),
        notes: answers.iter().map(|v| plain_text(&v.text.creator_notes)).collect(),
        outcomes: answers.iter().flat_map(|v| v.text.outcomes.clone()).collect(),
        activities: report.map(|report| names_inside(&report)).unwrap_or_default(),
        languages: all(|v| &v.text.language),
        subjects: terms(vocabularies.subject(), subjects),
        audiences: terms(vocabularies.audience(), all(|v| &v.text.audience)),
        levels: terms(vocabularies.level(), all(|v| &v.text.level)),
        licences: terms(vocabularies.licence(), all(|v| &v.text.licence)),
        own: values::indexed(&vocabularies, &own),
        listed_at,
        updated_at: answers.iter().map(|version| version.updated_at).max().unwrap_or(listed_at),
        featured_at: course.and_then(|course| course.featured_at),
    }))
}

/// Names of sections and activities.
fn names_inside(report: &Report) -> Vec<String> {
    fn activity(names: &mut Vec<String>, found: &Activity) {
        names.push(plain_text(&found.title));
        if let Some(inner) = &found.subsection {
            inner.activities.iter().for_each(|found| activity(names, found));
        }
    }
    let mut names = Vec::new();
    for section in &report.course.sections {
        names.extend(section.title.as_deref().map(plain_text));
        section.activities.iter().for_each(|found| activity(&mut names, found));
    }
    report.course.other_activities.iter().for_each(|found| activity(&mut names, found));
    names
}
