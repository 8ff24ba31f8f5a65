//! Settings, accounts, mail, doctor.

use hub_sample::picture;

use crate::program::{Data, arg};

#[test]
fn a_setting_that_is_set_is_what_get_and_list_say() {
    let data = Data::new();
    assert!(data.run(&["settings", "set", "name", "École du Lac"]).ok().starts_with("name is École du Lac"));
    assert!(data.run(&["settings", "set", "name", "École du Lac"]).ok().starts_with("Already so"));
    assert_eq!(data.run(&["settings", "get", "name"]).ok(), "École du Lac\n");
    data.run(&["settings", "set", "courses_per_site_per_day", ""]).ok();
    data.run(&["settings", "set", "registration_password", "-open-"]).ok();
    let list = data.json(&["settings", "list"]);
    let value = |key: &str| {
        let found = list.as_array().unwrap().iter().find(|row| row["id"] == key);
        found.unwrap()["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(value("name"), "École du Lac");
    assert_eq!(value("courses_per_site_per_day"), "");
    assert_eq!(value("registration_password"), "(set)");
    assert_eq!(value("package_max_bytes"), "2147483648");
}

#[test]
fn a_wrong_key_names_the_nearest_and_a_wrong_value_says_what_fits() {
    let data = Data::new();
    let error = data.run(&["settings", "set", "registraton", "open"]).failed(2);
    assert!(error.contains("did you mean \"registration\""), "{error}");
    let error = data.run(&["settings", "set", "registration", "opne"]).failed(2);
    assert!(error.contains("open, password, invitation, approval or closed"), "{error}");
    let error = data.run(&["settings", "get", "nam"]).failed(2);
    assert!(error.contains("\"name\""), "{error}");
}

#[test]
fn the_logo_is_a_picture_written_anew() {
    let data = Data::new();
    let course = &hub_sample::courses::all()[0];
    let picture = data.file("logo.png", &picture::cover(course).bytes);
    data.run(&["settings", "set", "logo", arg(&picture)]).ok();
    assert_eq!(data.run(&["settings", "get", "logo"]).ok().trim().len(), 64);
    let text = data.file("logo.txt", b"no picture");
    data.run(&["settings", "set", "logo", arg(&text)]).failed(2);
    data.run(&["settings", "set", "logo", "/no/such/file"]).failed(1);
    data.run(&["settings", "set", "logo", ""]).ok();
    assert_eq!(data.run(&["settings", "get", "logo"]).ok().trim(), "");
}

#[test]
fn accounts_have_long_passwords_that_come_on_standard_input() {
    let data = Data::new();
    let create = ["admin", "create", "Ana@Hub.example", "--role", "owner", "--password-stdin"];
    assert!(data.run_with(&create, "short").failed(2).contains("12 to 1000 characters"));
    data.run_with(&create, "correct horse battery").ok();
    let error =
        data.run_with(&["admin", "create", "ana@hub.EXAMPLE", "--password-stdin"], "correct horse battery");
    assert!(error.failed(1).contains("reset-password"));
    data.run_with(&["admin", "reset-password", "ana@hub.example"], "another long one").ok();
    data.run_with(&["admin", "reset-password", "bob@hub.example"], "another long one").failed(1);
    let accounts = data.json(&["admin", "list"]);
    assert_eq!(accounts.as_array().unwrap().len(), 1);
    assert_eq!(accounts[0]["email"], "Ana@Hub.example");
    assert_eq!(accounts[0]["role"], "owner");
    assert!(accounts[0]["id"].is_i64());
    // Machine identities are no people.
    let error = data
        .run_with(&["admin", "create", "publichub@hub.example", "--password-stdin"], "correct horse battery");
    error.failed(1);
}

#[test]
fn without_a_mail_server_a_test_mail_says_what_to_do() {
    let data = Data::new();
    assert!(data.run(&["mail", "test", "ana@hub.example"]).failed(1).contains("mail_url"));
    data.run(&["mail", "test", "nobody"]).failed(2);
    data.run(&["mail", "show", "1"]).failed(1);
    assert_eq!(data.json(&["mail", "list"]), serde_json::json!([]));
}

#[test]
fn the_doctor_says_how_each_part_stands() {
    let data = Data::new();
    data.run(&["migrate"]).ok();
    let checks = data.json(&["doctor"]);
    let outcome = |id: &str| {
        let check = checks.as_array().unwrap().iter().find(|check| check["id"] == id);
        check.unwrap_or_else(|| panic!("no check {id}"))["outcome"].as_str().unwrap().to_owned()
    };
    for good in ["data folder", "key", "database", "search index", "files", "jobs", "clock", "sites"] {
        assert_eq!(outcome(good), "ok", "{good}");
    }
    assert_eq!(outcome("mail"), "warn");
    assert_eq!(outcome("set-up"), "warn");

    let config = data.file("hub.toml", b"mail_url = 'smtp://127.0.0.1:1'\nmail_from = 'hub@example.org'\n");
    let report = data.run(&["doctor", "--config", arg(&config)]);
    assert_eq!(report.code, 1, "{report:?}");
    assert!(report.out.contains("mail"), "{report:?}");
}
