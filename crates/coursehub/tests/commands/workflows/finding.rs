//! Workflow 5: a visitor finds a course and takes it. (How fast a large hub answers is measured in `benches/`.)

use std::collections::BTreeSet;

use hub_sample::course::{Audience, Course, Level, Licence, Section};

use super::{Hub, course, short, workflow};
use crate::program::{Reply, send, soon};

workflow! {
    async fn workflow_05_find_and_download_as_visitor(hub) {
        let (bread, id) = fill(&hub).await;
        words_find_it(&hub);
        filters_narrow_and_count(&hub);
        the_page_shows_all_of_it(&hub, &bread, id);
        it_is_taken(&hub, id);
        it_works_without_scripts(&hub, id);
    }
}

fn bread() -> Course {
    Course::new("BROT", "Brot backen für Anfänger", "de")
        .summary("<p>Teig ruht über Nacht. Ein Vulkan aus Mehl.</p>")
        .subject("field1010301")
        .audience(Audience::Educators)
        .level(Level::Primary)
        .licence(Licence::CcBy4)
        .tags(["Sauerteig", "Ofen"])
        .creator("Zoë Núñez")
        .contributors("Pat Miller")
        .notes("<p>Backt zuerst selbst.</p>")
        .outcome("Ein Brot gelingt")
        .section(Section::new("Mehl").page("Korn", "<p>Weizen.</p>"))
        .section(Section::new("Teig").page("Kneten", "<p>Lange.</p>"))
}

async fn fill(hub: &Hub) -> (Course, i64) {
    let (bakers, lake) = (hub.trusted("Bakers").await, hub.trusted("Lake school").await);
    hub.run(&["site", "show-in-list", &hub.id_of(&bakers)]);
    hub.run(&["site", "show-in-list", &hub.id_of(&lake)]);
    let bread = bread();
    let id = bakers.publish_share(hub.url(), &bread, 2).await.unwrap();
    let volcano = course("VULKAN", "Vulkan und Erde").tags(["Ofen"]);
    lake.publish_advert(hub.url(), &Course { language: "de".to_owned(), ..volcano }, 0).await.unwrap();
    lake.publish_advert(hub.url(), &course("WIND", "Wind").subject("field1010101").tags(["Luft"]), 0)
        .await
        .unwrap();
    soon("all is found", || async { hits(&hub.get("/search")).len() == 3 }).await;
    (bread, id)
}

