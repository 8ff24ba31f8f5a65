//! Which languages the texts of a course are in, by their letters and trigrams.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};
use serde::{Deserialize, Serialize};
use whatlang::Lang;

/// What is known of a course's languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Languages {
    /// The language the course forces, as Moodle writes it (`de`, `en_us`); nearly always absent.
    pub declared: Option<String>,
    /// Languages of the texts, most frequent first; empty unless there is enough text to be sure.
    pub detected: Vec<DetectedLanguage>,
}

/// One language of the texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DetectedLanguage {
    /// ISO 639-1 code, or 639-3 where there is no shorter one.
    pub code: String,
    /// Share of the letters whose language is known, in percent.
    pub share: u8,
}

/// Letters of one passage that are looked at together; shorter ones are joined. The library's authors call
/// passages of this length reliable.
const PASSAGE_LETTERS: usize = 160;

/// A shorter rest tells nothing.
const REST_LETTERS: usize = 60;

/// Letters of one text that are looked at.
const TEXT_LETTERS: usize = 2_000;

/// Letters of a package that are looked at: some twenty pages, which take about 20 ms.
const ALL_LETTERS: usize = 50_000;

/// With fewer letters whose language is known, nothing is said.
const ENOUGH_LETTERS: usize = 200;

/// A language with a smaller share is noise.
const LEAST_PERCENT: usize = 10;

/// Counts letters by language while texts go by.
#[derive(Debug, Default)]
pub(crate) struct LanguageWatch {
    looked_at: usize,
    letters: BTreeMap<&'static str, usize>,
}

impl LanguageWatch {
    /// Looks at one text, HTML or not.
    pub(crate) fn see(&mut self, html: &str) {
        if self.looked_at >= ALL_LETTERS {
            return;
        }
        // Tags and references take more room than letters.
        let html = &html[..html.floor_char_boundary(TEXT_LETTERS * 10)];
        let mut passage = String::new();
        let mut letters = 0;
        let mut left = TEXT_LETTERS;
        let mut skip: Option<Vec<u8>> = None;
        for Ok(token) in Tokenizer::new(html) {
            match token {
                Token::String(text) if skip.is_none() => {
                    let text = String::from_utf8_lossy(&text);
                    letters += text.chars().filter(|letter| letter.is_alphabetic()).count();
                    passage.push_str(&text);
                }
                Token::StartTag(tag) => {
                    let name: &[u8] = &tag.name;
                    if skip.is_none()
                        && matches!(name, b"script" | b"style" | b"pre" | b"code" | b"math" | b"svg")
                    {
                        skip = Some(name.to_vec());
                    }
                    // A part in another language says so.
                    let other = tag.attributes.keys().any(|key| ***key == *b"lang");
                    if other || letters >= PASSAGE_LETTERS {
                        left = left.saturating_sub(letters);
                        self.tell(&mut passage, &mut letters);
                    }
                    passage.push(' ');
                }
                Token::EndTag(tag) => {
                    if skip.as_ref().is_some_and(|name| **name == **tag.name) {
                        skip = None;
                    }
                    passage.push(' ');
                }
                _ => {}
            }
            if left == 0 {
                return;
            }
        }
        self.tell(&mut passage, &mut letters);
    }

    fn tell(&mut self, passage: &mut String, letters: &mut usize) {
        let count = std::mem::take(letters);
        self.looked_at += count;
        if count >= REST_LETTERS
            && let Some(info) = whatlang::detect(passage)
            && info.is_reliable()
        {
            *self.letters.entry(code(info.lang())).or_default() += count;
        }
        passage.clear();
    }

    /// The languages, most frequent first.
    pub(crate) fn languages(&self, declared: Option<String>) -> Languages {
        let all: usize = self.letters.values().sum();
        let mut detected: Vec<DetectedLanguage> = Vec::new();
        if all >= ENOUGH_LETTERS {
            for (code, letters) in &self.letters {
                let percent = letters * 100 / all;
                if percent >= LEAST_PERCENT {
                    let share = u8::try_from(percent).unwrap_or(100);
                    detected.push(DetectedLanguage { code: (*code).to_owned(), share });
                }
            }
        }
        detected.sort_by_key(|language| std::cmp::Reverse(language.share));
        Languages { declared, detected }
    }
}

/// ISO 639-1 for what the library calls by ISO 639-3.
fn code(language: Lang) -> &'static str {
    const CODES: &[(&str, &str)] = &[
        ("afr", "af"),
        ("aka", "ak"),
        ("amh", "am"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("cym", "cy"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("eus", "eu"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("gle", "ga"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("mkd", "mk"),
        ("mya", "my"),
        ("nep", "ne"),
        ("nld", "nl"),
        ("nob", "no"),
        ("ori", "or"),
        ("pan", "pa"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("sin", "si"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("sna", "sn"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tgl", "tl"),
        ("tha", "th"),
        ("tuk", "tk"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("uzb", "uz"),
        ("vie", "vi"),
        ("yid", "yi"),
        ("zul", "zu"),
    ];
    let long = language.code();
    CODES.iter().find(|(known, _)| *known == long).map_or(long, |(_, short)| short)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "<p>The course begins with a short introduction to the history of the town, and the \
        students then collect what they already know about it before they read the first chapter together.</p>";
    const GERMAN: &str = "<p>Der Kurs beginnt mit einer kurzen Einführung in die Geschichte der Stadt, danach \
        sammeln die Lernenden, was sie schon darüber wissen, bevor sie gemeinsam das erste Kapitel lesen.</p>";

    fn detected(texts: &[&str]) -> Vec<(String, u8)> {
        let mut watch = LanguageWatch::default();
        for text in texts {
            watch.see(text);
        }
        watch.languages(None).detected.into_iter().map(|language| (language.code, language.share)).collect()
    }

    #[test]
    fn languages_are_told_with_their_shares() {
        assert_eq!(detected(&[ENGLISH, ENGLISH]), [("en".to_owned(), 100)]);
        assert_eq!(detected(&[GERMAN, GERMAN, GERMAN]), [("de".to_owned(), 100)]);
        let both = detected(&[ENGLISH, GERMAN, GERMAN, GERMAN]);
        assert_eq!(both.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["de", "en"]);
    }

    #[test]
    fn parts_marked_with_their_language_are_told_apart() {
        let words = |html: &str| html.replace("<p>", "").replace("</p>", "");
        let text = format!(
            "<span lang=\"en\" class=\"multilang\">{}</span><span lang=\"de\" class=\"multilang\">{}</span>",
            words(ENGLISH),
            words(GERMAN)
        );
        assert_eq!(detected(&[&text]).len(), 2);
    }

    #[test]
    fn little_text_or_code_tells_nothing() {
        assert_eq!(detected(&[]), []);
        assert_eq!(detected(&["<p>Hello world</p>"]), []);
        assert_eq!(detected(&[&format!("<pre>{}</pre>", ENGLISH.repeat(3))]), []);
        assert_eq!(detected(&["1 2 3 4 5 6 7 8 9 ".repeat(100).as_str()]), []);
    }
}
