//! `coursehub course`.

mod add;
mod show;

use anyhow::Context as _;
use hub_app::App;
use hub_app::course::decide::{Decision, decide};
use hub_app::course::{edit, look};
use hub_app::vocabulary::values;
use hub_core::VersionId;
use hub_core::listing::PackageState;
use hub_core::rights::Actor;
use hub_core::site::SiteState;

use super::say;
use crate::args::{CourseCommand, Form};
use crate::print;

pub use show::record;

/// Versions listed: more than any hub has.
const MOST: i64 = 1_000_000;

/// Runs it.
///
/// # Errors
/// What the use case refused.
pub async fn run(app: &App, command: CourseCommand) -> anyhow::Result<()> {
    match command {
        CourseCommand::List { state, form } => {
            list(app, state.map(crate::args::CourseState::name), form).await
        }
        CourseCommand::Show { id, form } => show::run(app, VersionId(id), form).await,
        CourseCommand::Set { id, key, value } => set(app, id, &key, &value).await,
        CourseCommand::Accept { id, despite_findings } => {
            carry_out(app, id, Decision::Accept { despite_findings }).await
        }
        CourseCommand::Refuse { id, reason } => carry_out(app, id, Decision::Refuse { reason }).await,
        CourseCommand::Hide { id, reason } => carry_out(app, id, Decision::Hide { reason }).await,
        CourseCommand::Unhide { id } => carry_out(app, id, Decision::Unhide).await,
        CourseCommand::Delete { id } => carry_out(app, id, Decision::Delete).await,
        CourseCommand::Add { files, meta } => add::run(app, &files, meta.as_deref()).await,
    }
}

async fn carry_out(app: &App, id: i64, decision: Decision) -> anyhow::Result<()> {
    let had_change = look::show(app, VersionId(id)).await.is_ok_and(|details| details.waiting.is_some());
    let decided = decide(app, Actor::CommandLine, VersionId(id), &decision)
        .await
        .with_context(|| format!("nothing was changed of course {id}"))?;
    let version = &decided.version;
    let title = format!("course {id} ({})", print::one_line(&version.text.title));
    let what = match &decision {
        Decision::Accept { .. } if decided.when_package_is_ready => {
            format!("{title} is accepted, and listed when its package has been read")
        }
        Decision::Refuse { .. } if had_change => format!("the change of {title} is dropped"),
        Decision::Accept { .. } if had_change => format!("the change of {title} is taken; it is listed"),
        _ => format!("{title} is {}", version.listing.name()),
    };
    say(!decided.was_so_already, &what);
    Ok(())
}

async fn set(app: &App, id: i64, key: &str, value: &str) -> anyhow::Result<()> {
    let unchanged = || format!("nothing was changed of course {id}");
    let shown = if value.is_empty() { "empty".to_owned() } else { print::one_line(value) };
    if let Some(facet) = key.strip_prefix("facet.") {
        let changed = values::set(app, Actor::CommandLine, VersionId(id), facet, value).await;
        say(changed.with_context(unchanged)?, &format!("{key} of course {id} is {shown}"));
        return Ok(());
    }
    let before = look::show(app, VersionId(id)).await.with_context(unchanged)?;
    edit::set(app, Actor::CommandLine, VersionId(id), key, value).await.with_context(unchanged)?;
    let after = look::show(app, VersionId(id)).await?;
    let changed = before.version.text != after.version.text || before.featured != after.featured;
    say(changed, &format!("{key} of course {id} is {shown}"));
    Ok(())
}

/// A site's name; one that is no longer here is marked.
fn site(name: Option<&str>, state: Option<SiteState>) -> String {
    let name = name.unwrap_or_default();
    match state {
        Some(state @ (SiteState::Left | SiteState::Suspended)) => format!("{name} ({})", state.name()),
        _ => name.to_owned(),
    }
}

async fn list(app: &App, state: Option<&str>, form: Form) -> anyhow::Result<()> {
    let now = app.clock.now();
    let rows = look::list(app, state, MOST).await?.into_iter().map(|row| {
        let version = row.version;
        let has_no_file = version.has_no_file(now);
        let package = match &version.package {
            PackageState::None if has_no_file => "no file came".to_owned(),
            PackageState::None => String::new(),
            other => other.name().to_owned(),
        };
        vec![
            print::number(version.id.get()),
            print::text(version.text.title.clone()),
            print::text(version.kind.name()),
            print::text(version.listing.name()),
            print::both(
                if version.waiting_text_id.is_some() { "waits" } else { "" },
                version.waiting_text_id.is_some(),
            ),
            print::both(package, version.package.name()),
            print::both(if row.is_link_dead { "dead" } else { "" }, row.is_link_dead),
            print::both(site(row.site_name.as_deref(), row.site_state), serde_json::json!(row.site_name)),
            print::text(version.text.language.clone()),
            print::time(Some(version.updated_at)),
            print::hidden(serde_json::json!(version.course_id)),
            print::hidden(serde_json::json!(version.site_id)),
            print::hidden(serde_json::json!(row.site_state)),
            print::hidden(serde_json::json!(version.listing.reason())),
            print::hidden(serde_json::json!(version.package.codes())),
            print::hidden(serde_json::json!(version.is_public())),
            print::hidden(serde_json::json!(has_no_file)),
        ]
    });
    let columns = [
        ("id", "id"),
        ("title", "title"),
        ("kind", "kind"),
        ("listing", "state"),
        ("change_waits", "change"),
        ("package", "package"),
        ("link_dead", "link"),
        ("site", "site"),
        ("language", "language"),
        ("updated_at", "changed"),
        ("course_id", ""),
        ("site_id", ""),
        ("site_state", ""),
        ("reason", ""),
        ("codes", ""),
        ("public", ""),
        ("no_file", ""),
    ];
    let empty = if state.is_some() { "No courses in this state." } else { "No courses yet." };
    let rows: Vec<_> = rows.collect();
    let is_queue = state == Some("waiting") && !rows.is_empty();
    print::list(form, &columns, rows, empty);
    if is_queue && !form.json {
        print::hint(
            "To look: coursehub course show ID; to decide: coursehub course accept ID, course refuse ID --reason WHY",
        );
    }
    Ok(())
}
