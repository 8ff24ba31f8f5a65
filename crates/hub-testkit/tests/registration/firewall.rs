//! Registration through a real Apache whose mod_security answers 403 to addresses in parameters: before the hub, and
//! before the site. What passes, what cannot, what is said, and that the exceptions shown are the cure.

use std::time::Duration;

use hub_app::site::staff;
use hub_app::site::way_back::{self, Standing};
use hub_core::address::SiteAddress;
use hub_sample::site::{Browser, Family, SimulatedSite, SiteOptions};
use hub_testkit::apache::{Apache, free_port};
use hub_testkit::{HubOptions, TestHub, db_test};

use super::{answer, ask, client, link, page, post};

const SITE_EXCEPTION: &str = r#"<LocationMatch "^/moodle/admin/(registration|tool/customhub)/(confirmregistration|renewregistration|index)\.php$">
  <IfModule security2_module>
    SecRuleRemoveById 931100-931130
  </IfModule>
</LocationMatch>"#;

const HUB_EXCEPTION: &str = r#"<LocationMatch "^/Kurse/(local/hub/(siteregistration|webservice/webservices)|webservice/rest/server)\.php$">
  <IfModule security2_module>
    SecRuleRemoveById 931100-931130
  </IfModule>
</LocationMatch>"#;

/// What the page says, word for word.
const TEXTS: [&str; 8] = [
    "Registered, but your Moodle has not called",
    "Your site is registered here, but no call came from it within",
    "Probably the way back was blocked, so that your Moodle does not know its key.",
    "A firewall before your Moodle, such as mod_security, answers 403 because the way back carries an address in a \
     parameter. The exception below cures it.",
    "You were not signed in to your Moodle as administrator in this browser. Sign in and try again.",
    "Moodle itself decides what the way there and back looks like, so the address in it cannot be avoided. These lines \
     allow it on these pages only.",
    "If the error log of that Apache names another rule",
    "Only if the page of this hub itself answered 403.",
];

/// A hub at the address of a web server before it, which is not there yet.
fn before_the_hub() -> HubOptions {
    HubOptions {
        public_port: Some(free_port()),
        path: "/Kurse".to_owned(),
        aliases: vec!["http://127.0.0.1:{port}".to_owned()],
        ..HubOptions::default()
    }
}

fn apache_before(hub: &TestHub) -> Option<Apache> {
    Apache::start(hub.options().public_port.unwrap(), hub.port())
}

fn is_apaches(status: u16, body: &str) -> bool {
    status == 403
        && body.contains("<title>403 Forbidden</title>")
        && body.contains("You don't have permission")
}

