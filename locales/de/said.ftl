# Sentences of use cases; the English file has them as they are said.

# Words of a hub's vocabularies
said-term-exists = Es gibt „{ $key }“ in { $vocabulary } schon.
said-facet-exists = Es gibt schon eine Facette „{ $key }“.
said-facet-used = { $count } Kurse haben Werte von „{ $key }“ bekommen. Legen Sie stattdessen ihre Begriffe still.
said-term-name = Ein Begriff braucht einen Namen.
said-term-name-any = Ein Begriff braucht in mindestens einer Sprache einen Namen.
said-tree-depth = Bäume sind höchstens { $most } Ebenen tief.
said-facet-name = Eine Facette braucht einen Namen.
said-facets-most = Ein Hub hat höchstens { $most } eigene Facetten.
said-url-needed = Es braucht eine Adresse, die mit https:// beginnt.
said-terms-most = Höchstens { $most } Begriffe werden auf einmal angenommen.
said-facet-unknown = Dieser Hub hat keine solche Facette.
said-name-missing = Es hat keinen Namen.
said-word-missing = „{ $name }“ gibt es nicht.
said-hangs-on-itself = Es hängt an sich selbst.
said-language-needed = Es braucht einen Sprachcode wie en oder de.
said-key-facet = Der Schlüssel einer Facette hat Kleinbuchstaben, Ziffern und Bindestriche, beginnt mit einem Buchstaben und ist höchstens 30 Zeichen lang.
said-key-taken = Dieses Wort bedeutet in Adressen etwas anderes. Wählen Sie einen anderen Schlüssel.
said-key-term = Ein Schlüssel hat Buchstaben a–z, Ziffern, Punkte, Binde- und Unterstriche, beginnt mit einem Buchstaben oder einer Ziffer und ist höchstens 60 Zeichen lang.

# Moderation
said-text-changed = Der Anbieter hat inzwischen einen anderen Text gesendet, oder jemand hat schon entschieden. Sehen Sie es noch einmal an.
said-not-appealable = Nur gegen Ablehnen und Verbergen kann man Einspruch erheben.
said-appealed = Gegen diese Entscheidung gab es schon Einspruch.
said-appeal-decided = Über diesen Einspruch wurde schon entschieden.
said-thread-full = Hier stehen schon 100 Nachrichten; jetzt entscheidet das Team.
said-report-decided = Über diese Meldung wurde schon entschieden.
said-reports-most = Dieser Hub nimmt { $most } Meldungen am Tag aus einem Netz an. Versuchen Sie es morgen wieder.
said-claimed = { $name } arbeitet daran. Übernehmen Sie es, wenn es sein muss.
said-reason-publisher = Es braucht einen Grund; der Anbieter liest ihn.
said-unseen-known = nicht alles im Paket kann gezeigt werden; bestätigen Sie, dass Sie das wissen
said-days = Eine ganze Zahl von 1 bis 365.
said-why-in-a-line = Sagen Sie in einer Zeile, warum; alle lesen es.
said-site-elsewhere = Eine Site wird auf ihrer eigenen Seite gesperrt oder angeschrieben. Verwerfen Sie danach diese Meldung.
said-report-email = Das ist keine E-Mail-Adresse. Lassen Sie das Feld leer, wenn Sie keine Antwort wollen.
said-say-something = Schreiben Sie hier etwas; ein Mensch liest es.
said-lines-most = Höchstens 200.
said-line-text = Jede Zeile braucht in mindestens einer Sprache einen Text.

