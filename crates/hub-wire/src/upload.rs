//! The fields of `upload.php` and `download.php` (section 7). Splitting the multipart body into its parts
//! is the door's work: only it can stream.

use crate::form;
use crate::param::{Kind, clean_int};

/// Slots of screenshots: 1 to 9 (section 7.1: the classic constant is 10, the test is `< 10`).
pub const SCREENSHOT_NUMBERS: std::ops::RangeInclusive<i64> = 1..=9;

/// Side of the box a thumbnail fits in, in pixels (section 9.5).
pub const THUMBNAIL_SIDE: i64 = 150;

/// What an upload brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadKind {
    /// A course package.
    Backup,
    /// A picture.
    Screenshot {
        /// Its slot, within [`SCREENSHOT_NUMBERS`].
        number: i64,
    },
}

/// The fields of an upload, complete. The name of the file part is a path on the sender's disk and never
/// kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The site's **token**; it comes after the file.
    pub token: String,
    /// The hub's id of the course.
    pub courseid: i64,
    /// What the file is.
    pub kind: UploadKind,
}

/// Why an upload's fields were refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UploadError {
    /// `filetype` is neither `backup` nor `screenshot`.
    #[error("filetype must be backup or screenshot")]
    FileType,
    /// `courseid` is no number.
    #[error("courseid must be a number")]
    CourseId,
    /// `token` is missing.
    #[error("token is missing")]
    Token,
    /// `screenshotnumber` has no slot.
    #[error("screenshotnumber must be from 1 to 9")]
    ScreenshotNumber,
}

/// Collects the fields of an upload, in whatever order the parts come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UploadFields {
    token: String,
    file_type: String,
    courseid: String,
    number: Option<i64>,
}

impl UploadFields {
    /// Longest field value worth reading, in bytes; longer ones cannot be meant.
    pub const MAX_VALUE_BYTES: usize = 1024;

    /// Takes one field; others than the four known ones are ignored, `filename` too.
    pub fn set(&mut self, name: &str, value: &str) {
        let value = value.trim();
        match name {
            "token" => self.token = Kind::AlphaNum.clean(value).into_owned(),
            "filetype" => self.file_type = Kind::Alpha.clean(value).into_owned(),
            "courseid" => self.courseid = Kind::AlphaNum.clean(value).into_owned(),
            "screenshotnumber" => self.number = Some(clean_int(value)),
            _ => {}
        }
    }

    /// The upload, when all parts are there.
    pub fn finish(self) -> Result<Upload, UploadError> {
        if self.token.is_empty() {
            return Err(UploadError::Token);
        }
        let courseid = self.courseid.parse().map_err(|_| UploadError::CourseId)?;
        let kind = match self.file_type.as_str() {
            "backup" => UploadKind::Backup,
            "screenshot" => {
                let number = self.number.unwrap_or(1);
                if !SCREENSHOT_NUMBERS.contains(&number) {
                    return Err(UploadError::ScreenshotNumber);
                }
                UploadKind::Screenshot { number }
            }
            _ => return Err(UploadError::FileType),
        };
        Ok(Upload { token: self.token, courseid, kind })
    }
}

/// What a download asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A course package.
    Backup {
        /// The hub's id of the course.
        courseid: i64,
    },
    /// A picture of a course.
    Screenshot {
        /// The hub's id of the course.
        courseid: i64,
        /// Its slot.
        number: i64,
        /// How large.
        size: ImageSize,
    },
    /// The hub's logo.
    HubLogo,
}

/// The two sizes pictures come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageSize {
    /// As it was uploaded.
    Original,
    /// In a box of [`THUMBNAIL_SIDE`].
    Thumbnail,
}

/// Why a download's query was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DownloadError {
    /// `filetype` is none of the three.
    #[error("filetype must be backup, screenshot or hubscreenshot")]
    FileType,
    /// `courseid` is missing, or there where it does not belong.
    #[error("courseid is missing or does not belong here")]
    CourseId,
    /// Another size than original and thumbnail; classic code `wrongimagesize`.
    #[error("only the original and a thumbnail of 150 pixels exist")]
    ImageSize,
}

/// The query of `download.php`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// What is asked for.
    pub wanted: Wanted,
    /// The site's **token**, if one was sent.
    pub token: Option<String>,
    /// The site that will restore it, for counting only.
    pub remotemoodleurl: Option<String>,
}

