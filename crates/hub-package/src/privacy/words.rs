//! Names of elements that tell of people and of secrets.

use crate::code::Code;

/// Words for people in element names, in singular. Those who make or change a thing (owner, creator, modifier)
/// are not among them: their numbers are in backups without users as well (package notes, section 7).
const PEOPLE: &[&str] = &[
    "applicant",
    "assessor",
    "assignee",
    "attendee",
    "author",
    "awardee",
    "candidate",
    "commenter",
    "contributor",
    "evaluator",
    "examinee",
    "grader",
    "instructor",
    "learner",
    "member",
    "mentee",
    "mentor",
    "observee",
    "observer",
    "participant",
    "person",
    "player",
    "pupil",
    "rater",
    "recipient",
    "respondent",
    "responder",
    "reviewer",
    "sender",
    "student",
    "submitter",
    "teacher",
    "trainee",
    "trainer",
    "tutor",
    "user",
    "voter",
];

/// Names that say by whom a person's own doing was done.
const DONE_BY: &[&str] = &[
    "answeredby",
    "attemptedby",
    "commentedby",
    "postedby",
    "ratedby",
    "reportedby",
    "sentby",
    "submittedby",
    "takenby",
    "uploadedby",
    "votedby",
    "writtenby",
];

/// Beginnings that make the name one of a setting, or of whoever made or changed the row.
const NO_ROW: &[&str] = &[
    "allow",
    "anonymous",
    "approv",
    "can",
    "changed",
    "count",
    "creat",
    "default",
    "delet",
    "display",
    "edit",
    "enable",
    "has",
    "hide",
    "include",
    "is",
    "last",
    "limit",
    "locked",
    "max",
    "min",
    "modif",
    "num",
    "original",
    "owner",
    "publish",
    "require",
    "send",
    "show",
    "update",
    "use_",
];

/// The people of [`PEOPLE`] that a bare `<user>5</user>` is about; the others are words for things as well.
const BARE: &[&str] = &[
    "attendee",
    "author",
    "learner",
    "participant",
    "pupil",
    "respondent",
    "student",
    "submitter",
    "trainee",
    "user",
];

/// What the name of an element says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    person: Option<Person>,
    /// Which part of somebody's identity it holds.
    pub(crate) identity: Option<Identity>,
    /// It may be a secret, by the member it stands in: see [`secret`].
    pub(crate) secret: bool,
}

/// How a name says which person a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Person {
    /// `userid`.
    Identifier,
    /// `user`.
    Bare,
}

impl Name {
    /// Reads a name. Callers keep what it says: few names stand in a package, each many times.
    pub(crate) fn read(name: &str) -> Self {
        Self { person: person(name), identity: identity(name), secret: secret("", name).is_some() }
    }

    /// Whether an element of this name with the text `value` says which person a row is about.
    pub(crate) fn is_person(self, value: &str) -> bool {
        match self.person {
            None => false,
            // Numbers everywhere, but some plug-ins store identifiers of other systems.
            Some(Person::Identifier) => is_filled(value),
            // 1 is the guest, or a setting.
            Some(Person::Bare) => value.parse().is_ok_and(|number: u64| number > 1),
        }
    }
}

fn person(name: &str) -> Option<Person> {
    let (name, plain) = normal(name);
    if let Some(stem) = plain.strip_suffix("id") {
        let person = stem == "u" || PEOPLE.contains(&stem) || is_compound(&name, stem);
        return person.then_some(Person::Identifier);
    }
    if matches!(plain.as_str(), "useridfrom" | "useridto") {
        return Some(Person::Identifier);
    }
    let bare =
        BARE.contains(&plain.as_str()) || DONE_BY.contains(&plain.as_str()) || is_compound(&name, &plain);
    bare.then_some(Person::Bare)
}

/// `relateduser`, but not `createduser` and not `showuser`.
fn is_compound(name: &str, stem: &str) -> bool {
    (stem.ends_with("user") || stem.ends_with("student"))
        && !NO_ROW.iter().any(|start| name.starts_with(start))
}

/// Lower case, and the same without what joins words.
fn normal(name: &str) -> (String, String) {
    let lower = name.to_ascii_lowercase();
    let plain = lower.replace(['_', '-', '.'], "");
    (lower, plain)
}

/// An identifier that is one: not nothing, not 0.
pub(crate) fn is_filled(value: &str) -> bool {
    !value.is_empty() && !value.starts_with('-') && value.bytes().any(|byte| byte != b'0')
}

/// Which part of a person's identity an element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    FirstName,
    LastName,
    UserName,
    Mail,
}

