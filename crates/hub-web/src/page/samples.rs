//! One or more samples of every page, for the test that renders all of them and for looking at them.

use askama::Template;
use hub_app::account::second_factor::Enrolment;
use hub_app::course::restore::{Judged, Why};
use hub_core::course::Kind;
use hub_core::listing::Listing;
use hub_core::page::Page;
use hub_core::policy::Registration;
use hub_core::rights::Role;
use hub_core::secret::Secret;

use super::about::{AboutPage, registration_key};
use super::account::code::CodePage;
use super::account::mail::OwnMailPage;
use super::account::me::MePage;
use super::account::passkeys::PasskeysPage;
use super::account::security::{CodesPage, EnrolPage, SecurityPage};
use super::account::sign_in::SignInPage;
use super::account::{erase, forgotten, invitation, new_address, sign_up};
use super::components::{ComponentsPage, sample_facets};
use super::course::{CoursePage, RestoreView};
use super::desk::account::{AccountPage, Line};
use super::desk::accounts::{AccountsPage, invite_page, sample_account};
use super::desk::audit::AuditPage;
use super::desk::courses::batch::{BatchPage, BatchesPage, PreviewPage};
use super::desk::courses::edit::EditPage;
use super::desk::courses::filter::CourseFilter;
use super::desk::courses::history::HistoryPage;
use super::desk::courses::list::CoursesPage;
use super::desk::courses::version::VersionPage;
use super::desk::mail::MailDeskPage;
use super::desk::pages::{PagesPage, WritePage};
use super::desk::providers::{ProviderPage, ProvidersPage};
use super::desk::rights::RightsPage;
use super::desk::sites::blocked::BlockedPage;
use super::desk::sites::list::SitesDeskPage;
use super::desk::sites::show::SiteDeskPage;
use super::error::{ErrorPage, Trouble};
use super::front::{FrontPage, SubjectCount};
use super::help::{ConnectPage, Generation, PublishPage, QuestionsPage};
use super::legal::LegalPage;
use super::mail_preferences::MailPreferencesPage;
use super::registration::{
    ComparisonPage, Conflict, Message, MessagePage, Problem, ProblemsPage, ReturnPage, ReturnState,
    SiteFacts, Wrong, problems::Unreachable,
};
use super::results::{ResultsPage, offered_sorts};
use super::settings::group::{Group, GroupPage};
use super::settings::invitations::InvitationsPage;
use super::settings::mail::MailPage;
use super::settings::overview::OverviewPage;
use super::setup::owner::OwnerPage;
use super::setup::steps::{Step, StepPage};
use super::site::SitePage;
use super::sites::{SiteRow, SitesPage, by_letter, named, order};
use crate::view::course::{CourseCard, CourseView};
use crate::view::field::FormErrors;
use crate::view::html::html;
use crate::view::parts::{Chip, Pager};
use crate::view::search::{Filter, Search};
use crate::view::ui::{SetUp, Ui};

/// Name and markup of every page, in the language and with the addresses of `ui`.
pub fn all(ui: &Ui) -> Vec<(String, String)> {
    let mut pages = public(ui);
    pages.extend(registration(ui));
    pages.extend(desk(ui));
    pages.extend(courses(ui));
    pages.extend(accounts(ui));
    pages.extend(super::moderate::samples::all(ui));
    for trouble in Trouble::ALL {
        let name = format!("error-{}-{trouble:?}", trouble.status().as_u16());
        pages.push((name, rendered(&ErrorPage::new(ui.clone(), trouble))));
    }
    pages
}

fn rendered(page: &impl Template) -> String {
    page.render().unwrap_or_else(|error| format!("could not be rendered: {error}"))
}

/// Staff's list of courses and the page of each.
fn courses(ui: &Ui) -> Vec<(String, String)> {
    let page = |name: &str, html: String| (format!("courses-desk{name}"), html);
    let owner = || Ui { person: Ui::sample_of(ui.lang, Role::Owner).person, ..ui.clone() };
    let version = |kind, listing| rendered(&VersionPage::sample(owner(), kind, listing));
    let mut empty = CoursesPage::sample(owner(), 0);
    empty.filter = CourseFilter::default();
    vec![
        page("", rendered(&CoursesPage::sample(owner(), 5))),
        page("-none-found", rendered(&CoursesPage::sample(owner(), 0))),
        page("-empty", rendered(&empty)),
        page("-long", rendered(&CoursesPage::sample(owner(), 50))),
        page("-preview", rendered(&PreviewPage::sample(owner()))),
        page("-batch", rendered(&BatchPage::sample(owner(), true))),
        page("-batch-at-work", rendered(&BatchPage::sample(owner(), false))),
        page("-batches", rendered(&BatchesPage::sample(owner(), 2))),
        page("-batches-empty", rendered(&BatchesPage::sample(owner(), 0))),
        page("-advert", version(Kind::Advert, Listing::Listed)),
        page("-share", version(Kind::Share, Listing::Waiting)),
        page("-deleted", version(Kind::Share, Listing::Removed)),
        page("-edit", rendered(&EditPage::sample(owner(), Kind::Advert))),
        page("-edit-share", rendered(&EditPage::sample(owner(), Kind::Share))),
        page("-history", rendered(&HistoryPage::sample(owner()))),
    ]
}

