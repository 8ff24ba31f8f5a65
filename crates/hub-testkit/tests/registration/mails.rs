//! Mails about sites: readable while they wait, each with what its reader needs.

use hub_app::site::staff;
use hub_core::rights::Actor;
use hub_sample::site::Family;
use hub_testkit::{conformance_test, db_test};

use super::{page, registered};

conformance_test! {
    async fn staff_hears_of_new_sites_and_of_changed_names(hub) {
        hub.set("contact_email", "staff@hub.example").await;
        hub.set("name", "Example Hub").await;
        let mut site = hub.site("Lake school").await;
        let mail = hub.mails_of("site_new").await.pop().unwrap();
        assert_eq!(mail.mail.recipient, "staff@hub.example");
        assert_eq!(mail.mail.state, "waiting", "there is no mail server");
        for text in ["Lake school", site.wwwroot(), "Ada Admin <ada@school.example>", "/admin/sites/"] {
            assert!(mail.body.contains(text), "{text}: {}", mail.body);
        }
        let mut info = site.info().clone();
        "Lake and hill school".clone_into(&mut info.name);
        site.set_info(info);
        for _ in 0..2 {
            site.update_site_info(&hub.url()).await.unwrap();
        }
        let mails = hub.mails_of("site_changed").await;
        assert_eq!(mails.len(), 1, "said twice, mailed once");
        assert!(mails[0].body.contains("Lake school") && mails[0].body.contains("Lake and hill school"));
        let row = hub.row_of(&site).await;
        assert_eq!((row.info.name.as_str(), row.waiting_name.as_deref()), ("Lake school", Some("Lake and hill school")));
        let row = staff::accept_change(&hub.app, Actor::CommandLine, row.id).await.unwrap();
        assert_eq!((row.info.name.as_str(), row.waiting_name), ("Lake and hill school", None));
    }
}

db_test! {
    async fn without_a_contact_of_the_hub_nobody_is_mailed_and_nothing_fails(hub) {
        hub.site("Lake school").await;
        assert!(hub.mails_of("site_new").await.is_empty());
        assert_eq!(hub.mails_of("site_registered").await.len(), 1);
    }
}

conformance_test! {
    async fn the_clean_up_link_is_right_for_the_moodle_it_is_for(hub) {
        for (family, path) in [
            (Family::ExtUnpatched, "/admin/registration/index.php?huburl="),
            (Family::ExtPatched, "/admin/tool/customhub/index.php?huburl="),
        ] {
            let site = hub.site_of(family, "Lake school").await;
            let id = hub.row_of(&site).await.id;
            staff::delete(&hub.app, Actor::CommandLine, id, staff::Courses::Stay).await.unwrap();
            staff::delete(&hub.app, Actor::CommandLine, id, staff::Courses::Stay).await.unwrap();
            let mails = hub.mails_of("site_deleted").await;
            let mail = mails.last().unwrap();
            assert!(mail.body.contains(&format!("{}{path}", site.wwwroot())), "{}", mail.body);
            assert!(mail.body.contains("unregistration=1"));
        }
        assert_eq!(hub.mails_of("site_deleted").await.len(), 2, "deleting again mails nobody");
    }
}

db_test! {
    async fn nobody_to_ask_is_said_and_not_mailed(hub) {
        let site = hub.site("Lake school").await;
        hub.change_site(&site, |row| row.info.contact_email.clear()).await;
        site.forget_hub(&hub.url());
        let asked = page(site.register(&hub.url()).await.unwrap());
        assert_eq!(asked.status, 409);
        assert!(asked.body.contains("We cannot ask anybody"), "{}", asked.body);
        assert!(hub.mails_of("replacement_link").await.is_empty());
    }
}

db_test! {
    async fn mails_are_kept_sealed(hub) {
        let site = hub.site("Lake school").await;
        site.forget_hub(&hub.url());
        page(site.register(&hub.url()).await.unwrap());
        for mail in hub.mails().await {
            assert!(!mail.mail.body_sealed.contains("registrations"), "{}", mail.mail.kind);
        }
        let mails = hub.mails_of("replacement_link").await;
        assert!(mails[0].body.contains("7 days"));
        // The old site lives on untouched.
        let other = hub.site("Hill school").await;
        other.forget_confirmation(&hub.url());
        registered(&hub, &other).await;
    }
}
