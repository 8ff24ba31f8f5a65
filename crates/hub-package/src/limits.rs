//! The limits a pass keeps.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;
const GIB: u64 = 1024 * MIB;

/// What a package may cost. The defaults are those of the package notes, section 13, where each is weighed
/// against 127 real packages ("corpus"); a report carries the limits it was made under.
///
/// Sizes are bytes. Memory stays below 64 MiB above the caller's baseline whatever the package claims, as
/// long as [`Limits::members`], [`Limits::text_node`] and [`Limits::kept_text`] keep their defaults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Largest upload: 2 GiB. Real courses are mostly far below 5 MB, those full of media 80 to 170 MB.
    pub upload: u64,
    /// Everything inflated, at most, whatever the upload's size: 20 GiB.
    pub unpacked: u64,
    /// What may be inflated however small the upload is: 256 MiB.
    pub unpacked_floor: u64,
    /// Between floor and ceiling, this many times the upload: 100. Worst honest package of the corpus: 70.6.
    pub unpacked_ratio: u64,
    /// Ratio of one member, produced to consumed: 250. Worst honest member of the corpus: 87.5.
    pub member_ratio: u64,
    /// A member's ratio is looked at once it produced this much: 1 MiB.
    pub member_ratio_after: u64,
    /// Members, directories included: 100 000. Corpus: 1 142.
    pub members: u64,
    /// Length of a member's name in bytes: 255. Corpus: 59.
    pub name_bytes: usize,
    /// Components of a member's name: 16. Corpus: 5.
    pub name_components: usize,
    /// Size of `moodle_backup.xml`: 32 MiB. Corpus: 55 kB.
    pub backup_xml: u64,
    /// Activities `moodle_backup.xml` may list before a warning says that this is no real course: 20 000.
    pub activities: u64,
    /// The same for sections: 5 000. No more than this many are kept.
    pub sections: u64,
    /// The same for settings: 200 000.
    pub settings: u64,
    /// Size of one small parsed member (`course.xml`, `section.xml`, `module.xml`): 16 MiB.
    pub small_xml: u64,
    /// Size of one large parsed member (`users.xml`, `files.xml`, `questions.xml`): 256 MiB.
    pub large_xml: u64,
    /// All XML of a package together: 1 GiB.
    pub all_xml: u64,
    /// XML events of a package together: 50 million.
    pub xml_events: u64,
    /// One text node, comment or tag: 10 000 000 bytes, the limit of libxml2 that Moodle itself obeys.
    pub text_node: usize,
    /// Depth of XML: 64. Corpus: 14.
    pub depth: usize,
    /// Attributes of one element: 32.
    pub attributes: usize,
    /// Length of an element's or attribute's name in bytes: 256.
    pub xml_name: usize,
    /// Characters kept of a title: 1 024.
    pub title_chars: usize,
    /// Characters kept of a course's summary: 65 536.
    pub summary_chars: usize,
    /// Characters kept of any other text: 4 096.
    pub text_chars: usize,
    /// Bytes of text kept in all; later texts are cut to nothing: 8 MiB.
    pub kept_text: usize,
    /// Characters kept of a text of an activity: 65 536.
    pub activity_text_chars: usize,
    /// Bytes of texts of activities kept in all: 4 MiB.
    pub kept_activity_text: usize,
    /// Work of searching texts and files for active content: one for every four bytes and 32 for every `<`, since
    /// tags cost most. 512 million, a few seconds at worst; ordinary courses need a hundredth.
    pub search_work: u64,
    /// Activities kept for the outline: 2 000. Counts stay exact.
    pub kept_activities: usize,
    /// Findings kept per code: 100. Counts stay exact.
    pub findings_per_code: usize,
    /// Wall time of one pass: 120 s. Past it the pass returns [`crate::Unreadable::OutOfTime`].
    #[serde(with = "seconds")]
    pub wall_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            upload: 2 * GIB,
            unpacked: 20 * GIB,
            unpacked_floor: 256 * MIB,
            unpacked_ratio: 100,
            member_ratio: 250,
            member_ratio_after: MIB,
            members: 100_000,
            name_bytes: 255,
            name_components: 16,
            backup_xml: 32 * MIB,
            activities: 20_000,
            sections: 5_000,
            settings: 200_000,
            small_xml: 16 * MIB,
            large_xml: 256 * MIB,
            all_xml: GIB,
            xml_events: 50_000_000,
            text_node: 10_000_000,
            depth: 64,
            attributes: 32,
            xml_name: 256,
            title_chars: 1_024,
            summary_chars: 65_536,
            text_chars: 4_096,
            kept_text: 8 * 1_024 * 1_024,
            activity_text_chars: 65_536,
            kept_activity_text: 4 * 1_024 * 1_024,
            search_work: 512_000_000,
            kept_activities: 2_000,
            findings_per_code: 100,
            wall_time: Duration::from_mins(2),
        }
    }
}

impl Limits {
    /// What an upload of `upload_bytes` may inflate to: the ratio of the upload, but never less than the
    /// floor and never more than the ceiling.
    pub fn unpacked_for(&self, upload_bytes: u64) -> u64 {
        upload_bytes.saturating_mul(self.unpacked_ratio).max(self.unpacked_floor).min(self.unpacked)
    }
}

/// A duration as whole seconds in JSON.
mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(time.as_secs())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
        u64::deserialize(from).map(Duration::from_secs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_upload_may_inflate_to_the_floor_and_a_huge_one_to_the_ceiling() {
        let limits = Limits::default();
        assert_eq!(limits.unpacked_for(10), 256 * MIB);
        assert_eq!(limits.unpacked_for(10 * MIB), 1_000 * MIB);
        assert_eq!(limits.unpacked_for(u64::MAX), 20 * GIB);
    }
}
