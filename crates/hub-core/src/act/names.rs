//! Every name an act may have in the audit record. Each has a text in every language, `act-AREA-WORD` in
//! `locales/*/audit.ftl`; tests find an act that is not here, and one without a text.

/// All names, by area, in the order of their texts.
pub const NAMES: &[&str] = &[
    "site.accepted",
    "site.alive_after_leaving",
    "site.asked",
    "site.asked_by_another",
    "site.blocked",
    "site.change_accepted",
    "site.change_refused",
    "site.confirmed",
    "site.deleted",
    "site.hidden_from_list",
    "site.left",
    "site.locked",
    "site.moved",
    "site.moved_onto_another",
    "site.prioritised",
    "site.proof_asked",
    "site.proof_looked_for",
    "site.refused",
    "site.registered",
    "site.registered_again",
    "site.replaced",
    "site.replacement_asked",
    "site.resumed",
    "site.shown_in_list",
    "site.split",
    "site.suspended",
    "site.token_revoked",
    "site.token_rotated",
    "site.tried_again",
    "site.set",
    "site.trusted",
    "site.unblocked",
    "site.unlocked",
    "site.unprioritised",
    "site.untrusted",
    "site.updated",
    "course.accepted",
    "course.added",
    "course.batch_undone",
    "course.change_waits",
    "course.changed",
    "course.changes_asked",
    "course.claim_taken_over",
    "course.deleted",
    "course.edited",
    "course.hidden",
    "course.link_alive",
    "course.link_dead",
    "course.noted",
    "course.package_not_read",
    "course.package_read",
    "course.package_received",
    "course.pictures_arranged",
    "course.published",
    "course.publisher_asked",
    "course.publisher_mailed",
    "course.purged",
    "course.refused",
    "course.relocated",
    "course.restored",
    "course.screenshot_received",
    "course.unhidden",
    "course.unlocked",
    "course.withdrawn",
    "courses.batch_begun",
    "courses.batch_done",
    "courses.batch_undo_begun",
    "courses.batch_undone",
    "abuse_report.decided",
    "abuse_report.received",
    "appeal.answered",
    "appeal.decided",
    "appeal.opened",
    "need.snoozed",
    "need.woken",
    "moderation.lines_changed",
    "conversation.answered",
    "conversation.sender_blocked",
    "conversation.state_changed",
    "conversation.started",
    "account.created",
    "account.email_changed",
    "account.erased",
    "account.invited",
    "account.passkey_added",
    "account.passkey_removed",
    "account.password_changed",
    "account.password_reset",
    "account.password_reset_by_mail",
    "account.recovery_code_used",
    "account.recovery_codes_renewed",
    "account.resumed",
    "account.role_changed",
    "account.second_factor_added",
    "account.second_factor_removed",
    "account.second_factor_reset",
    "account.sessions_ended",
    "account.suspended",
    "settings.changed",
    "page.written",
    "invitation.made",
    "invitation.revoked",
    "invitation.used",
    "hub.set_up",
    "directory.token_issued",
    "index.rebuild_asked",
    "vocabulary.added",
    "vocabulary.brought_back",
    "vocabulary.facet_made",
    "vocabulary.facet_moved",
    "vocabulary.facet_removed",
    "vocabulary.facet_renamed",
    "vocabulary.imported",
    "vocabulary.licence_described",
    "vocabulary.mapped",
    "vocabulary.merged",
    "vocabulary.moved",
    "vocabulary.renamed",
    "vocabulary.retired",
    "mail.given_up",
    "mail.retried",
];

/// What stands before the dot, each once, in order.
pub fn areas() -> impl Iterator<Item = &'static str> {
    let area = |at: usize| NAMES.get(at).and_then(|name| name.split('.').next());
    (0..NAMES.len()).filter_map(move |at| {
        let before = at.checked_sub(1).and_then(area);
        area(at).filter(|area| before != Some(area))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_stands_together() {
        let mut seen: Vec<&str> = areas().collect();
        assert!(seen.contains(&"site") && seen.contains(&"courses"));
        let all = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), all);
    }
}
