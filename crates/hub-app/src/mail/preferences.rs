//! What a receiver wants: read and changed by the token in each mail, without signing in.
//!
//! A receiver is an address, known by its hash; accounts count by theirs. The token is the address and the kind of the
//! mail, sealed with the data folder's key: it cannot be guessed, and nothing needs to be kept for it.

use hub_core::notice::{Delivery, Kind};
use hub_core::text::EmailAddress;

use crate::outside::crypto::{Sealed, Sha256Hex};
use crate::{App, AppError, Missing};

/// What tokens are sealed for.
const PURPOSE: &str = "mail preferences";
/// Stands for all kinds that have no row of their own.
const ALL: &str = "*";
/// Characters of a token at most: an address has 254 (RFC 5321), and sealing adds a third and 40.
const TOKEN_CHARS: usize = 500;

/// What a receiver chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Whose.
    pub address: EmailAddress,
    /// The kind of mail the token came with.
    pub kind: Kind,
    /// Each kind that may be switched off, with what they chose.
    pub choices: Vec<(Kind, Delivery)>,
}

/// How an address is known in the table: SHA-256 of its lower case.
pub(crate) fn receiver(address: &EmailAddress) -> String {
    Sha256Hex::of(address.as_str().to_lowercase().as_bytes()).as_str().to_owned()
}

/// What the rows say of a kind.
pub(super) fn choice(rows: &[(String, String)], kind: Kind) -> Delivery {
    let of = |name: &str| rows.iter().find(|(key, _)| key == name).and_then(|(_, d)| Delivery::from_name(d));
    of(kind.name()).or_else(|| of(ALL)).unwrap_or_default()
}

/// The token of a mail of this kind to this address.
pub(crate) fn token(app: &App, address: &EmailAddress, kind: Kind) -> String {
    app.key.seal(&app.rng, PURPOSE, &format!("{} {}", kind.name(), address.as_str())).as_str().to_owned()
}

fn open(app: &App, token: &str) -> Result<(EmailAddress, Kind), AppError> {
    let unknown = || AppError::NotFound(Missing::Link);
    if token.len() > TOKEN_CHARS {
        return Err(unknown());
    }
    let opened = app.key.open(PURPOSE, &Sealed::from_stored(token.to_owned())).map_err(|_| unknown())?;
    let (kind, address) = opened.expose().split_once(' ').ok_or_else(unknown)?;
    Ok((EmailAddress::parse(address).ok_or_else(unknown)?, Kind::from_name(kind).ok_or_else(unknown)?))
}

/// What the token's receiver chose.
///
/// # Errors
/// `NotFound` for a token that is none of ours.
pub async fn read(app: &App, token: &str) -> Result<Preferences, AppError> {
    let (address, kind) = open(app, token)?;
    let choices = of_address(app, &address).await?;
    Ok(Preferences { address, kind, choices })
}

/// Whether somebody at this address gets what is only for the hub's staff.
///
/// # Errors
/// Only ours.
pub async fn is_staff(app: &App, address: &EmailAddress) -> Result<bool, AppError> {
    if app.policy().contact_email.eq_ignore_ascii_case(address.as_str()) {
        return Ok(true);
    }
    match crate::account::by_email(app, address.as_str()).await {
        Ok(account) => Ok(account.role.is_staff()),
        Err(AppError::NotFound(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// What an address chose for each kind that may be switched off.
///
/// # Errors
/// Only ours.
pub async fn of_address(app: &App, address: &EmailAddress) -> Result<Vec<(Kind, Delivery)>, AppError> {
    let rows = hub_db::mail::preferences(app.db.read().await?.cx(), &receiver(address)).await?;
    let switchable = Kind::ALL.iter().copied().filter(|kind| kind.may_be_switched_off());
    Ok(switchable.filter(|kind| *kind != Kind::Digest).map(|kind| (kind, choice(&rows, kind))).collect())
}

/// Keeps choices of an address; kinds that cannot be switched off are passed over.
///
/// # Errors
/// Only ours.
pub async fn set_for(
    app: &App,
    address: &EmailAddress,
    choices: &[(Kind, Delivery)],
) -> Result<(), AppError> {
    let (now, receiver) = (app.clock.now(), receiver(address));
    let mut tx = app.db.begin().await?;
    for (kind, delivery) in choices.iter().filter(|(kind, _)| kind.may_be_switched_off()) {
        hub_db::mail::prefer(tx.cx(), &receiver, kind.name(), delivery.name(), now).await?;
    }
    Ok(tx.commit().await?)
}

/// Gives what one address chose to another, which forgets its own: an account has got another address.
pub(crate) async fn moved(mut cx: hub_db::Cx<'_>, from: &str, to: &str) -> Result<(), AppError> {
    let (Some(from), Some(to)) = (EmailAddress::parse(from), EmailAddress::parse(to)) else { return Ok(()) };
    let (from, to) = (receiver(&from), receiver(&to));
    if from != to {
        hub_db::mail::forget_preferences(cx.again(), &to).await?;
        hub_db::mail::move_preferences(cx, &from, &to).await?;
    }
    Ok(())
}

/// Keeps choices of the token's receiver; kinds that cannot be switched off are passed over.
///
/// # Errors
/// `NotFound` for a token that is none of ours.
pub async fn set(app: &App, token: &str, choices: &[(Kind, Delivery)]) -> Result<(), AppError> {
    let (address, _) = open(app, token)?;
    set_for(app, &address, choices).await
}

/// One click: no more mails of the kind the token came with; of a digest, no more of any kind.
///
/// # Errors
/// `NotFound` for a token that is none of ours.
pub async fn unsubscribe(app: &App, token: &str) -> Result<(), AppError> {
    let (address, kind) = open(app, token)?;
    let (now, receiver) = (app.clock.now(), receiver(&address));
    let mut tx = app.db.begin().await?;
    if kind == Kind::Digest {
        hub_db::mail::forget_preferences(tx.cx(), &receiver).await?;
        hub_db::mail::prefer(tx.cx(), &receiver, ALL, Delivery::Never.name(), now).await?;
    } else if kind.may_be_switched_off() {
        hub_db::mail::prefer(tx.cx(), &receiver, kind.name(), Delivery::Never.name(), now).await?;
    }
    Ok(tx.commit().await?)
}
