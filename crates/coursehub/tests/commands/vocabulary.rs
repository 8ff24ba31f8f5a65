//! `coursehub vocabulary`.

use crate::program::{Data, arg};

#[test]
fn staff_edits_the_vocabularies_from_the_command_line() {
    let data = Data::new();
    let list = data.json(&["vocabulary", "list"]);
    let subjects = list.as_array().unwrap().iter().find(|row| row["id"] == "subject").unwrap();
    assert_eq!((&subjects["terms"], &subjects["own"]), (&439.into(), &0.into()));

    let added = data.run(&["vocabulary", "add", "level", "Nursery", "--classic", "primary"]).ok();
    assert!(added.starts_with("level nursery is added"), "{added}");
    data.run(&["vocabulary", "rename", "level", "nursery", "Kita", "--lang", "de"]).ok();
    data.run(&["vocabulary", "move", "level", "nursery", "--before", "primary"]).ok();
    let levels = data.json(&["vocabulary", "show", "level"]);
    assert_eq!(levels[0]["id"], "nursery");
    assert_eq!(levels[0]["names"]["de"], "Kita");
    assert_eq!(levels[0]["classic"], "primary");

    assert!(data.run(&["vocabulary", "retire", "level", "Corporate"]).ok().contains("no longer offered"));
    assert!(data.run(&["vocabulary", "retire", "level", "corporate"]).ok().starts_with("Already so"));
    data.run(&["vocabulary", "merge", "subject", "Botany", "Zoology"]).ok();
    let botany = data.json(&["vocabulary", "show", "subject", "field1010903"]);
    assert!(botany["merged_into"].is_string(), "{botany}");
    data.run(&["vocabulary", "restore", "subject", "field1010903"]).ok();
    let licence = data.run(&["vocabulary", "show", "licence", "cc-nc-4.0"]).ok();
    assert!(licence.contains("CC-BY-NC-4.0") && licence.contains("reuse, derivatives"), "{licence}");

    let error = data.run(&["vocabulary", "retire", "level", "primery"]).failed(2);
    assert!(error.contains("did you mean \"primary\""), "{error}");
    data.run(&["vocabulary", "show", "year"]).failed(1);
}

#[test]
fn own_facets_are_made_and_taken_to_another_hub() {
    let (data, other) = (Data::new(), Data::new());
    data.run(&["vocabulary", "facet", "add", "year", "School year"]).ok();
    data.run(&["vocabulary", "add", "year", "Year 1"]).ok();
    let file = data.file("vocabularies.json", b"");
    data.run(&["vocabulary", "export", arg(&file)]).ok();
    let taken = other.run(&["vocabulary", "import", arg(&file)]).ok();
    assert!(taken.starts_with("1 facet and 1 term"), "{taken}");
    assert!(other.run(&["vocabulary", "import", arg(&file)]).ok().starts_with("Already so"));
    assert_eq!(other.json(&["vocabulary", "show", "year"])[0]["id"], "year-1");
    data.run(&["vocabulary", "facet", "remove", "year"]).ok();
    data.run(&["vocabulary", "show", "year"]).failed(1);
}
