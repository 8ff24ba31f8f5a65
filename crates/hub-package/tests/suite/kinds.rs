//! Packages of other kinds: what they are and what they tell (package notes, sections 10, 11 and 16).

use std::fmt::Write as _;

use hub_package::{Code, Kind, Report, Section, Severity, Verdict};

use crate::archives::{Tree, course, course_and, file, tgz, zip};
use crate::{read, refused, samples};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Sections as their titles, each with its activities as `module title`.
fn outline(report: &Report) -> Vec<(Option<&str>, Vec<String>)> {
    let activities = |section: &Section| {
        section.activities.iter().map(|one| format!("{} {}", one.module, one.title)).collect()
    };
    report.course.sections.iter().map(|section| (section.title.as_deref(), activities(section))).collect()
}

fn one(name: &str, contents: impl AsRef<[u8]>) -> Vec<u8> {
    zip(&vec![file(name, contents)])
}

/// A backup as Moodle 1.9 writes it: section 0 and ten more, one forum.
pub(crate) fn moodle1(header: &str, users: &str) -> String {
    let mut sections = String::new();
    for number in 0..11 {
        let (summary, mods) = match number {
            0 => ("&lt;p&gt;Welcome &amp;amp; &lt;b&gt;hello&lt;/b&gt;&lt;/p&gt;", FORUM),
            _ => ("", ""),
        };
        write!(
            sections,
            "<SECTION><ID>{}</ID><NUMBER>{number}</NUMBER><SUMMARY>{summary}</SUMMARY><VISIBLE>1</VISIBLE>\
             <MODS>{mods}</MODS></SECTION>",
            number + 40
        )
        .unwrap();
    }
    format!(
        "{XML}<MOODLE_BACKUP><INFO><NAME>backup-botany.zip</NAME><MOODLE_VERSION>2007101520</MOODLE_VERSION>\
         <MOODLE_RELEASE>1.9.2 (Build: 20080711)</MOODLE_RELEASE><DATE>1220000000</DATE>\
         <ORIGINAL_WWWROOT>http://moodle.example</ORIGINAL_WWWROOT><DETAILS><MOD><NAME>forum</NAME></MOD>\
         <USERS>course</USERS></DETAILS></INFO><ROLES/><COURSE><HEADER><ID>2</ID><CATEGORY><ID>1</ID>\
         <NAME>Biology</NAME></CATEGORY>{header}<FULLNAME>Botany of 1.9</FULLNAME><SHORTNAME>BOT19</SHORTNAME>\
         <SUMMARY>About plants.</SUMMARY><FORMAT>weeks</FORMAT><LANG>en_utf8</LANG></HEADER>\
         <SECTIONS>{sections}</SECTIONS><USERS>{users}</USERS><MODULES><MOD><ID>9</ID><MODTYPE>forum</MODTYPE>\
         <NAME>News</NAME><POSTS><POST><NAME>no title</NAME></POST></POSTS></MOD></MODULES></COURSE></MOODLE_BACKUP>"
    )
}

const FORUM: &str = "<MOD><ID>77</ID><TYPE>forum</TYPE><INSTANCE>9</INSTANCE><VISIBLE>1</VISIBLE></MOD>";

#[test]
fn a_moodle_1_backup_tells_its_course_and_is_refused_with_advice() {
    let report = refused(&one("moodle.xml", moodle1("", "")), Code::Moodle1Backup);
    assert!(report.findings[0].advice.contains("Moodle 2.1 or later"));
    assert_eq!((report.kind, report.kind_version.as_deref()), (Kind::Moodle1, None));
    let backup = &report.backup;
    assert_eq!(backup.moodle_release.as_deref(), Some("1.9.2 (Build: 20080711)"));
    assert_eq!(backup.moodle_branch.as_deref(), Some("1.9"));
    assert_eq!((backup.backup_date, backup.users_included), (Some(1_220_000_000), Some(true)));
    assert_eq!((backup.user_count, backup.original_course_id), (0, Some(2)));
    let course = &report.course;
    assert_eq!(course.fullname.as_deref(), Some("Botany of 1.9"));
    assert_eq!(course.shortname.as_deref(), Some("BOT19"));
    assert_eq!(course.summary.as_deref(), Some("About plants."));
    assert_eq!((course.format.as_deref(), course.language.as_deref()), (Some("weeks"), Some("en_utf8")));
    assert_eq!(course.category.as_deref(), Some("Biology"));
    assert_eq!((course.section_count, course.activity_count), (11, 1));
    assert_eq!(course.activity_counts["forum"], 1);
    let sections = outline(&report);
    assert_eq!(sections[0], (Some("Welcome & hello"), vec!["forum News".to_owned()]));
    assert_eq!((sections.len(), sections[10].clone()), (11, (None, vec![])));
    assert_eq!(course.sections[0].activities[0].module_id, Some(77));
}

