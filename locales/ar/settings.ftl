# إعدادات المركز والدعوات والصفحات التي يكتبها الفريق.

settings-title = الإعدادات
settings-lead = كل ما هنا يعمل فورًا، وكل تغيير يُحفظ في السجل.
settings-groups = مجموعات الإعدادات
save = حفظ
preview = معاينة
form-wrong = هناك ما لا يصح. انظر إلى الحقول المعلَّمة؛ لم يُحفظ شيء.
done-settings = حُفظ، ويعمل من الآن.

access-title = ما هو مفتوح الآن
access-visitor-open = يقرأ الجميع ويبحثون وينزّلون ما هو معروض.
access-visitor-members = يُطلب من الزوار تسجيل الدخول ولا يرون أي مقرر.
access-visitor-off = يُقال للزوار إن المركز متوقف.
access-feeds-on = يمكن للجميع متابعة البحث في قارئ خلاصات.
access-feeds-off = لا خلاصات للبحث لدى الزوار.
access-search-on = يمكن لموقع مودل غير مسجَّل أن يبحث في هذا المركز.
access-search-off = لا يجد موقع مودل غير مسجَّل شيئًا هنا.
access-register-open = يمكن لأي موقع مودل أن يسجَّل ويعمل فورًا.
access-register-password = يمكن لموقع مودل يعطي كلمة المرور أن يسجَّل ويعمل فورًا.
access-register-invitation = يمكن لموقع مودل يعطي رمز دعوة أن يسجَّل ويعمل فورًا.
access-register-waits = يمكن لأي موقع مودل أن يطلب التسجيل وينتظر قرارك.
access-register-closed = لا يمكن لموقع مودل جديد أن يسجَّل.
access-register-none = لا يُسجَّل شيء حاليًا.
access-publish-any = يمكن لموقع مسجَّل أن ينشر أي عدد من المقررات.
access-publish-some = { $count ->
    [zero] لا ينشر الموقع المسجَّل أي مقرر في اليوم.
    [one] يمكن لموقع مسجَّل أن ينشر مقررًا واحدًا في اليوم.
    [two] يمكن لموقع مسجَّل أن ينشر مقررين في اليوم.
    [few] يمكن لموقع مسجَّل أن ينشر { $count } مقررات في اليوم.
    [many] يمكن لموقع مسجَّل أن ينشر { $count } مقررًا في اليوم.
   *[other] يمكن لموقع مسجَّل أن ينشر { $count } مقرر في اليوم.
}
access-publish-none = لا يمكن لموقع مسجَّل أن ينشر شيئًا حاليًا.

set-group-hub = هذا المركز
set-group-hub-lead = الاسم والوصف وجهة الاتصال واللغة والشعار.
set-group-access = القراءة والتسجيل
set-group-access-lead = هل يعمل المركز، ومن يقرؤه، ومن يحق له التسجيل.
set-group-limits = الحدود والخلاصات
set-group-limits-lead = كم مقررًا، وبأي حجم، وهل يمكن متابعة البحث.
set-group-licences = الرخص
set-group-licences-lead = المقرر الذي رخصته غير معلَّمة ينتظر المراجعة أيًّا كان مرسله.
set-group-keeping = مدة الحفظ
set-group-keeping-lead = متى تُحذف عناوين البريد وسجل الأعمال.
set-group-mail = البريد
set-group-mail-lead = الخادم الذي يرسل بريد المركز، والمرسِل، وتجربة.

