//! `system.methodSignature`, which the Zend client asks before every call (section 4.7).

use crate::Value;
use crate::moodle::Function;

/// The name of the method. Its one parameter is the name of a function.
pub const METHOD_SIGNATURE: &str = "system.methodSignature";

/// The answer: one struct with the type of the result and the types of the parameters.
///
/// The client coerces by it: `string` makes an empty text of null, `int` makes `<int>` of booleans,
/// `struct` makes a struct of an empty array.
pub fn signature(function: Function) -> Value {
    let (result, parameters): (&str, &[&str]) = match function {
        Function::GetInfo | Function::GetFormInfo => ("struct", &[]),
        Function::UpdateSiteInfo => ("boolean", &["struct"]),
        Function::RegisterCourses => ("array", &["array"]),
        Function::GetCourses => ("struct", &["string", "int", "int", "struct"]),
        Function::UnregisterCourses => ("int", &["array"]),
        Function::UnregisterSite => ("int", &[]),
        Function::SiteIsRegistered => ("boolean", &[]),
    };
    let parameters = parameters.iter().map(|name| Value::text(*name)).collect();
    Value::List(vec![Value::fields([
        ("returnType", Value::text(result)),
        ("parameters", Value::List(parameters)),
    ])])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xmlrpc::{ReplyForm, response};

    #[test]
    fn the_signature_of_a_search_reads_as_on_the_classic_hub() {
        let reply = response(&signature(Function::GetCourses), ReplyForm::Utf8);
        assert!(reply.contains(
            "<value><array><data><value><struct><member><name>returnType</name><value><string>struct</string>\
             </value></member><member><name>parameters</name><value><array><data>\
             <value><string>string</string></value><value><string>int</string></value>\
             <value><string>int</string></value><value><string>struct</string></value></data></array>"
        ));
    }

    #[test]
    fn a_function_without_parameters_has_an_empty_list_of_types() {
        let value = signature(Function::UnregisterSite);
        assert_eq!(value.items()[0].get("parameters"), Some(&Value::List(Vec::new())));
    }
}
