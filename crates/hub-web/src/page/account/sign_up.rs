//! Asking for an account, where the hub lets people.

use axum::extract::State;
use axum::response::Response;
use hub_app::account::sign_in::SignInError;
use hub_app::account::sign_up::ask;
use hub_app::captcha::Purpose;
use hub_app::{App, AppError, Missing};
use hub_core::policy::SelfRegistration;

use super::small_form::{SmallForm, refused};
use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::captcha::{self, Captcha, Unsolved};
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// The form; `domains` are those whose addresses the hub takes, if it does not take all.
pub fn page(ui: Ui, domains: &[String], email: &str, name: &str, wrong: FormErrors) -> SmallForm {
    let mut address = Field::email(ui.lang, "email", "sign-in-email").value(email).required();
    if !domains.is_empty() {
        address = address.helped(ui.with("sign-up-domains", "domains", domains.join(", ")));
    }
    let fields = vec![Field::line(ui.lang, "name", "setup-name").value(name).autocomplete("name"), address];
    let lead = ui.t("sign-up-lead");
    SmallForm::new(ui, ("sign-up-title", "sign-up-do"), lead, "/sign-up".to_owned(), fields, wrong)
}

fn domains(app: &App) -> Vec<String> {
    let policy = app.policy();
    let listed = policy.self_registration == SelfRegistration::Domains;
    if listed { policy.self_registration_domains.clone() } else { Vec::new() }
}

/// Answers `GET /sign-up`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    if !visitor.ui.hub.sign_up {
        return visitor.failure(&AppError::NotFound(Missing::Link));
    }
    let page = asked(&app, &visitor, "", "", FormErrors::default());
    captcha::let_in(page.captcha.as_ref(), visitor.own_page(&page))
}

/// The form with what keeps programs out.
fn asked(app: &App, visitor: &Visitor, email: &str, name: &str, wrong: FormErrors) -> SmallForm {
    let mut page = page(visitor.ui.clone(), &domains(app), email, name, wrong);
    page.captcha = Captcha::of(app, visitor, Purpose::SignUp);
    page
}

/// Answers `POST /sign-up`: the same for addresses with and without an account.
pub(crate) async fn sign(State(app): State<App>, client: Client, visitor: Visitor, form: Form) -> Response {
    if !visitor.ui.hub.sign_up {
        return visitor.failure(&AppError::NotFound(Missing::Link));
    }
    let (email, name) = (form.get("email"), form.get("name"));
    let again = |wrong: FormErrors| {
        let page = asked(&app, &visitor, email, name, wrong);
        captcha::let_in(page.captcha.as_ref(), visitor.form_again(&page))
    };
    match captcha::check(&app, &visitor, client, &form, Purpose::SignUp).await {
        Ok(()) => {}
        Err(Unsolved::Say(why)) => return again(FormErrors::whole(why)),
        Err(Unsolved::Failed(error)) => return visitor.failure(&error),
    }
    let wrong = match ask(&app, email, name, visitor.ui.lang.code(), visitor.browser(client)).await {
        Ok(()) => return visitor.done("/sign-in", "sign-up-sent"),
        Err(SignInError::App(error)) => match refused(&visitor.ui, error) {
            Ok(wrong) => wrong,
            Err(error) => return visitor.failure(&error),
        },
        Err(_) => FormErrors::whole(visitor.ui.t("forms-wait")),
    };
    again(wrong)
}
