//! Pages for what went wrong: what happened, why, and what to do next.

use askama::Template;
use axum::response::Response;
use http::StatusCode;

use super::visitor::Visitor;
use crate::view::ui::Ui;

/// What went wrong, as people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The request could not be read.
    BadRequest,
    /// Not allowed.
    Forbidden,
    /// Nothing here.
    NotFound,
    /// The address takes other methods.
    WrongMethod,
    /// A course that was here and is no more.
    Gone,
    /// More was sent than is taken.
    TooLarge,
    /// A form was refused.
    Unprocessable,
    /// Too many requests.
    TooMany,
    /// Our fault.
    Internal,
    /// The hub is switched off.
    HubOff,
    /// The hub shows itself to members only.
    HubPrivate,
    /// A form was sent by somebody who is not signed in any more.
    SignedOut,
    /// A form did not come from a page of this hub, or from one of an earlier session.
    ForeignForm,
}

impl Trouble {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::BadRequest,
        Self::Forbidden,
        Self::NotFound,
        Self::WrongMethod,
        Self::Gone,
        Self::TooLarge,
        Self::Unprocessable,
        Self::TooMany,
        Self::Internal,
        Self::HubOff,
        Self::HubPrivate,
        Self::SignedOut,
        Self::ForeignForm,
    ];

    /// The HTTP status it is answered with.
    pub fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden | Self::HubPrivate | Self::SignedOut | Self::ForeignForm => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Gone => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::HubOff => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn keys(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::BadRequest => ("error-bad", "error-bad-why", "error-bad-next"),
            Self::Forbidden => ("error-forbidden", "error-forbidden-why", "error-forbidden-next"),
            Self::NotFound => ("error-missing", "error-missing-why", "error-missing-next"),
            Self::WrongMethod => ("error-method", "error-method-why", "error-method-next"),
            Self::Gone => ("error-gone", "error-gone-why", "error-gone-next"),
            Self::TooLarge => ("error-large", "error-large-why", "error-large-next"),
            Self::Unprocessable => ("error-refused", "error-refused-why", "error-refused-next"),
            Self::TooMany => ("error-many", "error-many-why", "error-many-next"),
            Self::Internal => ("error-ours", "error-ours-why", "error-ours-next"),
            Self::HubOff => ("error-off", "error-off-why", "error-off-next"),
            Self::HubPrivate => ("error-private", "error-private-why", "error-private-next"),
            Self::SignedOut => ("error-signed-out", "error-signed-out-why", "error-signed-out-next"),
            Self::ForeignForm => ("error-foreign", "error-foreign-why", "error-foreign-next"),
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Forbidden | Self::HubPrivate | Self::SignedOut | Self::ForeignForm => "lock",
            Self::NotFound | Self::Gone => "search",
            Self::TooMany | Self::HubOff => "time",
            _ => "warning",
        }
    }
}

/// The page of a trouble.
#[derive(Template)]
#[template(path = "page/error.html")]
pub struct ErrorPage {
    /// What every page has.
    pub ui: Ui,
    icon: &'static str,
    status: u16,
    title_key: &'static str,
    why_key: &'static str,
    next_key: &'static str,
    /// A sentence more, in plain text: which limit, how long to wait. Never internal text.
    pub detail: String,
    search: bool,
    sign_in: bool,
    shows_request: bool,
}

impl ErrorPage {
    /// The page of a trouble.
    pub fn new(ui: Ui, trouble: Trouble) -> Self {
        let (title_key, why_key, next_key) = trouble.keys();
        let closed = matches!(
            trouble,
            Trouble::HubOff | Trouble::HubPrivate | Trouble::SignedOut | Trouble::ForeignForm
        );
        Self {
            ui,
            icon: trouble.icon(),
            // A number helps nobody where the sentence says all; it is kept where people look it up or report it.
            status: if closed { 0 } else { trouble.status().as_u16() },
            title_key,
            why_key,
            next_key,
            detail: String::new(),
            search: !closed,
            sign_in: matches!(trouble, Trouble::HubOff | Trouble::HubPrivate | Trouble::SignedOut),
            shows_request: matches!(trouble, Trouble::Internal | Trouble::BadRequest | Trouble::Forbidden),
        }
    }
}

/// Answers every address there is nothing at.
pub async fn missing(visitor: Visitor) -> Response {
    visitor.trouble(Trouble::NotFound)
}

/// Answers a method that the page's address does not take.
pub async fn wrong_method(visitor: Visitor) -> Response {
    visitor.trouble(Trouble::WrongMethod)
}
