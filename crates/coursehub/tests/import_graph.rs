//! Pins who may import whom, and who may name the big libraries: the shape drawn in
//! `docs/ARCHITECTURE.md`, read from `cargo metadata`.
//!
//! A failing test here is a question about the design, not about this file: a new arrow between rooms
//! needs a reason in `docs/ARCHITECTURE.md`, and a row below in the same commit.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use serde::Deserialize;

/// What one member of the workspace may do.
struct Room {
    name: &'static str,
    licence: &'static str,
    /// Members it may use in the code it ships.
    imports: &'static [&'static str],
    /// Members that its tests may use besides.
    imports_in_tests: &'static [&'static str],
}

const AGPL: &str = "AGPL-3.0-or-later";
const PERMISSIVE: &str = "MIT OR Apache-2.0";
const TEST_HELP: &[&str] = &["hub-sample", "hub-testkit"];

const ROOMS: &[Room] = &[
    Room { name: "hub-core", licence: AGPL, imports: &[], imports_in_tests: &[] },
    Room { name: "hub-package", licence: PERMISSIVE, imports: &[], imports_in_tests: &[] },
    Room { name: "hub-wire", licence: PERMISSIVE, imports: &[], imports_in_tests: &[] },
    Room { name: "hub-sample", licence: AGPL, imports: &[], imports_in_tests: &[] },
    Room { name: "hub-db", licence: AGPL, imports: &["hub-core"], imports_in_tests: TEST_HELP },
    Room { name: "hub-search", licence: AGPL, imports: &["hub-core"], imports_in_tests: TEST_HELP },
    Room {
        name: "hub-app",
        licence: AGPL,
        imports: &["hub-core", "hub-db", "hub-package", "hub-search"],
        imports_in_tests: TEST_HELP,
    },
    Room {
        name: "hub-web",
        licence: AGPL,
        imports: &["hub-app", "hub-core", "hub-wire"],
        imports_in_tests: TEST_HELP,
    },
    Room {
        name: "coursehub",
        licence: AGPL,
        imports: &["hub-app", "hub-core", "hub-db", "hub-package", "hub-sample", "hub-search", "hub-web"],
        imports_in_tests: &["hub-testkit", "hub-wire"],
    },
    Room {
        name: "hub-testkit",
        licence: AGPL,
        imports: &["hub-app", "hub-core", "hub-db", "hub-sample", "hub-search", "hub-web", "hub-wire"],
        imports_in_tests: &[],
    },
    // The corpus of the measurements goes in past the sockets: texts by the use case, the rest as rows, those of
    // reports among them, which name the reader's version.
    Room {
        name: "hub-load",
        licence: AGPL,
        imports: &["hub-app", "hub-core", "hub-db", "hub-package", "hub-search"],
        imports_in_tests: &[],
    },
];

/// Each big library and the rooms that may name it. A name also stands for its family: `sqlx` for
/// `sqlx-core` too.
const LIBRARIES: &[(&str, &[&str])] = &[
    // The test kit makes and drops the databases that tests run in.
    ("sqlx", &["hub-db", "hub-testkit"]),
    ("tantivy", &["hub-search"]),
    ("object_store", &["hub-app"]),
    ("lettre", &["hub-app"]),
    // The simulated Moodle site and the test clients speak HTTP, they are no part of the hub.
    ("reqwest", &["hub-app", "hub-sample", "hub-testkit"]),
    // The simulated Moodle site listens, too.
    ("axum", &["hub-web", "hub-sample"]),
];

/// The program carries one implementation of cryptography, aws-lc-rs, and needs none from the system.
const NEVER_IN_THE_GRAPH: &[&str] = &["native-tls", "openssl", "openssl-sys", "ring"];

/// Of what `cargo metadata` prints: <https://doc.rust-lang.org/cargo/commands/cargo-metadata.html>.
#[derive(Deserialize)]
struct Workspace {
    packages: Vec<Member>,
}

#[derive(Deserialize)]
struct Member {
    name: String,
    license: Option<String>,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `dev`, `build`, or none for an ordinary one.
    kind: Option<String>,
}

static MEMBERS: LazyLock<Vec<Member>> = LazyLock::new(|| {
    let text = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    serde_json::from_str::<Workspace>(&text).expect("this is the format of version 1").packages
});

