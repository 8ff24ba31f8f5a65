# Pages de l’enregistrement d’un site Moodle.

back-to-site = Retour à votre Moodle
ask-hub = Si vous êtes bloqué, demandez à la personne qui tient ce hub :
mail-waits = Ce hub ne peut pas envoyer de courriel pour le moment. Le message est gardé et partira dès que cela marchera ; les responsables du hub peuvent aussi vous le lire.

# Comparaison

compare-caption = Le site enregistré et celui qui demande
compare-what = Quoi
compare-registered = Enregistré ici
compare-arriving = Demande maintenant
compare-differs = différent
compare-address = Adresse
compare-name = Nom
compare-description = Description
compare-contact = Contact
compare-email = Courriel
compare-release = Édition de Moodle
compare-version = Version de Moodle
compare-leave = Pas sûr ? Fermez cette page. Rien n’a été changé.
compare-moved-title = Votre Moodle a-t-il déménagé, ou est-ce une copie ?
compare-moved-why = Un Moodle avec le même identifiant est déjà enregistré ici sous une autre adresse. Cela arrive quand un site déménage, et quand il est copié.
compare-moved = Il a déménagé
compare-moved-effect = L’ancienne adresse ne marche plus, ou mène à la nouvelle. Votre enregistrement et tous les cours vous suivent ; l’ancien contact est prévenu.
compare-moved-do = Déménagé : changer l’adresse
compare-copied = C’est une copie
compare-copied-effect = Les deux sites continuent, l’un par exemple pour des essais. La copie reçoit son propre identifiant et s’enregistre comme nouveau site ; l’autre garde tout.
compare-copied-do = Copie : lui donner son identifiant
compare-replace-title = Remplacer l’enregistrement de cette adresse ?
compare-replace-why = Un Moodle nouvellement installé demande à être enregistré sous l’adresse d’un site dont vous êtes le contact.
compare-replace = C’est le même site, réinstallé
compare-replace-effect = Le nouveau Moodle reprend l’enregistrement et les cours. L’ancien n’atteint plus ce hub. Ce que le nouveau publie attend que notre équipe lui fasse confiance.
compare-replace-do = Remplacer l’enregistrement

# Problèmes

problems-title = Votre site n’est pas encore enregistré
problems-lead = { $count ->
    [one] Il faut d’abord régler { $count } point. Rien n’a été enregistré.
   *[other] Il faut d’abord régler { $count } points. Rien n’a été enregistré.
}
problems-given = Vous avez donné :
problems-next = Réglez cela dans votre Moodle et enregistrez-vous de nouveau.
field-url = Adresse de votre site
field-name = Nom de votre site
field-contactname = Administrateur
field-contactemail = Courriel
field-description = Description
field-language = Langue
field-token = Identifiant de votre site
field-password = Mot de passe de ce hub
field-hub = Ce hub
problem-missing = C’est vide, et il le faut.
problem-address = Ce n’est pas une adresse web. Elle devrait ressembler à https://moodle.example.org.
problem-scheme = Seules les adresses en http:// et https:// conviennent.
problem-credentials = Une adresse avec un nom d’utilisateur ou un mot de passe ne convient pas.
problem-long = Il y a plus de { $max } caractères.
problem-mail = Ce n’est pas une adresse de courriel unique.
problem-password = Le mot de passe de ce hub manque ou est faux.
problem-password-advice = Demandez-le aux responsables de ce hub. Les majuscules comptent. La page d’enregistrement de Moodle 3.4 et suivants n’a pas de champ pour cela ; avec un tel Moodle, demandez-leur d’admettre les sites sur approbation.
problem-invitation = L’invitation de ce hub manque ou n’est plus valable.
problem-invitation-advice = Demandez une invitation aux responsables de ce hub et donnez son code dans le champ du mot de passe. La page d’enregistrement de Moodle 3.4 et suivants n’a pas de champ pour cela ; avec un tel Moodle, demandez-leur d’admettre les sites sur approbation.
problem-guesses = Trop de mots de passe faux sont venus de votre réseau. Attendez { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} avant de réessayer.
problem-guesses-advice = D’ici là, aucun mot de passe n’est vérifié, même le bon. Demandez-le aux responsables de ce hub.
problem-closed = Aucun nouveau site n’est accepté pour le moment.
problem-closed-advice = Les sites déjà enregistrés auparavant peuvent revenir.
problem-readonly = Rien ne peut être enregistré ni publié pour le moment.
problem-readonly-advice = Lire et télécharger fonctionne. Réessayez plus tard.
problem-link = Ce lien est inconnu, déjà utilisé ou trop ancien.
problem-link-advice = Enregistrez-vous encore une fois depuis votre Moodle ; un nouveau lien sera envoyé.
problem-taken = Un autre site encore actif est enregistré sous cette adresse.
problem-taken-advice = S’il est à vous, annulez d’abord son enregistrement, ou demandez aux responsables de ce hub.
problem-host = Ce nom ne mène nulle part dans l’internet public.
problem-host-advice = Vérifiez l’adresse que votre Moodle a dans config.php (wwwroot). Si votre Moodle n’est accessible que dans votre réseau, les responsables de ce hub peuvent l’autoriser.
problem-private = Cette adresse est dans un réseau privé où ce hub n’entre pas.
problem-private-advice = Les responsables de ce hub peuvent autoriser votre réseau.
problem-port = Ce hub ne se connecte pas à ce port.
problem-port-advice = Les ports habituels sont 80, 443, 8080 et 8443. Les responsables de ce hub peuvent en autoriser d’autres.
problem-connection = Votre site n’a pas pu être joint.
problem-timeout = Votre site n’a pas répondu à temps.
problem-status = Votre site a répondu par une erreur.
problem-connection-advice = Ouvrez l’adresse dans un navigateur hors de votre réseau. Si un pare-feu la protège, il doit laisser passer ce hub.
problem-certificate = Le certificat de votre site n’est pas valable.
problem-certificate-advice = Regardez l’adresse dans un navigateur ; souvent un certificat intermédiaire manque.
problem-redirect = Votre site renvoie vers un endroit où ce hub ne va pas.
problem-redirect-advice = Donnez l’adresse que votre Moodle a dans config.php (wwwroot).

