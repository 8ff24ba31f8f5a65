//! What counts as a word, and which letters count as the same.
//!
//! Documents and searches pass through the same functions, so a change here needs a new
//! [`schema::VERSION`](crate::schema::VERSION).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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

/// Makes equal what people take for equal: case, accents, ligatures, width, Arabic letter forms.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_ignored(*letter)).flat_map(char::to_lowercase) {
        match same_as(letter) {
            Some(other) => folded.push_str(other),
            None => folded.push(letter),
        }
    }
    // Together again: Korean syllables, and the Japanese voicing marks, which are not accents (が is not か).
    folded.nfc().collect()
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

/// What a title or name is sorted by: its words without case, accents and punctuation; numbers by value.
pub(crate) fn sort_key(text: &str) -> String {
    const DIGITS: usize = 10;
    const MAX_CHARS: usize = 120;
    let mut key = String::new();
    for word in fold(text).split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && word.len() < DIGITS {
            key.extend(std::iter::repeat_n('0', DIGITS - word.len()));
        }
        key.push_str(word);
        if key.len() > MAX_CHARS {
            break;
        }
    }
    key
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

/// Letters, digits, and the marks that Indic and South-East Asian letters carry.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || (!letter.is_ascii() && is_combining_mark(letter))
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

/// Accents of Latin, Greek and Cyrillic; vowel points of Hebrew and Arabic; the Arabic stretching line; characters
/// without a shape (soft hyphen, joiners, directions, variants). Marks of other scripts are letters in their own
/// right and stay.
fn is_ignored(letter: char) -> bool {
    matches!(letter,
        '\u{00ad}'
        | '\u{0300}'..='\u{036f}'
        | '\u{0483}'..='\u{0489}'
        | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}'..='\u{05c2}' | '\u{05c4}'..='\u{05c5}' | '\u{05c7}'
        | '\u{0610}'..='\u{061a}' | '\u{061c}' | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}'
        | '\u{06d6}'..='\u{06dc}' | '\u{06df}'..='\u{06e4}' | '\u{06e7}'..='\u{06e8}' | '\u{06ea}'..='\u{06ed}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{feff}')
}

/// What decomposition leaves apart although people write either.
fn same_as(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ĸ' => "k",
        'ŋ' => "n",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' | 'ہ' | 'ە' => "ه",
        'ک' => "ك",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        _ => return None,
    })
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
