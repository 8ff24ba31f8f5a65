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

mail-scanner_down =
    Packages wait, because the malware scanner does not answer:

    { $reason }

    They are taken up by themselves once it does. Until then this stays on the list:
    { $link }
    .subject = { $hub }: the malware scanner does not answer

mail-package_listed =
    "{ $title }" of { $site } is public, because the site is trusted, though something was found in its package:

    { $findings }

    Please look at it:
    { $link }
    .subject = { $hub }: please look at "{ $title }"

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

    How it does, and to take it back:
    { $own }
    .subject = { $hub }: "{ $title }" is listed

mail-course_refused =
    The staff of { $hub } did not accept "{ $title }". The reason:

    { $reason }

    If you think this is wrong, open this link and say why. It is yours alone, do not pass it on:
    { $link }

    How it does, and to take it back:
    { $own }
    .subject = { $hub }: "{ $title }" was not accepted

mail-course_hidden =
    The staff of { $hub } took "{ $title }" out of sight. The reason:

    { $reason }

    If you think this is wrong, open this link and say why. It is yours alone, do not pass it on:
    { $link }

    How it does, and to take it back:
    { $own }
    .subject = { $hub }: "{ $title }" was hidden

mail-course_unhidden =
    Your course "{ $title }" is shown on { $hub } again.

    { $link }

    How it does, and to take it back:
    { $own }
    .subject = { $hub }: "{ $title }" is shown again

mail-course_deleted =
    The staff of { $hub } deleted "{ $title }".

    { $reason }
    .subject = { $hub }: "{ $title }" was deleted

mail-course_changes_asked =
    The staff of { $hub } asks you to change "{ $title }" and publish it again:

    { $reason }

    { $link }

    How it does, and to take it back:
    { $own }
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

mail-change_refused =
    The staff of { $hub } did not accept your change of "{ $title }". The course keeps its text. The reason:

    { $reason }

    If you think this is wrong, open this link and say why. It is yours alone, do not pass it on:
    { $link }

    How it does, and to take it back:
    { $own }
    .subject = { $hub }: your change of "{ $title }" was not accepted

mail-appeal_upheld =
    The staff of { $hub } looked at "{ $title }" again. The decision stands:

    { $text }

    { $link }
    .subject = { $hub }: the decision about "{ $title }" stands

mail-appeal_reversed =
    The staff of { $hub } looked at "{ $title }" again. You were right, the decision was taken back:

    { $text }

    { $link }
    .subject = { $hub }: the decision about "{ $title }" was taken back

mail-report_received =
    Thank you for your report about { $what }. A person will look at it, and you are told what came of it. This is what you wrote:

    { $text }
    .subject = { $hub }: your report has arrived

mail-limit_reached =
    { $site } may publish { $limit } courses on { $hub } in 24 hours and has done so. What it sends now is not taken; try again tomorrow.
    .subject = { $hub }: { $site } has reached its limit

mail-site_trusted =
    { $hub } trusts your site { $site } now: what it publishes is listed at once.
    .subject = { $hub }: { $site } is trusted

mail-site_unreachable =
    { $hub } ({ $hub_address }) has heard nothing of your site "{ $site }" since { $since }, and its address { $address } does not answer:

    { $reason }

    Nothing has changed: your courses stay where they are. If the site has moved, send its registration again from its new address; if it is closed, tell the hub's staff.
    .subject = { $hub }: your site "{ $site }" cannot be reached

mail-site_silent =
    { $hub } ({ $hub_address }) has heard nothing of your site "{ $site }" since { $since }, though its address { $address } answers. Moodle sends its registration anew each week by a scheduled task: probably cron does not run, or the task is switched off.

    Nothing has changed: your courses stay where they are. To send it by hand, open the registration page of your Moodle and update.
    .subject = { $hub }: nothing was heard of your site "{ $site }"

mail-package_refused =
    The backup you sent to { $hub } for the course "{ $title }" could not be taken:

    { $findings }

    Make a new backup and share the course again from your Moodle.
    .subject = { $hub }: the backup of "{ $title }" could not be taken

mail-package_held =
    The backup you sent to { $hub } for the course "{ $title }" waits until somebody has looked at it:

    { $findings }

    You need not do anything; you can also make a new backup and share the course again from your Moodle.
    .subject = { $hub }: the backup of "{ $title }" is being looked at

mail-link_dead =
    { $hub } lists your course "{ $title }", but its page could not be reached on two days ({ $reason }):
    { $address }

    If the course has moved, publish it again from your Moodle: it keeps its place. If it is over, withdraw it there. Until then people are led to a page that is not there.
    .subject = { $hub }: the link to "{ $title }" leads nowhere

mail-account_email_change =
    Somebody wants to use this address for an account on { $hub }. If it was you, open this link; if not, do nothing.

    { $link }
    .subject = { $hub }: confirm your mail address

mail-account_reset =
    Somebody asked for a new password for your account on { $hub }. If it was you, open this link; if not, do nothing.

    { $link }
    .subject = { $hub }: choose a new password

mail-account_email_changed =
    Your account on { $hub } has another mail address now. If you did not do this, tell the staff of { $hub } at once.
    .subject = { $hub }: your mail address was changed

mail-account_invitation =
    You are invited to { $hub }. Open this link within a week to choose a name and a password:

    { $link }
    .subject = { $hub }: you are invited

