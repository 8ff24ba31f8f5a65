//! Conformance tests of the classic protocol notes, section 13: the web service itself, over a TCP socket.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use hub_sample::site::{Family, Kind, SimulatedSite, SiteOptions, Wire};
use hub_testkit::clients::{client, run_json};
use hub_testkit::{TestHub, conformance_test, db_test, example_course};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

const PROLOG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

/// Posts a body as it is, and gives the body of the answer, whose status must be 200.
async fn post(hub: &TestHub, token: &str, agent: &str, body: impl Into<reqwest::Body>) -> String {
    let url = format!("{}/local/hub/webservice/webservices.php?wstoken={token}", hub.url());
    let client = Client::builder().no_proxy().build().unwrap();
    let request =
        client.post(url).header("content-type", "text/xml; charset=utf-8").header("user-agent", agent);
    let answer = request.body(body).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "classic clients take other statuses for null");
    assert_eq!(answer.headers()["content-type"], "text/xml; charset=utf-8");
    let length: usize = answer.headers()["content-length"].to_str().unwrap().parse().unwrap();
    let body = answer.text().await.unwrap();
    assert_eq!(body.len(), length);
    body
}

fn fault(body: &str) -> (i64, String) {
    match hub_wire::xmlrpc::parse_response(body.as_bytes(), &hub_wire::xmlrpc::Limits::default()).unwrap() {
        hub_wire::xmlrpc::Response::Fault { code, text } => (code, text),
        hub_wire::xmlrpc::Response::Value(value) => panic!("no fault but {value:?}"),
    }
}

const GET_INFO: &str = "<methodCall><methodName>hub_get_info</methodName></methodCall>";

/// The reply to `hub_get_info` in a hub with one site, one advert and two shares.
async fn info_is_told(hub: &TestHub) -> String {
    hub.set("name", "Example Hub").await;
    hub.set("description", "Courses for *all* & sundry").await;
    hub.set("contact_email", "staff@hub.example").await;
    let site = hub.trusted_site("Lake school").await;
    site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
    for course in ["BOT-PHOTO", "DAF-A1"] {
        site.publish_share(&hub.url(), &example_course(course), 0).await.unwrap();
    }
    hub.settle().await;
    let member =
        |name: &str, value: &str| format!("<member><name>{name}</name><value>{value}</value></member>");
    let members = [
        member("name", "<string>Example Hub</string>"),
        member("description", "<string>Courses for *all* &#38; sundry</string>"),
        member("hublogo", "<int>0</int>"),
        member("language", "<string>en</string>"),
        member("url", &format!("<string>{}</string>", hub.url())),
        member("sites", "<double>1.000000</double>"),
        member("courses", "<double>3.000000</double>"),
        member("enrollablecourses", "<int>1</int>"),
        member("downloadablecourses", "<int>2</int>"),
    ];
    let value = format!("<value><struct>{}</struct></value>", members.concat());
    format!("{PROLOG}<methodResponse><params><param>{value}</param></params></methodResponse>")
}

conformance_test! {
    async fn conformance_12_hub_get_info_of_a_client_without_parameters(hub) {
        let wanted = info_is_told(&hub).await;
        let body = format!("{PROLOG}\n{GET_INFO}\n");
        assert!(!body.contains("params"), "family Z sends no element at all");
        let told = post(&hub, "publichub", "Zend_XmlRpc_Client", body).await;
        assert!(told.starts_with(PROLOG), "nothing stands before the prolog: {told}");
        assert_eq!(told, wanted, "all members and no contact, which only the directory reader is told");
    }
}

conformance_test! {
    async fn conformance_13_hub_get_info_of_a_client_that_indents(hub) {
        let wanted = info_is_told(&hub).await;
        let indented = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<methodCall>\n <methodName>hub_get_info</methodName>\n \
            <params/>\n</methodCall>\n";
        let told = post(&hub, "publichub", "curl/8.0", indented).await;
        assert_eq!(told, wanted, "the same as without parameters");
        // Families E and P read UTF-8 right in a reply that calls itself ISO-8859-1.
        for agent in ["MoodleBot/1.0", "Moodle XML-RPC Client/1.0"] {
            let told = post(&hub, "publichub", agent, indented).await;
            assert!(told.starts_with("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"), "{told}");
            assert_eq!(told.replacen("ISO-8859-1", "UTF-8", 1), wanted, "only the label differs");
        }
    }
}

