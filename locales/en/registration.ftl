# Pages of the registration of a Moodle site.

back-to-site = Back to your Moodle
ask-hub = If you are stuck, ask the person who runs this hub:
mail-waits = This hub cannot send mail at the moment. The message is kept and goes out as soon as mail works; the people who run the hub can also read it to you.

# Comparison

compare-caption = The registered site and the one that asks
compare-what = What
compare-registered = Registered here
compare-arriving = Asking now
compare-differs = different
compare-address = Address
compare-name = Name
compare-description = Description
compare-contact = Contact
compare-email = Mail address
compare-release = Moodle release
compare-version = Moodle version
compare-leave = Not sure? Close this page. Nothing has been changed.
compare-moved-title = Has your Moodle moved, or is this a copy?
compare-moved-why = A Moodle with the same identifier is already registered here under another address. That happens when a site moves, and when one is copied.
compare-moved = It moved
compare-moved-effect = The old address no longer works, or leads to the new one. Your registration and all courses go with you; the old contact is told.
compare-moved-do = It moved: change the address
compare-copied = It is a copy
compare-copied-effect = Both sites go on, for instance one for tests. The copy gets an identifier of its own and registers as a new site; the other one keeps everything.
compare-copied-do = It is a copy: give it its own identifier
compare-replace-title = Replace the registration of this address?
compare-replace-why = A newly installed Moodle asks to be registered under the address of a site you are the contact of.
compare-replace = It is the same site, newly installed
compare-replace-effect = The new Moodle takes over the registration and the courses. The old one can no longer reach this hub. What the new one publishes waits until our staff trusts it.
compare-replace-do = Replace the registration

# Problems

problems-title = Your site is not registered yet
problems-lead = { $count ->
    [one] One thing has to be put right first. Nothing has been stored.
   *[other] { $count } things have to be put right first. Nothing has been stored.
}
problems-given = You gave:
problems-next = Put this right in your Moodle and register again.
field-url = Address of your site
field-name = Name of your site
field-contactname = Administrator
field-contactemail = Mail address
field-description = Description
field-language = Language
field-token = Identifier of your site
field-password = Password of this hub
field-hub = This hub
problem-missing = This is empty and is needed.
problem-address = This is not a web address. It should look like https://moodle.example.org.
problem-scheme = Only addresses with http:// and https:// can be used.
problem-credentials = An address with a user name or password cannot be used.
problem-long = This has more than { $max } characters.
problem-mail = This is not one mail address.
problem-password = The password of this hub is missing or wrong.
problem-password-advice = Ask the people who run this hub for it. Capitals matter. The registration page of Moodle 3.4 and later has no field for it; with such a Moodle, ask them to let sites in by approval.
problem-invitation = The invitation of this hub is missing or not open any more.
problem-invitation-advice = Ask the people who run this hub for an invitation and give its code in the password field. The registration page of Moodle 3.4 and later has no field for it; with such a Moodle, ask them to let sites in by approval.
problem-guesses = Too many wrong passwords came from your network. Please wait { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} before you try again.
problem-guesses-advice = Until then no password is looked at, not even the right one. Ask the people who run this hub for it.
problem-closed = No new sites are taken at the moment.
problem-closed-advice = Sites that were registered before can come back.
problem-readonly = Nothing can be registered or published at the moment.
problem-readonly-advice = Reading and downloading work. Try again later.
problem-link = This link is unknown, already used or too old.
problem-link-advice = Register once more from your Moodle; a new link is then sent.
problem-taken = Another site that is still active is registered under this address.
problem-taken-advice = If it is yours, unregister it there first, or ask the people who run this hub.
problem-host = This name leads nowhere in the public internet.
problem-host-advice = Check the address your Moodle has in config.php (wwwroot). If your Moodle is only reachable inside your network, the people who run this hub can allow it.
problem-private = This address lies in a private network that this hub does not enter.
problem-private-advice = The people who run this hub can allow your network.
problem-port = This hub does not connect to that port.
problem-port-advice = Usual are 80, 443, 8080 and 8443. The people who run this hub can allow others.
problem-connection = Your site could not be reached.
problem-timeout = Your site did not answer in time.
problem-status = Your site answered with an error.
problem-connection-advice = Open the address in a browser outside your network. If a firewall guards it, it must let this hub through.
problem-certificate = The certificate of your site is not valid.
problem-certificate-advice = Look at the address in a browser; often an intermediate certificate is missing.
problem-redirect = Your site leads on to somewhere this hub does not follow.
problem-redirect-advice = Give the address your Moodle has in config.php (wwwroot).

