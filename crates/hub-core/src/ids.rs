//! Ids: one type each, so that a site's number can never be taken for a course's.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// The bare number, as the database and the wire know it.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id! {
    /// A registered learning platform.
    SiteId
}
id! {
    /// A course with its one permanent page; equal to the id of its first version.
    CourseId
}
id! {
    /// One publication: the "course id" of the classic protocol. One sequence, never above 2³¹−1
    /// (classic clients read it as a 32-bit integer), never reused.
    VersionId
}
id! {
    /// One state of a version's text: the accepted one or a change in waiting.
    TextId
}
id! {
    /// A term of a vocabulary that staff changed or added.
    TermId
}
id! {
    /// A person's sign-in.
    AccountId
}
id! {
    /// A browser that is signed in.
    SessionId
}
id! {
    /// An authenticator's key that an account signs in with.
    PasskeyId
}
id! {
    /// A provider that people sign in through.
    ProviderId
}
id! {
    /// A code that lets sites register.
    InvitationId
}
id! {
    /// A token we issued.
    TokenId
}
id! {
    /// A piece of work that outlives the request that asked for it.
    JobId
}
id! {
    /// Messages between a visitor and whom they wrote to.
    ConversationId
}
id! {
    /// A mail, sent or waiting.
    MailId
}

id! {
    /// A decision of staff on a version.
    DecisionId
}
id! {
    /// A publisher's appeal against a decision.
    AppealId
}
id! {
    /// What a visitor reported.
    AbuseReportId
}
id! {
    /// A line that staff keeps: a canned reason or a point of the checklist.
    LineId
}

impl VersionId {
    /// The largest id a classic client can hold (PHP's xmlrpc wraps at 32 bits, protocol notes 4.3).
    pub const MAX: Self = Self(i32::MAX as i64);
}
