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
licence-words-free = Vous pouvez l’utiliser, le modifier et le partager, même contre de l’argent, comme le dit sa licence.
licence-words-free-nd = Vous pouvez l’utiliser et le partager sans modification, même contre de l’argent, comme le dit sa licence.
licence-words-free-nc = Vous pouvez l’utiliser, le modifier et le partager, mais pas contre de l’argent, comme le dit sa licence.
licence-words-free-nc-nd = Vous pouvez l’utiliser et le partager sans modification et pas contre de l’argent, comme le dit sa licence.
licence-words-own = Lisez la licence avant de le modifier ou de le transmettre.

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
subject-field10101 = Mathématiques
subject-field1010101 = Mathématiques
subject-field1010103 = Statistique
subject-field10103 = Physique et astronomie
subject-field1010303 = Astronomie
subject-field10107 = Sciences de la Terre
subject-field1010711 = Hydrologie
subject-field10109 = Sciences biologiques
subject-field1010903 = Botanique
subject-field10201 = Science informatique
subject-field1020103 = Programmation
subject-field10307 = Génie mécanique et industriel
subject-field1030799 = Génie mécanique et industriel (autre)
subject-field10313 = Génie électrique et électronique
subject-field1031301 = Génie électrique
subject-field10501 = Agriculture
subject-field1050105 = Élevage
subject-field10699 = Autres domaines de la santé
subject-field1069901 = Nutrition et diététique
subject-field1069907 = Premiers secours
subject-field10803 = Entreprise et gestion
subject-field1080315 = Gestion de projet
subject-field10811 = Banque et finance
subject-field1081101 = Banque et finance
subject-field10903 = Études de la société
subject-field1090305 = Histoire
subject-field1090309 = Géographie humaine
subject-field10915 = Langue et littérature
subject-field1091503 = Langues d’Europe du Nord
subject-field1091505 = Langues d’Europe du Sud
subject-field1091521 = Linguistique
subject-field1091523 = Littérature
subject-field10917 = Philosophie et religion
subject-field1091701 = Philosophie
subject-field10921 = Sport et loisirs
subject-field1092101 = Activités sportives et de loisirs
subject-field11001 = Arts du spectacle
subject-field1100101 = Musique
subject-field11003 = Arts visuels et artisanat
subject-field1100301 = Beaux-arts
subject-field1100303 = Photographie
subject-field11007 = Communication et médias
subject-field1100705 = Communication écrite
subject-field1100799 = Communication et médias (autre)
subject-field11101 = Alimentation et hôtellerie
subject-field1110107 = Boulangerie et pâtisserie
