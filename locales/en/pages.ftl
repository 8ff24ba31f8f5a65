# The public pages.

skip = Skip to the content
menu = Menu
nav-label = Main
nav-bottom-label = At the end
nav-courses = Courses
nav-sites = Sites
nav-about = About
nav-connect = Connect a Moodle
nav-feed = New courses as a feed
language-label = Language
footer-draft = This translation is a draft. Tell us what reads wrong.
footer-made = Run with CourseHub, free software for sharing courses between Moodle sites.
banner-unfinished = This hub is still being set up. Some things may change.

search-label = Search for courses
search-hint = Topic, title, author
search-button = Search

copy = Copy
copied = Copied
not-given = not given

word-courses = { $count ->
    [one] course
   *[other] courses
}
word-sites = { $count ->
    [one] site
   *[other] sites
}
word-languages = { $count ->
    [one] language
   *[other] languages
}
counted-courses = { $count ->
    [0] no courses yet
    [one] { $count } course
   *[other] { $count } courses
}
counted-activities = { $count ->
    [0] empty
    [one] { $count } activity
   *[other] { $count } activities
}
times = { $count ->
    [one] once
   *[other] { $count } times
}

# Front page

front-featured = Picked by our staff
front-featured-all = Picked courses first
front-new = New
front-new-all = All new courses
front-most = Taken most often
front-subjects = Subjects
front-share = Share your courses
front-share-how = Connect your Moodle once. Your teachers can then publish courses from where they teach.
front-empty = No courses yet
front-empty-next = The first Moodle that connects can share the first one.

# Results

results-title = { $words }: courses
results-title-all = All courses
results-heading = Courses
results-count = { $count ->
    [one] { $count } course
   *[other] { $count } courses
}
results-page = page { $number }
results-none = No course matches
results-none-why = Nothing fits all of this at once. You can:
results-none-filters = search again without the filters
results-none-words = use fewer words, or only their beginnings
results-none-all = look at all courses
results-follow = Follow this search in a feed reader
filters = Filters
filters-apply = Show courses
filters-close = Close filters
filter-kind = Kind
filter-language = Language
filter-subject = Subject
filter-level = Level
filter-audience = Made for
filter-licence = Licence
filter-tag = Tag
filter-site = Site
facet-more = { $count } more
kind-share = To download
kind-advert = To visit
chips-label = Chosen filters
chips-clear = Clear all
chip-remove = Remove { $label }
sort-label = Sort by
sort-apply = Sort
sort-relevance = Best match
sort-newest = Newest
sort-updated = Recently changed
sort-oldest = Oldest
sort-name = Title
sort-name-backwards = Title, backwards
sort-publisher = Publisher
sort-featured = Staff picks first
trait-download = Download
trait-visit = Visit
trait-taken = { $count ->
    [one] taken once
   *[other] taken { $count } times
}
pager-label = Pages
pager-previous = Previous
pager-next = Next
pager-page = Page { $number }
feed-new = New courses
feed-search = This search

# Course

badge-share = Course to download
badge-advert = Course to visit
badge-featured = Staff pick
who-by = By
who-with = with
who-from = from
notes = Notes from the author
take-download = Download the course
take-download-what = A Moodle backup, { $size }. You restore it in your own Moodle.
take-visit = Visit the course
take-visit-what = It is taught on { $host }. You leave this hub.
take-demo = Look at it first
take-nothing = There is nothing to take at the moment.
how = How does it get into my Moodle?
how-download = Download the file. Do not unpack it.
how-restore = In your Moodle, open a course or category in which you may restore, then Course reuse and Restore (before Moodle 4: Restore in the course menu).
how-upload = Upload the file and follow the steps. Choose "Restore as a new course".
how-check = Look through the course before you show it to your students.
description = Description
description-none = The publisher has not described this course.
outcomes = What you can do afterwards
inside = Inside this course
section-general = General
section-number = Section { $number }
section-empty = Nothing in this section.
screenshots = Screenshots
screenshot = Screenshot { $number }
licence = Licence
licence-text = Read the licence
attribution-label = To name the source, copy this line:
versions = Versions
version-number = Version { $number }
version-this = Shown here
version-older = You are looking at an older version. The newest is version { $number }.
version-newest = Go to the newest version
facts = Facts
fact-language = Language
fact-subject = Subject
fact-audience = Made for
fact-level = Level
fact-licence = Licence
fact-publisher = Published by
fact-listed = On this hub since
fact-updated = Last changed
fact-release = Made with
fact-restores = Restores on
fact-restores-later = Moodle { $branch } or later
fact-needs = Needs plug-ins
fact-size = Size
fact-downloads = Taken
fact-file = File
fact-checksum = Checksum (SHA-256)
tags = Tags

# Sites

sites-title = Sites
sites-lead = Schools and other places that share courses here and agreed to be shown.
sites-words = Name
sites-country = Country
sites-language = Language
sites-any = Any
sites-apply = Show sites
sites-count = { $count ->
    [0] No sites
    [one] { $count } site
   *[other] { $count } sites
}
sites-letters = Letters
sites-prioritised = Recommended by this hub
sites-none = No site is shown here yet.
sites-none-found = No site matches.
sites-all = Show all sites
badge-prioritised = Recommended
since = here since { $month }
site-visit = Go to this site
site-courses = { $count ->
    [0] Courses
    [one] { $count } course
   *[other] { $count } courses
}
site-none = This site has no courses here at the moment.

