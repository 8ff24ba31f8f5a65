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

# Providers of OpenID Connect.

providers-title = Fournisseurs de connexion
providers-lead = On peut se connecter avec un compte que l’on a ailleurs : au Keycloak de votre école, chez Microsoft Entra ID, chez Google ou chez tout autre fournisseur OpenID Connect.
providers-none = Il n’y en a pas encore. On se connecte par mot de passe ou clé d’accès.
provider-new = Ajouter un fournisseur
provider-add = Ajouter
provider-is-on = Actif
provider-is-off = Inactif
provider-label = Nom
provider-label-help = Comment on l’appelle, par exemple « Compte de l’école ». Il figure sur le bouton.
provider-label-wrong = Dites comment on l’appelle, par exemple « Compte de l’école ».
provider-issuer = Adresse du fournisseur
provider-issuer-help = Son « issuer », exactement comme il se nomme lui-même. Elle ne peut plus être changée : les personnes sont connues par elle.
provider-issuer-wrong = Ce n’est pas une adresse https, ou ce hub a déjà ce fournisseur.
provider-client = Identifiant du client
provider-client-help = Comment le fournisseur appelle ce hub. Vous le recevez en y inscrivant le hub.
provider-client-id-wrong = Sans lui, le fournisseur ne peut pas être actif.
provider-secret = Secret du client
provider-secret-help = Donné par le fournisseur. Il est gardé scellé et n’est plus jamais montré. Laissez vide pour un client public.
provider-secret-kept = Un secret est gardé, scellé. Laissez vide pour le garder.
provider-no-secret = Retirer le secret
provider-scopes = Portées
provider-scopes-help = Ce qui est demandé au fournisseur en plus de « openid ». En général « email profile ».
provider-lets-in = Qui peut venir
provider-lets-accounts = Seulement qui a un compte ici
provider-lets-accounts-help = On le relie sur sa page « Connexion et sécurité ».
provider-lets-domains = Aussi qui a une adresse de courriel de ces domaines
provider-lets-domains-help = Qui vient pour la première fois reçoit un compte de membre.
provider-lets-anybody = Toutes les personnes que le fournisseur connaît
provider-lets-anybody-help = Seulement pour un fournisseur qui n’est qu’à vous, jamais pour un public.
provider-domains = Domaines
provider-domains-help = Par exemple ecole.example, séparés par des virgules.
provider-domains-wrong = Écrivez des domaines comme ecole.example, séparés par des virgules.
provider-trusts = Ses adresses de courriel sont fiables
provider-trusts-help = Qui a l’adresse de courriel du compte d’un membre y entre sans l’avoir relié. Les comptes de l’équipe sont toujours reliés à la main.
provider-on = Actif
provider-on-help = La page de connexion le propose.
provider-refused = C’est impossible : il y a trop de fournisseurs, ou plus aucun propriétaire ne pourrait se connecter. Donnez d’abord à un propriétaire un mot de passe ou une clé d’accès.
provider-redirect = Chez le fournisseur
provider-redirect-help = Inscrivez-y ce hub comme client web confidentiel avec cette adresse de redirection :
provider-check = Vérifier le fournisseur
provider-check-fits = Il répond, et ce qu’il dit de lui-même convient.
provider-check-down = Il ne répond pas comme il faut. { $why }
provider-check-misfit = Il répond, mais ce hub ne peut pas l’utiliser. { $why }
provider-settings = Réglages
provider-save = Enregistrer
provider-remove = Retirer le fournisseur
provider-linked-count = { $count ->
    [0] Personne ne l’a relié.
    [one] Une personne l’a relié.
   *[other] { $count } personnes l’ont relié.
}
provider-left-without = { $count ->
    [0] Personne ne dépend de lui seul.
    [one] L’une d’elles n’a rien d’autre pour se connecter et devrait choisir un mot de passe par courriel.
   *[other] { $count } d’entre elles n’ont rien d’autre pour se connecter et devraient choisir un mot de passe par courriel.
}
done-provider-added = Le fournisseur a été ajouté.
done-provider-saved = Le fournisseur a été enregistré.
done-provider-removed = Le fournisseur a été retiré.
done-provider-linked = Le compte est relié.
done-provider-unlinked = Le lien a été retiré.
providers-mine = Comptes ailleurs
providers-mine-help = Reliez un compte que vous avez ailleurs et connectez-vous ici avec lui.
provider-is-linked = Relié
provider-used = dernière utilisation
provider-link = Relier
provider-unlink = Retirer le lien
provider-go-on = Vers le fournisseur
provider-go-on-lead = Le fournisseur demande qui vous êtes et vous ramène ici.
provider-go-on-do = Continuer
provider-unknown = Ce hub ne propose pas ce fournisseur. Connectez-vous autrement.
provider-stale = Cela a pris trop de temps, a commencé dans un autre navigateur ou a été envoyé deux fois. Veuillez réessayer.
provider-declined = Le fournisseur ne vous a pas laissé entrer, ou vous y avez dit non. Réessayez ou connectez-vous autrement.
provider-no-address = Le fournisseur n’a donné aucune adresse de courriel vérifiée. Confirmez-la là-bas ou connectez-vous autrement.
provider-taken = Cette identité est reliée à un autre compte, ou votre compte à une autre identité là-bas.
provider-wait = Trop de personnes viennent de votre réseau en ce moment. Réessayez dans une heure ou connectez-vous autrement.
provider-down = Le fournisseur ne répond pas en ce moment. Réessayez plus tard ou connectez-vous autrement.
provider-broken = La réponse du fournisseur n’est pas fiable. Connectez-vous autrement ; l’équipe de ce hub trouve la raison dans son journal.
provider-has-account = Il y a déjà un compte pour { $email }. Connectez-vous-y et reliez le fournisseur sur sa page « Connexion et sécurité ».
provider-no-account = { $email } n’a pas de compte sur ce hub. Demandez une invitation à son équipe.
sign-in-again = Pour cela, vous devez vous être connecté dans les dix dernières minutes. Déconnectez-vous, reconnectez-vous et recommencez.
security-password-first = Choisir un mot de passe
provider-last-way = Il ne resterait rien pour se connecter. Choisissez d’abord un mot de passe ou ajoutez une clé d’accès.
