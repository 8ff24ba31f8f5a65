# تسجيل الدخول والصفحات الشخصية.

nav-sign-in = تسجيل الدخول
nav-sign-out = تسجيل الخروج
nav-account = الحساب
sign-in-title = تسجيل الدخول
sign-in-email = البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-do = تسجيل الدخول
sign-in-wrong = لا يوجد حساب بهذا العنوان وكلمة المرور. تحقق منهما وحاول مرة أخرى.
sign-in-wait = { $seconds ->
    [zero] كلمات مرور خاطئة كثيرة. حاول مرة أخرى الآن.
    [one] كلمات مرور خاطئة كثيرة. حاول مرة أخرى بعد ثانية.
    [two] كلمات مرور خاطئة كثيرة. حاول مرة أخرى بعد ثانيتين.
    [few] كلمات مرور خاطئة كثيرة. حاول مرة أخرى بعد { $seconds } ثوانٍ.
   *[other] كلمات مرور خاطئة كثيرة. حاول مرة أخرى بعد { $seconds } ثانية.
}
sign-in-nobody = لا أحد لديه حساب بعد. من يدير هذا المركز يفتح رابط الإعداد الذي يطبعه البرنامج عند التشغيل.

me-title = حسابي
me-sessions = أين سجّلت الدخول
me-sessions-help = أنهِ ما لا تعرفه، ثم غيّر كلمة مرورك.
me-session-unnamed = متصفح بلا اسم
me-session-this = هذا المتصفح
me-session-since = تسجيل الدخول
me-session-seen = آخر ظهور
me-session-end = إنهاء
me-sessions-end = إنهاء كل الجلسات الأخرى

done-signed-out = سجّلت الخروج.
done-sessions-ended = انتهت.
done-signed-in = سجّلت الدخول.

error-signed-out = لم تعد مسجّل الدخول
error-signed-out-why = انتهت جلستك قبل إرسال النموذج، فلم يتغيّر شيء.
error-signed-out-next = سجّل الدخول ثم أرسل النموذج مرة أخرى.
error-foreign = لم يُقبل النموذج
error-foreign-why = لم يأتِ من صفحة في جلستك الحالية، فلم يتغيّر شيء. يحدث هذا حين تبقى صفحة مفتوحة بينما تسجّل الدخول من جديد في مكان آخر.
error-foreign-next = ارجع وحمّل الصفحة من جديد ثم أرسل النموذج مرة أخرى.
error-sign-in = تسجيل الدخول
