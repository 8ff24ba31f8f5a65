//! Which letters count as the same, in searches and in staff's lists.
//!
//! The search index and the database's folded columns are made by these functions, so a change here needs a new
//! `schema::VERSION` of hub-search and a new [`KEYS`].

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How folded columns of the database are made; raised with every change here or in what goes into them.
pub const KEYS: i64 = 2;

/// Makes equal what people take for equal: case, accents, ligatures, width, Arabic letter forms.
pub fn fold(text: &str) -> String {
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

/// What a title or name is sorted by: its words without case, accents and punctuation; numbers by value.
pub fn sort_key(text: &str) -> String {
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

/// Letters, digits, and the marks that Indic and South-East Asian letters carry.
pub fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || (!letter.is_ascii() && is_combining_mark(letter))
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
