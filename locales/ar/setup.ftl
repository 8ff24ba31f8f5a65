# الخطوات الأولى لمركز جديد.

setup-owner-title = أعدّ مركزك
setup-owner-lead = أولًا حسابك الخاص. ستكون مالك هذا المركز: أنت من يقرر ما يحق لغيرك.
setup-name = اسمك
setup-name-help = يظهر لبقية الفريق.
setup-email = بريدك الإلكتروني
setup-email-help = به تسجّل الدخول.
setup-password = كلمة المرور
setup-password-help = اثنا عشر حرفًا على الأقل. بضع كلمات متتالية يسهل تذكرها ويصعب تخمينها.
setup-owner-do = أنشئ حسابي
done-owner = حسابك جاهز، وقد سجّلت الدخول.