set-name = الاسم
set-name-help = يظهر في كل صفحة وفي قائمة المراكز داخل مودل.
set-name-wrong = للاسم من 1 إلى 255 حرفًا.
set-description = الوصف
set-description-help = جملته الأولى في الصفحة الرئيسة، وكله في صفحة «حول». اكتب بصيغة Markdown.
set-contact_name = جهة الاتصال
set-contact_name-help = تُذكر في صفحة «حول» وفي صفحات التسجيل.
set-contact_email = بريد جهة الاتصال
set-contact_email-help = يصله بريد الفريق مثل التسجيلات الجديدة. لا يظهر في الصفحات.
set-contact_email-wrong = هذا ليس عنوان بريد.
set-language = اللغة الرئيسة
set-language-help = للزوار الذين ليست لغتهم في المركز، ولمودل.
set-logo = الشعار
set-logo-help = صورة PNG أو JPEG أو GIF أو WebP. تظهر أعلى كل صفحة وفي مودل.
set-logo-wrong = لا يمكن استعمال هذه الصورة. اختر ملف PNG أو JPEG أو GIF أو WebP لا يزيد على 10 ميغابايت.
set-logo-clear = إزالة الشعار
set-enabled = المركز
set-enabled-help = تسجيل الدخول وهذه الصفحات تعمل دائمًا.
set-enabled-on = يعمل
set-enabled-on-help = كل شيء يعمل.
set-enabled-read-only = للقراءة فقط
set-enabled-read-only-help = لا تسجيل ولا نشر، والقراءة مستمرة.
set-enabled-off = متوقف
set-enabled-off-help = يُقال للزوار ولمواقع مودل إن المركز متوقف.
set-enabled-wrong = اختر واحدًا.
set-reading = من يقرأ
set-reading-help = ينطبق على الصفحات والبحث والخلاصات والصور والتنزيل معًا.
set-reading-everyone = الجميع
set-reading-everyone-help = دون تسجيل دخول، ومواقع مودل غير المسجَّلة أيضًا.
set-reading-members = الأعضاء فقط
set-reading-members-help = المواقع المسجَّلة ومن لهم حساب.
set-reading-wrong = اختر واحدًا.
set-registration = من يحق له التسجيل
set-registration-help = المواقع المسجَّلة تبقى كذلك مهما اخترت.
set-registration-open = أي موقع مودل
set-registration-open-help = يعمل فورًا، وتنتظر مقرراته المراجعة حتى تثق به.
set-registration-password = من يعرف كلمة المرور
set-registration-password-help = كلمة واحدة للجميع. ليس في نموذج مودل 3.4 وما بعده حقل لها.
set-registration-invitation = من معه دعوة
set-registration-invitation-help = رموز تنشئها وتعدّها وتسحبها. تُكتب في حقل كلمة المرور.
set-registration-approval = من تقبله
set-registration-approval-help = يمكن لأي موقع مودل أن يطلب. أنت تقرر، ويصل بريد إلى جهة اتصاله.
set-registration-closed = لا أحد
set-registration-closed-help = لا تعود إلا المواقع التي يعرفها المركز.
set-registration-wrong = اختر واحدًا.
set-registration_password = كلمة مرور التسجيل
set-registration_password-help = لا يُحفظ منها إلا بصمتها، فلا يقرؤها أحد ثانية.
set-registration_password-set = هناك كلمة محفوظة. اترك الحقل فارغًا لإبقائها.
set-registration_password-clear = إزالة كلمة المرور
set-captcha-later = لا يُطلب من الغرباء إثبات أنهم ليسوا آلات؛ تُعدّ كلمات المرور والرموز الخاطئة وتُبطَّأ.
set-courses_per_site_per_day = مقررات الموقع الواحد في 24 ساعة
set-courses_per_site_per_day-help = فارغ: أي عدد. 0: لا شيء. يمكن أن يكون للموقع حد خاص به.
set-courses_per_site_per_day-wrong = اكتب عددًا صحيحًا، أو لا شيء لأي عدد.
set-courses_per_answer = المقررات في جواب واحد لمودل
set-courses_per_answer-help = كم مقررًا يعرض البحث داخل مودل دفعة واحدة.
set-courses_per_answer-wrong = اكتب عددًا صحيحًا من 1 إلى 1000.
set-package_max_bytes = أكبر حزمة
set-package_max_bytes-help = تُرفض الملفات الأكبر في كل مكان. اكتب 2 GiB أو 500 MiB.
set-package_max_bytes-wrong = اكتب حجمًا مثل 2 GiB أو 500 MiB.
set-feeds = خلاصات البحث
set-feeds-help = يمكن متابعة المقررات الجديدة في قارئ خلاصات.
set-licence = الرخصة
set-licences_allowed-wrong = علّم رخصة واحدة على الأقل، وإلا لن يُعرض شيء دون مراجعة.
set-address_days = أيام حفظ عناوين البريد
set-address_days-help = لجهات اتصال المواقع التي غادرت وللبريد المرسَل. فارغ: دائمًا.
set-address_days-wrong = اكتب عدد أيام من 1 إلى 36500، أو لا شيء.
set-record_days = أيام حفظ سجل الأعمال
set-record_days-help = من غيّر ماذا، قبله وبعده. فارغ: دائمًا.
set-record_days-wrong = اكتب عدد أيام من 1 إلى 36500، أو لا شيء.

invitations-title = الدعوات
invitations-lead = رموز تسجَّل بها مواقع مودل، وتُكتب في حقل كلمة المرور.
invitations-unused = لا يطلب المركز دعوة حاليًا. اختر ذلك هنا:
invitation-new = دعوة جديدة
invitation-field-note = لمن
invitation-field-note-help = لا يقرؤه إلا الفريق.
invitation-field-uses = كم موقعًا
invitation-field-uses-help = فارغ: أي عدد.
invitation-field-days = صالحة لأيام
invitation-field-days-help = فارغ: بلا نهاية.
set-uses-wrong = اكتب عددًا صحيحًا من 1 إلى 36500، أو لا شيء.
set-days-wrong = اكتب عددًا صحيحًا من 1 إلى 36500، أو لا شيء.
invitation-make = إنشاء الدعوة
invitation-made = أُنشئت الدعوة
invitation-made-once = انسخ الرمز الآن، فلن يظهر ثانية.
invitations-made = ما أُنشئ حتى الآن
invitations-none = لا شيء بعد.
invitation-number = الدعوة { $number }
invitation-open = مفتوحة
invitation-used = مستنفدة
invitation-expired = منتهية
invitation-revoked = مسحوبة
invitation-uses = { $used ->
    [zero] لم يستعملها أي موقع
    [one] استعملها موقع واحد
    [two] استعملها موقعان
    [few] استعملتها { $used } مواقع
    [many] استعملها { $used } موقعًا
   *[other] استعملها { $used } موقع
}
invitation-uses-of = استُعملت { $used } من { $most }
invitation-since = أُنشئت
invitation-until = حتى
invitation-revoke = سحب
done-invitation-revoked = سُحبت الدعوة. تبقى المواقع التي سُجلت بها.

