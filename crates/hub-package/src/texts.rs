//! Texts of a course that are kept for its preview, as they are stored.

use crate::moodle::NULL;
use crate::report::Text;

/// Kept texts of one activity: 200 chapters are more than any book of the corpus has.
const TEXTS: usize = 200;

/// Characters kept of a chapter's title, as of other titles.
const TITLE_CHARS: usize = 1_024;

/// Reads the texts of one `activities/<mod>_<id>/<mod>.xml`: the introduction of every activity, the contents of
/// pages, the chapters of books.
#[derive(Debug, Default)]
pub(crate) struct ActivityTexts {
    texts: Vec<Text>,
    /// The last text waits for its format.
    open: bool,
    chapter: Chapter,
}

/// A chapter is known only once all its elements went by.
#[derive(Debug, Default)]
struct Chapter {
    title: Option<String>,
    content: Option<String>,
    format: Option<u32>,
    hidden: bool,
}

/// What [`ActivityTexts`] needs of the report's room.
pub(crate) struct Room<'r> {
    /// Bytes that texts may still take, in all.
    pub(crate) left: &'r mut usize,
    /// Characters of one text.
    pub(crate) chars: usize,
}

impl Room<'_> {
    /// As much of a text as there is room for; `None` for NULL and blanks.
    fn take(&mut self, text: &str) -> Option<String> {
        if text == NULL || text.trim().is_empty() {
            return None;
        }
        let end = text.char_indices().nth(self.chars).map_or(text.len(), |(at, _)| at);
        let end = text.floor_char_boundary(end.min(*self.left));
        *self.left -= end;
        if end == 0 { None } else { Some(text[..end].to_owned()) }
    }
}

impl ActivityTexts {
    /// The text of one element; `path` begins with `activity/`.
    pub(crate) fn element(&mut self, path: &str, text: &str, room: &mut Room<'_>) {
        let Some((module, rest)) = path.strip_prefix("activity/").and_then(|path| path.split_once('/'))
        else {
            return;
        };
        match (module, rest) {
            (_, "intro") | ("page", "content") => {
                if self.texts.len() < TEXTS
                    && let Some(text) = room.take(text)
                {
                    self.texts.push(Text { title: None, format: None, text });
                    self.open = true;
                } else {
                    self.open = false;
                }
            }
            (_, "introformat") | ("page", "contentformat") => {
                if std::mem::take(&mut self.open)
                    && let Some(last) = self.texts.last_mut()
                {
                    last.format = text.trim().parse().ok();
                }
            }
            ("book", rest) => {
                if let Some(field) = rest.strip_prefix("chapters/chapter") {
                    self.chapter(field, text, room);
                }
            }
            _ => {}
        }
    }

    fn chapter(&mut self, field: &str, text: &str, room: &mut Room<'_>) {
        let chapter = &mut self.chapter;
        match field {
            "/title" => {
                let mut title = Room { left: room.left, chars: TITLE_CHARS };
                chapter.title = title.take(text);
            }
            "/content" if self.texts.len() < TEXTS => chapter.content = room.take(text),
            "/contentformat" => chapter.format = text.trim().parse().ok(),
            "/hidden" => chapter.hidden = text.trim() == "1",
            "" => {
                let Chapter { title, content, format, hidden } = std::mem::take(chapter);
                if let Some(text) = content
                    && !hidden
                {
                    self.texts.push(Text { title, format, text });
                }
            }
            _ => {}
        }
    }

    /// What was kept.
    pub(crate) fn finish(self) -> Vec<Text> {
        self.texts
    }
}
