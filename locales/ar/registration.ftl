# صفحات تسجيل موقع مودل.

back-to-site = العودة إلى موقع مودل
ask-hub = إن تعذر عليك الأمر فاسأل القائم على هذا المركز:
mail-waits = لا يستطيع هذا المركز إرسال البريد حاليًا. الرسالة محفوظة وتُرسل متى عاد البريد إلى العمل، ويمكن للقائمين على المركز أن يقرؤوها لك.

# المقارنة

compare-caption = الموقع المسجل والموقع الذي يطلب
compare-what = ما هو
compare-registered = المسجل هنا
compare-arriving = الذي يطلب الآن
compare-differs = مختلف
compare-address = العنوان
compare-name = الاسم
compare-description = الوصف
compare-contact = جهة الاتصال
compare-email = البريد
compare-release = إصدارة مودل
compare-version = رقم نسخة مودل
compare-leave = لست متأكدًا؟ أغلق هذه الصفحة. لم يتغير شيء.
compare-moved-title = هل انتقل موقع مودل أم هذه نسخة؟
compare-moved-why = موقع مودل بالمعرّف نفسه مسجل هنا بعنوان آخر. يحدث هذا حين ينتقل موقع وحين يُنسخ.
compare-moved = لقد انتقل
compare-moved-effect = العنوان القديم لم يعد يعمل أو يقود إلى الجديد. ينتقل معك تسجيلك وكل المقررات، وتُخبر جهة الاتصال القديمة.
compare-moved-do = انتقل: غيّر العنوان
compare-copied = إنه نسخة
compare-copied-effect = يستمر الموقعان، أحدهما مثلًا للتجارب. تحصل النسخة على معرّف خاص وتُسجل موقعًا جديدًا، ويحتفظ الآخر بكل شيء.
compare-copied-do = نسخة: أعطها معرّفًا خاصًا
compare-replace-title = هل يُستبدل تسجيل هذا العنوان؟
compare-replace-why = موقع مودل مثبت حديثًا يطلب التسجيل بعنوان موقع أنت جهة الاتصال فيه.
compare-replace = إنه الموقع نفسه مثبتًا من جديد
compare-replace-effect = يأخذ الموقع الجديد التسجيل والمقررات، ولا يصل القديم إلى هذا المركز بعد ذلك. وما ينشره الجديد ينتظر حتى يثق به فريقنا.
compare-replace-do = استبدال التسجيل

# المشكلات

problems-title = لم يُسجل موقعك بعد
problems-lead = { $count ->
    [one] يلزم أولًا إصلاح أمر واحد. لم يُحفظ شيء.
    [two] يلزم أولًا إصلاح أمرين. لم يُحفظ شيء.
    [few] يلزم أولًا إصلاح { $count } أمور. لم يُحفظ شيء.
    [many] يلزم أولًا إصلاح { $count } أمرًا. لم يُحفظ شيء.
   *[other] يلزم أولًا إصلاح { $count } أمر. لم يُحفظ شيء.
}
problems-given = ما كتبته:
problems-next = أصلح هذا في موقع مودل وسجّل من جديد.
field-url = عنوان موقعك
field-name = اسم موقعك
field-contactname = المدير
field-contactemail = البريد
field-description = الوصف
field-language = اللغة
field-token = معرّف موقعك
field-password = كلمة مرور هذا المركز
field-hub = هذا المركز
problem-missing = هذا فارغ وهو لازم.
problem-address = هذا ليس عنوان موقع. ينبغي أن يشبه https://moodle.example.org.
problem-scheme = لا تُقبل إلا العناوين التي تبدأ بـ http:// أو https://.
problem-credentials = لا يُقبل عنوان فيه اسم مستخدم أو كلمة مرور.
problem-long = هذا أكثر من { $max } حرفًا.
problem-mail = هذا ليس عنوان بريد واحدًا.
problem-password = كلمة مرور هذا المركز ناقصة أو خطأ.
problem-password-advice = اطلبها من القائمين على هذا المركز. انتبه للحروف الكبيرة والصغيرة.
problem-guesses = وصلت من شبكتك كلمات مرور خاطئة كثيرة. انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
} قبل أن تحاول من جديد.
problem-guesses-advice = إلى ذلك الحين لا تُفحص أي كلمة مرور، ولا الصحيحة منها. اطلبها من القائمين على هذا المركز.
problem-closed = لا تُقبل مواقع جديدة حاليًا.
problem-closed-advice = المواقع التي كانت مسجلة يمكنها العودة.
problem-readonly = لا يمكن التسجيل أو النشر حاليًا.
problem-readonly-advice = القراءة والتنزيل يعملان. حاول لاحقًا.
problem-link = هذا الرابط غير معروف أو استُخدم أو قديم جدًا.
problem-link-advice = سجّل مرة أخرى من موقع مودل فيُرسل رابط جديد.
problem-taken = موقع آخر ما زال نشطًا مسجل بهذا العنوان.
problem-taken-advice = إن كان لك فألغِ تسجيله هناك أولًا، أو اسأل القائمين على هذا المركز.
problem-host = هذا الاسم لا يقود إلى شيء في الإنترنت العام.
problem-host-advice = راجع العنوان المكتوب في config.php (wwwroot). إن كان موقعك لا يُرى إلا داخل شبكتك فيمكن للقائمين على هذا المركز السماح به.
problem-private = هذا العنوان في شبكة خاصة لا يدخلها هذا المركز.
problem-private-advice = يمكن للقائمين على هذا المركز السماح لشبكتك.
problem-port = لا يتصل هذا المركز بهذا المنفذ.
problem-port-advice = المعتاد 80 و443 و8080 و8443. ويمكن للقائمين على هذا المركز السماح بغيرها.
problem-connection = تعذر الوصول إلى موقعك.
problem-timeout = لم يجب موقعك في الوقت المناسب.
problem-status = أجاب موقعك بخطأ.
problem-connection-advice = افتح العنوان في متصفح خارج شبكتك. وإن كان يحميه جدار ناري فيجب أن يسمح لهذا المركز بالمرور.
problem-certificate = شهادة موقعك غير صالحة.
problem-certificate-advice = انظر إلى العنوان في متصفح؛ كثيرًا ما تنقص شهادة وسيطة.
problem-redirect = يحيل موقعك إلى مكان لا يتبعه هذا المركز.
problem-redirect-advice = اكتب العنوان الموجود في config.php (wwwroot).

