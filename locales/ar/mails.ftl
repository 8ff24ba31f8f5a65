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

mail-scanner_down =
    هناك حزم تنتظر لأن ماسح البرمجيات الخبيثة لا يستجيب:

    { $reason }

    ستُتابَع تلقائيًا عندما يستجيب. وحتى ذلك الحين يبقى هذا في القائمة:
    { $link }
    .subject = { $hub }: ماسح البرمجيات الخبيثة لا يستجيب

mail-package_listed =
    «{ $title }» من { $site } منشور لأن الموقع موثوق، مع أنه عُثر على شيء في حزمته:

    { $findings }

    يُرجى مراجعته:
    { $link }
    .subject = { $hub }: يُرجى مراجعة «{ $title }»

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

    حاله، ولسحبه:
    { $own }
    .subject = { $hub }: «{ $title }» منشور الآن

mail-course_refused =
    لم يقبل فريق { $hub } المقرر «{ $title }». السبب:

    { $reason }

    إذا كنت ترى أن هذا خطأ فافتح هذا الرابط وقل السبب. الرابط لك وحدك فلا تعطه لأحد:
    { $link }

    حاله، ولسحبه:
    { $own }
    .subject = { $hub }: لم يُقبل «{ $title }»

mail-course_hidden =
    أخفى فريق { $hub } المقرر «{ $title }». السبب:

    { $reason }

    إذا كنت ترى أن هذا خطأ فافتح هذا الرابط وقل السبب. الرابط لك وحدك فلا تعطه لأحد:
    { $link }

    حاله، ولسحبه:
    { $own }
    .subject = { $hub }: أُخفي «{ $title }»

mail-course_unhidden =
    عاد مقررك «{ $title }» إلى الظهور في { $hub }.

    { $link }

    حاله، ولسحبه:
    { $own }
    .subject = { $hub }: «{ $title }» ظاهر من جديد

mail-course_deleted =
    حذف فريق { $hub } المقرر «{ $title }».

    { $reason }
    .subject = { $hub }: حُذف «{ $title }»

mail-course_changes_asked =
    يطلب منك فريق { $hub } تعديل «{ $title }» ونشره من جديد:

    { $reason }

    { $link }

    حاله، ولسحبه:
    { $own }
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

mail-change_refused =
    لم يقبل فريق { $hub } تعديلك على «{ $title }». يحتفظ المقرر بنصه. السبب:

    { $reason }

    إذا كنت ترى أن هذا خطأ فافتح هذا الرابط وقل السبب. الرابط لك وحدك فلا تعطه لأحد:
    { $link }

    حاله، ولسحبه:
    { $own }
    .subject = { $hub }: لم يُقبل تعديلك على «{ $title }»

mail-appeal_upheld =
    نظر فريق { $hub } في «{ $title }» مرة أخرى. القرار باقٍ:

    { $text }

    { $link }
    .subject = { $hub }: القرار بشأن «{ $title }» باقٍ

mail-appeal_reversed =
    نظر فريق { $hub } في «{ $title }» مرة أخرى. كنت على حق وسُحب القرار:

    { $text }

    { $link }
    .subject = { $hub }: سُحب القرار بشأن «{ $title }»

mail-report_received =
    شكرا على بلاغك عن { $what }. سينظر فيه شخص ونخبرك بالنتيجة. هذا ما كتبته:

    { $text }
    .subject = { $hub }: وصل بلاغك

mail-limit_reached =
    يمكن لـ { $site } نشر { $limit } من المقررات في { $hub } خلال 24 ساعة وقد بلغ ذلك. لا يُقبل ما يرسله الآن؛ حاول غدًا.
    .subject = { $hub }: بلغ { $site } الحد المسموح

mail-site_trusted =
    يثق { $hub } الآن بموقعك { $site }: ما ينشره يُدرج فورًا.
    .subject = { $hub }: أصبح { $site } موثوقًا

mail-site_unreachable =
    لم يصل إلى { $hub } ({ $hub_address }) أي خبر من موقعك «{ $site }» منذ { $since }، وعنوانه { $address } لا يجيب:

    { $reason }

    لم يتغير شيء: تبقى مقرراتك في مكانها. إن انتقل الموقع فأرسل تسجيله مجددًا من عنوانه الجديد، وإن أُغلق فأخبر فريق المركز.
    .subject = { $hub }: تعذر الوصول إلى موقعك «{ $site }»

mail-site_silent =
    لم يصل إلى { $hub } ({ $hub_address }) أي خبر من موقعك «{ $site }» منذ { $since }، مع أن عنوانه { $address } يجيب. يرسل مودل تسجيله كل أسبوع بمهمة مجدولة: غالبًا لا يعمل cron أو أن المهمة معطلة.

    لم يتغير شيء: تبقى مقرراتك في مكانها. لإرساله يدويًا افتح صفحة التسجيل في مودل وحدّثه.
    .subject = { $hub }: لا أخبار من موقعك «{ $site }»

