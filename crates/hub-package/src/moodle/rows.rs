//! Members of which only the rows are counted: `users.xml`, `files.xml`, `questions.xml`.

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

/// Rows of `files.xml` (package notes, section 9).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FileRows {
    /// Files, directory rows left out.
    pub(crate) files: u64,
    /// Those that point at an outside repository and have no contents in the package.
    pub(crate) external: u64,
}

impl FileRows {
    /// Counts the rows.
    pub(crate) fn read(xml: &mut Xml<'_>) -> Result<Self, XmlError> {
        let mut rows = Self::default();
        let (mut directory, mut external) = (false, false);
        while let Some(step) = xml.next()? {
            match (step, xml.path()) {
                (Step::Open, "files/file") => (directory, external) = (false, false),
                (Step::Open, "files/file/filename" | "files/file/repositorytype") => xml.keep(64),
                (Step::Close, "files/file/filename") => directory = xml.text().0 == ".",
                (Step::Close, "files/file/repositorytype") => {
                    external = !matches!(xml.text().0, "" | super::NULL);
                }
                (Step::Close, "files/file") if !directory => {
                    rows.files += 1;
                    rows.external += u64::from(external);
                }
                _ => {}
            }
        }
        Ok(rows)
    }
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
