//! Vocabularies edited on their pages: live for visitors, staff and old clients at once, each act in the record.

use hub_core::rights::{Actor, Role};
use hub_core::vocabulary::VocabularyKey;
use hub_sample::site::{Family, SimulatedSite};
use hub_testkit::{SignedIn, TestHub, db_test, small_course};

use super::{led_to, record, text};

const BOTANY: &str = "field1010903";
const MARINE: &str = "field1010907";

/// What an old client may choose from.
async fn offered(hub: &TestHub, site: &SimulatedSite, list: &str) -> Vec<String> {
    let forms = site.call_as_site(&hub.url(), "hub_get_forminfo", &[]).await.unwrap();
    let values = forms["tagtypes"][list].as_array().unwrap().clone();
    values.iter().map(|value| value["text"].as_str().unwrap().to_owned()).collect()
}

async fn advert(hub: &TestHub, site: &SimulatedSite, number: usize, subject: &str) -> i64 {
    let id = site.publish_advert(&hub.url(), &small_course(number).subject(subject), 0).await.unwrap();
    hub.settle().await;
    id
}

async fn public(hub: &TestHub, path: &str) -> String {
    hub.get(path).await.text().await.unwrap()
}

async fn sent(person: &SignedIn, path: &str, fields: &[(&str, &str)], led: &str) {
    let answer = person.post(path, fields).await;
    assert_eq!(led_to(&answer), led, "{path} {fields:?}: {}", text(&answer.text().await.unwrap()));
}

db_test! {
    async fn a_facet_made_by_hand_is_offered_found_and_taken_away_without_restart(hub) {
        let mebis = hub.site_of(Family::Mebis, "M").await;
        let site = hub.trusted_site("Lake school").await;
        let id = advert(&hub, &site, 1, BOTANY).await;
        let other = advert(&hub, &site, 2, MARINE).await;
        let curator = hub.signed_in(Role::Curator).await;
        let list = "/admin/vocabularies";
        let bad = curator.post(list, &[("key", "School Type"), ("facet-en", "School type")]).await;
        assert_eq!(bad.status(), 422);
        assert!(bad.text().await.unwrap().contains("value=\"School Type\""), "what was typed is still there");
        let facet = "/admin/vocabularies/school-type";
        let made = [("key", "school-type"), ("facet-en", "School type"), ("facet-de", "Schulart")];
        sent(&curator, list, &made, &format!("{facet}?done=words")).await;
        assert!(text(&curator.page(facet).await).contains("has no values yet"));
        for name in ["Primary school", "Grammar school"] {
            let key = name.to_lowercase().replace(' ', "-");
            sent(&curator, facet, &[("name-en", name)], &format!("{facet}?done=words#term-{key}")).await;
        }
        // Missing languages are marked, in the list of all and in the order of this one.
        let html = curator.page(facet).await;
        assert!(html.contains("<span class=\"badge waiting\">German</span>"), "{html}");
        assert!(text(&curator.page(list).await).contains("School type school-type Values: 2"), "{}", text(&curator.page(list).await));
        let names = [("do", "names"), ("name-de", "Grundschule"), ("name-en", "Primary school")];
        let term = format!("{facet}/primary-school");
        sent(&curator, &term, &names, &format!("{term}?done=words")).await;
        assert_eq!(offered(&hub, &mebis, "schooltype").await, ["Primary school", "Grammar school"]);
        // Up and down.
        sent(&curator, facet, &[("up", "grammar-school")], &format!("{facet}?done=words-moved#term-grammar-school")).await;
        sent(&curator, facet, &[("up", "grammar-school")], &format!("{facet}?done=words-same#term-grammar-school")).await;
        assert_eq!(offered(&hub, &mebis, "schooltype").await, ["Grammar school", "Primary school"]);
        sent(&curator, facet, &[("down", "grammar-school")], &format!("{facet}?done=words-moved#term-grammar-school")).await;
        // Staff's form of a course offers it, and visitors find by it.
        let form = curator.page(&format!("/admin/courses/{id}/edit")).await;
        assert!(form.contains("Primary school") && form.contains("Grammar school"), "{form}");
        // What all results have, or only one value of, is no filter.
        for (id, value) in [(id, "primary-school"), (other, "grammar-school")] {
            let id = hub_core::VersionId(id);
            hub_app::vocabulary::values::set(&hub.app, Actor::CommandLine, id, "school-type", value).await.unwrap();
        }
        hub.settle().await;
        let results = public(&hub, "/search").await;
        assert!(results.contains("School type") && results.contains("Primary school"), "{results}");
        assert!(curator.page(facet).await.contains("data-label=\"Courses\">1<"));
        // The end, by typing its key.
        let refused = curator.post(facet, &[("do", "remove"), ("typed", "school")]).await;
        assert_eq!(refused.status(), 422);
        sent(&curator, facet, &[("do", "remove"), ("typed", "school-type")], &format!("{list}?done=words-removed")).await;
        hub.settle().await;
        assert!(!public(&hub, "/search").await.contains("School type"));
        assert_eq!(curator.get(facet).await.status(), 404);
        let acts = record(&hub, "vocabulary.").await;
        assert_eq!(acts.len(), 7, "{acts:?}");
        assert!(acts[0].0.contains("Grammar school") && acts[0].1 == "null", "the record keeps what was removed");
        let renamed = record(&hub, "vocabulary.renamed").await;
        assert!(renamed[0].0.contains("{\"en\":\"Primary school\"}") && renamed[0].1.contains("Grundschule"), "{renamed:?}");
    }
}

