# What waits for staff, decisions, reports, appeals.

# What needs me
needs-title = Ce qui m’attend
needs-kinds = Genres
needs-all = Tout
needs-none = Rien ne vous attend
needs-none-help = Tout est décidé. Les nouveaux cours et signalements apparaissent ici.
needs-other = L’autre cours
needs-ask = Demander à l’éditeur
needs-ask-site = Demander au site
needs-ask-words = Que faut-il changer ? Un courriel part, et ceci attend une semaine.
needs-ask-do = Envoyer la demande
needs-look-report = Voir le signalement
needs-look-appeal = Voir le recours
needs-decide = Voir et décider
needs-look-site = Voir le site
needs-look-course = Voir le cours
needs-edit = Modifier
needs-snooze = Plus tard
needs-snooze-day = Dans un jour
needs-snooze-week = Dans une semaine
needs-snooze-month = Dans un mois
need-abuse_report = Signalement
need-appeal = Recours
need-clone = Deux sites utilisent un jeton
need-newcomer = Quelqu’un d’autre à l’adresse d’un site
need-waiting_course = Cours en attente
need-waiting_change = Modification en attente
need-scanner_down = L’antivirus ne répond pas
need-findings = Constat dans un cours public
need-return_not_seen = Le site n’est pas revenu
need-dead_link = Lien mort
need-silent_site = Site silencieux
need-no_licence = Sans licence
need-no_description = Sans description
need-no_picture = Sans image
need-wrong_language = Langue erronée
need-duplicate = Doublon probable
need-untouched = Inchangé depuis des années
done-snoozed = Cela reviendra une fois le délai passé.
done-asked = La demande part par courriel.

# The queue
queue-title = File d’attente
queue-count = { $count ->
    [one] { $count } entrée attend, la plus ancienne d’abord
   *[other] { $count } entrées attendent, la plus ancienne d’abord
}
queue-any = Tous
queue-why = Pourquoi il attend
queue-who = Qui s’en occupe
queue-who-mine = Moi
queue-who-free = Personne
queue-language = Langue du cours
queue-language-help = Un code comme de ou pt_br.
queue-narrow = Filtrer
queue-all = Tout afficher
queue-none = Rien n’attend
queue-none-narrowed = Rien de ce genre n’attend.
queue-course = Cours
queue-from = De la part de
queue-since = Attend depuis
queue-claim = Pris par
queue-nobody = personne
queue-state = État
why-new = Nouveau cours
why-change = Modification d’un cours publié
why-held = Paquet retenu
stands-draft = brouillon
stands-waiting = en attente
stands-listed = publié
stands-refused = refusé
stands-hidden = masqué
stands-withdrawn = retiré
stands-removed = supprimé

# One entry
one-ways = Parcours de la file
one-previous = Précédent
one-next = Suivant
one-taken = { $name } s’en occupe.
one-take-over = Reprendre
one-mine = Vous vous en occupez ; les autres le voient.
one-release = Rendre
one-facts = Faits
one-held = Le paquet est retenu :
one-history = Décisions passées
one-preview = Comme le verraient les visiteurs
one-changes = Ce qui change
one-target = Où cela mène
target-look = Regarder ce qui s’y trouve
target-status = Statut
target-final = Adresse finale
target-title = Titre de la page
target-none = Rien ne répond là-bas :
one-decision = Décision
one-canned = Raison
one-canned-none = Avec mes mots
one-words = À l’éditeur
one-words-help = Part par courriel avec la décision. Nécessaire sauf si vous acceptez.
one-reason-needed = Dites pourquoi : choisissez ou écrivez une raison.
one-despite = Accepter le paquet malgré ce qui a été trouvé
one-accept = Accepter et publier
one-accept-change = Accepter la modification
one-ask = Demander des changements
one-refuse = Refuser
one-hide = Masquer
one-unhide = Afficher à nouveau
one-nothing = Il n’y a rien à décider ici pour l’instant.
one-changed-meanwhile = Un autre texte est arrivé pendant votre lecture, ou quelqu’un a déjà décidé. Rien n’a été décidé ; cette page montre l’état actuel.
one-taken-meanwhile = { $name } s’en occupe maintenant. Rien n’a été décidé.
done-decided-accept = Accepté. L’éditeur reçoit un courriel.
done-decided-refuse = Refusé. L’éditeur reçoit un courriel avec la raison.
done-decided-ask = Des changements sont demandés.
done-decided-hide = Masqué. Seule l’équipe le voit.
done-decided-unhide = C’est de nouveau affiché.
done-released = Rendu.
done-taken-over = C’est à vous maintenant.
keys-title = Touches
keys-accept = Accepter
keys-refuse = Refuser ; sans raison : aller à la raison
keys-help = Ces touches
keys-on = Utiliser ces touches
keys-close = Fermer
of-title = Titre
of-short_name = Nom court
of-description = Description
of-language = Langue
of-publisher_name = Éditeur
of-publisher_email = Adresse de l’éditeur
of-creator_name = Auteur
of-contributors = Contributeurs
of-tags = Mots-clés
of-licence = Licence
of-subject = Matière
of-audience = Destiné à
of-level = Niveau
of-creator_notes = Notes de l’auteur
of-course_url = Adresse du cours
of-demo_url = Adresse de la démonstration
of-contents = Contenus
of-outcomes = Acquis
verdict-accepted = Accepté
verdict-refused = Refusé
verdict-hidden = Masqué
verdict-unhidden = Affiché à nouveau
verdict-asked = Changements demandés
verdict-deleted = Supprimé
verdict-restored = Restauré

