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
