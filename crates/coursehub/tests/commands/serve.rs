//! `coursehub serve`, and commands beside it.

use std::os::unix::fs::PermissionsExt as _;

use crate::program::{Data, Served, coursehub, page, soon};

#[tokio::test]
async fn it_prints_its_address_and_stops_when_told() {
    for signal in ["INT", "TERM"] {
        let data = Data::new();
        let hub = data.serve(&[]);
        let (status, _) = page(&hub.url).await;
        assert_eq!(status, 200);
        let mode = std::fs::metadata(data.path()).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o700);
        let (code, rest) = hub.end(signal);
        assert_eq!(code, Some(0), "{rest}");
        assert!(rest.contains("/setup/"), "{rest}");
    }
}

#[test]
fn a_second_serve_on_the_same_data_refuses_and_an_owner_ends_the_hint() {
    let data = Data::new();
    let create = ["admin", "create", "ana@hub.example", "--role", "owner", "--password-stdin"];
    data.run_with(&create, "correct horse battery").ok();
    let hub = data.serve(&[]);
    let error = data.run(&["serve", "--listen", "127.0.0.1:0"]).failed(1);
    assert!(error.contains("another `coursehub serve` is running"), "{error}");
    let (code, rest) = hub.end("TERM");
    assert_eq!(code, Some(0));
    assert!(!rest.contains("/setup/"), "{rest}");
    // Its end frees the folder.
    data.serve(&[]);
}

#[test]
fn a_taken_port_says_what_to_do() {
    let data = Data::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    assert!(data.run(&["serve", "--listen", &address]).failed(1).contains("--listen"));
    coursehub(&["serve", "--listen", "here"]).failed(2);
}

#[tokio::test]
async fn a_setting_changed_beside_it_is_seen_soon() {
    let data = Data::new();
    let hub = data.serve(&[]);
    data.run(&["settings", "set", "name", "Wissen im Tal"]).ok();
    soon("the new name", || async { page(&hub.url).await.1.contains("Wissen im Tal") }).await;
    data.run(&["settings", "set", "enabled", "off"]).ok();
    soon("the hub is off", || async { page(&hub.url).await.0 != 200 }).await;
    data.run(&["settings", "set", "enabled", "on"]).ok();
    soon("the hub is on", || async { page(&hub.url).await.0 == 200 }).await;
    assert!(data.run(&["reindex"]).ok().contains("running hub"));
    // The doctor does not mind a running hub.
    assert_eq!(data.run(&["doctor"]).code, 0);
}

#[tokio::test]
async fn it_lives_under_a_path_with_capitals() {
    let data = Data::new();
    let mut command =
        data.command(&["serve", "--listen", "127.0.0.1:0", "--url", "http://Hub.Example:8090/Kurse"]);
    command.env("COURSEHUB_URL", "http://elsewhere.example");
    let hub = Served::start(command);
    assert_eq!(hub.url, "http://Hub.Example:8090/Kurse");
    // Commands beside it know its address without being told.
    let shown = data.run(&["doctor"]);
    assert!(shown.out.contains("http://Hub.Example:8090/Kurse"), "{shown:?}");
}
