//! Sentences of use cases in other languages.
//!
//! A use case says in one English sentence why it refuses something: the command line and the classic protocols pass it
//! on as it is. Pages and mails say it in the reader's language. `locales/en/said.ftl` has every such sentence, with
//! `{ $name }` where something is filled in; one is known again by its words, and what stands in its gaps goes into the
//! sentence of the other language. A test of hub-web reads the sources here and fails for a sentence that has no line
//! there; refusals with a type of their own are said by their doors.

use std::sync::LazyLock;

/// All of them; those with most words first, so that the one that says most fits first.
static SENTENCES: LazyLock<Vec<Sentence>> = LazyLock::new(|| {
    let lines = include_str!("../../../locales/en/said.ftl").lines();
    let mut all: Vec<Sentence> = lines.filter_map(Sentence::read).collect();
    all.sort_by_key(|sentence| {
        std::cmp::Reverse(sentence.words.iter().map(|words| words.len()).sum::<usize>())
    });
    all
});

/// A sentence with gaps.
struct Sentence {
    key: &'static str,
    /// What stands before, between and behind the gaps; one more than there are gaps.
    words: Vec<&'static str>,
    /// Names of the gaps.
    gaps: Vec<&'static str>,
}

impl Sentence {
    /// Reads a line such as `said-key = words { $gap } words`.
    fn read(line: &'static str) -> Option<Self> {
        let (key, text) = line.split_once(" = ").filter(|_| !line.starts_with('#'))?;
        let mut pieces = text.split("{ $");
        let mut sentence = Self { key, words: vec![pieces.next()?], gaps: Vec::new() };
        for piece in pieces {
            let (gap, words) = piece.split_once(" }")?;
            sentence.gaps.push(gap);
            sentence.words.push(words);
        }
        Some(sentence)
    }

    /// What stands in the gaps, if the text is this sentence.
    fn values<'a>(&self, text: &'a str) -> Option<Vec<(&'static str, &'a str)>> {
        let (first, between) = self.words.split_first()?;
        let mut rest = text.strip_prefix(first)?;
        let Some((last, between)) = between.split_last() else { return rest.is_empty().then(Vec::new) };
        let mut values = Vec::with_capacity(self.gaps.len());
        for (gap, words) in self.gaps.iter().zip(between) {
            let (value, behind) = rest.split_once(words)?;
            values.push((*gap, value));
            rest = behind;
        }
        values.push((self.gaps.last()?, rest.strip_suffix(last)?));
        Some(values)
    }
}

/// What stands in the gaps of a sentence, with their names.
pub type Values<'a> = Vec<(&'static str, &'a str)>;

/// The key of a sentence, and what is filled in; `None` for a text that is none of them.
pub fn find(text: &str) -> Option<(&'static str, Values<'_>)> {
    SENTENCES.iter().find_map(|sentence| Some((sentence.key, sentence.values(text)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_found_by_its_own_words() {
        assert!(SENTENCES.len() > 100);
        for sentence in SENTENCES.iter() {
            let text = sentence.words.join("7");
            assert_eq!(find(&text).map(|found| found.0), Some(sentence.key), "{text}");
        }
    }
}