/// Lines to copy, as the browser gives them to the clipboard.
fn lines(page: &str, id: &str) -> String {
    let start = page.find(&format!("<pre id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}: {page}"));
    let text = &page[start..];
    let text = &text[text.find('>').unwrap() + 1..text.find("</pre>").unwrap()];
    let marks =
        [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")];
    let text = marks.iter().fold(text.to_owned(), |text, (mark, sign)| text.replace(mark, sign));
    text.replace("&quot;", "\"").replace("&#38;", "&").replace("&amp;", "&")
}

/// A site at the address of a web server before it; the browser goes there, not to the site itself.
async fn site_behind_apache(family: Family) -> Option<(SimulatedSite, Apache, Browser)> {
    let port = free_port();
    let mut options = SiteOptions::new(family, "Lake school");
    "/moodle".clone_into(&mut options.path);
    options.wwwroot = Some(format!("http://127.0.0.1:{port}/moodle"));
    let site = SimulatedSite::start(options).await.unwrap();
    let apache = Apache::start(port, site.address().port())?;
    Some((site, apache, Browser::new(Vec::new()).unwrap()))
}

db_test! {
    async fn before_the_site_it_blocks_the_way_back_and_the_page_shown_cures_it(hub) {
        let Some((site, mut apache, browser)) = site_behind_apache(Family::ExtUnpatched).await else { return };
        let lost = browser.open(&site.registration_address(&hub.url())).await.unwrap();
        assert!(is_apaches(lost.status, &lost.body), "{lost:?}");
        assert!(lost.url.as_str().starts_with(&format!(
            "{}/admin/registration/confirmregistration.php?newtoken=", site.wwwroot()
        )));
        assert!(apache.log().contains(r#"[id "931130"]"#), "{}", apache.log());
        assert!(!site.is_registered(&hub.url()));
        let id = hub.row_of(&site).await.id;

        hub.advance(Duration::from_mins(10));
        assert!(staff::show(&hub.app, id).await.unwrap().return_not_seen);
        let mail = hub.mails_of("site_registered").await.pop().unwrap();
        let way_back = link(&mail.body, &format!("{}/registrations/", hub.url()));
        let shown = browser.open(&way_back).await.unwrap();
        for text in TEXTS {
            assert!(shown.body.contains(text), "{text}: {}", shown.body);
        }
        assert!(shown.body.contains(">Try again<"), "{}", shown.body);
        assert_eq!(lines(&shown.body, "exception-site"), SITE_EXCEPTION);
        assert_eq!(lines(&shown.body, "exception-hub"), HUB_EXCEPTION.replace("/Kurse", ""));
        let again = browser.fill_in(&shown, &[]).await.unwrap();
        assert!(is_apaches(again.status, &again.body), "before the exception it is blocked again");

        apache.restart_with(&lines(&shown.body, "exception-site"));
        let done = browser.fill_in(&shown, &[]).await.unwrap();
        assert!(done.body.contains("registrationconfirmed"), "{done:?}");
        assert!(site.is_registered(&hub.url()));
        site.get_info(&hub.url()).await.unwrap();
        let code = way_back.rsplit('/').next().unwrap();
        assert_eq!(way_back::page(&hub.app, code).await.unwrap().standing, Standing::Registered);
        assert!(!staff::show(&hub.app, id).await.unwrap().return_not_seen);
        // The exception is for those pages only.
        let other = ask(&format!("{}/login/index.php?next=http%3A%2F%2Fevil.example", site.wwwroot())).await;
        assert!(is_apaches(other.status, &other.body));
        let plain = ask(&format!("{}/", site.wwwroot())).await;
        assert_eq!(plain.status, 200);
    }
}

db_test! {
    async fn the_same_exception_lets_a_copy_renew_and_a_deleted_site_clean_up(hub) {
        let Some((site, mut apache, browser)) = site_behind_apache(Family::ExtUnpatched).await else { return };
        // Registered from elsewhere with the same secret: the browser is asked, and says that this is a copy.
        browser.open(&site.registration_address(&hub.url())).await.unwrap();
        hub.change_site(&site, |row| row.address = SiteAddress::parse("http://elsewhere.example").unwrap()).await;
        let asked = browser.open(&site.registration_address(&hub.url())).await.unwrap();
        let renew = browser.press(&asked, "action", "copied").await.unwrap();
        assert!(is_apaches(renew.status, &renew.body), "{renew:?}");
        assert!(renew.url.path().ends_with("/renewregistration.php"));
        apache.restart_with(SITE_EXCEPTION);
        let renew = browser.press(&asked, "action", "copied").await.unwrap();
        assert!(renew.body.contains("renewregistration: register again"), "{renew:?}");
        let clean_up = format!("{}/admin/registration/index.php?huburl=http%3A%2F%2Fhub.example", site.wwwroot());
        assert_eq!(ask(&clean_up).await.status, 404, "it comes through; the simulated site has no such page");
    }
}

db_test! {
    async fn before_the_hub_it_stops_the_registration_and_none_of_the_hubs_own_links(hub = before_the_hub()) {
        let Some(mut apache) = apache_before(&hub) else { return };
        let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
        let blocked = page(site.register(&hub.url()).await.unwrap());
        assert!(is_apaches(blocked.status, &blocked.body), "{blocked:?}");
        assert!(blocked.url.path().ends_with("/Kurse/local/hub/siteregistration.php"));
        let twice = format!("{}/local/hub/siteregistration.php?a=https%253A%252F%252Fx.example", hub.url());
        assert_eq!(ask(&twice).await.status, 403, "encoded twice, too");
        assert!(hub.sites().await.is_empty());

        // Registered past Apache, another secret afterwards: the links in mails go through it.
        let direct = format!("http://127.0.0.1:{}", hub.port());
        site.forget_hub(&hub.url());
        assert_eq!(ask(&site.registration_address(&direct)).await.status, 303);
        hub.advance(Duration::from_mins(10));
        let mail = hub.mails_of("site_registered").await.pop().unwrap();
        let way_back = link(&mail.body, &format!("{}/registrations/", hub.url()));
        let shown = site.browser().open(&way_back).await.unwrap();
        assert_eq!(shown.status, 200);
        for text in TEXTS {
            assert!(shown.body.contains(text), "{text}: {}", shown.body);
        }
        assert_eq!(lines(&shown.body, "exception-hub"), HUB_EXCEPTION);
        let done = site.browser().fill_in(&shown, &[]).await.unwrap();
        assert!(done.body.contains("registrationconfirmed"), "{done:?}");
        site.forget_hub(&direct);
        assert_eq!(ask(&site.registration_address(&direct)).await.status, 409);
        let mail = hub.mails_of("replacement_link").await.pop().unwrap();
        let replace = link(&mail.body, &format!("{}/registrations/replace/", hub.url()));
        let both = site.browser().open(&replace).await.unwrap();
        assert_eq!(both.status, 200, "the comparison of the two");
        assert!(both.body.contains(site.wwwroot()));
        let done = site.browser().fill_in(&both, &[]).await.unwrap();
        assert!(done.body.contains("registrationconfirmed"), "{done:?}");
        for path in ["", "/search?q=botany", "/sites", "/about"] {
            assert_eq!(ask(&format!("{}{path}", hub.url())).await.status, 200, "{path}");
        }

        apache.restart_with(HUB_EXCEPTION);
        let other = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Hill school")).await.unwrap();
        other.register(&hub.url()).await.unwrap();
        assert!(other.is_registered(&hub.url()));
        other.get_info(&hub.url()).await.unwrap();
        let guarded = ask(&format!("{}/about?a=http%3A%2F%2Fx.example", hub.url())).await;
        assert!(is_apaches(guarded.status, &guarded.body), "the exception is for those addresses only");
    }
}

db_test! {
    async fn with_the_exception_a_moved_site_and_cores_calls_come_through(hub = before_the_hub()) {
        let Some(mut apache) = apache_before(&hub) else { return };
        let direct = format!("http://127.0.0.1:{}", hub.port());
        let core = core_site(&direct).await;
        // XML-RPC keeps addresses in its body; REST has them in parameters.
        let classic = SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "Classic school")).await.unwrap();
        classic.register(&direct).await.unwrap();
        let token = |site: &SimulatedSite| site.hub(&direct).unwrap().token;
        let address = format!("{}/local/hub/webservice/webservices.php", hub.url());
        let update = |token: String| {
            let (address, url) = (address.clone(), core.wwwroot().to_owned());
            async move {
                let fields = [
                    ("wstoken", token.as_str()), ("wsfunction", "hub_update_site_info"), ("moodlewsrestformat", "json"),
                    ("siteinfo[name]", "Core school"), ("siteinfo[url]", &url), ("validateurl", "1"),
                ];
                post(&address, &fields).await
            }
        };
        let blocked = update(token(&core)).await;
        assert!(is_apaches(blocked.status, &blocked.body), "{}", blocked.body);
        let info = format!("{address}?wstoken={}", token(&classic));
        let call = "<?xml version=\"1.0\"?><methodCall><methodName>hub_get_info</methodName><params/></methodCall>";
        let answered = answer(client().post(&info).header("content-type", "text/xml").body(call)).await;
        assert_eq!(answered.status, 200);
        assert!(answered.body.contains("<methodResponse>"), "{}", answered.body);

        apache.restart_with(HUB_EXCEPTION);
        let updated = update(token(&core)).await;
        assert_eq!((updated.status, updated.body.as_str()), (200, "true"));
        let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
        site.register(&hub.url()).await.unwrap();
        let site = site.moved().await.unwrap();
        site.forget_confirmation(&hub.url());
        let asked = page(site.register(&hub.url()).await.unwrap());
        site.press(&hub.url(), &asked, "action", "moved").await.unwrap();
        assert!(site.is_registered(&hub.url()));
    }
}

async fn core_site(hub_url: &str) -> SimulatedSite {
    let core = SimulatedSite::start(SiteOptions::new(Family::CoreRest, "Core school")).await.unwrap();
    core.register(hub_url).await.unwrap();
    assert!(core.is_registered(hub_url));
    core
}