#[test]
fn people_and_the_course_key_of_a_moodle_1_backup_are_told_without_their_values() {
    let users = "<USER><ID>5</ID><USERNAME>rmiller</USERNAME><PASSWORD>5f4dcc3b5aa765d61d8327deb882cf99</PASSWORD>\
                 <FIRSTNAME>Rosalind</FIRSTNAME><LASTNAME>Miller</LASTNAME><EMAIL>rm@school.example</EMAIL></USER>";
    let report = refused(
        &one("moodle.xml", moodle1("<PASSWORD>openSesame</PASSWORD>", &users.repeat(3))),
        Code::Moodle1Backup,
    );
    assert_eq!(report.backup.user_count, 3);
    assert_eq!(report.finding_counts[&Code::PersonalData], 1);
    let key = report.findings.iter().find(|finding| finding.code == Code::SecretEnrolmentKey).unwrap();
    assert_eq!((key.place.as_deref(), key.severity), (Some("moodle.xml"), Severity::Warning));
    let json = serde_json::to_string(&report).unwrap();
    for value in ["openSesame", "rmiller", "5f4dcc", "Rosalind", "Miller", "rm@school"] {
        assert!(!json.contains(value), "{value}");
    }
    let without = read(&one("moodle.xml", moodle1("<PASSWORD></PASSWORD>", "")));
    assert!(!without.finding_counts.contains_key(&Code::SecretEnrolmentKey));
}

#[test]
fn a_moodle_1_backup_with_little_or_broken_inside_is_still_one() {
    let bare = "<MOODLE_BACKUP><INFO><NAME>x.zip</NAME></INFO></MOODLE_BACKUP>";
    let report = refused(&one("moodle.xml", bare), Code::Moodle1Backup);
    assert_eq!((report.course.fullname, report.course.section_count), (None, 0));
    // What stands before the damage is told.
    let whole = moodle1("", "");
    let cut = &whole[..whole.find("<USERS>c").unwrap().max(whole.find("</SECTIONS>").unwrap())];
    let report = refused(&one("moodle.xml", cut), Code::Moodle1Backup);
    assert_eq!(report.course.fullname.as_deref(), Some("Botany of 1.9"));
    assert_eq!((report.course.section_count, report.course.activity_count), (11, 1));
    assert_eq!(report.finding_counts[&Code::MemberUnreadable], 1);
    // Modules that no section shows stand beside the sections.
    let lone = "<MOODLE_BACKUP><COURSE><MODULES><MOD><ID>1</ID><MODTYPE>quiz</MODTYPE><NAME>Lone</NAME></MOD>\
                </MODULES></COURSE></MOODLE_BACKUP>";
    let report = read(&one("moodle.xml", lone));
    assert_eq!(report.course.other_activities[0].title, "Lone");
    assert_eq!(report.course.activity_counts["quiz"], 1);
}

/// A Common Cartridge of a version, with the namespace's path and the prefix of its metadata.
pub(crate) fn cartridge(version: &str, path: &str) -> Tree {
    let qti = "imsqti_xmlv1p2/imscc_xmlv1p1/";
    let manifest = format!(
        "{XML}<manifest identifier=\"m\" xmlns=\"http://www.imsglobal.org/xsd/{path}imscp_v1p1\" \
         xmlns:l=\"http://ltsc.ieee.org/xsd/LOM/manifest\"><metadata><schema>IMS Common Cartridge</schema>\
         <schemaversion>{version}</schemaversion><l:lom><l:general><l:title><l:string language=\"en\">Seas</l:string>\
         <l:string language=\"de\">Meere</l:string></l:title><l:language>en</l:language><l:description><l:string>About \
         water.</l:string></l:description></l:general></l:lom></metadata><organizations><organization identifier=\"o\" \
         structure=\"rooted-hierarchy\"><item identifier=\"root\"><item identifier=\"a\"><title>Tides</title>\
         <item identifier=\"a1\" identifierref=\"r1\"><title>Moon</title></item>\
         <item identifier=\"a2\" identifierref=\"r2\"><title>Test &amp; talk</title></item>\
         <item identifier=\"aa\"><title>More</title><item identifier=\"a3\" identifierref=\"r3\"><title>Link</title></item>\
         </item></item><item identifier=\"b\"><title>Just a heading</title></item>\
         <item identifier=\"c\" identifierref=\"r4\"><title>Talk</title></item></item></organization></organizations>\
         <resources><resource identifier=\"r1\" type=\"webcontent\" href=\"a.html\"/>\
         <resource identifier=\"r2\" type=\"{qti}assessment\"/><resource identifier=\"r3\" type=\"imswl_xmlv1p1\"/>\
         <resource identifier=\"r4\" type=\"imsdt_xmlv1p1\"/><resource identifier=\"r5\" type=\"{qti}question-bank\"/>\
         <resource identifier=\"r6\" type=\"imsbasiclti_xmlv1p0\"/></resources></manifest>"
    );
    vec![file("imsmanifest.xml", manifest), file("a.html", "<p>Moon</p>")]
}