db_test! {
    async fn conformance_14_method_signature_is_well_formed(hub) {
        for name in ["hub_get_courses", "no_such_function"] {
            let body = format!(
                "{PROLOG}\n<methodCall><methodName>system.methodSignature</methodName><params><param><value>\
                 <string>{name}</string></value></param></params></methodCall>"
            );
            let answer = post(&hub, "notokenatall", "Zend_XmlRpc_Client", body).await;
            let limits = hub_wire::xmlrpc::Limits::default();
            hub_wire::xmlrpc::parse_response(answer.as_bytes(), &limits).unwrap();
        }
    }
}

db_test! {
    async fn conformance_15_an_unknown_token_is_an_invalid_token(hub) {
        for token in ["0123456789abcdef0123456789abcdef", "short", "", "PUBLICHUB"] {
            let (code, text) = fault(&post(&hub, token, "Zend_XmlRpc_Client", GET_INFO).await);
            assert_eq!(code, 89_159_464);
            assert!(text.starts_with("Invalid token - token not found"), "{text}");
            assert!(text.ends_with("| ERRORCODE: invalidtoken"), "{text}");
            assert!(text.contains("register again"), "it says what to do: {text}");
        }
    }
}

db_test! {
    async fn conformance_16_the_public_token_searches_and_nothing_else(hub) {
        let anybody = SimulatedSite::start(SiteOptions::new(Family::Zend, "Nobody")).await.unwrap();
        let found = anybody.search(&hub.url(), "", Kind::Share, &[]).await.unwrap();
        assert_eq!(found.total, 0);
        let calls = [
            ("hub_register_courses", vec![("courses", Wire::List(Vec::new()))]),
            ("hub_unregister_courses", vec![("courseids", Wire::List(Vec::new()))]),
            ("hub_unregister_site", vec![]),
            ("hub_update_site_info", vec![("siteinfo", Wire::List(Vec::new()))]),
        ];
        for (function, parameters) in calls {
            let error = anybody.call(&hub.url(), "publichub", function, &parameters).await.unwrap_err();
            assert_eq!(error.error_code(), Some("accessexception"), "{function}: {error}");
            assert!(matches!(error, hub_sample::site::SiteError::Fault { code: 23_000_021, .. }), "{error:?}");
        }
        hub.set("reading", "members").await;
        let error = anybody.search(&hub.url(), "", Kind::Share, &[]).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"));
    }
}

db_test! {
    async fn conformance_17_broken_and_hostile_bodies_get_a_fault(hub) {
        let elsewhere = SimulatedSite::start(SiteOptions::new(Family::Zend, "Elsewhere")).await.unwrap();
        let fetched = format!("{}/x.dtd", elsewhere.wwwroot());
        let deep = format!("{}{}", "<value><array><data>".repeat(500), "</data></array></value>".repeat(500));
        let bodies = [
            String::new(),
            "not xml".to_owned(),
            "<methodCall><methodName>hub_get_info</methodName>".to_owned(),
            format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{GET_INFO}"),
            format!("<!DOCTYPE x SYSTEM \"{fetched}\">{GET_INFO}"),
            format!("<!DOCTYPE x PUBLIC \"x\" \"{fetched}\">{GET_INFO}"),
            format!("<!DOCTYPE x [<!ENTITY % a SYSTEM \"{fetched}\"> %a;]>{GET_INFO}"),
            format!(
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"{fetched}\">]>\
                 <methodCall><methodName>&a;</methodName></methodCall>"
            ),
            "<methodCall><methodName>&a;</methodName></methodCall>".to_owned(),
            format!("<methodCall><methodName>hub_get_courses</methodName><params><param>{deep}</param></params></methodCall>"),
            format!("<methodCall><methodName>{}</methodName></methodCall>", "x".repeat(100_000)),
        ];
        for body in bodies {
            let (code, text) = fault(&post(&hub, "publichub", "MoodleBot/1.0", body.clone()).await);
            assert_eq!(code, 23_604_497, "{text} for {}", &body[..body.len().min(80)]);
            assert!(text.ends_with("ERRORCODE: invalidrecord"), "{text}");
        }
        assert!(elsewhere.received().is_empty(), "nothing is fetched: {:?}", elsewhere.received());
        let get = reqwest::get(format!("{}/local/hub/webservice/webservices.php?wstoken=publichub", hub.url()));
        let get = get.await.unwrap();
        assert_eq!(get.status(), StatusCode::OK);
        assert_eq!(fault(&get.text().await.unwrap()).0, 23_604_497);
    }
}

