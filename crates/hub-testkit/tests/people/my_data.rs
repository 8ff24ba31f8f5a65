//! What is kept of a person: judged column by column, exported whole, erased.

use std::collections::BTreeSet;
use std::net::IpAddr;

use hub_app::contact::{self, Copy, NewMessage, To};
use hub_app::moderation::abuse::{self, NewReport};
use hub_core::CourseId;
use hub_core::course::{CourseText, Kind};
use hub_core::listing::Listing;
use hub_core::message::{Category, Subject};
use hub_core::moderation::{AbuseCategory, AbuseSubject};
use hub_core::rights::{Actor, Role};
use hub_core::visibility::Viewer;
use hub_testkit::{PASSWORD, SignedIn, TestHub, db_test};
use serde_json::Value;

use crate::led_to;

/// The person of these tests.
const EMAIL: &str = "moderator@hub.example";
/// What they are called.
const NAME: &str = "Wilhelmina Quast";

/// What becomes of a column when its person exports and erases their account.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// Is in the export under this word, and gone or emptied afterwards.
    Erased(&'static str),
    /// Is in the export under this word, and stays for the reason.
    Kept(&'static str, &'static str),
    /// Gone or emptied afterwards, and not in the export for the reason.
    ErasedUnseen(&'static str),
    /// About no account; why.
    Not(&'static str),
}

impl Fate {
    /// Why it is not simply exported and erased.
    fn why(self) -> Option<&'static str> {
        match self {
            Self::Erased(_) => None,
            Self::Kept(_, why) | Self::ErasedUnseen(why) | Self::Not(why) => Some(why),
        }
    }
}

use Fate::{Erased, ErasedUnseen, Kept, Not};

/// Parts of names of columns that may be about a person.
const WORDS: [&str; 20] = [
    "account",
    "actor",
    "mail",
    "recipient",
    "receiver",
    "sender",
    "reporter",
    "patient",
    "network",
    "agent",
    "contact",
    "phone",
    "street",
    "geolocation",
    "name",
    "address",
    "payload",
    "sealed",
    "subject",
    "notes",
];

const NUMBER: &str = "only the number of the account is left, and its row tells nothing any more";
const SITE: &str = "belongs to a site, which changes and takes it away itself";
const COURSE: &str = "about a course or another thing, not a person";
const WORD: &str = "a name of the hub's own";
const SECRET: &str = "a secret; that there is one is told";

/// Every column that may be about a person.
const COLUMNS: &[(&str, Fate)] = &[
    ("abuse_report.email_sealed", Erased("reports")),
    ("abuse_report.reporter", ErasedUnseen("a keyed hash of a network, emptied after some days anyway")),
    ("abuse_report.subject_id", Not(COURSE)),
    ("abuse_report.subject_kind", Not(COURSE)),
    ("account.email", Erased("account")),
    ("account.email_key", ErasedUnseen("the address folded")),
    ("account.name", Erased("account")),
    ("account.name_key", ErasedUnseen("the name folded")),
    ("account.totp_sealed", ErasedUnseen(SECRET)),
    ("appeal_message.account_id", Kept("appeal_messages", NUMBER)),
    ("audit.actor_id", Kept("done_by_you", NUMBER)),
    ("audit.actor_kind", Kept("done_by_you", NUMBER)),
    ("batch.actor", Kept("acts_on_many_courses", NUMBER)),
    ("blocked_secret.address", Not(SITE)),
    (
        "blocked_sender.sender",
        Kept("messages_refused", "a keyed hash; without it, erasing would lift the block"),
    ),
    ("claim.account_id", Erased("courses_taken_up")),
    ("conversation.receiver_language", Not("the language of a publisher or site")),
    ("conversation.receiver_sealed", Not("the address of a publisher or site, taken from its course or row")),
    ("conversation.sender", Erased("conversations")),
    ("conversation.sender_language", Kept("conversations", "a language tells nobody apart")),
    ("conversation.sender_name", Erased("conversations")),
    ("conversation.sender_sealed", ErasedUnseen("the address, which the export names once")),
    ("conversation.subject_id", Not(COURSE)),
    ("conversation.subject_kind", Not(COURSE)),
    ("counter.name", Not(WORD)),
    ("decision.actor_id", Kept("decisions", NUMBER)),
    ("decision.actor_kind", Kept("decisions", NUMBER)),
    ("facet.names", Not(WORD)),
    ("failure.subject", ErasedUnseen("a hash of the address, counted for a day at most")),
    ("handshake.secret_sealed", Not(SITE)),
    ("job.payload", Not("sealed where it names an address, and gone when the job has run")),
    ("mail.body_sealed", ErasedUnseen("has one-time links; the reader has the mail")),
    ("mail.recipient", Erased("mails")),
    ("mail.recipient_key", ErasedUnseen("the address without case")),
    ("mail.subject", Erased("mails")),
    ("mail_preference.receiver", Erased("mail_preferences")),
    ("message.network", ErasedUnseen("a keyed hash, to count messages of a day")),
    ("message.sender", Erased("messages")),
    ("need.subject_id", Not(COURSE)),
    ("oidc_identity.account_id", Erased("identities")),
    ("oidc_identity.email", Erased("identities")),
    ("oidc_identity.subject", Erased("identities")),
    ("oidc_provider.client_secret_sealed", Not(WORD)),
    ("oidc_provider.links_by_email", Not(WORD)),
    ("oidc_provider.makes_accounts", Not(WORD)),
    ("passkey.account_id", Erased("passkeys")),
    ("passkey.name", Erased("passkeys")),
    ("recovery_code.account_id", Erased("recovery_codes")),
    ("replacement.mailed_at", Not(SITE)),
    ("replacement.newcomer_sealed", Not(SITE)),
    ("session.account_id", Erased("sessions")),
    ("session.network", Erased("sessions")),
    ("session.user_agent", Erased("sessions")),
    ("site.address", Not(SITE)),
    ("site.address_key", Not(SITE)),
    ("site.backup_identifier_sealed", Not(SITE)),
    ("site.contact_email", Not(SITE)),
    ("site.contact_name", Not(SITE)),
    ("site.contact_phone", Not(SITE)),
    ("site.contactable", Not(SITE)),
    ("site.email_alert", Not(SITE)),
    ("site.geolocation", Not(SITE)),
    ("site.name", Not(SITE)),
    ("site.name_key", Not(SITE)),
    ("site.notes", Not(SITE)),
    ("site.secret_md5_sealed", Not(SITE)),
    ("site.street", Not(SITE)),
    ("site.waiting_address", Not(SITE)),
    ("site.waiting_name", Not(SITE)),
    ("site_proof.address", Not(SITE)),
    ("snooze.actor_id", Kept("set_aside", NUMBER)),
    ("snooze.actor_kind", Kept("set_aside", NUMBER)),
    ("snooze.subject_id", Not(COURSE)),
    ("spent_challenge.patient", Not("a keyed hash of a network for some hours, of nobody who can be told")),
    ("term.names", Not(WORD)),
    ("text_key.subject", Not(COURSE)),
    ("course.notes", Not(COURSE)),
    ("ticket.account_id", Erased("open_links")),
    ("ticket.payload_sealed", ErasedUnseen("what it is about goes with it; of nobody's, after a week")),
    ("version_list.subject", Not(COURSE)),
    ("version_text.short_name", Not(COURSE)),
];

/// Tables without such a column; a new table has to be looked at once.
const NOTHING: &[&str] = &[
    "appeal",
    "appeal_link",
    "asked",
    "batch_item",
    "blob",
    "blob_use",
    "change",
    "course_facet",
    "course_view",
    "download",
    "field_lock",
    "invitation",
    "link_trouble",
    "page_text",
    "removed_version",
    "package_look",
    "report",
    "scan",
    "screenshot",
    "set_up_link",
    "setting",
    "sighting",
    "staff_line",
    "token",
    "version",
];

db_test! {
    async fn every_column_about_people_is_judged(hub) {
        let tables = hub.tables().await;
        let is_suspect = |column: &str| WORDS.iter().any(|word| column.contains(word));
        let found: BTreeSet<String> = tables
            .iter()
            .flat_map(|(table, columns)| columns.iter().map(move |column| (table, column)))
            .filter(|(_, column)| is_suspect(column))
            .map(|(table, column)| format!("{table}.{column}"))
            .collect();
        let judged: BTreeSet<String> = COLUMNS.iter().map(|(column, _)| (*column).to_owned()).collect();
        let new: Vec<_> = found.difference(&judged).collect();
        assert!(new.is_empty(), "say in COLUMNS what becomes of these when somebody erases their account: {new:?}");
        let gone: Vec<_> = judged.difference(&found).collect();
        assert!(gone.is_empty(), "there are no such columns: {gone:?}");
        assert!(COLUMNS.iter().all(|(_, fate)| fate.why().is_none_or(|why| why.len() > 10)), "each has a reason");
        let of_people: BTreeSet<&str> =
            COLUMNS.iter().filter_map(|(column, _)| column.split('.').next()).collect();
        let known = |table: &str| of_people.contains(table) || NOTHING.contains(&table);
        let new: Vec<_> = tables.keys().filter(|table| !known(table)).collect();
        assert!(new.is_empty(), "look at what these tables keep of people: {new:?}");
    }
}

/// A course that somebody may report.
async fn course(hub: &TestHub) -> CourseId {
    let now = hub.app.clock.now();
    let text = CourseText { title: "Botany".to_owned(), language: "en".to_owned(), ..CourseText::default() };
    let mut tx = hub.app.db.begin().await.unwrap();
    let id = hub_db::version::next_id(tx.cx()).await.unwrap();
    let course = CourseId(id.get());
    hub_db::course::insert(tx.cx(), course, None, None, now).await.unwrap();
    let text = hub_db::version::insert_text(tx.cx(), id, &text, now).await.unwrap();
    hub_db::version::insert(tx.cx(), id, course, Kind::Advert, &Listing::Listed, text, now).await.unwrap();
    tx.commit().await.unwrap();
    course
}

/// Somebody of whom every table has something.
async fn person(hub: &TestHub) -> SignedIn {
    let person = hub.signed_in(Role::Moderator).await;
    person.post("/me", &[("name", NAME), ("language", "de")]).await;
    let course = course(hub).await;
    let from = IpAddr::from([192, 0, 2, 9]);
    let to = contact::whom(&hub.app, Viewer::Stranger, Subject::Hub).await.unwrap();
    let new = NewMessage {
        category: Some(Category::Question),
        name: NAME,
        email: EMAIL,
        text: "Where is the garden?",
        language: "de",
        to: To::Hub,
        copy: Copy::Wanted,
        from,
    };
    contact::send(&hub.app, Actor::Visitor, &to, &new).await.unwrap();
    let new = NewReport {
        subject: AbuseSubject::Course(course),
        category: AbuseCategory::Copyright,
        text: "The roses are mine.",
        email: "Moderator@hub.example",
        language: "en",
        from,
    };
    abuse::report(&hub.app, &new).await.unwrap();
    abuse::report(&hub.app, &NewReport { email: "other@home.example", ..new }).await.unwrap();
    person.post("/me/email", &[("email", "else@hub.example"), ("current", PASSWORD)]).await;
    hub.settle().await;
    let mut tx = hub.app.db.begin().await.unwrap();
    let (id, now) = (person.account, hub.app.clock.now());
    let address = hub_core::text::EmailAddress::parse(EMAIL).unwrap();
    let receiver = hub_app::outside::crypto::Sha256Hex::of(address.as_str().as_bytes());
    hub_db::mail::prefer(tx.cx(), receiver.as_str(), "*", "digest", now).await.unwrap();
    let codes = ["a-hash-of-a-code".to_owned()];
    hub_db::second_factor::put_recovery_codes(tx.cx(), id, &codes, now).await.unwrap();
    tx.commit().await.unwrap();
    plant(hub, id.get(), course.get()).await;
    person
}

/// Rows whose making has tests elsewhere; of the record so many that it takes many pages.
async fn plant(hub: &TestHub, id: i64, version: i64) {
    let actor = serde_json::to_string(&Actor::Account(hub_core::AccountId(id))).unwrap();
    for sql in [
        format!(
            "INSERT INTO passkey (account_id, credential_id, name, credential, sign_count, created_at)
            VALUES ({id}, 'credential-of-theirs', 'Key of Wilhelmina', '{{}}', 0, 1)"
        ),
        "INSERT INTO oidc_provider (label, issuer, client_id, client_secret_sealed, scopes, makes_accounts,
            links_by_email, domains, is_on, created_at, updated_at)
            VALUES ('School', 'https://id.school.example', 'hub', '', '', FALSE, FALSE, '', TRUE, 1, 1)"
            .to_owned(),
        format!(
            "INSERT INTO oidc_identity (provider_id, subject, account_id, email, created_at, used_at)
            VALUES (1, 'subject-of-theirs', {id}, 'there@school.example', 1, 1)"
        ),
        format!("INSERT INTO claim (version_id, account_id, claimed_at, active_at) VALUES ({version}, {id}, 1, 1)"),
        format!(
            "INSERT INTO decision (version_id, text_id, verdict, of_change, reason, ticked, actor_kind, actor_id,
            waited_since, decided_at) VALUES ({version}, 1, 'refused', FALSE, 'Too short.', '', 'account', {id}, 1, 2)"
        ),
        format!(
            "INSERT INTO appeal (decision_id, version_id, state, opened_at, outcome)
            VALUES (1, {version}, 'open', 1, '')"
        ),
        format!(
            "INSERT INTO appeal_message (appeal_id, account_id, body, sent_at) VALUES (1, {id}, 'Please say more.', 1)"
        ),
        format!(
            "INSERT INTO snooze (kind, subject_id, until_at, actor_kind, actor_id)
            VALUES ('silent_site', 1, 5, 'account', {id})"
        ),
        format!("INSERT INTO batch (act, actor, total, created_at) VALUES ('\"hide\"', '{actor}', 3, 1)"),
        format!(
            "INSERT INTO audit (acted_at, actor_kind, actor_id, act, thing_kind, thing_id, before_value, after_value)
            WITH RECURSIVE line (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM line WHERE number < 12000)
            SELECT number, 'account', {id}, 'course.hidden', 'version', number, 'null', 'null' FROM line"
        ),
    ] {
        hub.execute(&sql).await;
    }
}

