//! One act on many courses.

use std::time::Duration;

use hub_app::AppError;
use hub_app::course::bulk::{self, BulkAct, Selection};
use hub_app::course::decide::{Decision, decide};
use hub_core::VersionId;
use hub_core::course::{CourseText, Kind, Version};
use hub_core::desk::StaffCourseQuery;
use hub_core::listing::Listing;
use hub_testkit::{TestHub, db_test};

use super::{STAFF, plant, titled};

async fn version(hub: &TestHub, id: VersionId) -> Version {
    hub_db::version::by_id(hub.app.db.read().await.unwrap().cx(), id).await.unwrap().unwrap()
}

async fn run(hub: &TestHub, act: &BulkAct, selection: &Selection) -> bulk::Progress {
    let preview = bulk::preview(&hub.app, act, selection).await.unwrap();
    bulk::run(&hub.app, STAFF, act, selection, &preview.token).await.unwrap()
}

fn waiting() -> Selection {
    Selection::All(Box::default())
}

db_test! {
    async fn all_results_are_listed_and_each_gets_its_state_back(hub) {
        let waits = plant(&hub, None, Kind::Advert, Listing::Waiting, titled("Waits")).await;
        let hidden = Listing::Hidden { reason: "no".to_owned() };
        let was_hidden = plant(&hub, None, Kind::Advert, hidden.clone(), titled("Hidden")).await;
        let draft = plant(&hub, None, Kind::Share, Listing::Draft, titled("Draft")).await;
        let listed = plant(&hub, None, Kind::Advert, Listing::Listed, titled("Listed")).await;
        let preview = bulk::preview(&hub.app, &BulkAct::List, &waiting()).await.unwrap();
        assert_eq!(preview.total, 4);
        assert_eq!(preview.first[0], (waits, "Waits".to_owned()));
        let done = run(&hub, &BulkAct::List, &waiting()).await;
        assert_eq!((done.total, done.done, done.skipped, done.planned), (4, 2, 2, 0));
        assert!(done.ended_at.is_some() && done.can_be_undone);
        assert_eq!(done.exceptions.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [draft, listed]);
        assert!(done.exceptions[0].1.contains("no package"), "{:?}", done.exceptions);
        assert_eq!(version(&hub, waits).await.listing, Listing::Listed);
        let undone = bulk::undo(&hub.app, STAFF, done.id).await.unwrap();
        assert_eq!((undone.undone, undone.kept, undone.can_be_undone), (2, 0, false));
        assert_eq!(version(&hub, waits).await.listing, Listing::Waiting);
        assert_eq!(version(&hub, was_hidden).await.listing, hidden);
        assert_eq!(bulk::undo(&hub.app, STAFF, done.id).await.unwrap(), undone, "twice is the same");
        assert_eq!(bulk::list(&hub.app, 10).await.unwrap(), [undone]);
    }
}

db_test! {
    async fn what_was_not_seen_is_not_done(hub) {
        let one = plant(&hub, None, Kind::Advert, Listing::Waiting, titled("One")).await;
        let preview = bulk::preview(&hub.app, &BulkAct::Delete, &waiting()).await.unwrap();
        plant(&hub, None, Kind::Advert, Listing::Waiting, titled("Two")).await;
        let refused = bulk::run(&hub.app, STAFF, &BulkAct::Delete, &waiting(), &preview.token).await;
        assert!(matches!(refused, Err(AppError::Conflict(_))), "{refused:?}");
        assert_eq!(version(&hub, one).await.listing, Listing::Waiting);
        assert!(bulk::list(&hub.app, 10).await.unwrap().is_empty(), "nothing is left of the attempt");
        let other = bulk::run(&hub.app, STAFF, &BulkAct::List, &waiting(), &preview.token).await;
        assert!(matches!(other, Err(AppError::Conflict(_))), "another act than was shown");
        let none = Selection::These(vec![VersionId(999)]);
        let preview = bulk::preview(&hub.app, &BulkAct::List, &none).await.unwrap();
        assert_eq!(preview.total, 0);
        let refused = bulk::run(&hub.app, STAFF, &BulkAct::List, &none, &preview.token).await;
        assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
        let unreasoned = bulk::preview(&hub.app, &BulkAct::Hide { reason: " ".to_owned() }, &waiting()).await;
        assert!(matches!(unreasoned, Err(AppError::Invalid(_))));
    }
}

