//! Composition in photography, in French.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("PHOTO-CADRE", "Voir avant de cadrer : la composition en photographie", "fr")
        .summary(
            "<p>Un téléphone suffit. Ce cours apprend à regarder la lumière, à choisir ce \
             qui reste hors du cadre, à utiliser lignes, échelles et vides, et à \
             construire une courte série qui raconte quelque chose. Chaque séance propose \
             une contrainte simple, trois images à faire et une manière bienveillante de \
             commenter celles des autres.</p>",
        )
        .subject("field1100303")
        .audience(Audience::Students)
        .level(Level::Association)
        .licence(Licence::CcBy4)
        .tags(["photographie", "composition", "lumière", "cadrage", "regard"])
        .creator("Soraya Benkirane")
        .contributors("Gaspard Lemoine")
        .notes(
            "<p>Aucune théorie de l’appareil avant la dernière partie : volontairement. \
             Pour les séances dehors, rappelez le droit à l’image des personnes \
             reconnaissables et demandez toujours l’accord des parents pour les \
             mineurs.</p>",
        )
        .outcome("Décrit la direction et la qualité d’une lumière")
        .outcome("Compose avec le bord, la ligne, l’échelle et le vide")
        .outcome("Sélectionne cinq images cohérentes parmi cinquante")
        .colours(0x22_22_3b, 0xf2_e9_e4)
        .section(Section::new("").summary(
            "<p>Laissez le mode d’emploi dans le tiroir. Pendant quatre semaines, vous \
             ferez peu de photos et vous les regarderez longtemps. La règle du club : on \
             ne dit jamais « c’est beau », on dit ce que l’on voit.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("La lumière d’abord")
        .summary("<p>Sans elle, rien. Apprendre à la nommer.</p>")
        .page(
            "D’où vient-elle, comment tombe-t-elle ?",
            "<p>Avant de lever l’appareil, posez deux questions. <strong>D’où vient la \
             lumière ?</strong> De face, elle aplatit et rassure, comme sur une photo \
             d’identité. De côté, elle sculpte : chaque ride, chaque grain de mur jette \
             son ombre. De derrière, elle dessine des silhouettes et borde les cheveux \
             d’un fil clair.</p>\n\
             <p><strong>Est-elle dure ou douce ?</strong> Une petite source, un soleil de \
             midi, une ampoule nue donnent des ombres nettes. Une grande source, un ciel \
             couvert, une fenêtre au nord, un drap blanc donnent des ombres dont on ne \
             trouve pas le bord. Ce qui compte n’est pas la puissance, mais la taille \
             apparente de la source vue du sujet.</p>\n\
             <p>Le ciel gris que les vacanciers maudissent est le plus grand des \
             éclairages de studio. Et l’heure qui suit le lever du soleil, ou précède son \
             coucher, offre à la fois une lumière de côté et une couleur chaude. Ce n’est \
             pas un secret : c’est un réveil.</p>",
        )
        .assignment(
            "Trois fois la même tasse",
            "<p>Posez une tasse près d’une fenêtre. Photographiez-la éclairée de face, de \
             côté, à contre-jour, sans rien déplacer d’autre que vous-même. Remettez les \
             trois images avec, pour chacune, une phrase sur la forme, une sur la matière \
             et une sur l’humeur. Aucun filtre, aucun recadrage.</p>",
        )
        .quiz(
            Quiz::new("Nommer la lumière")
                .intro("<p>Les réponses se vérifient avec une lampe et une pomme de terre.</p>")
                .question(
                    Question::choice("Quelle lumière révèle le mieux la texture d’un mur ?")
                        .right("Une lumière rasante, de côté")
                        .wrong("Une lumière de face")
                        .wrong("Un flash posé sur l’appareil")
                        .feedback("Les petites ombres portées dessinent le relief."),
                )
                .question(
                    Question::choice("Qu’est-ce qui rend une lumière douce ?")
                        .right("La grande taille apparente de la source")
                        .wrong("Sa faible puissance")
                        .wrong("Sa couleur chaude")
                        .feedback("Une source grande ou proche éclaire aussi à l’intérieur des ombres."),
                )
                .question(
                    Question::truth("Par temps couvert, on ne peut pas faire de bons portraits.", false)
                        .feedback("Le ciel entier sert de source : les ombres du visage sont douces."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("Le cadre")
        .summary("<p>Quatre bords, mille décisions.</p>")
        .page(
            "Photographier, c’est retrancher",
            "<p>Le peintre commence avec une toile vide et ajoute. Le photographe \
             commence avec le monde entier et enlève. Le cadre est donc votre premier \
             outil, et les bords sont l’endroit où se jouent la plupart des images ratées \
             : un demi-panneau, un pied coupé à la cheville, une branche sortie de nulle \
             part.</p>\n\
             <p>Prenez l’habitude de faire le tour du cadre avant de déclencher, comme on \
             vérifie les portes avant de partir. Tout élément qui touche le bord doit \
             avoir une raison. Si vous coupez quelqu’un, coupez franchement, entre les \
             articulations, jamais dessus.</p>\n\
             <p>La règle des tiers, qui place le sujet sur un des quatre points de \
             croisement d’une grille, évite de tout mettre au centre par paresse. Elle ne \
             vaut rien comme loi. Un visage de face, une église symétrique, un œuf sur \
             une table réclament le milieu. Demandez plutôt : où est le vide, et que \
             fait-il ?</p>",
        )
        .book(
            Book::new("Cinq outils de composition")
                .intro("<p>À essayer un par jour, jamais tous ensemble.</p>")
                .chapter(
                    "Les lignes",
                    "<p>Une route, une rampe, une ombre conduisent l’œil. Les obliques bougent, \
                     les horizontales calment, les verticales tiennent debout. Vérifiez où la \
                     ligne vous emmène : si c’est hors de l’image, le regard s’en va avec \
                     elle.</p>",
                )
                .chapter(
                    "Le cadre dans le cadre",
                    "<p>Une porte, un rétroviseur, deux branches. Le second cadre dit où regarder \
                     et ajoute une profondeur.</p>",
                )
                .chapter(
                    "L’échelle",
                    "<p>Une falaise sans personne peut mesurer trois mètres ou trois cents. Une \
                     silhouette minuscule donne la mesure, et souvent l’émotion.</p>",
                )
                .chapter(
                    "Le vide",
                    "<p>Laissez de la place devant un visage de profil ou un coureur : nous \
                     complétons le mouvement. Un grand vide du mauvais côté crée une inquiétude, \
                     parfois bienvenue.</p>",
                )
                .chapter(
                    "La répétition et l’intrus",
                    "<p>Onze chaises rouges et une bleue. L’œil adore les séries, et plus encore \
                     leur rupture.</p>",
                ),
        )
        .page(
            "Le point de vue a des jambes",
            "<p>La plupart des photographies du monde sont prises à un mètre soixante du \
             sol, par quelqu’un qui s’est arrêté là où il était. Le zoom le plus sûr est \
             la marche. Approchez-vous : l’arrière-plan rétrécit, le sujet prend de \
             l’importance, et vous entrez dans une relation. Robert Capa le disait à sa \
             façon : si vos photos ne sont pas assez bonnes, c’est que vous n’êtes pas \
             assez près.</p>\n\
             <p>Accroupissez-vous devant un enfant ou un chien, et leur monde apparaît. \
             Montez d’un étage, et la place devient un motif. Tournez autour : \
             l’arrière-plan change entièrement en trois pas, alors que le sujet ne bouge \
             pas.</p>\n\
             <p>Exercice de patience : choisissez un fond, un mur, un passage, une tache \
             de soleil, et attendez que quelqu’un vienne y mettre le sens. La chasse est \
             amusante ; la pêche est plus fructueuse.</p>",
        )
        .choice(
            "Votre réflexe",
            "<p>Sans réfléchir, quand une scène vous plaît, que faites-vous d’abord ?</p>",
            [
                "Je photographie tout de suite, debout",
                "Je m’approche",
                "Je cherche la lumière",
                "Je regarde les bords",
                "J’oublie de photographier",
            ],
        )
        .glossary(
            "Vocabulaire de l’image",
            "<p>Pour commenter avec précision.</p>",
            [
                ("Contre-jour", "Situation où la lumière principale vient de derrière le sujet."),
                ("Hors-champ", "Ce qui n’est pas dans le cadre mais que l’image fait deviner."),
                ("Plongée", "Prise de vue du haut vers le bas ; la contre-plongée va du bas vers le haut."),
                ("Profondeur de champ", "Zone, en avant et en arrière du sujet, qui paraît nette."),
                ("Planche-contact", "Vue d’ensemble de toutes les images d’une prise, en petit format."),
            ],
        )
}

fn section_3() -> Section {
    Section::new("La technique, enfin")
        .summary("<p>Trois réglages et ce qu’ils disent.</p>")
        .page(
            "Ouverture, temps, sensibilité",
            "<p>Trois robinets règlent la quantité de lumière. \
             L’<strong>ouverture</strong>, notée f/2 ou f/11, est le diamètre du trou : \
             un petit chiffre, un grand trou, un arrière-plan flou. Le <strong>temps de \
             pose</strong>, 1/1000 ou 1/15 de seconde, fige ou laisse filer le mouvement. \
             La <strong>sensibilité</strong>, en ISO, amplifie le signal, et avec lui le \
             bruit.</p>\n\
             <p>Chaque cran double ou divise par deux. De f/4 à f/5,6 on perd la moitié \
             de la lumière ; pour la retrouver, on passe de 1/250 à 1/125, ou de 200 à \
             400 ISO. L’exposition est la même, l’image non : plus de netteté en \
             profondeur dans un cas, un mouvement qui s’étire dans l’autre.</p>\n\
             <p>Sur un téléphone, l’ouverture est fixe ; la plupart des flous \
             d’arrière-plan sont calculés. Mais vous pouvez toucher l’écran pour choisir \
             où mesurer la lumière, puis glisser le doigt pour assombrir. C’est le \
             réglage le plus utile, et le moins connu.</p>",
        )
        .quiz(
            Quiz::new("Doubler, diviser")
                .intro("<p>Un peu d’arithmétique photographique.</p>")
                .question(
                    Question::choice("On passe de f/8 à f/5,6 sans rien changer d’autre. La photo reçoit")
                        .right("deux fois plus de lumière")
                        .wrong("deux fois moins de lumière")
                        .wrong("la même lumière")
                        .feedback(
                            "Plus le nombre est petit, plus le trou est grand ; un cran double la \
                             lumière.",
                        ),
                )
                .question(
                    Question::number(
                        "À 1/60 s et 100 ISO l’image est bien exposée. À 400 ISO, quel dénominateur \
                         de temps faut-il ? 1/…",
                        240.0,
                        10.0,
                    )
                    .feedback(
                        "Deux crans de sensibilité en plus, deux crans de temps en moins : 1/240, \
                         affiché 1/250.",
                    ),
                )
                .question(
                    Question::matching("Associez l’effet et le réglage.")
                        .pair("Arrière-plan flou", "grande ouverture")
                        .pair("Eau en voile", "long temps de pose")
                        .pair("Image granuleuse", "sensibilité élevée")
                        .feedback("Chaque réglage règle la lumière et raconte autre chose."),
                ),
        )
}

fn section_4() -> Section {
    Section::new("La série")
        .summary("<p>Choisir, ordonner, montrer.</p>")
        .page(
            "Moins, c’est un récit",
            "<p>Une image isolée affirme. Deux images se parlent. Cinq images racontent. \
             Une série n’est pas un tas de belles photos du même endroit : il lui faut \
             une question, même petite. Qui se lève avant le soleil dans ma rue ? À quoi \
             ressemblent les mains de ma famille ? Que devient le terrain de foot un \
             lundi ?</p>\n\
             <p>Imprimez vos cinquante images en tout petit, étalez-les sur une table. \
             Retirez d’abord les doublons, puis les images que vous n’aimez que parce \
             qu’elles furent difficiles à faire. Gardez les surprenantes. Cherchez une \
             ouverture qui situe, un détail qui retient, un visage ou une trace, une \
             respiration, une fin qui n’explique pas.</p>\n\
             <p>Montrez l’ordre à quelqu’un sans rien dire. Demandez ce qu’il a compris. \
             S’il a compris autre chose, ce n’est pas sa faute, et c’est peut-être \
             mieux.</p>",
        )
        .assignment(
            "Cinq images, une question",
            "<p>Réalisez une série de cinq photographies sur un lieu que vous traversez \
             tous les jours. Remettez la planche-contact des cinquante, les cinq choisies \
             dans l’ordre, la question de départ et cent mots sur l’image que vous avez \
             eu le plus de mal à retirer.</p>",
        )
        .forum(
            "Salon de lecture",
            "<p>Commentez deux séries en trois temps : ce que je vois, ce que cela me \
             fait supposer, une question à l’auteur. Pas de note, pas de pouce.</p>",
        )
        .url(
            "Collections ouvertes pour nourrir l’œil",
            "https://www.parismuseescollections.paris.fr",
            "<p>Cherchez Eugène Atget : des rues vides, des vitrines, une leçon de \
             patience par image.</p>",
        )
}