db_test! {
    async fn a_body_of_a_hundred_megabytes_gets_a_fault_and_not_a_broken_connection(hub) {
        let piece = bytes::Bytes::from(vec![b' '; 1 << 20]);
        let pieces = futures_util::stream::iter((0..100).map(move |_| Ok::<_, std::io::Error>(piece.clone())));
        let (code, text) = fault(&post(&hub, "publichub", "MoodleBot/1.0", reqwest::Body::wrap_stream(pieces)).await);
        assert_eq!(code, 23_604_497);
        assert!(text.contains("16777216"), "the limit is named: {text}");
    }
}

db_test! {
    async fn wrong_kinds_of_values_name_the_place(hub) {
        let site = hub.site("Lake school").await;
        let calls = [
            ("hub_get_courses", vec![("search", Wire::from("a")), ("downloadable", Wire::from("perhaps"))], "downloadable"),
            ("hub_unregister_courses", vec![("courseids", Wire::from("7"))], "courseids"),
            ("hub_register_courses", vec![("courses", Wire::List(vec![Wire::from("x")]))], "courses => 0"),
            ("hub_update_site_info", vec![("siteinfo", Wire::from("x"))], "siteinfo"),
            ("hub_update_site_info", vec![], "siteinfo"),
        ];
        for (function, parameters, place) in calls {
            let error = site.call_as_site(&hub.url(), function, &parameters).await.unwrap_err();
            assert_eq!(error.error_code(), Some("invalidparameter"), "{function}: {error}");
            assert!(error.to_string().contains(place), "{function}: {error}");
        }
        let error = site.call_as_site(&hub.url(), "hub_get_sites", &[]).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidrecord"));
    }
}

const TEXTS: [&str; 6] =
    ["café", "Русский 日本", "a < b & \"c\" > d", "smile 😀 on", "line one\nline two", "Résumé 日本"];

/// An advert called "Text" and its number, with this description.
fn advert(number: usize, description: &str) -> Wire {
    let name = format!("Text {number}");
    let text = [
        ("fullname", name.as_str()),
        ("shortname", "TEXT"),
        ("description", description),
        ("language", "en"),
        ("publishername", "Ana"),
        ("publisheremail", "ana@school.example"),
        ("contributornames", ""),
        ("coverage", ""),
        ("creatorname", "Ana"),
        ("licenceshortname", "cc"),
        ("subject", "field1010101"),
        ("audience", "students"),
        ("educationallevel", "secondary"),
        ("creatornotes", ""),
        ("creatornotesformat", "1"),
        ("courseurl", "https://school.example/course/view.php?id=3"),
    ];
    let mut members: Vec<(String, Wire)> =
        text.map(|(name, value)| (name.to_owned(), Wire::from(value))).to_vec();
    members.push(("sitecourseid".to_owned(), Wire::Int(i64::try_from(number).unwrap() + 1)));
    members.push(("enrollable".to_owned(), Wire::Bool(true)));
    Wire::Struct(members)
}

