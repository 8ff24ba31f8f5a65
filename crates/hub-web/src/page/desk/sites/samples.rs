//! Samples of these pages: usual, empty, and with everything that can be.

use hub_app::site::staff::Asked as Proof;
use hub_app::site::staff::find::{SiteChoices, SiteRow};
use hub_core::address::SiteAddress;
use hub_core::desk::Series;
use hub_core::site::{Counters, Site, SiteInfo, SiteState};
use hub_core::{SiteId, VersionId};
use jiff::SignedDuration;

use super::form;
use super::list::SitesDeskPage;
use super::query::Asked;
use super::show::{Evidence, JustNow, SeenRow, SiteDeskPage, TokenRow, buttons, said_rows};
use super::words::marks;
use crate::page::registration::{CompareRow, SiteFacts};
use crate::view::field::FormErrors;
use crate::view::ui::Ui;

/// As a new hub has it.
const SILENT_DAYS: u32 = 30;

fn address(text: &str) -> SiteAddress {
    SiteAddress::parse(text)
        .unwrap_or_else(|_| unreachable!("constant addresses; the test of all pages reads them"))
}

fn site(ui: &Ui, id: i64, name: &str, at: &str) -> Site {
    let ago = |hours| ui.now - SignedDuration::from_hours(hours);
    Site {
        id: SiteId(id),
        state: SiteState::Active,
        address: address(at),
        info: SiteInfo {
            name: name.to_owned(),
            description: "A school of eight hundred pupils between the lake and the railway line.".to_owned(),
            contact_name: "Ana Ruiz".to_owned(),
            contact_email: "ana@lakeside.example".to_owned(),
            language: "en".to_owned(),
            country: "CH".to_owned(),
            moodle_release: "4.5 (Build: 20241007)".to_owned(),
            counters: Counters { courses: Some(310), users: Some(12_804), ..Counters::default() },
            ..SiteInfo::default()
        },
        trusted: false,
        prioritised: false,
        in_directory: true,
        courses_per_day: None,
        identity: 1,
        waiting_name: None,
        waiting_address: None,
        registered_at: ago(9000),
        updated_at: ago(90),
        handshake_at: Some(ago(9000)),
        last_seen_at: Some(ago(5)),
        left_at: None,
        cloned_at: None,
        notes: String::new(),
    }
}

fn troubled(ui: &Ui) -> Site {
    let name = "Collège international de la Haute-Vallée et des communes avoisinantes, section générale";
    let mut site = site(ui, 8, name, "https://a-very-long-name-of-a-school.far-away.example/moodle");
    (site.trusted, site.prioritised, site.last_seen_at) = (true, true, None);
    site.cloned_at = Some(ui.now - SignedDuration::from_hours(30));
    site.waiting_name = Some("Collège de la Vallée".to_owned());
    site.waiting_address = Some(address("https://moodle.vallee.example"));
    "fr".clone_into(&mut site.info.language);
    site
}

impl SitesDeskPage {
    /// Sites in several states.
    pub fn sample(ui: Ui) -> Self {
        let mut waiting = site(&ui, 9, "مدرسة البحيرة", "http://192.0.2.7:8080/moodle");
        waiting.state = SiteState::Waiting;
        waiting.info.country.clear();
        let sites = [
            site(&ui, 7, "Lakeside Comprehensive School", "https://moodle.lakeside.example"),
            troubled(&ui),
            waiting,
        ];
        let rows = sites.into_iter().map(|site| {
            let mut row = SiteRow { site, counts: <_>::default() };
            (row.counts.courses, row.counts.waiting) = (1204, 3);
            row
        });
        let choices = SiteChoices {
            states: vec![("active".to_owned(), 230), ("waiting".to_owned(), 1)],
            countries: vec![(String::new(), 1), ("CH".to_owned(), 230)],
            languages: vec![("en".to_owned(), 200), ("fr".to_owned(), 31)],
            series: vec![(Series { major: 3, minor: 11 }, 4), (Series { major: 4, minor: 5 }, 227)],
        };
        let asked = Asked::read("q=lake&sort=seen&down=1&page=3");
        Self::new(ui, asked, &choices, rows.collect(), 231, SILENT_DAYS)
    }

