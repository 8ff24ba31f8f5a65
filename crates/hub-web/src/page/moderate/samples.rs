//! Samples of the pages of moderation: as usual, empty, long.

use std::collections::{BTreeMap, HashSet};

use askama::Template;
use hub_app::course::history::FieldChange;
use hub_app::course::show::{OutlineActivity, OutlineSection};
use hub_app::moderation::appeal::Thread;
use hub_app::moderation::{
    AbuseReport, Appeal, Claim, KeptDecision, Look, Message, MonthNumbers, Need, Neighbours, QueueEntry,
    RefusedBy, StaffLine, Target, TargetAnswer,
};
use hub_app::package::evidence::{PackageEvidence, Place, Problem, UnseenItem};
use hub_core::course::{ContentCount, Kind};
use hub_core::finding::Action;
use hub_core::listing::Listing;
use hub_core::moderation::{
    AbuseCategory, AbuseState, AbuseSubject, AppealState, LineList, QueueKind, Verdict,
};
use hub_core::need::NeedKind;
use hub_core::rights::Role;
use hub_core::scan::{Outcome, Scan};
use hub_core::{AbuseReportId, AccountId, AppealId, CourseId, DecisionId, LineId, SiteId, TextId, VersionId};
use jiff::SignedDuration;
use jiff::civil::date;

use super::Asked;
use super::appeals::{AppealPage, AppealsPage};
use super::lines::LinesPage;
use super::needs::NeedsPage;
use super::one::{Filled, OnePage};
use super::queue::QueuePage;
use super::reports::{ReportPage, ReportRow, ReportsPage};
use crate::form::Form;
use crate::page::appeal::OwnAppealPage;
use crate::page::desk::courses::version::samples::version;
use crate::page::numbers::NumbersPage;
use crate::page::report::ReportFormPage;
use crate::view::captcha::Captcha;
use crate::view::field::FormErrors;
use crate::view::ui::Ui;

const TITLE: &str = "Pflanzen bestimmen mit Schlüsseln und Zeichnungen";
/// A title as long as one may be.
const LONG: &str = "Naturwissenschaftlichestationenarbeitmitexperimentierkästen und \
    vieles mehr über Wälder, Wiesen, Seen und Flüsse, für die Klassen fünf bis zehn aller Schularten, mit \
    Lösungen, Arbeitsblättern, Filmen und einem Spiel für zwischendurch";

/// The name and markup of every page.
pub fn all(ui: &Ui) -> Vec<(String, String)> {
    let staff = Ui { person: Ui::sample_of(ui.lang, Role::Moderator).person, ..ui.clone() };
    let mut pages = lists(&staff);
    pages.extend(single(&staff));
    pages.extend(strangers(ui));
    pages
}

fn page(name: &str, page: &impl Template) -> (String, String) {
    let html = page.render().unwrap_or_else(|error| format!("could not be rendered: {error}"));
    (name.to_owned(), html)
}

fn lists(ui: &Ui) -> Vec<(String, String)> {
    let reports = |count: usize| ReportsPage {
        ui: ui.clone(),
        state: AbuseState::Open,
        rows: (1..).take(count).map(|id| report_row(ui, id)).collect(),
        next: (count > 10).then(|| ui.urls.to("/moderate/reports?after=1~1")),
    };
    let appeals = |count: usize| AppealsPage {
        ui: ui.clone(),
        state: AppealState::Open,
        rows: (1..).take(count).map(|id| (appeal(ui, id, AppealState::Open), TITLE.to_owned())).collect(),
        next: (count > 10).then(|| ui.urls.to("/moderate/appeals?after=1~1")),
    };
    let lines = |count: i64| LinesPage {
        ui: ui.clone(),
        lists: LineList::ALL.iter().map(|list| (*list, LinesPage::rows(&staff_lines(count)))).collect(),
        wrong: FormErrors::default(),
    };
    let wrong = FormErrors::default().and("lines", "at most 200");
    vec![
        page("moderate-needs", &needs(ui, 1)),
        page("moderate-needs-empty", &needs(ui, 0)),
        page("moderate-needs-long", &needs(ui, 4)),
        page("moderate-queue", &queue(ui, 4, "")),
        page("moderate-queue-empty", &queue(ui, 0, "")),
        page("moderate-queue-none-found", &queue(ui, 0, "why=held&language=pl")),
        page("moderate-queue-long", &queue(ui, 25, "who=free")),
        page("moderate-reports", &reports(2)),
        page("moderate-reports-empty", &reports(0)),
        page("moderate-reports-long", &reports(25)),
        page("moderate-appeals", &appeals(2)),
        page("moderate-appeals-empty", &appeals(0)),
        page("moderate-appeals-long", &appeals(25)),
        page("moderate-lists", &lines(3)),
        page("moderate-lists-empty", &lines(0)),
        page("moderate-lists-wrong", &LinesPage { wrong, ..lines(20) }),
    ]
}

