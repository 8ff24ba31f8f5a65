# The texts of mails to people; the subject is an attribute. Paragraphs are parted by an empty line.

mail-footer = يمكنك اختيار الرسائل التي تصلك أو إيقافها:

mail-course_waits =
    ينتظر «{ $title }» من { $site } قرارًا.

    { $link }
    .subject = { $hub }: مقرر ينتظر: «{ $title }»

mail-change_waits =
    عدّل { $site } المقرر «{ $title }». ينتظر التعديل قرارًا، ويبقى النص السابق معروضًا حتى ذلك الحين.

    { $link }
    .subject = { $hub }: تعديل ينتظر: «{ $title }»

mail-report_new =
    أبلغ شخص عن { $what }. السبب:

    { $reason }

    { $link }
    .subject = { $hub }: بلاغ عن { $what }

mail-appeal_new =
    يطلب ناشر «{ $title }» إعادة النظر في القرار:

    { $text }

    { $link }
    .subject = { $hub }: اعتراض بشأن «{ $title }»

mail-course_accepted =
    قُبل مقررك «{ $title }» وهو مدرج في { $hub }.

    { $link }
    .subject = { $hub }: «{ $title }» منشور الآن

mail-course_refused =
    لم يقبل فريق { $hub } المقرر «{ $title }». السبب:

    { $reason }
    .subject = { $hub }: لم يُقبل «{ $title }»

mail-course_hidden =
    أخفى فريق { $hub } المقرر «{ $title }». السبب:

    { $reason }
    .subject = { $hub }: أُخفي «{ $title }»

mail-course_unhidden =
    عاد مقررك «{ $title }» إلى الظهور في { $hub }.

    { $link }
    .subject = { $hub }: «{ $title }» ظاهر من جديد

mail-course_deleted =
    حذف فريق { $hub } المقرر «{ $title }».

    { $reason }
    .subject = { $hub }: حُذف «{ $title }»

mail-course_changes_asked =
    يطلب منك فريق { $hub } تعديل «{ $title }» ونشره من جديد:

    { $reason }

    { $link }
    .subject = { $hub }: يرجى تعديل «{ $title }»

mail-appeal_answered =
    رد فريق { $hub } على اعتراضك بشأن «{ $title }»:

    { $text }

    { $link }
    .subject = { $hub }: رد بشأن «{ $title }»

mail-report_answered =
    أبلغت عن { $what }. النتيجة:

    { $text }
    .subject = { $hub }: بلاغك عن { $what }

mail-limit_reached =
    يمكن لـ { $site } نشر { $limit } من المقررات في { $hub } خلال 24 ساعة وقد بلغ ذلك. لا يُقبل ما يرسله الآن؛ حاول غدًا.
    .subject = { $hub }: بلغ { $site } الحد المسموح

mail-site_trusted =
    يثق { $hub } الآن بموقعك { $site }: ما ينشره يُدرج فورًا.
    .subject = { $hub }: أصبح { $site } موثوقًا

mail-site_unreachable =
    لا يستطيع { $hub } الوصول إلى موقعك { $site }:

    { $reason }
    .subject = { $hub }: تعذر الوصول إلى { $site }

mail-account_email_change =
    يريد شخص استخدام هذا العنوان لحساب في { $hub }. إن كنت أنت فافتح هذا الرابط، وإلا فلا تفعل شيئًا.

    { $link }
    .subject = { $hub }: أكّد عنوان بريدك

mail-account_reset =
    طلب شخص كلمة مرور جديدة لحسابك في { $hub }. إن كنت أنت فافتح هذا الرابط، وإلا فلا تفعل شيئًا.

    { $link }
    .subject = { $hub }: اختر كلمة مرور جديدة

mail-digest =
    ما حدث في { $hub } منذ آخر رسالة من هذا النوع:
    .subject = { $hub }: ما حدث ({ $count })
