//! Staff publishes a package from disk, without a site.

use std::fs::File;
use std::path::Path;

use hub_core::act::{Act, Changed, Thing};
use hub_core::course::{CourseText, Kind, Version};
use hub_core::listing::{Listing, PackageState};
use hub_core::rights::Actor;
use hub_core::text::Title;
use hub_core::{CourseId, VersionId};
use hub_db::blob::Use;
use hub_package::door::{self, Container};
use hub_package::{Cancel, Limits, Report, Unreadable, Verdict};
use jiff::SignedDuration;
use tokio::io::AsyncReadExt as _;

use super::edit::assign;
use super::publish::tidy_text;
use crate::jobs::{Job, read_package};
use crate::outside::blobs::{READ_BUFFER_BYTES, Staged};
use crate::package::scan::{self, Asked};
use crate::{App, AppError, FieldErrors, Missing, blob, plain_text};

/// After this time a worker reads the package, if whoever adds it was stopped before its report was kept.
const READ_AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(2);

/// What became of a package.
#[derive(Clone, Debug)]
pub struct Added {
    /// The version, as it stands now.
    pub version: Version,
    /// The same bytes had been added before; nothing changed.
    pub was_there: bool,
}

/// Publishes the package of a file as a course of its own. What it says comes from the package, then from `fields`
/// (names as in [`super::edit::FIELDS`]). It is listed at once if the package is found good, and waits if it is held
/// back. `progress` is told how many bytes were taken.
///
/// # Errors
/// `Invalid` for a field that does not fit or a file that is no package, `Conflict` for a package that cannot be taken,
/// `TooLarge`.
pub async fn add(
    app: &App,
    actor: Actor,
    file: &Path,
    fields: &[(String, String)],
    progress: impl FnMut(u64),
) -> Result<Added, AppError> {
    app.may_change()?;
    let staged = stage(app, file, progress).await?;
    let sha256 = staged.sha256().clone();
    let there = hub_db::version::of_person_with_package(app.db.read().await?.cx(), sha256.as_str()).await?;
    if let Some(version) = there {
        return Ok(Added { version, was_there: true });
    }
    let report = read(&staged).await?;
    if let Verdict::Refuse(code) = &report.verdict {
        let finding = report.findings.first();
        let advice = finding.map(|finding| finding.advice.clone()).unwrap_or_default();
        return Err(AppError::Conflict(format!("this package cannot be taken ({code}): {advice}")));
    }
    let text = text(app, &report, fields)?;
    let id = store(app, actor, &text, staged).await?;
    match scan::scan(app, &sha256).await? {
        Asked::NoScanner => read_package::store(app, id, &sha256, &report, None).await?,
        Asked::Scanned(scan) => read_package::store(app, id, &sha256, &report, Some(&scan)).await?,
        // A worker asks the scanner again; until then the course waits unread.
        Asked::Down | Asked::Failed(_) => {}
    }
    let version = hub_db::version::by_id(app.db.read().await?.cx(), id).await?;
    Ok(Added { version: version.ok_or(AppError::NotFound(Missing::Course))?, was_there: false })
}

async fn stage(app: &App, file: &Path, mut progress: impl FnMut(u64)) -> Result<Staged, AppError> {
    let unreadable = |error: std::io::Error| {
        let mut errors = FieldErrors::default();
        errors.add("file", format!("it cannot be read: {error}"));
        AppError::Invalid(errors)
    };
    let mut source = tokio::fs::File::open(file).await.map_err(unreadable)?;
    let mut staging = app.blobs.stage(app.policy().package_max_bytes).await?;
    let mut buffer = vec![0; READ_BUFFER_BYTES];
    loop {
        let read = source.read(&mut buffer).await.map_err(unreadable)?;
        if read == 0 {
            break;
        }
        staging.write(&buffer[..read]).await?;
        progress(staging.size_bytes());
    }
    let staged = staging.finish().await?;
    if let Container::NotAPackage(guess) = door::sniff(staged.head()) {
        let mut errors = FieldErrors::default();
        errors.add("file", format!("a course backup (.mbz) is a zip or gzip file; this is {guess}"));
        errors.into_result()?;
    }
    Ok(staged)
}

async fn read(staged: &Staged) -> Result<Report, AppError> {
    let path = staged.path().to_owned();
    let reading = tokio::task::spawn_blocking(move || {
        let file = File::open(path).map_err(Unreadable::Io)?;
        hub_package::read(file, &Limits::default(), &Cancel::never())
    });
    reading.await.map_err(AppError::internal)?.map_err(AppError::internal)
}

/// What the course says: from its package, then as asked for.
fn text(app: &App, report: &Report, fields: &[(String, String)]) -> Result<CourseText, AppError> {
    let course = &report.course;
    let plain = |text: &Option<String>| text.as_deref().map(plain_text).unwrap_or_default();
    let mut text = CourseText {
        title: plain(&course.fullname),
        short_name: plain(&course.shortname),
        description: plain(&course.summary),
        language: course.language.clone().unwrap_or_else(|| app.policy().language.clone()),
        tags: course.tags.clone(),
        ..CourseText::default()
    };
    for (field, value) in fields {
        assign(&mut text, field, value)?;
    }
    let text = tidy_text(text);
    if Title::parse(&text.title).is_err() {
        let mut errors = FieldErrors::default();
        errors.add("title", "the package names no course; give it a title");
        errors.into_result()?;
    }
    Ok(text)
}

/// Keeps bytes and rows, in the order in which a crash loses nothing; the version is still unread.
async fn store(app: &App, actor: Actor, text: &CourseText, staged: Staged) -> Result<VersionId, AppError> {
    let size_bytes = i64::try_from(staged.size_bytes()).map_err(AppError::internal)?;
    let sha256 = blob::keep(app, staged).await?;

    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let id = hub_db::version::next_id(tx.cx()).await?;
    let course_id = CourseId(id.get());
    hub_db::course::insert(tx.cx(), course_id, None, None, now).await?;
    let text_id = hub_db::version::insert_text(tx.cx(), id, text, now).await?;
    hub_db::version::insert(tx.cx(), id, course_id, Kind::Share, &Listing::Draft, text_id, now).await?;
    let version = hub_db::version::lock(tx.cx(), id).await?;
    let mut version = version.ok_or(AppError::NotFound(Missing::Course))?;
    version.package = PackageState::Reading;
    version.package_sha256 = Some(sha256.as_str().to_owned());
    version.size_bytes = Some(size_bytes);
    version.accepted_early = true;
    hub_db::version::update(tx.cx(), &version, now).await?;
    hub_db::blob::add_use(tx.cx(), sha256.as_str(), Use::Package(id)).await?;
    let act = Act::new("course.added", Thing::Version(id))
        .after(serde_json::json!({ "sha256": sha256.as_str(), "size_bytes": size_bytes }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(course_id), now).await?;
    Job::ReadPackage { version: id }.enqueue_at(tx.cx(), now + READ_AGAIN_AFTER, now).await?;
    tx.commit().await?;
    Ok(id)
}
