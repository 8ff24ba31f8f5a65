//! Sign language and Deaf culture, in French.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("LSF-CULT", "Des mains qui parlent : langue des signes et culture sourde", "fr")
        .summary(
            "<p>La langue des signes n’est ni universelle ni mimée : elle a sa grammaire, \
             son histoire interdite et ses artistes. Destiné aux agents d’accueil et aux \
             enseignants, ce cours présente la structure de la LSF, cent ans de silence \
             imposé après le congrès de Milan, les usages de la communauté sourde et dix \
             gestes simples pour recevoir chacun sans obstacle.</p>",
        )
        .subject("field1091521")
        .audience(Audience::Educators)
        .level(Level::Government)
        .licence(Licence::CcBySa3)
        .tags(["LSF", "langue des signes", "surdité", "accessibilité", "histoire"])
        .creator("Corinne Tavernier")
        .contributors("Yanis Belkacem, Maëlle Kerdoncuff")
        .notes(
            "<p>Ce module sensibilise ; il n’enseigne pas à signer. La suite doit être \
             confiée à une formatrice ou un formateur sourd. Les pages ont été relues par \
             deux personnes sourdes, que je remercie de leur franchise.</p>",
        )
        .outcome("Réfute trois idées reçues sur les langues des signes")
        .outcome("Situe les grandes dates de l’histoire sourde en France")
        .outcome("Adapte un accueil à une personne sourde, avec ou sans interprète")
        .colours(0x5f_0f_40, 0xfb_8b_24)
        .section(Section::new("").summary(
            "<p>Coupez le son : vous n’en aurez pas besoin. Comptez quatre heures. Si \
             vous êtes sourde ou sourd, vos corrections sont attendues dans le forum de \
             la dernière partie.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Une vraie langue")
        .summary("<p>Ni mime, ni code, ni universelle.</p>")
        .page(
            "Ce que la LSF n’est pas",
            "<p>Elle n’est pas universelle. Il existe plus d’une centaine de langues des \
             signes. Un Français et un Britannique ne se comprennent pas d’emblée, tandis \
             qu’une Française retrouvera quelque chose de familier aux États-Unis, parce \
             que Laurent Clerc, professeur sourd, y apporta la langue de Paris en \
             1816.</p>\n\
             <p>Elle n’est pas du français avec les mains. « Demain je vais chez le \
             médecin » se construit dans un autre ordre : le temps d’abord, puis le lieu \
             et les acteurs, enfin l’action. Les prépositions disparaissent ; l’espace \
             fait leur travail.</p>\n\
             <p>Elle n’est pas du mime. Beaucoup de signes ressemblent à ce qu’ils \
             désignent quand on connaît déjà le sens, mais personne ne devine « mardi » \
             ou « pourquoi ». On peut signer la philosophie, les impôts, un mensonge. Le \
             linguiste américain William Stokoe l’a montré dès 1960 : les signes se \
             décomposent en unités sans signification, comme les mots en sons.</p>",
        )
        .page(
            "Cinq paramètres et un espace",
            "<p>Un signe se définit par la <strong>configuration</strong> de la main, son \
             <strong>orientation</strong>, l’<strong>emplacement</strong>, le \
             <strong>mouvement</strong> et l’<strong>expression du visage</strong>. \
             Changez un seul paramètre, et vous changez de mot, comme entre « pain » et « \
             bain ».</p>\n\
             <p>Le visage n’est pas une décoration. Sourcils relevés : la phrase devient \
             une question à laquelle on répond par oui ou non. Sourcils froncés : qui, \
             où, pourquoi ? Des joues gonflées ou rentrées disent « gros » ou « mince » \
             sans un signe de plus. Voilà pourquoi une personne qui signe ne regarde pas \
             vos mains, mais vos yeux.</p>\n\
             <p>Enfin, on place les choses. La sœur à gauche, le frère à droite : ensuite \
             il suffit d’un regard ou d’un verbe qui se déplace de l’un à l’autre pour \
             dire « elle lui donne ». Le temps aussi se dispose, passé derrière l’épaule, \
             avenir devant soi.</p>",
        )
        .quiz(
            Quiz::new("Idées reçues")
                .intro("<p>Vrai ou faux ? Répondez avant de relire.</p>")
                .question(
                    Question::truth("La langue des signes est la même dans tous les pays.", false).feedback(
                        "Chaque communauté a fait naître la sienne ; la LSF et la BSL britannique \
                         sont très différentes.",
                    ),
                )
                .question(
                    Question::truth("L’expression du visage fait partie de la grammaire.", true)
                        .feedback("Elle distingue notamment une question d’une affirmation."),
                )
                .question(
                    Question::choice("Combien de paramètres décrivent un signe ?")
                        .right("Cinq")
                        .wrong("Deux")
                        .wrong("Dix")
                        .feedback(
                            "Configuration, orientation, emplacement, mouvement, expression du visage.",
                        ),
                )
                .question(
                    Question::choice("Pourquoi l’ASL américaine ressemble-t-elle en partie à la LSF ?")
                        .right("Laurent Clerc a enseigné aux États-Unis au XIXe siècle")
                        .wrong("Les deux viennent de l’anglais")
                        .wrong("C’est un hasard")
                        .feedback(
                            "Il a cofondé à Hartford, en 1817, la première école permanente pour élèves \
                             sourds.",
                        ),
                ),
        )
}

