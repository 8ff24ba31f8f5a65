//! Errors in the two forms of Moodle's REST protocol.

use super::Format;
use super::write::{XML_PROLOG, write_json_text, write_xml_text};

/// The class of exception that goes with an error code (section 4.8).
///
/// Core forgets its registration on `moodle_exception` with `invalidtoken`: never answer that for a
/// passing fault.
pub fn exception_class(errorcode: &str) -> &'static str {
    match errorcode {
        "accessexception" => "webservice_access_exception",
        "invalidparameter" => "invalid_parameter_exception",
        "invalidresponse" => "invalid_response_exception",
        "nopermissions" => "required_capability_exception",
        "invalidrecord" => "dml_missing_record_exception",
        _ => "moodle_exception",
    }
}

/// The whole reply that refuses a call; its HTTP status is 200 all the same.
pub fn error(errorcode: &str, message: &str, format: Format) -> String {
    let class = exception_class(errorcode);
    let mut out = String::with_capacity(256);
    match format {
        Format::Json => {
            out.push_str("{\"exception\":");
            write_json_text(&mut out, class);
            out.push_str(",\"errorcode\":");
            write_json_text(&mut out, errorcode);
            out.push_str(",\"message\":");
            write_json_text(&mut out, message);
            out.push('}');
        }
        Format::Xml => {
            out.push_str(XML_PROLOG);
            out.push_str("<EXCEPTION class=\"");
            out.push_str(class);
            out.push_str("\">\n<ERRORCODE>");
            write_xml_text(&mut out, errorcode);
            out.push_str("</ERRORCODE>\n<MESSAGE>");
            write_xml_text(&mut out, message);
            out.push_str("</MESSAGE>\n</EXCEPTION>\n");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_token_is_told_in_the_words_core_looks_for() {
        assert_eq!(
            error("invalidtoken", "Invalid token - token not found", Format::Json),
            r#"{"exception":"moodle_exception","errorcode":"invalidtoken","message":"Invalid token - token not found"}"#
        );
    }

    #[test]
    fn the_xml_form_names_the_class() {
        assert_eq!(
            error("accessexception", "a < b", Format::Xml),
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<EXCEPTION class=\"webservice_access_exception\">\n\
             <ERRORCODE>accessexception</ERRORCODE>\n<MESSAGE>a &lt; b</MESSAGE>\n</EXCEPTION>\n"
        );
    }
}
