//! German as a foreign language, level A1, for adults who have just arrived.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("DAF-A1", "Guten Tag, ich bin neu hier: Deutsch A1", "de")
        .summary(
            "<p>Die ersten vier Wochen Deutsch für Erwachsene: sich vorstellen, nach \
             Dingen fragen, einkaufen, einen Termin machen. Alle Texte sind kurz und in \
             einfachen Sätzen geschrieben. Zu jedem Thema gibt es Wörter, einen Dialog, \
             eine kleine Regel und eine Aufgabe, die man draußen auf der Straße, im Laden \
             oder beim Arzt wirklich brauchen kann.</p>",
        )
        .subject("field1091503")
        .audience(Audience::Students)
        .level(Level::Association)
        .licence(Licence::CcBySa4)
        .tags(["Deutsch", "Fremdsprache", "A1", "Alltag", "Sprechen"])
        .creator("Katrin Osterloh")
        .contributors("Mehmet Aydın, Oksana Hnatjuk")
        .notes(
            "<p>Der Kurs setzt das lateinische Alphabet voraus. Lesen Sie die Dialoge \
             zuerst laut vor, dann im Chor, dann zu zweit. Die Grammatik kommt immer \
             <em>nach</em> dem Sprechen. Bitte nicht vorziehen.</p>",
        )
        .outcome("Kann sich vorstellen und andere nach Name, Herkunft und Sprache fragen")
        .outcome("Kann Preise verstehen und einfache Dinge einkaufen")
        .outcome("Kann am Telefon einen Termin machen")
        .colours(0x7a_1f_3d, 0xf4_c5_42)
        .section(Section::new("").summary(
            "<p>Willkommen! Hier lernst du Deutsch für den Alltag. Lies langsam, sprich \
             laut und mach Fehler: Fehler sind der schnellste Weg. Für eine Woche \
             brauchst du ungefähr drei Stunden.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Woche 1: Wer bist du?")
        .summary(
            "<p>Grüßen, Namen, Länder, Sprachen. Du sagst „du“ zu Freunden und „Sie“ zu \
             Fremden.</p>",
        )
        .page(
            "Dialog: Im Treppenhaus",
            "<p>Frau Lorenz wohnt schon lange im Haus. Samir ist neu. Lies den Dialog \
             zweimal laut. Beim zweiten Mal liest du ihn mit einer anderen Person.</p>\n\
             <p><strong>Frau Lorenz:</strong> Guten Tag! Sind Sie neu hier im \
             Haus?<br><strong>Samir:</strong> Guten Tag. Ja, ich wohne jetzt im dritten \
             Stock. Ich heiße Samir Khalil.<br><strong>Frau Lorenz:</strong> Freut mich! \
             Ich bin Helga Lorenz. Woher kommen Sie?<br><strong>Samir:</strong> Ich komme \
             aus Syrien, aus Homs. Und Sie?<br><strong>Frau Lorenz:</strong> Ich komme \
             aus Kassel. Das ist nicht weit. Sie sprechen schon gut \
             Deutsch!<br><strong>Samir:</strong> Danke. Ich lerne jeden Tag ein bisschen. \
             Wie heißt „stairs“ auf Deutsch?<br><strong>Frau Lorenz:</strong> Die Treppe. \
             Einen schönen Tag noch, Herr Khalil!<br><strong>Samir:</strong> Danke, \
             gleichfalls. Auf Wiedersehen!</p>\n\
             <p>Achte auf die kleinen Wörter. „Freut mich“ sagst du, wenn du einen \
             Menschen zum ersten Mal triffst. „Gleichfalls“ gibt einen Wunsch zurück. Mit \
             „Wie bitte?“ fragst du noch einmal, wenn du etwas nicht verstanden hast.</p>",
        )
        .page(
            "Regel: Das Verb steht auf Platz zwei",
            "<p>Ein deutscher Satz hat ein festes Haus mit Zimmern. Im zweiten Zimmer \
             wohnt das Verb: Ich <strong>komme</strong> aus Homs. Jetzt \
             <strong>wohne</strong> ich in Kassel. Vor dem Verb steht nur eine Sache. \
             Beginnt der Satz mit „jetzt“, dann geht „ich“ hinter das Verb.</p>\n\
             <p>Das Verb bekommt eine Endung: ich wohn<strong>e</strong>, du \
             wohn<strong>st</strong>, er oder sie wohn<strong>t</strong>, wir \
             wohn<strong>en</strong>, ihr wohn<strong>t</strong>, sie \
             wohn<strong>en</strong>. Das höfliche „Sie“ hat dieselbe Form wie „sie \
             wohnen“, aber man schreibt es immer groß.</p>\n\
             <p>Eine Frage mit Fragewort beginnt mit W: Wer? Wie? Wo? Woher? Was? Auch \
             hier steht das Verb auf Platz zwei: Woher <strong>kommst</strong> du? Eine \
             Frage mit Ja oder Nein beginnt mit dem Verb: <strong>Kommst</strong> du aus \
             Syrien?</p>",
        )
        .quiz(
            Quiz::new("Kleiner Test: Vorstellen")
                .intro("<p>Du kannst den Test so oft machen, wie du willst.</p>")
                .question(
                    Question::choice("Ergänze: Woher ___ Sie?")
                        .right("kommen")
                        .wrong("kommst")
                        .wrong("komme")
                        .wrong("kommt")
                        .feedback("Beim höflichen „Sie“ endet das Verb auf -en."),
                )
                .question(
                    Question::choice("Welcher Satz ist richtig?")
                        .right("Heute lerne ich Deutsch.")
                        .wrong("Heute ich lerne Deutsch.")
                        .wrong("Ich heute lerne Deutsch.")
                        .feedback("Das Verb steht auf Platz zwei."),
                )
                .question(
                    Question::short("Ergänze: Ich ___ Samir. (heißen)")
                        .accept("heiße")
                        .accept("heisse")
                        .feedback("ich heiße, du heißt, er heißt."),
                )
                .question(
                    Question::matching("Was passt zusammen?")
                        .pair("Wie heißen Sie?", "Ich heiße Lorenz.")
                        .pair("Woher kommen Sie?", "Aus Kassel.")
                        .pair("Wo wohnen Sie?", "Im dritten Stock.")
                        .feedback("Achte auf das Fragewort: wie, woher, wo."),
                ),
        )
        .forum(
            "Das bin ich",
            "<p>Schreibe fünf Sätze: Name, Herkunft, Wohnort, Sprachen, ein Hobby. Stelle \
             einer anderen Person eine Frage und antworte auf die Fragen an dich.</p>",
        )
}

