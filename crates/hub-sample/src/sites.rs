//! The example sites: who they are and what they publish.
//!
//! Institutions, people and addresses are invented; the hosts end in `.example`, which nobody can register
//! (RFC 2606). The releases are those of the clients that spoke the classic protocol, from 2.7 to 4.0, with the
//! version numbers these releases carried.

use crate::site::{Family, SiteInfo, SiteOptions};

/// Who an example site is, how far the hub's staff trust it, and what it publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "most fields say what they are; the names are the registration form's")]
pub struct ExampleSite {
    pub name: &'static str,
    /// Plain text.
    pub description: &'static str,
    /// Host name of its address, `https://{host}`.
    pub host: &'static str,
    /// ISO 639-1.
    pub language: &'static str,
    /// ISO 3166 alpha-2.
    pub country_code: &'static str,
    pub street: &'static str,
    pub contact_name: &'static str,
    pub contact_email: &'static str,
    /// The client that release has.
    pub family: Family,
    /// As Moodle's database has it.
    pub moodle_version: &'static str,
    pub moodle_release: &'static str,
    pub disclosure: Disclosure,
    pub standing: Standing,
    /// How many courses and users it has by its own count.
    pub courses: i64,
    pub users: i64,
    pub publications: &'static [Publication],
}

impl ExampleSite {
    /// The simulated Moodle of this site. It calls itself by its host name; a hub that probes addresses cannot
    /// reach that name, so a demo sets `wwwroot` to `None`.
    pub fn options(&self) -> SiteOptions {
        let mut options = SiteOptions::new(self.family, self.name);
        options.wwwroot = Some(format!("https://{}", self.host));
        options.info = SiteInfo {
            description: self.description.to_owned(),
            privacy: self.disclosure.code().to_owned(),
            language: self.language.to_owned(),
            street: self.street.to_owned(),
            country_code: self.country_code.to_owned(),
            contact_name: self.contact_name.to_owned(),
            contact_email: self.contact_email.to_owned(),
            moodle_version: self.moodle_version.to_owned(),
            moodle_release: self.moodle_release.to_owned(),
            courses: self.courses,
            users: self.users,
            ..options.info
        };
        options
    }
}

/// How a site wants to stand in the public list (classic protocol notes, section 9.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// Not at all.
    NotDisplayed,
    /// By its name.
    Named,
    /// By its name, with a link to it.
    Linked,
}

impl Disclosure {
    /// The word used on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotDisplayed => "notdisplayed",
            Self::Named => "named",
            Self::Linked => "linked",
        }
    }
}

/// What staff have decided about a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// New: whatever it publishes waits for review.
    Untrusted,
    /// What it publishes is listed at once.
    Trusted,
    /// Trusted, and first in the list of sites.
    Prioritised,
}

/// One course of a site and how it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Short name of a course of [`crate::courses::all`].
    pub course: &'static str,
    /// As what.
    pub published_as: PublishedAs,
    /// How many screenshots go with each publication; the forms take three (classic protocol notes, section 9.5).
    pub screenshots: u32,
}

/// In which form a course is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedAs {
    /// A link to the course on its site.
    Advert,
    /// A package to download.
    Share,
    /// Both: one course with two publications.
    AdvertAndShare,
}

impl PublishedAs {
    /// Whether a link is published.
    pub fn is_advertised(self) -> bool {
        matches!(self, Self::Advert | Self::AdvertAndShare)
    }

    /// Whether a package is published.
    pub fn is_shared(self) -> bool {
        matches!(self, Self::Share | Self::AdvertAndShare)
    }
}

const fn advert(course: &'static str, screenshots: u32) -> Publication {
    Publication { course, published_as: PublishedAs::Advert, screenshots }
}

const fn share(course: &'static str, screenshots: u32) -> Publication {
    Publication { course, published_as: PublishedAs::Share, screenshots }
}

const fn advert_and_share(course: &'static str, screenshots: u32) -> Publication {
    Publication { course, published_as: PublishedAs::AdvertAndShare, screenshots }
}

/// Every example site, in the order in which they register.
pub fn all() -> &'static [ExampleSite] {
    SITES
}

