//! Reports, appeals, messages and the lists of reasons.

use hub_core::listing::Listing;
use hub_testkit::Stranger;

use super::courses::{advert, text_of};
use super::walk::{Tells, Walk};

pub async fn all(walk: &mut Walk) {
    walk.hub.set("captcha", "off").await;
    report(walk).await;
    appeals(walk).await;
    messages(walk).await;
    let line = [
        ("id", ""),
        ("place", "1"),
        ("en", "Not free"),
        ("de", "Nicht frei"),
        ("es", ""),
        ("fr", ""),
        ("ar", ""),
    ];
    walk.does(("/moderate/lists/{list}", &["reasons"]), &line, "moderation.lines_changed", Tells::Both).await;
}

async fn report(walk: &mut Walk) {
    let id = advert(&walk.hub, Listing::Listed, "Disputed").await;
    let fields = [("category", "copyright"), ("text", "These are mine."), ("email", "visitor@home.example")];
    assert!(
        Stranger::of(&walk.hub).post(&format!("/courses/{id}/report"), &fields).await.status().is_success()
    );
    let hide = [("ending", "hide"), ("message", "They are not free.")];
    walk.does(("/moderate/reports/{id}", &["1"]), &hide, "abuse_report.decided", Tells::Both).await;
}

async fn appeals(walk: &mut Walk) {
    let id = advert(&walk.hub, Listing::Waiting, "Meadows").await;
    let text = text_of(&walk.hub, id).await;
    let refuse = [("text", text.as_str()), ("choice", "refuse"), ("words", "Not free")];
    walk.does(("/moderate/queue/{version}", &[&id.to_string()]), &refuse, "course.refused", Tells::Both)
        .await;
    let mail =
        walk.hub.mails_of("course_refused").await.into_iter().find(|mail| mail.body.contains("Meadows"));
    let body = mail.unwrap().body;
    let own = body.split_whitespace().find(|word| word.contains("/appeals/")).unwrap();
    let own = own.strip_prefix(&walk.hub.url()).unwrap().to_owned();
    assert!(
        Stranger::of(&walk.hub).post(&own, &[("message", "I drew them.")]).await.status().is_redirection()
    );
    let form = "/moderate/appeals/{id}";
    let answer = [("act", "answer"), ("message", "Show us.")];
    walk.does((form, &["1"]), &answer, "appeal.answered", Tells::After).await;
    let reverse = [("act", "reverse"), ("message", "Thank you.")];
    walk.does((form, &["1"]), &reverse, "appeal.decided", Tells::Both).await;
}

async fn messages(walk: &mut Walk) {
    let fields =
        [("category", "question"), ("name", "Ada"), ("email", "ada@visitor.example"), ("text", "Hello?")];
    assert!(Stranger::of(&walk.hub).post("/contact", &fields).await.status().is_redirection());
    let page = walk.owner.page("/moderate/messages").await;
    let id = page.split("/moderate/messages/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = "/moderate/messages/{id}";
    let answer = [("do", "answer"), ("text", "Hello.")];
    walk.does((form, &[&id]), &answer, "conversation.answered", Tells::After).await;
    walk.does((form, &[&id]), &[("do", "close")], "conversation.state_changed", Tells::Both).await;
    walk.does((form, &[&id]), &[("do", "block")], "conversation.sender_blocked", Tells::Both).await;
}
