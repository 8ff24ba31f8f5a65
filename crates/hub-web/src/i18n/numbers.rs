//! Numbers and sizes as a language writes them.

use std::borrow::Borrow;

use fluent_bundle::FluentValue;

use super::Lang;

/// How a language writes numbers (Unicode CLDR, standard decimal patterns).
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    /// Between groups of three digits.
    group: char,
    /// Before the fraction.
    decimal: char,
    /// The digit zero; the other nine follow it.
    zero: char,
}

pub(super) const ENGLISH: Numbers = Numbers { group: ',', decimal: '.', zero: '0' };
pub(super) const GERMAN: Numbers = Numbers { group: '.', decimal: ',', zero: '0' };
pub(super) const FRENCH: Numbers = Numbers { group: '\u{202f}', decimal: ',', zero: '0' };
pub(super) const ARABIC: Numbers = Numbers { group: '٬', decimal: '٫', zero: '٠' };

impl Numbers {
    /// What a text shows for a number filled in; texts use whole numbers only.
    #[expect(clippy::cast_possible_truncation, reason = "counts on pages are far below 2^53")]
    pub(super) fn fluent(self, value: &FluentValue<'_>) -> Option<String> {
        match value {
            FluentValue::Number(number) => Some(self.whole(number.value as i64)),
            _ => None,
        }
    }

    fn whole(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut text = String::new();
        if number < 0 {
            text.push('−');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(self.digit(digit));
        }
        text
    }

    /// The digits of a text that is no quantity: a year, a time of day.
    pub(super) fn plain(self, text: &str) -> String {
        text.chars().map(|c| self.digit(c)).collect()
    }

    fn digit(self, c: char) -> char {
        c.to_digit(10).and_then(|digit| char::from_u32(self.zero as u32 + digit)).unwrap_or(c)
    }
}

impl Lang {
    /// A whole number with the language's digits and separators.
    pub fn number(self, number: impl Borrow<i64>) -> String {
        self.0.numbers.whole(*number.borrow())
    }

    /// A size in MB of a million bytes with one decimal, as Moodle shows it; at least 0.1.
    pub fn megabytes(self, bytes: impl Borrow<i64>) -> String {
        let bytes = *bytes.borrow();
        let tenths = ((bytes.max(0) + 50_000) / 100_000).max(1);
        let numbers = self.0.numbers;
        let size = format!("{}{}{}", numbers.whole(tenths / 10), numbers.decimal, numbers.whole(tenths % 10));
        self.with("size-mb", "size", size).into_owned()
    }

    pub(super) fn plain_digits(self, text: &str) -> String {
        self.0.numbers.plain(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(code: &str) -> Lang {
        Lang::from_code(code).unwrap()
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        assert_eq!(lang("en").number(1_234_567), "1,234,567");
        assert_eq!(lang("de").number(-1234), "−1.234");
        assert_eq!(lang("fr").number(1234), "1\u{202f}234");
        assert_eq!(lang("ar").number(1234), "١٬٢٣٤");
        assert_eq!(lang("en").number(0), "0");
    }

    #[test]
    fn sizes_have_one_decimal_and_are_never_nothing() {
        assert_eq!(lang("en").megabytes(3_449_000), "3.4 MB");
        assert_eq!(lang("de").megabytes(3_450_000), "3,5 MB");
        assert_eq!(lang("en").megabytes(12), "0.1 MB");
        assert_eq!(lang("en").megabytes(2_000_000_000_i64), "2,000.0 MB");
    }
}
