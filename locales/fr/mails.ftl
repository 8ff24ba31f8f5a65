# The texts of mails to people; the subject is an attribute. Paragraphs are parted by an empty line.

mail-footer = Vous pouvez choisir les courriels que vous recevez, ou aucun :

mail-course_waits =
    « { $title } » de { $site } attend une décision.

    { $link }
    .subject = { $hub }: un cours attend : « { $title } »

mail-change_waits =
    { $site } a modifié « { $title } ». La modification attend une décision ; d’ici là, l’ancien texte reste affiché.

    { $link }
    .subject = { $hub }: une modification attend : « { $title } »

mail-scanner_down =
    Des archives attendent, car l’antivirus ne répond pas :

    { $reason }

    Elles seront reprises d’elles-mêmes dès qu’il répondra. D’ici là, cela reste dans la liste :
    { $link }
    .subject = { $hub } : l’antivirus ne répond pas

mail-package_listed =
    « { $title } » de { $site } est public, car le site est de confiance, bien que quelque chose ait été trouvé dans son archive :

    { $findings }

    Merci de l’examiner :
    { $link }
    .subject = { $hub } : merci d’examiner « { $title } »

mail-report_new =
    Quelqu’un a signalé { $what }. La raison :

    { $reason }

    { $link }
    .subject = { $hub }: signalement : { $what }

mail-appeal_new =
    La personne qui a publié « { $title } » demande une nouvelle décision :

    { $text }

    { $link }
    .subject = { $hub }: un recours au sujet de « { $title } »

mail-course_accepted =
    Votre cours « { $title } » a été accepté et figure sur { $hub }.

    { $link }

    Comment il va, et pour le retirer :
    { $own }
    .subject = { $hub }: « { $title } » est publié

mail-course_refused =
    L’équipe de { $hub } n’a pas accepté « { $title } ». La raison :

    { $reason }

    Si vous pensez que c’est une erreur, ouvrez ce lien et dites pourquoi. Il n’est qu’à vous, ne le transmettez pas :
    { $link }

    Comment il va, et pour le retirer :
    { $own }
    .subject = { $hub }: « { $title } » n’a pas été accepté

mail-course_hidden =
    L’équipe de { $hub } a masqué « { $title } ». La raison :

    { $reason }

    Si vous pensez que c’est une erreur, ouvrez ce lien et dites pourquoi. Il n’est qu’à vous, ne le transmettez pas :
    { $link }

    Comment il va, et pour le retirer :
    { $own }
    .subject = { $hub }: « { $title } » a été masqué

mail-course_unhidden =
    Votre cours « { $title } » est de nouveau affiché sur { $hub }.

    { $link }

    Comment il va, et pour le retirer :
    { $own }
    .subject = { $hub }: « { $title } » est de nouveau affiché

mail-course_deleted =
    L’équipe de { $hub } a supprimé « { $title } ».

    { $reason }
    .subject = { $hub }: « { $title } » a été supprimé

mail-course_changes_asked =
    L’équipe de { $hub } vous demande de modifier « { $title } » et de le publier à nouveau :

    { $reason }

    { $link }

    Comment il va, et pour le retirer :
    { $own }
    .subject = { $hub }: merci de modifier « { $title } »

mail-appeal_answered =
    L’équipe de { $hub } a répondu à votre recours au sujet de « { $title } » :

    { $text }

    { $link }
    .subject = { $hub }: une réponse au sujet de « { $title } »

mail-report_answered =
    Vous avez signalé { $what }. Le résultat :

    { $text }
    .subject = { $hub }: votre signalement : { $what }

mail-change_refused =
    L’équipe de { $hub } n’a pas accepté votre modification de « { $title } ». Le cours garde son texte. La raison :

    { $reason }

    Si vous pensez que c’est une erreur, ouvrez ce lien et dites pourquoi. Il n’est qu’à vous, ne le transmettez pas :
    { $link }

    Comment il va, et pour le retirer :
    { $own }
    .subject = { $hub }: votre modification de « { $title } » n’a pas été acceptée