db_test! {
    async fn a_subject_is_merged_after_a_look_and_brought_back(hub) {
        let site = hub.trusted_site("Lake school").await;
        let mebis = hub.site_of(Family::Mebis, "M").await;
        for number in [1, 2] {
            advert(&hub, &site, number, BOTANY).await;
        }
        let curator = hub.signed_in(Role::Curator).await;
        let term = format!("/admin/vocabularies/subject/{BOTANY}");
        let look = text(&curator.page(&format!("{term}?into={MARINE}")).await);
        assert!(look.contains("Public courses that move from Botany to Marine Science: 2"), "{look}");
        assert!(record(&hub, "vocabulary.").await.is_empty(), "a look changes nothing");
        sent(&curator, &term, &[("do", "merge"), ("into", MARINE)], &format!("{term}?done=words-merged")).await;
        hub.settle().await;
        let found = public(&hub, &format!("/search?subject={MARINE}")).await;
        assert!(found.contains("Small course 1") && found.contains("Small course 2"), "{found}");
        assert!(!offered(&hub, &mebis, "subject").await.contains(&"Botany".to_owned()));
        assert!(text(&curator.page(&term).await).contains("Merged into Marine Science"));
        let into_itself = curator.post(&term, &[("do", "merge"), ("into", BOTANY)]).await;
        assert_eq!(into_itself.status(), 422);
        sent(&curator, &term, &[("do", "back")], &format!("{term}?done=words")).await;
        hub.settle().await;
        assert!(!public(&hub, &format!("/search?subject={MARINE}")).await.contains("Small course 1"));
        let acts = record(&hub, "vocabulary.").await;
        assert_eq!(acts.len(), 2);
        assert!(acts[1].1.contains(MARINE) && acts[0].0.contains(MARINE), "{acts:?}");
    }
}