# الرسائل

blocked-title = هذا المعرّف محظور
blocked-lead = أُبلغ عن أن المعرّف الذي يسجل به موقعك مسروق أو منسوخ. يحتاج موقعك إلى معرّف جديد، وهذا سريع.
blocked-step-renew = استخدم الزر فينسى موقع مودل المعرّف القديم.
blocked-step-again = ثم سجّل من جديد من موقع مودل فيحصل وحده على معرّف جديد.
blocked-do = تجديد المعرّف في موقعي
waits-title = وصل طلبك
waits-lead = يقرر القائمون على هذا المركز أي المواقع ترتبط. ليس عليك شيء آخر الآن.
waits-step-decide = ينظرون في موقعك ويقررون.
waits-step-mail = تصلك رسالة على البريد الذي كتبته.
waits-step-open = افتح الرابط الذي فيها في المتصفح الذي سجلت فيه الدخول إلى موقع مودل، وبذلك يكتمل التسجيل.
sent-title = أكّد بالبريد من فضلك
sent-lead = موقع مودل آخر مسجل بهذا العنوان. أرسلنا رابطًا إلى جهة الاتصال فيه، { $to }.
before-title = هناك رسالة في الطريق
before-lead = أرسلنا قبل أقل من يوم رابطًا إلى جهة الاتصال لهذا العنوان، { $to }. لا نرسل إلا واحدًا في اليوم.
sent-step-open = افتح الرابط في تلك الرسالة. يصلح سبعة أيام.
sent-step-confirm = قارن بين الموقعين وأكّد أن الجديد يحل محل القديم.
sent-step-lost = لم يعد أحد يقرأ ذلك البريد؟ يمكن للقائمين على هذا المركز أن يؤكدوا بدلًا عنك.
nobody-title = لا نجد من نسأله
nobody-lead = موقع مودل آخر مسجل بهذا العنوان ولم يترك بريدًا يعمل.
nobody-step-ask = اطلب من القائمين على هذا المركز تأكيد موقعك.
ended-title = انتهى هذا التسجيل
ended-lead = غادر الموقع هذا المركز أو أزاله فريقنا أو أُوقف مؤقتًا.
ended-step-again = إن ظننت أن هذا خطأ فاسأل القائمين على هذا المركز، وإلا فسجّل من جديد من موقع مودل.

# طريق العودة

return-site = الموقع
return-address = العنوان
return-handshake = أُعيد إلى موقع مودل
return-seen = آخر اتصال من موقع مودل
return-never = لا شيء بعد
return-done-title = ارتبط موقع مودل
return-done-lead = اتصل بهذا المركز بمفتاحه الجديد. يمكن للمعلمين النشر والبحث من داخل مودل.
return-awaited-title = اقترب الأمر
return-awaited-lead = موقعك مسجل هنا، وأُعيد متصفحك إلى موقع مودل. ننتظر أول اتصال منه.
return-lost-title = سُجل، لكن موقع مودل لم يتصل
return-lost-lead = موقعك مسجل هنا، لكن لم يصل منه اتصال خلال { $minutes } دقائق. الأرجح أن طريق العودة سُدّ فلم يعرف موقعك مفتاحه.
return-causes = ما يعيق عادة
return-cause-firewall = جدار ناري أمام موقع مودل، مثل mod_security، يجيب بـ 403 لأن طريق العودة يحمل عنوانًا في أحد المتغيرات. الاستثناء أدناه يعالج ذلك.
return-cause-signed-in = لم تكن مسجلًا مديرًا في موقع مودل في هذا المتصفح. سجّل الدخول وحاول من جديد.
return-cause-closed = أُغلقت الصفحة قبل أن تعود. حاول من جديد.
return-again = حاول من جديد
return-again-what = يعيد هذا متصفحك إلى موقع مودل مرة أخرى بمفتاح جديد.
return-exception = استثناءات mod_security
return-exception-why = مودل نفسه يحدد شكل طريق الذهاب والعودة، فلا مفر من العنوان الذي فيه. هذه الأسطر تسمح به في هذه الصفحات فقط.
return-exception-number = تذكر قواعد OWASP Core Rule Set. إن ذكر سجل أخطاء Apache قاعدة أخرى على شكل id "…" فضع رقمها مكانها.
return-exception-site = في خادم الويب لموقع مودل
return-exception-site-where = في إعدادات Apache للموقع، ثم أعد تحميل Apache:
return-exception-hub = في خادم الويب أمام هذا المركز
return-exception-hub-where = فقط إن أجابت صفحة هذا المركز نفسها بـ 403. للقائمين عليه:
return-accepted-title = قُبل موقعك
return-accepted-lead = قبل القائمون على هذا المركز موقعك. بقيت خطوة واحدة.
return-finish = إتمام التسجيل
return-finish-what = يعيد هذا متصفحك إلى موقع مودل ومعه مفتاحه. سجّل الدخول هناك مديرًا أولًا.
