//! Active content, links, texts and languages of whole packages.

use base64::Engine as _;
use hub_package::{Code, DetectedLanguage, Finding, Limits, Report, Text, Verdict};

use crate::archives::{CONTENTS, backup_xml, course, course_and, course_with, tgz, zip};

/// Text as it stands in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A course whose one activity also has this member.
fn with(name: &str, contents: &str) -> Report {
    crate::read(&tgz(&course_and(name, contents)))
}

fn of(report: &Report, code: Code) -> Vec<&Finding> {
    report.findings.iter().filter(|finding| finding.code == code).collect()
}

/// Where Moodle's own backups keep texts that people write, with the elements around them.
const PLACES: &[(&str, &str)] = &[
    ("course/course.xml", "course/summary"),
    ("sections/section_3/section.xml", "section/summary"),
    ("questions.xml", "question_categories/question_category/info"),
    ("questions.xml", "question_categories/question_category/questions/question/questiontext"),
    ("questions.xml", "question_categories/question_category/questions/question/generalfeedback"),
    (
        "questions.xml",
        "question_categories/question_category/questions/question/plugin_qtype_essay_question/answers/answer/answertext",
    ),
    (
        "questions.xml",
        "question_categories/question_category/question_bank_entries/question_bank_entry/question_version/question_versions/questions/question/questiontext",
    ),
    ("activities/page_7/page.xml", "activity/page/intro"),
    ("activities/page_7/page.xml", "activity/page/content"),
    ("activities/label_7/label.xml", "activity/label/intro"),
    ("activities/book_7/book.xml", "activity/book/chapters/chapter/content"),
    ("activities/lesson_7/lesson.xml", "activity/lesson/pages/page/contents"),
    ("activities/lesson_7/lesson.xml", "activity/lesson/pages/page/answers/answer/response"),
    ("activities/glossary_7/glossary.xml", "activity/glossary/entries/entry/definition"),
    ("activities/forum_7/forum.xml", "activity/forum/discussions/discussion/posts/post/message"),
    ("activities/wiki_7/wiki.xml", "activity/wiki/subwikis/subwiki/pages/page/cachedcontent"),
    ("activities/data_7/data.xml", "activity/data/singletemplate"),
    ("activities/quiz_7/quiz.xml", "activity/quiz/feedbacks/feedback/feedbacktext"),
    ("activities/feedback_7/feedback.xml", "activity/feedback/items/item/presentation"),
    ("activities/unheard_of_7/unheard_of.xml", "activity/unheard_of/things/thing/anything"),
    ("activities/page_7/calendar.xml", "events/event/description"),
    ("activities/page_7/comments.xml", "comments/comment/content"),
    ("course/calendar.xml", "events/event/description"),
    ("users.xml", "users/user/description"),
    ("groups.xml", "groups/group/description"),
    ("badges.xml", "badges/badge/description"),
    ("outcomes.xml", "outcomes_definition/outcome/description"),
    ("scales.xml", "scales_definition/scale/description"),
];

#[test]
fn a_script_is_found_in_every_text_of_a_package() {
    let html = escaped("<p>Text</p><img src=x onerror=\"alert(1)\">");
    for (member, path) in PLACES {
        let names: Vec<&str> = path.split('/').collect();
        let open: String = names.iter().map(|name| format!("<{name}>")).collect::<Vec<_>>().concat();
        let close: String = names.iter().rev().map(|name| format!("</{name}>")).collect::<Vec<_>>().concat();
        let mut tree = course();
        tree.retain(|(name, _)| name != member);
        tree.push(((*member).to_owned(), format!("{open}{html}{close}").into_bytes()));
        for bytes in [tgz(&tree), zip(&tree)] {
            let report = crate::read(&bytes);
            let found = of(&report, Code::ActiveHandler);
            assert_eq!(found.len(), 1, "{member} {path}: {:?}", report.findings);
            assert_eq!(found[0].place.as_deref(), Some(*member));
            let name = names.last().unwrap();
            assert_eq!(found[0].evidence, format!("{name}: <img onerror=\"alert(1)\">"));
        }
    }
}

#[test]
fn settings_of_blocks_and_json_are_searched_as_text() {
    let settings = "O:8:\"stdClass\":1:{s:4:\"text\";s:40:\"<script>alert(1)</script>\";}";
    let packed = base64::engine::general_purpose::STANDARD.encode(settings);
    let block = format!("<block><blockname>html</blockname><configdata>{packed}</configdata></block>");
    let report = with("course/blocks/html_3/block.xml", &block);
    assert_eq!(of(&report, Code::ActiveScript)[0].evidence, "configdata: <script>alert(1)");
    for json in [
        r#"{"text":"<a href=\"javascript:alert(1)\">x<\/a>"}"#,
        r#"{"text":"\u003Ca href=\"javascript:alert(1)\"\u003Ex\u003C/a\u003E"}"#,
    ] {
        let member =
            format!("<activity><hvp><json_content>{}</json_content></hvp></activity>", escaped(json));
        let report = with("activities/hvp_7/hvp.xml", &member);
        assert_eq!(of(&report, Code::ActiveAddress).len(), 1, "{json}: {:?}", report.findings);
    }
    // What is no Base64 and no settings is no reason to stop.
    let report = with("course/blocks/html_3/block.xml", "<block><configdata>%%%</configdata></block>");
    assert_eq!(report.verdict, Verdict::Accept);
}

