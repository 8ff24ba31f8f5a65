//! Workflow 17: staff corrects a course; what is kept stays though its site sends it again, what is not follows.

use hub_sample::course::{Course, Section};

use crate::browser::Browser;
use crate::hub::Hub;
use crate::site_workflows::{decide, is_found_soon, page_of, site};

fn course(title: &str, summary: &str) -> Course {
    let page = Section::new("Leaves").page("A leaf", "<p>It is green.</p>");
    Course::new("WIND", title, "en").summary(format!("<p>{summary}</p>")).section(page)
}

#[tokio::test]
async fn workflow_17_a_kept_field_survives_the_next_update_of_its_site() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    browser.sign_in(&hub, &hub.owner()).await;
    let lake = site(&hub, "Lake school").await;
    decide(&browser, &hub, &page_of(&hub, &lake), "trust").await;
    let wind = lake.publish_advert(hub.url(), &course("Wind", "How it blows."), 0).await.unwrap();
    is_found_soon(&hub, wind).await;

    // Corrected and kept: it shows at once, on its page and in search.
    let edit = format!("/admin/courses/{wind}/edit");
    browser.open(&hub.at(&edit)).await;
    browser.fill("input[name=title]", "Wind over the lake").await;
    browser.click("input[name=keep][value=title]").await;
    browser.fill("textarea[name=description]", "How it blows, and why.").await;
    browser.click("main form button.primary").await;
    browser.wait_for(".done").await;
    browser.open(&hub.at(&format!("/courses/{wind}"))).await;
    browser.says("h1", "Wind over the lake").await;
    browser.open(&hub.at("/search?q=over+lake")).await;
    browser.says(".hit", "Wind over the lake").await;

    // Its site sends other words for both.
    lake.publish_advert(hub.url(), &course("Winds", "Where it comes from."), 0).await.unwrap();
    browser.open(&hub.at(&format!("/courses/{wind}"))).await;
    browser.says("h1", "Wind over the lake").await;
    browser.says("main", "Where it comes from.").await;
    // Staff sees what the site says meanwhile, and what was changed by whom.
    browser.open(&hub.at(&edit)).await;
    browser.says(".help.said q", "Winds").await;
    browser.open(&hub.at(&format!("/admin/courses/{wind}/history"))).await;
    browser.says("main", "Wind over the lake").await;
    browser.wait_for(".diff ins").await;

    // No longer kept: the site's own word comes with the next update.
    browser.open(&hub.at(&edit)).await;
    browser.click("input[name=keep][value=title]").await;
    browser.click("main form button.primary").await;
    browser.wait_for(".done").await;
    lake.publish_advert(hub.url(), &course("Winds", "Where it comes from."), 0).await.unwrap();
    browser.open(&hub.at(&format!("/courses/{wind}"))).await;
    browser.says("h1", "Winds").await;
    browser.is_clean(&hub, &[]).await;
}
