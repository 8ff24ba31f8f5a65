# طرق الدخول غير كلمة المرور: مفاتيح المرور ومزوّدون آخرون.

passkeys-title = مفاتيح المرور
passkeys-lead = مفتاح المرور يحفظه هاتفك أو حاسوبك أو مدير كلمات المرور. به تسجّل الدخول بالإصبع أو الوجه أو رقم سري، دون كتابة عنوان أو كلمة مرور.
passkeys-yours = مفاتيح المرور الخاصة بك
passkeys-none = ليس لديك أي مفتاح بعد. أضف واحدًا أدناه.
passkeys-no-script = يحتاج هذا إلى متصفح يعرف مفاتيح المرور وتعمل فيه البرامج النصية.
passkeys-impossible = لا يمكن لهذا المركز استعمال مفاتيح المرور: يحتاج إلى اسم (لا عنوان من أرقام) وإلى https.
passkey-name = الاسم
passkey-name-help = لكي تعرفه لاحقًا، مثل «الهاتف» أو «حاسوب المكتب».
passkey-add-title = إضافة مفتاح مرور
passkey-add = إضافة
passkey-added = أُضيف
passkey-used = آخر استعمال
passkey-never-used = لم يُستعمل
passkey-change = تغيير
passkey-rename = إعادة التسمية
passkey-remove = إزالة
passkey-remove-help = لن يستطيع أحد تسجيل الدخول به بعد الآن. احذفه من الجهاز أيضًا.
passkey-failed = لم يقدّم المتصفح مفتاح مرور. حاول مرة أخرى أو بطريقة أخرى.
passkey-wrong = لا يعرف هذا المركز مفتاح المرور هذا. سجّل الدخول بطريقة أخرى وأضفه من جديد.
passkey-too-late = استغرق ذلك وقتًا طويلًا أو أُرسل مرتين. حاول مرة أخرى.
sign-in-passkey = تسجيل الدخول بمفتاح مرور
sign-in-with = تسجيل الدخول عبر
done-passkey-added = أُضيف مفتاح المرور.
done-passkey-renamed = صار لمفتاح المرور اسمه الجديد.
done-passkey-removed = أُزيل مفتاح المرور.

# Providers of OpenID Connect.

