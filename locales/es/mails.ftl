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

mail-scanner_down =
    Hay paquetes en espera porque el antivirus no responde:

    { $reason }

    Seguirán solos en cuanto responda. Hasta entonces esto permanece en la lista:
    { $link }
    .subject = { $hub }: el antivirus no responde

mail-package_listed =
    «{ $title }» de { $site } es público porque el sitio es de confianza, aunque se encontró algo en su paquete:

    { $findings }

    Por favor, revíselo:
    { $link }
    .subject = { $hub }: revise «{ $title }»

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

    Cómo le va, y para retirarlo:
    { $own }
    .subject = { $hub }: «{ $title }» está publicado

mail-course_refused =
    El equipo de { $hub } no aceptó «{ $title }». El motivo:

    { $reason }

    Si cree que es un error, abra este enlace y diga por qué. Es solo suyo, no lo comparta:
    { $link }

    Cómo le va, y para retirarlo:
    { $own }
    .subject = { $hub }: «{ $title }» no fue aceptado

mail-course_hidden =
    El equipo de { $hub } ocultó «{ $title }». El motivo:

    { $reason }

    Si cree que es un error, abra este enlace y diga por qué. Es solo suyo, no lo comparta:
    { $link }

    Cómo le va, y para retirarlo:
    { $own }
    .subject = { $hub }: «{ $title }» fue ocultado

mail-course_unhidden =
    Su curso «{ $title }» se muestra de nuevo en { $hub }.

    { $link }

    Cómo le va, y para retirarlo:
    { $own }
    .subject = { $hub }: «{ $title }» se muestra de nuevo

mail-course_deleted =
    El equipo de { $hub } eliminó «{ $title }».

    { $reason }
    .subject = { $hub }: «{ $title }» fue eliminado

mail-course_changes_asked =
    El equipo de { $hub } le pide que cambie «{ $title }» y lo publique de nuevo:

    { $reason }

    { $link }

    Cómo le va, y para retirarlo:
    { $own }
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

mail-change_refused =
    El equipo de { $hub } no aceptó su cambio de «{ $title }». El curso conserva su texto. El motivo:

    { $reason }

    Si cree que es un error, abra este enlace y diga por qué. Es solo suyo, no lo comparta:
    { $link }

    Cómo le va, y para retirarlo:
    { $own }
    .subject = { $hub }: no se aceptó su cambio de «{ $title }»

mail-appeal_upheld =
    El equipo de { $hub } volvió a mirar «{ $title }». La decisión se mantiene:

    { $text }

    { $link }
    .subject = { $hub }: la decisión sobre «{ $title }» se mantiene

mail-appeal_reversed =
    El equipo de { $hub } volvió a mirar «{ $title }». Usted tenía razón y la decisión fue retirada:

    { $text }

    { $link }
    .subject = { $hub }: se retiró la decisión sobre «{ $title }»

mail-report_received =
    Gracias por su denuncia sobre { $what }. Una persona la mirará y le diremos el resultado. Esto es lo que escribió:

    { $text }
    .subject = { $hub }: su denuncia ha llegado

mail-limit_reached =
    { $site } puede publicar { $limit } cursos en { $hub } en 24 horas y ya lo ha hecho. Lo que envíe ahora no se acepta; inténtelo mañana.
    .subject = { $hub }: { $site } ha llegado a su límite

mail-site_trusted =
    { $hub } confía ahora en su sitio { $site }: lo que publique aparece de inmediato.
    .subject = { $hub }: { $site } es de confianza

mail-site_unreachable =
    { $hub } ({ $hub_address }) no sabe nada de su sitio «{ $site }» desde el { $since }, y su dirección { $address } no responde:

    { $reason }

    Nada ha cambiado: sus cursos siguen donde están. Si el sitio se ha mudado, envíe de nuevo su registro desde la nueva dirección; si está cerrado, dígaselo al equipo del hub.
    .subject = { $hub }: no se puede llegar a su sitio «{ $site }»

mail-site_silent =
    { $hub } ({ $hub_address }) no sabe nada de su sitio «{ $site }» desde el { $since }, aunque su dirección { $address } responde. Moodle envía su registro de nuevo cada semana con una tarea programada: seguramente cron no se ejecuta o la tarea está desactivada.

    Nada ha cambiado: sus cursos siguen donde están. Para enviarlo a mano, abra la página de registro de su Moodle y actualícelo.
    .subject = { $hub }: no hay noticias de su sitio «{ $site }»

