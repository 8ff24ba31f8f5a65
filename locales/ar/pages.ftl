# الصفحات العامة.

skip = الانتقال إلى المحتوى
menu = القائمة
nav-label = القائمة الرئيسية
nav-bottom-label = أسفل الصفحة
nav-courses = المقررات
nav-sites = المواقع
nav-about = عن المركز
nav-connect = اربط موقع مودل
nav-feed = خلاصة المقررات الجديدة
language-label = اللغة
footer-draft = هذه الترجمة مسودة. أخبرنا بما لا يستقيم فيها.
footer-made = يعمل بـ CourseHub، وهو برنامج حر لمشاركة المقررات بين مواقع مودل.
banner-unfinished = ما زال هذا المركز قيد الإعداد، وقد تتغير بعض الأشياء.

search-label = البحث عن مقررات
search-hint = موضوع أو عنوان أو مؤلف
search-button = بحث

copy = نسخ
copied = تم النسخ
not-given = غير مذكور

word-courses = { $count ->
    [zero] مقرر
    [one] مقرر
    [two] مقرران
    [few] مقررات
    [many] مقررًا
   *[other] مقرر
}
word-sites = { $count ->
    [zero] موقع
    [one] موقع
    [two] موقعان
    [few] مواقع
    [many] موقعًا
   *[other] موقع
}
word-languages = { $count ->
    [zero] لغة
    [one] لغة
    [two] لغتان
    [few] لغات
    [many] لغةً
   *[other] لغة
}
counted-courses = { $count ->
    [zero] لا مقررات بعد
    [one] مقرر واحد
    [two] مقرران
    [few] { $count } مقررات
    [many] { $count } مقررًا
   *[other] { $count } مقرر
}
counted-activities = { $count ->
    [zero] فارغ
    [one] نشاط واحد
    [two] نشاطان
    [few] { $count } أنشطة
    [many] { $count } نشاطًا
   *[other] { $count } نشاط
}
times = { $count ->
    [one] مرة واحدة
    [two] مرتان
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}

# الصفحة الأولى

front-featured = اختيار فريقنا
front-featured-all = المختارة أولًا
front-new = الجديد
front-new-all = كل المقررات الجديدة
front-most = الأكثر تنزيلًا
front-subjects = المجالات
front-share = شارك مقرراتك
front-share-how = اربط موقع مودل مرة واحدة، ثم ينشر معلموك مقرراتهم من حيث يدرّسون.
front-empty = لا مقررات بعد
front-empty-next = أول موقع مودل يرتبط يمكنه مشاركة أول مقرر.

# النتائج

results-title = { $words }: مقررات
results-title-all = كل المقررات
results-heading = المقررات
results-count = { $count ->
    [zero] لا مقررات
    [one] مقرر واحد
    [two] مقرران
    [few] { $count } مقررات
    [many] { $count } مقررًا
   *[other] { $count } مقرر
}
results-page = الصفحة { $number }
results-none = لا يوجد مقرر مطابق
results-none-why = لا شيء يطابق كل هذا معًا. يمكنك:
results-none-filters = البحث من جديد دون المرشحات
results-none-words = كتابة كلمات أقل، أو أوائلها فقط
results-none-all = مشاهدة كل المقررات
results-follow = متابعة هذا البحث في قارئ الخلاصات
filters = المرشحات
filters-apply = عرض المقررات
filters-close = إغلاق المرشحات
filter-kind = النوع
filter-language = اللغة
filter-subject = المجال
filter-level = المستوى
filter-audience = موجه إلى
filter-licence = الرخصة
filter-tag = الوسم
filter-site = الموقع
facet-more = { $count } أخرى
kind-share = للتنزيل
kind-advert = للزيارة
chips-label = المرشحات المختارة
chips-clear = إزالة الكل
chip-remove = إزالة { $label }
sort-label = الترتيب حسب
sort-apply = ترتيب
sort-relevance = الأقرب مطابقة
sort-newest = الأحدث
sort-updated = المعدل حديثًا
sort-oldest = الأقدم
sort-name = العنوان
sort-name-backwards = العنوان معكوسًا
sort-publisher = الناشر
sort-featured = المختارة أولًا
trait-download = تنزيل
trait-visit = زيارة
trait-taken = { $count ->
    [one] نُزّل مرة واحدة
    [two] نُزّل مرتين
    [few] نُزّل { $count } مرات
    [many] نُزّل { $count } مرة
   *[other] نُزّل { $count } مرة
}
pager-label = الصفحات
pager-previous = السابق
pager-next = التالي
pager-page = الصفحة { $number }
feed-new = مقررات جديدة
feed-search = هذا البحث

# المقرر

