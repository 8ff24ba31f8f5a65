//! What holds for every page.

use super::samples;
use crate::i18n::Lang;
use crate::view::ui::Ui;

/// Texts of all templates and of the sources that name keys and icons.
pub(crate) fn templates() -> Vec<String> {
    let mut texts = Vec::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("templates"), root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    texts
}

/// Where all pages are written to for looking at them, if set: a folder.
const OUT: &str = "COURSEHUB_PAGES_OUT";

#[test]
fn all_pages_render_in_all_languages() {
    for lang in Lang::all() {
        let pages = samples::all(&Ui::sample(lang));
        assert!(pages.len() > 25);
        for (name, html) in pages {
            let name = format!("{name}.{}", lang.code());
            assert!(
                html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"),
                "{name}: {html}"
            );
            assert!(
                html.contains(&format!("lang=\"{}\" dir=\"{}\"", lang.code(), lang.direction())),
                "{name}"
            );
            check_markup(&name, &html);
            if let Ok(folder) = std::env::var(OUT) {
                std::fs::write(format!("{folder}/{name}.html"), &html).unwrap();
            }
        }
    }
}

fn check_markup(name: &str, html: &str) {
    assert!(!html.contains(" style=") && !html.contains("<style"), "{name} has an inline style");
    assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{name} has an inline script");
    assert!(!html.contains("/assets/missing/"), "{name} names an asset that does not exist");
    assert_eq!(html.matches("<h1").count(), 1, "{name} has not one heading");
    assert_eq!(html.matches("<main").count(), 1, "{name}");
    let mut ids: Vec<_> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{name} has an id twice");
    for target in html.split("aria-labelledby=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(ids.contains(&target), "{name} is labelled by {target}, which is not there");
    }
    for rest in html.split("<img ").skip(1) {
        let tag = rest.split('>').next().unwrap();
        assert!(tag.contains("alt="), "{name}: <img {tag}>");
    }
    for rest in html.split("src=\"").skip(1) {
        let address = rest.split('"').next().unwrap();
        assert!(address.starts_with('/'), "{name} loads {address}");
    }
}

#[test]
fn pages_of_a_hub_below_a_path_link_only_below_it() {
    let mut ui = Ui::sample(Lang::english());
    ui.urls = crate::urls::Urls::new(hub_core::address::HubAddress::parse("https://x.example/Hub").unwrap());
    for (name, html) in samples::all(&ui) {
        for attribute in ["href=\"", "src=\"", "action=\""] {
            for rest in html.split(attribute).skip(1) {
                let address = rest.split('"').next().unwrap();
                let inside = address.starts_with("/Hub/") || !address.starts_with('/');
                assert!(inside, "{name} links to {address}");
            }
        }
    }
}

#[test]
fn passwords_and_identifiers_are_never_shown_back() {
    let pages = samples::all(&Ui::sample(Lang::english()));
    assert!(pages.iter().all(|(_, html)| !html.contains("never shown")));
}
