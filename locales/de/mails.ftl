# The texts of mails to people; the subject is an attribute. Paragraphs are parted by an empty line.

mail-footer = Sie können wählen, welche Mails Sie bekommen, oder keine:

mail-course_waits =
    „{ $title }“ von { $site } wartet auf eine Entscheidung.

    { $link }
    .subject = { $hub }: ein Kurs wartet: „{ $title }“

mail-change_waits =
    { $site } hat „{ $title }“ geändert. Die Änderung wartet auf eine Entscheidung; bis dahin ist der bisherige Text zu sehen.

    { $link }
    .subject = { $hub }: eine Änderung wartet: „{ $title }“

mail-report_new =
    { $what } wurde gemeldet. Der Grund:

    { $reason }

    { $link }
    .subject = { $hub }: { $what } wurde gemeldet

mail-appeal_new =
    Wer „{ $title }“ veröffentlicht hat, bittet um eine neue Entscheidung:

    { $text }

    { $link }
    .subject = { $hub }: Einspruch zu „{ $title }“

mail-course_accepted =
    Ihr Kurs „{ $title }“ wurde angenommen und steht auf { $hub }.

    { $link }
    .subject = { $hub }: „{ $title }“ ist gelistet

mail-course_refused =
    Das Team von { $hub } hat „{ $title }“ nicht angenommen. Der Grund:

    { $reason }
    .subject = { $hub }: „{ $title }“ wurde nicht angenommen

mail-course_hidden =
    Das Team von { $hub } hat „{ $title }“ verborgen. Der Grund:

    { $reason }
    .subject = { $hub }: „{ $title }“ wurde verborgen

mail-course_unhidden =
    Ihr Kurs „{ $title }“ ist auf { $hub } wieder zu sehen.

    { $link }
    .subject = { $hub }: „{ $title }“ ist wieder zu sehen

mail-course_deleted =
    Das Team von { $hub } hat „{ $title }“ gelöscht.

    { $reason }
    .subject = { $hub }: „{ $title }“ wurde gelöscht

mail-course_changes_asked =
    Das Team von { $hub } bittet Sie, „{ $title }“ zu ändern und erneut zu veröffentlichen:

    { $reason }

    { $link }
    .subject = { $hub }: bitte „{ $title }“ ändern

mail-appeal_answered =
    Das Team von { $hub } hat auf Ihren Einspruch zu „{ $title }“ geantwortet:

    { $text }

    { $link }
    .subject = { $hub }: Antwort zu „{ $title }“

mail-report_answered =
    Sie haben { $what } gemeldet. Das Ergebnis:

    { $text }
    .subject = { $hub }: Ihre Meldung zu { $what }

mail-limit_reached =
    { $site } darf in 24 Stunden { $limit } Kurse auf { $hub } veröffentlichen und hat das getan. Was jetzt gesendet wird, wird nicht angenommen; versuchen Sie es morgen wieder.
    .subject = { $hub }: { $site } hat die Grenze erreicht

mail-site_trusted =
    { $hub } vertraut jetzt Ihrer Site { $site }: Was sie veröffentlicht, wird sofort gelistet.
    .subject = { $hub }: { $site } gilt als vertrauenswürdig

mail-site_unreachable =
    { $hub } erreicht Ihre Site { $site } nicht:

    { $reason }
    .subject = { $hub }: { $site } ist nicht erreichbar

mail-account_email_change =
    Jemand möchte diese Adresse für ein Konto auf { $hub } verwenden. Wenn Sie es waren, öffnen Sie diesen Link; wenn nicht, tun Sie nichts.

    { $link }
    .subject = { $hub }: bestätigen Sie Ihre Mailadresse

mail-account_reset =
    Jemand hat ein neues Passwort für Ihr Konto auf { $hub } verlangt. Wenn Sie es waren, öffnen Sie diesen Link; wenn nicht, tun Sie nichts.

    { $link }
    .subject = { $hub }: wählen Sie ein neues Passwort

mail-digest =
    Was seit der letzten Mail dieser Art auf { $hub } geschehen ist:
    .subject = { $hub }: was geschehen ist ({ $count })
