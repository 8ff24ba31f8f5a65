//! A generator of packages with and without people, from lists that the reader knows nothing of.

use std::fmt::Write as _;

use hub_package::{Code, PrivacyLevel, Verdict};

use crate::archives::{CONTENTS, Tree, backup_xml, course_and, course_with, file, tgz, zip};
use crate::privacy::{holds_rows, nested};
use crate::read;

/// Modules, blocks and parts of no known plug-in.
const MODULES: &[&str] = &[
    "studyjournal",
    "peerboard",
    "labslots",
    "vocabtrainer",
    "mapquest",
    "classroll",
    "poster_wall",
    "debate",
    "timetravel",
    "codekata",
    "listenup",
    "fieldtrip",
    "readingring",
    "portfolioplus",
    "trialexam",
    "oralbooking",
];

/// Lists and their rows.
const ROWS: &[&str] = &[
    "entries/entry",
    "submissions/submission",
    "signups/signup",
    "bookings/booking",
    "answers/answer",
    "notes/note",
    "attempts/attempt",
    "results/result",
    "visits/visit",
    "cards/card",
    "turns/turn",
    "slots/slot/appointments/appointment",
    "boards/board/columns/column/stickies/sticky",
    "certificates/issue",
    "ratings/rating",
    "views/view",
];

/// How plug-ins name the person of a row: element, value.
const PEOPLE: &[(&str, &str)] = &[
    ("userid", "4211"),
    ("user_id", "93"),
    ("studentid", "812"),
    ("authorid", "5"),
    ("learnerid", "77"),
    ("memberid", "6034"),
    ("participantid", "3"),
    ("reviewerid", "18"),
    ("graderid", "2"),
    ("raterid", "9"),
    ("user", "413"),
    ("student", "55"),
    ("author", "612"),
    ("relateduserid", "71"),
    ("submittedby", "33"),
    ("attendeeid", "400"),
    ("recipientid", "8"),
    ("pupil_id", "14"),
    ("candidateid", "91"),
    ("tutorid", "26"),
    ("useridfrom", "31"),
    ("fromuserid", "72"),
    ("respondent_id", "12"),
    ("applicantid", "64"),
    ("postedby", "19"),
    ("traineeid", "88"),
    ("userId", "41"),
    ("uid", "503"),
    ("gradeduser", "61"),
    ("senderid", "7"),
];

/// What else such a row holds.
const CONTENTS_OF_ROWS: &[(&str, &str)] = &[
    ("timecreated", "1700000000"),
    ("grade", "8.5"),
    ("content", "&lt;p&gt;I think so&lt;/p&gt;"),
    ("status", "done"),
    ("slotid", "4"),
    ("comment", "good"),
    ("attempt", "1"),
    ("ip", "10.3.4.5"),
];

/// People in full, as a list of names would hold them.
const NAMED: &[&str] = &[
    "<firstname>Нино</firstname><lastname>Кереселидзе</lastname>",
    "<first_name>小雪</first_name><surname>渡辺</surname><class>4b</class>",
    "<username>m.oduya</username><email>m.oduya@schule-am-fluss.example</email>",
    "<lastname>O'Hara</lastname><emailaddress>ohara@college.example</emailaddress>",
];

/// Members that a plug-in can put rows into, with what is around its rows; `{}` is the plug-in.
const MEMBERS: &[(&str, &str)] = &[
    ("activities/{}_9/{}.xml", "activity/{}"),
    ("activities/{}_9/module.xml", "module/plugin_local_{}_module"),
    ("activities/{}_9/grading.xml", "areas/area/definitions/definition/plugin_gradingform_{}_definition"),
    ("activities/quiz_9/quiz.xml", "activity/quiz/subplugin_quizaccess_{}_quiz"),
    ("activities/{}_9/{}_extra.xml", "{}_extra"),
    ("course/course.xml", "course/plugin_format_{}_course"),
    ("course/enrolments.xml", "enrolments/enrols/enrol/plugin_enrol_{}_enrol"),
    ("course/blocks/{}_4/{}.xml", "block/{}"),
    ("course/{}.xml", "{}"),
    ("sections/section_3/section.xml", "section/plugin_format_{}_section"),
    ("questions.xml", "question_categories/question_category/questions/question/plugin_qtype_{}_question"),
    ("gradebook.xml", "gradebook/plugin_local_{}"),
];

/// The same numbers again and again, from one seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // Knuth's generator for 64 bits (The Art of Computer Programming, volume 2, 3.3.4).
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.roll(list.len())]
    }
}

