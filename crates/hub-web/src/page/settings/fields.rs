//! Settings as fields of forms, made and read in one place for the settings pages and the guided set-up.

use hub_app::AppError;
use hub_app::package::ruling::{self, Known};
use hub_core::finding::Action;
use hub_core::policy::Policy;

use crate::form::Form;
use crate::i18n::{LANGUAGES, Lang};
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// The tick that clears a password or removes the logo: its name is this and the setting's key.
const CLEAR: &str = "clear-";
/// A licence that is allowed: its field's name is this and the licence's code.
const LICENCE: &str = "licence-";

/// What a finding does: its field's name is this and the finding's code.
const FINDING: &str = "finding-";

/// Stands for no licence; it is the code of none.
const NO_LICENCE: &str = "?";

/// The fields of some settings, as they stand in the policy.
pub fn fields(ui: &Ui, policy: &Policy, keys: &[&'static str]) -> Vec<Field> {
    let mut fields = Vec::new();
    for key in keys {
        let value = policy.get(key).unwrap_or_default();
        match *key {
            "logo" => {
                fields.push(field(ui, Kind::File("image/png,image/jpeg,image/gif,image/webp"), key));
                if !value.is_empty() {
                    fields.push(Field::tick(ui.lang, "clear-logo", "set-logo-clear", false));
                }
            }
            "registration_password" | "captcha_secret" => fields.extend(secret(ui, key, !value.is_empty())),
            "licences_allowed" => fields.extend(licences(ui, policy)),
            "findings" => fields.extend(findings(ui, policy)),
            "feeds" => {
                fields.push(Field::tick(ui.lang, "feeds", "set-feeds", policy.feeds).help("set-feeds-help"));
            }
            _ => fields.push(field(ui, kind(ui, key, &value), key).value(shown(key, &value))),
        }
    }
    fields
}

fn field(ui: &Ui, kind: Kind, key: &str) -> Field {
    let field = Field::new(ui.lang, kind, key, &format!("set-{key}")).help(&format!("set-{key}-help"));
    match key {
        "name" => field.required(),
        "contact_email" | "package_max_bytes" | "mail_from" | "captcha_site_key" | "captcha_service_url" => {
            field.left_to_right()
        }
        _ => field,
    }
}

fn kind(ui: &Ui, key: &str, value: &str) -> Kind {
    let choices = |words: &[&str]| {
        let choice = |word: &&str| {
            let name = format!("set-{key}-{word}");
            Choice::new(*word, ui.t(&name)).help(ui.t(&format!("{name}-help")))
        };
        Kind::Radio(words.iter().map(choice).collect())
    };
    match key {
        "description" => Kind::Lines(8),
        "contact_email" => Kind::Line("email"),
        "language" => Kind::Select(languages(value)),
        "enabled" => choices(&["on", "read-only", "off"]),
        "reading" => choices(&["everyone", "members"]),
        "self_registration" => choices(&["off", "open", "domains"]),
        "registration" => choices(&["open", "password", "invitation", "approval", "closed"]),
        "captcha" => choices(&["proof_of_work", "service", "off"]),
        "captcha_service" => choices(&["turnstile", "hcaptcha", "recaptcha"]),
        "reports_to_hide"
        | "reports_per_day"
        | "messages_per_day"
        | "silent_days"
        | "keep_removed_days"
        | "digest_hour"
        | "courses_per_site_per_day"
        | "courses_per_answer"
        | "address_days"
        | "record_days"
        | "password_min_chars" => Kind::Line("number"),
        _ => Kind::Line("text"),
    }
}

/// The languages of the pages, and the hub's own if it is another one.
fn languages(value: &str) -> Vec<Choice> {
    let mut choices: Vec<Choice> =
        LANGUAGES.iter().map(|code| Choice::new(*code, Lang::own_name(code))).collect();
    if !LANGUAGES.contains(&value) {
        choices.push(Choice::new(value, Lang::own_name(value)));
    }
    choices
}

/// What is never shown back: a field that leaves it as it is when left empty, and a tick that takes it away.
fn secret(ui: &Ui, key: &'static str, is_set: bool) -> Vec<Field> {
    let name = format!("set-{key}");
    let help = if is_set { format!("{name}-set") } else { format!("{name}-help") };
    let field = Field::password(ui.lang, key, &name, "new-password").help(&help);
    let clear = Field::tick(ui.lang, format!("{CLEAR}{key}"), &format!("{name}-clear"), false);
    if is_set { vec![field, clear] } else { vec![field] }
}

fn licences(ui: &Ui, policy: &Policy) -> Vec<Field> {
    let known = ui.terms.vocabularies().licence();
    let fields = known.offered().map(|term| {
        let is_allowed = policy.licences_allowed.is_empty() || policy.allows_licence(known, &term.key);
        Field::tick(ui.lang, format!("{LICENCE}{}", term.key), "set-licence", is_allowed)
            .labelled(ui.licence(&term.key))
    });
    fields.collect()
}

/// A choice for each finding that staff decides about.
fn findings(ui: &Ui, policy: &Policy) -> Vec<Field> {
    let field = |known: Known| {
        let choice = |action: Action| {
            let name = ui.t_of("action", action.name());
            let is_default = action == known.by_default;
            let name = if is_default { ui.with("action-by-default", "action", name.as_ref()) } else { name };
            Choice::new(action.name(), name)
        };
        let chosen = policy.findings.of(known.code).unwrap_or(known.by_default);
        let choices = Action::ALL.into_iter().map(choice).collect();
        Field::new(ui.lang, Kind::Select(choices), format!("{FINDING}{}", known.code), "set-findings")
            .labelled(known.sentence.to_owned())
            .value(chosen.name())
    };
    ruling::known().map(field).collect()
}

/// What is other than by default.
fn chosen_actions(form: &Form) -> String {
    let chosen = ruling::known().filter_map(|known| {
        let action = Action::from_name(form.get(&format!("{FINDING}{}", known.code)))?;
        (action != known.by_default).then(|| format!("{}={}", known.code, action.name()))
    });
    chosen.collect::<Vec<_>>().join(", ")
}

/// A size in the largest unit that it is a whole number of; everything else as it is kept.
fn shown(key: &str, value: &str) -> String {
    if key != "package_max_bytes" {
        return value.to_owned();
    }
    let bytes: u64 = value.parse().unwrap_or_default();
    let unit = [("GiB", 30), ("MiB", 20), ("KiB", 10)]
        .into_iter()
        .find(|(_, shift)| bytes.is_multiple_of(1 << shift));
    unit.map_or_else(|| value.to_owned(), |(name, shift)| format!("{} {name}", bytes >> shift))
}

/// What a form says of some settings. The logo is no text and not among them; a password that was left empty stays.
pub fn values(ui: &Ui, form: &Form, keys: &[&'static str]) -> Vec<(&'static str, String)> {
    let mut values = Vec::new();
    for key in keys {
        let value = match *key {
            "logo" => continue,
            "registration_password" | "captcha_secret" => {
                match (form.raw(key), form.has(&format!("{CLEAR}{key}"))) {
                    (_, true) => String::new(),
                    ("", false) => continue,
                    (password, false) => password.to_owned(),
                }
            }
            "feeds" => if form.has(key) { "on" } else { "off" }.to_owned(),
            "licences_allowed" => chosen_licences(ui, form),
            "findings" => chosen_actions(form),
            _ => form.get(key).to_owned(),
        };
        values.push((*key, value));
    }
    values
}

/// Codes of the ticked licences; all of them are no choice, so that licences to come are allowed too.
fn chosen_licences(ui: &Ui, form: &Form) -> String {
    let known = ui.terms.vocabularies().licence();
    let offered: Vec<&str> = known.offered().map(|term| term.key.as_str()).collect();
    let chosen: Vec<&str> =
        offered.iter().filter(|code| form.has(&format!("{LICENCE}{code}"))).copied().collect();
    match chosen.len() {
        // No licence at all is refused; nothing would ever be listed.
        0 => NO_LICENCE.to_owned(),
        all if all == offered.len() => String::new(),
        _ => chosen.join(", "),
    }
}

/// The policy as a form would have it, as far as it fits: to show what was typed again.
pub fn typed(policy: &Policy, values: &[(&'static str, String)]) -> Policy {
    let mut typed = policy.clone();
    for (key, value) in values {
        // What does not fit is put into its field as it was typed.
        let _ = typed.set(key, value);
    }
    typed
}

/// What was wrong, in the reader's language where the hub has words for it.
pub fn wrong(visitor: &Visitor, error: AppError) -> Result<FormErrors, AppError> {
    let AppError::Invalid(errors) = error else { return FormErrors::from_error(error) };
    let ui = &visitor.ui;
    let said = |field: &str, why: String| {
        let key = format!("set-{field}-wrong");
        if ui.has(&key) { ui.t(&key).into_owned() } else { why }
    };
    let errors = errors.0.into_iter();
    Ok(errors.fold(FormErrors::default(), |mut wrong, error| {
        let why = said(error.field, error.why);
        // Ticks of licences are many fields.
        if error.field == "licences_allowed" {
            wrong.whole = why;
            return wrong;
        }
        wrong.and(error.field, why)
    }))
}

/// Fields of what was typed, with what is wrong in each.
pub fn again(
    ui: &Ui,
    policy: &Policy,
    keys: &[&'static str],
    values: &[(&'static str, String)],
    wrong: &FormErrors,
) -> Vec<Field> {
    let fields = fields(ui, &typed(policy, values), keys);
    let typed = |field: Field| {
        let value = values.iter().find(|(key, _)| *key == field.name() && !wrong.of(key).is_empty());
        // A secret is never shown back.
        match value {
            Some((key, value)) if !matches!(*key, "registration_password" | "captcha_secret") => {
                field.value(value.clone())
            }
            _ => field,
        }
    };
    fields.into_iter().map(|field| typed(field).checked(wrong)).collect()
}
