//! `hub_get_courses`: from the wire to the hub's search, and from versions to course records.

use hub_app::App;
use hub_app::caller::Caller;
use hub_app::course::for_moodle::{MoodleSearch, Shown, search};
use hub_core::VersionId;
use hub_core::course::Kind;
use hub_core::query::{CourseQuery, Sort};
use hub_core::vocabulary::{Vocabularies, Vocabulary};
use hub_wire::moodle::{
    ContentCount, CourseAddress, CourseList, CourseRecord, Dialect, GetCourses, OrderBy, OwnerView, Rating,
};

use super::fault::Fault;

/// Hits of a mebis search that asks for the first page (protocol notes, 6.9).
const MEBIS_FIRST_PAGE: usize = 10;

pub(super) async fn find(app: &App, caller: &Caller, wanted: &GetCourses) -> Result<CourseList, Fault> {
    let results = search(app, caller, &to_search(app, wanted)).await?;
    let vocabularies = app.vocabularies();
    Ok(CourseList {
        total: i64::try_from(results.total).unwrap_or(i64::MAX),
        courses: results
            .versions
            .into_iter()
            .map(|shown| record(app, caller, wanted.dialect, &vocabularies, shown))
            .collect(),
    })
}

fn to_search(app: &App, wanted: &GetCourses) -> MoodleSearch {
    let options = &wanted.options;
    // The block sends its language with a region and `all` for every filter that is not used.
    let list =
        |value: &Option<String>| value.iter().filter(|value| *value != "all").cloned().collect::<Vec<_>>();
    let mebis = wanted.dialect == Dialect::Mebis;
    let page = usize::try_from(app.policy().courses_per_answer).unwrap_or(usize::MAX);
    let (offset, limit) = if options.defaultlimit {
        (0, MEBIS_FIRST_PAGE)
    } else {
        (usize::try_from(options.givememore).unwrap_or(usize::MAX), page)
    };
    let query = CourseQuery {
        words: wanted.search.clone(),
        shares: wanted.downloadable,
        adverts: wanted.enrollable,
        languages: list(&options.language),
        subjects: if mebis { Vec::new() } else { list(&options.subject) },
        audiences: list(&options.audience),
        levels: list(&options.educationallevel),
        licences: list(&options.licenceshortname),
        own: Vec::new(),
        tags: Vec::new(),
        sites: Vec::new(),
        sort: order(options.orderby),
        offset,
        limit,
        with_facets: false,
    };
    let versions = |ids: &Vec<i64>| ids.iter().copied().map(VersionId).collect();
    MoodleSearch {
        query,
        ids: options.ids.as_ref().map(versions),
        site_course_ids: options.sitecourseids.clone(),
        all_of_site: options.allsitecourses,
    }
}

/// The classic `newest` is by last change, the mebis `date` by publication.
pub(crate) fn order(order: Option<OrderBy>) -> Sort {
    match order {
        None | Some(OrderBy::Relevance) => Sort::Relevance,
        Some(OrderBy::Newest) => Sort::Updated,
        Some(OrderBy::Date) => Sort::Newest,
        Some(OrderBy::Eldest | OrderBy::DateReverse) => Sort::Oldest,
        Some(OrderBy::Publisher) => Sort::Publisher,
        Some(OrderBy::FullName | OrderBy::Alphabet) => Sort::Name,
        Some(OrderBy::AlphabetReverse) => Sort::NameBackwards,
        Some(OrderBy::RatingAverage | OrderBy::Rating) => Sort::Featured,
    }
}

fn record(
    app: &App,
    caller: &Caller,
    dialect: Dialect,
    vocabularies: &Vocabularies,
    shown: Shown,
) -> CourseRecord {
    let (privacy, owned) = (i64::from(shown.is_listed()), shown.owned);
    let version = shown.version;
    let text = version.text;
    let advert = version.kind == Kind::Advert;
    // The LTI tool holds a secret: only registered sites get it, and only where a mebis block looks for it.
    let tool = text.lti_tool.filter(|_| matches!(caller, Caller::Site(_)));
    let address = if advert && !text.course_url.is_empty() {
        CourseAddress::Course(text.course_url)
    } else if !text.demo_url.is_empty() {
        CourseAddress::Demo(text.demo_url)
    } else {
        CourseAddress::Demo(app.address.join(&format!("/?redirectcourseid={}", version.id)))
    };
    CourseRecord {
        id: version.id.get(),
        fullname: text.title,
        shortname: text.short_name,
        description: text.description,
        language: text.language,
        publishername: text.publisher_name,
        owner: owned.then(|| OwnerView {
            publisheremail: text.publisher_email,
            privacy,
            sitecourseid: version.site_course_id.unwrap_or_default(),
        }),
        contributornames: text.contributors,
        coverage: tool.unwrap_or_else(|| text.tags.join(", ")),
        creatorname: text.creator_name,
        // Clients make names of these codes and know the classic lists only.
        licenceshortname: told(vocabularies.licence(), text.licence),
        subject: told(vocabularies.subject(), text.subject),
        audience: told(vocabularies.audience(), text.audience),
        educationallevel: told(vocabularies.level(), text.level),
        creatornotes: text.creator_notes,
        creatornotesformat: text.creator_notes_format,
        address,
        backupsize: (!advert && dialect == Dialect::Classic).then(|| version.size_bytes.unwrap_or(0)),
        enrollable: advert,
        screenshots: version.screenshots,
        timemodified: version.updated_at.as_second(),
        contents: contents(text.contents),
        rating: rating(version.featured),
        comments: Vec::new(),
        outcomes: text.outcomes,
    }
}

/// A code as classic clients are told it; the code itself where that is the same, as it nearly always is.
fn told(vocabulary: &Vocabulary, code: String) -> String {
    match vocabulary.classic(&code) {
        same if same == code => code,
        other => other.to_owned(),
    }
}

/// By count, the most first, as classic hubs answered.
fn contents(mut contents: Vec<hub_core::course::ContentCount>) -> Vec<ContentCount> {
    contents.sort_by_key(|content| std::cmp::Reverse(content.count));
    contents
        .into_iter()
        .map(|content| ContentCount {
            moduletype: content.module_type,
            modulename: content.module_name,
            contentcount: content.count,
        })
        .collect()
}

/// A featured course has one vote of ten out of ten: what classic clients draw as full stars (protocol notes, 6.4).
fn rating(featured: bool) -> Rating {
    if featured { Rating { aggregate: Some(10.0), scaleid: 10, count: 1 } } else { Rating::NONE }
}
