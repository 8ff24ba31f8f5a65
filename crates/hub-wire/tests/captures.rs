//! Replays recorded exchanges between real Moodle clients and a real classic hub: every call is read,
//! every result is read and written again byte for byte.
//!
//! The recordings are not part of the project. They are looked for in `COURSEHUB_CAPTURES`, by default
//! `../shared/captures` beside the workspace; without them the tests say that they skipped.

#![expect(clippy::unwrap_used, reason = "a test may stop at once, its helper functions too")]

use std::io::Write as _;
use std::path::PathBuf;

use hub_wire::moodle::{
    Comment, ContentCount, CourseAddress, CourseList, CourseRecord, Function, HubInfo, OwnerView, Rating,
    Reply, Request,
};
use hub_wire::registration::{Field, Registration, WayBack};
use hub_wire::xmlrpc::{
    Call, Family, Limits, METHOD_SIGNATURE, ReplyForm, Response, fault, fault_code, fault_text, parse_call,
    parse_response, response,
};
use hub_wire::{Value, form};

fn folder() -> Option<PathBuf> {
    let path = std::env::var_os("COURSEHUB_CAPTURES").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/captures")),
        PathBuf::from,
    );
    if path.is_dir() {
        return Some(path);
    }
    note_skip(&format!("COURSEHUB_CAPTURES: no folder {}", path.display()));
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

struct Exchange {
    file: String,
    user_agent: Option<String>,
    call: String,
    reply: String,
}

/// The XML-RPC exchanges in one recording.
fn exchanges(file: &str, text: &str) -> Vec<Exchange> {
    let mut found = Vec::new();
    for part in text.split("### ").filter(|part| part.contains("/webservice/webservices.php")) {
        let Some((request, answer)) = part.split_once("\n--- response\n") else { continue };
        let Some((head, call)) = request.split_once("\n\n") else { continue };
        let Some((_, reply)) = answer.split_once("\n\n") else { continue };
        let user_agent = head.lines().find_map(|line| line.strip_prefix("User-Agent: "));
        found.push(Exchange {
            file: file.to_owned(),
            user_agent: user_agent.map(str::to_owned),
            call: call.trim_end().to_owned(),
            reply: reply.trim_end().to_owned(),
        });
    }
    found
}

fn recorded() -> Vec<Exchange> {
    let Some(folder) = folder() else { return Vec::new() };
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let mut all = Vec::new();
    for path in names.into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        let text = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        all.extend(exchanges(&name, &String::from_utf8_lossy(&text)));
    }
    assert!(all.len() > 20, "only {} exchanges found", all.len());
    all
}

fn parse(exchange: &Exchange) -> Option<Call> {
    let body = exchange.call.as_bytes();
    let family = Family::detect(exchange.user_agent.as_deref(), body);
    parse_call(body, family, &Limits::default()).ok()
}

#[test]
fn every_recorded_call_is_read_or_was_refused_by_the_classic_hub_too() {
    for exchange in recorded() {
        let Some(call) = parse(&exchange) else {
            assert!(exchange.reply.contains("invalidrecord"), "{}: {}", exchange.file, exchange.call);
            continue;
        };
        let Some(function) = Function::from_name(&call.method) else {
            // Names we do not have: the classic hub had no such function either, or refused its use.
            let refused =
                exchange.reply.contains("invalidrecord") || exchange.reply.contains("accessexception");
            assert!(refused || call.method == METHOD_SIGNATURE, "{}: {}", exchange.file, call.method);
            continue;
        };
        let request = Request::from_positional(function, call.params);
        let was_invalid = exchange.reply.contains("invalidparameter");
        assert_eq!(request.is_err(), was_invalid, "{}: {request:?}", exchange.file);
    }
}

#[test]
fn every_recorded_reply_is_written_again_byte_for_byte() {
    for exchange in recorded() {
        if !exchange.reply.starts_with("<?xml") {
            continue;
        }
        let written = match parse_response(exchange.reply.as_bytes(), &Limits::default()) {
            Ok(Response::Value(value)) => response(&value, ReplyForm::Utf8),
            Ok(Response::Fault { code, text }) => {
                let (human, errorcode) = text.split_once(" | ERRORCODE: ").expect("a code at the end");
                assert_eq!(code, i64::from(fault_code(errorcode)), "{}", exchange.file);
                fault(fault_code(errorcode), &fault_text(human, errorcode), ReplyForm::Utf8)
            }
            Err(error) => panic!("{}: {error}", exchange.file),
        };
        assert_eq!(written, exchange.reply, "{}", exchange.file);
    }
}

#[test]
fn every_recorded_list_of_courses_goes_through_our_types_unchanged() {
    for exchange in recorded() {
        let Some(call) = parse(&exchange) else { continue };
        let Ok(Response::Value(value)) = parse_response(exchange.reply.as_bytes(), &Limits::default()) else {
            continue;
        };
        let reply = match Function::from_name(&call.method) {
            Some(Function::GetCourses) => Reply::Courses(course_list(&value)),
            Some(Function::GetInfo) => Reply::Info(hub_info(&value)),
            Some(Function::RegisterCourses) => Reply::Registered(value.items().iter().map(int).collect()),
            Some(Function::UpdateSiteInfo) => Reply::SiteUpdated,
            Some(Function::UnregisterCourses) => Reply::CoursesUnregistered,
            Some(Function::UnregisterSite) => Reply::SiteUnregistered,
            _ => continue,
        };
        assert_eq!(response(&reply.into_value(), ReplyForm::Utf8), exchange.reply, "{}", exchange.file);
    }
}