mail-appeal_upheld =
    L’équipe de { $hub } a regardé « { $title } » à nouveau. La décision est maintenue :

    { $text }

    { $link }
    .subject = { $hub }: la décision sur « { $title } » est maintenue

mail-appeal_reversed =
    L’équipe de { $hub } a regardé « { $title } » à nouveau. Vous aviez raison, la décision est retirée :

    { $text }

    { $link }
    .subject = { $hub }: la décision sur « { $title } » est retirée

mail-report_received =
    Merci pour votre signalement au sujet de { $what }. Une personne le lira et vous connaîtrez le résultat. Voici ce que vous avez écrit :

    { $text }
    .subject = { $hub }: votre signalement est arrivé

mail-limit_reached =
    { $site } peut publier { $limit } cours sur { $hub } en 24 heures et l’a fait. Ce qui est envoyé maintenant n’est pas pris ; réessayez demain.
    .subject = { $hub }: { $site } a atteint sa limite

mail-site_trusted =
    { $hub } fait désormais confiance à votre site { $site } : ce qu’il publie paraît aussitôt.
    .subject = { $hub }: { $site } est de confiance

mail-site_unreachable =
    { $hub } ({ $hub_address }) n’a plus de nouvelles de votre site « { $site } » depuis le { $since }, et son adresse { $address } ne répond pas :

    { $reason }

    Rien n’a changé : vos cours restent où ils sont. Si le site a déménagé, renvoyez son inscription depuis sa nouvelle adresse ; s’il est fermé, dites-le à l’équipe du hub.
    .subject = { $hub } : votre site « { $site } » est injoignable

mail-site_silent =
    { $hub } ({ $hub_address }) n’a plus de nouvelles de votre site « { $site } » depuis le { $since }, bien que son adresse { $address } réponde. Moodle renvoie son inscription chaque semaine par une tâche programmée : cron ne s’exécute probablement pas, ou la tâche est désactivée.

    Rien n’a changé : vos cours restent où ils sont. Pour l’envoyer à la main, ouvrez la page d’inscription de votre Moodle et mettez-la à jour.
    .subject = { $hub } : aucune nouvelle de votre site « { $site } »

mail-package_refused =
    La sauvegarde que vous avez envoyée à { $hub } pour le cours « { $title } » n’a pas pu être acceptée :

    { $findings }

    Faites une nouvelle sauvegarde et partagez de nouveau le cours depuis votre Moodle.
    .subject = { $hub } : la sauvegarde de « { $title } » n’a pas pu être acceptée

mail-package_held =
    La sauvegarde que vous avez envoyée à { $hub } pour le cours « { $title } » attend que quelqu’un l’ait regardée :

    { $findings }

    Vous n’avez rien à faire ; vous pouvez aussi faire une nouvelle sauvegarde et partager de nouveau le cours depuis votre Moodle.
    .subject = { $hub } : la sauvegarde de « { $title } » est à l’examen

mail-link_dead =
    { $hub } présente votre cours « { $title } », mais sa page n’a pas pu être atteinte deux jours de suite ({ $reason }) :
    { $address }

    Si le cours a déménagé, publiez-le de nouveau depuis votre Moodle : il garde sa place. S’il est terminé, retirez-le là-bas. D’ici là, on mène les gens à une page qui n’existe pas.
    .subject = { $hub } : le lien vers « { $title } » ne mène nulle part

mail-account_email_change =
    Quelqu’un souhaite utiliser cette adresse pour un compte sur { $hub }. Si c’est vous, ouvrez ce lien ; sinon, ne faites rien.

    { $link }
    .subject = { $hub }: confirmez votre adresse