#[test]
fn fields_that_hold_an_address_and_links_of_markdown_are_looked_at() {
    for (member, contents, code) in [
        (
            "activities/url_7/url.xml",
            "<activity><url><externalurl>java&#10;script:x</externalurl></url></activity>",
            Code::ActiveAddress,
        ),
        (
            "activities/url_7/url.xml",
            "<activity><url><externalurl>http://192.168.1.7/x</externalurl></url></activity>",
            Code::PrivateLink,
        ),
        (
            "activities/page_7/page.xml",
            "<activity><page><content>[x](javascript:alert) and [y](z)</content></page></activity>",
            Code::ActiveAddress,
        ),
    ] {
        let report = with(member, contents);
        assert_eq!(of(&report, code).len(), 1, "{contents}: {:?}", report.findings);
    }
    for contents in [
        "<activity><url><externalurl>https://example.org/</externalurl></url></activity>",
        "<activity><page><content>The scheme javascript: is explained.</content></page></activity>",
        "<activity><page><content>[x](https://example.org) [1](note)</content></page></activity>",
    ] {
        assert_eq!(with("activities/page_7/page.xml", contents).findings, []);
    }
}

#[test]
fn the_same_thing_is_noted_once_per_member() {
    let post = escaped("<p onclick=\"go()\">x</p>");
    let posts = format!("<post><message>{post}</message></post>").repeat(50);
    let report =
        with("activities/forum_7/forum.xml", &format!("<activity><forum>{posts}</forum></activity>"));
    assert_eq!(report.finding_counts[&Code::ActiveHandler], 1);
}

#[test]
fn links_back_to_the_source_site_are_counted_at_the_end() {
    let page = escaped(
        "<a href='https://old.example/moodle/mod/page/view.php?id=1&amp;sesskey=abc'>x</a>\
         <img src='https://old.example/moodle/draftfile.php/5/a.png'><a href='https://old.example/news'>x</a>\
         <a href='http://localhost/x'>x</a><a href='$@PAGEVIEWBYID*7@$'>x</a><img src='@@PLUGINFILE@@/x.png'>",
    );
    let page = format!("<activity><page><content>{page}</content></page></activity>");
    let site = "<original_wwwroot>https://old.example/moodle</original_wwwroot>";
    let mut tree = course_with(&backup_xml(site, "course", CONTENTS, ""));
    tree.retain(|(name, _)| name != "activities/page_7/page.xml");
    tree.push(("activities/page_7/page.xml".into(), page.into_bytes()));
    let report = crate::read(&tgz(&tree));
    let back = of(&report, Code::SourceSiteLink);
    assert_eq!(back.len(), 1, "{:?}", report.findings);
    assert_eq!(back[0].evidence, "2 links, for instance old.example/moodle/mod/page/view.php");
    assert_eq!(of(&report, Code::PrivateLink)[0].evidence, "1 link, for instance localhost/x");
    assert!(!format!("{:?}", report.findings).contains("abc"));
}

#[test]
fn addresses_that_moodle_fills_in_are_no_links() {
    for (member, contents) in [
        ("badges.xml", "<badges><badge><issuerurl>http://localhost/moodle</issuerurl></badge></badges>"),
        (
            "files.xml",
            "<files><file><filename>.</filename><source>http://localhost/x</source></file></files>",
        ),
    ] {
        assert_eq!(of(&with(member, contents), Code::PrivateLink), Vec::<&Finding>::new(), "{member}");
    }
}

#[test]
fn texts_are_kept_with_their_activity() {
    let page = "<activity><page><intro>Intro</intro><introformat>1</introformat>\
        <content>&lt;p&gt;Content&lt;/p&gt;</content><contentformat>4</contentformat></page></activity>";
    let kept = |member: &str, module: &str, contents: &str, limits: &Limits| {
        let list = CONTENTS.replace("page", module);
        let mut tree = course_with(&backup_xml("", "course", &list, ""));
        tree.retain(|(name, _)| name != member);
        tree.push((member.to_owned(), contents.as_bytes().to_vec()));
        let report = crate::read_under(&tgz(&tree), limits);
        let course = report.course;
        let activities = course.sections.into_iter().flat_map(|section| section.activities);
        activities.chain(course.other_activities).flat_map(|activity| activity.texts).collect::<Vec<_>>()
    };
    let text = |title: Option<&str>, format: u32, text: &str| Text {
        title: title.map(str::to_owned),
        format: Some(format),
        text: text.to_owned(),
    };
    let limits = Limits::default();
    assert_eq!(
        kept("activities/page_7/page.xml", "page", page, &limits),
        [text(None, 1, "Intro"), text(None, 4, "<p>Content</p>")]
    );
    let chapter = |title: &str, hidden: u32| {
        format!(
            "<chapter id=\"1\"><pagenum>1</pagenum><title>{title}</title><content>Text of {title}</content>\
             <contentformat>1</contentformat><hidden>{hidden}</hidden></chapter>"
        )
    };
    let book = format!(
        "<activity><book><intro></intro><introformat>1</introformat><chapters>{}{}{}</chapters></book></activity>",
        chapter("One", 0),
        chapter("Two", 1),
        chapter("Three", 0)
    );
    assert_eq!(
        kept("activities/book_7/book.xml", "book", &book, &limits),
        [text(Some("One"), 1, "Text of One"), text(Some("Three"), 1, "Text of Three")]
    );
    let short = Limits { activity_text_chars: 3, kept_activity_text: 5, ..Limits::default() };
    let cut: Vec<String> =
        kept("activities/page_7/page.xml", "page", page, &short).into_iter().map(|text| text.text).collect();
    assert_eq!(cut, ["Int", "<p"]);
    // What pupils wrote is not kept.
    let forum = "<activity><forum><intro>$@NULL@$</intro><discussions><discussion><posts><post><message>Mine</message>\
        </post></posts></discussion></discussions></forum></activity>";
    assert_eq!(kept("activities/forum_7/forum.xml", "forum", forum, &limits), []);
}

