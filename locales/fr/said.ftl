# Sentences of use cases; the English file has them as they are said.

# Words of a hub's vocabularies
said-term-exists = « { $key } » existe déjà dans { $vocabulary }.
said-facet-exists = Il existe déjà une facette « { $key } ».
said-facet-used = { $count } cours ont des valeurs de « { $key } ». Retirez plutôt ses termes.
said-term-name = Un terme a besoin d’un nom.
said-term-name-any = Un terme a besoin d’un nom dans une langue au moins.
said-tree-depth = Les arbres ont { $most } niveaux au plus.
said-facet-name = Une facette a besoin d’un nom.
said-facets-most = Un hub a { $most } facettes à lui au plus.
said-url-needed = Il faut une adresse qui commence par https://.
said-terms-most = { $most } termes au plus sont pris à la fois.
said-facet-unknown = Ce hub n’a pas cette facette.
said-name-missing = Il n’a pas de nom.
said-word-missing = « { $name } » n’existe pas.
said-hangs-on-itself = Il dépend de lui-même.
said-language-needed = Il faut un code de langue comme en ou de.
said-key-facet = La clé d’une facette a des minuscules, chiffres et tirets, commence par une lettre et a 30 caractères au plus.
said-key-taken = Ce mot veut dire autre chose dans les adresses. Choisissez une autre clé.
said-key-term = Une clé a des lettres a-z, chiffres, points, tirets et soulignés, commence par une lettre ou un chiffre et a 60 caractères au plus.

# Moderation
said-text-changed = L’auteur a envoyé un autre texte pendant votre lecture, ou quelqu’un a déjà décidé. Regardez-le encore.
said-not-appealable = Seul un refus ou un masquage peut être contesté.
said-appealed = Cette décision a déjà été contestée.
said-appeal-decided = Cette contestation est déjà tranchée.
said-thread-full = Il y a déjà 100 messages ici ; l’équipe décide maintenant.
said-report-decided = Ce signalement est déjà tranché.
said-reports-most = Ce hub prend { $most } signalements par jour d’un réseau. Réessayez demain.
said-claimed = { $name } s’en occupe. Reprenez-le s’il le faut.
said-reason-publisher = Il faut une raison ; l’auteur la lit.
said-unseen-known = tout le contenu du paquet ne peut pas être affiché ; confirmez que vous le savez
said-days = Un nombre entier de 1 à 365.
said-why-in-a-line = Dites en une ligne pourquoi ; tout le monde le lit.
said-site-elsewhere = Un site se suspend ou se contacte sur sa propre page. Classez ensuite ceci.
said-report-email = Ce n’est pas une adresse de courriel. Laissez vide si vous ne voulez pas de réponse.
said-say-something = Écrivez quelque chose ici ; une personne le lit.
said-lines-most = 200 au plus.
said-line-text = Chaque ligne a besoin d’un texte dans une langue au moins.

# Accounts
said-passkeys-most = Un compte a { $most } clés d’accès au plus. Retirez-en d’abord une.
said-passkey-taken = Cette clé d’accès est déjà à quelqu’un.
said-passkey-answer = La réponse de l’appareil ne convient pas. Réessayez.
said-code-wrong = Ce n’est pas le code que l’application affiche maintenant. Vérifiez l’horloge de l’appareil.
said-codes-not-needed = Ce compte n’est pas soumis aux codes ; il n’a pas besoin de codes de secours.
said-account-exists = Il y a déjà un compte pour { $email }.
said-email-wrong = « { $email } » n’est pas une adresse de courriel.
said-email-same = Le compte a déjà cette adresse.
said-passkey-name = Il faut un nom, comme celui de l’appareil.
said-passkeys-where = Les clés d’accès demandent un hub avec un nom (pas une adresse en chiffres), joint par https.
said-type-email = Tapez l’adresse du compte : { $email }
said-domains-only = Ce hub n’accepte que les adresses de ces domaines : { $domains }
said-last-owner = C’est le dernier propriétaire du hub. Nommez-en d’abord un autre.
said-password-length = Il doit avoir de { $least } à { $most } caractères ; il en a { $length }.
said-account-suspended = Ce compte est suspendu. Demandez à l’équipe du hub.
said-accounts-by-staff = Sur ce hub, c’est l’équipe qui crée les comptes.
said-accounts-staff-only = Seuls les propriétaires et administrateurs gèrent les comptes.
said-accounts-owners-only = Seuls les propriétaires en nomment d’autres et gèrent leurs comptes.
said-number-up-to = Un nombre entier de 1 à { $most }, ou rien.
said-invitation-used = Un autre site vient d’utiliser cette invitation.

