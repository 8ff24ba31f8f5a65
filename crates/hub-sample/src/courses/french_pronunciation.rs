//! French pronunciation for learners, in French.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("FLE-SONS", "Les sons du français : mieux prononcer, mieux entendre", "fr")
        .summary(
            "<p>Voyelles nasales, u contre ou, e muet, liaisons et mélodie de la phrase : \
             ce cours entraîne l’oreille et la bouche des apprenants de niveau A2 à B1. \
             Chaque séquence part d’un malentendu amusant, explique le geste avec \
             précision, propose des exercices à faire devant un miroir, et finit par un \
             petit texte à enregistrer.</p>",
        )
        .subject("field1091505")
        .audience(Audience::Students)
        .level(Level::Tertiary)
        .licence(Licence::CcBySa4)
        .tags(["FLE", "phonétique", "prononciation", "liaison", "écoute"])
        .creator("Maëlle Kerdoncuff")
        .contributors("Ousmane Diabaté")
        .notes(
            "<p>Les explications évitent l’alphabet phonétique complet ; une dizaine de \
             signes suffit. Faites travailler en binômes, l’un parle dos tourné, l’autre \
             écrit ce qu’il entend : le désaccord est plus instructif que la \
             correction.</p>",
        )
        .outcome(
            "Distingue et produit les oppositions u/ou, é/è et les trois nasales \
             courantes",
        )
        .outcome("Applique les liaisons obligatoires et évite les liaisons interdites")
        .outcome(
            "Lit un texte court par groupes de souffle avec l’accent sur la dernière \
             syllabe",
        )
        .colours(0x28_51_8f, 0xe6_39_46)
        .section(Section::new("").summary(
            "<p>Bienvenue ! Installez-vous devant un miroir, avec une feuille, une bougie \
             éteinte et un téléphone qui enregistre. Dix minutes par jour valent mieux \
             qu’une heure le dimanche.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Les voyelles de la bouche")
        .summary("<p>Dessus ou dessous ? Poisson ou poison ?</p>")
        .page(
            "« U » n’est pas « ou »",
            "<p>« Il est au-dessus » ou « il est au-dessous » ? Pour trouver \
             l’appartement de vos amis, la différence compte. Les lèvres font exactement \
             la même chose : elles s’arrondissent et s’avancent, comme pour siffler. \
             C’est la langue qui change. Pour <strong>ou</strong>, elle recule vers le \
             fond. Pour <strong>u</strong>, sa pointe reste derrière les dents du bas, \
             comme pour un i.</p>\n\
             <p>D’où l’exercice le plus efficace qui soit : dites un long « iiii », puis, \
             sans bouger la langue, arrondissez les lèvres. Le son qui sort est un u. \
             Gardez-le, écartez de nouveau les lèvres : i. Recommencez dix fois en vous \
             regardant.</p>\n\
             <p>Entraînez-vous ensuite avec des paires : rue et roue, vue et vous, bulle \
             et boule, tu et tout, pur et pour. Puis avec une phrase entière : « Lulu a \
             vu la lune sur le mur, vous l’avez vue de la cour. » Lentement d’abord ; la \
             vitesse viendra sans qu’on l’appelle.</p>",
        )
        .quiz(
            Quiz::new("Quel mot entendez-vous ?")
                .intro("<p>Lisez à voix haute chaque phrase, puis répondez.</p>")
                .question(
                    Question::choice("Dans quel mot entend-on le son « u » ?")
                        .right("bulle")
                        .wrong("boule")
                        .wrong("bol")
                        .wrong("belle")
                        .feedback("La langue reste en avant, les lèvres sont arrondies."),
                )
                .question(
                    Question::choice("Quelle différence y a-t-il entre « poisson » et « poison » ?")
                        .right("ss se prononce s, un seul s entre voyelles se prononce z")
                        .wrong("Il n’y en a pas")
                        .wrong("La première voyelle")
                        .feedback("Entre deux voyelles, un seul s vibre comme une abeille."),
                )
                .question(
                    Question::truth(
                        "Pour « u » et pour « ou », les lèvres sont arrondies de la même façon.",
                        true,
                    )
                    .feedback("Seule la langue bouge."),
                )
                .question(
                    Question::matching(
                        "Associez chaque mot à celui qui ne diffère que par la voyelle u ou ou.",
                    )
                    .pair("rue", "roue")
                    .pair("tu", "tout")
                    .pair("vue", "vous")
                    .pair("pur", "pour")
                    .feedback("Ce sont des paires minimales : un seul son change, et tout le sens."),
                ),
        )
        .page(
            "É fermé, è ouvert",
            "<p>Entre « les prés » et « près », la bouche s’ouvre d’un petit doigt. Pour \
             <strong>é</strong>, les lèvres sont tirées, les dents presque jointes : été, \
             blé, chanter, nez. Pour <strong>è</strong>, la mâchoire descend : mère, \
             tête, neige, mais.</p>\n\
             <p>L’écriture aide souvent. L’accent aigu donne é ; l’accent grave et le \
             circonflexe donnent è. Devant deux consonnes, ou devant une consonne finale \
             qui se prononce, e s’ouvre : terre, sel, chef. Les terminaisons -er, -ez et \
             -ed de pied donnent é.</p>\n\
             <p>Restent les régions. À Marseille, « lait » s’entend presque comme « lé », \
             et beaucoup de Parisiens ne distinguent plus « je chanterai » de « je \
             chanterais ». Personne ne vous corrigera dans la rue. Mais apprenez à \
             <em>entendre</em> la différence : elle vous servira à l’écrit, où le futur \
             et le conditionnel ne se confondent jamais.</p>",
        )
}