#[test]
fn rows_of_plug_ins_that_nobody_has_heard_of_are_found() {
    let mut dice = Dice(1);
    for round in 0..600 {
        let module = MODULES[round % MODULES.len()];
        let (member, around) = MEMBERS[round % MEMBERS.len()];
        let (member, around) = (member.replace("{}", module), around.replace("{}", module));
        let row = if dice.roll(8) == 0 {
            dice.pick(NAMED).to_owned()
        } else {
            let (name, value) = PEOPLE[round % PEOPLE.len()];
            let (other, content) = CONTENTS_OF_ROWS[dice.roll(CONTENTS_OF_ROWS.len())];
            format!("<{name}>{value}</{name}><{other}>{content}</{other}>")
        };
        let xml = nested(&format!("{around}/{}", dice.pick(ROWS)), &row);
        let mut tree = course_and(&member, &xml);
        if member == "course/course.xml" {
            // The course stays one.
            tree.retain(|(name, _)| name != "course/course.xml");
            let xml =
                xml.replacen("<course>", "<course><shortname>BOT</shortname><fullname>Botany</fullname>", 1);
            tree.push(file("course/course.xml", xml));
        }
        let package = if dice.roll(2) == 0 { zip(&tree) } else { tgz(&tree) };
        holds_rows(&read(&package), &member, 1, &format!("{member}: {row}"));
    }
}

#[test]
fn mail_is_counted_in_every_form_of_the_list() {
    const MAIL: &[&str] = &[
        "n.kereselidze@gymnasium-7.example",
        "oduya+physics@uni.example",
        "renée.dupont@lycée.example",
        "渡辺@学校.example",
        "<a href=\"mailto:k.ito@school.ac.example?subject=x\">K</a>",
        "teacher [at] school.example",
        "head(at)school.example",
        "office&#64;school.example",
        "prof at campus dot example",
        "A_B-C.D@sub.host.example",
    ];
    for mail in MAIL {
        let escaped = mail.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let text = format!("<intro>Questions? {escaped}, any time.</intro>");
        let xml = nested("activity/debate", &text);
        let report = read(&zip(&course_and("activities/debate_9/debate.xml", xml)));
        assert_eq!(report.privacy, PrivacyLevel::Traces, "{mail}");
        assert_eq!(report.finding_counts[&Code::EmailAddresses], 1, "{mail}");
        assert_eq!(report.findings.iter().filter(|one| one.evidence == "intro: 1").count(), 1, "{mail}");
    }
}

/// Fields of honest rows without people, as Moodle and its plug-ins write them in backups without users.
const HONEST: &[&str] = &[
    "<createdby>2</createdby><modifiedby>2</modifiedby>",
    "<usermodified>5</usermodified>",
    "<ownerid>14</ownerid>",
    "<usercreated>2</usercreated>",
    "<userid>$@NULL@$</userid><groupid>3</groupid>",
    "<userid>0</userid>",
    "<userid></userid>",
    "<modifierid>2</modifierid>",
    "<creatorid>7</creatorid>",
    "<showuserpicture>1</showuserpicture>",
    "<userlimit>25</userlimit>",
    "<maxusers>30</maxusers>",
    "<student>1</student><teacher>0</teacher>",
    "<author>Rosa Luxemburg</author><year>1915</year>",
    "<emailteachers>1</emailteachers>",
    "<instructorchoicesendemailaddr>1</instructorchoicesendemailaddr>",
    "<name>The user and the student</name>",
    "<groupmode>1</groupmode><groupid>12</groupid>",
    "<password></password>",
    "<password>$@NULL@$</password>",
    "<usepassword>0</usepassword>",
    "<player>2</player>",
    "<poster>17</poster>",
    "<content>&lt;style&gt;@media print { a { color: red } }&lt;/style&gt;</content>",
    "<marker>4</marker>",
    "<content>&lt;img src=\"@@PLUGINFILE@@/logo@2x.png\"&gt; $@PAGEVIEWBYID*33@$</content>",
    "<author></author>",
    "<userfield>email</userfield>",
    "<user>0</user>",
    "<participants>12</participants>",
    "<role>student</role>",
    "<lastmodifieduserid>3</lastmodifieduserid>",
    "<updated_by>3</updated_by>",
    "<idnumber>BIO-7</idnumber>",
    "<requireallteammemberssubmit>0</requireallteammemberssubmit>",
    "<membersync>1</membersync>",
    "<showuserid>1</showuserid>",
    "<token></token>",
    "<secret>0</secret>",
    "<issuername>School of Life</issuername>",
    "<itemid>9</itemid><contextid>31</contextid>",
    "<tags><tag id=\"3\"><name>leaf</name></tag></tags>",
    "<email>0</email>",
    "<sendstudentnotifications>1</sendstudentnotifications>",
    "<teacherentry>1</teacherentry>",
];