mail-account_sign_up =
    Somebody asked for an account on { $hub } with this address. If it was you, open this link to choose a password; if not, do nothing.

    { $link }
    .subject = { $hub }: finish making your account

mail-account_exists =
    Somebody gave this address for an account on { $hub }, but it has one already. If it was you and you forgot your password, choose another one here; if not, do nothing.

    { $link }
    .subject = { $hub }: you have an account already

mail-digest =
    What happened on { $hub } since the last mail of this kind:
    .subject = { $hub }: what happened ({ $count })

mail-site_new =
    A site has registered with { $hub }.

    Name: { $site }
    Address: { $address }
    Contact: { $contact }
    Language: { $language }
    Moodle: { $moodle }

    It is not trusted: its publications wait for you.

    { $link }
    .subject = { $hub }: new site "{ $site }"

mail-site_changed =
    The site "{ $site }" says that it has another name or address.

    Before: { $site }, { $address }
    Now: { $new_site }, { $new_address }

    { $link }
    .subject = { $hub }: site "{ $site }" has another name or address

mail-site_registered =
    Your site { $address } is registered with { $hub } ({ $hub_address }).

    If your Moodle does not say so, the way back to it was blocked. This page shows where things stand, and lets you try again:
    { $link }
    .subject = { $hub }: your site "{ $site }" is registered

mail-replacement_link =
    Somebody registers { $address } with { $hub } once more, with another secret. That happens after a Moodle was installed anew. If it was you, open this link, compare the two and confirm; it works once and for 7 days:
    { $link }

    If it was not you, do nothing: your registration stays as it is.
    .subject = { $hub }: is your site "{ $site }" being registered anew?

mail-site_moved =
    Your site { $address } is now registered with { $hub } at { $new_address }. If that was not you, its secret is known to somebody else: write to the hub's staff.
    .subject = { $hub }: your site "{ $site }" has moved

mail-site_newcomer =
    Somebody registers { $address }, the address of "{ $site }", with another secret. They call themselves "{ $new_site }", contact { $contact }. The contact of the site was mailed a link to confirm it. You can compare both and decide here:
    { $link }
    .subject = { $hub }: somebody else on the address of "{ $site }"

mail-site_replaced =
    The registration of { $address } with { $hub }, with its courses, was given to another Moodle at the same address: "{ $new_site }". The hub's staff decided so. If that is wrong, write to the hub's staff.
    .subject = { $hub }: another Moodle has the registration of "{ $site }"

mail-site_deleted =
    Your site { $address } was removed from { $hub } ({ $hub_address }) by its staff. Your Moodle still believes that it is registered; this link cleans that up (sign in as administrator first):
    { $link }

    You may register again afterwards.
    .subject = { $hub }: your site "{ $site }" was removed

mail-site_refused =
    The staff of { $hub } ({ $hub_address }) did not accept your site { $address }. The reason:

    { $reason }

    Your Moodle keeps an open registration; this link cleans that up (sign in as administrator first):
    { $link }
    .subject = { $hub }: your site "{ $site }" was not accepted

mail-site_split =
    Two installations used the registration of { $address } with { $hub }:

    { $text }

    One is a copy of the other's database. Both were signed off. In each that shall stay: unregister from the hub (with force if asked):
    { $link }
    then register again. The courses and their numbers stay with the site at { $address }.
    .subject = { $hub }: two copies of "{ $site }" used one registration

mail-site_token_ended =
    The staff of { $hub } has ended the token that your site { $address } uses, so that nobody else can use it. Your courses and their numbers stay. To go on, let your Moodle forget this hub:
    { $link }
    then register again at { $hub_address }.
    .subject = { $hub }: your site "{ $site }" must register again

mail-site_came_back =
    The site "{ $site }" ({ $address }) left { $hub } and has registered again.

    { $kept ->
        [yes] It left while two copies used its registration, so it has its courses back at once.
       *[no] It has another secret than before. Its former courses stay public, but it cannot change them until staff confirms that it is the same site.
    }
    .subject = { $hub }: site "{ $site }" has registered again

mail-site_accepted =
    The staff of { $hub } accepted your site { $address }.

    Sign in there as administrator, then open this page in the same browser and press "Finish the registration":
    { $link }
    .subject = { $hub }: your site "{ $site }" was accepted

mail-site_accepted_again =
    The staff of { $hub } accepted your site { $address }.

    Register it once more from your Moodle, at { $hub_address }; that finishes it.
    .subject = { $hub }: your site "{ $site }" was accepted
mail-message_new =
    { $name } wrote to you by { $hub } about "{ $about }":

    { $text }

    Kind: { $category ->
        [improvement] improvement
        [issue] problem
        [appreciation] thanks
       *[other] question
    }

    Read and answer here. The link is yours alone; your mail address is not shown:

    { $link }
    .subject = { $hub }: a message about "{ $about }"

mail-message_answered =
    There is an answer in your conversation about "{ $about }":

    { $text }

    Read and answer here. The link is yours alone; your mail address is not shown:

    { $link }
    .subject = { $hub }: an answer about "{ $about }"

mail-message_copy =
    You wrote about "{ $about }":

    { $text }

    Here you see the answers:

    { $link }
    .subject = { $hub }: your message about "{ $about }"

reason-reported = Several visitors reported this course. It is out of sight until a person has looked at it.
