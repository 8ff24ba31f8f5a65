//! Everything the hub keeps of a person, for that person to take along (GDPR, articles 15 and 20): one JSON object,
//! written while it is sent, page by page, so that it is whole however much there is.

use bytes::Bytes;
use futures_util::stream;
use hub_core::desk::AuditQuery;
use hub_core::rights::Actor;
use hub_core::text::EmailAddress;
use hub_db::Cx;
use hub_db::account::Account;
use hub_db::audit::Record;
use hub_db::person::{self, Row};
use serde_json::{Value, json};

use super::key;
use super::session::SignedIn;
use crate::mail::preferences;
use crate::moderation::abuse;
use crate::stream::FileStream;
use crate::{App, AppError, contact};

/// Rows of a list that are read at once.
const AT_ONCE: i64 = 500;

/// Whose data it is, as the lists know them.
#[derive(Clone)]
struct Whose {
    account: Account,
    /// Their address as addresses are compared.
    email_key: String,
    /// Its keyed hash in conversations.
    sender: String,
    /// Its hash in choices of mail.
    receiver: String,
    /// Who acts, as acts on many courses name it.
    actor: String,
}

/// A page of a list: its entries, and the place where the next page goes on, if there may be one.
type Page = (Vec<Value>, Option<i64>);

/// The lists, in the order of the file.
#[derive(Clone, Copy)]
enum List {
    Sessions,
    Passkeys,
    Identities,
    OpenLinks,
    RecoveryCodes,
    Preferences,
    Mails,
    Conversations,
    Messages,
    Reports,
    Claims,
    Decisions,
    AppealMessages,
    SetAside,
    Batches,
    DoneByYou,
    DoneToYourAccount,
}

const LISTS: [(&str, List); 17] = [
    ("sessions", List::Sessions),
    ("passkeys", List::Passkeys),
    ("identities", List::Identities),
    ("open_links", List::OpenLinks),
    ("recovery_codes", List::RecoveryCodes),
    ("mail_preferences", List::Preferences),
    ("mails", List::Mails),
    ("conversations", List::Conversations),
    ("messages", List::Messages),
    ("reports", List::Reports),
    ("courses_taken_up", List::Claims),
    ("decisions", List::Decisions),
    ("appeal_messages", List::AppealMessages),
    ("set_aside", List::SetAside),
    ("acts_on_many_courses", List::Batches),
    ("done_by_you", List::DoneByYou),
    ("done_to_your_account", List::DoneToYourAccount),
];

/// How far the file is written.
struct Writing {
    app: App,
    whose: Whose,
    /// What goes before everything else.
    head: Option<String>,
    /// The list that is being written; past the last, the file is whole.
    list: usize,
    /// The place of its last row that was read; `None` before the first page.
    after: Option<i64>,
    /// Whether it has an entry already.
    begun: bool,
}

/// A JSON object with what is kept of whoever is signed in. Secrets (hashes, keys) are named, not given; nor are the
/// bodies of mails, whose links would let whoever holds this session into the account.
///
/// # Errors
/// Only ours.
pub async fn data(app: &App, who: &SignedIn) -> Result<FileStream, AppError> {
    let account = &who.account;
    let whose = whose(app, account)?;
    let factor = super::second_factor::status(app, account.id).await?;
    let blocked = hub_db::conversation::is_blocked(app.db.read().await?.cx(), &whose.sender).await?;
    let head = json!({
        "hub": app.address.to_string(),
        "written": app.clock.now(),
        "account": {
            "id": account.id.get(), "email": account.email, "name": account.name, "role": account.role.name(),
            "state": account.state.name(), "language": account.language, "created": account.created_at,
            "last_seen": account.seen_at,
        },
        "second_factor": { "app": factor.has_totp, "recovery_codes_left": factor.recovery_codes_left },
        "messages_refused": blocked,
    });
    let mut head = format!("{head:#}");
    // The object goes on with the lists.
    head.truncate(head.trim_end_matches(['}', '\n']).len());
    let start = Writing { app: app.clone(), whose, head: Some(head), list: 0, after: None, begun: false };
    Ok(Box::pin(stream::try_unfold(start, |mut writing| async move {
        let text = writing.next().await?;
        Ok(text.map(|text| (Bytes::from(text), writing)))
    })))
}

fn whose(app: &App, account: &Account) -> Result<Whose, AppError> {
    let receiver = EmailAddress::parse(&account.email).map(|address| preferences::receiver(&address));
    Ok(Whose {
        email_key: key(&account.email),
        sender: contact::sender_hash(app, &account.email),
        receiver: receiver.unwrap_or_default(),
        actor: serde_json::to_string(&Actor::Account(account.id)).map_err(AppError::internal)?,
        account: account.clone(),
    })
}

impl Writing {
    /// The next piece of the file; `None` if it is whole.
    async fn next(&mut self) -> Result<Option<String>, AppError> {
        if let Some(head) = self.head.take() {
            return Ok(Some(head));
        }
        let Some((name, list)) = LISTS.get(self.list) else {
            self.list += 1;
            return Ok((self.list == LISTS.len() + 1).then(|| "\n}\n".to_owned()));
        };
        let mut text = if self.after.is_none() { format!(",\n  \"{name}\": [") } else { String::new() };
        let mut conn = self.app.db.read().await?;
        let (entries, last) = read(&self.app, conn.cx(), &self.whose, *list, self.after).await?;
        for entry in entries {
            text.push_str(if self.begun { ",\n    " } else { "\n    " });
            text.push_str(&entry.to_string());
            self.begun = true;
        }
        if last.is_none() {
            text.push_str(if self.begun { "\n  ]" } else { "]" });
            (self.list, self.begun) = (self.list + 1, false);
        }
        self.after = last;
        Ok(Some(text))
    }
}

