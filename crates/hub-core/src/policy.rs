//! The hub's policy: what its settings open and close, and the settings themselves by key.

use crate::finding::Actions;
use crate::vocabulary::{Vocabulary, check_term_key};

/// Whether the hub works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Enabled {
    /// Everything works.
    #[default]
    On,
    /// Nothing is registered or published.
    ReadOnly,
    /// Every door but sign-in, set-up and health says that the hub is off.
    Off,
}

/// Who may read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// Anybody.
    #[default]
    Everyone,
    /// Registered sites and people with an account: the classic "private".
    Members,
}

/// Who may register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Registration {
    /// Any site; active at once, not trusted.
    #[default]
    Open,
    /// Sites that know the hub's password; active at once, not trusted.
    Password,
    /// Sites that have an invitation; active at once, not trusted.
    Invitation,
    /// Any site may ask; staff accepts.
    Approval,
    /// Only sites whose secret is known.
    Closed,
}

/// What keeps programs out of the forms of strangers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Captcha {
    /// Nothing.
    #[default]
    Off,
    /// The browser works for about a second; nobody else is asked.
    ProofOfWork,
    /// A service of somebody else, see [`CaptchaService`].
    Service,
}

/// The services that are spoken to; all three check answers the same way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaptchaService {
    /// Google's reCAPTCHA, version 2.
    #[default]
    Recaptcha,
    /// hCaptcha.
    Hcaptcha,
    /// Cloudflare's Turnstile.
    Turnstile,
}

/// Who may make an account for themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SelfRegistration {
    /// Nobody: staff invites.
    #[default]
    Off,
    /// Anybody who has a mail address.
    Open,
    /// Whoever has a mail address in one of the domains that staff listed.
    Domains,
}

/// Everything the hub's staff decides by settings. Kept in the database, changed without restart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The hub's name, 1 to 255 characters.
    pub name: String,
    /// Markdown; shown on the front page, sent to classic clients as plain text.
    pub description: String,
    /// Whom to ask about the hub.
    pub contact_name: String,
    /// Where mail to the hub's staff goes; empty: nowhere.
    pub contact_email: String,
    /// Main language, a code such as `en`.
    pub language: String,
    /// SHA-256 of the logo's picture.
    pub logo: Option<String>,
    /// On, read-only or off.
    pub enabled: Enabled,
    /// Who may read.
    pub reading: Reading,
    /// Who may register.
    pub registration: Registration,
    /// Argon2 hash of the registration password.
    pub registration_password: Option<String>,
    /// Publications of one site in 24 hours: `None` unlimited, 0 none (classic default 20).
    pub courses_per_site_per_day: Option<u32>,
    /// Courses in one answer to a classic client (classic default 25).
    pub courses_per_answer: u32,
    /// Largest package accepted at any door, in bytes.
    pub package_max_bytes: u64,
    /// Whether searches have feeds.
    pub feeds: bool,
    /// Characters a password has at least.
    pub password_min_chars: u32,
    /// Who may make an account for themselves; it has the role of a member.
    pub self_registration: SelfRegistration,
    /// Domains of mail addresses, in small letters, for [`SelfRegistration::Domains`].
    pub self_registration_domains: Vec<String>,
    /// Licences that are listed without a person's look; empty: all. What comes with another one waits.
    pub licences_allowed: Vec<String>,
    /// Reporters within a week whose reports hide a course until staff has looked; 0: never.
    pub reports_to_hide: u32,
    /// Reports of abuse taken from one network address in 24 hours.
    pub reports_per_day: u32,
    /// Days without a call after which a site counts as silent.
    pub silent_days: u32,
    /// Days what staff deleted can be restored.
    pub keep_removed_days: u32,
    /// The mail server's address, sealed with the data folder's key; `None`: that of the configuration file.
    pub mail_server: Option<String>,
    /// From whom mails are: an address, or a name with one; empty: as configured, else the contact.
    pub mail_from: String,
    /// Hour of the day, UTC, at which digests are sent.
    pub digest_hour: i8,
    /// Days the contacts of sites that left and mails that were sent are kept; `None` for ever.
    pub address_days: Option<u32>,
    /// Days the record of acts is kept; `None` for ever.
    pub record_days: Option<u32>,
    /// Whether the guided set-up was gone through or set aside.
    pub set_up_done: bool,
    /// What keeps programs out of the forms of strangers, as it was chosen; [`Policy::captcha`] is what is in force.
    pub captcha_chosen: Captcha,
    /// Which service.
    pub captcha_service: CaptchaService,
    /// The key that pages show to the service.
    pub captcha_site_key: String,
    /// The hub's key at the service, sealed with the data folder's key.
    pub captcha_secret: Option<String>,
    /// Address of a service of the same kind that somebody runs themselves; empty: the service's own.
    pub captcha_service_url: String,
    /// Messages one sender, and one network address, may write in 24 hours.
    pub messages_per_day: u32,
    /// What findings in packages do, where that is other than by default.
    pub findings: Actions,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            name: "Course hub".to_owned(),
            description: String::new(),
            contact_name: String::new(),
            contact_email: String::new(),
            language: "en".to_owned(),
            logo: None,
            enabled: Enabled::On,
            reading: Reading::Everyone,
            registration: Registration::Open,
            registration_password: None,
            courses_per_site_per_day: Some(20),
            courses_per_answer: 25,
            package_max_bytes: 2 << 30,
            feeds: true,
            // NIST SP 800-63B asks for 8, for passwords alone 15; 12 is what most Moodle policies ask of managers.
            password_min_chars: 12,
            self_registration: SelfRegistration::Off,
            self_registration_domains: Vec::new(),
            licences_allowed: Vec::new(),
            reports_to_hide: 0,
            reports_per_day: 10,
            silent_days: 30,
            keep_removed_days: 30,
            mail_server: None,
            mail_from: String::new(),
            digest_hour: 6,
            address_days: Some(90),
            record_days: None,
            set_up_done: false,
            captcha_chosen: Captcha::ProofOfWork,
            captcha_service: CaptchaService::Recaptcha,
            captcha_site_key: String::new(),
            captcha_secret: None,
            captcha_service_url: String::new(),
            // As many as the classic hub's form took.
            messages_per_day: 10,
            findings: Actions::default(),
        }
    }
}

