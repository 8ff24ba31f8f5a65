//! Staff's pages of courses, as a browser gets and sends them.

use hub_core::VersionId;
use hub_core::course::Kind;
use hub_core::listing::Listing;
use hub_core::rights::Role;
use hub_sample::site::Kind as SiteKind;
use hub_testkit::{SignedIn, TestHub, db_test, example_course};
use reqwest::StatusCode;

use super::{plant, titled};

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    page.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

fn place(answer: &reqwest::Response) -> String {
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let to = answer.headers()["location"].to_str().unwrap();
    to.split("?done").next().unwrap().to_owned()
}

/// Looks at what would be done and does it; gives the page of the batch.
async fn do_to(person: &SignedIn, fields: &[(&str, &str)], door: &str) -> String {
    let preview = person.post("/admin/courses/preview", fields).await;
    assert_eq!(preview.status(), StatusCode::OK);
    let token = hidden(&preview.text().await.unwrap(), "token");
    let mut fields = fields.to_vec();
    fields.push(("token", &token));
    place(&person.post(door, &fields).await)
}

async fn acts(hub: &TestHub, id: VersionId) -> Vec<String> {
    let record = hub_app::course::look::show(&hub.app, id).await.unwrap().record;
    record.into_iter().map(|line| line.act).collect()
}

async fn public_search(hub: &TestHub, word: &str) -> String {
    hub.settle().await;
    hub.get(&format!("/search?q={word}")).await.text().await.unwrap()
}

db_test! {
    async fn the_list_narrows_sorts_and_is_a_file(hub) {
        plant(&hub, None, Kind::Advert, Listing::Listed, titled("Botany")).await;
        let hidden = Listing::Hidden { reason: "no".to_owned() };
        plant(&hub, None, Kind::Share, hidden, titled("Chemistry")).await;
        let person = hub.signed_in(Role::Curator).await;
        let all = person.page("/admin/courses?sort=title").await;
        assert!(all.find("Botany").unwrap() < all.find("Chemistry").unwrap());
        assert!(all.contains("aria-sort=\"ascending\""));
        let down = person.page("/admin/courses?sort=title&dir=down").await;
        assert!(down.find("Botany").unwrap() > down.find("Chemistry").unwrap());
        let some = person.page("/admin/courses?state=hidden&q=chem").await;
        assert!(some.contains("Chemistry") && !some.contains("Botany"));
        assert!(!all.contains("value=\"delete\""), "a curator deletes nothing");
        let file = person.page("/admin/courses/csv?state=hidden").await;
        assert!(file.starts_with("id,course_id,title") && file.contains("Chemistry") && !file.contains("Botany"));
        assert!(person.page("/admin/courses?state=removed").await.contains("No course fits these filters"));
        assert!(person.page("/admin/courses?page=99").await.contains("Botany"), "the last page");
    }
}

db_test! {
    async fn all_results_are_hidden_from_everybody_and_shown_again(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("MATH-LIN1");
        let id = VersionId(site.register_course(&hub.url(), &course, SiteKind::Advert, 0).await.unwrap());
        let other = plant(&hub, None, Kind::Advert, Listing::Listed, titled("Stays as it is")).await;
        let word = course.full_name.split_whitespace().next().unwrap().to_owned();
        assert!(public_search(&hub, &word).await.contains(&course.full_name));
        let person = hub.signed_in(Role::Moderator).await;
        let fields = [("all", "1"), ("q", word.as_str()), ("act", "hide"), ("reason", "No licence")];
        let preview = person.post("/admin/courses/preview", &fields).await.text().await.unwrap();
        assert!(preview.contains("1 course") && preview.contains("No licence"), "{preview}");
        assert_eq!(acts(&hub, id).await.iter().filter(|act| *act == "course.hidden").count(), 0);
        let batch = do_to(&person, &fields, "/admin/courses/run").await;
        assert!(!public_search(&hub, &word).await.contains(&course.full_name));
        let found = site.search(&hub.url(), "", SiteKind::Advert, &[]).await.unwrap();
        assert!(found.course(id.get()).is_none(), "old clients do not find it");
        assert!(found.course(other.get()).is_some());
        assert_eq!(hub.get(&format!("/courses/{id}")).await.status(), StatusCode::NOT_FOUND);
        assert!(acts(&hub, id).await.contains(&"course.hidden".to_owned()));
        assert!(person.page(&batch).await.contains(&format!("{batch}/undo")));
        person.post(&format!("{batch}/undo"), &[]).await;
        assert!(public_search(&hub, &word).await.contains(&course.full_name));
        assert!(acts(&hub, id).await.contains(&"course.batch_undone".to_owned()));
        assert!(!person.page(&batch).await.contains(&format!("{batch}/undo")));
        assert!(person.page("/admin/courses/batches").await.contains(&batch));
    }
}

