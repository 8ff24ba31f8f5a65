//! `coursehub site`.

use anyhow::Context as _;
use hub_app::site::staff::{self, Courses, Details, TokenStanding};
use hub_app::{App, AppError};
use hub_core::SiteId;
use hub_core::rights::Actor;
use hub_core::site::{Counters, Site};

use super::say;
use crate::args::{Form, SiteCommand, SiteDecision};
use crate::print::{self, Sheet};

/// Sites read at once.
const PAGE: i64 = 1000;
/// Who acts.
const ACTOR: Actor = Actor::CommandLine;

/// Runs it.
///
/// # Errors
/// What the use case refused.
pub async fn run(app: &App, command: SiteCommand) -> anyhow::Result<()> {
    match command {
        SiteCommand::List(form) => list(app, form).await,
        SiteCommand::Show { id, form } => {
            let found = staff::show(app, SiteId(id)).await;
            let details = found.with_context(|| format!("site {id} cannot be shown"))?;
            if form.json {
                print::json(&json(&details));
            } else {
                print::out(&shown(&details));
            }
            Ok(())
        }
        SiteCommand::Delete { id, with_courses } => delete(app, id, with_courses).await,
        SiteCommand::Trust { id, accept_waiting } => trust(app, id, accept_waiting).await,
        SiteCommand::Split { id } => split(app, id).await,
        SiteCommand::Block { id } => {
            let blocked = staff::show(app, SiteId(id)).await.with_context(|| unchanged(id))?.blocked;
            staff::block(app, ACTOR, SiteId(id)).await.with_context(|| unchanged(id))?;
            say(!blocked, &format!("the secret of site {id} is blocked; it cannot register with it again"));
            Ok(())
        }
        SiteCommand::Unblock { id } => {
            let count = staff::unblock(app, ACTOR, SiteId(id)).await.with_context(|| unchanged(id))?;
            say(count > 0, &format!("no secret of site {id} is blocked; it may register again"));
            Ok(())
        }
        SiteCommand::Confirm { id } => {
            let count = staff::confirm(app, ACTOR, SiteId(id)).await.with_context(|| unchanged(id))?;
            say(count > 0, &format!("site {id} may change all its courses"));
            Ok(())
        }
        SiteCommand::Decision(decision) => decide(app, decision).await,
    }
}

fn unchanged(id: i64) -> String {
    format!("nothing was changed of site {id}")
}

/// The decisions that change one site and nothing else.
async fn decide(app: &App, decision: SiteDecision) -> anyhow::Result<()> {
    let id = decision.site();
    let unchanged = || unchanged(id.get());
    let before = staff::show(app, id).await.with_context(unchanged)?.site;
    let decided: Result<Site, AppError> = match &decision {
        SiteDecision::Set { key, value, .. } => staff::set(app, ACTOR, id, key, value).await,
        SiteDecision::Untrust { .. } => staff::untrust(app, ACTOR, id).await,
        SiteDecision::Prioritise { .. } => staff::prioritise(app, ACTOR, id).await,
        SiteDecision::Unprioritise { .. } => staff::unprioritise(app, ACTOR, id).await,
        SiteDecision::ShowInList { .. } => staff::show_in_list(app, ACTOR, id).await,
        SiteDecision::HideFromList { .. } => staff::hide_from_list(app, ACTOR, id).await,
        SiteDecision::Suspend { .. } => staff::suspend(app, ACTOR, id).await,
        SiteDecision::Resume { .. } => staff::resume(app, ACTOR, id).await,
        SiteDecision::Accept { .. } => staff::accept(app, ACTOR, id).await,
        SiteDecision::Refuse { reason, .. } => staff::refuse(app, ACTOR, id, reason).await,
        SiteDecision::AcceptChange { .. } => staff::accept_change(app, ACTOR, id).await,
        SiteDecision::RefuseChange { .. } => staff::refuse_change(app, ACTOR, id).await,
    };
    let after = decided.with_context(unchanged)?;
    say(before != after, &outcome(&decision, &after));
    Ok(())
}

