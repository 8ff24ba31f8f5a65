# Nombres de las cosas, y cómo se dicen fechas y tamaños.

size-mb = { $size } MB

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date-day = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-exact = { $date }, { $time } UTC
ago-now = ahora mismo
ago-minutes = { $count ->
    [one] hace { $count } minuto
   *[other] hace { $count } minutos
}
ago-hours = { $count ->
    [one] hace { $count } hora
   *[other] hace { $count } horas
}
ago-days = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}
ago-weeks = { $count ->
    [one] hace { $count } semana
   *[other] hace { $count } semanas
}
ago-months = { $count ->
    [one] hace { $count } mes
   *[other] hace { $count } meses
}

audience-educators = Docentes
audience-students = Estudiantes
audience-admins = Administradores de Moodle

level-primary = Primaria
level-secondary = Secundaria
level-tertiary = Superior
level-government = Administración pública
level-association = Asociaciones
level-corporate = Empresas
level-other = Otros

licence-unknown = Licencia no indicada
licence-allrightsreserved = Todos los derechos reservados
licence-public = Dominio público
licence-words-public = Nadie tiene ya derechos sobre él: úselo como quiera.
licence-words-by = Puede usarlo, cambiarlo y compartirlo, también por dinero, siempre que nombre a sus autores.
licence-words-by-sa = Puede usarlo, cambiarlo y compartirlo, también por dinero, siempre que nombre a sus autores y comparta con la misma licencia lo que haga con él.
licence-words-by-nd = Puede usarlo y compartirlo sin cambios, también por dinero, siempre que nombre a sus autores.
licence-words-by-nc = Puede usarlo, cambiarlo y compartirlo, pero no por dinero, siempre que nombre a sus autores.
licence-words-by-nc-sa = Puede usarlo, cambiarlo y compartirlo, pero no por dinero, siempre que nombre a sus autores y comparta con la misma licencia lo que haga con él.
licence-words-by-nc-nd = Puede usarlo y compartirlo sin cambios y no por dinero, siempre que nombre a sus autores.
licence-words-reserved = El autor conserva todos los derechos. Pregunte antes de cambiarlo o difundirlo.
licence-words-unknown = Quien lo publicó no indicó una licencia que este hub conozca. Pregunte antes de cambiarlo o difundirlo.
licence-words-free = Puede usarlo, cambiarlo y compartirlo, también por dinero, como dice su licencia.
licence-words-free-nd = Puede usarlo y compartirlo sin cambios, también por dinero, como dice su licencia.
licence-words-free-nc = Puede usarlo, cambiarlo y compartirlo, pero no por dinero, como dice su licencia.
licence-words-free-nc-nd = Puede usarlo y compartirlo sin cambios y no por dinero, como dice su licencia.
licence-words-own = Lea la licencia antes de cambiarlo o difundirlo.

activity-assign = Tarea
activity-bigbluebuttonbn = BigBlueButton
activity-book = Libro
activity-chat = Chat
activity-choice = Consulta
activity-data = Base de datos
activity-feedback = Encuesta
activity-folder = Carpeta
activity-forum = Foro
activity-glossary = Glosario
activity-h5pactivity = H5P
activity-imscp = Paquete de contenido IMS
activity-label = Área de texto y medios
activity-lesson = Lección
activity-lti = Herramienta externa
activity-page = Página
activity-qbank = Banco de preguntas
activity-quiz = Cuestionario
activity-resource = Archivo
activity-scorm = Paquete SCORM
activity-subsection = Subsección
activity-survey = Encuesta predefinida
activity-url = URL
activity-wiki = Wiki
activity-workshop = Taller

subject-field101 = Ciencias naturales y físicas
subject-field102 = Informática
subject-field103 = Ingeniería y tecnología
subject-field104 = Arquitectura y construcción
subject-field105 = Agricultura y medio ambiente
subject-field106 = Salud
subject-field107 = Educación
subject-field108 = Gestión y comercio
subject-field109 = Sociedad y cultura
subject-field110 = Artes creativas
subject-field111 = Alimentación, hostelería y servicios personales
subject-field112 = Programas mixtos
subject-field10101 = Matemáticas
subject-field1010101 = Matemáticas
subject-field1010103 = Estadística
subject-field10103 = Física y astronomía
subject-field1010303 = Astronomía
subject-field10107 = Ciencias de la Tierra
subject-field1010711 = Hidrología
subject-field10109 = Ciencias biológicas
subject-field1010903 = Botánica
subject-field10201 = Ciencias de la computación
subject-field1020103 = Programación
subject-field10307 = Ingeniería mecánica e industrial
subject-field1030799 = Ingeniería mecánica e industrial (otros)
subject-field10313 = Ingeniería eléctrica y electrónica
subject-field1031301 = Ingeniería eléctrica
subject-field10501 = Agricultura
subject-field1050105 = Ganadería
subject-field10699 = Otras materias de salud
subject-field1069901 = Nutrición y dietética
subject-field1069907 = Primeros auxilios
subject-field10803 = Empresa y gestión
subject-field1080315 = Gestión de proyectos
subject-field10811 = Banca y finanzas
subject-field1081101 = Banca y finanzas
subject-field10903 = Estudios de la sociedad
subject-field1090305 = Historia
subject-field1090309 = Geografía humana
subject-field10915 = Lengua y literatura
subject-field1091503 = Lenguas del norte de Europa
subject-field1091505 = Lenguas del sur de Europa
subject-field1091521 = Lingüística
subject-field1091523 = Literatura
subject-field10917 = Filosofía y religión
subject-field1091701 = Filosofía
subject-field10921 = Deporte y ocio
subject-field1092101 = Actividades deportivas y de ocio
subject-field11001 = Artes escénicas
subject-field1100101 = Música
subject-field11003 = Artes visuales y artesanía
subject-field1100301 = Bellas artes
subject-field1100303 = Fotografía
subject-field11007 = Comunicación y medios
subject-field1100705 = Comunicación escrita
subject-field1100799 = Comunicación y medios (otros)
subject-field11101 = Alimentación y hostelería
subject-field1110107 = Panadería y pastelería
