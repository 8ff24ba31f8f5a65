//! The TOML file, read key by key.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Context as _;
use hub_core::policy::nearest;
use toml::Value;

use super::{KEYS, name_of};
use crate::failure::WrongUse;

/// Values as text, by key.
pub(super) type Texts = HashMap<&'static str, Vec<String>>;

/// Reads the file. Unknown keys and values of another kind are noted as problems.
///
/// # Errors
/// If it cannot be read or is no TOML.
pub(super) fn read(path: &Path, problems: &mut Vec<String>) -> anyhow::Result<Texts> {
    let name = name_of(path);
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("the configuration file {name} cannot be read"))?;
    let table: toml::Table =
        text.parse().map_err(|error| WrongUse(format!("{name} is not a TOML file: {error}")))?;
    let mut texts = Texts::new();
    for (key, value) in table {
        match value {
            Value::Table(inner) => {
                let tables =
                    KEYS.iter().filter_map(|known| known.name.split_once('.')).map(|(table, _)| table);
                if tables.clone().any(|table| table == key) {
                    for (inner_key, value) in inner {
                        take(&mut texts, problems, &name, &format!("{key}.{inner_key}"), &value);
                    }
                } else {
                    problems.push(unknown(&name, &key, nearest(&key, tables)));
                }
            }
            value => take(&mut texts, problems, &name, &key, &value),
        }
    }
    Ok(texts)
}

fn unknown(file: &str, key: &str, near: Option<&str>) -> String {
    let hint = near.map(|near| format!(", did you mean \"{near}\"")).unwrap_or_default();
    let all: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
    format!("{file}: there is no key \"{key}\"{hint}; keys are {}", all.join(", "))
}

fn take(texts: &mut Texts, problems: &mut Vec<String>, file: &str, key: &str, value: &Value) {
    let Some(known) = KEYS.iter().find(|known| known.name == key) else {
        problems.push(unknown(file, key, nearest(key, KEYS.iter().map(|known| known.name))));
        return;
    };
    let values = match value {
        Value::Array(values) if known.is_list => values.iter().map(plain).collect::<Option<Vec<_>>>(),
        Value::Array(_) => None,
        value => plain(value).map(|text| vec![text]),
    };
    match values {
        Some(values) => drop(texts.insert(known.name, values)),
        None if known.is_list => problems.push(format!("{file}: {key} takes a list of texts")),
        None => problems.push(format!("{file}: {key} takes one text")),
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        _ => None,
    }
}