/// One page of a list.
async fn read(
    app: &App,
    cx: Cx<'_>,
    whose: &Whose,
    list: List,
    after: Option<i64>,
) -> Result<Page, AppError> {
    let (id, place) = (whose.account.id, after.unwrap_or(0));
    let rows = match list {
        List::Sessions => person::sessions(cx, id, place, AT_ONCE).await?,
        List::Passkeys => person::passkeys(cx, id, place, AT_ONCE).await?,
        List::Identities => person::identities(cx, id, place, AT_ONCE).await?,
        List::OpenLinks => person::tickets(cx, id, place, AT_ONCE).await?,
        List::RecoveryCodes => person::recovery_codes(cx, id, place, AT_ONCE).await?,
        List::Preferences => person::preferences(cx, &whose.receiver, place, AT_ONCE).await?,
        List::Mails => person::mails(cx, &whose.email_key, place, AT_ONCE).await?,
        List::Conversations => person::conversations(cx, &whose.sender, place, AT_ONCE).await?,
        List::Messages => person::messages(cx, &whose.sender, place, AT_ONCE).await?,
        List::Reports => person::reports(cx, place, AT_ONCE).await?,
        List::Claims => person::claims(cx, id, place, AT_ONCE).await?,
        List::Decisions => person::decisions(cx, id, place, AT_ONCE).await?,
        List::AppealMessages => person::appeal_messages(cx, id, place, AT_ONCE).await?,
        List::SetAside => person::snoozes(cx, id, place, AT_ONCE).await?,
        List::Batches => person::batches(cx, &whose.actor, place, AT_ONCE).await?,
        List::DoneByYou | List::DoneToYourAccount => return record(cx, whose, list, after).await,
    };
    let last = rows.last().map(|row| row.place).filter(|_| is_full(rows.len()));
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        // Addresses of reports are sealed, so that all have to be looked at.
        if !matches!(list, List::Reports) || is_reporter(app, &whose.email_key, &row.texts[0])? {
            entries.push(entry(list, &row));
        }
    }
    Ok((entries, last))
}

fn is_full(rows: usize) -> bool {
    i64::try_from(rows).is_ok_and(|rows| rows >= AT_ONCE)
}

/// Whether a report's sealed address is this one.
pub(super) fn is_reporter(app: &App, email_key: &str, sealed: &str) -> Result<bool, AppError> {
    Ok(key(&abuse::reporter(app, sealed)?) == email_key)
}

fn entry(list: List, row: &Row) -> Value {
    let ([a, b, c], at, other) = (&row.texts, row.at, row.other);
    match list {
        List::Sessions => json!({ "browser": a, "network": b, "signed_in": at, "last_seen": other }),
        List::Passkeys => json!({ "name": a, "added": at, "last_used": other }),
        List::Identities => {
            json!({ "issuer": a, "subject": b, "email": c, "linked": at, "last_used": other })
        }
        List::OpenLinks => json!({ "for": a, "issued": at, "ends": other }),
        List::RecoveryCodes => json!({ "made": at }),
        List::Preferences => json!({ "kind": a, "delivery": b, "since": at }),
        List::Mails => json!({ "kind": a, "subject": b, "state": c, "written": at, "sent": other }),
        List::Conversations => json!({ "conversation": row.place, "about": a, "category": b, "your_name": c,
            "begun": at, "last_message": other }),
        List::Messages => json!({ "conversation": number(a), "from": b, "text": c, "sent": at }),
        List::Reports => json!({ "category": b, "text": c, "received": at, "closed": other }),
        List::Claims => json!({ "course": number(a), "taken_up": at, "last_active": other }),
        List::Decisions => json!({ "course": number(a), "verdict": b, "reason": c, "decided": at,
            "waited_since": other }),
        List::AppealMessages => json!({ "appeal": number(a), "text": b, "sent": at }),
        List::SetAside => json!({ "kind": a, "number": number(b), "until": at }),
        List::Batches => json!({ "act": parsed(a), "begun": at, "ended": other }),
        // These are lines of the record, written by [`line`].
        List::DoneByYou | List::DoneToYourAccount => Value::Null,
    }
}

async fn record(cx: Cx<'_>, whose: &Whose, list: List, after: Option<i64>) -> Result<Page, AppError> {
    let me = Some(("account".to_owned(), Some(whose.account.id.get())));
    let mut query = AuditQuery { older_than: after, ..AuditQuery::default() };
    if let List::DoneByYou = list {
        query.actor = me;
    } else {
        query.thing = me;
    }
    let records = hub_db::audit::list(cx, &query, None, AT_ONCE).await?;
    let last = records.last().map(|record| record.id).filter(|_| is_full(records.len()));
    Ok((records.iter().map(line).collect(), last))
}

fn line(record: &Record) -> Value {
    json!({ "at": record.at, "act": record.act, "thing": [record.thing.0, record.thing.1],
        "before": parsed(&record.before), "after": parsed(&record.after) })
}

fn number(text: &str) -> Value {
    text.parse::<i64>().map_or(Value::Null, Value::from)
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}
