//! The open elements of a body and what was read inside them.

use std::borrow::Cow;

use super::scalar::Scalar;
use super::{ParseError, Response};
use crate::Value;
use crate::value::Members;
use crate::xmlrpc::Limits;

/// Which document is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Root {
    Call,
    Response,
}

/// One open element.
#[derive(Debug)]
enum Node {
    Call,
    Response,
    MethodName(String),
    Params,
    Param(Option<Value>),
    Fault(Option<Value>),
    Value { text: String, typed: Option<Value> },
    Scalar(Scalar, String),
    Array(Option<Vec<Value>>),
    Data(Vec<Value>),
    Struct(Members),
    Member { name: Option<String>, value: Option<Value> },
    Name(String),
}

/// Builds a call or a response from elements and text; refuses whatever has no place there.
#[derive(Debug)]
pub(super) struct Tree<'l> {
    limits: &'l Limits,
    root: Root,
    open: Vec<Node>,
    open_values: usize,
    values: usize,
    method: Option<String>,
    params: Option<Vec<Value>>,
    fault: Option<Value>,
    finished: bool,
}

impl<'l> Tree<'l> {
    pub(super) fn new(root: Root, limits: &'l Limits) -> Self {
        Self {
            limits,
            root,
            open: Vec::with_capacity(16),
            open_values: 0,
            values: 0,
            method: None,
            params: None,
            fault: None,
            finished: false,
        }
    }

    /// An element begins.
    pub(super) fn open(&mut self, name: &str) -> Result<(), ParseError> {
        let node = match (self.open.last_mut(), name) {
            (None, "methodCall") if self.root == Root::Call && !self.finished => Node::Call,
            (None, "methodResponse") if self.root == Root::Response && !self.finished => Node::Response,
            (Some(Node::Call), "methodName") if self.method.is_none() => Node::MethodName(String::new()),
            (Some(Node::Call | Node::Response), "params") if self.params.is_none() => {
                self.params = Some(Vec::new());
                Node::Params
            }
            (Some(Node::Response), "fault") if self.fault.is_none() => Node::Fault(None),
            (Some(Node::Params), "param") => Node::Param(None),
            (
                Some(
                    Node::Param(None)
                    | Node::Fault(None)
                    | Node::Member { name: Some(_), value: None }
                    | Node::Data(_),
                ),
                "value",
            ) => self.new_value()?,
            (Some(Node::Value { text, typed: None }), _) if is_blank(text) => {
                text.clear();
                typed_node(name).ok_or_else(|| unexpected(name))?
            }
            (Some(Node::Array(None)), "data") => Node::Data(Vec::new()),
            (Some(Node::Struct(_)), "member") => Node::Member { name: None, value: None },
            (Some(Node::Member { name: None, value: None }), "name") => Node::Name(String::new()),
            _ => return Err(unexpected(name)),
        };
        self.open.push(node);
        Ok(())
    }

    fn new_value(&mut self) -> Result<Node, ParseError> {
        self.values += 1;
        if self.values > self.limits.values {
            return Err(ParseError::TooManyValues { limit: self.limits.values });
        }
        self.open_values += 1;
        if self.open_values > self.limits.depth {
            return Err(ParseError::TooDeep { limit: self.limits.depth });
        }
        Ok(Node::Value { text: String::new(), typed: None })
    }

    /// Text, or a resolved reference, inside the innermost element.
    pub(super) fn add_text(&mut self, more: &str) -> Result<(), ParseError> {
        match self.open.last_mut() {
            Some(Node::Scalar(_, text) | Node::Value { text, typed: None }) => {
                if text.len() + more.len() > self.limits.text_bytes {
                    return Err(ParseError::TextTooLong { limit: self.limits.text_bytes });
                }
                text.push_str(more);
            }
            Some(Node::MethodName(name) | Node::Name(name)) => {
                if name.len() + more.len() > self.limits.name_bytes {
                    return Err(ParseError::NameTooLong { limit: self.limits.name_bytes });
                }
                name.push_str(more);
            }
            _ if is_blank(more) => {}
            _ => return Err(ParseError::Unexpected("there is text where only elements belong".to_owned())),
        }
        Ok(())
    }

