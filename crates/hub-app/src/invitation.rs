//! Invitations: codes that let sites register on a hub that asks for one. The code is shown once, when it is made.

use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::text::cut_line;
use hub_core::{InvitationId, SiteId};
use hub_db::Tx;
pub use hub_db::invitation::Invitation;
use jiff::{SignedDuration, Timestamp};

use crate::outside::crypto::token_hash;
use crate::outside::random::Rng;
use crate::{App, AppError, FieldErrors, Missing};

/// Characters of a code, in groups of five: 31^15, more than 74 bits, so that its plain hash tells nothing.
const CODE_CHARS: usize = 15;
/// Characters of a note.
const NOTE_CHARS: usize = 200;
/// Uses of one invitation at most, and days it lives.
const MOST: u32 = 36_500;
/// Most invitations listed.
const MOST_LISTED: i64 = 1000;

/// What an invitation is to be.
#[derive(Clone, Debug, Default)]
pub struct NewInvitation {
    /// For whom, in staff's words; may be empty.
    pub note: String,
    /// How many sites may register with it; `None`: any number.
    pub uses: Option<u32>,
    /// Days until it opens nothing any more; `None`: never.
    pub days: Option<u32>,
}

/// Makes an invitation; gives its code, which nobody can read again.
///
/// # Errors
/// `Invalid` for numbers of uses or days outside 1 to 36500.
pub async fn make(app: &App, actor: Actor, new: &NewInvitation) -> Result<(InvitationId, Secret), AppError> {
    let mut errors = FieldErrors::default();
    for (field, number) in [("uses", new.uses), ("days", new.days)] {
        if number.is_some_and(|number| !(1..=MOST).contains(&number)) {
            errors.add(field, format!("a whole number from 1 to {MOST}, or nothing"));
        }
    }
    errors.into_result()?;
    let now = app.clock.now();
    let code = new_code(&app.rng);
    let note = cut_line(&new.note, NOTE_CHARS);
    let expires_at = new.days.map(|days| now + SignedDuration::from_hours(24 * i64::from(days)));
    let mut tx = app.db.begin().await?;
    let uses = new.uses.map(i64::from);
    let id = hub_db::invitation::insert(tx.cx(), &hash(&code), &note, uses, expires_at, now).await?;
    let after = serde_json::json!({ "invitation": id, "note": note, "uses": uses, "expires_at": expires_at });
    let act = Act::new("invitation.made", Thing::Hub).after(after);
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Settings, now).await?;
    tx.commit().await?;
    Ok((id, code))
}

/// The newest invitations first, those that open nothing any more included.
pub async fn list(app: &App) -> Result<Vec<Invitation>, AppError> {
    Ok(hub_db::invitation::list(app.db.read().await?.cx(), MOST_LISTED).await?)
}

/// Takes an invitation back; sites that registered with it stay. Gives whether it was open before.
///
/// # Errors
/// `NotFound`.
pub async fn revoke(app: &App, actor: Actor, id: InvitationId) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let found = hub_db::invitation::by_id(tx.cx(), id).await?;
    let invitation = found.ok_or(AppError::NotFound(Missing::Invitation))?;
    if !hub_db::invitation::revoke(tx.cx(), id, now).await? {
        return Ok(false);
    }
    let before = serde_json::json!({ "invitation": id, "note": invitation.note, "used": invitation.used });
    let act = Act::new("invitation.revoked", Thing::Hub).before(before);
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whether a site may register with this code now.
pub(crate) async fn is_open(app: &App, code: &Secret) -> Result<bool, AppError> {
    let found = hub_db::invitation::by_hash(app.db.read().await?.cx(), &hash(code)).await?;
    Ok(found.is_some_and(|invitation| invitation.is_open(app.clock.now())))
}

/// Uses a code for a site, in the transaction of its registration.
///
/// # Errors
/// `Conflict` if another site took the last use meanwhile.
pub(crate) async fn spend(
    tx: &mut Tx,
    site: SiteId,
    code: Option<&Secret>,
    now: Timestamp,
) -> Result<(), AppError> {
    let spent = match code {
        Some(code) => hub_db::invitation::spend(tx.cx(), &hash(code), now).await?,
        None => None,
    };
    let Some(id) = spent else {
        return Err(AppError::Conflict(
            "this invitation was used by another site at this very moment".to_owned(),
        ));
    };
    let act = Act::new("invitation.used", Thing::Site(site)).after(serde_json::json!({ "invitation": id }));
    Ok(hub_db::audit::record(tx.cx(), Actor::Visitor, &act, now).await?)
}

/// People type codes with and without hyphens, and phones begin with a capital.
fn hash(code: &Secret) -> String {
    let kept = code.expose().chars().filter(char::is_ascii_alphanumeric);
    let bare: String = kept.map(|character| character.to_ascii_lowercase()).collect();
    token_hash(&Secret::new(bare.as_str())).as_str().to_owned()
}

fn new_code(rng: &Rng) -> Secret {
    let letters = format!("{}{}", rng.short_code(), rng.short_code());
    let groups = letters.as_bytes()[..CODE_CHARS].chunks(5).map(String::from_utf8_lossy);
    Secret::new(groups.collect::<Vec<_>>().join("-").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        let code = new_code(&Rng::system());
        assert_eq!(code.expose().len(), CODE_CHARS + 2);
        let typed = format!(" {} ", code.expose().replace('-', "").to_uppercase());
        assert_eq!(hash(&code), hash(&Secret::new(typed.as_str())));
    }
}
