//! What every page has: language, addresses, the hub's face, the time.

use std::ops::Deref;

use askama::filters::HtmlSafe;
use jiff::Timestamp;

use super::html::Drawing;
use super::search::Search;
use crate::i18n::Lang;
use crate::urls::Urls;

/// The hub as its pages show it.
#[derive(Clone, Debug)]
pub struct HubFace {
    /// Name.
    pub name: String,
    /// First sentence of its description, plain text; may be empty.
    pub sentence: String,
    /// Whether it has a logo.
    pub has_logo: bool,
    /// Whether its searches have feeds.
    pub feeds: bool,
    /// Whether set-up has not been done yet: pages say so.
    pub unfinished: bool,
}

/// What every page has. Texts are asked of it as of [`Lang`].
#[derive(Clone, Debug)]
pub struct Ui {
    /// Language of the visitor.
    pub lang: Lang,
    /// Addresses.
    pub urls: Urls,
    /// The hub.
    pub hub: HubFace,
    /// The time the page was made.
    pub now: Timestamp,
    /// Path and query of this page below the hub's path, without `lang`: where the language choice leads back to.
    pub here: String,
    /// What the search box in the header holds.
    pub words: String,
    /// Id of the request, shown on error pages.
    pub request_id: String,
}

impl Deref for Ui {
    type Target = Lang;

    fn deref(&self) -> &Lang {
        &self.lang
    }
}

/// One language to choose.
pub struct LanguageChoice {
    /// Code.
    pub code: &'static str,
    /// In its own words.
    pub name: String,
    /// This page in it.
    pub href: String,
    /// Whether the page is in it.
    pub current: bool,
}

impl Ui {
    /// An icon by name.
    pub fn icon(&self, name: &str) -> Drawing {
        super::icon::icon(name)
    }

    /// The icon of an activity kind.
    pub fn kind_icon(&self, module: &str) -> Drawing {
        super::icon::kind_icon(module)
    }

    /// The cover drawn from a title.
    pub fn cover(&self, title: &str) -> Drawing {
        super::cover::cover(title)
    }

    /// A time as people say it, with the exact time on hover.
    pub fn time(&self, at: &Timestamp) -> Time {
        Time { machine: *at, exact: self.exact(*at), words: self.ago(self.now, *at) }
    }

    /// A day, with the exact time on hover.
    pub fn date(&self, at: &Timestamp) -> Time {
        Time { machine: *at, exact: self.exact(*at), words: self.day(*at) }
    }

    /// Languages to choose from.
    pub fn languages(&self) -> Vec<LanguageChoice> {
        let sign = if self.here.contains('?') { '&' } else { '?' };
        Lang::all()
            .map(|lang| LanguageChoice {
                code: lang.code(),
                name: Lang::own_name(lang.code()),
                href: self.urls.to(&format!("{}{sign}lang={}", self.here, lang.code())),
                current: lang.code() == self.lang.code(),
            })
            .collect()
    }

    /// The whole address of this page, the one search engines shall keep.
    pub fn canonical(&self) -> String {
        self.urls.absolute(&self.here)
    }

    /// Feed of everything new.
    pub fn feed_of_all(&self) -> String {
        self.urls.atom(&Search::default())
    }
}

/// A `<time>` element.
pub struct Time {
    machine: Timestamp,
    exact: String,
    words: String,
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Both texts come from our own locales, which hold no markup; the tests of the locales pin that.
        write!(f, r#"<time datetime="{}" title="{}">{}</time>"#, self.machine, self.exact, self.words)
    }
}

impl HtmlSafe for Time {}

#[cfg(any(test, debug_assertions))]
impl Ui {
    /// For tests and the page of components.
    pub fn sample(lang: Lang) -> Self {
        let hub = hub_core::address::HubAddress::parse("https://hub.example").unwrap_or_else(|_| {
            unreachable!("a constant address; the test of all pages makes a sample of it")
        });
        Self {
            lang,
            urls: Urls::new(hub),
            hub: HubFace {
                name: "Open Course Library".to_owned(),
                sentence: "Free courses for Moodle, made by teachers and shared by their schools.".to_owned(),
                has_logo: false,
                feeds: true,
                unfinished: false,
            },
            now: Timestamp::from_second(1_795_373_220).unwrap_or(Timestamp::UNIX_EPOCH),
            here: "/".to_owned(),
            words: String::new(),
            request_id: "019ab5c2-5d1e-7c30-8f5e-2b7a4f9d6e11".to_owned(),
        }
    }
}
