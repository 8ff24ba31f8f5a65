//! One version and the decision on it: facts, preview, decision. The id of the text that is shown travels in the form,
//! so that a decision is about what was read.

use std::collections::HashSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, Method};
use hub_app::course::history::FieldChange;
use hub_app::moderation::StaffLine;
use hub_app::moderation::{self, Choice, Look, Neighbours, Ruling, Take, Target, Why};
use hub_app::outside::markdown::TextFormat;
use hub_app::{App, AppError, Missing};
use hub_core::course::Kind;
use hub_core::listing::PackageState;
use hub_core::{LineId, TextId, VersionId};

use super::paragraphs;
use crate::form::Form;
use crate::moodle::file::{self, Shown};
use crate::page::fill;
use crate::page::visitor::Visitor;
use crate::view::course::{KindCount, SectionView};
use crate::view::field::FormErrors;
use crate::view::html::CleanHtml;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/moderate/one.html")]
pub struct OnePage {
    /// What every page has.
    pub ui: Ui,
    /// What is decided on.
    pub look: Look,
    /// The entries before and after.
    pub neighbours: Neighbours,
    /// Whether the claim is this person's.
    pub mine: bool,
    /// What was filled in.
    pub filled: Filled,
    /// What was found where it leads, if that was asked.
    pub target: Option<Target>,
}

/// What a moderator filled in before the form was refused.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// The canned reason.
    pub canned: Option<LineId>,
    /// Own words.
    pub words: String,
    /// Points that were ticked.
    pub ticked: HashSet<LineId>,
    /// What was wrong.
    pub wrong: FormErrors,
}

impl OnePage {
    fn description(&self) -> Vec<String> {
        paragraphs(&self.look.text.description)
    }

    fn notes(&self) -> CleanHtml {
        TextFormat::from_code(self.look.text.creator_notes_format)
            .render(&self.look.text.creator_notes)
            .into()
    }

    fn outline(&self) -> Vec<SectionView> {
        fill::sections(self.look.outline.clone())
    }

    fn kinds(&self) -> Vec<KindCount> {
        fill::kinds(self.look.activities.clone())
    }

    fn is_share(&self) -> bool {
        self.look.version.kind == Kind::Share
    }

    /// Codes of what keeps the package back.
    fn held(&self) -> Option<String> {
        match &self.look.version.package {
            PackageState::Held { codes } => Some(codes.join(", ")),
            PackageState::Refused { code } => Some(code.clone()),
            _ => None,
        }
    }

    fn can_hide(&self) -> bool {
        self.look.version.listing.name() == "listed"
    }

    fn can_unhide(&self) -> bool {
        self.look.version.listing.name() == "hidden" && !self.look.is_change
    }

    fn address(&self) -> &str {
        let text = &self.look.text;
        if text.course_url.is_empty() { &text.demo_url } else { &text.course_url }
    }

    /// Whether somebody else is at work on it.
    fn others(&self) -> Option<&str> {
        self.look.claim.as_ref().filter(|_| !self.mine).map(|claim| claim.name.as_str())
    }

    /// A line in the language of the course, in which its publisher will read it.
    fn reason_text(&self, line: &StaffLine) -> String {
        moderation::text_of(line, &[&self.look.text.language, self.ui.lang.code()])
    }

    /// A line in the language of the moderator.
    fn own_text(&self, line: &StaffLine) -> String {
        moderation::text_of(line, &[self.ui.lang.code()])
    }

    fn picture(&self, position: &i64) -> String {
        self.ui.urls.to(&format!("/moderate/queue/{}/pictures/{position}", self.look.version.id))
    }

    fn here(&self, below: &str) -> String {
        self.ui.urls.to(&format!("/moderate/queue/{}{below}", self.look.version.id))
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn marked(&self, change: &FieldChange) -> Marked {
        Marked::of(&change.before, &change.after)
    }

    /// How many items of the package nobody can be shown.
    fn unseen(&self) -> i64 {
        self.look.evidence.as_ref().map_or(0, |evidence| evidence.unseen_count)
    }

    fn is_ticked(&self, line: &StaffLine) -> bool {
        self.filled.ticked.contains(&line.id)
    }

    fn is_canned(&self, line: &StaffLine) -> bool {
        self.filled.canned == Some(line.id)
    }
}

/// Two texts by words: the same beginning, what went and what came, the same end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    start: String,
    gone: String,
    come: String,
    end: String,
}

impl Marked {
    fn of(before: &str, after: &str) -> Self {
        let words =
            |text: &str| text.split_inclusive(char::is_whitespace).map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (words(before), words(after));
        let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let rest = old.len().min(new.len()) - start;
        let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
        Self {
            start: old[..start].concat(),
            gone: old[start..old.len() - end].concat(),
            come: new[start..new.len() - end].concat(),
            end: old[old.len() - end..].concat(),
        }
    }
}

fn id_of(raw: &str) -> Result<VersionId, AppError> {
    raw.parse().map(VersionId).map_err(|_| AppError::NotFound(Missing::Course))
}

async fn page(app: &App, visitor: &Visitor, id: VersionId, filled: Filled) -> Result<OnePage, AppError> {
    let me = visitor.signed_in().map(|signed_in| signed_in.account.id);
    let mut look = moderation::look(app, id).await?;
    if let Some(me) =
        me.filter(|me| look.waits() && look.claim.as_ref().is_none_or(|claim| claim.account == *me))
    {
        // Somebody may have been quicker; then the page says who.
        match moderation::claim(app, me, id, Take::IfFree).await {
            Ok(claim) => look.claim = Some(claim),
            Err(AppError::Conflict(_)) => look = moderation::look(app, id).await?,
            Err(error) => return Err(error),
        }
    }
    let mut ui = visitor.ui.clone();
    ui.here = format!("/moderate/queue/{id}");
    Ok(OnePage {
        mine: look.claim.as_ref().is_some_and(|claim| Some(claim.account) == me),
        neighbours: moderation::neighbours(app, id).await?,
        look,
        filled,
        target: None,
        ui,
    })
}

