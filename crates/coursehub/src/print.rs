//! How answers are printed: tables for people, JSON for programs.

use std::io::{IsTerminal as _, Write as _};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::args::Form;

/// Writes to standard output. A reader that has enough (`| head`) ends the program quietly.
pub fn out(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| if text.ends_with('\n') { Ok(()) } else { stdout.write_all(b"\n") });
    if written.and_then(|()| stdout.flush()).is_err() {
        std::process::exit(0);
    }
}

/// Writes a remark to standard error: not part of the answer.
pub fn remark(text: &str) {
    // Nobody is left to tell if standard error is closed.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// What can be done next, for people at a terminal.
pub fn hint(text: &str) {
    if std::io::stdout().is_terminal() {
        remark(&format!("\n{text}"));
    }
}

/// One column's cell: what people see and what programs get.
pub struct Cell {
    text: String,
    value: Value,
}

/// A cell of a text.
pub fn text(text: impl Into<String>) -> Cell {
    let text = text.into();
    Cell { value: Value::String(text.clone()), text }
}

/// A cell of a number.
pub fn number(number: i64) -> Cell {
    Cell { text: number.to_string(), value: number.into() }
}

/// A cell of a time.
pub fn time(at: Option<Timestamp>) -> Cell {
    Cell {
        text: at.map(date).unwrap_or_default(),
        value: at.map_or(Value::Null, |at| Value::String(at.to_string())),
    }
}

/// A cell of yes or no.
pub fn flag(set: bool) -> Cell {
    Cell { text: if set { "yes" } else { "" }.to_owned(), value: set.into() }
}

/// A cell that says one thing to people and another to programs.
pub fn both(text: impl Into<String>, value: impl Into<Value>) -> Cell {
    Cell { text: text.into(), value: value.into() }
}

/// A cell for programs only: people do not see a column that is empty from top to bottom.
pub fn hidden(value: impl Into<Value>) -> Cell {
    both("", value)
}

/// A list as a table or as a JSON array of objects. People see no column that is empty from top to bottom; where the
/// last column does not fit, it goes on in further lines.
pub fn list(form: Form, columns: &[(&str, &str)], rows: Vec<Vec<Cell>>, empty: &str) {
    if form.json {
        let objects = rows.into_iter().map(|row| {
            let fields = columns.iter().zip(row).map(|((key, _), cell)| ((*key).to_owned(), cell.value));
            Value::Object(fields.collect())
        });
        json(&Value::Array(objects.collect()));
    } else if rows.is_empty() {
        out(empty);
    } else {
        let is_seen = |column: &usize| rows.iter().any(|row| !row[*column].text.is_empty());
        let seen: Vec<usize> = (0..columns.len()).filter(is_seen).collect();
        let heads: Vec<&str> = seen.iter().map(|column| columns[*column].1).collect();
        let texts = |row: &Vec<Cell>| seen.iter().map(|column| one_line(&row[*column].text)).collect();
        let rows: Vec<Vec<String>> = rows.iter().map(texts).collect();
        out(&table(&heads, &rows, width()));
    }
}

/// JSON on standard output.
pub fn json(value: &impl serde::Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(text) => out(&text),
        Err(error) => remark(&format!("error: the answer cannot be written as JSON: {error}")),
    }
}

/// Columns of the terminal; unlimited if the answer goes elsewhere.
fn width() -> usize {
    if !std::io::stdout().is_terminal() {
        return usize::MAX;
    }
    terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0))
}

/// Blanks between columns.
const GAP: usize = 2;
/// No column is cut to less.
const NARROWEST: usize = 8;
/// Prose in narrower columns is tedious to read.
const READABLE: usize = 40;

