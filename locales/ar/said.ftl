# Sentences of use cases; the English file has them as they are said.

# Words of a hub's vocabularies
said-term-exists = يوجد «{ $key }» في { $vocabulary } من قبل.
said-facet-exists = توجد واجهة باسم «{ $key }» من قبل.
said-facet-used = أُعطيت { $count } مقررات قيمًا من «{ $key }». أوقف مصطلحاتها بدلًا من ذلك.
said-term-name = يحتاج المصطلح إلى اسم.
said-term-name-any = يحتاج المصطلح إلى اسم بلغة واحدة على الأقل.
said-tree-depth = للشجرة { $most } مستويات على الأكثر.
said-facet-name = تحتاج الواجهة إلى اسم.
said-facets-most = للمركز { $most } واجهات خاصة على الأكثر.
said-url-needed = يلزم عنوان يبدأ بـ https://.
said-terms-most = يُقبل { $most } مصطلح دفعة واحدة على الأكثر.
said-facet-unknown = ليس لهذا المركز واجهة كهذه.
said-name-missing = ليس له اسم.
said-word-missing = لا يوجد «{ $name }».
said-hangs-on-itself = إنه معلّق بنفسه.
said-language-needed = يلزم رمز لغة مثل en أو de.
said-key-facet = في مفتاح الواجهة حروف صغيرة وأرقام وشرطات، ويبدأ بحرف، وطوله 30 على الأكثر.
said-key-taken = لهذه الكلمة معنى آخر في العناوين. اختر مفتاحًا آخر.
said-key-term = في المفتاح حروف a-z وأرقام ونقاط وشرطات، ويبدأ بحرف أو رقم، وطوله 60 على الأكثر.

# Moderation
said-text-changed = أرسل الناشر نصًا آخر وأنت تقرأ، أو قرر غيرك. انظر فيه مرة أخرى.
said-not-appealable = لا يُعترض إلا على الرفض أو الإخفاء.
said-appealed = سبق الاعتراض على هذا القرار.
said-appeal-decided = سبق البت في هذا الاعتراض.
said-thread-full = هنا 100 رسالة؛ القرار الآن للفريق.
said-report-decided = سبق البت في هذا البلاغ.
said-reports-most = يقبل هذا المركز { $most } بلاغات في اليوم من شبكة واحدة. حاول غدًا.
said-claimed = { $name } يعمل عليه. تولّه إن لزم الأمر.
said-reason-publisher = يلزم سبب؛ يقرؤه الناشر.
said-unseen-known = لا يمكن عرض كل ما في الحزمة؛ أكّد أنك تعلم ذلك
said-days = عدد صحيح من 1 إلى 365.
said-why-in-a-line = قل السبب في سطر واحد؛ يقرؤه الجميع.
said-site-elsewhere = يُوقف الموقع أو يُكتب إليه من صفحته. ثم ارفض هذا.
said-report-email = هذا ليس عنوان بريد. اتركه فارغًا إن لم ترد جوابًا.
said-say-something = اكتب شيئًا هنا؛ يقرؤه إنسان.
said-lines-most = 200 على الأكثر.
said-line-text = يحتاج كل سطر إلى نص بلغة واحدة على الأقل.

# Accounts
said-passkeys-most = للحساب { $most } مفاتيح مرور على الأكثر. أزل واحدًا أولًا.
said-passkey-taken = مفتاح المرور هذا لغيرك.
said-passkey-answer = جواب الجهاز لا يناسب. حاول مرة أخرى.
said-code-wrong = ليس هذا الرمز الذي يعرضه التطبيق الآن. تحقق من ساعة الجهاز.
said-codes-not-needed = لا يُطلب من هذا الحساب رمز، فلا يحتاج إلى رموز استعادة.
said-account-exists = يوجد حساب لـ { $email } من قبل.
said-email-wrong = «{ $email }» ليس عنوان بريد.
said-email-same = هذا عنوان الحساب نفسه.
said-passkey-name = يلزم اسم، كاسم الجهاز.
said-passkeys-where = تحتاج مفاتيح المرور إلى مركز له اسم (لا عنوان أرقام) يُوصل إليه عبر https.
said-type-email = اكتب عنوان الحساب: { $email }
said-domains-only = لا يقبل هذا المركز إلا عناوين هذه النطاقات: { $domains }
said-last-owner = هذا آخر مالك للمركز. اجعل غيره مالكًا أولًا.
said-password-length = يجب أن يكون من { $least } إلى { $most } حرفًا، وهو { $length }.
said-account-suspended = هذا الحساب موقوف. اسأل فريق المركز.
said-accounts-by-staff = في هذا المركز ينشئ الفريق الحسابات.
said-accounts-staff-only = لا يدير الحسابات إلا المالكون والمديرون.
said-accounts-owners-only = لا يعيّن المالكين ولا يدير حساباتهم إلا مالك.
said-number-up-to = عدد صحيح من 1 إلى { $most }، أو لا شيء.
said-invitation-used = استعمل موقع آخر هذه الدعوة في هذه اللحظة.

