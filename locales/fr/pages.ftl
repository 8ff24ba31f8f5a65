# Les pages publiques.

skip = Aller au contenu
menu = Menu
nav-label = Principal
nav-bottom-label = En bas de page
nav-courses = Cours
nav-sites = Sites
nav-about = À propos
nav-connect = Connecter un Moodle
nav-feed = Nouveaux cours en flux
language-label = Langue
footer-draft = Cette traduction est un brouillon. Dites-nous ce qui sonne faux.
footer-made = Fonctionne avec CourseHub, logiciel libre pour partager des cours entre sites Moodle.
banner-unfinished = Ce hub est encore en cours d’installation. Certaines choses peuvent changer.

search-label = Chercher des cours
search-hint = Sujet, titre, auteur
search-button = Chercher

copy = Copier
copied = Copié
not-given = non indiqué

word-courses = { $count ->
    [one] cours
   *[other] cours
}
word-sites = { $count ->
    [one] site
   *[other] sites
}
word-languages = { $count ->
    [one] langue
   *[other] langues
}
counted-courses = { $count ->
    [0] pas encore de cours
    [one] { $count } cours
   *[other] { $count } cours
}
counted-activities = { $count ->
    [0] vide
    [one] { $count } activité
   *[other] { $count } activités
}
times = { $count ->
    [one] { $count } fois
   *[other] { $count } fois
}

# Accueil

front-featured = Choisis par notre équipe
front-featured-all = Les cours choisis d’abord
front-new = Nouveautés
front-new-all = Tous les nouveaux cours
front-most = Les plus repris
front-subjects = Matières
front-share = Partagez vos cours
front-share-how = Connectez votre Moodle une seule fois. Vos enseignants publient ensuite leurs cours là où ils enseignent.
front-empty = Pas encore de cours
front-empty-next = Le premier Moodle qui se connecte peut partager le premier.

# Résultats

results-title = { $words } : cours
results-title-all = Tous les cours
results-heading = Cours
results-count = { $count ->
    [one] { $count } cours
   *[other] { $count } cours
}
results-page = page { $number }
results-none = Aucun cours ne correspond
results-none-why = Rien ne correspond à tout cela à la fois. Vous pouvez :
results-none-filters = chercher de nouveau sans les filtres
results-none-words = utiliser moins de mots, ou seulement leur début
results-none-all = voir tous les cours
results-follow = Suivre cette recherche dans un lecteur de flux
filters = Filtres
filters-apply = Montrer les cours
filters-close = Fermer les filtres
filter-kind = Type
filter-language = Langue
filter-subject = Matière
filter-level = Niveau
filter-audience = Conçu pour
filter-licence = Licence
filter-tag = Mot-clé
filter-site = Site
facet-more = { $count } de plus
kind-share = À télécharger
kind-advert = À visiter
chips-label = Filtres choisis
chips-clear = Tout effacer
chip-remove = Retirer { $label }
sort-label = Trier par
sort-apply = Trier
sort-relevance = Pertinence
sort-newest = Plus récents
sort-updated = Modifiés récemment
sort-oldest = Plus anciens
sort-name = Titre
sort-name-backwards = Titre, à rebours
sort-publisher = Éditeur
sort-featured = Choisis d’abord
trait-download = Télécharger
trait-visit = Visiter
trait-taken = { $count ->
    [one] repris { $count } fois
   *[other] repris { $count } fois
}
pager-label = Pages
pager-previous = Précédent
pager-next = Suivant
pager-page = Page { $number }
feed-new = Nouveaux cours
feed-search = Cette recherche

# Cours

