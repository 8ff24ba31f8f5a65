//! Fields of forms: label above, help below, what is wrong below with an icon; all made one way, in one template.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;
use hub_app::{AppError, FieldErrors};

use super::html::Drawing;
use crate::i18n::Lang;

/// What a field is filled in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line; the word is the `type` of the `input`: `text`, `email`, `password`, `number`, `url`, `date`, `search`.
    Line(&'static str),
    /// Several lines; so many are shown.
    Lines(u8),
    /// One of a list.
    Select(Vec<Choice>),
    /// One of a few, each with a sentence of its own.
    Radio(Vec<Choice>),
    /// A box to tick.
    Tick,
    /// A file; the words are the types it may have.
    File(&'static str),
}

/// One of the values of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What people read.
    pub label: String,
    /// A sentence on what it means; may be empty.
    pub help: String,
}

impl Choice {
    /// A value and what people read.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), help: String::new() }
    }

    /// With a sentence on what it means.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

/// One field. Its id is `f-` and its name, so that a form has each name once.
#[derive(Clone, Debug, Template)]
#[template(path = "part/field.html")]
pub struct Field {
    name: String,
    label: String,
    help: String,
    value: String,
    error: String,
    kind: Kind,
    autocomplete: &'static str,
    required: bool,
    direction: &'static str,
    lang: Lang,
}

impl Field {
    /// A field of a kind; `label` is the key of its text.
    pub fn new(lang: Lang, kind: Kind, name: impl Into<String>, label: &str) -> Self {
        Self {
            name: name.into(),
            label: lang.t(label).into_owned(),
            help: String::new(),
            value: String::new(),
            error: String::new(),
            kind,
            autocomplete: "",
            required: false,
            direction: "auto",
            lang,
        }
    }

    /// One line of text.
    pub fn line(lang: Lang, name: impl Into<String>, label: &str) -> Self {
        Self::new(lang, Kind::Line("text"), name, label)
    }

    /// A password. `autocomplete` is `current-password` or `new-password`.
    pub fn password(lang: Lang, name: impl Into<String>, label: &str, autocomplete: &'static str) -> Self {
        Self { autocomplete, direction: "ltr", ..Self::new(lang, Kind::Line("password"), name, label) }
    }

    /// A mail address.
    pub fn email(lang: Lang, name: impl Into<String>, label: &str) -> Self {
        Self { direction: "ltr", autocomplete: "email", ..Self::new(lang, Kind::Line("email"), name, label) }
    }

    /// A box to tick; sends `1` if it is.
    pub fn tick(lang: Lang, name: impl Into<String>, label: &str, ticked: bool) -> Self {
        let value = if ticked { "1" } else { "" };
        Self::new(lang, Kind::Tick, name, label).value(value)
    }

    /// The name it is sent under.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// With a label that is no text of ours.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// What it holds.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// A sentence below it; `key` is the key of its text.
    #[must_use]
    pub fn help(self, key: &str) -> Self {
        let text = self.lang.t(key);
        self.helped(text)
    }

    /// A sentence below it.
    #[must_use]
    pub fn helped(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.help = text.into().into_owned();
        self
    }

    /// It must be filled in.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// What a browser may fill in for its person, as HTML names it.
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = what;
        self
    }

    /// Addresses and codes are written from left to right in every language.
    #[must_use]
    pub fn left_to_right(mut self) -> Self {
        self.direction = "ltr";
        self
    }

    /// With what is wrong in it, if something is.
    #[must_use]
    pub fn checked(mut self, wrong: &FormErrors) -> Self {
        self.error = self.lang.said(wrong.of(&self.name)).into_owned();
        self
    }

    fn is_chosen(&self, choice: &Choice) -> bool {
        choice.value == self.value
    }

    fn is_group(&self) -> bool {
        matches!(self.kind, Kind::Radio(_))
    }

    fn described(&self) -> bool {
        !self.help.is_empty() || !self.error.is_empty()
    }

    fn icon(name: &str) -> Drawing {
        super::icon::icon(name)
    }
}

impl HtmlSafe for Field {}

/// What was wrong in a form that was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormErrors {
    fields: Vec<(String, String)>,
    /// What is wrong with no field in particular; may be empty.
    pub whole: String,
}

impl FormErrors {
    /// What a use case refused, in its own words: fields and pages say them in the reader's language.
    ///
    /// # Errors
    /// Gives back what is no matter of the form: to be shown as a page of its own.
    pub fn from_error(error: AppError) -> Result<Self, AppError> {
        match error {
            AppError::Invalid(FieldErrors(fields)) => Ok(Self {
                fields: fields.into_iter().map(|error| (error.field.to_owned(), error.why)).collect(),
                whole: String::new(),
            }),
            AppError::Conflict(why) => Ok(Self::whole(why)),
            AppError::WrongState(_) | AppError::Setting(_) | AppError::Quota(_) => {
                Ok(Self::whole(error.to_string()))
            }
            other => Err(other),
        }
    }

    /// Something about the whole form.
    pub fn whole(why: impl Into<String>) -> Self {
        Self { fields: Vec::new(), whole: why.into() }
    }

    /// Something about one field.
    #[must_use]
    pub fn and(mut self, field: impl Into<String>, why: impl Into<String>) -> Self {
        self.fields.push((field.into(), why.into()));
        self
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.whole.is_empty()
    }

    /// What is wrong in a field; empty if nothing is.
    pub fn of(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, why)| why)
    }
}
