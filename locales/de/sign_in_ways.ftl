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
