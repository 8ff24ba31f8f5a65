//! `h5p.json` of an H5P package (<https://h5p.org/documentation/developers/json-file-definitions>).

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Found, Relative};
use crate::container::Body;
use crate::limits::Limits;
use crate::report::Course;
use crate::stop::Stop;

/// Largest `h5p.json` that is looked into: it lists names, no contents. Real ones have a few thousand bytes.
const BYTES: usize = 256 * 1024;

/// Dependencies that are kept.
const DEPENDENCIES: usize = 200;

/// Characters kept of everything but the title.
const CHARS: usize = 255;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    title: Option<String>,
    language: Option<String>,
    main_library: Option<String>,
    license: Option<String>,
    authors: Option<Vec<IgnoredAny>>,
    preloaded_dependencies: Option<Vec<Dependency>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Dependency {
    machine_name: String,
    major_version: Option<Number>,
    minor_version: Option<Number>,
}

/// Some writers put quotes around numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Plain(u32),
    Quoted(String),
}

/// Reads the file. `Err` of the inner result says why it tells nothing.
pub(crate) fn read(body: &mut dyn Body, limits: &Limits) -> Result<Result<Found, String>, Stop> {
    let mut bytes = Vec::new();
    let mut piece = vec![0; 16 * 1024];
    loop {
        let count = body.read_some(&mut piece)?;
        if count == 0 {
            break;
        }
        if bytes.len() + count > BYTES {
            return Ok(Err(format!("longer than {BYTES} bytes")));
        }
        bytes.extend_from_slice(&piece[..count]);
    }
    // The parser itself stops at a depth of 128.
    Ok(serde_json::from_slice::<File>(&bytes)
        .map(|file| file.found(limits))
        .map_err(|error| format!("line {}, column {}", error.line(), error.column())))
}

impl File {
    fn found(self, limits: &Limits) -> Found {
        let dependencies = self.preloaded_dependencies.unwrap_or_default();
        let relative = Relative {
            main_library: word(self.main_library, CHARS),
            license: word(self.license, CHARS),
            author_count: self.authors.map(|authors| authors.len() as u64),
            dependencies: dependencies.iter().take(DEPENDENCIES).map(Dependency::name).collect(),
            ..Relative::default()
        };
        let course = Course {
            fullname: word(self.title, limits.title_chars),
            // ISO 639-2 "und": undetermined.
            language: word(self.language, CHARS).filter(|language| language != "und"),
            ..Course::default()
        };
        Found { course, relative, ..Found::default() }
    }
}

impl Dependency {
    /// `H5P.Image 1.1`.
    fn name(&self) -> String {
        let number = |number: &Option<Number>| match number {
            Some(Number::Plain(number)) => number.to_string(),
            Some(Number::Quoted(text)) => cut(text, 10),
            None => "?".into(),
        };
        format!(
            "{} {}.{}",
            cut(&self.machine_name, CHARS),
            number(&self.major_version),
            number(&self.minor_version)
        )
    }
}

fn word(text: Option<String>, chars: usize) -> Option<String> {
    let text = cut(text?.trim(), chars);
    if text.is_empty() { None } else { Some(text) }
}

fn cut(text: &str, chars: usize) -> String {
    text.chars().take(chars).collect()
}