#[test]
fn common_cartridges_of_every_version_tell_their_outline() {
    for (version, path) in
        [("1.0", "imscc/"), ("1.1", "imsccv1p1/"), ("1.2", "imsccv1p2/"), ("1.3", "imsccv1p3/")]
    {
        let report = refused(&zip(&cartridge(&format!("{version}.0"), path)), Code::CommonCartridge);
        assert_eq!((report.kind, report.kind_version.as_deref()), (Kind::Imscc, Some(version)));
        let course = &report.course;
        assert_eq!((course.fullname.as_deref(), course.language.as_deref()), (Some("Seas"), Some("en")));
        assert_eq!((course.summary.as_deref(), course.summary_format), (Some("About water."), Some(2)));
        assert_eq!(
            outline(&report),
            [
                (Some("Tides"), vec!["webcontent Moon".to_owned(), "assessment Test & talk".to_owned()]),
                (Some("Tides / More"), vec!["weblink Link".to_owned()]),
                (None, vec!["heading Just a heading".to_owned(), "discussion Talk".to_owned()]),
            ]
        );
        assert_eq!((course.section_count, course.activity_count), (3, 5));
        assert_eq!(course.activity_counts["webcontent"], 1);
        let relative = &report.relative;
        assert_eq!(relative.schema_version, Some(format!("{version}.0")));
        assert_eq!(relative.organization_count, Some(1));
        assert_eq!(relative.resource_counts.len(), 6);
        assert_eq!(relative.resource_counts["imsbasiclti_xmlv1p0"], 1);
        assert_eq!(relative.sco_count, None);
    }
}

#[test]
fn a_thin_cartridge_is_known_by_its_schema() {
    let manifest = "<manifest><metadata><schema>IMS Thin Common Cartridge</schema>\
                    <schemaversion>1.2.0</schemaversion></metadata></manifest>";
    let report = refused(&one("imsmanifest.xml", manifest), Code::CommonCartridge);
    assert_eq!(report.kind_version.as_deref(), Some("1.2"));
}

/// A SCORM package: two organisations, two objects that tell results, one page.
fn scorm(namespaces: &str, version: &str, attribute: &str) -> Vec<u8> {
    one(
        "imsmanifest.xml",
        format!(
            "{XML}<manifest {namespaces}><metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion>\
             </metadata><organizations default=\"o1\"><organization identifier=\"o1\"><title>Golf</title>\
             <item identifier=\"i1\" identifierref=\"r1\"><title>Rules</title></item><item identifier=\"i2\">\
             <title>Strokes</title><item identifier=\"i3\" identifierref=\"r2\" isvisible=\"false\"><title>Putt</title></item>\
             </item></organization><organization identifier=\"o2\"><title>Short way</title>\
             <item identifier=\"i4\" identifierref=\"r3\"><title>Notes</title></item></organization></organizations>\
             <resources><resource identifier=\"r1\" type=\"webcontent\" {attribute}=\"sco\" href=\"a.html\"/>\
             <resource identifier=\"r2\" type=\"webcontent\" {attribute}=\"SCO\"/><resource identifier=\"r3\" \
             type=\"webcontent\" {attribute}=\"asset\"/></resources></manifest>"
        ),
    )
}

