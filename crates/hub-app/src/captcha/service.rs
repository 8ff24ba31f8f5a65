//! Services of others: their box on the page, and the question whether an answer is good. All three take `secret`,
//! `response` and `remoteip` at `siteverify` and answer with `success` (their documentation; read 2025).

use std::time::Duration;

use hub_core::policy::{CaptchaService, Policy};
use url::Url;

use super::{Answer, CaptchaError, Refused, Widget};
use crate::outside::crypto::Sealed;
use crate::outside::fetch::Limits;
use crate::{App, AppError};

/// What the secret key is sealed for.
pub(super) const SEALED_FOR: &str = "setting captcha_secret";
/// An answer is a few hundred bytes of JSON.
const LIMITS: Limits = Limits { total: Duration::from_secs(10), max_bytes: 64 * 1024, max_redirects: 0 };
/// Characters of an answer: those of the services are some hundred to two thousand long.
const MOST_CHARS: usize = 8192;

/// What is particular to a service.
pub(super) struct Parts {
    pub(super) field: &'static str,
    class: &'static str,
    script: &'static str,
    verify: &'static str,
    sources: &'static str,
}

pub(super) fn parts(service: CaptchaService) -> Parts {
    match service {
        CaptchaService::Recaptcha => Parts {
            field: "g-recaptcha-response",
            class: "g-recaptcha",
            script: "https://www.google.com/recaptcha/api.js",
            verify: "https://www.google.com/recaptcha/api/siteverify",
            sources: "https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/ \
                https://recaptcha.google.com/recaptcha/",
        },
        CaptchaService::Hcaptcha => Parts {
            field: "h-captcha-response",
            class: "h-captcha",
            script: "https://js.hcaptcha.com/1/api.js",
            verify: "https://api.hcaptcha.com/siteverify",
            sources: "https://hcaptcha.com https://*.hcaptcha.com",
        },
        CaptchaService::Turnstile => Parts {
            field: "cf-turnstile-response",
            class: "cf-turnstile",
            script: "https://challenges.cloudflare.com/turnstile/v0/api.js",
            verify: "https://challenges.cloudflare.com/turnstile/v0/siteverify",
            sources: "https://challenges.cloudflare.com",
        },
    }
}

pub(super) fn widget(policy: &Policy) -> Widget {
    let parts = parts(policy.captcha_service);
    let own = Url::parse(&policy.captcha_service_url).ok();
    let (script, sources) = match own {
        Some(url) => (format!("{}/api.js", policy.captcha_service_url), url.origin().ascii_serialization()),
        None => (parts.script.to_owned(), parts.sources.to_owned()),
    };
    Widget { script, class: parts.class, site_key: policy.captcha_site_key.clone(), sources }
}

#[derive(serde::Deserialize)]
struct Verdict {
    success: bool,
}

pub(super) async fn check(app: &App, answer: &Answer) -> Result<(), CaptchaError> {
    if answer.response.is_empty() {
        return Err(Refused::Missing.into());
    }
    if answer.response.len() > MOST_CHARS {
        return Err(Refused::Wrong.into());
    }
    let policy = app.policy();
    let Some(sealed) = &policy.captcha_secret else { return Err(Refused::Silent.into()) };
    let secret =
        app.key.open(SEALED_FOR, &Sealed::from_stored(sealed.clone())).map_err(AppError::internal)?;
    let address = match policy.captcha_service_url.as_str() {
        "" => parts(policy.captcha_service).verify.to_owned(),
        own => format!("{own}/siteverify"),
    };
    let url = Url::parse(&address).map_err(AppError::internal)?;
    let body = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("secret", secret.expose())
        .append_pair("response", &answer.response)
        .append_pair("remoteip", &answer.from.to_string())
        .finish();
    let fetched = match app.fetch.post_form(&url, body, LIMITS).await {
        Ok(fetched) => fetched,
        Err(error) => {
            tracing::error!(%error, "The captcha service could not be asked: {error}");
            return Err(Refused::Silent.into());
        }
    };
    match serde_json::from_slice::<Verdict>(&fetched.body) {
        Ok(Verdict { success: true }) => Ok(()),
        Ok(_) => Err(Refused::Wrong.into()),
        Err(_) => {
            let status = fetched.status;
            tracing::error!(status, "The captcha service gave no readable answer (status {status})");
            Err(Refused::Silent.into())
        }
    }
}
