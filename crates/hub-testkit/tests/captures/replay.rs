//! A hub in the state of the recordings, and one recording after the other put to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use hub_sample::course::Course;
use hub_sample::site::{Family, SimulatedSite, SiteOptions};
use hub_testkit::{Engine, HubOptions, TestHub, example_course};

use super::compare::{self, ABSENT, Fields};
use super::recording::{self, Exchange, header};
use super::wire::{self, Answer};

/// The recorded hub had been filled with ten thousand courses for another trial.
const MASKED: &[(&str, &str)] = &[
    ("95-zend-client-2.6#2", "result.courses"),
    ("95-zend-client-2.6#2", "result.enrollablecourses"),
    ("95-zend-client-2.6#2", "result.downloadablecourses"),
];

/// A difference as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub at: String,
    pub path: String,
    pub recorded: String,
    pub ours: String,
}

/// The hub, the site whose address is `school.example`, and what was learned on the way.
pub struct Replay {
    pub hub: TestHub,
    folder: PathBuf,
    site: SimulatedSite,
    course: Course,
    /// Tokens of the recording and ours that took their place.
    tokens: BTreeMap<String, String>,
    /// Publications of the recording and ours.
    ids: BTreeMap<String, String>,
    probes_seen: usize,
    /// Put before the names of recordings that are replayed in another state as well.
    pub named: &'static str,
    pub replayed: Vec<String>,
    pub seen: Vec<Seen>,
}

impl Replay {
    pub async fn start(engine: Engine, folder: PathBuf) -> Self {
        let options = HubOptions {
            host: Some("hub.example".to_owned()),
            names: ["hub.example", "school.example"]
                .map(|name| (name.to_owned(), std::net::Ipv4Addr::LOCALHOST.into()))
                .to_vec(),
            ..HubOptions::default()
        };
        let hub = TestHub::start_with(engine, options).await;
        // As the settings form of the recording says (02).
        for (key, value) in [
            ("name", "Example Hub"),
            ("description", "A hub for tests & examples"),
            ("contact_name", "Admin User"),
            ("contact_email", "admin@hub.example"),
        ] {
            hub.set(key, value).await;
        }
        let site =
            SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Example School")).await.unwrap();
        Self {
            hub,
            folder,
            site,
            course: example_course("BOT-PHOTO"),
            tokens: BTreeMap::new(),
            ids: BTreeMap::new(),
            probes_seen: 0,
            named: "",
            replayed: Vec::new(),
            seen: Vec::new(),
        }
    }

    /// Puts the exchanges of a recording with the hub to ours, but for those whose numbers are in `without`.
    pub async fn file_without(&mut self, name: &str, without: &[usize]) -> Vec<Answer> {
        let exchanges = recording::read(&self.folder.join(format!("{name}.txt")));
        let probes =
            exchanges.iter().filter(|exchange| exchange.between.starts_with("hub ->")).map(probe_line);
        let probes: Vec<String> = probes.collect();
        let mut answers = Vec::new();
        let to_hub = exchanges.iter().filter(|exchange| exchange.is_to_hub());
        for (number, exchange) in (1..).zip(to_hub).filter(|(number, _)| !without.contains(number)) {
            answers.push(self.exchange(&format!("{}{name}#{number}", self.named), exchange).await);
        }
        self.compare_probes(name, &probes);
        self.replayed.push(name.to_owned());
        answers
    }

    /// Takes our token for one of the recordings.
    pub fn take_token(&mut self, recorded: &str, answer: &Answer) {
        let ours = token_in(answer.header("Location")).expect("a token");
        self.tokens.insert(recorded.to_owned(), ours);
    }

    pub async fn file(&mut self, name: &str) -> Vec<Answer> {
        self.file_without(name, &[]).await
    }

    /// The one exchange of a recording, whose page must hold these texts, in whatever case.
    pub async fn page(&mut self, name: &str, texts: &[&str]) {
        let answers = self.file(name).await;
        let page = self.as_recorded(&answers.last().unwrap().text()).to_lowercase();
        for text in texts {
            assert!(page.contains(text), "{name}: \"{text}\" is not in {page}");
        }
    }

    async fn exchange(&mut self, at: &str, exchange: &Exchange) -> Answer {
        let request = self.request(exchange);
        let mut answer = wire::send(self.hub.port(), &request).await;
        if exchange.is_page() {
            // As a browser does; where the recording leads away, that is compared instead.
            while (300..400).contains(&answer.status) && exchange.status == 200 {
                let location = answer.header("Location").to_owned();
                let path = location.strip_prefix(&self.hub.url()).unwrap_or(&location);
                assert!(path.starts_with('/'), "{at}: leads away to {location}");
                let request = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
                answer = wire::send(self.hub.port(), request.as_bytes()).await;
            }
        }
        let (mut recorded, mut ours) = (compare::recorded(exchange), compare::ours(exchange, &answer));
        for value in ours.values_mut() {
            *value = self.as_recorded(value);
        }
        self.tell_tokens(&mut recorded, &mut ours);
        self.learn(&recorded, &mut ours);
        self.differences(at, &recorded, &ours);
        answer
    }

