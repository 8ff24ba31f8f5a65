//! Calling the hub's functions, each family in its own way (classic protocol notes, sections 4 and 6).

use serde_json::Value;
use url::Url;

use super::http::{self, Answer, Request};
use super::value::Wire;
use super::{Family, Reply, SimulatedSite, SiteError, decode, encode};

/// The token of whoever is not registered.
pub(super) const PUBLIC_TOKEN: &str = "publichub";

impl SimulatedSite {
    /// Calls any function with any token. Names count for REST only; XML-RPC parameters go by place.
    ///
    /// # Errors
    /// [`SiteError::Fault`] if the hub refuses, [`SiteError::Status`] if it answers another status than 200.
    pub async fn call(
        &self,
        hub_url: &str,
        token: &str,
        function: &str,
        parameters: &[(&str, Wire)],
    ) -> Result<Value, SiteError> {
        if self.family() == Family::CoreRest {
            return self.call_rest(hub_url, token, function, parameters).await;
        }
        if self.family() == Family::Zend {
            // Whatever comes back, the client goes on.
            let name = Wire::from(function);
            let xml = encode::xmlrpc(Family::Zend, "system.methodSignature", std::iter::once(&name));
            self.post_xml(hub_url, token, xml.into_bytes()).await?;
        }
        let xml = encode::xmlrpc(self.family(), function, parameters.iter().map(|(_, value)| value));
        let answer = self.post_xml(hub_url, token, xml.into_bytes()).await?;
        if answer.status != 200 {
            return Err(SiteError::Status(answer.status));
        }
        result(decode::xmlrpc(self.family(), &answer.body)?)
    }

    /// Calls a function with the token of the registration, or as the public if there is none.
    ///
    /// # Errors
    /// As [`SimulatedSite::call`].
    pub async fn call_as_site(
        &self,
        hub_url: &str,
        function: &str,
        parameters: &[(&str, Wire)],
    ) -> Result<Value, SiteError> {
        self.call(hub_url, &self.token(hub_url), function, parameters).await
    }

    /// Posts a body as it is to the web service, with the headers of the family.
    ///
    /// # Errors
    /// If no answer comes.
    pub async fn post_xml(&self, hub_url: &str, token: &str, body: Vec<u8>) -> Result<Answer, SiteError> {
        let url = address(hub_url, &format!("/local/hub/webservice/webservices.php?wstoken={token}"))?;
        let length = body.len().to_string();
        let text = |value: &str| value.to_owned();
        let headers = if self.family() == Family::Zend {
            vec![
                ("Host", url.authority().to_owned()),
                ("Connection", text("close")),
                ("Accept-encoding", text("gzip, deflate")),
                ("Content-Type", text("text/xml; charset=utf-8")),
                ("Accept", text("text/xml")),
                ("User-Agent", text("Zend_XmlRpc_Client")),
                ("Content-Length", length),
            ]
        } else {
            vec![
                // Set by hand from the host part alone: without the port, even if there is one.
                ("Host", url.host_str().unwrap_or_default().to_owned()),
                ("Accept", text("*/*")),
                ("Accept-Encoding", text("deflate, gzip")),
                ("Content-Length", length),
                ("Content-Type", text("text/xml; charset=utf-8")),
                ("User-Agent", text(MOODLE_BOT)),
            ]
        };
        http::send(Request { method: "POST", url: &url, headers, body }).await
    }

    async fn call_rest(
        &self,
        hub_url: &str,
        token: &str,
        function: &str,
        parameters: &[(&str, Wire)],
    ) -> Result<Value, SiteError> {
        let url = address(hub_url, "/local/hub/webservice/webservices.php")?;
        let body = encode::rest(token, function, parameters).into_bytes();
        let mut headers = curl_headers(&url);
        headers.push(("Content-Length", body.len().to_string()));
        headers.push(("Content-Type", "application/x-www-form-urlencoded".to_owned()));
        let answer = http::send(Request { method: "POST", url: &url, headers, body }).await?;
        if answer.status != 200 {
            return Err(SiteError::Status(answer.status));
        }
        result(decode::rest(&answer.body)?)
    }

    /// The token for that hub: the one issued, or the public one.
    pub(super) fn token(&self, hub_url: &str) -> String {
        match self.hub(hub_url) {
            Some(row) if row.is_confirmed => row.token,
            _ => PUBLIC_TOKEN.to_owned(),
        }
    }

    /// `hub_get_info`.
    ///
    /// # Errors
    /// As [`SimulatedSite::call`].
    pub async fn get_info(&self, hub_url: &str) -> Result<Value, SiteError> {
        self.call_as_site(hub_url, "hub_get_info", &[]).await
    }

    /// `hub_update_site_info` with what the site tells about itself.
    ///
    /// # Errors
    /// As [`SimulatedSite::call`].
    pub async fn update_site_info(&self, hub_url: &str) -> Result<Value, SiteError> {
        let mut parameters = vec![("siteinfo", self.info().update(self.wwwroot()))];
        if self.family() == Family::CoreRest {
            parameters.push(("validateurl", Wire::Int(1)));
        }
        self.call_as_site(hub_url, "hub_update_site_info", &parameters).await
    }
}

/// What Moodle's HTTP client calls itself.
pub(super) const MOODLE_BOT: &str = "MoodleBot/1.0";

/// The headers of Moodle's curl as in uploads.
pub(super) fn curl_headers(url: &Url) -> Vec<(&'static str, String)> {
    vec![
        ("Host", url.authority().to_owned()),
        ("Accept", "*/*".to_owned()),
        ("Accept-Encoding", "deflate, gzip".to_owned()),
        ("User-Agent", MOODLE_BOT.to_owned()),
        ("Accept-Charset", "ISO-8859-1,utf-8;q=0.7,*;q=0.7".to_owned()),
        ("Connection", "keep-alive".to_owned()),
    ]
}

/// An address of the hub: the clients just append.
pub(super) fn address(hub_url: &str, rest: &str) -> Result<Url, SiteError> {
    let text = format!("{}{rest}", hub_url.trim_end_matches('/'));
    Url::parse(&text).map_err(|_| SiteError::Unsupported(text))
}

fn result(reply: Reply) -> Result<Value, SiteError> {
    match reply {
        Reply::Value(value) => Ok(value),
        Reply::Fault { code, text } => Err(SiteError::Fault { code, text }),
    }
}