providers-title = مزوّدو تسجيل الدخول
providers-lead = يمكن للناس الدخول بحساب لهم في مكان آخر: في Keycloak مدرستكم أو Microsoft Entra ID أو Google أو أي مزوّد آخر لـ OpenID Connect.
providers-none = لا يوجد أي مزوّد بعد. الدخول بكلمة المرور أو بمفتاح المرور.
provider-new = إضافة مزوّد
provider-add = إضافة
provider-is-on = مفعّل
provider-is-off = متوقف
provider-label = الاسم
provider-label-help = كما يسمّيه الناس، مثل «حساب المدرسة». يظهر على الزر.
provider-label-wrong = اكتب كيف يسمّيه الناس، مثل «حساب المدرسة».
provider-issuer = عنوان المزوّد
provider-issuer-help = المُصدر «issuer» كما يسمّي نفسه تمامًا. لا يمكن تغييره لاحقًا لأن الناس يُعرفون به.
provider-issuer-wrong = هذا ليس عنوان https، أو أن لدى هذا المركز ذلك المزوّد.
provider-client = معرّف العميل
provider-client-help = كيف يسمّي المزوّد هذا المركز. تحصل عليه عند تسجيل المركز هناك.
provider-client-id-wrong = لا يمكن تفعيل المزوّد من دونه.
provider-secret = سرّ العميل
provider-secret-help = من المزوّد. يُحفظ مختومًا ولا يُعرض ثانية. اتركه فارغًا لعميل عام.
provider-secret-kept = هناك سرّ محفوظ ومختوم. اترك هذا فارغًا لإبقائه.
provider-no-secret = إزالة السرّ
provider-scopes = النطاقات
provider-scopes-help = ما يُطلب من المزوّد إضافة إلى «openid». عادةً «email profile».
provider-lets-in = من يمكنه الدخول
provider-lets-accounts = من لديه حساب هنا فقط
provider-lets-accounts-help = يربطونه في صفحتهم «الدخول والأمان».
provider-lets-domains = وكذلك من لديه عنوان بريد من هذه النطاقات
provider-lets-domains-help = من يأتي أول مرة يحصل على حساب عضو.
provider-lets-anybody = كل من يعرفه المزوّد
provider-lets-anybody-help = لمزوّد يخصّكم وحدكم فقط، وليس لمزوّد عام أبدًا.
provider-domains = نطاقات البريد
provider-domains-help = مثل school.example، تفصل بينها فواصل.
provider-domains-wrong = اكتب نطاقات مثل school.example، تفصل بينها فواصل.
provider-trusts = عناوين بريده موثوقة
provider-trusts-help = من له عنوان بريد حساب عضو يدخل إليه من دون ربط سابق. حسابات الفريق تُربط يدويًا دائمًا.
provider-on = مفعّل
provider-on-help = تعرضه صفحة الدخول.
provider-refused = لا يمكن ذلك: عدد المزوّدين كبير جدًا، أو لن يستطيع أي مالك الدخول. أعطِ أولًا مالكًا كلمة مرور أو مفتاح مرور.
provider-redirect = لدى المزوّد
provider-redirect-help = سجّل هذا المركز هناك عميلَ ويب سريًّا بعنوان إعادة التوجيه هذا:
provider-check = فحص المزوّد
provider-check-fits = يجيب، وما يقوله عن نفسه مناسب.
provider-check-down = لا يجيب كما ينبغي. { $why }
provider-check-misfit = يجيب، لكن هذا المركز لا يستطيع استعماله. { $why }
provider-settings = الإعدادات
provider-save = حفظ
provider-remove = إزالة المزوّد
provider-linked-count = { $count ->
    [0] لم يربطه أحد.
    [one] ربطه شخص واحد.
    [two] ربطه شخصان.
    [few] ربطه { $count } أشخاص.
    [many] ربطه { $count } شخصًا.
   *[other] ربطه { $count } شخص.
}
provider-left-without = { $count ->
    [0] لا يعتمد أحد عليه وحده.
    [one] أحدهم ليس لديه وسيلة أخرى للدخول، وعليه اختيار كلمة مرور بالبريد.
    [two] اثنان منهم ليست لديهما وسيلة أخرى للدخول، وعليهما اختيار كلمة مرور بالبريد.
    [few] { $count } منهم ليست لديهم وسيلة أخرى للدخول، وعليهم اختيار كلمة مرور بالبريد.
    [many] { $count } منهم ليست لديهم وسيلة أخرى للدخول، وعليهم اختيار كلمة مرور بالبريد.
   *[other] { $count } منهم ليست لديهم وسيلة أخرى للدخول، وعليهم اختيار كلمة مرور بالبريد.
}
done-provider-added = أُضيف المزوّد.
done-provider-saved = حُفظ المزوّد.
done-provider-removed = أُزيل المزوّد.
done-provider-linked = رُبط الحساب.
done-provider-unlinked = أُزيل الربط.
providers-mine = حسابات في أماكن أخرى
providers-mine-help = اربط حسابًا لك في مكان آخر وادخل به هنا.
provider-is-linked = مربوط
provider-used = آخر استعمال
provider-link = ربط
provider-unlink = إزالة الربط
provider-go-on = إلى المزوّد
provider-go-on-lead = يسألك المزوّد من أنت ثم يعيدك إلى هنا.
provider-go-on-do = متابعة
provider-unknown = هذا المركز لا يعرض ذلك المزوّد. ادخل بطريقة أخرى.
provider-stale = استغرق ذلك وقتًا طويلًا أو بدأ في متصفح آخر أو أُرسل مرتين. حاول مرة أخرى.
provider-declined = لم يسمح لك المزوّد بالدخول، أو رفضت هناك. حاول مرة أخرى أو ادخل بطريقة أخرى.
provider-no-address = لم يعطِ المزوّد عنوان بريد مؤكدًا. أكّد عنوانك هناك أو ادخل بطريقة أخرى.
provider-taken = تلك الهوية مربوطة بحساب آخر، أو حسابك مربوط بهوية أخرى هناك.
provider-wait = يأتي من شبكتك الآن عدد كبير. حاول بعد ساعة أو ادخل بطريقة أخرى.
provider-down = المزوّد لا يجيب الآن. حاول لاحقًا أو ادخل بطريقة أخرى.
provider-broken = لا يمكن الوثوق بجواب المزوّد. ادخل بطريقة أخرى؛ يجد فريق هذا المركز السبب في سجلّه.
provider-has-account = هناك حساب لـ { $email }. ادخل إليه واربط المزوّد في صفحته «الدخول والأمان».
provider-no-account = ليس لـ { $email } حساب في هذا المركز. اطلب دعوة من فريقه.
sign-in-again = لهذا يجب أن تكون قد دخلت خلال الدقائق العشر الأخيرة. اخرج ثم ادخل وكرّره.
security-password-first = تعيين كلمة مرور
provider-last-way = لن يبقى شيء للدخول به. عيّن كلمة مرور أو أضف مفتاح مرور أولًا.
