# Die öffentlichen Seiten.

skip = Zum Inhalt springen
menu = Menü
nav-label = Hauptmenü
nav-bottom-label = Am Seitenende
nav-courses = Kurse
nav-sites = Moodle-Sites
nav-about = Über uns
nav-connect = Ein Moodle verbinden
nav-feed = Neue Kurse als Feed
language-label = Sprache
footer-draft = Diese Übersetzung ist ein Entwurf. Sagen Sie uns, was nicht stimmt.
footer-made = Läuft mit CourseHub, freier Software zum Teilen von Kursen zwischen Moodle-Sites.
banner-unfinished = Dieser Hub wird noch eingerichtet. Manches kann sich ändern.

search-label = Kurse suchen
search-hint = Thema, Titel, Urheber
search-button = Suchen

copy = Kopieren
copied = Kopiert
not-given = nicht angegeben

word-courses = { $count ->
    [one] Kurs
   *[other] Kurse
}
word-sites = { $count ->
    [one] Moodle-Site
   *[other] Moodle-Sites
}
word-languages = { $count ->
    [one] Sprache
   *[other] Sprachen
}
counted-courses = { $count ->
    [0] noch keine Kurse
    [one] { $count } Kurs
   *[other] { $count } Kurse
}
counted-activities = { $count ->
    [0] leer
    [one] { $count } Aktivität
   *[other] { $count } Aktivitäten
}
times = { $count ->
    [one] einmal
   *[other] { $count }-mal
}

# Startseite

front-featured = Von uns empfohlen
front-featured-all = Empfohlene Kurse zuerst
front-new = Neu
front-new-all = Alle neuen Kurse
front-most = Am häufigsten übernommen
front-subjects = Fachgebiete
front-share = Teilen Sie Ihre Kurse
front-share-how = Verbinden Sie Ihr Moodle einmal. Danach veröffentlichen Ihre Lehrkräfte Kurse dort, wo sie unterrichten.
front-empty = Noch keine Kurse
front-empty-next = Das erste Moodle, das sich verbindet, kann den ersten Kurs teilen.

# Ergebnisse

results-title = { $words }: Kurse
results-title-all = Alle Kurse
results-heading = Kurse
results-count = { $count ->
    [one] { $count } Kurs
   *[other] { $count } Kurse
}
results-page = Seite { $number }
results-none = Kein Kurs passt
results-none-why = Auf all das zusammen passt nichts. Sie können:
results-none-filters = ohne die Filter noch einmal suchen
results-none-words = weniger Wörter eingeben oder nur ihre Anfänge
results-none-all = alle Kurse ansehen
results-follow = Diese Suche im Feedreader verfolgen
filters = Filter
filters-apply = Kurse zeigen
filters-close = Filter schließen
filter-kind = Art
filter-language = Sprache
filter-subject = Fachgebiet
filter-level = Stufe
filter-audience = Gedacht für
filter-licence = Lizenz
filter-tag = Schlagwort
filter-site = Moodle-Site
facet-more = { $count } weitere
kind-share = Zum Herunterladen
kind-advert = Zum Besuchen
chips-label = Gewählte Filter
chips-clear = Alle entfernen
chip-remove = { $label } entfernen
sort-label = Sortieren nach
sort-apply = Sortieren
sort-relevance = Bester Treffer
sort-newest = Neueste
sort-updated = Zuletzt geändert
sort-oldest = Älteste
sort-name = Titel
sort-name-backwards = Titel, rückwärts
sort-publisher = Herausgeber
sort-featured = Empfohlene zuerst
trait-download = Herunterladen
trait-visit = Besuchen
trait-taken = { $count ->
    [one] einmal übernommen
   *[other] { $count }-mal übernommen
}
pager-label = Seiten
pager-previous = Zurück
pager-next = Weiter
pager-page = Seite { $number }
feed-new = Neue Kurse
feed-search = Diese Suche

# Kurs