# Accounts
said-passkeys-most = Ein Konto hat höchstens { $most } Passkeys. Entfernen Sie zuerst einen.
said-passkey-taken = Dieser Passkey gehört schon jemandem.
said-passkey-answer = Die Antwort des Geräts passt nicht. Versuchen Sie es noch einmal.
said-code-wrong = Das ist nicht der Code, den die App jetzt zeigt. Prüfen Sie, ob die Uhr des Geräts stimmt.
said-codes-not-needed = Dieses Konto wird nicht nach Codes gefragt und braucht keine Ersatzcodes.
said-account-exists = Für { $email } gibt es schon ein Konto.
said-email-wrong = „{ $email }“ ist keine E-Mail-Adresse.
said-email-same = Diese Adresse hat das Konto schon.
said-passkey-name = Es braucht einen Namen, etwa den des Geräts.
said-passkeys-where = Passkeys brauchen einen Hub mit einem Namen (keiner Adresse aus Ziffern), der über https erreicht wird.
said-type-email = Tippen Sie die Adresse des Kontos: { $email }
said-domains-only = Dieser Hub nimmt nur Adressen dieser Domains: { $domains }
said-last-owner = Das ist der letzte Eigentümer des Hubs. Machen Sie zuerst jemand anderen dazu.
said-password-length = Es muss { $least } bis { $most } Zeichen haben, dieses hat { $length }.
said-account-suspended = Dieses Konto ist gesperrt. Fragen Sie das Team des Hubs.
said-accounts-by-staff = Auf diesem Hub legt das Team die Konten an.
said-accounts-staff-only = Nur Eigentümer und Administratoren verwalten Konten.
said-accounts-owners-only = Nur Eigentümer ernennen Eigentümer und verwalten deren Konten.
said-number-up-to = Eine ganze Zahl von 1 bis { $most } oder nichts.
said-invitation-used = Diese Einladung hat gerade eine andere Site benutzt.

# Messages
said-message = Schreiben Sie hier Ihre Nachricht.
said-message-long = Eine Nachricht hat höchstens { $most } Zeichen, diese hat { $found }.
said-who = Sagen Sie, wer Sie sind.
said-who-long = Ein Name hat höchstens { $most } Zeichen.
said-answer-to = Das ist keine E-Mail-Adresse. Die Antwort geht dorthin.
said-what-it-is = Wählen Sie, was Ihre Nachricht ist.
said-conversation-closed = Dieses Gespräch ist geschlossen. Öffnen Sie es zuerst.

# Registration
said-secret-blocked = Das Geheimnis der neuen Site wurde gesperrt, seit dieser Link verschickt wurde. Sie muss sich mit einem anderen noch einmal registrieren.
said-site-moved = Die Site hat eine andere Adresse bekommen, seit dieser Link verschickt wurde; es gibt nichts zu ersetzen. Die neue Site kann sich einfach noch einmal registrieren.
said-nobody-waits = auf diese Registrierung wartet niemand mehr
said-site-suspended-first = die Website ist gesperrt; heben Sie das zuerst auf
said-contact-no-address = der Kontakt dieser Website hat keine Mailadresse
said-registered-now = Diese Site wurde in diesem Augenblick registriert. Versuchen Sie es noch einmal.
said-request-waits = Ein Antrag für diese Adresse mit einem anderen Geheimnis wartet auf das Team des Hubs. Wenn er von Ihnen war, bitten Sie es, ihn abzulehnen, und registrieren Sie sich noch einmal.
said-looking-busy = Dieser Hub sieht sich gerade zu viele Sites an. Versuchen Sie es in einer Minute noch einmal.
said-site-suspended = Diese Site ist auf diesem Hub gesperrt. Fragen Sie das Team.
said-site-not-active = Diese Site ist auf diesem Hub nicht aktiv.
said-site-back = Ihre Site hat diesen Hub aufgerufen: Sie ist schon registriert.