badge-share = Cours à télécharger
badge-advert = Cours à visiter
badge-featured = Choisi par l’équipe
who-by = De
who-with = avec
who-from = chez
notes = Notes de l’auteur
take-download = Télécharger le cours
take-download-what = Une sauvegarde Moodle, { $size }. Vous la restaurez dans votre propre Moodle.
take-visit = Visiter le cours
take-visit-what = Il a lieu sur { $host }. Vous quittez ce hub.
take-demo = Le regarder d’abord
take-nothing = Il n’y a rien à reprendre pour le moment.
how = Comment arrive-t-il dans mon Moodle ?
how-download = Téléchargez le fichier. Ne le décompressez pas.
how-restore = Dans votre Moodle, ouvrez un cours ou une catégorie où vous pouvez restaurer, puis Réutilisation de cours et Restauration (avant Moodle 4 : Restauration dans le menu du cours).
how-upload = Déposez le fichier et suivez les étapes. Choisissez « Restaurer comme nouveau cours ».
how-check = Parcourez le cours avant de le montrer à vos élèves.
description = Description
description-none = Ce cours n’a pas de description.
outcomes = Ce que vous saurez faire ensuite
inside = Dans ce cours
section-general = Généralités
section-number = Section { $number }
section-empty = Rien dans cette section.
screenshots = Captures d’écran
screenshot = Capture d’écran { $number }
licence = Licence
licence-text = Lire la licence
attribution-label = Pour citer la source, copiez cette ligne :
versions = Versions
version-number = Version { $number }
version-this = Montrée ici
version-older = Vous regardez une version plus ancienne. La plus récente est la version { $number }.
version-newest = Aller à la version la plus récente
facts = En bref
fact-language = Langue
fact-subject = Matière
fact-audience = Conçu pour
fact-level = Niveau
fact-licence = Licence
fact-publisher = Publié par
fact-listed = Sur ce hub depuis
fact-updated = Dernière modification
fact-release = Fait avec
fact-restores = Se restaure sur
fact-restores-later = Moodle { $branch } ou plus récent
fact-needs = Nécessite les plugins
fact-size = Taille
fact-downloads = Repris
fact-file = Fichier
fact-checksum = Somme de contrôle (SHA-256)
tags = Mots-clés

# Sites

sites-title = Sites
sites-lead = Écoles et autres lieux qui partagent des cours ici et ont accepté d’être montrés.
sites-words = Nom
sites-country = Pays
sites-language = Langue
sites-any = Tous
sites-apply = Montrer les sites
sites-count = { $count ->
    [0] Aucun site
    [one] { $count } site
   *[other] { $count } sites
}
sites-letters = Lettres
sites-prioritised = Recommandés par ce hub
sites-none = Aucun site n’est encore montré ici.
sites-none-found = Aucun site ne correspond.
sites-all = Montrer tous les sites
badge-prioritised = Recommandé
since = ici depuis { $month }
site-visit = Aller sur ce site
site-courses = { $count ->
    [0] Cours
    [one] { $count } cours
   *[other] { $count } cours
}
site-none = Ce site n’a pas de cours ici pour le moment.

# À propos

about-title = À propos de { $hub }
about-take = Reprendre un cours
about-take-how = Tout ce qui figure ici peut d’abord être regardé : ce qu’il y a dedans, qui l’a fait, sous quelle licence. Les cours à télécharger sont des sauvegardes Moodle sans données de personnes ; vous les restaurez dans votre propre Moodle. Les cours à visiter ont lieu sur le site qui les propose.
about-connect = Connecter un Moodle
about-registration-open = Tout Moodle peut se connecter.
about-registration-password = Les Moodle qui connaissent le mot de passe du hub peuvent se connecter.
about-registration-invitation = Les Moodle invités peuvent se connecter.
about-registration-approval = Tout Moodle peut le demander. Notre équipe décide et vous prévient par courriel.
about-registration-closed = Aucun nouveau Moodle n’est connecté pour le moment.
about-checked = Ce qui est vérifié
about-checked-how = Chaque cours déposé est lu automatiquement avant d’être montré. Les cours de sites nouveaux ici sont aussi regardés par une personne. Si quelque chose ne va pas dans un cours, dites-le-nous.
about-privacy = Votre vie privée
about-privacy-how = Regarder et télécharger ne demande pas de compte. Les pages ne chargent rien d’autres serveurs, et les téléchargements sont comptés sans retenir qui a pris quoi.
about-contact = Contact
about-contact-who = Ce hub est tenu par
about-software = Logiciel
about-software-what = CourseHub { $version }, logiciel libre sous la GNU Affero General Public License.

# Ce qui n’a pas marché

