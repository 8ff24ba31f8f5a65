//! Files that can run: told by their bytes as they go by, and by their names.

use super::{Form, Links, Sighting, Sightings, scan};
use crate::code::Code;

/// Bytes of a file that tell what it is; browsers look at as many (WHATWG MIME sniffing, "resource header").
const HEAD_BYTES: usize = 1_445;

/// Bytes of an HTML or SVG file that are searched. What stands behind them is not seen, which is a finding.
const TEXT_BYTES: usize = 4 * 1024 * 1024;

/// Bytes of a header and a name in a zip that are kept between chunks.
const ENTRY_BYTES: usize = 30 + 255;

/// Lists what one whole file can do; `name` may be empty if it is not known.
pub fn file(name: &str, bytes: &[u8]) -> Vec<Sighting> {
    let mut watch = FileWatch::default();
    watch.push(bytes);
    let mut sightings = watch.finish(&mut Links::default());
    if let Some(code) = by_name(name)
        && sightings.iter().all(|sighting| sighting.code != code)
    {
        sightings.push(Sighting { code, evidence: crate::finding::printable(name) });
    }
    sightings
}

/// What a file is by the ending of its name: Windows runs files by it, and servers declare types by it.
pub(crate) fn by_name(name: &str) -> Option<Code> {
    let (_, ending) = name.trim_end_matches([' ', '.']).rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "exe" | "dll" | "com" | "scr" | "pif" | "cpl" | "msi" | "msix" | "bat" | "cmd" | "ps1" | "psm1"
        | "vbs" | "vbe" | "jse" | "wsf" | "wsh" | "hta" | "lnk" | "reg" | "sh" | "bash" | "command"
        | "jar" | "apk" | "aab" | "ipa" | "dmg" | "pkg" | "deb" | "rpm" | "appimage" | "xpi" => {
            Some(Code::ExecutableFile)
        }
        "js" | "mjs" | "wasm" => Some(Code::ScriptFile),
        "swf" => Some(Code::FlashFile),
        "htm" | "html" | "xhtml" | "xht" | "shtml" | "mht" | "mhtml" => Some(Code::HtmlFile),
        "docm" | "dotm" | "xlsm" | "xltm" | "xlam" | "xlsb" | "pptm" | "potm" | "ppam" | "ppsm" | "sldm" => {
            Some(Code::OfficeMacros)
        }
        _ => None,
    }
}

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looks {
    Unknown,
    /// Nothing in it is looked for.
    Plain,
    Text(Form, bool),
    Zip,
    /// The container of office files before 2007.
    Ole,
    Pdf,
}

/// Looks at one file as it goes by.
#[derive(Debug)]
pub(crate) struct FileWatch {
    looks: Looks,
    head: Vec<u8>,
    /// The text, or the end of the last chunk.
    kept: Vec<u8>,
    cut: bool,
    java: (bool, bool),
    sightings: Sightings,
}

impl Default for FileWatch {
    fn default() -> Self {
        Self {
            looks: Looks::Unknown,
            head: Vec::new(),
            kept: Vec::new(),
            cut: false,
            java: (false, false),
            sightings: Sightings::default(),
        }
    }
}

impl FileWatch {
    /// The next bytes of the file.
    pub(crate) fn push(&mut self, chunk: &[u8]) {
        if self.looks != Looks::Unknown {
            self.look(chunk);
            return;
        }
        let count = chunk.len().min(HEAD_BYTES - self.head.len());
        self.head.extend_from_slice(&chunk[..count]);
        if self.head.len() == HEAD_BYTES {
            self.decide();
            self.look(&chunk[count..]);
        }
    }

    /// What [`Self::finish`] is going to search.
    pub(crate) fn to_search(&self) -> Option<&[u8]> {
        match self.looks {
            // A short file is decided on at its end; it costs next to nothing.
            Looks::Text(..) => Some(&self.kept),
            _ => None,
        }
    }

    /// Does without searching it.
    pub(crate) fn forget(&mut self) {
        self.looks = Looks::Plain;
        self.kept.clear();
    }

    /// What was seen, once the file has ended.
    pub(crate) fn finish(mut self, links: &mut Links) -> Vec<Sighting> {
        if self.looks == Looks::Unknown {
            self.decide();
        }
        if let Looks::Text(form, html) = self.looks {
            let text = decode(&self.kept);
            if html {
                self.sightings.add(Code::HtmlFile, "");
            }
            let forms: &[Form] = if html && form == Form::Xml { &[Form::Xml, Form::Html] } else { &[form] };
            for form in forms {
                for sighting in scan(&text, *form, links) {
                    self.sightings.add(sighting.code, &sighting.evidence);
                }
            }
            if self.cut {
                let evidence = format!("only the first {TEXT_BYTES} bytes were searched");
                self.sightings.add(Code::ScanIncomplete, &evidence);
            }
        }
        self.sightings.kept
    }

