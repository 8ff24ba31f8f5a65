//! Everything the hub keeps of a person, for that person to take along (GDPR, articles 15 and 20).

use hub_core::desk::AuditQuery;
use hub_db::audit::Record;
use serde_json::{Value, json};

use super::session::SignedIn;
use crate::{App, AppError};

/// Lines of the record in one export.
const MOST_LINES: i64 = 10_000;

/// A JSON object with what is kept of whoever is signed in. Secrets (hashes, keys) are named, not given.
///
/// # Errors
/// Only ours.
pub async fn data(app: &App, who: &SignedIn) -> Result<Value, AppError> {
    let (account, now) = (&who.account, app.clock.now());
    let sessions = super::session::list(app, account.id).await?;
    let factor = super::second_factor::status(app, account.id).await?;
    let mut conn = app.db.read().await?;
    let passkeys = hub_db::passkey::of_account(conn.cx(), account.id).await?;
    let me = Some(account.id.get());
    let by_me = AuditQuery { actor: Some(("account".to_owned(), me)), ..AuditQuery::default() };
    let by_me = hub_db::audit::list(conn.cx(), &by_me, None, MOST_LINES).await?;
    let about_me = hub_db::audit::of_thing(conn.cx(), ("account", account.id.get()), MOST_LINES).await?;
    let sessions: Vec<Value> = sessions
        .iter()
        .map(|session| {
            json!({ "browser": session.user_agent, "network": session.network, "signed_in": session.created_at,
                "last_seen": session.used_at })
        })
        .collect();
    let passkeys: Vec<Value> = passkeys
        .iter()
        .map(|key| json!({ "name": key.name, "added": key.created_at, "last_used": key.used_at }))
        .collect();
    Ok(json!({
        "hub": app.address.to_string(),
        "written": now,
        "account": {
            "id": account.id.get(), "email": account.email, "name": account.name, "role": account.role.name(),
            "state": account.state.name(), "language": account.language, "created": account.created_at,
            "last_seen": account.seen_at,
        },
        "second_factor": { "app": factor.has_totp, "recovery_codes_left": factor.recovery_codes_left },
        "passkeys": passkeys,
        "sessions": sessions,
        "done_by_you": by_me.iter().map(line).collect::<Vec<_>>(),
        "done_to_your_account": about_me.iter().map(line).collect::<Vec<_>>(),
    }))
}

fn line(record: &Record) -> Value {
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    json!({ "at": record.at, "act": record.act, "thing": [record.thing.0, record.thing.1],
        "before": value(&record.before), "after": value(&record.after) })
}
