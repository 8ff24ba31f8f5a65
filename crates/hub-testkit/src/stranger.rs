//! Somebody's browser as it comes: it keeps cookies and follows nothing.

use reqwest::{Client, Response, StatusCode};

use crate::TestHub;

/// A browser in which nobody is signed in yet.
#[derive(Clone, Debug)]
pub struct Stranger {
    client: Client,
    hub: String,
    /// Names and values.
    pub cookies: Vec<(String, String)>,
    /// What a proxy in front of the hub says of where it is; empty: nothing.
    pub from: String,
}

impl Stranger {
    /// A fresh one.
    ///
    /// # Panics
    /// If there is no client.
    pub fn of(hub: &TestHub) -> Self {
        Self::at(&hub.url())
    }

    /// A fresh one for the hub at an address, without trailing slash.
    ///
    /// # Panics
    /// If there is no client.
    pub fn at(hub: &str) -> Self {
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
        let client = client.build().expect("a client");
        Self { client, hub: hub.to_owned(), cookies: Vec::new(), from: String::new() }
    }

    fn keep(&mut self, answer: &Response) {
        for cookie in answer.headers().get_all("set-cookie") {
            let text = cookie.to_str().expect("a cookie is text");
            let pair = text.split(';').next().and_then(|pair| pair.split_once('='));
            let (name, value) = pair.expect("a cookie has a name");
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    async fn send(&mut self, request: reqwest::RequestBuilder) -> Response {
        let mut request = request.header("cookie", self.cookie());
        if !self.from.is_empty() {
            request = request.header("x-forwarded-for", &self.from);
        }
        let answer = request.send().await.expect("an answer");
        self.keep(&answer);
        answer
    }

    /// A page.
    pub async fn get(&mut self, path: &str) -> Response {
        let request = self.client.get(format!("{}{path}", self.hub));
        self.send(request).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.client.post(format!("{}{path}", self.hub));
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
        self.send(request).await
    }

    /// Sends the form of the page to sign in.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Response {
        self.post("/sign-in", &[("email", email), ("password", password)]).await
    }

    /// Whether somebody is signed in.
    pub async fn is_in(&mut self) -> bool {
        self.get("/me").await.status() == StatusCode::OK
    }
}

impl TestHub {
    /// The path of the link in the last mail of a kind.
    ///
    /// # Panics
    /// If there is no such mail.
    pub async fn mailed_link(&self, kind: &str) -> String {
        self.settle().await;
        let mails = self.mails_of(kind).await;
        let body = &mails.last().unwrap_or_else(|| panic!("no mail {kind}")).body;
        let link = body.split_whitespace().find(|word| word.starts_with("http")).expect("a link");
        let path = link.split_once("://").map_or("", |(_, rest)| rest);
        path[path.find('/').unwrap_or(path.len())..].to_owned()
    }
}
