//! What the person in front of a registering Moodle is shown: from outcomes of the use cases to pages.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use hub_app::captcha::{Purpose, Refused};
use hub_app::guesses::Wait;
use hub_app::outside::fetch::{FetchError, Refusal, Verdict};
use hub_app::site::register::{Problem, Wrong};
use hub_app::site::way_back::{Page, Standing};
use hub_app::{App, AppError, error_chain};
use hub_core::address::{AddressError, MAX_CHARS, SiteAddress};
use hub_core::site::{Site, SiteInfo};

use crate::page::answer;
use crate::page::error::{ErrorPage, Trouble};
use crate::page::registration::problems::{self as page, Unreachable};
use crate::page::registration::{
    CaptchaPage, ComparisonPage, Conflict, Message, MessagePage, ProblemsPage, ReturnPage, ReturnState,
    SiteFacts,
};
use crate::page::visitor::Visitor;
use crate::view::captcha::{Captcha, refusal};
use crate::view::ui::Ui;

/// What these pages have. The choice of a language leads to `here`: the addresses of a registration carry secrets and
/// are not repeated in links.
fn ui(visitor: &Visitor, here: &str) -> Ui {
    Ui { here: here.to_owned(), ..visitor.ui.clone() }
}

/// A page with one message. `button` is where its button leads, if it has one.
pub(super) fn message(
    app: &App,
    visitor: &Visitor,
    message: Message,
    here: &str,
    button: Option<String>,
) -> Response {
    let status = match message {
        Message::Blocked => StatusCode::FORBIDDEN,
        Message::WaitsForApproval | Message::Ended => StatusCode::OK,
        // Nothing was registered: an error page, as on classic hubs, with a status that says which.
        Message::MailSent { .. } | Message::MailSentBefore { .. } | Message::NoContact => {
            StatusCode::CONFLICT
        }
    };
    let mail_waits = matches!(app.mailer(), Ok(None))
        && !matches!(message, Message::Blocked | Message::NoContact | Message::Ended);
    let contact = app.policy().contact_name.clone();
    let page = MessagePage { ui: ui(visitor, here), message, mail_waits, button, contact };
    answer::registration(visitor.headers(), status, &page)
}

/// All that is wrong with a registration.
pub(super) fn problems(
    visitor: &Visitor,
    problems: &[Problem],
    given: impl Fn(&str) -> String,
    site: Option<&SiteAddress>,
) -> Response {
    let problems = problems
        .iter()
        .map(|problem| page::Problem::new(problem.field, wrong(&problem.wrong), &given(problem.field)))
        .collect();
    list(visitor, StatusCode::UNPROCESSABLE_ENTITY, problems, site)
}

/// Too many wrong passwords came from where the visitor is.
pub(super) fn must_wait(visitor: &Visitor, wait: Wait, site: &SiteAddress) -> Response {
    let problem = page::Problem::new("password", page::Wrong::TooManyGuesses(wait.minutes()), "");
    let mut response = list(visitor, StatusCode::TOO_MANY_REQUESTS, vec![problem], Some(site));
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.seconds()));
    response
}

/// A refusal that no field is at fault for.
fn refused(visitor: &Visitor, status: StatusCode, wrong: page::Wrong) -> Response {
    list(visitor, status, vec![page::Problem::new("hub", wrong, "")], None)
}

fn list(
    visitor: &Visitor,
    status: StatusCode,
    problems: Vec<page::Problem>,
    site: Option<&SiteAddress>,
) -> Response {
    let back = site.map(|site| site.as_str().to_owned());
    answer::registration(visitor.headers(), status, &ProblemsPage { ui: ui(visitor, "/"), problems, back })
}