fn section_2() -> Section {
    Section::new("Woche 2: Was kostet das?")
        .summary("<p>Zahlen, Preise, der, die, das.</p>")
        .page(
            "Dialog: Auf dem Markt",
            "<p>Am Samstag ist Markt. Olena möchte Obst kaufen und hat zehn Euro \
             dabei.</p>\n\
             <p><strong>Verkäufer:</strong> Bitte schön, was darf es \
             sein?<br><strong>Olena:</strong> Ein Kilo Äpfel, bitte. Was kosten die \
             Erdbeeren?<br><strong>Verkäufer:</strong> Eine Schale kostet drei Euro \
             neunzig. Zwei kosten sieben Euro.<br><strong>Olena:</strong> Dann nehme ich \
             eine Schale. Haben Sie auch Petersilie?<br><strong>Verkäufer:</strong> Ja, \
             ein Bund für einen Euro. Ist das alles?<br><strong>Olena:</strong> Ja, das \
             ist alles. Was macht das?<br><strong>Verkäufer:</strong> Die Äpfel zwei \
             fünfzig, die Erdbeeren drei neunzig, die Petersilie ein Euro. Das macht \
             zusammen sieben Euro vierzig.<br><strong>Olena:</strong> Hier sind zehn \
             Euro.<br><strong>Verkäufer:</strong> Und zwei sechzig zurück. Schönes \
             Wochenende!</p>\n\
             <p>Einen Preis schreibt man so: 3,90 €. Man spricht: drei Euro neunzig. Bei \
             Zahlen von 21 bis 99 kommt der Einer zuerst: 48 heißt achtundvierzig. \
             Schreibe die Zahl von rechts nach links, dann verwechselst du sie nicht.</p>",
        )
        .glossary(
            "Wörter: Essen und Einkaufen",
            "<p>Lerne jedes Nomen zusammen mit seinem Artikel.</p>",
            [
                ("der Apfel, die Äpfel", "Eine runde Frucht, rot, gelb oder grün. Auf Bäumen."),
                ("die Tüte, die Tüten", "Aus Papier oder Plastik. Man trägt darin, was man gekauft hat."),
                (
                    "das Brot, die Brote",
                    "Man backt es aus Mehl, Wasser und Salz und isst es mit Butter oder Käse.",
                ),
                ("die Kasse, die Kassen", "Hier bezahlt man im Geschäft."),
                ("der Bon, die Bons", "Der kleine Zettel mit den Preisen, den man beim Bezahlen bekommt."),
                (
                    "das Pfand",
                    "Geld für eine Flasche. Man bekommt es zurück, wenn man die Flasche \
                     zurückbringt.",
                ),
            ],
        )
        .page(
            "Regel: ein und kein",
            "<p>Ein neues Ding nennen wir zuerst mit „ein“ oder „eine“: Das ist \
             <strong>eine</strong> Schale. Dann kennen wir es und sagen „der“, „die“ oder \
             „das“: <strong>Die</strong> Schale kostet 3,90 Euro. In der Mehrzahl gibt es \
             kein „ein“: Das sind Äpfel.</p>\n\
             <p>Das Gegenteil von „ein“ ist „kein“: Ich habe <strong>kein</strong> Brot \
             und <strong>keine</strong> Milch. „Nicht“ benutzt du bei Verben und \
             Adjektiven: Ich komme nicht. Das ist nicht teuer.</p>\n\
             <p>Nach „ich nehme, ich kaufe, ich habe, ich möchte“ ändert sich nur das \
             männliche Wort: <strong>der</strong> Apfel, aber ich nehme \
             <strong>den</strong> Apfel; <strong>ein</strong> Kaffee, aber ich möchte \
             <strong>einen</strong> Kaffee. Die Wörter mit „die“ und „das“ bleiben \
             gleich. Das ist der Akkusativ, und mehr musst du heute nicht über ihn \
             wissen.</p>",
        )
        .quiz(
            Quiz::new("Zahlen und Preise")
                .intro("<p>Rechne und schreibe.</p>")
                .question(
                    Question::number(
                        "Olena kauft Brot für 3,20 Euro und Käse für 4,50 Euro. Wie viel Euro kostet \
                         das zusammen?",
                        7.7,
                        0.0,
                    )
                    .feedback("Sieben Euro siebzig."),
                )
                .question(
                    Question::choice("Welche Zahl ist „siebenundsechzig“?")
                        .right("67")
                        .wrong("76")
                        .wrong("607")
                        .wrong("716")
                        .feedback("Erst sieben, dann sechzig: 67."),
                )
                .question(
                    Question::choice("Ergänze: Ich möchte ___ Kaffee, bitte.")
                        .right("einen")
                        .wrong("ein")
                        .wrong("eine")
                        .wrong("der")
                        .feedback("„Der Kaffee“ ist männlich; nach „ich möchte“ heißt es „einen“."),
                ),
        )
}