#[test]
fn scorm_packages_of_both_generations_tell_organisations_and_objects() {
    let old = "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" \
               xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\"";
    let new = "xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\"";
    let bare = "xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"";
    for (namespaces, told, attribute, version) in [
        (old, "1.2", "adlcp:scormtype", "1.2"),
        (new, "CAM 1.3", "adlcp:scormType", "2004"),
        (new, "2004 3rd Edition", "adlcp:scormType", "2004"),
        (bare, "2004 4th Edition", "scormType", "2004"),
        (bare, "1.2", "adlcp:scormtype", "1.2"),
    ] {
        let report = refused(&scorm(namespaces, told, attribute), Code::ScormPackage);
        assert_eq!((report.kind, report.kind_version.as_deref()), (Kind::Scorm, Some(version)), "{told}");
        assert_eq!(report.course.fullname.as_deref(), Some("Golf"));
        assert_eq!(report.relative.organizations, ["Golf", "Short way"]);
        assert_eq!((report.relative.organization_count, report.relative.sco_count), (Some(2), Some(2)));
        assert_eq!(report.relative.schema_version.as_deref(), Some(told));
        assert_eq!(
            outline(&report),
            [
                (Some("Golf"), vec!["sco Rules".to_owned()]),
                (Some("Strokes"), vec!["sco Putt".to_owned()]),
                (Some("Short way"), vec!["asset Notes".to_owned()]),
            ]
        );
        assert_eq!(report.course.sections[1].activities[0].visible, Some(false));
    }
}

#[test]
fn an_ims_content_package_tells_its_items() {
    let manifest = "<manifest><organizations><organization><title>Reader</title><item identifierref=\"r\">\
                    <title>Page 1</title></item><item identifierref=\"gone\"><title>Page 2</title></item>\
                    </organization></organizations><resources><resource identifier=\"r\" type=\"webcontent\"/>\
                    </resources></manifest>";
    let report = refused(&one("imsmanifest.xml", manifest), Code::ImsContentPackage);
    assert_eq!((report.kind, report.course.fullname.as_deref()), (Kind::Imscp, Some("Reader")));
    let pages = vec!["webcontent Page 1".to_owned(), "other Page 2".to_owned()];
    assert_eq!(outline(&report), [(Some("Reader"), pages)]);
    assert_eq!(report.relative.resource_counts["webcontent"], 1);
}

/// Five thousand of something.
fn many(one: impl Fn(u32) -> String) -> String {
    (0..5_000).map(one).collect::<Vec<_>>().concat()
}

#[test]
fn floods_in_a_manifest_are_counted_and_not_kept() {
    let items = many(|n| format!("<item identifierref=\"r{n}\"><title>T{n}</title></item>"));
    let resources = many(|n| format!("<resource identifier=\"r{n}\" type=\"type{n}\"/>"));
    let manifest = format!(
        "<manifest><organizations><organization>{items}</organization></organizations><resources>{resources}</resources>\
         </manifest>"
    );
    let report = refused(&one("imsmanifest.xml", manifest), Code::ImsContentPackage);
    assert_eq!((report.course.activity_count, report.course.sections[0].activities.len()), (5_000, 2_000));
    assert_eq!(report.course.activity_counts.values().sum::<u64>(), 5_000);
    assert_eq!(report.relative.resource_counts.values().sum::<u64>(), 5_000);
    assert!(report.relative.resource_counts.len() < 300);
    let folders = many(|n| format!("<item><title>F{n}</title><item/></item>"));
    let manifest =
        format!("<manifest><organizations><organization>{folders}</organization></organizations></manifest>");
    let report = read(&one("imsmanifest.xml", manifest));
    assert_eq!((report.course.section_count, report.course.sections.len()), (5_000, 2_000));
}

fn h5p(contents: &str) -> Vec<u8> {
    zip(&vec![file("h5p.json", contents), file("content/content.json", "{}")])
}

#[test]
fn an_h5p_package_tells_what_it_is_made_of() {
    let report = refused(
        &h5p(
            "{\"title\":\" Arctic \",\"language\":\"nb\",\"mainLibrary\":\"H5P.CoursePresentation\",\"license\":\"CC BY\",\
             \"authors\":[{\"name\":\"Rosalind Miller\",\"role\":\"Author\"},{\"name\":\"X\"}],\"preloadedDependencies\":[\
             {\"machineName\":\"H5P.Image\",\"majorVersion\":\"1\",\"minorVersion\":\"0\"},\
             {\"machineName\":\"H5P.CoursePresentation\",\"majorVersion\":1,\"minorVersion\":17}],\"extra\":[[1]]}",
        ),
        Code::H5pPackage,
    );
    assert_eq!(report.kind, Kind::H5p);
    assert_eq!(
        (report.course.fullname.as_deref(), report.course.language.as_deref()),
        (Some("Arctic"), Some("nb"))
    );
    let relative = &report.relative;
    assert_eq!(relative.main_library.as_deref(), Some("H5P.CoursePresentation"));
    assert_eq!((relative.license.as_deref(), relative.author_count), (Some("CC BY"), Some(2)));
    assert_eq!(relative.dependencies, ["H5P.Image 1.0", "H5P.CoursePresentation 1.17"]);
    assert!(!serde_json::to_string(&report).unwrap().contains("Rosalind"));
}

