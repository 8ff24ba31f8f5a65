//! Staff chooses and adds pictures of a version.

use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::course::pictures::arrange;
use hub_app::{App, AppError};

use super::acts::id_of;
use super::{edit, path_of};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::FormErrors;

/// Fields for files in the form.
pub const FILES: [&str; 3] = ["picture1", "picture2", "picture3"];

/// Answers `POST /admin/courses/{id}/pictures`.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    form: Form,
) -> Response {
    let error = match saved(&app, &visitor, &named, &form).await {
        Ok(path) => return visitor.done(&path, "courses-pictures"),
        Err(error) => error,
    };
    let again = match FormErrors::from_error(error) {
        Ok(wrong) => {
            let why = [wrong.of("pictures"), wrong.of("file")].concat();
            let wrong = if why.is_empty() { wrong } else { FormErrors::whole(why) };
            edit::page(&app, &visitor, &named, None, wrong).await
        }
        Err(error) => Err(error),
    };
    match again {
        Ok(page) => visitor.form_again(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn saved(app: &App, visitor: &Visitor, named: &str, form: &Form) -> Result<String, AppError> {
    let id = id_of(named)?;
    let mut keep: Vec<(i64, i64)> = Vec::new();
    for (name, place) in form.fields() {
        let position = name.strip_prefix("place-").and_then(|position| position.parse::<i64>().ok());
        // A place that is no number means that the picture is taken off.
        if let (Some(position), Ok(place)) = (position, place.parse::<i64>()) {
            keep.push((place, position));
        }
    }
    keep.sort_unstable();
    let keep: Vec<i64> = keep.into_iter().map(|(_, position)| position).collect();
    let new = FILES.iter().filter_map(|name| form.file(name)).map(|file| file.bytes.clone()).collect();
    arrange(app, visitor.actor(), id, &keep, new).await?;
    Ok(format!("{}/edit", path_of(id)))
}