fn public(ui: &Ui) -> Vec<(String, String)> {
    let page = |name: &str, html: String| (name.to_owned(), html);
    let mut empty = front(ui);
    empty.newest.clear();
    empty.featured.clear();
    empty.most_taken.clear();
    empty.subjects.clear();
    empty.ui.hub.set_up = SetUp::Nobody;
    let mut none = results(ui);
    none.total = 0;
    none.cards.clear();
    none.pager = Pager::default();
    vec![
        page("front", rendered(&front(ui))),
        page("front-empty", rendered(&empty)),
        page("results", rendered(&results(ui))),
        page("results-none", rendered(&none)),
        page(
            "course",
            rendered(&CoursePage {
                ui: ui.clone(),
                course: CourseView::sample(),
                restore: Some(restore(ui)),
            }),
        ),
        page(
            "course-bare",
            rendered(&CoursePage { ui: ui.clone(), course: CourseView::sample_bare(), restore: None }),
        ),
        page("version", rendered(&CoursePage { ui: ui.clone(), course: older(), restore: None })),
        page("sites", rendered(&sites(ui))),
        page("site", rendered(&site(ui))),
        page("about", rendered(&about(ui))),
        page("imprint", rendered(&LegalPage::sample(ui, Page::Imprint))),
        page("agreement", rendered(&LegalPage::sample(ui, Page::Agreement))),
        page("help", rendered(&QuestionsPage { ui: ui.clone() })),
        page(
            "help-connect",
            rendered(&ConnectPage {
                ui: ui.clone(),
                generation: Generation::PlugInsAndXmlRpc,
                registration: Registration::Password,
            }),
        ),
        page("help-publish", rendered(&PublishPage { ui: ui.clone(), generation: Generation::Hubs })),
        page("components", rendered(&ComponentsPage::sample(ui.clone()))),
    ]
}

