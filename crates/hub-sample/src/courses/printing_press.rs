//! The history of printing with movable type, for upper secondary school, in German.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("HIS-DRUCK", "Bleierne Revolution: wie der Buchdruck die Welt veränderte", "de")
        .summary(
            "<p>Ein Goldschmied aus Mainz, ein vergessener Mönch in Korea, ein Streit um \
             Schulden und eine Flut von Flugblättern: Der Kurs erzählt die Geschichte des \
             Drucks mit beweglichen Lettern vom 11. bis zum 17. Jahrhundert, mit kurzen \
             Quellen, einer Werkstattrechnung und der Frage, ob ein neues Medium jemals \
             allein eine Revolution gemacht hat.</p>",
        )
        .subject("field1090305")
        .audience(Audience::Students)
        .level(Level::Secondary)
        .licence(Licence::CcByNcSa4)
        .tags(["Geschichte", "Buchdruck", "Gutenberg", "Reformation", "Medien"])
        .creator("Dr. Annelies Vogelsang")
        .contributors("Jens Uhlenbrock, Park Min-seo")
        .notes(
            "<p>Gedacht für die Oberstufe, acht bis zehn Stunden. Die Werkstattrechnung \
             in Abschnitt 2 ist vereinfacht, aber ihre Größenordnungen entsprechen dem \
             Forschungsstand. Kartoffeldruck als Einstieg funktioniert auch mit \
             Siebzehnjährigen.</p>",
        )
        .outcome("Ordnet Gutenbergs Leistung in eine längere Geschichte des Druckens ein")
        .outcome("Wertet kurze Quellen nach Absender, Absicht und Publikum aus")
        .outcome("Beurteilt die These von der Medienrevolution mit Gegenargumenten")
        .colours(0x4b_36_21, 0xc9_a6_6b)
        .section(Section::new("").summary(
            "<p>Wer etwas über die Gegenwart erfahren will, kann die Nachrichten lesen. \
             Oder nachsehen, was geschah, als Nachrichten zum ersten Mal gedruckt wurden. \
             Bringen Sie zur zweiten Sitzung bitte eine Kartoffel und ein Messer mit.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Drucken vor Gutenberg")
        .summary("<p>Asien war früher, und trotzdem kam es anders.</p>")
        .page(
            "Holz, Ton, Bronze",
            "<p>Gedruckt wurde lange vor Gutenberg. In China schnitt man seit der \
             Tang-Zeit ganze Seiten in Holz; die älteste erhaltene datierte Druckrolle, \
             ein Diamant-Sutra, stammt aus dem Jahr 868. Um 1040 formte der Handwerker Bi \
             Sheng einzelne Schriftzeichen aus Ton und brannte sie. In Korea goss man \
             Lettern aus Bronze. Das älteste erhaltene Buch, das mit Metalllettern \
             gedruckt wurde, trägt den Titel <em>Jikji</em> und entstand 1377 in einem \
             Tempel bei Cheongju, fast achtzig Jahre vor der Mainzer Bibel.</p>\n\
             <p>Warum verdrängten bewegliche Lettern dort den Holzdruck nicht? Ein Teil \
             der Antwort liegt in der Schrift: Wer Tausende Zeichen braucht, sortiert \
             lange. Ein anderer Teil liegt im Auftrag. Die Metalllettern gehörten in \
             Korea meist dem Hof und dienten kleinen Auflagen. Holzplatten dagegen konnte \
             man aufbewahren und bei Bedarf nachdrucken. Technik setzt sich nicht durch, \
             weil sie neu ist, sondern weil sie für jemanden ein Problem löst.</p>",
        )
        .glossary(
            "Wörter der Werkstatt",
            "<p>Diese Begriffe brauchen Sie für die Quellen.</p>",
            [
                (
                    "Letter",
                    "Gegossener Metallkörper mit einem erhabenen, seitenverkehrten \
                     Schriftzeichen.",
                ),
                (
                    "Matrize",
                    "Vertiefte Gussform eines Zeichens, entstanden durch den Schlag eines \
                     Stempels in weicheres Metall.",
                ),
                ("Setzkasten", "Kasten mit Fächern, in denen die Lettern nach Zeichen geordnet liegen."),
                (
                    "Inkunabel",
                    "Buch, das vor dem 1. Januar 1501 mit beweglichen Lettern gedruckt wurde; \
                     auch Wiegendruck.",
                ),
                ("Kolophon", "Schlussvermerk mit Drucker, Ort und Jahr."),
                (
                    "Ablassbrief",
                    "Urkunde über einen Nachlass zeitlicher Sündenstrafen; früh ein Massenprodukt \
                     der Druckereien.",
                ),
            ],
        )
        .forum(
            "Warum nicht dort, warum dann hier?",
            "<p>Nennen Sie einen Grund, weshalb der Letterndruck in Europa schneller \
             wuchs als in Ostasien, und prüfen Sie bei einem anderen Beitrag, ob der \
             Grund wirklich erklärt oder nur gut klingt.</p>",
        )
}