/// Why a setting was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// No such key.
    #[error("there is no setting \"{key}\"{}; `coursehub settings list` shows all", nearest.map(|n| format!(", did you mean \"{n}\"")).unwrap_or_default())]
    UnknownKey {
        /// What was asked for.
        key: String,
        /// The nearest key there is.
        nearest: Option<&'static str>,
    },
    /// The value does not fit.
    #[error("\"{value}\" does not fit {key}: {wanted}")]
    Value {
        /// The setting.
        key: &'static str,
        /// What was given.
        value: String,
        /// What it takes.
        wanted: &'static str,
    },
    /// Changed by an upload, not by text.
    #[error(
        "the logo is a picture: give the path of a PNG, JPEG, GIF or WebP file, or an empty value to remove it"
    )]
    Picture,
}

/// One setting: its key and a sentence that says what it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// As typed on the command line and stored in the database.
    pub key: &'static str,
    /// What it changes.
    pub help: &'static str,
}

/// All settings, in the order they are listed.
pub const SETTINGS: &[Setting] = &[
    Setting { key: "name", help: "the hub's name, on every page and in Moodle" },
    Setting { key: "description", help: "shown on the front page and in Moodle (Markdown)" },
    Setting { key: "contact_name", help: "whom to ask about the hub" },
    Setting { key: "contact_email", help: "where mail to the hub's staff goes" },
    Setting { key: "language", help: "the hub's main language, such as en" },
    Setting { key: "logo", help: "the hub's picture: path of a file; empty removes it" },
    Setting { key: "enabled", help: "on | read-only (nothing is registered or published) | off" },
    Setting { key: "reading", help: "everyone | members (registered sites and accounts)" },
    Setting { key: "registration", help: "open | password | invitation | approval | closed" },
    Setting { key: "registration_password", help: "asked of new sites when registration is \"password\"" },
    Setting {
        key: "courses_per_site_per_day",
        help: "publications of one site in 24 hours; empty: unlimited, 0: none",
    },
    Setting { key: "courses_per_answer", help: "courses in one answer to a Moodle, 1 to 1000" },
    Setting {
        key: "package_max_bytes",
        help: "largest package accepted, in bytes; KiB, MiB, GiB may follow",
    },
    Setting { key: "feeds", help: "on | off: feeds of searches" },
    Setting {
        key: "licences_allowed",
        help: "licences such as cc-4.0, cc-sa-4.0; courses with another one wait for a look; empty: all",
    },
    Setting {
        key: "findings",
        help: "what findings in packages do where other than by default, such as secret=hold, trailing_data=allow; allow | warn | hold | refuse; `coursehub inspect` prints the codes",
    },
    Setting {
        key: "self_registration",
        help: "who may make an account for themselves: off | open | domains (those of self_registration_domains)",
    },
    Setting {
        key: "self_registration_domains",
        help: "domains of mail addresses that may, such as school.example, separated by commas",
    },
    Setting { key: "password_min_chars", help: "characters a password has at least, 8 to 128" },
    Setting {
        key: "reports_to_hide",
        help: "reporters within 7 days whose reports hide a course until staff has looked; 0: never",
    },
    Setting { key: "reports_per_day", help: "reports taken from one network address in 24 hours, 1 to 1000" },
    Setting {
        key: "silent_days",
        help: "days without a call after which a site counts as silent, 1 to 3650",
    },
    Setting { key: "keep_removed_days", help: "days deleted courses can be restored, 0 to 3650" },
    Setting {
        key: "mail_server",
        help: "smtps://user:password@host or smtp+starttls://...; kept sealed; empty: that of the configuration file",
    },
    Setting { key: "mail_from", help: "sender of mails, such as Course hub <hub@example.org>" },
    Setting { key: "digest_hour", help: "hour of the day (UTC, 0 to 23) at which digests of mails go out" },
    Setting {
        key: "address_days",
        help: "days the contacts of sites that left and mails that were sent are kept; empty: for ever",
    },
    Setting { key: "record_days", help: "days the record of acts is kept; empty: for ever" },
    Setting { key: "set_up", help: "open | done: whether the guided set-up was gone through or set aside" },
    Setting {
        key: "captcha",
        help: "off | proof_of_work (the browser works a second, nobody else is asked) | service (with its keys; without: proof_of_work)",
    },
    Setting {
        key: "captcha_service",
        help: "recaptcha | hcaptcha | turnstile: who is asked with captcha \"service\"",
    },
    Setting { key: "captcha_site_key", help: "the service's key for pages" },
    Setting { key: "captcha_secret", help: "the service's secret key; kept sealed" },
    Setting {
        key: "captcha_service_url",
        help: "address of a compatible service of one's own (with /api.js and /siteverify); empty: the service's",
    },
    Setting {
        key: "messages_per_day",
        help: "messages one sender or network address may write in 24 hours, 1 to 1000",
    },
];

