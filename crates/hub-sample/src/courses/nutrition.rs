//! Nutrition for adults, in Spanish.

use crate::course::{Activity, Attached, Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("SAL-NUTRI", "Comer bien sin miedo: nutrición para la vida diaria", "es")
        .summary(
            "<p>Qué hay en los alimentos, cuánto necesita el cuerpo y cómo leer una \
             etiqueta sin lupa ni pánico. El curso explica hidratos de carbono, grasas, \
             proteínas, fibra y sal con cálculos sencillos, desmonta seis mitos \
             frecuentes y enseña a planificar una semana de comidas económicas. No \
             sustituye el consejo médico ni propone dietas de adelgazamiento.</p>",
        )
        .subject("field1069901")
        .audience(Audience::Students)
        .level(Level::Tertiary)
        .licence(Licence::CcBy4)
        .tags(["nutrición", "salud", "alimentos", "etiquetas", "cocina"])
        .creator("Dra. Pilar Etxeberria")
        .contributors("Nayeli Ortega Ruiz, Tomás Quispe Mamani")
        .notes(
            "<p>Pido a quien use el curso que no pese a nadie en clase ni comente \
             cuerpos. Las cantidades son orientativas para personas adultas sanas; \
             embarazo, enfermedad renal o diabetes requieren atención individual.</p>",
        )
        .outcome("Calcula la energía de un alimento a partir de sus nutrientes")
        .outcome("Interpreta una etiqueta y compara dos productos por 100 gramos")
        .outcome("Planifica un menú semanal variado con un presupuesto dado")
        .colours(0x3f_7d_20, 0xf4_a2_59)
        .section(Section::new("").summary(
            "<p>Aquí no hay alimentos prohibidos ni milagrosos. Hay números, costumbres y \
             una olla. Guarda los envases de un día normal: los necesitarás en la segunda \
             unidad.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Energía y nutrientes")
        .summary("<p>De qué están hechos los alimentos y para qué sirven.</p>")
        .page(
            "Tres fuentes de energía",
            "<p>La energía de los alimentos procede de tres nutrientes. Un gramo de \
             hidratos de carbono aporta unas 4 kilocalorías, un gramo de proteína también \
             4, un gramo de grasa 9. El alcohol, que no es un nutriente necesario, aporta \
             7. La fibra da unas 2, porque solo la aprovechan las bacterias del \
             intestino.</p>\n\
             <p>Los <strong>hidratos de carbono</strong> son el combustible más rápido: \
             almidón del pan, el arroz o la papa, azúcares de la fruta y la leche. Las \
             <strong>grasas</strong> almacenan energía, forman las membranas de cada \
             célula y transportan las vitaminas A, D, E y K. Las \
             <strong>proteínas</strong> construyen y reparan: músculos, enzimas, \
             anticuerpos. Una persona adulta sana necesita alrededor de 0,8 gramos de \
             proteína por kilo de peso y día; la mayoría los supera sin pensarlo.</p>\n\
             <p>Ninguno es malo. Lo que cuenta es la calidad y la proporción a lo largo \
             de la semana, no en un solo plato.</p>",
        )
        .quiz(
            Quiz::new("Cuentas de cocina")
                .intro("<p>Ten a mano una calculadora.</p>")
                .question(
                    Question::number(
                        "Un yogur tiene 5 g de hidratos, 4 g de proteína y 3 g de grasa. ¿Cuántas \
                         kilocalorías aporta?",
                        63.0,
                        0.0,
                    )
                    .feedback("5·4 + 4·4 + 3·9 = 20 + 16 + 27."),
                )
                .question(
                    Question::number(
                        "¿Cuántos gramos de proteína al día se recomiendan, a 0,8 g por kilo, a una \
                         persona de 70 kg?",
                        56.0,
                        0.0,
                    )
                    .feedback("70 · 0,8."),
                )
                .question(
                    Question::choice("¿Qué nutriente aporta más energía por gramo?")
                        .right("La grasa")
                        .wrong("La proteína")
                        .wrong("El almidón")
                        .wrong("La fibra")
                        .feedback("Unas 9 kilocalorías, más del doble que los demás."),
                )
                .question(
                    Question::truth("Las vitaminas A, D, E y K se disuelven en grasa.", true).feedback(
                        "Por eso una ensalada de zanahoria se aprovecha mejor con un poco de aceite.",
                    ),
                ),
        )
        .page(
            "Vitaminas, minerales y fibra: poco peso, mucho trabajo",
            "<p>El cuerpo necesita algunas sustancias en cantidades diminutas. La \
             vitamina C ayuda a formar colágeno y a absorber el hierro de las legumbres; \
             por eso un chorro de limón sobre las lentejas es buena bioquímica. La \
             vitamina D se produce en la piel con el sol y en muchos países falta en \
             invierno. La B12 solo está de forma fiable en alimentos de origen animal o \
             enriquecidos: quien come vegano debe tomar un suplemento.</p>\n\
             <p>El calcio no está solo en la leche: también en sardinas con espina, \
             almendras, tortillas de maíz nixtamalizado y verduras como la col rizada. El \
             yodo llega con el pescado o con la sal yodada.</p>\n\
             <p>La fibra merece párrafo aparte. Alimenta a las bacterias del intestino, \
             suaviza la subida del azúcar en sangre y ayuda a ir al baño. Se aconsejan \
             unos 25 a 30 gramos diarios y casi nadie los alcanza. Legumbres, cereales \
             integrales, frutos secos y fruta entera, no en zumo, son el camino.</p>",
        )
}

fn section_2() -> Section {
    Section::new("La etiqueta")
        .summary("<p>Leer lo pequeño y desconfiar de lo grande.</p>")
        .page(
            "Cómo se lee un envase",
            "<p>La cara delantera del envase la escribe el departamento de publicidad; la \
             trasera, la ley. Empieza por la lista de ingredientes: van ordenados de \
             mayor a menor peso. Si el azúcar aparece en segundo lugar, ya sabes \
             bastante. Recuerda sus otros nombres: jarabe de glucosa, dextrosa, \
             maltodextrina, concentrado de zumo, miel, panela.</p>\n\
             <p>Después ve a la tabla y compara siempre la columna «por 100 g», no la \
             ración, que el fabricante elige. Para la sal, más de 1,25 gramos por 100 \
             gramos es mucho y menos de 0,3 es poco. Para los azúcares, más de 22,5 es \
             mucho y menos de 5 es poco. Si la tabla indica sodio, multiplica por 2,5 \
             para obtener la sal.</p>\n\
             <p>«Sin azúcares añadidos» no significa sin azúcar. «Light» indica al menos \
             un 30 por ciento menos de algo, a menudo de algo que había en exceso. \
             «Natural» no significa casi nada.</p>",
        )
        .glossary(
            "Vocabulario de supermercado",
            "<p>Expresiones reguladas y expresiones de adorno.</p>",
            [
                (
                    "Integral",
                    "Elaborado con el grano entero; conviene comprobar el porcentaje en la lista \
                     de ingredientes.",
                ),
                (
                    "Consumo preferente",
                    "Después de esa fecha el producto puede perder calidad, pero suele seguir \
                     siendo seguro.",
                ),
                (
                    "Fecha de caducidad",
                    "Después de esa fecha no debe consumirse: carne picada, pescado fresco.",
                ),
                (
                    "Grasas saturadas",
                    "Predominan en mantequilla, embutidos, aceite de palma y de coco; conviene \
                     moderarlas.",
                ),
                (
                    "Ultraprocesado",
                    "Producto industrial formulado con ingredientes que no se usan en una cocina \
                     doméstica.",
                ),
            ],
        )
        .assignment(
            "Duelo de envases",
            "<p>Elige dos productos del mismo tipo (dos cereales, dos salsas de tomate, \
             dos panes). Haz una tabla con energía, azúcares, grasas saturadas, fibra, \
             sal y precio, todo por 100 gramos. Escribe tu recomendación en cinco líneas \
             para alguien concreto: un niño, tu abuela, una deportista.</p>",
        )
}

fn section_3() -> Section {
    Section::new("Mitos")
        .summary("<p>Seis creencias muy repetidas y lo que se sabe.</p>")
        .book(
            Book::new("Seis mitos sobre la mesa")
                .intro("<p>Lee el título, decide si es verdad y abre después el capítulo.</p>")
                .chapter(
                    "«El pan engorda»",
                    "<p>Engorda comer habitualmente más energía de la que se gasta, venga de \
                     donde venga. Un pan integral con legumbres no tiene culpa de nada. Lo que se \
                     le unta, a veces, sí.</p>",
                )
                .chapter(
                    "«La fruta por la noche fermenta»",
                    "<p>En el estómago hay un ácido que impide la fermentación. Una manzana a las \
                     diez de la noche aporta lo mismo que a las diez de la mañana.</p>",
                )
                .chapter(
                    "«Hay que beber dos litros de agua al día»",
                    "<p>Se necesitan entre dos y dos litros y medio de líquido en total, pero una \
                     buena parte viene en la comida. La sed es una guía excelente en adultos \
                     sanos; en personas mayores se debilita y conviene ofrecer agua.</p>",
                )
                .chapter(
                    "«El azúcar moreno es más sano»",
                    "<p>Contiene trazas de minerales sin importancia: para cubrir con él las \
                     necesidades de hierro habría que comer kilos. Es azúcar con color.</p>",
                )
                .chapter(
                    "«Las dietas détox limpian el cuerpo»",
                    "<p>De eso se encargan el hígado y los riñones, todos los días y gratis. \
                     Ningún zumo ha demostrado ayudarles.</p>",
                )
                .chapter(
                    "«Los huevos suben el colesterol»",
                    "<p>En la mayoría de las personas el colesterol de la dieta influye poco en \
                     el de la sangre; pesan más las grasas saturadas. Un huevo al día cabe en una \
                     alimentación sana.</p>",
                ),
        )
        .choice(
            "¿En cuál habías creído?",
            "<p>Nadie mira. Elige el mito que más te había convencido.</p>",
            [
                "El pan",
                "La fruta nocturna",
                "Los dos litros de agua",
                "El azúcar moreno",
                "El détox",
                "Los huevos",
            ],
        )
        .forum(
            "Mitos de mi tierra",
            "<p>Cada país tiene los suyos: la sandía con vino, el mango con leche, el \
             aguacate y el coraje. Cuenta uno y busca juntos una fuente seria que lo \
             confirme o lo desmienta.</p>",
        )
}

fn section_4() -> Section {
    Section::new("El plato y la semana")
        .summary("<p>Planificar, comprar y cocinar con poco.</p>")
        .page(
            "El plato de los tres tercios... casi",
            "<p>Una regla visual sirve más que una balanza. Llena la mitad del plato con \
             verduras y fruta, una cuarta parte con cereales, de preferencia integrales, \
             o tubérculos, y la otra cuarta parte con legumbres, pescado, huevos, tofu o \
             carne. Añade aceite de oliva o de colza y agua para beber. Las legumbres, \
             tres veces por semana o más: cuestan poco, se guardan años y alimentan a \
             personas y a suelos.</p>\n\
             <p>La planificación empieza por lo que ya hay en casa. Mira la despensa, \
             escribe cinco cenas, repite ingredientes con otro disfraz: los garbanzos del \
             lunes son ensalada el martes y crema el jueves. Cocina doble y congela. \
             Compra la fruta de temporada, más barata y con más sabor.</p>\n\
             <p>Y siéntate a comer, si puedes, con alguien. Comer no es repostar. Las \
             costumbres que duran son las que también dan placer.</p>",
        )
        .activity(Activity::File {
            name: "Plantilla de menú semanal".to_owned(),
            intro: "<p>Rellena primero los huecos de las legumbres y las sobras.</p>".to_owned(),
            file: Attached::new(
                "menu-semanal.csv",
                "día;desayuno;comida;cena;qué sobra y dónde se usa\n\
                 lunes;;;;\n\
                 martes;;;;\n\
                 miércoles;;;;\n\
                 jueves;;;;\n\
                 viernes;;;;\n\
                 sábado;;;;\n\
                 domingo;;;;\n\
                 ",
            ),
        })
        .assignment(
            "Una semana para cuatro personas",
            "<p>Planifica siete comidas principales para cuatro personas con el \
             presupuesto que indique tu docente. Entrega el menú, la lista de la compra \
             con precios reales de tu barrio y un párrafo donde expliques cómo llegas a \
             los 25 gramos de fibra al menos en un día.</p>",
        )
        .url(
            "Recomendaciones de la OMS",
            "https://www.who.int/es/news-room/fact-sheets/detail/healthy-diet",
            "<p>Compara sus cifras de sal y azúcar con tu menú.</p>",
        )
}
