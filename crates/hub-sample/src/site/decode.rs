//! How each family of clients reads a reply, its mistakes included (classic protocol notes, section 4.4; what the
//! classic hub did on the wire, point 2).

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Number, Value};

use super::Family;

/// What a reply said.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// The result.
    Value(Value),
    /// A refusal.
    Fault {
        /// The number; clients pass over it.
        code: i64,
        /// The text shown to the user, with `| ERRORCODE: ` and the machine word at its end.
        text: String,
    },
}

/// Why a reply could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the reply cannot be read: {0}")]
pub struct BadReply(String);

fn bad(what: impl Into<String>) -> BadReply {
    BadReply(what.into())
}

/// Into which bytes the client turns the characters it read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Utf8,
    /// PHP's extension converts each run of text to ISO-8859-1, and leaves a run as it is if one character does not
    /// fit. A run ends at every reference and line end.
    Latin1,
}

/// Reads an XML-RPC reply as a client of that family would.
///
/// # Errors
/// If it is not well-formed, or not a method response.
pub fn xmlrpc(family: Family, reply: &[u8]) -> Result<Reply, BadReply> {
    const START: &[u8] = b"<?xml version=\"1.0\" encoding=\"";
    // Any byte before the prolog is fatal for every family.
    let label = reply.strip_prefix(START).and_then(|rest| {
        let end = rest.iter().position(|&byte| byte == b'"')?;
        rest[end..].starts_with(b"\"?>").then(|| String::from_utf8_lossy(&rest[..end]).to_ascii_uppercase())
    });
    if !reply.starts_with(b"<?xml ") && !reply.starts_with(b"<methodResponse") {
        return Err(bad("it does not begin with XML"));
    }
    let is_latin1 = label.as_deref() == Some("ISO-8859-1");
    let text = if is_latin1 {
        reply.iter().map(|&byte| char::from(byte)).collect()
    } else {
        String::from_utf8(reply.to_vec()).map_err(|_| bad("it is not UTF-8"))?
    };
    let target = match family {
        Family::ExtUnpatched => Target::Latin1,
        // Later cores ask for the encoding the prolog names.
        Family::ExtPatched | Family::Mebis if is_latin1 || label.is_none() => Target::Latin1,
        _ => Target::Utf8,
    };
    Parser { reader: Reader::from_str(&text), target }.response()
}

struct Parser<'a> {
    reader: Reader<&'a [u8]>,
    target: Target,
}

/// A part of the document that matters here.
enum Part {
    Open(String),
    Close(String),
    /// Characters without a reference or line end inside.
    Run(String),
    End,
}

impl Parser<'_> {
    fn next(&mut self) -> Result<Vec<Part>, BadReply> {
        let parts = match self.reader.read_event().map_err(|error| bad(error.to_string()))? {
            Event::Start(start) => vec![Part::Open(start.name().as_ref().to_owned())],
            Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                vec![Part::Open(name.clone()), Part::Close(name)]
            }
            Event::End(end) => vec![Part::Close(end.name().as_ref().to_owned())],
            Event::Text(text) => text.split_inclusive('\n').map(|run| Part::Run(run.to_owned())).collect(),
            Event::GeneralRef(reference) => {
                let resolved = match reference.as_ref() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    name => reference
                        .resolve_char_ref()
                        .ok()
                        .flatten()
                        .ok_or_else(|| bad(format!("unknown reference {name}")))?,
                };
                vec![Part::Run(resolved.to_string())]
            }
            Event::DocType(_) => return Err(bad("a document type has no place in a reply")),
            Event::Eof => vec![Part::End],
            _ => Vec::new(),
        };
        Ok(parts)
    }

    fn response(mut self) -> Result<Reply, BadReply> {
        let mut parts = Vec::new();
        loop {
            let more = self.next()?;
            let is_end = more.iter().any(|part| matches!(part, Part::End));
            parts.extend(more);
            if is_end {
                break;
            }
        }
        let mut parts = Parts { parts: parts.into_iter().peekable(), target: self.target };
        parts.open("methodResponse")?;
        if parts.try_open("fault")? {
            parts.open("value")?;
            let fault = parts.value()?;
            let code = fault["faultCode"].as_i64().unwrap_or_default();
            let text = fault["faultString"].as_str().unwrap_or_default().to_owned();
            return Ok(Reply::Fault { code, text });
        }
        parts.open("params")?;
        parts.open("param")?;
        parts.open("value")?;
        Ok(Reply::Value(parts.value()?))
    }
}

struct Parts {
    parts: std::iter::Peekable<std::vec::IntoIter<Part>>,
    target: Target,
}

