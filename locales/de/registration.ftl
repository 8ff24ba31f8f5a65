# Seiten der Registrierung einer Moodle-Site.

back-to-site = Zurück zu Ihrem Moodle
ask-hub = Wenn Sie nicht weiterkommen, fragen Sie, wer diesen Hub betreibt:
mail-waits = Dieser Hub kann zurzeit keine E-Mails senden. Die Nachricht wird aufbewahrt und geht hinaus, sobald es wieder geht; die Betreiber des Hubs können sie Ihnen auch vorlesen.

# Vergleich

compare-caption = Die registrierte Moodle-Site und die, die anfragt
compare-what = Was
compare-registered = Hier registriert
compare-arriving = Fragt jetzt an
compare-differs = anders
compare-address = Adresse
compare-name = Name
compare-description = Beschreibung
compare-contact = Kontakt
compare-email = E-Mail-Adresse
compare-release = Moodle-Release
compare-version = Moodle-Version
compare-leave = Nicht sicher? Schließen Sie diese Seite. Es wurde nichts geändert.
compare-moved-title = Ist Ihr Moodle umgezogen, oder ist dies eine Kopie?
compare-moved-why = Ein Moodle mit derselben Kennung ist hier schon unter einer anderen Adresse registriert. Das kommt vor, wenn eine Moodle-Site umzieht und wenn sie kopiert wird.
compare-moved = Es ist umgezogen
compare-moved-effect = Die alte Adresse geht nicht mehr oder führt zur neuen. Ihre Registrierung und alle Kurse ziehen mit; der alte Kontakt wird benachrichtigt.
compare-moved-do = Umgezogen: Adresse ändern
compare-copied = Es ist eine Kopie
compare-copied-effect = Beide Moodle-Sites laufen weiter, eine zum Beispiel für Tests. Die Kopie bekommt eine eigene Kennung und registriert sich als neue Moodle-Site; die andere behält alles.
compare-copied-do = Kopie: eigene Kennung geben
compare-replace-title = Die Registrierung dieser Adresse ersetzen?
compare-replace-why = Ein neu installiertes Moodle möchte unter der Adresse registriert werden, deren Kontakt Sie sind.
compare-replace = Es ist dieselbe Moodle-Site, neu installiert
compare-replace-effect = Das neue Moodle übernimmt die Registrierung und die Kurse. Das alte erreicht diesen Hub nicht mehr. Was das neue veröffentlicht, wartet, bis wir ihm vertrauen.
compare-replace-do = Registrierung ersetzen

# Probleme

