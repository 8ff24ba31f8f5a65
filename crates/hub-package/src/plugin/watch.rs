//! Looks for plug-ins in every member: kinds of questions, themes, filters, and the parts that plug-ins write.

use std::collections::BTreeMap;

use super::standard::is_type;
use crate::moodle::{NULL, is_plugin_name};
use crate::watch::{Element, Watch};

/// Different plug-ins that are counted; more are left out.
const KINDS: usize = 1_000;
/// Bytes of a plug-in's name that are looked at: more than [`is_plugin_name`] takes.
const NAME_BYTES: usize = 128;
/// Bytes that tell whether an element holds something: more than NULL has.
const SOMETHING_BYTES: usize = 16;
/// Bytes of the conditions of one activity that are looked at.
const CONDITION_BYTES: usize = 4_096;

/// What was seen of plug-ins so far.
#[derive(Debug, Default)]
pub(crate) struct Plugins {
    uses: BTreeMap<String, u64>,
    questions: BTreeMap<String, u64>,
    /// The part of a plug-in that is open: how deep, whose, and whether something is in it.
    part: Option<(usize, String, bool)>,
}

impl Plugins {
    /// Uses by component, and questions by kind.
    pub(super) fn into_parts(self) -> (BTreeMap<String, u64>, BTreeMap<String, u64>) {
        (self.uses, self.questions)
    }

    fn add(&mut self, component: String) {
        if self.uses.len() < KINDS || self.uses.contains_key(&component) {
            *self.uses.entry(component).or_default() += 1;
        }
    }

    fn add_named(&mut self, kind: &str, name: &str) {
        let name = name.trim();
        if is_plugin_name(name) {
            self.add(format!("{kind}_{name}"));
        }
    }

    /// Kinds of conditions in the JSON of an activity or section (Moodle 2.7 and later): `"type":"profile"`.
    fn add_conditions(&mut self, text: &str) {
        for part in text.split("\"type\"").skip(1) {
            let value = part.trim_start().strip_prefix(':').map(str::trim_start);
            let name =
                value.and_then(|value| value.strip_prefix('"')).and_then(|value| value.split('"').next());
            if let Some(name) = name {
                self.add_named("availability", name);
            }
        }
    }
}

/// What the text of an element names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    Question,
    Plugin(&'static str),
    Conditions,
}

impl Names {
    fn of(element: &Element<'_>) -> Option<Self> {
        match (element.place, element.path) {
            ("questions.xml", path) if path.ends_with("/question/qtype") => Some(Self::Question),
            ("course/course.xml", "course/theme") => Some(Self::Plugin("theme")),
            (place, "activity/quiz/preferredbehaviour") if place.ends_with("/quiz.xml") => {
                Some(Self::Plugin("qbehaviour"))
            }
            (place, "filters/filter_actives/filter_active/filter") if place.ends_with("/filters.xml") => {
                Some(Self::Plugin("filter"))
            }
            ("course/enrolments.xml", "enrolments/enrols/enrol/enrol") => Some(Self::Plugin("enrol")),
            (_, "module/availability" | "section/availabilityjson") => Some(Self::Conditions),
            _ => None,
        }
    }

    fn bytes(self) -> usize {
        if self == Self::Conditions { CONDITION_BYTES } else { NAME_BYTES }
    }
}

/// Whose part an element is: `plugin_TYPE_NAME_POINT` and `subplugin_TYPE_NAME_POINT`. Names have underscores of their
/// own; types and points have none.
fn part_of(element: &str) -> Option<&str> {
    let rest = element.strip_prefix("plugin_").or_else(|| element.strip_prefix("subplugin_"))?;
    let (component, _point) = rest.rsplit_once('_')?;
    let (kind, name) = component.split_once('_')?;
    // Each question says its kind itself.
    (kind != "qtype" && is_type(kind) && is_plugin_name(name)).then_some(component)
}

impl Watch for Plugins {
    fn open(&mut self, element: &Element<'_>) -> usize {
        if let Some((_, _, filled)) = &mut self.part {
            *filled |= element.attribute("id").is_some();
            return SOMETHING_BYTES;
        }
        if let Some(component) = part_of(element.name) {
            self.part = Some((element.depth, component.to_owned(), false));
            return SOMETHING_BYTES;
        }
        Names::of(element).map_or(0, Names::bytes)
    }

    fn close(&mut self, element: &Element<'_>, text: &str, cut: bool) {
        if let Some((depth, _, filled)) = &mut self.part {
            *filled |= !text.trim().is_empty() && text != NULL;
            // The empty part is written for every plug-in of the source site.
            if element.depth == *depth
                && let Some((_, component, true)) = self.part.take()
            {
                self.add(component);
            }
            return;
        }
        match Names::of(element) {
            Some(Names::Question) if !cut && is_plugin_name(text.trim()) => {
                crate::moodle::count(&mut self.questions, text.trim());
            }
            Some(Names::Plugin(kind)) if !cut => self.add_named(kind, text),
            Some(Names::Conditions) => self.add_conditions(text),
            _ => {}
        }
    }

    fn end(&mut self, _place: &str, _whole: bool) {
        self.part = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_tells_whose_it_is() {
        for (element, component) in [
            ("plugin_local_my_tool_course", Some("local_my_tool")),
            ("subplugin_quizaccess_seb_quiz", Some("quizaccess_seb")),
            ("plugin_format_topcoll_section", Some("format_topcoll")),
            ("plugin_qtype_stack_question", None),
            ("plugin_wonder_ful_course", None),
            ("plugin_local", None),
            ("pluginname", None),
        ] {
            assert_eq!(part_of(element), component, "{element}");
        }
    }
}