# Messages
said-message = اكتب رسالتك هنا.
said-message-long = في الرسالة { $most } حرف على الأكثر، وفي هذه { $found }.
said-who = قل من أنت.
said-who-long = في الاسم { $most } حرف على الأكثر.
said-answer-to = هذا ليس عنوان بريد. يُرسل الرد إليه.
said-what-it-is = اختر نوع رسالتك.
said-conversation-closed = هذه المحادثة مغلقة. افتحها أولًا.

# Registration
said-secret-blocked = حُظر سر الموقع الجديد بعد إرسال هذا الرابط. عليه أن يسجل مرة أخرى بسر آخر.
said-site-moved = صار للموقع عنوان آخر بعد إرسال هذا الرابط، فلا شيء يُستبدل. يمكن للموقع الجديد أن يسجل مرة أخرى.
said-nobody-waits = لم يعد أحد ينتظر هذا التسجيل
said-site-suspended-first = الموقع موقوف؛ ارفع الإيقاف أولا
said-contact-no-address = ليس لجهة اتصال هذا الموقع عنوان بريد
said-registered-now = سُجل هذا الموقع في هذه اللحظة. حاول مرة أخرى.
said-request-waits = طلب لتسجيل هذا العنوان بسر آخر ينتظر فريق المركز. إن كان طلبك فاطلب رفضه ثم سجّل من جديد.
said-looking-busy = ينظر هذا المركز في مواقع كثيرة الآن. حاول بعد دقيقة.
said-site-suspended = هذا الموقع موقوف في هذا المركز. اسأل فريقه.
said-site-not-active = هذا الموقع غير نشط في هذا المركز.
said-site-back = اتصل موقعك بهذا المركز: إنه مسجل من قبل.

# Staff and sites
said-no-code = لم يُعط هذا الموقع رمزًا بعد.
said-no-lock = لا يمكن قفل هذا: الموقع لا يقوله.
said-no-secret = ليس لدى المركز سر للموقع { $site } يمكن حظره.
said-no-split = الموقع { $site } غير مسجل؛ لا شيء يُفصل.
said-calling-busy = يُتصل بمواقع كثيرة الآن. حاول مرة أخرى.
said-type-name = اكتب اسم الموقع كما هو أعلاه.
said-no-token = الموقع { $site } غير مسجل؛ ليس له رمز وصول.
said-reason-contact = يلزم سبب؛ تقرؤه جهة اتصال الموقع.
said-site-is-registered = الموقع { $site } مسجل من قبل. احذفه لإنهاء ذلك.
said-site-waits = ينتظر الموقع { $site } القبول. اقبله أو ارفضه أولًا.
said-address-taken = سُجل موقع آخر بهذا العنوان.
said-site-left = ترك الموقع { $site } هذا المركز. لا يُسجل ثانية إلا من مودل الخاص به.
said-site-prioritised = للموقع { $site } أولوية، والمواقع ذات الأولوية موثوقة. اسحب أولويته أولًا.
said-name-needed = يلزم اسم.
said-email-looks = هذا ليس عنوان بريد؛ ينبغي أن يكون مثل ana@school.example.
said-language-looks = يلزم رمز لغة مثل en أو pt_br.
said-country-looks = يلزم حرفان مثل FR، أو لا شيء.
said-limit-looks = عدد صحيح، أو «unlimited»، أو لا شيء لقيمة المركز.
said-address-needed = يلزم عنوان مثل https://moodle.example.org.
said-address-looks = هذا ليس عنوان وب؛ ينبغي أن يكون مثل https://moodle.example.org.
said-address-scheme = لا تُستعمل إلا عناوين http:// وhttps://.
said-address-password = لا يُستعمل عنوان فيه اسم مستخدم أو كلمة مرور.
said-address-long = في العنوان { $most } حرف على الأكثر.