error-front = Aller à l’accueil
error-request = Si vous le signalez, indiquez ce numéro :
error-bad = Nous n’avons pas pu lire cette demande
error-bad-why = Quelque chose dans l’adresse ou dans l’envoi n’est pas comme il faut.
error-bad-next = Si vous avez tapé ou copié l’adresse, vérifiez-la. Sinon, recommencez d’ici.
error-forbidden = Vous ne pouvez pas voir ceci
error-forbidden-why = Cela existe, mais pas pour tout le monde.
error-forbidden-next = Si vous devriez y avoir accès, demandez aux responsables de ce hub.
error-missing = Il n’y a rien ici
error-missing-why = L’adresse est peut-être mal tapée, ou ce qui était ici en a une autre maintenant.
error-missing-next = Vous pouvez le chercher :
error-method = Cela ne fonctionne pas à cette adresse
error-method-why = La page existe, mais elle ne peut pas être demandée de cette façon.
error-method-next = Ouvrez-la par un lien ordinaire, ou recommencez d’ici.
error-gone = Ce cours n’est plus ici
error-gone-why = Il figurait sur ce hub ; il a été repris par la personne qui l’avait publié ou retiré par notre équipe.
error-gone-next = Peut-être qu’un autre vous aidera :
error-large = C’est trop grand
error-large-why = Vous avez envoyé plus que ce hub n’accepte.
error-large-next = Réduisez le fichier, par exemple en laissant de côté les vidéos, et renvoyez-le.
error-refused = Quelque chose est à revoir dans le formulaire
error-refused-why = Tout ce que vous avez saisi ne peut pas être accepté tel quel.
error-refused-next = Revenez en arrière, corrigez et renvoyez. Rien n’a été enregistré.
error-many = Attendez un peu, s’il vous plaît
error-many-why = Trop de demandes sont venues de votre réseau en peu de temps.
error-many-next = Réessayez dans quelques minutes.
error-ours = Quelque chose s’est cassé chez nous
error-ours-why = C’est notre faute, pas la vôtre. C’est noté.
error-ours-next = Réessayez dans un instant. Si cela se reproduit, dites-le-nous.
error-off = Ce hub est éteint
error-off-why = Ses responsables l’ont fermé pour le moment.
error-off-next = Rien n’est perdu. Revenez plus tard.
error-private = Ce hub est réservé aux membres
error-private-why = Ses cours sont montrés aux sites Moodle enregistrés et aux personnes qui ont un compte.
error-private-next = Cherchez depuis un Moodle relié à ce hub, ou adressez-vous aux personnes qui s’en occupent.

mail-stop-title = Courriels de ce hub
mail-stop-lead = Ces courriels vont à { $address }.
mail-stop-do = Ne plus recevoir ce genre de courriels
mail-stop-done = Vous ne recevrez plus ce genre de courriels.

# Whether a course restores on somebody's Moodle.
restore-title = Se restaurera-t-il chez moi ?
restore-on = Version de votre Moodle
restore-on-help = Par exemple 4.5 ; l’administration la trouve sous Notifications.
restore-plugins = Plugins installés sur place
restore-plugins-label = Noms des plugins
restore-plugins-help = Un par ligne, par exemple qtype_stack. Ceux fournis avec Moodle n’ont pas à être nommés. Laissez vide si vous ne savez pas.
restore-ask = Vérifier
restore-no-release = Ce n’est pas une version de Moodle comme 4.5.
restore-yes = Oui, il se restaure sur Moodle { $release }.
restore-without_parts = Oui, il se restaure sur Moodle { $release }, sans ces éléments.
restore-cannot_tell = Impossible de dire s’il se restaure sur Moodle { $release }.
restore-no = Non, il ne se restaure pas sur Moodle { $release }.
restore-why-refused = L’archive a été refusée.
restore-why-not_a_course = Ce n’est pas un cours : ajoutez-le à un cours comme activité.
restore-why-cartridge = Moodle lit les Common Cartridge 1.0 et 1.1 ; celui-ci est { $about }.
restore-why-too_old = Il faut Moodle { $about } ou plus récent.
restore-why-made_by_newer = Il a été fait avec Moodle { $about }, plus récent : Moodle avertit et peut perdre des éléments ou échouer.
restore-why-made_by_unknown = L’archive ne dit pas avec quel Moodle elle a été faite.
restore-why-missing =
    { $about } manque. { $uses ->
        [one] Un élément en a besoin et sera
       *[other] { $uses } éléments en ont besoin et seront
    } laissé de côté ou remplacé par plus simple.
restore-why-unknown =
    { $uses ->
        [one] Un élément a
       *[other] { $uses } éléments ont
    } besoin de { $about }, peut-être installé.
restore-why-theme = Pour garder son apparence, il faut que { $about } soit installé et que les thèmes de cours soient permis.
restore-why-local = { $about } doit être installé et configuré ; ses données ne sont pas dans l’archive.
restore-why-converts = C’est une sauvegarde de Moodle 1.9 : déposez-la dans Restauration, laissez Moodle la convertir, puis parcourez le cours.
restore-why-into_a_course = C’est une seule section ou activité, qui se restaure dans un cours existant.
