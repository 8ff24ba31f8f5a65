//! Plug-ins that come with Moodle, and the branches that ship them.
//!
//! From the lists of standard and of deleted plug-ins that Moodle keeps of itself (`standard_plugins_list` and
//! `is_deleted_standard_plugin` of `lib/pluginlib.php`, later `lib/classes/plugin_manager.php` and
//! `lib/plugins.json`) as they stood in 2.1, 2.2, 2.6, 2.8, 4.3 and 5.0; between those by the release notes of the
//! branch that brought or dropped a plug-in. 5.1 and 5.2 are taken to ship what 5.0 ships.

use super::Branch;

/// When Moodle ships a plug-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shipped {
    /// The first branch; `None` if that is not known.
    pub(crate) since: Option<Branch>,
    /// Whether the newest branch ships it.
    pub(crate) still: bool,
    /// The last branch, if it is no more shipped and that is known.
    pub(crate) until: Option<Branch>,
}

/// Type, then names: `name` alone is shipped by every branch from 2.0 on, `name@3.9` from that one on,
/// `name@2.0-4.1` from the first to the last; `?` stands for a branch that is not known.
const TABLE: &[(&str, &str)] = &[
    (
        "mod",
        "assign@2.3 assignment@2.0-4.1 bigbluebuttonbn@4.0 book@2.3 chat@2.0-4.5 choice data feedback folder forum \
         glossary h5pactivity@3.9 imscp label lesson lti@2.2 page qbank@5.0 quiz resource scorm subsection@4.5 \
         survey@2.0-4.5 url wiki workshop",
    ),
    ("format", "scorm@2.0-2.5 singleactivity@2.6 social topics weeks"),
    (
        "qtype",
        "calculated calculatedmulti calculatedsimple ddimageortext@3.0 ddmarker@3.0 ddwtos@3.0 description essay \
         gapselect@3.0 match missingtype multianswer multichoice numerical ordering@4.4 random randomsamatch \
         shortanswer truefalse",
    ),
    (
        "qbehaviour",
        "adaptive@2.1 adaptivenopenalty@2.1 deferredcbm@2.1 deferredfeedback@2.1 immediatecbm@2.1 \
         immediatefeedback@2.1 informationitem@2.1 interactive@2.1 interactivecountback@2.1 manualgraded@2.1 \
         missing@2.1",
    ),
    (
        "block",
        "accessreview@3.11 activity_modules activity_results@2.9 admin_bookmarks badges@2.5 blog_menu blog_recent \
         blog_tags calendar_month calendar_upcoming comments community@2.0-? completionstatus course_list \
         course_overview@2.0-3.2 course_summary feedback globalsearch@3.1 glossary_random html login lp@3.1 mentees \
         messages@2.0-? mnet_hosts myoverview@3.3 myprofile navigation news_items online_users participants@2.0-? \
         private_files quiz_results@2.0-? recent_activity recentlyaccessedcourses@3.6 recentlyaccesseditems@3.6 \
         rss_client search@2.0-2.1 search_forums section_links selfcompletion settings site_main_menu \
         social_activities starredcourses@3.6 tag_flickr tag_youtube tags timeline@3.6",
    ),
    (
        "theme",
        "afterburner@2.0-2.6 anomaly@2.0-2.6 arialist@2.0-2.6 base@2.0-? binarius@2.0-2.6 boost@3.2 \
         bootstrapbase@2.5-3.6 boxxie@2.0-2.6 brick@2.0-2.6 canvas@2.0-? classic@3.7 clean@2.5-3.6 \
         formal_white@2.0-2.6 formfactor@2.0-2.6 fusion@2.0-2.6 leatherbound@2.0-2.6 magazine@2.0-2.6 more@2.7-3.6 \
         mymobile@2.2-2.6 nimble@2.0-2.6 nonzero@2.0-2.6 overlay@2.0-2.6 serenity@2.0-2.6 sky_high@2.0-2.6 \
         splash@2.0-2.6 standard@2.0-2.6 standardold@2.0-2.6",
    ),
    (
        "filter",
        "activitynames algebra censor@2.0-? codehighlighter@4.3 data displayh5p@3.8 emailprotect emoticon glossary \
         mathjaxloader@2.7 mediaplugin multilang tex tidy@2.0-? urltolink",
    ),
    (
        "enrol",
        "authorize@2.0-? category cohort database fee@3.10 flatfile guest imsenterprise ldap lti@3.1 manual meta mnet \
         paypal self",
    ),
    ("assignsubmission", "comments@2.3 file@2.3 onlinetext@2.3"),
    ("assignfeedback", "comments@2.3 editpdf@2.6 file@2.3 offline@2.4"),
    (
        "quizaccess",
        "delaybetweenattempts@2.2 ipaddress@2.2 numattempts@2.2 offlineattempts@3.2 openclosedate@2.2 password@2.2 \
         safebrowser@2.2-3.8 seb@3.9 securewindow@2.2 timelimit@2.2",
    ),
    ("gradingform", "guide@2.3 rubric@2.2"),
    ("availability", "completion@2.7 date@2.7 grade@2.7 group@2.7 grouping@2.7 profile@2.7"),
    ("workshopform", "accumulative comments numerrors rubric"),
    ("workshopeval", "best"),
    ("workshopallocation", "manual random scheduled@?"),
    ("customfield", "checkbox@3.7 date@3.7 number@4.5 select@3.7 text@3.7 textarea@3.7"),
    ("contenttype", "h5p@3.9"),
    ("logstore", "database@2.7 legacy@2.7-? standard@2.7"),
    ("ltiservice", "basicoutcomes@? gradebookservices@? memberships@? profile@? toolproxy@? toolsettings@?"),
    (
        "report",
        "backups competency@3.1 completion@2.2 configlog courseoverview eventlist@2.7 infectedfiles@? insights@3.4 \
         log loglive@2.2 outline@2.2 participation@2.2 performance@? progress@2.2 questioninstances search@?-? \
         security stats status@? themeusage@? usersessions@?",
    ),
    (
        "tool",
        "admin_presets@? analytics@3.4 availabilityconditions@2.7 behat@2.5 brickfield@3.11 capability@2.2 \
         cohortroles@3.1 componentlibrary@? customlang@2.2 dataprivacy@? dbtransfer@2.2 filetypes@? generator@2.2 \
         health@2.2-? httpsreplace@? innodb@2.2-? installaddon@2.5 langimport@2.2 licensemanager@? log@2.7 lp@3.1 \
         lpimportcsv@? lpmigrate@? messageinbound@? mfa@4.3 mobile@? monitor@? moodlenet@3.9 multilangupgrade@2.2 \
         oauth2@3.3 phpunit@2.3 policy@? profiling@2.2 recyclebin@3.1 replace@2.2 spamcleaner@2.2 task@2.7 \
         templatelibrary@? unsuproles@2.2 uploadcourse@2.6 uploaduser@2.2 usertours@3.2 xmldb@2.2",
    ),
    (
        "qbank",
        "bulkmove@? columnsortorder@? comment@4.0 customfields@? deletequestion@4.0 editquestion@4.0 \
         exportquestions@4.0 exporttoxml@4.0 history@4.0 importquestions@4.0 managecategories@4.0 previewquestion@4.0 \
         statistics@4.0 tagquestion@4.0 usage@4.0 viewcreator@4.0 viewquestionname@4.0 viewquestiontext@4.0 \
         viewquestiontype@4.0",
    ),
];

