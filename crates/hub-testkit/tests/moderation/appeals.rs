//! Publishers appeal by the link of their mail.

use hub_app::AppError;
use hub_app::moderation::appeal::{self, Outcome};
use hub_app::moderation::{Choice, Ruling, Why, decide};
use hub_core::VersionId;
use hub_core::listing::Listing;
use hub_core::moderation::AppealState;
use hub_core::rights::Actor;
use hub_testkit::{TestHub, db_test};

use crate::plant::{advert, link, moderator, send_again, text, version};

async fn say_no(hub: &TestHub, id: VersionId, choice: Choice) {
    let version = version(hub, id).await;
    let text = version.waiting_text_id.unwrap_or(version.text_id);
    let why = Why { words: "Not like this.".to_owned(), ..Why::default() };
    decide(&hub.app, Actor::CommandLine, &Ruling { version: id, text, choice, why }).await.unwrap();
}

const REVERSE: Outcome = Outcome::Reverse { despite_findings: false };

db_test! {
    async fn an_appeal_that_is_right_lists_the_course_again(hub) {
        let anna = moderator(&hub, "Anna").await;
        for (listing, choice, kind) in [
            (Listing::Waiting, Choice::Refuse, "course_refused"),
            (Listing::Listed, Choice::Hide, "course_hidden"),
        ] {
            let id = advert(&hub, &listing, &text("Ours")).await;
            say_no(&hub, id, choice).await;
            let token = link(&hub, kind).await;
            assert_eq!(appeal::by_link(&hub.app, &token).await.unwrap().appeal, None);
            let opened = appeal::open(&hub.app, &token, "It is our own work.").await.unwrap();
            appeal::answer(&hub.app, anna, opened, "Can you show us?").await.unwrap();
            let second = link(&hub, "appeal_answered").await;
            assert_ne!(second, token, "each mail has a link of its own");
            appeal::write(&hub.app, &second, "Here it is.").await.unwrap();
            let thread = appeal::thread(&hub.app, opened).await.unwrap();
            let said: Vec<_> = thread.messages.iter().map(|said| (said.staff, said.body.as_str())).collect();
            assert_eq!(
                said,
                [(None, "It is our own work."), (Some(anna), "Can you show us?"), (None, "Here it is.")]
            );
            appeal::close(&hub.app, Actor::Account(anna), opened, REVERSE, "You are right.").await.unwrap();
            assert_eq!(version(&hub, id).await.listing, Listing::Listed);
            assert_eq!(appeal::by_link(&hub.app, &token).await.unwrap().appeal.unwrap().state, AppealState::Reversed);
        }
        assert_eq!(hub.mails_of("appeal_reversed").await.len(), 2);
    }
}

db_test! {
    async fn a_decision_is_appealed_once_and_decided_once(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Once")).await;
        say_no(&hub, id, Choice::Refuse).await;
        let token = link(&hub, "course_refused").await;
        let opened = appeal::open(&hub.app, &token, "Please look again.").await.unwrap();
        assert!(matches!(appeal::open(&hub.app, &token, "Again.").await, Err(AppError::Conflict(_))));
        let uphold = appeal::close(&hub.app, Actor::CommandLine, opened, Outcome::Uphold, "It stays.").await;
        uphold.unwrap();
        assert!(matches!(version(&hub, id).await.listing, Listing::Refused { .. }));
        let again = appeal::close(&hub.app, Actor::CommandLine, opened, REVERSE, "No.").await;
        assert!(matches!(again, Err(AppError::Conflict(_))), "{again:?}");
        assert!(matches!(appeal::write(&hub.app, &token, "But …").await, Err(AppError::Conflict(_))));
        assert_eq!(hub.mails_of("appeal_upheld").await.len(), 1);
        let wrong = appeal::open(&hub.app, "0123456789abcdefghij0123456789ab", "Let me in.").await;
        assert!(matches!(wrong, Err(AppError::NotFound(_))), "{wrong:?}");
    }
}

db_test! {
    async fn a_refused_change_is_taken_after_all(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Old")).await;
        let change = send_again(&hub, id, &text("New")).await;
        say_no(&hub, id, Choice::Refuse).await;
        assert_eq!(version(&hub, id).await.text.title, "Old");
        let token = link(&hub, "change_refused").await;
        let opened = appeal::open(&hub.app, &token, "The new title is right.").await.unwrap();
        appeal::close(&hub.app, Actor::CommandLine, opened, REVERSE, "It is.").await.unwrap();
        let now = version(&hub, id).await;
        assert_eq!((now.text_id, now.text.title.as_str(), now.waiting_text_id), (change, "New", None));
    }
}
