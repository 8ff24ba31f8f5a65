//! What the browser fetched and complained about, from its logs.

use http::Method;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::hub::Hub;

/// A request of a page.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// Its address.
    pub url: String,
    /// What came over the wire, head and body.
    pub bytes: f64,
}

impl Browser {
    /// What was logged since last asked.
    async fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.raw(Method::POST, "se/log", json!({ "type": kind })).await;
        entries.as_array().cloned().unwrap_or_default()
    }

    /// Errors in the console since last asked. That a page is answered with 404 is none.
    pub async fn console_errors(&self) -> Vec<String> {
        let mut errors = Vec::new();
        for entry in self.log("browser").await {
            let message = entry["message"].as_str().unwrap_or_default().to_owned();
            let about_status = message.contains("the server responded with a status of 4");
            if entry["level"] == "SEVERE" && !(entry["source"] == "network" && about_status) {
                errors.push(message);
            }
        }
        errors
    }

    /// Requests since last asked, in their order; those answered from memory have no bytes.
    pub async fn fetched(&self) -> Vec<Fetched> {
        let mut fetched: Vec<(String, Fetched)> = Vec::new();
        for entry in self.log("performance").await {
            let text = entry["message"].as_str().unwrap_or_default();
            let event: Value = serde_json::from_str(text).unwrap();
            let (method, parameters) = (&event["message"]["method"], &event["message"]["params"]);
            let id = parameters["requestId"].as_str().unwrap_or_default().to_owned();
            if method == "Network.requestWillBeSent" {
                let url = parameters["request"]["url"].as_str().unwrap_or_default().to_owned();
                fetched.push((id, Fetched { url, bytes: 0.0 }));
            } else if method == "Network.loadingFinished"
                && let Some((_, request)) = fetched.iter_mut().rev().find(|(known, _)| *known == id)
            {
                request.bytes = parameters["encodedDataLength"].as_f64().unwrap_or_default();
            }
        }
        // What Chromium shows of its own comes from within itself.
        let fetched = fetched.into_iter().map(|(_, request)| request);
        fetched.filter(|request| !request.url.starts_with("chrome://")).collect()
    }

    /// Fails if, since last asked, the console had errors or anything was fetched from elsewhere than `hub`; `except`
    /// are beginnings of addresses that may be.
    pub async fn is_clean(&self, hub: &Hub, except: &[&str]) {
        let at = self.address().await;
        let errors = self.console_errors().await;
        assert!(errors.is_empty(), "{at}: {errors:#?}");
        let own = hub.at("/");
        for request in self.fetched().await {
            let allowed = request.url.starts_with(&own)
                || request.url.starts_with("data:")
                || except.iter().any(|beginning| request.url.starts_with(beginning));
            assert!(allowed, "{at} asks elsewhere: {request:?}");
        }
    }
}