mail-account_reset =
    Quelqu’un a demandé un nouveau mot de passe pour votre compte sur { $hub }. Si c’est vous, ouvrez ce lien ; sinon, ne faites rien.

    { $link }
    .subject = { $hub }: choisissez un nouveau mot de passe

mail-account_email_changed =
    Votre compte sur { $hub } a maintenant une autre adresse. Si ce n’était pas vous, prévenez aussitôt l’équipe de { $hub }.
    .subject = { $hub } : votre adresse a été changée

mail-account_invitation =
    Vous êtes invité sur { $hub }. Ouvrez ce lien dans la semaine pour choisir un nom et un mot de passe :

    { $link }
    .subject = { $hub } : vous êtes invité

mail-account_sign_up =
    Quelqu’un a demandé un compte sur { $hub } avec cette adresse. Si c’était vous, ouvrez ce lien pour choisir un mot de passe ; sinon, ne faites rien.

    { $link }
    .subject = { $hub } : terminez la création de votre compte

mail-account_exists =
    Quelqu’un a donné cette adresse pour un compte sur { $hub }, mais elle en a déjà un. Si c’était vous et que vous avez oublié le mot de passe, choisissez-en un autre ici ; sinon, ne faites rien.

    { $link }
    .subject = { $hub } : vous avez déjà un compte

mail-digest =
    Ce qui s’est passé sur { $hub } depuis le dernier courriel de ce genre :
    .subject = { $hub }: ce qui s’est passé ({ $count })

mail-site_new =
    Un site s’est enregistré auprès de { $hub }.

    Nom : { $site }
    Adresse : { $address }
    Contact : { $contact }
    Langue : { $language }
    Moodle : { $moodle }

    Il n’a pas encore votre confiance : ce qu’il publie attend votre décision.

    { $link }
    .subject = { $hub } : nouveau site « { $site } »

mail-site_changed =
    Le site « { $site } » indique un autre nom ou une autre adresse.

    Avant : { $site }, { $address }
    Maintenant : { $new_site }, { $new_address }

    { $link }
    .subject = { $hub } : le site « { $site } » a un autre nom ou une autre adresse

mail-site_registered =
    Votre site { $address } est enregistré auprès de { $hub } ({ $hub_address }).

    Si votre Moodle ne le dit pas, le chemin du retour était bloqué. Cette page montre où en sont les choses et permet de réessayer :
    { $link }
    .subject = { $hub } : votre site « { $site } » est enregistré

mail-replacement_link =
    Quelqu’un enregistre { $address } une nouvelle fois auprès de { $hub }, avec un autre secret. Cela arrive quand un Moodle a été réinstallé. Si c’était vous, ouvrez ce lien, comparez les deux et confirmez ; il sert une fois et pendant 7 jours :
    { $link }

    Si ce n’était pas vous, ne faites rien : votre enregistrement reste tel quel.
    .subject = { $hub } : votre site « { $site } » est-il enregistré de nouveau ?

mail-site_moved =
    Votre site { $address } est maintenant enregistré auprès de { $hub } à l’adresse { $new_address }. Si ce n’était pas vous, quelqu’un d’autre connaît son secret : écrivez à l’équipe du hub.
    .subject = { $hub } : votre site « { $site } » a déménagé

mail-site_newcomer =
    Quelqu’un enregistre { $address }, l’adresse de « { $site } », avec un autre secret. Son nom est « { $new_site } », son contact { $contact }. Le contact du site a reçu un lien pour confirmer. Vous pouvez comparer les deux et décider ici :
    { $link }
    .subject = { $hub } : quelqu’un d’autre à l’adresse de « { $site } »

mail-site_replaced =
    L’enregistrement de { $address } auprès de { $hub }, avec ses cours, est passé à un autre Moodle à la même adresse : « { $new_site } ». L’équipe du hub en a décidé ainsi. Si c’est une erreur, écrivez à l’équipe du hub.
    .subject = { $hub } : un autre Moodle a l’enregistrement de « { $site } »