badge-share = Kurs zum Herunterladen
badge-advert = Kurs zum Besuchen
badge-featured = Empfohlen
who-by = Von
who-with = mit
who-from = aus
notes = Hinweise der Urheber
take-download = Kurs herunterladen
take-download-what = Eine Moodle-Sicherung, { $size }. Sie stellen sie in Ihrem eigenen Moodle wieder her.
take-visit = Kurs besuchen
take-visit-what = Er findet auf { $host } statt. Sie verlassen diesen Hub.
take-demo = Erst einmal ansehen
take-nothing = Zurzeit gibt es hier nichts zu übernehmen.
how = Wie kommt er in mein Moodle?
how-download = Laden Sie die Datei herunter. Nicht entpacken.
how-restore = Öffnen Sie in Ihrem Moodle einen Kurs oder Kursbereich, in dem Sie wiederherstellen dürfen, dann Kurs wiederverwenden und Wiederherstellen (vor Moodle 4: Wiederherstellen im Kursmenü).
how-upload = Laden Sie die Datei hoch und folgen Sie den Schritten. Wählen Sie „Als neuen Kurs wiederherstellen“.
how-check = Sehen Sie den Kurs durch, bevor Sie ihn Ihren Lernenden zeigen.
description = Beschreibung
description-none = Zu diesem Kurs gibt es keine Beschreibung.
outcomes = Was Sie danach können
inside = In diesem Kurs
section-general = Allgemeines
section-number = Abschnitt { $number }
section-empty = In diesem Abschnitt ist nichts.
screenshots = Bildschirmfotos
screenshot = Bildschirmfoto { $number }
licence = Lizenz
licence-text = Lizenz lesen
attribution-label = Um die Quelle zu nennen, kopieren Sie diese Zeile:
versions = Versionen
version-number = Version { $number }
version-this = Hier gezeigt
version-older = Sie sehen eine ältere Version. Die neueste ist Version { $number }.
version-newest = Zur neuesten Version
facts = Angaben
fact-language = Sprache
fact-subject = Fachgebiet
fact-audience = Gedacht für
fact-level = Stufe
fact-licence = Lizenz
fact-publisher = Veröffentlicht von
fact-listed = Hier seit
fact-updated = Zuletzt geändert
fact-release = Erstellt mit
fact-restores = Wiederherstellbar auf
fact-restores-later = Moodle { $branch } oder neuer
fact-needs = Braucht Plugins
fact-size = Größe
fact-downloads = Übernommen
fact-file = Datei
fact-checksum = Prüfsumme (SHA-256)
tags = Schlagwörter

# Moodle-Sites

sites-title = Moodle-Sites
sites-lead = Schulen und andere Orte, die hier Kurse teilen und damit einverstanden sind, gezeigt zu werden.
sites-words = Name
sites-country = Land
sites-language = Sprache
sites-any = Alle
sites-apply = Moodle-Sites zeigen
sites-count = { $count ->
    [0] Keine Moodle-Sites
    [one] { $count } Moodle-Site
   *[other] { $count } Moodle-Sites
}
sites-letters = Buchstaben
sites-prioritised = Von diesem Hub empfohlen
sites-none = Hier wird noch keine Moodle-Site gezeigt.
sites-none-found = Keine Moodle-Site passt.
sites-all = Alle zeigen
badge-prioritised = Empfohlen
since = hier seit { $month }
site-visit = Zu dieser Moodle-Site
site-courses = { $count ->
    [0] Kurse
    [one] { $count } Kurs
   *[other] { $count } Kurse
}
site-none = Von dieser Moodle-Site gibt es hier zurzeit keine Kurse.

# Über uns

about-title = Über { $hub }
about-take = Einen Kurs übernehmen
about-take-how = Alles, was hier steht, können Sie zuerst ansehen: was darin ist, wer es gemacht hat, unter welcher Lizenz. Kurse zum Herunterladen sind Moodle-Sicherungen ohne Daten von Personen; Sie stellen sie in Ihrem eigenen Moodle wieder her. Kurse zum Besuchen finden auf der Moodle-Site statt, die sie anbietet.
about-connect = Ein Moodle verbinden
about-registration-open = Jedes Moodle kann sich verbinden.
about-registration-password = Moodles, die das Kennwort dieses Hubs kennen, können sich verbinden.
about-registration-invitation = Moodles mit einer Einladung können sich verbinden.
about-registration-approval = Jedes Moodle kann anfragen. Wir entscheiden und sagen Ihnen per E-Mail Bescheid.
about-registration-closed = Zurzeit werden keine neuen Moodles verbunden.
about-checked = Was geprüft wird
about-checked-how = Jeder hochgeladene Kurs wird maschinell gelesen, bevor er erscheint. Kurse von Moodle-Sites, die hier neu sind, sieht auch ein Mensch an. Wenn mit einem Kurs etwas nicht stimmt, sagen Sie es uns.
about-privacy = Ihre Daten
about-privacy-how = Zum Ansehen und Herunterladen brauchen Sie kein Konto. Die Seiten laden nichts von anderen Servern, und Downloads werden gezählt, ohne zu speichern, wer was übernommen hat.
about-contact = Kontakt
about-contact-who = Diesen Hub betreibt
about-software = Software
about-software-what = CourseHub { $version }, freie Software unter der GNU Affero General Public License.

# Was schiefgegangen ist

