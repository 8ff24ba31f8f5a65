//! Reading Spanish poetry, for upper secondary school, in Spanish.

use crate::course::{Audience, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("LIT-POESIA", "Leer poesía en español: del romance a Machado", "es")
        .summary(
            "<p>Un recorrido por cinco siglos de poesía para aprender a leer despacio: \
             contar sílabas sin aburrirse, oír dónde cae el acento, reconocer un romance \
             o un soneto y, sobre todo, descubrir qué hace un poema con las palabras de \
             todos los días. Con textos breves de dominio público, preguntas de lectura y \
             un pequeño taller de escritura al final.</p>",
        )
        .subject("field1091523")
        .audience(Audience::Students)
        .level(Level::Secondary)
        .licence(Licence::CcByNcSa3)
        .tags(["literatura", "poesía", "métrica", "romance", "soneto"])
        .creator("Inmaculada Rueda Salcedo")
        .contributors("Tomás Quispe Mamani")
        .notes(
            "<p>Recomiendo empezar cada sesión leyendo en voz alta, dos veces y por dos \
             voces distintas, antes de decir nada sobre el poema. La ficha de análisis \
             llega después, nunca antes.</p>",
        )
        .outcome("Mide versos con sinalefa y ley del acento final")
        .outcome("Reconoce el romance, el soneto y la rima asonante o consonante")
        .outcome("Redacta un comentario breve que parte del texto y vuelve al texto")
        .colours(0x8c_1c_13, 0xf0_c9_87)
        .section(Section::new("").summary(
            "<p>Un poema no es una adivinanza con solución escondida. Es un objeto hecho \
             de sonido y de silencio. Trae un cuaderno, un lápiz y la costumbre de leer \
             en voz alta, aunque te dé vergüenza.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("El oído")
        .summary("<p>Antes de entender, escuchar: sílabas, acentos y rimas.</p>")
        .page(
            "Contar sílabas como quien baila",
            "<p>En un verso no se cuentan las sílabas de la gramática, sino las que se \
             oyen. Cuando una palabra termina en vocal y la siguiente empieza por vocal, \
             suelen decirse de un solo golpe: es la <em>sinalefa</em>. En «Cerrar podrá \
             mis ojos la postrera», de Quevedo, hay once sílabas y ninguna sinalefa; en \
             «polvo serán, mas polvo enamorado», del mismo soneto, «polvo enamorado» se \
             une: pol-voe-na-mo-ra-do.</p>\n\
             <p>Después se mira la última palabra. Si es aguda, se suma una sílaba; si es \
             llana, se queda igual; si es esdrújula, se resta una. No es un capricho: el \
             oído espera siempre una sílaba después del último acento, y si falta la \
             completa con un silencio.</p>\n\
             <p>Prueba con los dedos sobre la mesa. Los versos de hasta ocho sílabas se \
             llaman de arte menor y son los de la canción, el refrán y el romance. Los de \
             nueve en adelante son de arte mayor; el de once, llegado de Italia, cambió \
             la poesía española para siempre.</p>",
        )
        .glossary(
            "Palabras para hablar de versos",
            "<p>Cinco términos bastan para empezar; los demás se aprenden leyendo.</p>",
            [
                (
                    "Sinalefa",
                    "Unión en una sola sílaba de la vocal final de una palabra y la inicial de la \
                     siguiente.",
                ),
                (
                    "Rima asonante",
                    "Coinciden solo las vocales desde la última vocal acentuada: luna, cuna, \
                     bruma.",
                ),
                (
                    "Rima consonante",
                    "Coinciden todos los sonidos desde la última vocal acentuada: cielo, vuelo, \
                     suelo.",
                ),
                (
                    "Encabalgamiento",
                    "La frase no termina donde termina el verso, sino que salta al siguiente.",
                ),
                ("Estrofa", "Grupo de versos con una medida y una rima que se repiten."),
                ("Hemistiquio", "Cada una de las dos mitades de un verso separadas por una pausa."),
            ],
        )
        .quiz(
            Quiz::new("Mide y escucha")
                .intro("<p>Lee cada verso en voz alta antes de responder.</p>")
                .question(
                    Question::number(
                        "¿Cuántas sílabas métricas tiene «Verde que te quiero verde»? (Federico \
                         García Lorca)",
                        8.0,
                        0.0,
                    )
                    .feedback("Ver-de-que-te-quie-ro-ver-de: ocho, y termina en palabra llana."),
                )
                .question(
                    Question::number(
                        "¿Cuántas sílabas métricas tiene un verso de siete sílabas contadas cuya \
                         última palabra es «corazón»?",
                        8.0,
                        0.0,
                    )
                    .feedback("La palabra es aguda: se suma una."),
                )
                .question(
                    Question::choice("¿Qué rima hay entre «camino» y «río»?")
                        .right("Asonante")
                        .wrong("Consonante")
                        .wrong("Ninguna")
                        .feedback("Coinciden las vocales i-o, pero no las consonantes."),
                )
                .question(
                    Question::choice("¿Cómo se llama el verso de once sílabas?")
                        .right("Endecasílabo")
                        .wrong("Alejandrino")
                        .wrong("Octosílabo")
                        .wrong("Dodecasílabo")
                        .feedback("El alejandrino tiene catorce."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("Voces de todos")
        .summary("<p>El romance, que nadie firmó y todos cantaron.</p>")
        .page(
            "El conde Arnaldos o el arte de callar",
            "<p>«¡Quién hubiese tal ventura / sobre las aguas del mar, / como hubo el \
             conde Arnaldos / la mañana de San Juan!» Así empieza uno de los romances \
             viejos más hermosos. El conde ve llegar una galera con velas de seda; el \
             marinero que la manda canta una canción que amansa el viento y hace subir \
             los peces a la superficie. Arnaldos le ruega que se la diga. «Yo no digo \
             esta canción / sino a quien conmigo va», responde el marinero.</p>\n\
             <p>Y ahí acaba la versión más conocida. No sabemos qué barco es, ni qué dice \
             la canción, ni si el conde embarca. Existen versiones más largas, \
             conservadas por los judíos sefardíes, que lo explican todo; y al explicarlo \
             pierden casi toda su fuerza.</p>\n\
             <p>Un romance es una tirada de versos de ocho sílabas con rima asonante en \
             los pares, mientras que los impares quedan sueltos. Nace de la voz: se \
             aprende de memoria, se recorta, se mezcla. Por eso empieza en mitad de la \
             acción y termina cuando ya no hace falta más.</p>",
        )
        .forum(
            "¿Sube el conde al barco?",
            "<p>Escribe en cinco líneas qué crees que pasa después y en qué palabra del \
             romance te apoyas. Luego responde a alguien que piense lo contrario.</p>",
        )
        .choice(
            "¿Qué versión prefieres?",
            "<p>Después de leer las dos versiones en clase, elige.</p>",
            [
                "La corta, porque deja el misterio",
                "La larga, porque cuenta una historia completa",
                "Ninguna: prefiero inventar mi final",
            ],
        )
}

fn section_3() -> Section {
    Section::new("El soneto")
        .summary("<p>Catorce versos venidos de Italia: Garcilaso y Lope.</p>")
        .page(
            "Garcilaso: la rosa tiene prisa",
            "<p>Garcilaso de la Vega murió en 1536, con unos treinta y cinco años, y dejó \
             una obra que cabe en un bolsillo. Su soneto XXIII comienza: «En tanto que de \
             rosa y azucena / se muestra la color en vuestro gesto». Durante ocho versos \
             describe un rostro joven: color, mirada, cabello que el viento «mueve, \
             esparce y desordena». Después, de golpe, un mandato: «coged de vuestra \
             alegre primavera / el dulce fruto, antes que el tiempo airado / cubra de \
             nieve la hermosa cumbre».</p>\n\
             <p>El tema es antiguo; los romanos lo llamaban <em>carpe diem</em>. Lo nuevo \
             es la arquitectura. Dos cuartetos con la misma rima (ABBA ABBA) preparan; \
             dos tercetos (aquí CDE DCE) resuelven. Entre unos y otros hay una bisagra. \
             Cuando leas un soneto, busca siempre esa puerta: un «pero», un «mas», un \
             imperativo, una pregunta.</p>\n\
             <p>Fíjate además en el orden de las palabras. «Tiempo airado» no es \
             cualquier tiempo: está enfadado, tiene prisa. Y la nieve no es nieve.</p>",
        )
        .page(
            "Lope enseña a hacer un soneto haciéndolo",
            "<p>«Un soneto me manda hacer Violante, / que en mi vida me he visto en tanto \
             aprieto; / catorce versos dicen que es soneto: / burla burlando van los tres \
             delante.» Lope de Vega incluyó este juego en su comedia <em>La niña de \
             plata</em>. El poema no habla de amor ni de muerte: habla de sí mismo y va \
             contando los versos que lleva.</p>\n\
             <p>Bajo la broma hay una lección completa. El primer cuarteto termina y ya \
             hemos aprendido la rima; en los versos noveno y décimo el poeta entra en el \
             primer terceto y celebra haberlo hecho «con pie derecho»; en el último dice: \
             «contad si son catorce, y está hecho».</p>\n\
             <p>Un texto que habla de su propia construcción se llama metapoético. Cuatro \
             siglos después encontramos el mismo recurso en películas donde un actor mira \
             a la cámara. Lope no pretendía ser profundo. Pretendía que el público de un \
             corral de comedias se riera y, de paso, demostrar quién mandaba.</p>",
        )
        .assignment(
            "Comentario de un soneto",
            "<p>Elige un soneto de Garcilaso, Lope, Quevedo o sor Juana Inés de la Cruz. \
             Escribe entre 300 y 400 palabras: di en una frase de qué trata, localiza la \
             bisagra, explica dos recursos y lo que consiguen en ese lugar, y termina con \
             una frase que no hubieras podido escribir antes de leerlo. Cada afirmación \
             necesita una cita del poema.</p>",
        )
}

fn section_4() -> Section {
    Section::new("Palabra desnuda")
        .summary("<p>Rosalía de Castro, Bécquer y Machado.</p>")
        .page(
            "Decir mucho con poco",
            "<p>Gustavo Adolfo Bécquer publicó poco y murió en 1870 sin ver sus \
             <em>Rimas</em> en un libro. Sus amigos las editaron un año después. «¿Qué es \
             poesía?, dices mientras clavas / en mi pupila tu pupila azul. / ¿Qué es \
             poesía? ¿Y tú me lo preguntas? / Poesía... eres tú.» Cuatro versos, ninguna \
             palabra rara. Frente al gran gesto romántico, Bécquer baja la voz.</p>\n\
             <p>Por los mismos años, Rosalía de Castro escribía en gallego y en \
             castellano sobre la emigración, la soledad y las campanas de su tierra, con \
             ritmos que nadie había usado antes.</p>\n\
             <p>Antonio Machado recogió esa herencia. «Caminante, son tus huellas / el \
             camino y nada más; / caminante, no hay camino, / se hace camino al andar.» \
             La idea es filosófica, pero las palabras son las de un campesino: huella, \
             camino, senda, mar. Prueba a sustituir una sola por un sinónimo culto. El \
             poema se rompe, y así se ve de qué estaba hecho.</p>",
        )
        .quiz(
            Quiz::new("¿Quién habla?")
                .intro("<p>Relaciona sin mirar las páginas anteriores.</p>")
                .question(
                    Question::matching("Une cada verso con su autor.")
                        .pair("Caminante, no hay camino", "Antonio Machado")
                        .pair("En tanto que de rosa y azucena", "Garcilaso de la Vega")
                        .pair("Un soneto me manda hacer Violante", "Lope de Vega")
                        .pair("Poesía... eres tú", "Gustavo Adolfo Bécquer")
                        .feedback("Cada uno tiene su tono: sentencia, música, juego, confidencia."),
                )
                .question(
                    Question::truth("En un romance riman los versos pares.", true)
                        .feedback("Los impares quedan sueltos y la rima es asonante."),
                )
                .question(
                    Question::choice("¿Qué forma tienen los catorce versos de un soneto clásico?")
                        .right("Dos cuartetos y dos tercetos")
                        .wrong("Tres cuartetos y un pareado")
                        .wrong("Siete pareados")
                        .feedback("La otra forma, tres cuartetos y un pareado, es la de Shakespeare."),
                ),
        )
        .url(
            "Biblioteca para seguir leyendo",
            "https://www.cervantesvirtual.com",
            "<p>La Biblioteca Virtual Miguel de Cervantes ofrece ediciones completas y, \
             en muchos casos, grabaciones.</p>",
        )
        .assignment(
            "Taller: un romance de hoy",
            "<p>Escribe un romance de 16 a 24 versos sobre una noticia de tu barrio. Ocho \
             sílabas, asonancia en los pares, un comienzo sin presentaciones y un final \
             que calle algo. Adjunta una grabación con tu voz.</p>",
        )
}