    /// None at all, or none that match.
    pub fn sample_empty(ui: Ui, query: &str) -> Self {
        Self::new(ui, Asked::read(query), &SiteChoices::default(), Vec::new(), 0, SILENT_DAYS)
    }
}

impl SiteDeskPage {
    fn of(ui: Ui, site: Site) -> Self {
        Self {
            marks: marks(&site, ui.now, SILENT_DAYS),
            buttons: buttons(&site, 0),
            said: said_rows(&site, |_| None),
            settings: form::fields(ui.lang, &form::values(&site), &FormErrors::default()),
            was: form::values(&site),
            waiting: Vec::new(),
            courses: 12,
            tokens: vec![TokenRow {
                since: ui.now - SignedDuration::from_hours(900),
                used: Some(ui.now),
                ended: None,
            }],
            blocked: false,
            seen: Vec::new(),
            newcomer: None,
            asked: None,
            proof_checked: None,
            evidence: None,
            history: Vec::new(),
            just_now: JustNow::default(),
            wrong: FormErrors::default(),
            site,
            ui,
        }
    }

    /// A usual site.
    pub fn sample(ui: Ui) -> Self {
        let site = site(&ui, 7, "Lakeside Comprehensive School", "https://moodle.lakeside.example");
        Self::of(ui, site)
    }

    /// A site that waits to be accepted.
    pub fn sample_waiting(ui: Ui) -> Self {
        let mut site = site(&ui, 9, "Lakeside Comprehensive School", "https://moodle.lakeside.example");
        site.state = SiteState::Waiting;
        Self { tokens: Vec::new(), courses: 0, ..Self::of(ui, site) }
    }

    /// A site with all that can be.
    pub fn sample_troubled(ui: Ui) -> Self {
        let (site, now) = (troubled(&ui), ui.now);
        let then = now - SignedDuration::from_hours(40);
        let seen = |value: &str, times| SeenRow {
            value: value.to_owned(),
            first: then,
            last: now - SignedDuration::from_hours(1),
            times,
        };
        let new = SiteInfo { name: "Collège de la Vallée".to_owned(), ..site.info.clone() };
        let newcomer =
            CompareRow::all(SiteFacts::of(&site.info, &site.address), SiteFacts::of(&new, &site.address));
        let said = said_rows(&site, |field| (field == "country").then(|| ("DE".to_owned(), then)));
        Self {
            said,
            buttons: buttons(&site, 4),
            waiting: (1..=12).map(|id| (VersionId(id), format!("Photosynthesis, part {id}"))).collect(),
            seen: vec![seen("https://moodle.vallee.example", 12), seen("http://test.vallee.example:8080", 3)],
            newcomer: Some((then, newcomer)),
            blocked: true,
            asked: Some(Proof {
                code: "k2v9x0c7q4m1z8b5n3l6j0ha".to_owned(),
                file: "https://moodle.vallee.example/coursehub-k2v9x0c7q4m1z8b5n3l6j0ha.txt".to_owned(),
                meta: "<meta name=\"coursehub-proof\" content=\"k2v9x0c7q4m1z8b5n3l6j0ha\">".to_owned(),
                record: Some("_coursehub.lake.example".to_owned()),
            }),
            proof_checked: Some(then),
            evidence: Some(Evidence {
                method: "file".to_owned(),
                address: "https://moodle.vallee.example".to_owned(),
                at: then,
            }),
            history: crate::page::desk::audit::line::samples(&ui),
            just_now: JustNow {
                findings: vec![
                    (false, "the site answers (status 200)".to_owned()),
                    (true, "it is reached without encryption; passwords can be read on the way".to_owned()),
                ],
                steps: vec!["HEAD https://moodle.vallee.example: 200".to_owned(), "31 ms".to_owned()],
                looked: Some(vec!["the site answered with status 404".to_owned()]),
            },
            wrong: FormErrors::whole("another site is registered at this address"),
            ..Self::of(ui, site)
        }
    }
}
