//! People who are signed in: a browser's cookie and forms, without the browser.

use hub_app::account::{Person, create};
use hub_app::outside::crypto::token_hash;
use hub_core::AccountId;
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use jiff::SignedDuration;
use reqwest::{Client, RequestBuilder, Response};

use crate::TestHub;

/// The password of everybody whom [`TestHub::account`] makes.
pub const PASSWORD: &str = "correct horse battery";

/// Somebody's browser.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Whose.
    pub account: AccountId,
    client: Client,
    hub: String,
    cookie: String,
    form_word: String,
}

impl TestHub {
    /// The account `{role}@hub.example`, made when it is first asked for.
    ///
    /// # Panics
    /// If the hub does not make it.
    pub async fn account(&self, role: Role) -> AccountId {
        let email = format!("{}@hub.example", role.name());
        if let Ok(account) = hub_app::account::by_email(&self.app, &email).await {
            return account.id;
        }
        let password = Secret::new(PASSWORD);
        let person = Person { email: &email, name: role.name(), password: &password };
        create(&self.app, Actor::CommandLine, &person, role).await.expect("the account is made")
    }

    /// A browser in which the person of a role is signed in. The session is put into the database: what signing in
    /// itself does has tests of its own, and takes time.
    ///
    /// # Panics
    /// If the hub does not answer.
    pub async fn signed_in(&self, role: Role) -> SignedIn {
        let account = self.account(role).await;
        let (token, now) = (self.app.rng.token(), self.app.clock.now());
        let mut tx = self.app.db.begin().await.expect("a transaction");
        let (hash, end) = (token_hash(&token), now + SignedDuration::from_hours(24));
        let new = hub_db::session::NewSession {
            account_id: account,
            token_hash: hash.as_str(),
            user_agent: "test",
            network: "",
            expires_at: end,
        };
        hub_db::session::insert(tx.cx(), new, now).await.expect("a session");
        tx.commit().await.expect("a commit");
        self.browser(account, &format!("session={}", token.expose())).await
    }

    /// A browser that has the cookie of a session.
    ///
    /// # Panics
    /// If the session is none.
    pub async fn browser(&self, account: AccountId, cookie: &str) -> SignedIn {
        let mut person = SignedIn {
            account,
            client: self.client(),
            hub: self.url(),
            cookie: cookie.to_owned(),
            form_word: String::new(),
        };
        let page = person.get("/sign-in").await.text().await.expect("a page");
        let word = page.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        word.expect("the word of this session's forms").clone_into(&mut person.form_word);
        person
    }

    /// A page as strangers get it; redirects are not followed.
    ///
    /// # Panics
    /// If the hub does not answer.
    pub async fn get(&self, path: &str) -> Response {
        self.client().get(format!("{}{path}", self.url())).send().await.expect("an answer")
    }
}

impl SignedIn {
    /// A page; redirects are not followed.
    ///
    /// # Panics
    /// If the hub does not answer.
    pub async fn get(&self, path: &str) -> Response {
        self.send(self.client.get(format!("{}{path}", self.hub))).await
    }

    /// A page as a browser gets it that takes gzip: not unpacked.
    ///
    /// # Panics
    /// If the hub does not answer.
    pub async fn get_gzipped(&self, path: &str) -> Response {
        self.send(self.client.get(format!("{}{path}", self.hub)).header("accept-encoding", "gzip")).await
    }

    /// A page's text.
    ///
    /// # Panics
    /// If the hub does not answer with a page.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        let status = answer.status();
        assert!(status.is_success(), "{path}: {status}");
        answer.text().await.expect("a page")
    }

    /// Sends a form as a page of this session does.
    ///
    /// # Panics
    /// If the hub does not answer.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let mut fields = fields.to_vec();
        fields.push(("csrf", &self.form_word));
        self.post_foreign(path, &fields).await
    }

    /// Sends a form as another site's page would: with the cookie, without the word.
    ///
    /// # Panics
    /// If the hub does not answer.
    pub async fn post_foreign(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.client.post(format!("{}{path}", self.hub));
        self.send(request.header("content-type", "application/x-www-form-urlencoded").body(body)).await
    }

    /// Sends a form with a file in it.
    ///
    /// # Panics
    /// If the hub does not answer.
    pub async fn post_file(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Response {
        let mut body = Vec::new();
        for (name, value) in fields.iter().copied().chain([("csrf", self.form_word.as_str())]) {
            let part =
                format!("--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let (name, bytes) = file;
        let head =
            format!("--part\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n");
        body.extend(head.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n--part--\r\n");
        let request = self.client.post(format!("{}{path}", self.hub));
        self.send(request.header("content-type", "multipart/form-data; boundary=part").body(body)).await
    }

    async fn send(&self, request: RequestBuilder) -> Response {
        request.header("cookie", &self.cookie).send().await.expect("an answer")
    }
}