fn single(ui: &Ui) -> Vec<(String, String)> {
    let report = |others: i64, state| {
        let mut row = report_row(ui, 1);
        row.report.state = state;
        ReportPage {
            ui: ui.clone(),
            row,
            others: (2..2 + others).map(|id| report_row(ui, id).report).collect(),
            message: String::new(),
            wrong: FormErrors::default(),
        }
    };
    let appeal = |messages, state| AppealPage {
        ui: ui.clone(),
        id: AppealId(1),
        thread: thread(ui, messages, Some(state)),
        message: String::new(),
        wrong: FormErrors::default(),
    };
    let mut taken = one(ui, Kind::Share);
    taken.mine = false;
    taken.look.claim = Some(Claim { name: "Béla Bartha".to_owned(), ..claim(ui) });
    let mut wrong = one(ui, Kind::Share);
    wrong.filled.wrong = FormErrors::whole(ui.t("one-changed-meanwhile"));
    let mut long = one(ui, Kind::Advert);
    LONG.clone_into(&mut long.look.text.title);
    long.look.text.description = vec![LONG; 40].join("\n");
    long.look.decisions = vec![decision(ui); 20];
    let mut bare = one(ui, Kind::Advert);
    (bare.look.reasons, bare.look.checklist) = (Vec::new(), Vec::new());
    (bare.look.changes, bare.look.screenshots) = (Vec::new(), Vec::new());
    bare.look.text.description.clear();
    bare.look.is_change = false;
    bare.look.version.listing = Listing::Hidden { reason: "No licence".to_owned() };
    let unreachable = "the address could not be resolved".to_owned();
    let dead = Target { address: "https://gone.example/".to_owned(), answer: Err(unreachable) };
    vec![
        page("moderate-one", &one(ui, Kind::Share)),
        page("moderate-one-change", &one(ui, Kind::Advert)),
        page("moderate-one-dead", &OnePage { target: Some(dead), ..one(ui, Kind::Advert) }),
        page("moderate-one-taken", &taken),
        page("moderate-one-wrong", &wrong),
        page("moderate-one-bare", &bare),
        page("moderate-one-long", &long),
        page("moderate-report", &report(0, AbuseState::Open)),
        page("moderate-report-closed", &report(0, AbuseState::Hidden)),
        page("moderate-report-long", &report(30, AbuseState::Open)),
        page("moderate-appeal", &appeal(1, AppealState::Open)),
        page("moderate-appeal-closed", &appeal(2, AppealState::Reversed)),
        page("moderate-appeal-long", &appeal(40, AppealState::Open)),
    ]
}

/// The pages of publishers, visitors and everybody.
fn strangers(ui: &Ui) -> Vec<(String, String)> {
    let form = |name: &str, wrong: &FormErrors| {
        let captcha = Some(Captcha::sample(ui.lang, &ui.urls));
        let about = (name.to_owned(), ui.urls.front());
        ReportFormPage::new(ui.clone(), about, &Form::default(), wrong, captcha)
    };
    let none = FormErrors::default();
    let wrong = FormErrors::default().and("text", ui.t("report-text-needed"));
    let sent = ReportFormPage { sent: true, ..form(TITLE, &none) };
    let own = |messages, state| OwnAppealPage {
        ui: ui.clone(),
        thread: thread(ui, messages, state),
        message: String::new(),
        wrong: FormErrors::default(),
    };
    vec![
        page("report", &form(TITLE, &none)),
        page("report-wrong", &form(LONG, &wrong)),
        page("report-sent", &sent),
        page("appeal", &own(0, None)),
        page("appeal-closed", &own(2, Some(AppealState::Upheld))),
        page("appeal-long", &own(40, Some(AppealState::Open))),
        page("numbers", &NumbersPage { ui: ui.clone(), months: months(12) }),
        page("numbers-empty", &NumbersPage { ui: ui.clone(), months: Vec::new() }),
    ]
}

fn needs(ui: &Ui, times: usize) -> NeedsPage {
    let need = |(subject, kind): (i64, &NeedKind)| Need {
        kind: *kind,
        subject,
        since: ui.now - SignedDuration::from_hours(subject * 30),
        title: match kind {
            NeedKind::AbuseReport => String::new(),
            NeedKind::NoLicence => LONG.to_owned(),
            _ => TITLE.to_owned(),
        },
        detail: match kind {
            NeedKind::AbuseReport => AbuseCategory::Copyright.name().to_owned(),
            NeedKind::Appeal => Verdict::Refused.name().to_owned(),
            NeedKind::Duplicate => "12".to_owned(),
            NeedKind::DeadLink => "https://moodle.lake.example/course/view.php?id=4".to_owned(),
            _ => String::new(),
        },
    };
    let counts: Vec<_> =
        NeedKind::ALL.iter().map(|kind| (*kind, i64::try_from(times).unwrap_or(0))).collect();
    let all = (1..).zip(NeedKind::ALL.iter().flat_map(|kind| vec![kind; times]));
    NeedsPage {
        tabs: NeedsPage::tabs(ui, &counts, None),
        needs: all.map(need).collect(),
        kind: String::new(),
        next: (times > 1).then(|| ui.urls.to("/moderate?in=no_picture&after=1~1")),
        ui: ui.clone(),
    }
}