fn section_2() -> Section {
    Section::new("Die Mainzer Werkstatt")
        .summary("<p>Handgießgerät, Presse, Farbe und fremdes Geld.</p>")
        .book(
            Book::new("Gutenberg in vier Szenen")
                .intro(
                    "<p>Über Johannes Gensfleisch, genannt Gutenberg, wissen wir vor allem aus \
                     Gerichtsakten.</p>",
                )
                .chapter(
                    "Straßburg, 1439: Spiegel für Pilger",
                    "<p>In Straßburg prozessieren Gutenbergs Teilhaber um eine geheimnisvolle \
                     „Kunst“. Zunächst ging es um Metallspiegel, die Aachenpilger an die \
                     Reliquien halten wollten. Die Wallfahrt wurde verschoben, das Geld war \
                     gebunden. In den Aussagen fallen die Wörter Presse, Formen und Blei.</p>",
                )
                .chapter(
                    "Die Idee hinter der Idee",
                    "<p>Eine Presse gab es im Weinbau, Papier aus Italien und seit 1390 auch aus \
                     Nürnberg. Neu war das Gießen: Ein Stempel aus hartem Metall schlägt eine \
                     Matrize, und ein verstellbares Handgießgerät gießt daraus beliebig viele \
                     gleiche Lettern aus Blei, Zinn und Antimon. Dazu kam eine zähe Farbe aus Ruß \
                     und Leinölfirnis, die auf Metall haftet.</p>",
                )
                .chapter(
                    "Die Bibel mit 42 Zeilen",
                    "<p>Zwischen etwa 1452 und 1454 entstehen rund 180 Exemplare, ein Teil auf \
                     Pergament. Jedes umfasst 1282 Seiten. Im März 1455 schreibt der Gelehrte \
                     Enea Silvio Piccolomini, später Papst, er habe in Frankfurt Lagen dieser \
                     Bibel gesehen, so sauber, dass man sie ohne Brille lesen könne. Alle seien \
                     schon verkauft.</p>",
                )
                .chapter(
                    "November 1455: Fust gegen Gutenberg",
                    "<p>Der Geldgeber Johannes Fust klagt auf Rückzahlung von über zweitausend \
                     Gulden samt Zinsen. Gutenberg verliert wohl den größten Teil der Werkstatt. \
                     Fust druckt mit Peter Schöffer weiter, der Erfinder stirbt 1468, geehrt, \
                     aber nicht reich.</p>",
                ),
        )
        .page(
            "Was kostet eine Bibel?",
            "<p>Rechnen wir wie ein Kaufmann. Für ein Exemplar auf Papier brauchte man \
             gut 320 große Bogen, für 150 Papierexemplare also rund 48 000 Bogen. Zwölf \
             Gesellen arbeiteten etwa zwei Jahre. Bevor der erste Käufer zahlte, waren \
             Löhne, Papier, Metall und Miete bezahlt. Das ist neu: Ein Schreiber schrieb \
             auf Bestellung, ein Drucker druckt auf Verdacht.</p>\n\
             <p>Damit ändert sich die Rechnung von Grund auf. Beim Schreiben kostet jedes \
             Exemplar gleich viel. Beim Drucken kostet das erste ein Vermögen und jedes \
             weitere fast nur noch Papier und Farbe. Wer druckt, muss also viele Käufer \
             finden: auf Messen, in Universitäten, in Klöstern. Der Buchdruck erfand \
             nicht das Buch, er erfand das Risiko, das Lager, die Werbung und den Konkurs \
             der Verleger. Das Papierexemplar kostete wohl um die zwanzig bis dreißig \
             Gulden, mehrere Jahreslöhne eines Knechts, und war dennoch viel billiger als \
             eine Handschrift gleicher Pracht.</p>",
        )
        .quiz(
            Quiz::new("Technik und Geld")
                .intro("<p>Prüfen Sie, was hängen geblieben ist.</p>")
                .question(
                    Question::choice("Was war an Gutenbergs Verfahren vor allem neu?")
                        .right("Das Gießen vieler gleicher Lettern mit Matrize und Handgießgerät")
                        .wrong("Das Papier")
                        .wrong("Die Presse")
                        .wrong("Der Gedanke, Texte zu vervielfältigen")
                        .feedback(
                            "Presse und Papier gab es. Gleiche Metalllettern in beliebiger Zahl gab es in \
                             Europa nicht.",
                        ),
                )
                .question(
                    Question::number(
                        "In welchem Jahr wurde das koreanische Buch Jikji gedruckt?",
                        1377.0,
                        0.0,
                    )
                    .feedback("Es liegt heute in der französischen Nationalbibliothek."),
                )
                .question(
                    Question::truth("Beim Druck ist das erste Exemplar teuer, jedes weitere billig.", true)
                        .feedback("Deshalb lohnt sich der Druck erst mit der Auflage."),
                )
                .question(
                    Question::short("Wie heißt der Geldgeber, der Gutenberg 1455 verklagte?")
                        .accept("Fust")
                        .accept("Johannes Fust")
                        .accept("Johann Fust")
                        .feedback("Sein Prozess ist im Helmaspergerschen Notariatsinstrument überliefert."),
                ),
        )
}

