//! The captcha of a form: one part of a template, and the question whether it was solved. People who are signed in
//! are never asked.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use hub_app::captcha::{self, CaptchaError, PATIENCE, Purpose, Puzzle, Refused};
use hub_app::{App, AppError};

use crate::client_address::Client;
use crate::form::Form;
use crate::i18n::Lang;
use crate::page::visitor::Visitor;
use crate::urls::Urls;

/// What a form shows. Written into it as a field is: `{{ captcha }}`.
#[derive(Clone, Debug, Template)]
#[template(path = "part/captcha.html")]
pub struct Captcha {
    puzzle: Puzzle,
    script: String,
    seconds: i64,
    lang: Lang,
}

impl HtmlSafe for Captcha {}

impl Captcha {
    /// For a form of this visitor; `None` if nothing is asked of them.
    pub fn of(app: &App, visitor: &Visitor, purpose: Purpose) -> Option<Self> {
        if visitor.signed_in().is_some() {
            return None;
        }
        Self::asked(app, visitor.ui.lang, &visitor.ui.urls, purpose)
    }

    /// For a stranger; `None` if the hub asks nothing.
    pub fn asked(app: &App, lang: Lang, urls: &Urls, purpose: Purpose) -> Option<Self> {
        let puzzle = captcha::puzzle(app, purpose)?;
        Some(Self { puzzle, script: urls.asset("captcha.js"), seconds: PATIENCE.as_secs(), lang })
    }

    /// A sample for the test of all pages.
    #[cfg(any(test, debug_assertions))]
    pub fn sample(lang: Lang, urls: &Urls) -> Self {
        let challenge = "c.68a1b2c3.11.00000000.0123456789abcdef0123".to_owned();
        let puzzle = Puzzle::Work { challenge, bits: captcha::BITS };
        Self { puzzle, script: urls.asset("captcha.js"), seconds: PATIENCE.as_secs(), lang }
    }

    /// Lets the page load what the service's box needs; nothing else changes, and nothing for the built-in way.
    pub fn let_in(&self, mut response: Response) -> Response {
        let Puzzle::Service(widget) = &self.puzzle else { return response };
        let policy = response.headers().get(header::CONTENT_SECURITY_POLICY);
        let Some(policy) = policy.and_then(|value| value.to_str().ok()) else { return response };
        let opened: Vec<String> = policy
            .split(';')
            .map(|part| match part.split_whitespace().next() {
                Some("script-src" | "style-src" | "connect-src" | "img-src") => {
                    format!("{part} {}", widget.sources)
                }
                _ => part.to_owned(),
            })
            .collect();
        let opened = format!("{}; frame-src {}", opened.join(";"), widget.sources);
        if let Ok(value) = HeaderValue::from_str(&opened) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, value);
        }
        response
    }

    fn t(&self, key: &str) -> std::borrow::Cow<'static, str> {
        self.lang.t(key)
    }

    fn wait(&self) -> std::borrow::Cow<'static, str> {
        self.lang.with("captcha-patience", "seconds", self.seconds)
    }
}

/// Lets a page that may have a captcha load what that needs.
pub fn let_in(captcha: Option<&Captcha>, response: Response) -> Response {
    match captcha {
        Some(captcha) => captcha.let_in(response),
        None => response,
    }
}

/// Why a form is not taken.
pub(crate) enum Unsolved {
    /// Shown in the form, with another captcha.
    Say(String),
    /// Shown instead of it.
    Failed(AppError),
}

/// What a form sent; `field` gives its fields.
pub(crate) fn answer(app: &App, client: Client, field: impl Fn(&str) -> String) -> captcha::Answer {
    captcha::Answer {
        challenge: field("captcha_challenge"),
        nonce: field("captcha_nonce"),
        response: field(captcha::response_field(app.policy().captcha_service)),
        from: client.address,
    }
}

/// Whether a form was sent by a person. To be asked before its use case.
pub(crate) async fn check(
    app: &App,
    visitor: &Visitor,
    client: Client,
    form: &Form,
    purpose: Purpose,
) -> Result<(), Unsolved> {
    if visitor.signed_in().is_some() {
        return Ok(());
    }
    let answer = answer(app, client, |field| form.get(field).to_owned());
    captcha::check(app, purpose, &answer).await.map_err(|error| match error {
        CaptchaError::Refused(refused) => Unsolved::Say(refusal(visitor.ui.lang, refused)),
        CaptchaError::App(error) => Unsolved::Failed(error),
    })
}

/// What a visitor reads.
pub fn refusal(lang: Lang, refused: Refused) -> String {
    match refused {
        Refused::Missing => lang.t("captcha-missing"),
        Refused::Wrong => lang.t("captcha-wrong"),
        Refused::Expired | Refused::Spent => lang.t("captcha-expired"),
        Refused::TooEarly { seconds } => lang.with("captcha-early", "seconds", seconds),
        Refused::TooMany => lang.t("captcha-many"),
        Refused::Silent => lang.t("captcha-silent"),
    }
    .into_owned()
}
