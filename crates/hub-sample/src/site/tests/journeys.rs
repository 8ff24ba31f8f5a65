//! Whole journeys against a hub of a few lines that notes what it gets.

use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;

use crate::course::{Course, Section};
use crate::site::{Family, Front, Kind, Leave, Outcome, SimulatedSite, SiteError, SiteOptions};

/// What the hub got: request line, headers in order of arrival, body.
#[derive(Clone)]
struct Got {
    line: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Got {
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

struct Hub {
    url: String,
    got: Arc<Mutex<Vec<Got>>>,
}

impl Hub {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let got = Arc::new(Mutex::new(Vec::new()));
        let router = axum::Router::new().fallback(answer).with_state((url.clone(), Arc::clone(&got)));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, got }
    }

    fn got(&self) -> Vec<Got> {
        self.got.lock().unwrap().clone()
    }

    fn calls(&self) -> Vec<Got> {
        self.got().into_iter().filter(|got| got.line.contains("webservices.php")).collect()
    }
}

async fn answer(State((hub, got)): State<(String, Arc<Mutex<Vec<Got>>>)>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 10_000_000).await.unwrap().to_vec();
    let headers =
        parts.headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let record = Got { line: format!("{} {}", parts.method, parts.uri), headers: headers.collect(), body };
    let text = record.text();
    let query: Vec<(String, String)> =
        url::form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
    let value =
        |name: &str| query.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value).to_owned();
    got.lock().unwrap().push(record);
    let xml = |value: &str| {
        Response::new(Body::from(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params><param><value>{value}</value></param></params></methodResponse>"
        )))
    };
    match parts.uri.path() {
        "/local/hub/siteregistration.php" if value("name") == "Copied" && !text.contains("action=copied") => {
            let url = value("url").replace('&', "&amp;");
            Response::new(Body::from(format!(
                "<form method=\"post\" action=\"/local/hub/siteregistration.php?name=Copied&amp;token={}&amp;url={url}\">\
                 <input type=hidden name=action value=moved><button>Moved</button></form>\
                 <form method=\"post\" action=\"/local/hub/siteregistration.php?name=Copied&amp;token={}&amp;url={url}\">\
                 <input type=hidden name=action value=copied><button>Copied</button></form>",
                value("token"),
                value("token"),
            )))
        }
        "/local/hub/siteregistration.php" => {
            let page =
                if text.contains("action=copied") { "renewregistration" } else { "confirmregistration" };
            let location = format!(
                "{}/admin/registration/{page}.php?newtoken=0123456789abcdef0123456789abcdef&url={}&token={}&hubname=Example%20Hub",
                value("url"),
                if value("name") == "Misled" { "http://other.example".to_owned() } else { hub },
                value("token"),
            );
            Response::builder().status(303).header("location", location).body(Body::empty()).unwrap()
        }
        "/local/hub/webservice/upload.php" => Response::new(Body::from("OK")),
        _ if text.contains("wsfunction=hub_update_site_info") => Response::new(Body::from("true")),
        _ if text.contains("hub_register_courses") && !text.contains("system.") => {
            xml("<array><data><value><int>57</int></value></data></array>")
        }
        _ if text.contains("hub_get_courses") && !text.contains("system.") => xml(
            "<struct><member><name>courses</name><value><array><data><value><struct><member><name>id</name><value><int>57</int></value></member></struct></value></data></array></value></member><member><name>coursetotal</name><value><int>1</int></value></member></struct>",
        ),
        _ if text.contains("hub_get_info") && !text.contains("system.") => {
            Response::builder().status(503).body(Body::empty()).unwrap()
        }
        _ => xml("<int>1</int>"),
    }
}

async fn site(family: Family, name: &str) -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(family, name)).await.unwrap()
}

fn course() -> Course {
    Course::new("BOT-1", "Botanik für alle", "de")
        .summary("<p>Blätter</p>")
        .section(Section::new("").page("P", "<p>x</p>"))
}

