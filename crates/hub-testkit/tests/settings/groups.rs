//! Each group saves, refuses beside the field, is recorded, and works at once.

use hub_core::rights::Role;
use hub_sample::site::Kind;
use hub_testkit::{db_test, example_course};

use super::{led_to, new_site, record, shown};

db_test! {
    async fn a_setting_is_taken_at_once_and_kept(hub) {
        hub.set("name", "Hub of the valley").await;
        assert_eq!(hub.app.policy().name, "Hub of the valley");
        hub.app.refresh_policy().await.expect("the policy can be read");
        assert_eq!(hub.app.policy().name, "Hub of the valley");
    }
}

db_test! {
    async fn a_registration_password_is_never_read_back(hub) {
        hub.set("registration_password", "sesame").await;
        assert_eq!(hub.app.policy().get("registration_password").as_deref(), Ok("(set)"));
        let stored = hub.app.policy().registration_password.clone().unwrap_or_default();
        assert!(stored.starts_with("$argon2id$"), "{stored}");
    }
}

const HUB: [(&str, &str); 5] = [
    ("name", "Hub of the valley"),
    ("description", "Courses of **three** schools."),
    ("contact_name", "Ana Ruiz"),
    ("contact_email", "ana@hub.example"),
    ("language", "de"),
];

db_test! {
    async fn name_and_description_stand_on_the_pages_and_reach_an_old_client(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let preview: Vec<_> = HUB.into_iter().chain([("preview", "1")]).collect();
        let page = admin.post("/admin/settings/hub", &preview).await.text().await.unwrap();
        assert!(page.contains("<strong>three</strong>"), "{page}");
        assert_eq!(hub.app.policy().name, "Course hub", "a preview saves nothing");
        let saved = admin.post("/admin/settings/hub", &HUB).await;
        assert_eq!(led_to(&saved), "/admin/settings/hub?done=settings");
        let front = hub.get("/").await.text().await.unwrap();
        assert!(front.contains("Hub of the valley") && front.contains("lang=\"de\""), "{front}");
        assert!(hub.get("/about").await.text().await.unwrap().contains("<strong>three</strong>"));
        let site = hub.site("Lake school").await;
        assert_eq!(site.get_info(&hub.url()).await.unwrap()["name"], "Hub of the valley");
        let lines = record(&hub, "settings.changed").await;
        assert_eq!(lines.len(), HUB.len());
        let name = lines.iter().find(|(_, after)| after.contains("\"name\"")).unwrap();
        assert_eq!(name, &("{\"name\":\"Course hub\"}".to_owned(), "{\"name\":\"Hub of the valley\"}".to_owned()));
    }
}

db_test! {
    async fn what_does_not_fit_is_said_beside_its_field_and_nothing_is_saved(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let mut fields = HUB.to_vec();
        fields[3] = ("contact_email", "nobody");
        let refused = admin.post("/admin/settings/hub", &fields).await;
        assert_eq!(refused.status(), 422);
        let page = refused.text().await.unwrap();
        let beside = page.split("id=\"f-contact_email\"").nth(1).unwrap();
        let beside = beside.split("</div>").next().unwrap();
        assert!(beside.contains("This is not a mail address.") && page.contains("Hub of the valley"), "{page}");
        assert_eq!(hub.app.policy().name, "Course hub");
        assert!(record(&hub, "settings.changed").await.is_empty());
        let limits = [("courses_per_site_per_day", "-1"), ("courses_per_answer", "0"), ("package_max_bytes", "much")];
        let page = admin.post("/admin/settings/limits", &limits).await.text().await.unwrap();
        for text in ["or nothing for any number.", "from 1 to 1000.", "such as 2 GiB or 500 MiB."] {
            assert!(page.contains(text), "{text}");
        }
        let days = admin.post("/admin/settings/keeping", &[("address_days", "0"), ("record_days", "x")]).await;
        assert_eq!(days.status(), 422);
    }
}

db_test! {
    async fn reading_and_registration_work_at_once_for_visitors_and_moodles(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let site = hub.trusted_site("Lake school").await;
        site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        hub.settle().await;
        let fields = [("enabled", "on"), ("reading", "members"), ("registration", "closed")];
        assert_eq!(admin.post("/admin/settings/access", &fields).await.status(), 303);
        assert_eq!(hub.get("/search").await.status(), 403);
        let stranger = new_site("Hill school").await;
        let found = stranger.search(&hub.url(), "linear", Kind::Advert, &[]).await;
        assert!(found.is_err(), "the public reader is gone");
        assert_eq!(shown(stranger.register(&hub.url()).await.unwrap()).status, 403);
        let panel = admin.page("/admin/settings").await;
        for text in ["see no course", "finds nothing here", "No new Moodle can register", "20 courses a day"] {
            assert!(panel.contains(text), "{text}: {panel}");
        }
        let fields = [("enabled", "read-only"), ("reading", "everyone"), ("registration", "open")];
        admin.post("/admin/settings/access", &fields).await;
        assert_eq!(hub.get("/search").await.status(), 200);
        let panel = admin.page("/admin/settings/access").await;
        for text in ["Anybody reads", "Nothing is registered", "can publish nothing"] {
            assert!(panel.contains(text), "{text}: {panel}");
        }
        assert!(site.publish_advert(&hub.url(), &example_course("BOT-PHOTO"), 0).await.is_err());
    }
}

