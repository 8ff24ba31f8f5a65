//! Beekeeping through the year, for beginners, in German.

use crate::course::{Activity, Attached, Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("IMKERN-1", "Ein Jahr mit Bienen: Imkern für Anfängerinnen und Anfänger", "de")
        .summary(
            "<p>Vom ersten Reinigungsflug im Februar bis zur Winterruhe begleitet der \
             Kurs ein Bienenvolk durch das Jahr. Er erklärt, wer im Stock welche Arbeit \
             tut, wann ein Volk schwärmt und wie man es verhindert, wie Honig reif wird \
             und warum ohne Behandlung gegen die Varroamilbe kaum ein Volk den Winter \
             überlebt. Als Begleitung zu einem Praxistag im Verein gedacht.</p>",
        )
        .subject("field1050105")
        .audience(Audience::Students)
        .level(Level::Association)
        .licence(Licence::CcBySa3)
        .tags(["Imkerei", "Bienen", "Honig", "Varroa", "Garten"])
        .creator("Lorenz Achleitner")
        .contributors("Imkerverein Rabental e. V.")
        .notes(
            "<p>Rechtliches (Anmeldung beim Veterinäramt, Abstände, zugelassene \
             Arzneimittel) unterscheidet sich nach Land. Die Angaben hier gelten als \
             Orientierung für Mitteleuropa; bitte die örtlichen Vorschriften \
             ergänzen.</p>",
        )
        .outcome("Erkennt Königin, Arbeiterin, Drohn, Eier, Maden und verdeckelte Brut")
        .outcome("Führt eine Durchsicht durch und schreibt eine Stockkarte")
        .outcome("Erklärt die Grundzüge der Behandlung gegen Varroa")
        .colours(0xe0_9f_1f, 0x3b_2a_1a)
        .section(Section::new("").summary(
            "<p>Wer Bienen hält, lernt zuerst sich selbst kennen: Ruhe, langsame Hände, \
             offene Augen. Arbeiten Sie die Abschnitte in der Jahreszeit durch, von der \
             sie handeln. Dann sehen Sie im Stock, was Sie am Abend zuvor gelesen \
             haben.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Das Volk")
        .summary("<p>Dreißigtausend Tiere, ein Lebewesen.</p>")
        .page(
            "Der Bien",
            "<p>Die alten Imker sprachen vom „Bien“, als wäre das ganze Volk ein einziges \
             Tier. Das ist mehr als Poesie. Keine Biene kann allein leben; im Winter hält \
             die Traube im Inneren gut 20 Grad, am Rand sitzen die Bienen dicht wie ein \
             Fell. Im Brutnest sind es Sommer wie Winter, sobald gebrütet wird, um die 35 \
             Grad.</p>\n\
             <p>Eine <strong>Königin</strong> legt im Mai bis zu zweitausend Eier am Tag, \
             mehr als ihr eigenes Gewicht. Sie befiehlt nichts. Ihr Duft sagt allen: Ich \
             bin da. Die <strong>Arbeiterinnen</strong> sind ihre Töchter. Im Sommer \
             leben sie etwa sechs Wochen, als Winterbienen sechs Monate und länger. Die \
             <strong>Drohnen</strong> sind die Männchen, aus unbefruchteten Eiern \
             entstanden; sie haben keinen Vater, aber einen Großvater. Im Hochsommer \
             werden sie aus dem Stock gedrängt.</p>\n\
             <p>Die Königin auf Anhieb zu finden, gelingt im ersten Jahr kaum jemandem, \
             und es ist auch selten nötig. Frische Eier genügen: Wo Stifte stehen, war \
             sie vor höchstens drei Tagen.</p>",
        )
        .glossary(
            "Imkersprache",
            "<p>Wörter, die am Stand ohne Erklärung fallen.</p>",
            [
                (
                    "Beute",
                    "Die Wohnung der Bienen, heute meist ein Kasten aus Holz oder Hartschaum mit \
                     mehreren Zargen.",
                ),
                (
                    "Zarge",
                    "Rahmen ohne Boden und Deckel, in dem die Waben hängen; Beuten wachsen durch \
                     Aufsetzen von Zargen.",
                ),
                ("Stift", "Ein Bienenei, das wie ein winziger Stift in der Zelle steht."),
                ("Tracht", "Das Angebot an Nektar, Honigtau und Pollen in einer Gegend zu einer Zeit."),
                ("Weiselzelle", "Große, nach unten hängende Zelle, in der eine Königin heranwächst."),
                ("Smoker", "Gerät, das kühlen Rauch gibt; er lenkt die Bienen ab und besänftigt sie."),
                ("Stockkarte", "Notizblatt zu jedem Volk mit Datum, Befund und Eingriffen."),
            ],
        )
        .quiz(
            Quiz::new("Wer ist wer?")
                .intro("<p>Vier Fragen vor dem ersten Öffnen der Beute.</p>")
                .question(
                    Question::number(
                        "Wie viele Tage vergehen bei einer Arbeiterin vom Ei bis zum Schlupf?",
                        21.0,
                        0.0,
                    )
                    .feedback("Königin 16, Arbeiterin 21, Drohn 24 Tage."),
                )
                .question(
                    Question::choice("Woraus entsteht ein Drohn?")
                        .right("Aus einem unbefruchteten Ei")
                        .wrong("Aus einem befruchteten Ei mit Gelée royale")
                        .wrong("Aus einer Arbeiterin")
                        .feedback("Er trägt nur das Erbgut der Königin."),
                )
                .question(
                    Question::choice("Sie sehen Eier, aber keine Königin. Was heißt das?")
                        .right("Sie war vor höchstens drei Tagen noch da")
                        .wrong("Das Volk ist sicher weisellos")
                        .wrong("Sie haben eine Drohnenbrütigkeit")
                        .feedback("Nach drei Tagen wird aus dem Ei eine Made."),
                )
                .question(
                    Question::truth("Die Königin entscheidet, wann das Volk schwärmt.", false).feedback(
                        "Es sind die Arbeiterinnen, die Weiselzellen pflegen und den Aufbruch \
                         vorbereiten.",
                    ),
                ),
        )
}

fn section_2() -> Section {
    Section::new("Frühling")
        .summary("<p>Auswintern, erweitern, Schwärme verhindern.</p>")
        .page(
            "Die erste Durchsicht",
            "<p>An einem Tag mit mindestens 12 bis 15 Grad, wenn die Weiden blühen, \
             öffnen wir zum ersten Mal. Etwas Rauch am Flugloch, warten, Deckel ab. Es \
             soll zügig gehen, denn jede Minute kühlt die Brut. Drei Fragen genügen: Ist \
             genug Futter da, mindestens zwei volle Waben? Gibt es Brut in allen Stadien, \
             dicht und ohne viele Lücken? Ist das Volk stark, besetzt es also wenigstens \
             vier Wabengassen?</p>\n\
             <p>Schwache Völker werden eng gehalten, nicht gepäppelt; zwei schwache \
             vereinigt man zu einem brauchbaren. Den Boden reinigen, tote Bienen \
             auskehren, Mäusegitter weg. Schreiben Sie alles auf die Stockkarte, noch am \
             Kasten. Nach der dritten Beute erinnert man sich an nichts mehr sicher.</p>\n\
             <p>Wenn die Kirschen blühen, braucht das Volk Platz. Der Honigraum kommt \
             lieber eine Woche zu früh als einen Tag zu spät, mit einem Absperrgitter \
             darunter, damit die Königin unten bleibt.</p>",
        )
        .page(
            "Schwarmzeit",
            "<p>Von Ende April bis Ende Juni will ein gesundes, starkes Volk sich teilen. \
             Es baut Weiselzellen, und sobald die erste verdeckelt ist, zieht die alte \
             Königin bei schönem Wetter mit etwa der Hälfte der Bienen aus. Für das Volk \
             ist das Vermehrung. Für Sie ist es halber Honig und ein Brausen im \
             Kirschbaum des Nachbarn.</p>\n\
             <p>In dieser Zeit sehen wir alle sieben Tage nach, im Brutraum, Wabe für \
             Wabe. Findet sich eine Weiselzelle mit Ei oder Made, hilft Brechen allein \
             meist nur eine Woche. Wirksamer ist es, dem Drang nachzugeben: Man bildet \
             einen Ableger aus ein bis zwei Brutwaben mit ansitzenden Bienen und einer \
             Futterwabe, stellt ihn an einen anderen Ort und lässt ihn eine eigene \
             Königin ziehen.</p>\n\
             <p>Hängt der Schwarm doch im Baum: Er ist friedlich, denn er hat kein Heim \
             zu verteidigen und den Magen voll Honig. Mit Wasser besprühen, Kasten \
             darunter, ein kräftiger Ruck.</p>",
        )
        .assignment(
            "Stockkarte führen",
            "<p>Begleiten Sie eine Durchsicht beim Verein oder auf dem Praxistag. Geben \
             Sie die ausgefüllte Stockkarte ab (die Vorlage liegt bei) und schreiben Sie \
             darunter: Welche Entscheidung wurde getroffen, welche Beobachtung hat sie \
             begründet, was hätte man übersehen können?</p>",
        )
        .activity(Activity::File {
            name: "Vorlage Stockkarte".to_owned(),
            intro: "<p>Auf festes Papier drucken und unter den Deckel legen.</p>".to_owned(),
            file: Attached::new(
                "stockkarte.txt",
                "STOCKKARTE          Volk Nr. ____   Königin: Jahr ____  Farbe ____\n\
                 Datum | Wetter | Weiselrichtig (Stifte gesehen?) | Brutwaben | Futter kg\n\
                 |        |                                  |           |\n\
                 Sanftmut 1-4 | Wabensitz 1-4 | Weiselzellen | Milben/Tag auf dem Schieber\n\
                 |               |              |\n\
                 Getan:\n\
                 Nächstes Mal mitnehmen:\n\
                 ",
            ),
        })
}

fn section_3() -> Section {
    Section::new("Sommer")
        .summary("<p>Honig ernten, wenn er reif ist, und rechtzeitig an den Winter denken.</p>")
        .page(
            "Vom Nektar zum Honig",
            "<p>Eine Sammlerin bringt Nektar mit 40 bis 80 Prozent Wasser heim. Sie gibt \
             ihn an Stockbienen weiter, die ihn von Rüssel zu Rüssel reichen, Enzyme \
             zusetzen und in dünnen Schichten trocknen. Sinkt der Wassergehalt unter etwa \
             18 Prozent, verschließen sie die Zelle mit Wachs. Der Deckel ist das Siegel: \
             reif.</p>\n\
             <p>Geerntet wird, wenn wenigstens zwei Drittel einer Wabe verdeckelt sind \
             und bei einem kräftigen Ruck nach unten nichts herausspritzt. Unreifer Honig \
             gärt. Die Waben kommen abends in die Schleuder, der Raum muss trocken und \
             bienendicht sein: Ein offener Kübel bei geöffnetem Fenster endet in \
             Räuberei.</p>\n\
             <p>Ein Kilogramm Honig steht für mehrere Millionen Blütenbesuche. Ein Volk \
             braucht über das Jahr selbst wohl sechzig Kilogramm und mehr; was wir \
             nehmen, ist der Überschuss einer guten Gegend, und was wir im August dafür \
             geben, ist Zuckersirup, rund fünfzehn bis zwanzig Kilogramm Zucker für jedes \
             Wirtschaftsvolk.</p>",
        )
        .choice(
            "Was soll Ihr Honig werden?",
            "<p>Der Frühjahrshonig kristallisiert von selbst. Wie möchten Sie ihn \
             abfüllen?</p>",
            [
                "Feincremig gerührt",
                "Flüssig, sofort nach dem Klären",
                "Als Wabenhonig",
                "Ich lasse ihn lieber den Bienen",
            ],
        )
}

fn section_4() -> Section {
    Section::new("Herbst und Winter")
        .summary("<p>Varroa, Einfüttern, Ruhe.</p>")
        .book(
            Book::new("Die Milbe und wir")
                .intro(
                    "<p><em>Varroa destructor</em> kam in den 1970er Jahren nach Mitteleuropa. \
                     Seither ist der August wichtiger als der Mai.</p>",
                )
                .chapter(
                    "Was sie anrichtet",
                    "<p>Die Milbe schlüpft kurz vor dem Verdeckeln in die Brutzelle und vermehrt \
                     sich dort, bevorzugt bei Drohnen. Sie zehrt am Fettkörper der Puppen und \
                     überträgt Viren, vor allem das Flügeldeformationsvirus. Geschädigte \
                     Winterbienen sterben, ehe der Frühling kommt: Das Volk ist im November \
                     „plötzlich“ leer.</p>",
                )
                .chapter(
                    "Zählen statt hoffen",
                    "<p>Legen Sie drei Tage lang einen Schieber unter das Gitter und zählen Sie \
                     die natürlich gefallenen Milben. Im Juli gelten mehr als etwa zehn Milben am \
                     Tag als Zeichen, dass sofort gehandelt werden muss.</p>",
                )
                .chapter(
                    "Das Jahreskonzept",
                    "<p>Im Frühling Drohnenbrut ausschneiden, denn sie zieht die Milben an. \
                     Gleich nach der letzten Ernte mit Ameisensäure verdunsten, die auch in die \
                     verdeckelte Brut wirkt. Im Dezember, brutfrei, mit Oxalsäure träufeln. Nur \
                     zugelassene Mittel, Handschuhe und Schutzbrille, nie, solange Honig für \
                     Menschen im Volk ist, und alles ins Bestandsbuch.</p>",
                ),
        )
        .page(
            "Ruhe aushalten",
            "<p>Von November bis Februar tun Sie am besten nichts. Das Volk sitzt in der \
             Traube, atmet, heizt und zehrt von seinen Vorräten, im Dezember kaum ein \
             Kilogramm, im März dann mehrere. Klopfen, Öffnen und Verschieben stört und \
             kostet Futter.</p>\n\
             <p>Sorgen Sie dafür, dass das Flugloch mit einem Gitter gegen Mäuse versehen \
             ist, dass der Deckel bei Sturm liegen bleibt und dass Spechte nicht an das \
             Holz kommen. Legen Sie nach Schneefall das Ohr an die Wand: Ein leises, \
             gleichmäßiges Summen ist das schönste Geräusch des Jahres. Nutzen Sie die \
             Zeit, um Rähmchen zu drahten, Wachs zu schmelzen und mit Ihrem Verein die \
             Völkerverluste ehrlich zu besprechen.</p>",
        )
        .forum(
            "Fragen an die alten Hasen",
            "<p>Keine Frage ist zu klein. Beschreiben Sie Datum, Wetter, was Sie gesehen \
             haben und was Sie vermuten, und hängen Sie ein Foto der Wabe an.</p>",
        )
}