# Staff and courses
said-text-meanwhile = ينتظر نص آخر الآن. قرر فيه.
said-mails-sent = لا يُسترد بريد أُرسل.
said-batch-at-work = ما زال يعمل. انتظر حتى ينتهي.
said-batch-old = بدأ قبل أكثر من 24 ساعة. غيّر المقررات نفسها.
said-batch-gone = لم يعد موجودًا.
said-batch-changed = تغيّر بعد ذلك فتُرك كما هو.
said-batch-no-course = لا يوجد مقرر كهذا.
said-batch-so-already = لا شيء يُفعل: هو كذلك من قبل.
said-reason-publishers = يلزم سبب؛ يقرؤه الناشرون.
said-tag-needed = يلزم وسم.
said-mail-subject = يحتاج البريد إلى موضوع.
said-mail-text = يحتاج البريد إلى نص.
said-none-selected = لم يُحدد أي مقرر.
said-no-publisher-email = لم يعط الناشر عنوان بريد.
said-selection-changed = لم تعد المقررات كما عُرضت. انظر في التحديد مرة أخرى.
said-pictures-changed = تغيّرت الصور الآن. انظر فيها مرة أخرى.
said-pictures-most = للمقرر { $most } صور على الأكثر.
said-picture-bytes = للصورة { $most } بايت على الأكثر.
said-picture-size = حجم الصورة { $size } بايت؛ يُقبل { $most } على الأكثر.
said-picture-none = هذه ليست صورة. يُقبل PNG وJPEG وGIF وWebP.
said-picture-sides = الصورة { $width } × { $height } بكسل؛ يُقبل { $most } للضلع و40 مليونًا في المجموع.
said-picture-damaged = الصورة تالفة: { $detail }
said-course-name = يحتاج المقرر إلى اسم.
said-title-needed = يلزم عنوان.
said-title-long = { $most } حرف على الأكثر، وهنا { $found }.
said-no-package = لم تصل أي حزمة بعد، فلا شيء يُقبل. يُدرج حين يصل ملفه.
said-package-refused = لم تُقبل حزمته ({ $codes }). اطلب من الناشر رفعها من جديد.
said-package-held = حزمته محجوزة ({ $codes }). انظر فيها واقبلها مع ذلك، أو اطلب رفعها من جديد.
said-package-not-kept = كانت حزمته محجوزة ولم يعد ملفها محفوظًا. اطلب رفعها من جديد.
said-is-listed = هو مدرج من قبل. أخفه أو احذفه بدلًا من ذلك.
said-is-withdrawn = سحبه ناشره. يعود حين ينشره من جديد.
said-is-removed = حُذف.
said-not-hidden = ليس مخفيًا، بل: { $state }.
said-not-waiting = لا ينتظر قرارًا، بل: { $state }.
said-not-removed = لم يُحذف، بل: { $state }.
said-is-purged = حُذف منذ زمن طويل؛ ذهبت نصوصه وملفه.
said-act-needed = اختر ما تفعل.
said-deciders-only = لا يفعل هذا إلا من يقرر في المقررات.
said-decision-needed = لم يُختر أي قرار.
said-form-again = أرسل نموذج موقعك مرة أخرى.

# Pages and mails
said-page-changed = كتب غيرك هذه الصفحة الآن. حمّلها من جديد وأدخل تغييراتك.
said-page-long = للغة الواحدة { $most } بايت على الأكثر.
said-mail-state = لا يمكن تغيير البريد { $id } بعد الآن: { $state }.
said-mail-no-server = لا يوجد خادم بريد. أدخله في الإعدادات؛ وحتى ذلك ينتظر البريد.
said-needs-code = يدخل هذا الحساب برمز من تطبيقه أيضًا، وهذه الصفحة لا تطلبه.

# Calls to other addresses
said-call-scheme = لا يُتصل إلا بعناوين http وhttps.
said-call-password = لا يُتصل بعناوين فيها اسم مستخدم أو كلمة مرور.
said-call-no-host = لا يسمي العنوان أي خادم.
said-call-port = لا يُتصل بالمنفذ { $port }؛ المسموح { $allowed }.
said-call-private = يقود الخادم إلى { $network }، ولا يتصل به هذا المركز. لمشغّله أن يسمح بشبكة عبر allow_private.
said-call-name = لم يُعثر على الاسم { $host }.
said-call-connect = لا اتصال: { $detail }
said-call-tls = لا اتصال آمن: { $why }
said-call-time = لا جواب كامل في { $seconds } ثانية.
said-call-redirects = أكثر من { $most } إعادة توجيه.
said-call-long = الجواب أطول من { $most } بايت.
said-call-broken = كان الجواب معطوبًا: { $detail }
said-certificate-expired = انتهت صلاحية الشهادة.
said-certificate-name = الشهادة لاسم آخر.
said-certificate-authority = الشهادة موقعة ذاتيًا، أو من جهة مجهولة، أو أُرسلت بلا شهادتها الوسيطة.
said-call-status = يجيب بالحالة { $status }.
said-account-last-way = هذه آخر طريقة للدخول إلى حسابك. اختر كلمة مرور أو أضف مفتاح مرور آخر أولًا.

# Sign-in providers
said-provider-most = للمركز { $most } مزوّدي دخول على الأكثر
said-provider-last-owner = لن يستطيع أي مالك الدخول: أعطِ أحدهم أولًا كلمة مرور أو مفتاح مرور
said-provider-label = اكتب كيف يسمّيه الناس، مثل «حساب المدرسة»
said-provider-there = لدى هذا المركز ذلك المزوّد
said-provider-issuer = هذا ليس عنوان https
said-provider-client = لا يمكن تفعيل المزوّد من دونه
said-provider-domains = اكتب نطاقات مثل school.example، تفصل بينها فواصل
