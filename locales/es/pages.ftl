# Las páginas públicas.

skip = Ir al contenido
menu = Menú
nav-label = Principal
nav-bottom-label = Al final de la página
nav-courses = Cursos
nav-sites = Sitios
nav-about = Acerca de
nav-connect = Conectar un Moodle
nav-feed = Cursos nuevos por suscripción
language-label = Idioma
footer-draft = Esta traducción es un borrador. Díganos qué suena mal.
footer-made = Funciona con CourseHub, software libre para compartir cursos entre sitios Moodle.
banner-unfinished = Este hub se está instalando todavía. Algunas cosas pueden cambiar.

search-label = Buscar cursos
search-hint = Tema, título, autor
search-button = Buscar

copy = Copiar
copied = Copiado
not-given = sin indicar

word-courses = { $count ->
    [one] curso
   *[other] cursos
}
word-sites = { $count ->
    [one] sitio
   *[other] sitios
}
word-languages = { $count ->
    [one] idioma
   *[other] idiomas
}
counted-courses = { $count ->
    [0] aún sin cursos
    [one] { $count } curso
   *[other] { $count } cursos
}
counted-activities = { $count ->
    [0] vacía
    [one] { $count } actividad
   *[other] { $count } actividades
}
times = { $count ->
    [one] una vez
   *[other] { $count } veces
}

# Portada

front-featured = Recomendados por nuestro equipo
front-featured-all = Primero los recomendados
front-new = Nuevos
front-new-all = Todos los cursos nuevos
front-most = Los más descargados
front-subjects = Materias
front-share = Comparta sus cursos
front-share-how = Conecte su Moodle una sola vez. Sus docentes podrán publicar cursos desde donde enseñan.
front-empty = Aún no hay cursos
front-empty-next = El primer Moodle que se conecte puede compartir el primero.

# Resultados

results-title = { $words }: cursos
results-title-all = Todos los cursos
results-heading = Cursos
results-count = { $count ->
    [one] { $count } curso
   *[other] { $count } cursos
}
results-page = página { $number }
results-none = Ningún curso coincide
results-none-why = Nada cumple todo esto a la vez. Puede:
results-none-filters = buscar de nuevo sin los filtros
results-none-words = usar menos palabras, o solo su comienzo
results-none-all = ver todos los cursos
results-follow = Seguir esta búsqueda en un lector de suscripciones
filters = Filtros
filters-apply = Mostrar cursos
filters-close = Cerrar filtros
filter-kind = Tipo
filter-language = Idioma
filter-subject = Materia
filter-level = Nivel
filter-audience = Pensado para
filter-licence = Licencia
filter-tag = Etiqueta
filter-site = Sitio
facet-more = { $count } más
kind-share = Para descargar
kind-advert = Para visitar
chips-label = Filtros elegidos
chips-clear = Quitar todos
chip-remove = Quitar { $label }
sort-label = Ordenar por
sort-apply = Ordenar
sort-relevance = Mejor coincidencia
sort-newest = Más nuevos
sort-updated = Cambiados hace poco
sort-oldest = Más antiguos
sort-name = Título
sort-name-backwards = Título, al revés
sort-publisher = Quién publica
sort-featured = Primero los recomendados
trait-download = Descargar
trait-visit = Visitar
trait-taken = { $count ->
    [one] descargado una vez
   *[other] descargado { $count } veces
}
pager-label = Páginas
pager-previous = Anterior
pager-next = Siguiente
pager-page = Página { $number }
feed-new = Cursos nuevos
feed-search = Esta búsqueda

# Curso