/// Titles on a page of results, in order.
fn hits(page: &Reply) -> Vec<String> {
    assert_eq!(page.status, 200);
    let text = page.text();
    let titles = text.split("class=\"whole\"").skip(1);
    titles.map(|rest| rest.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
}

const BREAD: &str = "Brot backen für Anfänger";

fn words_find_it(hub: &Hub) {
    for words in ["anfanger+brot", "nacht+teig", "nunez+sauerteig", "ofen+zoe", "BACK+ANF", "mehl+vulkan"] {
        assert_eq!(hits(&hub.get(&format!("/search?q={words}"))), [BREAD], "{words}");
    }
    assert_eq!(hits(&hub.get("/search?q=vulkan")), ["Vulkan und Erde", BREAD], "the title counts more");
    assert!(hits(&hub.get("/search?q=nothing+of+this")).is_empty());
}

/// The values of every filter with their counts, as a page of results offers them.
fn offered(page: &str) -> Vec<(String, String, usize)> {
    let mut all = Vec::new();
    for label in page.split("<label class=\"tick").skip(1) {
        let after =
            |start: &str| label.split(start).nth(1).unwrap().split(['"', '<']).next().unwrap().to_owned();
        all.push((after("name=\""), after("value=\""), after("class=\"count\">").parse().unwrap()));
    }
    all
}

fn filters_narrow_and_count(hub: &Hub) {
    let all = offered(&hub.get("/search").text());
    let filters: BTreeSet<&str> = all.iter().map(|(filter, ..)| filter.as_str()).collect();
    let wanted = ["audience", "kind", "language", "level", "licence", "site", "subject", "tag"];
    assert_eq!(filters, BTreeSet::from(wanted));
    for (filter, value, count) in &all {
        let path = format!("/search?{filter}={}", value.replace(' ', "+"));
        let page = hub.get(&path);
        assert_eq!(hits(&page).len(), *count, "{path}");
        let text = page.text();
        let ticked = offered(&text).iter().any(|(name, chosen, _)| name == filter && chosen == value);
        assert!(ticked && text.contains(" checked"), "{path} shows what is chosen");
    }
    let combined = "/search?q=ofen&language=de&kind=share&tag=Ofen&subject=field101";
    assert_eq!(hits(&hub.get(combined)), [BREAD]);
    assert_eq!(hits(&hub.get(combined)), hits(&hub.get(combined)), "an address is all there is to a search");
    assert!(hits(&hub.get("/search?language=de&kind=advert&tag=Luft")).is_empty());
}

fn the_page_shows_all_of_it(hub: &Hub, course: &Course, id: i64) {
    let address = hub.get(&format!("/courses/{id}")).header("location").to_owned();
    let page = hub.get(&address).text();
    let shown = hub.json(&["course", "show", &short(id)]);
    let sha256 = shown["sha256"].as_str().unwrap().to_owned();
    for words in [
        &course.full_name,
        &course.creator,
        &course.contributors,
        "Teig ruht über Nacht.",
        "Backt zuerst selbst.",
        "Ein Brot gelingt",
        "Sauerteig",
        "German",
        "CC BY 4.0",
        "Korn",
        "Kneten",
        "Bakers",
        "Moodle 3.3",
        &sha256,
        "BROT.mbz",
        "Download the course",
        "application/ld+json",
        "og:title",
        "rel=\"canonical\"",
    ] {
        assert!(page.contains(words), "no {words} in {page}");
    }
    assert!(page.contains(&format!("filetype=screenshot&#38;courseid={id}")), "no screenshot in {page}");
    assert!(page.find("Backt zuerst").unwrap() < page.find("Download the course").unwrap());
    assert!(!page.contains("ada@school.example"), "nobody's mail address is shown");
}

fn it_is_taken(hub: &Hub, id: i64) {
    let url = format!("{}/local/hub/webservice/download.php?filetype=backup&courseid={id}", hub.url());
    let downloads = || hub.json(&["course", "show", &short(id)])["downloads"].as_i64().unwrap();
    // A download is counted beside its answer.
    let counted = |expected| {
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
        while downloads() < expected && std::time::Instant::now() < deadline {}
        assert_eq!(downloads(), expected);
    };
    counted(0);
    let whole = send(&url, "GET", &[]);
    assert_eq!(whole.status, 200);
    assert_eq!(
        whole.header("content-disposition"),
        "attachment; filename=\"brot.mbz\"",
        "the head is in lower case"
    );
    counted(1);
    let half = whole.body.len() / 2;
    let first = send(&url, "GET", &[("Range", &format!("bytes=0-{}", half - 1))]);
    assert_eq!((first.status, first.body.len()), (206, half));
    counted(2);
    let tag = first.header("etag").to_owned();
    let rest = send(&url, "GET", &[("Range", &format!("bytes={half}-")), ("If-Range", &tag)]);
    assert_eq!(rest.status, 206);
    assert!([first.body, rest.body].concat() == whole.body, "two halves make the whole");
    assert_eq!(downloads(), 2, "the other half of a download is no other download");
    assert_eq!(
        hub_app::outside::crypto::Sha256Hex::of(&whole.body).as_str(),
        hub.json(&["course", "show", &short(id)])["sha256"]
    );
}

/// Everything above was read without scripts; here is what keyboards, readers and phones need.
fn it_works_without_scripts(hub: &Hub, id: i64) {
    let address = hub.get(&format!("/courses/{id}")).header("location").to_owned();
    for path in ["/", "/search?q=brot", &address, "/sites", "/about"] {
        let page = hub.get(path).text();
        for part in ["<html lang=\"en\"", "<main", "name=\"viewport\"", "href=\"#main\""] {
            assert!(page.contains(part), "{path}: no {part} in {page}");
        }
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        for image in page.split("<img ").skip(1) {
            assert!(image.split('>').next().unwrap().contains("alt=\""), "{path}: {image}");
        }
    }
}
