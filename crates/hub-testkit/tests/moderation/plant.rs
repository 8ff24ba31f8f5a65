//! Courses and moderators without the doors.

use hub_app::account::{Person, create};
use hub_core::course::{CourseText, Kind, Version};
use hub_core::listing::Listing;
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_core::{AccountId, CourseId, TextId, VersionId};
use hub_testkit::TestHub;

/// A text that nothing is wrong with but its picture.
pub fn text(title: &str) -> CourseText {
    CourseText {
        title: title.to_owned(),
        short_name: "PLANT".to_owned(),
        description: "All about plants, and how they grow in the garden.".to_owned(),
        language: "en".to_owned(),
        licence: "cc-4.0".to_owned(),
        publisher_email: "teacher@school.example".to_owned(),
        course_url: "https://school.example/course/view.php?id=2".to_owned(),
        ..CourseText::default()
    }
}

/// An advert of nobody's site.
pub async fn advert(hub: &TestHub, listing: &Listing, text: &CourseText) -> VersionId {
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    let id = hub_db::version::next_id(tx.cx()).await.unwrap();
    let course = CourseId(id.get());
    hub_db::course::insert(tx.cx(), course, None, None, now).await.unwrap();
    let text_id = hub_db::version::insert_text(tx.cx(), id, text, now).await.unwrap();
    hub_db::version::insert(tx.cx(), id, course, Kind::Advert, listing, text_id, now).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Its publisher sends another text, which waits; gives that text.
pub async fn send_again(hub: &TestHub, id: VersionId, text: &CourseText) -> TextId {
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    let mut version = hub_db::version::lock(tx.cx(), id).await.unwrap().unwrap();
    let text_id = hub_db::version::insert_text(tx.cx(), id, text, now).await.unwrap();
    if version.listing == Listing::Waiting {
        version.text_id = text_id;
    } else {
        version.waiting_text_id = Some(text_id);
    }
    version.updated_at = now;
    hub_db::version::update(tx.cx(), &version, now).await.unwrap();
    tx.commit().await.unwrap();
    text_id
}

/// As it stands in the database.
pub async fn version(hub: &TestHub, id: VersionId) -> Version {
    hub_db::version::by_id(hub.app.db.read().await.unwrap().cx(), id).await.unwrap().unwrap()
}

/// A moderator with an account.
pub async fn moderator(hub: &TestHub, name: &str) -> AccountId {
    let email = format!("{name}@hub.example");
    let password = Secret::new("correct horse battery");
    let person = Person { email: &email, name, password: &password };
    create(&hub.app, Actor::CommandLine, &person, Role::Moderator).await.unwrap()
}

/// The link in the newest mail of a kind.
pub async fn link(hub: &TestHub, kind: &str) -> String {
    let mail = hub.mails_of(kind).await.pop().unwrap();
    let link = mail.body.split_whitespace().find(|word| word.contains("/appeals/")).unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

/// The acts in the record of a version, oldest first.
pub async fn acts(hub: &TestHub, id: VersionId) -> Vec<String> {
    let mut conn = hub.app.db.read().await.unwrap();
    let records = hub_db::audit::of_thing(conn.cx(), ("version", id.get()), 100).await.unwrap();
    records.into_iter().rev().map(|record| record.act).collect()
}
