//! What counts as a word, and which letters count as the same.
//!
//! Documents and searches pass through the same functions, so a change here needs a new
//! [`schema::VERSION`](crate::schema::VERSION).

use hub_core::fold::is_of_word;
pub(crate) use hub_core::fold::{fold, sort_key};

/// Longer words are cut here, in documents as in searches: nobody types more, and pasted data would swell the
/// dictionary.
const MAX_WORD_CHARS: usize = 64;

/// A word of a search and how it has to match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A word, or the beginning of one.
    Beginning(String),
    /// Exactly this: a pair of characters from inside a text without spaces.
    Whole(String),
}

/// The words of a text as they stand in the index, repeats included: spaced words as they are, unspaced writing
/// as overlapping pairs of characters plus the last one alone, so that every character begins some entry.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_run(&fold(text), |run| match run {
        Run::Spaced(word) => words.push(cut(word).to_owned()),
        Run::Unspaced(run) => {
            words.extend(pairs(run));
            words.extend(run.chars().last().map(String::from));
        }
    });
    words
}

/// Words of a search that are looked at: a page pasted into the search box must not cost a thousand look-ups.
const MOST_WANTED: usize = 32;

/// The words of a search, each once, at most [`MOST_WANTED`].
pub(crate) fn wanted(text: &str) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = Vec::new();
    let mut want = |word: Wanted| {
        if wanted.len() < MOST_WANTED && !wanted.contains(&word) {
            wanted.push(word);
        }
    };
    each_run(&fold(text), |run| match run {
        Run::Spaced(word) => want(Wanted::Beginning(cut(word).to_owned())),
        Run::Unspaced(run) if run.chars().nth(1).is_none() => want(Wanted::Beginning(run.to_owned())),
        Run::Unspaced(run) => pairs(run).map(Wanted::Whole).for_each(&mut want),
    });
    wanted
}

enum Run<'a> {
    Spaced(&'a str),
    Unspaced(&'a str),
}

fn each_run<'a>(folded: &'a str, mut visit: impl FnMut(Run<'a>)) {
    for run in folded.split(|letter| !is_of_word(letter)) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let unspaced = is_unspaced(first);
            let end = rest.find(|letter| is_unspaced(letter) != unspaced).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            visit(if unspaced { Run::Unspaced(part) } else { Run::Spaced(part) });
            rest = after;
        }
    }
}

fn pairs(run: &str) -> impl Iterator<Item = String> {
    run.chars().zip(run.chars().skip(1)).map(|(first, second)| String::from_iter([first, second]))
}

fn cut(word: &str) -> &str {
    word.char_indices().nth(MAX_WORD_CHARS).map_or(word, |(end, _)| &word[..end])
}

/// Scripts written without spaces between words (Chinese, Japanese, Thai, Lao, Burmese, Khmer), and Korean, whose
/// spaces do not separate what people search for.
fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{0e00}'..='\u{0eff}'       // Thai, Lao
        | '\u{1000}'..='\u{109f}'     // Burmese
        | '\u{1100}'..='\u{11ff}'     // Korean letters
        | '\u{1780}'..='\u{17ff}'     // Khmer
        | '\u{3005}'..='\u{3007}'     // Chinese iteration mark, zero
        | '\u{3040}'..='\u{31ff}'     // Japanese syllables, Bopomofo, Korean letters
        | '\u{3400}'..='\u{9fff}'     // Chinese characters
        | '\u{a960}'..='\u{a97f}'     // Korean letters
        | '\u{ac00}'..='\u{d7ff}'     // Korean syllables and letters
        | '\u{f900}'..='\u{faff}'     // Chinese characters
        | '\u{20000}'..='\u{3ffff}') // Chinese characters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn beginnings(words: &[&str]) -> Vec<Wanted> {
        words.iter().map(|word| Wanted::Beginning((*word).to_owned())).collect()
    }

    #[test]
    fn case_accents_and_ligatures_do_not_matter() {
        for (written, plain) in [
            ("Élève", "eleve"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("İstanbul ıssız", "istanbul issiz"),
            ("Ærø", "aero"),
            ("ﬁnal Ｆｕｌｌ", "final full"),
            ("Σίσυφος", "σισυφοσ"),
            ("ёлка", "елка"),
            ("Tiếng Việt", "tieng viet"),
        ] {
            assert_eq!(fold(written), plain, "{written}");
        }
    }

    #[test]
    fn arabic_letter_forms_and_vowel_points_do_not_matter() {
        assert_eq!(fold("مُحَمَّد"), fold("محمد"));
        assert_eq!(fold("كتـــاب"), fold("كتاب"));
        assert_eq!(fold("إسلام"), fold("اسلام"));
        assert_eq!(fold("مدرسة"), fold("مدرسه"));
        assert_eq!(fold("على"), fold("علي"));
        assert_eq!(fold("کتاب"), fold("كتاب"));
        assert_eq!(fold("٢٠٢٤ ۲۰۲۴"), "2024 2024");
    }

    #[test]
    fn marks_that_make_another_letter_stay() {
        assert_ne!(fold("がく"), fold("かく"));
        assert_ne!(fold("की"), fold("क"));
        assert_eq!(fold("한국"), "한국");
        assert_eq!(words("हिन्दी भाषा").len(), 2);
    }

    #[test]
    fn words_are_split_at_everything_that_is_no_letter_or_digit() {
        assert_eq!(
            words("L'école: physics/chemistry (2nd-year)_x"),
            ["l", "ecole", "physics", "chemistry", "2nd", "year", "x"]
        );
        assert_eq!(words(" \t,.-–—„“ "), [""; 0]);
    }

    #[test]
    fn unspaced_writing_becomes_pairs() {
        assert_eq!(words("日本語"), ["日本", "本語", "語"]);
        assert_eq!(wanted("日本"), [Wanted::Whole("日本".to_owned())]);
        assert_eq!(wanted("日"), beginnings(&["日"]));
        assert_eq!(words("3年B組"), ["3", "年", "b", "組"]);
    }

    #[test]
    fn a_search_wants_each_word_once() {
        assert_eq!(wanted("to be, or not To BE"), beginnings(&["to", "be", "or", "not"]));
    }

    #[test]
    fn names_sort_without_case_accents_and_punctuation_and_numbers_by_value() {
        let mut names = ["Zebra", "Äpfel", "apples", "Unit 10", "unit 9", "«Birnen»"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Äpfel", "apples", "«Birnen»", "unit 9", "Unit 10", "Zebra"]);
    }

    proptest! {
        #[test]
        fn no_word_is_empty_long_or_has_a_space(text in "\\PC{0,200}") {
            for word in words(&text) {
                prop_assert!(!word.is_empty());
                prop_assert!(word.chars().count() <= MAX_WORD_CHARS);
                prop_assert!(!word.contains(char::is_whitespace));
            }
        }

        #[test]
        fn what_a_text_wants_is_among_its_own_words(text in "[\\p{Latin}\\p{Arabic}\\p{Han}\\p{Hangul}\\p{Thai} ]{0,40}") {
            let words = words(&text);
            for wanted in wanted(&text) {
                let (Wanted::Beginning(word) | Wanted::Whole(word)) = wanted;
                prop_assert!(words.contains(&word), "{word} is not in {words:?}");
            }
        }
    }
}
