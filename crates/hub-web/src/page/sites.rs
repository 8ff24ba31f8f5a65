//! The site list: sites that staff shows and that agreed to be shown.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use hub_app::site::directory;
use hub_app::{App, AppError};
use hub_core::{SiteId, vocabulary};
use jiff::Timestamp;

use super::fill;
use super::visitor::Visitor;
use crate::i18n::{Lang, folded, initial};
use crate::view::parts::{Pager, PagerStep};
use crate::view::ui::Ui;

/// A site in the list.
#[derive(Clone, Debug)]
pub struct SiteRow {
    /// Its id.
    pub id: SiteId,
    /// Its name.
    pub name: String,
    /// Country code, or empty.
    pub country: String,
    /// Language code, or empty.
    pub language: String,
    /// Its public courses.
    pub courses: i64,
    /// When it first registered.
    pub since: Timestamp,
    /// Whether staff put it first.
    pub prioritised: bool,
}

/// Sites whose names begin with one letter.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The letter, or `#`.
    pub letter: String,
    /// Id of its heading.
    pub anchor: String,
    /// Its sites.
    pub sites: Vec<SiteRow>,
}

/// The site list.
#[derive(Template)]
#[template(path = "page/sites.html")]
pub struct SitesPage {
    /// What every page has.
    pub ui: Ui,
    /// Words looked for.
    pub words: String,
    /// Chosen country, or empty.
    pub country: String,
    /// Chosen language, or empty.
    pub language: String,
    /// Countries there are: code and name.
    pub countries: Vec<(String, String)>,
    /// Languages there are: code and name.
    pub languages: Vec<(String, String)>,
    /// Sites found.
    pub total: i64,
    /// Those that stand first.
    pub prioritised: Vec<SiteRow>,
    /// The others by letter.
    pub letters: Vec<Letter>,
    /// Other pages.
    pub pager: Pager,
}

/// Sites on one page of the list, as the classic hub had it (protocol notes, 9.5).
const PER_PAGE: usize = 100;

/// What the list is narrowed by.
#[derive(Clone, Debug, Default)]
struct Narrowed {
    q: String,
    country: String,
    language: String,
    page: usize,
}

impl Narrowed {
    /// What it does not know is left out.
    fn parse(query: &str) -> Self {
        let mut narrowed = Self::default();
        for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let value = hub_core::text::cut_line(&value, 100);
            match &*key {
                "q" => narrowed.q = value,
                "country" => narrowed.country = value,
                "language" => narrowed.language = value,
                "page" => narrowed.page = value.parse().unwrap_or_default(),
                _ => {}
            }
        }
        narrowed
    }

    fn takes(&self, site: &SiteRow) -> bool {
        let name = folded(&site.name);
        self.q.split_whitespace().all(|word| name.contains(&folded(word)))
            && (self.country.is_empty() || self.country == site.country)
            && (self.language.is_empty() || self.language == vocabulary::base_language(&site.language))
    }

    fn path(&self, page: usize) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let page = if page > 1 { page.to_string() } else { String::new() };
        for (key, value) in
            [("q", &self.q), ("country", &self.country), ("language", &self.language), ("page", &page)]
        {
            if !value.is_empty() {
                query.append_pair(key, value);
            }
        }
        let query = query.finish();
        if query.is_empty() { "/sites".to_owned() } else { format!("/sites?{query}") }
    }
}

/// Answers `/sites`.
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    match page(&app, &visitor, Narrowed::parse(query.as_deref().unwrap_or_default())).await {
        Ok(page) => visitor.page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, narrowed: Narrowed) -> Result<SitesPage, AppError> {
    let lang = visitor.ui.lang;
    let mut sites = fill::site_rows(&directory::list(app, visitor.viewer).await?);
    let all = |code: fn(&SiteRow) -> String| -> Vec<String> {
        sites.iter().map(code).filter(|code| !code.is_empty()).collect()
    };
    let countries = named(lang, all(|site| site.country.clone()), |code| lang.country(code));
    let languages = all(|site| vocabulary::base_language(&site.language));
    let languages = named(lang, languages, |code| lang.language_name(code));
    sites.retain(|site| narrowed.takes(site));
    order(lang, &mut sites);
    let total = sites.len();
    let pages = total.div_ceil(PER_PAGE).max(1);
    let page = narrowed.page.clamp(1, pages);
    let shown = sites.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE);
    let (prioritised, others): (Vec<_>, Vec<_>) = shown.partition(|site| site.prioritised);
    let mut ui = visitor.ui.clone();
    ui.here = narrowed.path(page);
    Ok(SitesPage {
        pager: Pager::new(page, pages, |page| ui.urls.to(&narrowed.path(page))),
        total: i64::try_from(total).unwrap_or(i64::MAX),
        words: narrowed.q,
        country: narrowed.country,
        language: narrowed.language,
        countries,
        languages,
        prioritised,
        letters: by_letter(others),
        ui,
    })
}

