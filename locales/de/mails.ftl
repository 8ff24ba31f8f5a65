# The texts of mails to people; the subject is an attribute. Paragraphs are parted by an empty line.

mail-footer = Sie können wählen, welche Mails Sie bekommen, oder keine:

mail-course_waits =
    „{ $title }“ von { $site } wartet auf eine Entscheidung.

    { $link }
    .subject = { $hub }: ein Kurs wartet: „{ $title }“

mail-change_waits =
    { $site } hat „{ $title }“ geändert. Die Änderung wartet auf eine Entscheidung; bis dahin ist der bisherige Text zu sehen.

    { $link }
    .subject = { $hub }: eine Änderung wartet: „{ $title }“

mail-scanner_down =
    Pakete warten, weil der Schadsoftware-Scanner nicht antwortet:

    { $reason }

    Sobald er es tut, geht es von selbst weiter. Bis dahin steht das auf der Liste:
    { $link }
    .subject = { $hub }: der Schadsoftware-Scanner antwortet nicht

mail-package_listed =
    „{ $title }“ von { $site } ist öffentlich, weil die Site als vertrauenswürdig gilt, obwohl in seinem Paket etwas gefunden wurde:

    { $findings }

    Bitte sehen Sie es sich an:
    { $link }
    .subject = { $hub }: bitte „{ $title }“ ansehen

mail-report_new =
    { $what } wurde gemeldet. Der Grund:

    { $reason }

    { $link }
    .subject = { $hub }: { $what } wurde gemeldet

mail-appeal_new =
    Wer „{ $title }“ veröffentlicht hat, bittet um eine neue Entscheidung:

    { $text }

    { $link }
    .subject = { $hub }: Einspruch zu „{ $title }“

mail-course_accepted =
    Ihr Kurs „{ $title }“ wurde angenommen und steht auf { $hub }.

    { $link }

    Wie er ankommt, und zum Zurückziehen:
    { $own }
    .subject = { $hub }: „{ $title }“ ist gelistet

mail-course_refused =
    Das Team von { $hub } hat „{ $title }“ nicht angenommen. Der Grund:

    { $reason }

    Wenn Sie das für falsch halten, öffnen Sie diesen Link und sagen Sie, warum. Er gehört nur Ihnen, geben Sie ihn nicht weiter:
    { $link }

    Wie er ankommt, und zum Zurückziehen:
    { $own }
    .subject = { $hub }: „{ $title }“ wurde nicht angenommen

mail-course_hidden =
    Das Team von { $hub } hat „{ $title }“ verborgen. Der Grund:

    { $reason }

    Wenn Sie das für falsch halten, öffnen Sie diesen Link und sagen Sie, warum. Er gehört nur Ihnen, geben Sie ihn nicht weiter:
    { $link }

    Wie er ankommt, und zum Zurückziehen:
    { $own }
    .subject = { $hub }: „{ $title }“ wurde verborgen

mail-course_unhidden =
    Ihr Kurs „{ $title }“ ist auf { $hub } wieder zu sehen.

    { $link }

    Wie er ankommt, und zum Zurückziehen:
    { $own }
    .subject = { $hub }: „{ $title }“ ist wieder zu sehen

mail-course_deleted =
    Das Team von { $hub } hat „{ $title }“ gelöscht.

    { $reason }
    .subject = { $hub }: „{ $title }“ wurde gelöscht

mail-course_changes_asked =
    Das Team von { $hub } bittet Sie, „{ $title }“ zu ändern und erneut zu veröffentlichen:

    { $reason }

    { $link }

    Wie er ankommt, und zum Zurückziehen:
    { $own }
    .subject = { $hub }: bitte „{ $title }“ ändern

mail-appeal_answered =
    Das Team von { $hub } hat auf Ihren Einspruch zu „{ $title }“ geantwortet:

    { $text }

    { $link }
    .subject = { $hub }: Antwort zu „{ $title }“

mail-report_answered =
    Sie haben { $what } gemeldet. Das Ergebnis:

    { $text }
    .subject = { $hub }: Ihre Meldung zu { $what }

mail-change_refused =
    Das Team von { $hub } hat Ihre Änderung an „{ $title }“ nicht angenommen. Der Kurs behält seinen Text. Der Grund:

    { $reason }

    Wenn Sie das für falsch halten, öffnen Sie diesen Link und sagen Sie, warum. Er gehört nur Ihnen, geben Sie ihn nicht weiter:
    { $link }

    Wie er ankommt, und zum Zurückziehen:
    { $own }
    .subject = { $hub }: Ihre Änderung an „{ $title }“ wurde nicht angenommen

