//! Reading the members of a struct, and saying where something was wrong.

use std::fmt;

use super::{Kind, ParamError, boolean, cleaned, float, int, list, string, wrong};
use crate::Value;
use crate::value::Members;

/// Where in the parameters a value stands. Costs nothing until it is printed.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Root,
    Name(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    /// All parameters together, when they have names.
    pub const ROOT: Place<'static> = Place { parent: None, step: Step::Root };

    /// The parameter called `name`.
    pub fn parameter(name: &'a str) -> Self {
        Self { parent: None, step: Step::Name(name) }
    }

    /// The member called `name` of the struct here.
    #[must_use]
    pub fn member(&'a self, name: &'a str) -> Self {
        Self { parent: Some(self), step: Step::Name(name) }
    }

    /// The item at `index` of the list here.
    #[must_use]
    pub fn item(&'a self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }
}

impl fmt::Display for Place<'_> {
    /// `courses => 0 => fullname`, as Moodle's debugging text writes it.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent
            && !matches!(parent.step, Step::Root)
        {
            write!(out, "{parent} => ")?;
        }
        match self.step {
            Step::Root => out.write_str("parameters"),
            Step::Name(name) => out.write_str(name),
            Step::Index(index) => write!(out, "{index}"),
        }
    }
}

/// The members of one struct, taken out by name. What nobody takes is ignored.
#[derive(Debug)]
pub struct Fields<'a> {
    members: Members,
    place: &'a Place<'a>,
}

impl<'a> Fields<'a> {
    /// Opens a struct. An empty list is an empty struct: PHP has one empty array for both.
    pub fn open(value: Value, place: &'a Place<'a>) -> Result<Self, ParamError> {
        match value {
            Value::Struct(members) => Ok(Self { members, place }),
            Value::List(items) if items.is_empty() => Ok(Self { members: Vec::new(), place }),
            Value::Nil => Ok(Self { members: Vec::new(), place }),
            other => Err(wrong(place, "a structure", other.kind())),
        }
    }

    /// Whether a member is there, be it null.
    pub fn has(&self, name: &str) -> bool {
        self.members.iter().any(|(found, _)| found == name)
    }

    /// Takes a member out; the last one, if the name comes twice.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let (_, value) = self.members.iter_mut().rev().find(|(found, _)| found == name)?;
        Some(std::mem::replace(value, Value::Nil))
    }

    fn take_required(&mut self, name: &str) -> Result<Value, ParamError> {
        self.take(name).ok_or_else(|| ParamError::Missing { path: self.place.member(name).to_string() })
    }

    /// A text that must be there; null counts as empty.
    pub fn required_text(&mut self, name: &str, kind: Kind) -> Result<String, ParamError> {
        let value = self.take_required(name)?;
        Ok(string(kind, value, &self.place.member(name))?.unwrap_or_default())
    }

    /// A text that may be missing, null or empty; all three are `None`.
    pub fn filled_text(&mut self, name: &str, kind: Kind) -> Result<Option<String>, ParamError> {
        Ok(self.optional_text(name, kind)?.filter(|text| !text.is_empty()))
    }

    /// A text that may be missing or null.
    pub fn optional_text(&mut self, name: &str, kind: Kind) -> Result<Option<String>, ParamError> {
        self.take(name).map_or(Ok(None), |value| string(kind, value, &self.place.member(name)))
    }

    /// A text that may be missing or null, and is cleaned rather than refused.
    pub fn cleaned_text(&mut self, name: &str, kind: Kind) -> Result<Option<String>, ParamError> {
        self.take(name).map_or(Ok(None), |value| cleaned(kind, value, &self.place.member(name)))
    }

    /// A FLOAT that may be missing or null, kept as the text it was: a version with its decimals.
    pub fn number_text(&mut self, name: &str) -> Result<Option<String>, ParamError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let place = self.place.member(name);
        float(value.clone(), &place)?;
        string(Kind::Raw, value, &place).map(|text| text.map(|text| text.trim().to_owned()))
    }

    /// An INT that must be there and be a number.
    pub fn required_int(&mut self, name: &str) -> Result<i64, ParamError> {
        let value = self.take_required(name)?;
        let place = self.place.member(name);
        int(value, &place)?.ok_or_else(|| wrong(&place, "a whole number", "nothing"))
    }

    /// An INT that may be missing, null or empty.
    pub fn optional_int(&mut self, name: &str) -> Result<Option<i64>, ParamError> {
        self.take(name).map_or(Ok(None), |value| int(value, &self.place.member(name)))
    }

    /// A FLOAT that may be missing, null or empty.
    pub fn optional_float(&mut self, name: &str) -> Result<Option<f64>, ParamError> {
        self.take(name).map_or(Ok(None), |value| float(value, &self.place.member(name)))
    }

    /// A BOOL that may be missing, null or empty.
    pub fn optional_bool(&mut self, name: &str) -> Result<Option<bool>, ParamError> {
        self.take(name).map_or(Ok(None), |value| boolean(value, &self.place.member(name)))
    }

    /// A list of INT that may be missing; missing, null and empty are all `None`.
    pub fn int_list(&mut self, name: &str) -> Result<Option<Vec<i64>>, ParamError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let numbers = ints(value, &self.place.member(name))?;
        Ok(Some(numbers).filter(|numbers| !numbers.is_empty()))
    }

    /// A list of structs, each read by `read`; missing is empty.
    pub fn structs<T>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Fields<'_>) -> Result<T, ParamError>,
    ) -> Result<Vec<T>, ParamError> {
        let Some(value) = self.take(name) else { return Ok(Vec::new()) };
        structs(value, &self.place.member(name), read)
    }

    /// Refuses unless every one of `names` is there.
    pub fn require(&self, names: &[&str]) -> Result<(), ParamError> {
        for name in names {
            if !self.has(name) {
                return Err(ParamError::Missing { path: self.place.member(name).to_string() });
            }
        }
        Ok(())
    }
}

/// Reads a list of structs.
pub(crate) fn structs<T>(
    value: Value,
    place: &Place<'_>,
    read: impl Fn(&mut Fields<'_>) -> Result<T, ParamError>,
) -> Result<Vec<T>, ParamError> {
    let items = list(value, place)?;
    let mut out = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        out.push(read(&mut Fields::open(item, &place.item(index))?)?);
    }
    Ok(out)
}

/// Reads a list of INT; null items are refused.
pub(crate) fn ints(value: Value, place: &Place<'_>) -> Result<Vec<i64>, ParamError> {
    let items = list(value, place)?;
    let mut out = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        let place = place.item(index);
        out.push(int(item, &place)?.ok_or_else(|| wrong(&place, "a whole number", "nothing"))?);
    }
    Ok(out)
}
