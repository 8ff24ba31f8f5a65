//! From what use cases return to what pages show.

use std::collections::HashMap;

use hub_app::course::download::file_name;
use hub_app::course::restore::Needs;
use hub_app::course::show::{OutlineSection, Shown};
use hub_app::outside::markdown::{TextFormat, markdown};
use hub_app::plain_text;
use hub_app::search::Found;
use hub_app::site::directory::{Face, Listed, NamedSite};
use hub_core::SiteId;
use hub_core::course::{ContentCount, Kind, Version};

use super::course::shortened;
use super::sites::SiteRow;
use crate::view::course::{
    ActivityView, AdvertView, CourseCard, CourseView, KindCount, SectionView, ShareView, SiteLink, VersionRow,
};
use crate::view::marks::{self, Words};
use crate::view::terms::Terms;

/// Characters of the hub's sentence on its front page and in link previews.
const SENTENCE_CHARS: usize = 200;
/// Characters of a description in lists: two lines and a little.
const EXCERPT_CHARS: usize = 260;

/// The sites that the courses of a list come from.
pub fn site_ids(courses: &[Found]) -> Vec<SiteId> {
    let mut ids: Vec<SiteId> =
        courses.iter().filter_map(|found| found.answer().and_then(|version| version.site_id)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// A list of courses as cards. `words` are marked in the descriptions.
pub fn cards(courses: Vec<Found>, sites: &HashMap<SiteId, NamedSite>, words: &str) -> Vec<CourseCard> {
    let words = Words::of(words);
    courses.into_iter().filter_map(|found| card(&found, sites, &words)).collect()
}

fn card(found: &Found, sites: &HashMap<SiteId, NamedSite>, words: &Words) -> Option<CourseCard> {
    let answer = found.answer()?;
    let with_picture =
        [&found.share, &found.advert].into_iter().flatten().find(|version| version.screenshots > 0);
    let text = &answer.text;
    Some(CourseCard {
        id: found.course_id,
        title: text.title.clone(),
        picture: with_picture.map(|version| version.id),
        creator: text.creator_name.clone(),
        site: answer.site_id.and_then(|id| sites.get(&id)).map(link),
        description: marks::excerpt(&text.description, words, EXCERPT_CHARS),
        language: text.language.clone(),
        level: text.level.clone(),
        licence: text.licence.clone(),
        share: found.share.is_some(),
        advert: found.advert.is_some(),
        size_bytes: found.share.as_ref().and_then(|share| share.size_bytes),
        release: found.share.as_ref().map(release).unwrap_or_default(),
        downloads: found.share.as_ref().map_or(0, |share| share.downloads),
        listed_at: answer.listed_at.unwrap_or(answer.created_at),
        featured: answer.featured,
    })
}

fn link(site: &NamedSite) -> SiteLink {
    SiteLink { id: Some(site.id), name: site.name.clone() }
}

/// `3.3.3` of `3.3.3 (Build: 20171113)`.
fn release(version: &Version) -> String {
    let release = version.package_release.as_deref().unwrap_or_default();
    release.split(" (").next().unwrap_or_default().to_owned()
}

/// A course as its page shows it.
pub fn course(shown: Shown, terms: &Terms) -> CourseView {
    let text = shown.answer.text;
    let licence_url = terms.licence_url(&text.licence);
    let listed_at = shown.versions.iter().filter_map(|version| version.listed_at).min();
    let answers = [&shown.share, &shown.advert];
    let updated_at = answers.into_iter().flatten().map(|version| version.updated_at).max();
    CourseView {
        id: shown.id,
        title: text.title,
        description: paragraphs(&text.description),
        creator: text.creator_name,
        contributors: text.contributors,
        publisher: text.publisher_name,
        site: shown.site.as_ref().map(link),
        notes: TextFormat::from_code(text.creator_notes_format).render(&text.creator_notes).into(),
        language: text.language,
        subject: text.subject,
        audience: text.audience,
        level: text.level,
        licence_url,
        licence: text.licence,
        tags: text.tags,
        own: shown.own,
        versions: shown.versions.iter().map(|version| row(version, &answers)).collect(),
        share: shown.share.as_ref().and_then(|version| share(version, shown.report.as_ref().map(Needs::of))),
        advert: shown.advert.as_ref().and_then(advert),
        outline: sections(shown.outline),
        kinds: kinds(shown.activities),
        outcomes: text.outcomes,
        screenshots: shown.screenshots,
        listed_at: listed_at.unwrap_or(shown.answer.created_at),
        updated_at: updated_at.unwrap_or(shown.answer.updated_at),
        featured: shown.answer.featured,
    }
}

/// What is inside, as outlines show it.
pub fn sections(outline: Vec<OutlineSection>) -> Vec<SectionView> {
    outline
        .into_iter()
        .zip(0..)
        // Sections without name and contents are what Moodle makes by itself.
        .filter(|(section, _)| !section.title.is_empty() || !section.activities.is_empty())
        .map(|(section, number)| SectionView {
            number,
            name: section.title,
            activities: section
                .activities
                .into_iter()
                .map(|found| ActivityView { module: found.module, name: found.title })
                .collect(),
        })
        .collect()
}

/// How many there are of each kind of activity.
pub fn kinds(counts: Vec<ContentCount>) -> Vec<KindCount> {
    counts.into_iter().map(|found| KindCount { module: found.module_name, count: found.count }).collect()
}

fn row(version: &Version, shown: &[&Option<Version>]) -> VersionRow {
    VersionRow {
        number: version.number,
        share: version.kind == Kind::Share,
        listed_at: version.listed_at.unwrap_or(version.created_at),
        size_bytes: version.size_bytes.filter(|_| version.kind == Kind::Share),
        release: release(version),
        current: shown.iter().copied().flatten().any(|one| one.id == version.id),
    }
}

/// `None` while there is no package to be had: a page never offers a file that is not there.
fn share(version: &Version, needs: Option<Needs>) -> Option<ShareView> {
    Some(ShareView {
        id: version.id,
        file_name: format!("{}.mbz", file_name(version)),
        size_bytes: version.size_bytes?,
        sha256: version.package_sha256.clone().filter(|_| version.is_public())?,
        release: release(version),
        has_demo: !version.text.demo_url.is_empty(),
        needs,
        downloads: version.downloads,
    })
}

fn advert(version: &Version) -> Option<AdvertView> {
    let url = url::Url::parse(&version.text.course_url).ok()?;
    Some(AdvertView { id: version.id, host: url.host_str()?.to_owned() })
}

/// The classic hub takes descriptions as plain text; lines that follow an empty one, or end a line, are paragraphs.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The first paragraph of the hub's description without markup, cut to a sentence or so.
pub fn sentence(description: &str) -> String {
    let first = description.trim().split("\n\n").next().unwrap_or_default();
    shortened(&plain_text(markdown(first).as_str()), SENTENCE_CHARS)
}

/// A site as the list has it.
pub fn site_row(site: &Face, courses: i64) -> SiteRow {
    SiteRow {
        id: site.id,
        name: site.name.clone(),
        country: site.country.clone(),
        language: site.language.clone(),
        courses,
        since: site.registered_at,
        prioritised: site.prioritised,
    }
}

/// All sites as the list has them.
pub fn site_rows(sites: &[Listed]) -> Vec<SiteRow> {
    sites.iter().map(|listed| site_row(&listed.site, listed.courses)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hub_has_one_plain_sentence() {
        assert_eq!(sentence("Courses of *three* schools.\n\nMore."), "Courses of three schools.");
        assert_eq!(sentence(""), "");
    }
}
