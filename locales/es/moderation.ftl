# What waits for staff, decisions, reports, appeals.

# What needs me
needs-title = Lo que me espera
needs-kinds = Tipos
needs-all = Todo
needs-none = Nada le espera
needs-none-help = Todo está decidido. Los cursos y las denuncias nuevos aparecen aquí.
needs-other = El otro curso
needs-ask = Preguntar a quien lo publicó
needs-ask-site = Preguntar al sitio
needs-ask-words = ¿Qué deben cambiar? Reciben un correo y esto descansa una semana.
needs-ask-do = Enviar la pregunta
needs-look-report = Ver la denuncia
needs-look-appeal = Ver la reclamación
needs-decide = Ver y decidir
needs-look-site = Ver el sitio
needs-look-course = Ver el curso
needs-edit = Editar
needs-snooze = Más tarde
needs-snooze-day = En un día
needs-snooze-week = En una semana
needs-snooze-month = En un mes
need-abuse_report = Denuncia
need-appeal = Reclamación
need-clone = Dos sitios usan un token
need-newcomer = Otra persona en la dirección de un sitio
need-waiting_course = Curso en espera
need-waiting_change = Cambio en espera
need-scanner_down = El antivirus no responde
need-findings = Hallazgo en un curso público
need-return_not_seen = El sitio no volvió
need-dead_link = Enlace roto
need-silent_site = Sitio en silencio
need-no_licence = Sin licencia
need-no_description = Sin descripción
need-no_picture = Sin imagen
need-wrong_language = Idioma equivocado
need-duplicate = Posible duplicado
need-untouched = Sin cambios en años
done-snoozed = Volverá cuando pase el tiempo.
done-asked = Se preguntó por correo a quien lo publicó.

# The queue
queue-title = Cola
queue-count = { $count ->
    [one] { $count } entrada espera, la más antigua primero
   *[other] { $count } entradas esperan, la más antigua primero
}
queue-any = Cualquiera
queue-why = Por qué espera
queue-who = Quién trabaja en ello
queue-who-mine = Yo
queue-who-free = Nadie
queue-language = Idioma del curso
queue-language-help = Un código como de o pt_br.
queue-narrow = Filtrar
queue-all = Mostrar todo
queue-none = Nada espera
queue-none-narrowed = No espera nada de este tipo.
queue-course = Curso
queue-from = De
queue-since = Espera desde
queue-claim = En manos de
queue-nobody = nadie
queue-state = Estado
why-new = Curso nuevo
why-change = Cambio de un curso publicado
why-held = Paquete retenido
stands-draft = borrador
stands-waiting = en espera
stands-listed = publicado
stands-refused = rechazado
stands-hidden = oculto
stands-withdrawn = retirado
stands-removed = eliminado

# One entry
one-ways = Recorrido de la cola
one-previous = Anterior
one-next = Siguiente
one-taken = { $name } está trabajando en ello.
one-take-over = Tomarlo
one-mine = Usted trabaja en ello; los demás lo ven.
one-release = Devolverlo
one-facts = Datos
one-held = El paquete está retenido:
one-history = Decisiones anteriores
one-preview = Como lo verían los visitantes
one-changes = Lo que cambia
one-target = Adónde lleva
target-look = Ver qué hay allí
target-status = Código
target-final = Dirección final
target-title = Título de la página
target-none = Allí no responde nada:
one-decision = Decisión
one-canned = Motivo
one-canned-none = Con mis palabras
one-words = Para quien lo publicó
one-words-help = Se envía por correo con la decisión. Necesario salvo que acepte.
one-reason-needed = Diga por qué: elija un motivo o escríbalo.
one-despite = Aceptar el paquete a pesar de lo encontrado
one-accept = Aceptar y publicar
one-accept-change = Aceptar el cambio
one-ask = Pedir cambios
one-refuse = Rechazar
one-hide = Ocultar
one-unhide = Mostrar de nuevo
one-nothing = Ahora no hay nada que decidir aquí.
one-changed-meanwhile = Mientras leía llegó otro texto, o alguien ya decidió. No se decidió nada; esta página muestra cómo está ahora.
one-taken-meanwhile = { $name } trabaja ahora en ello. No se decidió nada.
done-decided-accept = Aceptado. Se envía un correo a quien lo publicó.
done-decided-refuse = Rechazado. Se envía un correo con el motivo.
done-decided-ask = Se pidieron cambios.
done-decided-hide = Oculto. Solo el equipo lo ve.
done-decided-unhide = Se muestra de nuevo.
done-released = Devuelto.
done-taken-over = Ahora es suyo.
keys-title = Teclas
keys-accept = Aceptar
keys-refuse = Rechazar; sin motivo: ir al motivo
keys-help = Estas teclas
keys-on = Usar estas teclas
keys-close = Cerrar
of-title = Título
of-short_name = Nombre corto
of-description = Descripción
of-language = Idioma
of-publisher_name = Publicado por
of-publisher_email = Correo de quien publica
of-creator_name = Autoría
of-contributors = Colaboradores
of-tags = Etiquetas
of-licence = Licencia
of-subject = Materia
of-audience = Destinado a
of-level = Nivel
of-creator_notes = Notas
of-course_url = Dirección del curso
of-demo_url = Dirección de la demostración
of-contents = Contenidos
of-outcomes = Resultados
verdict-accepted = Aceptado
verdict-refused = Rechazado
verdict-hidden = Oculto
verdict-unhidden = Mostrado de nuevo
verdict-asked = Cambios pedidos
verdict-deleted = Eliminado
verdict-restored = Restaurado

