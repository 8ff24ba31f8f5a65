# Anmeldung und eigene Seiten.

nav-sign-in = Anmelden
nav-sign-out = Abmelden
nav-account = Konto
sign-in-title = Anmelden
sign-in-email = E-Mail-Adresse
sign-in-password = Passwort
sign-in-do = Anmelden
sign-in-wrong = Kein Konto hat diese Adresse und dieses Passwort. Prüfen Sie beides und versuchen Sie es noch einmal.
sign-in-wait = { $seconds ->
    [one] Zu viele falsche Passwörter. Versuchen Sie es in einer Sekunde noch einmal.
   *[other] Zu viele falsche Passwörter. Versuchen Sie es in { $seconds } Sekunden noch einmal.
}
sign-in-nobody = Noch hat niemand ein Konto. Wer diesen Hub betreibt, öffnet den Einrichtungslink, den das Programm beim Start ausgibt.

me-title = Mein Konto
me-sessions = Wo Sie angemeldet sind
me-sessions-help = Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.
me-session-unnamed = Ein Browser ohne Namen
me-session-this = dieser Browser
me-session-since = angemeldet
me-session-seen = zuletzt gesehen
me-session-end = Beenden
me-sessions-end = Alle anderen beenden

done-signed-out = Sie sind abgemeldet.
done-sessions-ended = Beendet.
done-signed-in = Sie sind angemeldet.

error-signed-out = Sie sind nicht mehr angemeldet
error-signed-out-why = Ihre Sitzung endete, bevor das Formular gesendet wurde; geändert wurde nichts.
error-signed-out-next = Melden Sie sich an und senden Sie das Formular noch einmal.
error-foreign = Das Formular wurde nicht angenommen
error-foreign-why = Es kam nicht von einer Seite Ihrer jetzigen Sitzung; geändert wurde nichts. Das geschieht, wenn eine Seite offen bleibt, während Sie sich anderswo neu anmelden.
error-foreign-next = Gehen Sie zurück, laden Sie die Seite neu und senden Sie das Formular noch einmal.
error-sign-in = Anmelden
