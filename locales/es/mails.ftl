# The texts of mails to people; the subject is an attribute. Paragraphs are parted by an empty line.

mail-footer = Puede elegir qué correos recibe, o ninguno:

mail-course_waits =
    «{ $title }» de { $site } espera una decisión.

    { $link }
    .subject = { $hub }: un curso espera: «{ $title }»

mail-change_waits =
    { $site } cambió «{ $title }». El cambio espera una decisión; hasta entonces se muestra el texto anterior.

    { $link }
    .subject = { $hub }: un cambio espera: «{ $title }»

mail-report_new =
    Alguien denunció { $what }. El motivo:

    { $reason }

    { $link }
    .subject = { $hub }: alguien denunció { $what }

mail-appeal_new =
    Quien publicó «{ $title }» pide que se decida de nuevo:

    { $text }

    { $link }
    .subject = { $hub }: una reclamación sobre «{ $title }»

mail-course_accepted =
    Su curso «{ $title }» fue aceptado y aparece en { $hub }.

    { $link }
    .subject = { $hub }: «{ $title }» está publicado

mail-course_refused =
    El equipo de { $hub } no aceptó «{ $title }». El motivo:

    { $reason }
    .subject = { $hub }: «{ $title }» no fue aceptado

mail-course_hidden =
    El equipo de { $hub } ocultó «{ $title }». El motivo:

    { $reason }
    .subject = { $hub }: «{ $title }» fue ocultado

mail-course_unhidden =
    Su curso «{ $title }» se muestra de nuevo en { $hub }.

    { $link }
    .subject = { $hub }: «{ $title }» se muestra de nuevo

mail-course_deleted =
    El equipo de { $hub } eliminó «{ $title }».

    { $reason }
    .subject = { $hub }: «{ $title }» fue eliminado

mail-course_changes_asked =
    El equipo de { $hub } le pide que cambie «{ $title }» y lo publique de nuevo:

    { $reason }

    { $link }
    .subject = { $hub }: por favor, cambie «{ $title }»

mail-appeal_answered =
    El equipo de { $hub } respondió a su reclamación sobre «{ $title }»:

    { $text }

    { $link }
    .subject = { $hub }: una respuesta sobre «{ $title }»

mail-report_answered =
    Usted denunció { $what }. El resultado:

    { $text }
    .subject = { $hub }: su denuncia sobre { $what }

mail-limit_reached =
    { $site } puede publicar { $limit } cursos en { $hub } en 24 horas y ya lo ha hecho. Lo que envíe ahora no se acepta; inténtelo mañana.
    .subject = { $hub }: { $site } ha llegado a su límite

mail-site_trusted =
    { $hub } confía ahora en su sitio { $site }: lo que publique aparece de inmediato.
    .subject = { $hub }: { $site } es de confianza

mail-site_unreachable =
    { $hub } no puede llegar a su sitio { $site }:

    { $reason }
    .subject = { $hub }: no se puede llegar a { $site }

mail-account_email_change =
    Alguien quiere usar esta dirección para una cuenta en { $hub }. Si fue usted, abra este enlace; si no, no haga nada.

    { $link }
    .subject = { $hub }: confirme su dirección de correo

mail-account_reset =
    Alguien pidió una contraseña nueva para su cuenta en { $hub }. Si fue usted, abra este enlace; si no, no haga nada.

    { $link }
    .subject = { $hub }: elija una contraseña nueva

mail-digest =
    Lo que ha pasado en { $hub } desde el último correo de este tipo:
    .subject = { $hub }: lo que ha pasado ({ $count })
