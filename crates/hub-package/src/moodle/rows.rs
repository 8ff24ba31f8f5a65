//! Members of which only the rows are counted: `users.xml`, `questions.xml`.

use crate::xml::{Step, Xml, XmlError};

/// Rows of `users.xml`: whoever is in it, whatever the settings say (package notes, section 7).
pub(crate) fn count_users(xml: &mut Xml<'_>, count: &mut u64) -> Result<(), XmlError> {
    while let Some(step) = xml.next()? {
        if step == Step::Open && xml.path() == "users/user" {
            *count += 1;
        }
    }
    Ok(())
}

/// Questions of `questions.xml`: `question` elements at any depth that have a `qtype` (package notes, section
/// 4: the depth changed in 4.0).
pub(crate) fn count_questions(xml: &mut Xml<'_>) -> Result<u64, XmlError> {
    let mut count = 0;
    while let Some(step) = xml.next()? {
        if step == Step::Open && xml.path().ends_with("/question/qtype") {
            count += 1;
        }
    }
    Ok(count)
}