fn section_2() -> Section {
    Section::new("Le nez s’en mêle")
        .summary("<p>Un bon vin blanc : trois nasales dans un verre.</p>")
        .page(
            "Trois nasales et un test à la bougie",
            "<p>Le français laisse passer une partie de l’air par le nez dans des \
             voyelles écrites avec n ou m. Il y en a trois chez la plupart des locuteurs \
             d’aujourd’hui : <strong>on</strong> de bon, <strong>an</strong> de blanc, \
             <strong>in</strong> de vin. Une quatrième, <strong>un</strong> de brun, se \
             maintient dans le Sud et au Québec ; ailleurs elle rejoint in.</p>\n\
             <p>La règle d’or : le n ne se prononce pas. Il signale seulement que la \
             voyelle est nasale. Si votre langue touche le palais, c’est raté. \
             Pincez-vous le nez : « bonne » change peu, « bon » change beaucoup.</p>\n\
             <p>Pour la position, partez de l’image. Pour on, lèvres en cercle étroit, \
             comme pour embrasser. Pour an, bouche grande ouverte, comme chez le \
             dentiste. Pour in, sourire large. Une bougie devant la bouche aide à sentir \
             le p et le b : en français, la flamme tremble à peine. Si elle s’éteint à « \
             papa », votre consonne est trop soufflée.</p>",
        )
        .page(
            "Quand la nasale disparaît",
            "<p>Dès qu’une voyelle suit le n ou le m, la nasale s’évanouit et la consonne \
             revient : bon, mais bonne ; plein, mais pleine ; un an, mais une année. \
             C’est pourquoi « italien » et « italienne » ne riment pas, et c’est aussi le \
             moyen le plus sûr d’entendre le genre d’un adjectif.</p>\n\
             <p>Attention aux doubles consonnes : « homme », « année », « pomme » n’ont \
             pas de nasale. Les exceptions sont rares mais fréquentes dans l’usage : \
             emmener, ennui, enivrer gardent leur an initial.</p>\n\
             <p>Lisez à voix haute, en exagérant : « Simon et Simone ont bien chanté un \
             chant breton, Yvan et Yvonne en ont chanté un ancien. » Puis demandez à \
             quelqu’un d’écrire ce qu’il a entendu. Si Simone est devenu Simon, \
             recommencez avec plus de langue et moins de nez.</p>",
        )
        .choice(
            "Votre nasale la plus difficile",
            "<p>Laquelle vous résiste encore ?</p>",
            [
                "on, comme dans bon",
                "an, comme dans blanc",
                "in, comme dans vin",
                "Je les entends, mais je ne les produis pas",
                "Aucune, tout va bien",
            ],
        )
}

