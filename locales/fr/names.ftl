# Noms des choses, et façon de dire dates et tailles.

size-mb = { $size } Mo

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-exact = { $date }, { $time } UTC
ago-now = à l’instant
ago-minutes = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
ago-hours = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
ago-days = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}
ago-weeks = { $count ->
    [one] il y a { $count } semaine
   *[other] il y a { $count } semaines
}
ago-months = { $count ->
    [one] il y a { $count } mois
   *[other] il y a { $count } mois
}

audience-educators = Enseignants
audience-students = Élèves et étudiants
audience-admins = Administrateurs Moodle

level-primary = Primaire
level-secondary = Secondaire
level-tertiary = Supérieur
level-government = Administration publique
level-association = Associations
level-corporate = Entreprises
level-other = Autre

licence-unknown = Licence non précisée
licence-allrightsreserved = Tous droits réservés
licence-public = Domaine public
licence-words-public = Plus personne n’a de droits dessus : utilisez-le comme vous voulez.
licence-words-by = Vous pouvez l’utiliser, le modifier et le partager, même contre de l’argent, à condition de nommer ses auteurs.
licence-words-by-sa = Vous pouvez l’utiliser, le modifier et le partager, même contre de l’argent, à condition de nommer ses auteurs et de partager sous la même licence ce que vous en faites.
licence-words-by-nd = Vous pouvez l’utiliser et le partager sans modification, même contre de l’argent, à condition de nommer ses auteurs.
licence-words-by-nc = Vous pouvez l’utiliser, le modifier et le partager, mais pas contre de l’argent, à condition de nommer ses auteurs.
licence-words-by-nc-sa = Vous pouvez l’utiliser, le modifier et le partager, mais pas contre de l’argent, à condition de nommer ses auteurs et de partager sous la même licence ce que vous en faites.
licence-words-by-nc-nd = Vous pouvez l’utiliser et le partager sans modification et pas contre de l’argent, à condition de nommer ses auteurs.
licence-words-reserved = L’auteur garde tous les droits. Demandez avant de le modifier ou de le transmettre.
licence-words-unknown = La personne qui l’a publié n’a pas indiqué de licence que ce hub connaît. Demandez avant de le modifier ou de le transmettre.

activity-assign = Devoir
activity-bigbluebuttonbn = BigBlueButton
activity-book = Livre
activity-chat = Chat
activity-choice = Sondage
activity-data = Base de données
activity-feedback = Feedback
activity-folder = Dossier
activity-forum = Forum
activity-glossary = Glossaire
activity-h5pactivity = H5P
activity-imscp = Paquetage IMS
activity-label = Zone texte et média
activity-lesson = Leçon
activity-lti = Outil externe
activity-page = Page
activity-qbank = Banque de questions
activity-quiz = Test
activity-resource = Fichier
activity-scorm = Paquetage SCORM
activity-subsection = Sous-section
activity-survey = Consultation
activity-url = URL
activity-wiki = Wiki
activity-workshop = Atelier

subject-field101 = Sciences naturelles et physiques
subject-field102 = Informatique
subject-field103 = Ingénierie et technologie
subject-field104 = Architecture et bâtiment
subject-field105 = Agriculture et environnement
subject-field106 = Santé
subject-field107 = Éducation
subject-field108 = Gestion et commerce
subject-field109 = Société et culture
subject-field110 = Arts et création
subject-field111 = Alimentation, hôtellerie et services à la personne
subject-field112 = Programmes mixtes
