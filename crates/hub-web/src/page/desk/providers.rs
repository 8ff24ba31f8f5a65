//! Providers that people sign in through, as staff adds, checks, changes and removes them.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::account::provider::manage::{self, Shown, Typed};
use hub_app::account::provider::redirect_address;
use hub_app::outside::oidc::OidcError;
use hub_app::{App, AppError, FieldErrors};
use hub_core::ProviderId;
use hub_core::secret::Secret;
use hub_core::sign_in_provider::{LetsIn, Provider};

use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

const PATH: &str = "/admin/sign-in-providers";
/// What is asked of a provider unless staff says otherwise (OpenID Connect Core 1.0, 5.4).
const USUAL_SCOPES: &str = "email profile";

/// The list, with the form for a further one.
#[derive(Template)]
#[template(path = "page/desk/providers.html")]
pub struct ProvidersPage {
    /// What every page has.
    pub ui: Ui,
    /// All, the first added first.
    pub providers: Vec<Provider>,
    /// The fields of a new one.
    pub fields: Vec<Field>,
    /// What is wrong with it.
    pub wrong: FormErrors,
}

/// One provider.
#[derive(Template)]
#[template(path = "page/desk/provider.html")]
pub struct ProviderPage {
    /// What every page has.
    pub ui: Ui,
    /// As it is.
    pub shown: Shown,
    /// What staff registers there.
    pub redirect: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What is wrong with them.
    pub wrong: FormErrors,
    /// What a check found: nothing yet, that it fits, or why not.
    pub checked: Option<Result<(), String>>,
}

impl ProvidersPage {
    fn href(&self, provider: &Provider) -> String {
        self.ui.urls.to(&format!("{PATH}/{}", provider.id))
    }
}

impl ProviderPage {
    fn href(&self) -> String {
        self.ui.urls.to(&format!("{PATH}/{}", self.shown.provider.id))
    }
}

/// The fields that both forms have, filled in from `typed`.
fn fields(ui: &Ui, typed: &Typed, shown: Option<&Shown>, wrong: &FormErrors) -> Vec<Field> {
    let lang = ui.lang;
    let mut fields = vec![
        Field::line(lang, "label", "provider-label")
            .help("provider-label-help")
            .value(&typed.label)
            .required(),
    ];
    if shown.is_none() {
        let issuer = Field::new(lang, Kind::Line("url"), "issuer", "provider-issuer");
        fields.push(issuer.help("provider-issuer-help").left_to_right().value(&typed.issuer).required());
    }
    let client = Field::line(lang, "client_id", "provider-client").help("provider-client-help");
    fields.push(client.left_to_right().value(&typed.client_id));
    let has_secret = shown.is_some_and(|shown| shown.has_secret);
    let help = if has_secret { "provider-secret-kept" } else { "provider-secret-help" };
    fields.push(Field::password(lang, "secret", "provider-secret", "off").help(help));
    if has_secret {
        fields.push(Field::tick(lang, "no_secret", "provider-no-secret", typed.no_secret));
    }
    let scopes = Field::line(lang, "scopes", "provider-scopes").help("provider-scopes-help");
    fields.push(scopes.left_to_right().value(&typed.scopes));
    let who = LetsIn::NAMES.map(|name| {
        Choice::new(name, lang.t(&format!("provider-lets-{name}")))
            .help(lang.t(&format!("provider-lets-{name}-help")))
    });
    fields.push(
        Field::new(lang, Kind::Radio(who.to_vec()), "lets_in", "provider-lets-in").value(&typed.lets_in),
    );
    let domains = Field::line(lang, "domains", "provider-domains").help("provider-domains-help");
    fields.push(domains.left_to_right().value(&typed.domains));
    fields.push(
        Field::tick(lang, "trusts_addresses", "provider-trusts", typed.trusts_addresses)
            .help("provider-trusts-help"),
    );
    fields.push(Field::tick(lang, "on", "provider-on", typed.is_on).help("provider-on-help"));
    fields.into_iter().map(|field| field.checked(wrong)).collect()
}

