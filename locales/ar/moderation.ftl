# What waits for staff, decisions, reports, appeals.

# What needs me
needs-title = ما ينتظرني
needs-kinds = الأنواع
needs-all = الكل
needs-none = لا شيء ينتظرك
needs-none-help = كل شيء مبتوت فيه. تظهر هنا المقررات والبلاغات الجديدة.
needs-other = المقرر الآخر
needs-ask = اسأل الناشر
needs-ask-site = اسأل الموقع
needs-ask-words = ما الذي يجب تغييره؟ تصلهم رسالة ويُؤجَّل هذا أسبوعا.
needs-ask-do = أرسل السؤال
needs-look-report = انظر في البلاغ
needs-look-appeal = انظر في الاعتراض
needs-decide = انظر وقرر
needs-look-site = انظر في الموقع
needs-look-course = انظر في المقرر
needs-edit = تحرير
needs-snooze = لاحقا
needs-snooze-day = بعد يوم
needs-snooze-week = بعد أسبوع
needs-snooze-month = بعد شهر
need-abuse_report = بلاغ
need-appeal = اعتراض
need-clone = موقعان يستعملان رمزا واحدا
need-newcomer = شخص آخر على عنوان موقع
need-waiting_course = مقرر ينتظر
need-waiting_change = تعديل ينتظر
need-scanner_down = ماسح البرمجيات الخبيثة لا يستجيب
need-findings = ملاحظة في مقرر منشور
need-return_not_seen = الموقع لم يعد
need-dead_link = رابط معطل
need-silent_site = موقع صامت
need-no_licence = بلا رخصة
need-no_description = بلا وصف
need-no_picture = بلا صورة
need-wrong_language = لغة خاطئة
need-duplicate = مكرر على الأرجح
need-untouched = لم يُمس منذ سنوات
done-snoozed = سيعود عند انقضاء المدة.
done-asked = سُئل الناشر بالبريد.

# The queue
queue-title = قائمة الانتظار
queue-count = { $count ->
    [one] ينتظر عنصر واحد ({ $count })
   *[other] ينتظر { $count } من العناصر، الأقدم أولا
}
queue-any = أي
queue-why = سبب الانتظار
queue-who = من يعمل عليه
queue-who-mine = أنا
queue-who-free = لا أحد
queue-language = لغة المقرر
queue-language-help = رمز مثل de أو pt_br.
queue-narrow = تضييق
queue-all = أظهر الكل
queue-none = لا شيء ينتظر
queue-none-narrowed = لا شيء من هذا النوع ينتظر.
queue-course = المقرر
queue-from = من
queue-since = ينتظر منذ
queue-claim = قيد العمل لدى
queue-nobody = لا أحد
queue-state = الحالة
why-new = مقرر جديد
why-change = تعديل على مقرر مدرج
why-held = حزمة محتجزة
stands-draft = مسودة
stands-waiting = ينتظر
stands-listed = مدرج
stands-refused = مرفوض
stands-hidden = مخفي
stands-withdrawn = مسحوب
stands-removed = محذوف

# One entry
one-ways = التنقل في القائمة
one-previous = السابق
one-next = التالي
one-taken = { $name } يعمل عليه.
one-take-over = تولَّه
one-mine = أنت تعمل عليه والآخرون يرون ذلك.
one-release = أعده
one-facts = حقائق
one-held = حزمته محتجزة:
one-history = قرارات سابقة
one-preview = كما سيراه الزوار
one-changes = ما الذي يتغير
one-target = إلى أين يقود
target-look = انظر ما هناك
target-status = الحالة
target-final = العنوان النهائي
target-title = عنوان الصفحة
target-none = لا رد هناك:
one-decision = القرار
one-canned = السبب
one-canned-none = بكلماتي
one-words = إلى الناشر
one-words-help = يُرسل بالبريد مع القرار. لازم إلا عند القبول.
one-reason-needed = قل السبب: اختر سببا أو اكتبه.
one-despite = اقبل الحزمة رغم ما وُجد
one-accept = اقبل وأدرج
one-accept-change = اقبل التعديل
one-ask = اطلب تعديلات
one-refuse = ارفض
one-hide = أخفِ
one-unhide = أظهر من جديد
one-nothing = لا شيء يُقرَّر هنا الآن.
one-changed-meanwhile = وصل نص آخر أثناء قراءتك أو قرر شخص قبلك. لم يُقرَّر شيء وهذه الصفحة تعرض الوضع الآن.
one-taken-meanwhile = { $name } يعمل عليه الآن. لم يُقرَّر شيء.
done-decided-accept = قُبل. تصل الناشر رسالة.
done-decided-refuse = رُفض. تصل الناشر رسالة بالسبب.
done-decided-ask = طُلبت تعديلات من الناشر.
done-decided-hide = أُخفي. لا يراه إلا الفريق.
done-decided-unhide = يظهر من جديد.
done-released = أُعيد.
done-taken-over = صار لك الآن.
keys-title = المفاتيح
keys-accept = قبول
keys-refuse = رفض؛ وبلا سبب: إلى السبب
keys-help = هذه المفاتيح
keys-on = استعمل هذه المفاتيح
keys-close = أغلق
of-title = العنوان
of-short_name = الاسم القصير
of-description = الوصف
of-language = اللغة
of-publisher_name = الناشر
of-publisher_email = بريد الناشر
of-creator_name = المؤلف
of-contributors = المساهمون
of-tags = الوسوم
of-licence = الرخصة
of-subject = المادة
of-audience = موجه إلى
of-level = المستوى
of-creator_notes = ملاحظات المؤلف
of-course_url = عنوان المقرر
of-demo_url = عنوان العرض
of-contents = المحتويات
of-outcomes = المخرجات
verdict-accepted = قُبل
verdict-refused = رُفض
verdict-hidden = أُخفي
verdict-unhidden = أُظهر من جديد
verdict-asked = طُلبت تعديلات
verdict-deleted = حُذف
verdict-restored = استُعيد

