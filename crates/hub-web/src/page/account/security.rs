//! How somebody signs in: password, second factor, browsers.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::account::password;
use hub_app::account::provider::identity::{self, Linked};
use hub_app::account::second_factor::{self, Enrolment, SecondFactor};
use hub_app::account::session::{self, SignedIn};
use hub_app::account::sign_in::SignInError;
use hub_app::{App, AppError};
use hub_core::SessionId;
use hub_core::secret::Secret;
use jiff::Timestamp;

use super::sign_in::not_signed_in;
use super::small_form::{new_password, refused};
use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::browser::recognised;
use crate::view::field::{Field, FormErrors};
use crate::view::html::Drawing;
use crate::view::ui::Ui;

/// A browser that is signed in.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// Its id.
    pub id: SessionId,
    /// What it is.
    pub browser: String,
    /// The network it signed in from; may be empty.
    pub network: String,
    /// When it signed in.
    pub since: Timestamp,
    /// When it was last seen.
    pub seen: Timestamp,
    /// Whether it is the one before which the person sits.
    pub this: bool,
}

/// What somebody has to sign in with.
#[derive(Clone, Debug)]
pub struct Has {
    /// Whether they have a password.
    pub password: bool,
    /// What they have besides it.
    pub factor: SecondFactor,
    /// Providers they can sign in through, linked or not.
    pub providers: Vec<Linked>,
    /// Their browsers.
    pub sessions: Vec<SessionRow>,
}

/// The page.
#[derive(Template)]
#[template(path = "page/account/security.html")]
pub struct SecurityPage {
    /// What every page has.
    pub ui: Ui,
    /// The present and the new password.
    pub password: Vec<Field>,
    /// The password, asked before the second factor is changed.
    pub proof: Field,
    /// What there is besides the password.
    pub factor: SecondFactor,
    /// Providers they can sign in through, linked or not.
    pub providers: Vec<Linked>,
    /// Whether the account has a password.
    pub has_password: bool,
    /// Their browsers.
    pub sessions: Vec<SessionRow>,
    /// What is wrong with no field in particular; may be empty.
    pub wrong: String,
}

/// The page with the secret for an app.
#[derive(Template)]
#[template(path = "page/account/enrol.html")]
pub struct EnrolPage {
    /// What every page has.
    pub ui: Ui,
    /// Brings the form back to the secret.
    pub token: String,
    /// The secret in groups of four, to be typed.
    pub secret: String,
    /// For an app on the same device.
    pub uri: String,
    /// The same as a picture.
    pub picture: Drawing,
    /// The code.
    pub field: Field,
}

/// The page that shows recovery codes, once.
#[derive(Template)]
#[template(path = "page/account/codes.html")]
pub struct CodesPage {
    /// What every page has.
    pub ui: Ui,
    /// The codes, one a line.
    pub codes: String,
}

impl SecurityPage {
    /// The page with what was wrong.
    pub fn new(ui: Ui, has: Has, wrong: &FormErrors) -> Self {
        let Has { password: has_password, factor, providers, sessions } = has;
        let lang = ui.lang;
        let current = |name| Field::password(lang, name, "password-current", "current-password");
        let mut password = vec![new_password(&ui, "password").checked(wrong)];
        if has_password {
            password.insert(0, current("current").checked(wrong));
        }
        let proof = current("proof").checked(wrong);
        Self { password, proof, factor, providers, has_password, sessions, wrong: wrong.whole.clone(), ui }
    }
}

impl EnrolPage {
    /// The page of a secret.
    pub fn new(ui: Ui, enrolment: &Enrolment, wrong: &FormErrors) -> Self {
        let field = Field::line(ui.lang, "code", "enrol-code").left_to_right().required();
        let secret: Vec<char> = enrolment.secret.expose().chars().collect();
        let groups: Vec<String> = secret.chunks(4).map(|group| group.iter().collect()).collect();
        Self {
            token: enrolment.token.expose().to_owned(),
            secret: groups.join(" "),
            uri: enrolment.uri.expose().to_owned(),
            picture: Drawing(enrolment.qr_svg.clone()),
            field: field.autocomplete("one-time-code").checked(wrong),
            ui,
        }
    }
}

/// What a browser is called.
pub(crate) fn browser_name(ui: &Ui, user_agent: &str) -> String {
    match recognised(user_agent) {
        (Some(browser), Some(system)) => {
            ui.lang.with2("browser-on", "browser", browser, "system", system).into_owned()
        }
        (Some(browser), None) => browser.to_owned(),
        (None, _) if user_agent.is_empty() => ui.t("me-session-unnamed").into_owned(),
        (None, _) => user_agent.to_owned(),
    }
}

async fn page(app: &App, visitor: &Visitor, wrong: &FormErrors) -> Result<SecurityPage, AppError> {
    let who = visitor.signed_in().ok_or(AppError::MembersOnly)?;
    let factor = second_factor::status(app, who.account.id).await?;
    let sessions = session::list(app, who.account.id).await?;
    let rows = sessions.into_iter().map(|session| SessionRow {
        this: session.id == who.session_id,
        id: session.id,
        browser: browser_name(&visitor.ui, &session.user_agent),
        network: session.network,
        since: session.created_at,
        seen: session.used_at,
    });
    let has = Has {
        password: password::has_one(app, who.account.id).await?,
        factor,
        providers: identity::list(app, who.account.id).await?,
        sessions: rows.collect(),
    };
    Ok(SecurityPage::new(visitor.ui.clone(), has, wrong))
}

