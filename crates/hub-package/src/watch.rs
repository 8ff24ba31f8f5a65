//! What looks at XML as it goes by, whoever reads it.
//!
//! Each member is parsed once. The reader of a member takes the facts it knows the place of; a [`Watch`] sees
//! every element of every member, those included that no reader reads. Whoever looks for something that can stand
//! anywhere (a person, a password, a script) writes a watch, and adds it to [`Watches`].

use crate::active::Active;
use crate::plugin::Plugins;
use crate::privacy::Privacy;

/// The element a [`Watch`] is told about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'x> {
    /// The member's name, such as `activities/quiz_7/quiz.xml`.
    pub(crate) place: &'x str,
    /// Names from the root to this element, joined by `/`.
    pub(crate) path: &'x str,
    /// Its own name: the last of the path.
    pub(crate) name: &'x str,
    /// How deep it stands; the root is 1.
    pub(crate) depth: usize,
    /// Its attributes; empty when it closes.
    pub(crate) attributes: &'x [(String, String)],
}

impl Element<'_> {
    /// One attribute, while the element opens.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Looks at every element of every XML member.
///
/// It runs for every element of packages made to be slow, so it does little, keeps capped lists only, and
/// notes what it found for the judgement at the end.
pub(crate) trait Watch {
    /// An element begins. Says how many bytes of its text are wanted at most; 0 if none.
    fn open(&mut self, element: &Element<'_>) -> usize;

    /// The element ends. `text` is what was wanted of it and `cut` whether there was more; an element with
    /// elements inside has none.
    fn close(&mut self, element: &Element<'_>, text: &str, cut: bool);

    /// The member ends, or cannot be read further: elements may still be open then. `whole` if it was read to
    /// its end.
    fn end(&mut self, place: &str, whole: bool);
}

/// How many watches there are.
const COUNT: usize = 3;

/// All watches. A new one is a field here and an entry of [`Watches::all`].
#[derive(Debug, Default)]
pub(crate) struct Watches {
    /// People and secrets.
    pub(crate) privacy: Privacy,
    /// Scripts, links and languages.
    pub(crate) active: Active,
    /// Plug-ins that are needed.
    pub(crate) plugins: Plugins,
    /// Bytes each watch wants of the text of the element that was opened last.
    wanted: [usize; COUNT],
}

impl Watches {
    fn all(&mut self) -> [&mut dyn Watch; COUNT] {
        [&mut self.privacy, &mut self.active, &mut self.plugins]
    }

    /// The watches, about to see the member `place`.
    pub(crate) fn member<'b>(&'b mut self, place: &'b str) -> Watching<'b> {
        self.wanted = [0; COUNT];
        Watching { watches: self, place }
    }
}

/// The watches while they see one member.
#[derive(Debug)]
pub(crate) struct Watching<'b> {
    watches: &'b mut Watches,
    place: &'b str,
}

impl Watching<'_> {
    /// Tells all watches; returns how much text the greediest wants.
    pub(crate) fn open(&mut self, path: &str, depth: usize, attributes: &[(String, String)]) -> usize {
        let element = element(self.place, path, depth, attributes);
        let mut wanted = [0; COUNT];
        for (watch, wanted) in self.watches.all().into_iter().zip(&mut wanted) {
            *wanted = watch.open(&element);
        }
        self.watches.wanted = wanted;
        wanted.into_iter().max().unwrap_or(0)
    }

    /// Tells all watches, giving each the text it asked for.
    pub(crate) fn close(&mut self, path: &str, depth: usize, text: &str, cut: bool) {
        let element = element(self.place, path, depth, &[]);
        // An element around this one has text before or behind it at most, which nobody gets.
        let wanted = std::mem::take(&mut self.watches.wanted);
        for (watch, wanted) in self.watches.all().into_iter().zip(wanted) {
            let part = &text[..text.floor_char_boundary(wanted)];
            watch.close(&element, part, wanted > 0 && (cut || part.len() < text.len()));
        }
    }

    /// Tells all watches.
    pub(crate) fn end(&mut self, whole: bool) {
        for watch in self.watches.all() {
            watch.end(self.place, whole);
        }
    }
}

fn element<'x>(
    place: &'x str,
    path: &'x str,
    depth: usize,
    attributes: &'x [(String, String)],
) -> Element<'x> {
    let name = path.rsplit('/').next().unwrap_or(path);
    Element { place, path, name, depth, attributes }
}