# Messages

blocked-title = This identifier is blocked
blocked-lead = The identifier your Moodle registers with was reported as stolen or copied. Your site needs a new one; that is quickly done.
blocked-step-renew = Use the button. Your Moodle forgets the old identifier.
blocked-step-again = Then register again from your Moodle. It gets a new identifier by itself.
blocked-do = Renew the identifier in my Moodle
waits-title = Your request has arrived
waits-lead = The people who run this hub decide which sites are connected. There is nothing more for you to do now.
waits-step-decide = They look at your site and decide.
waits-step-mail = You get a mail at the address you gave.
waits-step-open = Open the link in it in the browser in which you are signed in to your Moodle. That finishes the registration.
sent-title = Please confirm by mail
sent-lead = Another Moodle is registered under this address. We have sent a link to its contact, { $to }.
before-title = A mail is already on its way
before-lead = Less than a day ago we sent a link to the contact of this address, { $to }. We send only one a day.
sent-step-open = Open the link in that mail. It is valid for seven days.
sent-step-confirm = Compare both sites and confirm that the new one replaces the old one.
sent-step-lost = Nobody reads that mailbox any more? The people who run this hub can confirm it for you.
nobody-title = We cannot ask anybody
nobody-lead = Another Moodle is registered under this address, and it left no mail address that works.
nobody-step-ask = Ask the people who run this hub to confirm your site.
ended-title = This registration has ended
ended-lead = The site left this hub, was removed by our staff, or is stopped for now.
ended-step-again = If you think this is a mistake, ask the people who run this hub. Otherwise register again from your Moodle.

# The way back

return-site = Site
return-address = Address
return-handshake = Sent back to your Moodle
return-seen = Last call from your Moodle
return-never = not yet
return-done-title = Your Moodle is connected
return-done-lead = It has called this hub with its new key. Teachers can publish and search from inside Moodle.
return-awaited-title = Almost there
return-awaited-lead = Your site is registered here, and your browser was sent back to your Moodle. We are waiting for its first call.
return-lost-title = Registered, but your Moodle has not called
return-lost-lead = Your site is registered here, but no call came from it within { $minutes } minutes. Probably the way back was blocked, so that your Moodle does not know its key.
return-causes = What usually stands in the way
return-cause-firewall = A firewall before your Moodle, such as mod_security, answers 403 because the way back carries an address in a parameter. The exception below cures it.
return-cause-signed-in = You were not signed in to your Moodle as administrator in this browser. Sign in and try again.
return-cause-closed = The page was closed before it came back. Try again.
return-again = Try again
return-again-what = This sends your browser back to your Moodle once more, with a new key.
return-exception = Exceptions for mod_security
return-exception-why = Moodle itself decides what the way there and back looks like, so the address in it cannot be avoided. These lines allow it on these pages only.
return-exception-number = They name the rules of the OWASP Core Rule Set. If the error log of that Apache names another rule, as id "…", put its number in their place.
return-exception-site = On the web server of your Moodle
return-exception-site-where = In the Apache configuration of the site, then reload Apache:
return-exception-hub = On the web server before this hub
return-exception-hub-where = Only if the page of this hub itself answered 403. For the people who run it:
return-accepted-title = Your site was accepted
return-accepted-lead = The people who run this hub have accepted your site. One step is left.
return-finish = Finish the registration
return-finish-what = This sends your browser back to your Moodle with its key. Sign in there as administrator first.
