# The texts of mails to people; the subject is an attribute. Paragraphs are parted by an empty line.

mail-footer = You may choose which mails you get, or none:

mail-course_waits =
    "{ $title }" of { $site } waits for a decision.

    { $link }
    .subject = { $hub }: a course waits: "{ $title }"

mail-change_waits =
    { $site } changed "{ $title }". The change waits for a decision; until then the former text is shown.

    { $link }
    .subject = { $hub }: a change waits: "{ $title }"

mail-report_new =
    Somebody reported { $what }. The reason:

    { $reason }

    { $link }
    .subject = { $hub }: somebody reported { $what }

mail-appeal_new =
    The publisher of "{ $title }" asks you to decide again:

    { $text }

    { $link }
    .subject = { $hub }: an appeal about "{ $title }"

mail-course_accepted =
    Your course "{ $title }" was accepted and is listed on { $hub }.

    { $link }
    .subject = { $hub }: "{ $title }" is listed

mail-course_refused =
    The staff of { $hub } did not accept "{ $title }". The reason:

    { $reason }
    .subject = { $hub }: "{ $title }" was not accepted

mail-course_hidden =
    The staff of { $hub } took "{ $title }" out of sight. The reason:

    { $reason }
    .subject = { $hub }: "{ $title }" was hidden

mail-course_unhidden =
    Your course "{ $title }" is shown on { $hub } again.

    { $link }
    .subject = { $hub }: "{ $title }" is shown again

mail-course_deleted =
    The staff of { $hub } deleted "{ $title }".

    { $reason }
    .subject = { $hub }: "{ $title }" was deleted

mail-course_changes_asked =
    The staff of { $hub } asks you to change "{ $title }" and publish it again:

    { $reason }

    { $link }
    .subject = { $hub }: please change "{ $title }"

mail-appeal_answered =
    The staff of { $hub } answered your appeal about "{ $title }":

    { $text }

    { $link }
    .subject = { $hub }: an answer about "{ $title }"

mail-report_answered =
    You reported { $what }. What became of it:

    { $text }
    .subject = { $hub }: your report about { $what }

mail-limit_reached =
    { $site } may publish { $limit } courses on { $hub } in 24 hours and has done so. What it sends now is not taken; try again tomorrow.
    .subject = { $hub }: { $site } has reached its limit

mail-site_trusted =
    { $hub } trusts your site { $site } now: what it publishes is listed at once.
    .subject = { $hub }: { $site } is trusted

mail-site_unreachable =
    { $hub } cannot reach your site { $site }:

    { $reason }
    .subject = { $hub }: { $site } cannot be reached

mail-account_email_change =
    Somebody wants to use this address for an account on { $hub }. If it was you, open this link; if not, do nothing.

    { $link }
    .subject = { $hub }: confirm your mail address

mail-account_reset =
    Somebody asked for a new password for your account on { $hub }. If it was you, open this link; if not, do nothing.

    { $link }
    .subject = { $hub }: choose a new password

mail-digest =
    What happened on { $hub } since the last mail of this kind:
    .subject = { $hub }: what happened ({ $count })