# Reports
reports-title = البلاغات
reports-none = لا يوجد شيء.
reports-hid = مخفي حتى تنظر فيه
abuse-open = مفتوحة
abuse-dismissed = لا خطأ فيها
abuse-hidden = أُخفي المقرر
abuse-asked = سُئل الناشر
category-copyright = رخصة خاطئة أو عمل شخص آخر
category-personal_data = بيانات أشخاص
category-offensive = يسيء أو يضر
category-broken = لا يعمل
category-spam = إعلان أو لا صلة له بالتعلم
category-other = شيء آخر
report-hid = أبلغ عنه عدة زوار فأُخفي حتى تنظر فيه.
report-said = ما أُبلغ عنه
report-others = { $count ->
    [one] بلاغ آخر ({ $count }) عن الشيء نفسه
   *[other] { $count } من البلاغات الأخرى عن الشيء نفسه
}
report-message = ما نتج عنه
report-message-help = يقرؤه من أبلغ، والناشر أيضا إن أخفيت أو سألت.
report-all = أغلق كل البلاغات المفتوحة عنه
report-hide = أخفِ المقرر
report-ask = اطلب من الناشر التصحيح
report-dismiss = لا خطأ فيه
done-report-closed = تقرر. يُخبَر من أبلغ إن ترك عنوانا.
say-something = اكتب شيئا: سيقرؤه شخص.
report-course = أبلغ عن هذا المقرر
report-site = أبلغ عن هذا الموقع
report-title = الإبلاغ عن مشكلة
report-lead = ينظر شخص من هذا المركز في كل بلاغ.
report-category = ما الخطأ؟
report-category-needed = اختر ما الخطأ.
report-text = أخبرنا بالمزيد
report-text-needed = قل في كلمات قليلة ما وجدت.
report-email = عنوان بريدك
report-email-help = لنخبرك بالنتيجة. اتركه فارغا إن لم ترد جوابا.
report-email-wrong = هذا ليس عنوان بريد. اتركه فارغا إن لم ترد جوابا.
report-too-many = وردت بلاغات كثيرة من شبكتك اليوم. حاول غدا.
report-send = أرسل البلاغ
report-back = رجوع
report-sent = وصل بلاغك
report-sent-lead = شكرا. سينظر فيه شخص. إن تركت عنوانا فسنخبرك بالنتيجة.

# Appeals
appeals-title = الاعتراضات
appeals-none = لا يوجد شيء.
appeal-open = مفتوح
appeal-upheld = القرار باقٍ
appeal-reversed = سُحب القرار
appeal-by-staff = الفريق
appeal-by-publisher = الناشر
appeal-by-you = أنت
appeal-thread = ما قيل
appeal-outcome = النتيجة
appeal-message = رسالتك
appeal-message-help = تصل الناشر بالبريد.
appeal-answer = أجب
appeal-reverse = اسحب القرار
appeal-uphold = أبقِ القرار
done-appeal-closed = تقرر. تصل الناشر رسالة.
done-appeal-answered = يُرسل جوابك بالبريد.
own-appeal-title = القرار بشأن مقررك
own-appeal-open = هل ترى أن هذا خطأ؟
own-appeal-more = اكتب مرة أخرى
own-appeal-message = كلماتك
own-appeal-help = قل السبب. يقرؤه شخص ويجيب بالبريد.
own-appeal-send = أرسل
done-appeal-sent = وصلت. يأتيك الجواب بالبريد.

