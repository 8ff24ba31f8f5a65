//! What one start tag does.

use super::address::Address;
use super::foreign::Space;
use super::links::Links;
use super::style::Style;
use super::tag::{self, Tag};
use super::{Sightings, quote};
use crate::code::Code;

/// Types of `<script>` that run (WHATWG MIME standard, "JavaScript MIME type", and those of old browsers), or that
/// a library known to be on Moodle's pages runs (MathJax's configuration).
const RUNNING: &[&str] = &["script", "module", "importmap", "speculationrules", "x-mathjax-config", "babel"];

/// Notes what `tag` does and counts its links.
pub(super) fn tag(tag: &Tag, space: Space, sightings: &mut Sightings, links: &mut Links) {
    let name = std::str::from_utf8(&tag.name).unwrap_or("?");
    handlers(tag, sightings);
    addresses(tag, name, space, sightings, links);
    if let Some(css) = tag.get("style") {
        style(Style::read(css), || quote::tag(tag, &["style"]), sightings);
    }
    match name {
        "script" => script(tag, sightings),
        "iframe" | "frame" | "portal" | "fencedframe" | "webview" | "layer" | "ilayer" => {
            frame(tag, sightings);
        }
        "object" | "embed" | "applet" | "bgsound" => object(tag, name, sightings),
        "form" | "button" | "input" | "isindex" => form(tag, sightings),
        "meta" => meta(tag, sightings),
        "base" if tag.get("href").is_some() => {
            sightings.add(Code::BaseAddress, &quote::tag(tag, &["href"]));
        }
        "link" => link(tag, sightings),
        "img" | "image" if space == Space::Html => picture(tag, sightings),
        _ => {}
    }
    if matches!(name, "a" | "area") && tag.get("ping").is_some_and(|ping| Address::parse(ping).is_elsewhere())
    {
        sightings.add(Code::ExternalTracker, &quote::tag(tag, &["ping"]));
    }
    svg(tag, name, space, sightings);
}

/// Whether a `<script>` runs and does not merely hold data.
pub(super) fn runs(tag: &Tag) -> bool {
    match tag.get("type").map(str::trim) {
        None | Some("") => true,
        Some(kind) => {
            let kind = kind.to_ascii_lowercase();
            RUNNING.iter().any(|word| kind.contains(word))
        }
    }
}

/// Notes what a style does; `evidence` quotes it.
pub(super) fn style(style: Style, evidence: impl Fn() -> String, sightings: &mut Sightings) {
    if style.runs {
        sightings.add(Code::ActiveStyle, &evidence());
    }
    if style.imports {
        sightings.add(Code::ExternalStyle, &evidence());
    }
    if style.tracks {
        sightings.add(Code::ExternalTracker, &evidence());
    }
}

/// Notes what a declaration or processing instruction of an XML document does.
pub(super) fn declaration(text: &str, sightings: &mut Sightings) {
    let lower = text.to_ascii_lowercase();
    let evidence = || format!("<{}", quote::text(text));
    let own_sheet = lower.contains("href=\"#") || lower.contains("href='#");
    if lower.starts_with("?xml-stylesheet") && !own_sheet {
        sightings.add(Code::ActiveSvg, &evidence());
    }
}

/// Bytes of a document type that are looked at.
const DOCTYPE_BYTES: usize = 64 * 1024;

/// Notes entities that bring markup along or a file from elsewhere. Drawing programs declare harmless ones.
pub(super) fn entities(text: &str, sightings: &mut Sightings) {
    let head = &text[..text.floor_char_boundary(DOCTYPE_BYTES)];
    let lower = head.to_ascii_lowercase();
    for (at, word) in lower.match_indices("<!entity") {
        let rest = &lower[at + word.len()..];
        let quote = rest.find(['"', '\'', '>']).unwrap_or(rest.len());
        let (name, value) = rest.split_at(quote);
        let value = match value.chars().next() {
            Some(mark @ ('"' | '\'')) => value[1..].split(mark).next().unwrap_or_default(),
            _ => "",
        };
        let outside = name.split_whitespace().any(|word| matches!(word, "system" | "public" | "%"));
        if outside || value.contains('<') || value.contains("&#") {
            let evidence = &head[at..head.floor_char_boundary(at + word.len() + quote + 200)];
            sightings.add(Code::ActiveSvg, &quote::text(evidence));
        }
    }
}

fn handlers(tag: &Tag, sightings: &mut Sightings) {
    for (key, value) in tag.attributes() {
        // Without a value nothing runs; such attributes come from text that was taken for a tag.
        if tag::is_handler(key.as_bytes()) && !value.trim().is_empty() {
            sightings.add(Code::ActiveHandler, &quote::tag(tag, &[key]));
        }
    }
}

/// Notes addresses that run script, and counts the others.
fn addresses(tag: &Tag, name: &str, space: Space, sightings: &mut Sightings, links: &mut Links) {
    for (key, value) in tag.attributes() {
        // The parameters of an object are addresses too, for instance of the film to play.
        if !(tag::is_address(key) || name == "param" && key == "value") {
            continue;
        }
        if key == "srcset" {
            for one in value.split(',').take(20) {
                links.see(&Address::parse(one.trim().split(' ').next().unwrap_or_default()));
            }
            continue;
        }
        let address = Address::parse(value);
        let runs = match &address {
            Address::Script => true,
            // As a picture SVG runs nothing.
            Address::Document { svg } => {
                !(*svg
                    && matches!(
                        name,
                        "img" | "image" | "source" | "video" | "input" | "feimage" | "link" | "use"
                    ))
            }
            _ => false,
        };
        if runs {
            sightings.add(Code::ActiveAddress, &quote::tag(tag, &[key]));
        }
        // What a text processor leaves in the head of a document leads nobody anywhere.
        let idle = matches!(key, "cite" | "profile" | "classid" | "usemap")
            || matches!(name, "link" | "base" | "param");
        if !idle && space != Space::Math {
            links.see(&address);
        }
    }
}

