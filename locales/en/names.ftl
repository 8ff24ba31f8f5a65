# Names of things, and how dates and sizes are said.

size-mb = { $size } MB

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-exact = { $date }, { $time } UTC
ago-now = just now
ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
ago-weeks = { $count ->
    [one] { $count } week ago
   *[other] { $count } weeks ago
}
ago-months = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}

audience-educators = Educators
audience-students = Students
audience-admins = Moodle administrators

level-primary = Primary
level-secondary = Secondary
level-tertiary = Tertiary
level-government = Government
level-association = Association
level-corporate = Corporate
level-other = Other

licence-unknown = Licence not stated
licence-allrightsreserved = All rights reserved
licence-public = Public domain
licence-words-public = Nobody holds rights in it any more: use it as you like.
licence-words-by = You may use, change and share it, also for money, as long as you name its authors.
licence-words-by-sa = You may use, change and share it, also for money, as long as you name its authors and share what you make of it under the same licence.
licence-words-by-nd = You may use and share it unchanged, also for money, as long as you name its authors.
licence-words-by-nc = You may use, change and share it, but not for money, as long as you name its authors.
licence-words-by-nc-sa = You may use, change and share it, but not for money, as long as you name its authors and share what you make of it under the same licence.
licence-words-by-nc-nd = You may use and share it unchanged and not for money, as long as you name its authors.
licence-words-reserved = The author keeps all rights. Ask before you change it or pass it on.
licence-words-unknown = The publisher did not name a licence this hub knows. Ask before you change it or pass it on.

activity-assign = Assignment
activity-bigbluebuttonbn = BigBlueButton
activity-book = Book
activity-chat = Chat
activity-choice = Choice
activity-data = Database
activity-feedback = Feedback
activity-folder = Folder
activity-forum = Forum
activity-glossary = Glossary
activity-h5pactivity = H5P
activity-imscp = IMS content package
activity-label = Text and media area
activity-lesson = Lesson
activity-lti = External tool
activity-page = Page
activity-qbank = Question bank
activity-quiz = Quiz
activity-resource = File
activity-scorm = SCORM package
activity-subsection = Subsection
activity-survey = Survey
activity-url = URL
activity-wiki = Wiki
activity-workshop = Workshop

subject-field101 = Natural and physical sciences
subject-field102 = Information technology
subject-field103 = Engineering and technology
subject-field104 = Architecture and building
subject-field105 = Agriculture and environment
subject-field106 = Health
subject-field107 = Education
subject-field108 = Management and commerce
subject-field109 = Society and culture
subject-field110 = Creative arts
subject-field111 = Food, hospitality and personal services
subject-field112 = Mixed programmes
