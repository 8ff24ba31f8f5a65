//! Clones: what one token says of the installation that uses it. A copied database has the same token, and says
//! something else.

use hub_core::address::SiteAddress;
use hub_core::site::{Site, limits};
use hub_core::text::cut_line;
use hub_db::Tx;
use hub_db::registration::Sighting;
use jiff::Timestamp;

use super::apply::Said;
use crate::AppError;

/// What an authenticated call said.
#[derive(Clone, Debug)]
pub(crate) enum Heard {
    /// The address the installation has.
    Address(String),
    /// Its Moodle release.
    Release(String),
    /// What one of its courses is: the site's own number and short name.
    Course(i64, String),
}

impl Heard {
    fn columns(&self) -> (String, String) {
        match self {
            Self::Address(key) => ("address".to_owned(), key.clone()),
            Self::Release(release) => ("release".to_owned(), release.clone()),
            Self::Course(number, name) => (format!("course {number}"), name.clone()),
        }
    }
}

/// What a registration or an update says of the installation it comes from, no longer than the hub keeps it anywhere:
/// PostgreSQL indexes no value of more than about 2,700 bytes.
pub(super) fn heard(address: Option<&SiteAddress>, said: &Said) -> Vec<Heard> {
    let address = address.map(|address| Heard::Address(address.key().to_owned()));
    let release = said.moodle_release.as_deref().map(|release| cut_line(release, limits::RELEASE));
    let release = release.filter(|release| !release.is_empty()).map(Heard::Release);
    address.into_iter().chain(release).collect()
}

/// Notes what was heard; marks the site as cloned when two installations speak. `site` is locked and changed, the
/// caller writes it.
pub(crate) async fn note(
    tx: &mut Tx,
    site: &mut Site,
    heard: &[Heard],
    now: Timestamp,
) -> Result<(), AppError> {
    let key = (site.id, site.identity);
    let before = hub_db::registration::sightings(tx.cx(), key).await?;
    let mut cloned = false;
    for one in heard {
        let (aspect, value) = one.columns();
        let of_aspect: Vec<&Sighting> = before.iter().filter(|sighting| sighting.aspect == aspect).collect();
        cloned |= shows_a_clone(one, &of_aspect, &value);
        hub_db::registration::sight(tx.cx(), key, &aspect, &value, now).await?;
    }
    if cloned && site.cloned_at.is_none() {
        site.cloned_at = Some(now);
    }
    Ok(())
}

/// Two addresses speak for themselves. A release or a course's name may change once, by an upgrade or a rename; going
/// back to an earlier one after another was heard means that both are still there.
fn shows_a_clone(heard: &Heard, before: &[&Sighting], value: &str) -> bool {
    match heard {
        Heard::Address(_) => before.iter().any(|sighting| sighting.value != value),
        Heard::Release(_) | Heard::Course(..) => {
            let this = before.iter().find(|sighting| sighting.value == value);
            this.is_some_and(|this| {
                before.iter().any(|other| other.value != value && other.last_at > this.last_at)
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sighting(value: &str, last: i64) -> Sighting {
        let at = Timestamp::from_second(last).unwrap();
        Sighting { aspect: String::new(), value: value.to_owned(), first_at: at, last_at: at, times: 1 }
    }

    #[test]
    fn an_upgrade_is_no_clone_and_going_back_is_one() {
        let (old, new) = (sighting("3.3", 1), sighting("3.4", 2));
        assert!(!shows_a_clone(&Heard::Release("3.4".into()), &[&old], "3.4"));
        assert!(!shows_a_clone(&Heard::Release("3.4".into()), &[&old, &new], "3.4"));
        assert!(shows_a_clone(&Heard::Release("3.3".into()), &[&old, &new], "3.3"));
    }

    #[test]
    fn two_addresses_are_a_clone() {
        let first = sighting("http://a.example", 1);
        assert!(!shows_a_clone(&Heard::Address("http://a.example".into()), &[&first], "http://a.example"));
        assert!(shows_a_clone(&Heard::Address("http://b.example".into()), &[&first], "http://b.example"));
    }
}
