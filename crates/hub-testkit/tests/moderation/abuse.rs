//! Visitors report what is wrong.

use std::net::IpAddr;
use std::time::Duration;

use hub_app::AppError;
use hub_app::moderation::abuse::{self, Ending, NewReport, Which};
use hub_core::listing::Listing;
use hub_core::moderation::{AbuseCategory, AbuseState, AbuseSubject};
use hub_core::rights::Actor;
use hub_core::{AbuseReportId, CourseId, VersionId};
use hub_testkit::{TestHub, db_test};

use crate::plant::{advert, text, version};

async fn report(hub: &TestHub, id: VersionId, from: u8) -> Result<AbuseReportId, AppError> {
    let new = NewReport {
        subject: AbuseSubject::Course(CourseId(id.get())),
        category: AbuseCategory::Copyright,
        text: "The pictures are mine.",
        email: "visitor@home.example",
        language: "fr",
        from: IpAddr::from([192, 0, 2, from]),
    };
    abuse::report(&hub.app, &new).await
}

const DISMISS: (Ending, Which) = (Ending::Dismiss, Which::AllAboutIt);

db_test! {
    async fn a_visitor_is_told_that_the_report_came_and_what_came_of_it(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Reported")).await;
        let first = report(&hub, id, 1).await.unwrap();
        report(&hub, id, 2).await.unwrap();
        assert_eq!(hub.mails_of("report_received").await.len(), 2);
        let hide = (Ending::HideCourse, Which::AllAboutIt);
        abuse::close(&hub.app, Actor::CommandLine, first, hide, "They are not free.").await.unwrap();
        assert!(matches!(version(&hub, id).await.listing, Listing::Hidden { .. }));
        let told = hub.mails_of("report_answered").await;
        assert_eq!(told.len(), 2);
        assert_eq!(told[0].mail.recipient, "visitor@home.example");
        let received = &hub.mails_of("report_received").await[0];
        assert!(received.body.starts_with("Merci pour votre signalement"), "{}", received.body);
        assert!(told[0].body.starts_with("Vous avez signalé"), "{}", told[0].body);
        assert_eq!(hub.mails_of("course_hidden").await.len(), 1, "the publisher too");
        let again = abuse::close(&hub.app, Actor::CommandLine, first, DISMISS, "No.").await;
        assert!(matches!(again, Err(AppError::Conflict(_))));
        let gone = report(&hub, id, 3).await;
        assert!(matches!(gone, Err(AppError::NotFound(_))), "nobody sees it now");
    }
}

db_test! {
    async fn nothing_is_hidden_by_reports_unless_the_hub_wants_it(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Disputed")).await;
        for from in 1..=5 {
            report(&hub, id, from).await.unwrap();
        }
        assert_eq!(version(&hub, id).await.listing, Listing::Listed);
    }
}

db_test! {
    async fn enough_reporters_within_a_week_hide_a_course_until_a_person_has_looked(hub) {
        hub.set("reports_to_hide", "3").await;
        let id = advert(&hub, &Listing::Listed, &text("Disputed")).await;
        report(&hub, id, 1).await.unwrap();
        hub.advance(Duration::from_hours(8 * 24));
        for from in [2, 2, 3] {
            report(&hub, id, from).await.unwrap();
        }
        assert_eq!(version(&hub, id).await.listing, Listing::Listed, "two of this week");
        let last = report(&hub, id, 4).await.unwrap();
        assert!(matches!(version(&hub, id).await.listing, Listing::Hidden { .. }));
        let open = abuse::list(&hub.app, AbuseState::Open, None, 25).await.unwrap();
        assert_eq!(open.len(), 5, "a person still looks");
        assert!(open.iter().all(|report| report.hid_course == (report.id == last)));
        abuse::close(&hub.app, Actor::CommandLine, last, DISMISS, "All is well.").await.unwrap();
        assert_eq!(version(&hub, id).await.listing, Listing::Listed);
    }
}

db_test! {
    async fn one_network_sends_so_many_reports_a_day(hub) {
        hub.set("reports_per_day", "2").await;
        let id = advert(&hub, &Listing::Listed, &text("Popular")).await;
        report(&hub, id, 1).await.unwrap();
        report(&hub, id, 1).await.unwrap();
        assert!(matches!(report(&hub, id, 1).await, Err(AppError::Conflict(_))));
        report(&hub, id, 2).await.unwrap();
        hub.advance(Duration::from_hours(25));
        report(&hub, id, 1).await.unwrap();
    }
}
