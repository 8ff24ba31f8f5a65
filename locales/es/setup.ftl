# Primeros pasos de un hub nuevo.

setup-owner-title = Configure su hub
setup-owner-lead = Primero, su propia cuenta. Usted será propietario de este hub: decide quién más puede hacer qué.
setup-name = Su nombre
setup-name-help = Lo ve el resto del equipo.
setup-email = Su correo electrónico
setup-email-help = Con él inicia sesión.
setup-password = Contraseña
setup-password-help = Al menos 12 caracteres. Unas cuantas palabras seguidas son fáciles de recordar y difíciles de adivinar.
setup-owner-do = Crear mi cuenta
done-owner = Su cuenta está lista y ha iniciado sesión.
