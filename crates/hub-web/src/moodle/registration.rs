//! `siteregistration.php`: where a Moodle's administrator arrives with all the site says of itself in the address, and
//! from where the browser goes back to the site (protocol notes, 3). The pages in between are in [`super::screen`].

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hub_app::site::register::{
    Choice, Outcome, Problem, RegisterError, Registration, Wrong, register as register_site,
};
use hub_app::site::way_back::{self, WayBack};
use hub_app::site::{Said, replace};
use hub_app::{App, AppError};
use hub_core::address::{AddressError, HubAddress, SiteAddress};
use hub_core::secret::Secret;
use hub_core::site::{Counters, REQUIRED};
use hub_wire::form;
use hub_wire::registration::{self as wire, Action, Field, MAX_BYTES};

use super::call::whole;
use super::screen;
use crate::client_address::Client;
use crate::page::registration::Message;
use crate::page::visitor::Visitor;
use crate::session::Session;
use crate::view::captcha;

/// A request of a registering administrator's browser.
pub(super) async fn answer(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    request: Request<Body>,
) -> Response {
    let (parts, body) = request.into_parts();
    if !matches!(parts.method, Method::GET | Method::POST) {
        // Link checkers ask by HEAD; nobody registers so.
        let asked = parts.method == Method::HEAD;
        let status = if asked { StatusCode::OK } else { StatusCode::METHOD_NOT_ALLOWED };
        return (status, [(header::CACHE_CONTROL, "no-store")]).into_response();
    }
    let Ok(body) = axum::body::to_bytes(body, MAX_BYTES).await else {
        return screen::trouble(&visitor, &AppError::TooLarge { limit_bytes: MAX_BYTES as u64 });
    };
    let query = parts.uri.query().unwrap_or_default().as_bytes();
    if let Some(link) = classic_link(query) {
        return see_other(&app.address.join(&format!("/registrations/replace/{link}")));
    }
    match wire::Registration::parse(query, &body) {
        Ok(said) => decide(&app, client, &visitor, &said, &Form { query, body: &body }).await,
        Err(_) => screen::trouble(&visitor, &AppError::TooLarge { limit_bytes: MAX_BYTES as u64 }),
    }
}

/// Links of the classic form, should a mail of an imported hub still lie somewhere.
fn classic_link(query: &[u8]) -> Option<String> {
    let code = form::pairs(query).find(|(name, _)| name == "freshmoodletoken")?.1;
    let good = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    good.then(|| code.into_owned())
}

/// The parameters as they came, for what has to be sent once more.
struct Form<'a> {
    query: &'a [u8],
    body: &'a Bytes,
}

impl Form<'_> {
    /// Everything but what is chosen on our own pages; of two of one name the last.
    fn hidden(&self) -> Vec<(String, String)> {
        let mut fields: Vec<(String, String)> = Vec::new();
        for (name, value) in form::pairs(self.query).chain(form::pairs(self.body)) {
            let is_captcha = name.starts_with("captcha_") || name.ends_with("-response");
            if name == "action" || is_captcha || name.starts_with("freshmoodletoken") {
                continue;
            }
            fields.retain(|(known, _)| *known != name);
            fields.push((name.into_owned(), value.into_owned()));
        }
        fields
    }

    /// A field as it came, before cleaning; empty if it did not.
    fn last(&self, field: &str) -> String {
        let values = form::pairs(self.query).chain(form::pairs(self.body));
        values
            .filter(|(name, _)| name == field)
            .last()
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    }
}