fn section_2() -> Section {
    Section::new("Une histoire")
        .summary("<p>De l’abbé de l’Épée au réveil sourd.</p>")
        .book(
            Book::new("Quatre dates")
                .intro("<p>Chacune a changé la vie quotidienne de milliers de personnes.</p>")
                .chapter(
                    "Vers 1760 : l’abbé de l’Épée",
                    "<p>Charles-Michel de l’Épée rencontre à Paris deux sœurs sourdes qui \
                     communiquent par gestes. Il n’invente pas leur langue, il la remarque. Il \
                     fonde une école gratuite et montre en public que des élèves sourds peuvent \
                     apprendre à lire et à raisonner.</p>",
                )
                .chapter(
                    "1834 : le premier banquet",
                    "<p>Ferdinand Berthier, professeur et écrivain sourd, réunit chaque année \
                     autour d’une table, le jour anniversaire de l’abbé, des sourds de toute \
                     l’Europe. On y signe, on y plaide pour l’égalité des droits. C’est l’une des \
                     premières associations de personnes handicapées au monde.</p>",
                )
                .chapter(
                    "1880 : le congrès de Milan",
                    "<p>Des éducateurs, presque tous entendants, proclament la supériorité de la \
                     parole. En France, les signes sont chassés des classes pour près d’un siècle \
                     ; des enfants apprennent à articuler des mots qu’ils n’entendent pas, les \
                     mains parfois attachées ou sous la table. Les signes survivent dans les \
                     dortoirs.</p>",
                )
                .chapter(
                    "2005 : la reconnaissance",
                    "<p>Le « réveil sourd » des années 1970, porté notamment par l’International \
                     Visual Theatre, ramène les signes sur scène puis dans les classes ; la loi \
                     du 11 février 2005 reconnaît la LSF comme une langue à part entière.</p>",
                ),
        )
        .assignment(
            "Lire un témoignage",
            "<p>Cherchez le récit d’une personne sourde, livre, entretien ou film \
             sous-titré. En une page : quel obstacle venait de l’oreille, et lequel \
             venait des autres ? Citez deux passages et terminez par une chose que votre \
             service pourrait changer dès lundi.</p>",
        )
        .glossary(
            "Mots justes",
            "<p>Les mots disent la place que l’on donne aux gens.</p>",
            [
                (
                    "Sourd, Sourde",
                    "Terme que la plupart des personnes concernées emploient ; la majuscule \
                     marque l’appartenance culturelle.",
                ),
                (
                    "Sourd-muet",
                    "Expression ancienne et fausse : les cordes vocales fonctionnent, et les \
                     mains parlent.",
                ),
                (
                    "Malentendant",
                    "Personne dont l’audition est réduite et qui communique surtout oralement, \
                     souvent avec appareil.",
                ),
                (
                    "LPC",
                    "Langue française parlée complétée : des gestes près du visage lèvent les \
                     ambiguïtés de la lecture labiale. Ce n’est pas une langue des signes.",
                ),
                (
                    "CODA",
                    "Enfant entendant de parents sourds, souvent bilingue et interprète malgré \
                     lui.",
                ),
                ("Signe-nom", "Signe personnel donné par la communauté, d’après un trait ou une histoire."),
            ],
        )
}