mail-package_refused =
    La copia de seguridad que envió a { $hub } para el curso «{ $title }» no se pudo aceptar:

    { $findings }

    Haga una nueva copia de seguridad y comparta el curso otra vez desde su Moodle.
    .subject = { $hub }: la copia de seguridad de «{ $title }» no se pudo aceptar

mail-package_held =
    La copia de seguridad que envió a { $hub } para el curso «{ $title }» espera a que alguien la haya mirado:

    { $findings }

    No tiene que hacer nada; también puede hacer una nueva copia de seguridad y compartir el curso otra vez desde su Moodle.
    .subject = { $hub }: se está mirando la copia de seguridad de «{ $title }»

mail-link_dead =
    { $hub } muestra su curso «{ $title }», pero no se pudo llegar a su página en dos días ({ $reason }):
    { $address }

    Si el curso se ha mudado, publíquelo de nuevo desde su Moodle: conserva su lugar. Si ya no existe, retírelo allí. Hasta entonces se lleva a la gente a una página que no está.
    .subject = { $hub }: el enlace a «{ $title }» no lleva a ninguna parte

mail-account_email_change =
    Alguien quiere usar esta dirección para una cuenta en { $hub }. Si fue usted, abra este enlace; si no, no haga nada.

    { $link }
    .subject = { $hub }: confirme su dirección de correo

mail-account_reset =
    Alguien pidió una contraseña nueva para su cuenta en { $hub }. Si fue usted, abra este enlace; si no, no haga nada.

    { $link }
    .subject = { $hub }: elija una contraseña nueva

mail-account_email_changed =
    Su cuenta en { $hub } tiene ahora otra dirección de correo. Si no fue usted, avise enseguida al personal de { $hub }.
    .subject = { $hub }: su dirección de correo ha cambiado

mail-account_invitation =
    Le invitan a { $hub }. Abra este enlace en el plazo de una semana para elegir un nombre y una contraseña:

    { $link }
    .subject = { $hub }: le invitan

mail-account_sign_up =
    Alguien ha pedido una cuenta en { $hub } con esta dirección. Si fue usted, abra este enlace para elegir una contraseña; si no, no haga nada.

    { $link }
    .subject = { $hub }: termine de crear su cuenta

mail-account_exists =
    Alguien ha dado esta dirección para una cuenta en { $hub }, pero ya tiene una. Si fue usted y olvidó su contraseña, elija otra aquí; si no, no haga nada.

    { $link }
    .subject = { $hub }: ya tiene una cuenta

mail-digest =
    Lo que ha pasado en { $hub } desde el último correo de este tipo:
    .subject = { $hub }: lo que ha pasado ({ $count })

mail-site_new =
    Un sitio se ha registrado en { $hub }.

    Nombre: { $site }
    Dirección: { $address }
    Contacto: { $contact }
    Idioma: { $language }
    Moodle: { $moodle }

    Aún no es de confianza: lo que publique espera su decisión.

    { $link }
    .subject = { $hub }: sitio nuevo «{ $site }»

mail-site_changed =
    El sitio «{ $site }» dice tener otro nombre u otra dirección.

    Antes: { $site }, { $address }
    Ahora: { $new_site }, { $new_address }

    { $link }
    .subject = { $hub }: el sitio «{ $site }» tiene otro nombre u otra dirección

mail-site_registered =
    Su sitio { $address } está registrado en { $hub } ({ $hub_address }).

    Si su Moodle no lo dice, el camino de vuelta estaba bloqueado. Esta página muestra cómo está todo y permite reintentar:
    { $link }
    .subject = { $hub }: su sitio «{ $site }» está registrado

mail-replacement_link =
    Alguien registra { $address } otra vez en { $hub }, con otro secreto. Ocurre cuando un Moodle se instala de nuevo. Si fue usted, abra este enlace, compare ambos y confirme; vale una vez y durante 7 días:
    { $link }

    Si no fue usted, no haga nada: su registro sigue como está.
    .subject = { $hub }: ¿se está registrando de nuevo su sitio «{ $site }»?

mail-site_moved =
    Su sitio { $address } está ahora registrado en { $hub } en { $new_address }. Si no fue usted, otra persona conoce su secreto: escriba al equipo del hub.
    .subject = { $hub }: su sitio «{ $site }» se ha mudado

