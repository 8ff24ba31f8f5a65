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
licence-words-free = You may use, change and share it, also for money, as its licence says.
licence-words-free-nd = You may use and share it unchanged, also for money, as its licence says.
licence-words-free-nc = You may use, change and share it, but not for money, as its licence says.
licence-words-free-nc-nd = You may use and share it unchanged and not for money, as its licence says.
licence-words-own = Read the licence before you change it or pass it on.

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
subject-field10101 = Mathematical sciences
subject-field1010101 = Mathematics
subject-field1010103 = Statistics
subject-field10103 = Physics and astronomy
subject-field1010303 = Astronomy
subject-field10107 = Earth sciences
subject-field1010711 = Hydrology
subject-field10109 = Biological sciences
subject-field1010903 = Botany
subject-field10201 = Computer science
subject-field1020103 = Programming
subject-field10307 = Mechanical and industrial engineering
subject-field1030799 = Mechanical and industrial engineering (other)
subject-field10313 = Electrical and electronic engineering
subject-field1031301 = Electrical engineering
subject-field10501 = Agriculture
subject-field1050105 = Animal husbandry
subject-field10699 = Other health
subject-field1069901 = Nutrition and dietetics
subject-field1069907 = First aid
subject-field10803 = Business and management
subject-field1080315 = Project management
subject-field10811 = Banking and finance
subject-field1081101 = Banking and finance
subject-field10903 = Studies in human society
subject-field1090305 = History
subject-field1090309 = Human geography
subject-field10915 = Language and literature
subject-field1091503 = Northern European languages
subject-field1091505 = Southern European languages
subject-field1091521 = Linguistics
subject-field1091523 = Literature
subject-field10917 = Philosophy and religious studies
subject-field1091701 = Philosophy
subject-field10921 = Sport and recreation
subject-field1092101 = Sport and recreation activities
subject-field11001 = Performing arts
subject-field1100101 = Music
subject-field11003 = Visual arts and crafts
subject-field1100301 = Fine arts
subject-field1100303 = Photography
subject-field11007 = Communication and media studies
subject-field1100705 = Written communication
subject-field1100799 = Communication and media studies (other)
subject-field11101 = Food and hospitality
subject-field1110107 = Baking and pastrymaking
