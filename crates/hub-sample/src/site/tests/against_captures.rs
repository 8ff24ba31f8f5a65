//! Every recorded call, read and written again by our encoder, must give the recorded bytes.
//!
//! The recordings stand beside the workspace; `COURSEHUB_CAPTURES` names another place. Without them the tests say
//! that they were skipped.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::site::{Family, Wire, encode};

/// The recordings, or nothing after a word about it.
fn captures() -> Option<PathBuf> {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/captures");
    let folder = std::env::var_os("COURSEHUB_CAPTURES").map_or(default, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    note_skip(&format!("COURSEHUB_CAPTURES: no folder {}", folder.display()));
    None
}

/// Says what is missing, also in the list that the test command counts skipped tests by.
fn note_skip(what: &str) {
    eprintln!("skipped: {what}");
    let Some(list) = std::env::var_os("COURSEHUB_TEST_SKIPS") else { return };
    if let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(list) {
        let _ = writeln!(file, "{what}");
    }
}

/// A recorded request: head lines and body.
struct Recorded {
    file: String,
    head: String,
    body: String,
}

fn recorded_calls(folder: &Path) -> Vec<Recorded> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut calls = Vec::new();
    for path in files {
        // Some recordings hold binary parts.
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        for exchange in text.split("\n### ").skip_while(|part| part.is_empty()) {
            let Some((request, _)) = exchange.split_once("\n--- response") else { continue };
            let Some((head, body)) = request.split_once("\n\n") else { continue };
            if body.contains("<methodCall>") && head.contains("Content-Length") {
                let file = path.file_name().unwrap().to_string_lossy().into_owned();
                calls.push(Recorded { file, head: head.to_owned(), body: body.to_owned() });
            }
        }
    }
    calls
}

/// Function and parameters of a recorded call; text as the bytes its references stand for.
fn read_call(xml: &str) -> (String, Vec<Wire>) {
    let document = Node::read(xml);
    let function = document.child("methodName").text.clone();
    let parameters = document.children.iter().find(|node| node.name == "params");
    let values =
        parameters.map(|params| params.children.iter().map(|param| param.child("value").value()).collect());
    (function, values.unwrap_or_default())
}

#[derive(Default)]
struct Node {
    name: String,
    text: String,
    children: Vec<Node>,
}

impl Node {
    fn read(xml: &str) -> Self {
        use quick_xml::events::Event;
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    open.push(Self { name: start.name().as_ref().to_owned(), ..Self::default() });
                }
                Event::Empty(start) => {
                    let node = Self { name: start.name().as_ref().to_owned(), ..Self::default() };
                    open.last_mut().unwrap().children.push(node);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
                Event::GeneralRef(name) => {
                    let character = match name.as_ref() {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        _ => name.resolve_char_ref().unwrap().unwrap(),
                    };
                    open.last_mut().unwrap().text.push(character);
                }
                Event::End(_) => {
                    let node = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(node);
                }
                Event::Eof => return open.pop().unwrap().children.pop().unwrap(),
                _ => {}
            }
        }
    }

    fn child(&self, name: &str) -> &Self {
        self.children
            .iter()
            .find(|node| node.name == name)
            .unwrap_or_else(|| panic!("<{}> has no <{name}>", self.name))
    }

    fn value(&self) -> Wire {
        let typed = &self.children[0];
        match typed.name.as_str() {
            "string" => Wire::Text(typed.bytes_as_text()),
            "int" => Wire::Int(typed.text.parse().unwrap()),
            "double" => Wire::Double(typed.text.parse().unwrap()),
            "boolean" => Wire::Bool(typed.text == "1"),
            "nil" => Wire::Null,
            "array" => Wire::List(typed.child("data").children.iter().map(Self::value).collect()),
            "struct" => Wire::Struct(
                typed
                    .children
                    .iter()
                    .map(|m| (m.child("name").text.clone(), m.child("value").value()))
                    .collect(),
            ),
            other => panic!("{other}"),
        }
    }

    /// References up to 255 were single bytes of UTF-8; text with higher characters was sent raw.
    fn bytes_as_text(&self) -> String {
        let bytes: Option<Vec<u8>> =
            self.text.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect();
        bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| self.text.clone())
    }
}

#[test]
fn our_calls_have_the_bytes_of_the_recorded_ones() {
    let Some(folder) = captures() else { return };
    let mut compared = 0;
    for call in recorded_calls(&folder) {
        // What a script sent with odd input on purpose is not the clients' own.
        let is_script = !call.head.contains("Zend_XmlRpc_Client") && call.body.contains("<params><");
        if is_script {
            continue;
        }
        let family =
            if call.head.contains("Zend_XmlRpc_Client") { Family::Zend } else { Family::ExtUnpatched };
        let (function, parameters) = read_call(&call.body);
        let ours = encode::xmlrpc(family, &function, parameters.iter());
        assert_eq!(ours.trim_end(), call.body.trim_end(), "{} {function}", call.file);
        let length = call.head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap();
        assert_eq!(ours.len().to_string(), length, "{} {function}", call.file);
        compared += 1;
    }
    assert!(compared >= 15, "only {compared} calls were found in the recordings");
}

#[test]
fn the_registration_address_is_the_recorded_one() {
    let Some(folder) = captures() else { return };
    let text = std::fs::read_to_string(folder.join("12-register-submit.txt")).unwrap();
    let recorded = text
        .lines()
        .find_map(|line| line.split_once("siteregistration.php?").filter(|_| line.starts_with("Location:")));
    let (_, recorded) = recorded.unwrap();
    let mut info = crate::site::SiteInfo::new(Family::ExtUnpatched, "Example School");
    info.description = "A school that teaches things & more — café".to_owned();
    info.street = "1 Main St".to_owned();
    info.contact_phone = "+1 555".to_owned();
    info.is_contactable = false;
    (info.courses, info.users, info.enrolments, info.posts, info.resources) = (0, 2, 1, 0, 0);
    (info.participants_per_course, info.modules_per_course) = (0.0, 0.0);
    let ours = info.classic_query(
        "http://hub.example",
        "AVXWrlrEgEZ4CDStODm5ogB9B77tcmswschool.example",
        "http://school.example",
    );
    // A fresh site had one role assignment but no enrolment; ours sends one number for both.
    assert_eq!(ours.replace("enrolments=1", "enrolments=0"), recorded);
}
