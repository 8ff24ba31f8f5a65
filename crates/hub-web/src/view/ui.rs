//! What every page has: language, addresses, the hub's face, the time.

use std::borrow::{Borrow, Cow};
use std::ops::Deref;

use askama::filters::HtmlSafe;
use hub_core::page::Page;
use hub_core::rights::{Right, Role};
use jiff::Timestamp;

use super::html::Drawing;
use super::search::Search;
use super::terms::Terms;
use crate::i18n::Lang;
use crate::session::{FORM_FIELD, Session};
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
    /// How far its set-up is.
    pub set_up: SetUp,
    /// Pages that staff has written.
    pub pages: Vec<Page>,
    /// Characters a password has at least.
    pub password_min_chars: u32,
    /// Whether people may make accounts for themselves.
    pub sign_up: bool,
}

/// How far the set-up of a hub is; until it is done, pages say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetUp {
    /// It has no owner.
    Nobody,
    /// Its owner has not gone through the questions.
    Open,
    /// Gone through, or set aside.
    Done,
}

/// Whoever is signed in, as the head of pages shows them.
#[derive(Clone, Debug)]
pub struct PersonFace {
    /// Their name, or their mail address if they gave none.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// What the forms of their pages carry, so that the hub knows them again.
    pub form_word: String,
}

impl PersonFace {
    /// Of a session.
    pub(crate) fn of(session: &Session) -> Self {
        let account = &session.signed_in.account;
        let name = if account.name.is_empty() { &account.email } else { &account.name };
        Self { name: name.clone(), role: account.role, form_word: session.form_word.clone() }
    }

    /// Whether staff's pages are open to them.
    pub fn is_staff(&self) -> bool {
        self.role.is_staff()
    }
}

/// What every page has. Texts are asked of it as of [`Lang`].
#[derive(Clone, Debug)]
pub struct Ui {
    /// Language of the visitor.
    pub lang: Lang,
    /// Names of subjects, licences and the like.
    pub terms: Terms,
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
    /// Who is signed in.
    pub person: Option<PersonFace>,
    /// Key of the sentence that says what was done on the page before.
    pub done: Option<String>,
    /// Entries of the queue, for those who decide on them.
    pub waiting: i64,
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
    /// Whether the page says that the hub is still being set up: to everybody while nobody owns it, later only to
    /// those who can go on with it.
    pub fn says_unfinished(&self) -> bool {
        match self.hub.set_up {
            SetUp::Nobody => true,
            SetUp::Open => self.may("owners"),
            SetUp::Done => false,
        }
    }

    /// A subject by its code; see [`Terms`] for this and the following.
    pub fn subject(&self, code: &str) -> String {
        self.terms.subject(code)
    }

    /// Whom a course is made for.
    pub fn audience(&self, code: &str) -> String {
        self.terms.audience(code)
    }

    /// An educational level.
    pub fn level(&self, code: &str) -> String {
        self.terms.level(code)
    }

    /// A licence's short name.
    pub fn licence(&self, code: &str) -> String {
        self.terms.licence(code)
    }

    /// What a licence lets people do, in one sentence.
    pub fn licence_words(&self, code: &str) -> String {
        self.terms.licence_words(code)
    }

    /// What a message is.
    pub fn message_category(&self, name: &str) -> String {
        self.lang.t(&format!("message-{name}")).into_owned()
    }

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

    /// Whether whoever is signed in has a right, by its name.
    pub fn may(&self, right: &str) -> bool {
        let right = Right::all().find(|known| known.name() == right);
        self.person.as_ref().zip(right).is_some_and(|(person, right)| person.role.may(right))
    }

    /// The hidden field that every form of a signed-in person's page carries; nothing for strangers.
    pub fn form_word(&self) -> FormWord<'_> {
        FormWord(self.person.as_ref().map(|person| person.form_word.as_str()))
    }

    /// What a page that staff writes is called.
    pub fn page_name(&self, page: impl Borrow<Page>) -> Cow<'static, str> {
        self.t(&format!("page-name-{}", page.borrow().name()))
    }

    /// What it is for.
    pub fn page_lead(&self, page: impl Borrow<Page>) -> Cow<'static, str> {
        self.t(&format!("page-lead-{}", page.borrow().name()))
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

/// The hidden field by which the hub knows its own forms again.
pub struct FormWord<'a>(Option<&'a str>);

impl std::fmt::Display for FormWord<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Some(word) = self.0 else { return Ok(()) };
        // Hexadecimal digits, made by us.
        write!(f, r#"<input type="hidden" name="{FORM_FIELD}" value="{word}">"#)
    }
}

impl HtmlSafe for FormWord<'_> {}

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
            terms: Terms::classic(lang),
            urls: Urls::new(hub),
            hub: HubFace {
                name: "Open Course Library".to_owned(),
                sentence: "Free courses for Moodle, made by teachers and shared by their schools.".to_owned(),
                has_logo: false,
                feeds: true,
                set_up: SetUp::Done,
                pages: vec![Page::Imprint, Page::Privacy],
                password_min_chars: 12,
                sign_up: false,
            },
            now: Timestamp::from_second(1_795_373_220).unwrap_or(Timestamp::UNIX_EPOCH),
            here: "/".to_owned(),
            words: String::new(),
            request_id: "019ab5c2-5d1e-7c30-8f5e-2b7a4f9d6e11".to_owned(),
            person: None,
            done: None,
            waiting: 0,
        }
    }

    /// The same for somebody who is signed in.
    pub fn sample_of(lang: Lang, role: Role) -> Self {
        let person = PersonFace {
            name: "Ada Lindqvist".to_owned(),
            role,
            form_word: "0123456789abcdef0123456789abcdef".to_owned(),
        };
        Self { person: Some(person), ..Self::sample(lang) }
    }
}