/// What is now so, for people.
fn outcome(decision: &SiteDecision, site: &Site) -> String {
    let name = format!("site {} ({})", site.id, print::one_line(&site.info.name));
    match decision {
        SiteDecision::Set { key, value, .. } if value.is_empty() => format!("{key} of {name} is empty"),
        SiteDecision::Set { key, value, .. } => format!("{key} of {name} is {}", print::one_line(value)),
        SiteDecision::Untrust { .. } => format!("{name} is not trusted; what it publishes waits for you"),
        SiteDecision::Prioritise { .. } => {
            format!("{name} stands first in the list of sites, and is trusted")
        }
        SiteDecision::Unprioritise { .. } => format!("{name} stands in its usual place; it stays trusted"),
        SiteDecision::ShowInList { .. } => match site.shown_as() {
            hub_core::site::Disclosure::NotDisplayed => {
                format!("{name} may be shown in the list of sites, but does not want to be")
            }
            _ => format!("{name} is shown in the list of sites"),
        },
        SiteDecision::HideFromList { .. } => format!("{name} is not in the list of sites"),
        SiteDecision::Suspend { .. } => format!("{name} is suspended; its courses are out of sight"),
        SiteDecision::Resume { .. } => format!("{name} is active"),
        SiteDecision::Accept { .. } => format!("{name} is registered; its contact gets the link by mail"),
        SiteDecision::Refuse { .. } => format!("{name} is refused; its contact is told by mail"),
        SiteDecision::AcceptChange { .. } => format!("{name} is at {}", site.address),
        SiteDecision::RefuseChange { .. } => format!("{name} stays as it was"),
    }
}

async fn delete(app: &App, id: i64, with_courses: bool) -> anyhow::Result<()> {
    let courses = if with_courses { Courses::Go } else { Courses::Stay };
    let deleted = staff::delete(app, ACTOR, SiteId(id), courses).await.with_context(|| unchanged(id))?;
    let courses = match (with_courses, deleted.publications) {
        (false, _) => "its courses stay".to_owned(),
        (true, 0) => "it has no courses".to_owned(),
        (true, count) => format!("{} deleted with it", print::count(count, "publication", "publications")),
    };
    let changed = deleted.was_here || deleted.publications > 0;
    say(changed, &format!("site {id} is deleted, {courses}"));
    if deleted.was_here {
        print::out("Its contact is told by mail how to clean up (coursehub mail list).");
    }
    Ok(())
}

async fn trust(app: &App, id: i64, accept_waiting: bool) -> anyhow::Result<()> {
    let before = staff::show(app, SiteId(id)).await.with_context(|| unchanged(id))?.site;
    let trusted = staff::trust(app, ACTOR, SiteId(id)).await.with_context(|| unchanged(id))?;
    let name = print::one_line(&trusted.site.info.name);
    say(
        before != trusted.site,
        &format!("site {id} ({name}) is trusted; what it publishes from now on is listed at once"),
    );
    if !accept_waiting {
        if !trusted.waiting.is_empty() {
            let waiting = print::count(trusted.waiting.len(), "publication waits", "publications wait");
            print::out(&format!("{waiting} still; to accept: coursehub site trust {id} --accept-waiting"));
        }
        return Ok(());
    }
    let mut failed = 0;
    for one in staff::accept_waiting(app, ACTOR, SiteId(id)).await? {
        let title = print::one_line(&one.title);
        match one.outcome {
            Ok(decided) if decided.when_package_is_ready => {
                print::out(&format!("{}  {title}: accepted, listed when its package has been read", one.id));
            }
            Ok(_) => print::out(&format!("{}  {title}: listed", one.id)),
            Err(error) => {
                failed += 1;
                print::out(&format!("{}  {title}: not accepted, {error}", one.id));
            }
        }
    }
    anyhow::ensure!(
        failed == 0,
        "{} could not be accepted",
        print::count(failed, "publication", "publications")
    );
    Ok(())
}

async fn split(app: &App, id: i64) -> anyhow::Result<()> {
    let installations = staff::split(app, ACTOR, SiteId(id)).await.with_context(|| unchanged(id))?;
    say(
        !installations.is_empty(),
        &format!(
            "the token of site {id} has ended; each installation registers again, its contact is told how"
        ),
    );
    for installation in installations {
        print::out(&format!("  {}", print::one_line(&installation)));
    }
    Ok(())
}

