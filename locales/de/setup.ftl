# Die ersten Schritte eines neuen Hubs.

setup-owner-title = Richten Sie Ihren Hub ein
setup-owner-lead = Zuerst Ihr eigenes Konto. Ihnen gehört dieser Hub: Sie bestimmen, wer sonst was darf.
setup-name = Ihr Name
setup-name-help = Wird dem übrigen Team gezeigt.
setup-email = Ihre E-Mail-Adresse
setup-email-help = Damit melden Sie sich an.
setup-password = Passwort
setup-password-help = Mindestens 12 Zeichen. Ein paar Wörter hintereinander merkt man sich leicht, und sie sind schwer zu erraten.
setup-owner-do = Mein Konto anlegen
done-owner = Ihr Konto ist bereit, und Sie sind angemeldet.
