//! The pages of the registration.

use std::fmt::Write as _;

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hub_app::site::register::Problem;
use hub_app::site::way_back::{Page, Standing};
use hub_app::{App, AppError};
use hub_core::address::SiteAddress;
use hub_core::site::{Site, SiteInfo};

use super::fault::error_chain;

/// A page that says where a registration stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// The secret is blocked; the site makes itself another one at this address.
    Blocked {
        /// The renewal page of the site.
        renew: String,
    },
    /// Staff decides.
    WaitsForApproval,
    /// The contact of the site that has the address was asked.
    OldContactAsked {
        /// Now, or within the last day.
        mailed_now: bool,
        /// Its mail address with most of it hidden.
        contact: String,
    },
    /// That site has no mail address.
    NobodyToAsk,
    /// No new sites.
    Closed,
}

pub(super) fn message(app: &App, _headers: &HeaderMap, message: &Message) -> Response {
    let (status, title, text) = match message {
        Message::Blocked { renew } => {
            let link = format!("<p><a href=\"{}\">Make a new identifier on your site</a></p>", escape(renew));
            (StatusCode::FORBIDDEN, "This site's identifier is blocked", link)
        }
        Message::WaitsForApproval => {
            (StatusCode::OK, "Your registration waits for the hub's staff", mail_waits(app))
        }
        Message::OldContactAsked { mailed_now, contact } => {
            let when = if *mailed_now { "was mailed now" } else { "was mailed less than a day ago" };
            let text = format!(
                "<p>This address is registered already. Its contact {} {when} and can confirm.</p>{}",
                escape(contact),
                mail_waits(app)
            );
            (StatusCode::ACCEPTED, "This address is registered already", text)
        }
        Message::NobodyToAsk => {
            (StatusCode::CONFLICT, "This address is registered already", "<p>Ask the hub's staff.</p>".into())
        }
        Message::Closed => (
            StatusCode::FORBIDDEN,
            "This hub takes no new sites at the moment",
            "<p>Ask its staff.</p>".into(),
        ),
    };
    html(status, title, &text)
}

fn mail_waits(app: &App) -> String {
    if app.mailer.is_some() {
        return String::new();
    }
    "<p>This hub sends no mail at the moment: the mail waits, and the hub's staff can read it out.</p>"
        .to_owned()
}

pub(super) fn problems(
    _app: &App,
    _headers: &HeaderMap,
    problems: &[Problem],
    _site: Option<&SiteAddress>,
) -> Response {
    let mut list = String::from("<ul>");
    for problem in problems {
        let _ = write!(list, "<li><b>{}</b>: {}</li>", problem.field, escape(&problem.wrong.to_string()));
    }
    list.push_str("</ul>");
    html(StatusCode::UNPROCESSABLE_ENTITY, "The site could not be registered", &list)
}

pub(super) fn moved_or_copied(
    app: &App,
    _headers: &HeaderMap,
    old: &Site,
    new: (&SiteInfo, &SiteAddress),
    hidden: Vec<(String, String)>,
) -> Response {
    let action = app.address.join("/local/hub/siteregistration.php");
    let buttons = [("action", "moved", "The site was moved"), ("action", "copied", "The site is a copy")];
    comparison(old, new, &action, &hidden, &buttons)
}

pub(super) fn replacement(
    _app: &App,
    _headers: &HeaderMap,
    old: &Site,
    new: (&SiteInfo, &SiteAddress),
    action: String,
) -> Response {
    comparison(old, new, &action, &[], &[("freshmoodletokenconf", "1", "Replace the registration")])
}

fn comparison(
    old: &Site,
    (new, address): (&SiteInfo, &SiteAddress),
    action: &str,
    hidden: &[(String, String)],
    buttons: &[(&str, &str, &str)],
) -> Response {
    let mut text = String::from("<table>");
    for (label, before, after) in [
        ("Address", old.address.as_str(), address.as_str()),
        ("Name", &old.info.name, &new.name),
        ("Description", &old.info.description, &new.description),
        ("Contact", &old.info.contact_name, &new.contact_name),
        ("Mail", &old.info.contact_email, &new.contact_email),
        ("Version", &old.info.moodle_version, &new.moodle_version),
        ("Release", &old.info.moodle_release, &new.moodle_release),
    ] {
        let (before, after) = (escape(before), escape(after));
        let _ = write!(text, "<tr><th>{label}</th><td>{before}</td><td>{after}</td></tr>");
    }
    text.push_str("</table>");
    for (name, value, label) in buttons {
        let _ = write!(text, "<form method=\"post\" action=\"{}\">", escape(action));
        for (name, value) in hidden {
            let (name, value) = (escape(name), escape(value));
            let _ = write!(text, "<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
        }
        let _ = write!(text, "<button name=\"{name}\" value=\"{value}\">{label}</button></form>");
    }
    html(StatusCode::OK, "Compare the two registrations", &text)
}

pub(super) fn standing(app: &App, _headers: &HeaderMap, page: &Page) -> Response {
    let title = match page.standing {
        Standing::Registered => "Your site is registered",
        Standing::OnItsWay | Standing::WaitsForApproval => "Registered; the call of your site is awaited",
        Standing::ReturnNotSeen => "Registered, but your site has not called",
        Standing::Ended => "This registration has ended",
    };
    let action = app.address.join(&format!("/registrations/{}", page.code));
    let mut text = String::new();
    if matches!(page.standing, Standing::OnItsWay | Standing::ReturnNotSeen) {
        let _ = write!(
            text,
            "<form method=\"post\" action=\"{}\"><button>Try again</button></form>",
            escape(&action)
        );
    }
    html(StatusCode::OK, title, &text)
}

/// What the whole request came to.
pub(super) fn trouble(_app: &App, _headers: &HeaderMap, error: &AppError) -> Response {
    let status = match error {
        AppError::NotFound(_) => StatusCode::NOT_FOUND,
        AppError::Gone => StatusCode::GONE,
        AppError::Forbidden(_) | AppError::MembersOnly => StatusCode::FORBIDDEN,
        AppError::HubOff | AppError::ReadOnly => StatusCode::SERVICE_UNAVAILABLE,
        AppError::Conflict(_) | AppError::WrongState(_) => StatusCode::CONFLICT,
        AppError::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        AppError::Quota(_) => StatusCode::TOO_MANY_REQUESTS,
        AppError::Invalid(_) | AppError::Setting(_) => StatusCode::UNPROCESSABLE_ENTITY,
        AppError::Internal(source) => {
            tracing::error!(error = error_chain(source.as_ref()), "A registration failed");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    };
    html(status, "This did not work", &format!("<p>{}</p>", escape(&error.to_string())))
}

fn html(status: StatusCode, title: &str, text: &str) -> Response {
    let page = format!("<!DOCTYPE html><meta charset=\"utf-8\"><title>{title}</title><h1>{title}</h1>{text}");
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, page).into_response()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