# Lists
lists-title = الأسباب وقائمة الفحص
lists-lead = ما يختاره المشرفون ويؤشرون عليه. كل سطر بما لديك من اللغات.
lists-reasons = الأسباب
lists-reasons-help = تُعرض عند الرفض والإخفاء وطلب التعديلات.
lists-checklist = قائمة الفحص
lists-checklist-help = ما يُنظر فيه قبل القبول.
lists-new = سطر جديد
lists-line = السطر { $number }
lists-place = الموضع؛ الأصغر أولا
lists-save = احفظ القائمة
done-saved-list = حُفظت. زالت الأسطر الفارغة.

# Numbers
numbers-title = الإشراف بالأرقام
numbers-lead = ما ورد وما تقرر وكم استغرق، لكل شهر.
numbers-none = لم يُقرَّر شيء بعد.
numbers-month = الشهر
numbers-received = الوارد
numbers-accepted = المقبول
numbers-asked = طُلب تعديله
numbers-refused = المرفوض
numbers-hidden = المخفي
numbers-median = نصفها تقرر خلال
numbers-appeals = الاعتراضات
numbers-reports = البلاغات
numbers-own-words = بكلمات خاصة
numbers-hours = { $count ->
    [one] ساعة واحدة ({ $count })
   *[other] { $count } ساعة
}
numbers-days = { $count ->
    [one] يوم واحد ({ $count })
   *[other] { $count } يوما
}

# A course as its publisher sees it
published-title = مقررك في هذا المركز
published-draft = لم يصل ملفه بعد؛ أرسله من مودل.
published-waiting = ينتظر فريقنا. يصلك بريد حين يقرر.
published-listed = يراه الجميع ويمكنهم أخذه.
published-refused = لم يقبله فريقنا. غيّر ما ذُكر ثم انشره من جديد.
published-hidden = أخفاه فريقنا.
published-withdrawn = سحبتَه. انشره من جديد من مودل إن غيّرت رأيك.
published-removed = حذفه فريقنا.
published-reason = السبب
published-appeal = قل لماذا ترى ذلك خطأ
published-sent = نُشر
published-changed = آخر تغيير
published-downloads = مرات التنزيل
published-see = انظر صفحته
published-withdraw-title = سحبه
published-withdraw-why = يختفي فورا من الصفحات والبحث والخلاصات ومواقع مودل، ولا يمكن تنزيل ملفه بعد ذلك.
published-withdraw = اسحب هذا المقرر
published-withdraw-sure = ما نزّله غيرك يبقى لديه.
published-contact = اكتب إلى فريقنا
done-published-withdrawn = سُحب المقرر.

evidence-title = ما وُجد في الحزمة
evidence-nothing = لا شيء يحتاج إلى مراجعة.
evidence-name = الاسم في النسخة
evidence-of = نسخة من
evidence-of-course = مقرر
evidence-of-section = قسم
evidence-of-activity = نشاط
evidence-sections = الأقسام
evidence-activities = الأنشطة
evidence-questions = الأسئلة
evidence-scan = فُحصت بحثًا عن برمجيات خبيثة:
evidence-privacy = عن أشخاص
evidence-privacy-none = لا شيء
evidence-privacy-traces = آثار
evidence-privacy-anonymised = حسابات مجهّلة
evidence-privacy-personal = بيانات أشخاص
evidence-broken-files = ملفات ناقصة أو متغيرة
evidence-users = حسابات المستخدمين
evidence-files = الملفات
evidence-unpacked = بعد فك الضغط
action-allow = سماح
action-warn = إبلاغ
action-hold = حجز للمراجعة
action-refuse = رفض
evidence-unseen = { $count ->
    [zero] لم تطّلع على: لا شيء
    [one] لم تطّلع على عنصر واحد
    [two] لم تطّلع على عنصرين
    [few] لم تطّلع على { $count } عناصر
    [many] لم تطّلع على { $count } عنصرًا
   *[other] لم تطّلع على { $count } عنصر
}
evidence-unseen-help = لا يستطيع المركز عرضها. نزّل الحزمة للاطلاع عليها.
unseen-video = فيديو
unseen-audio = تسجيل صوتي
unseen-document = مستند
unseen-picture = صورة من نوع آخر
unseen-archive = أرشيف
unseen-encrypted = يتطلب كلمة مرور
unseen-damaged = تتعذر قراءته
one-unseen = { $count ->
    [zero] أعلم أن كل شيء قد عُرض عليّ
    [one] أعلم أن عنصرًا واحدًا من الحزمة لم يُعرض عليّ
    [two] أعلم أن عنصرين من الحزمة لم يُعرضا عليّ
    [few] أعلم أن { $count } عناصر من الحزمة لم تُعرض عليّ
    [many] أعلم أن { $count } عنصرًا من الحزمة لم تُعرض عليّ
   *[other] أعلم أن { $count } عنصر من الحزمة لم تُعرض عليّ
}
