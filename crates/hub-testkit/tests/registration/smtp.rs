//! Mails that a real mail server gets.

use std::time::Duration;

use hub_app::site::staff;
use hub_core::rights::Actor;
use hub_sample::site::{Family, Outcome};
use hub_testkit::apache::free_port;
use hub_testkit::mail_server::{MailServer, Received};
use hub_testkit::{HubOptions, TestHub, db_test};

use super::{ask, link, page};

const CONTACT: &str = "ada@school.example";
const STAFF: &str = "staff@hub.example";

fn with_mail() -> HubOptions {
    HubOptions { mail_url: Some(format!("smtp://127.0.0.1:{}", free_port())), ..HubOptions::default() }
}

/// The mail server a hub was told of.
fn server_of(hub: &TestHub) -> Option<MailServer> {
    let url = reqwest::Url::parse(hub.options().mail_url.as_deref().unwrap()).unwrap();
    MailServer::start(url.port().unwrap())
}

async fn named(hub: &TestHub) {
    hub.set("name", "Example Hub").await;
    hub.set("contact_email", STAFF).await;
}

fn one<'m>(mails: &'m [Received], to: &str, subject: &str) -> &'m Received {
    let found: Vec<_> = mails.iter().filter(|mail| mail.to == [to] && mail.subject == subject).collect();
    assert_eq!(found.len(), 1, "{subject} to {to}: {mails:#?}");
    found[0]
}

db_test! {
    async fn a_new_site_a_changed_name_and_a_changed_address_are_mailed(hub = with_mail()) {
        let Some(server) = server_of(&hub) else { return };
        named(&hub).await;
        let mut site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        let old_address = site.wwwroot().to_owned();
        let mut info = site.info().clone();
        "Schule am See".clone_into(&mut info.name);
        site.set_info(info.clone());
        site.update_site_info(&hub.url()).await.unwrap();
        let mut moved = site.moved().await.unwrap();
        moved.set_info(info);
        moved.forget_confirmation(&hub.url());
        let asked = page(moved.register(&hub.url()).await.unwrap());
        let outcome = moved.press(&hub.url(), &asked, "action", "moved").await.unwrap();
        assert!(matches!(outcome, Outcome::Confirmed), "{outcome:?}");
        hub.settle().await;

        let mails = server.end();
        let new = one(&mails, STAFF, "Example Hub: new site \"Lake school\"");
        for text in [&old_address, "Ada Admin <ada@school.example>", &format!("{}/admin/sites/{id}", hub.url())] {
            assert!(new.text.contains(text), "{text}: {}", new.text);
        }
        let registered = one(&mails, CONTACT, "Example Hub: your site \"Lake school\" is registered");
        let way_back = link(&registered.text, &format!("{}/registrations/", hub.url()));
        assert_eq!(ask(&way_back).await.status, 200);
        let changes: Vec<_> = mails.iter().filter(|mail| mail.subject.contains("has another name or address")).collect();
        assert_eq!(changes.len(), 2, "{mails:#?}");
        assert!(changes.iter().all(|mail| mail.to == [STAFF] && mail.text.contains("/admin/sites/")));
        assert!(changes[0].text.contains("Schule am See"), "{}", changes[0].text);
        assert!(changes[1].text.contains(&old_address) && changes[1].text.contains(moved.wwwroot()));
        let told = mails.iter().find(|mail| mail.to == [CONTACT] && mail.subject.ends_with("has moved")).unwrap();
        assert!(told.text.contains(&old_address) && told.text.contains(moved.wwwroot()), "{}", told.text);
        assert!(hub.mails().await.iter().all(|mail| mail.mail.state == "sent"));
    }
}