db_test! {
    async fn a_curator_retags_and_decides_on_nothing(hub) {
        let id = plant(&hub, None, Kind::Advert, Listing::Listed, titled("Botany")).await;
        let person = hub.signed_in(Role::Curator).await;
        let v = id.to_string();
        let tag = [("v", v.as_str()), ("act", "add_tag"), ("tag", "meadow")];
        let batch = do_to(&person, &tag, "/admin/courses/retag").await;
        assert!(public_search(&hub, "meadow").await.contains("Botany"));
        person.post(&format!("{batch}/retag/undo"), &[]).await;
        assert!(!public_search(&hub, "meadow").await.contains("Botany"));
        let delete = [("v", v.as_str()), ("act", "delete")];
        let refused = person.post("/admin/courses/preview", &delete).await;
        assert_eq!(refused.status(), StatusCode::FORBIDDEN);
        assert_eq!(place(&person.post("/admin/courses/retag", &delete).await), "/admin/courses");
        assert!(hub_app::course::look::show(&hub.app, id).await.unwrap().version.is_public());
        let nothing = person.post("/admin/courses/preview", &tag[1..]).await;
        assert_eq!(nothing.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let no_tag = person.post("/admin/courses/preview", &tag[..2]).await;
        assert!(no_tag.text().await.unwrap().contains("A tag is needed"));
    }
}

db_test! {
    async fn mails_leave_only_after_their_number_was_typed(hub) {
        let id = plant(&hub, None, Kind::Advert, Listing::Listed, titled("Botany")).await.to_string();
        let person = hub.signed_in(Role::Moderator).await;
        let fields = [
            ("v", id.as_str()), ("act", "mail"), ("subject_line", "Please look"), ("body", "The licence is missing."),
        ];
        let preview = person.post("/admin/courses/preview", &fields).await.text().await.unwrap();
        let token = hidden(&preview, "token");
        let mut fields = fields.to_vec();
        fields.push(("token", &token));
        let refused = person.post("/admin/courses/run", &fields).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(hub.mails().await.iter().all(|mail| mail.mail.subject != "Please look"));
        fields.push(("confirm", "1"));
        place(&person.post("/admin/courses/run", &fields).await);
        assert!(hub.mails().await.iter().any(|mail| mail.mail.subject.contains("Please look")));
    }
}

db_test! {
    async fn each_decision_has_its_effect_and_its_line_in_the_record(hub) {
        let id = plant(&hub, None, Kind::Advert, Listing::Waiting, titled("Botany")).await;
        let person = hub.signed_in(Role::Moderator).await;
        let path = format!("/admin/courses/{id}");
        let text = hidden(&person.page(&path).await, "text");
        let decide = async |act: &'static str, reason: &'static str| {
            let fields = [("act", act), ("text", text.as_str()), ("reason", reason)];
            person.post(&format!("{path}/decide"), &fields).await
        };
        let public = async || hub.get(&format!("/courses/{id}")).await.status() != StatusCode::GONE
            && public_search(&hub, "botany").await.contains("Botany");
        assert!(!public().await);
        place(&decide("accept", "").await);
        assert!(public().await);
        let refused = decide("hide", "").await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().await.unwrap().contains("A reason is needed"));
        place(&decide("hide", "A picture is not free").await);
        assert!(!public().await);
        assert!(person.page(&path).await.contains("A picture is not free"));
        place(&decide("unhide", "").await);
        assert!(public().await);
        place(&decide("delete", "").await);
        assert!(!public().await);
        assert!(person.page(&path).await.contains("value=\"restore\""));
        place(&decide("restore", "").await);
        assert!(public().await);
        place(&person.post(&format!("{path}/feature"), &[("act", "feature"), ("why", "Clear")]).await);
        assert!(hub.get(&format!("/courses/{id}")).await.status().is_redirection());
        assert!(hub_app::course::look::show(&hub.app, id).await.unwrap().version.featured);
        place(&person.post(&format!("{path}/feature"), &[("act", "unfeature")]).await);
        place(&person.post(&format!("{path}/notes"), &[("notes", "ask in May")]).await);
        assert!(person.page(&path).await.contains("ask in May"));
        let wanted = [
            "course.noted", "course.edited", "course.edited", "course.restored", "course.deleted",
            "course.unhidden", "course.hidden", "course.accepted",
        ];
        assert_eq!(acts(&hub, id).await, wanted);
    }
}