mail-package_refused =
    تعذر قبول النسخة الاحتياطية التي أرسلتها إلى { $hub } للمقرر «{ $title }»:

    { $findings }

    أنشئ نسخة احتياطية جديدة وشارك المقرر مرة أخرى من مودل.
    .subject = { $hub }: تعذر قبول النسخة الاحتياطية للمقرر «{ $title }»

mail-package_held =
    النسخة الاحتياطية التي أرسلتها إلى { $hub } للمقرر «{ $title }» تنتظر أن يطّلع عليها أحد:

    { $findings }

    لا يلزمك فعل شيء؛ ويمكنك أيضًا إنشاء نسخة احتياطية جديدة ومشاركة المقرر مرة أخرى من مودل.
    .subject = { $hub }: النسخة الاحتياطية للمقرر «{ $title }» قيد الاطلاع

mail-link_dead =
    يعرض { $hub } مقررك «{ $title }»، لكن تعذر الوصول إلى صفحته في يومين ({ $reason }):
    { $address }

    إن انتقل المقرر فانشره مجددًا من مودل: يحتفظ بمكانه. وإن انتهى فاسحبه هناك. وحتى ذلك الحين يُقاد الناس إلى صفحة غير موجودة.
    .subject = { $hub }: رابط «{ $title }» لا يؤدي إلى شيء

mail-account_email_change =
    يريد شخص استخدام هذا العنوان لحساب في { $hub }. إن كنت أنت فافتح هذا الرابط، وإلا فلا تفعل شيئًا.

    { $link }
    .subject = { $hub }: أكّد عنوان بريدك

mail-account_reset =
    طلب شخص كلمة مرور جديدة لحسابك في { $hub }. إن كنت أنت فافتح هذا الرابط، وإلا فلا تفعل شيئًا.

    { $link }
    .subject = { $hub }: اختر كلمة مرور جديدة

mail-account_email_changed =
    لحسابك على { $hub } الآن بريد إلكتروني آخر. إن لم تفعل ذلك بنفسك فأخبر القائمين على { $hub } فورًا.
    .subject = { $hub }: تغيّر بريدك الإلكتروني

mail-account_invitation =
    أنت مدعو إلى { $hub }. افتح هذا الرابط خلال أسبوع لاختيار اسم وكلمة مرور:

    { $link }
    .subject = { $hub }: دعوة لك

mail-account_sign_up =
    طلب أحدهم حسابًا على { $hub } بهذا العنوان. إن كنت أنت فافتح هذا الرابط لاختيار كلمة مرور، وإلا فلا تفعل شيئًا.

    { $link }
    .subject = { $hub }: أكمل إنشاء حسابك

mail-account_exists =
    ذكر أحدهم هذا العنوان لحساب على { $hub }، لكن له حسابًا بالفعل. إن كنت أنت ونسيت كلمة المرور فاختر أخرى هنا، وإلا فلا تفعل شيئًا.

    { $link }
    .subject = { $hub }: لديك حساب بالفعل

mail-digest =
    ما حدث في { $hub } منذ آخر رسالة من هذا النوع:
    .subject = { $hub }: ما حدث ({ $count })

mail-site_new =
    سُجّل موقع في { $hub }.

    الاسم: { $site }
    العنوان: { $address }
    جهة الاتصال: { $contact }
    اللغة: { $language }
    مودل: { $moodle }

    ليس موثوقًا بعد: ما ينشره ينتظرك.

    { $link }
    .subject = { $hub }: موقع جديد «{ $site }»

mail-site_changed =
    يقول الموقع «{ $site }» إن له اسمًا أو عنوانًا آخر.

    من قبل: { $site }، { $address }
    الآن: { $new_site }، { $new_address }

    { $link }
    .subject = { $hub }: للموقع «{ $site }» اسم أو عنوان آخر

mail-site_registered =
    موقعك { $address } مسجّل في { $hub } ‏({ $hub_address }).

    إن لم يقل مودل ذلك فقد سُدّ طريق العودة إليه. تعرض هذه الصفحة الحال وتتيح المحاولة من جديد:
    { $link }
    .subject = { $hub }: موقعك «{ $site }» مسجّل

mail-replacement_link =
    يسجّل أحدهم { $address } في { $hub } مرة أخرى بسرّ آخر. يحدث ذلك بعد تثبيت مودل من جديد. إن كنت أنت، فافتح هذا الرابط وقارن الاثنين وأكّد؛ يعمل مرة واحدة ولمدة 7 أيام:
    { $link }

    وإن لم تكن أنت فلا تفعل شيئًا: يبقى تسجيلك كما هو.
    .subject = { $hub }: هل يُسجَّل موقعك «{ $site }» من جديد؟

