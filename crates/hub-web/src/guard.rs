//! Who may pass which door: asked for every request in one place, by the class that the list of doors gives it. A door
//! of staff cannot forget to ask, nor a form to be known again.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use hub_app::{App, AppError};
use hub_core::policy::Enabled;
use hub_core::rights::Right;

use crate::doors::{Class, Route};
use crate::form::{FORM_TOO_LARGE, Form, FormError};
use crate::intake::Intake;
use crate::page::compress::SaysNothing;
use crate::page::error::Trouble;
use crate::page::visitor::Visitor;
use crate::session::{FORM_FIELD, Session};
use crate::urls::encoded;

/// What the guard knows: the hub, the list of doors, and how patient it is with forms.
#[derive(Clone)]
pub(crate) struct Guard {
    app: App,
    classes: Arc<HashMap<(&'static str, &'static str), Class>>,
    intake: Arc<Intake>,
}

impl Guard {
    pub(crate) fn new(app: &App, routes: &[Route], intake: Arc<Intake>) -> Self {
        let classes = routes.iter().map(|route| ((route.method, route.path), route.class)).collect();
        Self { app: app.clone(), classes: Arc::new(classes), intake }
    }

    fn class(&self, request: &Request) -> Option<Class> {
        let path = request.extensions().get::<MatchedPath>()?.as_str();
        let method = if request.method() == Method::HEAD { "GET" } else { request.method().as_str() };
        let of = |method: &str| {
            self.classes
                .iter()
                .find(|((known, at), _)| *known == method && *at == path)
                .map(|(_, class)| *class)
        };
        of(method).or_else(|| of("ANY"))
    }
}

/// Where an owner is led to the set-up until it is finished or set aside.
const LEAD_TO_SET_UP: [&str; 3] = ["/admin", "/me", "/moderate"];

/// Lets a request pass, or answers it.
pub(crate) async fn keep(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    let class = guard.class(&request);
    if matches!(class, Some(Class::Service | Class::Changing)) {
        return next.run(request).await;
    }
    // A database that cannot be read fails the page itself; nobody is taken for somebody then.
    let session = Session::of(&guard.app, request.headers()).await.unwrap_or_default();
    let asked = Asked::of(&request);
    if let Err(refusal) = may_pass(&guard.app, class, session.as_ref(), &asked).await {
        return *refusal;
    }
    if let Some(session) = &session
        && asked.method == Method::GET
        && LEAD_TO_SET_UP.contains(&asked.uri.path())
        && session.signed_in.account.role.may(Right::Owners)
        && !guard.app.policy().set_up_done
    {
        let target = format!("{}/setup", guard.app.address.path());
        return (
            StatusCode::SEE_OTHER,
            [(header::LOCATION, target), (header::CACHE_CONTROL, "no-store".to_owned())],
        )
            .into_response();
    }
    let takes_form = matches!(class, Some(Class::Form | Class::Letter | Class::Own | Class::Staff(_)));
    if takes_form && request.method() == Method::POST {
        request = match read_form(&guard, class, session.as_ref(), &asked, request).await {
            Ok(request) => request,
            Err(refusal) => return *refusal,
        };
    }
    if let Some(session) = session {
        request.extensions_mut().insert(session);
    }
    if matches!(class, Some(Class::Staff(_))) && asked.method == Method::GET && asked.uri.query().is_none() {
        request.extensions_mut().insert(SaysNothing);
    }
    next.run(request).await
}

/// The head of a request. A request itself cannot be held while something else is waited for.
struct Asked {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
}

impl Asked {
    fn of(request: &Request) -> Self {
        Self {
            method: request.method().clone(),
            uri: request.uri().clone(),
            headers: request.headers().clone(),
        }
    }
}

