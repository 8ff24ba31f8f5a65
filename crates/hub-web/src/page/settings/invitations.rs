//! Invitations: made, listed, taken back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::invitation::{self, Invitation, NewInvitation};
use hub_app::{App, AppError};
use hub_core::InvitationId;
use hub_core::policy::Registration;

use super::fields::wrong;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/settings/invitations.html")]
pub struct InvitationsPage {
    /// What every page has.
    pub ui: Ui,
    /// All, newest first.
    pub rows: Vec<Invitation>,
    /// The fields of a new one.
    pub fields: Vec<Field>,
    /// What is wrong.
    pub wrong: FormErrors,
    /// The code that was made just now.
    pub code: Option<String>,
    /// Whether the hub asks for invitations at all.
    pub in_use: bool,
}

impl InvitationsPage {
    fn is_open(&self, row: &Invitation) -> bool {
        row.is_open(self.ui.now)
    }

    fn badge(&self, row: &Invitation) -> (&'static str, &'static str) {
        match (row.revoked_at, row.expires_at) {
            (Some(_), _) => ("danger", "invitation-revoked"),
            (None, _) if row.is_open(self.ui.now) => ("good", "invitation-open"),
            (None, Some(end)) if end <= self.ui.now => ("warning", "invitation-expired"),
            (None, _) => ("information", "invitation-used"),
        }
    }

    fn uses(&self, row: &Invitation) -> String {
        match row.most_uses {
            Some(most) => self.ui.with2("invitation-uses-of", "used", row.used, "most", most).into_owned(),
            None => self.ui.with("invitation-uses", "used", row.used).into_owned(),
        }
    }
}

fn fields(ui: &Ui, form: &Form, wrong: &FormErrors) -> Vec<Field> {
    let number = |name, label, help| {
        Field::new(ui.lang, Kind::Line("number"), name, label).help(help).value(form.get(name))
    };
    let uses = number("uses", "invitation-field-uses", "invitation-field-uses-help");
    let uses = if form.has("uses") { uses } else { uses.value("1") };
    let days = number("days", "invitation-field-days", "invitation-field-days-help");
    let days = if form.has("days") { days } else { days.value("30") };
    let note = Field::line(ui.lang, "note", "invitation-field-note").help("invitation-field-note-help");
    [note.value(form.get("note")), uses, days].into_iter().map(|field| field.checked(wrong)).collect()
}

async fn page(app: &App, ui: &Ui, form: &Form, wrong: FormErrors) -> Result<InvitationsPage, AppError> {
    Ok(InvitationsPage {
        rows: invitation::list(app).await?,
        fields: fields(ui, form, &wrong),
        wrong,
        code: None,
        in_use: app.policy().registration == Registration::Invitation,
        ui: ui.clone(),
    })
}

/// Answers `GET /admin/settings/invitations`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    match page(&app, &visitor.ui, &Form::default(), FormErrors::default()).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /admin/settings/invitations`: takes one back, or makes one and shows its code this once.
pub async fn save(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    match act(&app, &visitor, &form).await {
        Ok(response) => response,
        Err(error) => visitor.failure(&error),
    }
}

async fn act(app: &App, visitor: &Visitor, form: &Form) -> Result<Response, AppError> {
    if let Ok(id) = form.get("revoke").parse::<InvitationId>() {
        invitation::revoke(app, visitor.actor(), id).await?;
        return Ok(visitor.done("/admin/settings/invitations", "invitation-revoked"));
    }
    let (uses, days) = (number(form, "uses"), number(form, "days"));
    let new = NewInvitation {
        note: form.get("note").to_owned(),
        // What is no number is refused as one that is too small.
        uses: uses.unwrap_or(Some(0)),
        days: days.unwrap_or(Some(0)),
    };
    match invitation::make(app, visitor.actor(), &new).await {
        Ok((_, code)) => {
            let mut page = page(app, &visitor.ui, &Form::default(), FormErrors::default()).await?;
            page.code = Some(code.expose().to_owned());
            Ok(visitor.own_page(&page))
        }
        Err(error) => {
            let wrong = wrong(visitor, error)?;
            Ok(visitor.form_again(&page(app, &visitor.ui, form, wrong).await?))
        }
    }
}

/// A number, nothing, or an error for what is neither.
fn number(form: &Form, name: &str) -> Result<Option<u32>, std::num::ParseIntError> {
    let text = form.get(name);
    if text.is_empty() { Ok(None) } else { text.parse().map(Some) }
}

#[cfg(any(test, debug_assertions))]
impl InvitationsPage {
    /// One in each state, and a code.
    pub fn sample(ui: Ui) -> Self {
        let row = |id, note: &str, used, most_uses| Invitation {
            id: InvitationId(id),
            note: note.to_owned(),
            most_uses,
            used,
            created_at: ui.now - jiff::SignedDuration::from_hours(50),
            expires_at: Some(ui.now + jiff::SignedDuration::from_hours(700)),
            revoked_at: None,
        };
        let mut revoked = row(1, "", 3, None);
        revoked.revoked_at = Some(ui.now);
        Self {
            rows: vec![
                row(3, "Lakeside Comprehensive School", 0, Some(1)),
                row(2, "Hill school", 1, Some(1)),
                revoked,
            ],
            fields: fields(&ui, &Form::default(), &FormErrors::default()),
            wrong: FormErrors::default(),
            code: Some("abcde-fghjk-mnpqr".to_owned()),
            in_use: false,
            ui,
        }
    }
}