/// A stranger's new site: the same fields are sent once more, with the answer of the captcha.
pub(super) fn captcha(
    app: &App,
    visitor: &Visitor,
    refused: Refused,
    hidden: Vec<(String, String)>,
) -> Response {
    let ui = ui(visitor, "/");
    let Some(captcha) = Captcha::asked(app, ui.lang, &ui.urls, Purpose::Registration) else {
        return trouble(visitor, &AppError::Conflict("send the form of your site once more".to_owned()));
    };
    let wrong = refusal(ui.lang, refused);
    let action = ui.urls.registration();
    let page = CaptchaPage { ui, action, hidden, wrong, captcha: captcha.clone() };
    let status = if refused == Refused::Missing { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    captcha.let_in(answer::registration(visitor.headers(), status, &page))
}

/// No new sites are taken.
pub(super) fn closed(visitor: &Visitor) -> Response {
    refused(visitor, StatusCode::FORBIDDEN, page::Wrong::Closed)
}

fn wrong(wrong: &Wrong) -> page::Wrong {
    match wrong {
        Wrong::Missing | Wrong::Address(AddressError::Empty) => page::Wrong::Missing,
        Wrong::Address(AddressError::NotAnAddress) => page::Wrong::NotAnAddress,
        Wrong::Address(AddressError::Scheme) => page::Wrong::Scheme,
        Wrong::Address(AddressError::Credentials) => page::Wrong::Credentials,
        Wrong::Address(AddressError::TooLong) => page::Wrong::TooLong(MAX_CHARS),
        Wrong::Mail => page::Wrong::NotAMailAddress,
        Wrong::Password => page::Wrong::Password,
        Wrong::Invitation => page::Wrong::Invitation,
        Wrong::Unreachable(verdict) => unreachable(verdict),
    }
}

fn unreachable(verdict: &Verdict) -> page::Wrong {
    let why = match verdict {
        Verdict::Refused(refusal) | Verdict::Failed(FetchError::Refused(refusal)) => match refusal {
            Refusal::Scheme => return page::Wrong::Scheme,
            Refusal::UserInfo => return page::Wrong::Credentials,
            Refusal::NoHost => return page::Wrong::NotAnAddress,
            Refusal::Port { .. } => Unreachable::Port,
            Refusal::Address { .. } => Unreachable::PrivateNetwork,
        },
        // A site that answers is never unreachable.
        Verdict::NoSite { .. } | Verdict::Exists { .. } => Unreachable::Status,
        Verdict::Failed(FetchError::Resolve { .. }) => Unreachable::NoSuchHost,
        Verdict::Failed(FetchError::Tls(_)) => Unreachable::Certificate,
        Verdict::Failed(FetchError::Timeout { .. }) => Unreachable::Timeout,
        Verdict::Failed(FetchError::Redirects { .. }) => Unreachable::Redirect,
        Verdict::Failed(
            FetchError::Connect { .. } | FetchError::TooLarge { .. } | FetchError::Broken { .. },
        ) => Unreachable::Refused,
    };
    page::Wrong::Unreachable(why)
}

/// A known secret from another address: the administrator says whether the site was moved or copied.
pub(super) fn moved_or_copied(
    visitor: &Visitor,
    old: &Site,
    new: (&SiteInfo, &SiteAddress),
    hidden: Vec<(String, String)>,
) -> Response {
    let ui = ui(visitor, "/");
    let action = ui.urls.registration();
    let registered = SiteFacts::of(&old.info, &old.address);
    let page = ComparisonPage::new(
        ui,
        Conflict::OtherAddress,
        registered,
        SiteFacts::of(new.0, new.1),
        action,
        hidden,
    );
    answer::registration(visitor.headers(), StatusCode::OK, &page)
}

/// A known address with another secret: the old contact confirms.
pub(super) fn replacement(
    visitor: &Visitor,
    old: &Site,
    new: (&SiteInfo, &SiteAddress),
    link: &str,
) -> Response {
    let ui = ui(visitor, "/");
    let action = ui.urls.to(&format!("/registrations/replace/{link}"));
    let registered = SiteFacts::of(&old.info, &old.address);
    let page = ComparisonPage::new(
        ui,
        Conflict::OtherIdentifier,
        registered,
        SiteFacts::of(new.0, new.1),
        action,
        Vec::new(),
    );
    answer::registration(visitor.headers(), StatusCode::OK, &page)
}

/// Where a registration stands.
pub(super) fn standing(app: &App, visitor: &Visitor, page: &Page) -> Response {
    let here = format!("/registrations/{}", page.code);
    let site = &page.site;
    let state = match page.standing {
        Standing::WaitsForApproval => return message(app, visitor, Message::WaitsForApproval, &here, None),
        Standing::Ended => return message(app, visitor, Message::Ended, &here, None),
        Standing::Registered => ReturnState::Registered,
        Standing::OnItsWay if site.handshake_at.is_none() => ReturnState::Accepted,
        Standing::OnItsWay => ReturnState::Awaited,
        Standing::ReturnNotSeen => ReturnState::NotSeen,
    };
    let site_path = site.address.to_url().map(|url| url.path().trim_end_matches('/').to_owned());
    let ui = ui(visitor, &here);
    let page = ReturnPage {
        retry: ui.urls.to(&here),
        ui,
        state,
        site_name: site.info.name.clone(),
        site_address: site.address.as_str().to_owned(),
        site_path: site_path.unwrap_or_default(),
        hub_path: app.address.path().to_owned(),
        handshake_at: site.handshake_at,
        seen_at: site.last_seen_at,
    };
    answer::registration(visitor.headers(), StatusCode::OK, &page)
}

/// What the whole request came to.
pub(super) fn trouble(visitor: &Visitor, error: &AppError) -> Response {
    let (trouble, status) = match error {
        AppError::ReadOnly => {
            return refused(visitor, StatusCode::SERVICE_UNAVAILABLE, page::Wrong::ReadOnly);
        }
        AppError::NotFound(_) | AppError::Gone => {
            return refused(visitor, StatusCode::NOT_FOUND, page::Wrong::Link);
        }
        AppError::Forbidden(_) => (Trouble::Forbidden, None),
        AppError::MembersOnly => (Trouble::HubPrivate, None),
        AppError::HubOff => (Trouble::HubOff, None),
        AppError::Conflict(_) | AppError::WrongState(_) => {
            (Trouble::Unprocessable, Some(StatusCode::CONFLICT))
        }
        AppError::TooLarge { .. } => (Trouble::TooLarge, None),
        AppError::Quota(_) => (Trouble::TooMany, None),
        AppError::Invalid(_) | AppError::Setting(_) => (Trouble::Unprocessable, None),
        AppError::Internal(source) => {
            tracing::error!(error = error_chain(source.as_ref()), "A registration failed");
            (Trouble::Internal, None)
        }
    };
    let mut page = ErrorPage::new(ui(visitor, "/"), trouble);
    if matches!(error, AppError::Forbidden(_) | AppError::Conflict(_) | AppError::TooLarge { .. }) {
        page.detail = visitor.ui.said(&error.to_string()).into_owned();
    }
    answer::failure(visitor.headers(), status.unwrap_or_else(|| trouble.status()), &page)
}
