# Sentences of use cases, in English as they say them: pages and mails know each again by its text, and say it in their language.

# Words of a hub's vocabularies
said-term-exists = there is a { $vocabulary } "{ $key }" already
said-facet-exists = there is a facet "{ $key }" already
said-facet-used = staff gave { $count } courses values of "{ $key }"; retire its terms instead, or remove it with --force
said-term-name = a term needs a name
said-term-name-any = a term needs a name in at least one language
said-tree-depth = trees are at most { $most } levels deep
said-facet-name = a facet needs a name
said-facets-most = a hub has at most { $most } facets of its own
said-url-needed = an address that begins with https:// is needed
said-terms-most = at most { $most } terms are taken at once
said-facet-unknown = this hub has no such facet
said-name-missing = it has no name
said-word-missing = there is no "{ $name }"
said-hangs-on-itself = it hangs on itself
said-language-needed = a language code such as en or de is needed
said-key-facet = the key of a facet has lower-case letters, digits and hyphens, begins with a letter and is at most 30 long
said-key-taken = this word means something else in addresses; choose another key
said-key-term = a key has letters a-z, digits, dots, hyphens and underscores, begins with a letter or digit and is at most 60 long

# Moderation
said-text-changed = its publisher sent another text while you were reading, or somebody decided already; look at it again
said-not-appealable = only a refusal or hiding can be appealed
said-appealed = this decision was appealed already
said-appeal-decided = this appeal was decided already
said-thread-full = this thread has 100 messages; staff decides on it now
said-report-decided = this report was decided already
said-reports-most = this hub takes { $most } reports a day from one network; try again tomorrow
said-claimed = { $name } is at work on it; take it over if you must
said-reason-publisher = a reason is needed; the publisher reads it
said-unseen-known = not everything in the package can be shown; confirm that you know this
said-days = a whole number from 1 to 365
said-why-in-a-line = say in one line why; everybody reads it
said-site-elsewhere = a site is suspended or written to on its own page; then dismiss this
said-report-email = this is no mail address; leave it empty if you want no answer
said-say-something = say something here; it is read by a person
said-lines-most = at most 200
said-line-text = each line needs a text in one language at least

# Accounts
said-passkeys-most = an account has { $most } passkeys at most; remove one first
said-passkey-taken = this passkey is somebody's already
said-passkey-answer = the device's answer does not fit; please try again
said-code-wrong = this is not the code the app shows now; check that the device's clock is right
said-codes-not-needed = this account is not asked for codes, so it needs no recovery codes
said-account-exists = there is an account for { $email } already
said-email-wrong = "{ $email }" is no mail address
said-email-same = this is the address the account has
said-passkey-name = a name is needed, such as the device's
said-passkeys-where = passkeys need a hub with a name (not an address of digits) that is reached over https
said-type-email = type the address of the account: { $email }
said-domains-only = this hub takes addresses of these domains only: { $domains }
said-last-owner = this is the hub's last owner; make somebody else an owner first
said-password-length = it must have { $least } to { $most } characters, this has { $length }
said-account-suspended = this account is suspended; please ask the hub's staff
said-accounts-by-staff = on this hub, accounts are made by staff
said-accounts-staff-only = only owners and admins manage accounts
said-accounts-owners-only = only owners make owners and manage their accounts
said-number-up-to = a whole number from 1 to { $most }, or nothing
said-invitation-used = this invitation was used by another site at this very moment

# Messages
said-message = write your message here
said-message-long = a message has { $most } characters at most, this has { $found }
said-who = say who you are
said-who-long = a name has { $most } characters at most
said-answer-to = this is no mail address; the answer is sent there
said-what-it-is = choose what your message is
said-conversation-closed = this conversation is closed; open it first

# Registration
said-secret-blocked = the secret of the new site was blocked since this link was mailed; it must register once more, with another secret
said-site-moved = the site has got another address since this link was mailed, so there is nothing to replace; the new site can simply register once more
said-nobody-waits = nobody waits for this registration any more
said-site-suspended-first = the site is suspended; lift that first
said-contact-no-address = the contact of this site has no mail address
said-registered-now = this site was registered at this very moment; try again
said-request-waits = a request to register this address, with another secret, waits for the hub's staff; if it was yours, ask them to refuse it, then register once more
said-looking-busy = this hub looks at too many sites at this moment; try again in a minute
said-site-suspended = this site is suspended on this hub; ask its staff
said-site-not-active = this site is not active on this hub
said-site-back = your site has called this hub: it is registered already

