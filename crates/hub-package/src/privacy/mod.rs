//! People and secrets in a package (package notes, section 7).

use crate::watch::{Element, Watch};

/// What was seen of people and secrets.
#[derive(Debug, Default)]
pub(crate) struct Privacy {}

impl Watch for Privacy {
    fn open(&mut self, _element: &Element<'_>) -> usize {
        0
    }

    fn close(&mut self, _element: &Element<'_>, _text: &str, _cut: bool) {}

    fn end(&mut self, _place: &str, _whole: bool) {}
}
