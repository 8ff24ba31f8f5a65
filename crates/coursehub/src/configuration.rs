//! What the process needs to start: flag before `COURSEHUB_*` variable before TOML file before default.
//!
//! What the hub's staff decides is no configuration: it lives in the database (`coursehub settings`).

mod file;

use std::fmt::{self, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use hub_app::outside::clamd::Clamd;
use hub_app::outside::fetch::{Cidr, NetworkPolicy};
use hub_app::outside::mail::{Authorities, Mailer};
use hub_core::address::HubAddress;
use hub_core::policy::nearest;
use hub_core::secret::Secret;
use url::Url;

use crate::args::{Place, Serve};
use crate::failure::WrongUse;
use file::Texts;

/// One thing that can be configured.
struct Key {
    /// As in the file; a dot stands for a table.
    name: &'static str,
    /// Its variable.
    variable: &'static str,
    /// Takes several values: a list in the file, separated by commas or blanks in the variable.
    is_list: bool,
}

const fn key(name: &'static str, variable: &'static str, is_list: bool) -> Key {
    Key { name, variable, is_list }
}

const KEYS: &[Key] = &[
    key("data", "COURSEHUB_DATA", false),
    key("listen", "COURSEHUB_LISTEN", false),
    key("url", "COURSEHUB_URL", false),
    key("aliases", "COURSEHUB_ALIASES", true),
    key("trusted_proxies", "COURSEHUB_TRUSTED_PROXIES", true),
    key("mail_url", "COURSEHUB_MAIL_URL", false),
    key("mail_from", "COURSEHUB_MAIL_FROM", false),
    key("mail_ca", "COURSEHUB_MAIL_CA", false),
    key("database_url", "COURSEHUB_DATABASE_URL", false),
    key("blob_url", "COURSEHUB_BLOB_URL", false),
    key("clamd", "COURSEHUB_CLAMD", false),
    key("network.allow_private", "COURSEHUB_NETWORK_ALLOW_PRIVATE", true),
    key("network.allow_ports", "COURSEHUB_NETWORK_ALLOW_PORTS", true),
];

/// Variables that are read elsewhere.
const OTHER_VARIABLES: &[&str] = &["COURSEHUB_CONFIG", "COURSEHUB_KEY", "COURSEHUB_LOG"];

/// Keys whose values hold passwords.
const SECRET_KEYS: &[&str] = &["mail_url", "database_url"];

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Typed.
    Flag,
    /// A variable of the environment.
    Variable(&'static str),
    /// The file.
    File,
    /// Nobody said anything.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => f.write_str("flag"),
            Self::Variable(name) => f.write_str(name),
            Self::File => f.write_str("file"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// What the process starts with. Not printable as a whole: it holds passwords, see [`Configuration::printed`].
pub struct Configuration {
    /// Folder of the hub's data.
    pub data: PathBuf,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The public address; without one it is `http://` and where the hub listens.
    pub url: Option<HubAddress>,
    /// Other addresses of this hub.
    pub aliases: Vec<HubAddress>,
    /// Networks whose proxies are believed what they say of the caller.
    pub trusted_proxies: Vec<Cidr>,
    /// The mail server, with password.
    pub mail_url: Option<Secret>,
    /// From whom the hub's mails are.
    pub mail_from: Option<String>,
    /// Authorities of `mail_ca`, besides the public ones.
    pub mail_authorities: Authorities,
    /// The database, with password; without one a SQLite file in the data folder.
    pub database_url: Option<Secret>,
    /// Where packages and pictures are; without one a folder in the data folder.
    pub blob_url: Option<Url>,
    /// The malware scanner that packages are shown to.
    pub clamd: Option<Clamd>,
    /// Whom the hub may call.
    pub network: NetworkPolicy,
    /// Each key's values as given, and where they come from.
    given: Vec<(&'static Key, Vec<String>, Origin)>,
    /// The file, if there is one.
    pub file: Option<PathBuf>,
}

impl Configuration {
    /// Reads everything. All that is wrong is told at once.
    ///
    /// # Errors
    /// [`WrongUse`] for unknown keys and values that do not fit.
    pub fn load(place: &Place, serve: &Serve) -> anyhow::Result<Self> {
        let mistyped: Vec<String> =
            std::env::vars_os().filter_map(|(name, _)| mistyped(name.to_str()?)).collect();
        if !mistyped.is_empty() {
            return Err(WrongUse(mistyped.join("\n       ")).into());
        }
        Self::join(place, serve, |name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    }

    /// What a hub of its own starts with, whatever the environment says: only where its data is.
    ///
    /// # Errors
    /// Never: nothing is given that could be wrong.
    pub fn bare(data: &Path) -> anyhow::Result<Self> {
        let place = Place { data: Some(data.to_owned()), config: None };
        Self::join(&place, &Serve::default(), |_| None)
    }

    fn join(place: &Place, serve: &Serve, variable: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut problems = Vec::new();
        let file = place.config.clone().or_else(|| variable("COURSEHUB_CONFIG").map(PathBuf::from));
        let mut texts = match &file {
            Some(path) => file::read(path, &mut problems)?,
            None => Texts::new(),
        };
        let mut given = Vec::new();
        for key in KEYS {
            let flag = match key.name {
                "data" => place.data.as_ref().map(|path| path.display().to_string()),
                "listen" => serve.listen.map(|listen| listen.to_string()),
                "url" => serve.url.clone(),
                _ => None,
            };
            let from_variable =
                || Some((split(key, &variable(key.variable)?), Origin::Variable(key.variable)));
            let (values, origin) = flag
                .map(|text| (vec![text], Origin::Flag))
                .or_else(from_variable)
                .or_else(|| Some((texts.remove(key.name)?, Origin::File)))
                .unwrap_or_else(|| (default_of(key.name), Origin::Default));
            given.push((key, values, origin));
        }
        let configuration = Self::parse(given, file, &mut problems);
        if problems.is_empty() { Ok(configuration) } else { Err(WrongUse(problems.join("\n       ")).into()) }
    }

    fn parse(
        given: Vec<(&'static Key, Vec<String>, Origin)>,
        file: Option<PathBuf>,
        problems: &mut Vec<String>,
    ) -> Self {
        let mut reader = Reader { given: &given, problems };
        let data = reader.first("data").map_or_else(|| PathBuf::from(DATA), PathBuf::from);
        let listen =
            reader.one("listen", "an address and port such as 127.0.0.1:8080", |text| text.parse().ok());
        let address = |text: &str| HubAddress::parse(text).ok();
        let url = reader.one("url", "a web address such as https://hub.example.org", address);
        let aliases = reader.all("aliases", "web addresses such as https://old.example.org", address);
        let network = "a network such as 10.0.0.0/8 or ::1/128";
        let trusted_proxies = reader.all("trusted_proxies", network, |text| text.parse().ok());
        let allow_private = reader.all("network.allow_private", network, |text| text.parse().ok());
        let allow_ports = reader.all("network.allow_ports", "ports such as 80 and 443", |text| {
            text.parse().ok().filter(|port| *port != 0)
        });
        let blob_url = reader.one("blob_url", "an address such as s3://bucket/prefix", |text| {
            Url::parse(text).ok().filter(|url| url.scheme() == "s3" && url.has_host())
        });
        let clamd = reader.one(
            "clamd",
            "a socket such as /run/clamav/clamd.ctl or host and port such as 127.0.0.1:3310",
            Clamd::parse,
        );
        let database_url =
            reader.one("database_url", "an address such as postgres://user@host/database", |text| {
                let known =
                    ["postgres://", "postgresql://", "sqlite:"].iter().any(|start| text.starts_with(start));
                known.then(|| Secret::new(text))
            });
        let mail_url = reader.first("mail_url").map(Secret::new);
        let mail_from = reader.first("mail_from");
        let mail_ca = reader.first("mail_ca");
        let mail_authorities = mail_ca.map_or_else(|| Ok(Authorities::default()), |path| authorities(&path));
        let mail_authorities = mail_authorities.unwrap_or_else(|why| {
            problems.push(why);
            Authorities::default()
        });
        match (&mail_url, &mail_from) {
            (Some(mail_url), Some(mail_from)) => {
                if let Err(error) = Mailer::new(mail_url.expose(), mail_from, &mail_authorities) {
                    problems.push(error.to_string());
                }
            }
            (Some(_), None) => {
                problems.push("mail_url needs mail_from, such as Course hub <hub@example.org>".to_owned());
            }
            (None, _) => {}
        }
        let listen = listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let network = NetworkPolicy { allow_private, allow_ports };
        Self {
            data,
            listen,
            url,
            aliases,
            trusted_proxies,
            mail_url,
            mail_from,
            mail_authorities,
            database_url,
            blob_url,
            clamd,
            network,
            given,
            file,
        }
    }

    /// The mail server, if one is configured.
    ///
    /// # Errors
    /// If TLS cannot be prepared; all else was checked before.
    pub fn mailer(&self) -> anyhow::Result<Option<Mailer>> {
        Ok(match (&self.mail_url, &self.mail_from) {
            (Some(mail_url), Some(mail_from)) => {
                Some(Mailer::new(mail_url.expose(), mail_from, &self.mail_authorities)?)
            }
            _ => None,
        })
    }

    /// As a TOML file, with where each value comes from; passwords are masked.
    pub fn printed(&self) -> String {
        let mut text = String::new();
        let mut table = "";
        for (key, values, origin) in &self.given {
            let (in_table, name) = key.name.split_once('.').unwrap_or(("", key.name));
            if in_table != table {
                table = in_table;
                let _ = writeln!(text, "\n[{table}]");
            }
            let shown: Vec<String> = values.iter().map(|value| shown(key, value)).collect();
            let value = match (key.is_list, shown.first()) {
                (true, _) => format!("[{}]", shown.join(", ")),
                (false, Some(value)) => value.clone(),
                (false, None) => {
                    let _ = writeln!(text, "# {name} is not set");
                    continue;
                }
            };
            let _ = writeln!(text, "{name} = {value}  # {origin}");
        }
        text
    }

    /// Where a value comes from.
    pub fn origin(&self, name: &str) -> Origin {
        let found = self.given.iter().find(|(key, ..)| key.name == name);
        found.map_or(Origin::Default, |(.., origin)| *origin)
    }
}

/// The data folder if nobody says otherwise.
const DATA: &str = "coursehub-data";

fn default_of(name: &str) -> Vec<String> {
    match name {
        "data" => vec![DATA.to_owned()],
        "listen" => vec!["127.0.0.1:8080".to_owned()],
        "network.allow_ports" => NetworkPolicy::default().allow_ports.iter().map(u16::to_string).collect(),
        _ => Vec::new(),
    }
}

fn split(key: &Key, text: &str) -> Vec<String> {
    if !key.is_list {
        return vec![text.to_owned()];
    }
    text.split([',', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A variable that looks like one of ours and is none. Names that are not near any are somebody else's: an
/// orchestrator makes `COURSEHUB_PORT` for a service of that name.
fn mistyped(name: &str) -> Option<String> {
    let known = || KEYS.iter().map(|key| key.variable).chain(OTHER_VARIABLES.iter().copied());
    let own = name.strip_prefix("COURSEHUB_")?;
    if known().any(|known| known == name) || own.starts_with("TEST_") {
        return None;
    }
    let near = nearest(own, known().filter_map(|known| known.strip_prefix("COURSEHUB_")))?;
    Some(format!("there is no variable {name}, did you mean COURSEHUB_{near}"))
}

fn shown(key: &Key, value: &str) -> String {
    let masked = if SECRET_KEYS.contains(&key.name) { masked(value) } else { value.to_owned() };
    let is_number = key.name == "network.allow_ports";
    if is_number { masked } else { toml::Value::String(masked).to_string() }
}

/// An address without the passwords in it.
pub fn masked(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return "(set, not shown)".to_owned() };
    if url.password().is_some() && url.set_password(Some("***")).is_err() {
        return "(set, not shown)".to_owned();
    }
    if url.query().is_some_and(|query| query.to_ascii_lowercase().contains("password")) {
        url.set_query(Some("***"));
    }
    url.to_string()
}

/// Takes values out of what was given and notes what does not fit.
struct Reader<'a> {
    given: &'a [(&'static Key, Vec<String>, Origin)],
    problems: &'a mut Vec<String>,
}

impl Reader<'_> {
    fn values(&self, name: &str) -> (&[String], Origin) {
        let found = self.given.iter().find(|(key, ..)| key.name == name);
        found.map_or((&[], Origin::Default), |(_, values, origin)| (values.as_slice(), *origin))
    }

    fn first(&self, name: &str) -> Option<String> {
        self.values(name).0.first().cloned().filter(|text| !text.is_empty())
    }

    fn one<T>(&mut self, name: &'static str, wanted: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.all(name, wanted, parse).pop()
    }

    fn all<T>(&mut self, name: &'static str, wanted: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let (values, origin) = self.values(name);
        let (mut parsed, mut problems) = (Vec::new(), Vec::new());
        for value in values.iter().filter(|value| !value.is_empty()) {
            if let Some(value) = parse(value) {
                parsed.push(value);
            } else {
                let value = if SECRET_KEYS.contains(&name) { "the value" } else { value };
                problems.push(format!("{name} ({origin}): \"{value}\" does not fit, it takes {wanted}"));
            }
        }
        self.problems.append(&mut problems);
        parsed
    }
}

/// What the file is called in messages.
fn name_of(path: &Path) -> String {
    path.display().to_string()
}

/// The authorities of a PEM file.
fn authorities(path: &str) -> Result<Authorities, String> {
    let pem =
        std::fs::read_to_string(path).map_err(|error| format!("mail_ca: {path} cannot be read: {error}"))?;
    Authorities::from_pem(&pem).map_err(|error| format!("mail_ca: {path}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(
        file: &str,
        flags: (Place, Serve),
        variables: &[(&str, &str)],
    ) -> anyhow::Result<Configuration> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("hub.toml");
        std::fs::write(&path, file)?;
        let place = Place { config: Some(path), ..flags.0 };
        let variable = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        Configuration::join(&place, &flags.1, variable)
    }

    #[test]
    fn a_flag_beats_a_variable_which_beats_the_file_which_beats_the_default() {
        let file = "data = '/file'\nlisten = '127.0.0.1:1'\nurl = 'http://file.example'";
        let flags = (Place { data: Some("/flag".into()), config: None }, Serve { listen: None, url: None });
        let variables = [("COURSEHUB_DATA", "/variable"), ("COURSEHUB_LISTEN", "127.0.0.1:2")];
        let found = joined(file, flags, &variables).unwrap();
        assert_eq!(found.data, PathBuf::from("/flag"));
        assert_eq!(found.listen.port(), 2);
        assert_eq!(found.url.as_ref().unwrap().as_str(), "http://file.example");
        assert_eq!(found.network, NetworkPolicy::default());
        assert_eq!(found.origin("data"), Origin::Flag);
        assert_eq!(found.origin("listen"), Origin::Variable("COURSEHUB_LISTEN"));
        assert_eq!(found.origin("url"), Origin::File);
        assert_eq!(found.origin("mail_url"), Origin::Default);
    }

    #[test]
    fn every_wrong_key_and_value_is_told_at_once() {
        let file = "databse_url = 'x'\nlisten = 'here'\n[network]\nallow_privat = []\nallow_ports = ['all']";
        let error = joined(file, Default::default(), &[]).err().unwrap().to_string();
        assert!(error.contains("databse_url") && error.contains("did you mean \"database_url\""), "{error}");
        assert!(error.contains("did you mean \"network.allow_private\""), "{error}");
        assert!(error.contains("\"here\" does not fit"), "{error}");
        assert!(error.contains("\"all\" does not fit"), "{error}");
    }

    #[test]
    fn lists_come_from_variables_too() {
        let variables = [
            ("COURSEHUB_NETWORK_ALLOW_PRIVATE", "10.0.0.0/8, ::1/128"),
            ("COURSEHUB_NETWORK_ALLOW_PORTS", "81"),
        ];
        let found = joined("", Default::default(), &variables).unwrap();
        assert_eq!(found.network.allow_private.len(), 2);
        assert_eq!(found.network.allow_ports, [81]);
    }

    #[test]
    fn printing_hides_passwords_and_gives_a_file_that_can_be_read_again() {
        let file = "database_url = 'postgres://hub:sesame@db.example/hub'\n\
            mail_url = 'smtps://hub:sesame@mail.example'\nmail_from = 'hub@example.org'\n\
            aliases = ['https://old.example']\n[network]\nallow_ports = [80, 8443]";
        let printed = joined(file, Default::default(), &[]).unwrap().printed();
        assert!(!printed.contains("sesame"), "{printed}");
        let again = joined(&printed, Default::default(), &[]).unwrap();
        assert_eq!(again.network.allow_ports, [80, 8443]);
        assert_eq!(again.aliases[0].as_str(), "https://old.example");
    }

    #[test]
    fn a_mistyped_variable_is_noticed_and_a_strangers_is_not() {
        assert!(mistyped("COURSEHUB_DATABSE_URL").unwrap().contains("COURSEHUB_DATABASE_URL"));
        assert!(mistyped("COURSEHUB_LISTN").unwrap().contains("COURSEHUB_LISTEN"));
        for stranger in ["COURSEHUB_PORT", "COURSEHUB_SERVICE_HOST", "COURSEHUB_TEST_DATABASE_URL", "PATH"] {
            assert_eq!(mistyped(stranger), None, "{stranger}");
        }
        for key in KEYS {
            assert_eq!(mistyped(key.variable), None);
        }
    }

    #[test]
    fn mail_needs_a_sender() {
        let error = joined("mail_url = 'smtp://localhost'", Default::default(), &[]).err().unwrap();
        assert!(error.to_string().contains("mail_from"), "{error}");
    }
}