    /// The recorded request with our port, our tokens and the files that were left out of the recording.
    fn request(&self, exchange: &Exchange) -> Vec<u8> {
        let multipart =
            header(&exchange.headers, "Content-Type").is_some_and(|kind| kind.starts_with("multipart/"));
        let body = if multipart {
            self.multipart(&exchange.body)
        } else {
            self.as_ours(&exchange.body).into_bytes()
        };
        let mut head = format!("{} {} HTTP/1.1\r\n", exchange.method, self.as_ours(&exchange.target));
        for (name, value) in &exchange.headers {
            let value = match name.as_str() {
                // Sites of that age leave the port out, browsers do not.
                "Host" if exchange.is_of_browser() => format!("{value}:{}", self.hub.port()),
                "Content-Length" => body.len().to_string(),
                "Connection" => continue,
                _ => value.clone(),
            };
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head.push_str("Connection: close\r\n\r\n");
        [head.into_bytes(), body].concat()
    }

    fn multipart(&self, body: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        for line in body.lines() {
            match line.strip_prefix('[').filter(|rest| rest.contains(" binary bytes, first 4 = ")) {
                Some(rest) if rest.contains("first 4 = 89504e47") => {
                    bytes.extend(hub_sample::picture::screenshot(&self.course, 1).bytes);
                }
                Some(_) => bytes.extend(self.site.back_up(&self.course)),
                None => bytes.extend(self.as_ours(line).into_bytes()),
            }
            bytes.extend(b"\r\n");
        }
        bytes
    }

    /// The package that takes the place of the recorded one, whose bytes were left out.
    pub fn package(&self) -> Vec<u8> {
        self.site.back_up(&self.course)
    }

    fn as_ours(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (host, port) in [("hub.example", self.hub.port()), ("school.example", self.site.address().port())]
        {
            for (start, colon) in [("http://", ":"), ("http%3A%2F%2F", "%3A")] {
                let named = format!("{start}{host}");
                let port_of_its_own = format!("{named}{colon}");
                text = text.replace(&port_of_its_own, "\u{1}");
                text = text.replace(&named, &format!("{named}{colon}{port}"));
                text = text.replace('\u{1}', &port_of_its_own);
            }
        }
        for (recorded, ours) in &self.tokens {
            text = text.replace(recorded, ours);
        }
        text
    }

    fn as_recorded(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for port in [self.hub.port(), self.site.address().port()] {
            text = text
                .replace(&format!("example:{port}"), "example")
                .replace(&format!("example%3A{port}"), "example");
        }
        text
    }

    /// Whether a registration gives the token it gave before, since the tokens themselves are masked.
    fn tell_tokens(&self, recorded: &mut Fields, ours: &mut Fields) {
        let Some(theirs) = recorded.get("Location").and_then(|location| token_in(location)) else { return };
        let known = self.tokens.get(&theirs);
        let words = |again: bool| if again { "as before" } else { "new" }.to_owned();
        recorded.insert("newtoken".to_owned(), words(known.is_some()));
        let our = ours.get("Location").and_then(|location| token_in(location));
        ours.insert("newtoken".to_owned(), words(known.is_some() && our.as_ref() == known));
    }

    /// Takes what the hub itself chose: tokens and ids for later requests; times and sizes are only looked at.
    fn learn(&mut self, recorded: &Fields, ours: &mut Fields) {
        for (path, value) in ours.iter_mut() {
            let Some(theirs) = recorded.get(path) else { continue };
            let member = path.rsplit('.').next().unwrap_or(path);
            if path == "Location" {
                if let (Some(theirs), Some(our)) = (token_in(theirs), token_in(value)) {
                    assert!(our.len() == 32 && our.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{our}");
                    *value = value.replace(&our, &theirs);
                    self.tokens.insert(theirs, our);
                }
            } else if path.starts_with("result[") && theirs.starts_with("int ") {
                self.ids.insert(theirs.clone(), value.clone());
                value.clone_from(theirs);
            } else {
                let good = match member {
                    "id" => self.ids.get(theirs) == Some(value),
                    "timemodified" => value.starts_with("int "),
                    "backupsize" => *value == format!("int {}", self.package().len()),
                    _ => false,
                };
                if good {
                    value.clone_from(theirs);
                }
            }
        }
    }

    fn differences(&mut self, at: &str, recorded: &Fields, ours: &Fields) {
        let paths: BTreeSet<&String> = recorded.keys().chain(ours.keys()).collect();
        let mut missing: Option<&String> = None;
        for path in paths {
            // What only one side has is told once, not with everything in it.
            let inside = |top: &String| {
                path.strip_prefix(top.as_str()).is_some_and(|rest| rest.starts_with(['.', '[']))
            };
            if missing.is_some_and(inside) || MASKED.contains(&(at, path)) {
                continue;
            }
            let value = |fields: &Fields| fields.get(path).map_or(ABSENT, String::as_str).to_owned();
            let (theirs, our) = (value(recorded), value(ours));
            if theirs != our {
                if theirs == ABSENT || our == ABSENT {
                    missing = Some(path);
                }
                self.seen.push(Seen { at: at.to_owned(), path: path.clone(), recorded: theirs, ours: our });
            }
        }
    }

    fn compare_probes(&mut self, name: &str, recorded: &[String]) {
        let received = self.site.received();
        let new = received[self.probes_seen..].iter();
        let ours: Vec<String> = new.map(|request| format!("{} {}", request.method, request.target)).collect();
        self.probes_seen = received.len();
        let line = |probes: &[String]| if probes.is_empty() { ABSENT.to_owned() } else { probes.join(", ") };
        let fields = |probes: &[String]| Fields::from([("probe".to_owned(), line(probes))]);
        self.differences(name, &fields(recorded), &fields(&ours));
    }
}

fn probe_line(exchange: &Exchange) -> String {
    format!("{} {}", exchange.method, exchange.target)
}

fn token_in(location: &str) -> Option<String> {
    let (_, rest) = location.split_once("newtoken=")?;
    Some(rest.split('&').next().unwrap_or_default().to_owned())
}
