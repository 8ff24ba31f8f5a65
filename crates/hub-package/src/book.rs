//! Which names an archive has used.

use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, RandomState};
use std::hash::{BuildHasher, Hasher};

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    Directory,
    File(Print),
}

/// A fingerprint of contents that holds for one pass only: a hash under a random key, so that nobody can
/// prepare two files that share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Print {
    hash: u64,
    length: u64,
}

impl Print {
    /// Length of the contents.
    pub(crate) fn length(self) -> u64 {
        self.length
    }
}

/// Makes a [`Print`].
pub(crate) struct Printer {
    hasher: DefaultHasher,
    length: u64,
}

impl Printer {
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.hasher.write(bytes);
        self.length += bytes.len() as u64;
    }

    pub(crate) fn finish(&self) -> Print {
        Print { hash: self.hasher.finish(), length: self.length }
    }
}

/// The names used so far, as hashes under a random key: a hundred thousand names must not cost memory.
#[derive(Debug, Default)]
pub(crate) struct Book {
    key: RandomState,
    exact: HashMap<u64, Entry>,
    folded: HashMap<u64, u64>,
}

impl Book {
    /// A printer under this book's key.
    pub(crate) fn printer(&self) -> Printer {
        Printer { hasher: self.key.build_hasher(), length: 0 }
    }

    /// What stands under `name`.
    pub(crate) fn find(&self, name: &[u8]) -> Option<Entry> {
        self.exact.get(&self.key.hash_one(name)).copied()
    }

    /// Writes `name` down. True if another name differs from it only in upper and lower case.
    pub(crate) fn add(&mut self, name: &[u8], entry: Entry) -> bool {
        let exact = self.key.hash_one(name);
        self.exact.insert(exact, entry);
        let folded = self.key.hash_one(name.to_ascii_lowercase());
        *self.folded.entry(folded).or_insert(exact) != exact
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_print_does_not_depend_on_how_the_bytes_were_cut() {
        let book = Book::default();
        let bytes: Vec<u8> = (0..1_000_u32).flat_map(u32::to_le_bytes).collect();
        let mut whole = book.printer();
        whole.update(&bytes);
        for size in [1, 3, 7, 8, 64, 999] {
            let mut cut = book.printer();
            bytes.chunks(size).for_each(|chunk| cut.update(chunk));
            assert_eq!(cut.finish(), whole.finish());
        }
    }

    #[test]
    fn names_that_differ_in_case_only_are_noticed() {
        let mut book = Book::default();
        assert!(!book.add(b"a/b", Entry::Directory));
        assert!(!book.add(b"a/b", Entry::Directory));
        assert!(book.add(b"A/b", Entry::Directory));
        assert_eq!(book.find(b"a/B"), None);
    }
}
