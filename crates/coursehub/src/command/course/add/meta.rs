//! What `--meta` says of the courses that are added.
//!
//! ```toml
//! licence = "cc-sa-4.0"                 # of all
//! [files."botany.mbz"]                  # of one, by its file name
//! title = "Botany for everybody"
//! tags = ["plants", "biology"]
//! ```

use std::path::Path;

use anyhow::Context as _;
use hub_app::course::edit::FIELDS;
use hub_core::policy::nearest;
use toml::{Table, Value};

use crate::failure::WrongUse;

/// Fields of all courses and of single ones.
#[derive(Debug, Default)]
pub struct Meta {
    all: Vec<(String, String)>,
    files: Vec<(String, Vec<(String, String)>)>,
}

impl Meta {
    /// Reads the file.
    ///
    /// # Errors
    /// If it cannot be read, is no TOML, or has a field that courses do not have.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let name = path.display();
        let text = std::fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
        Ok(Self::parse(&text).map_err(|why| WrongUse(format!("{name}: {why}")))?)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut table: Table = text.parse().map_err(|error| format!("it is not a TOML file: {error}"))?;
        let mut files = Vec::new();
        match table.remove("files") {
            None => {}
            Some(Value::Table(tables)) => {
                for (file, fields) in tables {
                    let Value::Table(fields) = fields else {
                        return Err(format!("files.\"{file}\" must be a table"));
                    };
                    files.push((file, fields_of(fields)?));
                }
            }
            Some(_) => return Err("files must be a table".to_owned()),
        }
        Ok(Self { all: fields_of(table)?, files })
    }

    /// The fields of one file: those of all first, so that its own win.
    pub fn of(&self, file: &Path) -> Vec<(String, String)> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let own = self.files.iter().filter(|(file, _)| *file == name).flat_map(|(_, fields)| fields);
        self.all.iter().chain(own).cloned().collect()
    }
}

fn fields_of(table: Table) -> Result<Vec<(String, String)>, String> {
    // Courses are featured one by one, with a reason.
    let known = || FIELDS.iter().map(|(name, _)| *name).filter(|name| *name != "featured");
    let mut fields = Vec::new();
    for (key, value) in table {
        if !known().any(|name| name == key) {
            let hint =
                nearest(&key, known().chain(["files"])).map(|near| format!(", did you mean \"{near}\""));
            return Err(format!("a course has no field \"{key}\"{}", hint.unwrap_or_default()));
        }
        let text = match value {
            Value::String(text) => Some(text),
            Value::Array(values) if key == "tags" => {
                values.iter().map(Value::as_str).collect::<Option<Vec<_>>>().map(|tags| tags.join(","))
            }
            _ => None,
        };
        fields.push((key.clone(), text.ok_or_else(|| format!("{key} takes a text"))?));
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_one_file_wins_over_what_is_said_of_all() {
        let meta = Meta::parse("licence = 'cc'\n[files.'a.mbz']\nlicence = 'cc-sa-4.0'\ntags = ['x', 'y']\n")
            .unwrap();
        let of = |name: &str| meta.of(Path::new(name));
        assert_eq!(of("/tmp/b.mbz"), [("licence".to_owned(), "cc".to_owned())]);
        assert_eq!(of("/tmp/a.mbz")[1], ("licence".to_owned(), "cc-sa-4.0".to_owned()));
        assert_eq!(of("/tmp/a.mbz")[2], ("tags".to_owned(), "x,y".to_owned()));
    }

    #[test]
    fn a_field_that_courses_do_not_have_names_the_nearest() {
        let error = Meta::parse("licens = 'cc'").unwrap_err();
        assert!(error.contains("\"licence\""), "{error}");
        assert!(Meta::parse("[files]\n'a.mbz' = 'x'").is_err());
        assert!(Meta::parse("featured = 'x'").is_err());
    }
}