pub(super) async fn again(app: &App, visitor: &Visitor, wrong: &FormErrors) -> Response {
    match page(app, visitor, wrong).await {
        Ok(page) => visitor.form_again(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// The page again after the password in `field`, or something else, was wrong.
async fn not_done(app: &App, visitor: &Visitor, field: &'static str, error: SignInError) -> Response {
    let wrong = match error {
        SignInError::Wrong => {
            Ok(FormErrors::default().and(field, visitor.ui.t("password-wrong").into_owned()))
        }
        SignInError::App(error) => refused(&visitor.ui, error),
        error @ (SignInError::Wait { .. } | SignInError::Again) => {
            not_signed_in(app, &visitor.ui, error).map(FormErrors::whole)
        }
    };
    match wrong {
        Ok(wrong) => again(app, visitor, &wrong).await,
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `GET /me/security`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    match page(&app, &visitor, &FormErrors::default()).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /me/security/password`.
pub(crate) async fn change_password(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    form: Form,
) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let [current, new] = ["current", "password"].map(|name| Secret::new(form.raw(name)));
    match password::change(&app, who, &current, &new, visitor.browser(client)).await {
        Ok(()) => visitor.done("/me/security", "password"),
        Err(error) => not_done(&app, &visitor, "current", error).await,
    }
}

/// Answers `POST /me/security/second-factor`: begins one, renews its recovery codes or removes it, as `do` says.
pub(crate) async fn second_factor(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    form: Form,
) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let (password, browser) = (Secret::new(form.raw("proof")), visitor.browser(client));
    match form.get("do") {
        "begin" => begin(&app, &visitor, who).await,
        "renew" => match second_factor::renew_recovery_codes(&app, who, &password, browser).await {
            Ok(codes) => visitor.own_page(&CodesPage { ui: visitor.ui.clone(), codes: lines(&codes) }),
            Err(error) => not_done(&app, &visitor, "proof", error).await,
        },
        "remove" => match second_factor::remove_totp(&app, who, &password, browser).await {
            Ok(()) => visitor.done("/me/security", "factor-removed"),
            Err(error) => not_done(&app, &visitor, "proof", error).await,
        },
        _ => again(&app, &visitor, &FormErrors::default()).await,
    }
}

async fn begin(app: &App, visitor: &Visitor, who: &SignedIn) -> Response {
    match second_factor::begin_totp(app, who).await {
        Ok(enrolment) => {
            visitor.own_page(&EnrolPage::new(own_ui(visitor), &enrolment, &FormErrors::default()))
        }
        Err(error) => visitor.failure(&error),
    }
}

/// The choice of language leads back to a page that can be loaded again.
fn own_ui(visitor: &Visitor) -> Ui {
    Ui { here: "/me/security".to_owned(), ..visitor.ui.clone() }
}

/// Answers `POST /me/security/second-factor/confirm`.
pub async fn confirm(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let token = Secret::new(form.get("token"));
    let error = match second_factor::confirm_totp(&app, who, &token, form.get("code")).await {
        Ok(codes) => {
            return visitor.own_page(&CodesPage { ui: own_ui(&visitor), codes: lines(&codes) });
        }
        Err(error) => error,
    };
    let wrong = match refused(&visitor.ui, error) {
        Ok(wrong) => wrong,
        Err(error) => return visitor.failure(&error),
    };
    match second_factor::enrolment(&app, who, &token).await {
        Ok(enrolment) => visitor.form_again(&EnrolPage::new(own_ui(&visitor), &enrolment, &wrong)),
        Err(error) => visitor.failure(&error),
    }
}

fn lines(codes: &[Secret]) -> String {
    codes.iter().map(Secret::expose).collect::<Vec<_>>().join("\n")
}

/// Answers `POST /me/sessions`: ends one session, or all others.
pub async fn end_sessions(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let Some(signed_in) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let account = signed_in.account.id;
    let ended = match form.get("session").parse::<SessionId>() {
        Ok(id) => session::end(&app, account, id).await,
        Err(_) => session::end_others(&app, account, signed_in.session_id).await.map(drop),
    };
    match ended {
        Ok(()) => visitor.done("/me/security", "sessions-ended"),
        Err(error) => visitor.failure(&error),
    }
}

#[cfg(any(test, debug_assertions))]
impl SecurityPage {
    /// Two browsers, with or without a second factor.
    pub fn sample(ui: Ui, has_totp: bool) -> Self {
        let row = |id, browser: &str, this| SessionRow {
            id: SessionId(id),
            browser: browser_name(&ui, browser),
            network: "192.0.2.0/24".to_owned(),
            since: ui.now - jiff::SignedDuration::from_hours(50),
            seen: ui.now - jiff::SignedDuration::from_mins(3),
            this,
        };
        let sessions = vec![
            row(2, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", true),
            row(1, "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)", false),
        ];
        let factor = SecondFactor { has_totp, recovery_codes_left: if has_totp { 2 } else { 0 } };
        let providers = vec![super::super::desk::providers::sample_linked(&ui)];
        let has = Has { password: true, factor, providers, sessions };
        Self::new(ui, has, &FormErrors::default())
    }
}