    fn decide(&mut self) {
        let head = std::mem::take(&mut self.head);
        if let Some((code, what)) = program(&head) {
            self.sightings.add(code, what);
            self.looks = Looks::Plain;
            return;
        }
        self.looks = if head.starts_with(b"PK\x03\x04") {
            Looks::Zip
        } else if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
            Looks::Ole
        } else if head.starts_with(b"%PDF-") {
            Looks::Pdf
        } else {
            markup(&head)
        };
        self.look(&head);
    }

    fn look(&mut self, chunk: &[u8]) {
        match self.looks {
            Looks::Unknown | Looks::Plain => {}
            Looks::Text(..) => {
                let count = chunk.len().min(TEXT_BYTES - self.kept.len());
                self.kept.extend_from_slice(&chunk[..count]);
                self.cut |= count < chunk.len();
            }
            Looks::Zip => self.windows(chunk, ENTRY_BYTES, Self::look_in_zip),
            Looks::Ole => self.windows(chunk, MACROS_OF_OLE.len(), |watch, window| {
                if memchr::memmem::find(window, MACROS_OF_OLE).is_some() {
                    watch.sightings.add(Code::OfficeMacros, "_VBA_PROJECT");
                }
            }),
            Looks::Pdf => self.windows(chunk, NAME_OF_PDF_BYTES, Self::look_in_pdf),
        }
    }

    /// Looks at the chunk, and at the place where it meets the one before.
    fn windows(&mut self, chunk: &[u8], reach: usize, look: fn(&mut Self, &[u8])) {
        let mut seam = std::mem::take(&mut self.kept);
        let old = seam.len();
        seam.extend_from_slice(&chunk[..chunk.len().min(reach)]);
        if old > 0 {
            look(self, &seam);
        }
        look(self, chunk);
        // What follows needs the last bytes of both.
        if chunk.len() >= reach {
            seam.clear();
            seam.extend_from_slice(&chunk[chunk.len() - reach..]);
        } else {
            let surplus = seam.len().saturating_sub(reach);
            seam.drain(..surplus);
        }
        self.kept = seam;
    }

    /// Names of entries stand uncompressed in front of their contents (APPNOTE 4.3.7).
    fn look_in_zip(&mut self, window: &[u8]) {
        for at in memchr::memmem::find_iter(window, b"PK\x03\x04") {
            let header = &window[at..];
            let Some(length) = header.get(26..28) else { break };
            let length = usize::from(u16::from_le_bytes([length[0], length[1]])).min(ENTRY_BYTES - 30);
            let Some(name) = header.get(30..30 + length) else { continue };
            self.entry(&String::from_utf8_lossy(name).to_ascii_lowercase());
        }
    }

    fn look_in_pdf(&mut self, window: &[u8]) {
        for name in ACTIVE_IN_PDF {
            if memchr::memmem::find(window, name.as_bytes()).is_some() {
                self.sightings.add(Code::PdfActive, name);
            }
        }
    }

    fn entry(&mut self, name: &str) {
        // Office Open XML, its old Excel macros, and OpenDocument.
        // Names come in lower case.
        let ends = |ending: &str| name.as_bytes().ends_with(ending.as_bytes());
        let basic = name.starts_with("basic/") && ends(".xml") && !name.contains("/script-l");
        if ends("vbaproject.bin") || name.contains("xl/macrosheets/") || basic {
            self.sightings.add(Code::OfficeMacros, name);
        }
        self.java.0 |= name == "meta-inf/manifest.mf";
        self.java.1 |= ends(".class");
        if self.java == (true, true) {
            self.java = (false, false);
            self.sightings.add(Code::ExecutableFile, "a Java program (jar)");
        }
        if name == "androidmanifest.xml" || name == "classes.dex" {
            self.sightings.add(Code::ExecutableFile, "an Android program (apk)");
        }
    }
}

/// The name of the storage of macros, as UTF-16 (MS-OVBA 2.2.1).
const MACROS_OF_OLE: &[u8] = b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0";

/// Names that a PDF does something by (ISO 32000-1, 12.6.4 and 7.11.4). What stands in compressed streams is not seen.
const ACTIVE_IN_PDF: &[&str] = &["/JavaScript", "/Launch", "/EmbeddedFile", "/SubmitForm"];
/// Longer than each of them.
const NAME_OF_PDF_BYTES: usize = 16;

