# The pages behind a sign-in: what all of them share.

desk-group-moderate = Moderation
desk-group-admin = This hub
desk-group-me = You
desk-nav = Your pages
desk-rights = Roles and rights
desk-me = My account
yes = yes
no = no

role-owner = Owner
role-admin = Administrator
role-moderator = Moderator
role-curator = Curator
role-member = Member

right-listings = Correct, tag and feature listings, edit vocabularies
right-decisions = Decide on what waits, answer reports and appeals
right-sites = Trust, correct, suspend and delete sites
right-settings = Change the settings of the hub
right-accounts = Give accounts and roles to people
right-mail = Read and send again what the hub mails
right-audit = Read the record of all acts
right-owners = Make owners

rights-title = Roles and rights
rights-lead = What each role may do. A person has one role; the hub always keeps an owner.
rights-right = Right
