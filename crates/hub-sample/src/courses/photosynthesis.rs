//! Photosynthesis, for lower secondary school, in English.

use crate::course::{Activity, Attached, Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("BOT-PHOTO", "Sunlight into sugar: photosynthesis for beginners", "en")
        .summary(
            "<p>How does a leaf turn light, water and air into food? This course follows \
             a carbon atom from the air into a grain of starch, explains what chlorophyll \
             really does, and lets learners measure photosynthesis with a glass of water, \
             some pondweed and a lamp. Made for ages 13 to 16; all experiments use things \
             found in a school kitchen or a garden pond.</p>",
        )
        .subject("field1010903")
        .audience(Audience::Students)
        .level(Level::Secondary)
        .licence(Licence::CcBySa3)
        .tags(["botany", "photosynthesis", "chlorophyll", "leaves", "experiments"])
        .creator("Aoife Brannigan")
        .contributors("Tunde Okafor, Mairead Lally")
        .notes(
            "<p>I teach this unit in May, when fresh leaves are easy to get. The starch \
             test in section 3 needs ethanol: do it as a demonstration, with a water bath \
             and <strong>no open flame</strong>. Everything else is safe for pairs of \
             learners.</p>",
        )
        .outcome(
            "Write the word equation of photosynthesis and say where each substance \
             enters or leaves the plant",
        )
        .outcome("Explain why a leaf looks green")
        .outcome("Plan a fair test with one changed factor and at least two controlled ones")
        .colours(0x1f_6f_50, 0xf2_b1_34)
        .section(Section::new("").summary(
            "<p>Welcome! You need a notebook, coloured pencils and eyes for green things. \
             Each of the four parts takes one or two lessons; the pondweed test wants a \
             quiet hour and a sunny mood.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("The question")
        .summary(
            "<p>Where does the mass of a tree come from? A historical puzzle opens the \
             course.</p>",
        )
        .page(
            "Van Helmont's willow",
            "<p>In the 1640s the Flemish physician Jan Baptist van Helmont reported an \
             experiment that had lasted five years. He had planted a young willow of \
             about 2.3 kilograms in 90 kilograms of dried soil and given it nothing but \
             rainwater. At the end the tree weighed almost 77 kilograms, but the soil, \
             dried and weighed again, had lost only some 57 grams.</p>\n\
             <p>Van Helmont concluded that the tree was made of water. It was a careful \
             experiment and a reasonable guess, yet it missed something nobody at the \
             time could weigh easily: the air. We know today that nearly half of the dry \
             mass of wood is carbon, and that every one of those carbon atoms was once \
             part of carbon dioxide, a gas that makes up only about 0.04 per cent of the \
             air.</p>\n\
             <p>Keep the willow in mind. By the end of this course you should be able to \
             write van Helmont a short letter that explains where he was right, where he \
             went wrong, and which measurement would have shown it.</p>",
        )
        .choice(
            "Your first guess",
            "<p>A large oak is felled and dried. Where did most of its dry mass come \
             from?</p>",
            ["From the soil", "From the water in the soil", "From the air", "From sunlight itself"],
        )
        .forum(
            "Things we wonder about plants",
            "<p>Post one question about plants that you have never had answered. Reply to \
             at least one other question with an idea, not with a link.</p>",
        )
}

fn section_2() -> Section {
    Section::new("Inside the leaf")
        .summary(
            "<p>From the whole leaf down to the chloroplast, and why green is the colour \
             that is left over.</p>",
        )
        .book(
            Book::new("A tour of a leaf")
                .intro(
                    "<p>Four stops, from the surface you can touch to the membrane where light is \
                     caught.</p>",
                )
                .chapter(
                    "The skin and its pores",
                    "<p>Run a finger over a holly leaf: the waxy layer you feel is the cuticle. \
                     It keeps water in, but it also keeps gases out. Air enters through small \
                     pores called stomata, mostly on the underside. Two guard cells border each \
                     pore. When they fill with water they bend apart and the pore opens; when the \
                     plant is short of water they go limp and it closes.</p>",
                )
                .chapter(
                    "The two green layers",
                    "<p>Beneath the upper skin stand long cells packed side by side like the \
                     pencils in a box. This palisade layer holds most of the chloroplasts. Below \
                     it lies the spongy layer, whose loosely packed cells leave air spaces, so \
                     that carbon dioxide can drift to every cell.</p>",
                )
                .chapter(
                    "Veins",
                    "<p>Veins carry two kinds of pipe. Xylem brings water and minerals up from \
                     the roots; phloem takes sugar away to growing tips, roots, fruit and seeds. \
                     Hold a leaf against the sun and you see how no cell is far from a vein.</p>",
                )
                .chapter(
                    "The chloroplast",
                    "<p>A palisade cell may hold several dozen chloroplasts. Inside each one, \
                     flat sacs called thylakoids are stacked like coins. The green pigment \
                     chlorophyll sits in their membranes. The fluid around the stacks, the \
                     stroma, is where sugar is put together.</p>",
                ),
        )
        .page(
            "Why green?",
            "<p>White light is a mixture of colours. Chlorophyll absorbs violet, blue and \
             red light strongly and green light much less. The green that is not absorbed \
             is scattered back or passes through the leaf, and that is the light which \
             reaches our eyes. So a leaf is green because green is the part of the light \
             it uses least, not because it needs green.</p>\n\
             <p>Leaves also contain yellow and orange pigments, the carotenoids. They \
             hand on some of the light they absorb and protect the leaf from too much of \
             it. In autumn many trees break chlorophyll down and take its nitrogen back \
             into the twigs; the carotenoids, hidden all summer, become visible. The reds \
             of maples and cherries are different: those anthocyanins are newly made in \
             the last weeks of the leaf's life.</p>",
        )
        .glossary(
            "Words of the leaf",
            "<p>Ten minutes with these words will make the rest of the course easier to \
             read.</p>",
            [
                (
                    "Stoma (plural stomata)",
                    "A pore in the skin of a leaf, bordered by two guard cells, through which \
                     gases pass.",
                ),
                (
                    "Chlorophyll",
                    "The green pigment that absorbs the light whose energy drives photosynthesis.",
                ),
                ("Chloroplast", "The part of a plant cell in which photosynthesis takes place."),
                ("Glucose", "A simple sugar with six carbon atoms, C₆H₁₂O₆."),
                (
                    "Starch",
                    "Many glucose units joined in chains; the form in which many plants store \
                     sugar.",
                ),
                ("Xylem", "The tissue that carries water and dissolved minerals upwards from the roots."),
            ],
        )
}

fn section_3() -> Section {
    Section::new("The reaction")
        .summary(
            "<p>One line of chemistry, two stages, and how to see the products with your \
             own eyes.</p>",
        )
        .page(
            "Two stages, one equation",
            "<p>The sum of photosynthesis can be written in one line: carbon dioxide + \
             water → glucose + oxygen, driven by light. In symbols: 6 CO₂ + 6 H₂O → \
             C₆H₁₂O₆ + 6 O₂. It is tidy, but it hides that two different things happen \
             one after the other.</p>\n\
             <p>In the first stage, on the thylakoid membranes, light energy splits \
             water. The oxygen is released, and the hydrogen and the captured energy are \
             loaded onto carrier molecules. All the oxygen you are breathing came from \
             water split in this way, not from carbon dioxide.</p>\n\
             <p>In the second stage, in the stroma, the carriers give up their load and \
             carbon dioxide is built step by step into sugar. This stage needs no light \
             directly, but it stops within seconds to minutes of darkness because the \
             carriers run empty. The cycle of reactions is named after Melvin Calvin, who \
             traced it around 1950 with radioactive carbon.</p>",
        )
        .assignment(
            "The starch test",
            "<p>Your teacher will boil a leaf that was half covered with foil for two \
             days, remove its green with hot ethanol, and drop iodine solution on it.</p>\n\
             <p>Draw the leaf before and after, in colour. Then answer in complete \
             sentences: Which parts turned blue-black, and what does that show? Why did \
             the plant stand in the dark for a day before the foil was put on? Which \
             sentence in your answer is an observation, and which is a conclusion?</p>",
        )
        .quiz(
            Quiz::new("Check: the reaction")
                .intro(
                    "<p>Five questions, two attempts. The feedback tells you which page to read \
                     again.</p>",
                )
                .question(
                    Question::choice("Where does the oxygen released by a plant come from?")
                        .right("From water")
                        .wrong("From carbon dioxide")
                        .wrong("From glucose")
                        .wrong("From the soil")
                        .feedback(
                            "Light energy splits water in the first stage; its oxygen leaves the leaf as \
                             a gas.",
                        ),
                )
                .question(
                    Question::truth(
                        "The second stage of photosynthesis can go on all night because it needs no \
                         light directly.",
                        false,
                    )
                    .feedback(
                        "It depends on carriers loaded by the light stage, and they run empty almost \
                         at once.",
                    ),
                )
                .question(
                    Question::short("Which solution turns blue-black when it meets starch?")
                        .accept("iodine")
                        .accept("iodine solution")
                        .feedback("Iodine slips into the coiled chains of starch and changes colour."),
                )
                .question(
                    Question::number(
                        "How many molecules of carbon dioxide are needed to build one molecule of \
                         glucose?",
                        6.0,
                        0.0,
                    )
                    .feedback("Glucose has six carbon atoms and each carbon dioxide molecule brings one."),
                )
                .question(
                    Question::choice("Why do we see a leaf as green?")
                        .right("It absorbs green light less than red and blue light")
                        .wrong("It absorbs green light most of all")
                        .wrong("Chlorophyll glows green when lit")
                        .wrong("Green light is the only light that reaches the ground")
                        .feedback("What is not absorbed is scattered back to our eyes."),
                ),
        )
}

fn section_4() -> Section {
    Section::new("Measuring it")
        .summary("<p>Bubbles, lamps and a fair test.</p>")
        .page(
            "Counting bubbles",
            "<p>Cut a fresh shoot of pondweed under water and place it upside down in a \
             glass, with a lamp nearby. After a minute, bubbles rise from the cut stem. \
             They are rich in oxygen, and their number per minute is a rough measure of \
             how fast photosynthesis is going.</p>\n\
             <p>Now change one thing only. If you move the lamp from 10 to 20 \
             centimetres, the light reaching the plant falls to about a quarter, because \
             the same light spreads over four times the area. Does the bubble count fall \
             to a quarter too? Often it does not: close to the lamp, something other than \
             light, perhaps carbon dioxide or temperature, is already limiting the \
             rate.</p>\n\
             <p>A lamp also warms the water. Put a flat bottle of cold water between lamp \
             and plant as a heat shield, wait two minutes after each move, and count \
             three times at every distance. Those three habits, shielding, waiting and \
             repeating, make the difference between a trick and an experiment.</p>",
        )
        .activity(Activity::File {
            name: "Results sheet for the pondweed test".to_owned(),
            intro: "<p>Open the file in a spreadsheet; the last column is for your mean.</p>".to_owned(),
            file: Attached::new(
                "pondweed.csv",
                "distance in cm,count 1,count 2,count 3,mean\n\
                 10,,,,\n\
                 15,,,,\n\
                 20,,,,\n\
                 30,,,,\n\
                 40,,,,\n\
                 ",
            ),
        })
        .url(
            "More about the history of the idea",
            "https://en.wikipedia.org/wiki/Photosynthesis",
            "<p>An encyclopaedia article to dip into: read only the part on discovery, \
             then compare it with our page on van Helmont.</p>",
        )
        .assignment(
            "A letter to van Helmont",
            "<p>Write a letter of 150 to 250 words to Jan Baptist van Helmont. Praise one \
             thing in his experiment, explain what he could not know, and propose one \
             measurement that would have led him further. You will be marked on correct \
             science and on whether a reader of 1648 could follow you.</p>",
        )
}
