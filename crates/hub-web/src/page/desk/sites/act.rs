//! The decisions on one site.

use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::site::staff::{self, Courses};
use hub_app::{App, AppError};
use hub_core::SiteId;
use hub_core::rights::Actor;

use super::show::{JustNow, id_of, page, path};
use crate::form::Form;
use crate::page::error::Trouble;
use crate::page::visitor::Visitor;
use crate::view::field::FormErrors;

/// What a decision led to.
enum Outcome {
    /// It was done; the key of the sentence that says so.
    Done(&'static str),
    /// Something was looked at.
    Seen(JustNow),
    /// The form was not filled in as it must be.
    Wrong(FormErrors),
    /// No such decision.
    Unknown,
}

/// Answers `POST /admin/sites/{id}`.
pub async fn act(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Form) -> Response {
    acted(&app, &visitor, &id, &form).await.unwrap_or_else(|error| visitor.failure(&error))
}

async fn acted(app: &App, visitor: &Visitor, id: &str, form: &Form) -> Result<Response, AppError> {
    let id = id_of(id)?;
    let outcome = match decide(app, visitor, id, form).await {
        Err(error) => Outcome::Wrong(FormErrors::from_error(error)?),
        Ok(outcome) => outcome,
    };
    match outcome {
        Outcome::Done(done) => Ok(visitor.done(&path(id), done)),
        Outcome::Unknown => Ok(visitor.trouble(Trouble::BadRequest)),
        Outcome::Seen(seen) => {
            let mut page = page(app, visitor, id).await?;
            page.just_now = seen;
            Ok(visitor.own_page(&page))
        }
        Outcome::Wrong(wrong) => {
            let mut page = page(app, visitor, id).await?;
            page.wrong = wrong;
            Ok(visitor.form_again(&page))
        }
    }
}

async fn decide(app: &App, visitor: &Visitor, id: SiteId, form: &Form) -> Result<Outcome, AppError> {
    let (actor, act) = (visitor.actor(), form.get("act"));
    if let Some(done) = stand(app, actor, id, act).await? {
        return Ok(Outcome::Done(done));
    }
    if let Some(done) = settle(app, actor, id, act, form).await? {
        return Ok(Outcome::Done(done));
    }
    match act {
        "look" => {
            Ok(Outcome::Seen(JustNow::looked(visitor.ui.lang, &staff::look_for_proof(app, actor, id).await?)))
        }
        "check" => {
            Ok(Outcome::Seen(JustNow::checked(visitor.ui.lang, &staff::check_connectivity(app, id).await?)))
        }
        "revoke" | "block" | "delete" => end(app, visitor, id, form).await,
        _ => Ok(Outcome::Unknown),
    }
}

/// Where the site stands.
async fn stand(app: &App, actor: Actor, id: SiteId, act: &str) -> Result<Option<&'static str>, AppError> {
    let (_, done) = match act {
        "accept" => (staff::accept(app, actor, id).await?, "site-accepted"),
        "trust" => {
            let trusted = staff::trust(app, actor, id).await?;
            let waits = !trusted.waiting.is_empty();
            (trusted.site, if waits { "site-trusted-waiting" } else { "site-trusted" })
        }
        "untrust" => (staff::untrust(app, actor, id).await?, "site-untrusted"),
        "prioritise" => (staff::prioritise(app, actor, id).await?, "site-prioritised"),
        "unprioritise" => (staff::unprioritise(app, actor, id).await?, "site-unprioritised"),
        "show" => (staff::show_in_list(app, actor, id).await?, "site-shown"),
        "hide" => (staff::hide_from_list(app, actor, id).await?, "site-hidden"),
        "suspend" => (staff::suspend(app, actor, id).await?, "site-suspended"),
        "resume" => (staff::resume(app, actor, id).await?, "site-resumed"),
        "accept-newcomer" => (staff::accept_newcomer(app, actor, id).await?, "site-newcomer-accepted"),
        "accept-change" => (staff::accept_change(app, actor, id).await?, "site-change-accepted"),
        "refuse-change" => (staff::refuse_change(app, actor, id).await?, "site-change-refused"),
        _ => return Ok(None),
    };
    Ok(Some(done))
}

/// What else is decided on it.
async fn settle(
    app: &App,
    actor: Actor,
    id: SiteId,
    act: &str,
    form: &Form,
) -> Result<Option<&'static str>, AppError> {
    Ok(Some(match act {
        "refuse" => {
            staff::refuse(app, actor, id, form.get("reason")).await?;
            "site-refused"
        }
        "refuse-newcomer" => {
            staff::refuse_newcomer(app, actor, id, form.get("newcomer_reason")).await?;
            "site-newcomer-refused"
        }
        "write" => {
            hub_app::contact::write_to_site(app, actor, id, form.get("text")).await?;
            "site-written-to"
        }
        "confirm" => {
            staff::confirm(app, actor, id).await?;
            "site-confirmed"
        }
        "accept-waiting" => {
            let all = staff::accept_waiting(app, actor, id).await?;
            let left_over = all.iter().any(|one| one.outcome.is_err());
            if left_over { "site-waiting-some" } else { "site-waiting-accepted" }
        }
        "lock" => {
            staff::hold(app, actor, id, form.get("field")).await?;
            "site-locked"
        }
        "unlock" => {
            staff::unlock(app, actor, id, form.get("field")).await?;
            "site-unlocked"
        }
        "split" => {
            staff::split(app, actor, id).await?;
            "site-split"
        }
        "rotate" => {
            staff::rotate(app, actor, id).await?;
            "site-rotated"
        }
        "proof" => {
            staff::ask_proof(app, actor, id).await?;
            "site-proof-asked"
        }
        "unblock" => {
            staff::unblock(app, actor, id).await?;
            "site-unblocked"
        }
        _ => return Ok(None),
    }))
}

/// What cannot be undone: the site's name is typed.
async fn end(app: &App, visitor: &Visitor, id: SiteId, form: &Form) -> Result<Outcome, AppError> {
    let (actor, act) = (visitor.actor(), form.get("act"));
    let site = staff::show(app, id).await?.site;
    let field = format!("{act}-name");
    if form.get(&field) != site.info.name.trim() {
        return Ok(Outcome::Wrong(FormErrors::default().and(field, visitor.ui.t("sites-desk-typed-wrong"))));
    }
    Ok(Outcome::Done(match act {
        "revoke" => {
            staff::revoke(app, actor, id, form.get(&field)).await?;
            "site-revoked"
        }
        "block" => {
            staff::block(app, actor, id).await?;
            "site-blocked"
        }
        _ if form.get("courses") == "go" => {
            staff::delete(app, actor, id, Courses::Go).await?;
            "site-deleted-courses"
        }
        _ => {
            staff::delete(app, actor, id, Courses::Stay).await?;
            "site-deleted"
        }
    }))
}
