//! Requests, and what their answers say about what was asked for.

use hub_testkit::TestHub;
use hub_wire::xmlrpc::{Limits, Response, parse_response};
use reqwest::{Client, StatusCode};

/// Asks a hub as a plain client that follows no redirect.
pub struct Asker {
    client: Client,
    hub: String,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    /// Where it leads, if it does.
    pub location: String,
    pub text: String,
}

impl Asker {
    pub fn new(hub: &TestHub) -> Self {
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
        Self { client: client.build().unwrap(), hub: hub.url() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.client.get(format!("{}{path}", self.hub))).await
    }

    /// With redirects inside the hub followed, as a browser does.
    pub async fn visit(&self, path: &str) -> Answer {
        let mut answer = self.get(path).await;
        while answer.status.is_redirection() {
            let path = answer.location.strip_prefix(&self.hub).unwrap_or(&answer.location).to_owned();
            assert!(path.starts_with('/'), "{path} leads away");
            answer = self.get(&path).await;
        }
        answer
    }

    pub async fn post(&self, path: &str, kind: &str, body: impl Into<String>) -> Answer {
        let request = self.client.post(format!("{}{path}", self.hub)).header("content-type", kind);
        self.send(request.body(body.into())).await
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        let answer = request.send().await.unwrap();
        let location = answer.headers().get("location").map(|value| value.to_str().unwrap().to_owned());
        let status = answer.status();
        let bytes = answer.bytes().await.unwrap();
        Answer {
            status,
            location: location.unwrap_or_default(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// Calls a function by XML-RPC: the reply's text, or the machine word of the fault.
    pub async fn call(
        &self,
        path: &str,
        token: &str,
        function: &str,
        params: &str,
    ) -> Result<String, String> {
        let params: String =
            params.split_whitespace().flat_map(|param| ["<param>", param, "</param>"]).collect();
        let body =
            format!("<methodCall><methodName>{function}</methodName><params>{params}</params></methodCall>");
        let answer = self.post(&format!("{path}?wstoken={token}"), "text/xml", body).await;
        assert_eq!(answer.status, StatusCode::OK, "the web service always answers 200");
        match parse_response(answer.text.as_bytes(), &Limits::default()).unwrap() {
            Response::Value(_) => Ok(answer.text),
            Response::Fault { text, .. } => Err(text.rsplit(" | ERRORCODE: ").next().unwrap().to_owned()),
        }
    }
}
