//! The pictures beside words: one set of 20 points, drawn in strokes by us, always hidden from screen readers since
//! a word stands beside them.

use super::html::Drawing;

/// The shapes of one icon inside a box of 20 by 20. Unknown names have the shape of a plain dot, so that a missing
/// icon never breaks a page; a test looks every name of the templates up.
fn shapes(name: &str) -> Option<&'static str> {
    Some(match name {
        // Things to press.
        "search" => r#"<circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 4.5 4.5"/>"#,
        "close" => r#"<path d="m5 5 10 10M15 5 5 15"/>"#,
        "filter" => r#"<path d="M3 5h14M5.5 10h9M8 15h4"/>"#,
        "download" => r#"<path d="M10 3v9m-4-3.5 4 4 4-4M3.5 16.5h13"/>"#,
        "visit" => r#"<path d="M11.5 3.5h5v5M16.5 3.5 9 11M14.5 12v4.5h-11v-11H8"/>"#,
        "copy" => r#"<rect x="7" y="7" width="9.5" height="9.5" rx="1.5"/><path d="M4.5 12.5h-1v-9h9v1"/>"#,
        "check" => r#"<path d="m4 10.5 4 4 8-9"/>"#,
        "next" => r#"<path class="turns" d="m8 4.5 5.5 5.5L8 15.5"/>"#,
        "previous" => r#"<path class="turns" d="M12 4.5 6.5 10l5.5 5.5"/>"#,
        "up" => r#"<path d="m4.5 12.5 5.5-5.5 5.5 5.5"/>"#,
        "down" => r#"<path d="m4.5 7.5 5.5 5.5 5.5-5.5"/>"#,
        "menu" => r#"<path d="M3 5.5h14M3 10h14M3 14.5h14"/>"#,
        "language" => {
            r#"<circle cx="10" cy="10" r="7"/><path d="M3 10h14M10 3c2.5 2 3.5 4.3 3.5 7s-1 5-3.5 7c-2.5-2-3.5-4.3-3.5-7s1-5 3.5-7Z"/>"#
        }
        "again" => r#"<path d="M16 6.5A7 7 0 1 0 17 10M16.5 3v4h-4"/>"#,
        "feed" => {
            r#"<circle cx="4.5" cy="15.5" r="1"/><path d="M4 9.5a6.5 6.5 0 0 1 6.5 6.5M4 4a12 12 0 0 1 12 12"/>"#
        }
        // What is said.
        "information" => r#"<circle cx="10" cy="10" r="7"/><path d="M10 9.5V14M10 6.3v.2"/>"#,
        "warning" => r#"<path d="M10 3 2.5 16.5h15L10 3ZM10 8v4M10 14.2v.2"/>"#,
        "danger" => r#"<path d="M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7L7 2.8ZM10 6.5V11M10 13.5v.2"/>"#,
        "ok" => r#"<circle cx="10" cy="10" r="7"/><path d="m6.8 10.3 2.2 2.2 4.2-4.7"/>"#,
        "time" => r#"<circle cx="10" cy="10" r="7"/><path d="M10 6v4.3l2.8 1.7"/>"#,
        "mail" => r#"<rect x="2.5" y="4.5" width="15" height="11" rx="1.5"/><path d="m3 6 7 5.5L17 6"/>"#,
        "record" => r#"<path d="M5 2.5h10v15H5v-15ZM7.5 6.5h5M7.5 10h5M7.5 13.5h3"/>"#,
        "lock" => {
            r#"<rect x="4" y="9" width="12" height="8" rx="1.5"/><path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9"/>"#
        }
        "star" => r#"<path d="m10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7L10 2.8Z"/>"#,
        "site" => r#"<path d="M3 16.5V8l7-4.5L17 8v8.5H3ZM8 16.5V12h4v4.5"/>"#,
        "person" => {
            r#"<circle cx="10" cy="6.5" r="3.3"/><path d="M3.5 17c.7-3.7 3-5.5 6.5-5.5s5.8 1.8 6.5 5.5"/>"#
        }
        "level" => r#"<path d="m1.5 8 8.5-4 8.5 4-8.5 4-8.5-4ZM5.5 10v4.2c2.8 2 6.2 2 9 0V10"/>"#,
        "licence" => r#"<circle cx="10" cy="10" r="7"/><path d="M12.3 8.2a3 3 0 1 0 0 3.6"/>"#,
        "size" => r#"<path d="M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5v-7ZM3.5 6.5 10 10l6.5-3.5M10 10v7"/>"#,
        "moodle" => {
            r#"<path d="M3 15.5V9.2a2.3 2.3 0 0 1 4.7 0v6.3M7.7 15.5V9.2a2.3 2.3 0 0 1 4.6 0v6.3M12.3 15.5V9.2a2.3 2.3 0 0 1 4.7 0v6.3"/>"#
        }
        "tag" => r#"<path d="M3 3.5h6.5l7.5 7.5-6 6L3.5 9.5l-.5-6ZM6.5 7v.1"/>"#,
        "section" => r#"<path d="M3 5.5h14M3 10h9M3 14.5h12"/>"#,
        // What courses are made of: one shape for each kind of activity Moodle ships, the same everywhere.
        "kind-forum" => r#"<path d="M3 4h10v7H7.5L4.5 13.5V11H3V4ZM15 7.5h2v6.5h-1.5v2.5L12.5 14H8"/>"#,
        "kind-quiz" => {
            r#"<rect x="3.5" y="3" width="13" height="14" rx="1.5"/><path d="M8 7.8A2 2 0 1 1 10 10v1.5M10 13.8v.1"/>"#
        }
        "kind-page" => r#"<path d="M5 2.8h7l3.5 3.5v11H5V2.8ZM12 2.8v3.5h3.5M7.5 10h5M7.5 13h5"/>"#,
        "kind-assign" => {
            r#"<path d="M4 3h9v5M4 3v14h5M7 6.5h3.5M7 9.5h2M10.5 15.5l.6-2.6 4.7-4.7 2 2-4.7 4.7-2.6.6Z"/>"#
        }
        "kind-book" => {
            r#"<path d="M10 5.5C8 4 5.5 3.5 2.8 3.8v11.5c2.7-.3 5.2.2 7.2 1.7 2-1.5 4.5-2 7.2-1.7V3.8C14.5 3.5 12 4 10 5.5ZM10 5.5V17"/>"#
        }
        "kind-glossary" => {
            r#"<path d="M4.5 3h11v14h-11a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM6.8 3v14M9.3 11 11.3 6l2 5M9.9 9.5h2.7"/>"#
        }
        "connect" | "kind-url" => {
            r#"<path d="M7.5 12.5 12.5 7.5M9 5.5l1.5-1.5a3.9 3.9 0 0 1 5.5 5.5L14.5 11M5.5 9 4 10.5A3.9 3.9 0 0 0 9.5 16L11 14.5"/>"#
        }
        "kind-label" => r#"<path d="M4 4.5h12v3M4 7.5v-3M10 4.5v11M7.8 15.5h4.4"/>"#,
        "kind-choice" => r#"<path d="M10 17v-6M10 11 5 6.5M10 11l5-4.5M5 10V6.5h3.5M15 10V6.5h-3.5"/>"#,
        "kind-resource" => {
            r#"<path d="M5 2.8h7l3.5 3.5v11H5V2.8ZM12 2.8v3.5h3.5M10.2 8.5v5M8 11.5l2.2 2.2 2.2-2.2"/>"#
        }
        "kind-folder" => r#"<path d="M2.8 5h5l1.7 2h7.7v9H2.8V5Z"/>"#,
        "kind-scorm" => {
            r#"<path d="M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5v-7ZM3.5 6.5 10 10l6.5-3.5M10 10v7M6.7 4.8l6.5 3.5"/>"#
        }
        "kind-h5pactivity" => {
            r#"<rect x="2.5" y="4.5" width="15" height="11" rx="1.5"/><path d="m8.5 7.5 4 2.5-4 2.5v-5Z"/>"#
        }
        "kind-lesson" => {
            r#"<circle cx="4.5" cy="10" r="1.8"/><circle cx="15.5" cy="5" r="1.8"/><circle cx="15.5" cy="15" r="1.8"/><path d="M6.2 9.3 13.8 5.7M6.2 10.7l7.6 3.6"/>"#
        }
        "kind-wiki" => {
            r#"<path d="M3.5 4.5h5v5h-5v-5ZM11.5 4.5h5v5h-5v-5ZM7.5 12.5h5v4h-5v-4ZM6 9.5v2h8v-2M10 11.5v1"/>"#
        }
        "kind-workshop" => {
            r#"<circle cx="6.5" cy="6" r="2.3"/><circle cx="13.5" cy="6" r="2.3"/><path d="M2.8 15c.3-3 1.5-4.5 3.7-4.5S9.9 12 10 15M10 15c.2-3 1.4-4.5 3.5-4.5s3.4 1.5 3.7 4.5"/>"#
        }
        "kind-feedback" => {
            r#"<path d="M3 8h3l7-4v12l-7-4H3V8ZM6 12l1.2 4.5H9L8 13M15.5 7.5a3.5 3.5 0 0 1 0 5"/>"#
        }
        "kind-survey" => r#"<path d="M3.5 17v-5h3v5M8.5 17V8h3v9M13.5 17V4h3v13"/>"#,
        "kind-data" => {
            r#"<path d="M4 5.5C4 4 6.7 3 10 3s6 1 6 2.5v9c0 1.5-2.7 2.5-6 2.5s-6-1-6-2.5v-9ZM4 5.5C4 7 6.7 8 10 8s6-1 6-2.5M4 10c0 1.5 2.7 2.5 6 2.5s6-1 6-2.5"/>"#
        }
        "kind-chat" => r#"<path d="M3 4h14v9.5H9L5.5 16.5v-3H3V4ZM6.5 7.5h7M6.5 10h4.5"/>"#,
        "kind-lti" => r#"<path d="M8 4H4v12h12v-4M11.5 3.5h5v5M16.5 3.5 9.5 10.5"/>"#,
        "kind-imscp" => r#"<path d="M3 6.5h14v10H3v-10ZM3 6.5 5 3h10l2 3.5M10 3v6.5"/>"#,
        "kind-bigbluebuttonbn" => {
            r#"<rect x="2.5" y="5.5" width="10" height="9" rx="1.5"/><path d="m12.5 9 5-2.5v7l-5-2.5"/>"#
        }
        "kind-subsection" => r#"<path d="M3 5.5h14M6 10h11M6 14.5h8M3 10v.1M3 14.5v.1"/>"#,
        "kind-qbank" => {
            r#"<path d="M3.5 6h10v11h-10V6ZM6.5 6V3h10v11h-3M7.3 10a1.3 1.3 0 1 1 1.3 1.5v.8M8.6 14.3v.1"/>"#
        }
        "kind-other" => {
            r#"<path d="M8 3.5h4V7h4.5v4H13a1.8 1.8 0 0 0 0 3.5h3.5v2h-13v-4H5a1.8 1.8 0 0 0 0-3.5H3.5V7H8V3.5Z"/>"#
        }
        _ => return None,
    })
}

/// An icon by name.
pub fn icon(name: &str) -> Drawing {
    let shapes = shapes(name).unwrap_or(r#"<circle cx="10" cy="10" r="2"/>"#);
    Drawing(format!(
        r#"<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">{shapes}</svg>"#
    ))
}

/// The icon of an activity kind by Moodle's name of the module; other people's modules share one.
pub fn kind_icon(module: &str) -> Drawing {
    let name = format!("kind-{module}");
    icon(if shapes(&name).is_some() { &name } else { "kind-other" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_the_templates_name_is_drawn() {
        let mut seen = 0;
        for text in crate::page::tests::templates() {
            for piece in text.split("icon(\"").skip(1) {
                let name = piece.split('"').next().unwrap();
                assert!(shapes(name).is_some(), "no icon {name}");
                seen += 1;
            }
        }
        assert!(seen > 20, "only {seen} icons were looked up");
    }
}
