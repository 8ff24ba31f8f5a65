//! Writes packages around one fuzzed member.

use crate::archive::{self, Member};

/// A `moodle_backup.xml` of a course with one section and a page in it.
pub const BACKUP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<moodle_backup><information>\
    <name>backup.mbz</name><moodle_version>2024100708</moodle_version><moodle_release>4.5.8 (Build: 20251208)\
    </moodle_release><backup_date>1766450303</backup_date><include_files>1</include_files>\
    <original_wwwroot>https://school.example</original_wwwroot><original_course_id>2</original_course_id>\
    <original_course_format>topics</original_course_format><original_course_fullname>Botany\
    </original_course_fullname><original_course_shortname>BOT</original_course_shortname>\
    <details><detail backup_id=\"1\"><type>course</type><format>moodle2</format><interactive>1</interactive>\
    <mode>10</mode></detail></details><contents><activities><activity><moduleid>7</moduleid>\
    <sectionid>3</sectionid><modulename>page</modulename><title>Leaves</title>\
    <directory>activities/page_7</directory></activity></activities><sections><section><sectionid>3</sectionid>\
    <title>0</title><directory>sections/section_3</directory></section></sections><course><courseid>2</courseid>\
    <title>BOT</title><directory>course</directory></course></contents><settings><setting><level>root</level>\
    <name>users</name><value>0</value></setting></settings></information></moodle_backup>";

/// The `course.xml` of that course.
pub const COURSE: &str = "<course id=\"2\" contextid=\"21\"><shortname>BOT</shortname><fullname>Botany</fullname>\
    <summary>&lt;p&gt;Plants.&lt;/p&gt;</summary><summaryformat>1</summaryformat><format>topics</format></course>";

/// Its section.
pub const SECTION: &str = "<section id=\"3\"><number>0</number><name>$@NULL@$</name><summary></summary>\
    <sequence>7</sequence><visible>1</visible></section>";

/// What all modules say.
pub const MODULE: &str = "<module id=\"7\" version=\"2024100700\"><modulename>page</modulename><sectionid>3</sectionid>\
    <visible>1</visible></module>";

/// Its page.
pub const PAGE: &str = "<activity id=\"1\" moduleid=\"7\" modulename=\"page\" contextid=\"22\"><page id=\"1\">\
    <name>Leaves</name><intro></intro><introformat>1</introformat><content>&lt;p&gt;Green.&lt;/p&gt;</content>\
    <contentformat>1</contentformat></page></activity>";

/// Its files: one, which [`LEAF`] holds.
pub const FILES: &str = "<files><file id=\"1\"><contenthash>98798241748efaccb230386437b7873a478f5bd4</contenthash>\
    <contextid>22</contextid><component>mod_page</component><filearea>content</filearea><itemid>0</itemid>\
    <filepath>/</filepath><filename>leaf.txt</filename><userid>$@NULL@$</userid><filesize>4</filesize>\
    <mimetype>text/plain</mimetype><repositorytype>$@NULL@$</repositorytype><license>cc</license></file></files>";

/// The member that has the contents of that file.
pub const LEAF: Member<'_> = ("files/98/98798241748efaccb230386437b7873a478f5bd4", b"leaf");

/// A backup, gzip'd, with `member` in place of its own of that name or beside them.
pub fn backup_with(member: Member<'_>) -> Vec<u8> {
    let own: [Member<'_>; 7] = [
        ("moodle_backup.xml", BACKUP.as_bytes()),
        ("course/course.xml", COURSE.as_bytes()),
        ("sections/section_3/section.xml", SECTION.as_bytes()),
        ("activities/page_7/module.xml", MODULE.as_bytes()),
        ("activities/page_7/page.xml", PAGE.as_bytes()),
        ("files.xml", FILES.as_bytes()),
        LEAF,
    ];
    let mut members: Vec<_> = own.into_iter().filter(|(name, _)| *name != member.0).collect();
    members.push(member);
    archive::tar_gz(&members)
}