mail-site_deleted =
    L’équipe de { $hub } ({ $hub_address }) a retiré votre site { $address }. Votre Moodle se croit encore enregistré ; ce lien y remédie (connectez-vous d’abord comme administrateur) :
    { $link }

    Vous pourrez ensuite vous enregistrer de nouveau.
    .subject = { $hub } : votre site « { $site } » a été retiré

mail-site_refused =
    L’équipe de { $hub } ({ $hub_address }) n’a pas accepté votre site { $address }. La raison :

    { $reason }

    Votre Moodle garde un enregistrement ouvert ; ce lien y remédie (connectez-vous d’abord comme administrateur) :
    { $link }
    .subject = { $hub } : votre site « { $site } » n’a pas été accepté

mail-site_split =
    Deux installations ont utilisé l’enregistrement de { $address } auprès de { $hub } :

    { $text }

    L’une est une copie de la base de données de l’autre. Les deux ont été déconnectées. Dans chacune qui doit rester, désenregistrez-vous du hub (en forçant s’il le faut) :
    { $link }
    puis enregistrez-vous de nouveau. Les cours et leurs numéros restent au site { $address }.
    .subject = { $hub } : deux copies de « { $site } » utilisaient un enregistrement

mail-site_token_ended =
    L’équipe de { $hub } a mis fin au jeton de votre site { $address }, pour que personne d’autre ne s’en serve. Vos cours et leurs numéros restent. Pour continuer, faites oublier ce hub à votre Moodle :
    { $link }
    puis enregistrez-le de nouveau à l’adresse { $hub_address }.
    .subject = { $hub } : votre site « { $site } » doit s’enregistrer de nouveau

mail-site_came_back =
    Le site « { $site } » ({ $address }) avait quitté { $hub } et s’est enregistré de nouveau.

    { $kept ->
        [yes] Il est parti pendant que deux copies utilisaient son enregistrement ; il retrouve donc ses cours aussitôt.
       *[no] Il a un autre secret qu’avant. Ses anciens cours restent publics, mais il ne peut les changer tant que l’équipe n’a pas confirmé que c’est le même site.
    }
    .subject = { $hub } : le site « { $site } » s’est enregistré de nouveau

mail-site_accepted =
    L’équipe de { $hub } a accepté votre site { $address }.

    Connectez-vous-y comme administrateur, puis ouvrez cette page dans le même navigateur et terminez l’enregistrement :
    { $link }
    .subject = { $hub } : votre site « { $site } » a été accepté

mail-site_accepted_again =
    L’équipe de { $hub } a accepté votre site { $address }.

    Enregistrez-le encore une fois depuis votre Moodle, à l’adresse { $hub_address } ; c’est alors terminé.
    .subject = { $hub } : votre site « { $site } » a été accepté
mail-message_new =
    { $name } vous écrit par { $hub } au sujet de « { $about } » :

    { $text }

    Nature: { $category ->
        [improvement] amélioration
        [issue] problème
        [appreciation] remerciement
       *[other] question
    }

    Lisez et répondez ici. Le lien est à vous seul ; votre adresse n’est pas montrée :

    { $link }
    .subject = { $hub } : un message au sujet de « { $about } »

mail-message_answered =
    Il y a une réponse dans votre conversation au sujet de « { $about } » :

    { $text }

    Lisez et répondez ici. Le lien est à vous seul ; votre adresse n’est pas montrée :

    { $link }
    .subject = { $hub } : une réponse au sujet de « { $about } »

mail-message_copy =
    Vous avez écrit au sujet de « { $about } » :

    { $text }

    Vous verrez ici les réponses :

    { $link }
    .subject = { $hub } : votre message au sujet de « { $about } »

reason-reported = Plusieurs visiteurs ont signalé ce cours. Il est caché jusqu’à ce qu’une personne l’ait regardé.