fn typed(form: &Form) -> Typed {
    Typed {
        label: form.get("label").to_owned(),
        issuer: form.get("issuer").to_owned(),
        client_id: form.get("client_id").to_owned(),
        secret: Secret::new(form.raw("secret")),
        no_secret: form.has("no_secret"),
        scopes: form.get("scopes").to_owned(),
        lets_in: form.get("lets_in").to_owned(),
        domains: form.get("domains").to_owned(),
        trusts_addresses: form.has("trusts_addresses"),
        is_on: form.has("on"),
    }
}

/// A provider as its form shows it.
fn as_typed(provider: &Provider) -> Typed {
    Typed {
        label: provider.label.clone(),
        issuer: provider.issuer.clone(),
        client_id: provider.client_id.clone(),
        secret: Secret::new(""),
        no_secret: false,
        scopes: provider.scopes.clone(),
        lets_in: provider.lets_in.name().to_owned(),
        domains: provider.lets_in.domains().join(", "),
        trusts_addresses: provider.trusts_addresses,
        is_on: provider.is_on,
    }
}

/// A provider to be, before anything was typed.
fn nothing_typed() -> Typed {
    let scopes = USUAL_SCOPES.to_owned();
    Typed { scopes, ..as_typed(&blank()) }
}

fn blank() -> Provider {
    Provider {
        id: ProviderId(0),
        label: String::new(),
        issuer: String::new(),
        client_id: String::new(),
        scopes: String::new(),
        lets_in: LetsIn::default(),
        trusts_addresses: false,
        is_on: false,
    }
}

/// What was refused, in the reader's language.
///
/// # Errors
/// Gives back what is no matter of the form.
fn refused(ui: &Ui, error: AppError) -> Result<FormErrors, AppError> {
    match error {
        AppError::Invalid(FieldErrors(found)) => {
            Ok(found.into_iter().fold(FormErrors::default(), |wrong, error| {
                let key = match error.field {
                    "label" => "provider-label-wrong",
                    "issuer" => "provider-issuer-wrong",
                    "client_id" => "provider-client-id-wrong",
                    _ => "provider-domains-wrong",
                };
                wrong.and(error.field, ui.t(key).into_owned())
            }))
        }
        AppError::Conflict(_) => Ok(FormErrors::whole(ui.t("provider-refused"))),
        other => Err(other),
    }
}

async fn whole(app: &App, ui: &Ui, typed: &Typed, wrong: FormErrors) -> Result<ProvidersPage, AppError> {
    let fields = fields(ui, typed, None, &wrong);
    Ok(ProvidersPage { providers: manage::list(app).await?, fields, wrong, ui: ui.clone() })
}

async fn one(app: &App, ui: &Ui, id: ProviderId) -> Result<ProviderPage, AppError> {
    let shown = manage::show(app, id).await?;
    let typed = as_typed(&shown.provider);
    Ok(ProviderPage::new(ui.clone(), shown, redirect_address(app, id), &typed, FormErrors::default()))
}

impl ProviderPage {
    fn new(ui: Ui, shown: Shown, redirect: String, typed: &Typed, wrong: FormErrors) -> Self {
        let fields = fields(&ui, typed, Some(&shown), &wrong);
        Self { shown, redirect, fields, wrong, checked: None, ui }
    }
}