# Staff and sites
said-no-code = no code was given to this site yet
said-no-lock = this can't be locked: the site does not say it
said-no-secret = the hub has no secret of site { $site } that could be blocked
said-no-split = site { $site } is not registered; there is nothing to split
said-calling-busy = many sites are being called at this moment; try again
said-type-name = type the name of the site as it stands above
said-no-token = site { $site } is not registered; it has no token
said-reason-contact = a reason is needed; the site's contact reads it
said-site-is-registered = site { $site } is registered already; to end that: coursehub site delete { $site }
said-site-waits = site { $site } waits to be accepted; accept or refuse it first
said-address-taken = another site is registered at this address
said-site-left = site { $site } has left this hub; it can only be registered again from its own Moodle
said-site-prioritised = site { $site } is prioritised, and prioritised sites are trusted; take its priority first: coursehub site unprioritise { $site }
said-name-needed = a name is needed
said-email-looks = this is not a mail address; it should look like ana@school.example
said-language-looks = a language code is needed, such as en or pt_br
said-country-looks = two letters are needed, such as FR, or nothing
said-limit-looks = a whole number, "unlimited", or nothing for the hub's own value
said-address-needed = an address is needed, such as https://moodle.example.org
said-address-looks = this is not a web address; it should look like https://moodle.example.org
said-address-scheme = only http:// and https:// addresses can be used
said-address-password = an address with a user name or password cannot be used
said-address-long = an address can have at most { $most } characters

# Staff and courses
said-text-meanwhile = another text waits meanwhile; decide on that one
said-mails-sent = mails that were sent cannot be taken back
said-batch-at-work = it is still at work; wait until it has ended
said-batch-old = it was begun more than 24 hours ago; change the courses themselves
said-batch-gone = it is gone
said-batch-changed = it has changed since and was left as it is
said-batch-no-course = there is no such course
said-batch-so-already = nothing to do: it is so already
said-reason-publishers = a reason is needed; the publishers read it
said-tag-needed = a tag is needed
said-mail-subject = a mail needs a subject
said-mail-text = a mail needs a text
said-none-selected = no course is selected
said-no-publisher-email = its publisher gave no mail address
said-selection-changed = the courses are not those that were shown any more; look at the selection again
said-pictures-changed = the pictures have changed meanwhile; look at them again
said-pictures-most = a course has at most { $most } pictures
said-picture-bytes = a picture has at most { $most } bytes
said-picture-size = the picture has { $size } bytes; at most { $most } are taken
said-picture-none = this is no picture; PNG, JPEG, GIF and WebP are taken
said-picture-sides = the picture is { $width } × { $height } pixels; at most { $most } on a side and 40 million in all are taken
said-picture-damaged = the picture is damaged: { $detail }
said-course-name = a course needs a name
said-title-needed = a title is needed
said-title-long = at most { $most } characters, this has { $found }
said-no-package = no package has arrived yet, so there is nothing to accept; it is listed when its file comes
said-package-refused = its package was not taken ({ $codes }); ask the publisher for a new upload
said-package-held = its package is held ({ $codes }); look at it and accept it despite these findings, or ask the publisher for a new upload
said-package-not-kept = its package was held and its file is no longer kept; ask the publisher for a new upload
said-is-listed = it is listed already; hide it or delete it instead
said-is-withdrawn = its publisher has withdrawn it; it comes back when they publish it again
said-is-removed = it was deleted
said-not-hidden = it is not hidden but { $state }
said-not-waiting = it does not wait for a decision but is { $state }
said-not-removed = it was not deleted but is { $state }
said-is-purged = it was deleted too long ago; its texts and its file are gone
said-act-needed = choose what to do
said-deciders-only = only who decides on courses may do this
said-decision-needed = no decision was chosen
said-form-again = send the form of your site once more

# Pages and mails
said-page-changed = somebody else wrote this page meanwhile; load it anew and put your changes in
said-page-long = a language has { $most } bytes at most
said-mail-state = mail { $id } is { $state }, and only one that waits or is dead can be changed
said-mail-no-server = there is no mail server: give the setting mail_server, or mail_url and mail_from in the configuration; until then mails wait (coursehub mail list)
said-needs-code = this account signs in with a code of its app too, which this page does not ask for

# Calls to other addresses
said-call-scheme = only http and https addresses are called
said-call-password = addresses with a user name or password are not called
said-call-no-host = the address names no host
said-call-port = port { $port } is not called; allowed are { $allowed }
said-call-private = the host leads to { $network }, which this hub does not call (its operator can allow a network with allow_private)
said-call-name = the name { $host } could not be found
said-call-connect = no connection: { $detail }
said-call-tls = no secure connection: { $why }
said-call-time = no complete answer within { $seconds } seconds
said-call-redirects = more than { $most } redirects
said-call-long = the answer is longer than { $most } bytes
said-call-broken = the answer was broken: { $detail }
said-certificate-expired = the certificate has expired
said-certificate-name = the certificate is for another name
said-certificate-authority = the certificate is self-signed, from an unknown authority, or sent without its intermediate certificate
said-call-status = it answers with status { $status }
said-account-last-way = this is the last way into your account; choose a password or add another passkey first

# Sign-in providers
said-provider-most = a hub has { $most } sign-in providers at most
said-provider-last-owner = no owner could sign in any more: give one a password or a passkey first
said-provider-label = say what people call it, such as "School account"
said-provider-there = this hub has that provider already
said-provider-issuer = this is no https address
said-provider-client = the provider cannot be on without it
said-provider-domains = write domains such as school.example, with commas between them
