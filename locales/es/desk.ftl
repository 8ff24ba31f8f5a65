# Las páginas tras iniciar sesión: lo que todas comparten.

desk-group-moderate = Moderación
desk-group-admin = Este hub
desk-group-me = Usted
desk-nav = Sus páginas
desk-rights = Roles y permisos
desk-me = Mi cuenta
yes = sí
no = no

role-owner = Propietario
role-admin = Administrador
role-moderator = Moderador
role-curator = Curador
role-member = Miembro

right-listings = Corregir, etiquetar y destacar fichas, editar vocabularios
right-decisions = Decidir sobre lo que espera, responder a avisos y recursos
right-sites = Confiar en sitios, corregirlos, suspenderlos y borrarlos
right-settings = Cambiar los ajustes del hub
right-accounts = Dar cuentas y roles a personas
right-mail = Leer y reenviar el correo del hub
right-audit = Leer el registro de todos los actos
right-owners = Nombrar propietarios

rights-title = Roles y permisos
rights-lead = Lo que puede hacer cada rol. Una persona tiene un rol; el hub conserva siempre un propietario.
rights-right = Permiso