# Reports
reports-title = Denuncias
reports-none = No hay ninguna.
reports-hid = oculto hasta que lo mire
abuse-open = Abiertas
abuse-dismissed = Nada estaba mal
abuse-hidden = Curso oculto
abuse-asked = Se preguntó
category-copyright = Licencia equivocada u obra ajena
category-personal_data = Datos de personas
category-offensive = Ofende o daña
category-broken = No funciona
category-spam = Publicidad o ajeno al aprendizaje
category-other = Otra cosa
report-hid = Varios visitantes lo denunciaron y está oculto hasta que usted lo mire.
report-said = Lo que se denunció
report-others = { $count ->
    [one] { $count } denuncia más sobre lo mismo
   *[other] { $count } denuncias más sobre lo mismo
}
report-message = Qué resultó
report-message-help = Lo lee quien denunció y, si oculta o pregunta, quien publicó.
report-all = Cerrar todas las denuncias abiertas sobre ello
report-hide = Ocultar el curso
report-ask = Pedir que se corrija
report-dismiss = Nada está mal
done-report-closed = Decidido. Se avisa a quien denunció si dejó su dirección.
say-something = Escriba algo: lo lee una persona.
report-course = Denunciar este curso
report-site = Denunciar este sitio
report-title = Denunciar un problema
report-lead = Una persona de este hub mira cada denuncia.
report-category = ¿Qué está mal?
report-category-needed = Elija qué está mal.
report-text = Cuéntenos más
report-text-needed = Diga en pocas palabras qué encontró.
report-email = Su correo
report-email-help = Para contarle el resultado. Déjelo vacío si no quiere respuesta.
report-email-wrong = Esto no es un correo. Déjelo vacío si no quiere respuesta.
report-too-many = Hoy llegaron muchas denuncias de su red. Inténtelo mañana.
report-send = Enviar la denuncia
report-back = Volver
report-sent = Su denuncia ha llegado
report-sent-lead = Gracias. Una persona la mirará. Si dejó su dirección, le diremos el resultado.

# Appeals
appeals-title = Reclamaciones
appeals-none = No hay ninguna.
appeal-open = Abierta
appeal-upheld = La decisión se mantiene
appeal-reversed = Decisión retirada
appeal-by-staff = Equipo
appeal-by-publisher = Quien publicó
appeal-by-you = Usted
appeal-thread = Lo que se dijo
appeal-outcome = Resultado
appeal-message = Su mensaje
appeal-message-help = Se envía por correo a quien publicó.
appeal-answer = Responder
appeal-reverse = Retirar la decisión
appeal-uphold = Mantener la decisión
done-appeal-closed = Decidido. Se envía un correo.
done-appeal-answered = Su respuesta se envía por correo.
own-appeal-title = La decisión sobre su curso
own-appeal-open = ¿Cree que es un error?
own-appeal-more = Escribir de nuevo
own-appeal-message = Sus palabras
own-appeal-help = Diga por qué. Una persona lo lee y responde por correo.
own-appeal-send = Enviar
done-appeal-sent = Ha llegado. Recibirá la respuesta por correo.