fn count(data: &Value, list: &str) -> usize {
    data[list].as_array().unwrap_or_else(|| panic!("no list {list}")).len()
}

db_test! {
    async fn everything_is_taken_along_however_much_it_is(hub) {
        let person = person(&hub).await;
        let answer = person.get("/me/data").await;
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let data: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        for (column, fate) in COLUMNS {
            if let Erased(word) | Kept(word, _) = fate {
                assert!(!data[*word].is_null(), "{column} is not in the export as {word}");
                let is_empty = data[*word].as_array().is_some_and(Vec::is_empty);
                assert!(!is_empty, "{column}: nothing of it is planted");
            }
        }
        assert_eq!(data["account"]["name"], NAME);
        assert!(count(&data, "done_by_you") >= 12_000, "{}", count(&data, "done_by_you"));
        assert_eq!(data["messages"][0]["text"], "Where is the garden?");
        assert_eq!((count(&data, "reports"), &data["reports"][0]["text"]), (1, &Value::from("The roses are mine.")));
        assert_eq!(data["decisions"][0]["reason"], "Too short.");
        assert_eq!(data["appeal_messages"][0]["text"], "Please say more.");
        assert_eq!(data["identities"][0]["subject"], "subject-of-theirs");
        assert_eq!(data["identities"][0]["email"], "there@school.example");
        assert_eq!(data["passkeys"][0]["name"], "Key of Wilhelmina");
        assert_eq!(data["open_links"][0]["for"], "email_change");
        let text = data.to_string();
        for secret in ["argon2", "a-hash-of-a-code", "credential-of-theirs", "http://127.0.0.1/new-address"] {
            assert!(!text.contains(secret), "{secret}");
        }
        let owner = hub.signed_in(Role::Owner).await;
        let others: Value = serde_json::from_str(&owner.page("/me/data").await).unwrap();
        assert!(!others.to_string().contains("garden"), "only one's own");
    }
}

