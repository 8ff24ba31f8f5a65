# أسماء الأشياء وطريقة قول التواريخ والأحجام.

size-mb = { $size } م.ب

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-exact = { $date }، { $time } بالتوقيت العالمي
ago-now = الآن
ago-minutes = { $count ->
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
ago-hours = { $count ->
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
ago-days = { $count ->
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}
ago-weeks = { $count ->
    [one] قبل أسبوع
    [two] قبل أسبوعين
    [few] قبل { $count } أسابيع
    [many] قبل { $count } أسبوعًا
   *[other] قبل { $count } أسبوع
}
ago-months = { $count ->
    [one] قبل شهر
    [two] قبل شهرين
    [few] قبل { $count } أشهر
    [many] قبل { $count } شهرًا
   *[other] قبل { $count } شهر
}

audience-educators = المعلمون
audience-students = الطلاب
audience-admins = مديرو مودل

level-primary = ابتدائي
level-secondary = ثانوي
level-tertiary = جامعي
level-government = حكومي
level-association = جمعيات
level-corporate = شركات
level-other = غير ذلك

licence-unknown = الرخصة غير مذكورة
licence-allrightsreserved = جميع الحقوق محفوظة
licence-public = ملكية عامة
licence-words-public = لم يعد لأحد حقوق فيه: استخدمه كما تشاء.
licence-words-by = يمكنك استخدامه وتعديله ومشاركته، ولو بمقابل مالي، بشرط ذكر مؤلفيه.
licence-words-by-sa = يمكنك استخدامه وتعديله ومشاركته، ولو بمقابل مالي، بشرط ذكر مؤلفيه ومشاركة ما تصنعه منه بالرخصة نفسها.
licence-words-by-nd = يمكنك استخدامه ومشاركته دون تعديل، ولو بمقابل مالي، بشرط ذكر مؤلفيه.
licence-words-by-nc = يمكنك استخدامه وتعديله ومشاركته دون مقابل مالي، بشرط ذكر مؤلفيه.
licence-words-by-nc-sa = يمكنك استخدامه وتعديله ومشاركته دون مقابل مالي، بشرط ذكر مؤلفيه ومشاركة ما تصنعه منه بالرخصة نفسها.
licence-words-by-nc-nd = يمكنك استخدامه ومشاركته دون تعديل ودون مقابل مالي، بشرط ذكر مؤلفيه.
licence-words-reserved = يحتفظ المؤلف بجميع الحقوق. اسأل قبل أن تعدّله أو تنشره.
licence-words-unknown = لم يذكر الناشر رخصة يعرفها هذا المركز. اسأل قبل أن تعدّله أو تنشره.
licence-words-free = يمكنك استخدامه وتعديله ومشاركته، ولو بمقابل مالي، وفق رخصته.
licence-words-free-nd = يمكنك استخدامه ومشاركته دون تعديل، ولو بمقابل مالي، وفق رخصته.
licence-words-free-nc = يمكنك استخدامه وتعديله ومشاركته دون مقابل مالي، وفق رخصته.
licence-words-free-nc-nd = يمكنك استخدامه ومشاركته دون تعديل ودون مقابل مالي، وفق رخصته.
licence-words-own = اقرأ الرخصة قبل أن تعدّله أو تنشره.

activity-assign = واجب
activity-bigbluebuttonbn = BigBlueButton
activity-book = كتاب
activity-chat = دردشة
activity-choice = اختيار
activity-data = قاعدة بيانات
activity-feedback = استطلاع رأي
activity-folder = مجلد
activity-forum = منتدى
activity-glossary = معجم مصطلحات
activity-h5pactivity = H5P
activity-imscp = حزمة محتوى IMS
activity-label = نص ووسائط
activity-lesson = درس
activity-lti = أداة خارجية
activity-page = صفحة
activity-qbank = بنك أسئلة
activity-quiz = اختبار
activity-resource = ملف
activity-scorm = حزمة سكورم
activity-subsection = قسم فرعي
activity-survey = استبيان
activity-url = رابط
activity-wiki = ويكي
activity-workshop = ورشة عمل

subject-field101 = العلوم الطبيعية والفيزيائية
subject-field102 = تقنية المعلومات
subject-field103 = الهندسة والتقنية
subject-field104 = العمارة والبناء
subject-field105 = الزراعة والبيئة
subject-field106 = الصحة
subject-field107 = التربية والتعليم
subject-field108 = الإدارة والتجارة
subject-field109 = المجتمع والثقافة
subject-field110 = الفنون الإبداعية
subject-field111 = الأغذية والضيافة والخدمات الشخصية
subject-field112 = برامج متنوعة
subject-field10101 = العلوم الرياضية
subject-field1010101 = الرياضيات
subject-field1010103 = الإحصاء
subject-field10103 = الفيزياء والفلك
subject-field1010303 = علم الفلك
subject-field10107 = علوم الأرض
subject-field1010711 = علم المياه
subject-field10109 = العلوم الحيوية
subject-field1010903 = علم النبات
subject-field10201 = علوم الحاسوب
subject-field1020103 = البرمجة
subject-field10307 = الهندسة الميكانيكية والصناعية
subject-field1030799 = الهندسة الميكانيكية والصناعية (غير ذلك)
subject-field10313 = الهندسة الكهربائية والإلكترونية
subject-field1031301 = الهندسة الكهربائية
subject-field10501 = الزراعة
subject-field1050105 = تربية الحيوان
subject-field10699 = مجالات صحية أخرى
subject-field1069901 = التغذية
subject-field1069907 = الإسعافات الأولية
subject-field10803 = الأعمال والإدارة
subject-field1080315 = إدارة المشاريع
subject-field10811 = البنوك والمالية
subject-field1081101 = البنوك والمالية
subject-field10903 = دراسات المجتمع
subject-field1090305 = التاريخ
subject-field1090309 = الجغرافيا البشرية
subject-field10915 = اللغة والأدب
subject-field1091503 = لغات شمال أوروبا
subject-field1091505 = لغات جنوب أوروبا
subject-field1091521 = اللسانيات
subject-field1091523 = الأدب
subject-field10917 = الفلسفة والدراسات الدينية
subject-field1091701 = الفلسفة
subject-field10921 = الرياضة والترفيه
subject-field1092101 = أنشطة الرياضة والترفيه
subject-field11001 = فنون الأداء
subject-field1100101 = الموسيقى
subject-field11003 = الفنون البصرية والحرف
subject-field1100301 = الفنون الجميلة
subject-field1100303 = التصوير
subject-field11007 = الاتصال والإعلام
subject-field1100705 = الكتابة
subject-field1100799 = الاتصال والإعلام (غير ذلك)
subject-field11101 = الأغذية والضيافة
subject-field1110107 = الخبز والحلويات