pages-title = الصفحات القانونية
pages-lead = بيانات الناشر والشروط والخصوصية واتفاق الناشرين. تُربط الصفحة أسفل كل صفحة حالما يكون لها نص.
page-name-imprint = بيانات الناشر
page-name-terms = شروط الاستخدام
page-name-privacy = الخصوصية
page-name-agreement = اتفاق الناشرين
page-lead-imprint = من المسؤول عن هذا المركز.
page-lead-terms = ما يوافق عليه الزوار.
page-lead-privacy = ما يحفظه المركز عن الناس، ولماذا، وإلى متى.
page-lead-agreement = ما يوافق عليه الناشرون. كل تغيير إصدار جديد، وكل منشور يحتفظ بالإصدار الذي نُشر في ظله، وتبقى القديمة مقروءة.
page-how = اكتب بصيغة Markdown، نصًّا لكل لغة. يقرأ الزوار لغتهم وإلا فلغة المركز الرئيسة.
page-none = لم تُكتب
page-written = كُتبت
page-look = عرض
page-edit = كتابة
page-text = النص
page-edition = الإصدار { $number }
page-editions = كل الإصدارات
page-older = هذا إصدار أقدم.
page-newest = اقرأ الحالي
done-page = حُفظ.

set-mail_host = خادم البريد
set-mail_host-help = اسمه مثل smtp.example.org. يسميه مزوّدك خادم الصادر أو SMTP.
set-mail_port = المنفذ
set-mail_port-help = فارغ: المعتاد للتشفير.
set-mail_security = التشفير
set-mail_security-help = يذكر أغلب المزوّدين أحد الأولين.
set-mail_security-starttls = STARTTLS
set-mail_security-starttls-help = المنفذ المعتاد 587.
set-mail_security-tls = ‏TLS من البداية
set-mail_security-tls-help = المنفذ المعتاد 465.
set-mail_security-none = بلا
set-mail_security-none-help = لخادم على هذا الجهاز أو في شبكتك فقط. المنفذ المعتاد 25.
set-mail_user = اسم المستخدم
set-mail_user-help = فارغ إن لم يطلبه الخادم.
set-mail_password = كلمة المرور
set-mail_password-help = تُحفظ مختومة، فلا يقرؤها أحد ثانية.
set-mail_from = المرسِل
set-mail_from-help = ممن البريد: اسم ثم العنوان بين قوسين زاويين، أو العنوان وحده.
set-mail_from-wrong = هذا ليس عنوان بريد.
set-mail_server-wrong = لا يمكن أن يكون هذا اسم خادم. راجع الاسم.
set-mail_port-wrong = اكتب منفذًا من 1 إلى 65535، أو لا شيء.
mail-state-set = هناك خادم بريد مضبوط هنا. لخادم آخر املأ كل الحقول.
mail-state-file = يُستعمل خادم البريد في ملف الإعداد. ما تكتبه هنا يتقدم عليه.
mail-state-none = لا خادم بريد مضبوطًا: تنتظر الرسائل داخل المركز.
mail-clear = إزالة الخادم المضبوط هنا
done-mail-cleared = أُزيل خادم البريد.
mail-test = بريد تجريبي
mail-test-lead = يُرسل فورًا وأنت تنتظر.
mail-test-to = إلى
mail-test-do = أرسل بريدًا تجريبيًا
mail-test-failed = لم يُرسل البريد: { $why }
set-mail_test-wrong = هذا ليس عنوان بريد.
done-mail-test = أخذ الخادم البريد التجريبي. انظر هل يصل.

set-group-accounts = الحسابات
set-group-accounts-lead = من ينشئ حسابًا وطول كلمات المرور.
set-self_registration = من ينشئ حسابًا بلا دعوة
set-self_registration-help = لهذه الحسابات دور العضو. يستطيع القائمون الدعوة دائمًا.
set-self_registration-off = لا أحد
set-self_registration-off-help = تُنشأ الحسابات بالدعوة فقط.
set-self_registration-open = كل من له بريد إلكتروني
set-self_registration-open-help = يُؤكَّد العنوان برابط.
set-self_registration-domains = عناوين نطاقات معينة
set-self_registration-domains-help = المذكورة أدناه.
set-self_registration-wrong = اختر واحدًا منها.
set-self_registration_domains = النطاقات
set-self_registration_domains-help = مثل school.example، تفصل بينها فواصل. لا تُحتسب النطاقات الفرعية.
set-self_registration_domains-wrong = اكتب حتى 100 نطاق مثل school.example.
set-password_min_chars = أقصر كلمة مرور
set-password_min_chars-help = بالأحرف، من 8 إلى 128. تبقى كلمات المرور الموجودة كما هي.
set-password_min_chars-wrong = اكتب عددًا من 8 إلى 128.