fn section_3() -> Section {
    Section::new("Vivre ensemble").summary("<p>Usages, regards, lumière.</p>").page(
        "Politesse visuelle",
        "<p>Pour attirer l’attention, on touche légèrement l’épaule, on agite la main \
         dans le champ de vision, on tape du pied sur un plancher, on éteint et \
         rallume la lumière. Lancer une gomme n’est pas élégant. Passer entre deux \
         personnes qui signent se fait sans détour et sans longues excuses : \
         s’arrêter au milieu gêne davantage.</p>\n\
         <p>Détourner les yeux équivaut à se boucher les oreilles. Pointer du doigt \
         n’est pas impoli, c’est un pronom. Décrire quelqu’un par son nez ou sa \
         cicatrice non plus, car l’information est visuelle. Les adieux sont longs : \
         autrefois, sans téléphone, on ne savait pas quand on se reverrait.</p>\n\
         <p>La lecture sur les lèvres, si souvent supposée, ne livre qu’une partie du \
         message, peut-être un tiers ; le reste se devine. « Pain », « bain » et « \
         main » s’y ressemblent comme trois gouttes d’eau. Imaginez une journée \
         entière à deviner.</p>",
    )
}

fn section_4() -> Section {
    Section::new("Accueillir")
        .summary("<p>Du premier regard au rendez-vous avec interprète.</p>")
        .choice(
            "Au guichet",
            "<p>Une personne sourde se présente, sans interprète. Votre premier geste \
             ?</p>",
            [
                "Parler plus fort",
                "Écrire en phrases courtes ou utiliser un écran",
                "M’adresser à la personne qui l’accompagne",
                "Appeler un service d’interprétation par vidéo",
            ],
        )
        .page(
            "Dix gestes pour un accueil sans obstacle",
            "<p>Placez-vous face à la lumière, jamais dos à la fenêtre. Regardez la \
             personne, pas son interprète : c’est à elle que vous parlez. Parlez à votre \
             rythme, sans exagérer les lèvres. Ne dites pas « peu importe » quand on vous \
             fait répéter ; reformulez.</p>\n\
             <p>Ayez un papier, un écran, un plan. Écrivez simplement : pour beaucoup, le \
             français est une seconde langue. Affichez aussi ce que le haut-parleur \
             annonce. Prévoyez un rendez-vous plus long et une table ronde où chacun se \
             voit.</p>\n\
             <p>Réservez l’interprète à l’avance et prévoyez-en deux au-delà d’une heure \
             environ, car l’effort est intense. Un enfant n’est jamais l’interprète de \
             ses parents, surtout chez le médecin. Enfin, apprenez « bonjour », « merci » \
             et votre prénom épelé. Mal signés, ils valent mieux que bien tus.</p>",
        )
        .quiz(
            Quiz::new("Mise en situation")
                .intro("<p>Trois cas réels, légèrement modifiés.</p>")
                .question(
                    Question::choice("L’interprète traduit la réponse de Mme Roche. Qui regardez-vous ?")
                        .right("Mme Roche")
                        .wrong("L’interprète")
                        .wrong("Votre écran")
                        .feedback("L’échange a lieu entre elle et vous."),
                )
                .question(
                    Question::choice("La réunion durera trois heures. Combien d’interprètes prévoir ?")
                        .right("Deux qui se relaient")
                        .wrong("Un seul")
                        .wrong("Aucun, le compte rendu suffira")
                        .feedback(
                            "La concentration baisse vite ; un relais toutes les quinze à vingt minutes \
                             est courant.",
                        ),
                )
                .question(
                    Question::truth(
                        "Un garçon de dix ans peut traduire sans problème le diagnostic de sa mère.",
                        false,
                    )
                    .feedback("C’est une charge et un risque d’erreur : il faut un professionnel."),
                ),
        )
        .forum(
            "Corrections et questions",
            "<p>Vous êtes sourd, interprète, CODA ou simplement curieux : dites ce qui \
             manque ou ce qui est maladroit dans ce cours.</p>",
        )
        .url(
            "Dictionnaire en ligne de LSF",
            "https://dico.elix-lsf.fr",
            "<p>Cherchez cinq mots de votre métier et regardez les signes proposés, puis \
             demandez leur avis à des personnes sourdes de votre région.</p>",
        )
}
