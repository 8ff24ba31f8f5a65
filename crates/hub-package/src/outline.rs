//! Puts the course together: sections in order of display, activities in them (package notes, section 4).

use std::collections::HashMap;

use crate::gather::Facts;
use crate::moodle::backup::{BackupFacts, ListedActivity, ListedSection};
use crate::report::{Activity, Course, Section};

/// The course that the facts describe. `hash` is how directories are known in them.
pub(crate) fn course(facts: &mut Facts, hash: impl Fn(&str) -> u64) -> Course {
    let mut listed = facts.backup.take().unwrap_or_default();
    let own = facts.course.take().unwrap_or_default();
    let (sections, other_activities) = sections(&mut listed, facts, hash);
    let alias = match (&listed.fullname, &own.fullname) {
        (Some(name), Some(other)) if name != other => Some(other.clone()),
        _ => None,
    };
    let course = Course {
        fullname: listed.fullname.take().or(own.fullname),
        shortname: listed.shortname.take().or(own.shortname).or(listed.course_title.take()),
        alias,
        summary: own.summary,
        summary_format: own.summary_format,
        format: listed.format.take().or(own.format),
        languages: facts.watches.active.languages(own.language.clone()),
        language: own.language,
        category: own.category,
        tags: own.tags,
        start_date: listed.start_date.or(own.start_date),
        end_date: listed.end_date.or(own.end_date),
        sections,
        other_activities,
        section_count: listed.section_count,
        activity_count: listed.activity_count,
        activity_counts: std::mem::take(&mut listed.activity_counts),
        block_counts: std::mem::take(&mut facts.block_counts),
    };
    facts.backup = Some(listed);
    course
}

/// Sections with their activities, and the activities that are in none of them.
fn sections(
    listed: &mut BackupFacts,
    facts: &mut Facts,
    hash: impl Fn(&str) -> u64,
) -> (Vec<Section>, Vec<Activity>) {
    let mut by_section: HashMap<Option<u64>, Vec<Activity>> = HashMap::new();
    for entry in std::mem::take(&mut listed.activities) {
        let (section, activity) = activity(entry, facts, &hash);
        by_section.entry(section).or_default().push(activity);
    }
    let mut tops = Vec::new();
    let mut subsections = Vec::new();
    for entry in std::mem::take(&mut listed.sections) {
        let activities = entry.id.and_then(|id| by_section.remove(&Some(id))).unwrap_or_default();
        let parent = entry.parent;
        let section = section(entry, activities, facts);
        match parent {
            Some(parent) => subsections.push((parent, section)),
            None => tops.push(section),
        }
    }
    attach(&mut tops, subsections);
    tops.sort_by_key(|section| section.number.unwrap_or(u64::MAX));
    let mut others: Vec<(Option<u64>, Vec<Activity>)> = by_section.into_iter().collect();
    others.sort_by_key(|(section, _)| *section);
    (tops, others.into_iter().flat_map(|(_, activities)| activities).collect())
}

fn activity(entry: ListedActivity, facts: &mut Facts, hash: impl Fn(&str) -> u64) -> (Option<u64>, Activity) {
    let module = entry.module.unwrap_or_else(|| "unknown".into());
    let directory = entry.module_id.map(|id| format!("activities/{module}_{id}"));
    let own = directory.as_ref().and_then(|directory| facts.modules.get(&hash(directory)));
    let section = entry.section_id.or(own.and_then(|own| own.section_id));
    let visible = own.and_then(|own| own.visible);
    let (context_id, texts) =
        directory.map(|directory| facts.watches.active.take_texts(&directory)).unwrap_or_default();
    let activity = Activity {
        module,
        title: entry.title.unwrap_or_default(),
        module_id: entry.module_id,
        context_id,
        visible,
        texts,
        subsection: None,
    };
    (section, activity)
}

fn section(entry: ListedSection, mut activities: Vec<Activity>, facts: &Facts) -> Section {
    let Some(own) = entry.id.and_then(|id| facts.sections.get(&id)) else {
        // A number in place of a title is how Moodle lists a section without a name.
        let title = entry.title.filter(|title| !title.bytes().all(|byte| byte.is_ascii_digit()));
        return Section { id: entry.id, title, activities, ..Section::default() };
    };
    let place: HashMap<u64, usize> =
        own.sequence.iter().enumerate().map(|(at, id)| (*id, at)).rev().collect();
    activities.sort_by_key(|activity| {
        activity.module_id.and_then(|id| place.get(&id).copied()).unwrap_or(usize::MAX)
    });
    let number = own.number.map(|number| number.to_string());
    Section {
        id: entry.id,
        number: own.number,
        title: own.name.clone().or(entry.title.filter(|title| Some(title) != number.as_ref())),
        summary: own.summary.clone(),
        visible: own.visible,
        activities,
    }
}

/// Puts each subsection under its activity; one whose activity is not in a top section stands at the top.
fn attach(tops: &mut Vec<Section>, subsections: Vec<(u64, Section)>) {
    let mut places = HashMap::new();
    for (at, section) in tops.iter().enumerate() {
        for (inner, activity) in section.activities.iter().enumerate() {
            if let Some(id) = activity.module_id {
                places.entry(id).or_insert((at, inner));
            }
        }
    }
    for (parent, section) in subsections {
        match places.remove(&parent) {
            Some((at, inner)) => tops[at].activities[inner].subsection = Some(Box::new(section)),
            None => tops.push(section),
        }
    }
}
