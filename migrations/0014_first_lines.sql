-- What moderators choose from and tick on a new hub; staff changes it on its page. A hub whose staff keeps lists of its
-- own already gets none of these.
INSERT INTO staff_line (list, position, texts)
SELECT first_line.list, first_line.position, first_line.texts FROM (
    SELECT 'reasons' AS list, 0 AS position, '{"ar": "الرخصة ناقصة أو لا تسمح بالمشاركة. اختر رخصة تسمح بها.", "de": "Die Lizenz fehlt oder erlaubt das Weitergeben nicht. Bitte wählen Sie eine, die es erlaubt.", "en": "The licence is missing, or does not allow sharing. Please choose one that does.", "es": "Falta la licencia o no permite compartir. Elija una que lo permita.", "fr": "La licence manque, ou ne permet pas le partage. Choisissez-en une qui le permette."}' AS texts
    UNION ALL
    SELECT 'reasons', 1, '{"ar": "الوصف لا يذكر ما سيجده المتعلمون. تكفي بضع جمل.", "de": "Die Beschreibung sagt nicht, was Lernende erwartet. Ein paar Sätze genügen.", "en": "The description does not say what learners will find. A few sentences are enough.", "es": "La descripción no dice qué encontrarán los alumnos. Bastan unas frases.", "fr": "La description ne dit pas ce que les élèves trouveront. Quelques phrases suffisent."}'
    UNION ALL
    SELECT 'reasons', 2, '{"ar": "المادة أو المستوى أو اللغة لا تناسب المقرر. صحّحها من فضلك.", "de": "Fach, Stufe oder Sprache passen nicht zum Kurs. Bitte berichtigen Sie das.", "en": "Subject, level or language do not fit the course. Please correct them.", "es": "La materia, el nivel o el idioma no corresponden al curso. Corríjalos.", "fr": "La matière, le niveau ou la langue ne correspondent pas au cours. Corrigez-les."}'
    UNION ALL
    SELECT 'reasons', 3, '{"ar": "يحتوي المقرر على أعمال لغيرك دون إذن أصحابها.", "de": "Der Kurs enthält Werke anderer ohne deren Erlaubnis.", "en": "The course contains work of others without their permission.", "es": "El curso contiene obras de otros sin su permiso.", "fr": "Le cours contient des œuvres d''autrui sans leur autorisation."}'
    UNION ALL
    SELECT 'reasons', 4, '{"ar": "يحتوي المقرر على أسماء متعلمين أو أعمالهم. أنشئ النسخة الاحتياطية بلا مستخدمين.", "de": "Der Kurs enthält Namen oder Arbeiten von Lernenden. Erstellen Sie die Sicherung ohne Nutzerdaten.", "en": "The course contains names or work of learners. Make the backup without users.", "es": "El curso contiene nombres o trabajos de alumnos. Haga la copia sin usuarios.", "fr": "Le cours contient des noms ou des travaux d''élèves. Faites la sauvegarde sans utilisateurs."}'
    UNION ALL
    SELECT 'reasons', 5, '{"ar": "المقرر فارغ أو تجريبي.", "de": "Der Kurs ist leer oder ein Test.", "en": "The course is empty or is a test.", "es": "El curso está vacío o es una prueba.", "fr": "Le cours est vide ou n''est qu''un essai."}'
    UNION ALL
    SELECT 'reasons', 6, '{"ar": "المقرر موجود هنا بالفعل.", "de": "Den Kurs gibt es hier schon.", "en": "The course can be found here already.", "es": "El curso ya está aquí.", "fr": "Le cours se trouve déjà ici."}'
    UNION ALL
    SELECT 'reasons', 7, '{"ar": "ليس مقررًا، أو يروّج لشيء آخر.", "de": "Es ist kein Kurs oder wirbt für etwas anderes.", "en": "It is no course, or advertises something else.", "es": "No es un curso o anuncia otra cosa.", "fr": "Ce n''est pas un cours, ou il fait la promotion d''autre chose."}'
    UNION ALL
    SELECT 'checklist', 0, '{"ar": "تسمح الرخصة بما يفعله المركز بالمقرر.", "de": "Die Lizenz erlaubt, was der Hub mit dem Kurs macht.", "en": "The licence allows what the hub does with the course.", "es": "La licencia permite lo que el hub hace con el curso.", "fr": "La licence permet ce que le hub fait du cours."}'
    UNION ALL
    SELECT 'checklist', 1, '{"ar": "الصور والنصوص من عمل المؤلف أو حرة.", "de": "Bilder und Texte sind eigene oder freie.", "en": "Pictures and texts are the author''s own or free.", "es": "Imágenes y textos son propios o libres.", "fr": "Images et textes sont de l''auteur ou libres."}'
    UNION ALL
    SELECT 'checklist', 2, '{"ar": "ليس فيه أسماء متعلمين ولا أعمالهم.", "de": "Es sind keine Namen oder Arbeiten von Lernenden darin.", "en": "There are no learners'' names or works in it.", "es": "No contiene nombres ni trabajos de alumnos.", "fr": "Il ne contient ni noms ni travaux d''élèves."}'
    UNION ALL
    SELECT 'checklist', 3, '{"ar": "العنوان والوصف يبيّنان ما هو.", "de": "Titel und Beschreibung sagen, was es ist.", "en": "Title and description say what it is.", "es": "El título y la descripción dicen qué es.", "fr": "Le titre et la description disent ce que c''est."}'
    UNION ALL
    SELECT 'checklist', 4, '{"ar": "المادة والمستوى واللغة صحيحة.", "de": "Fach, Stufe und Sprache stimmen.", "en": "Subject, level and language are right.", "es": "La materia, el nivel y el idioma son correctos.", "fr": "La matière, le niveau et la langue sont justes."}'
    UNION ALL
    SELECT 'checklist', 5, '{"ar": "تُفتح صفحته أو نسخته التجريبية.", "de": "Seine Seite oder Demo lässt sich öffnen.", "en": "Its page, or its demo, can be opened.", "es": "Su página o su demostración se puede abrir.", "fr": "Sa page ou sa démonstration s''ouvre."}'
) AS first_line
WHERE NOT EXISTS (SELECT 1 FROM staff_line);