mail-site_newcomer =
    Alguien registra { $address }, la dirección de «{ $site }», con otro secreto. Se llama «{ $new_site }», contacto { $contact }. El contacto del sitio recibió un enlace para confirmarlo. Aquí puede comparar ambos y decidir:
    { $link }
    .subject = { $hub }: otra persona en la dirección de «{ $site }»

mail-site_replaced =
    El registro de { $address } en { $hub }, con sus cursos, pasó a otro Moodle en la misma dirección: «{ $new_site }». Así lo decidió el equipo del hub. Si no es correcto, escriba al equipo del hub.
    .subject = { $hub }: otro Moodle tiene el registro de «{ $site }»

mail-site_deleted =
    El equipo de { $hub } ({ $hub_address }) retiró su sitio { $address }. Su Moodle aún cree estar registrado; este enlace lo arregla (inicie antes sesión como administrador):
    { $link }

    Después puede registrarse de nuevo.
    .subject = { $hub }: su sitio «{ $site }» fue retirado

mail-site_refused =
    El equipo de { $hub } ({ $hub_address }) no aceptó su sitio { $address }. El motivo:

    { $reason }

    Su Moodle conserva un registro abierto; este enlace lo arregla (inicie antes sesión como administrador):
    { $link }
    .subject = { $hub }: su sitio «{ $site }» no fue aceptado

mail-site_split =
    Dos instalaciones usaron el registro de { $address } en { $hub }:

    { $text }

    Una es copia de la base de datos de la otra. Ambas se dieron de baja. En cada una que deba seguir, anule el registro en el hub (forzándolo si lo pide):
    { $link }
    y regístrela de nuevo. Los cursos y sus números se quedan con el sitio en { $address }.
    .subject = { $hub }: dos copias de «{ $site }» usaron un registro

mail-site_token_ended =
    El equipo de { $hub } ha terminado el token que usa su sitio { $address }, para que nadie más lo use. Sus cursos y sus números se conservan. Para seguir, haga que su Moodle olvide este hub:
    { $link }
    y regístrelo de nuevo en { $hub_address }.
    .subject = { $hub }: su sitio «{ $site }» debe registrarse de nuevo

mail-site_came_back =
    El sitio «{ $site }» ({ $address }) dejó { $hub } y se ha registrado de nuevo.

    { $kept ->
        [yes] Se fue mientras dos copias usaban su registro, así que recupera sus cursos enseguida.
       *[no] Tiene otro secreto que antes. Sus cursos anteriores siguen públicos, pero no puede cambiarlos hasta que el equipo confirme que es el mismo sitio.
    }
    .subject = { $hub }: el sitio «{ $site }» se ha registrado de nuevo

mail-site_accepted =
    El equipo de { $hub } aceptó su sitio { $address }.

    Inicie sesión allí como administrador, abra después esta página en el mismo navegador y termine el registro:
    { $link }
    .subject = { $hub }: su sitio «{ $site }» fue aceptado

mail-site_accepted_again =
    El equipo de { $hub } aceptó su sitio { $address }.

    Regístrelo una vez más desde su Moodle, en { $hub_address }; con eso queda hecho.
    .subject = { $hub }: su sitio «{ $site }» fue aceptado
mail-message_new =
    { $name } le escribe por { $hub } sobre «{ $about }»:

    { $text }

    Tipo: { $category ->
        [improvement] mejora
        [issue] problema
        [appreciation] agradecimiento
       *[other] pregunta
    }

    Lea y responda aquí. El enlace es solo suyo; su dirección de correo no se muestra:

    { $link }
    .subject = { $hub }: un mensaje sobre «{ $about }»

mail-message_answered =
    Hay una respuesta en su conversación sobre «{ $about }»:

    { $text }

    Lea y responda aquí. El enlace es solo suyo; su dirección de correo no se muestra:

    { $link }
    .subject = { $hub }: una respuesta sobre «{ $about }»

mail-message_copy =
    Usted escribió sobre «{ $about }»:

    { $text }

    Aquí verá las respuestas:

    { $link }
    .subject = { $hub }: su mensaje sobre «{ $about }»

reason-reported = Varios visitantes avisaron de este curso. No se ve hasta que lo haya mirado una persona.