/// Answers `GET /moderate/queue/{version}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    let made = match id_of(&id) {
        Ok(id) => page(&app, &visitor, id, Filled::default()).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

fn ruling(version: VersionId, form: &Form) -> Option<Ruling> {
    let choice = match form.get("choice") {
        "accept" => Choice::Accept { despite_findings: form.has("despite") },
        "refuse" => Choice::Refuse,
        "ask" => Choice::AskForChanges { days: None },
        "hide" => Choice::Hide,
        "unhide" => Choice::Unhide,
        _ => return None,
    };
    let why = Why {
        canned: form.get("canned").parse().ok().map(LineId),
        words: form.get("words").to_owned(),
        ticked: form.all("ticked").filter_map(|id| id.parse().ok().map(LineId)).collect(),
        unseen_known: form.has("unseen"),
    };
    let text = TextId(form.get("text").parse().ok()?);
    Some(Ruling { version, text, choice, why })
}

/// Answers `POST /moderate/queue/{version}`: the decision, then the next entry.
pub async fn decide(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    form: Form,
) -> Response {
    let id = match id_of(&id) {
        Ok(id) => id,
        Err(error) => return visitor.failure(&error),
    };
    let Some(ruling) = ruling(id, &form) else {
        return visitor.failure(&AppError::Conflict("no decision was chosen".to_owned()));
    };
    // Asked before: afterwards it is not in the queue any more.
    let next = match moderation::neighbours(&app, id).await {
        Ok(neighbours) => neighbours.next.or(neighbours.previous),
        Err(error) => return visitor.failure(&error),
    };
    match moderation::decide(&app, visitor.actor(), &ruling).await {
        Ok(_) => {
            let path =
                next.map_or_else(|| "/moderate/queue".to_owned(), |next| format!("/moderate/queue/{next}"));
            visitor.done(&path, &format!("decided-{}", form.get("choice")))
        }
        Err(error) => again(&app, &visitor, ruling, error).await,
    }
}

async fn again(app: &App, visitor: &Visitor, ruling: Ruling, error: AppError) -> Response {
    let is_conflict = matches!(error, AppError::Conflict(_));
    let needs_reason = matches!(error, AppError::Invalid(_));
    let mut wrong = match FormErrors::from_error(error) {
        Ok(wrong) => wrong,
        Err(error) => return visitor.failure(&error),
    };
    if needs_reason && wrong.of("unseen").is_empty() {
        wrong = FormErrors::default().and("reason", visitor.ui.t("one-reason-needed"));
    }
    let Why { canned, words, ticked, .. } = ruling.why;
    let filled = Filled { canned, words, ticked: ticked.into_iter().collect(), wrong };
    match page(app, visitor, ruling.version, filled).await {
        Ok(mut page) => {
            if is_conflict {
                if let Some(name) = page.others().map(str::to_owned) {
                    page.filled.wrong = FormErrors::whole(page.ui.with("one-taken-meanwhile", "name", name));
                } else {
                    // What was ticked was ticked for another text.
                    page.filled.ticked.clear();
                    page.filled.wrong = FormErrors::whole(page.ui.t("one-changed-meanwhile"));
                }
            }
            visitor.form_again(&page)
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /moderate/queue/{version}/claim`: takes it over, or gives it back.
pub async fn claim(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Form) -> Response {
    let Some(me) = visitor.signed_in().map(|signed_in| signed_in.account.id) else {
        return visitor.failure(&AppError::NotFound(Missing::Account));
    };
    let done = match id_of(&id) {
        Ok(id) if form.get("claim") == "release" => {
            moderation::release(&app, me, id).await.map(|()| ("/moderate/queue".to_owned(), "released"))
        }
        Ok(id) => moderation::claim(&app, me, id, Take::Over)
            .await
            .map(|_| (format!("/moderate/queue/{id}"), "taken-over")),
        Err(error) => Err(error),
    };
    match done {
        Ok((path, done)) => visitor.done(&path, done),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /moderate/queue/{version}/target`: the page with what is found where the advert leads.
pub async fn target(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    let made = async {
        let id = id_of(&id)?;
        let target = moderation::target(&app, id).await?;
        let page = page(&app, &visitor, id, Filled::default()).await?;
        Ok(OnePage { target: Some(target), ..page })
    };
    match made.await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `GET /moderate/queue/{version}/pictures/{number}`.
pub async fn picture(
    State(app): State<App>,
    visitor: Visitor,
    method: Method,
    headers: HeaderMap,
    Path((id, number)): Path<(String, String)>,
) -> Response {
    let sent = async {
        let position = number.parse().map_err(|_| AppError::NotFound(Missing::File))?;
        let picture = moderation::picture(&app, id_of(&id)?, position).await?;
        file::answer(&app, &method, &headers, &picture, Shown::Inline, "private, no-store").await
    };
    match sent.await {
        Ok((response, _)) => response.into_response(),
        Err(error) => visitor.failure(&error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_marked_by_its_words() {
        let marked = Marked::of("Plants need light and water", "Plants need much light and water");
        assert_eq!((&*marked.start, &*marked.gone, &*marked.come), ("Plants need ", "", "much "));
        assert_eq!(marked.end, "light and water");
        let all = Marked::of("", "New");
        assert_eq!((&*all.gone, &*all.come), ("", "New"));
        let same = Marked::of("a a", "a a a");
        assert_eq!([&*same.start, &same.gone, &same.come, &same.end].concat().replace(' ', ""), "aaa");
    }
}
