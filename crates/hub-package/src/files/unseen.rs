//! What of a package nobody can be shown.

use infer::MatcherType;
use serde::{Deserialize, Serialize};

/// Items that are told; their number is exact.
pub(super) const UNSEEN: usize = 500;

/// A file that the hub cannot show to people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unseen {
    /// Why.
    pub kind: UnseenKind,
    /// The member, see [`crate::Picture::place`].
    pub place: String,
    /// Its name, if it is known and not a user's file. Escape it on output.
    pub name: Option<String>,
    /// Bytes; 0 if not known.
    pub size_bytes: u64,
}

/// Why something cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnseenKind {
    /// A film.
    Video,
    /// A recording.
    Audio,
    /// A document: PDF, office, e-book. Pictures and macros in those that are zips are looked at all the same.
    Document,
    /// A picture of a kind that browsers do not all show, or a drawing that could run script.
    Picture,
    /// An archive of another kind than zip, or one inside another.
    Archive,
    /// It needs a password.
    Encrypted,
    /// A zip that does not fit together, or goes beyond a limit.
    Damaged,
}

/// Whether a file of this type cannot be shown. Zips are looked into instead.
pub(super) fn kind(matcher: MatcherType, media_type: &str) -> Option<UnseenKind> {
    match matcher {
        MatcherType::Video => Some(UnseenKind::Video),
        MatcherType::Audio => Some(UnseenKind::Audio),
        MatcherType::Doc | MatcherType::Book => Some(UnseenKind::Document),
        MatcherType::Image if !is_shown(media_type) => Some(UnseenKind::Picture),
        MatcherType::Archive => match media_type {
            "application/zip" => None,
            "application/pdf" => Some(UnseenKind::Document),
            _ => Some(UnseenKind::Archive),
        },
        _ => None,
    }
}

/// Pictures that are decoded and written anew for people.
pub(super) fn is_shown(media_type: &str) -> bool {
    matches!(media_type, "image/png" | "image/jpeg" | "image/gif" | "image/webp")
}