db_test! {
    async fn the_old_contact_gets_a_link_that_replaces_the_registration(hub = with_mail()) {
        let Some(server) = server_of(&hub) else { return };
        named(&hub).await;
        let site = hub.site("Lake school").await;
        site.forget_hub(&hub.url());
        let asked = page(site.register(&hub.url()).await.unwrap());
        assert!(!asked.body.contains("This hub cannot send mail"), "{}", asked.body);
        hub.settle().await;
        let mails = server.end();
        let mail = one(&mails, CONTACT, "Example Hub: is your site \"Lake school\" being registered anew?");
        let replace = link(&mail.text, &format!("{}/registrations/replace/", hub.url()));
        let both = site.browser().open(&replace).await.unwrap();
        let done = site.browser().fill_in(&both, &[]).await.unwrap();
        assert!(done.body.contains("registrationconfirmed"), "{}", done.body);
        site.get_info(&hub.url()).await.unwrap();
    }
}

db_test! {
    async fn a_deleted_sites_contact_gets_the_clean_up_link_of_its_moodle(hub = with_mail()) {
        let Some(server) = server_of(&hub) else { return };
        named(&hub).await;
        let hub_address: String = reqwest::Url::parse_with_params("http://x/", [("", hub.url())]).unwrap()
            .query().unwrap()[1..].to_owned();
        let mut expected = Vec::new();
        for (family, path, end) in [
            (Family::Zend, "/admin/registration/index.php", "&force=1&unregistration=1"),
            (Family::ExtUnpatched, "/admin/registration/index.php", "&force=1&unregistration=1"),
            (Family::ExtPatched, "/admin/tool/customhub/index.php", "&unregistration=1&cleanregdata=1"),
            (Family::Mebis, "/admin/tool/customhub/index.php", "&unregistration=1&cleanregdata=1"),
        ] {
            let (version, release) = family.moodle();
            let name = format!("School {release}");
            let site = hub.site_of(family, &name).await;
            let id = hub.row_of(&site).await.id;
            staff::delete(&hub.app, Actor::CommandLine, id, staff::Courses::Stay).await.unwrap();
            expected.push((name, format!("{}{path}?huburl=", site.wwwroot()), end, version));
        }
        hub.settle().await;
        let mails = server.end();
        for (name, start, end, version) in expected {
            let mail = one(&mails, CONTACT, &format!("Example Hub: your site \"{name}\" was removed"));
            let clean_up = link(&mail.text, &start);
            assert!(clean_up.ends_with(end), "{version}: {clean_up}");
            let address = clean_up.trim_start_matches(&start).trim_end_matches(end);
            let decoded = |text: &str| reqwest::Url::parse(&format!("http://x/?a={text}")).unwrap()
                .query_pairs().next().unwrap().1.into_owned();
            assert_eq!((decoded(address), decoded(&hub_address)), (hub.url(), hub.url()));
        }
    }
}

db_test! {
    async fn what_a_stopped_mail_server_does_not_take_is_delivered_once_when_it_is_back(hub = with_mail()) {
        named(&hub).await;
        hub.site("Lake school").await;
        hub.settle().await;
        hub.advance(Duration::from_mins(5));
        hub.settle().await;
        let waiting = hub.mails().await;
        assert_eq!(waiting.len(), 2);
        for mail in &waiting {
            let (mail, error) = (&mail.mail, mail.mail.last_error.clone().unwrap_or_default());
            assert_eq!((mail.state.as_str(), mail.sent_at), ("waiting", None));
            assert!(mail.attempts >= 2 && error.contains("refused"), "{mail:?}");
        }
        let Some(server) = server_of(&hub) else { return };
        hub.advance(Duration::from_hours(6));
        hub.settle().await;
        hub.advance(Duration::from_hours(24));
        hub.settle().await;
        let mails = server.end();
        one(&mails, STAFF, "Example Hub: new site \"Lake school\"");
        one(&mails, CONTACT, "Example Hub: your site \"Lake school\" is registered");
        assert_eq!(mails.len(), 2, "{mails:#?}");
        let sent = hub.mails().await;
        assert!(sent.iter().all(|mail| mail.mail.state == "sent" && mail.mail.last_error.is_none()), "{sent:?}");
    }
}
