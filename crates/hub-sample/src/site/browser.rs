//! The administrator's browser: follows redirects, keeps cookies, presses buttons.

use std::sync::{Mutex, PoisonError};

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE, USER_AGENT};
use reqwest::{Client, Method, Url};

use super::SiteError;
use super::form::Form;

/// What a browser of these days calls itself.
const NAME: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
/// Where browsers stop following.
const MAX_REDIRECTS: usize = 20;

/// A browser with its cookies.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    /// Public addresses and where they really are.
    aliases: Vec<(String, String)>,
    /// Host with port, name, value.
    cookies: Mutex<Vec<(String, String, String)>>,
}

/// Where the browser ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its address.
    pub url: Url,
    /// Its status.
    pub status: u16,
    /// Its text.
    pub body: String,
    /// The addresses on the way here, the first asked for first, this page's last.
    pub way: Vec<Url>,
}

impl Browser {
    /// A browser without cookies. Each alias is a public address and the one to really ask.
    ///
    /// # Errors
    /// If the HTTP client cannot be set up.
    pub fn new(aliases: Vec<(String, String)>) -> Result<Self, SiteError> {
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build()?;
        // A browser's addresses have the host in lower case and in ASCII, whatever the site wrote.
        let plain = |(public, real): (String, String)| {
            let public = Url::parse(&public).map_or(public, String::from);
            (public.trim_end_matches('/').to_owned(), real)
        };
        let aliases = aliases.into_iter().map(plain).collect();
        Ok(Self { client, aliases, cookies: Mutex::new(Vec::new()) })
    }

    /// Opens an address and follows where it leads.
    ///
    /// # Errors
    /// If a request fails or the way does not end.
    pub async fn open(&self, address: &str) -> Result<Page, SiteError> {
        let url = Url::parse(address).map_err(|_| SiteError::Unsupported(address.to_owned()))?;
        self.go(Method::GET, url, None).await
    }

    /// Submits the form of a page that has a field or button `name` with `value`, with this value.
    ///
    /// # Errors
    /// [`SiteError::NoSuchForm`] if there is none; as [`Browser::open`] otherwise.
    pub async fn press(&self, page: &Page, name: &str, value: &str) -> Result<Page, SiteError> {
        let forms = Form::all(&page.body);
        let form = forms.into_iter().find(|form| form.offers(name, value));
        let form =
            form.ok_or_else(|| SiteError::NoSuchForm(page.url.to_string(), format!("{name}={value}")))?;
        self.submit(page, &form.filled(name, value)).await
    }

    /// Submits the first form of a page whose method is POST, with some fields filled in.
    ///
    /// # Errors
    /// [`SiteError::NoSuchForm`] if there is none; as [`Browser::open`] otherwise.
    pub async fn fill_in(&self, page: &Page, fields: &[(&str, &str)]) -> Result<Page, SiteError> {
        let form = Form::all(&page.body).into_iter().find(|form| form.is_post);
        let mut form = form.ok_or_else(|| SiteError::NoSuchForm(page.url.to_string(), "any".to_owned()))?;
        for (name, value) in fields {
            form = form.filled(name, value);
        }
        self.submit(page, &form).await
    }

    async fn submit(&self, page: &Page, form: &Form) -> Result<Page, SiteError> {
        let mut url = page.url.clone();
        if !form.action.is_empty() {
            url = url.join(&form.action).map_err(|_| SiteError::Unsupported(form.action.clone()))?;
        }
        let fields = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form.pairs()).finish();
        if form.is_post {
            return self.go(Method::POST, url, Some(fields)).await;
        }
        url.set_query(Some(&fields));
        self.go(Method::GET, url, None).await
    }

    async fn go(
        &self,
        mut method: Method,
        mut url: Url,
        mut form: Option<String>,
    ) -> Result<Page, SiteError> {
        let mut way = Vec::new();
        for _ in 0..=MAX_REDIRECTS {
            way.push(url.clone());
            let mut request = self.client.request(method.clone(), self.real(&url)).header(USER_AGENT, NAME);
            if let Some(cookies) = self.cookies_for(&url) {
                request = request.header(COOKIE, cookies);
            }
            if let Some(fields) = &form {
                request =
                    request.header("content-type", "application/x-www-form-urlencoded").body(fields.clone());
            }
            let response = request.send().await?;
            self.keep_cookies(&url, &response);
            let status = response.status().as_u16();
            let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
            let next = location.filter(|_| (301..=308).contains(&status) && status != 304);
            let Some(next) = next else {
                return Ok(Page { url, status, body: response.text().await?, way });
            };
            url = url.join(next).map_err(|_| SiteError::Unsupported(next.to_owned()))?;
            // After a form, browsers follow 301 to 303 with GET; 307 and 308 repeat the form.
            if status < 307 {
                method = Method::GET;
                form = None;
            }
        }
        Err(SiteError::Broken("the redirects do not end"))
    }

    fn real(&self, url: &Url) -> Url {
        let text = url.as_str();
        let rest_of = |public: &str| {
            text.strip_prefix(public).filter(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        };
        self.aliases
            .iter()
            .find_map(|(public, real)| Url::parse(&format!("{real}{}", rest_of(public)?)).ok())
            .unwrap_or_else(|| url.clone())
    }

    fn cookies_for(&self, url: &Url) -> Option<String> {
        let host = url.authority().to_owned();
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        let pairs: Vec<_> = cookies
            .iter()
            .filter(|(at, ..)| *at == host)
            .map(|(_, name, value)| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    fn keep_cookies(&self, url: &Url, response: &reqwest::Response) {
        let host = url.authority().to_owned();
        let mut cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for cookie in response.headers().get_all(SET_COOKIE) {
            let Some((name, value)) =
                cookie.to_str().ok().and_then(|text| text.split(';').next()?.split_once('='))
            else {
                continue;
            };
            cookies.retain(|(at, known, _)| *at != host || known != name);
            if !value.is_empty() {
                cookies.push((host.clone(), name.to_owned(), value.to_owned()));
            }
        }
    }
}