/// Whether somebody may pass a door of this class.
async fn may_pass(
    app: &App,
    class: Option<Class>,
    session: Option<&Session>,
    asked: &Asked,
) -> Result<(), Box<Response>> {
    let right = match class {
        Some(Class::Own) => None,
        Some(Class::Staff(right)) => Some(right),
        Some(Class::Letter) => {
            let is_staff = session.is_some_and(|session| session.signed_in.account.role.is_staff());
            return match app.may_answer() {
                Err(error) if !is_staff => Err(Box::new(visitor(app, session, asked).await.failure(&error))),
                _ => Ok(()),
            };
        }
        _ => return Ok(()),
    };
    let Some(session) = session else { return Err(Box::new(to_sign_in(app, asked).await)) };
    let role = session.signed_in.account.role;
    if right.is_some_and(|right| !role.may(right)) {
        return Err(Box::new(visitor(app, Some(session), asked).await.trouble(Trouble::Forbidden)));
    }
    if app.policy().enabled == Enabled::Off && !role.is_staff() {
        return Err(Box::new(visitor(app, Some(session), asked).await.failure(&AppError::HubOff)));
    }
    Ok(())
}

async fn visitor(app: &App, session: Option<&Session>, asked: &Asked) -> Visitor {
    let (path, query) = (asked.uri.path(), asked.uri.query().unwrap_or_default());
    Visitor::of(app, &asked.headers, path, query, session).await
}

/// A page is shown after signing in; what was sent by a form is not kept, and its sender is told so.
async fn to_sign_in(app: &App, asked: &Asked) -> Response {
    if !matches!(asked.method, Method::GET | Method::HEAD) {
        return visitor(app, None, asked).await.trouble(Trouble::SignedOut);
    }
    let back = asked.uri.path_and_query().map_or("/", |path| path.as_str());
    let target = format!("{}/sign-in?back={}", app.address.path(), encoded(back));
    (StatusCode::SEE_OTHER, [(header::LOCATION, target), (header::CACHE_CONTROL, "no-store".to_owned())])
        .into_response()
}

/// Reads a form and looks whether a page of this hub sent it.
async fn read_form(
    guard: &Guard,
    class: Option<Class>,
    session: Option<&Session>,
    asked: &Asked,
    request: Request,
) -> Result<Request, Box<Response>> {
    let (mut parts, body) = request.into_parts();
    let form = Form::read(&parts.headers, body, &guard.intake).await;
    let known = form.as_ref().is_ok_and(|form| is_ours(class, session, &parts.headers, form));
    let error = match &form {
        Ok(_) if known => None,
        Ok(_) => Some(None),
        Err(error) => Some(Some(*error)),
    };
    if let Ok(form) = form {
        parts.extensions.insert(form);
    }
    let request = Request::from_parts(parts, Body::empty());
    let Some(error) = error else { return Ok(request) };
    let visitor = visitor(&guard.app, session, asked).await;
    Err(Box::new(match error {
        None => visitor.trouble(Trouble::ForeignForm),
        Some(FormError::TooLarge) => visitor.failure(&AppError::TooLarge { limit_bytes: FORM_TOO_LARGE }),
        Some(FormError::Unreadable) => visitor.trouble(Trouble::BadRequest),
    }))
}

/// Whether a form comes from a page of this hub. Where somebody is signed in, it carries their session's word. Strangers
/// have none; there the browser tells from where it comes.
fn is_ours(class: Option<Class>, session: Option<&Session>, headers: &HeaderMap, form: &Form) -> bool {
    let not_foreign = !is_foreign(headers);
    match (class, session) {
        (Some(Class::Form | Class::Letter), None) => not_foreign,
        (_, Some(session)) => not_foreign && session.knows(form.get(FORM_FIELD)),
        (_, None) => false,
    }
}

/// Whether the browser says that a page of somebody else sent the form: by Fetch metadata (all browsers since 2023), else
/// by `Origin`. Pages of this hub send no referrer, and then some browsers say `null` of its own forms as well.
fn is_foreign(headers: &HeaderMap) -> bool {
    let said = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(from) = said(header::HeaderName::from_static("sec-fetch-site")) {
        return !matches!(from, "same-origin" | "none");
    }
    let origin = said(header::ORIGIN).and_then(|origin| origin.split_once("://"));
    origin.is_some_and(|(_, from)| said(header::HOST).is_none_or(|host| !host.eq_ignore_ascii_case(from)))
}
