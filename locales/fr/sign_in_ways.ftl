# Se connecter autrement que par mot de passe : clés d’accès, autres fournisseurs.

passkeys-title = Clés d’accès
passkeys-lead = Une clé d’accès est gardée par votre téléphone, votre ordinateur ou un gestionnaire de mots de passe. Avec elle, vous vous connectez par le doigt, le visage ou un code PIN, sans saisir d’adresse ni de mot de passe.
passkeys-yours = Vos clés d’accès
passkeys-none = Vous n’en avez pas encore. Ajoutez-en une ci-dessous.
passkeys-no-script = Il faut un navigateur qui connaît les clés d’accès et exécute les scripts.
passkeys-impossible = Ce hub ne peut pas avoir de clés d’accès : il lui faut un nom (pas une adresse en chiffres) et https.
passkey-name = Nom
passkey-name-help = Pour la reconnaître, par exemple « Téléphone » ou « Ordinateur du bureau ».
passkey-add-title = Ajouter une clé d’accès
passkey-add = Ajouter
passkey-added = ajoutée
passkey-used = dernière utilisation
passkey-never-used = jamais utilisée
passkey-change = Modifier
passkey-rename = Renommer
passkey-remove = Retirer
passkey-remove-help = Plus personne ne pourra se connecter avec elle. Supprimez-la aussi sur l’appareil.
passkey-failed = Le navigateur n’a donné aucune clé d’accès. Réessayez, ou autrement.
passkey-wrong = Ce hub ne connaît pas cette clé d’accès. Connectez-vous autrement et ajoutez-la à nouveau.
passkey-too-late = C’était trop long ou envoyé deux fois. Veuillez réessayer.
sign-in-passkey = Se connecter avec une clé d’accès
sign-in-with = Se connecter avec
done-passkey-added = La clé d’accès a été ajoutée.
done-passkey-renamed = La clé d’accès a son nouveau nom.
done-passkey-removed = La clé d’accès a été retirée.