async fn decide(
    app: &App,
    client: Client,
    visitor: &Visitor,
    said: &wire::Registration,
    form: &Form<'_>,
) -> Response {
    let requested = requested(app, client, visitor.headers());
    let hub_url = way_back::echo(app, said.huburl.value().map(String::as_str), &requested);
    let problems = problems(said, form);
    let (Some(address), Some(secret)) = (site_address(said), secret(said)) else {
        return match app.may_change() {
            Ok(()) => screen::problems(visitor, &problems, |field| form.last(field), None),
            Err(error) => screen::trouble(visitor, &error),
        };
    };
    let is_signed_in = Session::of(app, visitor.headers()).await.is_ok_and(|session| session.is_some());
    let registration = Registration {
        secret: Secret::new(secret),
        address: address.clone(),
        hub_url: hub_url.clone(),
        password: said.password.value().map(|password| Secret::new(password.as_str())),
        from: client.address,
        said: as_said(said),
        problems,
        choice: said.action.map(|action| match action {
            Action::Moved => Choice::Moved,
            Action::Copied => Choice::Copied,
        }),
        captcha: (!is_signed_in).then(|| captcha::answer(app, client, |field| form.last(field))),
    };
    let renew = renew_address(app, &registration);
    let say = |message, button| screen::message(app, visitor, message, "/", button);
    match register_site(app, &registration).await {
        Ok(Outcome::Confirmed(back)) => go_back(&back),
        Ok(Outcome::NeedsNewSecret { blocked: false }) => see_other(&renew),
        Ok(Outcome::NeedsNewSecret { blocked: true }) => say(Message::Blocked, Some(renew)),
        Ok(Outcome::MovedOrCopied { old, new }) => {
            screen::moved_or_copied(visitor, &old, (&new, &address), form.hidden())
        }
        Ok(Outcome::OldContactAsked { contact: None, .. }) => say(Message::NoContact, None),
        Ok(Outcome::OldContactAsked { mailed_now: true, contact: Some(to) }) => {
            say(Message::MailSent { to }, None)
        }
        Ok(Outcome::OldContactAsked { mailed_now: false, contact: Some(to) }) => {
            say(Message::MailSentBefore { to }, None)
        }
        Ok(Outcome::WaitsForApproval { code }) => see_other(&page_address(app, &code)),
        Err(RegisterError::Problems(problems)) => {
            screen::problems(visitor, &problems, |field| form.last(field), Some(&address))
        }
        Err(RegisterError::TooManyGuesses(wait)) => screen::must_wait(visitor, wait, &address),
        Err(RegisterError::Captcha(refused)) => screen::captcha(app, visitor, refused, form.hidden()),
        Err(RegisterError::Closed) => screen::closed(visitor),
        Err(RegisterError::App(error)) => screen::trouble(visitor, &error),
    }
}

/// Addresses the request may have come to: the host it names, by the scheme a trusted proxy tells or either, below each
/// path this hub has. Only those that are configured as this hub's own are ever used.
fn requested(app: &App, client: Client, headers: &HeaderMap) -> Vec<String> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(host) = text("host") else { return Vec::new() };
    let told = client.is_behind_proxy.then(|| text("x-forwarded-proto")).flatten();
    let told = told.filter(|scheme| matches!(*scheme, "http" | "https"));
    let schemes = told.into_iter().chain(["http", "https"]);
    let paths = || std::iter::once(&app.address).chain(&app.aliases).map(HubAddress::path);
    schemes.flat_map(|scheme| paths().map(move |path| format!("{scheme}://{host}{path}"))).collect()
}

fn site_address(said: &wire::Registration) -> Option<SiteAddress> {
    said.url.value().and_then(|url| SiteAddress::parse(url).ok())
}

/// The secret, byte for byte; spaces alone are none.
fn secret(said: &wire::Registration) -> Option<&str> {
    said.token.value().map(String::as_str).filter(|secret| !secret.trim().is_empty())
}

/// What is needed and was sent empty. What is absent is not missing, but for the secret and the address, since core
/// cuts its own address at 2,000 characters; forks that do not know a field are taken the same way.
fn problems(said: &wire::Registration, form: &Form<'_>) -> Vec<Problem> {
    let missing = |is_so: bool| is_so.then_some(Wrong::Missing);
    let or_blank = |field: &str, wrong: Wrong| {
        Some(if form.last(field).trim().is_empty() { Wrong::Missing } else { wrong })
    };
    let wrong = |field: &str| match field {
        "token" => missing(secret(said).is_none()),
        "url" => match said.url.value().map(|url| SiteAddress::parse(url)) {
            Some(Ok(_)) => None,
            Some(Err(error)) => Some(Wrong::Address(error)),
            None => or_blank("url", Wrong::Address(AddressError::NotAnAddress)),
        },
        "name" => missing(said.name.is_empty()),
        "contactname" => missing(said.contactname.is_empty()),
        "contactemail" if said.contactemail.is_empty() => or_blank("contactemail", Wrong::Mail),
        "description" => missing(said.description.is_empty()),
        "language" => missing(said.language.is_empty()),
        _ => None,
    };
    REQUIRED.iter().filter_map(|field| Some(Problem { field, wrong: wrong(field)? })).collect()
}

