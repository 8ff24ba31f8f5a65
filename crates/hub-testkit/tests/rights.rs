//! Who may pass the doors behind a sign-in: every route of hub-web's list x every role x every state of the hub, and every
//! form with and without the word by which the hub knows its own forms.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[expect(dead_code, reason = "the test of visibility uses the rest")]
#[path = "visibility/ask.rs"]
mod ask;
#[expect(dead_code, reason = "the test of visibility uses the rest")]
#[path = "visibility/expected.rs"]
mod expected;
#[expect(dead_code, reason = "the test of visibility uses the rest")]
#[path = "visibility/plant.rs"]
mod plant;
#[expect(dead_code, reason = "the test of visibility uses the rest")]
#[path = "visibility/rows.rs"]
mod rows;

use hub_core::rights::Role;
use hub_testkit::{SignedIn, TestHub, db_test};
use reqwest::StatusCode;
use rows::{Row, row};

/// Whether a role passes a door, by the rows, and its address.
fn due(row: Row, role: Role) -> Option<(bool, &'static str)> {
    match row {
        Row::Own(address) => Some((true, address)),
        Row::Staff(least, address) => Some((role as u8 <= least as u8, address)),
        _ => None,
    }
}

async fn check(hub: &TestHub, role: Role, state: &str) {
    let mut person: SignedIn = hub.signed_in(role).await;
    for route in hub_web::routes(&hub.app) {
        let Some((passes, address)) = row(&route).and_then(|row| due(row, role)) else { continue };
        let told = format!("{} {address}, {}, {state}", route.method, role.name());
        let passes = passes && (state != "off" || role != Role::Member);
        if route.method == "GET" {
            let status = person.get(address).await.status();
            let closed = if role == Role::Member && state == "off" && matches!(row(&route), Some(Row::Own(_)))
            {
                StatusCode::SERVICE_UNAVAILABLE
            } else {
                StatusCode::FORBIDDEN
            };
            if passes {
                // A door about one thing may say that the row's thing is not there.
                assert!(
                    status.is_success() || status.is_redirection() || status == StatusCode::NOT_FOUND,
                    "{told}: {status}"
                );
            } else {
                assert_eq!(status, closed, "{told}");
            }
            continue;
        }
        let foreign = person.post_foreign(address, &[]).await;
        assert!(
            matches!(foreign.status().as_u16(), 403 | 503),
            "{told}, a form of another site: {}",
            foreign.status()
        );
        let own = person.post(address, &[]).await.status();
        if passes {
            assert_ne!(own, StatusCode::FORBIDDEN, "{told}");
            assert!(!own.is_server_error(), "{told}: {own}");
            // Some of the doors that were passed end the session, or the account.
            person = hub.signed_in(role).await;
        } else {
            assert!(matches!(own.as_u16(), 403 | 503), "{told}: {own}");
        }
    }
}

db_test! {
    async fn every_role_passes_the_doors_of_its_rights_and_no_others(hub) {
        for state in ["on", "read-only", "off"] {
            hub.set("enabled", state).await;
            for role in Role::ALL {
                check(&hub, role, state).await;
            }
        }
    }
}

db_test! {
    async fn a_member_reads_a_private_hub_and_staff_one_that_is_off(hub) {
        hub.set("reading", "members").await;
        let member = hub.signed_in(Role::Member).await;
        assert_eq!(member.get("/search").await.status(), StatusCode::OK);
        assert_eq!(hub.get("/search").await.status(), StatusCode::FORBIDDEN);
        hub.set("enabled", "off").await;
        assert_eq!(member.get("/search").await.status(), StatusCode::SERVICE_UNAVAILABLE);
        let curator = hub.signed_in(Role::Curator).await;
        assert_eq!(curator.get("/search").await.status(), StatusCode::OK);
    }
}

db_test! {
    async fn members_take_packages_of_a_private_hub(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = site.publish_share(&hub.url(), &hub_testkit::example_course("BOT-PHOTO"), 0).await.unwrap();
        hub.settle().await;
        hub.set("reading", "members").await;
        let file = format!("/local/hub/webservice/download.php?filetype=backup&courseid={id}");
        assert_eq!(hub.get(&file).await.status(), StatusCode::FORBIDDEN);
        let member = hub.signed_in(Role::Member).await;
        assert_eq!(member.get(&file).await.status(), StatusCode::OK);
    }
}

/// Sends a form that a browser says to come from another site.
async fn cross_site(hub: &TestHub, path: &str, said: (&str, &str)) -> StatusCode {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
    let request = client.build().unwrap().post(format!("{}{path}", hub.url())).header(said.0, said.1);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    request.body("email=member%40hub.example").send().await.unwrap().status()
}

db_test! {
    async fn no_page_of_another_site_sends_a_form_of_strangers_or_one_for_somebody_signed_in(hub) {
        let mut asked = 0;
        for route in hub_web::routes(&hub.app).into_iter().filter(|route| route.method == "POST") {
            let (Row::Form(address, _) | Row::Letter(address, _)) = row(&route).unwrap() else { continue };
            asked += 1;
            for said in [
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-site", "same-site"),
                ("origin", "https://evil.example"),
            ] {
                assert_eq!(cross_site(&hub, address, said).await, StatusCode::FORBIDDEN, "{address}, {said:?}");
            }
            for own in [("sec-fetch-site", "same-origin"), ("origin", &hub.url()), ("origin", "null")] {
                assert_ne!(cross_site(&hub, address, own).await, StatusCode::FORBIDDEN, "{address}, {own:?}");
            }
            let member = hub.signed_in(Role::Member).await;
            assert_eq!(member.post_foreign(address, &[]).await.status(), StatusCode::FORBIDDEN, "{address}");
        }
        assert!(asked > 12, "contact, reports, sign-in, sign-up and the others: {asked}");
    }
}