db_test! {
    async fn names_places_codes_and_licences_are_changed_and_retired_on_their_pages(hub) {
        let mebis = hub.site_of(Family::Mebis, "M").await;
        let curator = hub.signed_in(Role::Curator).await;
        let level = "/admin/vocabularies/level";
        let new = [("name-en", "Nursery"), ("name-de", "Kita"), ("classic", "primary")];
        sent(&curator, level, &new, &format!("{level}?done=words#term-nursery")).await;
        let html = curator.page(level).await;
        assert!(html.contains("<code dir=\"ltr\">primary</code>"), "{html}");
        assert_eq!(curator.post(level, &new).await.status(), 422, "there is one already");
        let nursery = format!("{level}/nursery");
        sent(&curator, &nursery, &[("do", "map"), ("classic", "other")], &format!("{nursery}?done=words")).await;
        assert_eq!(hub.app.vocabularies().level().classic("nursery"), "other");
        assert_eq!(curator.post(&nursery, &[("do", "map"), ("classic", "nursery")]).await.status(), 422);
        sent(&curator, &nursery, &[("do", "place"), ("parent", "primary")], &format!("{nursery}?done=words")).await;
        assert_eq!(hub.app.vocabularies().level().depth("nursery"), 1);
        let nameless = curator.post(&nursery, &[("do", "names"), ("name-en", ""), ("name-de", "")]).await;
        assert_eq!(nameless.status(), 422);
        sent(&curator, &nursery, &[("do", "retire")], &format!("{nursery}?done=words")).await;
        sent(&curator, &nursery, &[("do", "retire")], &format!("{nursery}?done=words-same")).await;
        assert!(text(&curator.page(level).await).contains("Nursery nursery No longer offered"));

        let licence = "/admin/vocabularies/licence/cc-sa";
        let facts = [("do", "licence"), ("reuse", "1"), ("spdx", "CC-BY-SA-3.0"), ("url", "https://sa.example/")];
        sent(&curator, licence, &facts, &format!("{licence}?done=words")).await;
        let wrong = [("do", "licence"), ("url", "ftp://sa.example/")];
        let refused = curator.post(licence, &wrong).await.text().await.unwrap();
        assert!(refused.contains("begins with https://"), "{refused}");
        let described = record(&hub, "vocabulary.licence_described").await;
        assert!(described[0].1.contains("CC-BY-SA-3.0"), "{described:?}");

        let subject = format!("/admin/vocabularies/subject/{BOTANY}");
        sent(&curator, &subject, &[("do", "names"), ("name-en", "Plants")], &format!("{subject}?done=words")).await;
        assert!(offered(&hub, &mebis, "subject").await.contains(&"Plants".to_owned()));
        let top = curator.page("/admin/vocabularies/subject").await;
        assert!(!top.contains(&format!("term-{BOTANY}\"")) && top.contains("?under="), "{top}");
        let parent = parent_of(&hub, BOTANY);
        let level = format!("/admin/vocabularies/subject?under={parent}");
        let page = curator.page(&level).await;
        assert!(page.contains(&format!("term-{BOTANY}\"")) && text(&page).contains("Top level ›"), "{page}");
        let down = [("down", BOTANY)];
        let moved = format!("{level}&done=words-moved#term-{BOTANY}");
        sent(&curator, "/admin/vocabularies/subject", &down, &moved).await;
        let found = curator.page("/admin/vocabularies/subject?q=PLANTS").await;
        assert!(found.contains(BOTANY) && !found.contains(&format!("term-{MARINE}")), "{found}");
        assert!(text(&curator.page("/admin/vocabularies/subject?q=xyzzy").await).contains("No value has these words"));
        for missing in ["/admin/vocabularies/moon", "/admin/vocabularies/level/moon", "/admin/vocabularies/UPPER"] {
            assert_eq!(curator.get(missing).await.status(), 404, "{missing}");
        }
    }
}

fn parent_of(hub: &TestHub, subject: &str) -> String {
    let all = hub.app.vocabularies();
    let terms = all.get(&VocabularyKey::Subject).unwrap().terms();
    terms.iter().find(|term| term.key == subject).unwrap().parent.clone().unwrap()
}

db_test! {
    async fn the_file_of_one_hub_is_taken_over_by_another(hub) {
        let curator = hub.signed_in(Role::Curator).await;
        let list = "/admin/vocabularies";
        curator.post(list, &[("key", "year"), ("facet-en", "Year")]).await;
        curator.post(list, &[("key", "room"), ("facet-en", "Room")]).await;
        curator.post("/admin/vocabularies/year", &[("name-en", "One")]).await;
        sent(&curator, list, &[("up", "room")], &format!("{list}?done=words-moved")).await;
        let file = curator.get("/admin/vocabularies.json").await;
        assert_eq!(file.headers()["content-disposition"], "attachment; filename=\"vocabularies.json\"");
        let file = file.text().await.unwrap();
        sent(&curator, "/admin/vocabularies/year", &[("do", "remove"), ("typed", "year")], &format!("{list}?done=words-removed")).await;
        let taken = curator.post_file(list, &[("do", "import")], ("file", file.as_bytes())).await;
        assert_eq!(led_to(&taken), format!("{list}?done=words-imported"));
        let all = hub.app.vocabularies();
        let order: Vec<&str> = all.own().iter().map(|facet| facet.key.as_str()).collect();
        assert_eq!(order, ["room", "year"]);
        assert_eq!(all.facet("year").unwrap().offered().count(), 1);
        let again = curator.post_file(list, &[("do", "import")], ("file", file.as_bytes())).await;
        assert_eq!(led_to(&again), format!("{list}?done=words-same"));
        for wrong in ["", "{", "{\"terms\":[{\"vocabulary\":\"moon\",\"key\":\"x\"}]}"] {
            let refused = curator.post_file(list, &[("do", "import")], ("file", wrong.as_bytes())).await;
            assert_eq!(refused.status(), 422, "{wrong}");
        }
    }
}
