//! What staff does to one version: decisions, featuring, notes, another site.

use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::course::decide::{self, Decision};
use hub_app::course::{edit, relocate};
use hub_app::moderation::{self, Choice, Ruling, Why};
use hub_app::{App, AppError, Missing};
use hub_core::VersionId;

use super::{path_of, version};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::FormErrors;

/// The number in an address.
///
/// # Errors
/// `NotFound` for what is none.
pub fn id_of(named: &str) -> Result<VersionId, AppError> {
    named.parse().map_err(|_| AppError::NotFound(Missing::Course))
}

/// To the page of the version, or again to the form that was refused.
async fn answer(app: &App, visitor: &Visitor, named: &str, done: Result<&str, AppError>) -> Response {
    match (done, id_of(named)) {
        (Ok(done), Ok(id)) => visitor.done(&path_of(id), done),
        (Err(error), Ok(id)) => match FormErrors::from_error(error) {
            Ok(wrong) => match version::page(app, visitor, id, wrong).await {
                Ok(page) => visitor.form_again(&page),
                Err(error) => visitor.failure(&error),
            },
            Err(error) => visitor.failure(&error),
        },
        (_, Err(error)) => visitor.failure(&error),
    }
}

/// Answers `POST /admin/courses/{id}/decide`.
pub async fn decide(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    form: Form,
) -> Response {
    let done = decided(&app, &visitor, &named, &form).await;
    answer(&app, &visitor, &named, done).await
}

async fn decided<'a>(app: &App, visitor: &Visitor, named: &str, form: &Form) -> Result<&'a str, AppError> {
    let id = id_of(named)?;
    let (choice, done) = match form.get("act") {
        "accept" => {
            let despite_findings = form.has("despite_findings");
            (Choice::Accept { despite_findings }, "courses-accepted")
        }
        "refuse" => (Choice::Refuse, "courses-refused"),
        "hide" => (Choice::Hide, "courses-hidden"),
        "unhide" => (Choice::Unhide, "courses-unhidden"),
        "delete" => {
            decide::decide(app, visitor.actor(), id, &Decision::Delete).await?;
            return Ok("courses-deleted");
        }
        "restore" => {
            moderation::restore(app, visitor.actor(), id).await?;
            return Ok("courses-restored");
        }
        _ => return Err(AppError::Conflict(visitor.ui.t("courses-desk-no-act").into_owned())),
    };
    let text = form.get("text").parse().map_err(|_| AppError::NotFound(Missing::Course))?;
    let why =
        Why { words: form.get("reason").to_owned(), unseen_known: form.has("unseen"), ..Why::default() };
    let ruling = Ruling { version: id, text, choice, why };
    let decided = moderation::decide(app, visitor.actor(), &ruling).await?;
    Ok(if decided.when_package_is_ready { "courses-accepted-early" } else { done })
}

/// Answers `POST /admin/courses/{id}/feature`.
pub async fn feature(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    form: Form,
) -> Response {
    let done = async {
        let id = id_of(&named)?;
        if form.get("act") == "unfeature" {
            moderation::unfeature(&app, visitor.actor(), id).await?;
            return Ok("courses-unfeatured");
        }
        let featured = moderation::feature(&app, visitor.actor(), id, form.get("why")).await;
        match featured {
            Ok(_) => Ok("courses-featured"),
            Err(AppError::Invalid(mut errors)) => {
                // The field of a decision's reason stands on the same page.
                errors.0.iter_mut().for_each(|error| error.field = "why");
                Err(AppError::Invalid(errors))
            }
            Err(error) => Err(error),
        }
    };
    let done = done.await;
    answer(&app, &visitor, &named, done).await
}

/// Answers `POST /admin/courses/{id}/looked`: what was found in the package stays as it is.
pub async fn looked(State(app): State<App>, visitor: Visitor, Path(named): Path<String>) -> Response {
    let done = async {
        hub_app::package::look::looked(&app, visitor.actor(), id_of(&named)?).await?;
        Ok("courses-looked")
    };
    let done = done.await;
    answer(&app, &visitor, &named, done).await
}

/// Answers `POST /admin/courses/{id}/notes`.
pub async fn notes(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    form: Form,
) -> Response {
    let done = async {
        let course = version::course_of(&app, id_of(&named)?).await?;
        edit::set_notes(&app, visitor.actor(), course, form.get("notes")).await?;
        Ok("courses-noted")
    };
    let done = done.await;
    answer(&app, &visitor, &named, done).await
}

/// Answers `POST /admin/courses/{id}/move`.
pub async fn relocate(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    form: Form,
) -> Response {
    let done = async {
        let course = version::course_of(&app, id_of(&named)?).await?;
        let wrong = |field, key| {
            let mut errors = hub_app::FieldErrors::default();
            errors.add(field, visitor.ui.t(key).into_owned());
            AppError::Invalid(errors)
        };
        let Ok(site) = form.get("site").parse() else {
            return Err(wrong("site", "courses-desk-move-wrong"));
        };
        let number = match form.get("site_course_id") {
            "" => None,
            number => {
                Some(number.parse().map_err(|_| wrong("site_course_id", "courses-desk-move-number-wrong"))?)
            }
        };
        match relocate::relocate(&app, visitor.actor(), course, site, number).await {
            Ok(()) => Ok("courses-moved"),
            Err(AppError::NotFound(Missing::Site)) => Err(wrong("site", "courses-desk-move-wrong")),
            Err(error) => Err(error),
        }
    };
    let done = done.await;
    answer(&app, &visitor, &named, done).await
}
