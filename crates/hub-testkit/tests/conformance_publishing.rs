//! Conformance tests of the classic protocol notes, section 13: publishing, searching, withdrawing. Each test carries
//! its number and speaks over a TCP socket to a served hub.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use hub_app::course::decide::{Decision, decide};
use hub_core::VersionId;
use hub_core::rights::Actor;
use hub_sample::course::Course;
use hub_sample::site::{Family, Kind, SimulatedSite, SiteOptions, Wire};
use hub_testkit::{TestHub, db_test, example_course, small_course};
use serde_json::Value;

/// Searches as somebody who is not registered.
async fn stranger() -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "Stranger")).await.unwrap()
}

fn ids(courses: &[Value]) -> Vec<i64> {
    courses.iter().map(|course| course["id"].as_i64().unwrap()).collect()
}

async fn accept(hub: &TestHub, id: i64) {
    decide(&hub.app, Actor::CommandLine, VersionId(id), &Decision::Accept { despite_findings: false })
        .await
        .unwrap();
    hub.settle().await;
}

/// A struct of the registration call with some members changed or left out.
fn course_struct(changes: &[(&str, Option<Wire>)]) -> Wire {
    let text = |value: &str| Wire::from(value);
    let mut members: Vec<(String, Wire)> = [
        ("fullname", text("Algebra & more")),
        ("shortname", text("ALG1")),
        ("description", text("First course")),
        ("language", text("en")),
        ("publishername", text("Ana Ruiz")),
        ("publisheremail", text("ana@school.example")),
        ("contributornames", text("")),
        ("coverage", text("maths,algebra")),
        ("creatorname", text("Ana Ruiz")),
        ("licenceshortname", text("cc")),
        ("subject", text("field1010101")),
        ("audience", text("students")),
        ("educationallevel", text("secondary")),
        ("creatornotes", text("<p>Use it freely</p>")),
        ("creatornotesformat", text("1")),
        ("sitecourseid", Wire::Int(42)),
        ("courseurl", text("https://school.example/course/view.php?id=42")),
        ("enrollable", Wire::Bool(true)),
        ("screenshots", Wire::Int(0)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    for (name, value) in changes {
        members.retain(|(known, _)| known != name);
        members.extend(value.clone().map(|value| ((*name).to_owned(), value)));
    }
    Wire::Struct(members)
}

async fn register(hub: &TestHub, site: &SimulatedSite, courses: Vec<Wire>) -> Result<Vec<i64>, String> {
    let parameters = [("courses", Wire::List(courses))];
    match site.call_as_site(&hub.url(), "hub_register_courses", &parameters).await {
        Ok(value) => Ok(value.as_array().unwrap().iter().map(|id| id.as_i64().unwrap()).collect()),
        Err(error) => Err(error.to_string()),
    }
}

db_test! {
    async fn conformance_21_an_untrusted_advert_waits_for_approval(hub) {
        let site = hub.site("Lake school").await;
        let id = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        hub.settle().await;
        let public = stranger().await.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
        assert_eq!((public.total, public.courses.len()), (0, 0));
        let status = site.check_status(&hub.url()).await.unwrap();
        assert_eq!(status.course(id).unwrap()["privacy"], 0);
        accept(&hub, id).await;
        let status = site.check_status(&hub.url()).await.unwrap();
        assert_eq!(status.course(id).unwrap()["privacy"], 1);
        let public = stranger().await.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
        assert_eq!(ids(&public.courses), [id]);
    }
}

db_test! {
    async fn conformance_22_a_trusted_site_is_listed_at_once(hub) {
        let site = hub.trusted_site("Lake school").await;
        let anybody = stranger().await;
        let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        hub.settle().await;
        let found = anybody.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
        assert_eq!(ids(&found.courses), [advert]);

        let course = example_course("BOT-PHOTO");
        let share = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        hub.settle().await;
        let found = anybody.search(&hub.url(), "photosynthesis", Kind::Share, &[]).await.unwrap();
        assert_eq!(found.total, 0, "not before its backup has come");
        let answer = site.upload_backup(&hub.url(), share, &site.back_up(&course)).await.unwrap();
        assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
        hub.settle().await;
        let found = anybody.search(&hub.url(), "photosynthesis", Kind::Share, &[]).await.unwrap();
        assert_eq!(ids(&found.courses), [share]);
    }
}

db_test! {
    async fn conformance_23_an_advert_keeps_its_id_and_a_share_gets_a_new_one(hub) {
        let site = hub.trusted_site("Lake school").await;
        let mut course = example_course("MATH-LIN1");
        let first = site.publish_advert(&hub.url(), &course, 0).await.unwrap();
        course.sections.truncate(1);
        "Linear equations, shortened".clone_into(&mut course.full_name);
        let second = site.publish_advert(&hub.url(), &course, 0).await.unwrap();
        assert_eq!(first, second);
        let status = site.check_status(&hub.url()).await.unwrap();
        let shown = status.course(first).unwrap();
        assert_eq!(shown["fullname"], "Linear equations, shortened");
        assert!(shown.get("contents").is_none(), "the contents were replaced: {shown}");

        let course = example_course("BOT-PHOTO");
        let one = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        let two = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        assert_ne!(one, two);
    }
}

db_test! {
    async fn conformance_24_the_quota_counts_singly_and_zero_is_none(hub) {
        let site = hub.trusted_site("Lake school").await;
        hub.set("courses_per_site_per_day", "3").await;
        let course = |id: i64| course_struct(&[("sitecourseid", Some(Wire::Int(id)))]);
        let batch = register(&hub, &site, vec![course(1), course(2)]).await.unwrap();
        assert_eq!(batch.len(), 2);
        let error = register(&hub, &site, vec![course(3), course(4)]).await.unwrap_err();
        assert!(error.contains("ERRORCODE: errormaxpublication"), "{error}");
        assert_eq!(site.check_status(&hub.url()).await.unwrap().total, 2, "nothing of the refused batch is stored");
        assert_eq!(register(&hub, &site, vec![course(1)]).await.unwrap(), batch[..1], "a change is free");
        register(&hub, &site, vec![course(3)]).await.unwrap();
        hub.set("courses_per_site_per_day", "0").await;
        let error = register(&hub, &site, vec![course(9)]).await.unwrap_err();
        assert!(error.contains("ERRORCODE: errornopublication"), "{error}");
        hub.set("courses_per_site_per_day", "").await;
        for id in 10..40 {
            register(&hub, &site, vec![course(id)]).await.unwrap();
        }
        hub.change_site(&site, |row| row.courses_per_day = Some(Some(0))).await;
        let error = register(&hub, &site, vec![course(99)]).await.unwrap_err();
        assert!(error.contains("errornopublication"), "the site's own limit wins: {error}");
    }
}

db_test! {
    async fn conformance_25_the_types_of_the_client_are_accepted(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = course_struct(&[
            ("creatornotesformat", Some(Wire::from("1"))),
            ("sitecourseid", Some(Wire::Int(42))),
            ("enrollable", Some(Wire::Bool(true))),
        ]);
        let ids = register(&hub, &site, vec![course]).await.unwrap();
        let shown = site.check_status(&hub.url()).await.unwrap();
        let shown = shown.course(ids[0]).unwrap();
        assert_eq!(shown["creatornotesformat"], 1);
        assert_eq!(shown["sitecourseid"], 42);
        assert_eq!(shown["enrollable"], true);
        assert_eq!(shown["fullname"], "Algebra & more");
        assert_eq!(shown["creatornotes"], "<p>Use it freely</p>");
    }
}

db_test! {
    async fn conformance_26_one_invalid_course_of_two_stores_none(hub) {
        let site = hub.trusted_site("Lake school").await;
        let good = course_struct(&[]);
        let wrong = [
            course_struct(&[("sitecourseid", Some(Wire::Int(43))), ("fullname", None)]),
            course_struct(&[("sitecourseid", Some(Wire::Int(43))), ("description", Some(Wire::from("a <b>tag</b>")))]),
            course_struct(&[("sitecourseid", Some(Wire::from("many")))]),
            course_struct(&[("sitecourseid", Some(Wire::Int(43))), ("fullname", Some(Wire::from("  ")))]),
        ];
        for wrong in wrong {
            let error = register(&hub, &site, vec![good.clone(), wrong]).await.unwrap_err();
            assert!(error.contains("ERRORCODE: invalidparameter"), "{error}");
        }
        assert_eq!(site.check_status(&hub.url()).await.unwrap().total, 0);
    }
}

db_test! {
    async fn conformance_27_odd_parameters_of_a_search_are_read(hub) {
        let site = hub.trusted_site("Lake school").await;
        let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let share = site.publish_share(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
        hub.settle().await;
        let search = async |text: Wire, down: i64, enrol: i64| {
            let parameters = [
                ("search", text),
                ("downloadable", Wire::Int(down)),
                ("enrollable", Wire::Int(enrol)),
                ("options", Wire::List(Vec::new())),
            ];
            site.call(&hub.url(), "publichub", "hub_get_courses", &parameters).await.unwrap()
        };
        let mut both = ids(search(Wire::Null, 1, 1).await["courses"].as_array().unwrap());
        both.sort_unstable();
        assert_eq!(both, [advert, share]);
        let neither = search(Wire::from(""), 0, 0).await;
        assert_eq!((neither["courses"].as_array().unwrap().len(), &neither["coursetotal"]), (0, &Value::from(0)));
        assert_eq!(ids(search(Wire::from(""), 1, 0).await["courses"].as_array().unwrap()), [share]);
        assert_eq!(ids(search(Wire::from(""), 0, 1).await["courses"].as_array().unwrap()), [advert]);
    }
}

db_test! {
    async fn conformance_28_a_subject_stands_for_all_below_it(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = |id: i64, subject: &str| {
            course_struct(&[("sitecourseid", Some(Wire::Int(id))), ("subject", Some(Wire::from(subject)))])
        };
        let made = vec![course(1, "field1010101"), course(2, "field1010301"), course(3, "field1020103")];
        let made = register(&hub, &site, made).await.unwrap();
        hub.settle().await;
        let find = async |subject: &str| {
            let options = [("subject", Wire::from(subject)), ("coverage", Wire::from("all"))];
            let mut found = ids(&site.search(&hub.url(), "", Kind::Advert, &options).await.unwrap().courses);
            found.sort_unstable();
            let mut without = ids(&site.search(&hub.url(), "", Kind::Advert, &options[..1]).await.unwrap().courses);
            without.sort_unstable();
            assert_eq!(found, without, "coverage has no effect");
            found
        };
        assert_eq!(find("field101").await, made[..2]);
        assert_eq!(find("field10103").await, made[1..2]);
        assert_eq!(find("field1020103").await, made[2..]);
        assert_eq!(find("field999").await, Vec::<i64>::new());
    }
}

db_test! {
    async fn conformance_29_pages_follow_each_other(hub) {
        let site = hub.trusted_site("Lake school").await;
        hub.set("courses_per_site_per_day", "").await;
        let courses = (1..=30).map(|id| course_struct(&[("sitecourseid", Some(Wire::Int(id)))])).collect();
        register(&hub, &site, courses).await.unwrap();
        hub.settle().await;
        let first = site.search(&hub.url(), "algebra", Kind::Advert, &[]).await.unwrap();
        assert_eq!((first.courses.len(), first.total), (25, 30));
        let more = [("givememore", Wire::Int(25))];
        let second = site.search(&hub.url(), "algebra", Kind::Advert, &more).await.unwrap();
        assert_eq!((second.courses.len(), second.total), (5, 30));
        let mut all = [ids(&first.courses), ids(&second.courses)].concat();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 30, "no course stands on two pages");
    }
}

db_test! {
    async fn conformance_30_every_order_is_known_and_others_are_no_fault(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = |id: i64, name: &str, publisher: &str| {
            course_struct(&[
                ("sitecourseid", Some(Wire::Int(id))),
                ("fullname", Some(Wire::from(name))),
                ("publishername", Some(Wire::from(publisher))),
            ])
        };
        let mut made = Vec::new();
        for (id, name, publisher) in [(1, "Élan", "Zoe"), (2, "apple", "Yan"), (3, "Zebra", "Ada")] {
            made.extend(register(&hub, &site, vec![course(id, name, publisher)]).await.unwrap());
            hub.app.clock.advance(std::time::Duration::from_mins(1));
        }
        hub_app::course::edit::set(&hub.app, Actor::CommandLine, VersionId(made[1]), "featured", "good").await.unwrap();
        hub.settle().await;
        let order = async |orderby: &str| {
            let options = [("orderby", Wire::from(orderby))];
            ids(&site.search(&hub.url(), "", Kind::Advert, &options).await.unwrap().courses)
        };
        assert_eq!(order("newest").await, [made[2], made[1], made[0]]);
        assert_eq!(order("eldest").await, [made[0], made[1], made[2]]);
        assert_eq!(order("publisher").await, [made[2], made[1], made[0]]);
        assert_eq!(order("fullname").await, [made[1], made[0], made[2]]);
        assert_eq!(order("ratingaverage").await[0], made[1]);
        assert_eq!(order("whatever").await.len(), 3);
    }
}

db_test! {
    async fn conformance_31_only_the_owner_sees_mail_address_state_and_number(hub) {
        let owner = hub.trusted_site("Lake school").await;
        let other = hub.site("Hill school").await;
        let id = owner.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        hub.settle().await;
        for (who, sees) in [(&owner, true), (&other, false), (&stranger().await, false)] {
            let found = who.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
            let course = found.course(id).unwrap();
            for member in ["publisheremail", "privacy", "sitecourseid"] {
                assert_eq!(course.get(member).is_some(), sees, "{member} for {}", who.info().name);
            }
        }
    }
}

db_test! {
    async fn conformance_32_every_course_leads_somewhere_and_shares_have_a_size(hub) {
        let site = hub.trusted_site("Lake school").await;
        let bare = course_struct(&[("courseurl", None), ("sitecourseid", Some(Wire::Int(7)))]);
        let bare = register(&hub, &site, vec![bare]).await.unwrap()[0];
        site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let course = example_course("BOT-PHOTO");
        let share = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        hub.settle().await;
        let found = [Kind::Advert, Kind::Share];
        for kind in found {
            for course in site.search(&hub.url(), "", kind, &[]).await.unwrap().courses {
                let leads = ["courseurl", "demourl"].map(|member| course.get(member).is_some());
                assert!(leads == [true, false] || leads == [false, true], "{course}");
                assert_eq!(course.get("backupsize").is_some(), kind == Kind::Share);
            }
        }
        let shares = site.search(&hub.url(), "", Kind::Share, &[]).await.unwrap();
        let size = shares.course(share).unwrap()["backupsize"].as_i64().unwrap();
        assert_eq!(usize::try_from(size).unwrap(), site.back_up(&course).len());
        let adverts = site.search(&hub.url(), "", Kind::Advert, &[]).await.unwrap();
        let demo = adverts.course(bare).unwrap()["demourl"].as_str().unwrap().to_owned();
        assert_eq!(demo, format!("{}/?redirectcourseid={bare}", hub.url()));
    }
}

db_test! {
    async fn conformance_34_withdrawing_knows_its_own(hub) {
        let site = hub.trusted_site("Lake school").await;
        let other = hub.trusted_site("Hill school").await;
        let mine = site.publish_advert(&hub.url(), &small_course(1), 0).await.unwrap();
        let theirs = other.publish_advert(&hub.url(), &small_course(2), 0).await.unwrap();
        let withdraw = async |ids: Vec<Wire>| {
            site.call_as_site(&hub.url(), "hub_unregister_courses", &[("courseids", Wire::List(ids))]).await
        };
        let error = withdraw(vec![Wire::from(mine.to_string()), Wire::from(theirs.to_string())]).await.unwrap_err();
        assert_eq!(error.error_code(), Some("triedtounregisteracourseforwrongsite"));
        assert!(site.check_status(&hub.url()).await.unwrap().course(mine).is_some(), "the whole call is undone");
        assert_eq!(withdraw(vec![Wire::from("4711")]).await.unwrap(), 1, "an unknown number is no fault");
        assert_eq!(withdraw(vec![Wire::from(mine.to_string())]).await.unwrap(), 1);
        assert_eq!(withdraw(vec![Wire::from(mine.to_string())]).await.unwrap(), 1);
        hub.settle().await;
        assert!(site.check_status(&hub.url()).await.unwrap().course(mine).is_none());
        let again = site.publish_advert(&hub.url(), &small_course(1), 0).await.unwrap();
        assert_eq!(again, mine, "publishing again revives what its publisher withdrew");
    }
}

db_test! {
    async fn an_untrusted_edit_of_a_listed_advert_waits_while_the_accepted_text_stays(hub) {
        let site = hub.site("Lake school").await;
        let mut course: Course = example_course("MATH-LIN1");
        let id = site.publish_advert(&hub.url(), &course, 1).await.unwrap();
        accept(&hub, id).await;
        "Linear equations, second edition".clone_into(&mut course.full_name);
        assert_eq!(site.publish_advert(&hub.url(), &course, 0).await.unwrap(), id);
        hub.settle().await;
        let public = stranger().await.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
        assert_eq!(public.course(id).unwrap()["fullname"], "Linear equations: keep the balance");
        let own = site.check_status(&hub.url()).await.unwrap();
        assert_eq!(own.course(id).unwrap()["fullname"], "Linear equations, second edition");
        assert_eq!(own.course(id).unwrap()["privacy"], 1);
        assert_eq!(own.course(id).unwrap()["screenshots"], 1, "the pictures are kept");
        accept(&hub, id).await;
        let public = stranger().await.search(&hub.url(), "second edition", Kind::Advert, &[]).await.unwrap();
        assert_eq!(public.course(id).unwrap()["fullname"], "Linear equations, second edition");
    }
}

db_test! {
    async fn what_staff_hid_is_not_revived_by_its_publisher(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("MATH-LIN1");
        let id = site.publish_advert(&hub.url(), &course, 0).await.unwrap();
        let hide = Decision::Hide { reason: "copyright".to_owned() };
        decide(&hub.app, Actor::CommandLine, VersionId(id), &hide).await.unwrap();
        assert_eq!(site.publish_advert(&hub.url(), &course, 0).await.unwrap(), id);
        hub.settle().await;
        let public = stranger().await.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
        assert_eq!(public.total, 0);
        accept(&hub, id).await;
        let public = stranger().await.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
        assert_eq!(public.total, 1);
    }
}