mail-appeal_upheld =
    Das Team von { $hub } hat „{ $title }“ noch einmal angesehen. Die Entscheidung bleibt:

    { $text }

    { $link }
    .subject = { $hub }: die Entscheidung zu „{ $title }“ bleibt

mail-appeal_reversed =
    Das Team von { $hub } hat „{ $title }“ noch einmal angesehen. Sie hatten recht, die Entscheidung wurde zurückgenommen:

    { $text }

    { $link }
    .subject = { $hub }: die Entscheidung zu „{ $title }“ wurde zurückgenommen

mail-report_received =
    Danke für Ihre Meldung zu { $what }. Ein Mensch sieht sie an, und Sie erfahren das Ergebnis. Das haben Sie geschrieben:

    { $text }
    .subject = { $hub }: Ihre Meldung ist angekommen

mail-limit_reached =
    { $site } darf in 24 Stunden { $limit } Kurse auf { $hub } veröffentlichen und hat das getan. Was jetzt gesendet wird, wird nicht angenommen; versuchen Sie es morgen wieder.
    .subject = { $hub }: { $site } hat die Grenze erreicht

mail-site_trusted =
    { $hub } vertraut jetzt Ihrer Site { $site }: Was sie veröffentlicht, wird sofort gelistet.
    .subject = { $hub }: { $site } gilt als vertrauenswürdig

mail-site_unreachable =
    { $hub } ({ $hub_address }) hat seit dem { $since } nichts von Ihrer Website „{ $site }“ gehört, und ihre Adresse { $address } antwortet nicht:

    { $reason }

    Es hat sich nichts geändert: Ihre Kurse bleiben, wo sie sind. Ist die Website umgezogen, senden Sie die Registrierung von der neuen Adresse aus noch einmal; ist sie geschlossen, sagen Sie es dem Team des Hubs.
    .subject = { $hub }: Ihre Website „{ $site }“ ist nicht erreichbar

mail-site_silent =
    { $hub } ({ $hub_address }) hat seit dem { $since } nichts von Ihrer Website „{ $site }“ gehört, obwohl ihre Adresse { $address } antwortet. Moodle sendet seine Registrierung jede Woche über einen geplanten Vorgang neu: Wahrscheinlich läuft cron nicht, oder der Vorgang ist abgeschaltet.

    Es hat sich nichts geändert: Ihre Kurse bleiben, wo sie sind. Von Hand senden Sie sie auf der Registrierungsseite Ihres Moodle mit „Aktualisieren“.
    .subject = { $hub }: von Ihrer Website „{ $site }“ war nichts zu hören

mail-package_refused =
    Die Sicherung, die Sie für den Kurs „{ $title }“ an { $hub } gesendet haben, konnte nicht angenommen werden:

    { $findings }

    Erstellen Sie eine neue Sicherung und teilen Sie den Kurs noch einmal aus Ihrem Moodle.
    .subject = { $hub }: die Sicherung von „{ $title }“ konnte nicht angenommen werden

mail-package_held =
    Die Sicherung, die Sie für den Kurs „{ $title }“ an { $hub } gesendet haben, wartet, bis jemand sie angesehen hat:

    { $findings }

    Sie müssen nichts tun; Sie können auch eine neue Sicherung erstellen und den Kurs noch einmal aus Ihrem Moodle teilen.
    .subject = { $hub }: die Sicherung von „{ $title }“ wird angesehen

mail-link_dead =
    { $hub } führt Ihren Kurs „{ $title }“, aber seine Seite war an zwei Tagen nicht erreichbar ({ $reason }):
    { $address }

    Ist der Kurs umgezogen, veröffentlichen Sie ihn noch einmal aus Ihrem Moodle: Er behält seinen Platz. Gibt es ihn nicht mehr, ziehen Sie ihn dort zurück. Bis dahin werden alle zu einer Seite geführt, die es nicht gibt.
    .subject = { $hub }: der Link zu „{ $title }“ führt ins Leere

mail-account_email_change =
    Jemand möchte diese Adresse für ein Konto auf { $hub } verwenden. Wenn Sie es waren, öffnen Sie diesen Link; wenn nicht, tun Sie nichts.

    { $link }
    .subject = { $hub }: bestätigen Sie Ihre Mailadresse