/// Types of plug-ins that write parts into backups and of which none comes with Moodle.
const NEVER_SHIPPED: &[&str] = &["local", "plagiarism"];

/// Whether Moodle has plug-ins of this type, as far as backups show them.
pub(crate) fn is_type(kind: &str) -> bool {
    NEVER_SHIPPED.contains(&kind) || TABLE.iter().any(|(known, _)| *known == kind)
}

/// When Moodle ships `kind_name`; `None` for a plug-in that never came with it.
pub(crate) fn shipped(kind: &str, name: &str) -> Option<Shipped> {
    let (_, names) = TABLE.iter().find(|(known, _)| *known == kind)?;
    names.split_ascii_whitespace().find_map(|entry| {
        let (known, branches) = entry.split_once('@').unwrap_or((entry, "2.0"));
        if known != name {
            return None;
        }
        let (since, until) =
            branches.split_once('-').map_or((branches, None), |(since, until)| (since, Some(until)));
        Some(Shipped {
            since: Branch::parse(since),
            still: until.is_none(),
            until: until.and_then(Branch::parse),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_the_table_is_well_formed() {
        let mut seen = std::collections::HashSet::new();
        for (kind, names) in TABLE {
            for entry in names.split_ascii_whitespace() {
                let (name, branches) = entry.split_once('@').unwrap_or((entry, "2.0"));
                assert!(crate::moodle::is_plugin_name(name), "{kind}_{name}");
                assert!(seen.insert((kind, name)), "{kind}_{name} stands there twice");
                for branch in branches.split('-') {
                    assert!(branch == "?" || Branch::parse(branch).is_some(), "{entry}");
                }
                let shipped = shipped(kind, name).unwrap();
                if let (Some(since), Some(until)) = (shipped.since, shipped.until) {
                    assert!(since <= until, "{entry}");
                }
            }
        }
    }

    #[test]
    fn a_plug_in_has_the_branches_that_ship_it() {
        let branch = |text: &str| Branch::parse(text);
        let chat = shipped("mod", "chat").unwrap();
        assert_eq!((chat.since, chat.still, chat.until), (branch("2.0"), false, branch("4.5")));
        let h5p = shipped("mod", "h5pactivity").unwrap();
        assert_eq!((h5p.since, h5p.still, h5p.until), (branch("3.9"), true, None));
        assert_eq!(shipped("mod", "questionnaire"), None);
        assert_eq!(shipped("local", "anything"), None);
    }
}