problems-title = Ihre Moodle-Site ist noch nicht registriert
problems-lead = { $count ->
    [one] Zuerst muss eine Sache in Ordnung gebracht werden. Es wurde nichts gespeichert.
   *[other] Zuerst müssen { $count } Dinge in Ordnung gebracht werden. Es wurde nichts gespeichert.
}
problems-given = Angegeben war:
problems-next = Bringen Sie das in Ihrem Moodle in Ordnung und registrieren Sie sich noch einmal.
field-url = Adresse Ihrer Moodle-Site
field-name = Name Ihrer Moodle-Site
field-contactname = Administrator
field-contactemail = E-Mail-Adresse
field-description = Beschreibung
field-language = Sprache
field-token = Kennung Ihrer Moodle-Site
field-password = Kennwort dieses Hubs
field-hub = Dieser Hub
problem-missing = Das ist leer und wird gebraucht.
problem-address = Das ist keine Webadresse. Sie sollte aussehen wie https://moodle.example.org.
problem-scheme = Nur Adressen mit http:// und https:// können verwendet werden.
problem-credentials = Eine Adresse mit Benutzername oder Kennwort kann nicht verwendet werden.
problem-long = Das hat mehr als { $max } Zeichen.
problem-mail = Das ist nicht eine einzelne E-Mail-Adresse.
problem-password = Das Kennwort dieses Hubs fehlt oder ist falsch.
problem-password-advice = Fragen Sie die Betreiber dieses Hubs danach. Groß- und Kleinschreibung zählt. Die Registrierungsseite von Moodle ab 3.4 hat kein Feld dafür; bitten Sie sie bei einem solchen Moodle, Websites auf Antrag zuzulassen.
problem-invitation = Die Einladung für diesen Hub fehlt oder gilt nicht mehr.
problem-invitation-advice = Bitten Sie die Betreiber dieses Hubs um eine Einladung und geben Sie deren Code im Kennwortfeld ein. Die Registrierungsseite von Moodle ab 3.4 hat kein Feld dafür; bitten Sie sie bei einem solchen Moodle, Websites auf Antrag zuzulassen.
problem-guesses = Aus Ihrem Netz kamen zu viele falsche Kennwörter. Bitte warten Sie { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}, bevor Sie es wieder versuchen.
problem-guesses-advice = Bis dahin wird kein Kennwort geprüft, auch das richtige nicht. Fragen Sie die Betreiber dieses Hubs danach.
problem-closed = Zurzeit werden keine neuen Moodle-Sites aufgenommen.
problem-closed-advice = Wer schon registriert war, kann zurückkommen.
problem-readonly = Zurzeit kann nichts registriert oder veröffentlicht werden.
problem-readonly-advice = Lesen und Herunterladen gehen. Versuchen Sie es später wieder.
problem-link = Dieser Link ist unbekannt, schon benutzt oder zu alt.
problem-link-advice = Registrieren Sie sich noch einmal aus Ihrem Moodle; dann wird ein neuer Link gesendet.
problem-taken = Eine andere, noch aktive Moodle-Site ist unter dieser Adresse registriert.
problem-taken-advice = Wenn es Ihre ist, heben Sie dort die Registrierung zuerst auf, oder fragen Sie die Betreiber dieses Hubs.
problem-host = Dieser Name führt im öffentlichen Internet nirgendwohin.
problem-host-advice = Prüfen Sie die Adresse, die Ihr Moodle in config.php hat (wwwroot). Wenn Ihr Moodle nur in Ihrem Netz erreichbar ist, können die Betreiber dieses Hubs es erlauben.
problem-private = Diese Adresse liegt in einem privaten Netz, das dieser Hub nicht betritt.
problem-private-advice = Die Betreiber dieses Hubs können Ihr Netz erlauben.
problem-port = Mit diesem Port verbindet sich dieser Hub nicht.
problem-port-advice = Üblich sind 80, 443, 8080 und 8443. Die Betreiber dieses Hubs können andere erlauben.
problem-connection = Ihre Moodle-Site war nicht zu erreichen.
problem-timeout = Ihre Moodle-Site hat nicht rechtzeitig geantwortet.
problem-status = Ihre Moodle-Site hat mit einem Fehler geantwortet.
problem-connection-advice = Öffnen Sie die Adresse in einem Browser außerhalb Ihres Netzes. Wenn eine Firewall sie schützt, muss sie diesen Hub durchlassen.
problem-certificate = Das Zertifikat Ihrer Moodle-Site ist nicht gültig.
problem-certificate-advice = Sehen Sie sich die Adresse in einem Browser an; oft fehlt ein Zwischenzertifikat.
problem-redirect = Ihre Moodle-Site leitet an einen Ort weiter, dem dieser Hub nicht folgt.
problem-redirect-advice = Geben Sie die Adresse an, die Ihr Moodle in config.php hat (wwwroot).

# Nachrichten