fn section_3() -> Section {
    Section::new("La chaîne parlée")
        .summary("<p>E muet, enchaînement, liaison : les mots se donnent la main.</p>")
        .book(
            Book::new("Trois façons de lier")
                .intro(
                    "<p>En français on n’entend pas où finissent les mots. C’est la difficulté, \
                     et c’est la musique.</p>",
                )
                .chapter(
                    "L’enchaînement",
                    "<p>Une consonne qu’on prononce de toute façon passe dans la syllabe suivante \
                     : « avec elle » se dit a-ve-quelle, « il arrive » i-la-rive. Rien ne \
                     s’ajoute, on recoupe seulement.</p>",
                )
                .chapter(
                    "La liaison",
                    "<p>Une consonne d’ordinaire muette se réveille devant une voyelle : « les \
                     amis » (z), « un grand homme » (t), « mon école » (n). Elle est obligatoire \
                     entre déterminant et nom, entre pronom et verbe, après « en », « dans », « \
                     chez », « très ». Elle est interdite après « et », devant un h aspiré (les \
                     héros, les haricots) et après un nom singulier : un étudiant | anglais.</p>",
                )
                .chapter(
                    "Le e qui s’en va",
                    "<p>Dans « samedi » on entend sam’di, dans « je ne sais pas » souvent j’sais \
                     pas. Le e tombe quand il ne laisse pas trop de consonnes ensemble : « \
                     appartement » garde le sien. Dans les chansons et en Provence, il chante \
                     encore.</p>",
                ),
        )
        .glossary(
            "Petit lexique de phonétique",
            "<p>Cinq mots pour parler des sons.</p>",
            [
                ("Voyelle nasale", "Voyelle dont une partie de l’air sort par le nez, écrite avec n ou m."),
                ("Paire minimale", "Deux mots qui ne diffèrent que par un son, comme bain et pain."),
                ("Liaison", "Consonne muette que l’on prononce devant une voyelle dans certains groupes."),
                (
                    "H aspiré",
                    "H initial qui ne s’entend pas, mais qui empêche liaison et élision : le \
                     hibou.",
                ),
                (
                    "Groupe rythmique",
                    "Suite de mots prononcés d’un souffle, avec un accent sur la dernière \
                     syllabe.",
                ),
            ],
        )
        .quiz(
            Quiz::new("Liaison ou pas ?")
                .intro("<p>Dites la phrase avant de cocher.</p>")
                .question(
                    Question::choice("« Les | haricots » : fait-on la liaison ?")
                        .right("Non, le h est aspiré")
                        .wrong("Oui, avec z")
                        .wrong("Oui, avec t")
                        .feedback("C’est un h aspiré : on dit le haricot, les | haricots."),
                )
                .question(
                    Question::choice("« Un | petit | enfant » : quelle consonne entend-on devant enfant ?")
                        .right("t")
                        .wrong("d")
                        .wrong("n")
                        .wrong("aucune")
                        .feedback("L’adjectif avant le nom fait la liaison."),
                )
                .question(
                    Question::truth("On fait la liaison après « et » : « toi-z-et-t-elle ».", false)
                        .feedback("Après « et », jamais de liaison."),
                )
                .question(
                    Question::short("Quelle consonne entend-on en liaison dans « un grand ami » ?")
                        .accept("t")
                        .feedback("Un d de liaison se prononce t."),
                ),
        )
}

fn section_4() -> Section {
    Section::new("La mélodie")
        .summary("<p>L’accent, le souffle, et un texte à soi.</p>")
        .page(
            "L’accent tombe à la fin",
            "<p>En espagnol, en anglais, en russe, chaque mot a son accent. En français, \
             c’est le groupe qui en a un, sur sa dernière syllabe, plus longue que les \
             autres : « Demain » ; « demain matin » ; « demain matin à huit heures ». Les \
             syllabes précédentes sont régulières comme un train sur des rails. Qui \
             accentue le début des mots parle avec un rythme étranger, même si chaque son \
             est juste.</p>\n\
             <p>La voix monte à la fin de chaque groupe tant que la phrase continue et \
             descend au point. Une question sans mot interrogatif monte : « Tu viens ce \
             soir ? » Une question avec « où », « quand », « pourquoi » peut \
             descendre.</p>\n\
             <p>Prenez un texte, tracez une barre à chaque souffle, comptez les syllabes \
             de chaque groupe, frappez-les sur la table, toutes égales, la dernière plus \
             longue. Ne le faites pas dans le bus.</p>",
        )
        .assignment(
            "Une minute à vous",
            "<p>Choisissez un texte français de cent vingt mots environ : une recette, un \
             poème, le début d’un roman. Marquez les groupes, les liaisons et les nasales \
             sur une photocopie. Enregistrez-le trois fois à un jour d’intervalle. \
             Déposez la première et la troisième version, la photocopie, et trois phrases \
             : qu’est-ce qui a changé, qu’est-ce qui résiste encore, qui vous a aidé \
             ?</p>",
        )
        .forum(
            "Malentendus",
            "<p>Racontez un quiproquo dû à un son mal dit ou mal entendu. Les collègues \
             proposent la paire minimale à travailler pour qu’il ne se reproduise \
             pas.</p>",
        )
        .url(
            "Écouter le français du monde",
            "https://apprendre.tv5monde.com",
            "<p>Exercices gratuits à partir de reportages, classés par niveau. Écoutez un \
             accent africain, un accent belge et un accent québécois dans la même \
             semaine.</p>",
        )
}
