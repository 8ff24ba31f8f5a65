//! A simple and honest check of a declared language: which letters a text is written in.

/// Letters a text must have before anything is said about it.
const ENOUGH_LETTERS: usize = 20;

/// A family of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Tamil,
    Thai,
    Georgian,
    Hangul,
    Kana,
    Han,
    Other,
}

/// The script of a letter, by the blocks of the Unicode standard (Blocks.txt).
fn script_of(letter: char) -> Script {
    match u32::from(letter) {
        0x0041..=0x024F | 0x1E00..=0x1EFF => Script::Latin,
        0x0370..=0x03FF | 0x1F00..=0x1FFF => Script::Greek,
        0x0400..=0x052F => Script::Cyrillic,
        0x0530..=0x058F => Script::Armenian,
        0x0590..=0x05FF => Script::Hebrew,
        0x0600..=0x06FF | 0x0750..=0x077F | 0x08A0..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => {
            Script::Arabic
        }
        0x0900..=0x097F => Script::Devanagari,
        0x0980..=0x09FF => Script::Bengali,
        0x0B80..=0x0BFF => Script::Tamil,
        0x0E00..=0x0E7F => Script::Thai,
        0x10A0..=0x10FF => Script::Georgian,
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Script::Hangul,
        0x3040..=0x30FF => Script::Kana,
        0x3400..=0x9FFF | 0x20000..=0x2FA1F => Script::Han,
        _ => Script::Other,
    }
}

/// The scripts a language is written in; empty if this table does not know it.
fn scripts_of(language: &str) -> &'static [Script] {
    let base = language.split(['_', '-']).next().unwrap_or_default();
    match base {
        "ar" | "fa" | "ur" | "ps" | "ckb" => &[Script::Arabic],
        "he" | "yi" => &[Script::Hebrew],
        "el" => &[Script::Greek],
        "ru" | "uk" | "bg" | "be" | "mk" | "ky" => &[Script::Cyrillic],
        "hy" => &[Script::Armenian],
        "ka" => &[Script::Georgian],
        "hi" | "mr" | "ne" => &[Script::Devanagari],
        "bn" => &[Script::Bengali],
        "ta" => &[Script::Tamil],
        "th" => &[Script::Thai],
        "ko" => &[Script::Hangul],
        "ja" => &[Script::Kana, Script::Han],
        "zh" => &[Script::Han],
        "en" | "de" | "fr" | "es" | "it" | "pt" | "nl" | "sv" | "da" | "no" | "nb" | "nn" | "fi" | "pl"
        | "cs" | "sk" | "sl" | "hr" | "hu" | "ro" | "tr" | "ca" | "eu" | "gl" | "et" | "lv" | "lt" | "is"
        | "ga" | "cy" | "id" | "ms" | "vi" | "sq" | "af" | "eo" | "la" => &[Script::Latin],
        _ => &[],
    }
}

/// Whether a text of some length has not one letter of its declared language. Languages written in several scripts,
/// such as Serbian, and unknown ones are never contradicted.
pub fn contradicts(language: &str, text: &str) -> bool {
    let expected = scripts_of(language);
    if expected.is_empty() {
        return false;
    }
    let mut letters = 0;
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        if expected.contains(&script_of(letter)) {
            return false;
        }
        letters += 1;
    }
    letters >= ENOUGH_LETTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_a_letter_of_its_language_contradicts_it() {
        assert!(contradicts("ar", "A course about the art of baking bread"));
        assert!(contradicts("en", "Фотосинтез для начинающих учеников"));
        assert!(!contradicts("ar", "مقدمة في Photosynthesis for beginners"));
        assert!(!contradicts("de", "Fotosynthese für Anfängerinnen und Anfänger"));
        assert!(!contradicts("ja", "はじめてのパン作り、家庭でできるパンの教室です"));
    }

    #[test]
    fn short_texts_and_unknown_languages_are_left_alone() {
        assert!(!contradicts("ar", "Baking"));
        assert!(!contradicts("sr_cr", "A course about the art of baking bread"));
        assert!(!contradicts("", "A course about the art of baking bread"));
    }
}