impl Download {
    /// Reads the query, still encoded.
    pub fn parse(query: &[u8]) -> Result<Self, DownloadError> {
        let (mut file_type, mut token, mut remote) = (String::new(), None, None);
        let (mut courseid, mut number) = (0, 1);
        let (mut width, mut height) = (THUMBNAIL_SIDE.to_string(), THUMBNAIL_SIDE);
        for (name, value) in form::pairs(query) {
            match &*name {
                "filetype" => file_type = Kind::Alpha.clean(&value).into_owned(),
                "courseid" => courseid = clean_int(&value),
                "token" => token = Some(Kind::AlphaNum.clean(&value).into_owned()),
                "screenshotnumber" => number = clean_int(&value),
                "imagewidth" => width = Kind::AlphaNum.clean(&value).into_owned(),
                "imageheight" => height = clean_int(&value),
                "remotemoodleurl" => remote = Some(Kind::Url.clean(&value).into_owned()),
                _ => {}
            }
        }
        let course = if courseid > 0 { Ok(courseid) } else { Err(DownloadError::CourseId) };
        let wanted = match file_type.as_str() {
            "backup" => Wanted::Backup { courseid: course? },
            "screenshot" => {
                let size = image_size(&width, height)?;
                Wanted::Screenshot { courseid: course?, number, size }
            }
            "hubscreenshot" if courseid == 0 => Wanted::HubLogo,
            "hubscreenshot" => return Err(DownloadError::CourseId),
            _ => return Err(DownloadError::FileType),
        };
        let filled = |text: Option<String>| text.filter(|text| !text.is_empty());
        Ok(Self { wanted, token: filled(token), remotemoodleurl: filled(remote) })
    }
}

/// One side of 150 is enough for a thumbnail (section 7.2).
fn image_size(width: &str, height: i64) -> Result<ImageSize, DownloadError> {
    if width == "original" {
        Ok(ImageSize::Original)
    } else if clean_int(width) == THUMBNAIL_SIDE || height == THUMBNAIL_SIDE {
        Ok(ImageSize::Thumbnail)
    } else {
        Err(DownloadError::ImageSize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(fields: &[(&str, &str)]) -> Result<Upload, UploadError> {
        let mut collected = UploadFields::default();
        for (name, value) in fields {
            collected.set(name, value);
        }
        collected.finish()
    }

    #[test]
    fn the_token_may_come_last() {
        let upload = fields(&[("filetype", "backup"), ("courseid", "57"), ("token", "0123abc")]).unwrap();
        assert_eq!(upload, Upload { token: "0123abc".to_owned(), courseid: 57, kind: UploadKind::Backup });
    }

    #[test]
    fn screenshots_have_nine_slots_and_the_first_is_the_default() {
        let with = |number: &str| {
            fields(&[
                ("filetype", "screenshot"),
                ("courseid", "2"),
                ("screenshotnumber", number),
                ("token", "t"),
            ])
        };
        assert_eq!(with("9").unwrap().kind, UploadKind::Screenshot { number: 9 });
        assert_eq!(with("10"), Err(UploadError::ScreenshotNumber));
        let without = fields(&[("token", "t"), ("filetype", "screenshot"), ("courseid", "2")]).unwrap();
        assert_eq!(without.kind, UploadKind::Screenshot { number: 1 });
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(fields(&[("filetype", "backup"), ("courseid", "1")]), Err(UploadError::Token));
        assert_eq!(fields(&[("filetype", "backup"), ("token", "t")]), Err(UploadError::CourseId));
        assert_eq!(fields(&[("courseid", "1"), ("token", "t")]), Err(UploadError::FileType));
    }

    #[test]
    fn the_three_kinds_of_download_are_read() {
        let wanted = |query: &str| Download::parse(query.as_bytes()).map(|download| download.wanted);
        assert_eq!(wanted("filetype=backup&courseid=57&token=T"), Ok(Wanted::Backup { courseid: 57 }));
        assert_eq!(
            wanted("courseid=57&filetype=screenshot"),
            Ok(Wanted::Screenshot { courseid: 57, number: 1, size: ImageSize::Thumbnail })
        );
        assert_eq!(
            wanted("courseid=57&filetype=screenshot&imagewidth=original&screenshotnumber=3"),
            Ok(Wanted::Screenshot { courseid: 57, number: 3, size: ImageSize::Original })
        );
        assert_eq!(wanted("filetype=hubscreenshot"), Ok(Wanted::HubLogo));
        assert_eq!(wanted("filetype=hubscreenshot&courseid=1"), Err(DownloadError::CourseId));
        assert_eq!(wanted("filetype=backup"), Err(DownloadError::CourseId));
        assert_eq!(wanted("courseid=1"), Err(DownloadError::FileType));
        assert_eq!(
            wanted("filetype=screenshot&courseid=1&imagewidth=20&imageheight=30"),
            Err(DownloadError::ImageSize)
        );
    }
}