/// Programs by their first bytes: the list of the `file` program's "magic" for these kinds.
fn program(head: &[u8]) -> Option<(Code, &'static str)> {
    let executable = |what| Some((Code::ExecutableFile, what));
    let word = |at: usize| {
        head.get(at..at + 4).map(|bytes| u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    };
    match head {
        [b'M', b'Z', ..] if is_windows_program(head) => executable("a Windows program"),
        [0x7f, b'E', b'L', b'F', ..] => executable("a Linux program (ELF)"),
        [0xfe, 0xed, 0xfa, 0xce | 0xcf, ..] | [0xce | 0xcf, 0xfa, 0xed, 0xfe, ..] => {
            executable("a macOS program (Mach-O)")
        }
        // Two kinds share these bytes; the next number is a count of parts or a version from 45 on.
        [0xca, 0xfe, 0xba, 0xbe, ..] if word(4).is_some_and(|number| number < 45) => {
            executable("a macOS program (Mach-O)")
        }
        [0xca, 0xfe, 0xba, 0xbe, ..] => executable("a Java class"),
        [b'd', b'e', b'x', b'\n', b'0', ..] => executable("an Android program (dex)"),
        // MS-SHLLINK 2.1.
        [0x4c, 0, 0, 0, 1, 0x14, 2, 0, ..] => executable("a Windows shortcut"),
        [b'!', b'<', b'a', b'r', b'c', b'h', b'>', b'\n', b'd', b'e', b'b', ..] => {
            executable("a Debian package")
        }
        [0, b'a', b's', b'm', 1, 0, 0, 0, ..] => Some((Code::ScriptFile, "WebAssembly")),
        // SWF 19, "The SWF header": a version, then the size.
        [b'F' | b'C' | b'Z', b'W', b'S', 1..=60, ..] if word(4).is_some() => Some((Code::FlashFile, "Flash")),
        [b'#', b'!', rest @ ..] => interpreter(rest),
        _ => {
            let begin = head.trim_ascii_start();
            let begins =
                |word: &[u8]| begin.len() >= word.len() && begin[..word.len()].eq_ignore_ascii_case(word);
            if begins(b"@echo off") { executable("a Windows batch file") } else { None }
        }
    }
}

fn is_windows_program(head: &[u8]) -> bool {
    let Some(offset) = head.get(60..64) else { return false };
    let offset = u32::from_le_bytes([offset[0], offset[1], offset[2], offset[3]]);
    let offset = usize::try_from(offset).unwrap_or(usize::MAX);
    match head.get(offset..offset.saturating_add(2)) {
        Some(mark) => matches!(mark, b"PE" | b"NE" | b"LE" | b"LX"),
        // The header stands behind a large stub, or the file is cut.
        None => head[..60].contains(&0),
    }
}

/// What a script's first line says that runs it.
fn interpreter(rest: &[u8]) -> Option<(Code, &'static str)> {
    let line = rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(&line[..line.len().min(200)]).into_owned();
    if !line.trim_start().starts_with('/') {
        return None;
    }
    let shell = line.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| {
        matches!(
            word,
            "sh" | "bash" | "dash" | "zsh" | "ksh" | "csh" | "tcsh" | "fish" | "pwsh" | "osascript"
        )
    });
    Some(if shell { (Code::ExecutableFile, "a shell script") } else { (Code::ScriptFile, "a script") })
}

/// Tags that a page may begin with: WHATWG MIME sniffing, "identifying a resource with an unknown MIME type", and
/// others that are usual.
const TAGS: &str = "<head <script <iframe <h1 <h2 <div <font <table <a <style <title <b <body <br <p <!-- <img \
                    <span <meta <link <form <center <ul <ol <frameset <object <embed <math <details <video";

/// Whether the file is one that browsers read as HTML or SVG, and how.
fn markup(head: &[u8]) -> Looks {
    let text = decode(head);
    let begin = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    // Bytes that no text has (WHATWG MIME sniffing, "binary data byte").
    let binary = text
        .chars()
        .take(512)
        .any(|letter| matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}'));
    if binary || !begin.starts_with('<') {
        return Looks::Plain;
    }
    let lower = text.to_lowercase();
    let has = |word: &str| lower.contains(word);
    let xml = begin.starts_with("<?xml");
    if has("<html") || has("<!doctype html") || has("http://www.w3.org/1999/xhtml") {
        return Looks::Text(if xml { Form::Xml } else { Form::Html }, true);
    }
    if has("<svg") || has("http://www.w3.org/2000/svg") || has("<!doctype svg") {
        return Looks::Text(Form::Xml, false);
    }
    // XML of any other kind is data, unless it names a sheet that makes a page of it.
    if xml {
        return if has("<?xml-stylesheet") { Looks::Text(Form::Xml, false) } else { Looks::Plain };
    }
    let start = begin.to_lowercase();
    let tagged = TAGS.split(' ').any(|tag| {
        start.strip_prefix(tag).is_some_and(|rest| {
            tag.starts_with("<!")
                || rest.starts_with(|next: char| matches!(next, '>' | '/') || next.is_whitespace())
        })
    });
    if tagged { Looks::Text(Form::Html, true) } else { Looks::Plain }
}

/// The text of a file: by its mark UTF-16, otherwise UTF-8 with everything else replaced.
fn decode(bytes: &[u8]) -> String {
    let wide = |join: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| join([pair[0], pair[1]]));
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