# About

about-title = About { $hub }
about-take = Taking a course
about-take-how = Everything listed here can be looked at first: what is inside, who made it, under which licence. Courses to download are Moodle backups without any user data; you restore them in your own Moodle. Courses to visit are taught on the site that offers them.
about-connect = Connecting a Moodle
about-registration-open = Any Moodle may connect.
about-registration-password = Moodles that know the hub's password may connect.
about-registration-invitation = Moodles that were invited may connect.
about-registration-approval = Any Moodle may ask to connect. Our staff decides and tells you by mail.
about-registration-closed = No new Moodles are connected at the moment.
about-checked = What is checked
about-checked-how = Every uploaded course is read by machine before it is listed. Courses from sites that are new here are also looked at by a person. If something is wrong with a course, tell us.
about-privacy = Your privacy
about-privacy-how = Looking and downloading need no account. Pages load nothing from other servers, and downloads are counted without storing who took what.
about-contact = Contact
about-contact-who = This hub is run by
about-software = Software
about-software-what = CourseHub { $version }, free software under the GNU Affero General Public License.

# What went wrong

error-front = Go to the front page
error-request = If you report this, please give this number:
error-bad = We could not read that request
error-bad-why = Something in the address or in what was sent is not as it should be.
error-bad-next = If you typed or copied the address, check it. Otherwise start again from here.
error-forbidden = You may not see this
error-forbidden-why = It is there, but not for everybody.
error-forbidden-next = If you should have access, ask the people who run this hub.
error-missing = There is nothing here
error-missing-why = The address may be mistyped, or what was here has another address now.
error-missing-next = You can search for it:
error-method = That does not work at this address
error-method-why = The page is there, but it cannot be asked for in this way.
error-method-next = Open it with an ordinary link, or start again from here.
error-gone = This course is no longer here
error-gone-why = It was listed on this hub and has been taken back by its publisher or removed by our staff.
error-gone-next = Perhaps there is another one that helps you:
error-large = That is too large
error-large-why = You sent more than this hub accepts.
error-large-next = Make the file smaller, for instance by leaving out videos, and send it again.
error-refused = Something in the form needs another look
error-refused-why = Not everything you filled in can be taken as it is.
error-refused-next = Go back, correct it and send it again. Nothing has been stored.
error-many = Please wait a little
error-many-why = Too many requests came from your network in a short time.
error-many-next = Try again in a few minutes.
error-ours = Something broke on our side
error-ours-why = This is our fault, not yours. It has been noted.
error-ours-next = Try again in a moment. If it happens again, tell us.
error-off = This hub is switched off
error-off-why = The people who run it have closed it for now.
error-off-next = Nothing is lost. Please come back later.
error-private = This hub is for members
error-private-why = Its courses are shown to registered Moodle sites and to people with an account.
error-private-next = Search it from inside a Moodle that is connected to it, or ask the people who run it.

mail-stop-title = Mails from this hub
mail-stop-lead = These mails go to { $address }.
mail-stop-do = Stop mails of this kind
mail-stop-done = You get no more mails of this kind.

# Whether a course restores on somebody's Moodle.
restore-title = Will it restore on mine?
restore-on = Your Moodle’s release
restore-on-help = Such as 4.5; an administrator finds it under Notifications.
restore-plugins = Plug-ins installed there
restore-plugins-label = Names of plug-ins
restore-plugins-help = One a line, such as qtype_stack. Those that come with Moodle need not be named. Leave it empty if you do not know.
restore-ask = Find out
restore-no-release = That is no release of Moodle such as 4.5.
restore-yes = Yes, it restores on Moodle { $release }.
restore-without_parts = Yes, it restores on Moodle { $release }, without these parts.
restore-cannot_tell = Whether it restores on Moodle { $release } cannot be told.
restore-no = No, it does not restore on Moodle { $release }.
restore-why-refused = The package was refused.
restore-why-not_a_course = This is no course: add it to a course as an activity.
restore-why-cartridge = Moodle reads Common Cartridges 1.0 and 1.1; this is { $about }.
restore-why-too_old = It needs Moodle { $about } or later.
restore-why-made_by_newer = It was made with Moodle { $about }, which is newer: Moodle warns, and may lose parts or fail.
restore-why-made_by_unknown = The package does not say which Moodle it was made with.
restore-why-missing =
    { $about } is not there. { $uses ->
        [one] One part needs it and is
       *[other] { $uses } parts need it and are
    } left out or replaced by something simpler.
restore-why-unknown =
    { $uses ->
        [one] One part needs
       *[other] { $uses } parts need
    } { $about }, which may or may not be installed.
restore-why-theme = To look as it was made it needs { $about } installed and course themes enabled.
restore-why-local = { $about } must be installed and set up; its data is not in the package.
restore-why-converts = It is a backup of Moodle 1.9: upload it at Restore, let Moodle convert it, and look through the course afterwards.
restore-why-into_a_course = It is one section or activity, which is restored into a course that is there.