const SITES: &[ExampleSite] = &[
    ExampleSite {
        name: "Lough Corrib Open School",
        description: "A school without walls for the islands and villages around Lough Corrib: evening classes, \
                      home learners and a small team that writes its own courses and gives them away.",
        host: "learn.loughcorrib.example",
        language: "en",
        country_code: "IE",
        street: "3 Quay Lane, Oughterbridge, Co. Galway",
        contact_name: "Mairead Lally",
        contact_email: "mairead.lally@loughcorrib.example",
        family: Family::ExtPatched,
        moodle_version: "2018051718.00",
        moodle_release: "3.5.18 (Build: 20210510)",
        disclosure: Disclosure::Linked,
        standing: Standing::Prioritised,
        courses: 64,
        users: 912,
        publications: &[
            share("BOT-PHOTO", 3),
            advert_and_share("MATH-LIN1", 2),
            advert("FA-BASIC", 1),
            share("PY-START", 2),
        ],
    },
    ExampleSite {
        name: "Wattle Creek Learning Network",
        description: "Eleven community houses share one Moodle. We teach what people ask for, from spreadsheets \
                      to spokes, and like courses that can be printed for places without a connection.",
        host: "moodle.wattlecreek.example",
        language: "en",
        country_code: "AU",
        street: "117 Station Road, Wattle Creek VIC",
        contact_name: "Fatuma Hassan",
        contact_email: "learning@wattlecreek.example",
        family: Family::Zend,
        moodle_version: "2014051220.00",
        moodle_release: "2.7.20 (Build: 20170508)",
        disclosure: Disclosure::Linked,
        standing: Standing::Trusted,
        courses: 38,
        users: 2150,
        publications: &[
            share("BIKE-FIX", 2),
            share("STAT-SHEET", 2),
            share("PHIL-TE", 1),
            advert("CHESS-END", 1),
        ],
    },
    ExampleSite {
        name: "Volkshochschule Rabental",
        description: "Abendkurse seit 1952, online seit 2009: Sprachen, Natur, Technik und Geschichte für alle \
                      im Rabental. Unsere Kursleitungen teilen gern, was sich bewährt hat.",
        host: "kurse.vhs-rabental.example",
        language: "de",
        country_code: "DE",
        street: "Am Mühlgraben 4, 79999 Rabental",
        contact_name: "Katrin Osterloh",
        contact_email: "osterloh@vhs-rabental.example",
        family: Family::ExtPatched,
        moodle_version: "2021051718.00",
        moodle_release: "3.11.18 (Build: 20231211)",
        disclosure: Disclosure::Linked,
        standing: Standing::Trusted,
        courses: 143,
        users: 4870,
        publications: &[
            advert("DAF-A1", 2),
            share("PHY-STROM", 2),
            share("HIS-DRUCK", 3),
            advert_and_share("IMKERN-1", 2),
        ],
    },
    ExampleSite {
        name: "Red de Escuelas Sierra Madre",
        description: "Diecinueve escuelas rurales y un equipo itinerante de docentes. Publicamos materiales \
                      probados en aula, con poca conexión y mucha conversación.",
        host: "aula.sierramadre.example",
        language: "es",
        country_code: "MX",
        street: "Calle del Encino 21, San Isidro de la Sierra, Oaxaca",
        contact_name: "Rosa Elvira Cárdenas",
        contact_email: "redaccion@sierramadre.example",
        family: Family::ExtUnpatched,
        moodle_version: "2016052318.00",
        moodle_release: "3.1.18 (Build: 20190513)",
        disclosure: Disclosure::Named,
        standing: Standing::Trusted,
        courses: 87,
        users: 3320,
        publications: &[
            share("LIT-POESIA", 2),
            share("CN-AGUA", 3),
            share("SAL-NUTRI", 2),
            advert("FIN-PERS", 1),
        ],
    },
    ExampleSite {
        name: "Université populaire des Deux Rives",
        description: "Des bénévoles, un fournil, un labo photo et une grande salle. Nos ateliers durent un mois \
                      et laissent derrière eux un cours que chacun peut reprendre.",
        host: "cours.deuxrives.example",
        language: "fr",
        country_code: "FR",
        street: "12 quai des Tanneurs, 69990 Deux-Rives",
        contact_name: "Maëlle Kerdoncuff",
        contact_email: "bonjour@deuxrives.example",
        family: Family::ExtPatched,
        moodle_version: "2022041912.00",
        moodle_release: "4.0.12 (Build: 20231211)",
        disclosure: Disclosure::Linked,
        standing: Standing::Trusted,
        courses: 52,
        users: 1240,
        publications: &[
            share("FLE-SONS", 2),
            share("PAIN-LEVAIN", 3),
            advert("PHOTO-CADRE", 2),
            share("LSF-CULT", 1),
        ],
    },
    ExampleSite {
        name: "شبكة مدارس الياسمين",
        description: "أربع مدارس ومركز ثقافي في عمّان والزرقاء. نؤمن بأن الدرس الجيد يُكتب مرة ويُعلَّم ألف مرة، \
                      وننشر مقرراتنا بالعربية ليستفيد منها كل معلم.",
        host: "madaris.yasmin.example",
        language: "ar",
        country_code: "JO",
        street: "شارع الزيتون 8، عمّان",
        contact_name: "هاجر المنصوري",
        contact_email: "hajar@yasmin.example",
        family: Family::ExtPatched,
        moodle_version: "2020061525.00",
        moodle_release: "3.9.25 (Build: 20231211)",
        disclosure: Disclosure::Linked,
        standing: Standing::Trusted,
        courses: 71,
        users: 2680,
        publications: &[share("FAN-KHATT", 3), share("FALAK-1", 2), advert_and_share("IELAM-TAHQIQ", 1)],
    },
    ExampleSite {
        name: "あおば台市民講座",
        description: "公民館の講座から生まれた教材を公開しています。俳句、地域の歴史、やさしい科学など、少人数で学べる\
                      ものを大切にしています。",
        host: "manabi.aobadai.example",
        language: "ja",
        country_code: "JP",
        street: "あおば台三丁目5-2",
        contact_name: "三宅 航",
        contact_email: "miyake@aobadai.example",
        family: Family::ExtPatched,
        moodle_version: "2019111809.00",
        moodle_release: "3.8.9 (Build: 20210510)",
        disclosure: Disclosure::Named,
        standing: Standing::Trusted,
        courses: 18,
        users: 405,
        publications: &[share("KOKUGO-HAIKU", 2)],
    },
    ExampleSite {
        name: "Escola do Cais",
        description: "Escola básica e secundária junto ao rio, com clube de ciência e banda de música. Estamos a \
                      começar a partilhar os nossos cursos.",
        host: "aprender.escoladocais.example",
        language: "pt",
        country_code: "PT",
        street: "Rua da Alfândega 40, 4999-001 Vila do Cais",
        contact_name: "Teresa Valadares",
        contact_email: "moodle@escoladocais.example",
        family: Family::ExtPatched,
        moodle_version: "2017051509.00",
        moodle_release: "3.3.9 (Build: 20181112)",
        disclosure: Disclosure::Linked,
        standing: Standing::Untrusted,
        courses: 29,
        users: 780,
        publications: &[share("GEO-RIOS", 2), advert("MUS-TEORIA", 1)],
    },
    ExampleSite {
        name: "Навчальний центр «Тиса»",
        description: "Короткі практичні курси для громад, бібліотек і невеликих організацій Закарпаття. Вчимо \
                      того, що можна застосувати вже наступного тижня.",
        host: "kursy.tysa.example",
        language: "uk",
        country_code: "UA",
        street: "вул. Садова, 14, смт Прирічне",
        contact_name: "Оксана Гнатюк",
        contact_email: "oksana@tysa.example",
        family: Family::ExtPatched,
        moodle_version: "2020110911.00",
        moodle_release: "3.10.11 (Build: 20220509)",
        disclosure: Disclosure::NotDisplayed,
        standing: Standing::Untrusted,
        courses: 11,
        users: 264,
        publications: &[share("PM-START", 1)],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Standing, all};
    use crate::courses;

    #[test]
    fn every_course_is_published_by_one_site_of_its_language() {
        let mut left: BTreeSet<_> = courses::all().into_iter().map(|course| course.short_name).collect();
        for site in all() {
            for publication in site.publications {
                assert!(left.remove(publication.course), "{}: {}", site.name, publication.course);
                let course =
                    courses::all().into_iter().find(|course| course.short_name == publication.course);
                assert_eq!(course.unwrap().language, site.language, "{}", publication.course);
                assert!((1..=3).contains(&publication.screenshots), "{}", publication.course);
            }
        }
        assert!(left.is_empty(), "nobody publishes {left:?}");
    }

    #[test]
    fn enough_is_listed_and_some_waits() {
        let count = |is_waiting: bool| -> usize {
            let sites = all().iter().filter(|site| (site.standing == Standing::Untrusted) == is_waiting);
            sites.map(|site| site.publications.len()).sum()
        };
        assert!(count(false) >= 24, "{} courses are listed", count(false));
        assert!(count(true) >= 2, "{} courses wait", count(true));
        let kinds =
            all().iter().flat_map(|site| site.publications).map(|publication| publication.published_as);
        assert!(kinds.clone().filter(|kind| kind.is_advertised()).count() >= 5);
        assert!(kinds.filter(|kind| kind.is_shared()).count() >= 15);
    }

    #[test]
    fn a_simulated_site_tells_what_the_example_says() {
        for site in all() {
            let options = site.options();
            assert_eq!(options.wwwroot, Some(format!("https://{}", site.host)));
            assert_eq!(
                (options.info.name.as_str(), options.info.language.as_str()),
                (site.name, site.language)
            );
            assert_eq!(options.info.privacy, site.disclosure.code());
            assert_eq!(options.info.moodle_release, site.moodle_release);
        }
    }

    #[test]
    fn sites_are_distinct_and_invented() {
        let mut hosts = BTreeSet::new();
        for site in all() {
            assert!(site.host.ends_with(".example") && hosts.insert(site.host), "{}", site.host);
            assert!(site.contact_email.ends_with(".example"), "{}", site.contact_email);
            assert!(!site.description.contains('<'), "{}", site.name);
        }
        let countries: BTreeSet<_> = all().iter().map(|site| site.country_code).collect();
        assert_eq!(countries.len(), all().len());
        assert!(all().len() >= 5);
    }
}
