//! A forgotten password: asking for a link, and choosing another password by it.

use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::account::reset;
use hub_app::account::sign_in::SignInError;
use hub_app::captcha::Purpose;
use hub_app::{App, AppError, Missing};
use hub_core::secret::Secret;

use super::small_form::{SmallForm, new_password, refused};
use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::captcha::{self, Captcha, Unsolved};
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// The form that asks for the address.
pub fn ask_page(ui: Ui, email: &str, wrong: FormErrors) -> SmallForm {
    let field = Field::email(ui.lang, "email", "sign-in-email").value(email).required();
    let lead = ui.t("forgotten-lead");
    SmallForm::new(ui, ("forgotten-title", "forgotten-do"), lead, "/forgotten".to_owned(), vec![field], wrong)
}

/// The form that asks for another password.
pub fn reset_page(ui: Ui, token: &str, wrong: FormErrors) -> SmallForm {
    let (field, lead) = (new_password(&ui, "password"), ui.t("reset-lead"));
    let action = format!("/reset/{token}");
    SmallForm::new(ui, ("reset-title", "reset-do"), lead, action, vec![field], wrong)
}

/// Answers `GET /forgotten`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    let page = asked(&app, &visitor, "", FormErrors::default());
    captcha::let_in(page.captcha.as_ref(), visitor.own_page(&page))
}

/// The form with what keeps programs out.
fn asked(app: &App, visitor: &Visitor, email: &str, wrong: FormErrors) -> SmallForm {
    let mut page = ask_page(visitor.ui.clone(), email, wrong);
    page.captcha = Captcha::of(app, visitor, Purpose::Forgotten);
    page
}

/// Answers `POST /forgotten`: the same for every address.
pub(crate) async fn ask(State(app): State<App>, client: Client, visitor: Visitor, form: Form) -> Response {
    let email = form.get("email");
    let again = |wrong: FormErrors| {
        let page = asked(&app, &visitor, email, wrong);
        captcha::let_in(page.captcha.as_ref(), visitor.form_again(&page))
    };
    match captcha::check(&app, &visitor, client, &form, Purpose::Forgotten).await {
        Ok(()) => {}
        Err(Unsolved::Say(why)) => return again(FormErrors::whole(why)),
        Err(Unsolved::Failed(error)) => return visitor.failure(&error),
    }
    let wrong = match reset::ask(&app, email, visitor.browser(client)).await {
        Ok(()) => return visitor.done("/sign-in", "reset-sent"),
        Err(SignInError::App(error)) => return visitor.failure(&error),
        Err(_) => FormErrors::whole(visitor.ui.t("forms-wait")),
    };
    again(wrong)
}

/// Answers `GET /reset/{token}`.
pub async fn choose(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    match reset::is_open(&app, &Secret::new(token.as_str())).await {
        Ok(true) => {
            let mut ui = visitor.ui.clone();
            ui.here = format!("/reset/{token}");
            visitor.own_page(&reset_page(ui, &token, FormErrors::default()))
        }
        Ok(false) => visitor.failure(&AppError::NotFound(Missing::Link)),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /reset/{token}`.
pub async fn set(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Response {
    let password = Secret::new(form.raw("password"));
    match reset::set(&app, &Secret::new(token.as_str()), &password).await {
        Ok(()) => visitor.done("/sign-in", "reset"),
        Err(error) => match refused(&visitor.ui, error) {
            Ok(wrong) => visitor.form_again(&reset_page(visitor.ui.clone(), &token, wrong)),
            Err(error) => visitor.failure(&error),
        },
    }
}
