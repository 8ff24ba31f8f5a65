//! The model an example course is written in.
//!
//! A course is plain data, put together by small builder functions so that pages of course text stay readable:
//!
//! ```
//! use hub_sample::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};
//!
//! let course = Course::new("BOT-1", "Botany for beginners", "en")
//!     .summary("<p>How plants live, in six short lessons.</p>")
//!     .subject("field1010901") // a key of the classic subject list
//!     .audience(Audience::Students)
//!     .level(Level::Secondary)
//!     .licence(Licence::CcBySa4)
//!     .tags(["plants", "biology"])
//!     .creator("Ada Green")
//!     .contributors("Bo Li, Chris Moss")
//!     .notes("<p>Works best in spring.</p>")
//!     .outcome("Names the organs of a flowering plant")
//!     .colours(0x1f_6f_50, 0xf2_b1_34)
//!     .section(
//!         Section::new("Leaves")
//!             .summary("<p>What a leaf does all day.</p>")
//!             .label("<h4>Start here</h4>")
//!             .page("A leaf from inside", "<p>Under the microscope …</p>")
//!             .url("Flora online", "https://flora.example/", "<p>A key to European plants.</p>")
//!             .forum("Questions and answers", "<p>Ask anything.</p>")
//!             .quiz(
//!                 Quiz::new("Do you know leaves?")
//!                     .intro("<p>Five minutes.</p>")
//!                     .question(Question::choice("Which gas does a leaf take in by day?")
//!                         .right("Carbon dioxide").wrong("Nitrogen").wrong("Helium")
//!                         .feedback("Carbon dioxide and water become sugar."))
//!                     .question(Question::truth("Roots need light.", false))
//!                     .question(Question::short("What makes a leaf green?").accept("chlorophyll"))
//!                     .question(Question::number("How many petals has a lily?", 6.0, 0.0))
//!                     .question(Question::matching("Match organ and task")
//!                         .pair("root", "takes up water").pair("leaf", "makes sugar"))
//!                     .question(Question::essay("Describe a leaf you found today.")),
//!             )
//!             .assignment("Herbarium", "<p>Collect and press ten leaves.</p>")
//!             .book(Book::new("The small book of leaves")
//!                 .chapter("Shapes", "<p>…</p>").subchapter("Oval leaves", "<p>…</p>"))
//!             .glossary("Words", "<p>Words of this course.</p>", [("Petiole", "The stalk of a leaf.")])
//!             .choice("Next excursion", "Where shall we go?", ["Forest", "Garden"])
//!             .file("Worksheet", "worksheet.txt", "Draw a leaf and name its parts.\n"),
//!     );
//! assert_eq!(course.activities().count(), 10);
//! ```
//!
//! What the fields mean is the classic publishing form's meaning (classic protocol notes, sections 6.3 and 9).

mod activity;
mod question;

pub use activity::{Activity, Attached, Book, Chapter, ForumKind, Page, Quiz, Section};
pub use question::{Answer, Question, QuestionKind};

/// An example course: what its publisher says about it, and its contents.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Short name, at most 100 characters; becomes the file name of the backup.
    pub short_name: String,
    /// Name the course is listed under, at most 255 characters.
    pub full_name: String,
    /// ISO 639-1 code of the language the course is written in.
    pub language: String,
    /// Summary shown on the course page, HTML. The advert's plain description is made from it
    /// (see [`Course::description`]).
    pub summary_html: String,
    /// Key of the classic subject list, best one of twelve characters such as `field1010101`.
    pub subject: String,
    /// For whom it is.
    pub audience: Audience,
    /// Where it is taught.
    pub level: Level,
    /// Licence the publisher grants.
    pub licence: Licence,
    /// Free words; the classic field `coverage` is these joined by commas.
    pub tags: Vec<String>,
    /// Who wrote it.
    pub creator: String,
    /// Who else worked on it, as one line.
    pub contributors: String,
    /// The creator's notes for teachers, HTML.
    pub notes_html: String,
    /// What a learner can do afterwards, one sentence each.
    pub outcomes: Vec<String>,
    /// Main and second colour of its pictures, `0xRRGGBB`; without them the subject decides.
    pub colours: Option<(u32, u32)>,
    /// The sections in order. The first is Moodle's general section 0 above the numbered ones.
    pub sections: Vec<Section>,
}

impl Course {
    /// A course without contents, for students of any level under CC BY-SA 4.0.
    pub fn new(
        short_name: impl Into<String>,
        full_name: impl Into<String>,
        language: impl Into<String>,
    ) -> Self {
        Self {
            short_name: short_name.into(),
            full_name: full_name.into(),
            language: language.into(),
            summary_html: String::new(),
            subject: "field1129999".to_owned(),
            audience: Audience::Students,
            level: Level::Other,
            licence: Licence::CcBySa4,
            tags: Vec::new(),
            creator: String::new(),
            contributors: String::new(),
            notes_html: String::new(),
            outcomes: Vec::new(),
            colours: None,
            sections: Vec::new(),
        }
    }

