//! What staff does with courses, one at a time and many at once.

use hub_core::VersionId;
use hub_core::course::CourseText;
use hub_core::listing::Listing;
use hub_testkit::{TestHub, example_course};

use super::walk::{Fields, Tells, Walk, kept};

const DECIDE: &str = "/admin/courses/{id}/decide";
const QUEUE: &str = "/moderate/queue/{version}";

/// An advert of nobody's site.
pub async fn advert(hub: &TestHub, listing: Listing, title: &str) -> VersionId {
    let now = hub.app.clock.now();
    let text = CourseText {
        title: title.to_owned(),
        language: "en".to_owned(),
        publisher_email: "teacher@school.example".to_owned(),
        course_url: "https://school.example/course/view.php?id=2".to_owned(),
        ..CourseText::default()
    };
    let mut tx = hub.app.db.begin().await.unwrap();
    let id = hub_db::version::next_id(tx.cx()).await.unwrap();
    let course = hub_core::CourseId(id.get());
    hub_db::course::insert(tx.cx(), course, None, None, now).await.unwrap();
    let text_id = hub_db::version::insert_text(tx.cx(), id, &text, now).await.unwrap();
    let kind = hub_core::course::Kind::Advert;
    hub_db::version::insert(tx.cx(), id, course, kind, &listing, text_id, now).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The text of a version, as its forms carry it along.
pub async fn text_of(hub: &TestHub, id: VersionId) -> String {
    let mut conn = hub.app.db.read().await.unwrap();
    let version = hub_db::version::by_id(conn.cx(), id).await.unwrap().unwrap();
    version.waiting_text_id.unwrap_or(version.text_id).to_string()
}

pub async fn all(walk: &mut Walk) {
    decisions(walk).await;
    queue(walk).await;
    edits(walk).await;
    batches(walk).await;
}

async fn decisions(walk: &mut Walk) {
    let id = advert(&walk.hub, Listing::Waiting, "Botany").await;
    let (named, text) = (id.to_string(), text_of(&walk.hub, id).await);
    let other = advert(&walk.hub, Listing::Waiting, "Chemistry").await;
    let (other, other_text) = (other.to_string(), text_of(&walk.hub, other).await);
    for (of, text, word, name) in [
        (&named, &text, "accept", "course.accepted"),
        (&named, &text, "hide", "course.hidden"),
        (&named, &text, "unhide", "course.unhidden"),
        (&named, &text, "delete", "course.deleted"),
        (&named, &text, "restore", "course.restored"),
        (&other, &other_text, "refuse", "course.refused"),
    ] {
        let fields = [("act", word), ("text", text.as_str()), ("reason", "A reason")];
        walk.does((DECIDE, &[of]), &fields, name, Tells::Both).await;
    }
}

async fn queue(walk: &mut Walk) {
    let id = advert(&walk.hub, Listing::Waiting, "Geography").await;
    let (named, text) = (id.to_string(), text_of(&walk.hub, id).await);
    let moderator = walk.hub.signed_in(hub_core::rights::Role::Moderator).await;
    moderator.page(&format!("/moderate/queue/{id}")).await;
    walk.does(("/moderate/queue/{version}/claim", &[&named]), &[], "course.claim_taken_over", Tells::Both)
        .await;
    let ask = [("text", text.as_str()), ("choice", "ask"), ("words", "A picture, please")];
    walk.does((QUEUE, &[&named]), &ask, "course.changes_asked", Tells::Both).await;
    let accept = [("text", text.as_str()), ("choice", "accept")];
    walk.does((QUEUE, &[&named]), &accept, "course.accepted", Tells::Both).await;
}

async fn edits(walk: &mut Walk) {
    let id = advert(&walk.hub, Listing::Listed, "History").await;
    let named = id.to_string();
    let title = [("title", "History of the lake")];
    walk.does(("/admin/courses/{id}/edit", &[&named]), &title, "course.edited", Tells::Both).await;
    let notes = [("notes", "ask in May")];
    walk.does(("/admin/courses/{id}/notes", &[&named]), &notes, "course.noted", Tells::Both).await;
    let mut tx = walk.hub.app.db.begin().await.unwrap();
    let codes = ["trailing_data".to_owned()];
    hub_db::package_look::put(tx.cx(), id, &codes, walk.hub.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let looked = "course.findings_looked_at";
    walk.does(("/admin/courses/{id}/looked", &[&named]), &[], looked, Tells::Both).await;
    let feature = [("act", "feature"), ("why", "Clear texts")];
    walk.does(("/admin/courses/{id}/feature", &[&named]), &feature, "course.edited", Tells::Both).await;
    let site = kept(walk.hub.site("Valley school").await);
    let site = walk.hub.row_of(site).await.id.to_string();
    let to = [("site", site.as_str())];
    walk.does(("/admin/courses/{id}/move", &[&named]), &to, "course.relocated", Tells::Both).await;
    let picture = hub_sample::picture::cover(&example_course("BOT-PHOTO"));
    let arranged = ("course.pictures_arranged", Tells::Both);
    walk.sends("/admin/courses/{id}/pictures", &[&named], (&[], ("picture1", &picture.bytes)), arranged)
        .await;
    let asked = [("kind", "no_licence"), ("subject", named.as_str()), ("message", "Which licence?")];
    walk.does(("/moderate/ask", &[]), &asked, "course.publisher_asked", Tells::After).await;
    let rest = [("kind", "no_description"), ("subject", named.as_str()), ("days", "7")];
    walk.does(("/moderate/snooze", &[]), &rest, "need.snoozed", Tells::Both).await;
}

/// Looks at what would be done to many, does it, and gives the number of the batch.
async fn batch(
    walk: &mut Walk,
    form: &'static str,
    fields: Fields<'_>,
    act: &'static str,
    tells: Tells,
) -> String {
    let page = walk.owner.post("/admin/courses/preview", fields).await.text().await.unwrap();
    let token = page.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let fields = [fields, &[("token", token), ("confirm", "1")]].concat();
    let begun = walk.does((form, &[]), &fields, act, tells).await;
    let to = begun.headers()["location"].to_str().unwrap().split('?').next().unwrap();
    to.rsplit('/').next().unwrap().to_owned()
}

async fn batches(walk: &mut Walk) {
    let id = advert(&walk.hub, Listing::Listed, "Music").await.to_string();
    let hide = [("v", id.as_str()), ("act", "hide"), ("reason", "A test")];
    let tag = [("v", id.as_str()), ("act", "add_tag"), ("tag", "songs")];
    let mail = [("v", id.as_str()), ("act", "mail"), ("subject_line", "Hello"), ("body", "All is well")];
    let (run, retag) = ("/admin/courses/run", "/admin/courses/retag");
    let (undo, undo_tags) = ("/admin/courses/batches/{id}/undo", "/admin/courses/batches/{id}/retag/undo");

    let hidden = batch(walk, run, &hide, "courses.batch_begun", Tells::Both).await;
    walk.does((undo, &[&hidden]), &[], "courses.batch_undo_begun", Tells::Both).await;
    let tagged = batch(walk, retag, &tag, "courses.batch_done", Tells::Both).await;
    walk.does((undo_tags, &[&tagged]), &[], "courses.batch_undone", Tells::Both).await;
    // Of each course by itself, too.
    let hidden = batch(walk, run, &hide, "course.hidden", Tells::Both).await;
    walk.does((undo, &[&hidden]), &[], "course.batch_undone", Tells::Both).await;
    batch(walk, run, &mail, "course.publisher_mailed", Tells::After).await;
}
