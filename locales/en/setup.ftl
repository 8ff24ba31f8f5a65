# First steps of a new hub.

setup-owner-title = Set up your hub
setup-owner-lead = First, your own account. You will own this hub: you decide who else may do what.
setup-name = Your name
setup-name-help = Shown to other staff.
setup-email = Your mail address
setup-email-help = You sign in with it.
setup-password = Password
setup-password-help = At least 12 characters. A few words in a row are easy to remember and hard to guess.
setup-owner-do = Create my account
done-owner = Your account is ready and you are signed in.