db_test! {
    async fn conformance_33_every_client_family_reads_the_same_text(hub) {
        let site = hub.trusted_site("Lake school").await;
        for (number, text) in TEXTS.iter().enumerate() {
            let courses = [("courses", Wire::List(vec![advert(number, text)]))];
            site.call_as_site(&hub.url(), "hub_register_courses", &courses).await.unwrap();
        }
        hub.settle().await;
        for family in [Family::Zend, Family::ExtUnpatched, Family::ExtPatched, Family::CoreRest] {
            let reader = SimulatedSite::start(SiteOptions::new(family, "Reader")).await.unwrap();
            let found = reader.search(&hub.url(), "text", Kind::Advert, &[]).await.unwrap();
            assert_eq!(found.courses.len(), TEXTS.len());
            for course in found.courses {
                let number: usize = course["fullname"].as_str().unwrap()[5..].parse().unwrap();
                let sent = TEXTS[number];
                assert_eq!(course["description"].as_str().unwrap(), sent, "{family:?}");
            }
        }
        for letter in ["E", "P"] {
            let Some(php) = client("php_client.php") else { return };
            let url = hub.url();
            let parameters = json!(["text", 0, 1, {}]);
            let answer = tokio::task::spawn_blocking(move || {
                run_json(php, &["call", letter, &url, "publichub", "hub_get_courses"], &parameters)
            });
            let answer = answer.await.unwrap();
            let courses = answer["value"]["courses"].as_array().unwrap_or_else(|| panic!("{answer}")).clone();
            assert_eq!(courses.len(), TEXTS.len());
            for course in courses {
                let number: usize = course["fullname"].as_str().unwrap()[5..].parse().unwrap();
                let sent = TEXTS[number];
                assert_eq!(course["description"].as_str().unwrap(), sent, "PHP, family {letter}");
            }
        }
    }
}

db_test! {
    async fn conformance_47_the_mebis_dialect_is_spoken(hub) {
        let site = hub.site_of(Family::Mebis, "Gymnasium am See").await;
        hub.change_site(&site, |row| row.trusted = true).await;
        let share = site.publish_share(&hub.url(), &example_course("DAF-A1"), 0).await.unwrap();
        let advert = site.publish_advert(&hub.url(), &example_course("HIS-DRUCK"), 0).await.unwrap();
        hub.settle().await;
        let all = |kind: i64| {
            let options = [("publishtype", Wire::Int(kind)), ("orderby", Wire::from("date")), ("defaultlimit", Wire::Int(10))];
            [("search", Wire::from("")), ("options", Wire::object(options))]
        };
        let ids = async |kind: i64| {
            let found = site.call_as_site(&hub.url(), "hub_get_courses", &all(kind)).await.unwrap();
            let mut ids: Vec<i64> = found["courses"].as_array().unwrap().iter().map(|c| c["id"].as_i64().unwrap()).collect();
            ids.sort_unstable();
            ids
        };
        assert_eq!(ids(2).await, [share, advert]);
        assert_eq!(ids(1).await, [advert]);
        assert_eq!(ids(0).await, [share]);
        let forms = site.call_as_site(&hub.url(), "hub_get_forminfo", &[]).await.unwrap();
        for list in ["subject", "schooltype", "schoolyear", "compuse", "oer", "tag", "author"] {
            assert!(forms["tagtypes"][list].is_array(), "{list}: {forms}");
        }
        assert_eq!(forms["defaultsearchlimit"], 10);
        assert!(forms["tags_total"].is_i64(), "{forms}");
        assert!(forms["searchoptions"].is_array() && forms["searchforoptions"].is_array());
    }
}

db_test! {
    async fn conformance_47_the_lti_tool_is_told_to_registered_sites_only(hub) {
        let site = hub.site_of(Family::Mebis, "Gymnasium am See").await;
        hub.change_site(&site, |row| row.trusted = true).await;
        let tool = r#"{"secret":"0123456789abcdef0123456789abcdef"}"#;
        let text = |value: &str| Wire::from(value);
        let course = Wire::object([
            ("fullname", text("LTI course")), ("shortname", text("LTI")), ("description", text("By LTI")),
            ("language", text("de")), ("publishername", text("Ada")), ("publisheremail", text("ada@school.example")),
            ("contributornames", text("")), ("creatorname", text("Ada")), ("audience", text("students")),
            ("creatornotes", text("")), ("creatornotesformat", text("1")), ("sitecourseid", Wire::Int(5)),
            ("courseurl", text("https://school.example/enrol/lti/cartridge.php/1/a/cartridge.xml")),
            ("enrollable", Wire::Bool(true)), ("share", Wire::Bool(false)), ("ltitool", text(tool)),
        ]);
        site.call_as_site(&hub.url(), "hub_register_courses", &[("courses", Wire::List(vec![course]))]).await.unwrap();
        hub.settle().await;
        let other = hub.site_of(Family::Mebis, "Realschule").await;
        let stranger = SimulatedSite::start(SiteOptions::new(Family::Mebis, "Nobody")).await.unwrap();
        let coverage = async |who: &SimulatedSite| {
            who.search(&hub.url(), "lti", Kind::Advert, &[]).await.unwrap().courses[0]["coverage"].clone()
        };
        assert_eq!(coverage(&other).await, tool);
        assert_ne!(coverage(&stranger).await, tool);
        let by_secret = stranger.search(&hub.url(), "0123456789abcdef0123456789abcdef", Kind::Advert, &[]).await.unwrap();
        assert_eq!(by_secret.total, 0, "the secret cannot be searched");
        for page in ["/", "/search?q=lti", "/feeds/atom", "/feeds/rss", "/?courseid=1"] {
            let answer = reqwest::get(format!("{}{page}", hub.url())).await.unwrap();
            assert_eq!(answer.status(), StatusCode::OK, "{page}");
            let text = answer.text().await.unwrap();
            assert!(text.contains("LTI course") && !text.contains("0123456789abcdef"), "{page} tells the secret");
        }
    }
}

