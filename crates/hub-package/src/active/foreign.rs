//! Where SVG and MathML begin and end inside HTML, as far as it changes how markup is read.
//!
//! In SVG and MathML `<style>`, `<title>` and `<script>` hold markup and CDATA sections exist; in HTML they hold
//! text and CDATA is a comment (HTML standard, "Parsing main", 13.2.6.5 "The rules for parsing tokens in foreign
//! content"). Open elements are followed only inside SVG and MathML, and no deeper than [`DEPTH`].

/// Open elements that are followed. Deeper ones are taken as if they were closed at once; the other readings of
/// the same text (see [`super::scan`]) do not depend on the depth.
const DEPTH: usize = 64;

/// What namespace an element is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Html,
    Svg,
    Math,
}

/// Whether HTML may stand inside a foreign element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Foreign,
    /// `foreignObject`, `desc`, `title`, and `annotation-xml` that says it holds HTML.
    Html,
    /// `mi mo mn ms mtext`.
    MathText,
}

#[derive(Debug)]
struct Open {
    space: Space,
    inside: Inside,
    name: Box<[u8]>,
}

/// The open elements since the outermost `<svg>` or `<math>`.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    open: Vec<Open>,
}

impl Foreign {
    /// Whether a CDATA section would be one here.
    pub(super) fn has_cdata(&self) -> bool {
        self.open.last().is_some_and(|top| top.space != Space::Html)
    }

    /// An element begins; the answer is what namespace it is in. `html_inside` says that it is an
    /// `annotation-xml` for HTML, `breaks` that it is a `font` with one of the attributes of HTML's.
    pub(super) fn start(
        &mut self,
        name: &[u8],
        self_closing: bool,
        html_inside: bool,
        breaks: bool,
    ) -> Space {
        if self.takes_foreign(name) {
            if !(breaks || breaks_out(name)) {
                let space = self.open.last().map_or(Space::Html, |top| top.space);
                if !self_closing {
                    self.push(space, name, html_inside);
                }
                return space;
            }
            self.leave();
        }
        let space = match name {
            b"svg" => Space::Svg,
            b"math" => Space::Math,
            _ => Space::Html,
        };
        let follow = match space {
            Space::Html => !self.open.is_empty() && !is_void(name),
            Space::Svg | Space::Math => !self_closing,
        };
        if follow {
            self.push(space, name, html_inside);
        }
        space
    }

    /// An element ends.
    pub(super) fn end(&mut self, name: &[u8]) {
        if self.has_cdata() && matches!(name, b"p" | b"br") {
            self.leave();
            return;
        }
        let mut in_html = !self.has_cdata();
        for (at, open) in self.open.iter().enumerate().rev() {
            let is_html = open.space == Space::Html;
            if in_html && !is_html {
                // An end tag inside HTML does not reach out of it.
                return;
            }
            in_html |= is_html;
            if *open.name == *name {
                self.open.truncate(at);
                return;
            }
        }
    }

    fn takes_foreign(&self, name: &[u8]) -> bool {
        let Some(top) = self.open.last() else { return false };
        match (top.space, top.inside) {
            (Space::Html, _) | (_, Inside::Html) => false,
            (_, Inside::MathText) => matches!(name, b"mglyph" | b"malignmark"),
            (Space::Math, _) if *top.name == *b"annotation-xml" => name != b"svg",
            _ => true,
        }
    }

    fn push(&mut self, space: Space, name: &[u8], html_inside: bool) {
        if self.open.len() >= DEPTH {
            return;
        }
        let inside = match (space, name) {
            (Space::Svg, b"foreignobject" | b"desc" | b"title") => Inside::Html,
            (Space::Math, b"mi" | b"mo" | b"mn" | b"ms" | b"mtext") => Inside::MathText,
            (Space::Math, b"annotation-xml") if html_inside => Inside::Html,
            _ => Inside::Foreign,
        };
        self.open.push(Open { space, inside, name: name.into() });
    }

    /// Back to the nearest place where HTML may stand.
    fn leave(&mut self) {
        while self.open.last().is_some_and(|top| top.space != Space::Html && top.inside == Inside::Foreign) {
            self.open.pop();
        }
    }
}

/// Elements of HTML that end foreign content (HTML standard, 13.2.6.5).
fn breaks_out(name: &[u8]) -> bool {
    const NAMES: &[&str] = &[
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "hr",
        "i",
        "img",
        "li",
        "listing",
        "menu",
        "meta",
        "nobr",
        "ol",
        "p",
        "pre",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "strike",
        "sub",
        "sup",
        "table",
        "tt",
        "u",
        "ul",
        "var",
    ];
    NAMES.iter().any(|known| known.as_bytes() == name)
}

/// Elements of HTML that have no end (HTML standard, 13.1.2).
fn is_void(name: &[u8]) -> bool {
    const NAMES: &[&str] = &[
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input",
        "keygen", "link", "meta", "param", "source", "track", "wbr",
    ];
    NAMES.iter().any(|known| known.as_bytes() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(foreign: &mut Foreign, name: &str) -> Space {
        foreign.start(name.as_bytes(), false, false, false)
    }

    #[test]
    fn html_is_html_until_svg_begins_and_again_after_it() {
        let mut foreign = Foreign::default();
        assert_eq!(start(&mut foreign, "div"), Space::Html);
        assert!(!foreign.has_cdata());
        assert_eq!(start(&mut foreign, "svg"), Space::Svg);
        assert_eq!(start(&mut foreign, "style"), Space::Svg);
        assert!(foreign.has_cdata());
        foreign.end(b"style");
        foreign.end(b"svg");
        assert_eq!(start(&mut foreign, "style"), Space::Html);
    }

    #[test]
    fn an_element_of_html_breaks_out_of_svg_but_not_of_foreign_object() {
        let mut foreign = Foreign::default();
        start(&mut foreign, "svg");
        assert_eq!(start(&mut foreign, "img"), Space::Html);
        assert!(!foreign.has_cdata());
        start(&mut foreign, "svg");
        start(&mut foreign, "foreignobject");
        assert_eq!(start(&mut foreign, "div"), Space::Html);
        // Ignored: it would reach out of the HTML inside.
        foreign.end(b"svg");
        assert_eq!(start(&mut foreign, "style"), Space::Html);
    }

    #[test]
    fn no_depth_costs_more_than_the_limit() {
        let mut foreign = Foreign::default();
        start(&mut foreign, "svg");
        for _ in 0..10_000 {
            start(&mut foreign, "g");
        }
        assert_eq!(foreign.open.len(), DEPTH);
    }
}
