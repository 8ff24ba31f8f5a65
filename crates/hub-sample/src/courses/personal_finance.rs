//! Personal finance for young adults, in Spanish.

use crate::course::{Activity, Attached, Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("FIN-PERS", "Tu dinero, tus cuentas: finanzas personales desde cero", "es")
        .summary(
            "<p>Primer sueldo, primer alquiler, primera tarjeta: cómo hacer un \
             presupuesto que sobreviva al día quince, crear un fondo de emergencia, \
             entender lo que cuesta un crédito y reconocer una estafa. Con hojas de \
             cálculo, ejemplos en moneda imaginaria para que valgan en cualquier país y \
             sin venderte ningún producto.</p>",
        )
        .subject("field1081101")
        .audience(Audience::Students)
        .level(Level::Association)
        .licence(Licence::CcBySa3)
        .tags(["finanzas", "presupuesto", "ahorro", "crédito", "interés compuesto"])
        .creator("Ignacio Beltrán Luna")
        .contributors("Marisol Paredes Vega")
        .notes(
            "<p>Las cifras usan la «moneda» como unidad ficticia. Sustitúyelas por \
             precios locales: el efecto en el grupo es mucho mayor. No aceptamos \
             patrocinio de bancos y pedimos que las versiones derivadas tampoco lo \
             hagan.</p>",
        )
        .outcome("Elabora un presupuesto mensual y lo corrige con datos reales")
        .outcome("Calcula intereses simples y compuestos con una hoja de cálculo")
        .outcome("Compara dos créditos por su coste total y detecta señales de fraude")
        .colours(0x0b_39_54, 0xc8_a9_51)
        .section(Section::new("").summary(
            "<p>Hablar de dinero da pudor. Aquí trabajaremos con números inventados, y \
             los tuyos se quedan en tu cuaderno. Dedica media hora, tres veces por \
             semana, durante un mes.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("¿Adónde se va?")
        .summary("<p>Mirar antes de juzgar: registrar y clasificar.</p>")
        .page(
            "Treinta días con una libreta",
            "<p>Casi todo el mundo sabe lo que gana. Casi nadie sabe lo que gasta. \
             Durante treinta días apunta cada gasto el mismo día, con tres datos: fecha, \
             cantidad y para qué. No cambies nada todavía; una báscula que miente no \
             sirve.</p>\n\
             <p>Al final del mes agrupa. <strong>Gastos fijos</strong>: alquiler, \
             transporte, suscripciones; llegan aunque no hagas nada. <strong>Gastos \
             variables necesarios</strong>: comida, luz, medicinas; existen siempre, pero \
             su tamaño depende de ti. <strong>Gastos de elección</strong>: salir, ropa, \
             regalos. Y una cuarta columna que casi todos olvidan: los <strong>gastos que \
             no son de este mes</strong>, como el seguro anual, el material escolar o la \
             reparación del celular. Divídelos entre doce y verás cuánto cuestan cada mes \
             de verdad.</p>\n\
             <p>La sorpresa suele estar en lo pequeño y repetido. Una bebida de 3 monedas \
             en cada jornada de trabajo, 22 días al mes, son 792 monedas al año. No es un \
             reproche. Es información.</p>",
        )
        .activity(Activity::File {
            name: "Registro de gastos".to_owned(),
            intro: "<p>Ábrelo con cualquier hoja de cálculo. La columna tipo usa F, V, E o A: \
                 fijo, variable, elección, anual.</p>"
                .to_owned(),
            file: Attached::new(
                "registro.csv",
                "fecha,concepto,tipo,cantidad\n\
                 2,Alquiler,F,600\n\
                 3,Mercado,V,38\n\
                 3,Autobús (abono),F,45\n\
                 5,Cine con amigos,E,12\n\
                 9,Mercado,V,41\n\
                 14,Seguro de la moto (anual 240),A,20\n\
                 16,Zapatos,E,55\n\
                 ",
            ),
        })
        .quiz(
            Quiz::new("¿Fijo, variable o anual?")
                .intro("<p>Para entrar en calor.</p>")
                .question(
                    Question::choice(
                        "Pagas 180 monedas al año por un seguro. ¿Cuánto debes apartar cada mes?",
                    )
                    .right("15")
                    .wrong("180")
                    .wrong("12")
                    .wrong("18")
                    .feedback("180 entre 12."),
                )
                .question(
                    Question::choice("¿Qué gasto es fijo?")
                        .right("El alquiler")
                        .wrong("La compra de comida")
                        .wrong("Un concierto")
                        .feedback("Llega cada mes con la misma cantidad."),
                )
                .question(
                    Question::number(
                        "Gastas 2,50 monedas en el autobús dos veces al día, 20 días. ¿Cuánto gastas \
                         al mes?",
                        100.0,
                        0.0,
                    )
                    .feedback("2,50 · 2 · 20. ¿Existe un abono más barato?"),
                ),
        )
}

fn section_2() -> Section {
    Section::new("El plan")
        .summary("<p>Presupuesto y fondo de emergencia.</p>")
        .page(
            "Un presupuesto que aguanta",
            "<p>Un presupuesto no es un castigo, es una decisión tomada con calma para \
             cuando no haya calma. Una regla sencilla reparte los ingresos en tres: \
             alrededor del 50 por ciento para lo necesario, 30 para lo que eliges y 20 \
             para el futuro. Si vives en una ciudad cara, lo necesario puede llegar al \
             70. La regla es un punto de partida, no una ley.</p>\n\
             <p>El truco que mejor funciona es el orden. Quien ahorra lo que sobra no \
             ahorra, porque nunca sobra. Programa una transferencia automática para el \
             día después de cobrar, aunque sea pequeña. Lo que no se ve no se gasta.</p>\n\
             <p>Revisa el plan una vez al mes, veinte minutos, con un café. Si una \
             categoría falla tres meses seguidos, la equivocada no eres tú: es la cifra. \
             Corrígela y quítala de otra parte.</p>",
        )
        .page(
            "El colchón",
            "<p>La lavadora se rompe, el trabajo se acaba, una muela duele. Lo único \
             imprevisible de un imprevisto es la fecha. Un fondo de emergencia evita que \
             un problema pequeño se convierta en una deuda grande.</p>\n\
             <p>¿Cuánto? Primera meta: un mes de gastos necesarios. Meta adulta: de tres \
             a seis meses, más si tus ingresos son irregulares. ¿Dónde? En un lugar \
             seguro, separado de la cuenta diaria y disponible en pocos días. No en \
             acciones, que pueden valer la mitad justo cuando necesitas vender; no debajo \
             del colchón, donde la inflación se lo come.</p>\n\
             <p>Ejemplo: Daniela necesita 800 monedas al mes para lo básico. Aparta 100 \
             cada mes. En ocho meses tiene el primer colchón; en dos años, el de tres \
             meses. Parece lento. También parecía lento aprender a leer.</p>",
        )
        .choice(
            "Si mañana perdieras tus ingresos",
            "<p>¿Cuánto tiempo podrías pagar lo necesario sin pedir prestado? (La \
             encuesta es anónima.)</p>",
            ["Menos de una semana", "Menos de un mes", "De uno a tres meses", "Más de tres meses"],
        )
}

fn section_3() -> Section {
    Section::new("El tiempo y los intereses")
        .summary("<p>La misma fórmula te hace rico o te arruina.</p>")
        .page(
            "Intereses sobre intereses",
            "<p>Prestas 1000 monedas al 5 por ciento anual. Con interés simple cobras 50 \
             cada año: en veinte años, 1000 monedas de intereses. Con interés compuesto, \
             los intereses se quedan y también producen: la fórmula es C · (1 + \
             i)<sup>n</sup>. En veinte años, 1000 · 1,05<sup>20</sup> ≈ 2653. La \
             diferencia, 653 monedas, no la trabajó nadie: la trabajó el tiempo.</p>\n\
             <p>Una regla mental: divide 72 entre el porcentaje y sabrás en cuántos años \
             se duplica el capital. Al 6 por ciento, unos doce años.</p>\n\
             <p>Ahora dale la vuelta. Una tarjeta que cobra 3 por ciento <em>al mes</em> \
             no cobra 36 por ciento al año, sino 1,03<sup>12</sup> − 1, casi 42,6 por \
             ciento. La deuda se duplica en unos dos años. Y la inflación funciona igual: \
             con precios que suben 4 por ciento al año, en dieciocho años tu billete \
             compra la mitad.</p>",
        )
        .quiz(
            Quiz::new("Calcula con potencias")
                .intro(
                    "<p>Usa una calculadora o una hoja de cálculo y redondea a monedas \
                     enteras.</p>",
                )
                .question(
                    Question::number(
                        "¿En cuánto se convierten 1000 monedas al 10 % anual compuesto en 2 años?",
                        1210.0,
                        0.0,
                    )
                    .feedback("1000 · 1,1 · 1,1."),
                )
                .question(
                    Question::number(
                        "Según la regla del 72, ¿en cuántos años se duplica un capital al 8 %?",
                        9.0,
                        0.0,
                    )
                    .feedback("72 entre 8."),
                )
                .question(
                    Question::truth("Una tarjeta con el 2 % mensual cobra exactamente el 24 % anual.", false)
                        .feedback(
                            "Con interés compuesto es 1,02 elevado a 12, menos 1: alrededor del 26,8 %.",
                        ),
                )
                .question(
                    Question::choice(
                        "La inflación es del 5 % y tu cuenta da el 2 %. ¿Qué ocurre con lo que puedes \
                         comprar?",
                    )
                    .right("Disminuye cerca de un 3 % al año")
                    .wrong("Aumenta un 2 % al año")
                    .wrong("Queda igual")
                    .feedback(
                        "Cuenta el interés real: lo que crece tu dinero menos lo que crecen los \
                         precios.",
                    ),
                ),
        )
        .assignment(
            "Dos créditos, un refrigerador",
            "<p>Un refrigerador cuesta 600 monedas. Oferta A: 12 cuotas de 57. Oferta B: \
             entrada de 100 y 24 cuotas de 26. Calcula el coste total de cada una y los \
             intereses pagados. Explica a una persona con prisa cuál conviene, qué pasa \
             si deja de pagar dos cuotas y cuántos meses tardaría en comprarlo ahorrando \
             60 al mes.</p>",
        )
}

fn section_4() -> Section {
    Section::new("Protegerse")
        .summary("<p>Derechos, contratos y estafas.</p>")
        .book(
            Book::new("Señales de alarma")
                .intro("<p>Cuatro estafas corrientes. Cambian los nombres; la estructura, no.</p>")
                .chapter(
                    "La inversión garantizada",
                    "<p>Prometen un 10 por ciento mensual «sin riesgo». Nadie puede garantizarlo. \
                     Suelen pagar a los primeros con el dinero de los últimos, hasta que un día \
                     la página deja de abrirse. Comprueba siempre si la empresa figura en el \
                     registro del supervisor financiero de tu país.</p>",
                )
                .chapter(
                    "El familiar en apuros",
                    "<p>Llega un mensaje de un número nuevo: «Mamá, perdí el celular, necesito \
                     dinero hoy». Llama al número antiguo. Acuerda con tu familia una palabra \
                     clave que nadie más conozca.</p>",
                )
                .chapter(
                    "El banco que te pide la clave",
                    "<p>Ningún banco pide contraseñas ni códigos por teléfono, correo o mensaje. \
                     Cuelga, busca tú el número oficial y llama.</p>",
                )
                .chapter(
                    "El préstamo con pago adelantado",
                    "<p>Te conceden un crédito sin preguntar nada y piden primero una «tasa de \
                     gestión». Pagas, y desaparecen. Quien presta de verdad descuenta sus gastos \
                     del préstamo.</p>",
                ),
        )
        .glossary(
            "Letra pequeña, en claro",
            "<p>Lo que conviene entender antes de firmar.</p>",
            [
                (
                    "TAE o CAT",
                    "Coste anual total de un crédito, con intereses y comisiones; sirve para \
                     comparar ofertas.",
                ),
                (
                    "Comisión de apertura",
                    "Cantidad que se paga por conceder el crédito, normalmente un porcentaje.",
                ),
                ("Aval", "Promesa de otra persona de pagar si el deudor no lo hace."),
                ("Amortizar", "Devolver capital; con pagos anticipados se reducen los intereses futuros."),
                ("Liquidez", "Facilidad con que un bien se convierte en dinero sin perder valor."),
            ],
        )
        .forum(
            "Me pasó a mí",
            "<p>Cuenta, sin datos personales, un intento de engaño o un contrato que no \
             entendiste. ¿Qué señal viste o no viste? Las historias de otros son la \
             vacuna más barata.</p>",
        )
        .url(
            "Portal de educación financiera",
            "https://www.finanzasparatodos.es",
            "<p>Sitio público, sin publicidad. La sección de simuladores permite \
             comprobar tus cálculos.</p>",
        )
}