/// Orders sites as the list shows them: prioritised first, then by name as the visitor's language orders names.
pub fn order(lang: Lang, sites: &mut [SiteRow]) {
    sites.sort_by(|a, b| {
        b.prioritised.cmp(&a.prioritised).then_with(|| lang.compare(&a.name, &b.name)).then(a.id.cmp(&b.id))
    });
}

/// Puts ordered sites under their letters.
pub fn by_letter(sites: Vec<SiteRow>) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for site in sites {
        let letter = initial(&site.name);
        match letters.last_mut() {
            Some(last) if last.letter == letter => last.sites.push(site),
            _ => {
                let anchor = format!("letter-{}", letters.len() + 1);
                letters.push(Letter { letter, anchor, sites: vec![site] });
            }
        }
    }
    letters
}

/// Pairs of code and name, ordered by name.
pub fn named(lang: Lang, codes: Vec<String>, name: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = codes.into_iter().map(|code| (code.clone(), name(&code))).collect();
    pairs.sort_by(|a, b| lang.compare(&a.1, &b.1));
    pairs.dedup();
    pairs
}

#[cfg(any(test, debug_assertions))]
impl SiteRow {
    /// Sites in several scripts, not in order.
    pub fn samples() -> Vec<Self> {
        let names = [
            ("Zentralschule Ulm", "DE", "de", false),
            ("Äußere Neustadt Gymnasium", "DE", "de", false),
            ("Anna-Schmidt-Schule", "DE", "de", false),
            ("École du Lac", "CH", "fr", false),
            ("Eastfield College", "GB", "en", false),
            ("Colegio Ñandú", "AR", "es", false),
            ("Lakeside Comprehensive School", "IE", "en", true),
            ("مدرسة الزيتون", "JO", "ar", false),
            ("3rd Street School", "US", "en_us", false),
            ("Ministry of Education, Open Learning Directorate", "", "", true),
        ];
        (1..)
            .zip(names)
            .map(|(id, (name, country, language, prioritised))| Self {
                id: SiteId(id),
                name: name.to_owned(),
                country: country.to_owned(),
                language: language.to_owned(),
                courses: id * 7 % 12,
                since: Timestamp::from_second(1_795_373_220 - id * 10_000_000)
                    .unwrap_or(Timestamp::UNIX_EPOCH),
                prioritised,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(code: &str) -> Vec<String> {
        let mut sites = SiteRow::samples();
        order(Lang::from_code(code).unwrap(), &mut sites);
        sites.into_iter().map(|site| site.name).collect()
    }

    #[test]
    fn prioritised_sites_stand_first_and_the_others_by_name_never_by_bytes() {
        assert_eq!(
            names("de"),
            [
                "Lakeside Comprehensive School",
                "Ministry of Education, Open Learning Directorate",
                "3rd Street School",
                "Anna-Schmidt-Schule",
                "Äußere Neustadt Gymnasium",
                "Colegio Ñandú",
                "Eastfield College",
                "École du Lac",
                "Zentralschule Ulm",
                "مدرسة الزيتون",
            ]
        );
    }

    #[test]
    fn arabic_readers_find_arabic_names_before_latin_ones() {
        let names = names("ar");
        let at = |name: &str| names.iter().position(|found| found == name).unwrap();
        assert!(at("مدرسة الزيتون") < at("Anna-Schmidt-Schule"), "{names:?}");
    }

    #[test]
    fn a_letter_has_one_heading() {
        let mut sites = SiteRow::samples();
        sites.retain(|site| !site.prioritised);
        order(Lang::english(), &mut sites);
        let letters: Vec<_> = by_letter(sites).into_iter().map(|group| group.letter).collect();
        assert_eq!(letters, ["#", "A", "C", "E", "Z", "م"]);
    }
}
