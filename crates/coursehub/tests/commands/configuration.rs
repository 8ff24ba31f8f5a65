//! Help, configuration, exit codes.

use crate::program::{Data, arg, coursehub, program, run};

#[test]
fn help_names_every_command_and_wrong_use_ends_with_2() {
    let help = coursehub(&["--help"]).ok();
    for command in [
        "serve",
        "demo",
        "inspect",
        "admin",
        "site",
        "course",
        "settings",
        "mail",
        "directory",
        "doctor",
        "reindex",
        "migrate",
        "config",
        "completions",
        "man",
    ] {
        assert!(help.contains(command), "{command}");
    }
    for command in
        ["trust", "untrust", "prioritise", "show-in-list", "suspend", "confirm", "block", "split", "delete"]
    {
        assert!(coursehub(&["site", "--help"]).ok().contains(command), "{command}");
    }
    coursehub(&["sevre"]).failed(2);
    coursehub(&["course", "refuse", "7"]).failed(2);
    coursehub(&["site", "trust", "seven"]).failed(2);
    assert!(coursehub(&["completions", "bash"]).ok().contains("_coursehub"));
    assert!(coursehub(&["man"]).ok().contains("COURSEHUB COURSE ADD"));
}

#[test]
fn flags_beat_variables_beat_the_file() {
    let data = Data::new();
    let config = data
        .file("hub.toml", b"data = '/from/file'\nlisten = '127.0.0.1:1111'\nurl = 'https://file.example'\n");
    let print = |variable: Option<&str>, flag: Option<&str>| {
        let mut command = program();
        command.args(["config", "print", "--config", arg(&config)]);
        command.envs(variable.map(|value| ("COURSEHUB_DATA", value)));
        command.args(flag.iter().flat_map(|value| ["--data", *value]));
        run(command).ok()
    };
    assert!(print(None, None).contains("data = \"/from/file\"  # file"));
    assert!(print(Some("/from/variable"), None).contains("data = \"/from/variable\"  # COURSEHUB_DATA"));
    let all = print(Some("/from/variable"), Some("/from/flag"));
    assert!(all.contains("data = \"/from/flag\"  # flag"), "{all}");
    assert!(all.contains("url = \"https://file.example\"  # file"), "{all}");
    assert!(all.contains("allow_ports = [80, 443, 8080, 8443]  # default"), "{all}");
}

#[test]
fn the_place_of_the_hub_may_be_said_before_and_after_the_command() {
    let data = Data::new();
    let config = data.file("hub.toml", b"mail_from = 'hub@example.org'\n");
    let before = coursehub(&["--config", arg(&config), "config", "check"]).ok();
    let after = coursehub(&["config", "check", "--config", arg(&config)]).ok();
    assert_eq!(before, after);
    assert!(after.contains("hub.toml"), "{after}");
}

#[test]
fn an_unknown_key_is_an_error_that_names_the_nearest() {
    let data = Data::new();
    let config = data.file("hub.toml", b"databse_url = 'x'\n[network]\nallow_privat = []\n");
    for command in [&["config", "check"][..], &["serve"], &["settings", "list"]] {
        let mut words = command.to_vec();
        words.extend(["--config", arg(&config)]);
        let error = coursehub(&words).failed(2);
        assert!(error.contains("did you mean \"database_url\""), "{error}");
        assert!(error.contains("did you mean \"network.allow_private\""), "{error}");
    }
    let mut command = program();
    command.args(["config", "check"]).env("COURSEHUB_DATABSE_URL", "x");
    assert!(run(command).failed(2).contains("COURSEHUB_DATABASE_URL"));
}

#[test]
fn passwords_are_not_printed() {
    let data = Data::new();
    let config = data.file(
        "hub.toml",
        b"database_url = 'postgres://hub:sesame@127.0.0.1:1/hub'\nmail_url = 'smtps://hub:sesame@mail.example'\n\
          mail_from = 'hub@example.org'\n",
    );
    let printed = coursehub(&["config", "print", "--config", arg(&config)]).ok();
    assert!(printed.contains("hub:***@"), "{printed}");
    assert!(!printed.contains("sesame"), "{printed}");
    let error = data.run(&["settings", "list", "--config", arg(&config)]).failed(1);
    assert!(error.contains("cannot be opened") && !error.contains("sesame"), "{error}");
}
