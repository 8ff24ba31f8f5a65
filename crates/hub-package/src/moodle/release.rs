//! Which Moodle a backup comes from (package notes, section 6).

/// First version date of each branch. Data, not code: two are added a year, and a date after the last one
/// counts as the last.
const BRANCHES: &[(u32, &str)] = &[
    (2_010_112_400, "2.0"),
    (2_011_070_100, "2.1"),
    (2_011_120_500, "2.2"),
    (2_012_062_500, "2.3"),
    (2_012_120_300, "2.4"),
    (2_013_051_400, "2.5"),
    (2_013_111_800, "2.6"),
    (2_014_051_200, "2.7"),
    (2_014_111_000, "2.8"),
    (2_015_051_100, "2.9"),
    (2_015_111_600, "3.0"),
    (2_016_052_300, "3.1"),
    (2_016_120_500, "3.2"),
    (2_017_051_500, "3.3"),
    (2_017_111_300, "3.4"),
    (2_018_051_700, "3.5"),
    (2_018_120_300, "3.6"),
    (2_019_052_000, "3.7"),
    (2_019_111_800, "3.8"),
    (2_020_061_500, "3.9"),
    (2_020_110_900, "3.10"),
    (2_021_051_700, "3.11"),
    (2_022_041_900, "4.0"),
    (2_022_112_800, "4.1"),
    (2_023_042_400, "4.2"),
    (2_023_100_900, "4.3"),
    (2_024_042_200, "4.4"),
    (2_024_100_700, "4.5"),
    (2_025_041_400, "5.0"),
    (2_025_100_600, "5.1"),
    (2_026_042_000, "5.2"),
];

/// The branch, such as `4.5`, from the release's text or else from the version's date.
pub(crate) fn branch(release: Option<&str>, version: Option<&str>) -> Option<String> {
    release.and_then(branch_of_release).or_else(|| version.and_then(branch_of_version))
}

/// `4.5.3+ (Build: 20250326)` → `4.5`. Distributions write other things; those give nothing.
fn branch_of_release(release: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let major = digits(release);
    let minor_at = release.get(major..)?.strip_prefix('.')?;
    let minor = digits(minor_at);
    if !(1..=2).contains(&major) || !(1..=2).contains(&minor) {
        return None;
    }
    Some(format!("{}.{}", &release[..major], &minor_at[..minor]))
}

/// `YYYYMMDDXX` with an optional fraction.
fn branch_of_version(version: &str) -> Option<String> {
    let whole = version.split('.').next()?;
    if whole.len() != 10 {
        return None;
    }
    let date: u32 = whole.parse().ok()?;
    let (_, branch) = BRANCHES.iter().rev().find(|(first, _)| *first <= date)?;
    Some((*branch).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_the_corpus_give_their_branch() {
        for (release, expected) in [
            ("4.5.3+ (Build: 20250326)", "4.5"),
            ("3.5 (Build: 20180517)", "3.5"),
            ("3.1.10+", "3.1"),
            ("2.8beta (Build: 20141016)", "2.8"),
            ("4.1dev+ (Build: 20220707)", "4.1"),
            ("2.3dev", "2.3"),
            ("3.10.4", "3.10"),
        ] {
            assert_eq!(branch(Some(release), None).as_deref(), Some(expected), "{release}");
        }
    }

    #[test]
    fn a_release_that_says_nothing_gives_way_to_the_version() {
        for (version, expected) in [
            ("2013111811.01", Some("2.6")),
            ("2023080400", Some("4.2")),
            ("2099010100", Some("5.2")),
            ("2009010100", None),
            ("20131118", None),
            ("garbage", None),
        ] {
            assert_eq!(branch(Some("Workplace"), Some(version)).as_deref(), expected, "{version}");
        }
    }
}