#[tokio::test]
async fn every_family_registers_and_keeps_the_token() {
    let hub = Hub::start().await;
    for family in Family::ALL {
        let site = site(family, "École").await;
        assert_eq!(site.register(&format!("{}/", hub.url)).await.unwrap(), Outcome::Confirmed);
        let row = site.hub(&hub.url).unwrap();
        assert_eq!(row.token, "0123456789abcdef0123456789abcdef");
        assert_eq!(row.hub_name, "Example Hub");
        assert_eq!(row.secret.len(), 32 + site.address().to_string().len());
    }
}

#[tokio::test]
async fn a_site_with_a_public_address_finds_its_way_back() {
    let hub = Hub::start().await;
    let mut options = SiteOptions::new(Family::ExtUnpatched, "School");
    options.wwwroot = Some("http://school.example/moodle".to_owned());
    options.path = "/moodle".to_owned();
    let site = SimulatedSite::start(options).await.unwrap();
    assert_eq!(site.register(&hub.url).await.unwrap(), Outcome::Confirmed);
    assert!(site.hub(&hub.url).unwrap().secret.ends_with("school.example"));
}

#[tokio::test]
async fn a_hub_that_names_itself_otherwise_meets_wrongtoken() {
    let hub = Hub::start().await;
    let site = site(Family::ExtUnpatched, "Misled").await;
    let Outcome::Page(page) = site.register(&hub.url).await.unwrap() else {
        panic!("it must not be confirmed")
    };
    assert_eq!((page.status, page.body.contains("wrongtoken")), (404, true));
    assert!(!site.is_registered(&hub.url));
}

#[tokio::test]
async fn an_interrupted_registration_comes_back_with_the_same_secret() {
    let site = site(Family::ExtUnpatched, "School").await;
    let first = site.registration_address("http://hub.example");
    assert_eq!(first, site.registration_address("http://hub.example/"));
}

#[tokio::test]
async fn a_copied_site_answers_the_hubs_question_and_starts_again() {
    let hub = Hub::start().await;
    let site = site(Family::ExtUnpatched, "Copied").await;
    let Outcome::Page(question) = site.register(&hub.url).await.unwrap() else { panic!("the hub asks") };
    let Outcome::Page(page) = site.press(&hub.url, &question, "action", "copied").await.unwrap() else {
        panic!()
    };
    assert!(page.body.contains("renewregistration"));
    assert_eq!(site.hub(&hub.url), None);
}

#[tokio::test]
async fn a_registered_site_updates_instead_of_registering_again() {
    let hub = Hub::start().await;
    let site = site(Family::ExtUnpatched, "School").await;
    site.register(&hub.url).await.unwrap();
    assert_eq!(site.register(&hub.url).await.unwrap(), Outcome::Updated);
    assert!(hub.calls().last().unwrap().text().contains("hub_update_site_info"));
}

#[tokio::test]
async fn a_copy_of_the_database_shares_the_token() {
    let hub = Hub::start().await;
    let site = site(Family::ExtUnpatched, "School").await;
    site.register(&hub.url).await.unwrap();
    let copy = site.copy().await.unwrap();
    assert_ne!(copy.wwwroot(), site.wwwroot());
    assert_eq!(copy.hub(&hub.url), site.hub(&hub.url));
    copy.forget_confirmation(&hub.url);
    assert!(site.is_registered(&hub.url) && !copy.is_registered(&hub.url));
}

#[tokio::test]
async fn the_web_service_gets_the_recorded_headers_and_a_host_without_port() {
    let hub = Hub::start().await;
    let site = site(Family::ExtUnpatched, "School").await;
    site.update_site_info(&hub.url).await.unwrap();
    let call = &hub.calls()[0];
    assert_eq!(call.line, "POST /local/hub/webservice/webservices.php?wstoken=publichub");
    let names: Vec<_> = call.headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["host", "accept", "accept-encoding", "content-length", "content-type", "user-agent"]);
    assert_eq!((call.header("host"), call.header("user-agent")), ("127.0.0.1", "MoodleBot/1.0"));
}