async fn list(app: &App, form: Form) -> anyhow::Result<()> {
    let mut sites = Vec::new();
    loop {
        let after = sites.last().map_or(SiteId(0), |site: &Site| site.id);
        let mut page = staff::list(app, after, PAGE).await?;
        if page.is_empty() {
            break;
        }
        sites.append(&mut page);
    }
    let now = app.clock.now();
    let rows = sites.into_iter().map(|site| {
        let remarks = remarks(&site, site.return_not_seen(now)).join(", ");
        vec![
            print::number(site.id.get()),
            print::text(site.info.name.clone()),
            print::text(site.address.as_str()),
            print::text(site.state.name()),
            print::flag(site.trusted),
            print::flag(site.prioritised),
            print::both(listed_as(&site), site.in_directory),
            print::both(release(&site.info.moodle_release), site.info.moodle_release.clone()),
            print::time(site.last_seen_at),
            print::text(remarks),
        ]
    });
    let columns = [
        ("id", "id"),
        ("name", "name"),
        ("address", "address"),
        ("state", "state"),
        ("trusted", "trusted"),
        ("prioritised", "first"),
        ("in_directory", "in list"),
        ("moodle_release", "Moodle"),
        ("last_seen_at", "seen"),
        ("remarks", "remarks"),
    ];
    print::list(form, &columns, rows.collect(), "No sites have registered yet.");
    Ok(())
}

/// A release without the day it was built.
fn release(release: &str) -> &str {
    release.split_once(" (").map_or(release, |(number, _)| number)
}

fn listed_as(site: &Site) -> &'static str {
    match (site.in_directory, site.shown_as()) {
        (false, _) => "",
        (true, hub_core::site::Disclosure::NotDisplayed) => "not wanted",
        (true, hub_core::site::Disclosure::Named) => "name",
        (true, hub_core::site::Disclosure::Linked) => "link",
    }
}

/// What staff should look at.
fn remarks(site: &Site, return_not_seen: bool) -> Vec<&'static str> {
    let mut remarks = Vec::new();
    if return_not_seen {
        remarks.push("return not seen");
    }
    if site.cloned_at.is_some() {
        remarks.push("two installations");
    }
    if site.waiting_name.is_some() || site.waiting_address.is_some() {
        remarks.push("change waits");
    }
    remarks
}

fn json(details: &Details) -> serde_json::Value {
    let site = &details.site;
    let token_since = match details.token {
        TokenStanding::Live { since } => Some(since),
        TokenStanding::None => None,
    };
    let sightings = details.sightings.iter().map(|seen| {
        serde_json::json!({
            "aspect": seen.aspect, "value": seen.value, "first_at": seen.first_at, "last_at": seen.last_at,
            "times": seen.times,
        })
    });
    serde_json::json!({
        "id": site.id, "name": site.info.name, "address": site.address.as_str(), "state": site.state,
        "trusted": site.trusted, "prioritised": site.prioritised, "in_directory": site.in_directory,
        "shown_as": site.shown_as().name(), "said": site.info, "courses_per_day": site.courses_per_day,
        "identity": site.identity, "waiting_name": site.waiting_name,
        "waiting_address": site.waiting_address.as_ref().map(hub_core::address::SiteAddress::as_str),
        "registered_at": site.registered_at, "handshake_at": site.handshake_at,
        "last_seen_at": site.last_seen_at, "left_at": site.left_at, "cloned_at": site.cloned_at,
        "return_not_seen": details.return_not_seen, "token_since": token_since, "blocked": details.blocked,
        "unconfirmed_courses": details.unconfirmed_courses, "sightings": sightings.collect::<Vec<_>>(),
        "waiting": details.waiting.iter().map(|version| version.id).collect::<Vec<_>>(), "notes": site.notes,
    })
}

