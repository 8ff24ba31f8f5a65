//! `coursehub inspect`.

use serde_json::Value;

use crate::program::{Data, arg, coursehub, package};

#[test]
fn a_package_is_described_for_people_and_for_programs() {
    let data = Data::new();
    let file = data.file("botany.mbz", &package("BOT-PHOTO"));
    let text = coursehub(&["inspect", arg(&file)]).ok();
    for words in ["Verdict", "accepted", "Outline", "BOT-PHOTO"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let report: Value = serde_json::from_str(&coursehub(&["inspect", "--json", arg(&file)]).ok()).unwrap();
    assert_eq!(report["verdict"], "accepted");
    assert_eq!(report["kind"], "moodle2");
    assert_eq!(report["sha256"].as_str().unwrap().len(), 64);
    assert!(report["sections"].as_array().unwrap().len() >= 4);
}

#[test]
fn whether_a_package_restores_on_a_moodle_is_told() {
    let data = Data::new();
    let file = data.file("botany.mbz", &package("BOT-PHOTO"));
    let text = coursehub(&["inspect", "--on", "5.2", arg(&file)]).ok();
    assert!(text.starts_with("It restores there."), "{text}");
    assert!(text.contains("About people") && text.contains("nothing that Moodle lacks"), "{text}");
    let plugins = data.file("plugins.txt", b"qtype_stack\nmod_hvp\n");
    let said = coursehub(&["inspect", "--json", "--on", "2.0", "--plugins", arg(&plugins), arg(&file)]).ok();
    let report: Value = serde_json::from_str(&said).unwrap();
    assert_ne!(report["restore"]["answer"], "yes");
    assert_eq!(report["kind"], "moodle2");
    assert!(report["requirements"].as_array().unwrap().iter().all(|needed| needed["origin"] == "standard"));
    assert!(coursehub(&["inspect", "--on", "new", arg(&file)]).failed(2).contains("no release of Moodle"));
    coursehub(&["inspect", "--plugins", arg(&plugins), arg(&file)]).failed(2);
}

#[test]
fn a_refused_file_is_inspected_all_the_same() {
    let data = Data::new();
    let garbage = data.file("garbage.mbz", b"this is no package");
    let ended = coursehub(&["inspect", arg(&garbage), "--json"]);
    let report: Value = serde_json::from_str(&ended.ok()).unwrap();
    assert_eq!(report["verdict"], "refused");
    assert!(!report["codes"].as_array().unwrap().is_empty());
    let mut cut = package("BOT-PHOTO");
    cut.truncate(cut.len() / 2);
    let cut = data.file("cut.mbz", &cut);
    assert!(coursehub(&["inspect", arg(&cut)]).ok().contains("refused"));
}

#[test]
fn a_file_that_cannot_be_read_ends_with_1() {
    let data = Data::new();
    assert!(coursehub(&["inspect", "/no/such/file"]).failed(1).contains("cannot be read"));
    let folder = data.file("x", b"");
    coursehub(&["inspect", arg(folder.parent().unwrap())]).failed(1);
    coursehub(&["inspect"]).failed(2);
}