/// Pages of people who are signed in.
fn desk(ui: &Ui) -> Vec<(String, String)> {
    let page = |name: &str, html: String| (name.to_owned(), html);
    let owner = Ui { person: Ui::sample_of(ui.lang, Role::Owner).person, ..ui.clone() };
    let wrong = FormErrors::default().and("password", "it must have 12 to 1000 characters, this has 3");
    let mut refused = SignInPage::new(ui.clone(), "/admin/sites", "ada@school.example");
    refused.wrong = ui.t("sign-in-wrong").into_owned();
    let who = ("ada@school.example", Role::Owner);
    let me = MePage::new(owner.clone(), who, ("Ada Lindqvist", "de"), "", FormErrors::default());
    let mut pages = vec![
        page("sign-in", rendered(&SignInPage::new(ui.clone(), "", ""))),
        page("sign-in-wrong", rendered(&refused)),
        page(
            "setup-owner",
            rendered(&OwnerPage::new(ui.clone(), "link", "Ada", "ada@school.example", wrong)),
        ),
        page("me", rendered(&me)),
        page("passkeys", rendered(&PasskeysPage::sample(owner.clone()))),
        page("passkeys-none", rendered(&PasskeysPage::new(owner.clone(), false, Vec::new()))),
        page("rights", rendered(&RightsPage::new(owner.clone()))),
        page("desk-sites", rendered(&SitesDeskPage::sample(owner.clone()))),
        page("desk-sites-empty", rendered(&SitesDeskPage::sample_empty(owner.clone(), ""))),
        page("desk-sites-none", rendered(&SitesDeskPage::sample_empty(owner.clone(), "q=lake"))),
        page("desk-site", rendered(&SiteDeskPage::sample(owner.clone()))),
        page("desk-site-waiting", rendered(&SiteDeskPage::sample_waiting(owner.clone()))),
        page("desk-site-troubled", rendered(&SiteDeskPage::sample_troubled(owner.clone()))),
        page("desk-blocked", rendered(&BlockedPage::sample(owner.clone()))),
        page("desk-blocked-none", rendered(&BlockedPage { ui: owner.clone(), rows: Vec::new() })),
        page("mail", rendered(&MailDeskPage::sample(owner.clone(), "dead"))),
        page("mail-none", rendered(&MailDeskPage::sample(owner.clone(), "sent"))),
        page("own-mail", rendered(&OwnMailPage::sample(owner.clone()))),
        page("mail-preferences", rendered(&MailPreferencesPage::sample(ui.clone(), false))),
        page("mail-preferences-stopped", rendered(&MailPreferencesPage::sample(ui.clone(), true))),
        page("audit", rendered(&AuditPage::sample(owner.clone()))),
        page("audit-empty", rendered(&AuditPage::sample_empty(owner.clone(), ""))),
        page("audit-none", rendered(&AuditPage::sample_empty(owner.clone(), "q=nothing&from=soon"))),
        page("pages", rendered(&PagesPage::sample(owner.clone()))),
        page("write-page", rendered(&WritePage::sample(&owner))),
        page("providers", rendered(&ProvidersPage::sample(owner.clone(), 1))),
        page("providers-none", rendered(&ProvidersPage::sample(owner.clone(), 0))),
        page("provider", rendered(&ProviderPage::sample(owner.clone()))),
        page("invitations", rendered(&InvitationsPage::sample(owner.clone()))),
        page("settings-mail", rendered(&MailPage::sample(owner.clone()))),
        page("settings", rendered(&OverviewPage::sample(owner.clone()))),
    ];
    pages.extend(super::desk::vocabularies::samples::all(&owner));
    let groups = Group::ALL.into_iter().map(|group| {
        (format!("settings-{}", group.name()), rendered(&GroupPage::sample(owner.clone(), group)))
    });
    pages.extend(groups);
    let steps = Step::ALL.into_iter().map(|step| {
        (format!("setup-step-{}", step.name()), rendered(&StepPage::sample(owner.clone(), step)))
    });
    pages.extend(steps);
    pages
}