# Staff and sites
said-no-code = Diese Site hat noch keinen Code bekommen.
said-no-lock = Das lässt sich nicht sperren: Die Site sagt es nicht.
said-no-secret = Der Hub hat kein Geheimnis der Site { $site }, das man sperren könnte.
said-no-split = Die Site { $site } ist nicht registriert; es gibt nichts zu trennen.
said-calling-busy = Gerade werden viele Sites aufgerufen. Versuchen Sie es noch einmal.
said-type-name = Tippen Sie den Namen der Site, wie er oben steht.
said-no-token = Die Site { $site } ist nicht registriert; sie hat keinen Token.
said-reason-contact = Es braucht einen Grund; der Kontakt der Site liest ihn.
said-site-is-registered = Die Site { $site } ist schon registriert. Löschen Sie sie, um das zu beenden.
said-site-waits = Die Site { $site } wartet auf Annahme. Nehmen Sie sie zuerst an, oder lehnen Sie sie ab.
said-address-taken = An dieser Adresse ist eine andere Site registriert.
said-site-left = Die Site { $site } hat diesen Hub verlassen. Sie kann nur aus ihrem Moodle wieder registriert werden.
said-site-prioritised = Die Site { $site } hat Vorrang, und solchen Sites wird vertraut. Nehmen Sie ihr zuerst den Vorrang.
said-name-needed = Es braucht einen Namen.
said-email-looks = Das ist keine E-Mail-Adresse; sie sollte aussehen wie ana@school.example.
said-language-looks = Es braucht einen Sprachcode wie en oder pt_br.
said-country-looks = Es braucht zwei Buchstaben wie FR, oder nichts.
said-limit-looks = Eine ganze Zahl, „unlimited“ oder nichts für den Wert des Hubs.
said-address-needed = Es braucht eine Adresse wie https://moodle.example.org.
said-address-looks = Das ist keine Webadresse; sie sollte aussehen wie https://moodle.example.org.
said-address-scheme = Nur Adressen mit http:// und https:// gehen.
said-address-password = Eine Adresse mit Benutzername oder Passwort geht nicht.
said-address-long = Eine Adresse hat höchstens { $most } Zeichen.

# Staff and courses
said-text-meanwhile = Inzwischen wartet ein anderer Text. Entscheiden Sie über den.
said-mails-sent = Verschickte Mails lassen sich nicht zurückholen.
said-batch-at-work = Es läuft noch. Warten Sie, bis es fertig ist.
said-batch-old = Es wurde vor mehr als 24 Stunden begonnen. Ändern Sie die Kurse selbst.
said-batch-gone = Es ist nicht mehr da.
said-batch-changed = Es wurde seitdem geändert und blieb, wie es ist.
said-batch-no-course = Diesen Kurs gibt es nicht.
said-batch-so-already = Nichts zu tun: Es ist schon so.
said-reason-publishers = Es braucht einen Grund; die Anbieter lesen ihn.
said-tag-needed = Es braucht ein Schlagwort.
said-mail-subject = Eine Mail braucht einen Betreff.
said-mail-text = Eine Mail braucht einen Text.
said-none-selected = Kein Kurs ist ausgewählt.
said-no-publisher-email = Der Anbieter hat keine E-Mail-Adresse angegeben.
said-selection-changed = Es sind nicht mehr die Kurse, die gezeigt wurden. Sehen Sie sich die Auswahl noch einmal an.
said-pictures-changed = Die Bilder haben sich inzwischen geändert. Sehen Sie sie noch einmal an.
said-pictures-most = Ein Kurs hat höchstens { $most } Bilder.
said-picture-bytes = Ein Bild hat höchstens { $most } Bytes.
said-picture-size = Das Bild hat { $size } Bytes; höchstens { $most } werden angenommen.
said-picture-none = Das ist kein Bild. PNG, JPEG, GIF und WebP werden angenommen.
said-picture-sides = Das Bild hat { $width } × { $height } Pixel; höchstens { $most } je Seite und 40 Millionen insgesamt werden angenommen.
said-picture-damaged = Das Bild ist beschädigt: { $detail }
said-course-name = Ein Kurs braucht einen Namen.
said-title-needed = Es braucht einen Titel.
said-title-long = Höchstens { $most } Zeichen, hier sind es { $found }.
said-no-package = Noch ist kein Paket angekommen, also gibt es nichts anzunehmen. Der Kurs wird gelistet, wenn die Datei kommt.
said-package-refused = Das Paket wurde nicht angenommen ({ $codes }). Bitten Sie den Anbieter, es neu hochzuladen.
said-package-held = Das Paket wird zurückgehalten ({ $codes }). Sehen Sie es an und nehmen Sie es trotzdem an, oder bitten Sie den Anbieter, es neu hochzuladen.
said-package-not-kept = Das Paket wurde zurückgehalten, und die Datei ist nicht mehr da. Bitten Sie den Anbieter, sie neu hochzuladen.
said-is-listed = Der Kurs ist schon gelistet. Verbergen oder löschen Sie ihn stattdessen.
said-is-withdrawn = Der Anbieter hat ihn zurückgezogen. Er kommt wieder, wenn er neu veröffentlicht wird.
said-is-removed = Er wurde gelöscht.
said-not-hidden = Er ist nicht verborgen, sondern: { $state }.
said-not-waiting = Er wartet nicht auf eine Entscheidung, sondern: { $state }.
said-not-removed = Er wurde nicht gelöscht, sondern: { $state }.
said-is-purged = Er wurde vor zu langer Zeit gelöscht; Texte und Datei sind fort.
said-act-needed = Wählen Sie, was geschehen soll.
said-deciders-only = Das darf nur, wer über Kurse entscheidet.
said-decision-needed = Es wurde keine Entscheidung gewählt.
said-form-again = Senden Sie das Formular Ihrer Site noch einmal.