badge-share = Curso para descargar
badge-advert = Curso para visitar
badge-featured = Recomendado
who-by = De
who-with = con
who-from = en
notes = Notas de quien lo hizo
take-download = Descargar el curso
take-download-what = Una copia de seguridad de Moodle, { $size }. Se restaura en su propio Moodle.
take-visit = Visitar el curso
take-visit-what = Se imparte en { $host }. Sale de este hub.
take-demo = Verlo antes
take-nothing = Por ahora no hay nada que descargar.
how = ¿Cómo llega a mi Moodle?
how-download = Descargue el archivo. No lo descomprima.
how-restore = En su Moodle, abra un curso o una categoría donde pueda restaurar; después, Reutilización de cursos y Restaurar (antes de Moodle 4: Restaurar en el menú del curso).
how-upload = Suba el archivo y siga los pasos. Elija «Restaurar como curso nuevo».
how-check = Revise el curso antes de mostrarlo a sus estudiantes.
description = Descripción
description-none = Este curso no tiene descripción.
outcomes = Lo que sabrá hacer después
inside = Dentro de este curso
section-general = General
section-number = Sección { $number }
section-empty = No hay nada en esta sección.
screenshots = Capturas de pantalla
screenshot = Captura de pantalla { $number }
licence = Licencia
licence-text = Leer la licencia
attribution-label = Para citar la fuente, copie esta línea:
versions = Versiones
version-number = Versión { $number }
version-this = La que se muestra
version-older = Está viendo una versión anterior. La más nueva es la versión { $number }.
version-newest = Ir a la versión más nueva
facts = Datos
fact-language = Idioma
fact-subject = Materia
fact-audience = Pensado para
fact-level = Nivel
fact-licence = Licencia
fact-publisher = Publicado por
fact-listed = En este hub desde
fact-updated = Último cambio
fact-release = Hecho con
fact-restores = Se restaura en
fact-restores-later = Moodle { $branch } o posterior
fact-needs = Necesita los plugins
fact-size = Tamaño
fact-downloads = Descargado
fact-file = Archivo
fact-checksum = Suma de comprobación (SHA-256)
tags = Etiquetas

# Sitios

sites-title = Sitios
sites-lead = Escuelas y otros lugares que comparten cursos aquí y aceptaron mostrarse.
sites-words = Nombre
sites-country = País
sites-language = Idioma
sites-any = Cualquiera
sites-apply = Mostrar sitios
sites-count = { $count ->
    [0] Ningún sitio
    [one] { $count } sitio
   *[other] { $count } sitios
}
sites-letters = Letras
sites-prioritised = Recomendados por este hub
sites-none = Aún no se muestra ningún sitio.
sites-none-found = Ningún sitio coincide.
sites-all = Mostrar todos los sitios
badge-prioritised = Recomendado
since = aquí desde { $month }
site-visit = Ir a este sitio
site-courses = { $count ->
    [0] Cursos
    [one] { $count } curso
   *[other] { $count } cursos
}
site-none = Este sitio no tiene cursos aquí por ahora.

# Acerca de

about-title = Acerca de { $hub }
about-take = Llevarse un curso
about-take-how = Todo lo que aparece aquí se puede mirar antes: qué contiene, quién lo hizo y con qué licencia. Los cursos para descargar son copias de seguridad de Moodle sin datos de personas; se restauran en su propio Moodle. Los cursos para visitar se imparten en el sitio que los ofrece.
about-connect = Conectar un Moodle
about-registration-open = Cualquier Moodle puede conectarse.
about-registration-password = Pueden conectarse los Moodle que conozcan la contraseña del hub.
about-registration-invitation = Pueden conectarse los Moodle que tengan una invitación.
about-registration-approval = Cualquier Moodle puede pedirlo. Nuestro equipo decide y le avisa por correo.
about-registration-closed = Por ahora no se conectan Moodle nuevos.
about-checked = Qué se comprueba
about-checked-how = Cada curso subido se lee de forma automática antes de mostrarse. Los cursos de sitios nuevos aquí los mira además una persona. Si algo no está bien en un curso, díganoslo.
about-privacy = Su privacidad
about-privacy-how = Mirar y descargar no requiere cuenta. Las páginas no cargan nada de otros servidores, y las descargas se cuentan sin guardar quién se llevó qué.
about-contact = Contacto
about-contact-who = Este hub lo lleva
about-software = Software
about-software-what = CourseHub { $version }, software libre bajo la GNU Affero General Public License.

# Lo que salió mal

