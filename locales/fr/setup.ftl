# Les premiers pas d’un nouveau hub.

setup-owner-title = Installez votre hub
setup-owner-lead = D’abord, votre propre compte. Ce hub sera le vôtre : vous décidez qui d’autre peut faire quoi.
setup-name = Votre nom
setup-name-help = Montré au reste de l’équipe.
setup-email = Votre adresse électronique
setup-email-help = Elle vous sert à vous connecter.
setup-password = Mot de passe
setup-password-help = Au moins 12 caractères. Quelques mots à la suite se retiennent facilement et se devinent mal.
setup-owner-do = Créer mon compte
done-owner = Votre compte est prêt et vous êtes connecté.
