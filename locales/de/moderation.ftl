# What waits for staff, decisions, reports, appeals.

# What needs me
needs-title = Was mich braucht
needs-kinds = Arten
needs-all = Alle
needs-none = Nichts wartet auf Sie
needs-none-help = Alles ist entschieden. Neue Kurse und Meldungen erscheinen hier.
needs-other = Der andere Kurs
needs-ask = Veröffentlichende fragen
needs-ask-site = Website fragen
needs-ask-words = Was soll sich ändern? Es geht eine Mail hinaus, und dies ruht eine Woche.
needs-ask-do = Frage senden
needs-look-report = Meldung ansehen
needs-look-appeal = Einspruch ansehen
needs-decide = Ansehen und entscheiden
needs-look-site = Website ansehen
needs-look-course = Kurs ansehen
needs-edit = Bearbeiten
needs-snooze = Später
needs-snooze-day = In einem Tag
needs-snooze-week = In einer Woche
needs-snooze-month = In einem Monat
need-abuse_report = Meldung
need-appeal = Einspruch
need-clone = Zwei Websites nutzen ein Token
need-newcomer = Jemand anders auf der Adresse einer Website
need-waiting_course = Kurs wartet
need-waiting_change = Änderung wartet
need-scanner_down = Der Schadsoftware-Scanner antwortet nicht
need-findings = Fund in einem öffentlichen Kurs
need-return_not_seen = Website kam nicht zurück
need-dead_link = Toter Link
need-silent_site = Stille Website
need-no_licence = Keine Lizenz
need-no_description = Keine Beschreibung
need-no_picture = Kein Bild
need-wrong_language = Falsche Sprache
need-duplicate = Wohl doppelt
need-untouched = Seit Jahren unberührt
done-snoozed = Es kommt wieder, wenn die Zeit um ist.
done-asked = Die Frage geht per Mail hinaus.

# The queue
queue-title = Warteschlange
queue-count = { $count ->
    [one] { $count } Eintrag wartet, der älteste zuerst
   *[other] { $count } Einträge warten, der älteste zuerst
}
queue-any = Beliebig
queue-why = Warum es wartet
queue-who = Wer daran arbeitet
queue-who-mine = Ich
queue-who-free = Niemand
queue-language = Sprache des Kurses
queue-language-help = Ein Kürzel wie de oder pt_br.
queue-narrow = Eingrenzen
queue-all = Alle zeigen
queue-none = Nichts wartet
queue-none-narrowed = Nichts dieser Art wartet.
queue-course = Kurs
queue-from = Von
queue-since = Wartet seit
queue-claim = In Arbeit bei
queue-nobody = niemand
queue-state = Stand
why-new = Neuer Kurs
why-change = Änderung eines gelisteten Kurses
why-held = Paket zurückgehalten
stands-draft = Entwurf
stands-waiting = wartet
stands-listed = gelistet
stands-refused = abgelehnt
stands-hidden = verborgen
stands-withdrawn = zurückgezogen
stands-removed = gelöscht

# One entry
one-ways = Wege in der Warteschlange
one-previous = Voriger
one-next = Nächster
one-taken = { $name } arbeitet daran.
one-take-over = Übernehmen
one-mine = Sie arbeiten daran; andere sehen das.
one-release = Zurückgeben
one-facts = Fakten
one-held = Das Paket ist zurückgehalten:
one-history = Frühere Entscheidungen
one-preview = So sähen es Besucherinnen und Besucher
one-changes = Was sich ändert
one-target = Wohin es führt
target-look = Nachsehen, was dort ist
target-status = Status
target-final = Endgültige Adresse
target-title = Titel der Seite
target-none = Dort antwortet nichts:
one-decision = Entscheidung
one-canned = Grund
one-canned-none = In eigenen Worten
one-words = An die Veröffentlichenden
one-words-help = Geht mit der Entscheidung per Mail hinaus. Nötig, außer Sie nehmen an.
one-reason-needed = Sagen Sie, warum: Wählen oder schreiben Sie einen Grund.
one-despite = Das Paket trotz der Befunde annehmen
one-accept = Annehmen und listen
one-accept-change = Änderung annehmen
one-ask = Um Änderungen bitten
one-refuse = Ablehnen
one-hide = Verbergen
one-unhide = Wieder zeigen
one-nothing = Hier gibt es gerade nichts zu entscheiden.
one-changed-meanwhile = Während Sie lasen, kam ein anderer Text, oder jemand hat schon entschieden. Nichts wurde entschieden; diese Seite zeigt den jetzigen Stand.
one-taken-meanwhile = { $name } arbeitet jetzt daran. Nichts wurde entschieden.
done-decided-accept = Angenommen. Eine Mail geht hinaus.
done-decided-refuse = Abgelehnt. Eine Mail mit dem Grund geht hinaus.
done-decided-ask = Um Änderungen wurde gebeten.
done-decided-hide = Verborgen. Nur das Team sieht es.
done-decided-unhide = Es ist wieder zu sehen.
done-released = Zurückgegeben.
done-taken-over = Es gehört jetzt Ihnen.
keys-title = Tasten
keys-accept = Annehmen
keys-refuse = Ablehnen; ohne Grund: zum Grund
keys-help = Diese Tasten
keys-on = Diese Tasten nutzen
keys-close = Schließen
of-title = Titel
of-short_name = Kurzname
of-description = Beschreibung
of-language = Sprache
of-publisher_name = Veröffentlicht von
of-publisher_email = Mailadresse
of-creator_name = Autorin oder Autor
of-contributors = Mitwirkende
of-tags = Schlagwörter
of-licence = Lizenz
of-subject = Fach
of-audience = Gedacht für
of-level = Stufe
of-creator_notes = Hinweise
of-course_url = Adresse des Kurses
of-demo_url = Adresse der Vorführung
of-contents = Inhalte
of-outcomes = Lernziele
verdict-accepted = Angenommen
verdict-refused = Abgelehnt
verdict-hidden = Verborgen
verdict-unhidden = Wieder gezeigt
verdict-asked = Um Änderungen gebeten
verdict-deleted = Gelöscht
verdict-restored = Wiederhergestellt

