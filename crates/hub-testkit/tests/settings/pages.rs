//! Imprint, terms, privacy, and the agreement of publishers.

use hub_core::VersionId;
use hub_core::rights::Role;
use hub_testkit::{TestHub, db_test, example_course};

use super::record;

async fn agreement_of(hub: &TestHub, id: i64) -> Option<i64> {
    hub_app::pages::agreement_of(&hub.app, VersionId(id)).await.unwrap()
}

db_test! {
    async fn a_page_is_linked_once_it_has_a_text_and_read_in_the_readers_language(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        assert_eq!(hub.get("/imprint").await.status(), 404);
        assert!(!hub.get("/").await.text().await.unwrap().contains("/imprint"));
        let texts = [("edition", "0"), ("text-en", "The *schools*"), ("text-de", "Die *Schulen*")];
        let preview: Vec<_> = texts.into_iter().chain([("preview", "1")]).collect();
        let shown = admin.post("/admin/pages/imprint", &preview).await.text().await.unwrap();
        assert!(shown.contains("<em>schools</em>"), "{shown}");
        assert_eq!(hub.get("/imprint").await.status(), 404, "a preview saves nothing");
        assert_eq!(admin.post("/admin/pages/imprint", &texts).await.status(), 303);
        assert!(hub.get("/").await.text().await.unwrap().contains("href=\"/imprint\""));
        for (address, text) in [("/imprint?lang=de", "<em>Schulen</em>"), ("/imprint?lang=fr", "<em>schools</em>")] {
            assert!(hub.get(address).await.text().await.unwrap().contains(text), "{address}");
        }
        hub.set("enabled", "off").await;
        assert_eq!(hub.get("/imprint").await.status(), 200, "also on a hub that is off");
        let lines = record(&hub, "page.written").await;
        assert!(lines.len() == 1 && lines[0].1.contains("Die *Schulen*"), "{lines:?}");
        assert_eq!(admin.post("/admin/pages/imprint", &[("edition", "1")]).await.status(), 303);
        assert_eq!(hub.get("/imprint").await.status(), 404, "emptied again");
    }
}

db_test! {
    async fn a_publication_keeps_the_agreement_it_was_made_under(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let site = hub.trusted_site("Lake school").await;
        let before = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        admin.post("/admin/pages/agreement", &[("edition", "0"), ("text-en", "You share what is yours.")]).await;
        let share = site.publish_share(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
        let two = [("edition", "1"), ("text-en", "You share what is yours, freely.")];
        admin.post("/admin/pages/agreement", &two).await;
        assert_eq!((agreement_of(&hub, before).await, agreement_of(&hub, share).await), (None, Some(1)));
        site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        assert_eq!(agreement_of(&hub, before).await, Some(2), "sent again under the newer one");
        let old = hub.get("/agreement/1").await.text().await.unwrap();
        assert!(old.contains("what is yours.") && old.contains("older edition"), "{old}");
        assert!(hub.get("/agreement").await.text().await.unwrap().contains("freely"));
        assert_eq!(hub.get("/agreement/3").await.status(), 404);
        let late = [("edition", "1"), ("text-en", "Another")];
        let refused = admin.post("/admin/pages/agreement", &late).await;
        assert_eq!(refused.status(), 422, "somebody else wrote meanwhile");
    }
}