db_test! {
    async fn conformance_50_a_thousand_signatures_at_once(hub) {
        let body = format!(
            "{PROLOG}\n<methodCall><methodName>system.methodSignature</methodName><params><param><value>\
             <string>hub_get_courses</string></value></param></params></methodCall>"
        );
        let anybody = SimulatedSite::start(SiteOptions::new(Family::Zend, "Nobody")).await.unwrap();
        let anybody = std::sync::Arc::new(anybody);
        let mut calls = tokio::task::JoinSet::new();
        // Both ends are in this process, which may have no more than 1024 files open.
        let places = std::sync::Arc::new(tokio::sync::Semaphore::new(200));
        for _ in 0..1000 {
            let (anybody, url, body) = (anybody.clone(), hub.url(), body.clone().into_bytes());
            let places = places.clone();
            calls.spawn(async move {
                let _place = places.acquire().await.unwrap();
                anybody.post_xml(&url, "publichub", body).await.unwrap()
            });
        }
        let mut answers = 0;
        while let Some(answer) = calls.join_next().await {
            let answer = answer.unwrap();
            assert_eq!(answer.status, 200);
            assert!(String::from_utf8_lossy(&answer.body).contains("<name>parameters</name>"));
            answers += 1;
        }
        assert_eq!(answers, 1000);
        assert!(anybody.search(&hub.url(), "", Kind::Share, &[]).await.is_ok(), "nobody was locked out");
    }
}

db_test! {
    async fn pythons_own_client_registers_finds_and_withdraws_a_course(hub) {
        let site = hub.trusted_site("Lake school").await;
        let token = site.hub(&hub.url()).unwrap().token;
        let call = async |function: &'static str, parameters: Value| {
            let python = client("python_client.py")?;
            let (url, token) = (hub.url(), token.clone());
            let run = move || run_json(python, &[&url, &token, function], &parameters);
            Some(tokio::task::spawn_blocking(run).await.unwrap()["value"].clone())
        };
        let course = json!({
            "fullname": "Café «Python»", "shortname": "PY", "description": "日本 & more", "language": "en",
            "publishername": "Ana", "publisheremail": "ana@school.example", "contributornames": "", "coverage": "a,b",
            "creatorname": "Ana", "licenceshortname": "cc", "subject": "field1020103", "audience": "students",
            "educationallevel": "tertiary", "creatornotes": "", "creatornotesformat": 1, "sitecourseid": 3,
            "courseurl": "https://school.example/course/view.php?id=3", "enrollable": true,
        });
        let Some(ids) = call("hub_register_courses", json!([[course]])).await else { return };
        hub.settle().await;
        let found = call("hub_get_courses", json!(["python", false, true, {}])).await.unwrap();
        assert_eq!(found["courses"][0]["id"], ids[0]);
        assert_eq!(found["courses"][0]["fullname"], "Café «Python»");
        assert_eq!(found["courses"][0]["description"], "日本 & more");
        assert_eq!(call("hub_unregister_courses", json!([[ids[0]]])).await.unwrap(), 1);
    }
}