#[test]
fn languages_of_the_texts_are_told_beside_the_declared_one() {
    let german = "<p>Der Kurs beginnt mit einer kurzen Einführung in die Geschichte der Stadt, danach sammeln die \
        Lernenden, was sie schon darüber wissen, bevor sie gemeinsam das erste Kapitel lesen und besprechen.</p>";
    let page = format!("<activity><page><content>{}</content></page></activity>", escaped(&german.repeat(3)));
    let report = with("activities/page_7/page.xml", &page);
    assert_eq!(report.course.languages.detected, [DetectedLanguage { code: "de".into(), share: 100 }]);
    assert_eq!(report.course.languages.declared, report.course.language);
    assert_eq!(crate::read(&tgz(&course())).course.languages.detected, []);
}

#[test]
fn a_search_that_would_cost_too_much_ends_and_says_so() {
    let page = escaped(&"<p>x</p>".repeat(1_000));
    let page =
        format!("<activity><page><content>{page}</content><intro>&lt;script&gt;</intro></page></activity>");
    let bytes = tgz(&course_and("activities/page_7/page.xml", page));
    let report = crate::read_under(&bytes, &Limits { search_work: 1_000, ..Limits::default() });
    assert_eq!(report.finding_counts[&Code::ScanIncomplete], 1);
    // Shorter texts behind it are still looked at.
    assert_eq!(report.finding_counts[&Code::ActiveScript], 1);
    assert!(!crate::read(&bytes).finding_counts.contains_key(&Code::ScanIncomplete));
}

#[test]
fn names_of_files_tell_what_their_bytes_do_not() {
    let blob = "files/aa/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    let seen = |name: &str, component: &str, bytes: &[u8]| {
        let row = format!(
            "<files><file id=\"1\"><contenthash>{}</contenthash><component>{component}</component>\
             <filename>{name}</filename><filesize>1</filesize></file></files>",
            &blob[9..]
        );
        let mut tree = course_and("files.xml", row);
        // In Moodle's own packages the contents stand in front of the rows.
        tree.insert(0, (blob.to_owned(), bytes.to_vec()));
        let report = crate::read(&tgz(&tree));
        tree.rotate_left(1);
        assert_eq!(crate::read(&tgz(&tree)).finding_counts, report.finding_counts);
        let codes = [Code::ExecutableFile, Code::ScriptFile, Code::HtmlFile, Code::FlashFile];
        let of_files = report.findings.into_iter().filter(|finding| codes.contains(&finding.code));
        of_files
            .map(|finding| (finding.code, finding.place.unwrap_or_default(), finding.evidence))
            .collect::<Vec<_>>()
    };
    let told = |code, evidence: &str| vec![(code, blob.to_owned(), evidence.to_owned())];
    assert_eq!(seen("setup.exe", "mod_resource", b"x"), told(Code::ExecutableFile, "setup.exe"));
    assert_eq!(seen("jane.doe.exe", "assignsubmission_file", b"x"), told(Code::ExecutableFile, ".exe"));
    assert_eq!(seen("a.js", "mod_resource", b"alert(1)"), told(Code::ScriptFile, "a.js"));
    assert_eq!(seen("a.html", "mod_resource", b"<html>x"), told(Code::HtmlFile, "a.html"));
    assert_eq!(seen("a.pdf", "mod_resource", b"x"), []);
}

/// A report that an older reader stored has neither texts nor languages.
#[test]
fn reports_of_older_readers_can_be_read() {
    let report = crate::read(&tgz(&course()));
    let mut json = serde_json::to_value(&report).unwrap();
    let object = json.as_object_mut().unwrap();
    object.remove("languages");
    for limit in ["activity_text_chars", "kept_activity_text", "search_work"] {
        object["limits"].as_object_mut().unwrap().remove(limit);
    }
    assert_eq!(serde_json::from_value::<Report>(json).unwrap(), report);
}
