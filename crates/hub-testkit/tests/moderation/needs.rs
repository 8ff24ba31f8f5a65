//! What needs staff.

use std::time::Duration;

use hub_app::jobs::Job;
use hub_app::moderation::{NeedFilter, need_counts, needs, snooze};
use hub_core::listing::Listing;
use hub_core::need::NeedKind;
use hub_core::rights::Actor;
use hub_sample::site::Front;
use hub_testkit::{TestHub, db_test};

use crate::plant::{advert, send_again, text};

async fn look(hub: &TestHub) {
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    Job::FindNeeds.enqueue(tx.cx(), now).await.unwrap();
    Job::FindNeeds.enqueue(tx.cx(), now).await.unwrap();
    tx.commit().await.unwrap();
    hub.settle().await;
}

async fn all(hub: &TestHub) -> Vec<(NeedKind, i64)> {
    let page = needs(&hub.app, &NeedFilter { limit: 200, ..NeedFilter::default() }).await.unwrap();
    page.needs.iter().map(|need| (need.kind, need.subject)).collect()
}

async fn count(hub: &TestHub, kind: NeedKind) -> i64 {
    need_counts(&hub.app).await.unwrap().into_iter().find(|(of, _)| *of == kind).unwrap().1
}

db_test! {
    async fn the_daily_look_finds_what_is_wrong_with_listings(hub) {
        let mut bare = text("Bare");
        (bare.licence, bare.description) = (String::new(), String::new());
        let bare = advert(&hub, &Listing::Listed, &bare).await.get();
        let mut foreign = text("Foreign");
        "ar".clone_into(&mut foreign.language);
        let foreign = advert(&hub, &Listing::Listed, &foreign).await.get();
        let twin = advert(&hub, &Listing::Listed, &text("FOREIGN!")).await.get();
        advert(&hub, &Listing::Hidden { reason: "no".to_owned() }, &text("")).await;
        look(&hub).await;
        let no_picture = [bare, foreign, twin].map(|id| (NeedKind::NoPicture, id));
        let mut expected = vec![(NeedKind::NoLicence, bare), (NeedKind::NoDescription, bare)];
        expected.extend(no_picture);
        expected.extend([(NeedKind::WrongLanguage, foreign), (NeedKind::Duplicate, twin)]);
        assert_eq!(all(&hub).await, expected);
        hub.advance(Duration::from_hours(24 * 366 * 3));
        look(&hub).await;
        assert_eq!(count(&hub, NeedKind::Untouched).await, 3);
    }
}

db_test! {
    async fn what_was_put_right_is_forgotten_by_the_next_look(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Put right")).await;
        hub_app::course::edit::set(&hub.app, Actor::CommandLine, id, "licence", "").await.unwrap();
        look(&hub).await;
        assert_eq!(count(&hub, NeedKind::NoLicence).await, 1);
        hub_app::course::edit::set(&hub.app, Actor::CommandLine, id, "licence", "cc-4.0").await.unwrap();
        hub.advance(Duration::from_hours(24));
        look(&hub).await;
        assert_eq!(count(&hub, NeedKind::NoLicence).await, 0);
    }
}

db_test! {
    async fn people_who_wait_come_first_and_pages_go_on_where_they_ended(hub) {
        let listed = advert(&hub, &Listing::Listed, &text("Listed")).await;
        look(&hub).await;
        let mut waiting = Vec::new();
        for number in 0..3 {
            hub.advance(Duration::from_mins(1));
            waiting.push(advert(&hub, &Listing::Waiting, &text(&format!("Waits {number}"))).await.get());
        }
        send_again(&hub, listed, &text("Changed")).await;
        let whole = all(&hub).await;
        let expected = waiting.iter().map(|id| (NeedKind::WaitingCourse, *id));
        let rest = [(NeedKind::WaitingChange, listed.get()), (NeedKind::NoPicture, listed.get())];
        assert_eq!(whole, expected.chain(rest).collect::<Vec<_>>());
        let (mut paged, mut after) = (Vec::new(), None);
        loop {
            let page = needs(&hub.app, &NeedFilter { limit: 2, after, kind: None }).await.unwrap();
            paged.extend(page.needs.iter().map(|need| (need.kind, need.subject)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(paged, whole);
    }
}

db_test! {
    async fn a_snoozed_need_is_out_of_list_and_count_until_its_day(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Later")).await.get();
        snooze(&hub.app, Actor::CommandLine, (NeedKind::WaitingCourse, id), 3).await.unwrap();
        assert_eq!((all(&hub).await, count(&hub, NeedKind::WaitingCourse).await), (vec![], 0));
        hub.advance(Duration::from_hours(3 * 24));
        assert_eq!(count(&hub, NeedKind::WaitingCourse).await, 1);
        assert!(snooze(&hub.app, Actor::CommandLine, (NeedKind::WaitingCourse, id), 0).await.is_err());
        assert_eq!(crate::plant::acts(&hub, hub_core::VersionId(id)).await, ["need.snoozed"]);
    }
}

db_test! {
    async fn a_site_that_does_not_come_back_and_one_that_fell_silent_need_staff(hub) {
        let (lost, silent) = (hub.site("Lost").await, hub.site("Silent").await);
        let now = hub.app.clock.now();
        hub.change_site(&lost, |row| row.last_seen_at = None).await;
        hub.change_site(&silent, |row| (row.last_seen_at, row.cloned_at) = (Some(now), Some(now))).await;
        let (lost, silent) = (hub.row_of(&lost).await.id.get(), hub.row_of(&silent).await.id.get());
        hub.advance(Duration::from_mins(11));
        assert_eq!(all(&hub).await, [(NeedKind::Clone, silent), (NeedKind::ReturnNotSeen, lost)]);
        hub.advance(Duration::from_hours(31 * 24));
        look(&hub).await;
        assert_eq!(count(&hub, NeedKind::SilentSite).await, 2);
    }
}

db_test! {
    async fn the_contact_of_a_silent_site_is_written_to_once_and_learns_whether_its_address_answers(hub) {
        let (up, away) = (hub.site("Up").await, hub.site("Away").await);
        away.set_front(Front { head: 404, get: 404, ..Front::default() });
        hub.advance(Duration::from_hours(31 * 24));
        look(&hub).await;
        hub.settle().await;
        let silent = hub.mails_of("site_silent").await;
        assert_eq!(silent.len(), 1);
        assert_eq!(silent[0].mail.recipient, up.info().contact_email);
        assert!(silent[0].body.contains(up.wwwroot()), "{}", silent[0].body);
        let unreachable = hub.mails_of("site_unreachable").await;
        assert_eq!(unreachable.len(), 1);
        assert!(unreachable[0].body.contains("404"), "{}", unreachable[0].body);
        hub.advance(Duration::from_hours(24));
        look(&hub).await;
        hub.settle().await;
        assert_eq!(hub.mails_of("site_silent").await.len(), 1, "told once");
    }
}
