//! The guided set-up after the owner's account: one question a screen, saved at once, each to be skipped and to be
//! visited again.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::Response;
use hub_app::address_check::{self, Reach};
use hub_app::hub::{FirstSite, first_site};
use hub_app::outside::markdown::markdown;
use hub_app::{App, AppError, Missing, settings};
use hub_core::policy::{Captcha, Policy, Registration};

use crate::form::Form;
use crate::page::help::{Generation, asked};
use crate::page::settings::fields::{again, fields, values, wrong};
use crate::page::settings::group::change;
use crate::page::settings::mail;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors};
use crate::view::html::CleanHtml;
use crate::view::ui::Ui;

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What the hub is called.
    Name,
    /// What it is for.
    Description,
    /// Its picture.
    Logo,
    /// Whom to ask.
    Contact,
    /// Whether it can be reached.
    Address,
    /// How mail is sent.
    Mail,
    /// Who may read.
    Reading,
    /// Who may register.
    Registration,
    /// How many courses a day.
    Courses,
    /// Under which licences.
    Licences,
    /// What keeps machines away.
    Captcha,
    /// That copies are made.
    Backup,
    /// The first Moodle.
    Connect,
}

impl Step {
    /// All, in their order.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Description,
        Self::Logo,
        Self::Contact,
        Self::Address,
        Self::Mail,
        Self::Reading,
        Self::Registration,
        Self::Courses,
        Self::Licences,
        Self::Captcha,
        Self::Backup,
        Self::Connect,
    ];

    /// Its word in addresses and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Logo => "logo",
            Self::Contact => "contact",
            Self::Address => "address",
            Self::Mail => "mail",
            Self::Reading => "reading",
            Self::Registration => "registration",
            Self::Courses => "courses",
            Self::Licences => "licences",
            Self::Captcha => "captcha",
            Self::Backup => "backup",
            Self::Connect => "connect",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// The settings it asks for.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["name"],
            Self::Description => &["description"],
            Self::Logo => &["logo"],
            Self::Contact => &["contact_name", "contact_email"],
            Self::Reading => &["reading"],
            Self::Registration => &["registration", "registration_password"],
            Self::Courses => &["courses_per_site_per_day"],
            Self::Licences => &["licences_allowed"],
            Self::Captcha => &["captcha", "captcha_service", "captcha_site_key", "captcha_secret"],
            Self::Address | Self::Mail | Self::Backup | Self::Connect => &[],
        }
    }

    fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or_default()
    }

    fn before(self) -> Option<Self> {
        self.number().checked_sub(1).and_then(|number| Self::ALL.get(number).copied())
    }

    fn after(self) -> Option<Self> {
        Self::ALL.get(self.number() + 1).copied()
    }

    fn path(self) -> String {
        format!("/setup/steps/{}", self.name())
    }
}

/// What the check of the hub's own address found, as sentences.
#[derive(Clone, Debug, Default)]
pub struct AddressFound {
    /// Sentence and badge of whether it was reached.
    pub reach: (String, &'static str),
    /// What may be wrong beside that.
    pub hints: Vec<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "page/setup/step.html")]
pub struct StepPage {
    /// What every page has.
    pub ui: Ui,
    /// The question.
    pub step: Step,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What is wrong.
    pub wrong: FormErrors,
    /// The description as it will be shown, if that was asked for.
    pub preview: Option<CleanHtml>,
    /// Of the step of that name.
    pub address: Option<AddressFound>,
    /// Key of the sentence on the mail server in force.
    pub mail_key: Option<&'static str>,
    /// The Moodle in question, on the last step.
    pub generation: Generation,
    /// Who may register.
    pub registration: Registration,
    /// The first site that came.
    pub first: Option<FirstSite>,
}

impl StepPage {
    fn new(ui: Ui, policy: &Policy, step: Step) -> Self {
        let mut offered = policy.clone();
        if step == Step::Captcha && !policy.set_up_done {
            // A new hub is asked before it says that strangers are not checked.
            offered.captcha_chosen = Captcha::ProofOfWork;
        }
        Self {
            fields: fields(&ui, &offered, step.keys()),
            wrong: FormErrors::default(),
            preview: None,
            address: None,
            mail_key: None,
            generation: Generation::PlugInsAndXmlRpc,
            registration: policy.registration,
            first: None,
            step,
            ui,
        }
    }

    fn is(&self, name: &str) -> bool {
        self.step.name() == name
    }

    fn here(&self) -> String {
        self.href(self.step)
    }

    fn here_again(&self) -> String {
        self.href_for(self.generation)
    }

    fn next(&self) -> Option<String> {
        self.step.after().map(|step| self.href(step))
    }

    fn previous(&self) -> Option<String> {
        self.step.before().map(|step| self.href(step))
    }

    fn title(&self, step: Step) -> String {
        self.ui.t(&format!("step-{}", step.name())).into_owned()
    }

    fn question(&self) -> String {
        self.ui.t(&format!("step-{}-title", self.step.name())).into_owned()
    }

    fn lead(&self) -> String {
        self.ui.t(&format!("step-{}-lead", self.step.name())).into_owned()
    }

    fn href(&self, step: Step) -> String {
        self.ui.urls.to(&step.path())
    }

    fn href_for(&self, generation: Generation) -> String {
        self.ui.urls.to(&format!("{}?moodle={}", self.step.path(), generation.first_release()))
    }