badge-share = مقرر للتنزيل
badge-advert = مقرر للزيارة
badge-featured = اختيار الفريق
who-by = إعداد
who-with = مع
who-from = من
notes = ملاحظات المؤلف
take-download = تنزيل المقرر
take-download-what = نسخة احتياطية من مودل، { $size }. تستعيدها في موقع مودل الخاص بك.
take-visit = زيارة المقرر
take-visit-what = يُدرَّس في { $host }. ستغادر هذا المركز.
take-demo = ألقِ نظرة أولًا
take-nothing = لا يوجد ما يُنزّل حاليًا.
how = كيف يصل إلى موقع مودل عندي؟
how-download = نزّل الملف ولا تفك ضغطه.
how-restore = في موقع مودل افتح مقررًا أو تصنيفًا يحق لك الاستعادة فيه، ثم إعادة استخدام المقرر والاستعادة (قبل مودل 4: الاستعادة في قائمة المقرر).
how-upload = ارفع الملف واتبع الخطوات، واختر «الاستعادة كمقرر جديد».
how-check = راجع المقرر قبل أن تعرضه على طلابك.
description = الوصف
description-none = لم يُكتب وصف لهذا المقرر.
outcomes = ما ستقدر عليه بعده
inside = داخل هذا المقرر
section-general = عام
section-number = القسم { $number }
section-empty = لا شيء في هذا القسم.
screenshots = لقطات الشاشة
screenshot = لقطة الشاشة { $number }
licence = الرخصة
licence-text = قراءة الرخصة
attribution-label = لذكر المصدر انسخ هذا السطر:
versions = الإصدارات
version-number = الإصدار { $number }
version-this = المعروض هنا
version-older = أنت تشاهد إصدارًا أقدم. أحدثها الإصدار { $number }.
version-newest = الانتقال إلى أحدث إصدار
facts = معلومات
fact-language = اللغة
fact-subject = المجال
fact-audience = موجه إلى
fact-level = المستوى
fact-licence = الرخصة
fact-publisher = نشره
fact-listed = هنا منذ
fact-updated = آخر تعديل
fact-release = أُعدّ بـ
fact-restores = يُستعاد على
fact-restores-later = مودل { $branch } أو أحدث
fact-needs = يحتاج إلى الإضافات
fact-size = الحجم
fact-downloads = نُزّل
fact-file = الملف
fact-checksum = بصمة التحقق (SHA-256)
tags = الوسوم

# المواقع

sites-title = المواقع
sites-lead = مدارس وجهات أخرى تشارك مقررات هنا ووافقت على الظهور.
sites-words = الاسم
sites-country = البلد
sites-language = اللغة
sites-any = الكل
sites-apply = عرض المواقع
sites-count = { $count ->
    [zero] لا مواقع
    [one] موقع واحد
    [two] موقعان
    [few] { $count } مواقع
    [many] { $count } موقعًا
   *[other] { $count } موقع
}
sites-letters = الحروف
sites-prioritised = يوصي بها هذا المركز
sites-none = لا يظهر أي موقع هنا بعد.
sites-none-found = لا يوجد موقع مطابق.
sites-all = عرض كل المواقع
badge-prioritised = موصى به
since = هنا منذ { $month }
site-visit = الذهاب إلى هذا الموقع
site-courses = { $count ->
    [zero] المقررات
    [one] مقرر واحد
    [two] مقرران
    [few] { $count } مقررات
    [many] { $count } مقررًا
   *[other] { $count } مقرر
}
site-none = ليس لهذا الموقع مقررات هنا حاليًا.

# عن المركز

about-title = عن { $hub }
about-take = أخذ مقرر
about-take-how = كل ما يظهر هنا يمكن النظر فيه أولًا: ما بداخله، ومن أعدّه، وبأي رخصة. المقررات المتاحة للتنزيل نسخ احتياطية من مودل بلا بيانات أشخاص، تستعيدها في موقعك. والمقررات المتاحة للزيارة تُدرَّس في الموقع الذي يقدمها.
about-connect = ربط موقع مودل
about-registration-open = يمكن لأي موقع مودل أن يرتبط.
about-registration-password = يمكن للمواقع التي تعرف كلمة مرور المركز أن ترتبط.
about-registration-invitation = يمكن للمواقع المدعوّة أن ترتبط.
about-registration-approval = يمكن لأي موقع مودل أن يطلب الارتباط. يقرر فريقنا ويخبرك بالبريد.
about-registration-closed = لا تُقبل مواقع جديدة حاليًا.
about-checked = ما الذي يُفحص
about-checked-how = يُقرأ كل مقرر مرفوع آليًا قبل ظهوره. ومقررات المواقع الجديدة هنا ينظر فيها إنسان أيضًا. إن وجدت خللًا في مقرر فأخبرنا.
about-privacy = خصوصيتك
about-privacy-how = لا يحتاج النظر والتنزيل إلى حساب. لا تحمّل الصفحات شيئًا من خوادم أخرى، وتُعدّ التنزيلات دون حفظ من أخذ ماذا.
about-contact = الاتصال
about-contact-who = القائم على هذا المركز:
about-software = البرنامج
about-software-what = CourseHub { $version }، برنامج حر برخصة GNU Affero العمومية العامة.

# ما لم ينجح

