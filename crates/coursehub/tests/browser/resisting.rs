//! Workflow 26: what strangers and sites send shows as text, and no page elsewhere acts for somebody signed in here.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;

use hub_sample::course::{Course, Section};
use hub_sample::site::{Family, Outcome, SimulatedSite, SiteOptions};

use crate::browser::Browser;
use crate::hub::Hub;
use crate::site_workflows::{decide, is_found_soon, page_of};

/// Runs if it is taken for a part of the page.
const EVIL: &str =
    "<script>document.title='taken over'</script><img src=x onerror=\"document.title='taken over'\">";

fn evil(name: &str) -> String {
    format!("{name} {EVIL}")
}

/// As names are that the web service takes: no tags, but quotes that would end an attribute.
fn quoted(name: &str) -> String {
    format!("{name}\" autofocus onfocus=\"document.title='taken over'")
}

async fn shows_it_as_text(browser: &Browser, hub: &Hub, path: &str, words: &str) {
    browser.open(&hub.at(path)).await;
    browser.wait_until("document.readyState === 'complete'").await;
    let body = browser.text("body").await;
    assert!(body.contains(words), "{path} does not say {words}: {body}");
    let title = browser.evaluate("return document.title").await;
    assert_ne!(title, "taken over", "{path}");
    let parts = "return document.querySelectorAll('img[src=x], script:not([src]):not([type])').length";
    assert_eq!(browser.evaluate(parts).await, 0, "{path} has parts of what was sent");
}

#[tokio::test]
async fn workflow_26_what_is_sent_shows_as_text_wherever_it_shows() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    browser.sign_in(&hub, &hub.owner()).await;
    let mut options = SiteOptions::new(Family::ExtUnpatched, evil("Lake"));
    options.info.description = evil("Known for its boats");
    options.info.contact_name = quoted("Ana");
    let lake = SimulatedSite::start(options).await.unwrap();
    assert_eq!(lake.register(hub.url()).await.unwrap(), Outcome::Confirmed);
    let at = page_of(&hub, &lake);
    decide(&browser, &hub, &at, "trust").await;
    decide(&browser, &hub, &at, "show").await;
    let page = Section::new(quoted("Leaves")).page(quoted("A leaf"), "<p>It is green.</p>");
    let course = Course::new(quoted("WIND"), quoted("WIND"), "en").summary(EVIL).section(page);
    let wind = lake.publish_advert(hub.url(), &course, 1).await.unwrap();
    is_found_soon(&hub, wind).await;
    let public =
        [format!("/courses/{wind}"), "/".to_owned(), "/search".to_owned(), "/search?q=wind".to_owned()];
    for path in public {
        shows_it_as_text(&browser, &hub, &path, "WIND").await;
    }
    shows_it_as_text(&browser, &hub, "/sites", "Lake").await;
    shows_it_as_text(
        &browser,
        &hub,
        &format!("/search?q={}", "%3Cscript%3Ealert(1)%3C/script%3E"),
        "No course matches",
    )
    .await;

    // A stranger's letter and report.
    let visitor = browser.another().await;
    visitor.open(&hub.at(&format!("/courses/{wind}/report"))).await;
    visitor.click("main input[name=category]").await;
    visitor.fill("textarea[name=text]", &evil("Look at this")).await;
    visitor.fill("input[name=email]", "eve@visitor.example").await;
    visitor.click("main form button").await;
    visitor.says("h1", "Your report has arrived").await;
    visitor.open(&hub.at("/contact")).await;
    visitor.click("main input[name=category]").await;
    visitor.fill("input[name=name]", &quoted("Eve")).await;
    visitor.fill("input[name=email]", "eve@visitor.example").await;
    visitor.fill("textarea[name=text]", &evil("Look at this")).await;
    visitor.click("main form button").await;
    visitor.wait_for(".done").await;
    for (path, words) in [
        (at.clone(), "Lake"),
        ("/admin/sites".to_owned(), "Lake"),
        ("/admin/courses".to_owned(), "WIND"),
        (format!("/admin/courses/{wind}"), "WIND"),
        (format!("/admin/courses/{wind}/history"), "WIND"),
        ("/moderate".to_owned(), "What needs me"),
        ("/moderate/reports/1".to_owned(), "Look at this"),
        ("/moderate/messages".to_owned(), "Eve"),
        ("/moderate/messages/1".to_owned(), "Look at this"),
        ("/admin/audit".to_owned(), "Lake"),
    ] {
        shows_it_as_text(&browser, &hub, &path, words).await;
    }
    browser.is_clean(&hub, &[]).await;
}

/// A page at another address that sends a form to the hub as soon as it is opened, once.
fn page_elsewhere(form: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://127.0.0.1:{}/", listener.local_addr().unwrap().port());
    std::thread::spawn(move || {
        for stream in listener.incoming().take(4) {
            let mut stream = stream.unwrap();
            let mut line = String::new();
            // What it asks for does not matter: each gets the page.
            while BufReader::new(&stream).read_line(&mut line).is_ok_and(|read| read > 0)
                && !line.ends_with("\r\n")
            {}
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
            let _ = write!(stream, "{head}Content-Length: {}\r\n\r\n{form}", form.len());
        }
    });
    address
}

#[tokio::test]
async fn workflow_26_a_page_elsewhere_changes_nothing_for_somebody_signed_in_here() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    browser.sign_in(&hub, &hub.owner()).await;
    let before = hub.run(&["settings", "get", "name"]);
    for (path, fields) in [
        ("/admin/settings/hub", "<input name=name value=Taken><input name=language value=en>"),
        ("/me/sessions", "<input name=all value=1>"),
        ("/admin/sites/1", "<input name=act value=trust>"),
    ] {
        let form = format!(
            "<form method=post action='{}'>{fields}</form><script>document.forms[0].submit()</script>",
            hub.at(path)
        );
        browser.open(&page_elsewhere(form)).await;
        browser.arrives_at(path).await;
        browser.says("h1", "").await;
        assert_eq!(hub.run(&["settings", "get", "name"]), before, "{path}");
    }
    browser.open(&hub.at("/me")).await;
    browser.arrives_at("/me").await;
    browser.wait_for("header details.person").await;
}