db_test! {
    async fn what_staff_corrected_and_locked_survives_the_sites_next_publication(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("MATH-LIN1");
        let id = VersionId(site.register_course(&hub.url(), &course, SiteKind::Advert, 0).await.unwrap());
        let person = hub.signed_in(Role::Curator).await;
        let path = format!("/admin/courses/{id}");
        let wrong = person.post(&format!("{path}/edit"), &[("title", "")]).await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("title", "Vectors for everybody"), ("language", "fr"), ("keep", "title")];
        assert_eq!(place(&person.post(&format!("{path}/edit"), &fields).await), path);
        assert!(public_search(&hub, "vectors").await.contains("Vectors for everybody"));
        let history = person.page(&format!("{path}/history")).await;
        assert!(history.contains("<ins dir=\"auto\">Vectors for everybody</ins>"), "{history}");
        let again = { let mut again = course.clone(); "Linear maps".clone_into(&mut again.full_name); again };
        site.register_course(&hub.url(), &again, SiteKind::Advert, 0).await.unwrap();
        let found = site.search(&hub.url(), "", SiteKind::Advert, &[]).await.unwrap();
        let name = format!("{:?}", found.course(id.get()).unwrap());
        assert!(name.contains("Vectors for everybody"), "{name}");
        let text = hub_app::course::look::show(&hub.app, id).await.unwrap().version.text;
        assert_ne!(text.language, "fr", "this was not locked");
        assert!(person.page(&format!("{path}/edit")).await.contains("Linear maps"), "what the site sent");
        // Given back unchanged, it is what the site sent last.
        let fields = [("title", "Vectors for everybody")];
        place(&person.post(&format!("{path}/edit"), &fields).await);
        assert!(public_search(&hub, "maps").await.contains("Linear maps"));
        assert_eq!(acts(&hub, id).await.iter().filter(|act| *act == "course.edited").count(), 2);
        let moved = person.get(&format!("/courses/{id}-x")).await;
        let page = person.page(moved.headers()["location"].to_str().unwrap()).await;
        assert!(page.contains(&format!("{path}/edit")), "staff's way from the public page");
    }
}

db_test! {
    async fn a_course_moves_only_to_a_site_that_is_there(hub) {
        let (lake, hill) = (hub.site("Lake").await, hub.site("Hill").await);
        let (lake, hill) = (hub.row_of(&lake).await.id, hub.row_of(&hill).await.id);
        let id = plant(&hub, Some(lake), Kind::Advert, Listing::Listed, titled("One")).await;
        let person = hub.signed_in(Role::Admin).await;
        let path = format!("/admin/courses/{id}/move");
        for wrong in ["", "999"] {
            let refused = person.post(&path, &[("site", wrong)]).await;
            assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        place(&person.post(&path, &[("site", &hill.to_string())]).await);
        let version = hub_app::course::look::show(&hub.app, id).await.unwrap().version;
        assert_eq!(version.site_id, Some(hill));
        assert!(acts(&hub, id).await.contains(&"course.relocated".to_owned()));
    }
}
