//! The settings of a site: what staff corrects, and what only staff says.

use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::site::staff;
use hub_app::{App, AppError};
use hub_core::site::Site;

use super::show::{id_of, page, path};
use crate::form::Form;
use crate::i18n::Lang;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};

/// The key of a field's name.
pub(super) fn label(field: &str) -> &'static str {
    match field {
        "name" => "compare-name",
        "description" => "compare-description",
        "contact_name" => "compare-contact",
        "contact_email" => "compare-email",
        "language" => "sites-desk-language-code",
        "country" => "sites-desk-country-code",
        "address" => "compare-address",
        "courses_per_day" => "sites-desk-per-day",
        _ => "sites-desk-notes",
    }
}

/// What stands in the form of a site.
pub(super) fn values(site: &Site) -> Vec<(&'static str, String)> {
    let info = &site.info;
    let per_day = match site.courses_per_day {
        None => String::new(),
        Some(None) => "unlimited".to_owned(),
        Some(Some(number)) => number.to_string(),
    };
    vec![
        ("name", info.name.clone()),
        ("description", info.description.clone()),
        ("contact_name", info.contact_name.clone()),
        ("contact_email", info.contact_email.clone()),
        ("language", info.language.clone()),
        ("country", info.country.clone()),
        ("address", site.address.as_str().to_owned()),
        ("courses_per_day", per_day),
        ("notes", site.notes.clone()),
    ]
}

/// The form with these values.
pub(super) fn fields(lang: Lang, values: &[(&'static str, String)], wrong: &FormErrors) -> Vec<Field> {
    let field = |(name, value): &(&'static str, String)| {
        let key = label(name);
        let field = match *name {
            "name" => Field::line(lang, *name, key).required(),
            "description" => Field::new(lang, Kind::Lines(4), *name, key),
            "contact_email" => Field::email(lang, *name, key).autocomplete("off"),
            "language" => Field::line(lang, *name, key).required().left_to_right(),
            "country" => Field::line(lang, *name, key).left_to_right(),
            "address" => Field::new(lang, Kind::Line("url"), *name, key)
                .required()
                .left_to_right()
                .help("sites-desk-address-help"),
            "courses_per_day" => Field::line(lang, *name, key).help("sites-desk-per-day-help"),
            "notes" => Field::new(lang, Kind::Lines(3), *name, key).help("sites-desk-notes-help"),
            _ => Field::line(lang, *name, key),
        };
        field.value(value.clone()).checked(wrong)
    };
    values.iter().map(field).collect()
}

/// Line ends as the hub keeps them; browsers send both characters.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// Answers `POST /admin/sites/{id}/settings`. Only what was changed in the form is set: what somebody else set meanwhile
/// stays, and nothing is locked that nobody touched.
pub async fn save(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Form) -> Response {
    let saved = saved(&app, &visitor, &id, &form).await;
    saved.unwrap_or_else(|error| visitor.failure(&error))
}

async fn saved(app: &App, visitor: &Visitor, id: &str, form: &Form) -> Result<Response, AppError> {
    let id = id_of(id)?;
    let mut again = page(app, visitor, id).await?;
    let sent: Vec<(&'static str, String)> = again
        .was
        .iter()
        .filter(|(name, _)| {
            form.has(name) && plain(form.get(name)) != plain(form.get(&format!("was-{name}")))
        })
        .map(|(name, _)| (*name, plain(form.get(name))))
        .collect();
    let values: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    match staff::set_all(app, visitor.actor(), id, &values).await {
        Ok(_) => Ok(visitor.done(&path(id), "site-saved")),
        Err(error) => {
            again.wrong = FormErrors::from_error(error)?;
            let mut values = again.was.clone();
            for (name, value) in &mut values {
                if let Some((_, typed)) = sent.iter().find(|(sent, _)| sent == name) {
                    value.clone_from(typed);
                }
            }
            again.settings = fields(visitor.ui.lang, &values, &again.wrong);
            Ok(visitor.form_again(&again))
        }
    }
}