/// Members of Moodle that hold numbers of people who made things, whoever the course is for.
const MAKERS: &[(&str, &str)] = &[
    (
        "scales.xml",
        "<scales_definition><scale id=\"3\"><courseid>2</courseid><userid>2</userid><name>Stars</name></scale></scales_definition>",
    ),
    (
        "outcomes.xml",
        "<outcomes_definition><outcome id=\"3\"><userid>2</userid><shortname>R</shortname><usermodified>2</usermodified></outcome></outcomes_definition>",
    ),
    (
        "badges.xml",
        "<badges><badge id=\"1\"><name>Gold</name><usercreated>2</usercreated><usermodified>2</usermodified><issuername>School</issuername><criteria><criterion id=\"1\"><criteriatype>0</criteriatype></criterion></criteria><manual_awards></manual_awards></badge></badges>",
    ),
    (
        "course/contentbank.xml",
        "<contents><content id=\"1\"><name>x.h5p</name><usercreated>2</usercreated><usermodified>2</usermodified></content></contents>",
    ),
    (
        "course/calendar.xml",
        "<events><event id=\"1\"><name>Start</name><courseid>2</courseid><userid>2</userid><eventtype>course</eventtype></event></events>",
    ),
    (
        "activities/quiz_9/calendar.xml",
        "<events><event id=\"1\"><name>Due</name><courseid>2</courseid><userid>3</userid><eventtype>due</eventtype></event></events>",
    ),
    (
        "course/roles.xml",
        "<roles><role_overrides><override id=\"1\"><roleid>5</roleid><permission>1</permission><modifierid>2</modifierid></override></role_overrides><role_assignments></role_assignments></roles>",
    ),
    ("activities/quiz_9/inforef.xml", "<inforef><userref><user><id>7</id></user></userref></inforef>"),
    (
        "files.xml",
        "<files><file id=\"1\"><component>course</component><filearea>summary</filearea><filename>.</filename><userid>2</userid><author>$@NULL@$</author></file></files>",
    ),
    (
        "groups.xml",
        "<groups><group id=\"1\"><name>Team 4</name><enrolmentkey></enrolmentkey><group_members></group_members></group></groups>",
    ),
    (
        "activities/quiz_9/grades.xml",
        "<activity_gradebook><grade_items><grade_item id=\"1\"><itemname>Test</itemname><grade_grades></grade_grades></grade_item></grade_items></activity_gradebook>",
    ),
    (
        "questions.xml",
        "<question_categories><question_category id=\"1\"><question_bank_entries><question_bank_entry id=\"1\"><ownerid>2</ownerid><question_version><question_versions id=\"1\"><questions><question id=\"1\"><name>Q</name><qtype>essay</qtype><createdby>2</createdby><modifiedby>3</modifiedby></question></questions></question_versions></question_version></question_bank_entry></question_bank_entries></question_category></question_categories>",
    ),
];

/// A course without people: activities of known and unknown modules, with rows of settings, texts and makers.
fn clean(seed: u64) -> Tree {
    let mut dice = Dice(seed);
    let mut tree = course_with(&backup_xml("", "course", CONTENTS, ""));
    for _ in 0..=dice.roll(6) {
        let module = dice.pick(MODULES);
        let (member, around) = MEMBERS[dice.roll(MEMBERS.len())];
        let (member, around) = (member.replace("{}", module), around.replace("{}", module));
        if tree.iter().any(|(name, _)| *name == member) {
            continue;
        }
        let mut fields = String::new();
        let mut rows = String::new();
        for _ in 0..=dice.roll(4) {
            fields.push_str(dice.pick(HONEST));
        }
        for n in 0..dice.roll(5) {
            let (first, second) = (dice.pick(HONEST), dice.pick(HONEST));
            write!(
                rows,
                "<item id=\"{n}\"><name>Item</name>{first}{second}<sortorder>{n}</sortorder></item>"
            )
            .unwrap();
        }
        // Whoever made the activity, or leads it.
        let maker = if around.starts_with("activity/") && !around.contains("plugin_") {
            "<userid>2</userid>"
        } else {
            ""
        };
        tree.push(file(&member, nested(&around, &format!("{maker}{fields}<items>{rows}</items>"))));
    }
    for _ in 0..dice.roll(6) {
        let (member, xml) = MAKERS[dice.roll(MAKERS.len())];
        tree.retain(|(name, _)| name != member);
        tree.push(file(member, xml));
    }
    tree
}

#[test]
fn five_hundred_clean_packages_give_at_most_one_false_alarm_in_a_hundred() {
    let mut alarms = Vec::new();
    for seed in 0..500 {
        let tree = clean(seed);
        let report = read(&if seed % 2 == 0 { zip(&tree) } else { tgz(&tree) });
        if report.verdict != Verdict::Accept || report.privacy != PrivacyLevel::None {
            alarms.push((seed, report.privacy_evidence, report.verdict));
        }
    }
    assert!(alarms.len() <= 5, "{}: {:?}", alarms.len(), &alarms[..6]);
}