fn as_said(said: &wire::Registration) -> Said {
    let text = |field: &Field<String>| match field {
        Field::Absent => None,
        Field::Empty => Some(String::new()),
        Field::Value(value) => Some(value.clone()),
    };
    let flag = |field: &Field<bool>| match field {
        Field::Absent => None,
        Field::Empty => Some(false),
        Field::Value(value) => Some(*value),
    };
    Said {
        name: text(&said.name),
        description: text(&said.description),
        contact_name: text(&said.contactname),
        contact_email: text(&said.contactemail),
        contact_phone: text(&said.contactphone),
        contactable: flag(&said.contactable),
        email_alert: flag(&said.emailalert),
        language: text(&said.language),
        country: text(&said.countrycode),
        region: text(&said.regioncode),
        street: text(&said.street),
        geolocation: text(&said.geolocation),
        disclosure: text(&said.privacy),
        moodle_version: text(&said.moodleversion),
        moodle_release: text(&said.moodlerelease),
        counters: counters(said),
    }
}

fn counters(said: &wire::Registration) -> Option<Counters> {
    let float = |field: &Field<f64>| whole(field.value().copied());
    let int = |field: &Field<i64>| field.value().copied().filter(|count| *count >= 0);
    let floats = [
        &said.courses,
        &said.users,
        &said.enrolments,
        &said.posts,
        &said.questions,
        &said.resources,
        &said.participantnumberaverage,
        &said.modulenumberaverage,
    ];
    let any = floats.iter().any(|field| **field != Field::Absent)
        || said.badges != Field::Absent
        || said.issuedbadges != Field::Absent;
    any.then(|| Counters {
        courses: float(&said.courses),
        users: float(&said.users),
        enrolments: float(&said.enrolments),
        posts: float(&said.posts),
        questions: float(&said.questions),
        resources: float(&said.resources),
        badges: int(&said.badges),
        issued_badges: int(&said.issuedbadges),
        participants_average: float(&said.participantnumberaverage),
        modules_average: float(&said.modulenumberaverage),
    })
}

fn renew_address(app: &App, registration: &Registration) -> String {
    let back = wire::WayBack {
        site_url: registration.address.as_str(),
        hub_url: &registration.hub_url,
        secret: registration.secret.expose(),
        hub_name: &app.policy().name,
    };
    back.renew()
}

fn page_address(app: &App, code: &str) -> String {
    app.address.join(&format!("/registrations/{code}"))
}

/// To the page of the site that takes the token.
fn go_back(back: &WayBack) -> Response {
    let wire = wire::WayBack {
        site_url: back.site.as_str(),
        hub_url: &back.hub_url,
        secret: back.secret.expose(),
        hub_name: &back.hub_name,
    };
    see_other(&wire.confirm(back.new_token.expose()))
}

/// A redirect that no cache keeps and that tells the next page nothing of where the visitor came from: both addresses
/// carry secrets.
fn see_other(address: &str) -> Response {
    let Ok(location) = HeaderValue::from_str(&ascii(address)) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let headers = [
        (header::LOCATION, location),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// Sites may write their own address with letters beyond ASCII; a header cannot. The host is left as it was written
/// wherever it can be, since the site compares texts.
fn ascii(address: &str) -> String {
    if address.is_ascii() {
        return address.to_owned();
    }
    url::Url::parse(address).map_or_else(|_| address.to_owned(), String::from)
}

/// The page that shows where a registration stands.
pub(super) async fn standing(State(app): State<App>, visitor: Visitor, Path(code): Path<String>) -> Response {
    match way_back::page(&app, &code).await {
        Ok(page) => screen::standing(&app, &visitor, &page),
        Err(error) => screen::trouble(&visitor, &error),
    }
}

/// *Try again*, and *finish* after staff accepted.
pub(super) async fn try_again(
    State(app): State<App>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Response {
    match way_back::try_again(&app, &code).await {
        Ok(back) => go_back(&back),
        Err(error) => screen::trouble(&visitor, &error),
    }
}

/// The two sites of a replacement link, for the old contact.
pub(super) async fn compare(State(app): State<App>, visitor: Visitor, Path(link): Path<String>) -> Response {
    match replace::compare(&app, &Secret::new(link.as_str())).await {
        Ok(both) => screen::replacement(&visitor, &both.old, (&both.new, &both.new_address), &link),
        Err(error) => screen::trouble(&visitor, &error),
    }
}

/// The old contact confirms.
pub(super) async fn replace_site(
    State(app): State<App>,
    visitor: Visitor,
    Path(link): Path<String>,
) -> Response {
    match replace::confirm(&app, &Secret::new(link)).await {
        Ok(back) => go_back(&back),
        Err(error) => screen::trouble(&visitor, &error),
    }
}