/// The part of an identity that `name` is about.
fn identity(name: &str) -> Option<Identity> {
    let (_, plain) = normal(name);
    match plain.as_str() {
        "firstname" | "givenname" | "forename" | "userfirstname" | "studentfirstname" => {
            Some(Identity::FirstName)
        }
        "lastname" | "surname" | "familyname" | "userlastname" | "studentlastname" => {
            Some(Identity::LastName)
        }
        "username" | "loginname" | "userlogin" => Some(Identity::UserName),
        "email" | "emailaddress" | "useremail" | "studentemail" | "mail" => Some(Identity::Mail),
        _ => None,
    }
}

/// What kind of secret the element `name` of `member` holds, if its name is one of a secret's (package notes,
/// section 7; those with two words are what plug-ins of the Moodle directory call theirs).
pub(crate) fn secret(member: &str, name: &str) -> Option<Code> {
    let (_, plain) = normal(name);
    let code = match plain.as_str() {
        "enrolmentkey" | "enrolkey" => Code::SecretEnrolmentKey,
        "moderatorpass" | "viewerpass" | "moderatorpw" | "attendeepw" | "meetingpassword" | "hostkey" => {
            Code::SecretMeetingPassword
        }
        "resourcekey" | "servicesalt" | "secret" | "apikey" | "apisecret" | "token" | "accesstoken"
        | "authtoken" | "sharedsecret" | "consumersecret" | "clientsecret" | "secretkey" | "privatekey" => {
            Code::SecretOfTool
        }
        "password" | "passwd" | "passphrase" | "accesscode" | "quitpassword" | "userpassword" => {
            of_password(member)
        }
        _ => return None,
    };
    Some(code)
}

/// Whose password stands in `member`.
fn of_password(member: &str) -> Code {
    const MEETINGS: &[&str] = &[
        "adobeconnect",
        "bigbluebuttonbn",
        "googlemeet",
        "jitsi",
        "msteams",
        "openmeetings",
        "webexactivity",
        "zoom",
    ];
    if member == "course/enrolments.xml" || member == "groups.xml" {
        return Code::SecretEnrolmentKey;
    }
    let module = member.strip_prefix("activities/").and_then(|rest| rest.split('_').next());
    match module {
        Some("lti") => Code::SecretOfTool,
        Some(module) if MEETINGS.contains(&module) => Code::SecretMeetingPassword,
        Some(_) => Code::SecretActivityPassword,
        None => Code::SecretOther,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_told_from_those_of_makers_and_from_settings() {
        for name in [
            "userid",
            "user_id",
            "studentid",
            "authorid",
            "relateduserid",
            "user",
            "uid",
            "learner_id",
            "reviewerid",
            "submittedby",
            "useridto",
            "raterid",
        ] {
            let name = Name::read(name);
            assert!(name.is_person("17") && !name.is_person("") && !name.is_person("0"), "{name:?}");
        }
        for name in [
            "usermodified",
            "createdby",
            "modifiedby",
            "ownerid",
            "modifierid",
            "usercreated",
            "showuserid",
            "creatorid",
            "lastuserid",
            "createduserid",
            "maxstudents",
            "groupid",
            "id",
            "guid",
            "courseid",
            "unitid",
            "fluid",
            "users",
        ] {
            assert!(!Name::read(name).is_person("17"), "{name}");
        }
        assert!(!Name::read("user").is_person("1") && !Name::read("author").is_person("Anon"));
        assert!(Name::read("userid").is_person("a3f-9"));
    }

    #[test]
    fn secrets_are_told_by_member_and_name() {
        for (member, name, code) in [
            ("course/enrolments.xml", "password", Some(Code::SecretEnrolmentKey)),
            ("course/enrolments.xml", "secret", Some(Code::SecretOfTool)),
            ("groups.xml", "enrolmentkey", Some(Code::SecretEnrolmentKey)),
            ("activities/quiz_7/quiz.xml", "password", Some(Code::SecretActivityPassword)),
            ("activities/zoom_7/zoom.xml", "password", Some(Code::SecretMeetingPassword)),
            ("activities/lti_7/lti.xml", "password", Some(Code::SecretOfTool)),
            (
                "activities/bigbluebuttonbn_7/bigbluebuttonbn.xml",
                "viewerpass",
                Some(Code::SecretMeetingPassword),
            ),
            ("activities/quiz_7/quiz.xml", "browsersecurity", None),
            ("users.xml", "password", Some(Code::SecretOther)),
        ] {
            assert_eq!(secret(member, name), code, "{member} {name}");
        }
    }
}
