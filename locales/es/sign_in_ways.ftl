# Formas de entrar además de la contraseña: llaves de acceso, otros proveedores.

passkeys-title = Llaves de acceso
passkeys-lead = Una llave de acceso se guarda en su teléfono, su ordenador o un gestor de contraseñas. Con ella entra con el dedo, la cara o un PIN, sin escribir dirección ni contraseña.
passkeys-yours = Sus llaves de acceso
passkeys-none = Aún no tiene ninguna. Añada una abajo.
passkeys-no-script = Hace falta un navegador que conozca las llaves de acceso y ejecute scripts.
passkeys-impossible = Este hub no puede tener llaves de acceso: necesita un nombre (no una dirección de cifras) y https.
passkey-name = Nombre
passkey-name-help = Para que la reconozca, por ejemplo «Teléfono» u «Ordenador de la oficina».
passkey-add-title = Añadir una llave de acceso
passkey-add = Añadir
passkey-added = añadida
passkey-used = último uso
passkey-never-used = sin usar
passkey-change = Cambiar
passkey-rename = Cambiar el nombre
passkey-remove = Quitar
passkey-remove-help = Nadie podrá entrar con ella. Bórrela también en el dispositivo.
passkey-failed = El navegador no dio ninguna llave de acceso. Inténtelo de nuevo o de otra manera.
passkey-wrong = Este hub no conoce esa llave de acceso. Entre de otra manera y añádala de nuevo.
passkey-too-late = Tardó demasiado o se envió dos veces. Inténtelo de nuevo.
sign-in-passkey = Entrar con una llave de acceso
sign-in-with = Entrar con
done-passkey-added = Se añadió la llave de acceso.
done-passkey-renamed = La llave de acceso tiene su nuevo nombre.
done-passkey-removed = Se quitó la llave de acceso.

# Providers of OpenID Connect.

providers-title = Proveedores de acceso
providers-lead = Las personas pueden entrar con una cuenta que tienen en otro lugar: en el Keycloak de su centro, en Microsoft Entra ID, en Google o en cualquier otro proveedor de OpenID Connect.
providers-none = Aún no hay ninguno. Se entra con contraseña o llave de acceso.
provider-new = Añadir un proveedor
provider-add = Añadir
provider-is-on = Activo
provider-is-off = Inactivo
provider-label = Nombre
provider-label-help = Cómo lo llama la gente, por ejemplo «Cuenta del centro». Aparece en el botón.
provider-label-wrong = Diga cómo lo llama la gente, por ejemplo «Cuenta del centro».
provider-issuer = Dirección del proveedor
provider-issuer-help = Su «issuer», exactamente como se llama a sí mismo. No se puede cambiar después: por él se conoce a las personas.
provider-issuer-wrong = Esto no es una dirección https, o este hub ya tiene ese proveedor.
provider-client = ID de cliente
provider-client-help = Cómo llama el proveedor a este hub. Lo recibe al registrar el hub allí.
provider-client-id-wrong = Sin él, el proveedor no puede estar activo.
provider-secret = Secreto de cliente
provider-secret-help = Del proveedor. Se guarda sellado y no se vuelve a mostrar. Déjelo vacío para un cliente público.
provider-secret-kept = Hay uno guardado y sellado. Déjelo vacío para conservarlo.
provider-no-secret = Quitar el secreto
provider-scopes = Ámbitos
provider-scopes-help = Lo que se pide al proveedor además de «openid». Normalmente «email profile».
provider-lets-in = Quién puede entrar
provider-lets-accounts = Solo quien tiene una cuenta aquí
provider-lets-accounts-help = La vinculan en su página «Acceso y seguridad».
provider-lets-domains = También quien tiene una dirección de correo de estos dominios
provider-lets-domains-help = Quien viene por primera vez recibe una cuenta de miembro.
provider-lets-anybody = Todas las personas que el proveedor conoce
provider-lets-anybody-help = Solo para un proveedor que es únicamente suyo, nunca para uno público.
provider-domains = Dominios
provider-domains-help = Por ejemplo escuela.example, separados por comas.
provider-domains-wrong = Escriba dominios como escuela.example, separados por comas.
provider-trusts = Se confía en sus direcciones de correo
provider-trusts-help = Quien tiene la dirección de correo de la cuenta de un miembro entra en ella sin vincularla antes. Las cuentas del equipo se vinculan siempre a mano.
provider-on = Activo
provider-on-help = La página de acceso lo ofrece.
provider-refused = No es posible: hay demasiados proveedores, o ningún propietario podría entrar ya. Dé primero a un propietario una contraseña o una llave de acceso.
provider-redirect = En el proveedor
provider-redirect-help = Registre este hub allí como cliente web confidencial con esta dirección de redirección:
provider-check = Comprobar el proveedor
provider-check-fits = Responde, y lo que dice de sí mismo encaja.
provider-check-down = No responde como debería. { $why }
provider-check-misfit = Responde, pero este hub no puede usarlo. { $why }
provider-settings = Ajustes
provider-save = Guardar
provider-remove = Quitar el proveedor
provider-linked-count = { $count ->
    [0] Nadie lo ha vinculado.
    [one] Una persona lo ha vinculado.
   *[other] { $count } personas lo han vinculado.
}
provider-left-without = { $count ->
    [0] Nadie depende solo de él.
    [one] Una de ellas no tiene otra forma de entrar y tendría que elegir una contraseña por correo.
   *[other] { $count } de ellas no tienen otra forma de entrar y tendrían que elegir una contraseña por correo.
}
done-provider-added = Se ha añadido el proveedor.
done-provider-saved = Se ha guardado el proveedor.
done-provider-removed = Se ha quitado el proveedor.
done-provider-linked = La cuenta está vinculada.
done-provider-unlinked = Se ha quitado el vínculo.
providers-mine = Cuentas en otros lugares
providers-mine-help = Vincule una cuenta que tiene en otro lugar y entre aquí con ella.
provider-is-linked = Vinculada
provider-used = último uso
provider-link = Vincular
provider-unlink = Quitar el vínculo
provider-go-on = Hacia el proveedor
provider-go-on-lead = El proveedor le pregunta quién es y le trae de vuelta.
provider-go-on-do = Continuar
provider-unknown = Este hub no ofrece ese proveedor. Entre de otra forma.
provider-stale = Ha tardado demasiado, empezó en otro navegador o se envió dos veces. Inténtelo de nuevo.
provider-declined = El proveedor no le dejó entrar, o usted dijo que no allí. Inténtelo de nuevo o entre de otra forma.
provider-no-address = El proveedor no dio ninguna dirección de correo verificada. Confírmela allí o entre de otra forma.
provider-taken = Esa identidad está vinculada con otra cuenta, o su cuenta con otra identidad allí.
provider-wait = Ahora mismo llegan demasiadas personas de su red. Inténtelo dentro de una hora o entre de otra forma.
provider-down = El proveedor no responde en este momento. Inténtelo más tarde o entre de otra forma.
provider-broken = No se puede confiar en la respuesta del proveedor. Entre de otra forma; el equipo de este hub encuentra el motivo en su registro.
provider-has-account = Ya hay una cuenta para { $email }. Entre en ella y vincule el proveedor en su página «Acceso y seguridad».
provider-no-account = { $email } no tiene cuenta en este hub. Pida una invitación a su equipo.
sign-in-again = Para esto debe haber entrado en los últimos diez minutos. Salga, entre de nuevo y repítalo.
security-password-first = Poner una contraseña
provider-last-way = No quedaría nada con que entrar. Ponga antes una contraseña o añada una llave de acceso.
