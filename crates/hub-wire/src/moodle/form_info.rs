//! What `hub_get_forminfo` tells a mebis block (section 6.9).

use crate::Value;

/// The choices of the search form. Empty lists are sent, never left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormInfo {
    /// The tags that can be chosen, by type.
    pub tagtypes: TagTypes,
    /// How many tags there are.
    pub tags_total: i64,
    /// The orders.
    pub searchoptions: Vec<SearchOption>,
    /// The kinds of course.
    pub searchforoptions: Vec<SearchOption>,
    /// Results of the first search.
    pub defaultsearchlimit: i64,
}

/// The tags, by type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagTypes {
    /// School subjects.
    pub subject: Vec<Tag>,
    /// Types of school.
    pub schooltype: Vec<Tag>,
    /// School years.
    pub schoolyear: Vec<Tag>,
    /// Uses of computers.
    pub compuse: Vec<Tag>,
    /// Open resources.
    pub oer: Vec<Tag>,
    /// Free tags.
    pub tag: Vec<Tag>,
    /// Authors.
    pub author: Vec<Tag>,
}

/// One tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its number.
    pub id: i64,
    /// Its words.
    pub text: String,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchOption {
    /// What is sent back.
    pub value: String,
    /// What is shown.
    pub text: String,
}

impl FormInfo {
    /// The struct on the wire.
    pub fn into_value(self) -> Value {
        let types = self.tagtypes;
        Value::fields([
            (
                "tagtypes",
                Value::fields([
                    ("subject", tags(types.subject)),
                    ("schooltype", tags(types.schooltype)),
                    ("schoolyear", tags(types.schoolyear)),
                    ("compuse", tags(types.compuse)),
                    ("oer", tags(types.oer)),
                    ("tag", tags(types.tag)),
                    ("author", tags(types.author)),
                ]),
            ),
            ("tags_total", Value::Int(self.tags_total)),
            ("searchoptions", choices(self.searchoptions)),
            ("searchforoptions", choices(self.searchforoptions)),
            ("defaultsearchlimit", Value::Int(self.defaultsearchlimit)),
        ])
    }
}

fn tags(tags: Vec<Tag>) -> Value {
    let value = |tag: Tag| Value::fields([("id", Value::Int(tag.id)), ("text", Value::Text(tag.text))]);
    Value::List(tags.into_iter().map(value).collect())
}

fn choices(choices: Vec<SearchOption>) -> Value {
    let value = |choice: SearchOption| {
        Value::fields([("value", Value::Text(choice.value)), ("text", Value::Text(choice.text))])
    };
    Value::List(choices.into_iter().map(value).collect())
}
