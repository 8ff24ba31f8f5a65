# Wege zur Anmeldung neben dem Passwort: Passkeys, andere Anbieter.

passkeys-title = Passkeys
passkeys-lead = Ein Passkey liegt auf Ihrem Telefon, Ihrem Rechner oder in einem Passwortmanager. Mit ihm melden Sie sich per Finger, Gesicht oder PIN an und tippen weder Adresse noch Passwort.
passkeys-yours = Ihre Passkeys
passkeys-none = Sie haben noch keinen. Fügen Sie unten einen hinzu.
passkeys-no-script = Dazu braucht es einen Browser, der Passkeys kennt und Skripte ausführt.
passkeys-impossible = Dieser Hub kann keine Passkeys haben: Er braucht einen Namen (keine Adresse aus Ziffern) und https.
passkey-name = Name
passkey-name-help = Damit Sie ihn wiedererkennen, etwa „Telefon“ oder „Rechner im Büro“.
passkey-add-title = Passkey hinzufügen
passkey-add = Hinzufügen
passkey-added = hinzugefügt
passkey-used = zuletzt benutzt
passkey-never-used = nie benutzt
passkey-change = Ändern
passkey-rename = Umbenennen
passkey-remove = Entfernen
passkey-remove-help = Niemand kann sich mehr mit ihm anmelden. Löschen Sie ihn auch auf dem Gerät.
passkey-failed = Der Browser hat keinen Passkey geliefert. Versuchen Sie es noch einmal oder auf anderem Weg.
passkey-wrong = Dieser Hub kennt diesen Passkey nicht. Melden Sie sich anders an und fügen Sie ihn neu hinzu.
passkey-too-late = Das hat zu lange gedauert oder wurde zweimal gesendet. Bitte versuchen Sie es noch einmal.
sign-in-passkey = Mit einem Passkey anmelden
sign-in-with = Anmelden mit
done-passkey-added = Der Passkey wurde hinzugefügt.
done-passkey-renamed = Der Passkey hat seinen neuen Namen.
done-passkey-removed = Der Passkey wurde entfernt.

# Providers of OpenID Connect.