/// What `cargo` prints when asked in the root of the workspace.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--locked"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("cargo is there: it runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}

fn room(member: &Member) -> &'static Room {
    ROOMS.iter().find(|room| room.name == member.name).unwrap_or_else(|| {
        panic!(
            "{} is new in the workspace: give it a row in ROOMS and a place in docs/ARCHITECTURE.md",
            member.name
        )
    })
}

#[test]
fn every_row_of_this_table_is_a_member() {
    let members: BTreeSet<_> = MEMBERS.iter().map(|member| member.name.as_str()).collect();
    let rooms: BTreeSet<_> = ROOMS.iter().map(|room| room.name).collect();
    assert_eq!(rooms, members);
}

#[test]
fn rooms_import_only_along_the_arrows() {
    let ours: BTreeSet<_> = ROOMS.iter().map(|room| room.name).collect();
    let mut wrong = Vec::new();
    for member in MEMBERS.iter() {
        let room = room(member);
        for dependency in member.dependencies.iter().filter(|found| ours.contains(found.name.as_str())) {
            let name = dependency.name.as_str();
            let drawn = room.imports.contains(&name)
                || dependency.kind.as_deref() == Some("dev") && room.imports_in_tests.contains(&name);
            if !drawn {
                wrong.push(format!("{} → {name} ({:?})", room.name, dependency.kind));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that are not drawn: {wrong:#?}");
}

#[test]
fn a_big_library_is_named_in_its_room_only() {
    let mut wrong = Vec::new();
    for member in MEMBERS.iter() {
        for dependency in &member.dependencies {
            for (library, rooms) in LIBRARIES {
                let rest = dependency.name.strip_prefix(library);
                let is_of_its_family =
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']));
                if is_of_its_family && !rooms.contains(&member.name.as_str()) {
                    wrong.push(format!("{} names {}; only {rooms:?} may", member.name, dependency.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The names of all that is compiled here, with tests. `cargo metadata` will not do: it also lists what is
/// only switched on *if* another feature brings it in, as rustls does with ring.
fn compiled_packages() -> BTreeSet<String> {
    let lines = cargo(&["tree", "--workspace", "--prefix", "none", "--format", "{p}"]);
    lines.lines().filter_map(|line| line.split(' ').next()).map(String::from).collect()
}

#[test]
fn cryptography_comes_from_one_library() {
    let compiled = compiled_packages();
    let found: Vec<_> = NEVER_IN_THE_GRAPH.iter().filter(|name| compiled.contains(**name)).collect();
    assert!(found.is_empty(), "{found:?} came in; `cargo tree --workspace -i NAME` shows how");
    assert!(compiled.contains("aws-lc-rs"));
}

#[test]
fn versions_and_features_stand_in_the_workspace_table_only() {
    let mut wrong = Vec::new();
    for member in MEMBERS.iter() {
        let text = std::fs::read_to_string(&member.manifest_path).expect("cargo has just read it");
        let manifest: toml::Table = text.parse().expect("cargo has just parsed it");
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(toml::Value::Table(dependencies)) = manifest.get(section) else { continue };
            for (name, entry) in dependencies {
                let keys: Vec<&str> = entry
                    .as_table()
                    .map(|entry| entry.keys().map(String::as_str).collect())
                    .unwrap_or_default();
                let only_refers = keys.contains(&"workspace")
                    && keys.iter().all(|key| matches!(*key, "workspace" | "optional"));
                if !only_refers {
                    wrong.push(format!("{} [{section}] {name} = {entry}", member.name));
                }
            }
        }
        if manifest.contains_key("target") {
            wrong.push(format!("{} [target…]: not looked into by this test", member.name));
        }
    }
    assert!(wrong.is_empty(), "write `NAME.workspace = true` instead: {wrong:#?}");
}

#[test]
fn members_carry_their_licence() {
    let found: BTreeMap<_, _> =
        MEMBERS.iter().map(|member| (member.name.as_str(), member.license.as_deref())).collect();
    let wanted: BTreeMap<_, _> = ROOMS.iter().map(|room| (room.name, Some(room.licence))).collect();
    assert_eq!(found, wanted);
}
