//! The geography of rivers, for lower secondary school, in Portuguese.

use crate::course::{Activity, Attached, Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("GEO-RIOS", "Rios: da nascente à foz", "pt")
        .summary(
            "<p>Porque é que os rios fazem curvas, como se desenha uma bacia hidrográfica \
             e o que distingue um delta de um estuário? Do Douro ao Amazonas, o curso \
             segue a água e os sedimentos, ensina a medir um caudal com uma laranja e um \
             cronómetro, e discute barragens, cheias e cidades que viraram costas à sua \
             margem.</p>",
        )
        .subject("field1090309")
        .audience(Audience::Students)
        .level(Level::Secondary)
        .licence(Licence::CcBySa4)
        .tags(["geografia", "rios", "bacia hidrográfica", "erosão", "cheias"])
        .creator("Teresa Valadares")
        .contributors("Joaquim Semedo, Iara Monteiro")
        .notes(
            "<p>A saída de campo da terceira secção precisa de um ribeiro com menos de 40 \
             centímetros de profundidade, de colete refletor e de um segundo adulto. \
             Nunca depois de chuva forte. Para quem não puder sair, os dados do ficheiro \
             permitem fazer os mesmos cálculos.</p>",
        )
        .outcome("Delimita uma bacia hidrográfica num mapa com curvas de nível")
        .outcome("Explica a formação de meandros, deltas e estuários")
        .outcome("Estima o caudal de um ribeiro com material simples")
        .colours(0x00_6d_77, 0xe2_95_78)
        .section(Section::new("").summary(
            "<p>Escolhe um rio: o da tua terra, o da tua avó ou um que nunca viste. Vai \
             acompanhar-te em todas as lições. Se não souberes o nome, pergunta a quem \
             vive na margem.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Uma rede de água")
        .summary("<p>Nascente, afluentes, divisória e foz.</p>")
        .page(
            "Onde vives, hidrograficamente?",
            "<p>Toda a gente vive numa bacia hidrográfica, mesmo quem não vê um rio da \
             janela. A bacia é o território cuja chuva acaba por sair pela mesma foz. Os \
             seus limites, as linhas de cumeada, são fronteiras que nenhum tratado \
             traçou: uma gota que cai um metro para cá vai para o Atlântico por um rio, \
             um metro para lá por outro.</p>\n\
             <p>O Douro nasce em Espanha, na serra de Urbión, e chega ao Porto depois de \
             quase novecentos quilómetros. A sua bacia, partilhada pelos dois países, tem \
             cerca de 98 mil quilómetros quadrados, mais do que a área de Portugal. O que \
             uma cidade espanhola despeja ou retém, uma vinha portuguesa sente.</p>\n\
             <p>No outro extremo está o Amazonas. Drena perto de sete milhões de \
             quilómetros quadrados e leva ao mar, em média, mais de duzentos mil metros \
             cúbicos de água por segundo: cerca de um quinto de toda a água doce que os \
             rios do mundo entregam aos oceanos.</p>",
        )
        .assignment(
            "Desenha a tua bacia",
            "<p>Num mapa topográfico da tua região, em papel ou em linha, marca a azul o \
             rio escolhido e todos os afluentes que encontrares. Depois une com uma linha \
             vermelha os pontos mais altos entre eles e os rios vizinhos, sem nunca \
             atravessar uma linha azul. Entrega o mapa e responde: em que concelho fica o \
             ponto mais alto da bacia e para onde vai a água da tua rua?</p>",
        )
        .glossary(
            "Palavras do rio",
            "<p>Consulta-as sempre que precisares.</p>",
            [
                ("Caudal", "Volume de água que passa numa secção do rio em cada segundo."),
                ("Afluente", "Curso de água que desagua noutro maior."),
                ("Leito de cheia", "Faixa de terreno que o rio ocupa quando transborda."),
                ("Montante e jusante", "Para o lado da nascente e para o lado da foz."),
                ("Estiagem", "Época do ano em que o caudal é mais baixo."),
                ("Assoreamento", "Acumulação de areias e lodos no fundo de um rio ou porto."),
            ],
        )
}

fn section_2() -> Section {
    Section::new("O rio trabalha")
        .summary("<p>Erosão, transporte, deposição e curvas.</p>")
        .page(
            "Porque é que os rios fazem curvas",
            "<p>Deita água devagar por uma tábua inclinada coberta de areia. Em poucos \
             minutos, um fio direito começa a serpentear. Basta um grão maior, uma raiz, \
             um desvio qualquer. A água que passa pelo lado de fora da curva anda mais \
             depressa e escava a margem; a do lado de dentro abranda e larga a areia que \
             trazia. A margem côncava recua, a convexa avança, e a curva exagera-se a si \
             própria.</p>\n\
             <p>Assim nascem os <strong>meandros</strong>, nome que vem de um rio da \
             Anatólia famoso na Antiguidade pelas suas voltas. Quando duas curvas quase \
             se tocam, uma cheia corta o pescoço de terra entre elas, e a volta \
             abandonada fica como lago em forma de ferradura.</p>\n\
             <p>Quem constrói na margem de fora, porque «tem melhor vista», devia \
             conhecer esta página. O rio não está a fugir do lugar: está a fazer o que \
             sempre fez.</p>",
        )
        .book(
            Book::new("Três idades, três paisagens")
                .intro("<p>Percorre um rio imaginário de alto a baixo.</p>")
                .chapter(
                    "Curso superior",
                    "<p>Vertentes inclinadas, vale em V, blocos angulosos. A água cai, bate e \
                     escava para baixo. Há rápidos e cascatas onde a rocha dura resiste mais do \
                     que a branda.</p>",
                )
                .chapter(
                    "Curso médio",
                    "<p>O declive diminui. O rio já não escava tanto para baixo, mas para os \
                     lados. Transporta seixos cada vez mais redondos e deposita praias de areia \
                     no lado de dentro das curvas.</p>",
                )
                .chapter(
                    "Curso inferior",
                    "<p>Planície larga, água lenta e turva de argila. Se o mar for calmo e os \
                     sedimentos abundantes, o rio constrói um delta, como o Nilo ou o Okavango, \
                     que termina num deserto em vez de num mar. Se as marés forem fortes, abre-se \
                     num estuário, como o Tejo.</p>",
                ),
        )
        .quiz(
            Quiz::new("Erosão ou deposição?")
                .intro("<p>Imagina-te dentro de um caiaque.</p>")
                .question(
                    Question::choice("Em que lado da curva a água é mais rápida?")
                        .right("No lado de fora")
                        .wrong("No lado de dentro")
                        .wrong("É igual dos dois lados")
                        .feedback("Por isso a margem de fora é escavada."),
                )
                .question(
                    Question::choice("O que favorece a formação de um delta?")
                        .right("Muitos sedimentos e um mar calmo")
                        .wrong("Marés muito fortes")
                        .wrong("Uma barragem perto da foz")
                        .feedback("As marés fortes limpam a foz e mantêm um estuário."),
                )
                .question(
                    Question::truth("Os seixos tendem a ficar mais redondos de montante para jusante.", true)
                        .feedback("Rolam e chocam uns com os outros durante o transporte."),
                )
                .question(
                    Question::truth("Um lago em ferradura é uma curva que o rio ainda vai formar.", false)
                        .feedback("É uma curva que o rio abandonou."),
                ),
        )
}

fn section_3() -> Section {
    Section::new("Medir um rio")
        .summary("<p>Uma laranja, uma fita métrica e um cronómetro.</p>")
        .page(
            "O caudal numa tarde",
            "<p>O caudal é a área molhada vezes a velocidade. Escolhe um troço direito. \
             Estica uma corda de margem a margem e mede a largura. De meio em meio metro \
             mede a profundidade com uma régua; a média das profundidades vezes a largura \
             dá a área da secção, em metros quadrados.</p>\n\
             <p>Agora a velocidade. Marca dez metros ao longo da margem, larga uma \
             laranja no meio da corrente, um pouco acima da primeira marca, e cronometra. \
             A laranja é perfeita: vê-se bem, flutua quase toda dentro de água e, se \
             fugir, apodrece sem fazer mal. Repete cinco vezes.</p>\n\
             <p>A superfície anda mais depressa do que o fundo, que roça nas pedras. \
             Multiplica por 0,85 para corrigir. Exemplo: 4 metros de largura, 0,25 de \
             profundidade média, 20 segundos para dez metros. Área 1 metro quadrado, \
             velocidade 0,5, corrigida 0,425: o caudal é de cerca de 425 litros por \
             segundo.</p>",
        )
        .activity(Activity::File {
            name: "Medições na ribeira de Alcoa Velha".to_owned(),
            intro: "<p>Dados de uma turma, para quem não puder fazer a saída.</p>".to_owned(),
            file: Attached::new(
                "medicoes.csv",
                "ensaio;largura_m;profundidade_media_m;distancia_m;tempo_s\n\
                 1;3,0;0,20;10;25\n\
                 2;3,0;0,20;10;24\n\
                 3;3,0;0,20;10;26\n\
                 4;3,0;0,20;10;25\n\
                 5;3,0;0,20;10;25\n\
                 ",
            ),
        })
        .quiz(
            Quiz::new("Contas de hidrólogo")
                .intro("<p>Usa os dados do ficheiro e não te esqueças do fator 0,85.</p>")
                .question(
                    Question::number("Qual é a área da secção, em metros quadrados?", 0.6, 0.0)
                        .feedback("3,0 vezes 0,20."),
                )
                .question(
                    Question::number(
                        "Qual é a velocidade média à superfície, em metros por segundo?",
                        0.4,
                        0.0,
                    )
                    .feedback("10 metros a dividir por 25 segundos, a média dos cinco ensaios."),
                )
                .question(
                    Question::number("Qual é o caudal corrigido, em litros por segundo?", 204.0, 2.0)
                        .feedback("0,6 · 0,4 · 0,85 = 0,204 metros cúbicos por segundo."),
                ),
        )
}

fn section_4() -> Section {
    Section::new("Rios e pessoas")
        .summary("<p>Barragens, cheias e cidades.</p>")
        .page(
            "Viver com a cheia",
            "<p>Uma cheia não é um acidente do rio: é o rio a usar o quarto de hóspedes. \
             Durante séculos as várzeas serviram de pasto no inverno e de horta no verão, \
             e os lodos adubavam-nas de graça. O desastre começa quando se asfalta, se \
             constrói e se encana. A água que antes demorava dias a infiltrar-se chega à \
             ribeira em horas.</p>\n\
             <p>As barragens guardam água para a seca, produzem eletricidade e podem \
             amortecer cheias. Também travam peixes e areia. Sem a areia dos rios, as \
             praias recuam, e pagamos depois para a pôr lá de novo com camiões e \
             dragas.</p>\n\
             <p>Muitas cidades estão a mudar de estratégia: devolvem espaço ao rio, \
             plantam galerias de salgueiros e amieiros, fazem parques que podem ser \
             inundados, abrem ribeiras que estavam em canos. Não se trata de nostalgia. \
             Sai mais barato do que a lama na sala.</p>",
        )
        .choice(
            "A autarquia pergunta",
            "<p>Na margem do teu rio há um terreno vazio, inundado uma vez em cada dez \
             anos. O que se deve fazer?</p>",
            [
                "Construir habitação com muros de proteção",
                "Um parque que possa ser inundado",
                "Um campo de futebol",
                "Deixar a vegetação crescer",
            ],
        )
        .forum(
            "O meu rio",
            "<p>Apresenta o teu rio em dez linhas: nascente, foz, uma história, um \
             problema. Junta uma fotografia tua, e não da internet, se o rio estiver ao \
             teu alcance.</p>",
        )
        .assignment(
            "Debate: uma nova barragem",
            "<p>Em grupos, representem a agricultora, o pescador, a empresa elétrica, a \
             associação ambiental e a presidente da junta. Cada grupo entrega uma página \
             com três argumentos, um número com fonte e uma concessão que estaria \
             disposto a fazer.</p>",
        )
}
