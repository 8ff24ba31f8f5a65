# Inicio de sesión y páginas propias.

nav-sign-in = Iniciar sesión
nav-sign-out = Cerrar sesión
nav-account = Cuenta
sign-in-title = Iniciar sesión
sign-in-email = Correo electrónico
sign-in-password = Contraseña
sign-in-do = Iniciar sesión
sign-in-wrong = Ninguna cuenta tiene esta dirección y esta contraseña. Revise ambas e inténtelo de nuevo.
sign-in-wait = { $seconds ->
    [one] Demasiadas contraseñas erróneas. Inténtelo de nuevo en un segundo.
   *[other] Demasiadas contraseñas erróneas. Inténtelo de nuevo en { $seconds } segundos.
}
sign-in-nobody = Nadie tiene cuenta todavía. Quien administra este hub abre el enlace de configuración que el programa muestra al arrancar.

me-title = Mi cuenta
me-sessions = Dónde tiene la sesión abierta
me-sessions-help = Cierre lo que no conozca y cambie entonces su contraseña.
me-session-unnamed = Un navegador sin nombre
me-session-this = este navegador
me-session-since = sesión iniciada
me-session-seen = visto por última vez
me-session-end = Cerrar
me-sessions-end = Cerrar todas las demás

done-signed-out = Ha cerrado la sesión.
done-sessions-ended = Cerrada.
done-signed-in = Ha iniciado sesión.

error-signed-out = Su sesión ya no está abierta
error-signed-out-why = La sesión terminó antes de enviar el formulario, así que no se cambió nada.
error-signed-out-next = Inicie sesión y envíe el formulario de nuevo.
error-foreign = El formulario no se aceptó
error-foreign-why = No vino de una página de su sesión actual, así que no se cambió nada. Ocurre cuando una página queda abierta mientras inicia sesión en otro lugar.
error-foreign-next = Vuelva atrás, cargue la página de nuevo y envíe el formulario otra vez.
error-sign-in = Iniciar sesión
