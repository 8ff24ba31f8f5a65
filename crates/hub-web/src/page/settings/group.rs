//! One group of settings.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::outside::markdown::markdown;
use hub_app::{App, AppError, Missing, settings};

use super::access::{Line, lines};
use super::fields::{again, fields, values, wrong};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors};
use crate::view::html::CleanHtml;
use crate::view::ui::Ui;

/// Settings that are looked at together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What the hub says of itself.
    Hub,
    /// Who reads and who registers.
    Access,
    /// Who makes an account, and by which rules.
    Accounts,
    /// How much.
    Limits,
    /// Which licences are listed without a look.
    Licences,
    /// What findings in packages do.
    Packages,
    /// When staff is asked, and what hides by itself.
    Moderation,
    /// What keeps programs out where strangers act.
    Robots,
    /// How long.
    Keeping,
}

impl Group {
    /// All, in their order.
    pub const ALL: [Self; 9] = [
        Self::Hub,
        Self::Access,
        Self::Accounts,
        Self::Limits,
        Self::Licences,
        Self::Packages,
        Self::Moderation,
        Self::Robots,
        Self::Keeping,
    ];

    /// Its word in addresses and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hub => "hub",
            Self::Access => "access",
            Self::Accounts => "accounts",
            Self::Limits => "limits",
            Self::Licences => "licences",
            Self::Packages => "packages",
            Self::Moderation => "moderation",
            Self::Robots => "robots",
            Self::Keeping => "keeping",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }

    /// Key of its title.
    pub fn title_key(self) -> String {
        format!("set-group-{}", self.name())
    }

    /// Key of the sentence on what is in it.
    pub fn lead_key(self) -> String {
        format!("set-group-{}-lead", self.name())
    }

    /// Keys of its settings.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Hub => &["name", "description", "contact_name", "contact_email", "language", "logo"],
            Self::Access => &["enabled", "reading", "registration", "registration_password"],
            Self::Accounts => &["self_registration", "self_registration_domains", "password_min_chars"],
            Self::Limits => &["courses_per_site_per_day", "courses_per_answer", "package_max_bytes", "feeds"],
            Self::Licences => &["licences_allowed"],
            Self::Packages => &["findings"],
            Self::Moderation => {
                &["reports_to_hide", "reports_per_day", "messages_per_day", "silent_days", "digest_hour"]
            }
            Self::Robots => {
                &["captcha", "captcha_service", "captcha_site_key", "captcha_secret", "captcha_service_url"]
            }
            Self::Keeping => &["keep_removed_days", "address_days", "record_days"],
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "page/settings/group.html")]
pub struct GroupPage {
    /// What every page has.
    pub ui: Ui,
    /// Which group.
    pub group: Group,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What is wrong.
    pub wrong: FormErrors,
    /// The description as it will be shown, if that was asked for.
    pub preview: Option<CleanHtml>,
    /// What is possible right now, where the group decides it.
    pub access: Vec<Line>,
}

impl GroupPage {
    fn is(&self, name: &str) -> bool {
        self.group.name() == name
    }

    fn new(app: &App, ui: Ui, group: Group) -> Self {
        let fields = fields(&ui, &app.policy(), group.keys());
        let decides = group == Group::Access;
        let access = if decides { lines(&ui, &hub_app::access::now(app)) } else { Vec::new() };
        Self { ui, group, fields, wrong: FormErrors::default(), preview: None, access }
    }
}

/// Answers `GET /admin/settings/{group}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(group): Path<String>) -> Response {
    match Group::from_name(&group) {
        Some(group) => visitor.own_page(&GroupPage::new(&app, visitor.ui.clone(), group)),
        None => visitor.failure(&AppError::NotFound(Missing::Page)),
    }
}

/// Answers `POST /admin/settings/{group}`: saves, or shows how the description will look.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(group): Path<String>,
    form: Form,
) -> Response {
    let Some(group) = Group::from_name(&group) else {
        return visitor.failure(&AppError::NotFound(Missing::Page));
    };
    let values = values(&visitor.ui, &form, group.keys());
    let mut page = GroupPage::new(&app, visitor.ui.clone(), group);
    if form.has("preview") {
        page.fields = again(&visitor.ui, &app.policy(), group.keys(), &values, &FormErrors::default());
        page.preview = Some(markdown(form.get("description")).into());
        return visitor.own_page(&page);
    }
    let error = match change(&app, &visitor, &form, group.keys(), &values).await {
        Ok(()) => return visitor.done(&format!("/admin/settings/{}", group.name()), "settings"),
        Err(error) => error,
    };
    match wrong(&visitor, error) {
        Ok(wrong) => {
            page.fields = again(&visitor.ui, &app.policy(), group.keys(), &values, &wrong);
            page.wrong = wrong;
            visitor.form_again(&page)
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Saves what a form says; the logo among it, if it is one of the settings.
///
/// # Errors
/// `Invalid` names the settings that do not fit; then none is saved.
pub(crate) async fn change(
    app: &App,
    visitor: &Visitor,
    form: &Form,
    keys: &[&'static str],
    values: &[(&'static str, String)],
) -> Result<(), AppError> {
    let given: Vec<(&'static str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    if keys.contains(&"logo") {
        // The picture can only be refused by looking at it: first it, then the others.
        if let Some(file) = form.file("logo") {
            settings::set_logo(app, visitor.actor(), Some(file.bytes.clone())).await?;
        } else if form.has("clear-logo") {
            settings::set_logo(app, visitor.actor(), None).await?;
        }
    }
    settings::change(app, visitor.actor(), &given).await.map(drop)
}

#[cfg(any(test, debug_assertions))]
impl GroupPage {
    /// A group as it is on a new hub.
    pub fn sample(ui: Ui, group: Group) -> Self {
        let policy = hub_core::policy::Policy::default();
        let wrong = match group {
            Group::Limits => {
                FormErrors::default().and("courses_per_answer", ui.t("set-courses_per_answer-wrong"))
            }
            _ => FormErrors::default(),
        };
        let fields =
            fields(&ui, &policy, group.keys()).into_iter().map(|field| field.checked(&wrong)).collect();
        let preview = (group == Group::Hub).then(|| markdown("Run by **three schools** at one lake.").into());
        Self { fields, wrong, preview, access: Vec::new(), group, ui }
    }
}
