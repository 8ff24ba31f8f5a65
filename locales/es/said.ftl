# Sentences of use cases; the English file has them as they are said.

# Words of a hub's vocabularies
said-term-exists = Ya existe «{ $key }» en { $vocabulary }.
said-facet-exists = Ya existe una faceta «{ $key }».
said-facet-used = { $count } cursos tienen valores de «{ $key }». Retire mejor sus términos.
said-term-name = Un término necesita un nombre.
said-term-name-any = Un término necesita un nombre en al menos un idioma.
said-tree-depth = Los árboles tienen { $most } niveles como máximo.
said-facet-name = Una faceta necesita un nombre.
said-facets-most = Un hub tiene { $most } facetas propias como máximo.
said-url-needed = Hace falta una dirección que empiece por https://.
said-terms-most = Se aceptan { $most } términos a la vez como máximo.
said-facet-unknown = Este hub no tiene esa faceta.
said-name-missing = No tiene nombre.
said-word-missing = No existe «{ $name }».
said-hangs-on-itself = Cuelga de sí mismo.
said-language-needed = Hace falta un código de idioma como en o de.
said-key-facet = La clave de una faceta lleva minúsculas, cifras y guiones, empieza por una letra y tiene 30 caracteres como máximo.
said-key-taken = Esta palabra significa otra cosa en las direcciones. Elija otra clave.
said-key-term = Una clave lleva letras a-z, cifras, puntos, guiones y guiones bajos, empieza por una letra o cifra y tiene 60 caracteres como máximo.

# Moderation
said-text-changed = Quien lo publicó envió otro texto mientras usted leía, o alguien ya decidió. Mírelo de nuevo.
said-not-appealable = Solo se puede apelar un rechazo o una ocultación.
said-appealed = Esta decisión ya fue apelada.
said-appeal-decided = Esta apelación ya está decidida.
said-thread-full = Aquí hay ya 100 mensajes; ahora decide el equipo.
said-report-decided = Este aviso ya está decidido.
said-reports-most = Este hub acepta { $most } avisos al día desde una red. Inténtelo mañana.
said-claimed = { $name } está en ello. Hágase cargo si es necesario.
said-reason-publisher = Hace falta un motivo; lo lee quien lo publicó.
said-unseen-known = no todo lo que hay en el paquete puede mostrarse; confirme que lo sabe
said-days = Un número entero de 1 a 365.
said-why-in-a-line = Diga en una línea por qué; todos lo leen.
said-site-elsewhere = Un sitio se suspende o se le escribe en su propia página. Después descarte esto.
said-report-email = Esto no es una dirección de correo. Déjelo vacío si no quiere respuesta.
said-say-something = Escriba algo aquí; lo lee una persona.
said-lines-most = 200 como máximo.
said-line-text = Cada línea necesita un texto en al menos un idioma.

# Accounts
said-passkeys-most = Una cuenta tiene { $most } llaves de acceso como máximo. Quite antes una.
said-passkey-taken = Esta llave de acceso ya es de alguien.
said-passkey-answer = La respuesta del dispositivo no encaja. Inténtelo de nuevo.
said-code-wrong = No es el código que muestra ahora la aplicación. Compruebe el reloj del dispositivo.
said-codes-not-needed = A esta cuenta no se le piden códigos; no necesita códigos de recuperación.
said-account-exists = Ya hay una cuenta para { $email }.
said-email-wrong = «{ $email }» no es una dirección de correo.
said-email-same = La cuenta ya tiene esta dirección.
said-passkey-name = Hace falta un nombre, como el del dispositivo.
said-passkeys-where = Las llaves de acceso necesitan un hub con nombre (no una dirección de cifras) al que se llega por https.
said-type-email = Escriba la dirección de la cuenta: { $email }
said-domains-only = Este hub solo acepta direcciones de estos dominios: { $domains }
said-last-owner = Es el último propietario del hub. Nombre antes a otra persona.
said-password-length = Debe tener de { $least } a { $most } caracteres; tiene { $length }.
said-account-suspended = Esta cuenta está suspendida. Pregunte al equipo del hub.
said-accounts-by-staff = En este hub las cuentas las crea el equipo.
said-accounts-staff-only = Solo propietarios y administradores gestionan cuentas.
said-accounts-owners-only = Solo los propietarios nombran propietarios y gestionan sus cuentas.
said-number-up-to = Un número entero de 1 a { $most }, o nada.
said-invitation-used = Otro sitio acaba de usar esta invitación.

