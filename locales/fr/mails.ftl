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
    .subject = { $hub }: « { $title } » est publié

mail-course_refused =
    L’équipe de { $hub } n’a pas accepté « { $title } ». La raison :

    { $reason }
    .subject = { $hub }: « { $title } » n’a pas été accepté

mail-course_hidden =
    L’équipe de { $hub } a masqué « { $title } ». La raison :

    { $reason }
    .subject = { $hub }: « { $title } » a été masqué

mail-course_unhidden =
    Votre cours « { $title } » est de nouveau affiché sur { $hub }.

    { $link }
    .subject = { $hub }: « { $title } » est de nouveau affiché

mail-course_deleted =
    L’équipe de { $hub } a supprimé « { $title } ».

    { $reason }
    .subject = { $hub }: « { $title } » a été supprimé

mail-course_changes_asked =
    L’équipe de { $hub } vous demande de modifier « { $title } » et de le publier à nouveau :

    { $reason }

    { $link }
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

mail-limit_reached =
    { $site } peut publier { $limit } cours sur { $hub } en 24 heures et l’a fait. Ce qui est envoyé maintenant n’est pas pris ; réessayez demain.
    .subject = { $hub }: { $site } a atteint sa limite

mail-site_trusted =
    { $hub } fait désormais confiance à votre site { $site } : ce qu’il publie paraît aussitôt.
    .subject = { $hub }: { $site } est de confiance

mail-site_unreachable =
    { $hub } ne parvient pas à joindre votre site { $site } :

    { $reason }
    .subject = { $hub }: { $site } est injoignable

mail-account_email_change =
    Quelqu’un souhaite utiliser cette adresse pour un compte sur { $hub }. Si c’est vous, ouvrez ce lien ; sinon, ne faites rien.

    { $link }
    .subject = { $hub }: confirmez votre adresse

mail-account_reset =
    Quelqu’un a demandé un nouveau mot de passe pour votre compte sur { $hub }. Si c’est vous, ouvrez ce lien ; sinon, ne faites rien.

    { $link }
    .subject = { $hub }: choisissez un nouveau mot de passe

mail-digest =
    Ce qui s’est passé sur { $hub } depuis le dernier courriel de ce genre :
    .subject = { $hub }: ce qui s’est passé ({ $count })
