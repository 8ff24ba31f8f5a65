# الصفحات بعد تسجيل الدخول: ما تشترك فيه.

desk-group-moderate = الإشراف
desk-group-admin = هذا المركز
desk-group-me = أنت
desk-nav = صفحاتك
desk-rights = الأدوار والصلاحيات
desk-me = حسابي
yes = نعم
no = لا

role-owner = مالك
role-admin = مدير
role-moderator = مشرف
role-curator = قيّم
role-member = عضو

right-listings = تصحيح المقررات المعروضة ووسمها وإبرازها، وتحرير المفردات
right-decisions = البت فيما ينتظر، والرد على البلاغات والاعتراضات
right-sites = الوثوق بالمواقع وتصحيحها وتعليقها وحذفها
right-settings = تغيير إعدادات المركز
right-accounts = منح الناس حسابات وأدوارًا
right-mail = قراءة بريد المركز وإعادة إرساله
right-audit = قراءة سجل كل الأعمال
right-owners = تعيين المالكين

rights-title = الأدوار والصلاحيات
rights-lead = ما يحق لكل دور. لكل شخص دور واحد، ويبقى للمركز مالك دائمًا.
rights-right = الصلاحية