error-front = إلى الصفحة الأولى
error-request = إن أبلغت عن هذا فاذكر هذا الرقم:
error-bad = لم نتمكن من قراءة هذا الطلب
error-bad-why = شيء في العنوان أو في ما أُرسل ليس كما ينبغي.
error-bad-next = إن كتبت العنوان أو نسخته فراجعه، وإلا فابدأ من هنا من جديد.
error-forbidden = لا يمكنك رؤية هذا
error-forbidden-why = هو موجود، لكنه ليس للجميع.
error-forbidden-next = إن كان يفترض أن تصل إليه فاسأل القائمين على هذا المركز.
error-missing = لا يوجد شيء هنا
error-missing-why = ربما كُتب العنوان خطأً، أو صار لما كان هنا عنوان آخر.
error-missing-next = يمكنك البحث عنه:
error-method = هذا لا يعمل على هذا العنوان
error-method-why = الصفحة موجودة، لكن لا يمكن طلبها بهذه الطريقة.
error-method-next = افتحها برابط عادي، أو ابدأ من هنا من جديد.
error-gone = لم يعد هذا المقرر هنا
error-gone-why = كان معروضًا في هذا المركز ثم سحبه ناشره أو أزاله فريقنا.
error-gone-next = ربما يفيدك غيره:
error-large = هذا كبير جدًا
error-large-why = أرسلت أكثر مما يقبله هذا المركز.
error-large-next = صغّر الملف، مثلًا بحذف المقاطع المصورة، ثم أرسله من جديد.
error-refused = في الاستمارة ما يحتاج إلى مراجعة
error-refused-why = لا يمكن قبول كل ما كتبته كما هو.
error-refused-next = ارجع وصحّحه وأرسله من جديد. لم يُحفظ شيء.
error-many = انتظر قليلًا من فضلك
error-many-why = جاءت من شبكتك طلبات كثيرة في وقت قصير.
error-many-next = حاول بعد بضع دقائق.
error-ours = حدث عطل عندنا
error-ours-why = الخطأ منا لا منك، وقد سُجّل.
error-ours-next = حاول بعد لحظات. وإن تكرر فأخبرنا.
error-off = هذا المركز متوقف
error-off-why = أغلقه القائمون عليه مؤقتًا.
error-off-next = لم يضع شيء. عد لاحقًا من فضلك.
error-private = هذا المركز للأعضاء
error-private-why = تظهر مقرراته لمواقع مودل المسجلة ولمن لهم حساب.
error-private-next = ابحث من داخل موقع مودل مرتبط به، أو اسأل القائمين عليه.

mail-stop-title = رسائل هذا المركز
mail-stop-lead = تُرسل هذه الرسائل إلى { $address }.
mail-stop-do = إيقاف هذا النوع من الرسائل
mail-stop-done = لن تصلك رسائل من هذا النوع بعد الآن.

# Whether a course restores on somebody's Moodle.
restore-title = هل يُستعاد على موقعي؟
restore-on = إصدار مودل لديك
restore-on-help = مثل 4.5؛ يجده المدير في صفحة الإشعارات.
restore-plugins = الإضافات المثبتة هناك
restore-plugins-label = أسماء الإضافات
restore-plugins-help = اسم في كل سطر، مثل qtype_stack. لا حاجة إلى ذكر ما يأتي مع مودل. اتركه فارغًا إن كنت لا تعرف.
restore-ask = تحقق
restore-no-release = ليس هذا إصدارًا من مودل مثل 4.5.
restore-yes = نعم، يُستعاد على مودل { $release }.
restore-without_parts = نعم، يُستعاد على مودل { $release } دون هذه الأجزاء.
restore-cannot_tell = لا يمكن الجزم هل يُستعاد على مودل { $release }.
restore-no = لا، لا يُستعاد على مودل { $release }.
restore-why-refused = رُفضت الحزمة.
restore-why-not_a_course = ليس هذا مقررًا: أضفه إلى مقرر بوصفه نشاطًا.
restore-why-cartridge = يقرأ مودل Common Cartridge بالإصدارين 1.0 و1.1؛ وهذا { $about }.
restore-why-too_old = يحتاج إلى مودل { $about } أو أحدث.
restore-why-made_by_newer = أُعدّ بإصدار أحدث من مودل { $about }: يحذر مودل وقد تضيع أجزاء أو يفشل.
restore-why-made_by_unknown = لا تذكر الحزمة أي إصدار من مودل أُعدّت به.
restore-why-missing = { $about } غير موجود. عدد الأجزاء التي تحتاج إليه { $uses }، وهي تُترك أو يحل محلها ما هو أبسط.
restore-why-unknown = عدد الأجزاء التي تحتاج إلى { $about } هو { $uses }، وقد يكون مثبتًا.
restore-why-theme = ليظهر كما أُعدّ يجب تثبيت { $about } والسماح بمظاهر المقررات.
restore-why-local = يجب تثبيت { $about } وإعداده؛ بياناته ليست في الحزمة.
restore-why-converts = هذه نسخة من مودل 1.9: ارفعها في صفحة الاستعادة ودع مودل يحولها ثم راجع المقرر.
restore-why-into_a_course = هذا قسم أو نشاط واحد يُستعاد داخل مقرر موجود.