    /// Sets the summary (HTML).
    #[must_use]
    pub fn summary(mut self, html: impl Into<String>) -> Self {
        self.summary_html = html.into();
        self
    }

    /// Sets the subject: a key of the classic list.
    #[must_use]
    pub fn subject(mut self, key: impl Into<String>) -> Self {
        self.subject = key.into();
        self
    }

    /// Sets for whom it is.
    #[must_use]
    pub fn audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }

    /// Sets where it is taught.
    #[must_use]
    pub fn level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }

    /// Sets the licence.
    #[must_use]
    pub fn licence(mut self, licence: Licence) -> Self {
        self.licence = licence;
        self
    }

    /// Sets the tags.
    #[must_use]
    pub fn tags<T: Into<String>>(mut self, tags: impl IntoIterator<Item = T>) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// Sets who wrote it.
    #[must_use]
    pub fn creator(mut self, name: impl Into<String>) -> Self {
        self.creator = name.into();
        self
    }

    /// Sets who else worked on it, as one line.
    #[must_use]
    pub fn contributors(mut self, names: impl Into<String>) -> Self {
        self.contributors = names.into();
        self
    }

    /// Sets the creator's notes for teachers (HTML).
    #[must_use]
    pub fn notes(mut self, html: impl Into<String>) -> Self {
        self.notes_html = html.into();
        self
    }

    /// Adds one outcome.
    #[must_use]
    pub fn outcome(mut self, sentence: impl Into<String>) -> Self {
        self.outcomes.push(sentence.into());
        self
    }

    /// Sets the main and the second colour of its pictures, `0xRRGGBB`.
    #[must_use]
    pub fn colours(mut self, main: u32, second: u32) -> Self {
        self.colours = Some((main, second));
        self
    }

    /// Adds a section.
    #[must_use]
    pub fn section(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }

    /// Every activity in order, over all sections.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.sections.iter().flat_map(|section| &section.activities)
    }

    /// The summary as plain text on one line: what the classic publishing form sends, which strips tags first.
    pub fn description(&self) -> String {
        plain_text(&self.summary_html)
    }
}

/// HTML without its tags, white space folded, the five predefined entities and `&nbsp;` resolved.
pub fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => {
                in_tag = true;
                text.push(' ');
            }
            '>' if in_tag => in_tag = false,
            other if !in_tag => text.push(other),
            _ => {}
        }
    }
    let text = text
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A tag before punctuation ("<b>leaf</b>.") must not leave a blank there.
    folded.replace(" .", ".").replace(" ,", ",")
}

/// For whom a course is (classic protocol notes, section 9.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Teachers.
    Educators,
    /// Learners.
    Students,
    /// Administrators of Moodle sites.
    Admins,
}

impl Audience {
    /// The word used on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Educators => "educators",
            Self::Students => "students",
            Self::Admins => "admins",
        }
    }
}

/// Where a course is taught (classic protocol notes, section 9.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the classic words")]
pub enum Level {
    Primary,
    Secondary,
    Tertiary,
    Government,
    Association,
    Corporate,
    Other,
}

impl Level {
    /// The word used on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Tertiary => "tertiary",
            Self::Government => "government",
            Self::Association => "association",
            Self::Corporate => "corporate",
            Self::Other => "other",
        }
    }
}

/// Under which terms a course may be used (classic protocol notes, section 9.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the licences' own with their version")]
pub enum Licence {
    Unknown,
    AllRightsReserved,
    PublicDomain,
    CcBy3,
    CcBySa3,
    CcByNd3,
    CcByNc3,
    CcByNcSa3,
    CcByNcNd3,
    CcBy4,
    CcBySa4,
    CcByNd4,
    CcByNc4,
    CcByNcSa4,
    CcByNcNd4,
}

impl Licence {
    /// Moodle's short name of the licence, as used on the wire and in packages. Those of the 4.0 licences
    /// came with Moodle 3.11.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::AllRightsReserved => "allrightsreserved",
            Self::PublicDomain => "public",
            Self::CcBy3 => "cc",
            Self::CcBySa3 => "cc-sa",
            Self::CcByNd3 => "cc-nd",
            Self::CcByNc3 => "cc-nc",
            Self::CcByNcSa3 => "cc-nc-sa",
            Self::CcByNcNd3 => "cc-nc-nd",
            Self::CcBy4 => "cc-4.0",
            Self::CcBySa4 => "cc-sa-4.0",
            Self::CcByNd4 => "cc-nd-4.0",
            Self::CcByNc4 => "cc-nc-4.0",
            Self::CcByNcSa4 => "cc-nc-sa-4.0",
            Self::CcByNcNd4 => "cc-nc-nd-4.0",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_has_no_tags_and_is_one_line() {
        let course =
            Course::new("A", "A", "en").summary("<p>How <b>plants</b>.</p>\n<p>Tom &amp; Ann &lt;3</p>");
        assert_eq!(course.description(), "How plants. Tom & Ann <3");
    }
}
