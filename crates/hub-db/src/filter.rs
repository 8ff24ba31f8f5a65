//! Conditions of a list, each constant text with at most one value, put together in the order they are asked for.

use std::fmt::Write as _;

use crate::seam::WordTest;

/// A value to bind.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Int(i64),
    Text(String),
}

/// A `WHERE` that grows. Its text is constant but for the numbers of placeholders, so it is safe to run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    sql: String,
    values: Vec<Value>,
}

impl Filter {
    /// A filter whose first placeholders are taken by these.
    pub(crate) fn after(values: Vec<Value>) -> Self {
        Self { sql: String::new(), values }
    }

    /// One more condition without a value.
    pub(crate) fn and(&mut self, condition: &'static str) {
        let _ = write!(self.sql, " AND ({condition})");
    }

    /// One more condition; `{}` is the place of the value.
    pub(crate) fn and_value(&mut self, condition: &'static str, value: Value) {
        let place = self.place(value);
        let _ = write!(self.sql, " AND ({})", condition.replace("{}", &place));
    }

    /// One more condition whose value is placed already; constant text but for the number of its placeholder.
    pub(crate) fn and_placed(&mut self, condition: &str) {
        let _ = write!(self.sql, " AND ({condition})");
    }

    /// As [`Self::and_value`], if there is a value.
    pub(crate) fn and_text(&mut self, condition: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.and_value(condition, Value::Text(value.to_owned()));
        }
    }

    /// As [`Self::and_value`], if there is a value.
    pub(crate) fn and_int(&mut self, condition: &'static str, value: Option<i64>) {
        if let Some(value) = value {
            self.and_value(condition, Value::Int(value));
        }
    }

    /// One condition or its opposite, or neither.
    pub(crate) fn and_either(&mut self, wanted: Option<bool>, yes: &'static str, no: &'static str) {
        match wanted {
            Some(true) => self.and(yes),
            Some(false) => self.and(no),
            None => {}
        }
    }

    /// Every word is part of a folded column. Both sides are folded to lower case by us, so that `LIKE`, which differs
    /// between the engines in what it does with capitals, has nothing to differ about.
    pub(crate) fn and_words(&mut self, test: WordTest, column: &'static str, words: &[String]) {
        for word in words {
            let (start, value, end) = match test {
                WordTest::Like => {
                    let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
                    ("", format!("%{escaped}%"), " ESCAPE '\\'")
                }
                WordTest::Strpos => ("strpos(", word.clone(), ") > 0"),
            };
            let between = if test == WordTest::Like { " LIKE " } else { ", " };
            let place = self.place(Value::Text(value));
            let _ = write!(self.sql, " AND ({start}{column}{between}{place}{end})");
        }
    }

    /// A column of numbers has one of these. Numbers need no placeholder, of which a statement has a limited number.
    pub(crate) fn and_one_of(&mut self, column: &'static str, numbers: &[i64]) {
        let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
        // Without any, nothing is found: no list of the engines may be empty.
        let list = if numbers.is_empty() { "NULL".to_owned() } else { numbers.join(", ") };
        let _ = write!(self.sql, " AND ({column} IN ({list}))");
    }

    /// The number of a further value.
    pub(crate) fn place(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    /// `WHERE` with all conditions.
    pub(crate) fn sql(&self) -> String {
        format!("WHERE TRUE{}", self.sql)
    }

    /// What to bind, in order.
    pub(crate) fn values(&self) -> &[Value] {
        &self.values
    }
}

/// Binds the values of a [`Filter`] in order.
macro_rules! bind_values {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match value {
                $crate::filter::Value::Int(number) => query.bind(*number),
                $crate::filter::Value::Text(text) => query.bind(text.clone()),
            };
        }
        query
    }};
}
pub(crate) use bind_values;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_matches_as_it_is_written() {
        let mut filter = Filter::after(vec![Value::Int(1)]);
        filter.and_words(WordTest::Like, "key", &["50%_\\".to_owned()]);
        assert_eq!(filter.sql(), "WHERE TRUE AND (key LIKE $2 ESCAPE '\\')");
        assert!(matches!(&filter.values()[1], Value::Text(text) if text == "%50\\%\\_\\\\%"));
        let mut filter = Filter::after(Vec::new());
        filter.and_words(WordTest::Strpos, "key", &["50%_\\".to_owned()]);
        assert_eq!(filter.sql(), "WHERE TRUE AND (strpos(key, $1) > 0)");
        assert!(matches!(&filter.values()[0], Value::Text(text) if text == "50%_\\"));
    }
}
