//! Baking sourdough bread, in French.

use crate::course::{Activity, Attached, Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("PAIN-LEVAIN", "Le pain au levain, de la farine à la croûte", "fr")
        .summary(
            "<p>Créer un levain avec de la farine et de l’eau, comprendre ce que font \
             levures et bactéries, calculer une recette en pourcentages du boulanger, \
             façonner une miche et lire sa mie comme un diagnostic. Le cours accompagne \
             trois fournées à la maison, avec un four ordinaire et une cocotte, et \
             explique les erreurs au lieu de les cacher.</p>",
        )
        .subject("field1110107")
        .audience(Audience::Students)
        .level(Level::Other)
        .licence(Licence::CcByNcSa3)
        .tags(["boulangerie", "levain", "fermentation", "pain", "cuisine"])
        .creator("Gaspard Lemoine")
        .contributors("Maëlle Kerdoncuff, Ousmane Diabaté")
        .notes(
            "<p>Prévoyez quinze jours entre la première page et la première miche réussie \
             : le levain ne se presse pas. Les températures comptent plus que les durées \
             ; un thermomètre à dix euros change tout.</p>",
        )
        .outcome("Démarre, nourrit et conserve un levain")
        .outcome("Calcule hydratation et dose de sel en pourcentages du boulanger")
        .outcome("Reconnaît une pâte trop ou pas assez fermentée")
        .colours(0x9c_66_44, 0xed_e0_d4)
        .section(Section::new("").summary(
            "<p>Tablier noué, manches retroussées ! Il vous faut une balance, un bocal, \
             de la farine de blé type 65 ou 80, un peu de seigle et beaucoup de patience. \
             Première leçon : on ne lit pas ce cours le ventre vide.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Un élevage dans un bocal")
        .summary("<p>Farine, eau, temps : naissance d’un levain.</p>")
        .page(
            "Qui habite là-dedans ?",
            "<p>Un levain est une petite ménagerie. Sur l’écorce des grains vivent des \
             levures sauvages et des bactéries lactiques. Mélangez farine et eau tiède : \
             des enzymes, les amylases, découpent l’amidon en sucres simples, et les \
             habitants se mettent à table. Les levures produisent du gaz carbonique, qui \
             fera lever la pâte, et un peu d’alcool. Les bactéries produisent de l’acide \
             lactique, doux comme le yaourt, et de l’acide acétique, piquant comme le \
             vinaigre.</p>\n\
             <p>L’acidité est le secret de la maison. En deux ou trois jours, elle chasse \
             les microbes indésirables du début, ceux qui sentent la chaussette. Elle \
             conserve le pain, développe son goût et rend ses minéraux plus faciles à \
             assimiler, car elle réveille une enzyme du grain, la phytase.</p>\n\
             <p>Chaud et liquide, un levain penche vers le lactique ; frais et ferme, \
             vers l’acétique. Vous ne le commandez pas, vous l’orientez, comme un \
             jardin.</p>",
        )
        .book(
            Book::new("Sept jours pour un levain")
                .intro("<p>Le même bocal, la même heure, une cuillère propre.</p>")
                .chapter(
                    "Jours 1 et 2",
                    "<p>Mélangez 30 g de farine de seigle et 30 g d’eau à 28 °C. Couvrez sans \
                     fermer. Le deuxième jour, il ne se passe presque rien, ou bien tout mousse \
                     d’un coup : ce sont des bactéries de passage, ne criez pas victoire.</p>",
                )
                .chapter(
                    "Jours 3 et 4",
                    "<p>Jetez tout sauf 30 g ; ajoutez 30 g de farine et 30 g d’eau. L’odeur \
                     devient bizarre, l’activité retombe. C’est normal : le milieu s’acidifie, \
                     les bons arrivent. Surtout, ne recommencez pas à zéro.</p>",
                )
                .chapter(
                    "Jours 5 à 7",
                    "<p>Rafraîchissez matin et soir, 20 g de levain, 40 g de farine, 40 g d’eau. \
                     Marquez le niveau avec un élastique. Quand le levain double en moins de six \
                     heures, deux fois de suite, et qu’il sent la pomme et le yaourt, il est \
                     prêt.</p>",
                )
                .chapter(
                    "Vacances",
                    "<p>Au réfrigérateur, un levain nourri dort une à deux semaines. Au réveil, \
                     deux repas à température ambiante lui rendent sa force. Le liquide gris à la \
                     surface n’est que de l’alcool : on le vide ou on le mélange.</p>",
                ),
        )
        .quiz(
            Quiz::new("Le levain et vous")
                .intro("<p>Quatre questions avant d’enfourner quoi que ce soit.</p>")
                .question(
                    Question::choice("Qui fabrique l’essentiel du gaz qui fait lever le pain ?")
                        .right("Les levures")
                        .wrong("Les bactéries lactiques")
                        .wrong("Le sel")
                        .wrong("Le gluten")
                        .feedback(
                            "Les bactéries apportent surtout les acides, donc le goût et la conservation.",
                        ),
                )
                .question(
                    Question::choice("Au quatrième jour, votre levain ne bouge plus. Que faites-vous ?")
                        .right("Je continue à le nourrir")
                        .wrong("Je jette tout et je recommence")
                        .wrong("J’ajoute du sucre")
                        .feedback(
                            "L’acidité s’installe ; l’activité revient vers le cinquième ou le sixième \
                             jour.",
                        ),
                )
                .question(
                    Question::truth("Un levain liquide et tenu au chaud devient surtout vinaigré.", false)
                        .feedback("Au chaud et liquide, il penche vers l’acide lactique, plus doux."),
                )
                .question(
                    Question::truth("Du liquide gris à la surface n’oblige pas à jeter le levain.", true)
                        .feedback("C’est de l’alcool : le levain a simplement faim."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("La règle de trois du boulanger")
        .summary("<p>Peser, calculer, hydrater.</p>")
        .page(
            "Tout pour cent de farine",
            "<p>Les boulangers rapportent tout au poids de la farine, qui vaut toujours \
             100. Pour une miche : farine 100 %, eau 70 %, levain 20 %, sel 2 %. Avec 500 \
             g de farine, cela fait 350 g d’eau, 100 g de levain et 10 g de sel. Pour \
             trois miches, on multiplie ; pour une pâte plus souple, on change un seul \
             chiffre, et deux boulangers se comprennent sans échanger leurs recettes.</p>\n\
             <p>Pour être exact, il faut compter ce que le levain apporte. Un levain à \
             parts égales contient pour 100 g, 50 g de farine et 50 g d’eau. La farine \
             totale est donc de 550 g, l’eau de 400 g, et l’hydratation réelle de 400 / \
             550, soit environ 73 %.</p>\n\
             <p>À 60 %, la pâte est ferme et facile ; à 75 %, elle coule et donne une mie \
             plus ouverte, mais elle demande de la main. Une farine complète boit \
             davantage. Commencez à 68 et montez de deux points par fournée.</p>",
        )
        .quiz(
            Quiz::new("Calculs de fournil")
                .intro("<p>Arrondissez au gramme.</p>")
                .question(
                    Question::number(
                        "800 g de farine, hydratation 65 %. Combien d’eau, en grammes ?",
                        520.0,
                        0.0,
                    )
                    .feedback("800 · 0,65."),
                )
                .question(
                    Question::number("750 g de farine, 2 % de sel. Combien de sel, en grammes ?", 15.0, 0.0)
                        .feedback("750 · 0,02."),
                )
                .question(
                    Question::number(
                        "Une pâte contient 600 g de farine et 432 g d’eau en tout. Quelle est \
                         l’hydratation, en pour cent ?",
                        72.0,
                        0.0,
                    )
                    .feedback("432 divisé par 600."),
                ),
        )
        .activity(Activity::File {
            name: "Fiche de fournée".to_owned(),
            intro: "<p>Une ligne par étape ; la colonne température est la plus importante.</p>".to_owned(),
            file: Attached::new(
                "fiche-de-fournee.csv",
                "heure;étape;température de la pâte (°C);aspect;remarque\n\
                 ;autolyse;;;\n\
                 ;pétrissage;;;\n\
                 ;rabat 1;;;\n\
                 ;rabat 2;;;\n\
                 ;façonnage;;;\n\
                 ;enfournement;;;\n\
                 ",
            ),
        })
}

fn section_3() -> Section {
    Section::new("La pâte sous les mains")
        .summary("<p>Autolyse, rabats, façonnage, cuisson.</p>")
        .page(
            "Le gluten se construit",
            "<p>Mouillée, la farine de blé forme un réseau élastique, le gluten. C’est \
             lui qui retient le gaz. On peut le construire par la force, en pétrissant un \
             quart d’heure, ou par le temps. Mélangez farine et eau, couvrez, attendez \
             quarante minutes : cette autolyse fait la moitié du travail. Ajoutez ensuite \
             levain et sel.</p>\n\
             <p>Pendant la première fermentation, le pointage, donnez à la pâte trois ou \
             quatre rabats, un toutes les demi-heures : mains mouillées, prenez un bord, \
             étirez vers le haut, repliez vers le centre, tournez d’un quart. Au premier, \
             la pâte est une flaque ; au quatrième, elle tient debout.</p>\n\
             <p>À 25 °C, comptez quatre à cinq heures ; à 20 °C, jusqu’à huit. Ne \
             regardez pas l’horloge mais le saladier : la pâte a gonflé de moitié \
             environ, des bulles apparaissent sur les bords, l’ensemble tremble comme une \
             gelée.</p>",
        )
        .page(
            "Façonner, inciser, cuire",
            "<p>Renversez la pâte sur un plan à peine fariné. Ramenez les bords au \
             centre, retournez, puis tirez la boule vers vous : le frottement tend la \
             peau. Cette peau tendue tiendra lieu de moule. Déposez la miche, soudure \
             vers le haut, dans un panier fariné, et laissez-la une nuit au \
             réfrigérateur. Le froid ralentit les levures, les arômes continuent.</p>\n\
             <p>Le lendemain, chauffez la cocotte dans le four à 250 °C pendant quarante \
             minutes. Versez-y la miche froide, incisez d’un geste franc, lame inclinée, \
             et couvrez. Vingt minutes sous le couvercle : la vapeur garde la croûte \
             souple, le pain se développe. Vingt-cinq minutes sans, à 230 °C : la croûte \
             brunit.</p>\n\
             <p>À cœur, le pain est cuit à 96 °C environ. Il sonne creux quand on frappe \
             dessous. Et maintenant le plus dur : une heure d’attente. La mie finit de \
             cuire en refroidissant.</p>",
        )
        .glossary(
            "Mots du fournil",
            "<p>De quoi comprendre votre boulangère.</p>",
            [
                ("Autolyse", "Repos de la farine et de l’eau avant l’ajout du levain et du sel."),
                ("Pointage", "Première fermentation, en masse, avant le façonnage."),
                ("Apprêt", "Seconde fermentation, une fois le pâton façonné."),
                ("Grigne", "Ouverture de la croûte à l’endroit incisé."),
                ("Banneton", "Panier dans lequel le pâton lève."),
            ],
        )
}

fn section_4() -> Section {
    Section::new("Lire sa mie")
        .summary("<p>Diagnostiquer et recommencer.</p>")
        .page(
            "Trois coupes, trois histoires",
            "<p>Coupez la miche froide en deux et regardez. <strong>Mie serrée, quelques \
             grands tunnels sous la croûte, base compacte :</strong> la pâte n’a pas \
             assez fermenté. Les levures n’avaient pas fini ; au four, le gaz a cherché \
             une sortie. Prolongez le pointage d’une heure ou gardez la pâte deux degrés \
             plus chaude.</p>\n\
             <p><strong>Miche plate, mie humide et gommeuse, croûte pâle, goût aigre \
             :</strong> trop fermentée. L’acidité a usé le gluten, les sucres manquent \
             pour brunir. Raccourcissez, ou utilisez un levain plus jeune.</p>\n\
             <p><strong>Alvéoles irrégulières mais réparties, croûte bien brune, grigne \
             ouverte :</strong> c’est gagné. Notez tout ce que vous avez fait, tout de \
             suite, température de la cuisine comprise. La réussite sans notes s’appelle \
             la chance.</p>",
        )
        .choice(
            "Votre première miche",
            "<p>Soyez honnêtes, le forum attend des photos.</p>",
            [
                "Un palet de hockey",
                "Mangeable, surtout grillée",
                "Très bonne",
                "Je n’ai pas résisté, elle n’est plus là",
            ],
        )
        .assignment(
            "Carnet de trois fournées",
            "<p>Faites le même pain trois fois en ne changeant qu’un seul facteur : la \
             durée du pointage, l’hydratation ou la part de seigle. Remettez les trois \
             fiches, une photo de chaque coupe avec une règle, et une page qui répond : \
             qu’a changé ce facteur, et qu’est-ce qui a pu fausser la comparaison ?</p>",
        )
        .forum(
            "La fournée du samedi",
            "<p>Photos de mies bienvenues, ratés compris. Indiquez toujours farine, \
             hydratation, températures et durées, sinon personne ne peut vous aider.</p>",
        )
}