db_test! {
    async fn what_has_changed_since_is_left_alone_when_a_batch_is_undone(hub) {
        let one = plant(&hub, None, Kind::Advert, Listing::Listed, titled("One")).await;
        let two = plant(&hub, None, Kind::Advert, Listing::Listed, titled("Two")).await;
        let act = BulkAct::Hide { reason: "copyright".to_owned() };
        let done = run(&hub, &act, &Selection::These(vec![two, one])).await;
        assert_eq!(done.done, 2);
        decide(&hub.app, STAFF, two, &Decision::Delete).await.unwrap();
        let undone = bulk::undo(&hub.app, STAFF, done.id).await.unwrap();
        assert_eq!((undone.undone, undone.kept), (1, 1));
        assert_eq!(undone.exceptions, [(two, "it has changed since and was left as it is".to_owned())]);
        assert_eq!(version(&hub, one).await.listing, Listing::Listed);
        assert_eq!(version(&hub, two).await.listing, Listing::Removed);
    }
}

db_test! {
    async fn a_batch_is_undone_within_a_day_and_mails_never(hub) {
        let one = plant(&hub, None, Kind::Advert, Listing::Listed, titled("One")).await;
        let unreachable = CourseText { publisher_email: String::new(), ..titled("Two") };
        plant(&hub, None, Kind::Advert, Listing::Listed, unreachable).await;
        let deleted = run(&hub, &BulkAct::Delete, &Selection::These(vec![one])).await;
        hub.advance(Duration::from_hours(24));
        let late = bulk::undo(&hub.app, STAFF, deleted.id).await;
        assert!(matches!(late, Err(AppError::Conflict(_))), "{late:?}");
        let mail = BulkAct::Mail { subject: "A question".to_owned(), body: "Is it still there?".to_owned() };
        let sent = run(&hub, &mail, &waiting()).await;
        assert_eq!((sent.done, sent.skipped), (1, 1));
        let mails = hub.mails_of("to_publisher").await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].mail.recipient == "ana@school.example" && mails[0].body.contains("\"One\""));
        let undo = bulk::undo(&hub.app, STAFF, sent.id).await;
        assert!(matches!(undo, Err(AppError::Conflict(_))), "{undo:?}");
    }
}

db_test! {
    async fn tags_are_added_once_and_taken_away_however_they_are_written(hub) {
        let one = plant(&hub, None, Kind::Advert, Listing::Listed, titled("One")).await;
        let added = run(&hub, &BulkAct::AddTag { tag: "Trees".to_owned() }, &waiting()).await;
        assert_eq!(version(&hub, one).await.text.tags, ["plants", "Trees"]);
        assert_eq!(run(&hub, &BulkAct::AddTag { tag: "trees".to_owned() }, &waiting()).await.skipped, 1);
        let removed = run(&hub, &BulkAct::RemoveTag { tag: "PLANTS".to_owned() }, &waiting()).await;
        assert_eq!(version(&hub, one).await.text.tags, ["Trees"]);
        assert_eq!(bulk::undo(&hub.app, STAFF, added.id).await.unwrap().kept, 1, "it was changed again");
        assert_eq!(bulk::undo(&hub.app, STAFF, removed.id).await.unwrap().undone, 1);
        assert_eq!(version(&hub, one).await.text.tags, ["plants", "Trees"]);
    }
}

db_test! {
    async fn many_are_done_by_a_job_which_may_run_twice(hub) {
        for number in 0..230 {
            plant(&hub, None, Kind::Advert, Listing::Waiting, titled(&format!("Course {number}"))).await;
        }
        let begun = run(&hub, &BulkAct::List, &waiting()).await;
        assert_eq!((begun.planned, begun.done, begun.ended_at), (230, 0, None));
        let early = bulk::undo(&hub.app, STAFF, begun.id).await;
        assert!(matches!(early, Err(AppError::Conflict(_))), "{early:?}");
        hub.settle().await;
        let done = bulk::progress(&hub.app, begun.id).await.unwrap();
        assert_eq!((done.planned, done.done), (0, 230));
        let now = hub.app.clock.now();
        let mut tx = hub.app.db.begin().await.unwrap();
        hub_app::jobs::Job::Batch { batch: begun.id }.enqueue(tx.cx(), now).await.unwrap();
        tx.commit().await.unwrap();
        hub.settle().await;
        assert_eq!(bulk::progress(&hub.app, begun.id).await.unwrap(), done);
        let listed = StaffCourseQuery { state: Some(hub_core::desk::StateFilter::Listed), ..StaffCourseQuery::default() };
        let page = hub_core::desk::PageNumber::default();
        assert_eq!(hub_app::course::find::find(&hub.app, &listed, page).await.unwrap().total, 230);
    }
}