fn script(tag: &Tag, sightings: &mut Sightings) {
    let Some(source) = tag.get("src") else { return };
    sightings.add(Code::ActiveScript, &quote::tag(tag, &["type", "src"]));
    if Address::parse(source).is_tracker() {
        sightings.add(Code::ExternalTracker, &quote::tag(tag, &["src"]));
    }
}

fn frame(tag: &Tag, sightings: &mut Sightings) {
    let source = tag.get("src").unwrap_or_default();
    let address = Address::parse(source);
    let inner = tag.get("srcdoc").is_some();
    if address.is_tracker() {
        sightings.add(Code::ExternalTracker, &quote::tag(tag, &["src"]));
    }
    if !inner && (source.starts_with("$@H5PEMBED") || is_nothing(source)) {
        return;
    }
    let code = if address.is_embed() && !inner { Code::ExternalEmbed } else { Code::ActiveFrame };
    sightings.add(code, &quote::tag(tag, &["src", "srcdoc"]));
}

/// A frame without contents, which players fill in later.
fn is_nothing(source: &str) -> bool {
    source.is_empty() || source == "about:blank"
}

fn object(tag: &Tag, name: &str, sightings: &mut Sightings) {
    let keys = ["type", "data", "src", "code", "codebase", "archive", "classid"];
    let source = tag.get("data").or(tag.get("src")).unwrap_or_default();
    let code = if name != "applet" && Address::parse(source).is_embed() {
        Code::ExternalEmbed
    } else {
        Code::ActiveObject
    };
    sightings.add(code, &quote::tag(tag, &keys));
}

fn form(tag: &Tag, sightings: &mut Sightings) {
    for key in ["action", "formaction"] {
        let Some(value) = tag.get(key) else { continue };
        let away = match Address::parse(value) {
            Address::Web { .. } | Address::LocalFile => true,
            Address::Other => value.to_ascii_lowercase().starts_with("mailto:"),
            _ => false,
        };
        if away {
            sightings.add(Code::FormPostsAway, &quote::tag(tag, &["method", key]));
        }
    }
}

fn meta(tag: &Tag, sightings: &mut Sightings) {
    let Some(kind) = tag.get("http-equiv") else { return };
    if matches!(kind.trim().to_ascii_lowercase().as_str(), "refresh" | "set-cookie") {
        sightings.add(Code::MetaRefresh, &quote::tag(tag, &["http-equiv", "content"]));
    }
}

fn link(tag: &Tag, sightings: &mut Sightings) {
    let rel = tag.get("rel").unwrap_or_default().to_ascii_lowercase();
    let has = |word: &str| rel.split_ascii_whitespace().any(|one| one == word);
    let address = Address::parse(tag.get("href").unwrap_or_default());
    let evidence = || quote::tag(tag, &["rel", "href"]);
    if has("import") || has("serviceworker") || has("modulepreload") {
        sightings.add(Code::ActiveScript, &evidence());
    }
    if has("stylesheet") && (address.is_elsewhere() || matches!(address, Address::Document { .. })) {
        sightings.add(Code::ExternalStyle, &evidence());
    }
    if address.is_tracker() {
        sightings.add(Code::ExternalTracker, &evidence());
    }
}

/// A picture from elsewhere that nobody is meant to see.
fn picture(tag: &Tag, sightings: &mut Sightings) {
    let address = Address::parse(tag.get("src").unwrap_or_default());
    if !address.is_elsewhere() {
        return;
    }
    let tiny = |key: &str| {
        let value = tag.get(key)?.trim().trim_end_matches("px");
        Some(matches!(value.parse::<u32>(), Ok(0..=2)))
    };
    let hidden = tag.get("hidden").is_some() || tag.get("style").is_some_and(|css| Style::read(css).hides);
    let invisible = hidden || matches!((tiny("width"), tiny("height")), (Some(true), Some(true)));
    if address.is_tracker() || invisible {
        sightings.add(Code::ExternalTracker, &quote::tag(tag, &["src", "width", "height", "style"]));
    }
}

/// What only SVG can do. Its scripts, handlers and addresses are noted as everywhere.
fn svg(tag: &Tag, name: &str, space: Space, sightings: &mut Sightings) {
    let link = tag.get("href").or(tag.get("xlink:href"));
    let evidence = || quote::tag(tag, &["attributename", "href", "xlink:href", "to", "from", "values"]);
    match name {
        "foreignobject" => sightings.add(Code::SvgForeignObject, "<foreignObject>"),
        // They change the attribute of another element, which may be an address or a handler.
        "animate" | "set" | "animatetransform" | "animatecolor" => {
            let target = tag.get("attributename").unwrap_or_default().trim().to_ascii_lowercase();
            if target.ends_with("href") || target.starts_with("on") {
                sightings.add(Code::ActiveSvg, &evidence());
            }
        }
        "use" if space == Space::Svg => {
            let address = Address::parse(link.unwrap_or_default());
            if address.is_elsewhere() || matches!(address, Address::Document { .. }) {
                sightings.add(Code::ActiveSvg, &evidence());
            }
        }
        // SVG Tiny 1.2.
        "handler" | "listener" if space == Space::Svg => sightings.add(Code::ActiveSvg, &evidence()),
        "script" if space == Space::Svg => {
            if let Some(source) = link {
                let quoted = format!("<script href=\"{}\">", quote::text(source));
                sightings.add(Code::ActiveScript, &quoted);
            }
        }
        _ => {}
    }
}
