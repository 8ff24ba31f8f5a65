//! The guided set-up, from the link to the green light.

use hub_app::account::set_up;
use hub_core::rights::Role;
use hub_testkit::{SignedIn, TestHub, db_test};

use super::{led_to, new_site};

/// The owner who opened the link that the program prints.
async fn owner_by_link(hub: &TestHub) -> (SignedIn, String) {
    let link = set_up::open_link(&hub.app).await.unwrap().unwrap();
    let client =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let body = "name=Ada&email=ada%40hub.example&password=correct+horse+battery";
    let request = client.post(format!("{}/setup/{}", hub.url(), link.expose()));
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
    let answer = request.send().await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let account = hub_app::account::list(&hub.app).await.unwrap()[0].id;
    (hub.browser(account, &cookie).await, led_to(&answer))
}

db_test! {
    async fn before_an_owner_exists_nothing_but_the_link_opens_the_set_up(hub) {
        for path in ["/setup", "/setup/steps/name", "/admin/settings"] {
            assert!(led_to(&hub.get(path).await).starts_with("/sign-in"), "{path}");
        }
        assert_eq!(hub.get("/setup/guess").await.status(), 404);
    }
}

db_test! {
    async fn the_set_up_leads_from_the_link_to_the_green_light(hub) {
        let (owner, to) = owner_by_link(&hub).await;
        assert_eq!(to, "/setup/steps/name?done=owner");
        assert_eq!(led_to(&owner.get("/me").await), "/setup", "until it is done");
        assert!(owner.page("/").await.contains("href=\"/setup\""), "the banner leads on");
        let steps: [(&str, &[(&str, &str)]); 12] = [
            ("name", &[("name", "Hub of the valley")]),
            ("description", &[("description", "Courses of three schools.")]),
            ("logo", &[]),
            ("contact", &[("contact_name", "Ada"), ("contact_email", "ada@hub.example")]),
            ("address", &[]),
            ("mail", &[]),
            ("reading", &[("reading", "everyone")]),
            ("registration", &[("registration", "open")]),
            ("courses", &[("courses_per_site_per_day", "5")]),
            ("licences", &[("licence-public", "1")]),
            ("captcha", &[("captcha", "off"), ("captcha_service", "hcaptcha")]),
            ("backup", &[]),
        ];
        for (number, (step, fields)) in (0..).zip(steps) {
            let page = owner.page(&format!("/setup/steps/{step}")).await;
            assert!(page.contains(&format!("Question {} of 13", number + 1)), "{step}: {page}");
            let next = steps.get(number + 1).map_or("connect", |(step, _)| *step);
            let saved = owner.post(&format!("/setup/steps/{step}"), fields).await;
            assert_eq!(led_to(&saved), format!("/setup/steps/{next}"), "{step}");
        }
        let policy = hub.app.policy();
        assert_eq!((policy.name.as_str(), policy.courses_per_site_per_day), ("Hub of the valley", Some(5)));
        assert_eq!(policy.licences_allowed, ["public"]);
        let refused = owner.post("/setup/steps/name", &[("name", "")]).await;
        assert_eq!(refused.status(), 422);
        let waiting = owner.page("/setup/steps/connect?moodle=3.1").await;
        assert!(waiting.contains("Waiting for the first Moodle") && waiting.contains(&hub.url()), "{waiting}");
        let site = new_site("Lake school").await;
        site.register(&hub.url()).await.unwrap();
        let green = owner.page("/setup/steps/connect").await;
        assert!(green.contains("The first Moodle has reached this hub") && green.contains("Lake school"));
        let done = owner.post("/setup/done", &[]).await;
        assert_eq!(led_to(&done), "/admin/settings?done=set-up");
        assert_eq!(owner.get("/me").await.status(), 200);
        assert!(!owner.page("/").await.contains("href=\"/setup\""));
        assert_eq!(owner.get("/setup/steps/name").await.status(), 200, "and can be visited again");
    }
}

db_test! {
    async fn the_hub_finds_itself_under_its_own_address(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        let page = owner.page("/setup/steps/address").await;
        assert!(page.contains("The hub reaches itself under this address."), "{page}");
        assert!(page.contains("works on this computer only"), "{page}");
    }
}

db_test! {
    async fn a_wrong_address_is_told(hub = hub_testkit::HubOptions { host: Some("nosuchhub.invalid".to_owned()), ..Default::default() }) {
        let reach = hub_app::address_check::check(&hub.app).await;
        assert!(matches!(reach, hub_app::address_check::Reach::Nothing(_)), "{reach:?}");
    }
}

db_test! {
    async fn an_owner_made_by_command_is_not_led_anywhere(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        assert_eq!(owner.get("/me").await.status(), 200);
    }
}
