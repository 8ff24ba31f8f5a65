# Páginas del registro de un sitio Moodle.

back-to-site = Volver a su Moodle
ask-hub = Si no puede seguir, pregunte a quien lleva este hub:
mail-waits = Este hub no puede enviar correo por ahora. El mensaje se guarda y sale en cuanto el correo funcione; quienes llevan el hub también pueden leérselo.

# Comparación

compare-caption = El sitio registrado y el que lo pide
compare-what = Qué
compare-registered = Registrado aquí
compare-arriving = Lo pide ahora
compare-differs = distinto
compare-address = Dirección
compare-name = Nombre
compare-description = Descripción
compare-contact = Contacto
compare-email = Correo electrónico
compare-release = Edición de Moodle
compare-version = Versión de Moodle
compare-leave = ¿No está seguro? Cierre esta página. No se ha cambiado nada.
compare-moved-title = ¿Se ha mudado su Moodle o esto es una copia?
compare-moved-why = Un Moodle con el mismo identificador ya está registrado aquí con otra dirección. Eso pasa cuando un sitio se muda y cuando se copia.
compare-moved = Se ha mudado
compare-moved-effect = La dirección anterior ya no funciona o lleva a la nueva. Su registro y todos los cursos se mudan con usted; se avisa al contacto anterior.
compare-moved-do = Se ha mudado: cambiar la dirección
compare-copied = Es una copia
compare-copied-effect = Ambos sitios siguen, por ejemplo uno para pruebas. La copia recibe un identificador propio y se registra como sitio nuevo; el otro conserva todo.
compare-copied-do = Es una copia: darle identificador propio
compare-replace-title = ¿Sustituir el registro de esta dirección?
compare-replace-why = Un Moodle recién instalado pide registrarse con la dirección de un sitio del que usted es el contacto.
compare-replace = Es el mismo sitio, instalado de nuevo
compare-replace-effect = El Moodle nuevo se queda con el registro y los cursos. El anterior ya no llega a este hub. Lo que publique el nuevo espera hasta que nuestro equipo confíe en él.
compare-replace-do = Sustituir el registro

# Problemas

problems-title = Su sitio aún no está registrado
problems-lead = { $count ->
    [one] Primero hay que corregir una cosa. No se ha guardado nada.
   *[other] Primero hay que corregir { $count } cosas. No se ha guardado nada.
}
problems-given = Usted indicó:
problems-next = Corríjalo en su Moodle y regístrese otra vez.
field-url = Dirección de su sitio
field-name = Nombre de su sitio
field-contactname = Administrador
field-contactemail = Correo electrónico
field-description = Descripción
field-language = Idioma
field-token = Identificador de su sitio
field-password = Contraseña de este hub
field-hub = Este hub
problem-missing = Está vacío y hace falta.
problem-address = No es una dirección web. Debería parecerse a https://moodle.example.org.
problem-scheme = Solo sirven direcciones con http:// y https://.
problem-credentials = No sirve una dirección con nombre de usuario o contraseña.
problem-long = Tiene más de { $max } caracteres.
problem-mail = No es una sola dirección de correo.
problem-password = La contraseña de este hub falta o no es correcta.
problem-password-advice = Pídala a quienes llevan este hub. Las mayúsculas cuentan. La página de registro de Moodle 3.4 y posteriores no tiene campo para ella; con un Moodle así, pídales que admitan los sitios por aprobación.
problem-invitation = La invitación de este hub falta o ya no es válida.
problem-invitation-advice = Pida una invitación a quienes llevan este hub y escriba su código en el campo de la contraseña. La página de registro de Moodle 3.4 y posteriores no tiene campo para ella; con un Moodle así, pídales que admitan los sitios por aprobación.
problem-guesses = De su red llegaron demasiadas contraseñas incorrectas. Espere { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
} antes de intentarlo otra vez.
problem-guesses-advice = Hasta entonces no se comprueba ninguna contraseña, tampoco la correcta. Pídala a quienes llevan este hub.
problem-closed = Por ahora no se admiten sitios nuevos.
problem-closed-advice = Los que ya estuvieron registrados pueden volver.
problem-readonly = Por ahora no se puede registrar ni publicar nada.
problem-readonly-advice = Leer y descargar funciona. Inténtelo más tarde.
problem-link = Este enlace no se conoce, ya se usó o es demasiado antiguo.
problem-link-advice = Regístrese una vez más desde su Moodle; entonces se envía un enlace nuevo.
problem-taken = Otro sitio que sigue activo está registrado con esta dirección.
problem-taken-advice = Si es suyo, anule allí primero el registro, o pregunte a quienes llevan este hub.
problem-host = Este nombre no lleva a ningún sitio de la internet pública.
problem-host-advice = Revise la dirección que su Moodle tiene en config.php (wwwroot). Si su Moodle solo se alcanza dentro de su red, quienes llevan este hub pueden permitirlo.
problem-private = Esta dirección está en una red privada en la que este hub no entra.
problem-private-advice = Quienes llevan este hub pueden permitir su red.
problem-port = Este hub no se conecta a ese puerto.
problem-port-advice = Los habituales son 80, 443, 8080 y 8443. Quienes llevan este hub pueden permitir otros.
problem-connection = No se pudo llegar a su sitio.
problem-timeout = Su sitio no respondió a tiempo.
problem-status = Su sitio respondió con un error.
problem-connection-advice = Abra la dirección en un navegador fuera de su red. Si la protege un cortafuegos, tiene que dejar pasar a este hub.
problem-certificate = El certificado de su sitio no es válido.
problem-certificate-advice = Mire la dirección en un navegador; a menudo falta un certificado intermedio.
problem-redirect = Su sitio lleva a un lugar al que este hub no sigue.
problem-redirect-advice = Indique la dirección que su Moodle tiene en config.php (wwwroot).