mail-site_moved =
    موقعك { $address } مسجّل الآن في { $hub } بالعنوان { $new_address }. إن لم تكن أنت، فسرّه معروف لغيرك: اكتب إلى فريق المركز.
    .subject = { $hub }: انتقل موقعك «{ $site }»

mail-site_newcomer =
    يسجّل أحدهم { $address }، عنوان «{ $site }»، بسرّ آخر. اسمه «{ $new_site }»، وجهة الاتصال { $contact }. أُرسل إلى جهة اتصال الموقع رابط للتأكيد. يمكنك المقارنة والقرار هنا:
    { $link }
    .subject = { $hub }: شخص آخر على عنوان «{ $site }»

mail-site_replaced =
    انتقل تسجيل { $address } في { $hub } مع مقرراته إلى مودل آخر على العنوان نفسه: «{ $new_site }». هكذا قرر فريق المركز. إن كان ذلك خطأ فاكتب إلى فريق المركز.
    .subject = { $hub }: صار تسجيل «{ $site }» لمودل آخر

mail-site_deleted =
    أزال فريق { $hub } ‏({ $hub_address }) موقعك { $address }. ما زال مودل يظن أنه مسجّل؛ هذا الرابط يصلح ذلك (سجّل الدخول مديرًا أولًا):
    { $link }

    يمكنك التسجيل من جديد بعد ذلك.
    .subject = { $hub }: أُزيل موقعك «{ $site }»

mail-site_refused =
    لم يقبل فريق { $hub } ‏({ $hub_address }) موقعك { $address }. السبب:

    { $reason }

    يحتفظ مودل بتسجيل مفتوح؛ هذا الرابط يصلح ذلك (سجّل الدخول مديرًا أولًا):
    { $link }
    .subject = { $hub }: لم يُقبل موقعك «{ $site }»

mail-site_split =
    استعمل تثبيتان تسجيل { $address } في { $hub }:

    { $text }

    أحدهما نسخة من قاعدة بيانات الآخر. أُنهي تسجيلهما معًا. في كل واحد يبقى: ألغِ التسجيل من المركز (بالإجبار إن طُلب):
    { $link }
    ثم سجّل من جديد. تبقى المقررات وأرقامها للموقع في { $address }.
    .subject = { $hub }: استعملت نسختان من «{ $site }» تسجيلًا واحدًا

mail-site_token_ended =
    أنهى فريق { $hub } رمز موقعك { $address } كي لا يستعمله غيرك. تبقى مقرراتك وأرقامها. للمتابعة اجعل مودل ينسى هذا المركز:
    { $link }
    ثم سجّل من جديد في { $hub_address }.
    .subject = { $hub }: على موقعك «{ $site }» أن يسجّل من جديد

mail-site_came_back =
    غادر الموقع «{ $site }» ({ $address }) المركز { $hub } ثم سجّل من جديد.

    { $kept ->
        [yes] غادر بينما كانت نسختان تستعملان تسجيله، فاستعاد مقرراته فورًا.
       *[no] سرّه غير ما كان. تبقى مقرراته السابقة عامة، لكنه لا يستطيع تغييرها حتى يؤكد الفريق أنه الموقع نفسه.
    }
    .subject = { $hub }: سجّل الموقع «{ $site }» من جديد

mail-site_accepted =
    قبل فريق { $hub } موقعك { $address }.

    سجّل الدخول فيه مديرًا، ثم افتح هذه الصفحة في المتصفح نفسه وأنهِ التسجيل:
    { $link }
    .subject = { $hub }: قُبل موقعك «{ $site }»

mail-site_accepted_again =
    قبل فريق { $hub } موقعك { $address }.

    سجّله مرة أخرى من مودل في { $hub_address }؛ بذلك يتم الأمر.
    .subject = { $hub }: قُبل موقعك «{ $site }»
mail-message_new =
    كتب إليك { $name } عبر { $hub } بخصوص «{ $about }»:

    { $text }

    النوع: { $category ->
        [improvement] تحسين
        [issue] مشكلة
        [appreciation] شكر
       *[other] سؤال
    }

    اقرأ وأجب هنا. الرابط لك وحدك ولا يظهر عنوان بريدك:

    { $link }
    .subject = { $hub }: رسالة بخصوص «{ $about }»

mail-message_answered =
    هناك رد في محادثتك بخصوص «{ $about }»:

    { $text }

    اقرأ وأجب هنا. الرابط لك وحدك ولا يظهر عنوان بريدك:

    { $link }
    .subject = { $hub }: رد بخصوص «{ $about }»

mail-message_copy =
    كتبت بخصوص «{ $about }»:

    { $text }

    سترى الردود هنا:

    { $link }
    .subject = { $hub }: رسالتك بخصوص «{ $about }»

reason-reported = أبلغ عدة زوار عن هذا المقرر. لا يظهر حتى ينظر فيه إنسان.
