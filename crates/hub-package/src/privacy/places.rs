//! Where Moodle's own backups keep rows about people.
//!
//! Derived from the structure steps of Moodle's backup (`backup/moodle2/backup_stepslib.php` and the
//! `backup_*_stepslib.php` of each plug-in), versions 3.3 and 4.5: each element whose source table has a column
//! with the number of a user. `docs/PRIVACY-PLACES.md` lists them with their sources and says what is left out
//! and why.

/// A row-like element about a person.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The member; `*` stands for any folder, `name_*` for a folder with a number.
    pub(crate) member: &'static str,
    /// The row's path; `*/` in front stands for any elements around it.
    pub(crate) row: &'static str,
    /// The row's children that name a person; one of them filled is enough.
    pub(crate) person: &'static [&'static str],
}

const USER: &[&str] = &["userid"];
const LOGGED: &[&str] = &["userid", "relateduserid", "realuserid"];

macro_rules! places {
    ($($member:literal $row:literal $person:expr;)*) => {
        /// All places.
        pub(crate) const PLACES: &[Place] = &[$(Place { member: $member, row: $row, person: $person },)*];
    };
}

places! {
    // The course.
    "course/enrolments.xml" "enrolments/enrols/enrol/user_enrolments/enrolment" USER;
    "course/enrolments.xml" "*/tool/users/user" USER;
    "course/roles.xml" "roles/role_assignments/assignment" USER;
    "course/comments.xml" "comments/comment" USER;
    "course/calendar.xml" "events/event" USER;
    "course/competencies.xml" "course_competencies/user_competencies/user_competency" USER;
    "course/logs.xml" "logs/log" USER;
    "course/logstores.xml" "*/logstore_standard_log" LOGGED;
    "course/logstores.xml" "*/logstore_database_log" LOGGED;
    "course/loglastaccess.xml" "lastaccesses/lastaccess" USER;
    "course/xapistate.xml" "states/state" USER;
    "course/blocks/*/roles.xml" "roles/role_assignments/assignment" USER;
    "course/blocks/*/comments.xml" "comments/comment" USER;

    // The root.
    "groups.xml" "groups/group/group_members/group_member" USER;
    "gradebook.xml" "gradebook/grade_items/grade_item/grade_grades/grade_grade" USER;
    "grade_history.xml" "grade_history/grade_grades/grade_grade" &["userid", "loggeduser"];
    "completion.xml"
        "course_completion/course_completion_criteria/course_completion_crit_completions/course_completion_crit_compl"
        USER;
    "completion.xml" "course_completion/course_completions" USER;
    "badges.xml" "badges/badge/manual_awards/manual_award" &["recipientid"];
    "questions.xml" "*/comments/comment" USER;

    // What every activity can have.
    "activities/*/roles.xml" "roles/role_assignments/assignment" USER;
    "activities/*/comments.xml" "comments/comment" USER;
    "activities/*/calendar.xml" "events/event" USER;
    "activities/*/logs.xml" "logs/log" USER;
    "activities/*/logstores.xml" "*/logstore_standard_log" LOGGED;
    "activities/*/logstores.xml" "*/logstore_database_log" LOGGED;
    "activities/*/grades.xml" "activity_gradebook/grade_items/grade_item/grade_grades/grade_grade" USER;
    "activities/*/grade_history.xml" "grade_history/grade_grades/grade_grade" &["userid", "loggeduser"];
    "activities/*/completion.xml" "completions/completion" USER;
    "activities/*/completion.xml" "completions/completionviews/completionview" USER;
    "activities/*/grading.xml" "areas/area/definitions/definition/instances/instance" &["raterid"];
    "activities/*/xapistate.xml" "states/state" USER;
    "activities/*/blocks/*/roles.xml" "roles/role_assignments/assignment" USER;
    "activities/*/blocks/*/comments.xml" "comments/comment" USER;

    // The activities.
    "activities/assign_*/assign.xml" "activity/assign/userflags/userflag" &["userid", "allocatedmarker"];
    "activities/assign_*/assign.xml" "activity/assign/submissions/submission" USER;
    "activities/assign_*/assign.xml" "activity/assign/grades/grade" &["userid", "grader"];
    "activities/assign_*/assign.xml" "activity/assign/overrides/override" USER;
    "activities/assignment_*/assignment.xml" "activity/assignment/submissions/submission" USER;
    "activities/bigbluebuttonbn_*/bigbluebuttonbn.xml" "activity/bigbluebuttonbn/logs/log" USER;
    "activities/chat_*/chat.xml" "activity/chat/messages/message" USER;
    "activities/choice_*/choice.xml" "activity/choice/answers/answer" USER;
    "activities/data_*/data.xml" "activity/data/records/record" USER;
    "activities/data_*/data.xml" "activity/data/records/record/ratings/rating" USER;
    "activities/feedback_*/feedback.xml" "activity/feedback/completeds/completed" USER;
    "activities/forum_*/forum.xml" "activity/forum/discussions/discussion" USER;
    "activities/forum_*/forum.xml" "activity/forum/discussions/discussion/posts/post" USER;
    "activities/forum_*/forum.xml" "activity/forum/discussions/discussion/posts/post/ratings/rating" USER;
    "activities/forum_*/forum.xml" "activity/forum/discussions/discussion/discussion_subs/discussion_sub" USER;
    "activities/forum_*/forum.xml" "activity/forum/subscriptions/subscription" USER;
    "activities/forum_*/forum.xml" "activity/forum/digests/digest" USER;
    "activities/forum_*/forum.xml" "activity/forum/readposts/read" USER;
    "activities/forum_*/forum.xml" "activity/forum/trackedprefs/track" USER;
    "activities/forum_*/forum.xml" "activity/forum/grades/grade" USER;
    "activities/glossary_*/glossary.xml" "activity/glossary/entries/entry" USER;
    "activities/glossary_*/glossary.xml" "activity/glossary/entries/entry/ratings/rating" USER;
    "activities/h5pactivity_*/h5pactivity.xml" "activity/h5pactivity/attempts/attempt" USER;
    "activities/lesson_*/lesson.xml" "activity/lesson/pages/page/answers/answer/attempts/attempt" USER;
    "activities/lesson_*/lesson.xml" "activity/lesson/pages/page/branches/branch" USER;
    "activities/lesson_*/lesson.xml" "activity/lesson/grades/grade" USER;
    "activities/lesson_*/lesson.xml" "activity/lesson/timers/timer" USER;
    "activities/lesson_*/lesson.xml" "activity/lesson/overrides/override" USER;
    "activities/lti_*/lti.xml" "activity/lti/ltisubmissions/ltisubmission" USER;
    "activities/quiz_*/quiz.xml" "activity/quiz/overrides/override" USER;
    "activities/quiz_*/quiz.xml" "activity/quiz/grades/grade" USER;
    "activities/quiz_*/quiz.xml" "activity/quiz/attempts/attempt" USER;
    "activities/quiz_*/quiz.xml" "*/question_attempt/steps/step" USER;
    "activities/scorm_*/scorm.xml" "activity/scorm/scoes/sco/sco_tracks/sco_track" USER;
    "activities/survey_*/survey.xml" "activity/survey/answers/answer" USER;
    "activities/survey_*/survey.xml" "activity/survey/analysis/analys" USER;
    "activities/wiki_*/wiki.xml" "activity/wiki/subwikis/subwiki" USER;
    "activities/wiki_*/wiki.xml" "activity/wiki/subwikis/subwiki/pages/page" USER;
    "activities/wiki_*/wiki.xml" "activity/wiki/subwikis/subwiki/pages/page/versions/version" USER;
    "activities/workshop_*/workshop.xml"
        "activity/workshop/examplesubmissions/examplesubmission/exampleassessments/exampleassessment"
        &["reviewerid"];
    "activities/workshop_*/workshop.xml" "activity/workshop/submissions/submission" &["authorid"];
    "activities/workshop_*/workshop.xml" "activity/workshop/submissions/submission/assessments/assessment"
        &["reviewerid"];
    "activities/workshop_*/workshop.xml" "activity/workshop/aggregations/aggregation" USER;
}