/// What a site meets that asks to be registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// It is registered at once.
    Open,
    /// It needs the hub's password.
    Password,
    /// It needs an invitation.
    Invitation,
    /// It waits for staff.
    Waits,
    /// It is refused.
    Closed,
}

impl Policy {
    /// What a site meets that asks to be registered. `is_known`: its secret is one the hub has let in, or it comes back
    /// as itself after the hub took its secret away.
    pub fn entrance(&self, is_known: bool) -> Entrance {
        match self.registration {
            Registration::Open => Entrance::Open,
            Registration::Password => Entrance::Password,
            Registration::Approval | Registration::Invitation | Registration::Closed if is_known => {
                Entrance::Open
            }
            Registration::Approval => Entrance::Waits,
            Registration::Invitation => Entrance::Invitation,
            Registration::Closed => Entrance::Closed,
        }
    }

    /// Whether somebody with this mail address may make an account for themselves.
    pub fn may_sign_up(&self, email: &str) -> bool {
        match self.self_registration {
            SelfRegistration::Off => false,
            SelfRegistration::Open => true,
            SelfRegistration::Domains => {
                let domain = email.trim().rsplit_once('@').map(|(_, domain)| domain.to_lowercase());
                domain.is_some_and(|domain| self.self_registration_domains.contains(&domain))
            }
        }
    }

