//! Ways to sign in other than by address and password, as the sign-in page and the one that asks for a code show them.

use askama::Template;
use askama::filters::HtmlSafe;

use super::html::Drawing;
use super::ui::Ui;
use crate::i18n::Lang;
use crate::urls::Urls;

/// The ways this hub offers; nothing is shown if there are none.
#[derive(Clone, Debug, Template)]
#[template(path = "part/sign_in_ways.html")]
pub struct SignInWays {
    lang: Lang,
    urls: Urls,
    form_word: String,
    back: String,
    passkeys: bool,
    providers: Vec<(i64, String)>,
}

impl SignInWays {
    /// These; `back` is where they lead to afterwards, a path below the hub's. Providers are their ids and labels.
    pub fn new(ui: &Ui, back: &str, passkeys: bool, providers: Vec<(i64, String)>) -> Self {
        let form_word = ui.person.as_ref().map(|person| person.form_word.clone()).unwrap_or_default();
        Self { lang: ui.lang, urls: ui.urls.clone(), form_word, back: back.to_owned(), passkeys, providers }
    }

    fn icon(name: &str) -> Drawing {
        super::icon::icon(name)
    }
}

impl HtmlSafe for SignInWays {}
