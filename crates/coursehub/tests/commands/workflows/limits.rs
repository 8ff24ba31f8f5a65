//! Workflow 22: limits of publishing.

use hub_sample::site::{Kind, SimulatedSite, Wire};

use super::{Hub, course, workflow};

workflow! {
    async fn workflow_22_limits(hub) {
        let site = hub.trusted("Lake school").await;
        the_next_one_is_refused_with_the_time_to_wait(&hub, &site).await;
        a_batch_counts_singly(&hub, &site).await;
        zero_is_none_and_empty_is_unlimited(&hub, &site).await;
        the_sites_own_limit_wins(&hub, &site).await;
    }
}

async fn publish(hub: &Hub, site: &SimulatedSite, number: usize) -> Result<i64, String> {
    let course = course(&format!("C{number}"), &format!("Course {number}"));
    site.publish_advert(hub.url(), &course, 0).await.map_err(|error| error.to_string())
}

fn published(hub: &Hub) -> usize {
    hub.rows(&["course", "list"]).len()
}

async fn the_next_one_is_refused_with_the_time_to_wait(hub: &Hub, site: &SimulatedSite) {
    hub.set("courses_per_site_per_day", "2").await;
    let first = publish(hub, site, 1).await.unwrap();
    publish(hub, site, 2).await.unwrap();
    let refused = publish(hub, site, 3).await.unwrap_err();
    assert!(refused.contains("ERRORCODE: errormaxpublication"), "{refused}");
    assert!(refused.contains("2 courses in 24 hours") && refused.contains("try again in 2"), "{refused}");
    assert_eq!(published(hub), 2);
    assert_eq!(publish(hub, site, 1).await.unwrap(), first, "a change is free");
    let share = site.register_course(hub.url(), &course("C1", "Course 1"), Kind::Share, 0).await;
    assert!(share.is_err(), "a share is a new publication");
}

async fn a_batch_counts_singly(hub: &Hub, site: &SimulatedSite) {
    hub.set("courses_per_site_per_day", "4").await;
    let batch = |numbers: std::ops::Range<i64>| {
        let one = |number: i64| {
            let text = |value: &str| Wire::from(value);
            Wire::object([
                ("fullname", text(&format!("Batch {number}"))),
                ("shortname", text("B")),
                ("description", text("One of several")),
                ("language", text("en")),
                ("publishername", text("Ana Ruiz")),
                ("publisheremail", text("ana@school.example")),
                ("contributornames", text("")),
                ("coverage", text("")),
                ("creatorname", text("Ana Ruiz")),
                ("licenceshortname", text("cc")),
                ("subject", text("field1010101")),
                ("audience", text("students")),
                ("educationallevel", text("secondary")),
                ("creatornotes", text("")),
                ("creatornotesformat", text("1")),
                ("sitecourseid", Wire::Int(number)),
                ("courseurl", text("https://school.example/course/view.php?id=42")),
                ("enrollable", Wire::Bool(true)),
                ("screenshots", Wire::Int(0)),
            ])
        };
        [("courses", Wire::List(numbers.map(one).collect()))]
    };
    let call = async |numbers| site.call_as_site(hub.url(), "hub_register_courses", &batch(numbers)).await;
    let refused = call(500..503).await.unwrap_err();
    assert_eq!(refused.error_code(), Some("errormaxpublication"));
    assert_eq!(published(hub), 2, "none of the three");
    let refused = call(500..506).await.unwrap_err();
    assert!(refused.to_string().contains("send fewer at once"), "{refused}");
    assert_eq!(call(500..502).await.unwrap().as_array().unwrap().len(), 2);
    assert_eq!(published(hub), 4);
}

async fn zero_is_none_and_empty_is_unlimited(hub: &Hub, site: &SimulatedSite) {
    hub.set("courses_per_site_per_day", "0").await;
    let refused = publish(hub, site, 9).await.unwrap_err();
    assert!(refused.contains("ERRORCODE: errornopublication"), "{refused}");
    let nobody = hub.trusted("Hill school").await;
    assert!(publish(hub, &nobody, 1).await.is_err(), "none at all, also the first one");
    hub.set("courses_per_site_per_day", "").await;
    for number in 10..31 {
        publish(hub, site, number).await.unwrap();
    }
}

async fn the_sites_own_limit_wins(hub: &Hub, site: &SimulatedSite) {
    let id = hub.id_of(site);
    hub.run(&["site", "set", &id, "courses_per_day", "0"]);
    assert!(publish(hub, site, 40).await.unwrap_err().contains("errornopublication"));
    hub.run(&["site", "set", &id, "courses_per_day", "26"]);
    publish(hub, site, 40).await.unwrap();
    assert!(publish(hub, site, 41).await.unwrap_err().contains("errormaxpublication"));
    hub.set("courses_per_site_per_day", "0").await;
    hub.run(&["site", "set", &id, "courses_per_day", "unlimited"]);
    publish(hub, site, 41).await.unwrap();
    hub.run(&["site", "set", &id, "courses_per_day", ""]);
    assert!(publish(hub, site, 42).await.unwrap_err().contains("errornopublication"), "the hub's again");
}