impl Parts {
    fn skip_blank(&mut self) {
        while self.parts.next_if(|part| matches!(part, Part::Run(run) if run.trim().is_empty())).is_some() {}
    }

    fn open(&mut self, name: &str) -> Result<(), BadReply> {
        if self.try_open(name)? { Ok(()) } else { Err(bad(format!("<{name}> is missing"))) }
    }

    fn try_open(&mut self, name: &str) -> Result<bool, BadReply> {
        self.skip_blank();
        match self.parts.peek() {
            Some(Part::Open(open)) if open == name => {
                self.parts.next();
                Ok(true)
            }
            Some(Part::End) | None => Err(bad("it ends too early")),
            _ => Ok(false),
        }
    }

    fn close(&mut self, name: &str) -> Result<(), BadReply> {
        self.skip_blank();
        match self.parts.next() {
            Some(Part::Close(close)) if close == name => Ok(()),
            _ => Err(bad(format!("</{name}> is missing"))),
        }
    }

    /// Characters up to the closing element `name`, which is taken too.
    fn text(&mut self, name: &str) -> Result<String, BadReply> {
        let mut bytes = Vec::new();
        loop {
            match self.parts.next() {
                Some(Part::Run(run)) => {
                    let fits = run.chars().all(|character| u32::from(character) <= 0xff);
                    if self.target == Target::Latin1 && fits {
                        bytes.extend(run.chars().map(|character| character as u8));
                    } else {
                        bytes.extend(run.as_bytes());
                    }
                }
                Some(Part::Close(close)) if close == name => break,
                _ => return Err(bad(format!("<{name}> holds something else than text"))),
            }
        }
        // What is not UTF-8 in the client shows as broken characters there.
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The value after an opened `<value>`, which is closed too.
    fn value(&mut self) -> Result<Value, BadReply> {
        if !matches!(self.parts.peek(), Some(Part::Open(_))) {
            return self.untyped();
        }
        let Some(Part::Open(kind)) = self.parts.next() else { return Err(bad("a value has no type")) };
        let value = match kind.as_str() {
            "string" | "base64" | "dateTime.iso8601" => Value::String(self.text(&kind)?),
            "int" | "i4" => {
                let text = self.text(&kind)?;
                Value::from(
                    text.trim().parse::<i64>().map_err(|_| bad(format!("{text} is no whole number")))?,
                )
            }
            "double" => {
                let text = self.text(&kind)?;
                let number = text.trim().parse::<f64>().ok().and_then(Number::from_f64);
                Value::Number(number.ok_or_else(|| bad(format!("{text} is no number")))?)
            }
            "boolean" => Value::Bool(self.text(&kind)?.trim() == "1"),
            "nil" => {
                self.close("nil")?;
                Value::Null
            }
            "array" => self.array()?,
            "struct" => self.members()?,
            other => return Err(bad(format!("no client knows the type {other}"))),
        };
        self.close("value")?;
        Ok(value)
    }

    /// A value without a type element is text, unless white space only stands before one.
    fn untyped(&mut self) -> Result<Value, BadReply> {
        let mut blank = String::new();
        while let Some(Part::Run(run)) =
            self.parts.next_if(|part| matches!(part, Part::Run(run) if run.trim().is_empty()))
        {
            blank.push_str(&run);
        }
        if matches!(self.parts.peek(), Some(Part::Open(_))) {
            return self.value();
        }
        Ok(Value::String(blank + &self.text("value")?))
    }

    fn array(&mut self) -> Result<Value, BadReply> {
        let mut items = Vec::new();
        self.open("data")?;
        while self.try_open("value")? {
            items.push(self.value()?);
        }
        self.close("data")?;
        self.close("array")?;
        Ok(Value::Array(items))
    }

    fn members(&mut self) -> Result<Value, BadReply> {
        let mut members = Map::new();
        while self.try_open("member")? {
            self.open("name")?;
            let name = self.text("name")?;
            self.open("value")?;
            members.insert(name, self.value()?);
            self.close("member")?;
        }
        self.close("struct")?;
        Ok(Value::Object(members))
    }
}

/// Reads a REST reply in JSON: an object with `exception` is a refusal.
///
/// # Errors
/// If it is not JSON.
pub fn rest(reply: &[u8]) -> Result<Reply, BadReply> {
    let value: Value = serde_json::from_slice(reply).map_err(|error| bad(error.to_string()))?;
    if value.get("exception").is_some() {
        let word = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let text = format!("{} | ERRORCODE: {}", word("message"), word("errorcode"));
        return Ok(Reply::Fault { code: 0, text });
    }
    Ok(Reply::Value(value))
}
