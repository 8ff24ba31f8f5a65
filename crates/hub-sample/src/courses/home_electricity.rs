//! Electricity at home, for grades 8 to 10, in German.

use crate::course::{Activity, Attached, Audience, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("PHY-STROM", "Strom zu Hause: von der Steckdose bis zur Rechnung", "de")
        .summary(
            "<p>Was bedeuten Volt, Ampere und Watt, warum fliegt die Sicherung raus, und \
             was kostet eine Stunde Backofen? Der Kurs erklärt den Stromkreis an dem, was \
             in jeder Wohnung steht, rechnet mit echten Typenschildern und macht aus der \
             Stromrechnung ein Forschungsprojekt. Versuche nur mit Batterien bis 9 Volt; \
             am Hausnetz wird ausschließlich gelesen und gerechnet.</p>",
        )
        .subject("field1031301")
        .audience(Audience::Students)
        .level(Level::Secondary)
        .licence(Licence::CcBy3)
        .tags(["Physik", "Elektrizität", "Energie", "Haushalt", "Sicherheit"])
        .creator("Jens Uhlenbrock")
        .contributors("Dr. Farida Nasseri")
        .notes(
            "<p>Vor Abschnitt 3 bitte einen Elternbrief mitgeben: Energiemessgeräte \
             werden nur <strong>zwischen</strong> Steckdose und Stecker gesetzt, nichts \
             wird geöffnet. Für Klassen ohne Messgeräte liegen Messwerte als Datei \
             bei.</p>",
        )
        .outcome("Unterscheidet Spannung, Stromstärke, Leistung und Energie")
        .outcome("Berechnet Energiebedarf und Kosten von Geräten aus dem Typenschild")
        .outcome("Begründet die wichtigsten Sicherheitsregeln am Hausnetz")
        .colours(0x15_40_6b, 0xff_b0_00)
        .section(Section::new("").summary(
            "<p>Fünfmal am Tag wunderst du dich nicht, dass Licht angeht. In diesem Kurs \
             wunderst du dich einmal gründlich: mit Batterie, Lämpchen, Taschenrechner \
             und der Stromrechnung deiner Familie.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Der Kreis muss geschlossen sein")
        .summary("<p>Was im Draht geschieht, mit Batterie und Lämpchen.</p>")
        .page(
            "Drei Größen, ein Bild",
            "<p>Ein Stromkreis gleicht einer Fahrradkette. Du trittst vorn, und das \
             Hinterrad bewegt sich im selben Augenblick, obwohl jedes Kettenglied nur ein \
             kleines Stück weiterrückt. Genauso sind die Elektronen längst überall im \
             Draht. Schließt du den Schalter, setzen sie sich fast gleichzeitig in \
             Bewegung, langsamer als eine Schnecke. Das Licht geht trotzdem sofort an, \
             weil der Anstoß schnell ist und nicht das einzelne Teilchen.</p>\n\
             <p>Wie kräftig getreten wird, entspricht der <strong>Spannung</strong> U, \
             gemessen in Volt. Wie viel Kette je Sekunde vorbeiläuft, entspricht der \
             <strong>Stromstärke</strong> I in Ampere. Was die Bewegung hemmt, ist der \
             <strong>Widerstand</strong> R in Ohm. Bei vielen Bauteilen gilt R = U / I: \
             Bei 4,5 Volt und 0,3 Ampere hat das Lämpchen 15 Ohm.</p>\n\
             <p>Kein Bild stimmt ganz. Die Kette zeigt gut, dass Strom nicht „verbraucht“ \
             wird: So viel, wie zur Lampe hinfließt, fließt auch zurück. Umgewandelt wird \
             die Energie.</p>",
        )
        .assignment(
            "Versuch: Reihe und Parallel",
            "<p>Du brauchst eine Flachbatterie 4,5 V, zwei gleiche Lämpchen und Kabel. \
             Baue beide Lämpchen erst hintereinander, dann nebeneinander ein. Zeichne \
             beide Schaltpläne und vergleiche die Helligkeit. Drehe nun jeweils ein \
             Lämpchen heraus: Was macht das andere? Begründe schriftlich, welche der \
             beiden Schaltungen in eurer Wohnung verwendet wird und woran du das merkst, \
             wenn die Küchenlampe kaputtgeht.</p>",
        )
        .quiz(
            Quiz::new("Stromkreis verstanden?")
                .intro("<p>Vier Fragen zum Aufwärmen.</p>")
                .question(
                    Question::truth(
                        "Hinter einem Lämpchen ist die Stromstärke kleiner als davor, weil es Strom \
                         verbraucht.",
                        false,
                    )
                    .feedback("Die Stromstärke ist davor und dahinter gleich. Umgewandelt wird Energie."),
                )
                .question(
                    Question::number(
                        "An einem Widerstand liegen 6 V, es fließen 0,2 A. Wie groß ist er in Ohm?",
                        30.0,
                        0.0,
                    )
                    .feedback("R = U / I = 6 V / 0,2 A."),
                )
                .question(
                    Question::matching("Ordne Größe und Einheit zu.")
                        .pair("Spannung", "Volt")
                        .pair("Stromstärke", "Ampere")
                        .pair("Widerstand", "Ohm")
                        .pair("Leistung", "Watt")
                        .feedback("Die Namen erinnern an Volta, Ampère, Ohm und Watt."),
                )
                .question(
                    Question::choice("Zwei Lämpchen in Reihe, eines wird herausgedreht. Was geschieht?")
                        .right("Auch das andere geht aus")
                        .wrong("Das andere leuchtet heller")
                        .wrong("Nichts")
                        .feedback("Der Kreis ist unterbrochen."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("Das Hausnetz")
        .summary(
            "<p>230 Volt, drei Leiter und Geräte, die im Ernstfall schneller sind als \
             du.</p>",
        )
        .page(
            "Was hinter der Steckdose steckt",
            "<p>Das Hausnetz in Europa liefert 230 Volt Wechselspannung mit 50 Hertz: Der \
             Strom wechselt hundertmal je Sekunde die Richtung. Drei Leiter kommen an der \
             Steckdose an. Der Außenleiter führt die Spannung gegen Erde, der \
             Neutralleiter führt den Strom zurück, und der grün-gelbe Schutzleiter ist im \
             Normalfall stromlos. Er verbindet das Metallgehäuse deines Toasters mit der \
             Erde.</p>\n\
             <p>Löst sich im Toaster ein Draht und berührt das Gehäuse, fließt sofort ein \
             großer Strom über den Schutzleiter ab, und die Sicherung trennt den Kreis, \
             noch bevor jemand das Gehäuse anfasst. Geräte ohne Schutzkontakt tragen als \
             Zeichen zwei ineinanderliegende Quadrate. Sie sind doppelt isoliert.</p>\n\
             <p>Gefährlich für den Menschen ist der Strom, der durch den Körper fließt. \
             Schon etwa 10 Milliampere können die Muskeln so verkrampfen, dass man nicht \
             mehr loslassen kann; ab etwa 50 Milliampere droht Herzkammerflimmern. Nasse \
             Haut leitet weit besser als trockene.</p>",
        )
        .page(
            "Sicherung und FI: zwei verschiedene Wächter",
            "<p>Die Sicherung, genauer der Leitungsschutzschalter, schützt die \
             <em>Leitung</em>. Ein üblicher Stromkreis verträgt 16 Ampere. Laufen \
             Wasserkocher, Waschmaschine und Heizlüfter zugleich, werden es mehr: Die \
             Leitung in der Wand würde heiß, also schaltet der Schalter ab. Bei einem \
             Kurzschluss tut er das in Bruchteilen einer Sekunde.</p>\n\
             <p>Der FI-Schutzschalter, auch RCD genannt, schützt den <em>Menschen</em>. \
             Er vergleicht, ob durch den Außenleiter so viel hinfließt, wie durch den \
             Neutralleiter zurückkommt. Fehlen mehr als 30 Milliampere, nehmen sie \
             offenbar einen falschen Weg, vielleicht durch einen Körper. Dann schaltet er \
             in wenigen Hundertstelsekunden ab.</p>\n\
             <p>Drücke zweimal im Jahr die Taste T am FI-Schalter, am besten wenn ohnehin \
             die Uhren umgestellt werden. Fliegt er heraus, arbeitet er. Fliegt er nicht \
             heraus, ruft eine Elektrikerin.</p>",
        )
        .glossary(
            "Begriffe aus dem Sicherungskasten",
            "<p>Mach vorher ein Foto von eurem Kasten (nur außen, Klappe auf, nichts \
             anfassen) und suche die Teile darauf.</p>",
            [
                ("Außenleiter", "Der Leiter, der gegen Erde 230 Volt führt; Kurzzeichen L."),
                (
                    "Neutralleiter",
                    "Der Leiter, der den Betriebsstrom zurückführt; Farbe Blau, Kurzzeichen N.",
                ),
                ("Schutzleiter", "Grün-gelber Leiter, der Gehäuse mit Erde verbindet; Kurzzeichen PE."),
                (
                    "Kurzschluss",
                    "Verbindung zweier Leiter fast ohne Widerstand; es fließt ein sehr großer \
                     Strom.",
                ),
                ("FI-Schutzschalter", "Gerät, das abschaltet, wenn ein Teil des Stroms nicht zurückkommt."),
            ],
        )
}

fn section_3() -> Section {
    Section::new("Watt und Geld")
        .summary("<p>Leistung, Energie und was auf der Rechnung steht.</p>")
        .page(
            "Kilowattstunden zum Anfassen",
            "<p>Die Leistung sagt, wie schnell Energie umgewandelt wird: P = U · I, in \
             Watt. Ein Wasserkocher mit 2300 Watt zieht an 230 Volt also 10 Ampere. Die \
             Energie ist Leistung mal Zeit. Läuft er sechs Minuten, das ist eine \
             Zehntelstunde, sind das 0,23 Kilowattstunden.</p>\n\
             <p>Eine Kilowattstunde ist viel. Um sie mit dem eigenen Körper zu erzeugen, \
             müsstest du zehn Stunden lang mit 100 Watt auf einem Fahrrad treten, und 100 \
             Watt sind ordentlich anstrengend. Bei einem Preis von 35 Cent wäre das ein \
             schlechter Stundenlohn.</p>\n\
             <p>Aufschlussreich ist, was nie ausgeht. Ein Gerät, das im \
             Bereitschaftsbetrieb ständig 5 Watt zieht, braucht im Jahr 5 W · 8760 h = \
             43,8 Kilowattstunden, also rund 15 Euro. Der Backofen dagegen schluckt 2500 \
             Watt, aber nur ein paar Stunden in der Woche. Ob ein Gerät ins Geld geht, \
             entscheidet das Produkt und nicht eine der beiden Zahlen allein.</p>",
        )
        .activity(Activity::File {
            name: "Messwerte aus vier Haushalten".to_owned(),
            intro: "<p>Für alle, die zu Hause kein Messgerät haben. Leistung in Watt, Zeit in \
                 Stunden je Woche.</p>"
                .to_owned(),
            file: Attached::new(
                "messwerte-haushalt.csv",
                "Gerät;Leistung_W;Stunden_pro_Woche\n\
                 Kühlschrank (Mittelwert);18;168\n\
                 Backofen;2400;3\n\
                 Waschmaschine (Mittelwert je Lauf);500;6\n\
                 Router;9;168\n\
                 Fernseher;95;21\n\
                 Wasserkocher;2200;1,5\n\
                 Spielkonsole;160;10\n\
                 Föhn;1800;1\n\
                 ",
            ),
        })
        .quiz(
            Quiz::new("Rechnen mit dem Typenschild")
                .intro("<p>Runde auf zwei Stellen. Strompreis: 35 Cent je Kilowattstunde.</p>")
                .question(
                    Question::number(
                        "Ein Föhn mit 1800 W läuft 20 Minuten. Wie viele Kilowattstunden sind das?",
                        0.6,
                        0.0,
                    )
                    .feedback("1,8 kW · 1/3 h."),
                )
                .question(
                    Question::number("Wie viel Ampere fließen bei einem Gerät mit 460 W an 230 V?", 2.0, 0.0)
                        .feedback("I = P / U."),
                )
                .question(
                    Question::number(
                        "Ein Router zieht ständig 9 W. Was kostet er in 1000 Stunden, in Euro?",
                        3.15,
                        0.005,
                    )
                    .feedback("9 kWh · 0,35 Euro."),
                )
                .question(
                    Question::choice(
                        "Drei Geräte mit je 2000 W hängen an einem Stromkreis mit 16 A. Was \
                         geschieht?",
                    )
                    .right("Der Leitungsschutzschalter löst nach einer Weile aus")
                    .wrong("Nichts, 6000 W sind erlaubt")
                    .wrong("Der FI-Schalter löst aus")
                    .feedback(
                        "6000 W / 230 V sind gut 26 A; der FI bemerkt davon nichts, weil kein Strom \
                         fehlt.",
                    ),
                ),
        )
}

fn section_4() -> Section {
    Section::new("Forschungsprojekt")
        .summary("<p>Eine Woche messen, auswerten, handeln.</p>")
        .choice(
            "Schätzfrage",
            "<p>Was braucht in einem typischen Haushalt ohne elektrische \
             Warmwasserbereitung im Jahr am meisten Strom?</p>",
            [
                "Licht",
                "Kühlen und Gefrieren",
                "Fernseher, Computer, Router und Konsole",
                "Waschen und Trocknen",
            ],
        )
        .assignment(
            "Der Stromdetektiv",
            "<p>Lies sieben Tage lang immer zur gleichen Zeit den Stromzähler ab und \
             notiere Besonderheiten: Waschtag, Besuch, niemand zu Hause. Stelle die \
             Tageswerte als Säulen dar. Finde mit einem Messgerät oder der Datei zwei \
             Dauerläufer, berechne ihre Jahreskosten und schlage deiner Familie genau \
             eine Änderung vor, mit Betrag in Euro. Abgabe: zwei Seiten mit Diagramm.</p>",
        )
        .forum(
            "Was hat eure Familie gesagt?",
            "<p>Berichte, ob dein Vorschlag angenommen wurde und welche Gegengründe es \
             gab. Komfort ist ein Argument, aber eines mit Preisschild.</p>",
        )
}
