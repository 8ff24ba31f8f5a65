//! Kinds of mail the hub writes, and when a receiver wants them.

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $name:literal $switch:ident;)*) => {
        /// Which mail it is. The word is also the key of its text in `locales/*/mails.ftl`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind { $($(#[$doc])* $variant,)* }

        impl Kind {
            /// All kinds, in the order they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word in the database.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Whether a receiver may switch it off. Security mails and answers to what the receiver just did never are.
            pub fn may_be_switched_off(self) -> bool {
                match self { $(Self::$variant => $switch,)* }
            }
        }
    };
}

const OPTIONAL: bool = true;
const ALWAYS: bool = false;

kinds! {
    /// To staff: a site has registered. Values: `site`, `address`, `contact`, `language`, `moodle`, `link`.
    SiteNew "site_new" OPTIONAL;
    /// To staff: a site changed its name or address. Values: `site`, `address`, `new_site`, `new_address`, `link`.
    SiteChanged "site_changed" OPTIONAL;
    /// To staff: somebody registers a known address with another secret. Values: `site`, `address`, `new_site`, `contact`,
    /// `link`.
    SiteNewcomer "site_newcomer" OPTIONAL;
    /// To staff and contact: a site registered again. Values: `site`, `address`, `kept` (`yes`: it has its courses back).
    SiteCameBack "site_came_back" OPTIONAL;
    /// To the site's contact: registered. Values: `site`, `address`, `hub_address`, `link`.
    SiteRegistered "site_registered" ALWAYS;
    /// To the old contact: somebody registers the address with another secret. Values: `site`, `address`, `link`.
    ReplacementLink "replacement_link" ALWAYS;
    /// To the old contact: staff gave its registration to a newcomer on its address. Values: `site`, `address`,
    /// `new_site`.
    SiteReplaced "site_replaced" ALWAYS;
    /// To the old contact: it has another address. Values: `site`, `address`, `new_address`.
    SiteMoved "site_moved" ALWAYS;
    /// To the site's contact: removed by staff. Values: `site`, `address`, `hub_address`, `link`.
    SiteDeleted "site_deleted" ALWAYS;
    /// To the site's contact: not accepted. Values: `site`, `address`, `hub_address`, `reason`, `link`.
    SiteRefused "site_refused" ALWAYS;
    /// To the site's contact: two copies used its registration. Values: `site`, `address`, `text`, `link`.
    SiteSplit "site_split" ALWAYS;
    /// To the site's contact: its token has ended. Values: `site`, `address`, `hub_address`, `link`.
    SiteTokenEnded "site_token_ended" ALWAYS;
    /// To the site's contact: accepted. Values: `site`, `address`, `link`.
    SiteAccepted "site_accepted" ALWAYS;
    /// To the site's contact: accepted after its way back had expired. Values: `site`, `address`, `hub_address`.
    SiteAcceptedAgain "site_accepted_again" ALWAYS;
    /// To staff: a new course waits. Values: `title`, `site`, `link`.
    CourseWaits "course_waits" OPTIONAL;
    /// To staff: a change of a course waits. Values: `title`, `site`, `link`.
    ChangeWaits "change_waits" OPTIONAL;
    /// To staff: a trusted site's course is public though something was found in its package. Values: `title`, `site`,
    /// `findings`, `link`.
    PackageListed "package_listed" OPTIONAL;
    /// To staff: the malware scanner does not answer, and packages wait. Values: `reason`, `link`.
    ScannerDown "scanner_down" OPTIONAL;
    /// To staff: somebody reported something. Values: `what`, `reason`, `link`.
    ReportNew "report_new" OPTIONAL;
    /// To staff: a publisher appeals. Values: `title`, `text`, `link`.
    AppealNew "appeal_new" OPTIONAL;
    /// To the publisher: listed. Values: `title`, `own`, `link`.
    CourseAccepted "course_accepted" OPTIONAL;
    /// To the publisher: refused. Values: `title`, `own`, `reason`, `link` (to appeal).
    CourseRefused "course_refused" OPTIONAL;
    /// To the publisher: a change was dropped. Values: `title`, `own`, `reason`, `link` (to appeal).
    ChangeRefused "change_refused" OPTIONAL;
    /// To the publisher: taken out of sight. Values: `title`, `own`, `reason`, `link` (to appeal).
    CourseHidden "course_hidden" OPTIONAL;
    /// To the publisher: shown again. Values: `title`, `own`, `link`.
    CourseUnhidden "course_unhidden" OPTIONAL;
    /// To the publisher: deleted. Values: `title`, `reason` (may be empty).
    CourseDeleted "course_deleted" OPTIONAL;
    /// To the publisher: staff asks for changes. Values: `title`, `own`, `reason`, `link`.
    CourseChangesAsked "course_changes_asked" OPTIONAL;
    /// To the publisher: staff answered the appeal. Values: `title`, `text`, `link`.
    AppealAnswered "appeal_answered" OPTIONAL;
    /// To the publisher: the decision stands. Values: `title`, `text`, `link`.
    AppealUpheld "appeal_upheld" OPTIONAL;
    /// To the publisher: the decision was taken back. Values: `title`, `text`, `link`.
    AppealReversed "appeal_reversed" OPTIONAL;
    /// To who reported: it has arrived. Values: `what`, `text`.
    ReportReceived "report_received" ALWAYS;
    /// To who reported: the outcome. Values: `what`, `text`.
    ReportAnswered "report_answered" OPTIONAL;
    /// To the site's contact: no more courses today. Values: `site`, `limit`.
    LimitReached "limit_reached" OPTIONAL;
    /// To the site's contact: trusted now. Values: `site`.
    SiteTrusted "site_trusted" OPTIONAL;
    /// To the site's contact: nothing was heard of it, and its address does not answer. Values: `site`, `address`,
    /// `since` (a day), `reason`.
    SiteUnreachable "site_unreachable" OPTIONAL;
    /// To the site's contact: nothing was heard of it, though its address answers. Values: `site`, `address`, `since`.
    SiteSilent "site_silent" OPTIONAL;
    /// To the publisher: the package was not taken. Values: `title`, `findings`.
    PackageRefused "package_refused" OPTIONAL;
    /// To the publisher: somebody has to look at the package first. Values: `title`, `findings`.
    PackageHeld "package_held" OPTIONAL;
    /// To the publisher: the page or demo of the course does not answer. Values: `title`, `address`, `reason`.
    LinkDead "link_dead" OPTIONAL;
    /// To an account: confirm the new address. Values: `link`.
    AccountEmailChange "account_email_change" ALWAYS;
    /// To an account: choose another password. Values: `link`.
    AccountReset "account_reset" ALWAYS;
    /// To a publisher, a site's contact or staff: somebody wrote. Values: `about`, `category`, `name`, `text`, `link`.
    MessageNew "message_new" OPTIONAL;
    /// To either side: the other answered. Values: `about`, `text`, `link`.
    MessageAnswered "message_answered" OPTIONAL;
    /// To the sender: a copy of what they wrote. Values: `about`, `text`, `link`.
    MessageCopy "message_copy" ALWAYS;
    /// To the former address of an account: it has another now.
    AccountEmailChanged "account_email_changed" ALWAYS;
    /// To somebody whom staff invites. Values: `link`.
    AccountInvitation "account_invitation" ALWAYS;
    /// To somebody who wants an account. Values: `link`.
    AccountSignUp "account_sign_up" ALWAYS;
    /// To an account whose address somebody gave for a new one. Values: `link`.
    AccountExists "account_exists" ALWAYS;
    /// What was gathered for a day or a week. Values: `count`.
    Digest "digest" OPTIONAL;
}

impl Kind {
    /// Whether only the hub's staff gets mails of this kind.
    pub fn is_for_staff(self) -> bool {
        matches!(
            self,
            Self::SiteNew
                | Self::SiteChanged
                | Self::SiteNewcomer
                | Self::CourseWaits
                | Self::ChangeWaits
                | Self::PackageListed
                | Self::ScannerDown
                | Self::ReportNew
                | Self::AppealNew
        )
    }

    /// The reverse of [`Kind::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// When a receiver wants mails of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delivery {
    /// At once.
    #[default]
    Now,
    /// Gathered, once a day.
    Daily,
    /// Gathered, on Mondays.
    Weekly,
    /// Not at all.
    Never,
}

impl Delivery {
    /// All, most often first.
    pub const ALL: [Self; 4] = [Self::Now, Self::Daily, Self::Weekly, Self::Never];

    /// The word in the database and in forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Never => "none",
        }
    }

    /// The reverse of [`Delivery::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|delivery| delivery.name() == name)
    }
}
