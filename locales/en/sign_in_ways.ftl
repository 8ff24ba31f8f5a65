# Ways to sign in besides a password: passkeys, other providers.

passkeys-title = Passkeys
passkeys-lead = A passkey is kept by your phone, your computer or a password manager. With it you sign in by finger, face or PIN, and type neither address nor password.
passkeys-yours = Your passkeys
passkeys-none = You have none yet. Add one below.
passkeys-no-script = This needs a browser that knows passkeys, with scripts switched on.
passkeys-impossible = This hub cannot have passkeys: it needs a name (not an address of digits) and https.
passkey-name = Name
passkey-name-help = So that you know it again, such as “Phone” or “Office computer”.
passkey-add-title = Add a passkey
passkey-add = Add
passkey-added = added
passkey-used = last used
passkey-never-used = never used
passkey-change = Change
passkey-rename = Rename
passkey-remove = Remove
passkey-remove-help = Nobody can sign in with it any more. Delete it on the device too.
passkey-failed = The browser gave no passkey. Try again, or sign in another way.
passkey-wrong = This hub does not know that passkey. Sign in another way and add it anew.
passkey-too-late = That took too long or was sent twice. Please try again.
sign-in-passkey = Sign in with a passkey
sign-in-with = Sign in with
done-passkey-added = The passkey was added.
done-passkey-renamed = The passkey has its new name.
done-passkey-removed = The passkey was removed.

# Providers of OpenID Connect.

providers-title = Sign-in providers
providers-lead = People can sign in with an account they have elsewhere: at your school’s Keycloak, at Microsoft Entra ID, at Google or any other provider of OpenID Connect.
providers-none = There is none yet. People sign in by password or passkey.
provider-new = Add a provider
provider-add = Add
provider-is-on = On
provider-is-off = Off
provider-label = Name
provider-label-help = What people call it, such as “School account”. It stands on the button.
provider-label-wrong = Say what people call it, such as “School account”.
provider-issuer = Address of the provider
provider-issuer-help = Its “issuer”, exactly as it calls itself. It cannot be changed later: people are known by it.
provider-issuer-wrong = This is no https address, or this hub has that provider already.
provider-client = Client ID
provider-client-help = What the provider calls this hub. You get it when you register the hub there.
provider-client-id-wrong = The provider cannot be on without it.
provider-secret = Client secret
provider-secret-help = From the provider. It is kept sealed; nobody can read it again. Leave it empty for a public client.
provider-secret-kept = One is kept, sealed. Leave this empty to keep it.
provider-no-secret = Remove the secret
provider-scopes = Scopes
provider-scopes-help = What is asked of the provider besides “openid”. Usually “email profile”.
provider-lets-in = Who may come
provider-lets-accounts = Only people who have an account here
provider-lets-accounts-help = They link it on their page “Sign-in and security”.
provider-lets-domains = Also people with a mail address of these domains
provider-lets-domains-help = Whoever comes for the first time gets an account as a member.
provider-lets-anybody = Everybody the provider knows
provider-lets-anybody-help = Only for a provider that is yours alone, never for a public one.
provider-domains = Domains
provider-domains-help = Such as school.example, with commas between them.
provider-domains-wrong = Write domains such as school.example, with commas between them.
provider-trusts = Its mail addresses are trusted
provider-trusts-help = Somebody with the mail address of a member’s account comes into it without linking it first. Accounts of staff are always linked by hand.
provider-on = On
provider-on-help = The sign-in page offers it.
provider-refused = This cannot be done: there are too many providers, or no owner could sign in any more. Give an owner a password or a passkey first.
provider-redirect = At the provider
provider-redirect-help = Register this hub there as a confidential web client with this redirect address:
provider-check = Check the provider
provider-check-fits = It answers, and what it says of itself fits.
provider-check-down = It does not answer as it should. { $why }
provider-check-misfit = It answers, but this hub cannot use it. { $why }
provider-settings = Settings
provider-save = Save
provider-remove = Remove the provider
provider-linked-count = { $count ->
    [0] Nobody has linked it.
    [one] One person has linked it.
   *[other] { $count } people have linked it.
}
provider-left-without = { $count ->
    [0] Nobody depends on it alone.
    [one] One of them has nothing else to sign in with, and would have to choose a password by mail.
   *[other] { $count } of them have nothing else to sign in with, and would have to choose a password by mail.
}
done-provider-added = The provider was added.
done-provider-saved = The provider was saved.
done-provider-removed = The provider was removed.
done-provider-linked = The account is linked.
done-provider-unlinked = The link was removed.
providers-mine = Accounts elsewhere
providers-mine-help = Link an account you have elsewhere, and sign in here with it.
provider-is-linked = Linked
provider-used = last used
provider-link = Link
provider-unlink = Remove the link
provider-go-on = On to the provider
provider-go-on-lead = The provider asks who you are and brings you back here.
provider-go-on-do = Go on
provider-unknown = This hub does not offer that provider. Sign in another way.
provider-stale = That took too long, was begun in another browser or was sent twice. Please try again.
provider-declined = The provider did not let you in, or you said no there. Try again or sign in another way.
provider-no-address = The provider gave no verified mail address. Confirm your address there, or sign in another way.
provider-taken = That identity is linked with another account, or your account is linked with another identity there.
provider-wait = Too many people come from your network at the moment. Try again in an hour, or sign in another way.
provider-down = The provider does not answer at the moment. Try again later, or sign in another way.
provider-broken = The provider’s answer cannot be trusted. Sign in another way; the staff of this hub finds the reason in its log.
provider-has-account = There is an account for { $email } already. Sign in to it and link the provider on its page “Sign-in and security”.
provider-no-account = { $email } has no account on this hub. Ask its staff for an invitation.
sign-in-again = For this you must have signed in within the last ten minutes. Sign out, sign in again and repeat it.
security-password-first = Set a password
provider-last-way = Nothing would be left to sign in with. Set a password or add a passkey first.
