//! The water cycle, for primary school, in Spanish.

use crate::course::{Activity, Attached, Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("CN-AGUA", "El viaje de una gota: el ciclo del agua", "es")
        .summary(
            "<p>¿De dónde viene la lluvia y adónde va el agua del lavabo? Con \
             experimentos de cocina, un cuaderno del tiempo y el relato de una gota \
             viajera, niñas y niños de 9 a 12 años descubren la evaporación, las nubes, \
             los acuíferos y el recorrido del agua hasta su casa. Termina con una \
             investigación sobre el consumo de agua en la propia escuela.</p>",
        )
        .subject("field1010711")
        .audience(Audience::Students)
        .level(Level::Primary)
        .licence(Licence::CcBy3)
        .tags(["agua", "ciencias naturales", "clima", "ríos", "experimentos"])
        .creator("Rosa Elvira Cárdenas")
        .contributors("Ignacio Beltrán Luna")
        .notes(
            "<p>Los experimentos usan agua templada, nunca hirviendo. El terrario de la \
             sección 2 necesita una semana de observación: conviene empezarlo un lunes. \
             Las páginas están pensadas para leerse en grupo, párrafo a párrafo.</p>",
        )
        .outcome(
            "Explica con sus palabras evaporación, condensación, precipitación e \
             infiltración",
        )
        .outcome("Observa el tiempo durante dos semanas y representa los datos")
        .outcome("Propone una medida comprobable para ahorrar agua en su escuela")
        .colours(0x1b_6c_a8, 0x9b_d4_e4)
        .section(Section::new("").summary(
            "<p>¡Hola, exploradora! ¡Hola, explorador! Vas a seguir a una gota de agua \
             durante cuatro semanas. Necesitas un cuaderno, un frasco de vidrio con tapa \
             y ganas de mirar el cielo todos los días.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("El agua cambia de traje")
        .summary("<p>Hielo, líquido y vapor: la misma sustancia con tres aspectos.</p>")
        .page(
            "Lina, una gota del mar",
            "<p>Lina es una gota que vive en la superficie del mar, cerca de Veracruz. A \
             mediodía el sol aprieta, y las partículas de agua, que nunca están quietas, \
             se mueven cada vez más deprisa. De pronto Lina siente que se suelta: ya no \
             es líquida, es vapor, y sube sin que nadie pueda verla. Eso es la \
             <strong>evaporación</strong>. No hace falta que el agua hierva: un charco se \
             seca en la calle sin que nadie lo ponga al fuego.</p>\n\
             <p>El vapor de agua es invisible. El humo blanco que sale de la olla no es \
             vapor: son gotitas pequeñísimas que ya se han enfriado y vuelven a ser \
             líquidas. Mira con atención: justo encima del agua hay un hueco \
             transparente. Ahí sí está el vapor.</p>\n\
             <p>La sal no puede subir con Lina. Se queda en el mar, y por eso la lluvia \
             es dulce aunque casi toda venga del océano.</p>",
        )
        .assignment(
            "Experimento: el charco que desaparece",
            "<p>Dibuja con tiza el borde de un charco, o vierte un vaso de agua sobre el \
             cemento y traza su contorno. Vuelve cada diez minutos y dibuja otra línea. \
             Haz lo mismo a la sombra. Entrega un dibujo con las líneas y las horas, y \
             contesta: ¿dónde se secó antes?, ¿qué tres cosas ayudan a que el agua se \
             evapore?</p>",
        )
        .quiz(
            Quiz::new("¿Sólido, líquido o gas?")
                .intro("<p>Lee despacio. Puedes repetirlo.</p>")
                .question(
                    Question::truth("El agua solo se evapora cuando hierve.", false)
                        .feedback("Un charco o la ropa tendida se secan sin hervir."),
                )
                .question(
                    Question::choice("¿Qué es la nubecita blanca que sale de una olla?")
                        .right("Gotitas de agua muy pequeñas")
                        .wrong("Vapor de agua")
                        .wrong("Humo")
                        .wrong("Aire caliente")
                        .feedback("El vapor no se ve; lo que vemos ya se ha condensado."),
                )
                .question(
                    Question::choice("¿Por qué la lluvia no es salada?")
                        .right("Porque la sal se queda en el mar cuando el agua se evapora")
                        .wrong("Porque las nubes la filtran")
                        .wrong("Porque llueve solo sobre la tierra")
                        .feedback("Solo sube el agua."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("Nubes y lluvia")
        .summary("<p>Cómo nace una nube y por qué se cae.</p>")
        .page(
            "Una nube en un frasco",
            "<p>Lina sube y sube. Arriba hace más frío: por cada kilómetro, la \
             temperatura baja unos seis grados. Las partículas de vapor se juntan sobre \
             granitos de polvo o de sal y forman gotas tan pequeñas que en un centímetro \
             caben unas quinientas puestas en fila. Este cambio de gas a líquido se llama \
             <strong>condensación</strong>. Una nube es eso: miles de millones de gotitas \
             flotando.</p>\n\
             <p>Tú también puedes hacer una. Pon un dedo de agua templada en un frasco, \
             pide a una persona adulta que encienda un fósforo, lo apague y deje caer un \
             poco de humo dentro, y tapa el frasco con una bolsa de hielo. En un minuto \
             aparece la niebla. El humo hace de polvo: sin él, las gotitas no saben dónde \
             agarrarse.</p>\n\
             <p>Cuando las gotas chocan y crecen, pesan demasiado para flotar y caen: \
             lluvia, nieve o granizo. Eso es la <strong>precipitación</strong>.</p>",
        )
        .book(
            Book::new("Cuaderno de nubes")
                .intro("<p>Tres nubes que reconocerás desde el patio.</p>")
                .chapter(
                    "Cúmulo",
                    "<p>Blanca, con bordes de coliflor y la base plana. Cuando hay pocas, suele \
                     hacer buen tiempo. Si crece como una torre, puede traer tormenta por la \
                     tarde.</p>",
                )
                .chapter(
                    "Estrato",
                    "<p>Una manta gris que tapa todo el cielo. Puede dar llovizna. Cuando toca el \
                     suelo la llamamos niebla.</p>",
                )
                .chapter(
                    "Cirro",
                    "<p>Hilos blancos muy altos, como plumas. Están hechos de cristales de hielo \
                     y a veces anuncian que el tiempo cambiará al día siguiente o al otro.</p>",
                ),
        )
        .activity(Activity::File {
            name: "Cuaderno del tiempo".to_owned(),
            intro: "<p>Anota durante dos semanas, siempre a la misma hora.</p>".to_owned(),
            file: Attached::new(
                "cuaderno-del-tiempo.csv",
                "día,hora,temperatura (°C),nubes (ninguna/pocas/muchas),tipo de nube,lluvia \
                 (mm)\n\
                 1,,,,,\n\
                 2,,,,,\n\
                 3,,,,,\n\
                 4,,,,,\n\
                 5,,,,,\n\
                 ",
            ),
        })
        .choice(
            "¿Qué tiempo hará mañana?",
            "<p>Mira el cielo ahora mismo y arriesga un pronóstico. Mañana comprobamos \
             quién acertó.</p>",
            ["Sol todo el día", "Nubes sin lluvia", "Lluvia", "Tormenta"],
        )
}

fn section_3() -> Section {
    Section::new("El agua en la tierra")
        .summary("<p>Ríos, glaciares y el agua que no se ve.</p>")
        .page(
            "Por encima y por debajo",
            "<p>Lina cae sobre la montaña. Tiene tres caminos. Puede correr ladera abajo \
             hasta el arroyo: es la <strong>escorrentía</strong>. Puede ser bebida por la \
             raíz de un pino, subir por el tronco y salir al aire por las hojas: es la \
             <strong>transpiración</strong>. O puede meterse entre los granos del suelo: \
             es la <strong>infiltración</strong>.</p>\n\
             <p>Si se infiltra, baja hasta encontrar una roca que no la deja pasar. \
             Encima de esa roca el agua llena todos los huecos, como en una esponja. Se \
             llama acuífero, y guarda mucha más agua dulce líquida que todos los ríos y \
             lagos juntos. En algunos lugares el agua de un acuífero es tan antigua que \
             cayó cuando aún vivían mamuts.</p>\n\
             <p>De toda el agua del planeta, unas 97 partes de cada 100 son saladas. De \
             las 3 que quedan, 2 están heladas. Solo una parte de cada 100, y casi toda \
             bajo tierra, es dulce y líquida.</p>",
        )
        .glossary(
            "Palabras de agua",
            "<p>Cópialas en tu cuaderno con un dibujo.</p>",
            [
                ("Acuífero", "Capa de tierra o roca con huecos llenos de agua."),
                ("Escorrentía", "Agua que corre por la superficie del suelo hacia ríos y mares."),
                ("Manantial", "Lugar donde el agua subterránea sale sola a la superficie."),
                ("Cuenca", "Todo el terreno cuya lluvia termina en el mismo río."),
                ("Transpiración", "Salida de vapor de agua por las hojas de las plantas."),
            ],
        )
        .quiz(
            Quiz::new("Los caminos de Lina")
                .intro("<p>Une lo que va junto y calcula.</p>")
                .question(
                    Question::matching("Relaciona cada nombre con lo que pasa.")
                        .pair("Evaporación", "el agua líquida se hace gas")
                        .pair("Condensación", "el vapor se hace gotas")
                        .pair("Precipitación", "el agua cae de las nubes")
                        .pair("Infiltración", "el agua entra en el suelo")
                        .feedback("Con estas cuatro palabras puedes contar todo el viaje."),
                )
                .question(
                    Question::number(
                        "De cada 100 litros de agua del planeta, ¿cuántos son aproximadamente \
                         salados?",
                        97.0,
                        1.0,
                    )
                    .feedback("Casi toda el agua está en los océanos."),
                )
                .question(
                    Question::truth(
                        "Una cuenca es todo el terreno cuya lluvia va a parar al mismo río.",
                        true,
                    )
                    .feedback("Tú vives en una: averigua cuál."),
                ),
        )
}

fn section_4() -> Section {
    Section::new("El agua y nosotros")
        .summary("<p>Del grifo al río, y cómo cuidarla.</p>")
        .page(
            "Un rodeo por tu casa",
            "<p>Antes de llegar al grifo, el agua pasa por una planta potabilizadora. \
             Allí se dejan caer al fondo los trozos grandes, se añaden sustancias que \
             juntan la suciedad en copos, se filtra con arena y se mata a los microbios, \
             casi siempre con un poco de cloro. Luego viaja por tuberías hasta un \
             depósito en alto, que empuja el agua con su propio peso.</p>\n\
             <p>Lo que se va por el desagüe no desaparece. En una planta depuradora se \
             separan sólidos y grasas, y millones de bacterias buenas se comen lo que \
             está disuelto. Después el agua vuelve al río. Por eso hay cosas que nunca \
             deben ir al inodoro: toallitas, aceite, medicinas, pintura. Las bacterias no \
             pueden con ellas.</p>\n\
             <p>Una ducha de cinco minutos gasta unos 50 litros; un grifo que gotea, más \
             de 20 al día. El ciclo no fabrica agua nueva: la que bebes hoy ya estuvo en \
             una nube, en un glaciar y quizá en la barriga de un dinosaurio.</p>",
        )
        .forum(
            "Detectives del goteo",
            "<p>Cuenta una fuga o un derroche que hayas visto y qué se podría hacer. Si \
             ya se arregló, cuéntanos cómo lo conseguiste.</p>",
        )
        .assignment(
            "Proyecto: el agua de nuestra escuela",
            "<p>En grupos de cuatro, midan cuánta agua gasta una actividad de la escuela: \
             lavarse las manos, regar, limpiar. Usen una cubeta con marcas y un reloj. \
             Presenten un cartel con el dato, una gráfica, una idea para gastar menos y \
             la manera de comprobar dentro de un mes si funcionó.</p>",
        )
}
