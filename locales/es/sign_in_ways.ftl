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