    fn word_key(&self) -> Option<&'static str> {
        match self.registration {
            Registration::Password => Some("help-connect-password"),
            Registration::Invitation => Some("help-connect-invitation"),
            Registration::Open | Registration::Approval | Registration::Closed => None,
        }
    }

    fn badge_icon(badge: &str) -> &'static str {
        match badge {
            "good" => "ok",
            "warning" => "warning",
            "danger" => "danger",
            _ => "information",
        }
    }

    fn progress(&self) -> String {
        let (number, total) = (self.step.number() + 1, Step::ALL.len());
        self.ui.with2("step-of", "number", number, "total", total).into_owned()
    }
}

/// Answers `GET /setup`: to the first question.
pub async fn begin(visitor: Visitor) -> Response {
    visitor.to(&Step::Name.path())
}

/// Answers `GET /setup/steps/{step}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(step): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let Some(step) = Step::from_name(&step) else {
        return visitor.failure(&AppError::NotFound(Missing::Page));
    };
    let mut page = StepPage::new(visitor.ui.clone(), &app.policy(), step);
    page.generation = asked(query.as_deref());
    match fill(&app, &visitor, &mut page).await {
        Ok(()) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn fill(app: &App, visitor: &Visitor, page: &mut StepPage) -> Result<(), AppError> {
    match page.step {
        Step::Address => page.address = Some(address(app, visitor).await),
        Step::Mail => {
            page.fields = mail::wizard_fields(app, visitor, None);
            page.mail_key = Some(mail::state_key(app));
        }
        Step::Connect => page.first = first_site(app).await?,
        _ => {}
    }
    Ok(())
}

/// Answers `POST /setup/steps/{step}`: saves, and goes on.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(step): Path<String>,
    form: Form,
) -> Response {
    let Some(step) = Step::from_name(&step) else {
        return visitor.failure(&AppError::NotFound(Missing::Page));
    };
    let values = values(&visitor.ui, &form, step.keys());
    let mut page = StepPage::new(visitor.ui.clone(), &app.policy(), step);
    if form.has("preview") {
        page.fields = again(&visitor.ui, &app.policy(), step.keys(), &values, &FormErrors::default());
        page.preview = Some(markdown(form.get("description")).into());
        return visitor.own_page(&page);
    }
    let changed = match step {
        Step::Mail => mail::take(&app, &visitor, &form).await,
        _ => change(&app, &visitor, &form, step.keys(), &values).await,
    };
    let error = match changed {
        Ok(()) => return visitor.to(&step.after().map_or_else(|| step.path(), Step::path)),
        Err(error) => error,
    };
    match wrong(&visitor, error) {
        Ok(wrong) => {
            page.fields = match step {
                Step::Mail => mail::wizard_fields(&app, &visitor, Some((&form, &wrong))),
                _ => again(&visitor.ui, &app.policy(), step.keys(), &values, &wrong),
            };
            page.wrong = wrong;
            visitor.form_again(&page)
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /setup/done`: set-up is finished, or set aside.
pub async fn finish(State(app): State<App>, visitor: Visitor) -> Response {
    match settings::change(&app, visitor.actor(), &[("set_up", "done")]).await {
        Ok(_) => visitor.done("/admin/settings", "set-up"),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `/setup/echo/{word}`: what the check of the hub's own address calls.
pub async fn echo(State(app): State<App>, Path(word): Path<String>) -> Result<String, http::StatusCode> {
    address_check::echo(&app, &word).ok_or(http::StatusCode::NOT_FOUND)
}

async fn address(app: &App, visitor: &Visitor) -> AddressFound {
    let ui = &visitor.ui;
    let reach = match address_check::check(app).await {
        Reach::Itself => (ui.t("address-itself").into_owned(), "good"),
        Reach::Elsewhere { address } => {
            (ui.with("address-elsewhere", "address", address).into_owned(), "warning")
        }
        Reach::Another { status } => {
            (ui.with("address-another", "status", i64::from(status)).into_owned(), "danger")
        }
        Reach::NotCalled(_) => (ui.t("address-not-called").into_owned(), "information"),
        Reach::Nothing(error) => {
            (ui.with("address-nothing", "why", ui.said(&error.to_string())).into_owned(), "danger")
        }
    };
    let mut hints = Vec::new();
    let host = app.address.as_str().split('/').nth(2).unwrap_or_default();
    if is_this_machine(host) {
        hints.push(ui.t("address-local").into_owned());
    } else if !app.address.is_https() {
        hints.push(ui.t("address-http").into_owned());
    }
    let opened = visitor.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or(host);
    if !opened.eq_ignore_ascii_case(host) {
        hints.push(ui.with("address-opened", "host", opened).into_owned());
    }
    AddressFound { reach, hints }
}

fn is_this_machine(authority: &str) -> bool {
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(any(test, debug_assertions))]
impl StepPage {
    /// A question, with all that can stand on its screen.
    pub fn sample(ui: Ui, step: Step) -> Self {
        let mut page = Self::new(ui, &Policy::default(), step);
        page.first = Some(FirstSite { name: "Lakeside Comprehensive School".to_owned(), waits: false });
        if step == Step::Address {
            let reach = (page.ui.t("address-not-called").into_owned(), "information");
            page.address = Some(AddressFound { reach, hints: vec![page.ui.t("address-local").into_owned()] });
        }
        page
    }
}
