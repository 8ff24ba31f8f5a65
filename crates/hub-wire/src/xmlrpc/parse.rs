//! From the bytes of a body to a call or a response: an iterative loop over XML events, no recursion.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use super::encoding::{self, EncodingProblem};
use super::{Family, Limits, Value, repair_byte_references};

mod scalar;
mod tree;

pub(crate) use scalar::parse_double;
use tree::{Root, Tree};

/// A call as it came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The method's name, trimmed: `hub_get_courses`, `system.methodSignature`, or anything else.
    pub method: String,
    /// The parameters, in the order of the wire; they have no names (section 4.2).
    pub params: Vec<Value>,
    /// The generation of client the body was read for.
    pub family: Family,
}

/// A reply as it came in: for tests and for programs that talk to a hub.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// The function's result.
    Value(Value),
    /// The function's refusal.
    Fault {
        /// The number; see [`super::fault_code`].
        code: i64,
        /// The text, with the error code at its end.
        text: String,
    },
}

/// Why a body was refused. Clients get the fault of `invalidrecord` for it, as the classic hub did for
/// everything it could not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// The body is over [`Limits::body_bytes`].
    #[error("the body has {found} bytes, at most {limit} are read")]
    BodyTooLarge {
        /// The limit.
        limit: usize,
        /// The size of the body.
        found: usize,
    },
    /// Values are nested over [`Limits::depth`].
    #[error("values are nested more than {limit} deep")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// There are more values than [`Limits::values`].
    #[error("there are more than {limit} values")]
    TooManyValues {
        /// The limit.
        limit: usize,
    },
    /// A text is over [`Limits::text_bytes`].
    #[error("a text has more than {limit} bytes")]
    TextTooLong {
        /// The limit.
        limit: usize,
    },
    /// A name is over [`Limits::name_bytes`].
    #[error("a name has more than {limit} bytes")]
    NameTooLong {
        /// The limit.
        limit: usize,
    },
    /// The declaration names an encoding that is not read.
    #[error("the encoding {0} is not read; send UTF-8")]
    UnsupportedEncoding(String),
    /// The bytes are not in the encoding they claim.
    #[error("the bytes are not valid in the declared encoding")]
    NotInEncoding,
    /// A document type definition. Never read, whatever it holds.
    #[error("a document type definition is not accepted")]
    DoctypeRefused,
    /// An entity other than the five predefined ones.
    #[error("the entity {0} is not known")]
    UnknownEntity(String),
    /// A character that XML forbids, raw or as a reference.
    #[error("a character that XML does not allow")]
    IllegalCharacter,
    /// Not well-formed XML.
    #[error("the XML is broken near byte {position}: {problem}")]
    Malformed {
        /// Where reading stopped, in bytes of the text.
        position: u64,
        /// What the XML reader says.
        problem: String,
    },
    /// Well-formed XML that is no XML-RPC.
    #[error("{0}")]
    Unexpected(String),
}

/// Reads a method call.
///
/// Lenient where clients differ (section 4.3): any white space between elements, values without a type,
/// `<i4>`, `<i8>`, `<ex:nil/>`, doubles that end in a dot, `<params/>` or none, attributes. Strict where
/// it protects: no DTD, no entity but the predefined five, legal characters, every limit.
///
/// For every family but Zend byte references are repaired first; see [`repair_byte_references`].
pub fn parse_call(body: &[u8], family: Family, limits: &Limits) -> Result<Call, ParseError> {
    let text = text_of(body, limits)?;
    let tree = match family {
        Family::Zend => read(&text, Root::Call, limits)?,
        Family::Extension => read(&repair_byte_references(&text), Root::Call, limits)?,
    };
    let (method, params) = tree.into_call()?;
    Ok(Call { method, params, family })
}

/// Reads a method response; the counterpart of [`super::response`] and [`super::fault`].
///
/// The bytes are taken as UTF-8 even under the odd ISO-8859-1 label of [`super::ReplyForm::Latin1Label`].
pub fn parse_response(body: &[u8], limits: &Limits) -> Result<Response, ParseError> {
    check_size(body, limits)?;
    let text = std::str::from_utf8(body).map_err(|_| ParseError::NotInEncoding)?;
    check_characters(text)?;
    read(text, Root::Response, limits)?.into_response()
}

fn text_of<'a>(body: &'a [u8], limits: &Limits) -> Result<std::borrow::Cow<'a, str>, ParseError> {
    check_size(body, limits)?;
    let text = encoding::decode(body).map_err(|problem| match problem {
        EncodingProblem::Unknown(name) => ParseError::UnsupportedEncoding(name),
        EncodingProblem::Malformed => ParseError::NotInEncoding,
    })?;
    check_characters(&text)?;
    Ok(text)
}

fn check_size(body: &[u8], limits: &Limits) -> Result<(), ParseError> {
    if body.len() > limits.body_bytes {
        return Err(ParseError::BodyTooLarge { limit: limits.body_bytes, found: body.len() });
    }
    Ok(())
}

/// Refuses raw characters outside XML 1.0's `Char`, once for the whole text.
fn check_characters(text: &str) -> Result<(), ParseError> {
    let control = text.bytes().any(|byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'));
    if control || text.contains('\u{FFFE}') || text.contains('\u{FFFF}') {
        return Err(ParseError::IllegalCharacter);
    }
    Ok(())
}

/// XML 1.0, production 2. Surrogates cannot occur in a `char`.
pub(crate) fn is_legal_character(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

fn read<'l>(xml: &str, root: Root, limits: &'l Limits) -> Result<Tree<'l>, ParseError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut tree = Tree::new(root, limits);
    loop {
        let event = reader.read_event().map_err(|problem| ParseError::Malformed {
            position: reader.error_position(),
            problem: problem.to_string(),
        })?;
        match event {
            Event::Start(element) => tree.open(element.name().as_ref())?,
            Event::End(_) => tree.close()?,
            Event::Text(text) => {
                if text.contains('\r') {
                    tree.add_text(&text.xml10_content())?;
                } else {
                    tree.add_text(&text)?;
                }
            }
            Event::CData(text) => tree.add_text(&text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let character = resolve(&reference)?;
                tree.add_text(character.encode_utf8(&mut [0; 4]))?;
            }
            Event::DocType(_) => return Err(ParseError::DoctypeRefused),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Empty(_) => return Err(ParseError::Unexpected("an empty element was left".to_owned())),
            Event::Eof => return Ok(tree),
        }
    }
}

fn resolve(reference: &BytesRef<'_>) -> Result<char, ParseError> {
    if reference.is_char_ref() {
        let resolved = reference.resolve_char_ref().ok().flatten().ok_or(ParseError::IllegalCharacter)?;
        return if is_legal_character(resolved) { Ok(resolved) } else { Err(ParseError::IllegalCharacter) };
    }
    match &**reference {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        name => Err(ParseError::UnknownEntity(name.chars().take(40).collect())),
    }
}

#[cfg(test)]
mod tests;
