//! Everything that can be found in a package, in one table.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::finding::Severity;

/// Writes the enum and its lookups from one table, so that a code cannot exist without a sentence and advice.
macro_rules! codes {
    ($($variant:ident $text:literal $severity:ident $sentence:literal $advice:literal;)*) => {
        /// What can be found in a package. The words are stable: they are stored, shown and translated by;
        /// a code is never removed and never changes its meaning.
        ///
        /// Each is documented by the sentence that [`Code::sentence`] gives.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "&'static str", try_from = "String")]
        pub enum Code {
            $(#[doc = $sentence] $variant,)*
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word that is stored and shown, for instance `bomb_ratio`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// What a finding of this code does under the default policy (package notes, section 15).
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// One English sentence for people: what is wrong.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $sentence,)* }
            }

            /// One English sentence for the publisher: what to do about it.
            pub const fn advice(self) -> &'static str {
                match self { $(Self::$variant => $advice,)* }
            }
        }
    };
}

codes! {
    // The first bytes (package notes, section 2).
    EmptyFile "empty_file" Refuse
        "The file is empty."
        "Make the backup again, download it completely and upload that file.";
    NotAPackage "not_a_package" Refuse
        "The file is neither a zip nor a gzip'd tar, so it is no course package."
        "Upload the .mbz file that Moodle's course backup gives.";
    OtherArchive "other_archive" Refuse
        "The file is an archive of a kind that Moodle cannot read."
        "Upload the .mbz file as Moodle made it, without packing it again.";
    BareTar "bare_tar" Refuse
        "The file is a tar archive without gzip, which Moodle cannot read."
        "Compress it with gzip, or upload the .mbz file as Moodle made it.";
    HtmlPage "html_page" Refuse
        "The file is a web page, not a package."
        "The sign-in page was probably saved instead of the backup: sign in, download the .mbz again, upload that.";
    TooLarge "too_large" Refuse
        "The file is larger than this hub takes."
        "Leave large media out of the backup, or ask the hub's staff about the limit.";
    EmptyArchive "empty_archive" Refuse
        "The archive has no members."
        "Make the backup again and upload the .mbz file as Moodle made it.";
    GzipNotTar "gzip_not_tar" Refuse
        "The file is compressed with gzip, but no tar archive is inside."
        "Upload the .mbz file as Moodle made it.";

    // The container (package notes, section 12, H1 to H20).
    Truncated "truncated" Refuse
        "The file ends too early: a part of it is missing."
        "Download the backup again, compare the sizes, and upload the complete file.";
    Corrupt "corrupt" Refuse
        "The archive is damaged: sizes, checksums or compressed data do not fit."
        "Make or download the backup again; the file was damaged on its way.";
    GzipMultiMember "gzip_multi_member" Refuse
        "The file holds several gzip streams one after the other."
        "Upload the .mbz file as Moodle made it.";
    ZipInconsistent "zip_inconsistent" Refuse
        "The zip says two different things about its contents, so readers would disagree about them."
        "Make the backup again in Moodle, or unpack and zip it with an ordinary tool.";
    ZipOverlap "zip_overlap" Refuse
        "Members of the zip share the same bytes, as in an archive bomb."
        "Upload the .mbz file as Moodle made it.";
    ZipSplit "zip_split" Refuse
        "The zip is one part of a set split over several files."
        "Upload one single file.";
    Encrypted "encrypted" Refuse
        "The archive is protected by a password."
        "Upload the package without a password; Moodle cannot restore it either.";
    UnsupportedCompression "unsupported_compression" Refuse
        "A member is compressed by a method that Moodle may not read."
        "Zip it with the ordinary method (deflate), or upload the .mbz file as Moodle made it.";
    UnsafeName "unsafe_name" Refuse
        "A member's name points outside the package or holds forbidden characters."
        "Upload the .mbz file as Moodle made it.";
    NameTooLong "name_too_long" Refuse
        "A member's name is too long or too deep."
        "Upload the .mbz file as Moodle made it.";
    UnsafeEntryType "unsafe_entry_type" Refuse
        "A member is neither a file nor a directory but a link or a device."
        "Pack the files themselves, not links to them.";
    DuplicateName "duplicate_name" Refuse
        "Two members with different contents have the same name."
        "Upload the .mbz file as Moodle made it.";
    TarExtensions "tar_extensions" Refuse
        "The tar is of a flavour (PAX, GNU or the old v7) that Moodle cannot read."
        "Pack it in the plain ustar format, or upload the .mbz file as Moodle made it.";
    TooManyMembers "too_many_members" Refuse
        "The archive has more members than this hub reads."
        "Split the course, or ask the hub's staff about the limit.";
    TooLargeUnpacked "too_large_unpacked" Refuse
        "The archive unpacks to more than this hub reads."
        "Leave large media out of the backup, or ask the hub's staff about the limit.";
    BombRatio "bomb_ratio" Refuse
        "A member is compressed far beyond what course material allows, as in an archive bomb."
        "Leave out the file named here: it consists of almost nothing but repetition.";
    TrailingData "trailing_data" Warning
        "Something follows after the end of the archive."
        "Nothing to do; those bytes are ignored.";
    TarEndMissing "tar_end_missing" Warning
        "The tar lacks its closing blocks."
        "Compare the sizes: the file may have been cut.";
    TarExtensionsPresent "tar_extensions_present" Warning
        "The tar holds extension headers (PAX) that Moodle takes for files."
        "Nothing to do; packing in the plain ustar format avoids it.";
    IndexMismatch "index_mismatch" Warning
        "The archive's own index does not list what the archive holds."
        "Nothing to do if you packed it by hand; otherwise make the backup again.";
    DuplicateMember "duplicate_member" Warning
        "A file is in the archive more than once, each time the same."
        "Nothing to do.";
    DuplicateLink "duplicate_link" Warning
        "The archive repeats a file as a link to itself."
        "Nothing to do; a tool writes this when a path is given twice.";
    CaseOnlyDifference "case_only_difference" Warning
        "Names of members differ only in upper and lower case."
        "Nothing to do on most servers; avoid such names.";
    ForeignMembers "foreign_members" Warning
        "The archive holds files that are no part of a Moodle backup."
        "They are ignored; leave them out next time.";

    // XML (package notes, section 12, H21 to H26).
    XmlDoctype "xml_doctype" Refuse
        "An XML file declares a document type, which Moodle never writes."
        "Make the backup again in Moodle.";
    XmlEntity "xml_entity" Refuse
        "An XML file uses an entity that is not defined."
        "Make the backup again in Moodle.";
    XmlEncoding "xml_encoding" Refuse
        "An XML file is not in UTF-8 (or not XML 1.0)."
        "Make the backup again in Moodle; it writes UTF-8.";
    XmlMalformed "xml_malformed" Refuse
        "moodle_backup.xml is not well-formed."
        "Make the backup again in Moodle.";
    XmlLimit "xml_limit" Refuse
        "The package's XML is larger or deeper than this hub reads."
        "Make a smaller backup, or ask the hub's staff about the limit.";
    MemberUnreadable "member_unreadable" Warning
        "An XML file of the package cannot be read; what it says is left out."
        "Make the backup again; Moodle may not restore this part.";

    // What kind of thing it is (package notes, sections 2, 10 and 11).
    Nested "nested" Refuse
        "The folder was packed instead of its contents, so Moodle does not recognise the package."
        "Pack the files inside that folder, so that moodle_backup.xml stands at the top.";
    NoMoodleBackup "no_moodle_backup" Refuse
        "The archive holds no moodle_backup.xml, so it is no Moodle backup."
        "Upload the .mbz file that Moodle's course backup gives.";
    NotRecognisedByMoodle "not_recognised_by_moodle" Refuse
        "moodle_backup.xml does not begin as Moodle requires, so no Moodle would recognise the package."
        "Make the backup again in Moodle.";
    Moodle1Backup "moodle1_backup" Refuse
        "This is a backup of Moodle 1.x, which this hub does not take."
        "Restore it in Moodle 2.1 or later and make a new backup there.";
    CommonCartridge "common_cartridge" Refuse
        "This is an IMS Common Cartridge, not a Moodle backup."
        "Import it into a Moodle course and make a backup of that.";
    ScormPackage "scorm_package" Refuse
        "This is a SCORM package: one activity, not a course."
        "Add it to a Moodle course and make a backup of that.";
    ImsContentPackage "ims_content_package" Refuse
        "This is an IMS content package: one activity, not a course."
        "Add it to a Moodle course and make a backup of that.";
    H5pPackage "h5p_package" Refuse
        "This is an H5P package: one activity, not a course."
        "Add it to a Moodle course and make a backup of that.";
    AiccPackage "aicc_package" Refuse
        "This is an AICC package: one activity, not a course."
        "Add it to a Moodle course and make a backup of that.";

    // The backup (package notes, sections 3, 7 and 15).
    NotACourse "not_a_course" Hold
        "This is the backup of one activity or one section, not of a course."
        "Make a backup of the whole course, or ask the hub's staff to take it as it is.";
    NoBackupDetails "no_backup_details" Refuse
        "moodle_backup.xml does not say what was backed up."
        "Make the backup again in Moodle.";
    FrontPage "front_page" Refuse
        "This is the backup of a site's front page, which cannot be restored as a course."
        "Make a backup of a course.";
    CourseMissing "course_missing" Refuse
        "The package lacks course/course.xml, without which Moodle restores no course."
        "Make the backup again in Moodle.";
    PersonalData "personal_data" Hold
        "The package contains user accounts."
        "Make the backup again without enrolled users (the first setting of the backup) and upload that.";
    UsersUndeclared "users_undeclared" Hold
        "The package says it has no users, but user accounts are in it."
        "Make the backup again without enrolled users and upload that.";
    UserRows "user_rows" Hold
        "The package has no user accounts, but rows about users: grades, attempts, posts, completion or logs."
        "Make the backup again without enrolled users, logs and histories. Answers of surveys stay even then: leave that activity out.";
    UserFiles "user_files" Hold
        "The package contains files of users: their pictures, what they handed in, or what they attached."
        "Make the backup again without enrolled users and upload that.";
    AnonymisedUsers "anonymised_users" Warning
        "The package contains user accounts that Moodle made anonymous; what these users wrote is in it unchanged."
        "Better make the backup again without enrolled users: texts and files can still name people.";
    SecretEnrolmentKey "secret_enrolment_key" Warning
        "The key of an enrolment method or a group is in the package for everybody to read."
        "Change the key on your site, and remove it from the course before you make the next backup.";
    SecretActivityPassword "secret_activity_password" Warning
        "The password of an activity is in the package for everybody to read."
        "Remove the password from the activity before the backup, or change it on your site.";
    SecretMeetingPassword "secret_meeting_password" Warning
        "The password of an online meeting is in the package for everybody to read."
        "Leave the meeting out of the backup, or change its password.";
    SecretOfTool "secret_of_tool" Warning
        "The key of an external tool or service is in the package for everybody to read."
        "Have the key replaced where it is used, and leave the tool out of the backup.";
    SecretOther "secret_other" Warning
        "A password or key is in the package for everybody to read."
        "Change it where it is used, and remove it before the next backup.";
    EmailAddresses "email_addresses" Warning
        "Texts of the package hold e-mail addresses."
        "Remove those of people who did not agree to be published.";
    AuthorNames "author_names" Info
        "Files of the package name their authors, as licences often ask for."
        "Nothing to do if these people may be named.";
    ContentMissing "content_missing" Hold
        "The package names files but was made without their contents."
        "Make the backup again with files included, by the ordinary course backup.";
    FileHashMismatch "file_hash_mismatch" Warning
        "A file of the package is not the one that its name says: it was changed or damaged."
        "Make the backup again; look at this file if it was made by somebody else.";
    FileMissing "file_missing" Warning
        "The package names files whose contents it does not hold."
        "Open these files on the site they come from; Moodle restores the course without them.";
    FileSizeMismatch "file_size_mismatch" Warning
        "Files of the package have another size than it says."
        "Make the backup again.";
    ContentsMismatch "contents_mismatch" Hold
        "The package lists parts that are not in the archive."
        "Make the backup again in Moodle.";
    OutlineTooLong "outline_too_long" Warning
        "The package lists more parts than any real course has."
        "Nothing to do; counts stay exact, the outline shows the first parts.";
    NameDiffers "name_differs" Info
        "The course has two different names in the package."
        "Nothing to do; the name at the time of the backup is shown.";
    BadValue "bad_value" Warning
        "A value in the package makes no sense and was left out."
        "Nothing to do.";
    TextCut "text_cut" Info
        "A text is very long and was cut."
        "Nothing to do.";

    // Active content and links (package notes, sections 7, 9 and 12, H27 and H29).
    ActiveScript "active_script" Warning
        "A text or file holds a script."
        "Take the script out; Moodle removes it from most texts, and readers should not have to trust it.";
    ActiveHandler "active_handler" Warning
        "A text or file holds an attribute that runs script."
        "Take the attribute out; use a plain link or one of Moodle's own activities.";
    ActiveAddress "active_address" Warning
        "An address runs script or opens a document hidden inside the address."
        "Replace it by a link to an ordinary page.";
    ActiveFrame "active_frame" Warning
        "A text or file shows another page in a frame."
        "Use a link, or Moodle's URL resource, instead of the frame.";
    ActiveObject "active_object" Warning
        "A text or file holds an object for a browser's plug-in."
        "Use Moodle's own player or a link; browsers no longer run plug-ins.";
    ActiveStyle "active_style" Warning
        "A style can run script in old browsers."
        "Take the style out.";
    ActiveSvg "active_svg" Warning
        "A drawing (SVG) can change its own links or load parts from elsewhere."
        "Save the drawing as a plain SVG or as PNG.";
    SvgForeignObject "svg_foreign_object" Info
        "A drawing (SVG) holds a piece of a web page."
        "Nothing to do; some drawing programs write texts in this way.";
    FormPostsAway "form_posts_away" Warning
        "A form sends what people type to another site."
        "Use one of Moodle's own activities instead of the form.";
    MetaRefresh "meta_refresh" Warning
        "A text or file sends its readers to another page by itself, or sets a cookie."
        "Use an ordinary link.";
    BaseAddress "base_address" Warning
        "A text or file changes where all its links lead."
        "Take the base address out and write the links in full.";
    ExternalTracker "external_tracker" Warning
        "Another site is told who reads this: a hidden picture or a known tracker."
        "Take it out; readers did not agree to be followed.";
    ExternalStyle "external_style" Warning
        "A style sheet is loaded from another site."
        "Put the style sheet into the course, or do without it.";
    ExternalEmbed "external_embed" Info
        "Media of a well-known service are shown in a frame."
        "Nothing to do; readers should know that the service sees them.";
    PrivateLink "private_link" Warning
        "Links lead to addresses that only people in the same house can reach."
        "Replace them by public addresses, or put the files into the course.";
    SourceSiteLink "source_site_link" Warning
        "Links lead back to the site the course comes from, where others have no account."
        "Link to activities of the course with Moodle's own picker, and put files into the course.";
    ScanIncomplete "scan_incomplete" Warning
        "The package holds more text than is searched for scripts; a part of it was not looked at."
        "Split very large texts and files, or ask the hub's staff to look at them.";
    HtmlFile "html_file" Warning
        "A file of the course is a web page of its own."
        "Use Moodle's Page resource instead; a page of its own can hold anything.";
    ScriptFile "script_file" Warning
        "A file of the course is a script."
        "Leave it out unless the course teaches programming.";
    FlashFile "flash_file" Warning
        "A file of the course is a Flash film, which browsers no longer play."
        "Replace it by a video or an H5P activity.";
    OfficeMacros "office_macros" Warning
        "A document holds macros, which run when somebody opens it."
        "Save the document without macros (docx, xlsx, pptx, odt) and upload that.";
    PdfActive "pdf_active" Warning
        "A PDF can run script, start programs, or carries other files with it."
        "Print the document into a new PDF and upload that.";
    InnerUnreadable "inner_unreadable" Warning
        "An archive inside the package cannot be looked into: it needs a password, is damaged, or is packed unusually."
        "Pack it again with an ordinary tool and without a password.";
    InnerBomb "inner_bomb" Hold
        "An archive inside the package unpacks to far more than course material does."
        "Take the archive out, or ask the hub's staff to look at it.";
    ExecutableFile "executable_file" Hold
        "A file of the course is a program."
        "Take the program out and link to where its makers offer it.";
}

impl fmt::Display for Code {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.as_str())
    }
}

impl From<Code> for &'static str {
    fn from(code: Code) -> Self {
        code.as_str()
    }
}

/// A word that is no code of this reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such finding code: {0}")]
pub struct UnknownCode(String);

impl std::str::FromStr for Code {
    type Err = UnknownCode;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str() == word)
            .ok_or_else(|| UnknownCode(word.to_owned()))
    }
}

impl TryFrom<String> for Code {
    type Error = UnknownCode;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        word.parse()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_is_one_snake_case_word_with_a_sentence_and_advice() {
        let mut seen = BTreeSet::new();
        for code in Code::ALL {
            let word = code.as_str();
            assert!(word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')), "{word}");
            assert!(seen.insert(word), "{word} twice");
            assert!(code.sentence().ends_with('.') && code.advice().ends_with('.'), "{word}");
            assert_eq!(word.parse::<Code>(), Ok(*code));
            let json = serde_json::to_string(code).unwrap();
            assert_eq!(serde_json::from_str::<Code>(&json).unwrap(), *code);
        }
        assert!("no_such_code".parse::<Code>().is_err());
    }
}
