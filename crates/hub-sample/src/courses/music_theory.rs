//! First steps in music theory, in Portuguese.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("MUS-TEORIA", "Ler e ouvir: primeiros passos em teoria musical", "pt")
        .summary(
            "<p>Compasso, intervalo, escala e acorde explicados com palmas, com a voz e \
             com um teclado desenhado em papel. O curso parte de canções conhecidas dos \
             dois lados do Atlântico, mostra como a pauta regista alturas e durações e \
             termina com uma melodia de oito compassos composta e harmonizada por cada \
             participante. Não é preciso tocar nenhum instrumento.</p>",
        )
        .subject("field1100101")
        .audience(Audience::Students)
        .level(Level::Other)
        .licence(Licence::CcBy3)
        .tags(["música", "ritmo", "escalas", "acordes", "ouvido"])
        .creator("Joaquim Semedo")
        .contributors("Iara Monteiro")
        .notes(
            "<p>Cantar primeiro, escrever depois. Uso o dó móvel para o ouvido e os nomes \
             fixos para a pauta, e aviso os alunos sempre que mudo. Nas canções, cada \
             turma deve trazer as suas.</p>",
        )
        .outcome("Lê e bate ritmos simples em compasso binário, ternário e quaternário")
        .outcome("Constrói a escala maior a partir de qualquer nota")
        .outcome("Acompanha uma melodia com três acordes")
        .colours(0x6a_04_0f, 0xff_ba_08)
        .section(Section::new("").summary(
            "<p>Antes de qualquer nota: bate com o pé, devagar e sempre igual. Esse pulso \
             é o chão da casa. Não o deixes parar até ao fim do curso.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("O tempo")
        .summary("<p>Pulso, compasso e figuras.</p>")
        .page(
            "O pulso e o compasso",
            "<p>Caminha pela sala. Os teus passos são o <strong>pulso</strong>: todos \
             iguais, como o tique-taque de um relógio. Agora canta uma marcha e depois \
             uma valsa. Na marcha, um passo em cada dois pesa mais: UM-dois, UM-dois. Na \
             valsa, um em cada três: UM-dois-três. A esse agrupamento de pulsos fortes e \
             fracos chamamos <strong>compasso</strong>.</p>\n\
             <p>Na pauta, o compasso está escrito no início com dois números. O de cima \
             diz quantos tempos há em cada compasso. O de baixo diz que figura vale um \
             tempo: 4 quer dizer semínima, 8 quer dizer colcheia. Um samba escreve-se em \
             dois por quatro, uma valsa em três por quatro, muitas canções em quatro por \
             quatro.</p>\n\
             <p>As figuras dividem-se sempre por dois: a semibreve vale duas mínimas, a \
             mínima vale duas semínimas, a semínima vale duas colcheias. Um ponto à \
             direita acrescenta metade: uma mínima com ponto dura três tempos de \
             semínima, e cabe nela uma volta inteira da valsa.</p>",
        )
        .quiz(
            Quiz::new("Contar tempos")
                .intro("<p>A semínima vale um tempo.</p>")
                .question(
                    Question::number("Quantas semicolcheias cabem numa semínima?", 4.0, 0.0)
                        .feedback("Duas colcheias, e cada uma vale duas semicolcheias."),
                )
                .question(
                    Question::number("Quantos tempos dura uma mínima com ponto?", 3.0, 0.0)
                        .feedback("Dois tempos mais metade de dois."),
                )
                .question(
                    Question::choice("Que indicação de compasso tem uma valsa?")
                        .right("3/4")
                        .wrong("2/4")
                        .wrong("4/4")
                        .feedback("Um tempo forte e dois fracos."),
                )
                .question(
                    Question::choice("No compasso 6/8, que figura vale a unidade de baixo?")
                        .right("A colcheia")
                        .wrong("A semínima")
                        .wrong("A mínima")
                        .feedback("O oito indica a colcheia; no balanço sentem-se dois grupos de três."),
                ),
        )
        .assignment(
            "Partitura de cozinha",
            "<p>Inventa um ritmo de quatro compassos em quatro por quatro para duas \
             vozes: uma colher num copo e as mãos na mesa. Escreve-o com figuras, usa \
             pelo menos uma pausa e uma figura com ponto, e entrega também a gravação. \
             Quem te ouvir deve conseguir escrevê-lo sem olhar para o papel.</p>",
        )
}

fn section_2() -> Section {
    Section::new("A altura")
        .summary("<p>Pauta, intervalos e escala maior.</p>")
        .page(
            "Sete nomes e doze degraus",
            "<p>Entre um dó e o dó seguinte há doze degraus iguais, os meios-tons. No \
             teclado, contam-se todas as teclas, brancas e pretas. Mas só sete têm nome \
             próprio: dó, ré, mi, fá, sol, lá, si. As outras pedem o nome emprestado à \
             vizinha: a tecla preta entre dó e ré é dó sustenido ou ré bemol, conforme o \
             caminho que trazemos.</p>\n\
             <p>Repara que entre mi e fá, e entre si e dó, não há tecla preta. São \
             meios-tons naturais. Esta assimetria parece um defeito e é afinal o que dá \
             cara às escalas.</p>\n\
             <p>A <strong>escala maior</strong> segue sempre a mesma receita: tom, tom, \
             meio-tom, tom, tom, tom, meio-tom. A partir de dó, as teclas brancas chegam. \
             A partir de sol, o sétimo grau precisa de subir: fá sustenido. A partir de \
             fá, o quarto precisa de descer: si bemol. A receita fica, os ingredientes \
             mudam.</p>",
        )
        .book(
            Book::new("Ouvir intervalos")
                .intro(
                    "<p>Um intervalo é a distância entre duas notas. Liga cada um a um começo de \
                     canção que conheças bem.</p>",
                )
                .chapter(
                    "Segunda",
                    "<p>De uma nota à vizinha. A segunda maior, um tom, abre o «Parabéns a você» \
                     entre a segunda e a terceira notas. A segunda menor, meio-tom, soa a perigo \
                     num filme de tubarões.</p>",
                )
                .chapter(
                    "Terça",
                    "<p>Maior, dois tons: luminosa. Menor, um tom e meio: mais recolhida. A \
                     diferença é um meio-tom apenas, e muda o humor de um acorde inteiro.</p>",
                )
                .chapter(
                    "Quarta e quinta",
                    "<p>Quarta justa, dois tons e meio: o arranque de muitos hinos. Quinta justa, \
                     três tons e meio: aberta, antiga, o som de afinar um violino.</p>",
                )
                .chapter(
                    "Oitava",
                    "<p>A mesma nota, mais acima. O físico diria que a frequência duplicou: se o \
                     lá vibra 440 vezes por segundo, o seguinte vibra 880.</p>",
                ),
        )
        .glossary(
            "Dicionário de bolso",
            "<p>Termos italianos e portugueses que aparecem em qualquer partitura.</p>",
            [
                (
                    "Clave",
                    "Sinal no início da pauta que diz onde fica uma nota; a clave de sol fixa o \
                     sol na segunda linha.",
                ),
                ("Sustenido", "Sobe a nota meio-tom."),
                ("Bemol", "Desce a nota meio-tom."),
                ("Tónica", "Primeiro grau da escala; a nota onde a melodia descansa."),
                (
                    "Armadura",
                    "Conjunto de sustenidos ou bemóis escritos junto à clave, válidos para toda a \
                     peça.",
                ),
                ("Ritardando", "Abrandar pouco a pouco."),
            ],
        )
        .quiz(
            Quiz::new("Tons e meios-tons")
                .intro("<p>Usa o teclado desenhado.</p>")
                .question(
                    Question::number("Quantos meios-tons há numa oitava?", 12.0, 0.0)
                        .feedback("Contam-se as teclas brancas e as pretas."),
                )
                .question(
                    Question::choice("Que alteração tem a escala de sol maior?")
                        .right("Fá sustenido")
                        .wrong("Si bemol")
                        .wrong("Dó sustenido")
                        .wrong("Nenhuma")
                        .feedback("O sétimo grau tem de ficar a meio-tom da tónica."),
                )
                .question(
                    Question::number(
                        "O lá central vibra a 440 hertz. A quantos hertz vibra o lá uma oitava \
                         abaixo?",
                        220.0,
                        0.0,
                    )
                    .feedback("Uma oitava abaixo, metade da frequência."),
                )
                .question(
                    Question::choice("Que intervalo há entre dó e sol?")
                        .right("Quinta justa")
                        .wrong("Quarta justa")
                        .wrong("Terça maior")
                        .feedback("Dó, ré, mi, fá, sol: cinco nomes e três tons e meio."),
                ),
        )
}

fn section_3() -> Section {
    Section::new("Os acordes")
        .summary("<p>Três notas, três funções.</p>")
        .page(
            "Casa, viagem, regresso",
            "<p>Põe a mão no teclado e toca uma tecla branca sim, uma não, três vezes: \
             dó, mi, sol. É um <strong>acorde</strong> maior: uma terça maior por baixo, \
             uma menor por cima. Troca a ordem das terças e tens um acorde menor: lá, dó, \
             mi.</p>\n\
             <p>Em cada tonalidade, três acordes fazem quase todo o trabalho. O do \
             primeiro grau é a casa. O do quarto é a viagem: saímos, mas sem pressa de \
             voltar. O do quinto é a tensão: ouve-se que falta alguma coisa, porque \
             contém a sensível, a nota que está a meio-tom da tónica e quer resolver \
             nela. Em dó maior são dó, fá e sol.</p>\n\
             <p>Experimenta acompanhar uma cantiga de roda só com estes três. Quando a \
             melodia tem muitas notas de um acorde, é esse. Se duvidares, escuta: o \
             ouvido sabe antes da teoria. Em milhares de canções, do fado à música \
             popular brasileira, o resto é enfeite, por vezes magnífico.</p>",
        )
        .choice(
            "Que compasso tens no corpo?",
            "<p>Qual destas músicas te faz mexer sem dares por isso?</p>",
            [
                "Uma valsa em três",
                "Um samba em dois",
                "Uma morna lenta em quatro",
                "Um seis por oito de embalar",
            ],
        )
        .forum(
            "A canção que me ensinaram",
            "<p>Conta de onde vem uma canção da tua família, em que compasso está e que \
             acorde te parece ser a casa. Uma gravação de trinta segundos vale mais do \
             que mil palavras.</p>",
        )
}

fn section_4() -> Section {
    Section::new("Compor")
        .summary("<p>Oito compassos teus.</p>")
        .page(
            "Pergunta e resposta",
            "<p>Uma frase musical respira como uma frase falada. Quatro compassos \
             perguntam e ficam no ar, em cima do acorde do quinto grau; quatro compassos \
             respondem e pousam na tónica. Se começarem de maneira igual, o ouvido \
             agradece: reconhece a pergunta e espera a resposta.</p>\n\
             <p>Começa pelo ritmo. Diz em voz alta um verso de sete sílabas, bate as \
             sílabas e escreve o que bateste. Depois escolhe as notas da escala, andando \
             quase sempre por grau conjunto, de vizinha para vizinha, e guarda um único \
             salto para o sítio mais importante. Por fim, procura os acordes: um por \
             compasso chega.</p>\n\
             <p>Canta o resultado no dia seguinte, sem papel. O que não recordares, \
             provavelmente, não fazia falta.</p>",
        )
        .assignment(
            "A tua melodia",
            "<p>Entrega uma melodia de oito compassos com clave, armadura, indicação de \
             compasso e cifras dos acordes. Junta uma gravação, mesmo que seja assobiada, \
             e três linhas sobre a decisão que mais te custou.</p>",
        )
        .url(
            "Editor de partituras livre",
            "https://musescore.org/pt",
            "<p>Programa gratuito para escrever e ouvir partituras em qualquer \
             computador.</p>",
        )
}
