//! The web service's address: XML-RPC for classic clients, REST for core since 3.4, always with status 200, since
//! other statuses are silent nulls to PHP clients (protocol notes, 4.1).

use std::sync::Arc;

use axum::Extension;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::StreamExt as _;
use hub_app::{App, AppError};
use hub_wire::moodle::{Function, Request};
use hub_wire::moodle_rest::{self, Format, RestError, RestLimits};
use hub_wire::xmlrpc::{self, Family, Limits, ReplyForm};

use super::call;
use super::fault::Fault;
use crate::client_address::Client;
use crate::intake::{Intake, Turn};

/// Bytes of a body that are read for an answer.
const READ: usize = 16 * 1024 * 1024;
/// Bytes of a body that needs no turn and is parsed at once. Core sends about 23 kB.
const SMALL: usize = 256 * 1024;
/// Bytes that are let pass after that, so that the client hears the answer instead of a broken connection.
const LET_PASS: usize = 256 * 1024 * 1024;

pub(super) async fn answer(
    State(app): State<App>,
    method: Method,
    RawQuery(query): RawQuery,
    client: Client,
    Extension(intake): Extension<Arc<Intake>>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let query = query.unwrap_or_default();
    let (body, _turn) = match read(&intake, &client, body).await {
        Ok(read) => read,
        Err(fault) => return xml_fault(&headers, &fault),
    };
    if is_rest(&query, &headers, &body) {
        return rest(&app, query, body).await;
    }
    if method != Method::POST {
        let fault =
            Fault::new("invalidrecord", "This is a web service; call it by POST with an XML-RPC body");
        return xml_fault(&headers, &fault);
    }
    xml_rpc(&app, &query, &headers, body).await
}

/// The body, and the turn it needed if it is large, to be kept as long as the body.
async fn read(intake: &Intake, client: &Client, body: Body) -> Result<(Vec<u8>, Option<Turn>), Fault> {
    let (mut kept, mut passed, mut turn) = (Vec::new(), 0_usize, None);
    let mut pieces = intake.pieces(body);
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|error| Fault::new("invalidrecord", error.to_string()))?;
        passed = passed.saturating_add(piece.len());
        if passed > SMALL && turn.is_none() {
            let taken = intake.large_calls.take(client.address).await;
            turn = Some(taken.map_err(|busy| Fault::new("sitemaintenance", busy.to_string()))?);
        }
        if passed <= READ {
            kept.extend_from_slice(&piece);
        } else if passed > LET_PASS {
            break;
        } else {
            kept = Vec::new();
        }
    }
    if passed > READ {
        let text = format!("The request has more than {READ} bytes, the most this hub reads");
        return Err(Fault::new("invalidrecord", text));
    }
    Ok((kept, turn))
}

/// A large body is parsed where it holds up nobody.
async fn parsed<T: Send + 'static>(
    bytes: usize,
    parse: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    if bytes <= SMALL {
        return parse();
    }
    tokio::task::spawn_blocking(parse).await.map_err(AppError::internal)?
}

/// Family R names its function in the query or in a form body (protocol notes, 2).
fn is_rest(query: &str, headers: &HeaderMap, body: &[u8]) -> bool {
    let in_query = query.split('&').any(|pair| pair.starts_with("wsfunction="));
    let form = header_text(headers, &header::CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    in_query || (form && body.split(|byte| *byte == b'&').any(|pair| pair.starts_with(b"wsfunction=")))
}

async fn rest(app: &App, query: String, body: Vec<u8>) -> Response {
    let bytes = body.len();
    let parse = move || {
        let call = moodle_rest::parse(query.as_bytes(), &body, &RestLimits::default());
        call.map_err(|error| rest_error(&error))
    };
    let call = match parsed(bytes, parse).await {
        Ok(call) => call,
        Err(fault) => return rest_fault(Format::Json, &fault),
    };
    let format = call.format;
    let name = call.function.unwrap_or_default();
    let outcome = async {
        let (function, caller) = call::open(app, call.token.as_deref(), &name).await?;
        let request = Request::from_named(function, call.params)?;
        call::run(app, &caller, request).await
    };
    match outcome.await {
        Ok(reply) => rest_body(format, moodle_rest::response(&reply.into_value(), format)),
        Err(fault) => rest_fault(format, &fault),
    }
}

fn rest_error(error: &RestError) -> Fault {
    Fault::new("invalidparameter", format!("Invalid parameter value detected ({error})"))
}

fn rest_fault(format: Format, fault: &Fault) -> Response {
    rest_body(format, moodle_rest::error(fault.code, &fault.text, format))
}

fn rest_body(format: Format, body: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, format.content_type()),
        (header::CACHE_CONTROL, "no-store"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, body).into_response()
}

async fn xml_rpc(app: &App, query: &str, headers: &HeaderMap, body: Vec<u8>) -> Response {
    let agent = header_text(headers, &header::USER_AGENT);
    let family = Family::detect(agent, &body);
    let form = ReplyForm::for_user_agent(agent);
    let bytes = body.len();
    let parse = move || {
        let call = xmlrpc::parse_call(&body, family, &Limits::default());
        call.map_err(|error| Fault::new("invalidrecord", error.to_string()))
    };
    let call = match parsed(bytes, parse).await {
        Ok(call) => call,
        Err(fault) => return xml_fault(headers, &fault),
    };
    if call.method == "system.methodSignature" {
        return signature(&call.params, form);
    }
    let outcome = async {
        let (function, caller) = call::open(app, token(query).as_deref(), &call.method).await?;
        let request = Request::from_positional(function, call.params)?;
        call::run(app, &caller, request).await
    };
    match outcome.await {
        Ok(reply) => xml_body(xmlrpc::response(&reply.into_value(), form)),
        Err(fault) => xml_fault(headers, &fault),
    }
}

/// Zend clients ask for the signature of a function before every call of it; no token is needed to know it.
fn signature(params: &[hub_wire::Value], form: ReplyForm) -> Response {
    let function = params.first().and_then(hub_wire::Value::as_text).and_then(Function::from_name);
    let Some(function) = function else {
        /// Zend's number of a method that does not exist (protocol notes, 4.6).
        const NO_SUCH_METHOD: i32 = 620;
        return xml_body(xmlrpc::fault(NO_SUCH_METHOD, "Method does not exist", form));
    };
    xml_body(xmlrpc::response(&xmlrpc::signature(function), form))
}

fn token(query: &str) -> Option<String> {
    hub_wire::form::pairs(query.as_bytes())
        .filter(|(name, _)| name == "wstoken")
        .last()
        .map(|(_, value)| value.into())
}

fn xml_fault(headers: &HeaderMap, fault: &Fault) -> Response {
    let form = ReplyForm::for_user_agent(header_text(headers, &header::USER_AGENT));
    let text = xmlrpc::fault_text(&fault.text, fault.code);
    xml_body(xmlrpc::fault(xmlrpc::fault_code(fault.code), &text, form))
}

fn xml_body(body: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/xml; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, body).into_response()
}

fn header_text<'h>(headers: &'h HeaderMap, name: &header::HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