    /// Whether a course with this licence is listed without a person's look. A merged licence is what stands for it.
    pub fn allows_licence(&self, licences: &Vocabulary, code: &str) -> bool {
        let code = licences.canonical(code);
        let mut allowed = self.licences_allowed.iter();
        self.licences_allowed.is_empty() || allowed.any(|allowed| licences.canonical(allowed) == code)
    }

    /// What keeps programs out of the forms of strangers. A service without both keys would keep everybody out; the
    /// built-in way stands in for it.
    pub fn captcha(&self) -> Captcha {
        let has_keys = !self.captcha_site_key.is_empty() && self.captcha_secret.is_some();
        match self.captcha_chosen {
            Captcha::Service if !has_keys => Captcha::ProofOfWork,
            chosen => chosen,
        }
    }

    /// The value of a setting as text; a password shows only whether it is set.
    pub fn get(&self, key: &str) -> Result<String, SettingError> {
        Ok(match known(key)? {
            "name" => self.name.clone(),
            "description" => self.description.clone(),
            "contact_name" => self.contact_name.clone(),
            "contact_email" => self.contact_email.clone(),
            "language" => self.language.clone(),
            "logo" => self.logo.clone().unwrap_or_default(),
            "enabled" => word(self.enabled),
            "reading" => word(self.reading),
            "registration" => word(self.registration),
            "registration_password" => {
                self.registration_password.as_ref().map(|_| "(set)".to_owned()).unwrap_or_default()
            }
            "courses_per_site_per_day" => {
                self.courses_per_site_per_day.map(|n| n.to_string()).unwrap_or_default()
            }
            "courses_per_answer" => self.courses_per_answer.to_string(),
            "package_max_bytes" => self.package_max_bytes.to_string(),
            "feeds" => if self.feeds { "on" } else { "off" }.to_owned(),
            "licences_allowed" => self.licences_allowed.join(", "),
            "findings" => self.findings.to_string(),
            "self_registration" => word(self.self_registration),
            "self_registration_domains" => self.self_registration_domains.join(", "),
            "password_min_chars" => self.password_min_chars.to_string(),
            "reports_to_hide" => self.reports_to_hide.to_string(),
            "reports_per_day" => self.reports_per_day.to_string(),
            "silent_days" => self.silent_days.to_string(),
            "keep_removed_days" => self.keep_removed_days.to_string(),
            "mail_server" => self.mail_server.as_ref().map(|_| "(set)".to_owned()).unwrap_or_default(),
            "mail_from" => self.mail_from.clone(),
            "digest_hour" => self.digest_hour.to_string(),
            "address_days" => self.address_days.map(|n| n.to_string()).unwrap_or_default(),
            "record_days" => self.record_days.map(|n| n.to_string()).unwrap_or_default(),
            "set_up" => if self.set_up_done { "done" } else { "open" }.to_owned(),
            "captcha" => word(self.captcha_chosen),
            "captcha_service" => word(self.captcha_service),
            "captcha_site_key" => self.captcha_site_key.clone(),
            "captcha_secret" => self.captcha_secret.as_ref().map(|_| "(set)".to_owned()).unwrap_or_default(),
            "captcha_service_url" => self.captcha_service_url.clone(),
            "messages_per_day" => self.messages_per_day.to_string(),
            other => unreachable_key(other),
        })
    }