# Messages
said-message = Escriba aquí su mensaje.
said-message-long = Un mensaje tiene { $most } caracteres como máximo; este tiene { $found }.
said-who = Diga quién es.
said-who-long = Un nombre tiene { $most } caracteres como máximo.
said-answer-to = Esto no es una dirección de correo. La respuesta se envía allí.
said-what-it-is = Elija qué es su mensaje.
said-conversation-closed = Esta conversación está cerrada. Ábrala antes.

# Registration
said-secret-blocked = El secreto del sitio nuevo fue bloqueado desde que se envió este enlace. Debe registrarse otra vez con otro secreto.
said-site-moved = El sitio tiene otra dirección desde que se envió este enlace, así que no hay nada que reemplazar. El sitio nuevo puede registrarse otra vez.
said-nobody-waits = ya nadie espera este registro
said-site-suspended-first = el sitio está suspendido; levante antes la suspensión
said-contact-no-address = el contacto de este sitio no tiene dirección de correo
said-registered-now = Este sitio acaba de registrarse. Inténtelo de nuevo.
said-request-waits = Una solicitud para esta dirección, con otro secreto, espera al equipo del hub. Si era suya, pida que la rechacen y regístrese otra vez.
said-looking-busy = Este hub está mirando demasiados sitios. Inténtelo en un minuto.
said-site-suspended = Este sitio está suspendido en este hub. Pregunte al equipo.
said-site-not-active = Este sitio no está activo en este hub.
said-site-back = Su sitio ha llamado a este hub: ya está registrado.

# Staff and sites
said-no-code = A este sitio no se le ha dado ningún código.
said-no-lock = Esto no se puede bloquear: el sitio no lo dice.
said-no-secret = El hub no tiene ningún secreto del sitio { $site } que bloquear.
said-no-split = El sitio { $site } no está registrado; no hay nada que separar.
said-calling-busy = Se está llamando a muchos sitios. Inténtelo de nuevo.
said-type-name = Escriba el nombre del sitio como está arriba.
said-no-token = El sitio { $site } no está registrado; no tiene token.
said-reason-contact = Hace falta un motivo; lo lee el contacto del sitio.
said-site-is-registered = El sitio { $site } ya está registrado. Para acabar con eso, bórrelo.
said-site-waits = El sitio { $site } espera ser aceptado. Acéptelo o rechácelo antes.
said-address-taken = En esta dirección está registrado otro sitio.
said-site-left = El sitio { $site } dejó este hub. Solo puede registrarse de nuevo desde su Moodle.
said-site-prioritised = El sitio { $site } es prioritario, y en esos se confía. Quítele antes la prioridad.
said-name-needed = Hace falta un nombre.
said-email-looks = Esto no es una dirección de correo; debería ser como ana@school.example.
said-language-looks = Hace falta un código de idioma, como en o pt_br.
said-country-looks = Hacen falta dos letras, como FR, o nada.
said-limit-looks = Un número entero, «unlimited», o nada para el valor del hub.
said-address-needed = Hace falta una dirección, como https://moodle.example.org.
said-address-looks = Esto no es una dirección web; debería ser como https://moodle.example.org.
said-address-scheme = Solo sirven direcciones http:// y https://.
said-address-password = No sirve una dirección con usuario o contraseña.
said-address-long = Una dirección tiene { $most } caracteres como máximo.