error-front = Zur Startseite
error-request = Wenn Sie das melden, nennen Sie bitte diese Nummer:
error-bad = Diese Anfrage konnten wir nicht lesen
error-bad-why = Etwas in der Adresse oder in dem, was gesendet wurde, ist nicht so, wie es sein soll.
error-bad-next = Wenn Sie die Adresse getippt oder kopiert haben, prüfen Sie sie. Sonst beginnen Sie hier neu.
error-forbidden = Das dürfen Sie nicht sehen
error-forbidden-why = Es ist da, aber nicht für alle.
error-forbidden-next = Wenn Sie Zugang haben sollten, fragen Sie die Betreiber dieses Hubs.
error-missing = Hier ist nichts
error-missing-why = Die Adresse ist vielleicht vertippt, oder was hier war, hat jetzt eine andere.
error-missing-next = Sie können danach suchen:
error-method = Das geht unter dieser Adresse nicht
error-method-why = Die Seite gibt es, aber sie lässt sich nicht auf diese Weise abrufen.
error-method-next = Öffnen Sie sie über einen gewöhnlichen Link, oder beginnen Sie hier neu.
error-gone = Diesen Kurs gibt es hier nicht mehr
error-gone-why = Er stand auf diesem Hub und wurde zurückgezogen oder von uns entfernt.
error-gone-next = Vielleicht hilft Ihnen ein anderer:
error-large = Das ist zu groß
error-large-why = Sie haben mehr gesendet, als dieser Hub annimmt.
error-large-next = Machen Sie die Datei kleiner, zum Beispiel ohne Videos, und senden Sie sie noch einmal.
error-refused = Etwas im Formular stimmt noch nicht
error-refused-why = Nicht alles, was Sie eingegeben haben, kann so übernommen werden.
error-refused-next = Gehen Sie zurück, berichtigen Sie es und senden Sie es noch einmal. Es wurde nichts gespeichert.
error-many = Bitte warten Sie ein wenig
error-many-why = Aus Ihrem Netz kamen in kurzer Zeit zu viele Anfragen.
error-many-next = Versuchen Sie es in ein paar Minuten wieder.
error-ours = Bei uns ist etwas kaputtgegangen
error-ours-why = Das liegt an uns, nicht an Ihnen. Es wurde festgehalten.
error-ours-next = Versuchen Sie es gleich noch einmal. Wenn es wieder geschieht, sagen Sie es uns.
error-off = Dieser Hub ist ausgeschaltet
error-off-why = Die Betreiber haben ihn vorerst geschlossen.
error-off-next = Nichts ist verloren. Bitte kommen Sie später wieder.
error-private = Dieser Hub ist für Mitglieder
error-private-why = Seine Kurse sehen registrierte Moodle-Sites und Personen mit einem Konto.
error-private-next = Suchen Sie aus einem Moodle heraus, das mit ihm verbunden ist, oder fragen Sie die Menschen, die ihn betreiben.

mail-stop-title = Mails von diesem Hub
mail-stop-lead = Diese Mails gehen an { $address }.
mail-stop-do = Mails dieser Art abbestellen
mail-stop-done = Sie bekommen keine Mails dieser Art mehr.

# Whether a course restores on somebody's Moodle.
restore-title = Lässt es sich bei mir wiederherstellen?
restore-on = Version Ihres Moodle
restore-on-help = Zum Beispiel 4.5; die Administration findet sie unter Mitteilungen.
restore-plugins = Dort installierte Plugins
restore-plugins-label = Namen der Plugins
restore-plugins-help = Einer je Zeile, zum Beispiel qtype_stack. Was mit Moodle kommt, muss nicht genannt werden. Leer lassen, wenn Sie es nicht wissen.
restore-ask = Herausfinden
restore-no-release = Das ist keine Moodle-Version wie 4.5.
restore-yes = Ja, es lässt sich auf Moodle { $release } wiederherstellen.
restore-without_parts = Ja, es lässt sich auf Moodle { $release } wiederherstellen, ohne diese Teile.
restore-cannot_tell = Ob es sich auf Moodle { $release } wiederherstellen lässt, ist nicht zu sagen.
restore-no = Nein, es lässt sich auf Moodle { $release } nicht wiederherstellen.
restore-why-refused = Das Paket wurde abgelehnt.
restore-why-not_a_course = Das ist kein Kurs: Fügen Sie es einem Kurs als Aktivität hinzu.
restore-why-cartridge = Moodle liest Common Cartridge 1.0 und 1.1; dies ist { $about }.
restore-why-too_old = Es braucht Moodle { $about } oder neuer.
restore-why-made_by_newer = Es wurde mit dem neueren Moodle { $about } erstellt: Moodle warnt und kann Teile verlieren oder scheitern.
restore-why-made_by_unknown = Das Paket sagt nicht, mit welchem Moodle es erstellt wurde.
restore-why-missing =
    { $about } fehlt dort. { $uses ->
        [one] Ein Teil braucht es und wird
       *[other] { $uses } Teile brauchen es und werden
    } ausgelassen oder durch etwas Einfacheres ersetzt.
restore-why-unknown =
    { $uses ->
        [one] Ein Teil braucht
       *[other] { $uses } Teile brauchen
    } { $about }, das vielleicht installiert ist.
restore-why-theme = Um so auszusehen wie gedacht, müssen { $about } installiert und Kursdesigns erlaubt sein.
restore-why-local = { $about } muss installiert und eingerichtet sein; seine Daten sind nicht im Paket.
restore-why-converts = Es ist eine Sicherung von Moodle 1.9: Laden Sie sie unter Wiederherstellen hoch, lassen Sie Moodle sie umwandeln und sehen Sie den Kurs danach durch.
restore-why-into_a_course = Es ist ein einzelner Abschnitt oder eine Aktivität und wird in einem vorhandenen Kurs wiederhergestellt.