# Messages
said-message = Écrivez ici votre message.
said-message-long = Un message a { $most } caractères au plus ; celui-ci en a { $found }.
said-who = Dites qui vous êtes.
said-who-long = Un nom a { $most } caractères au plus.
said-answer-to = Ce n’est pas une adresse de courriel. La réponse y est envoyée.
said-what-it-is = Choisissez ce qu’est votre message.
said-conversation-closed = Cette conversation est close. Rouvrez-la d’abord.

# Registration
said-secret-blocked = Le secret du nouveau site a été bloqué depuis l’envoi de ce lien. Il doit s’inscrire encore, avec un autre secret.
said-site-moved = Le site a une autre adresse depuis l’envoi de ce lien ; il n’y a rien à remplacer. Le nouveau site peut simplement s’inscrire encore.
said-nobody-waits = plus personne n’attend cet enregistrement
said-site-suspended-first = le site est suspendu ; levez d’abord la suspension
said-contact-no-address = le contact de ce site n’a pas d’adresse électronique
said-registered-now = Ce site vient d’être inscrit. Réessayez.
said-request-waits = Une demande pour cette adresse, avec un autre secret, attend l’équipe du hub. Si elle est de vous, demandez de la refuser, puis inscrivez-vous encore.
said-looking-busy = Ce hub regarde trop de sites en ce moment. Réessayez dans une minute.
said-site-suspended = Ce site est suspendu sur ce hub. Demandez à l’équipe.
said-site-not-active = Ce site n’est pas actif sur ce hub.
said-site-back = Votre site a appelé ce hub : il est déjà inscrit.

# Staff and sites
said-no-code = Aucun code n’a encore été donné à ce site.
said-no-lock = Ceci ne peut être verrouillé : le site ne le dit pas.
said-no-secret = Le hub n’a pas de secret du site { $site } à bloquer.
said-no-split = Le site { $site } n’est pas inscrit ; il n’y a rien à séparer.
said-calling-busy = Beaucoup de sites sont appelés en ce moment. Réessayez.
said-type-name = Tapez le nom du site comme il est écrit ci-dessus.
said-no-token = Le site { $site } n’est pas inscrit ; il n’a pas de jeton.
said-reason-contact = Il faut une raison ; le contact du site la lit.
said-site-is-registered = Le site { $site } est déjà inscrit. Supprimez-le pour y mettre fin.
said-site-waits = Le site { $site } attend d’être accepté. Acceptez-le ou refusez-le d’abord.
said-address-taken = Un autre site est inscrit à cette adresse.
said-site-left = Le site { $site } a quitté ce hub. Il ne peut se réinscrire que depuis son Moodle.
said-site-prioritised = Le site { $site } est prioritaire, et ces sites sont de confiance. Retirez-lui d’abord la priorité.
said-name-needed = Il faut un nom.
said-email-looks = Ce n’est pas une adresse de courriel ; elle devrait ressembler à ana@school.example.
said-language-looks = Il faut un code de langue, comme en ou pt_br.
said-country-looks = Il faut deux lettres, comme FR, ou rien.
said-limit-looks = Un nombre entier, « unlimited », ou rien pour la valeur du hub.
said-address-needed = Il faut une adresse, comme https://moodle.example.org.
said-address-looks = Ce n’est pas une adresse web ; elle devrait ressembler à https://moodle.example.org.
said-address-scheme = Seules les adresses http:// et https:// conviennent.
said-address-password = Une adresse avec nom d’utilisateur ou mot de passe ne convient pas.
said-address-long = Une adresse a { $most } caractères au plus.