# Staff and courses
said-text-meanwhile = Mientras tanto espera otro texto. Decida sobre ese.
said-mails-sent = Los correos enviados no se pueden recuperar.
said-batch-at-work = Todavía está en marcha. Espere a que acabe.
said-batch-old = Empezó hace más de 24 horas. Cambie los propios cursos.
said-batch-gone = Ya no está.
said-batch-changed = Ha cambiado desde entonces y se dejó como está.
said-batch-no-course = No existe ese curso.
said-batch-so-already = Nada que hacer: ya está así.
said-reason-publishers = Hace falta un motivo; lo leen quienes publicaron.
said-tag-needed = Hace falta una etiqueta.
said-mail-subject = Un correo necesita un asunto.
said-mail-text = Un correo necesita un texto.
said-none-selected = No hay ningún curso seleccionado.
said-no-publisher-email = Quien lo publicó no dio dirección de correo.
said-selection-changed = Los cursos ya no son los que se mostraron. Mire de nuevo la selección.
said-pictures-changed = Las imágenes han cambiado. Mírelas de nuevo.
said-pictures-most = Un curso tiene { $most } imágenes como máximo.
said-picture-bytes = Una imagen tiene { $most } bytes como máximo.
said-picture-size = La imagen tiene { $size } bytes; se aceptan { $most } como máximo.
said-picture-none = Esto no es una imagen. Se aceptan PNG, JPEG, GIF y WebP.
said-picture-sides = La imagen mide { $width } × { $height } píxeles; se aceptan { $most } por lado y 40 millones en total.
said-picture-damaged = La imagen está dañada: { $detail }
said-course-name = Un curso necesita un nombre.
said-title-needed = Hace falta un título.
said-title-long = { $most } caracteres como máximo; tiene { $found }.
said-no-package = Aún no ha llegado ningún paquete, así que no hay nada que aceptar. Se listará cuando llegue el archivo.
said-package-refused = Su paquete no fue aceptado ({ $codes }). Pida a quien lo publicó que lo suba de nuevo.
said-package-held = Su paquete está retenido ({ $codes }). Mírelo y acéptelo a pesar de ello, o pida que lo suban de nuevo.
said-package-not-kept = Su paquete fue retenido y el archivo ya no se guarda. Pida que lo suban de nuevo.
said-is-listed = Ya está listado. Ocúltelo o bórrelo.
said-is-withdrawn = Quien lo publicó lo retiró. Vuelve cuando lo publique otra vez.
said-is-removed = Fue borrado.
said-not-hidden = No está oculto, sino: { $state }.
said-not-waiting = No espera una decisión, sino: { $state }.
said-not-removed = No fue borrado, sino: { $state }.
said-is-purged = Fue borrado hace demasiado; sus textos y su archivo ya no existen.
said-act-needed = Elija qué hacer.
said-deciders-only = Solo puede hacerlo quien decide sobre los cursos.
said-decision-needed = No se eligió ninguna decisión.
said-form-again = Envíe de nuevo el formulario de su sitio.

# Pages and mails
said-page-changed = Otra persona escribió esta página mientras tanto. Cárguela de nuevo e incluya sus cambios.
said-page-long = Un idioma tiene { $most } bytes como máximo.
said-mail-state = El correo { $id } ya no se puede cambiar: { $state }.
said-mail-no-server = No hay servidor de correo. Póngalo en los ajustes; hasta entonces los correos esperan.
said-needs-code = Esta cuenta entra además con un código de su aplicación, que esta página no pide.

# Calls to other addresses
said-call-scheme = Solo se llama a direcciones http y https.
said-call-password = No se llama a direcciones con usuario o contraseña.
said-call-no-host = La dirección no nombra ningún servidor.
said-call-port = No se llama al puerto { $port }; se permiten { $allowed }.
said-call-private = El servidor lleva a { $network }, adonde este hub no llama. Su operador puede permitir una red con allow_private.
said-call-name = No se encontró el nombre { $host }.
said-call-connect = Sin conexión: { $detail }
said-call-tls = Sin conexión segura: { $why }
said-call-time = Sin respuesta completa en { $seconds } segundos.
said-call-redirects = Más de { $most } redirecciones.
said-call-long = La respuesta tiene más de { $most } bytes.
said-call-broken = La respuesta estaba rota: { $detail }
said-certificate-expired = El certificado ha caducado.
said-certificate-name = El certificado es de otro nombre.
said-certificate-authority = El certificado está autofirmado, es de una autoridad desconocida o se envió sin el intermedio.
said-call-status = Responde con el estado { $status }.
said-account-last-way = Es la última manera de entrar en su cuenta. Elija antes una contraseña o añada otra llave de acceso.

# Sign-in providers
said-provider-most = un hub tiene { $most } proveedores de acceso como máximo
said-provider-last-owner = ningún propietario podría entrar ya: dé primero a uno una contraseña o una llave de acceso
said-provider-label = diga cómo lo llama la gente, por ejemplo «Cuenta del centro»
said-provider-there = este hub ya tiene ese proveedor
said-provider-issuer = esto no es una dirección https
said-provider-client = sin él, el proveedor no puede estar activo
said-provider-domains = escriba dominios como school.example, separados por comas