fn shown(details: &Details) -> String {
    let site = &details.site;
    let info = &site.info;
    let mut standing = vec![site.state.name().to_owned()];
    standing.extend(site.trusted.then(|| "trusted".to_owned()));
    standing.extend(site.prioritised.then(|| "first in the list".to_owned()));
    standing.extend(details.blocked.then(|| "its secret is blocked".to_owned()));
    let token = match details.token {
        TokenStanding::Live { since } => format!("since {}", print::date(since)),
        TokenStanding::None => "none".to_owned(),
    };
    let limit = match site.courses_per_day {
        None => String::new(),
        Some(None) => "unlimited".to_owned(),
        Some(Some(limit)) => format!("{limit} a day"),
    };
    let date = |at: Option<jiff::Timestamp>| at.map(print::date).unwrap_or_default();
    let mut sheet = Sheet::default();
    sheet
        .line("Site", format!("{} ({})", info.name, site.id))
        .line("Address", site.address.as_str())
        .line("State", standing.join(", "))
        .line("In the list", if site.in_directory { listed_as(site) } else { "no" })
        .line("Wants", info.disclosure.name())
        .line("Token", token)
        .line("Registered", print::date(site.registered_at))
        .line("Last seen", date(site.last_seen_at))
        .line("Left", date(site.left_at))
        .line("Moodle", &info.moodle_release)
        .line("Language", &info.language)
        .line("Country", &info.country)
        .line("Numbers", numbers(&info.counters))
        .line("Contact", format!("{} {}", info.contact_name, info.contact_email))
        .line("Own limit", limit)
        .line("Name that waits", site.waiting_name.as_deref().unwrap_or_default())
        .line("Address that waits", site.waiting_address.as_ref().map_or("", |address| address.as_str()))
        .line("Description", &info.description)
        .line("Notes", &site.notes);
    sheet.text() + &troubles(details) + &waiting(details) + &super::course::record(&details.record)
}

/// What the site counted; what it does not disclose is said to be so.
fn numbers(counters: &Counters) -> String {
    let all = [
        ("courses", counters.courses),
        ("users", counters.users),
        ("enrolments", counters.enrolments),
        ("posts", counters.posts),
        ("questions", counters.questions),
        ("resources", counters.resources),
        ("badges", counters.badges),
        ("issued badges", counters.issued_badges),
        ("participants a course", counters.participants_average),
        ("activities a course", counters.modules_average),
    ];
    let given: Vec<String> =
        all.iter().filter_map(|(name, count)| Some(format!("{name} {}", (*count)?))).collect();
    let kept: Vec<&str> = all.iter().filter(|(_, count)| count.is_none()).map(|(name, _)| *name).collect();
    let mut lines = Vec::new();
    if !given.is_empty() {
        lines.push(given.join(", "));
    }
    if !kept.is_empty() {
        lines.push(format!("not given: {}", kept.join(", ")));
    }
    lines.join("\n")
}

fn troubles(details: &Details) -> String {
    use std::fmt::Write as _;
    let (site, id) = (&details.site, details.site.id);
    let mut text = String::new();
    if details.return_not_seen {
        text.push_str(
            "\nRegistered, return not seen: no call came within 10 minutes of the handshake. Usually a firewall at \
             the site answers 403 to addresses in parameters, or nobody was signed in there. The page its contact \
             was mailed (coursehub mail list, kind site_registered) has the exact exception for mod_security, and \
             lets the administrator try again.\n",
        );
    }
    if details.unconfirmed_courses > 0 {
        let courses = details.unconfirmed_courses;
        let _ = writeln!(
            text,
            "\nIt came back with another secret and cannot change {courses} of its former courses. If it is the \
             same site: coursehub site confirm {id}"
        );
    }
    if site.cloned_at.is_some() {
        text.push_str("\nTwo installations use its token:\n");
        for seen in details.sightings.iter().filter(|seen| !seen.aspect.starts_with("course ")) {
            let _ = writeln!(
                text,
                "  {} {}, last heard {}",
                print::one_line(&seen.aspect),
                print::one_line(&seen.value),
                print::date(seen.last_at)
            );
        }
        let _ = writeln!(text, "To end that: coursehub site split {id}");
    }
    text
}

fn waiting(details: &Details) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    if !details.waiting.is_empty() {
        text.push_str("\nWaits for you\n");
        for version in &details.waiting {
            let what = if version.waiting_text_id.is_some() { "a change" } else { version.kind.name() };
            let _ = writeln!(text, "  {}  {} ({what})", version.id, print::one_line(&version.text.title));
        }
    }
    text
}
