//! `coursehub course add` and what is done with its courses.

use crate::program::{Data, arg, package, page, soon};

#[tokio::test]
async fn packages_are_added_once_and_found_when_the_hub_is_served() {
    let data = Data::new();
    let botany = data.file("botany.mbz", &package("BOT-PHOTO"));
    let bread = data.file("bread.mbz", &package("PAIN-LEVAIN"));
    let garbage = data.file("garbage.mbz", b"no package");
    let meta = data.file(
        "meta.toml",
        b"licence = 'cc-sa-4.0'\n[files.'bread.mbz']\ntitle = 'Bread'\nlanguage = 'fr'\ntags = ['bread', 'baking']\n",
    );
    let all = [arg(&botany), arg(&garbage), arg(&bread)];
    let mut words = vec!["course", "add", "--meta", arg(&meta)];
    words.extend(all);
    let ended = data.run(&words);
    // One that cannot be added stands in nobody's way.
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.err.ends_with("error: 1 of 3 packages not added\n"), "{ended:?}");
    assert!(ended.err.contains("garbage.mbz: not added"), "{ended:?}");
    assert!(ended.out.contains("[3/3]") && ended.out.contains("listed"), "{ended:?}");
    let again = data.run(&["course", "add", arg(&botany), arg(&bread)]).ok();
    assert_eq!(again.matches("there already").count(), 2, "{again}");

    let courses = data.json(&["course", "list"]);
    let courses = courses.as_array().unwrap();
    assert_eq!(courses.len(), 2);
    assert!(courses.iter().all(|course| course["listing"] == "listed" && course["public"] == true));
    let bread = courses.iter().find(|course| course["title"] == "Bread").expect("the title of the meta file");
    let shown = data.json(&["course", "show", &bread["id"].to_string()]);
    assert_eq!(shown["text"]["tags"], serde_json::json!(["bread", "baking"]));
    assert_eq!(shown["text"]["licence"], "cc-sa-4.0");
    assert_eq!(shown["package"], "ready");
    assert_eq!(shown["site_id"], serde_json::Value::Null);

    let hub = data.serve(&[]);
    let search = format!("{}/search?q=bread", hub.url);
    soon("the course is found", || async { page(&search).await.1.contains("Bread") }).await;
}

#[test]
fn a_wrong_field_in_the_meta_file_names_the_nearest() {
    let data = Data::new();
    let meta = data.file("meta.toml", b"licens = 'cc'\n");
    let package = data.file("a.mbz", &package("PY-START"));
    let error = data.run(&["course", "add", arg(&package), "--meta", arg(&meta)]).failed(2);
    assert!(error.contains("\"licence\""), "{error}");
    assert_eq!(data.json(&["course", "list"]), serde_json::json!([]));
}

#[test]
fn decisions_that_stand_already_are_no_error() {
    let data = Data::new();
    let package = data.file("a.mbz", &package("PY-START"));
    data.run(&["course", "add", arg(&package)]).ok();
    let id = data.json(&["course", "list"])[0]["id"].to_string();
    let already = |args: &[&str]| data.run(args).ok().starts_with("Already so");
    assert!(already(&["course", "accept", &id]));
    assert!(!already(&["course", "hide", &id, "--reason", "a complaint"]));
    assert!(already(&["course", "hide", &id, "--reason", "a complaint"]));
    let shown = data.run(&["course", "show", &id]).ok();
    assert!(shown.contains("hidden: a complaint"), "{shown}");
    assert!(!already(&["course", "unhide", &id]));
    assert!(already(&["course", "unhide", &id]));
    assert!(
        data.run(&["course", "refuse", &id, "--reason", "late"]).failed(1).contains("hide it or delete it")
    );
    assert!(data.run(&["course", "refuse", &id, "--reason", " "]).failed(2).contains("reason"));
    assert!(!already(&["course", "set", &id, "featured", "good"]));
    assert!(already(&["course", "set", &id, "featured", "good"]));
    assert!(data.run(&["course", "set", &id, "titel", "x"]).failed(2).contains("\"title\""));
    assert!(!already(&["course", "delete", &id]));
    assert!(already(&["course", "delete", &id]));
    data.run(&["course", "show", "99"]).failed(1);
    assert_eq!(data.json(&["course", "list", "--state", "removed"]).as_array().unwrap().len(), 1);
    assert_eq!(data.json(&["course", "list", "--state", "waiting"]), serde_json::json!([]));
}

#[test]
fn setting_what_stands_already_is_not_recorded_again() {
    let data = Data::new();
    let package = data.file("a.mbz", &package("PY-START"));
    data.run(&["course", "add", arg(&package)]).ok();
    let id = data.json(&["course", "list"])[0]["id"].to_string();
    for (key, value) in [("title", "Python"), ("tags", "code, snakes"), ("featured", "good")] {
        data.run(&["course", "set", &id, key, value]).ok();
        let once = data.json(&["course", "show", &id]);
        assert!(data.run(&["course", "set", &id, key, value]).ok().starts_with("Already so"), "{key}");
        assert_eq!(data.json(&["course", "show", &id]), once, "{key}");
    }
}