mail-account_reset =
    Jemand hat ein neues Passwort für Ihr Konto auf { $hub } verlangt. Wenn Sie es waren, öffnen Sie diesen Link; wenn nicht, tun Sie nichts.

    { $link }
    .subject = { $hub }: wählen Sie ein neues Passwort

mail-account_email_changed =
    Ihr Konto auf { $hub } hat jetzt eine andere Mailadresse. Wenn Sie das nicht waren, sagen Sie es sofort den Betreibern von { $hub }.
    .subject = { $hub }: Ihre Mailadresse wurde geändert

mail-account_invitation =
    Sie sind zu { $hub } eingeladen. Öffnen Sie diesen Link binnen einer Woche, um Namen und Passwort zu wählen:

    { $link }
    .subject = { $hub }: Sie sind eingeladen

mail-account_sign_up =
    Jemand hat mit dieser Adresse ein Konto auf { $hub } gewünscht. Wenn Sie es waren, öffnen Sie diesen Link und wählen ein Passwort; wenn nicht, tun Sie nichts.

    { $link }
    .subject = { $hub }: Ihr Konto fertig anlegen

mail-account_exists =
    Jemand hat diese Adresse für ein Konto auf { $hub } angegeben, aber sie hat schon eines. Wenn Sie es waren und Ihr Passwort vergessen haben, wählen Sie hier ein anderes; wenn nicht, tun Sie nichts.

    { $link }
    .subject = { $hub }: Sie haben schon ein Konto

mail-digest =
    Was seit der letzten Mail dieser Art auf { $hub } geschehen ist:
    .subject = { $hub }: was geschehen ist ({ $count })

mail-site_new =
    Eine Website hat sich bei { $hub } registriert.

    Name: { $site }
    Adresse: { $address }
    Kontakt: { $contact }
    Sprache: { $language }
    Moodle: { $moodle }

    Ihr wird noch nicht vertraut: Was sie veröffentlicht, wartet auf Sie.

    { $link }
    .subject = { $hub }: neue Website „{ $site }“

mail-site_changed =
    Die Website „{ $site }“ gibt einen anderen Namen oder eine andere Adresse an.

    Bisher: { $site }, { $address }
    Jetzt: { $new_site }, { $new_address }

    { $link }
    .subject = { $hub }: Website „{ $site }“ mit anderem Namen oder anderer Adresse

mail-site_registered =
    Ihre Website { $address } ist bei { $hub } ({ $hub_address }) registriert.

    Wenn Ihr Moodle das nicht sagt, war der Rückweg dorthin versperrt. Diese Seite zeigt, wie es steht, und lässt Sie es noch einmal versuchen:
    { $link }
    .subject = { $hub }: Ihre Website „{ $site }“ ist registriert

mail-replacement_link =
    Jemand registriert { $address } noch einmal bei { $hub }, mit einem anderen Geheimnis. Das geschieht, wenn ein Moodle neu installiert wurde. Wenn Sie es waren, öffnen Sie diesen Link, vergleichen Sie beide und bestätigen Sie; er gilt einmal und 7 Tage:
    { $link }

    Wenn Sie es nicht waren, tun Sie nichts: Ihre Registrierung bleibt, wie sie ist.
    .subject = { $hub }: Wird Ihre Website „{ $site }“ neu registriert?

mail-site_moved =
    Ihre Website { $address } ist bei { $hub } jetzt unter { $new_address } registriert. Wenn Sie das nicht waren, kennt jemand anders ihr Geheimnis: Schreiben Sie dem Team des Hubs.
    .subject = { $hub }: Ihre Website „{ $site }“ ist umgezogen

mail-site_newcomer =
    Jemand registriert { $address }, die Adresse von „{ $site }“, mit einem anderen Geheimnis. Der Name ist „{ $new_site }“, der Kontakt { $contact }. Der Kontakt der Website hat einen Link zum Bestätigen erhalten. Hier können Sie beide vergleichen und entscheiden:
    { $link }
    .subject = { $hub }: jemand anders auf der Adresse von „{ $site }“

mail-site_replaced =
    Die Registrierung von { $address } bei { $hub } ging mit ihren Kursen an ein anderes Moodle unter derselben Adresse: „{ $new_site }“. So hat das Team des Hubs entschieden. Wenn das falsch ist, schreiben Sie dem Team des Hubs.
    .subject = { $hub }: ein anderes Moodle hat die Registrierung von „{ $site }“

