//! What staff does with many sites and courses: lists, bulk acts, locks, proofs, and the record.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "manage/bulk.rs"]
mod bulk;
#[path = "manage/edits.rs"]
mod edits;
#[path = "manage/lists.rs"]
mod lists;
#[path = "manage/locks.rs"]
mod locks;
#[path = "manage/pages.rs"]
mod pages;
#[path = "manage/reach.rs"]
mod reach;
#[path = "manage/record.rs"]
mod record;
#[path = "manage/site_pages.rs"]
mod site_pages;

use futures_util::StreamExt as _;
use hub_app::FileStream;
use hub_core::act::Changed;
use hub_core::course::{CourseText, Kind};
use hub_core::listing::{Listing, PackageState};
use hub_core::rights::Actor;
use hub_core::{CourseId, SiteId, VersionId};
use hub_testkit::TestHub;

const STAFF: Actor = Actor::CommandLine;

/// The whole of a file that is made while it is sent.
async fn whole(mut file: FileStream) -> String {
    let mut bytes = Vec::new();
    while let Some(chunk) = file.next().await {
        bytes.extend_from_slice(&chunk.unwrap());
    }
    String::from_utf8(bytes).unwrap()
}

/// A publication past all rules, in a course of its own.
async fn plant(
    hub: &TestHub,
    site: Option<SiteId>,
    kind: Kind,
    listing: Listing,
    text: CourseText,
) -> VersionId {
    let mut tx = hub.app.db.begin().await.unwrap();
    let id = plant_in(hub, &mut tx, site, kind, listing, text).await;
    tx.commit().await.unwrap();
    id
}

/// As [`plant`], in a transaction of the caller.
async fn plant_in(
    hub: &TestHub,
    tx: &mut hub_db::Tx,
    site: Option<SiteId>,
    kind: Kind,
    listing: Listing,
    text: CourseText,
) -> VersionId {
    let now = hub.app.clock.now();
    let id = hub_db::version::next_id(tx.cx()).await.unwrap();
    let course = CourseId(id.get());
    let (owner, number) = (site.map(|site| (site, 1)), site.map(|_| 1000 + id.get()));
    hub_db::course::insert(tx.cx(), course, owner, number, now).await.unwrap();
    let text_id = hub_db::version::insert_text(tx.cx(), id, &text, now).await.unwrap();
    hub_db::version::insert(tx.cx(), id, course, kind, &listing, text_id, now).await.unwrap();
    if kind == Kind::Share && listing != Listing::Draft {
        let mut version = hub_db::version::lock(tx.cx(), id).await.unwrap().unwrap();
        version.package = PackageState::Ready;
        version.size_bytes = Some(1000 * id.get());
        hub_db::version::update(tx.cx(), &version, now).await.unwrap();
    }
    hub_db::change::append(tx.cx(), Changed::Course(course), now).await.unwrap();
    id
}

/// A text with a title, tags and a publisher.
fn titled(title: &str) -> CourseText {
    CourseText {
        title: title.to_owned(),
        short_name: "SHORT".to_owned(),
        language: "en".to_owned(),
        licence: "cc".to_owned(),
        publisher_name: "Ana Publisher".to_owned(),
        publisher_email: "ana@school.example".to_owned(),
        tags: vec!["plants".to_owned()],
        ..CourseText::default()
    }
}