    /// The innermost element ends.
    pub(super) fn close(&mut self) -> Result<(), ParseError> {
        let node = self.open.pop().ok_or_else(|| incomplete("an element"))?;
        match node {
            Node::Call | Node::Response => self.finished = true,
            Node::Params => {}
            Node::MethodName(name) => self.method = Some(name.trim().to_owned()),
            Node::Param(value) => {
                let value = value.ok_or_else(|| incomplete("a param"))?;
                self.params.get_or_insert_default().push(value);
            }
            Node::Fault(value) => self.fault = Some(value.ok_or_else(|| incomplete("the fault"))?),
            Node::Value { text, typed } => {
                self.open_values -= 1;
                self.put_value(typed.unwrap_or(Value::Text(text)))?;
            }
            Node::Scalar(scalar, text) => self.put_typed(scalar.parse(text)?)?,
            Node::Array(items) => self.put_typed(Value::List(items.unwrap_or_default()))?,
            Node::Struct(members) => self.put_typed(Value::Struct(members))?,
            Node::Data(items) => match self.open.last_mut() {
                Some(Node::Array(slot)) => *slot = Some(items),
                _ => return Err(incomplete("an array")),
            },
            Node::Name(text) => match self.open.last_mut() {
                Some(Node::Member { name, .. }) => *name = Some(text),
                _ => return Err(incomplete("a member")),
            },
            Node::Member { name, value } => match (self.open.last_mut(), name, value) {
                (Some(Node::Struct(members)), Some(name), Some(value)) => {
                    members.push((Cow::Owned(name), value));
                }
                _ => return Err(incomplete("a member")),
            },
        }
        Ok(())
    }

    fn put_value(&mut self, value: Value) -> Result<(), ParseError> {
        match self.open.last_mut() {
            Some(Node::Param(slot) | Node::Fault(slot) | Node::Member { value: slot, .. }) => {
                *slot = Some(value);
            }
            Some(Node::Data(items)) => items.push(value),
            _ => return Err(incomplete("a value")),
        }
        Ok(())
    }

    fn put_typed(&mut self, value: Value) -> Result<(), ParseError> {
        match self.open.last_mut() {
            Some(Node::Value { typed, .. }) => *typed = Some(value),
            _ => return Err(incomplete("a value")),
        }
        Ok(())
    }

    pub(super) fn into_call(self) -> Result<(String, Vec<Value>), ParseError> {
        if !self.finished {
            return Err(incomplete("the methodCall"));
        }
        let method =
            self.method.filter(|name| !name.is_empty()).ok_or_else(|| incomplete("the methodName"))?;
        Ok((method, self.params.unwrap_or_default()))
    }

    pub(super) fn into_response(self) -> Result<Response, ParseError> {
        if !self.finished {
            return Err(incomplete("the methodResponse"));
        }
        if let Some(fault) = self.fault {
            let code = fault.get("faultCode").and_then(Value::as_int);
            let text = fault.get("faultString").and_then(Value::as_text);
            return match (code, text) {
                (Some(code), Some(text)) => Ok(Response::Fault { code, text: text.to_owned() }),
                _ => Err(incomplete("the fault")),
            };
        }
        let value = self.params.unwrap_or_default().into_iter().next();
        value.map(Response::Value).ok_or_else(|| incomplete("the params"))
    }
}

fn typed_node(name: &str) -> Option<Node> {
    match name {
        "array" => Some(Node::Array(None)),
        "struct" => Some(Node::Struct(Members::new())),
        _ => Scalar::from_element(name).map(|scalar| Node::Scalar(scalar, String::new())),
    }
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

fn unexpected(name: &str) -> ParseError {
    let name: String = name.chars().take(40).collect();
    ParseError::Unexpected(format!("the element {name} does not belong here"))
}

fn incomplete(what: &str) -> ParseError {
    ParseError::Unexpected(format!("{what} is missing or not complete"))
}
