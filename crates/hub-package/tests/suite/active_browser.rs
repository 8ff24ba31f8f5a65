//! Whatever a browser's parser makes an element of, the scanner has seen: compared with html5ever, the parser of
//! the Servo browser, which builds the whole tree.

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, LocalName, ParseOpts, QualName, ns, parse_fragment};
use hub_package::{Code, active};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

/// What is active in the tree that a browser builds of `html` inside a `<div>`.
fn in_tree(html: &str, scripting: bool) -> BTreeSet<Code> {
    let tree_builder = TreeBuilderOpts { scripting_enabled: scripting, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let context = QualName::new(None, ns!(html), LocalName::from("div"));
    let dom = parse_fragment(RcDom::default(), options, context, Vec::new(), scripting).one(html);
    let mut found = BTreeSet::new();
    let mut open: Vec<Handle> = vec![dom.document.clone()];
    while let Some(node) = open.pop() {
        if let NodeData::Element { name, attrs, template_contents, .. } = &node.data {
            element(name, &attrs.borrow(), &mut found);
            open.extend(template_contents.borrow().iter().cloned());
        }
        open.extend(node.children.borrow().iter().cloned());
    }
    found
}

fn element(name: &QualName, attributes: &[Attribute], found: &mut BTreeSet<Code>) {
    let is_html: bool = name.ns == ns!(html);
    let is_svg: bool = name.ns == ns!(svg);
    let value = |key: &str| {
        attributes
            .iter()
            .find(|attribute| &*attribute.name.local == key)
            .map(|attribute| attribute.value.to_string())
    };
    match &*name.local {
        "script" if is_html || is_svg => {
            found.insert(Code::ActiveScript);
        }
        "iframe" if is_html && value("src").is_some_and(|source| source.starts_with("//evil")) => {
            found.insert(Code::ActiveFrame);
        }
        "embed" | "object" if is_html => {
            found.insert(Code::ActiveObject);
        }
        _ => {}
    }
    for attribute in attributes {
        let (key, value) = (&*attribute.name.local, attribute.value.trim());
        if key.starts_with("on") && value == "x()" {
            found.insert(Code::ActiveHandler);
        }
        if matches!(key, "href" | "action") && value.starts_with("javascript:") {
            found.insert(Code::ActiveAddress);
        }
    }
}

#[track_caller]
fn check(html: &str) {
    let seen: BTreeSet<Code> = active::html(html).into_iter().map(|sighting| sighting.code).collect();
    for scripting in [true, false] {
        let live = in_tree(html, scripting);
        let missed: Vec<_> = live.difference(&seen).collect();
        assert!(missed.is_empty(), "{missed:?} with scripting {scripting}: {html}");
    }
}

/// Tags and pieces of tags that change how a parser reads what follows.
const PIECES: &[&str] = &[
    "<svg>",
    "</svg>",
    "<math>",
    "</math>",
    "<mi>",
    "</mi>",
    "<mtext>",
    "</mtext>",
    "<mglyph>",
    "<malignmark>",
    "<annotation-xml>",
    "<annotation-xml encoding=text/html>",
    "</annotation-xml>",
    "<foreignObject>",
    "</foreignObject>",
    "<desc>",
    "</desc>",
    "<title>",
    "</title>",
    "<style>",
    "</style>",
    "<textarea>",
    "</textarea>",
    "<xmp>",
    "</xmp>",
    "<noscript>",
    "</noscript>",
    "<noembed>",
    "</noembed>",
    "<noframes>",
    "</noframes>",
    "<iframe>",
    "</iframe>",
    "<iframe src=//evil.example>",
    "<plaintext>",
    "<script>",
    "</script>",
    "<template>",
    "</template>",
    "<select>",
    "</select>",
    "<option>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<caption>",
    "<colgroup>",
    "<col>",
    "<form>",
    "</form>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "</br>",
    "<b>",
    "</b>",
    "<a>",
    "</a>",
    "<font color=x>",
    "<font>",
    "<h1>",
    "<button>",
    "<li>",
    "<body>",
    "<head>",
    "</head>",
    "<html>",
    "</html>",
    "<frameset>",
    "<ruby><rt>",
    "<pre>",
    "<listing>",
    "<image>",
    "<hr/>",
    "<g/>",
    "<svg/>",
    "<math/>",
    "<script/>",
    "<style/>",
    "<title/>",
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    "<!---->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE html>",
    "<?pi",
    ">",
    "<",
    "</",
    "\"",
    "'",
    "=",
    " ",
    "/",
    "\n",
    "\u{c}",
    "&lt;",
    "&#x3c;",
    "text",
    "<a title=\"",
    "<a title='",
    "<i x=",
    "<img src=a onerror=x()>",
    "<img src=a onerror='x()' ",
    "<p onclick=\"x()\">",
    "<a href=javascript:x>",
    "<a href=' java&Tab;script:x'>",
    "<form action=javascript:x>",
    "<embed>",
    "<object>",
    "<svg><a xlink:href=javascript:x>",
    "<math href=javascript:x>",
    "onclick=x() ",
    "href=javascript:x ",
];

#[test]
fn tricks_that_fooled_cleaners_are_seen_wherever_a_browser_runs_them() {
    for html in [
        "<svg></p><style><a id=\"</style><img src=a onerror=x()>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src=a onerror=x()>",
        "<math><mtext><table><mglyph><style><math><table id=\"</table>\"><img src=a onerror=x()\">",
        "<svg><desc><style></desc></svg><img src=a onerror=x()></style>",
        "<math><annotation-xml encoding=text/html><style></annotation-xml></math><img src=a onerror=x()></style>",
        "<table><style><img src=a onerror=x()></table></style><img src=b onerror=x()>",
        "<select><style></select><img src=a onerror=x()></style>",
        "<select><template><style></select><img src=a onerror=x()></style>",
        "<noscript><style></noscript><img src=a onerror=x()></style>",
        "<div><svg></div><![CDATA[><img src=a onerror=x()>]]>",
        "<svg><title><![CDATA[</title><img src=a onerror=x()>]]>",
        "<table><colgroup><style></colgroup><img src=a onerror=x()></style>",
        "<frameset><style></frameset><img src=a onerror=x()></style>",
        "<svg><font color=a><style><img src=a onerror=x()></style>",
        "<svg><style>/*</style><img src=a onerror=x()>*/",
        // Found by the comparison below.
        "<template><col><style><template><p onclick=\"x()\">",
        "<foreignObject><svg><title></foreignObject><![CDATA[<svg><script/>",
    ] {
        check(html);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_browser_runs_is_seen(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..30)) {
        check(&pieces.concat());
    }
}
