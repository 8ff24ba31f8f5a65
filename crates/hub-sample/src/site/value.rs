//! Values of a web-service call, as PHP would hold them before encoding.

/// A value with PHP's distinctions: a number and the text of a number are sent differently.
#[derive(Clone, Debug, PartialEq)]
pub enum Wire {
    /// A whole number. The clients from 3.1 on wrap it to 32 bits.
    Int(i64),
    /// A number with decimals.
    Double(f64),
    /// True or false.
    Bool(bool),
    /// Text; also numbers that come from a form or the database.
    Text(String),
    /// Nothing.
    Null,
    /// A list, or an empty array or object, which PHP sends as an empty list.
    List(Vec<Wire>),
    /// Named members in order.
    Struct(Vec<(String, Wire)>),
}

impl Wire {
    /// A struct of the given members; without any it is the empty list PHP sends.
    pub fn object<N: Into<String>>(members: impl IntoIterator<Item = (N, Wire)>) -> Self {
        let members: Vec<_> = members.into_iter().map(|(name, value)| (name.into(), value)).collect();
        if members.is_empty() { Self::List(Vec::new()) } else { Self::Struct(members) }
    }
}

impl From<i64> for Wire {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<f64> for Wire {
    fn from(value: f64) -> Self {
        Self::Double(value)
    }
}

impl From<bool> for Wire {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Wire {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Wire {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl<T: Into<Wire>> From<Vec<T>> for Wire {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
