# What waits for staff, decisions, reports, appeals.

# What needs me
needs-title = What needs me
needs-kinds = Kinds
needs-all = All
needs-none = Nothing needs you
needs-none-help = Everything is decided. New courses and reports appear here.
needs-other = The other course
needs-ask = Ask the publisher
needs-ask-site = Ask the site
needs-ask-words = What shall they change? They get a mail, and this rests for a week.
needs-ask-do = Send the question
needs-look-report = Look at the report
needs-look-appeal = Look at the appeal
needs-decide = Look and decide
needs-look-site = Look at the site
needs-look-course = Look at the course
needs-edit = Edit
needs-snooze = Later
needs-snooze-day = In a day
needs-snooze-week = In a week
needs-snooze-month = In a month
need-abuse_report = Report
need-appeal = Appeal
need-clone = Two sites use one token
need-newcomer = Somebody else on a site’s address
need-waiting_course = Course waits
need-waiting_change = Change waits
need-scanner_down = The malware scanner does not answer
need-findings = Found in a public course
need-return_not_seen = Site did not come back
need-dead_link = Dead link
need-silent_site = Silent site
need-no_licence = No licence
need-no_description = No description
need-no_picture = No picture
need-wrong_language = Wrong language
need-duplicate = Likely a duplicate
need-untouched = Not touched for years
done-snoozed = It comes back when its time is over.
done-asked = The publisher is asked by mail.

# The queue
queue-title = Queue
queue-count = { $count ->
    [one] { $count } entry waits, oldest first
   *[other] { $count } entries wait, oldest first
}
queue-any = Any
queue-why = Why it waits
queue-who = Who is at work on it
queue-who-mine = I am
queue-who-free = Nobody
queue-language = Language of the course
queue-language-help = A code such as de or pt_br.
queue-narrow = Narrow down
queue-all = Show all
queue-none = Nothing waits
queue-none-narrowed = Nothing of this kind waits.
queue-course = Course
queue-from = From
queue-since = Waits since
queue-claim = At work
queue-nobody = nobody
queue-state = State
why-new = New course
why-change = Change of a listed course
why-held = Package held
stands-draft = draft
stands-waiting = waits
stands-listed = listed
stands-refused = refused
stands-hidden = hidden
stands-withdrawn = withdrawn
stands-removed = deleted

# One entry
one-ways = Ways in the queue
one-previous = Previous
one-next = Next
one-taken = { $name } is at work on it.
one-take-over = Take it over
one-mine = You are at work on it; others see that.
one-release = Give it back
one-facts = Facts
one-held = Its package is kept back:
one-history = Decided before
one-preview = As visitors would see it
one-changes = What changes
one-target = Where it leads
target-look = Look what is there
target-status = Status
target-final = Final address
target-title = Title of the page
target-none = Nothing answered there:
one-decision = Decision
one-canned = Reason
one-canned-none = In my own words
one-words = To the publisher
one-words-help = Goes out by mail with the decision. Needed unless you accept.
one-reason-needed = Say why: choose a reason or write one.
one-despite = Accept the package despite what was found
one-accept = Accept and list
one-accept-change = Accept the change
one-ask = Ask for changes
one-refuse = Refuse
one-hide = Hide
one-unhide = Show again
one-nothing = Nothing can be decided here now.
one-changed-meanwhile = Another text came while you were reading, or somebody decided already. Nothing was decided; this page shows how it is now.
one-taken-meanwhile = { $name } is at work on it now. Nothing was decided.
done-decided-accept = Accepted. The publisher gets a mail.
done-decided-refuse = Refused. The publisher gets a mail with the reason.
done-decided-ask = The publisher is asked for changes.
done-decided-hide = Hidden. Nobody but staff sees it.
done-decided-unhide = It is shown again.
done-released = Given back.
done-taken-over = It is yours now.
keys-title = Keys
keys-accept = Accept
keys-refuse = Refuse; without a reason: to the reason
keys-help = These keys
keys-on = Use these keys
keys-close = Close
of-title = Title
of-short_name = Short name
of-description = Description
of-language = Language
of-publisher_name = Publisher
of-publisher_email = Mail address of the publisher
of-creator_name = Author
of-contributors = Contributors
of-tags = Tags
of-licence = Licence
of-subject = Subject
of-audience = Made for
of-level = Level
of-creator_notes = Notes from the author
of-course_url = Address of the course
of-demo_url = Address of the demo
of-contents = Contents
of-outcomes = Outcomes
verdict-accepted = Accepted
verdict-refused = Refused
verdict-hidden = Hidden
verdict-unhidden = Shown again
verdict-asked = Changes asked for
verdict-deleted = Deleted
verdict-restored = Restored