providers-title = Anmeldedienste
providers-lead = Menschen können sich mit einem Konto anmelden, das sie anderswo haben: beim Keycloak Ihrer Schule, bei Microsoft Entra ID, bei Google oder jedem anderen Dienst mit OpenID Connect.
providers-none = Es gibt noch keinen. Man meldet sich mit Passwort oder Passkey an.
provider-new = Einen Dienst hinzufügen
provider-add = Hinzufügen
provider-is-on = An
provider-is-off = Aus
provider-label = Name
provider-label-help = Wie man ihn nennt, etwa „Schulkonto“. So steht er auf dem Knopf.
provider-label-wrong = Sagen Sie, wie man ihn nennt, etwa „Schulkonto“.
provider-issuer = Adresse des Dienstes
provider-issuer-help = Sein „Issuer“, genau so, wie er sich selbst nennt. Später nicht änderbar: Menschen werden daran erkannt.
provider-issuer-wrong = Das ist keine https-Adresse, oder dieser Hub hat den Dienst schon.
provider-client = Client-ID
provider-client-help = Wie der Dienst diesen Hub nennt. Sie erhalten sie, wenn Sie den Hub dort eintragen.
provider-client-id-wrong = Ohne sie kann der Dienst nicht an sein.
provider-secret = Client-Geheimnis
provider-secret-help = Vom Dienst. Es wird versiegelt gespeichert und nie wieder angezeigt. Leer lassen bei einem öffentlichen Client.
provider-secret-kept = Eines ist versiegelt gespeichert. Leer lassen, um es zu behalten.
provider-no-secret = Das Geheimnis entfernen
provider-scopes = Scopes
provider-scopes-help = Wonach der Dienst außer „openid“ gefragt wird. Meist „email profile“.
provider-lets-in = Wer kommen darf
provider-lets-accounts = Nur wer hier ein Konto hat
provider-lets-accounts-help = Sie verbinden es auf ihrer Seite „Anmeldung und Sicherheit“.
provider-lets-domains = Auch wer eine E-Mail-Adresse dieser Domains hat
provider-lets-domains-help = Wer zum ersten Mal kommt, erhält ein Konto als Mitglied.
provider-lets-anybody = Alle, die der Dienst kennt
provider-lets-anybody-help = Nur für einen Dienst, der Ihnen allein gehört, nie für einen öffentlichen.
provider-domains = Domains
provider-domains-help = Etwa schule.example, durch Kommas getrennt.
provider-domains-wrong = Schreiben Sie Domains wie schule.example, durch Kommas getrennt.
provider-trusts = Seinen E-Mail-Adressen wird vertraut
provider-trusts-help = Wer die E-Mail-Adresse eines Mitgliedskontos hat, kommt ohne vorheriges Verbinden hinein. Konten des Teams werden immer von Hand verbunden.
provider-on = An
provider-on-help = Die Anmeldeseite bietet ihn an.
provider-refused = Das geht nicht: Es gibt zu viele Dienste, oder kein Eigentümer könnte sich mehr anmelden. Geben Sie erst einem Eigentümer ein Passwort oder einen Passkey.
provider-redirect = Beim Dienst
provider-redirect-help = Tragen Sie diesen Hub dort als vertraulichen Web-Client mit dieser Weiterleitungsadresse ein:
provider-check = Den Dienst prüfen
provider-check-fits = Er antwortet, und was er über sich sagt, passt.
provider-check-down = Er antwortet nicht, wie er soll. { $why }
provider-check-misfit = Er antwortet, aber dieser Hub kann ihn nicht verwenden. { $why }
provider-settings = Einstellungen
provider-save = Speichern
provider-remove = Den Dienst entfernen
provider-linked-count = { $count ->
    [0] Niemand hat ihn verbunden.
    [one] Eine Person hat ihn verbunden.
   *[other] { $count } Personen haben ihn verbunden.
}
provider-left-without = { $count ->
    [0] Niemand ist allein auf ihn angewiesen.
    [one] Eine davon kann sich nicht anders anmelden und müsste per E-Mail ein Passwort wählen.
   *[other] { $count } davon können sich nicht anders anmelden und müssten per E-Mail ein Passwort wählen.
}
done-provider-added = Der Dienst wurde hinzugefügt.
done-provider-saved = Der Dienst wurde gespeichert.
done-provider-removed = Der Dienst wurde entfernt.
done-provider-linked = Das Konto ist verbunden.
done-provider-unlinked = Die Verbindung wurde entfernt.
providers-mine = Konten anderswo
providers-mine-help = Verbinden Sie ein Konto, das Sie anderswo haben, und melden Sie sich hier damit an.
provider-is-linked = Verbunden
provider-used = zuletzt benutzt
provider-link = Verbinden
provider-unlink = Verbindung entfernen
provider-go-on = Weiter zum Dienst
provider-go-on-lead = Der Dienst fragt, wer Sie sind, und bringt Sie hierher zurück.
provider-go-on-do = Weiter
provider-unknown = Diesen Dienst bietet der Hub nicht an. Melden Sie sich anders an.
provider-stale = Das hat zu lange gedauert, begann in einem anderen Browser oder kam zweimal an. Bitte versuchen Sie es noch einmal.
provider-declined = Der Dienst hat Sie nicht eingelassen, oder Sie haben dort abgelehnt. Versuchen Sie es noch einmal oder melden Sie sich anders an.
provider-no-address = Der Dienst nannte keine bestätigte E-Mail-Adresse. Bestätigen Sie sie dort, oder melden Sie sich anders an.
provider-taken = Diese Identität ist mit einem anderen Konto verbunden, oder Ihr Konto dort mit einer anderen Identität.
provider-wait = Aus Ihrem Netz kommen gerade zu viele. Versuchen Sie es in einer Stunde wieder, oder melden Sie sich anders an.
provider-down = Der Dienst antwortet gerade nicht. Versuchen Sie es später wieder, oder melden Sie sich anders an.
provider-broken = Der Antwort des Dienstes ist nicht zu trauen. Melden Sie sich anders an; das Team dieses Hubs findet den Grund im Protokoll.
provider-has-account = Für { $email } gibt es schon ein Konto. Melden Sie sich damit an und verbinden Sie den Dienst auf der Seite „Anmeldung und Sicherheit“.
provider-no-account = { $email } hat auf diesem Hub kein Konto. Bitten Sie das Team um eine Einladung.
sign-in-again = Dafür müssen Sie sich in den letzten zehn Minuten angemeldet haben. Melden Sie sich ab, wieder an und wiederholen Sie es.
security-password-first = Ein Passwort festlegen
provider-last-way = Dann könnten Sie sich mit nichts mehr anmelden. Legen Sie erst ein Passwort oder einen Passkey an.
