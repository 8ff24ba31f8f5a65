//! Settings, set-up, pages, vocabularies and mails.

use hub_core::notice::Kind;

use super::walk::{Tells, Walk};

const LIST: &str = "/admin/vocabularies";
const WORDS: &str = "/admin/vocabularies/{name}";
const TERM: &str = "/admin/vocabularies/{name}/{term}";

pub async fn all(walk: &mut Walk) {
    settings(walk).await;
    facets(walk).await;
    terms(walk).await;
    mails(walk).await;
}

async fn settings(walk: &mut Walk) {
    let name = [("name", "Hub of the lake"), ("language", "en")];
    walk.does(("/admin/settings/{group}", &["hub"]), &name, "settings.changed", Tells::Both).await;
    let mail = [
        ("mail_host", "127.0.0.1"),
        ("mail_port", "2525"),
        ("mail_security", "none"),
        ("mail_from", "hub@hub.example"),
    ];
    walk.does(("/admin/settings/mail", &[]), &mail, "settings.changed", Tells::Both).await;
    let step = [("name", "Hub of the lakes")];
    walk.does(("/setup/steps/{step}", &["name"]), &step, "settings.changed", Tells::Both).await;
    walk.hub.set("set_up", "open").await;
    walk.does(("/setup/done", &[]), &[], "settings.changed", Tells::Both).await;
    let text = [("edition", "0"), ("text-en", "Lake school, 1 Lake Road")];
    walk.does(("/admin/pages/{page}", &["imprint"]), &text, "page.written", Tells::Both).await;
}

async fn facets(walk: &mut Walk) {
    for (key, name) in [("school-type", "School type"), ("year", "Year")] {
        let new = [("key", key), ("facet-en", name)];
        walk.does((LIST, &[]), &new, "vocabulary.facet_made", Tells::After).await;
    }
    walk.does((LIST, &[]), &[("up", "year")], "vocabulary.facet_moved", Tells::Both).await;
    let names = [("do", "names"), ("facet-en", "Kind of school")];
    walk.does((WORDS, &["school-type"]), &names, "vocabulary.facet_renamed", Tells::Both).await;
    let remove = [("do", "remove"), ("typed", "school-type")];
    walk.does((WORDS, &["school-type"]), &remove, "vocabulary.facet_removed", Tells::Before).await;
    let file = walk.owner.page("/admin/vocabularies.json").await.replace("\"Year\"", "\"School year\"");
    let import = (&[("do", "import")][..], ("file", file.as_bytes()));
    walk.sends(LIST, &[], import, ("vocabulary.imported", Tells::Both)).await;
}

async fn terms(walk: &mut Walk) {
    let new = [("key", "nursery"), ("name-en", "Nursery")];
    walk.does((WORDS, &["level"]), &new, "vocabulary.added", Tells::After).await;
    for (fields, name) in [
        (vec![("do", "names"), ("name-en", "Nursery school")], "vocabulary.renamed"),
        (vec![("do", "map"), ("classic", "other")], "vocabulary.mapped"),
        (vec![("do", "place"), ("parent", "primary")], "vocabulary.moved"),
        (vec![("do", "retire")], "vocabulary.retired"),
        (vec![("do", "back")], "vocabulary.brought_back"),
        (vec![("do", "merge"), ("into", "primary")], "vocabulary.merged"),
    ] {
        walk.does((TERM, &["level", "nursery"]), &fields, name, Tells::Both).await;
    }
    let facts = [
        ("do", "licence"),
        ("spdx", "CC-BY-SA-3.0"),
        ("url", "https://school.example/licence"),
        ("reuse", "1"),
    ];
    walk.does((TERM, &["licence", "cc"]), &facts, "vocabulary.licence_described", Tells::Both).await;
}

async fn mails(walk: &mut Walk) {
    let now = walk.hub.app.clock.now();
    let mut tx = walk.hub.app.db.begin().await.unwrap();
    for receiver in ["ada@school.example", "olga@school.example"] {
        let receivers = [hub_app::mail::Receiver::Address { address: receiver, language: "en" }];
        let values = [("title", "Botany"), ("link", "https://hub.example/")];
        let notice =
            hub_app::mail::Notice { kind: Kind::CourseAccepted, receivers: &receivers, values: &values };
        hub_app::mail::notify(&walk.hub.app, &mut tx, &notice, now).await.unwrap();
    }
    tx.commit().await.unwrap();
    let form = "/admin/mail";
    let newest = walk.hub.mails().await.iter().map(|mail| mail.mail.id.get()).max().unwrap().to_string();
    walk.does((form, &[]), &[("drop", &newest)], "mail.given_up", Tells::Both).await;
    walk.does((form, &[]), &[("retry", &newest)], "mail.retried", Tells::Both).await;
}