/// Accounts: one's own, those of others, and the links that mails bring.
fn accounts(ui: &Ui) -> Vec<(String, String)> {
    let page = |name: &str, html: String| (name.to_owned(), html);
    let owner = Ui { person: Ui::sample_of(ui.lang, Role::Owner).person, ..ui.clone() };
    let admin = Ui { person: Ui::sample_of(ui.lang, Role::Admin).person, ..ui.clone() };
    let none = FormErrors::default;
    let enrolment = Enrolment {
        token: Secret::new("token"),
        secret: Secret::new("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
        uri: Secret::new("otpauth://totp/hub:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
        qr_svg: r#"<svg viewBox="0 0 8 8"><path d="M0 0h3v3H0zM5 0h3v3H5zM0 5h3v3H0z"/></svg>"#.to_owned(),
    };
    let codes = "k3m9p-w2x7q\nb4n8r-t6v5z".to_owned();
    let last = AccountPage::new(owner.clone(), sample_account(ui, 0), true, Vec::new());
    let line = Line {
        at: ui.now,
        who: "ada@school.example".to_owned(),
        act: "account.role_changed".to_owned(),
        change: r#"{"role":"member"} → {"role":"curator"}"#.to_owned(),
    };
    let other = AccountPage::new(owner.clone(), sample_account(ui, 3), false, vec![line]);
    let closed = AccountPage::new(admin, sample_account(ui, 0), false, Vec::new());
    let domains = ["school.example".to_owned()];
    let wrong = none().and("code", ui.t("code-wrong"));
    vec![
        page("sign-in-code", rendered(&CodePage::new(ui.clone(), "", &wrong))),
        page("security", rendered(&SecurityPage::sample(owner.clone(), false))),
        page("security-factor", rendered(&SecurityPage::sample(owner.clone(), true))),
        page("enrol", rendered(&EnrolPage::new(owner.clone(), &enrolment, &none()))),
        page("codes", rendered(&CodesPage { ui: owner.clone(), codes })),
        page("erase", rendered(&erase::page(owner.clone(), "ada@school.example", none()))),
        page("accounts", rendered(&AccountsPage::sample(owner.clone(), 120))),
        page("accounts-none", rendered(&AccountsPage::sample(owner.clone(), 0))),
        page("account", rendered(&other)),
        page("account-last-owner", rendered(&last)),
        page("account-closed", rendered(&closed)),
        page("invite", rendered(&invite_page(owner, ("", "", Role::Member), none()))),
        page("forgotten", rendered(&forgotten::ask_page(ui.clone(), "", none()))),
        page("reset", rendered(&forgotten::reset_page(ui.clone(), "token", none()))),
        page(
            "invitation",
            rendered(&invitation::page(ui.clone(), "token", "ada@school.example", "Ada", none())),
        ),
        page("sign-up", rendered(&sign_up::page(ui.clone(), &domains, "", "", none()))),
        page("new-address", rendered(&new_address::page(ui.clone(), "token", "ada@school.example"))),
    ]
}

/// A question about a Moodle, with each kind of reason in the answer.
fn restore(ui: &Ui) -> RestoreView {
    let why = |word, about: &str, uses| Why { word, about: about.to_owned(), uses };
    RestoreView {
        action: ui.urls.to("/courses/1-botany-for-beginners"),
        release: "4.5".to_owned(),
        plugins: "mod_hvp".to_owned(),
        judged: Some(Judged {
            answer: "cannot_tell",
            reasons: vec![
                why("refused", "", 0),
                why("not_a_course", "", 0),
                why("cartridge", "1.3", 0),
                why("too_old", "2.6", 0),
                why("made_by_newer", "5.0", 0),
                why("made_by_unknown", "", 0),
                why("missing", "mod_questionnaire", 3),
                why("unknown", "qtype_stack", 12),
                why("theme", "theme_moove", 0),
                why("local", "local_mail", 0),
                why("converts", "", 0),
                why("into_a_course", "", 0),
            ],
        }),
    }
}

fn older() -> CourseView {
    let mut course = CourseView::sample();
    for row in &mut course.versions {
        row.current = row.number == 3;
    }
    course.advert = None;
    course
}

fn front(ui: &Ui) -> FrontPage {
    let mut cards = CourseCard::samples();
    let most_taken = cards.split_off(4);
    FrontPage {
        ui: ui.clone(),
        courses: 1284,
        sites: 87,
        languages: 31,
        newest: cards,
        featured: CourseCard::samples().into_iter().take(1).collect(),
        most_taken,
        subjects: hub_core::vocabulary::subjects()
            .iter()
            .filter(|subject| subject.depth() == 0)
            .zip([310, 204, 12, 7, 31, 88, 190, 140, 233, 51, 9, 9])
            .map(|(subject, count)| SubjectCount { code: subject.code.to_owned(), count })
            .collect(),
    }
}

fn results(ui: &Ui) -> ResultsPage {
    let mut ui = ui.clone();
    let search = Search::parse("q=leaf&kind=share&language=ca&subject=field1010903&page=2");
    ui.here = search.path();
    let mut cards = CourseCard::samples();
    cards.insert(0, CourseCard::sample_found());
    cards.push(CourseCard::sample_extreme());
    let chip = |label: String, filter, value: &str| Chip {
        label,
        href: ui.urls.search(&search.without(filter, value)),
    };
    ResultsPage {
        total: 123,
        cards,
        facets: sample_facets(ui.lang),
        chips: vec![
            chip(ui.lang.t("kind-share").into_owned(), Filter::Kind, "share"),
            chip(ui.lang.language_name("ca"), Filter::Language, "ca"),
            chip(ui.subject("field1010903"), Filter::Subject, "field1010903"),
        ],
        pager: Pager::of_search(&ui.urls, &search, 123),
        sorts: offered_sorts(&search),
        search,
        ui,
    }
}

fn sites(ui: &Ui) -> SitesPage {
    let lang = ui.lang;
    let mut sites = SiteRow::samples();
    order(lang, &mut sites);
    let codes =
        |code: fn(&SiteRow) -> &String| sites.iter().map(|site| code(site).clone()).collect::<Vec<_>>();
    let mut countries = codes(|site| &site.country);
    countries.retain(|code| !code.is_empty());
    let mut languages = codes(|site| &site.language);
    languages.retain(|code| !code.is_empty());
    let (prioritised, others): (Vec<_>, Vec<_>) = sites.into_iter().partition(|site| site.prioritised);
    SitesPage {
        ui: ui.clone(),
        words: String::new(),
        country: String::new(),
        language: String::new(),
        countries: named(lang, countries, |code| lang.country(code)),
        languages: named(lang, languages, |code| lang.language_name(code)),
        total: 10,
        prioritised,
        letters: by_letter(others),
        pager: Pager::default(),
    }
}

fn site(ui: &Ui) -> SitePage {
    SitePage {
        ui: ui.clone(),
        site: SiteRow::samples().swap_remove(6),
        description: "A school of eight hundred pupils between the lake and the railway line.".to_owned(),
        address: Some("https://moodle.lakeside.example".to_owned()),
        site_id: hub_core::SiteId(7),
        contactable: true,
        total: 2,
        cards: CourseCard::samples().into_iter().take(2).collect(),
        pager: Pager::default(),
    }
}

fn about(ui: &Ui) -> AboutPage {
    AboutPage {
        ui: ui.clone(),
        description: html("<p>Run by <b>three schools</b> at one lake.</p>"),
        courses: 1284,
        sites: 87,
        languages: 31,
        registration_key: registration_key(Registration::Approval),
        contact_name: "Ana Ruiz".to_owned(),
        version: "0.1.0",
    }
}

fn registration(ui: &Ui) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for conflict in [Conflict::OtherAddress, Conflict::OtherIdentifier] {
        let facts = |address: &str, release: &str| SiteFacts {
            name: "Lakeside Comprehensive School".to_owned(),
            address: address.to_owned(),
            description: "A school of eight hundred pupils.".to_owned(),
            contact_name: "Ana Ruiz".to_owned(),
            contact_email: "a…@lakeside.example".to_owned(),
            moodle_version: "2024100700".to_owned(),
            moodle_release: release.to_owned(),
        };
        let comparison = ComparisonPage::new(
            ui.clone(),
            conflict,
            facts("https://lakeside.example/moodle", "4.5 (Build: 20241007)"),
            facts("https://moodle.lakeside.example", "5.0 (Build: 20250414)"),
            ui.urls.registration(),
            vec![("code".to_owned(), "aB3dE5fG7hJ9".to_owned())],
        );
        pages.push((format!("registration-{conflict:?}"), rendered(&comparison)));
    }
    pages.push(("registration-problems".to_owned(), rendered(&problems(ui))));
    let to = || "a…@lakeside.example".to_owned();
    let messages = [
        Message::Blocked,
        Message::WaitsForApproval,
        Message::MailSent { to: to() },
        Message::MailSentBefore { to: to() },
        Message::NoContact,
        Message::Ended,
    ];
    for (number, message) in (1..).zip(messages) {
        let page = MessagePage {
            ui: ui.clone(),
            mail_waits: matches!(message, Message::MailSent { .. }),
            message,
            button: Some("https://moodle.lakeside.example".to_owned()),
            contact: "Ana Ruiz".to_owned(),
        };
        pages.push((format!("registration-message-{number}"), rendered(&page)));
    }
    for state in [ReturnState::Registered, ReturnState::Accepted, ReturnState::Awaited, ReturnState::NotSeen]
    {
        let page = ReturnPage {
            ui: ui.clone(),
            state,
            site_name: "Lakeside Comprehensive School".to_owned(),
            site_address: "https://moodle.lakeside.example/moodle".to_owned(),
            site_path: "/moodle".to_owned(),
            hub_path: String::new(),
            handshake_at: (state != ReturnState::Accepted).then_some(ui.now),
            seen_at: (state == ReturnState::Registered).then_some(ui.now),
            retry: ui.urls.front(),
        };
        pages.push((format!("registration-return-{state:?}"), rendered(&page)));
    }
    pages
}

fn problems(ui: &Ui) -> ProblemsPage {
    use Unreachable::{Certificate, NoSuchHost, Port, PrivateNetwork, Redirect, Refused, Status, Timeout};
    let mut problems = vec![
        Problem::new("name", Wrong::Missing, ""),
        Problem::new("url", Wrong::NotAnAddress, "moodle"),
        Problem::new("url", Wrong::TooLong(255), ""),
        Problem::new("password", Wrong::Password, "never shown"),
        Problem::new("password", Wrong::Invitation, "never shown"),
        Problem::new("password", Wrong::TooManyGuesses(14), ""),
    ];
    for wrong in [
        Wrong::Scheme,
        Wrong::Credentials,
        Wrong::Closed,
        Wrong::ReadOnly,
        Wrong::Link,
        Wrong::NotAMailAddress,
        Wrong::AddressTaken,
    ] {
        problems.push(Problem::new("hub", wrong, ""));
    }
    for why in [NoSuchHost, PrivateNetwork, Port, Refused, Timeout, Certificate, Status, Redirect] {
        problems.push(Problem::new("url", Wrong::Unreachable(why), "http://10.0.0.7/moodle"));
    }
    ProblemsPage { ui: ui.clone(), problems, back: Some("https://moodle.lakeside.example".to_owned()) }
}