# Messages

blocked-title = Cet identifiant est bloqué
blocked-lead = L’identifiant avec lequel votre Moodle s’enregistre a été signalé comme volé ou copié. Il en faut un nouveau à votre site ; c’est vite fait.
blocked-step-renew = Utilisez le bouton. Votre Moodle oublie l’ancien identifiant.
blocked-step-again = Enregistrez-vous ensuite de nouveau depuis votre Moodle. Il reçoit tout seul un nouvel identifiant.
blocked-do = Renouveler l’identifiant dans mon Moodle
waits-title = Votre demande est arrivée
waits-lead = Les responsables de ce hub décident quels sites sont connectés. Vous n’avez rien d’autre à faire maintenant.
waits-step-decide = Ils regardent votre site et décident.
waits-step-mail = Vous recevez un courriel à l’adresse indiquée.
waits-step-open = Ouvrez le lien qu’il contient dans le navigateur où vous êtes connecté à votre Moodle. Cela termine l’enregistrement.
sent-title = Confirmez par courriel
sent-lead = Un autre Moodle est enregistré sous cette adresse. Nous avons envoyé un lien à son contact, { $to }.
before-title = Un courriel est déjà en route
before-lead = Il y a moins d’un jour, nous avons envoyé un lien au contact de cette adresse, { $to }. Nous n’en envoyons qu’un par jour.
sent-step-open = Ouvrez le lien de ce courriel. Il est valable sept jours.
sent-step-confirm = Comparez les deux sites et confirmez que le nouveau remplace l’ancien.
sent-step-lost = Plus personne ne lit cette boîte ? Les responsables de ce hub peuvent confirmer à votre place.
nobody-title = Nous ne pouvons demander à personne
nobody-lead = Un autre Moodle est enregistré sous cette adresse et n’a pas laissé de courriel qui marche.
nobody-step-ask = Demandez aux responsables de ce hub de confirmer votre site.
ended-title = Cet enregistrement est terminé
ended-lead = Le site a quitté ce hub, a été retiré par notre équipe ou est arrêté pour le moment.
ended-step-again = Si vous pensez que c’est une erreur, demandez aux responsables de ce hub. Sinon, enregistrez-vous de nouveau depuis votre Moodle.

# Le chemin du retour

return-site = Site
return-address = Adresse
return-handshake = Renvoyé à votre Moodle
return-seen = Dernier appel de votre Moodle
return-never = pas encore
return-done-title = Votre Moodle est connecté
return-done-lead = Il a appelé ce hub avec sa nouvelle clé. Les enseignants peuvent publier et chercher depuis Moodle.
return-awaited-title = Presque fini
return-awaited-lead = Votre site est enregistré ici, et votre navigateur a été renvoyé à votre Moodle. Nous attendons son premier appel.
return-lost-title = Enregistré, mais votre Moodle n’a pas appelé
return-lost-lead = Votre site est enregistré ici, mais aucun appel n’est venu en { $minutes } minutes. Le chemin du retour était sans doute barré, et votre Moodle ne connaît pas sa clé.
return-causes = Ce qui gêne d’habitude
return-cause-firewall = Un pare-feu devant votre Moodle, comme mod_security, répond 403 parce que le chemin du retour porte une adresse dans un paramètre. L’exception ci-dessous y remédie.
return-cause-signed-in = Vous n’étiez pas connecté à votre Moodle comme administrateur dans ce navigateur. Connectez-vous et réessayez.
return-cause-closed = La page a été fermée avant le retour. Réessayez.
return-again = Réessayer
return-again-what = Cela renvoie votre navigateur encore une fois à votre Moodle, avec une nouvelle clé.
return-exception = Exceptions pour mod_security
return-exception-why = C’est Moodle qui décide de la forme de l’aller et du retour ; l’adresse qu’ils portent ne peut pas être évitée. Ces lignes l’autorisent sur ces pages seulement.
return-exception-number = Elles nomment les règles du OWASP Core Rule Set. Si le journal d’erreurs de cet Apache nomme une autre règle, comme id "…", mettez son numéro à leur place.
return-exception-site = Sur le serveur web de votre Moodle
return-exception-site-where = Dans la configuration Apache du site, puis rechargez Apache :
return-exception-hub = Sur le serveur web devant ce hub
return-exception-hub-where = Seulement si la page de ce hub elle-même a répondu 403. Pour ses responsables :
return-accepted-title = Votre site a été accepté
return-accepted-lead = Les responsables de ce hub ont accepté votre site. Il reste une étape.
return-finish = Terminer l’enregistrement
return-finish-what = Cela renvoie votre navigateur à votre Moodle avec sa clé. Connectez-vous-y d’abord comme administrateur.