#[test]
fn the_text_of_the_3_1_client_arrives_unharmed() {
    let file = "23-advertise-c-submit.txt";
    let Some(exchange) = recorded().into_iter().find(|exchange| exchange.file == file) else { return };
    let call = parse(&exchange).unwrap();
    let Ok(Request::RegisterCourses(courses)) =
        Request::from_positional(Function::RegisterCourses, call.params)
    else {
        panic!("no publication")
    };
    assert_eq!(courses[0].description, "Line one\nLine two — ünï");
    assert_eq!(courses[0].fullname, "Generated  & more");
    assert_eq!(courses[0].creatornotes, "<p>Notes &amp; hints</p>");
    assert_eq!(courses[0].contents.len(), 4);
    assert_eq!(courses[0].screenshots, Some(2));
}

#[test]
fn the_recorded_registration_leads_back_where_it_led() {
    let Some(folder) = folder() else { return };
    let text = std::fs::read_to_string(folder.join("12-register-submit.txt")).unwrap();
    let line = |start: &str| text.lines().find_map(|line| line.strip_prefix(start)).unwrap();
    let (_, query) =
        line("Location: http://hub.example/local/hub/siteregistration.php").split_once('?').unwrap();
    let registration = Registration::parse(query.as_bytes(), b"").unwrap();
    assert_eq!(registration.name, Field::Value("Example School".to_owned()));
    assert_eq!(
        registration.description,
        Field::Value("A school that teaches things & more — café".to_owned())
    );
    assert_eq!(registration.geolocation, Field::Empty);
    let expected = line("Location: http://school.example/admin/registration/confirmregistration.php");
    let (_, back) = expected.split_once('?').unwrap();
    let (_, token) = form::pairs(back.as_bytes()).next().unwrap();
    let way = WayBack {
        site_url: registration.url.value().unwrap(),
        hub_url: registration.huburl.value().unwrap(),
        secret: registration.token.value().unwrap(),
        hub_name: "Example Hub",
    };
    assert_eq!(
        way.confirm(&token),
        format!("http://school.example/admin/registration/confirmregistration.php{expected}")
    );
}

fn int(value: &Value) -> i64 {
    value.as_int().unwrap()
}

fn text(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_text).unwrap_or_else(|| panic!("no {name}")).to_owned()
}

fn number(value: &Value, name: &str) -> i64 {
    value.get(name).and_then(Value::as_int).unwrap_or_else(|| panic!("no {name}"))
}

fn double(value: &Value, name: &str) -> Option<f64> {
    match value.get(name) {
        Some(Value::Double(number)) => Some(*number),
        _ => None,
    }
}

fn items<T>(value: &Value, name: &str, read: impl Fn(&Value) -> T) -> Vec<T> {
    value.get(name).map(|list| list.items().iter().map(read).collect()).unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "recorded counts are small and whole")]
fn hub_info(value: &Value) -> HubInfo {
    HubInfo {
        name: text(value, "name"),
        description: text(value, "description"),
        hublogo: number(value, "hublogo") == 1,
        language: text(value, "language"),
        url: text(value, "url"),
        sites: double(value, "sites").unwrap() as i64,
        courses: double(value, "courses").unwrap() as i64,
        enrollablecourses: number(value, "enrollablecourses"),
        downloadablecourses: number(value, "downloadablecourses"),
        contact: None,
    }
}

fn course_list(value: &Value) -> CourseList {
    CourseList { courses: items(value, "courses", course_record), total: number(value, "coursetotal") }
}

fn course_record(value: &Value) -> CourseRecord {
    let owner = value.get("privacy").map(|_| OwnerView {
        publisheremail: text(value, "publisheremail"),
        privacy: number(value, "privacy"),
        sitecourseid: number(value, "sitecourseid"),
    });
    let address = match value.get("courseurl") {
        Some(_) => CourseAddress::Course(text(value, "courseurl")),
        None => CourseAddress::Demo(text(value, "demourl")),
    };
    let rating = value.get("rating").unwrap();
    CourseRecord {
        id: number(value, "id"),
        fullname: text(value, "fullname"),
        shortname: text(value, "shortname"),
        description: text(value, "description"),
        language: text(value, "language"),
        publishername: text(value, "publishername"),
        owner,
        contributornames: text(value, "contributornames"),
        coverage: text(value, "coverage"),
        creatorname: text(value, "creatorname"),
        licenceshortname: text(value, "licenceshortname"),
        subject: text(value, "subject"),
        audience: text(value, "audience"),
        educationallevel: text(value, "educationallevel"),
        creatornotes: text(value, "creatornotes"),
        creatornotesformat: number(value, "creatornotesformat"),
        address,
        backupsize: value.get("backupsize").map(int),
        enrollable: value.get("enrollable") == Some(&Value::Bool(true)),
        screenshots: number(value, "screenshots"),
        timemodified: number(value, "timemodified"),
        contents: items(value, "contents", |content| ContentCount {
            moduletype: text(content, "moduletype"),
            modulename: text(content, "modulename"),
            contentcount: number(content, "contentcount"),
        }),
        rating: Rating {
            aggregate: double(rating, "aggregate"),
            scaleid: number(rating, "scaleid"),
            count: number(rating, "count"),
        },
        comments: items(value, "comments", |comment| Comment {
            comment: text(comment, "comment"),
            commentator: text(comment, "commentator"),
            date: number(comment, "date"),
        }),
        outcomes: items(value, "outcomes", |outcome| text(outcome, "fullname")),
    }
}