/// Members whose rows name whoever made or changed a thing, in backups without users too: nothing in them but
/// the places above is taken for a row about a person.
const MAKERS: &[&str] = &[
    "badges.xml",
    "course/contentbank.xml",
    "files.xml",
    "moodle_backup.xml",
    "outcomes.xml",
    "roles.xml",
    "scales.xml",
    "users.xml",
];

impl Place {
    /// Whether `member` can hold these rows.
    fn is_in(&self, member: &str) -> bool {
        // Most are told by this alone.
        if self.member.rsplit('/').next().is_some_and(|file| !member.ends_with(file)) {
            return false;
        }
        let mut folders = member.split('/');
        let fits = self.member.split('/').all(|wanted| {
            folders.next().is_some_and(|folder| match wanted.strip_suffix('*') {
                Some(start) => folder.starts_with(start),
                None => folder == wanted,
            })
        });
        fits && folders.next().is_none()
    }

    /// Whether the element at `path` is such a row.
    pub(crate) fn is_row(&self, path: &str) -> bool {
        match self.row.strip_prefix('*') {
            Some(end) => path.ends_with(end),
            None => path == self.row,
        }
    }
}

/// The places in `member`.
pub(crate) fn places_in(member: &str) -> Vec<&'static Place> {
    PLACES.iter().filter(|place| place.is_in(member)).collect()
}

/// Whether rows outside of the table are looked for in `member`.
pub(crate) fn is_searched(member: &str) -> bool {
    !MAKERS.contains(&member) && !member.ends_with("/inforef.xml") && !member.ends_with("/calendar.xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_member_and_path() {
        let rows = |member: &str| places_in(member).iter().map(|place| place.row).collect::<Vec<_>>();
        assert_eq!(rows("course/loglastaccess.xml"), ["lastaccesses/lastaccess"]);
        assert_eq!(rows("activities/choice_12/choice.xml"), ["activity/choice/answers/answer"]);
        assert_eq!(rows("activities/my_mod_12/comments.xml"), ["comments/comment"]);
        assert_eq!(rows("activities/quiz_1/quiz.xml").len(), 4);
        for none in ["comments.xml", "activities/choice_12/choice.xml/x", "course/choice.xml", "groups.xml/x"]
        {
            assert!(rows(none).is_empty(), "{none}");
        }
        let [step] = &places_in("activities/quiz_1/quiz.xml")[3..] else { panic!() };
        assert!(step.is_row("a/question_attempt/steps/step") && !step.is_row("a/steps/step"));
    }

    #[test]
    fn no_place_is_listed_twice() {
        for (at, place) in PLACES.iter().enumerate() {
            assert!(!PLACES[..at].contains(place), "{place:?}");
        }
        assert!(PLACES.len() >= 40);
    }
}