blocked-title = Diese Kennung ist gesperrt
blocked-lead = Die Kennung, mit der sich Ihr Moodle registriert, wurde als gestohlen oder kopiert gemeldet. Ihre Moodle-Site braucht eine neue; das geht schnell.
blocked-step-renew = Nehmen Sie die Schaltfläche. Ihr Moodle vergisst dann die alte Kennung.
blocked-step-again = Registrieren Sie sich danach noch einmal aus Ihrem Moodle. Es bekommt von selbst eine neue Kennung.
blocked-do = Kennung in meinem Moodle erneuern
waits-title = Ihre Anfrage ist angekommen
waits-lead = Die Betreiber dieses Hubs entscheiden, welche Moodle-Sites verbunden werden. Für Sie ist jetzt nichts weiter zu tun.
waits-step-decide = Sie sehen sich Ihre Moodle-Site an und entscheiden.
waits-step-mail = Sie bekommen eine E-Mail an die angegebene Adresse.
waits-step-open = Öffnen Sie den Link darin in dem Browser, in dem Sie in Ihrem Moodle angemeldet sind. Damit ist die Registrierung fertig.
sent-title = Bitte per E-Mail bestätigen
sent-lead = Unter dieser Adresse ist ein anderes Moodle registriert. Wir haben seinem Kontakt, { $to }, einen Link gesendet.
before-title = Eine E-Mail ist schon unterwegs
before-lead = Vor weniger als einem Tag haben wir dem Kontakt dieser Adresse, { $to }, einen Link gesendet. Wir senden nur einen am Tag.
sent-step-open = Öffnen Sie den Link in dieser E-Mail. Er gilt sieben Tage.
sent-step-confirm = Vergleichen Sie beide Moodle-Sites und bestätigen Sie, dass die neue die alte ersetzt.
sent-step-lost = Niemand liest dieses Postfach mehr? Die Betreiber dieses Hubs können es für Sie bestätigen.
nobody-title = Wir können niemanden fragen
nobody-lead = Unter dieser Adresse ist ein anderes Moodle registriert, und es hat keine E-Mail-Adresse hinterlassen, die geht.
nobody-step-ask = Bitten Sie die Betreiber dieses Hubs, Ihre Moodle-Site zu bestätigen.
ended-title = Diese Registrierung ist beendet
ended-lead = Die Moodle-Site hat diesen Hub verlassen, wurde von uns entfernt oder ist vorerst gesperrt.
ended-step-again = Wenn Sie das für einen Irrtum halten, fragen Sie die Betreiber dieses Hubs. Sonst registrieren Sie sich noch einmal aus Ihrem Moodle.

# Der Weg zurück

return-site = Moodle-Site
return-address = Adresse
return-handshake = Zurückgeschickt zu Ihrem Moodle
return-seen = Letzter Aufruf aus Ihrem Moodle
return-never = noch keiner
return-done-title = Ihr Moodle ist verbunden
return-done-lead = Es hat diesen Hub mit seinem neuen Schlüssel aufgerufen. Lehrkräfte können aus Moodle heraus veröffentlichen und suchen.
return-awaited-title = Fast fertig
return-awaited-lead = Ihre Moodle-Site ist hier registriert, und Ihr Browser wurde zu Ihrem Moodle zurückgeschickt. Wir warten auf dessen ersten Aufruf.
return-lost-title = Registriert, aber Ihr Moodle hat sich nicht gemeldet
return-lost-lead = Ihre Moodle-Site ist hier registriert, aber innerhalb von { $minutes } Minuten kam kein Aufruf. Wahrscheinlich war der Weg zurück versperrt, sodass Ihr Moodle seinen Schlüssel nicht kennt.
return-causes = Woran es meist liegt
return-cause-firewall = Eine Firewall vor Ihrem Moodle, etwa mod_security, antwortet mit 403, weil der Weg zurück eine Adresse in einem Parameter trägt. Die Ausnahme unten behebt das.
return-cause-signed-in = Sie waren in diesem Browser nicht als Administrator in Ihrem Moodle angemeldet. Melden Sie sich an und versuchen Sie es noch einmal.
return-cause-closed = Die Seite wurde geschlossen, bevor sie zurückkam. Versuchen Sie es noch einmal.
return-again = Noch einmal versuchen
return-again-what = Das schickt Ihren Browser noch einmal zu Ihrem Moodle zurück, mit einem neuen Schlüssel.
return-exception = Ausnahmen für mod_security
return-exception-why = Wie Hin- und Rückweg aussehen, bestimmt Moodle selbst; die Adresse darin lässt sich nicht vermeiden. Diese Zeilen erlauben sie nur auf diesen Seiten.
return-exception-number = Sie nennen die Regeln des OWASP Core Rule Set. Nennt das Fehlerprotokoll dieses Apache eine andere Regel, als id "…", setzen Sie deren Nummer ein.
return-exception-site = Auf dem Webserver Ihres Moodles
return-exception-site-where = In die Apache-Konfiguration der Moodle-Site, dann Apache neu laden:
return-exception-hub = Auf dem Webserver vor diesem Hub
return-exception-hub-where = Nur wenn diese Seite des Hubs selbst mit 403 geantwortet hat. Für die Betreiber:
return-accepted-title = Ihre Moodle-Site wurde angenommen
return-accepted-lead = Die Betreiber dieses Hubs haben Ihre Moodle-Site angenommen. Ein Schritt fehlt noch.
return-finish = Registrierung abschließen
return-finish-what = Das schickt Ihren Browser mit dem Schlüssel zu Ihrem Moodle zurück. Melden Sie sich dort vorher als Administrator an.
