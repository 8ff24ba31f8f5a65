# Signing in, and a person's own pages.

nav-sign-in = Sign in
nav-sign-out = Sign out
nav-account = Account
sign-in-title = Sign in
sign-in-email = Mail address
sign-in-password = Password
sign-in-do = Sign in
sign-in-wrong = No account has this address and password. Check both and try again.
sign-in-wait = { $seconds ->
    [one] Too many wrong passwords. Try again in a second.
   *[other] Too many wrong passwords. Try again in { $seconds } seconds.
}
sign-in-nobody = Nobody has an account yet. Whoever runs this hub opens the set-up link that the program prints when it starts.

me-title = My account
me-sessions = Where you are signed in
me-sessions-help = End what you do not know, and change your password then.
me-session-unnamed = A browser without a name
me-session-this = this browser
me-session-since = signed in
me-session-seen = last seen
me-session-end = End
me-sessions-end = End all others

done-signed-out = You are signed out.
done-sessions-ended = Ended.
done-signed-in = You are signed in.

error-signed-out = You are not signed in any more
error-signed-out-why = Your session ended before the form was sent, so nothing was changed.
error-signed-out-next = Sign in, then send the form again.
error-foreign = The form was not taken
error-foreign-why = It did not come from a page of your present session, so nothing was changed. This happens when a page stays open while you sign in again elsewhere.
error-foreign-next = Go back, load the page anew, and send the form again.
error-sign-in = Sign in
