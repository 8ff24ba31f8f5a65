//! Tickets: what somebody may do once, by a token: a link in a mail, the second half of a sign-in, the answer to a
//! challenge. What a ticket is about is kept sealed beside the token's hash, so it cannot be changed on the way.

use hub_core::AccountId;
use hub_core::secret::Secret;
use hub_db::Cx;
use hub_db::ticket::NewTicket;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::outside::crypto::{Sealed, token_hash};
use crate::{App, AppError};

/// What tickets are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The second half of a sign-in.
    SignIn,
    /// A secret for one-time codes that is not confirmed yet.
    Totp,
    /// Another password, by mail.
    PasswordReset,
    /// Another address, by mail to it.
    EmailChange,
    /// An account to be, by staff's invitation.
    Invitation,
    /// An account to be, by somebody's own wish.
    SignUp,
    /// A passkey to be added.
    NewPasskey,
    /// A sign-in by passkey.
    Passkey,
    /// The way to a provider and back.
    Provider,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Totp => "totp",
            Self::PasswordReset => "password_reset",
            Self::EmailChange => "email_change",
            Self::Invitation => "invitation",
            Self::SignUp => "sign_up",
            Self::NewPasskey => "new_passkey",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
        }
    }

    /// How long a ticket is good: what is done at once gets ten minutes, what waits for a mail an hour or a
    /// day, what waits for somebody who may be on holiday a week.
    pub(super) fn lives(self) -> SignedDuration {
        match self {
            Self::NewPasskey | Self::Passkey => SignedDuration::from_mins(5),
            Self::SignIn => SignedDuration::from_mins(10),
            // Somebody may have to find the password of a school's account, and a second factor there.
            Self::Provider => SignedDuration::from_mins(15),
            Self::Totp => SignedDuration::from_mins(30),
            Self::PasswordReset => SignedDuration::from_mins(60),
            Self::EmailChange => SignedDuration::from_hours(24),
            Self::Invitation | Self::SignUp => SignedDuration::from_hours(7 * 24),
        }
    }

    fn seal(self) -> String {
        format!("ticket {}", self.name())
    }
}

/// A ticket that was found.
pub(super) struct Found<T> {
    /// Whose it is, if somebody's.
    pub(super) account: Option<AccountId>,
    /// What it is about.
    pub(super) payload: T,
}

impl<T> Found<T> {
    /// Whose it is; one that must be somebody's and is nobody's was not written by this program.
    pub(super) fn owner(&self) -> Result<AccountId, AppError> {
        self.account.ok_or_else(|| AppError::internal("a ticket without an account"))
    }
}

/// Issues a ticket; gives its token.
pub(super) async fn issue<T: Serialize>(
    app: &App,
    cx: Cx<'_>,
    purpose: Purpose,
    account: Option<AccountId>,
    payload: &T,
    now: Timestamp,
) -> Result<Secret, AppError> {
    let token = app.rng.token();
    let hash = token_hash(&token);
    let text = serde_json::to_string(payload).map_err(AppError::internal)?;
    let sealed = app.key.seal(&app.rng, &purpose.seal(), &text);
    let new = NewTicket {
        hash: hash.as_str(),
        purpose: purpose.name(),
        account_id: account,
        payload_sealed: sealed.as_str(),
        expires_at: now + purpose.lives(),
    };
    hub_db::ticket::insert(cx, new, now).await?;
    Ok(token)
}

/// Reads a ticket that stays; `None` if it was used, has ended or never was.
pub(super) async fn find<T: DeserializeOwned>(
    app: &App,
    cx: Cx<'_>,
    purpose: Purpose,
    token: &Secret,
    now: Timestamp,
) -> Result<Option<Found<T>>, AppError> {
    let found = hub_db::ticket::find(cx, token_hash(token).as_str(), purpose.name(), now).await?;
    found.map(|ticket| open(app, purpose, ticket)).transpose()
}

/// Reads a ticket and uses it up; `None` if it was used, has ended or never was.
pub(super) async fn take<T: DeserializeOwned>(
    app: &App,
    cx: Cx<'_>,
    purpose: Purpose,
    token: &Secret,
    now: Timestamp,
) -> Result<Option<Found<T>>, AppError> {
    let found = hub_db::ticket::take(cx, token_hash(token).as_str(), purpose.name(), now).await?;
    found.map(|ticket| open(app, purpose, ticket)).transpose()
}

/// A ticket that is listed: of the token only its hash is known.
pub(super) struct Listed<T> {
    /// SHA-256 of its token, by which it is found again; nothing can be opened with it.
    pub(super) hash: String,
    /// What it is about.
    pub(super) payload: T,
    /// When it was issued.
    pub(super) issued_at: Timestamp,
    /// When it ends.
    pub(super) expires_at: Timestamp,
}

/// The open tickets of nobody for `purpose`, newest first, at most `limit`.
pub(super) async fn of_nobody<T: DeserializeOwned>(
    app: &App,
    cx: Cx<'_>,
    purpose: Purpose,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<Listed<T>>, AppError> {
    let rows = hub_db::ticket::of_nobody(cx, purpose.name(), now, limit).await?;
    rows.into_iter().map(|row| listed(app, purpose, row)).collect()
}

/// Takes an open ticket of nobody away by its hash; `None` if it was used, has ended or never was.
pub(super) async fn take_by_hash<T: DeserializeOwned>(
    app: &App,
    cx: Cx<'_>,
    purpose: Purpose,
    hash: &str,
    now: Timestamp,
) -> Result<Option<T>, AppError> {
    let found = hub_db::ticket::take(cx, hash, purpose.name(), now).await?;
    found.map(|ticket| Ok(open::<T>(app, purpose, ticket)?.payload)).transpose()
}

fn listed<T: DeserializeOwned>(
    app: &App,
    purpose: Purpose,
    row: hub_db::ticket::Listed,
) -> Result<Listed<T>, AppError> {
    let ticket = hub_db::ticket::Ticket { account_id: None, payload_sealed: row.payload_sealed };
    let payload = open(app, purpose, ticket)?.payload;
    Ok(Listed { hash: row.hash, payload, issued_at: row.created_at, expires_at: row.expires_at })
}

/// Ends all tickets of an account for `purpose`.
pub(super) async fn end_all(cx: Cx<'_>, account: AccountId, purpose: Purpose) -> Result<(), AppError> {
    hub_db::ticket::end_all(cx, account, purpose.name()).await?;
    Ok(())
}

fn open<T: DeserializeOwned>(
    app: &App,
    purpose: Purpose,
    ticket: hub_db::ticket::Ticket,
) -> Result<Found<T>, AppError> {
    let text = app.key.open(&purpose.seal(), &Sealed::from_stored(ticket.payload_sealed));
    let text = text.map_err(AppError::internal)?;
    let payload = serde_json::from_str(text.expose()).map_err(AppError::internal)?;
    Ok(Found { account: ticket.account_id, payload })
}