# Reports
reports-title = Reports
reports-none = There are none.
reports-hid = hidden until you have looked
abuse-open = Open
abuse-dismissed = Nothing was wrong
abuse-hidden = Course hidden
abuse-asked = Publisher asked
category-copyright = Wrong licence or somebody else’s work
category-personal_data = Data of people
category-offensive = It insults or harms
category-broken = It does not work
category-spam = Advertising or nothing to do with learning
category-other = Something else
report-hid = Several visitors reported it, so the hub took it out of sight until you have looked.
report-said = What was reported
report-others = { $count ->
    [one] { $count } other report about the same
   *[other] { $count } other reports about the same
}
report-message = What came of it
report-message-help = Who reported it reads this, and so does the publisher if you hide or ask.
report-all = Close all open reports about it
report-hide = Hide the course
report-ask = Ask the publisher to put it right
report-dismiss = Nothing is wrong
done-report-closed = Decided. Who reported it is told, if they left an address.
say-something = Write something: a person reads it.
report-course = Report this course
report-site = Report this site
report-title = Report a problem
report-lead = A person of this hub looks at every report.
report-category = What is wrong?
report-category-needed = Choose what is wrong.
report-text = Tell us more
report-text-needed = Say in a few words what you found.
report-email = Your mail address
report-email-help = To tell you what came of it. Leave it empty if you want no answer.
report-email-wrong = This is no mail address. Leave it empty if you want no answer.
report-too-many = Many reports came from your network today. Try again tomorrow.
report-send = Send the report
report-back = Back
report-sent = Your report has arrived
report-sent-lead = Thank you. A person will look at it. If you left an address, you are told what came of it.

# Appeals
appeals-title = Appeals
appeals-none = There are none.
appeal-open = Open
appeal-upheld = Decision stands
appeal-reversed = Taken back
appeal-by-staff = Staff
appeal-by-publisher = Publisher
appeal-by-you = You
appeal-thread = What was said
appeal-outcome = Outcome
appeal-message = Your message
appeal-message-help = The publisher gets it by mail.
appeal-answer = Answer
appeal-reverse = Take the decision back
appeal-uphold = Let the decision stand
done-appeal-closed = Decided. The publisher gets a mail.
done-appeal-answered = Your answer goes out by mail.
own-appeal-title = The decision about your course
own-appeal-open = Do you think this is wrong?
own-appeal-more = Write again
own-appeal-message = Your words
own-appeal-help = Say why. A person reads it and answers by mail.
own-appeal-send = Send
done-appeal-sent = It has arrived. You get the answer by mail.

# Lists
lists-title = Reasons and checklist
lists-lead = What moderators choose from and tick. Each line in as many languages as you have; publishers read it in theirs.
lists-reasons = Reasons
lists-reasons-help = Offered when refusing, hiding and asking for changes.
lists-checklist = Checklist
lists-checklist-help = What to look at before accepting.
lists-new = New line
lists-line = Line { $number }
lists-place = Place; smaller comes first
lists-save = Save the list
done-saved-list = Saved. Lines without any text are gone.

# Numbers
numbers-title = Moderation in numbers
numbers-lead = What came, what was decided and how long it took, by month.
numbers-none = Nothing has been decided yet.
numbers-month = Month
numbers-received = Received
numbers-accepted = Accepted
numbers-asked = Changes asked for
numbers-refused = Refused
numbers-hidden = Hidden
numbers-median = Half were decided within
numbers-appeals = Appeals
numbers-reports = Reports
numbers-own-words = In own words
numbers-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
numbers-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

# A course as its publisher sees it
published-title = Your course on this hub
published-draft = Its file has not come yet; send it from your Moodle.
published-waiting = It waits for our staff. You get a mail when they have decided.
published-listed = Everybody sees it and can take it.
published-refused = Our staff did not accept it. Change what they name and publish it again.
published-hidden = Our staff took it out of sight.
published-withdrawn = You took it back. Publish it again from your Moodle if you change your mind.
published-removed = Our staff deleted it.
published-reason = The reason
published-appeal = Say why you think this is wrong
published-sent = Published
published-changed = Last changed
published-downloads = Downloads
published-see = See its page
published-withdraw-title = Take it back
published-withdraw-why = It goes from pages, search, feeds and Moodles at once, and its file can be downloaded no more.
published-withdraw = Take this course back
published-withdraw-sure = What others have downloaded already stays with them.
published-contact = Write to our staff
done-published-withdrawn = The course was taken back.

evidence-title = What was found in the package
evidence-nothing = Nothing that needs a look.
evidence-name = Name in the backup
evidence-of = Backup of
evidence-of-course = a course
evidence-of-section = a section
evidence-of-activity = an activity
evidence-sections = Sections
evidence-activities = Activities
evidence-questions = Questions
evidence-scan = Scanned for malware:
evidence-privacy = About people
evidence-privacy-none = nothing
evidence-privacy-traces = traces
evidence-privacy-anonymised = accounts made anonymous
evidence-privacy-personal = data of people
evidence-broken-files = Files missing or changed
evidence-users = User accounts
evidence-files = Files
evidence-unpacked = Unpacked
action-allow = Allow
action-warn = Tell
action-hold = Hold for a look
action-refuse = Refuse
evidence-unseen = { $count ->
    [one] Not seen by you: one item
   *[other] Not seen by you: { $count } items
}
evidence-unseen-help = The hub cannot show these. Download the package to look at them.
unseen-video = film
unseen-audio = recording
unseen-document = document
unseen-picture = picture of another kind
unseen-archive = archive
unseen-encrypted = needs a password
unseen-damaged = cannot be read
one-unseen = { $count ->
    [one] I know that one item of the package was not shown to me
   *[other] I know that { $count } items of the package were not shown to me
}