# Reports
reports-title = Meldungen
reports-none = Es gibt keine.
reports-hid = verborgen, bis Sie nachgesehen haben
abuse-open = Offen
abuse-dismissed = Nichts war falsch
abuse-hidden = Kurs verborgen
abuse-asked = Nachgefragt
category-copyright = Falsche Lizenz oder fremdes Werk
category-personal_data = Daten von Menschen
category-offensive = Es beleidigt oder schadet
category-broken = Es funktioniert nicht
category-spam = Werbung oder nichts zum Lernen
category-other = Etwas anderes
report-hid = Mehrere haben es gemeldet; es ist verborgen, bis Sie nachgesehen haben.
report-said = Was gemeldet wurde
report-others = { $count ->
    [one] { $count } weitere Meldung dazu
   *[other] { $count } weitere Meldungen dazu
}
report-message = Was daraus wurde
report-message-help = Das lesen die Meldenden und, wenn Sie verbergen oder nachfragen, die Veröffentlichenden.
report-all = Alle offenen Meldungen dazu schließen
report-hide = Kurs verbergen
report-ask = Um Abhilfe bitten
report-dismiss = Nichts ist falsch
done-report-closed = Entschieden. Wer es gemeldet hat, erfährt es, wenn eine Adresse da ist.
say-something = Schreiben Sie etwas: Ein Mensch liest es.
report-course = Diesen Kurs melden
report-site = Diese Website melden
report-title = Ein Problem melden
report-lead = Ein Mensch dieses Hubs sieht jede Meldung an.
report-category = Was ist falsch?
report-category-needed = Wählen Sie, was falsch ist.
report-text = Erzählen Sie mehr
report-text-needed = Sagen Sie in wenigen Worten, was Sie gefunden haben.
report-email = Ihre Mailadresse
report-email-help = Damit wir Ihnen das Ergebnis sagen können. Leer lassen, wenn Sie keine Antwort möchten.
report-email-wrong = Das ist keine Mailadresse. Lassen Sie das Feld leer, wenn Sie keine Antwort möchten.
report-too-many = Aus Ihrem Netz kamen heute viele Meldungen. Versuchen Sie es morgen wieder.
report-send = Meldung senden
report-back = Zurück
report-sent = Ihre Meldung ist angekommen
report-sent-lead = Danke. Ein Mensch sieht sie an. Wenn Sie eine Adresse angegeben haben, erfahren Sie das Ergebnis.

# Appeals
appeals-title = Einsprüche
appeals-none = Es gibt keine.
appeal-open = Offen
appeal-upheld = Entscheidung bleibt
appeal-reversed = Zurückgenommen
appeal-by-staff = Team
appeal-by-publisher = Veröffentlichende
appeal-by-you = Sie
appeal-thread = Was gesagt wurde
appeal-outcome = Ergebnis
appeal-message = Ihre Nachricht
appeal-message-help = Sie geht per Mail hinaus.
appeal-answer = Antworten
appeal-reverse = Entscheidung zurücknehmen
appeal-uphold = Bei der Entscheidung bleiben
done-appeal-closed = Entschieden. Eine Mail geht hinaus.
done-appeal-answered = Ihre Antwort geht per Mail hinaus.
own-appeal-title = Die Entscheidung zu Ihrem Kurs
own-appeal-open = Halten Sie das für falsch?
own-appeal-more = Noch einmal schreiben
own-appeal-message = Ihre Worte
own-appeal-help = Sagen Sie, warum. Ein Mensch liest es und antwortet per Mail.
own-appeal-send = Senden
done-appeal-sent = Angekommen. Die Antwort kommt per Mail.