#[tokio::test]
async fn zend_asks_for_the_signature_before_every_call() {
    let hub = Hub::start().await;
    let site = site(Family::Zend, "School").await;
    assert_eq!(site.check_status(&hub.url).await.unwrap().total, 1);
    let calls = hub.calls();
    assert!(calls[0].text().contains("<methodName>system.methodSignature</methodName><params><param><value><string>hub_get_courses</string>"));
    assert!(calls[1].text().contains("<methodName>hub_get_courses</methodName>"));
    let names: Vec<_> = calls[1].headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["host", "connection", "accept-encoding", "content-type", "accept", "user-agent", "content-length"]
    );
    assert!(hub.url.ends_with(calls[1].header("host")), "Zend sends the port");
}

#[tokio::test]
async fn mebis_searches_with_two_parameters() {
    let hub = Hub::start().await;
    site(Family::Mebis, "School").await.search(&hub.url, "leaf", Kind::Share, &[]).await.unwrap();
    assert_eq!(hub.calls()[0].text().matches("<param>").count(), 2);
}

#[tokio::test]
async fn a_status_other_than_200_is_no_reply() {
    let hub = Hub::start().await;
    let error = site(Family::ExtUnpatched, "School").await.get_info(&hub.url).await.unwrap_err();
    assert!(matches!(error, SiteError::Status(503)));
}

#[tokio::test]
async fn a_share_is_described_pictured_and_uploaded_with_the_token_last() {
    let hub = Hub::start().await;
    let mut options = SiteOptions::new(Family::ExtUnpatched, "School");
    options.expects_continue = true;
    let site = SimulatedSite::start(options).await.unwrap();
    site.register(&hub.url).await.unwrap();
    assert_eq!(site.publish_share(&hub.url, &course(), 1).await.unwrap(), 57);
    let uploads: Vec<_> = hub.got().into_iter().filter(|got| got.line.contains("upload.php")).collect();
    let parts = |got: &Got| -> Vec<String> {
        got.text()
            .split("form-data; name=\"")
            .skip(1)
            .map(|part| part.split('"').next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(parts(&uploads[0]), ["filetype", "file", "courseid", "filename", "screenshotnumber", "token"]);
    assert_eq!(parts(&uploads[1]), ["filetype", "courseid", "file", "token"]);
    assert_eq!(uploads[1].header("expect"), "100-continue");
    let backup = site.back_up(&course());
    assert!(
        uploads[1].body.windows(backup.len()).any(|window| window == backup),
        "the backup arrives unchanged"
    );
    assert!(uploads[1].text().contains("filename=\"/var/moodledata/filedir/"));
    let description =
        hub.calls().iter().find(|call| call.text().contains("hub_register_courses")).unwrap().text();
    assert!(description.contains("<string>Botanik f&#195;&#188;r alle</string>"));
    assert_eq!(site.publications()[0].kind, Kind::Share);
}

#[tokio::test]
async fn a_site_leaves_by_force_even_when_the_hub_is_gone() {
    let hub = Hub::start().await;
    let site = site(Family::ExtUnpatched, "School").await;
    site.register(&hub.url).await.unwrap();
    site.unregister_courses(&hub.url, &[57]).await.unwrap();
    assert!(hub.calls().last().unwrap().text().contains("<string>57</string>"), "ids go as text");
    site.unregister_site(&hub.url, Leave::ByForce).await.unwrap();
    assert_eq!(site.hub(&hub.url), None);
    let error = site.unregister_site(&hub.url, Leave::IfAllowed).await.unwrap_err();
    assert!(matches!(error, SiteError::NotRegistered(_)));
}

#[tokio::test]
async fn the_front_page_answers_as_told_and_notes_who_asked() {
    let site = site(Family::ExtUnpatched, "School").await;
    site.set_front(Front { head: 503, get: 302, location: Some("/login/index.php".to_owned()) });
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    assert_eq!(client.head(site.wwwroot()).send().await.unwrap().status(), 503);
    let answer = client.get(site.wwwroot()).header("user-agent", "MoodleBot/1.0").send().await.unwrap();
    assert_eq!(answer.headers()["location"], "/login/index.php");
    let received = site.received();
    assert_eq!((received[1].method.as_str(), received[1].user_agent.as_str()), ("GET", "MoodleBot/1.0"));
}