fn section_3() -> Section {
    Section::new("Flugblatt und Reformation")
        .summary("<p>Als Deutschland zu lesen begann, oder sich vorlesen ließ.</p>")
        .page(
            "Luther, ein Erfolgsautor",
            "<p>Um 1500 arbeiteten in über 250 europäischen Orten Drucker; Millionen von \
             Bänden waren im Umlauf. Doch Bücher auf Latein erreichten nur wenige. Das \
             änderte sich nach 1517. Martin Luthers <em>Sermon von Ablass und Gnade</em>, \
             acht Seiten auf Deutsch, erschien in zwei Jahren mehr als zwanzigmal. Von \
             den deutschen Flugschriften der frühen Zwanzigerjahre stammt ein \
             beträchtlicher Teil von ihm.</p>\n\
             <p>Die Form war der Erfolg: ein Bogen, zweimal gefaltet, in einer Nacht \
             gesetzt, für den Preis eines Huhns zu haben. Ein Holzschnitt auf dem Titel \
             zeigte auch denen, die nicht lasen, wer der Teufel war. Und gelesen wurde \
             laut, im Wirtshaus und in der Spinnstube; ein Lesender erreichte zwanzig \
             Hörer.</p>\n\
             <p>Die alte Kirche druckte ebenfalls, aber häufig auf Latein und langsamer. \
             Im Bauernkrieg von 1525 zeigte sich dann, dass niemand ein Medium besitzt: \
             Die Zwölf Artikel der Bauern verbreiteten sich in vielleicht 25 000 \
             Exemplaren, und Luther wandte sich entsetzt dagegen, mit einer \
             Flugschrift.</p>",
        )
        .assignment(
            "Quellenarbeit: ein Flugblatt lesen",
            "<p>Suchen Sie in einer digitalen Sammlung ein Flugblatt oder Titelblatt aus \
             den Jahren 1517 bis 1555. Beschreiben Sie in höchstens 400 Wörtern zuerst \
             nur, was zu sehen und zu lesen ist. Bestimmen Sie dann Absender, Gegner, \
             Publikum und Absicht. Schließen Sie mit einer Frage, die das Blatt nicht \
             beantwortet. Geben Sie die Signatur der Bibliothek an.</p>",
        )
        .url(
            "Digitalisierte Drucke des 16. Jahrhunderts",
            "https://www.digitale-sammlungen.de",
            "<p>Die Bayerische Staatsbibliothek hat Hunderttausende alte Drucke \
             eingescannt. Suchbegriff für den Anfang: Flugschrift 1524.</p>",
        )
}

fn section_4() -> Section {
    Section::new("Eine Revolution?")
        .summary("<p>Zensur, Zeitung, Wissenschaft und das Urteil der Historiker.</p>")
        .page(
            "Argumente für ein Streitgespräch",
            "<p>Die Historikerin Elizabeth Eisenstein vertrat 1979 die These, der Druck \
             habe als treibende Kraft gewirkt. Er habe Texte festgelegt, Fehler \
             verbesserbar gemacht und Gelehrten erlaubt, verschiedene Ausgaben auf einem \
             Tisch zu vergleichen. Ohne Druck keine dauerhafte Reformation und keine \
             moderne Wissenschaft.</p>\n\
             <p>Adrian Johns widersprach 1998: Gedruckte Texte waren keineswegs von \
             selbst zuverlässig. Raubdrucke, falsche Angaben und Setzfehler blühten, und \
             Vertrauen musste in mühsamer Arbeit durch Zünfte, Akademien und Zensoren \
             erst hergestellt werden. Nicht die Presse schuf Verlässlichkeit, sondern \
             Menschen, die sich darum stritten.</p>\n\
             <p>Beide bestreiten nicht, dass sich viel änderte. Strittig ist, ob Technik \
             Geschichte macht oder Menschen, die sich einer Technik bedienen. 1605 \
             erschien in Straßburg die <em>Relation</em>, die als erste gedruckte \
             Wochenzeitung gilt. Druckprivilegien und Zensur gab es da schon seit weit \
             über hundert Jahren.</p>",
        )
        .choice(
            "Ihr vorläufiges Urteil",
            "<p>Was war für die Ausbreitung der Reformation entscheidend?</p>",
            [
                "Ohne Buchdruck hätte es sie so nicht gegeben",
                "Der Buchdruck hat sie nur beschleunigt",
                "Fürsten und Städte entschieden, nicht Bücher",
                "Das lässt sich nicht trennen",
            ],
        )
        .assignment(
            "Essay",
            "<p>„Das Internet ist der Buchdruck unserer Zeit.“ Prüfen Sie diesen \
             Vergleich in 700 bis 900 Wörtern an drei Punkten, von denen mindestens einer \
             gegen den Vergleich spricht. Verwenden Sie mindestens zwei Belege aus diesem \
             Kurs.</p>",
        )
}