fn section_3() -> Section {
    Section::new("Woche 3: Termine")
        .summary("<p>Uhrzeiten, Wochentage und ein Telefongespräch.</p>")
        .book(
            Book::new("Zeit auf Deutsch")
                .intro("<p>Drei kurze Kapitel zum Nachschlagen.</p>")
                .chapter(
                    "Die Woche",
                    "<p>Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag. Mit \
                     „am“ sagst du den Tag: am Montag. Im Norden und Osten sagen viele Leute \
                     Sonnabend statt Samstag. Am Sonntag sind fast alle Geschäfte \
                     geschlossen.</p>",
                )
                .chapter(
                    "Offiziell und im Alltag",
                    "<p>Im Bahnhof hörst du: vierzehn Uhr dreißig. Freunde sagen: halb drei. \
                     Vorsicht! „Halb drei“ ist nicht 3.30 Uhr, sondern 2.30 Uhr, also eine halbe \
                     Stunde <em>vor</em> drei. „Viertel nach zwei“ ist 2.15 Uhr, „Viertel vor \
                     drei“ ist 2.45 Uhr.</p>",
                )
                .chapter(
                    "Pünktlich sein",
                    "<p>Ein Termin um neun Uhr beginnt um neun Uhr. Kommst du zehn Minuten \
                     später, ruf kurz an: „Entschuldigung, ich komme etwas später.“ Das ist \
                     höflich und fast immer in Ordnung.</p>",
                ),
        )
        .page(
            "Dialog: Beim Arzt anrufen",
            "<p>Das Telefon macht vielen Menschen Angst, denn man sieht kein Gesicht. \
             Deshalb üben wir es wie ein Theaterstück. Sprich langsam, das ist am Telefon \
             ganz normal.</p>\n\
             <p><strong>Praxis:</strong> Praxis Doktor Bergmann, guten \
             Morgen.<br><strong>Olena:</strong> Guten Morgen, mein Name ist Olena Koval. \
             Ich hätte gern einen Termin.<br><strong>Praxis:</strong> Waren Sie schon \
             einmal bei uns?<br><strong>Olena:</strong> Nein, noch \
             nicht.<br><strong>Praxis:</strong> Können Sie Ihren Namen \
             buchstabieren?<br><strong>Olena:</strong> Ja: K, O, V wie Vogel, A, \
             L.<br><strong>Praxis:</strong> Passt Ihnen Donnerstag um Viertel nach \
             zehn?<br><strong>Olena:</strong> Da arbeite ich leider. Geht es auch am \
             Nachmittag?<br><strong>Praxis:</strong> Um sechzehn \
             Uhr?<br><strong>Olena:</strong> Ja, das geht. Donnerstag um sechzehn Uhr. \
             Vielen Dank!</p>\n\
             <p>Am Ende wiederholt Olena Tag und Uhrzeit. Mach das immer so: Dann hörst \
             du sofort, wenn du etwas falsch verstanden hast.</p>",
        )
        .choice(
            "Was ist für dich schwer?",
            "<p>Sei ehrlich. Deine Lehrerin wählt danach die Übungen für nächste Woche \
             aus.</p>",
            [
                "Telefonieren",
                "Die Artikel der, die, das",
                "Zahlen verstehen",
                "Schnell sprechende Leute verstehen",
            ],
        )
}

fn section_4() -> Section {
    Section::new("Woche 4: Raus aus dem Kurs")
        .summary("<p>Jetzt sprichst du mit Menschen, die dich nicht kennen.</p>")
        .label(
            "<p><strong>Drei Sätze für die Hosentasche:</strong> „Können Sie das bitte \
             langsam sagen?“ – „Wie schreibt man das?“ – „Einen Moment, ich \
             überlege.“</p>",
        )
        .assignment(
            "Drei Gespräche",
            "<p>Geh hinaus und führe drei kurze Gespräche auf Deutsch: Frag nach dem Weg, \
             kauf etwas ohne Selbstbedienung, frag in einer Bibliothek oder im Rathaus \
             nach den Öffnungszeiten. Schreibe danach zu jedem Gespräch drei Sätze: Wo \
             warst du? Was hast du gesagt? Welches Wort hat dir gefehlt? Du kannst statt \
             zu schreiben auch eine Aufnahme von zwei Minuten abgeben.</p>",
        )
        .url(
            "Kostenlose Übungen zum Hören",
            "https://learngerman.dw.com",
            "<p>Die Deutsche Welle bietet Videos und Hörtexte von A1 an. Fang mit der \
             ersten Folge an und höre jede Folge zweimal.</p>",
        )
}
