//! What every act leaves in the record: about what, by whom, and which fields with what they were and are.

use Leaves::{Changed, Gone, Known, New, Nothing, Turned};
use serde_json::Value;

/// What a line tells of before and after.
#[derive(Clone, Copy, Debug)]
pub enum Leaves {
    /// These fields, as they were and as they are; none named: whichever were changed.
    Changed(&'static [&'static str]),
    /// Some fields as they were, others as they are.
    Turned(&'static [&'static str], &'static [&'static str]),
    /// Something is there that was not.
    New(&'static [&'static str]),
    /// As new, or as changed where the hub knew it from before.
    Known(&'static [&'static str]),
    /// Something is gone.
    Gone(&'static [&'static str]),
    /// That it was done, and no more; why.
    Nothing(&'static str),
}

/// An act, what it is about, who does it, and what it leaves.
pub type Row = (&'static str, &'static str, &'static [&'static str], Leaves);

/// Acts whose first half happens in a device or at a provider, so that this walk cannot do them: browsers' tests do.
pub const ELSEWHERE: [&str; 2] = ["account.passkey_added", "account.provider_linked"];

/// Every act.
pub const ROWS: &[Row] = &[
    ("site.accepted", "site", &["account"], Changed(&["state"])),
    ("site.alive_after_leaving", "site", &["hub"], Changed(&["copied"])),
    ("site.asked", "site", &["visitor"], Known(&["address", "identity", "name", "state"])),
    ("site.asked_by_another", "site", &["visitor"], New(&["contact_email", "contact_name", "name"])),
    ("site.blocked", "site", &["account"], Changed(&["in_directory", "prioritised", "state", "trusted"])),
    ("site.change_accepted", "site", &["account"], Changed(&["name", "waiting_name"])),
    ("site.change_refused", "site", &["account"], Changed(&["waiting_name"])),
    ("site.confirmed", "site", &["account"], Turned(&["unconfirmed_courses"], &["courses", "identity"])),
    (
        "site.deleted",
        "site",
        &["account", "command_line"],
        Changed(&["in_directory", "prioritised", "state", "trusted"]),
    ),
    ("site.hidden_from_list", "site", &["account"], Changed(&["in_directory"])),
    ("site.left", "site", &["site"], Changed(&["in_directory", "prioritised", "state", "trusted"])),
    ("site.locked", "site", &["account"], New(&["locked"])),
    ("site.moved", "site", &["visitor"], Changed(&["address", "identity", "name", "state"])),
    (
        "site.moved_onto_another",
        "site",
        &["visitor"],
        Changed(&["in_directory", "prioritised", "state", "trusted"]),
    ),
    ("site.newcomer_refused", "site", &["account"], Turned(&["contact", "newcomer"], &["reason"])),
    ("site.prioritised", "site", &["account"], Changed(&["prioritised", "trusted"])),
    ("site.proof_asked", "site", &["account"], Changed(&["proof"])),
    ("site.proof_looked_for", "site", &["account"], Turned(&["proof"], &["found"])),
    ("site.refused", "site", &["account"], Changed(&["in_directory", "prioritised", "state", "trusted"])),
    ("site.registered", "site", &["visitor"], Known(&["address", "identity", "name", "state"])),
    // Registering again may change nothing.
    (
        "site.registered_again",
        "site",
        &["visitor"],
        Turned(&["address", "identity", "name", "state"], &["address", "identity", "name", "state"]),
    ),
    ("site.replaced", "site", &["account", "visitor"], Changed(&["address", "info", "trusted"])),
    ("site.replacement_asked", "site", &["visitor"], New(&["address", "name"])),
    ("site.resumed", "site", &["account"], Changed(&["state"])),
    ("site.shown_in_list", "site", &["account"], Changed(&["in_directory"])),
    ("site.split", "site", &["account"], Turned(&["installations"], &["token"])),
    ("site.suspended", "site", &["account"], Changed(&["state"])),
    ("site.token_revoked", "site", &["account"], Changed(&["tokens"])),
    ("site.token_rotated", "site", &["account"], Changed(&["tokens"])),
    (
        "site.tried_again",
        "site",
        &["visitor"],
        Nothing("a way back with another token; tokens are never written down"),
    ),
    ("site.set", "site", &["account"], Changed(&[])),
    ("site.trusted", "site", &["account"], Changed(&["trusted"])),
    ("site.unblocked", "site", &["account"], Changed(&["blocked"])),
    ("site.unlocked", "site", &["account"], Gone(&["locked"])),
    ("site.unprioritised", "site", &["account"], Changed(&["prioritised"])),
    ("site.untrusted", "site", &["account"], Changed(&["trusted"])),
    ("site.updated", "site", &["site"], Changed(&["info", "waiting_address", "waiting_name"])),
    (
        "course.accepted",
        "version",
        &["account"],
        Changed(&["accepted_early", "change_waits", "listing", "package", "text"]),
    ),
    ("course.added", "version", &["command_line"], New(&["sha256", "size_bytes"])),
    ("course.batch_undone", "version", &["account"], Changed(&["change_waits", "listing", "text"])),
    ("course.change_waits", "version", &["site"], Changed(&["listing", "text", "waiting_text"])),
    ("course.changed", "version", &["site"], Changed(&["listing", "text", "waiting_text"])),
    (
        "course.changes_asked",
        "version",
        &["account"],
        Turned(&["in_queue", "listing"], &["back_at", "in_queue", "reason"]),
    ),
    ("course.claim_taken_over", "version", &["account"], Changed(&["account"])),
    (
        "course.deleted",
        "version",
        &["account"],
        Changed(&["accepted_early", "change_waits", "listing", "package", "text"]),
    ),
    ("course.edited", "version", &["account"], Changed(&[])),
    ("course.findings_looked_at", "version", &["account"], Changed(&["findings"])),
    (
        "course.hidden",
        "version",
        &["account"],
        Changed(&["accepted_early", "change_waits", "listing", "package", "text"]),
    ),
    ("course.link_alive", "version", &["hub"], Gone(&["url", "why"])),
    ("course.link_dead", "version", &["hub"], New(&["url", "why"])),
    ("course.noted", "version", &["account"], Changed(&["notes"])),
    ("course.package_not_read", "version", &["hub"], Changed(&["listing", "package"])),
    ("course.package_read", "version", &["hub"], Changed(&["listing", "package"])),
    ("course.package_read_again", "version", &["hub"], Changed(&["findings", "package"])),
    ("course.package_received", "version", &["site"], New(&["sha256", "size_bytes"])),
    ("course.pictures_arranged", "version", &["account"], Changed(&["pictures"])),
    ("course.published", "version", &["site"], New(&["listing", "text"])),
    ("course.publisher_asked", "version", &["account"], New(&["message"])),
    ("course.publisher_mailed", "version", &["account"], New(&["subject"])),
    ("course.purged", "version", &["hub"], Nothing("what was there must be gone for good")),
    (
        "course.refused",
        "version",
        &["account"],
        Changed(&["accepted_early", "change_waits", "listing", "package", "text"]),
    ),
    ("course.relocated", "version", &["account"], Turned(&["site"], &["site", "site_course_id"])),
    ("course.restored", "version", &["account"], Changed(&["listing"])),
    ("course.screenshot_received", "version", &["site"], New(&["position", "sha256"])),
    (
        "course.unhidden",
        "version",
        &["account"],
        Changed(&["accepted_early", "change_waits", "listing", "package", "text"]),
    ),
    ("course.unlocked", "version", &["command_line"], Changed(&[])),
    ("course.withdrawn", "version", &["site"], Changed(&["listing"])),
    ("courses.batch_begun", "hub", &["account"], Turned(&["batch"], &["act", "batch", "courses"])),
    ("courses.batch_done", "hub", &["account"], Turned(&["batch", "planned"], &["batch", "courses"])),
    ("courses.batch_undo_begun", "hub", &["account"], Changed(&["act", "batch"])),
    ("courses.batch_undone", "hub", &["account"], Turned(&["batch", "done"], &["batch", "courses"])),
    ("abuse_report.decided", "abuse_report", &["account"], Turned(&["state"], &["message", "state"])),
    ("abuse_report.received", "abuse_report", &["visitor"], New(&["category", "subject"])),
    ("appeal.answered", "appeal", &["account"], New(&["message"])),
    ("appeal.decided", "appeal", &["account"], Turned(&["state"], &["message", "state"])),
    ("appeal.opened", "appeal", &["visitor"], New(&["decision", "version"])),
    ("need.snoozed", "version", &["account"], Changed(&["kind", "until"])),
    ("need.woken", "version", &["command_line"], Changed(&["kind", "until"])),
    ("moderation.lines_changed", "hub", &["account"], Changed(&[])),
    ("conversation.answered", "conversation", &["account"], New(&["side"])),
    ("conversation.sender_blocked", "conversation", &["account"], Changed(&["blocked"])),
    ("conversation.state_changed", "conversation", &["account"], Changed(&["state"])),
    ("conversation.started", "conversation", &["account", "visitor"], New(&["about", "category"])),
    (
        "sign_in_provider.added",
        "hub",
        &["account", "command_line"],
        New(&[
            "client_id",
            "domains",
            "issuer",
            "label",
            "lets_in",
            "on",
            "scopes",
            "secret",
            "trusts_addresses",
        ]),
    ),
    (
        "sign_in_provider.changed",
        "hub",
        &["account"],
        Changed(&[
            "client_id",
            "domains",
            "issuer",
            "label",
            "lets_in",
            "on",
            "scopes",
            "secret",
            "trusts_addresses",
        ]),
    ),
    (
        "sign_in_provider.removed",
        "hub",
        &["account"],
        Gone(&[
            "client_id",
            "domains",
            "issuer",
            "label",
            "lets_in",
            "linked",
            "on",
            "scopes",
            "secret",
            "trusts_addresses",
        ]),
    ),
    ("account.created", "account", &["command_line", "visitor"], New(&["role"])),
    ("account.provider_linked", "account", &["account"], New(&["email", "provider"])),
    ("account.provider_unlinked", "account", &["account"], Gone(&["provider"])),
    (
        "account.email_changed",
        "account",
        &["account"],
        Nothing("the record outlives the account and names no addresses"),
    ),
    ("account.erased", "account", &["account"], Nothing("nothing of whose it was may stay")),
    ("account.invitation_withdrawn", "hub", &["account"], Gone(&["role"])),
    ("account.invited", "hub", &["account"], New(&["role"])),
    ("account.invited_again", "hub", &["account"], New(&["role"])),
    ("account.passkey_added", "account", &["account"], New(&["passkey"])),
    ("account.passkey_removed", "account", &["account"], Gone(&["passkey"])),
    ("account.password_changed", "account", &["account"], Nothing("passwords are never written down")),
    ("account.password_reset", "account", &["command_line"], Nothing("passwords are never written down")),
    ("account.password_reset_by_mail", "account", &["account"], Nothing("passwords are never written down")),
    ("account.recovery_code_used", "account", &["account"], New(&["recovery_codes_left"])),
    ("account.recovery_codes_renewed", "account", &["account"], Nothing("codes are never written down")),
    ("account.resumed", "account", &["account"], Changed(&["state"])),
    ("account.role_changed", "account", &["account"], Changed(&["role"])),
    ("account.second_factor_added", "account", &["account"], Changed(&["totp"])),
    ("account.second_factor_removed", "account", &["account"], Changed(&["totp"])),
    ("account.second_factor_reset", "account", &["account"], Changed(&["totp"])),
    ("account.sessions_ended", "account", &["account"], Changed(&["sessions"])),
    ("account.suspended", "account", &["account"], Changed(&["state"])),
    ("settings.changed", "hub", &["account", "command_line"], Changed(&[])),
    ("page.written", "hub", &["account"], Changed(&["edition", "page", "texts"])),
    (
        "invitation.made",
        "hub",
        &["account", "command_line"],
        New(&["expires_at", "invitation", "note", "uses"]),
    ),
    ("invitation.revoked", "hub", &["account"], Gone(&["invitation", "note", "used"])),
    ("invitation.used", "site", &["visitor"], New(&["invitation"])),
    (
        "hub.set_up",
        "hub",
        &["account"],
        Nothing("the owner is who did it; the account has a line of its own"),
    ),
    ("directory.token_issued", "hub", &["command_line"], New(&["ended"])),
    (
        "index.rebuild_asked",
        "hub",
        &["command_line"],
        Nothing("a copy is built anew; nothing that is kept changes"),
    ),
    ("vocabulary.added", "term", &["account"], New(&["key", "names", "position", "retired", "vocabulary"])),
    (
        "vocabulary.brought_back",
        "term",
        &["account"],
        Turned(&["retired"], &["key", "retired", "vocabulary"]),
    ),
    ("vocabulary.facet_made", "hub", &["account"], New(&["key", "names", "position"])),
    ("vocabulary.facet_moved", "hub", &["account"], Changed(&["key", "names", "position"])),
    ("vocabulary.facet_removed", "hub", &["account"], Gone(&["courses", "key", "names", "terms"])),
    ("vocabulary.facet_renamed", "hub", &["account"], Changed(&["key", "names", "position"])),
    ("vocabulary.imported", "hub", &["account"], Changed(&["key", "names", "position"])),
    (
        "vocabulary.licence_described",
        "term",
        &["account"],
        Turned(&["licence"], &["key", "licence", "vocabulary"]),
    ),
    ("vocabulary.mapped", "term", &["account"], Turned(&["classic"], &["classic", "key", "vocabulary"])),
    (
        "vocabulary.merged",
        "term",
        &["account"],
        Turned(&["merged_into"], &["key", "merged_into", "vocabulary"]),
    ),
    (
        "vocabulary.moved",
        "term",
        &["account"],
        Turned(&["parent", "position"], &["key", "parent", "position", "vocabulary"]),
    ),
    ("vocabulary.renamed", "term", &["account"], Turned(&["names"], &["key", "names", "vocabulary"])),
    ("vocabulary.retired", "term", &["account"], Turned(&["retired"], &["key", "retired", "vocabulary"])),
    ("mail.given_up", "mail", &["account"], Changed(&["state"])),
    ("mail.retried", "mail", &["account"], Changed(&["state"])),
];

/// Whether a side of a line is an object that has these fields.
fn has(side: &Value, fields: &[&str]) -> bool {
    side.as_object()
        .is_some_and(|found| !found.is_empty() && fields.iter().all(|field| found.contains_key(*field)))
}

impl Leaves {
    /// The fields it names.
    pub fn fields(self) -> Vec<&'static str> {
        match self {
            Changed(fields) | New(fields) | Known(fields) | Gone(fields) => fields.to_vec(),
            Turned(was, is) => [was, is].concat(),
            Nothing(_) => Vec::new(),
        }
    }

    /// Whether a line tells what it should.
    pub fn fits(self, before: &Value, after: &Value) -> bool {
        match self {
            Changed(fields) => {
                let keys =
                    |side: &Value| side.as_object().map(|side| side.keys().cloned().collect::<Vec<_>>());
                has(before, fields) && keys(before) == keys(after) && before != after
            }
            Turned(was, is) => has(before, was) && has(after, is),
            New(fields) => before.is_null() && has(after, fields),
            Known(fields) => New(fields).fits(before, after) || Changed(fields).fits(before, after),
            Gone(fields) => has(before, fields) && after.is_null(),
            Nothing(why) => before.is_null() && after.is_null() && !why.is_empty(),
        }
    }
}