# Lists
lists-title = Motivos y lista de control
lists-lead = Lo que se elige y se marca al moderar. Cada línea en tantos idiomas como tenga.
lists-reasons = Motivos
lists-reasons-help = Se ofrecen al rechazar, ocultar y pedir cambios.
lists-checklist = Lista de control
lists-checklist-help = Lo que hay que mirar antes de aceptar.
lists-new = Línea nueva
lists-line = Línea { $number }
lists-place = Lugar; el menor va primero
lists-save = Guardar la lista
done-saved-list = Guardado. Las líneas sin texto desaparecen.

# Numbers
numbers-title = Moderación en cifras
numbers-lead = Lo que llegó, lo que se decidió y cuánto tardó, por mes.
numbers-none = Aún no se ha decidido nada.
numbers-month = Mes
numbers-received = Recibidos
numbers-accepted = Aceptados
numbers-asked = Cambios pedidos
numbers-refused = Rechazados
numbers-hidden = Ocultados
numbers-median = La mitad decidida en
numbers-appeals = Reclamaciones
numbers-reports = Denuncias
numbers-own-words = Con palabras propias
numbers-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
numbers-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}

# A course as its publisher sees it
published-title = Su curso en este hub
published-draft = Su archivo aún no llegó; envíelo desde su Moodle.
published-waiting = Espera a nuestro equipo. Recibirá un correo cuando haya decidido.
published-listed = Todos lo ven y pueden llevárselo.
published-refused = Nuestro equipo no lo aceptó. Cambie lo que se indica y publíquelo de nuevo.
published-hidden = Nuestro equipo lo ocultó.
published-withdrawn = Usted lo retiró. Publíquelo de nuevo desde su Moodle si cambia de opinión.
published-removed = Nuestro equipo lo eliminó.
published-reason = El motivo
published-appeal = Decir por qué no es correcto
published-sent = Publicado
published-changed = Último cambio
published-downloads = Descargas
published-see = Ver su página
published-withdraw-title = Retirarlo
published-withdraw-why = Desaparece enseguida de páginas, búsqueda, canales y Moodles, y su archivo ya no se puede descargar.
published-withdraw = Retirar este curso
published-withdraw-sure = Lo que otros ya descargaron sigue siendo suyo.
published-contact = Escribir a nuestro equipo
done-published-withdrawn = El curso se retiró.

evidence-title = Lo encontrado en el paquete
evidence-nothing = Nada que haya que revisar.
evidence-name = Nombre en la copia
evidence-of = Copia de
evidence-of-course = un curso
evidence-of-section = una sección
evidence-of-activity = una actividad
evidence-sections = Secciones
evidence-activities = Actividades
evidence-questions = Preguntas
evidence-scan = Análisis antivirus:
evidence-privacy = Sobre personas
evidence-privacy-none = nada
evidence-privacy-traces = rastros
evidence-privacy-anonymised = cuentas anonimizadas
evidence-privacy-personal = datos de personas
evidence-broken-files = Archivos que faltan o cambiados
evidence-users = Cuentas de usuario
evidence-files = Archivos
evidence-unpacked = Descomprimido
action-allow = Permitir
action-warn = Avisar
action-hold = Retener para revisión
action-refuse = Rechazar
evidence-unseen = { $count ->
    [one] No visto por usted: un elemento
   *[other] No visto por usted: { $count } elementos
}
evidence-unseen-help = El hub no puede mostrarlos. Descargue el paquete para verlos.
unseen-video = vídeo
unseen-audio = grabación
unseen-document = documento
unseen-picture = imagen de otro tipo
unseen-archive = archivo comprimido
unseen-encrypted = necesita contraseña
unseen-damaged = ilegible
one-unseen = { $count ->
    [one] Sé que no se me ha mostrado un elemento del paquete
   *[other] Sé que no se me han mostrado { $count } elementos del paquete
}