mail-site_deleted =
    Ihre Website { $address } wurde vom Team aus { $hub } ({ $hub_address }) entfernt. Ihr Moodle hält sich noch für registriert; dieser Link räumt das auf (melden Sie sich vorher als Administrator an):
    { $link }

    Danach können Sie sich wieder registrieren.
    .subject = { $hub }: Ihre Website „{ $site }“ wurde entfernt

mail-site_refused =
    Das Team von { $hub } ({ $hub_address }) hat Ihre Website { $address } nicht angenommen. Der Grund:

    { $reason }

    Ihr Moodle behält eine offene Registrierung; dieser Link räumt das auf (melden Sie sich vorher als Administrator an):
    { $link }
    .subject = { $hub }: Ihre Website „{ $site }“ wurde nicht angenommen

mail-site_split =
    Zwei Installationen haben die Registrierung von { $address } bei { $hub } benutzt:

    { $text }

    Eine ist eine Kopie der Datenbank der anderen. Beide wurden abgemeldet. Melden Sie jede, die bleiben soll, vom Hub ab (nötigenfalls erzwungen):
    { $link }
    und registrieren Sie sie dann neu. Die Kurse und ihre Nummern bleiben bei der Website unter { $address }.
    .subject = { $hub }: zwei Kopien von „{ $site }“ benutzten eine Registrierung

mail-site_token_ended =
    Das Team von { $hub } hat das Token Ihrer Website { $address } beendet, damit es niemand sonst benutzen kann. Ihre Kurse und deren Nummern bleiben. Um weiterzumachen, lassen Sie Ihr Moodle diesen Hub vergessen:
    { $link }
    und registrieren Sie es dann neu unter { $hub_address }.
    .subject = { $hub }: Ihre Website „{ $site }“ muss sich neu registrieren

mail-site_came_back =
    Die Website „{ $site }“ ({ $address }) hatte { $hub } verlassen und hat sich wieder registriert.

    { $kept ->
        [yes] Sie ging, während zwei Kopien ihre Registrierung benutzten; darum hat sie ihre Kurse sofort zurück.
       *[no] Sie hat ein anderes Geheimnis als früher. Ihre früheren Kurse bleiben öffentlich, aber sie kann sie nicht ändern, bis das Team bestätigt, dass es dieselbe Website ist.
    }
    .subject = { $hub }: Website „{ $site }“ hat sich wieder registriert

mail-site_accepted =
    Das Team von { $hub } hat Ihre Website { $address } angenommen.

    Melden Sie sich dort als Administrator an, öffnen Sie dann im selben Browser diese Seite und schließen Sie die Registrierung ab:
    { $link }
    .subject = { $hub }: Ihre Website „{ $site }“ wurde angenommen

mail-site_accepted_again =
    Das Team von { $hub } hat Ihre Website { $address } angenommen.

    Registrieren Sie sie in Ihrem Moodle noch einmal unter { $hub_address }; damit ist es getan.
    .subject = { $hub }: Ihre Website „{ $site }“ wurde angenommen
mail-message_new =
    { $name } schreibt Ihnen über { $hub } zu „{ $about }“:

    { $text }

    Art: { $category ->
        [improvement] Verbesserung
        [issue] Problem
        [appreciation] Dank
       *[other] Frage
    }

    Hier können Sie lesen und antworten. Der Link gehört nur Ihnen; Ihre E-Mail-Adresse wird nicht gezeigt:

    { $link }
    .subject = { $hub }: eine Nachricht zu „{ $about }“

mail-message_answered =
    Es gibt eine Antwort in Ihrer Unterhaltung zu „{ $about }“:

    { $text }

    Hier können Sie lesen und antworten. Der Link gehört nur Ihnen; Ihre E-Mail-Adresse wird nicht gezeigt:

    { $link }
    .subject = { $hub }: eine Antwort zu „{ $about }“

mail-message_copy =
    Sie schrieben zu „{ $about }“:

    { $text }

    Hier sehen Sie die Antworten:

    { $link }
    .subject = { $hub }: Ihre Nachricht zu „{ $about }“

reason-reported = Mehrere Besucher haben diesen Kurs gemeldet. Er ist nicht zu sehen, bis ein Mensch ihn angesehen hat.
