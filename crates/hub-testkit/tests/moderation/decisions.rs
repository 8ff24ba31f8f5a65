//! Decisions on what was read, their reasons, and the numbers.

use std::collections::BTreeMap;
use std::time::Duration;

use hub_app::AppError;
use hub_app::moderation::{
    Choice, LineDraft, QueueQuery, Ruling, Take, Why, claim, decide, history, lines, numbers, queue,
    save_lines,
};
use hub_core::TextId;
use hub_core::VersionId;
use hub_core::listing::Listing;
use hub_core::moderation::{LineList, Verdict};
use hub_core::rights::Actor;
use hub_testkit::{TestHub, db_test};

use crate::plant::{acts, advert, moderator, send_again, text, version};

fn ruling(version: VersionId, text: TextId, choice: Choice, words: &str) -> Ruling {
    Ruling { version, text, choice, why: Why { words: words.to_owned(), ..Why::default() } }
}

const ACCEPT: Choice = Choice::Accept { despite_findings: false };
const DAY: Duration = Duration::from_hours(24);

async fn waiting(hub: &TestHub) -> usize {
    queue(&hub.app, &QueueQuery::default()).await.unwrap().entries.len()
}

db_test! {
    async fn nobody_decides_on_a_text_they_have_not_read(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("First")).await;
        let read = version(&hub, id).await.text_id;
        let second = send_again(&hub, id, &text("Second")).await;
        let anna = Actor::Account(moderator(&hub, "Anna").await);
        let refused = decide(&hub.app, anna, &ruling(id, read, ACCEPT, "")).await;
        assert!(matches!(refused, Err(AppError::Conflict(_))), "{refused:?}");
        assert_eq!(version(&hub, id).await.listing, Listing::Waiting);
        decide(&hub.app, anna, &ruling(id, second, ACCEPT, "")).await.unwrap();
        assert_eq!(version(&hub, id).await.listing, Listing::Listed);
        assert_eq!(hub.mails_of("course_accepted").await.len(), 1);
        assert_eq!(acts(&hub, id).await, ["course.accepted"]);
    }
}

db_test! {
    async fn what_another_is_at_work_on_is_not_decided_over_their_head(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Hers")).await;
        let read = version(&hub, id).await.text_id;
        let (anna, ben) = (moderator(&hub, "Anna").await, moderator(&hub, "Ben").await);
        claim(&hub.app, anna, id, Take::IfFree).await.unwrap();
        let accept = ruling(id, read, ACCEPT, "");
        assert!(matches!(decide(&hub.app, Actor::Account(ben), &accept).await, Err(AppError::Conflict(_))));
        decide(&hub.app, Actor::Account(anna), &accept).await.unwrap();
        claim(&hub.app, ben, id, Take::IfFree).await.expect("deciding released it");
    }
}

db_test! {
    async fn a_refusal_needs_a_reason_and_keeps_what_was_ticked(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Refused")).await;
        let read = version(&hub, id).await.text_id;
        let anna = Actor::Account(moderator(&hub, "Anna").await);
        let missing = decide(&hub.app, anna, &ruling(id, read, Choice::Refuse, " ")).await;
        assert!(matches!(missing, Err(AppError::Invalid(_))), "{missing:?}");
        let line = |words: &str| LineDraft {
            id: None,
            texts: BTreeMap::from([("en".to_owned(), words.to_owned()), ("de".to_owned(), String::new())]),
        };
        let reasons = [line("The licence is missing."), line("It is advertising.")];
        let reasons = save_lines(&hub.app, anna, LineList::Reasons, &reasons).await.unwrap();
        let points = save_lines(&hub.app, anna, LineList::Checklist, &[line("Pictures are free")]).await.unwrap();
        let why = Why { canned: Some(reasons[0].id), words: "Ask us.".to_owned(), ticked: vec![points[0].id], unseen_known: false };
        decide(&hub.app, anna, &Ruling { version: id, text: read, choice: Choice::Refuse, why }).await.unwrap();
        let kept = history(&hub.app, id).await.unwrap().remove(0);
        assert_eq!(kept.reason, "The licence is missing.\n\nAsk us.");
        assert_eq!((kept.verdict, kept.canned), (Verdict::Refused, Some(reasons[0].id)));
        assert!(kept.ticked.contains("Pictures are free"), "{}", kept.ticked);
        assert!(hub.mails_of("course_refused").await[0].body.contains("The licence is missing."));
        let left = LineDraft { id: Some(reasons[1].id), texts: reasons[1].texts.clone() };
        save_lines(&hub.app, anna, LineList::Reasons, &[left]).await.unwrap();
        assert_eq!(lines(&hub.app, LineList::Reasons).await.unwrap(), reasons[1..]);
        let month = numbers(&hub.app, 1).await.unwrap().remove(0);
        assert_eq!(month.refused_by[0].text, "The licence is missing.", "retired and still known");
    }
}

db_test! {
    async fn what_was_sent_back_comes_again_when_it_is_sent_again_or_after_the_time(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Nearly")).await;
        let read = version(&hub, id).await.text_id;
        let anna = Actor::Account(moderator(&hub, "Anna").await);
        let ask = |text| ruling(id, text, Choice::AskForChanges { days: Some(10) }, "Name the licence.");
        decide(&hub.app, anna, &ask(read)).await.unwrap();
        assert_eq!(waiting(&hub).await, 0);
        assert!(hub.mails_of("course_changes_asked").await[0].body.contains("Name the licence."));
        let second = send_again(&hub, id, &text("Better")).await;
        assert_eq!(waiting(&hub).await, 1);
        decide(&hub.app, anna, &ask(second)).await.unwrap();
        assert_eq!(waiting(&hub).await, 0);
        hub.advance(10 * DAY);
        assert_eq!(waiting(&hub).await, 1);
        assert_eq!(acts(&hub, id).await, ["course.changes_asked", "course.changes_asked"]);
    }
}

db_test! {
    async fn the_numbers_count_each_month_by_itself(hub) {
        let anna = Actor::Account(moderator(&hub, "Anna").await);
        for hours in [1, 3, 8] {
            let id = advert(&hub, &Listing::Waiting, &text("Counted")).await;
            hub.advance(Duration::from_hours(hours));
            let read = version(&hub, id).await.text_id;
            decide(&hub.app, anna, &ruling(id, read, ACCEPT, "")).await.unwrap();
        }
        hub.advance(31 * DAY);
        let months = numbers(&hub.app, 2).await.unwrap();
        assert_eq!((months[0].received, months[0].median_seconds), (0, None));
        assert_eq!((months[1].received, months[1].median_seconds), (3, Some(3 * 3600)));
        assert_eq!(months[1].decided, [(Verdict::Accepted, 3)]);
        assert_eq!(months[1].month.to_string(), "2026-03-01");
    }
}

db_test! {
    async fn a_new_hub_has_reasons_and_a_checklist_in_every_language(hub) {
        for list in [LineList::Reasons, LineList::Checklist] {
            let first = lines(&hub.app, list).await.unwrap();
            assert!(first.len() >= 6, "{list:?}");
            assert!(first.iter().all(|line| line.texts.len() == 5), "{first:?}");
        }
    }
}
