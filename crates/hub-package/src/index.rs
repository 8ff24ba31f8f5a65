//! `.ARCHIVE_INDEX`, the list that Moodle puts in front of a tar (package notes, section 1). It is a claim: it
//! is compared with what the archive holds, and never trusted.

use std::hash::{BuildHasher, RandomState};

use crate::container::Body;
use crate::name::Name;
use crate::stop::Stop;

/// Longest line: a name, a size and a time.
const LINE_BYTES: usize = 1_024;

const TITLE: &str = "Moodle archive file index. Count: ";

/// A list of entries as their number and the sum of their hashes, which does not depend on the order and costs
/// no memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Listing {
    count: u64,
    sum: u64,
}

impl Listing {
    /// Adds an entry; the size of a directory is 0.
    pub(crate) fn add(&mut self, key: &RandomState, path: &str, directory: bool, size: u64) {
        self.count += 1;
        self.sum = self.sum.wrapping_add(key.hash_one((path, directory, size)));
    }

    /// The same for a member.
    pub(crate) fn add_member(&mut self, key: &RandomState, name: &Name, directory: bool, size: u64) {
        if !name.text.is_empty() && name.text != ".ARCHIVE_INDEX" {
            self.add(key, &name.text, directory, size);
        }
    }

    /// How many entries there are.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }
}

/// What an archive's index says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Index {
    /// There is none.
    #[default]
    Missing,
    /// It is no index.
    Unreadable,
    /// What it lists.
    Lists(Listing),
}

/// Reads the index out of `body`.
pub(crate) fn read(body: &mut dyn Body, key: &RandomState) -> Result<Index, Stop> {
    let mut listing = Listing::default();
    let mut announced = None;
    let mut line = Vec::new();
    let mut buffer = vec![0; 16 * 1024];
    loop {
        let count = body.read_some(&mut buffer)?;
        if count == 0 {
            break;
        }
        for byte in &buffer[..count] {
            if *byte != b'\n' {
                if line.len() == LINE_BYTES {
                    return Ok(Index::Unreadable);
                }
                line.push(*byte);
                continue;
            }
            let Ok(text) = std::str::from_utf8(&line) else { return Ok(Index::Unreadable) };
            match announced {
                None => {
                    let Some(number) = text.strip_prefix(TITLE).and_then(|number| number.parse::<u64>().ok())
                    else {
                        return Ok(Index::Unreadable);
                    };
                    announced = Some(number);
                }
                Some(_) => match parse_line(text) {
                    Some((path, directory, size)) => listing.add(key, path, directory, size),
                    None => return Ok(Index::Unreadable),
                },
            }
            line.clear();
        }
    }
    let complete = line.is_empty() && announced == Some(listing.count);
    Ok(if complete { Index::Lists(listing) } else { Index::Unreadable })
}

/// `<path>\t<f|d>\t<size>\t<mtime or ?>`.
fn parse_line(line: &str) -> Option<(&str, bool, u64)> {
    let mut parts = line.split('\t');
    let (path, kind, size, _time) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let directory = match kind {
        "d" => true,
        "f" => false,
        _ => return None,
    };
    let size = size.parse().ok()?;
    parts.next().is_none().then_some((path.strip_suffix('/').unwrap_or(path), directory, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Bytes<'b>(&'b [u8]);

    impl Body for Bytes<'_> {
        fn read_some(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
            let count = self.0.len().min(into.len()).min(7);
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    #[test]
    fn an_index_is_compared_without_regard_to_order() {
        let key = RandomState::new();
        let text = format!("{TITLE}2\nactivities/\td\t0\t?\nroles.xml\tf\t17\t1356998400\n");
        let read = |text: &str| read(&mut Bytes(text.as_bytes()), &key).unwrap();
        let mut own = Listing::default();
        own.add(&key, "roles.xml", false, 17);
        own.add(&key, "activities", true, 0);
        assert_eq!(read(&text), Index::Lists(own));
        assert_ne!(read(&text.replace("17", "18")), Index::Lists(own));
        for bad in [
            text.replace("Count: 2", "Count: 3"),
            text.replace("\tf\t", "\tx\t"),
            "x".repeat(5_000),
            String::new(),
        ] {
            assert_eq!(read(&bad), Index::Unreadable, "{bad}");
        }
    }
}