# Mensajes

blocked-title = Este identificador está bloqueado
blocked-lead = Se avisó de que el identificador con el que se registra su Moodle fue robado o copiado. Su sitio necesita uno nuevo; se hace enseguida.
blocked-step-renew = Use el botón. Su Moodle olvida el identificador anterior.
blocked-step-again = Después regístrese otra vez desde su Moodle. Recibe solo un identificador nuevo.
blocked-do = Renovar el identificador en mi Moodle
waits-title = Su petición ha llegado
waits-lead = Quienes llevan este hub deciden qué sitios se conectan. Por ahora no tiene que hacer nada más.
waits-step-decide = Miran su sitio y deciden.
waits-step-mail = Usted recibe un correo en la dirección que indicó.
waits-step-open = Abra el enlace que contiene en el navegador en el que ha entrado en su Moodle. Así termina el registro.
sent-title = Confírmelo por correo
sent-lead = Otro Moodle está registrado con esta dirección. Hemos enviado un enlace a su contacto, { $to }.
before-title = Ya hay un correo en camino
before-lead = Hace menos de un día enviamos un enlace al contacto de esta dirección, { $to }. Solo enviamos uno al día.
sent-step-open = Abra el enlace de ese correo. Vale siete días.
sent-step-confirm = Compare ambos sitios y confirme que el nuevo sustituye al anterior.
sent-step-lost = ¿Ya nadie lee ese buzón? Quienes llevan este hub pueden confirmarlo por usted.
nobody-title = No podemos preguntar a nadie
nobody-lead = Otro Moodle está registrado con esta dirección y no dejó un correo que funcione.
nobody-step-ask = Pida a quienes llevan este hub que confirmen su sitio.
ended-title = Este registro ha terminado
ended-lead = El sitio dejó este hub, lo quitó nuestro equipo o está detenido por ahora.
ended-step-again = Si cree que es un error, pregunte a quienes llevan este hub. Si no, regístrese otra vez desde su Moodle.

# El camino de vuelta

return-site = Sitio
return-address = Dirección
return-handshake = Enviado de vuelta a su Moodle
return-seen = Última llamada de su Moodle
return-never = aún ninguna
return-done-title = Su Moodle está conectado
return-done-lead = Ha llamado a este hub con su nueva clave. Los docentes pueden publicar y buscar desde Moodle.
return-awaited-title = Casi listo
return-awaited-lead = Su sitio está registrado aquí y su navegador fue enviado de vuelta a su Moodle. Esperamos su primera llamada.
return-lost-title = Registrado, pero su Moodle no ha llamado
return-lost-lead = Su sitio está registrado aquí, pero en { $minutes } minutos no llegó ninguna llamada. Probablemente el camino de vuelta estaba cerrado y su Moodle no conoce su clave.
return-causes = Lo que suele estorbar
return-cause-firewall = Un cortafuegos delante de su Moodle, como mod_security, responde 403 porque el camino de vuelta lleva una dirección en un parámetro. La excepción de abajo lo arregla.
return-cause-signed-in = No había entrado en su Moodle como administrador en este navegador. Entre e inténtelo otra vez.
return-cause-closed = La página se cerró antes de volver. Inténtelo otra vez.
return-again = Intentarlo otra vez
return-again-what = Envía su navegador una vez más a su Moodle, con una clave nueva.
return-exception = Excepciones para mod_security
return-exception-why = Moodle mismo decide cómo son la ida y la vuelta, así que la dirección que llevan no se puede evitar. Estas líneas la permiten solo en estas páginas.
return-exception-number = Nombran las reglas del OWASP Core Rule Set. Si el registro de errores de ese Apache nombra otra regla, como id "…", ponga su número en lugar de ellas.
return-exception-site = En el servidor web de su Moodle
return-exception-site-where = En la configuración de Apache del sitio; después, recargue Apache:
return-exception-hub = En el servidor web delante de este hub
return-exception-hub-where = Solo si la propia página de este hub respondió 403. Para quienes lo llevan:
return-accepted-title = Su sitio ha sido aceptado
return-accepted-lead = Quienes llevan este hub han aceptado su sitio. Falta un paso.
return-finish = Terminar el registro
return-finish-what = Envía su navegador de vuelta a su Moodle con su clave. Entre allí antes como administrador.