# Reports
reports-title = Signalements
reports-none = Il n’y en a pas.
reports-hid = masqué jusqu’à votre examen
abuse-open = Ouverts
abuse-dismissed = Rien n’était faux
abuse-hidden = Cours masqué
abuse-asked = Éditeur sollicité
category-copyright = Mauvaise licence ou œuvre d’autrui
category-personal_data = Données de personnes
category-offensive = Cela insulte ou nuit
category-broken = Cela ne marche pas
category-spam = Publicité ou sans rapport avec l’apprentissage
category-other = Autre chose
report-hid = Plusieurs visiteurs l’ont signalé ; il est masqué jusqu’à votre examen.
report-said = Ce qui a été signalé
report-others = { $count ->
    [one] { $count } autre signalement à ce sujet
   *[other] { $count } autres signalements à ce sujet
}
report-message = Ce qui en résulte
report-message-help = La personne qui a signalé le lit, et l’éditeur si vous masquez ou demandez.
report-all = Clore tous les signalements à ce sujet
report-hide = Masquer le cours
report-ask = Demander une correction
report-dismiss = Rien n’est faux
done-report-closed = Décidé. La personne est prévenue si elle a laissé une adresse.
say-something = Écrivez quelque chose : une personne le lit.
report-course = Signaler ce cours
report-site = Signaler ce site
report-title = Signaler un problème
report-lead = Une personne de ce hub lit chaque signalement.
report-category = Qu’est-ce qui ne va pas ?
report-category-needed = Choisissez ce qui ne va pas.
report-text = Dites-nous en plus
report-text-needed = Dites en quelques mots ce que vous avez trouvé.
report-email = Votre adresse électronique
report-email-help = Pour vous dire le résultat. Laissez vide si vous ne voulez pas de réponse.
report-email-wrong = Ce n’est pas une adresse. Laissez vide si vous ne voulez pas de réponse.
report-too-many = Beaucoup de signalements sont venus de votre réseau aujourd’hui. Réessayez demain.
report-send = Envoyer le signalement
report-back = Retour
report-sent = Votre signalement est arrivé
report-sent-lead = Merci. Une personne va le lire. Si vous avez laissé une adresse, vous saurez le résultat.

# Appeals
appeals-title = Recours
appeals-none = Il n’y en a pas.
appeal-open = Ouvert
appeal-upheld = Décision maintenue
appeal-reversed = Décision retirée
appeal-by-staff = Équipe
appeal-by-publisher = Éditeur
appeal-by-you = Vous
appeal-thread = Ce qui a été dit
appeal-outcome = Résultat
appeal-message = Votre message
appeal-message-help = L’éditeur le reçoit par courriel.
appeal-answer = Répondre
appeal-reverse = Retirer la décision
appeal-uphold = Maintenir la décision
done-appeal-closed = Décidé. L’éditeur reçoit un courriel.
done-appeal-answered = Votre réponse part par courriel.
own-appeal-title = La décision sur votre cours
own-appeal-open = Pensez-vous que c’est une erreur ?
own-appeal-more = Écrire à nouveau
own-appeal-message = Vos mots
own-appeal-help = Dites pourquoi. Une personne lit et répond par courriel.
own-appeal-send = Envoyer
done-appeal-sent = C’est arrivé. La réponse vient par courriel.

