# Namen von Dingen, und wie Daten und Größen gesagt werden.

size-mb = { $size } MB

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-day = { $day }. { $month } { $year }
date-month = { $month } { $year }
date-exact = { $date }, { $time } UTC
ago-now = gerade eben
ago-minutes = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
ago-hours = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
ago-days = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}
ago-weeks = { $count ->
    [one] vor { $count } Woche
   *[other] vor { $count } Wochen
}
ago-months = { $count ->
    [one] vor { $count } Monat
   *[other] vor { $count } Monaten
}

audience-educators = Lehrende
audience-students = Lernende
audience-admins = Moodle-Administration

level-primary = Grundschule
level-secondary = Sekundarstufe
level-tertiary = Hochschule
level-government = Behörden
level-association = Vereine und Verbände
level-corporate = Unternehmen
level-other = Sonstige

licence-unknown = Lizenz nicht angegeben
licence-allrightsreserved = Alle Rechte vorbehalten
licence-public = Gemeinfrei
licence-words-public = Niemand hat mehr Rechte daran: Verwenden Sie es, wie Sie möchten.
licence-words-by = Sie dürfen es verwenden, ändern und weitergeben, auch gegen Geld, wenn Sie die Urheber nennen.
licence-words-by-sa = Sie dürfen es verwenden, ändern und weitergeben, auch gegen Geld, wenn Sie die Urheber nennen und das, was Sie daraus machen, unter derselben Lizenz teilen.
licence-words-by-nd = Sie dürfen es unverändert verwenden und weitergeben, auch gegen Geld, wenn Sie die Urheber nennen.
licence-words-by-nc = Sie dürfen es verwenden, ändern und weitergeben, aber nicht gegen Geld, wenn Sie die Urheber nennen.
licence-words-by-nc-sa = Sie dürfen es verwenden, ändern und weitergeben, aber nicht gegen Geld, wenn Sie die Urheber nennen und das, was Sie daraus machen, unter derselben Lizenz teilen.
licence-words-by-nc-nd = Sie dürfen es unverändert und nicht gegen Geld verwenden und weitergeben, wenn Sie die Urheber nennen.
licence-words-reserved = Alle Rechte liegen beim Urheber. Fragen Sie, bevor Sie es ändern oder weitergeben.
licence-words-unknown = Es ist keine Lizenz angegeben, die dieser Hub kennt. Fragen Sie, bevor Sie es ändern oder weitergeben.
licence-words-free = Sie dürfen es verwenden, ändern und weitergeben, auch gegen Geld, so wie es die Lizenz sagt.
licence-words-free-nd = Sie dürfen es unverändert verwenden und weitergeben, auch gegen Geld, so wie es die Lizenz sagt.
licence-words-free-nc = Sie dürfen es verwenden, ändern und weitergeben, aber nicht gegen Geld, so wie es die Lizenz sagt.
licence-words-free-nc-nd = Sie dürfen es unverändert und nicht gegen Geld verwenden und weitergeben, so wie es die Lizenz sagt.
licence-words-own = Lesen Sie die Lizenz, bevor Sie es ändern oder weitergeben.

activity-assign = Aufgabe
activity-bigbluebuttonbn = BigBlueButton
activity-book = Buch
activity-chat = Chat
activity-choice = Abstimmung
activity-data = Datenbank
activity-feedback = Feedback
activity-folder = Verzeichnis
activity-forum = Forum
activity-glossary = Glossar
activity-h5pactivity = H5P
activity-imscp = IMS-Content
activity-label = Text- und Medienfeld
activity-lesson = Lektion
activity-lti = Externes Tool
activity-page = Textseite
activity-qbank = Fragensammlung
activity-quiz = Test
activity-resource = Datei
activity-scorm = SCORM-Paket
activity-subsection = Unterabschnitt
activity-survey = Umfrage
activity-url = Link/URL
activity-wiki = Wiki
activity-workshop = Gegenseitige Beurteilung

subject-field101 = Naturwissenschaften und Mathematik
subject-field102 = Informatik
subject-field103 = Ingenieurwesen und Technik
subject-field104 = Architektur und Bauwesen
subject-field105 = Landwirtschaft und Umwelt
subject-field106 = Gesundheit
subject-field107 = Bildung und Erziehung
subject-field108 = Management und Handel
subject-field109 = Gesellschaft und Kultur
subject-field110 = Kunst und Gestaltung
subject-field111 = Ernährung, Gastgewerbe und Dienstleistungen
subject-field112 = Fachübergreifende Programme
subject-field10101 = Mathematik
subject-field1010101 = Mathematik
subject-field1010103 = Statistik
subject-field10103 = Physik und Astronomie
subject-field1010303 = Astronomie
subject-field10107 = Geowissenschaften
subject-field1010711 = Hydrologie
subject-field10109 = Biologie
subject-field1010903 = Botanik
subject-field10201 = Informatik
subject-field1020103 = Programmierung
subject-field10307 = Maschinenbau und Fertigungstechnik
subject-field1030799 = Maschinenbau und Fertigungstechnik (Sonstiges)
subject-field10313 = Elektrotechnik und Elektronik
subject-field1031301 = Elektrotechnik
subject-field10501 = Landwirtschaft
subject-field1050105 = Tierhaltung
subject-field10699 = Gesundheit (Sonstiges)
subject-field1069901 = Ernährung
subject-field1069907 = Erste Hilfe
subject-field10803 = Wirtschaft und Management
subject-field1080315 = Projektmanagement
subject-field10811 = Bank- und Finanzwesen
subject-field1081101 = Bank- und Finanzwesen
subject-field10903 = Gesellschaftskunde
subject-field1090305 = Geschichte
subject-field1090309 = Humangeografie
subject-field10915 = Sprache und Literatur
subject-field1091503 = Nordeuropäische Sprachen
subject-field1091505 = Südeuropäische Sprachen
subject-field1091521 = Sprachwissenschaft
subject-field1091523 = Literatur
subject-field10917 = Philosophie und Religion
subject-field1091701 = Philosophie
subject-field10921 = Sport und Freizeit
subject-field1092101 = Sport- und Freizeitangebote
subject-field11001 = Darstellende Künste
subject-field1100101 = Musik
subject-field11003 = Bildende Kunst und Handwerk
subject-field1100301 = Bildende Kunst
subject-field1100303 = Fotografie
subject-field11007 = Kommunikation und Medien
subject-field1100705 = Schreiben
subject-field1100799 = Kommunikation und Medien (Sonstiges)
subject-field11101 = Ernährung und Gastgewerbe
subject-field1110107 = Backen