#[test]
fn a_broken_h5p_json_is_still_an_h5p_package() {
    let deep = "[".repeat(100_000);
    let long = format!("{{\"title\":\"{}\"}}", "t".repeat(300_000));
    for contents in ["", "{", "[]", "{\"title\":[1]}", &deep, &long, "{\"authors\":5}"] {
        let report = refused(&h5p(contents), Code::H5pPackage);
        assert_eq!(report.finding_counts[&Code::MemberUnreadable], 1);
    }
    let report = refused(&h5p("{}"), Code::H5pPackage);
    assert_eq!((report.course.fullname, report.relative.author_count), (None, None));
}

#[test]
fn an_aicc_package_is_known_by_its_four_files() {
    let tree = |names: &[&str]| zip(&names.iter().map(|name| file(name, "[Course]")).collect());
    let report =
        refused(&tree(&["golf.crs", "golf.des", "GOLF.AU", "golf.cst", "a.html"]), Code::AiccPackage);
    assert_eq!(report.kind, Kind::Aicc);
    for names in
        [&["golf.crs", "golf.des", "golf.au"][..], &["x/golf.crs", "x/golf.des", "x/golf.au", "x/golf.cst"]]
    {
        refused(&tree(names), Code::NoMoodleBackup);
    }
}

#[test]
fn every_kind_in_a_folder_too_many_is_refused_with_the_folders_name() {
    for inner in ["moodle_backup.xml", "moodle.xml", "imsmanifest.xml", "h5p.json"] {
        let report = refused(&one(&format!("my folder/{inner}"), "<x/>"), Code::Nested);
        assert_eq!((report.kind, report.findings[0].place.as_deref()), (Kind::Nested, Some("my folder")));
    }
}

#[test]
fn the_facts_of_a_backup_are_its_own_whatever_else_lies_beside_it() {
    let honest = read(&zip(&course()));
    for (name, contents) in [
        (
            "imsmanifest.xml",
            "<manifest><organizations><organization><title>Evil</title></organization></organizations></manifest>",
        ),
        (
            "moodle.xml",
            "<MOODLE_BACKUP><COURSE><HEADER><FULLNAME>Evil</FULLNAME></HEADER></COURSE></MOODLE_BACKUP>",
        ),
        ("h5p.json", "{\"title\":\"Evil\"}"),
    ] {
        let report = read(&zip(&course_and(name, contents)));
        assert_eq!((report.kind, &report.verdict), (Kind::Moodle2, &Verdict::Accept));
        assert_eq!(report.course, honest.course);
        assert_eq!(report.relative, honest.relative);
    }
}

/// Package notes, section 16, test 2, for the other kinds.
#[test]
fn the_container_changes_nothing_of_the_facts() {
    let trees = [
        vec![file("moodle.xml", moodle1("", ""))],
        cartridge("1.1.0", "imsccv1p1/"),
        vec![file("h5p.json", "{\"title\":\"T\"}"), file("content/content.json", "{}")],
    ];
    for tree in trees {
        let (zip, tar) = (read(&zip(&tree)), read(&tgz(&tree)));
        assert_eq!((zip.kind, zip.course, zip.relative), (tar.kind, tar.course, tar.relative));
    }
}

#[test]
fn the_samples_of_other_kinds_tell_what_they_are() {
    let Some(folder) = samples::folder() else { return };
    let read = |name: &str| read(&std::fs::read(folder.join(name)).unwrap());
    let cartridge = read("cc11-py4e.imscc");
    assert_eq!(cartridge.course.fullname.as_deref(), Some("Python for Everybody import"));
    assert_eq!(cartridge.course.sections[0].title.as_deref(), Some("Installing Python"));
    assert_eq!(cartridge.course.sections[0].activities.len(), 6);
    let resources: u64 = cartridge.relative.resource_counts.values().sum();
    assert_eq!((cartridge.course.section_count, cartridge.course.activity_count, resources), (17, 172, 173));
    let card = read("h5p-greeting-card.h5p");
    assert_eq!(card.course.fullname.as_deref(), Some("Greeting card"));
    assert_eq!((card.course.language.as_deref(), card.relative.license.as_deref()), (None, Some("U")));
    assert_eq!(card.relative.dependencies, ["H5P.GreetingCard 1.0"]);
}
