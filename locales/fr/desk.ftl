# Les pages derrière la connexion : ce qu’elles ont en commun.

desk-group-moderate = Modération
desk-group-admin = Ce hub
desk-group-me = Vous
desk-nav = Vos pages
desk-rights = Rôles et droits
desk-me = Mon compte
yes = oui
no = non

role-owner = Propriétaire
role-admin = Administrateur
role-moderator = Modérateur
role-curator = Curateur
role-member = Membre

right-listings = Corriger, étiqueter et mettre en avant des fiches, modifier les vocabulaires
right-decisions = Décider de ce qui attend, répondre aux signalements et aux recours
right-sites = Approuver, corriger, suspendre et supprimer des sites
right-settings = Changer les réglages du hub
right-accounts = Donner des comptes et des rôles
right-mail = Lire et renvoyer le courrier du hub
right-audit = Lire le registre de tous les actes
right-owners = Nommer des propriétaires

rights-title = Rôles et droits
rights-lead = Ce que chaque rôle peut faire. Une personne a un rôle ; le hub garde toujours un propriétaire.
rights-right = Droit