fn table(heads: &[&str], rows: &[Vec<String>], width: usize) -> String {
    let mut widths: Vec<usize> = heads.iter().map(|head| head.width()).collect();
    for row in rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(cell.width());
        }
    }
    fit(&mut widths, width);
    let mut text = String::new();
    let heads: Vec<String> = heads.iter().map(|head| head.to_uppercase()).collect();
    for row in std::iter::once(&heads).chain(rows) {
        let mut line = String::new();
        for (n, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if n + 1 == row.len() {
                let further = format!("\n{}", " ".repeat(line.width()));
                line.push_str(&wrapped(cell, *width).join(&further));
            } else {
                let cell = short(cell, *width);
                line.push_str(&cell);
                line.push_str(&" ".repeat(width - cell.width() + GAP));
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The widest column gives way until all fit; the last one, which can go on in further lines, before the others, but
/// not below what can be read well.
fn fit(widths: &mut [usize], width: usize) {
    let too_wide = |widths: &[usize]| {
        (widths.iter().sum::<usize>() + GAP * (widths.len().saturating_sub(1))).saturating_sub(width)
    };
    let over = too_wide(widths);
    if let Some(last) = widths.last_mut().filter(|last| **last > READABLE) {
        *last -= over.min(*last - READABLE);
    }
    while too_wide(widths) > 0 {
        let Some(widest) = widths.iter_mut().max() else { break };
        if *widest <= NARROWEST {
            break;
        }
        *widest -= 1;
    }
}

/// A text in lines of so many columns, broken at blanks.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().map_or(0, |line| line.width());
        match lines.last_mut() {
            Some(last) if line == 0 => last.push_str(word),
            Some(last) if line + 1 + word.width() <= width => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The beginning of a text in so many columns.
pub fn short(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let (mut kept, mut used) = (String::new(), 0);
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used >= width {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

/// Text of others without line breaks and without what would steer a terminal.
pub fn one_line(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of others without what would steer a terminal; line breaks stay.
pub fn printable(text: &str) -> String {
    let steers = |c: &char| {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        (c.is_control() && *c != '\n' && *c != '\t') || turns
    };
    text.chars().filter(|c| !steers(c)).collect()
}

/// Facts under each other: names on the left, values on the right, longer values indented.
#[derive(Default)]
pub struct Sheet(Vec<(String, String)>);

impl Sheet {
    /// Adds a line; empty values are left out.
    pub fn line(&mut self, name: &str, value: impl AsRef<str>) -> &mut Self {
        let value = printable(value.as_ref());
        if !value.trim().is_empty() {
            self.0.push((name.to_owned(), value.trim_end().to_owned()));
        }
        self
    }

    /// As text.
    pub fn text(&self) -> String {
        let widest = self.0.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
        let mut text = String::new();
        for (name, value) in &self.0 {
            let indent = " ".repeat(widest + GAP);
            for (n, line) in value.lines().enumerate() {
                if n == 0 {
                    text.push_str(name);
                    text.push_str(&" ".repeat(widest - name.width() + GAP));
                } else {
                    text.push_str(&indent);
                }
                text.push_str(line);
                text.push('\n');
            }
        }
        text
    }
}

/// A time as people say it, in the time zone of this machine.
pub fn date(at: Timestamp) -> String {
    let zone = TimeZone::system();
    let (then, now) = (at.to_zoned(zone.clone()), Timestamp::now().to_zoned(zone));
    let days = now.date().since(then.date()).map_or(i32::MAX, |span| span.get_days());
    let form = match days {
        0 => "today %H:%M",
        1 => "yesterday %H:%M",
        _ if then.year() == now.year() => "%-d %b %H:%M",
        _ => "%-d %b %Y",
    };
    then.strftime(form).to_string()
}

/// A size as people say it: megabytes with one decimal, gigabytes from ten on.
pub fn size(bytes: i64) -> String {
    let tenths = (bytes.max(0) + 50_000) / 100_000;
    if bytes < 100_000 {
        format!("{} kB", (bytes.max(0) + 999) / 1000)
    } else if bytes >= 10_000_000_000 {
        format!("{} GB", (bytes + 500_000_000) / 1_000_000_000)
    } else {
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}

/// "1 course", "2 courses".
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn columns_stand_under_each_other_also_with_wide_letters() {
        let table =
            table(&["id", "name", "state"], &rows(&[&["1", "École", "active"], &["12", "市民", "left"]]), 80);
        assert_eq!(table, "ID  NAME   STATE\n1   École  active\n12  市民   left\n");
    }

    #[test]
    fn the_widest_column_gives_way_to_the_terminal() {
        let long = "An introduction to everything that ever was";
        let table = table(&["id", "title", "state"], &rows(&[&["7", long, "listed"]]), 30);
        assert_eq!(table.lines().nth(1).unwrap(), "7   An introduction t…  listed");
        assert!(table.lines().all(|line| line.width() <= 30), "{table}");
    }

    #[test]
    fn prose_at_the_end_goes_on_below_itself() {
        let help = "asked of new sites when registration is password; nothing shows it again";
        let table = table(&["setting", "what"], &rows(&[&["password", help], &["x", "y"]]), 54);
        assert_eq!(
            table,
            "SETTING   WHAT\npassword  asked of new sites when registration is\n          password; nothing shows it again\n\
             x         y\n"
        );
    }

    #[test]
    fn texts_of_others_cannot_steer_the_terminal() {
        assert_eq!(one_line("a\u{1b}[31mb\nc\u{202e}d"), "a[31mb cd");
    }

    #[test]
    fn sizes_are_in_megabytes_with_one_decimal() {
        assert_eq!(size(1_250_000), "1.3 MB");
        assert_eq!(size(2_147_483_648), "2147.5 MB");
        assert_eq!(size(41_366_300_000), "41 GB");
        assert_eq!(size(1), "1 kB");
    }
}