    /// Takes a value as text. `registration_password` and `logo` take what is stored (a hash, a SHA-256): their use
    /// cases make it.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), SettingError> {
        let key = known(key)?;
        let value = value.trim();
        let wrong = |wanted| SettingError::Value { key, value: value.to_owned(), wanted };
        let optional = || (!value.is_empty()).then(|| value.to_owned());
        match key {
            "name" => {
                let title = crate::text::Title::parse(value).map_err(|_| wrong("1 to 255 characters"))?;
                title.as_str().clone_into(&mut self.name);
            }
            "description" => self.description = crate::text::cut(value, crate::course::limits::DESCRIPTION),
            "contact_name" => self.contact_name = crate::text::cut_line(value, 255),
            "contact_email" => {
                let good = value.is_empty() || crate::text::EmailAddress::parse(value).is_some();
                self.contact_email =
                    good.then(|| value.to_owned()).ok_or_else(|| wrong("one mail address, or nothing"))?;
            }
            "language" => {
                let good = !value.is_empty()
                    && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
                self.language = good
                    .then(|| value.to_owned())
                    .ok_or_else(|| wrong("a language code such as en or pt_br"))?;
            }
            "logo" => self.logo = optional(),
            "enabled" => self.enabled = from_word(value).ok_or_else(|| wrong("on, read-only or off"))?,
            "reading" => self.reading = from_word(value).ok_or_else(|| wrong("everyone or members"))?,
            "registration" => {
                self.registration = from_word(value)
                    .ok_or_else(|| wrong("open, password, invitation, approval or closed"))?;
            }
            "registration_password" => self.registration_password = optional(),
            "courses_per_site_per_day" => {
                self.courses_per_site_per_day = match value {
                    "" => None,
                    number => {
                        Some(number.parse().map_err(|_| wrong("a whole number, or nothing for unlimited"))?)
                    }
                };
            }
            "courses_per_answer" => {
                let number = value.parse().ok().filter(|n| (1..=1000).contains(n));
                self.courses_per_answer = number.ok_or_else(|| wrong("a whole number from 1 to 1000"))?;
            }
            "package_max_bytes" => {
                let bytes = parse_bytes(value).filter(|bytes| *bytes >= 1024);
                self.package_max_bytes =
                    bytes.ok_or_else(|| wrong("a number of bytes such as 2147483648 or 2GiB"))?;
            }
            "feeds" => {
                self.feeds = match value {
                    "on" => true,
                    "off" => false,
                    _ => return Err(wrong("on or off")),
                };
            }
            "licences_allowed" => {
                let codes = value.split(',').map(str::trim).filter(|code| !code.is_empty());
                let codes: Vec<String> = codes.map(str::to_owned).collect();
                if codes.len() > 100 || codes.iter().any(|code| check_term_key(code).is_err()) {
                    return Err(wrong("short names of licences such as cc-4.0, separated by commas"));
                }
                self.licences_allowed = codes;
            }
            "findings" => {
                self.findings = Actions::parse(value)
                    .ok_or_else(|| wrong("codes with allow, warn, hold or refuse, such as secret=hold"))?;
            }
            "self_registration" => {
                self.self_registration = from_word(value).ok_or_else(|| wrong("off, open or domains"))?;
            }
            "self_registration_domains" => {
                self.self_registration_domains =
                    domains(value).ok_or_else(|| wrong("up to 100 domains such as school.example"))?;
            }
            "password_min_chars" => {
                let number = value.parse().ok().filter(|n| (8..=128).contains(n));
                self.password_min_chars = number.ok_or_else(|| wrong("a whole number from 8 to 128"))?;
            }
            "reports_to_hide" => {
                self.reports_to_hide =
                    number(value, 0, 1000).ok_or_else(|| wrong("a whole number from 0 to 1000"))?;
            }
            "reports_per_day" => {
                self.reports_per_day =
                    number(value, 1, 1000).ok_or_else(|| wrong("a whole number from 1 to 1000"))?;
            }
            "silent_days" => {
                self.silent_days =
                    number(value, 1, 3650).ok_or_else(|| wrong("a whole number from 1 to 3650"))?;
            }
            "keep_removed_days" => {
                self.keep_removed_days =
                    number(value, 0, 3650).ok_or_else(|| wrong("a whole number from 0 to 3650"))?;
            }
            // Its use case checks and seals it.
            "mail_server" => self.mail_server = optional(),
            "mail_from" => {
                let inner = value.rsplit_once('<').map_or(value, |(_, rest)| rest.trim_end_matches('>'));
                let good = value.is_empty() || crate::text::EmailAddress::parse(inner).is_some();
                let good = good && !value.chars().any(char::is_control);
                self.mail_from = good
                    .then(|| value.to_owned())
                    .ok_or_else(|| wrong("an address such as Course hub <hub@example.org>, or nothing"))?;
            }
            "digest_hour" => {
                let hour = value.parse().ok().filter(|hour| (0..24).contains(hour));
                self.digest_hour = hour.ok_or_else(|| wrong("an hour from 0 to 23"))?;
            }
            "address_days" => self.address_days = days(value).map_err(wrong)?,
            "record_days" => self.record_days = days(value).map_err(wrong)?,
            "set_up" => {
                self.set_up_done = match value {
                    "done" => true,
                    "open" => false,
                    _ => return Err(wrong("open or done")),
                };
            }
            "captcha" => {
                self.captcha_chosen =
                    from_word(value).ok_or_else(|| wrong("off, proof_of_work or service"))?;
            }
            "captcha_service" => {
                self.captcha_service =
                    from_word(value).ok_or_else(|| wrong("recaptcha, hcaptcha or turnstile"))?;
            }
            "captcha_site_key" => {
                let good = value.len() <= 200 && value.bytes().all(|byte| byte.is_ascii_graphic());
                self.captcha_site_key =
                    good.then(|| value.to_owned()).ok_or_else(|| wrong("the key as the service gave it"))?;
            }
            // Its use case seals it.
            "captcha_secret" => self.captcha_secret = optional(),
            "captcha_service_url" => {
                let is_address = value.starts_with("https://") || value.starts_with("http://");
                // It stands in a header: nothing that parts the sources of a policy may be in it.
                let is_plain =
                    value.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b';' | b',' | b'"'));
                let good = value.is_empty() || (is_address && is_plain && value.len() <= 500);
                self.captcha_service_url = good
                    .then(|| value.trim_end_matches('/').to_owned())
                    .ok_or_else(|| wrong("an address such as https://captcha.example.org, or nothing"))?;
            }
            "messages_per_day" => {
                self.messages_per_day =
                    number(value, 1, 1000).ok_or_else(|| wrong("a whole number from 1 to 1000"))?;
            }
            other => unreachable_key(other),
        }
        Ok(())
    }
}