error-front = Ir a la portada
error-request = Si nos avisa de esto, indique este número:
error-bad = No pudimos leer esa petición
error-bad-why = Algo en la dirección o en lo enviado no es como debería.
error-bad-next = Si escribió o copió la dirección, revísela. Si no, empiece de nuevo desde aquí.
error-forbidden = Esto no puede verlo
error-forbidden-why = Existe, pero no es para todos.
error-forbidden-next = Si debería tener acceso, pregunte a quienes llevan este hub.
error-missing = Aquí no hay nada
error-missing-why = Quizá la dirección está mal escrita, o lo que había aquí tiene ahora otra.
error-missing-next = Puede buscarlo:
error-method = Eso no funciona en esta dirección
error-method-why = La página existe, pero no puede pedirse de esta manera.
error-method-next = Ábrala con un enlace normal o empiece de nuevo desde aquí.
error-gone = Este curso ya no está aquí
error-gone-why = Figuraba en este hub y lo retiró quien lo publicó o lo quitó nuestro equipo.
error-gone-next = Quizá le sirva otro:
error-large = Es demasiado grande
error-large-why = Ha enviado más de lo que este hub acepta.
error-large-next = Haga el archivo más pequeño, por ejemplo sin los vídeos, y envíelo otra vez.
error-refused = Hay algo que revisar en el formulario
error-refused-why = No todo lo que escribió se puede aceptar como está.
error-refused-next = Vuelva atrás, corríjalo y envíelo otra vez. No se ha guardado nada.
error-many = Espere un poco, por favor
error-many-why = Llegaron demasiadas peticiones de su red en poco tiempo.
error-many-next = Inténtelo de nuevo en unos minutos.
error-ours = Algo se rompió por nuestra parte
error-ours-why = La culpa es nuestra, no suya. Ha quedado anotado.
error-ours-next = Inténtelo de nuevo dentro de un momento. Si vuelve a pasar, díganoslo.
error-off = Este hub está apagado
error-off-why = Quienes lo llevan lo han cerrado por ahora.
error-off-next = No se ha perdido nada. Vuelva más tarde, por favor.
error-private = Este hub es para miembros
error-private-why = Sus cursos se muestran a los sitios Moodle registrados y a las personas con cuenta.
error-private-next = Busque desde un Moodle que esté conectado a él, o pregunte a quienes lo gestionan.

mail-stop-title = Correos de este hub
mail-stop-lead = Estos correos van a { $address }.
mail-stop-do = No recibir más correos de este tipo
mail-stop-done = Ya no recibirá correos de este tipo.

# Whether a course restores on somebody's Moodle.
restore-title = ¿Se restaurará en el mío?
restore-on = Versión de su Moodle
restore-on-help = Por ejemplo 4.5; la administración la encuentra en Notificaciones.
restore-plugins = Plugins instalados allí
restore-plugins-label = Nombres de los plugins
restore-plugins-help = Uno por línea, por ejemplo qtype_stack. Los que vienen con Moodle no hace falta nombrarlos. Déjelo vacío si no lo sabe.
restore-ask = Averiguar
restore-no-release = Eso no es una versión de Moodle como 4.5.
restore-yes = Sí, se restaura en Moodle { $release }.
restore-without_parts = Sí, se restaura en Moodle { $release }, sin estas partes.
restore-cannot_tell = No se puede saber si se restaura en Moodle { $release }.
restore-no = No, no se restaura en Moodle { $release }.
restore-why-refused = El paquete fue rechazado.
restore-why-not_a_course = No es un curso: añádalo a un curso como actividad.
restore-why-cartridge = Moodle lee Common Cartridge 1.0 y 1.1; este es { $about }.
restore-why-too_old = Necesita Moodle { $about } o posterior.
restore-why-made_by_newer = Se hizo con Moodle { $about }, más nuevo: Moodle avisa y puede perder partes o fallar.
restore-why-made_by_unknown = El paquete no dice con qué Moodle se hizo.
restore-why-missing =
    Falta { $about }. { $uses ->
        [one] Una parte lo necesita y queda
       *[other] { $uses } partes lo necesitan y quedan
    } fuera o se sustituye por algo más sencillo.
restore-why-unknown =
    { $uses ->
        [one] Una parte necesita
       *[other] { $uses } partes necesitan
    } { $about }, que quizá esté instalado.
restore-why-theme = Para verse como se hizo necesita { $about } instalado y los temas de curso permitidos.
restore-why-local = { $about } debe estar instalado y configurado; sus datos no están en el paquete.
restore-why-converts = Es una copia de Moodle 1.9: súbala en Restaurar, deje que Moodle la convierta y después revise el curso.
restore-why-into_a_course = Es una sola sección o actividad, que se restaura en un curso existente.