# Staff and courses
said-text-meanwhile = Un autre texte attend entre-temps. Décidez de celui-là.
said-mails-sent = Des courriels envoyés ne se reprennent pas.
said-batch-at-work = C’est encore en cours. Attendez la fin.
said-batch-old = Cela a commencé il y a plus de 24 heures. Modifiez les cours eux-mêmes.
said-batch-gone = Il n’est plus là.
said-batch-changed = Il a changé depuis et a été laissé tel quel.
said-batch-no-course = Ce cours n’existe pas.
said-batch-so-already = Rien à faire : c’est déjà ainsi.
said-reason-publishers = Il faut une raison ; les auteurs la lisent.
said-tag-needed = Il faut un mot-clé.
said-mail-subject = Un courriel a besoin d’un objet.
said-mail-text = Un courriel a besoin d’un texte.
said-none-selected = Aucun cours n’est sélectionné.
said-no-publisher-email = L’auteur n’a pas donné d’adresse de courriel.
said-selection-changed = Les cours ne sont plus ceux qui étaient montrés. Regardez encore la sélection.
said-pictures-changed = Les images ont changé entre-temps. Regardez-les encore.
said-pictures-most = Un cours a { $most } images au plus.
said-picture-bytes = Une image a { $most } octets au plus.
said-picture-size = L’image a { $size } octets ; { $most } au plus sont pris.
said-picture-none = Ce n’est pas une image. PNG, JPEG, GIF et WebP sont pris.
said-picture-sides = L’image fait { $width } × { $height } pixels ; { $most } par côté et 40 millions en tout au plus.
said-picture-damaged = L’image est abîmée : { $detail }
said-course-name = Un cours a besoin d’un nom.
said-title-needed = Il faut un titre.
said-title-long = { $most } caractères au plus ; il y en a { $found }.
said-no-package = Aucun paquet n’est encore arrivé ; il n’y a rien à accepter. Le cours sera listé à l’arrivée du fichier.
said-package-refused = Son paquet n’a pas été pris ({ $codes }). Demandez à l’auteur un nouvel envoi.
said-package-held = Son paquet est retenu ({ $codes }). Regardez-le et acceptez-le malgré cela, ou demandez un nouvel envoi.
said-package-not-kept = Son paquet était retenu et le fichier n’est plus gardé. Demandez un nouvel envoi.
said-is-listed = Il est déjà listé. Masquez-le ou supprimez-le plutôt.
said-is-withdrawn = L’auteur l’a retiré. Il revient quand il le publie à nouveau.
said-is-removed = Il a été supprimé.
said-not-hidden = Il n’est pas masqué, mais : { $state }.
said-not-waiting = Il n’attend pas de décision, mais : { $state }.
said-not-removed = Il n’a pas été supprimé, mais : { $state }.
said-is-purged = Il a été supprimé il y a trop longtemps ; textes et fichier ont disparu.
said-act-needed = Choisissez quoi faire.
said-deciders-only = Seul qui décide des cours peut le faire.
said-decision-needed = Aucune décision n’a été choisie.
said-form-again = Envoyez encore le formulaire de votre site.

# Pages and mails
said-page-changed = Quelqu’un d’autre a écrit cette page entre-temps. Rechargez-la et remettez vos changements.
said-page-long = Une langue a { $most } octets au plus.
said-mail-state = Le courriel { $id } ne peut plus être modifié : { $state }.
said-mail-no-server = Il n’y a pas de serveur de courriel. Donnez-le dans les réglages ; d’ici là les courriels attendent.
said-needs-code = Ce compte se connecte aussi avec un code de son application, que cette page ne demande pas.

# Calls to other addresses
said-call-scheme = Seules les adresses http et https sont appelées.
said-call-password = Les adresses avec nom d’utilisateur ou mot de passe ne sont pas appelées.
said-call-no-host = L’adresse ne nomme aucune machine.
said-call-port = Le port { $port } n’est pas appelé ; sont permis { $allowed }.
said-call-private = La machine mène à { $network }, que ce hub n’appelle pas. Son exploitant peut permettre un réseau avec allow_private.
said-call-name = Le nom { $host } est introuvable.
said-call-connect = Pas de connexion : { $detail }
said-call-tls = Pas de connexion sûre : { $why }
said-call-time = Pas de réponse complète en { $seconds } secondes.
said-call-redirects = Plus de { $most } redirections.
said-call-long = La réponse dépasse { $most } octets.
said-call-broken = La réponse était abîmée : { $detail }
said-certificate-expired = Le certificat a expiré.
said-certificate-name = Le certificat est pour un autre nom.
said-certificate-authority = Le certificat est auto-signé, d’une autorité inconnue, ou envoyé sans son intermédiaire.
said-call-status = Elle répond par l’état { $status }.
said-account-last-way = C’est le dernier accès à votre compte. Choisissez d’abord un mot de passe ou ajoutez une autre clé d’accès.

# Sign-in providers
said-provider-most = un hub a { $most } fournisseurs de connexion au plus
said-provider-last-owner = plus aucun propriétaire ne pourrait se connecter : donnez d’abord à l’un d’eux un mot de passe ou une clé d’accès
said-provider-label = dites comment on l’appelle, par exemple « Compte de l’école »
said-provider-there = ce hub a déjà ce fournisseur
said-provider-issuer = ce n’est pas une adresse https
said-provider-client = sans lui, le fournisseur ne peut pas être actif
said-provider-domains = écrivez des domaines comme school.example, séparés par des virgules