db_test! {
    async fn after_erasing_nothing_tells_who_it_was(hub) {
        hub.signed_in(Role::Owner).await;
        let person = person(&hub).await;
        let id = person.account;
        let tables = hub.tables().await;
        let rows_of = async |column: &str| {
            let (table, column) = column.split_once('.').unwrap();
            let mut rows = Vec::new();
            for value in hub.rows_as_text(table, &[column.to_owned()]).await {
                if value == id.to_string() {
                    rows.push(value);
                }
            }
            rows.len()
        };
        let of_account: Vec<(&str, Fate)> =
            COLUMNS.iter().copied().filter(|(column, _)| column.ends_with(".account_id")).collect();
        for (column, _) in &of_account {
            assert!(rows_of(column).await > 0, "{column}: nothing of it is planted");
        }
        let typed = [("typed", EMAIL), ("current", PASSWORD)];
        assert_eq!(led_to(&person.post("/me/erase", &typed).await), "/?done=erased");
        for (column, fate) in of_account {
            assert_eq!(rows_of(column).await == 0, matches!(fate, Erased(_)), "{column}: {fate:?}");
        }
        let sender = hub_app::outside::crypto::Sha256Hex::of(EMAIL.as_bytes());
        for (table, row) in hub.dump().await {
            let folded = row.to_lowercase();
            for trace in [EMAIL, "wilhelmina", "subject-of-theirs", "credential-of-theirs", sender.as_str()] {
                assert!(!folded.contains(trace), "{trace} is still in {table}: {row}");
            }
        }
        let conversations = hub.rows_as_text("conversation", &tables["conversation"]).await;
        assert_eq!(conversations.len(), 1, "what was written to others stays with them");
        let reports = hub.rows_as_text("abuse_report", &["email_sealed".to_owned()]).await;
        let mut empty: Vec<bool> = reports.iter().map(String::is_empty).collect();
        empty.sort_unstable();
        assert_eq!(empty, [false, true], "the other reporter still gets an answer");
        let moderator = hub.signed_in(Role::Admin).await;
        let answered = moderator.post("/moderate/messages/1", &[("do", "answer"), ("text", "It is behind the house.")]).await;
        assert!(answered.status().is_redirection(), "{}: nobody is there to be mailed", answered.status());
        hub.settle().await;
        let mut to = hub.mails().await.into_iter().map(|mail| mail.mail.recipient);
        assert!(!to.any(|to| to == EMAIL));
    }
}
