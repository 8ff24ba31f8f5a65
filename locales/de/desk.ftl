# Die Seiten hinter der Anmeldung: was allen gemeinsam ist.

desk-group-moderate = Moderation
desk-group-admin = Dieser Hub
desk-group-me = Sie
desk-nav = Ihre Seiten
desk-rights = Rollen und Rechte
desk-me = Mein Konto
yes = ja
no = nein

role-owner = Eigentümer
role-admin = Administrator
role-moderator = Moderator
role-curator = Kurator
role-member = Mitglied

right-listings = Einträge korrigieren, verschlagworten und hervorheben, Vokabulare bearbeiten
right-decisions = Über Wartendes entscheiden, Meldungen und Einsprüche beantworten
right-sites = Websites vertrauen, korrigieren, sperren und löschen
right-settings = Einstellungen des Hubs ändern
right-accounts = Menschen Konten und Rollen geben
right-mail = Post des Hubs lesen und erneut senden
right-audit = Das Protokoll aller Handlungen lesen
right-owners = Eigentümer ernennen

rights-title = Rollen und Rechte
rights-lead = Was jede Rolle darf. Ein Mensch hat eine Rolle; der Hub behält immer einen Eigentümer.
rights-right = Recht
