//! Dates as people say them, with the exact time beside.

use std::borrow::Borrow;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Lang;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

impl Lang {
    /// "3 days ago"; the date itself once it is older than a year. A time to come is "just now": clocks differ.
    pub fn ago(self, now: Timestamp, then: Timestamp) -> String {
        let seconds = now.duration_since(then).as_secs();
        let (key, count) = if seconds < MINUTE {
            return self.t("ago-now").into_owned();
        } else if seconds < HOUR {
            ("ago-minutes", seconds / MINUTE)
        } else if seconds < DAY {
            ("ago-hours", seconds / HOUR)
        } else if seconds < 14 * DAY {
            ("ago-days", seconds / DAY)
        } else if seconds < 60 * DAY {
            ("ago-weeks", seconds / (7 * DAY))
        } else if seconds < 365 * DAY {
            ("ago-months", seconds / (30 * DAY))
        } else {
            return self.day(then);
        };
        self.with(key, "count", count).into_owned()
    }

    /// "22 November 2026".
    pub fn day(self, at: Timestamp) -> String {
        let date = at.to_zoned(TimeZone::UTC).date();
        let month = self.t(&format!("month-{}", date.month()));
        self.filled(
            "date-day",
            &[
                ("day", self.plain_digits(&date.day().to_string()).into()),
                ("month", month.into()),
                ("year", self.plain_digits(&date.year().to_string()).into()),
            ],
        )
        .into_owned()
    }

    /// "November 2026".
    pub fn month(self, at: impl Borrow<Timestamp>) -> String {
        let date = at.borrow().to_zoned(TimeZone::UTC).date();
        let month = self.t(&format!("month-{}", date.month()));
        let year = self.plain_digits(&date.year().to_string());
        self.with2("date-month", "month", month, "year", year).into_owned()
    }

    /// "22 November 2026, 18:47 UTC". The hub does not know where its visitor is.
    pub fn exact(self, at: Timestamp) -> String {
        let time = at.to_zoned(TimeZone::UTC).strftime("%H:%M").to_string();
        self.with2("date-exact", "date", self.day(at), "time", self.plain_digits(&time)).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_the_finer() {
        let now: Timestamp = "2026-11-22T18:47:00Z".parse().unwrap();
        let english = Lang::english();
        let ago = |then: &str| english.ago(now, then.parse().unwrap());
        assert_eq!(ago("2026-11-22T18:46:30Z"), "just now");
        assert_eq!(ago("2026-11-22T18:50:00Z"), "just now");
        assert_eq!(ago("2026-11-22T18:46:00Z"), "1 minute ago");
        assert_eq!(ago("2026-11-22T15:00:00Z"), "3 hours ago");
        assert_eq!(ago("2026-11-19T18:00:00Z"), "3 days ago");
        assert_eq!(ago("2026-11-01T18:00:00Z"), "3 weeks ago");
        assert_eq!(ago("2026-08-01T18:00:00Z"), "3 months ago");
        assert_eq!(ago("2024-02-29T18:00:00Z"), "29 February 2024");
        assert_eq!(english.exact(now), "22 November 2026, 18:47 UTC");
        assert_eq!(Lang::from_code("de").unwrap().day(now), "22. November 2026");
        assert!(Lang::from_code("ar").unwrap().day(now).contains("٢٠٢٦"));
    }
}
