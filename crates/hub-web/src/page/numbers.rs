//! The numbers of moderation, for everybody.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::App;
use hub_app::moderation::{MonthNumbers, public_numbers};
use hub_core::moderation::{AppealState, Verdict};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::page::visitor::Visitor;
use crate::view::html::Drawing;
use crate::view::ui::Ui;

/// Months that are told.
const MONTHS: u32 = 12;

/// The page.
#[derive(Template)]
#[template(path = "page/numbers.html")]
pub struct NumbersPage {
    /// What every page has.
    pub ui: Ui,
    /// The present month first.
    pub months: Vec<MonthNumbers>,
}

impl NumbersPage {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn decided(&self, month: &MonthNumbers, name: &str) -> i64 {
        let of = Verdict::from_name(name);
        month.decided.iter().filter(|(verdict, _)| Some(*verdict) == of).map(|(_, count)| count).sum()
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn appeals(&self, month: &MonthNumbers, name: &str) -> i64 {
        let of = AppealState::from_name(name);
        let counted = |state| of.is_none() || Some(state) == of;
        month.appeals.iter().filter(|(state, _)| counted(*state)).map(|(_, count)| count).sum()
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn reports(&self, month: &MonthNumbers) -> i64 {
        month.abuse_reports.iter().map(|(_, count)| count).sum()
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn start(&self, month: &MonthNumbers) -> Timestamp {
        month.month.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |day| day.timestamp())
    }

    /// The median as people say it.
    fn median(&self, month: &MonthNumbers) -> String {
        match month.median_seconds {
            None => "–".to_owned(),
            Some(seconds) if seconds < 2 * 86_400 => {
                self.ui.with("numbers-hours", "count", ((seconds + 1800) / 3600).max(1)).into_owned()
            }
            Some(seconds) => self.ui.with("numbers-days", "count", (seconds + 43_200) / 86_400).into_owned(),
        }
    }

    fn is_empty(&self) -> bool {
        self.months.iter().all(|month| month.received == 0 && month.decided.is_empty())
    }

    /// Received and accepted as bars, oldest first. The table below says the same in numbers.
    fn chart(&self) -> Drawing {
        Drawing::bars(
            self.months
                .iter()
                .rev()
                .map(|month| [month.received, self.decided(month, "accepted")])
                .collect::<Vec<_>>()
                .as_slice(),
        )
    }
}

/// Answers `GET /numbers`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    match public_numbers(&app, visitor.viewer, MONTHS).await {
        Ok(months) => visitor.page(&NumbersPage { ui: visitor.ui.clone(), months }),
        Err(error) => visitor.failure(&error),
    }
}
