//! A page that is nothing but a title, a sentence and a form.

use askama::Template;
use hub_app::{AppError, FieldErrors};

use crate::view::captcha::Captcha;
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/account/small_form.html")]
pub struct SmallForm {
    /// What every page has.
    pub ui: Ui,
    /// Key of its title.
    pub title: &'static str,
    /// The sentence below it.
    pub lead: String,
    /// Where the form goes: a path below the hub's.
    pub action: String,
    /// Its fields; none for a form that only confirms.
    pub fields: Vec<Field>,
    /// Key of the button's text.
    pub button: &'static str,
    /// Whether the button does what cannot be undone.
    pub danger: bool,
    /// What is wrong with no field in particular; may be empty.
    pub wrong: String,
    /// What keeps programs out, where strangers act.
    pub captcha: Option<Captcha>,
}

impl SmallForm {
    /// A form whose fields are marked by what was wrong with them.
    pub fn new(
        ui: Ui,
        (title, button): (&'static str, &'static str),
        lead: impl Into<String>,
        action: String,
        fields: Vec<Field>,
        wrong: FormErrors,
    ) -> Self {
        let fields = fields.into_iter().map(|field| field.checked(&wrong)).collect();
        Self {
            ui,
            title,
            lead: lead.into(),
            action,
            fields,
            button,
            danger: false,
            wrong: wrong.whole,
            captcha: None,
        }
    }
}

/// What a use case refused, in the reader's language.
///
/// # Errors
/// Gives back what is no matter of the form.
pub(crate) fn refused(ui: &Ui, error: AppError) -> Result<FormErrors, AppError> {
    let AppError::Invalid(FieldErrors(fields)) = error else { return FormErrors::from_error(error) };
    Ok(fields.into_iter().fold(FormErrors::default(), |wrong, error| {
        let why = match error.field {
            "password" => ui.with("password-length", "count", ui.hub.password_min_chars).into_owned(),
            "email" => ui.t("email-unusable").into_owned(),
            "code" => ui.t("code-wrong").into_owned(),
            "typed" => ui.t("erase-typed-wrong").into_owned(),
            _ => error.why,
        };
        wrong.and(error.field, why)
    }))
}

/// A field for a new password.
pub(crate) fn new_password(ui: &Ui, name: &'static str) -> Field {
    let help = ui.with("setup-password-help", "count", ui.hub.password_min_chars);
    Field::password(ui.lang, name, "password-new", "new-password").helped(help).required()
}