/// Domains in small letters, written with commas or blanks between them; `None` if one is none, or there are more than
/// a hundred.
pub fn domains(text: &str) -> Option<Vec<String>> {
    let words = text.split([',', ' ', '\n']).map(str::trim).filter(|word| !word.is_empty());
    let domains: Vec<String> = words.map(|word| word.trim_start_matches('@').to_lowercase()).collect();
    let is_domain = |domain: &String| {
        domain.contains('.')
            && domain.split('.').all(|label| !label.is_empty())
            && domain.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
    };
    (domains.len() <= 100 && domains.iter().all(is_domain)).then_some(domains)
}

fn number(text: &str, least: u32, most: u32) -> Option<u32> {
    text.parse().ok().filter(|number| (least..=most).contains(number))
}

/// What a time of keeping takes: a day at least, so that nothing goes while it is still needed, and a century at most.
const DAYS: &str = "a whole number of days from 1 to 36500, or nothing for ever";

fn days(value: &str) -> Result<Option<u32>, &'static str> {
    if value.is_empty() {
        return Ok(None);
    }
    number(value, 1, 36_500).map(Some).ok_or(DAYS)
}

/// A number of bytes with an optional binary unit.
pub fn parse_bytes(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let shift = match text[digits..].trim() {
        "" | "B" => 0,
        "KiB" => 10,
        "MiB" => 20,
        "GiB" => 30,
        _ => return None,
    };
    text[..digits].parse::<u64>().ok()?.checked_mul(1 << shift)
}