# Pages and mails
said-page-changed = Jemand anders hat diese Seite inzwischen geschrieben. Laden Sie sie neu und tragen Sie Ihre Änderungen ein.
said-page-long = Eine Sprache hat höchstens { $most } Bytes.
said-mail-state = Die Mail { $id } lässt sich nicht mehr ändern: { $state }.
said-mail-no-server = Es gibt keinen Mailserver. Tragen Sie ihn in den Einstellungen ein; bis dahin warten Mails.
said-needs-code = Dieses Konto meldet sich auch mit einem Code seiner App an, den diese Seite nicht abfragt.

# Calls to other addresses
said-call-scheme = Nur Adressen mit http und https werden aufgerufen.
said-call-password = Adressen mit Benutzername oder Passwort werden nicht aufgerufen.
said-call-no-host = Die Adresse nennt keinen Rechner.
said-call-port = Port { $port } wird nicht aufgerufen; erlaubt sind { $allowed }.
said-call-private = Der Rechner führt zu { $network }; das ruft dieser Hub nicht auf. Sein Betreiber kann ein Netz mit allow_private erlauben.
said-call-name = Der Name { $host } wurde nicht gefunden.
said-call-connect = Keine Verbindung: { $detail }
said-call-tls = Keine sichere Verbindung: { $why }
said-call-time = Keine vollständige Antwort in { $seconds } Sekunden.
said-call-redirects = Mehr als { $most } Weiterleitungen.
said-call-long = Die Antwort ist länger als { $most } Bytes.
said-call-broken = Die Antwort war kaputt: { $detail }
said-certificate-expired = Das Zertifikat ist abgelaufen.
said-certificate-name = Das Zertifikat gilt für einen anderen Namen.
said-certificate-authority = Das Zertifikat ist selbst unterschrieben, von einer unbekannten Stelle oder ohne sein Zwischenzertifikat gesendet.
said-call-status = Sie antwortet mit Status { $status }.
said-account-last-way = Das ist der letzte Weg in Ihr Konto. Wählen Sie zuerst ein Passwort oder fügen Sie einen weiteren Passkey hinzu.

# Sign-in providers
said-provider-most = ein Hub hat höchstens { $most } Anmeldedienste
said-provider-last-owner = kein Eigentümer könnte sich mehr anmelden: geben Sie erst einem ein Passwort oder einen Passkey
said-provider-label = sagen Sie, wie man ihn nennt, etwa „Schulkonto“
said-provider-there = dieser Hub hat den Dienst schon
said-provider-issuer = das ist keine https-Adresse
said-provider-client = ohne sie kann der Dienst nicht an sein
said-provider-domains = schreiben Sie Domains wie school.example, durch Kommas getrennt