# Lists
lists-title = Gründe und Prüfliste
lists-lead = Woraus beim Prüfen gewählt und abgehakt wird. Jede Zeile in so vielen Sprachen, wie Sie haben.
lists-reasons = Gründe
lists-reasons-help = Angeboten beim Ablehnen, Verbergen und Nachfragen.
lists-checklist = Prüfliste
lists-checklist-help = Was vor dem Annehmen anzusehen ist.
lists-new = Neue Zeile
lists-line = Zeile { $number }
lists-place = Platz; kleiner kommt zuerst
lists-save = Liste speichern
done-saved-list = Gespeichert. Zeilen ohne Text sind weg.

# Numbers
numbers-title = Moderation in Zahlen
numbers-lead = Was kam, was entschieden wurde und wie lange es dauerte, nach Monaten.
numbers-none = Noch wurde nichts entschieden.
numbers-month = Monat
numbers-received = Eingegangen
numbers-accepted = Angenommen
numbers-asked = Um Änderungen gebeten
numbers-refused = Abgelehnt
numbers-hidden = Verborgen
numbers-median = Die Hälfte entschieden in
numbers-appeals = Einsprüche
numbers-reports = Meldungen
numbers-own-words = In eigenen Worten
numbers-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
numbers-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}

# A course as its publisher sees it
published-title = Ihr Kurs auf diesem Hub
published-draft = Die Datei ist noch nicht da; senden Sie sie aus Ihrem Moodle.
published-waiting = Er wartet auf unser Team. Sie erhalten eine Mail, sobald entschieden ist.
published-listed = Alle sehen ihn und können ihn holen.
published-refused = Unser Team hat ihn nicht angenommen. Ändern Sie, was genannt ist, und veröffentlichen Sie ihn erneut.
published-hidden = Unser Team hat ihn verborgen.
published-withdrawn = Sie haben ihn zurückgezogen. Veröffentlichen Sie ihn aus Ihrem Moodle erneut, wenn Sie es sich anders überlegen.
published-removed = Unser Team hat ihn gelöscht.
published-reason = Der Grund
published-appeal = Sagen, warum das falsch ist
published-sent = Veröffentlicht
published-changed = Zuletzt geändert
published-downloads = Downloads
published-see = Seite ansehen
published-withdraw-title = Zurückziehen
published-withdraw-why = Er verschwindet sofort von Seiten, aus Suche, Feeds und Moodles, und die Datei lässt sich nicht mehr herunterladen.
published-withdraw = Diesen Kurs zurückziehen
published-withdraw-sure = Was andere schon heruntergeladen haben, behalten sie.
published-contact = Unserem Team schreiben
done-published-withdrawn = Der Kurs ist zurückgezogen.

evidence-title = Was im Paket gefunden wurde
evidence-nothing = Nichts, was angesehen werden muss.
evidence-name = Name in der Sicherung
evidence-of = Sicherung von
evidence-of-course = einem Kurs
evidence-of-section = einem Abschnitt
evidence-of-activity = einer Aktivität
evidence-sections = Abschnitte
evidence-activities = Aktivitäten
evidence-questions = Fragen
evidence-scan = Auf Schadsoftware geprüft:
evidence-privacy = Über Personen
evidence-privacy-none = nichts
evidence-privacy-traces = Spuren
evidence-privacy-anonymised = anonymisierte Konten
evidence-privacy-personal = Daten von Personen
evidence-broken-files = Dateien, die fehlen oder verändert sind
evidence-users = Nutzerkonten
evidence-files = Dateien
evidence-unpacked = Entpackt
action-allow = Erlauben
action-warn = Melden
action-hold = Zur Ansicht zurückhalten
action-refuse = Ablehnen
evidence-unseen = { $count ->
    [one] Von Ihnen nicht gesehen: ein Element
   *[other] Von Ihnen nicht gesehen: { $count } Elemente
}
evidence-unseen-help = Diese kann der Hub nicht zeigen. Laden Sie das Paket herunter, um sie anzusehen.
unseen-video = Film
unseen-audio = Tonaufnahme
unseen-document = Dokument
unseen-picture = Bild anderer Art
unseen-archive = Archiv
unseen-encrypted = braucht ein Passwort
unseen-damaged = nicht lesbar
one-unseen = { $count ->
    [one] Ich weiß, dass mir ein Element des Pakets nicht gezeigt wurde
   *[other] Ich weiß, dass mir { $count } Elemente des Pakets nicht gezeigt wurden
}
