//! What was searched for, found again in a text: a piece of it around the first place, with all places marked.

use unicode_normalization::char::is_combining_mark;

use super::course::Piece;
use crate::i18n::folded;

/// Words of a search, folded: without case and marks.
#[derive(Clone, Debug, Default)]
pub struct Words(Vec<String>);

/// Words that are looked for in a text; nobody reads more marks.
const MOST_WORDS: usize = 12;
/// Characters before the first place in a piece that does not begin with the text.
const BEFORE: usize = 60;

impl Words {
    /// Reads the words of a search.
    pub fn of(search: &str) -> Self {
        let words = search.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(words.take(MOST_WORDS).map(folded).collect())
    }

    /// A word of a text matches as the index does it: whole or by its beginning.
    fn matches(&self, word: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        // Most words of most texts: there only the case is to be folded, and nothing to be written down for it.
        if word.is_ascii() {
            let begins = |wanted: &String| {
                word.as_bytes()
                    .get(..wanted.len())
                    .is_some_and(|beginning| beginning.eq_ignore_ascii_case(wanted.as_bytes()))
            };
            return self.0.iter().any(begins);
        }
        let word = folded(word);
        self.0.iter().any(|wanted| word.starts_with(wanted))
    }
}

/// At most about `max` characters of a text, from its beginning or from shortly before the first match.
pub fn excerpt(text: &str, words: &Words, max: usize) -> Vec<Piece> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let places = places(&text, words);
    let (start, lead) = match places.first() {
        Some(first) if text[..first.start].chars().count() > max / 2 => (begin(&text, first.start), "… "),
        _ => (0, ""),
    };
    let end = end(&text, start, max);
    let mut pieces = Vec::new();
    let mut add = |text: &str, marked| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    add(lead, false);
    let mut at = start;
    for place in places.iter().filter(|place| place.start >= start && place.end <= end) {
        add(&text[at..place.start], false);
        add(&text[place.clone()], true);
        at = place.end;
    }
    add(&text[at..end], false);
    if end < text.len() {
        add(" …", false);
    }
    pieces
}

fn places(text: &str, words: &Words) -> Vec<std::ops::Range<usize>> {
    let mut places = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() || is_combining_mark(c) {
            start.get_or_insert(at);
        } else if let Some(from) = start.take()
            && words.matches(&text[from..at])
        {
            places.push(from..at);
        }
    }
    places
}

/// A word's beginning some characters before `place`.
fn begin(text: &str, place: usize) -> usize {
    let near = text[..place].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    text[near..place].find(' ').map_or(near, |blank| near + blank + 1)
}

/// A word's end at most `max` characters after `start`.
fn end(text: &str, start: usize, max: usize) -> usize {
    let Some((far, _)) = text[start..].char_indices().nth(max) else { return text.len() };
    let far = start + far;
    text[start..far].rfind(' ').map_or(far, |blank| start + blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, search: &str, max: usize) -> String {
        let pieces = excerpt(text, &Words::of(search), max);
        pieces.iter().map(|p| if p.marked { format!("[{}]", p.text) } else { p.text.clone() }).collect()
    }

    #[test]
    fn words_are_marked_whole_or_by_their_beginning_without_case_and_marks() {
        assert_eq!(shown("A leaf, Leaves and cloverleaf", "LEA", 99), "A [leaf], [Leaves] and cloverleaf");
        assert_eq!(shown("L'Écluse d'hiver", "ecluse", 99), "L'[Écluse] d'hiver");
        assert_eq!(shown("مقدمة في المياه", "المياه", 99), "مقدمة في [المياه]");
        assert_eq!(shown("A leaf", "", 99), "A leaf");
    }

    #[test]
    fn a_late_match_moves_the_piece() {
        let text = format!("{}stomata open by day{}", "word ".repeat(60), " and more".repeat(30));
        let shown = shown(&text, "stoma", 100);
        assert!(
            shown.starts_with("… word") && shown.contains("[stomata] open") && shown.ends_with(" …"),
            "{shown}"
        );
    }

    #[test]
    fn a_text_without_blanks_is_cut_anyway() {
        assert_eq!(shown(&"ä".repeat(50), "", 10), format!("{} …", "ä".repeat(10)));
    }
}
