//! What the site answers: its front page, and the two pages a hub sends the administrator's browser back to.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;

use super::state::State;

/// A request the site got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// `HEAD`, `GET` …
    pub method: String,
    /// Path with query.
    pub target: String,
    /// Who asked.
    pub user_agent: String,
}

/// Answers requests until dropped.
pub(super) async fn serve(listener: tokio::net::TcpListener, path: String, state: Arc<State>) {
    let router = axum::Router::new().fallback(answer).with_state((state, path));
    // It ends with the task; there is nobody to tell if accepting fails.
    let _ = axum::serve(listener, router).await;
}

async fn answer(Shared((state, path)): Shared<(Arc<State>, String)>, request: Request) -> Response {
    let target = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let user_agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    state.note(Received {
        method: request.method().to_string(),
        target,
        user_agent: user_agent.unwrap_or_default().to_owned(),
    });
    let Some(page) = request.uri().path().strip_prefix(path.as_str()) else {
        return html(StatusCode::NOT_FOUND, "not a Moodle page");
    };
    let query = request.uri().query().unwrap_or_default();
    match page {
        "" | "/" | "/index.php" | "/course/view.php" => front(&state, request.method()),
        "/admin/registration/confirmregistration.php" => confirm(&state, &Query::parse(query)),
        "/admin/registration/renewregistration.php" => renew(&state, &Query::parse(query)),
        _ => html(StatusCode::NOT_FOUND, "no such page"),
    }
}

fn front(state: &State, method: &Method) -> Response {
    let front = state.front();
    let status = if method == Method::HEAD { front.head } else { front.get };
    let mut response = html(StatusCode::from_u16(status).unwrap_or(StatusCode::OK), "A Moodle site");
    if let Some(location) = front.location.and_then(|location| HeaderValue::from_str(&location).ok()) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// Parameters of the query; the client reads nothing else, in particular no posted form.
struct Query(Vec<(String, String)>);

impl Query {
    fn parse(query: &str) -> Self {
        Self(url::form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    fn get(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

fn confirm(state: &State, query: &Query) -> Response {
    if query.get("error") == "urlalreadyexist" {
        return html(StatusCode::OK, "urlalreadyexist: this address is registered with the hub already");
    }
    if state.confirm(query.get("url"), query.get("token"), query.get("newtoken"), query.get("hubname")) {
        return html(StatusCode::OK, "registrationconfirmed: the site is registered");
    }
    html(StatusCode::NOT_FOUND, "wrongtoken: no registration waits for this address and token")
}

fn renew(state: &State, query: &Query) -> Response {
    if state.renew(query.get("url"), query.get("token")) {
        return html(StatusCode::OK, "renewregistration: register again, with a new secret");
    }
    html(StatusCode::NOT_FOUND, "wrongtoken: no registration waits for this address and token")
}

fn html(status: StatusCode, text: &str) -> Response {
    let mut response =
        Response::new(Body::from(format!("<!DOCTYPE html><title>Moodle</title><p>{text}</p>")));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}