fn queue(ui: &Ui, count: i64, query: &str) -> QueuePage {
    let entry = |number: i64| QueueEntry {
        version: VersionId(number),
        course: CourseId(number),
        why: match number % 3 {
            0 => QueueKind::Held,
            1 => QueueKind::New,
            _ => QueueKind::Change,
        },
        kind: "share".to_owned(),
        text: TextId(number),
        title: if number % 7 == 2 { LONG.to_owned() } else { TITLE.to_owned() },
        language: "de".to_owned(),
        licence: "cc-4.0".to_owned(),
        screenshots: 1,
        site: (number % 4 != 0).then(|| (SiteId(7), "Lakeside Comprehensive School".to_owned())),
        package: "ready".to_owned(),
        package_codes: if number % 3 == 0 { "user-data".to_owned() } else { String::new() },
        since: ui.now - SignedDuration::from_hours(400 - number * 9),
        claim: (number % 5 == 3).then(|| claim(ui)),
    };
    QueuePage {
        entries: (1..=count).map(entry).collect(),
        total: count * 5,
        filters: QueuePage::filters(ui, &Asked::of(Some(query))),
        is_narrowed: !query.is_empty(),
        next: (count > 10).then(|| ui.urls.to("/moderate/queue?after=1~1")),
        ui: ui.clone(),
    }
}

fn claim(ui: &Ui) -> Claim {
    let (claimed_at, active_at) = (ui.now - SignedDuration::from_mins(12), ui.now);
    Claim { account: AccountId(3), name: "Ada Lindqvist".to_owned(), claimed_at, active_at }
}

fn evidence() -> PackageEvidence {
    let problem = |code, action, sentence, count| Problem {
        code,
        action,
        sentence,
        advice: "Make the backup again without enrolled users and upload that.",
        count,
        places: vec![Place {
            member: "activities/assign_4711/a_rather_long_name_of_a_member/assign.xml".to_owned(),
            seen: "12 rows of submissions".to_owned(),
        }],
    };
    PackageEvidence {
        name: TITLE.to_owned(),
        release: "4.5.8 (Build: 20251208)".to_owned(),
        backup_type: "course",
        mode: Some(10),
        sections: 12,
        activities: 70,
        questions: 5,
        users: 117,
        files: (26, 24),
        unpacked_bytes: 81_000_000,
        privacy: "personal",
        plugins: vec!["mod_questionnaire".to_owned(), "qtype_stack".to_owned()],
        broken_files: 3,
        unseen_count: 14,
        unseen: vec![
            UnseenItem { kind: "video", name: "Blatt-Dünnschnitt.mp4".to_owned(), size_bytes: 21_000_000 },
            UnseenItem { kind: "encrypted", name: "loesungen.pdf".to_owned(), size_bytes: 0 },
        ],
        scan: Some(Scan {
            outcome: Outcome::Clean,
            name: String::new(),
            signatures: "ClamAV 1.4.3/27812/Sun Nov 22 09:32:00 2026".to_owned(),
            scanned_at: "2026-11-22T10:00:00Z".parse().expect("a time"),
        }),
        problems: vec![
            problem("personal_data", Action::Hold, "The package contains user accounts.", 117),
            problem("trailing_data", Action::Warn, "Something follows after the end of the archive.", 1),
        ],
    }
}

