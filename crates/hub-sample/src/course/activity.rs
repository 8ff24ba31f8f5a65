//! Sections and the activities in them.

use super::Question;

/// A section of a course.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name; empty for a section without a name of its own.
    pub name: String,
    /// Text above its activities, HTML.
    pub summary_html: String,
    /// What is in it, in order.
    pub activities: Vec<Activity>,
}

/// One activity or resource. The names are those of Moodle's modules.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are; `intro` and everything named html is HTML")]
pub enum Activity {
    Page(Page),
    Label {
        html: String,
    },
    Url {
        name: String,
        url: String,
        intro: String,
    },
    Forum {
        name: String,
        intro: String,
        kind: ForumKind,
    },
    Quiz(Quiz),
    Assignment {
        name: String,
        intro: String,
    },
    Book(Book),
    /// Moodle keeps glossary entries as user data, which a published package never holds; the package
    /// builder therefore writes the entries as a list into the introduction.
    Glossary {
        name: String,
        intro: String,
        entries: Vec<(String, String)>,
    },
    Choice {
        name: String,
        question: String,
        options: Vec<String>,
    },
    /// One file to download.
    File {
        name: String,
        intro: String,
        file: Attached,
    },
    Folder {
        name: String,
        intro: String,
        files: Vec<Attached>,
    },
}

impl Activity {
    /// Moodle's name of the module, as in `mod_quiz`.
    pub fn module(&self) -> &'static str {
        match self {
            Self::Page(_) => "page",
            Self::Label { .. } => "label",
            Self::Url { .. } => "url",
            Self::Forum { .. } => "forum",
            Self::Quiz(_) => "quiz",
            Self::Assignment { .. } => "assign",
            Self::Book(_) => "book",
            Self::Glossary { .. } => "glossary",
            Self::Choice { .. } => "choice",
            Self::File { .. } => "resource",
            Self::Folder { .. } => "folder",
        }
    }

    /// The name shown in the course; a label's name is the beginning of its text, as in Moodle
    /// (50 characters, mbz notes section 3).
    pub fn name(&self) -> String {
        match self {
            Self::Page(Page { name, .. })
            | Self::Url { name, .. }
            | Self::Forum { name, .. }
            | Self::Quiz(Quiz { name, .. })
            | Self::Assignment { name, .. }
            | Self::Book(Book { name, .. })
            | Self::Glossary { name, .. }
            | Self::Choice { name, .. }
            | Self::File { name, .. }
            | Self::Folder { name, .. } => name.clone(),
            Self::Label { html } => {
                let text = super::plain_text(html);
                if text.chars().count() > 50 {
                    format!("{}...", text.chars().take(50).collect::<String>())
                } else {
                    text
                }
            }
        }
    }
}

/// A page of text; its files are addressed in the text as `@@PLUGINFILE@@/name.png`.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Page {
    pub name: String,
    pub intro: String,
    pub content_html: String,
    pub files: Vec<Attached>,
}

impl Page {
    /// A page without introduction and files.
    pub fn new(name: impl Into<String>, content_html: impl Into<String>) -> Self {
        Self { name: name.into(), intro: String::new(), content_html: content_html.into(), files: Vec::new() }
    }

    /// Sets the introduction (HTML).
    #[must_use]
    pub fn intro(mut self, html: impl Into<String>) -> Self {
        self.intro = html.into();
        self
    }

    /// Adds a file the text uses, for instance `<img src="@@PLUGINFILE@@/leaf.png" alt="A leaf">`.
    #[must_use]
    pub fn file(mut self, file_name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.push(Attached::new(file_name, bytes));
        self
    }
}

/// A file inside a course.
#[derive(Clone, Debug, PartialEq)]
pub struct Attached {
    /// Its name, with the extension that says its type.
    pub file_name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Attached {
    /// A file of that name and content (bytes, `&str` or `String`).
    pub fn new(file_name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { file_name: file_name.into(), bytes: bytes.into() }
    }
}

/// What sort of forum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForumKind {
    /// The course's announcements.
    News,
    /// Everybody starts discussions.
    General,
    /// Questions and answers: one sees the others' answers after one's own.
    QuestionAndAnswer,
    /// One simple discussion.
    Single,
}

impl ForumKind {
    /// Moodle's word for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::General => "general",
            Self::QuestionAndAnswer => "qanda",
            Self::Single => "single",
        }
    }
}

/// A test.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Quiz {
    pub name: String,
    pub intro: String,
    pub questions: Vec<Question>,
}

impl Quiz {
    /// A quiz without questions.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), intro: String::new(), questions: Vec::new() }
    }

    /// Sets the introduction (HTML).
    #[must_use]
    pub fn intro(mut self, html: impl Into<String>) -> Self {
        self.intro = html.into();
        self
    }

    /// Adds a question.
    #[must_use]
    pub fn question(mut self, question: Question) -> Self {
        self.questions.push(question);
        self
    }
}