# Lists
lists-title = Raisons et liste de contrôle
lists-lead = Ce que l’on choisit et coche en modérant. Chaque ligne dans autant de langues que vous en avez.
lists-reasons = Raisons
lists-reasons-help = Proposées pour refuser, masquer et demander des changements.
lists-checklist = Liste de contrôle
lists-checklist-help = Ce qu’il faut regarder avant d’accepter.
lists-new = Nouvelle ligne
lists-line = Ligne { $number }
lists-place = Place ; le plus petit d’abord
lists-save = Enregistrer la liste
done-saved-list = Enregistré. Les lignes sans texte ont disparu.

# Numbers
numbers-title = La modération en chiffres
numbers-lead = Ce qui est arrivé, ce qui a été décidé et en combien de temps, par mois.
numbers-none = Rien n’a encore été décidé.
numbers-month = Mois
numbers-received = Reçus
numbers-accepted = Acceptés
numbers-asked = Changements demandés
numbers-refused = Refusés
numbers-hidden = Masqués
numbers-median = La moitié décidée en
numbers-appeals = Recours
numbers-reports = Signalements
numbers-own-words = Avec ses propres mots
numbers-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
numbers-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

# A course as its publisher sees it
published-title = Votre cours sur ce hub
published-draft = Son fichier n’est pas encore arrivé ; envoyez-le depuis votre Moodle.
published-waiting = Il attend notre équipe. Vous recevrez un courriel quand elle aura décidé.
published-listed = Tout le monde le voit et peut le prendre.
published-refused = Notre équipe ne l’a pas accepté. Changez ce qu’elle indique et publiez-le de nouveau.
published-hidden = Notre équipe l’a masqué.
published-withdrawn = Vous l’avez retiré. Publiez-le de nouveau depuis votre Moodle si vous changez d’avis.
published-removed = Notre équipe l’a supprimé.
published-reason = Le motif
published-appeal = Dire pourquoi c’est une erreur
published-sent = Publié
published-changed = Dernière modification
published-downloads = Téléchargements
published-see = Voir sa page
published-withdraw-title = Le retirer
published-withdraw-why = Il disparaît aussitôt des pages, de la recherche, des flux et des Moodles, et son fichier ne peut plus être téléchargé.
published-withdraw = Retirer ce cours
published-withdraw-sure = Ce que d’autres ont déjà téléchargé leur reste.
published-contact = Écrire à notre équipe
done-published-withdrawn = Le cours est retiré.

evidence-title = Ce qui a été trouvé dans le paquet
evidence-nothing = Rien qui demande un examen.
evidence-name = Nom dans la sauvegarde
evidence-of = Sauvegarde de
evidence-of-course = un cours
evidence-of-section = une section
evidence-of-activity = une activité
evidence-sections = Sections
evidence-activities = Activités
evidence-questions = Questions
evidence-scan = Analyse antivirus :
evidence-privacy = Au sujet de personnes
evidence-privacy-none = rien
evidence-privacy-traces = des traces
evidence-privacy-anonymised = comptes anonymisés
evidence-privacy-personal = données de personnes
evidence-broken-files = Fichiers manquants ou modifiés
evidence-users = Comptes d’utilisateur
evidence-files = Fichiers
evidence-unpacked = Décompressé
action-allow = Autoriser
action-warn = Signaler
action-hold = Retenir pour examen
action-refuse = Refuser
evidence-unseen = { $count ->
    [one] Pas vu par vous : un élément
   *[other] Pas vus par vous : { $count } éléments
}
evidence-unseen-help = Le hub ne peut pas les afficher. Téléchargez le paquet pour les regarder.
unseen-video = vidéo
unseen-audio = enregistrement
unseen-document = document
unseen-picture = image d’un autre type
unseen-archive = archive
unseen-encrypted = protégé par mot de passe
unseen-damaged = illisible
one-unseen = { $count ->
    [one] Je sais qu’un élément du paquet ne m’a pas été montré
   *[other] Je sais que { $count } éléments du paquet ne m’ont pas été montrés
}
