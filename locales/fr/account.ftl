# Connexion et pages personnelles.

nav-sign-in = Se connecter
nav-sign-out = Se déconnecter
nav-account = Compte
sign-in-title = Se connecter
sign-in-email = Adresse électronique
sign-in-password = Mot de passe
sign-in-do = Se connecter
sign-in-wrong = Aucun compte n’a cette adresse et ce mot de passe. Vérifiez les deux et réessayez.
sign-in-wait = { $seconds ->
    [one] Trop de mots de passe erronés. Réessayez dans une seconde.
   *[other] Trop de mots de passe erronés. Réessayez dans { $seconds } secondes.
}
sign-in-nobody = Personne n’a encore de compte. La personne qui gère ce hub ouvre le lien d’installation que le programme affiche au démarrage.

me-title = Mon compte
me-sessions = Où vous êtes connecté
me-sessions-help = Fermez ce que vous ne connaissez pas, puis changez votre mot de passe.
me-session-unnamed = Un navigateur sans nom
me-session-this = ce navigateur
me-session-since = connecté
me-session-seen = vu pour la dernière fois
me-session-end = Fermer
me-sessions-end = Fermer toutes les autres

done-signed-out = Vous êtes déconnecté.
done-sessions-ended = Fermée.
done-signed-in = Vous êtes connecté.

error-signed-out = Vous n’êtes plus connecté
error-signed-out-why = Votre session s’est terminée avant l’envoi du formulaire ; rien n’a été changé.
error-signed-out-next = Connectez-vous, puis renvoyez le formulaire.
error-foreign = Le formulaire n’a pas été accepté
error-foreign-why = Il ne venait pas d’une page de votre session actuelle ; rien n’a été changé. Cela arrive quand une page reste ouverte pendant que vous vous reconnectez ailleurs.
error-foreign-next = Revenez en arrière, rechargez la page et renvoyez le formulaire.
error-sign-in = Se connecter