/// A book of several chapters.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Book {
    pub name: String,
    pub intro: String,
    pub chapters: Vec<Chapter>,
}

/// A chapter of a book.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Chapter {
    pub title: String,
    pub content_html: String,
    pub is_subchapter: bool,
}

impl Book {
    /// A book without chapters.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), intro: String::new(), chapters: Vec::new() }
    }

    /// Sets the introduction (HTML).
    #[must_use]
    pub fn intro(mut self, html: impl Into<String>) -> Self {
        self.intro = html.into();
        self
    }

    /// Adds a chapter.
    #[must_use]
    pub fn chapter(mut self, title: impl Into<String>, content_html: impl Into<String>) -> Self {
        self.chapters.push(Chapter {
            title: title.into(),
            content_html: content_html.into(),
            is_subchapter: false,
        });
        self
    }

    /// Adds a chapter below the last one.
    #[must_use]
    pub fn subchapter(mut self, title: impl Into<String>, content_html: impl Into<String>) -> Self {
        self.chapters.push(Chapter {
            title: title.into(),
            content_html: content_html.into(),
            is_subchapter: true,
        });
        self
    }
}

impl Section {
    /// A section without activities; an empty name leaves it unnamed.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), summary_html: String::new(), activities: Vec::new() }
    }

    /// Sets the text above its activities (HTML).
    #[must_use]
    pub fn summary(mut self, html: impl Into<String>) -> Self {
        self.summary_html = html.into();
        self
    }

    /// Adds any activity.
    #[must_use]
    pub fn activity(mut self, activity: Activity) -> Self {
        self.activities.push(activity);
        self
    }

    /// Adds a page of text.
    #[must_use]
    pub fn page(self, name: impl Into<String>, content_html: impl Into<String>) -> Self {
        self.activity(Activity::Page(Page::new(name, content_html)))
    }

    /// Adds a page with introduction or files.
    #[must_use]
    pub fn page_with(self, page: Page) -> Self {
        self.activity(Activity::Page(page))
    }

    /// Adds text and pictures on the course page itself.
    #[must_use]
    pub fn label(self, html: impl Into<String>) -> Self {
        self.activity(Activity::Label { html: html.into() })
    }

    /// Adds a link.
    #[must_use]
    pub fn url(self, name: impl Into<String>, url: impl Into<String>, intro: impl Into<String>) -> Self {
        self.activity(Activity::Url { name: name.into(), url: url.into(), intro: intro.into() })
    }

    /// Adds a forum in which everybody starts discussions.
    #[must_use]
    pub fn forum(self, name: impl Into<String>, intro: impl Into<String>) -> Self {
        self.forum_of(ForumKind::General, name, intro)
    }

    /// Adds a forum of that kind.
    #[must_use]
    pub fn forum_of(self, kind: ForumKind, name: impl Into<String>, intro: impl Into<String>) -> Self {
        self.activity(Activity::Forum { name: name.into(), intro: intro.into(), kind })
    }

    /// Adds a quiz.
    #[must_use]
    pub fn quiz(self, quiz: Quiz) -> Self {
        self.activity(Activity::Quiz(quiz))
    }

    /// Adds an assignment.
    #[must_use]
    pub fn assignment(self, name: impl Into<String>, intro: impl Into<String>) -> Self {
        self.activity(Activity::Assignment { name: name.into(), intro: intro.into() })
    }

    /// Adds a book.
    #[must_use]
    pub fn book(self, book: Book) -> Self {
        self.activity(Activity::Book(book))
    }

    /// Adds a glossary with its words and their meanings (plain text).
    #[must_use]
    pub fn glossary<W: Into<String>, M: Into<String>>(
        self,
        name: impl Into<String>,
        intro: impl Into<String>,
        entries: impl IntoIterator<Item = (W, M)>,
    ) -> Self {
        let entries = entries.into_iter().map(|(word, meaning)| (word.into(), meaning.into())).collect();
        self.activity(Activity::Glossary { name: name.into(), intro: intro.into(), entries })
    }

    /// Adds a poll.
    #[must_use]
    pub fn choice<O: Into<String>>(
        self,
        name: impl Into<String>,
        question: impl Into<String>,
        options: impl IntoIterator<Item = O>,
    ) -> Self {
        let options = options.into_iter().map(Into::into).collect();
        self.activity(Activity::Choice { name: name.into(), question: question.into(), options })
    }

    /// Adds a file to download.
    #[must_use]
    pub fn file(
        self,
        name: impl Into<String>,
        file_name: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Self {
        let file = Attached::new(file_name, bytes);
        self.activity(Activity::File { name: name.into(), intro: String::new(), file })
    }

    /// Adds a folder of files.
    #[must_use]
    pub fn folder(self, name: impl Into<String>, intro: impl Into<String>, files: Vec<Attached>) -> Self {
        self.activity(Activity::Folder { name: name.into(), intro: intro.into(), files })
    }
}
