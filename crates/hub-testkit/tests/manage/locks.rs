//! What staff corrected stays, whatever a site says.

use hub_app::course::{edit, locks};
use hub_app::site::{Said, staff, update};
use hub_core::VersionId;
use hub_sample::site::Kind;
use hub_testkit::{TestHub, db_test, example_course};

use super::STAFF;

async fn says(hub: &TestHub, site: &hub_core::site::Site, name: &str, country: &str, address: &str) {
    let said = Said { name: Some(name.to_owned()), country: Some(country.to_owned()), ..Said::default() };
    update::update(&hub.app, site, &said, Some(address)).await.unwrap();
}

db_test! {
    async fn a_corrected_site_stays_corrected_and_both_values_are_shown(hub) {
        let site = hub.site("Lake school").await;
        let row = hub.row_of(&site).await;
        let address = row.address.as_str().to_owned();
        staff::set(&hub.app, STAFF, row.id, "name", "Lake School of Art").await.unwrap();
        staff::set(&hub.app, STAFF, row.id, "country", "CH").await.unwrap();
        says(&hub, &row, "Lake school 2", "DE", &address).await;
        let details = staff::show(&hub.app, row.id).await.unwrap();
        assert_eq!(details.site.info.name, "Lake School of Art");
        assert_eq!(details.site.info.country, "CH");
        assert_eq!(details.site.waiting_name, None, "staff has decided on the name");
        let said: Vec<(String, String)> =
            details.locks.into_iter().map(|lock| (lock.field, lock.said)).collect();
        let expected = [("country", "DE"), ("name", "Lake school 2")].map(|(f, s)| (f.to_owned(), s.to_owned()));
        assert_eq!(said, expected);
        assert!(staff::unlock(&hub.app, STAFF, row.id, "name").await.unwrap());
        let site = staff::show(&hub.app, row.id).await.unwrap().site;
        assert_eq!((site.info.name.as_str(), site.info.country.as_str()), ("Lake school 2", "CH"));
        assert!(!staff::unlock(&hub.app, STAFF, row.id, "name").await.unwrap());
        says(&hub, &site, "Lake school 3", "DE", &address).await;
        let site = staff::show(&hub.app, row.id).await.unwrap().site;
        assert_eq!(site.waiting_name.as_deref(), Some("Lake school 3"), "an unlocked name waits again");
    }
}

db_test! {
    async fn a_corrected_address_stays_until_it_is_unlocked(hub) {
        let site = hub.site("Lake school").await;
        let row = hub.row_of(&site).await;
        let said = row.address.as_str().to_owned();
        staff::set(&hub.app, STAFF, row.id, "address", "https://moodle.lake.example").await.unwrap();
        says(&hub, &row, "Lake school", "", &said).await;
        let details = staff::show(&hub.app, row.id).await.unwrap();
        assert_eq!(details.site.address.as_str(), "https://moodle.lake.example");
        assert_eq!(details.site.waiting_address, None);
        assert_eq!(details.locks[0].said, said);
        staff::unlock(&hub.app, STAFF, row.id, "address").await.unwrap();
        assert_eq!(staff::show(&hub.app, row.id).await.unwrap().site.address.as_str(), said);
    }
}

db_test! {
    async fn a_corrected_advert_stays_corrected_when_its_site_publishes_it_again(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("MATH-LIN1");
        let id = site.register_course(&hub.url(), &course, Kind::Advert, 0).await.unwrap();
        let id = VersionId(id);
        let changed = [("title", "Linear algebra"), ("licence", "cc-sa-4.0")];
        edit::save(&hub.app, STAFF, id, &changed, edit::Hold::Locked).await.unwrap();
        edit::save(&hub.app, STAFF, id, &[("language", "de")], edit::Hold::UntilNextTime).await.unwrap();
        let again = { let mut again = course.clone(); "Linear maps".clone_into(&mut again.full_name); again };
        site.register_course(&hub.url(), &again, Kind::Advert, 0).await.unwrap();
        let text = hub_app::course::look::show(&hub.app, id).await.unwrap().version.text;
        assert_eq!((text.title.as_str(), text.licence.as_str()), ("Linear algebra", "cc-sa-4.0"));
        assert_ne!(text.language, "de", "this was not locked");
        let said: Vec<String> =
            locks::locks(&hub.app, id).await.unwrap().into_iter().map(|lock| lock.field).collect();
        assert_eq!(said, ["licence", "title"]);
        assert!(locks::unlock(&hub.app, STAFF, id, "title").await.unwrap());
        let text = hub_app::course::look::show(&hub.app, id).await.unwrap().version.text;
        assert_eq!(text.title, "Linear maps", "what the site sent last");
    }
}

db_test! {
    async fn a_locked_field_is_locked_in_a_change_that_waits_too(hub) {
        let site = hub.trusted_site("Lake school").await;
        let mut course = example_course("MATH-LIN1");
        let id = VersionId(site.register_course(&hub.url(), &course, Kind::Advert, 0).await.unwrap());
        hub.change_site(&site, |row| row.trusted = false).await;
        "Linear maps".clone_into(&mut course.full_name);
        site.register_course(&hub.url(), &course, Kind::Advert, 0).await.unwrap();
        edit::save(&hub.app, STAFF, id, &[("title", "Linear algebra")], edit::Hold::Locked).await.unwrap();
        let waiting = hub_app::course::look::show(&hub.app, id).await.unwrap().waiting.unwrap();
        assert_eq!(waiting.title, "Linear algebra");
        assert_eq!(locks::locks(&hub.app, id).await.unwrap()[0].said, "Linear maps");
    }
}