db_test! {
    async fn a_password_is_set_kept_and_cleared(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let fields = |more: &[(&'static str, &'static str)]| {
            [&[("enabled", "on"), ("reading", "everyone"), ("registration", "password")][..], more].concat()
        };
        admin.post("/admin/settings/access", &fields(&[("registration_password", "rosebud")])).await;
        let first = hub.app.policy().registration_password.clone();
        assert!(first.as_ref().is_some_and(|hash| !hash.contains("rosebud")));
        assert!(!admin.page("/admin/settings/access").await.contains("rosebud"));
        admin.post("/admin/settings/access", &fields(&[("registration_password", "")])).await;
        assert_eq!(hub.app.policy().registration_password, first, "an empty field keeps it");
        let mut site = new_site("Lake school").await;
        let mut info = site.info().clone();
        "rosebud".clone_into(&mut info.password);
        site.set_info(info);
        site.register(&hub.url()).await.unwrap();
        assert!(site.is_registered(&hub.url()));
        admin.post("/admin/settings/access", &fields(&[("clear-registration_password", "1")])).await;
        assert_eq!(hub.app.policy().registration_password, None);
        let lines = format!("{:?}", record(&hub, "settings.changed").await);
        assert!(lines.contains("(set)") && !lines.contains("rosebud"), "{lines}");
    }
}

db_test! {
    async fn limits_feeds_and_licences_work_at_once(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let fields = [("courses_per_site_per_day", "1"), ("courses_per_answer", "5"), ("package_max_bytes", "3 MiB")];
        assert_eq!(admin.post("/admin/settings/limits", &fields).await.status(), 303);
        let policy = hub.app.policy();
        assert_eq!((policy.package_max_bytes, policy.feeds), (3 << 20, false));
        assert!(admin.page("/admin/settings/limits").await.contains("3 MiB"));
        assert_eq!(hub.get("/feeds/atom").await.status(), 404);
        let site = hub.trusted_site("Lake school").await;
        site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        assert!(site.publish_advert(&hub.url(), &example_course("BOT-PHOTO"), 0).await.is_err());
        let none = admin.post("/admin/settings/licences", &[]).await;
        assert_eq!(none.status(), 422);
        assert!(none.text().await.unwrap().contains("Tick at least one licence"));
        admin.post("/admin/settings/licences", &[("licence-public", "1"), ("licence-cc", "1")]).await;
        let policy = hub.app.policy();
        let mut allowed = policy.licences_allowed.clone();
        allowed.sort();
        assert_eq!(allowed, ["cc", "public"]);
    }
}

/// A picture of one point.
const PNG: &[u8] = include_bytes!("point.png");

db_test! {
    async fn a_logo_is_taken_shown_and_removed(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let logo = "/local/hub/webservice/download.php?filetype=hubscreenshot";
        let refused = admin.post_file("/admin/settings/hub", &HUB, ("logo", b"no picture")).await;
        assert_eq!(refused.status(), 422);
        assert!(refused.text().await.unwrap().contains("This picture cannot be used."));
        let taken = admin.post_file("/admin/settings/hub", &HUB, ("logo", PNG)).await;
        assert_eq!(taken.status(), 303);
        assert_eq!(hub.get(logo).await.headers()["content-type"], "image/png");
        assert!(hub.get("/").await.text().await.unwrap().contains("filetype=hubscreenshot"));
        let fields: Vec<_> = HUB.into_iter().chain([("clear-logo", "1")]).collect();
        admin.post("/admin/settings/hub", &fields).await;
        assert!(!hub.get("/").await.text().await.unwrap().contains("filetype=hubscreenshot"));
    }
}

db_test! {
    async fn contacts_mails_and_the_record_go_when_their_time_is_over(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let site = hub.site("Lake school").await;
        site.unregister_site(&hub.url(), hub_sample::site::Leave::IfAllowed).await.unwrap();
        assert!(!hub.row_of(&site).await.info.contact_email.is_empty());
        admin.post("/admin/settings/keeping", &[("keep_removed_days", "30"), ("address_days", "7"), ("record_days", "5")]).await;
        hub.advance(std::time::Duration::from_hours(8 * 24));
        let mut tx = hub.app.db.begin().await.unwrap();
        hub_app::jobs::Job::WithdrawDrafts.enqueue(tx.cx(), hub.app.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        hub.settle().await;
        assert_eq!(hub.row_of(&site).await.info.contact_email, "");
        assert!(record(&hub, "settings.changed").await.is_empty());
    }
}
