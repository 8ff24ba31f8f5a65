//! Staff edits courses and ends tokens.

use hub_app::AppError;
use hub_app::course::history::{Standing, history};
use hub_app::course::{edit, relocate};
use hub_app::site::staff;
use hub_core::course::Kind;
use hub_core::desk::{PageNumber, StaffCourseQuery};
use hub_core::listing::Listing;
use hub_core::{CourseId, SiteId};
use hub_testkit::db_test;

use super::{STAFF, plant, titled};

db_test! {
    async fn the_history_says_what_each_text_changed(hub) {
        let id = plant(&hub, None, Kind::Advert, Listing::Listed, titled("One")).await;
        let changes = [("title", "Two"), ("tags", "trees, moss")];
        edit::save(&hub.app, STAFF, id, &changes, edit::Hold::UntilNextTime).await.unwrap();
        let history = history(&hub.app, id).await.unwrap();
        assert_eq!(history.len(), 2);
        assert_eq!((history[0].standing, history[1].standing), (Standing::Accepted, Standing::Earlier));
        let changed: Vec<(&str, &str, &str)> =
            history[0].changes.iter().map(|c| (c.field, c.before.as_str(), c.after.as_str())).collect();
        assert_eq!(changed, [("title", "One", "Two"), ("tags", "plants", "trees, moss")]);
        let wrong = [("title", ""), ("licens", "cc")];
        let refused = edit::save(&hub.app, STAFF, id, &wrong, edit::Hold::Locked).await.unwrap_err();
        let AppError::Invalid(errors) = refused else { panic!("{refused}") };
        assert_eq!(errors.0.len(), 2, "both are named: {errors}");
    }
}

db_test! {
    async fn notes_are_kept_for_staff_and_recorded(hub) {
        let id = plant(&hub, None, Kind::Advert, Listing::Listed, titled("One")).await;
        let course = CourseId(id.get());
        edit::set_notes(&hub.app, STAFF, course, "ask again in May").await.unwrap();
        edit::set_notes(&hub.app, STAFF, course, "ask again in May").await.unwrap();
        assert_eq!(edit::notes(&hub.app, course).await.unwrap(), "ask again in May");
        let record = hub_app::course::look::show(&hub.app, id).await.unwrap().record;
        assert_eq!(record.iter().filter(|line| line.act == "course.noted").count(), 1);
    }
}

db_test! {
    async fn a_course_moves_to_another_site_unless_its_number_is_taken(hub) {
        let (lake, hill) = (hub.site("Lake").await, hub.site("Hill").await);
        let (lake, hill) = (hub.row_of(&lake).await.id, hub.row_of(&hill).await.id);
        let id = plant(&hub, Some(lake), Kind::Advert, Listing::Listed, titled("One")).await;
        let other = plant(&hub, Some(hill), Kind::Advert, Listing::Listed, titled("Two")).await;
        let course = CourseId(id.get());
        let taken = relocate::relocate(&hub.app, STAFF, course, hill, Some(1000 + other.get())).await;
        assert!(matches!(taken, Err(AppError::Conflict(_))), "{taken:?}");
        relocate::relocate(&hub.app, STAFF, course, hill, None).await.unwrap();
        let query = StaffCourseQuery { site: Some(hill), ..StaffCourseQuery::default() };
        let list = hub_app::course::find::find(&hub.app, &query, PageNumber::default()).await.unwrap();
        assert_eq!(list.total, 2);
        assert_eq!(list.rows[0].version.site_id, Some(hill));
        let nowhere = relocate::relocate(&hub.app, STAFF, course, SiteId(999), None).await;
        assert!(matches!(nowhere, Err(AppError::NotFound(_))));
    }
}

db_test! {
    async fn ended_tokens_open_nothing_and_the_contact_knows_the_way_back(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        assert_eq!(staff::rotate(&hub.app, STAFF, id).await.unwrap(), 1);
        assert_eq!(staff::rotate(&hub.app, STAFF, id).await.unwrap(), 0);
        let mails = hub.mails_of("site_token_ended").await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].body.contains("unregistration=1"), "{}", mails[0].body);
        let tokens = staff::show(&hub.app, id).await.unwrap().tokens;
        assert_eq!(tokens[0].ended.as_ref().map(|(_, why)| why.as_str()), Some("rotated"));
        let other = hub.site("Hill school").await;
        let id = hub.row_of(&other).await.id;
        let wrong = staff::revoke(&hub.app, STAFF, id, "Lake school").await;
        assert!(matches!(wrong, Err(AppError::Invalid(_))), "{wrong:?}");
        assert_eq!(staff::revoke(&hub.app, STAFF, id, "Hill school").await.unwrap(), 1);
        assert_eq!(hub.mails_of("site_token_ended").await.len(), 1, "no mail warns whoever has the token");
        staff::block(&hub.app, STAFF, id).await.unwrap();
        assert_eq!(staff::blocked(&hub.app).await.unwrap()[0].site_id, Some(id));
    }
}