/// Answers `GET /admin/sign-in-providers`.
pub async fn list(State(app): State<App>, visitor: Visitor) -> Response {
    match whole(&app, &visitor.ui, &nothing_typed(), FormErrors::default()).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /admin/sign-in-providers`.
pub async fn add(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let typed = typed(&form);
    let error = match manage::add(&app, visitor.actor(), &typed).await {
        Ok(id) => return visitor.done(&format!("{PATH}/{id}"), "provider-added"),
        Err(error) => error,
    };
    let page = match refused(&visitor.ui, error) {
        Ok(wrong) => whole(&app, &visitor.ui, &typed, wrong).await,
        Err(error) => Err(error),
    };
    match page {
        Ok(page) => visitor.form_again(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `GET /admin/sign-in-providers/{id}`.
pub async fn show(State(app): State<App>, Path(id): Path<ProviderId>, visitor: Visitor) -> Response {
    match one(&app, &visitor.ui, id).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /admin/sign-in-providers/{id}`: saves, checks or removes it, as `do` says.
pub async fn act(
    State(app): State<App>,
    Path(id): Path<ProviderId>,
    visitor: Visitor,
    form: Form,
) -> Response {
    let done = match form.get("do") {
        "check" => check(&app, &visitor, id).await,
        "remove" => remove(&app, &visitor, id).await,
        _ => save(&app, &visitor, id, &form).await,
    };
    done.unwrap_or_else(|error| visitor.failure(&error))
}

async fn check(app: &App, visitor: &Visitor, id: ProviderId) -> Result<Response, AppError> {
    let found = manage::check(app, id).await?;
    let mut page = one(app, &visitor.ui, id).await?;
    page.checked = Some(found.map_err(|error| said(&visitor.ui, &error)));
    Ok(visitor.own_page(&page))
}

/// Why a provider cannot be used; the end of the sentence is technical and stays as it is.
fn said(ui: &Ui, error: &OidcError) -> String {
    let key =
        if matches!(error, OidcError::Down(_)) { "provider-check-down" } else { "provider-check-misfit" };
    ui.with(key, "why", error.to_string()).into_owned()
}

async fn remove(app: &App, visitor: &Visitor, id: ProviderId) -> Result<Response, AppError> {
    let error = match manage::remove(app, visitor.actor(), id).await {
        Ok(()) => return Ok(visitor.done(PATH, "provider-removed")),
        Err(error) => error,
    };
    let mut page = one(app, &visitor.ui, id).await?;
    page.wrong = refused(&visitor.ui, error)?;
    Ok(visitor.form_again(&page))
}

async fn save(app: &App, visitor: &Visitor, id: ProviderId, form: &Form) -> Result<Response, AppError> {
    let typed = typed(form);
    let error = match manage::change(app, visitor.actor(), id, &typed).await {
        Ok(()) => return Ok(visitor.done(&format!("{PATH}/{id}"), "provider-saved")),
        Err(error) => error,
    };
    let wrong = refused(&visitor.ui, error)?;
    let shown = manage::show(app, id).await?;
    let page = ProviderPage::new(visitor.ui.clone(), shown, redirect_address(app, id), &typed, wrong);
    Ok(visitor.form_again(&page))
}

#[cfg(any(test, debug_assertions))]
fn sample_provider() -> Provider {
    Provider {
        id: ProviderId(1),
        label: "School account".to_owned(),
        issuer: "https://login.lakeside-comprehensive-school.example/realms/teachers".to_owned(),
        client_id: "coursehub".to_owned(),
        scopes: USUAL_SCOPES.to_owned(),
        lets_in: LetsIn::Domains(vec!["school.example".to_owned()]),
        is_on: true,
        ..blank()
    }
}

/// A provider somebody linked, for samples.
#[cfg(any(test, debug_assertions))]
pub(crate) fn sample_linked(ui: &Ui) -> hub_app::account::provider::identity::Linked {
    let identity = hub_app::account::provider::identity::Identity {
        provider_id: ProviderId(1),
        subject: "ada".to_owned(),
        account_id: hub_core::AccountId(1),
        email: "ada@school.example".to_owned(),
        created_at: ui.now,
        used_at: ui.now,
    };
    hub_app::account::provider::identity::Linked { provider: sample_provider(), identity: Some(identity) }
}

#[cfg(any(test, debug_assertions))]
impl ProvidersPage {
    /// One provider, or none.
    pub fn sample(ui: Ui, count: usize) -> Self {
        let fields = fields(&ui, &nothing_typed(), None, &FormErrors::default());
        Self { providers: vec![sample_provider(); count], fields, wrong: FormErrors::default(), ui }
    }
}

#[cfg(any(test, debug_assertions))]
impl ProviderPage {
    /// One that does not answer.
    pub fn sample(ui: Ui) -> Self {
        let shown = Shown { provider: sample_provider(), has_secret: true, linked: 12, left_without: 3 };
        let typed = as_typed(&shown.provider);
        let redirect = "https://hub.example/sign-in/with/1/back".to_owned();
        let mut page = Self::new(ui, shown, redirect, &typed, FormErrors::default());
        page.checked = Some(Err(said(&page.ui, &OidcError::Down("timeout".to_owned()))));
        page
    }
}