/// The setting of a key.
pub fn setting(key: &str) -> Result<&'static Setting, SettingError> {
    SETTINGS.iter().find(|setting| setting.key == key).ok_or_else(|| SettingError::UnknownKey {
        key: key.to_owned(),
        nearest: nearest(key, SETTINGS.iter().map(|setting| setting.key)),
    })
}

fn known(key: &str) -> Result<&'static str, SettingError> {
    Ok(setting(key)?.key)
}

/// The candidate with the fewest edits, if it is near enough to be a slip of the hand.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|candidate| (edits(word, candidate), candidate))
        .min()
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 4)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance over bytes.
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let substitute = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substitute.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

fn unreachable_key(key: &str) -> ! {
    unreachable!("setting {key} is listed but not handled; the test of all settings pins this")
}

fn word<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn from_word<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_setting_can_be_read_and_set_to_what_it_reads() {
        let mut policy = Policy::default();
        for setting in SETTINGS {
            let value = policy.get(setting.key).unwrap();
            policy.set(setting.key, &value).unwrap();
        }
        assert_eq!(policy, Policy::default());
    }

    #[test]
    fn a_service_without_its_keys_keeps_nobody_out() {
        let mut policy = Policy::default();
        assert_eq!(
            policy.captcha(),
            Captcha::ProofOfWork,
            "strangers are checked until staff says otherwise"
        );
        policy.set("captcha", "service").unwrap();
        assert_eq!(policy.captcha(), Captcha::ProofOfWork);
        policy.set("captcha_site_key", "key").unwrap();
        policy.set("captcha_secret", "sealed").unwrap();
        assert_eq!(policy.captcha(), Captcha::Service);
        assert_eq!(policy.get("captcha_secret").unwrap(), "(set)");
        policy.set("captcha_service_url", "https://a.example;script-src").unwrap_err();
        policy.set("captcha", "on").unwrap_err();
    }

    #[test]
    fn a_wrong_key_names_the_nearest() {
        let error = Policy::default().set("registraton", "open").unwrap_err();
        assert!(error.to_string().contains("did you mean \"registration\""), "{error}");
    }

    #[test]
    fn empty_means_unlimited_and_zero_means_none() {
        let mut policy = Policy::default();
        policy.set("courses_per_site_per_day", "").unwrap();
        assert_eq!(policy.courses_per_site_per_day, None);
        policy.set("courses_per_site_per_day", "0").unwrap();
        assert_eq!(policy.courses_per_site_per_day, Some(0));
        assert!(policy.set("courses_per_site_per_day", "-1").is_err());
        assert!(policy.set("courses_per_answer", "0").is_err());
    }

    #[test]
    fn a_password_cannot_be_asked_to_be_shorter_than_eight_characters() {
        let mut policy = Policy::default();
        for refused in ["7", "129", "", "-12"] {
            assert!(policy.set("password_min_chars", refused).is_err(), "{refused}");
        }
        policy.set("password_min_chars", "8").unwrap();
        assert_eq!(policy.password_min_chars, 8);
    }

    #[test]
    fn only_addresses_of_the_listed_domains_may_sign_up() {
        let mut policy = Policy::default();
        assert!(!policy.may_sign_up("ada@school.example"));
        policy.set("self_registration", "domains").unwrap();
        policy.set("self_registration_domains", "@School.example, uni.example").unwrap();
        assert!(policy.may_sign_up("ada@SCHOOL.example"));
        assert!(!policy.may_sign_up("ada@evil.school.example"));
        assert!(!policy.may_sign_up("ada@school.example.evil"));
        assert!(policy.set("self_registration_domains", "school").is_err());
        assert!(policy.set("self_registration_domains", "a..b").is_err());
        policy.set("self_registration", "open").unwrap();
        assert!(policy.may_sign_up("eve@else.example"));
    }

    #[test]
    fn sizes_take_units() {
        assert_eq!(parse_bytes("2GiB"), Some(2 << 30));
        assert_eq!(parse_bytes("10 MiB"), Some(10 << 20));
        assert_eq!(parse_bytes("10 MB"), None);
    }
}