fn one(ui: &Ui, kind: Kind) -> OnePage {
    let version = version(ui, kind, Listing::Waiting);
    let is_change = version.waiting_text_id.is_some();
    let title = FieldChange {
        field: "title",
        before: "Pflanzen bestimmen".to_owned(),
        after: version.text.title.clone(),
    };
    let activity =
        |module: &str, title: &str| OutlineActivity { module: module.to_owned(), title: title.to_owned() };
    let section = OutlineSection {
        title: "Blätter".to_owned(),
        activities: vec![activity("page", "Einführung"), activity("quiz", "Was blüht?")],
    };
    let count = |name: &str| ContentCount {
        module_type: "activity".to_owned(),
        module_name: name.to_owned(),
        count: 4,
    };
    let look = Look {
        text_id: version.waiting_text_id.unwrap_or(version.text_id),
        text: version.text.clone(),
        changes: if is_change { vec![title] } else { Vec::new() },
        is_change,
        site: Some((SiteId(7), "Lakeside Comprehensive School".to_owned())),
        outline: vec![section],
        evidence: Some(evidence()),
        activities: vec![count("page"), count("quiz")],
        screenshots: vec![1, 2],
        claim: Some(claim(ui)),
        decisions: vec![decision(ui)],
        reasons: staff_lines(4),
        checklist: staff_lines(5),
        version,
    };
    let answer = TargetAnswer {
        status: 200,
        address: "https://moodle.lake.example/login/index.php".to_owned(),
        title: "Lake school: sign in".to_owned(),
    };
    OnePage {
        ui: Ui { here: "/moderate/queue/17".to_owned(), ..ui.clone() },
        neighbours: Neighbours { previous: Some(VersionId(16)), next: Some(VersionId(18)), total: 42 },
        mine: true,
        filled: Filled { ticked: HashSet::from([LineId(1)]), ..Filled::default() },
        target: is_change.then(|| Target { address: look.text.course_url.clone(), answer: Ok(answer) }),
        look,
    }
}

fn staff_lines(count: i64) -> Vec<StaffLine> {
    let texts = BTreeMap::from([
        ("en".to_owned(), "The licence allows sharing.".to_owned()),
        ("de".to_owned(), "Die Lizenz erlaubt das Teilen.".to_owned()),
    ]);
    (1..=count).map(|id| StaffLine { id: LineId(id), texts: texts.clone(), is_retired: false }).collect()
}

fn decision(ui: &Ui) -> KeptDecision {
    KeptDecision {
        id: DecisionId(5),
        version: VersionId(17),
        text: TextId(4),
        verdict: Verdict::Refused,
        of_change: false,
        reason: "The licence is missing.\n\nPlease name who drew the pictures.".to_owned(),
        canned: None,
        ticked: "[]".to_owned(),
        actor: ("account".to_owned(), 3),
        waited_since: ui.now - SignedDuration::from_hours(80),
        decided_at: ui.now - SignedDuration::from_hours(30),
    }
}

fn report_row(ui: &Ui, id: i64) -> ReportRow {
    let is_site = id % 4 == 2;
    let report = AbuseReport {
        id: AbuseReportId(id),
        subject: if is_site { AbuseSubject::Site(SiteId(7)) } else { AbuseSubject::Course(CourseId(17)) },
        category: AbuseCategory::Copyright,
        body: "These pictures are from my book.\nNobody asked me.".to_owned(),
        email_sealed: String::new(),
        language: "en".to_owned(),
        state: AbuseState::Open,
        hid_course: id % 5 == 1,
        received_at: ui.now - SignedDuration::from_hours(id * 5),
        closed_at: None,
        outcome: "They are not free; the course is hidden.".to_owned(),
    };
    let name = if is_site { "Lakeside Comprehensive School" } else { TITLE };
    ReportRow { report, name: name.to_owned() }
}

fn appeal(ui: &Ui, id: i64, state: AppealState) -> Appeal {
    let is_open = state == AppealState::Open;
    Appeal {
        id: AppealId(id),
        decision: DecisionId(5),
        version: VersionId(17),
        state,
        opened_at: ui.now - SignedDuration::from_hours(id * 5),
        closed_at: (!is_open).then_some(ui.now),
        outcome: if is_open { String::new() } else { "We looked again.".to_owned() },
    }
}

fn thread(ui: &Ui, messages: i64, state: Option<AppealState>) -> Thread {
    let message = |number: i64| Message {
        staff: (number % 2 == 0).then_some(AccountId(3)),
        body: "I drew them myself.\nThe drafts are at my school.".to_owned(),
        sent_at: ui.now - SignedDuration::from_hours(messages - number),
    };
    Thread {
        decision: decision(ui),
        title: TITLE.to_owned(),
        appeal: state.map(|state| appeal(ui, 1, state)),
        messages: (1..=messages).map(message).collect(),
    }
}

fn months(count: i8) -> Vec<MonthNumbers> {
    let refused = |text: &str, times| RefusedBy { reason: None, text: text.to_owned(), times };
    (1..=count)
        .rev()
        .map(|month| MonthNumbers {
            month: date(2026, month, 1),
            received: i64::from(month) * 9,
            decided: vec![(Verdict::Accepted, i64::from(month) * 7), (Verdict::Refused, 3)],
            refused_by: vec![refused("The licence is missing.", 2), refused("", 1)],
            median_seconds: (month > 1).then(|| i64::from(month) * 30_000),
            appeals: vec![(AppealState::Upheld, 1), (AppealState::Reversed, 1)],
            abuse_reports: vec![(AbuseState::Dismissed, 2)],
        })
        .collect()
}
