//! Six philosophical thought experiments, for first-year students, in English.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("PHIL-TE", "What if? Six thought experiments in philosophy", "en")
        .summary(
            "<p>A runaway tram, a ship rebuilt plank by plank, a room that answers in \
             Chinese, a scientist who has never seen red: philosophers invent strange \
             cases to find out what we really believe. The course presents six of them \
             fairly, with the strongest replies, and trains one skill above all: saying \
             exactly which premise you reject, and why.</p>",
        )
        .subject("field1091701")
        .audience(Audience::Students)
        .level(Level::Tertiary)
        .licence(Licence::CcByNcSa3)
        .tags(["philosophy", "ethics", "mind", "identity", "justice", "argument"])
        .creator("Edmund Achterberg")
        .contributors("Leila Haddad-Byrne")
        .notes(
            "<p>Each case opens with a vote and is discussed only afterwards. Please keep \
             that order, people argue better for a position they have already taken in \
             public. Nothing here needs earlier reading in philosophy.</p>",
        )
        .outcome("Reconstruct a thought experiment as premises and conclusion")
        .outcome("Distinguish an intuition from an argument")
        .outcome("Object to one premise instead of to the whole story")
        .colours(0x4a_3b_5c, 0xd9_a5_b3)
        .section(Section::new("").summary(
            "<p>Nobody will tell you here what to think. You will be asked what you \
             think, then why, and then whether your reason survives the next story. Vote \
             first, read second, write third.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Laboratory of the mind")
        .summary("<p>What a thought experiment is and how it can go wrong.</p>")
        .page(
            "Falling stones, no tower",
            "<p>People used to say that heavy bodies fall faster than light ones. In his \
             <em>Two New Sciences</em> of 1638 Galileo let this claim defeat itself. \
             Suppose it is true, and tie a light stone to a heavy one. The light stone, \
             wanting to fall more slowly, should hold the heavy one back: the pair falls \
             more slowly than the heavy stone alone. Yet the pair together is heavier \
             than the heavy stone, so it should fall faster. One assumption yields both. \
             Something must be wrong with it, and no stone had to be dropped.</p>\n\
             <p>This is the pattern of the course. We accept a rule, imagine a case, and \
             look at what the rule says there. If the result is a contradiction, as here, \
             the rule is dead. More often the result is merely hard to believe. Then we \
             must choose: give up the rule, or learn to live with the result. \
             Philosophers call the second option biting the bullet.</p>",
        )
        .glossary(
            "Tools of the trade",
            "<p>Six terms that prevent most misunderstandings.</p>",
            [
                ("Intuition", "A judgement about a case that comes before any argument for it."),
                ("Premise", "A statement from which, together with others, a conclusion is drawn."),
                ("Counterexample", "One case that satisfies a general claim's condition but not its result."),
                ("Valid", "Said of an argument whose conclusion must be true if all its premises are."),
                ("Sound", "Valid, and with premises that are all true."),
                ("Biting the bullet", "Accepting an unwelcome consequence in order to keep a theory."),
            ],
        )
        .quiz(
            Quiz::new("Argument basics")
                .intro("<p>Warm up before the cases begin.</p>")
                .question(Question::truth("A valid argument may have a false conclusion.", true).feedback(
                    "If one of its premises is false, it may. Validity is about the step, not the \
                     starting point.",
                ))
                .question(
                    Question::choice("Someone says: “All promises must be kept.” Which is a counterexample?")
                        .right("A promise to help with a robbery, which should not be kept")
                        .wrong("A promise that was kept")
                        .wrong("A person who never promises anything")
                        .wrong("A law about contracts")
                        .feedback("It must satisfy the condition, being a promise, and break the result."),
                )
                .question(
                    Question::choice("“I simply feel that it is wrong.” What is this?")
                        .right("An intuition")
                        .wrong("A sound argument")
                        .wrong("A premise that nobody may question")
                        .feedback("It may become a premise, but then somebody may ask for more."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("Whom may we harm?")
        .summary("<p>The tram, and the one who is asked to pay for others.</p>")
        .choice(
            "The tram",
            "<p>A tram without a driver rolls towards five workers. You can turn it onto \
             a side track where one worker stands. Do you turn it?</p>",
            ["Yes, and I would have to", "Yes, but I would not have to", "No"],
        )
        .page(
            "Foot's tram and Thomson's bridge",
            "<p>Philippa Foot described the runaway tram in 1967, in a paper about \
             abortion and double effect. Nearly everybody would steer towards the one. \
             But, Foot asked, why then may a judge not have one innocent person hanged to \
             calm a mob that will otherwise kill five? The numbers are the same.</p>\n\
             <p>Judith Jarvis Thomson sharpened the puzzle. You stand on a bridge, and \
             the only way to stop the tram is to push a very large man onto the track. \
             Most people who would turn the tram refuse to push.</p>\n\
             <p>Three explanations compete. One: the man on the bridge would be \
             <em>used</em> as a means, while the worker on the side track is only a \
             foreseen victim. Two: pushing begins a new threat, turning the tram merely \
             redirects one. Three: nothing distinguishes the cases, and our refusal is a \
             reflex against touching. Each has awkward consequences elsewhere. Thomson \
             herself argued in 2008 that a bystander may not turn the tram after all, \
             unless prepared to turn it on himself.</p>",
        )
        .forum(
            "One difference that matters",
            "<p>Name one difference between tram and bridge that you think matters \
             morally. Then build a third case that has this difference but in which your \
             verdict seems wrong. Answer somebody else's case.</p>",
        )
}

fn section_3() -> Section {
    Section::new("Who, or what, am I?")
        .summary("<p>A ship, a scientist and a room.</p>")
        .page(
            "The ship that stayed itself",
            "<p>Plutarch tells that the Athenians preserved the ship of Theseus by \
             replacing each rotten plank with a sound one, and that philosophers \
             quarrelled whether it remained the same ship. Thomas Hobbes added a twist in \
             the seventeenth century: someone collects all the old planks and puts them \
             together again in the old order. Now two ships claim to be the ship of \
             Theseus. One continues its history without a gap, the other consists of its \
             matter.</p>\n\
             <p>You may say that sameness is a matter of convention, like the borders of \
             a district. That is comfortable for ships. It is less comfortable for you: \
             most of the atoms in your body are exchanged in the course of years, and \
             courts punish people for what they did twenty years ago. If the answer for \
             ships is a mere convention, what makes the case of persons different? \
             Memory, a brain, a life story told by the one who lives it?</p>",
        )
        .page(
            "Mary and the colour red",
            "<p>Frank Jackson asked us in 1982 to imagine Mary, a brilliant scientist who \
             has spent her whole life in a black and white room. She knows every physical \
             fact about colour vision: wavelengths, cones, nerve signals, what people \
             say. One day the door opens and she sees a ripe tomato. Does she learn \
             something?</p>\n\
             <p>If she does, namely what it is like to see red, then somebody who knew \
             all physical facts did not know all facts, and physicalism, the view that \
             all facts are physical, is false. That was Jackson's argument.</p>\n\
             <p>Some answer that she gains an ability, to recognise and imagine red, \
             rather than a fact. Others say she meets an old fact under a new \
             description, as one may learn that the morning star is the evening star. And \
             some deny the starting point: if she truly knew everything, she would not be \
             surprised at all. Jackson himself later gave up his conclusion.</p>",
        )
        .page(
            "A room that answers in Chinese",
            "<p>John Searle, 1980: a man who knows no Chinese sits in a room with a thick \
             rule book in English. Through a slot come strips with Chinese signs; he \
             looks up the shapes and passes other strips out. The people outside think \
             that somebody in there understands Chinese very well. The man understands \
             nothing. A computer, said Searle, does exactly what he does: it handles \
             signs by their shape. So no program by itself is enough for \
             understanding.</p>\n\
             <p>The most common reply says that the man is only a part; the whole system \
             of man, book and paper understands. Searle: let him learn the book by heart \
             and work outdoors; now he is the whole system and still understands no word. \
             Others demand a robot whose signs are tied to cameras and hands. Today the \
             question has left the seminar room, since machines that write fluently are \
             in everybody's pocket. Watch which of your reasons would also deny \
             understanding to a human brain, seen cell by cell.</p>",
        )
        .assignment(
            "Premises, please",
            "<p>Choose Mary or the Chinese room. Write the argument as three to five \
             numbered premises and a conclusion. Mark the one premise you would attack, \
             and give your attack in at most 150 words. Sentences such as “the example is \
             unrealistic” count only if you show that the unrealistic feature does the \
             work.</p>",
        )
}

fn section_4() -> Section {
    Section::new("A good life, a fair world")
        .summary("<p>Two more machines for testing your values.</p>")
        .book(
            Book::new("Nozick and Rawls")
                .intro(
                    "<p>Two colleagues at Harvard, three years apart, on what we want for \
                     ourselves and what we owe to others.</p>",
                )
                .chapter(
                    "The experience machine",
                    "<p>Robert Nozick, 1974: neuroscientists offer to plug you into a tank. You \
                     will experience whatever you would enjoy most, writing a great novel, making \
                     friends, and will believe it is real. Would you plug in for life? If only \
                     pleasant experience counts, you should. Most of his readers would not, and \
                     so, Nozick concludes, other things count: to do certain things and not only \
                     to seem to, to be a certain kind of person, to touch reality. A sceptic asks \
                     the question the other way round. Suppose you learned that you are in the \
                     machine now, and may leave. Many then hesitate as well. Perhaps we cling \
                     less to reality than to what we are used to.</p>",
                )
                .chapter(
                    "The veil of ignorance",
                    "<p>John Rawls, 1971: imagine choosing the basic rules of your society \
                     without knowing who you will be in it, rich or poor, healthy or ill, of \
                     which sex, faith or talent. Rawls argues that you would secure equal basic \
                     liberties first, and allow inequalities only where they benefit those who \
                     have least. Critics reply that a bold person might gamble on being lucky. \
                     Rawls answers that nobody gambles with a whole life they must be able to \
                     accept afterwards. Is that caution a demand of reason or merely a \
                     temperament?</p>",
                ),
        )
        .assignment(
            "Invent your own",
            "<p>Design a thought experiment of 100 to 200 words that tests a rule you \
             live by. State the rule first, end with one precise question, and add two \
             sentences on how the story could mislead a reader.</p>",
        )
        .url(
            "An encyclopaedia for going deeper",
            "https://plato.stanford.edu/entries/thought-experiment/",
            "<p>Written by specialists and revised regularly. Start with the section on \
             types of thought experiments.</p>",
        )
}
