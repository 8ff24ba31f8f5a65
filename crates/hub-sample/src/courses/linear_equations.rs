//! Linear equations in one unknown, for lower secondary school, in English.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("MATH-LIN1", "Linear equations: keep the balance", "en")
        .summary(
            "<p>Solve equations in one unknown by doing the same thing to both sides, and \
             understand why that works. Learners start with scales and bags of marbles, \
             move on to brackets, fractions and negative numbers, meet equations with no \
             solution or endlessly many, and finish by turning everyday questions about \
             phone plans and walking speeds into equations of their own.</p>",
        )
        .subject("field1010101")
        .audience(Audience::Students)
        .level(Level::Secondary)
        .licence(Licence::CcBy4)
        .tags(["algebra", "equations", "unknowns", "word problems"])
        .creator("Priya Raman")
        .contributors("Colm Hegarty")
        .notes(
            "<p>The choice activity at the start shows you who reads the equals sign as \
             “and the answer is”. Come back to it at the end; the change is worth talking \
             about. The common mistakes page was collected from real homework.</p>",
        )
        .outcome("Solve equations of the form ax + b = cx + d")
        .outcome("Recognise equations without solution and identities")
        .outcome(
            "Translate a simple situation into an equation and check the answer in the \
             situation",
        )
        .colours(0x3a_3d_98, 0xf0_8a_5d)
        .section(Section::new("").summary(
            "<p>There is one idea in this course, and everything else follows from it: \
             whatever you do to one side, do to the other. Keep paper and pencil beside \
             the keyboard; nobody solves equations by looking at them.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("What the equals sign says")
        .summary("<p>Two sides, one value: the picture of a balance.</p>")
        .choice(
            "What goes in the box?",
            "<p>8 + 4 = ☐ + 5. Which number belongs in the box?</p>",
            ["7", "12", "17", "Both 12 and 17"],
        )
        .page(
            "Scales and bags",
            "<p>Imagine scales in balance. On the left lie two bags and three marbles, on \
             the right lie eleven marbles. Every bag holds the same number of marbles, \
             and the bags themselves weigh nothing. How many marbles are in a bag?</p>\n\
             <p>Take three marbles from both sides: the scales stay level, and two bags \
             balance eight marbles. Halve both sides: one bag balances four marbles. \
             Nothing was guessed. Each step did the same to both sides, so the balance \
             was never disturbed.</p>\n\
             <p>Algebra writes the same story in one line each. Call the number in a bag \
             <em>x</em>. Then 2x + 3 = 11. Subtract 3 on both sides: 2x = 8. Divide both \
             sides by 2: x = 4. To be sure, put 4 back: 2 · 4 + 3 is indeed 11. The \
             equals sign never means “now comes the answer”; it says that both sides name \
             the same number.</p>",
        )
        .label(
            "<p><strong>House rule of this course:</strong> write one step per line, the \
             equals signs below each other, and what you did at the right edge. Your \
             future self will thank you.</p>",
        )
}

fn section_2() -> Section {
    Section::new("Moving with care")
        .summary("<p>Unknowns on both sides, brackets, fractions and minus signs.</p>")
        .book(
            Book::new("Four tools")
                .intro("<p>Each chapter has one worked example and one for you.</p>")
                .chapter(
                    "Unknowns on both sides",
                    "<p>Solve 5x − 4 = 2x + 11. Subtract 2x on both sides: 3x − 4 = 11. Add 4: 3x \
                     = 15. Divide by 3: x = 5. Check: left 25 − 4 = 21, right 10 + 11 = 21.</p>\n\
                     <p>Your turn: 7x + 2 = 4x + 20. (You should find x = 6.)</p>",
                )
                .chapter(
                    "Brackets",
                    "<p>Solve 3(x − 2) = x + 8. Multiply out first: 3x − 6 = x + 8. Subtract x, \
                     add 6: 2x = 14, so x = 7. Watch a minus before a bracket: −(x − 2) is −x + \
                     2, since the minus reaches every term inside.</p>\n\
                     <p>Your turn: 10 − 2(x + 1) = x − 1. (You should find x = 3.)</p>",
                )
                .chapter(
                    "Fractions",
                    "<p>Solve x/2 + x/3 = 10. Multiply every term by 6, the smallest number both \
                     2 and 3 divide: 3x + 2x = 60, so 5x = 60 and x = 12. Check: 6 + 4 = 10.</p>\n\
                     <p>Your turn: x/4 − 1 = x/6. (You should find x = 12.)</p>",
                )
                .chapter(
                    "Dividing by a negative number",
                    "<p>Solve 4 − 3x = 19. Subtract 4: −3x = 15. Divide by −3: x = −5. Check: 4 − \
                     3 · (−5) = 4 + 15 = 19. In an equation the sign of both sides may change \
                     freely; only with inequalities would the sign turn round.</p>\n\
                     <p>Your turn: 1 − 5x = −24. (You should find x = 5.)</p>",
                ),
        )
        .page(
            "Mistakes we all make",
            "<p>In 2x + 3 = 11 somebody writes 2x = 14. The 3 was “moved to the other \
             side” and kept its plus. Nothing moves by itself: we subtract 3 on both \
             sides, so the right side becomes 8. Saying what you do, instead of what \
             seems to travel, prevents this mistake for good.</p>\n\
             <p>In x/2 + 1 = 5 somebody multiplies by 2 and writes x + 1 = 10. The 1 was \
             forgotten: multiplying a side means multiplying every term of it. The \
             correct line is x + 2 = 10.</p>\n\
             <p>In 6x = 2x somebody divides by x and finds 6 = 2, “so there is no \
             solution”. Dividing by x is only allowed when x is not zero, and here it is \
             exactly zero. Subtract 2x instead: 4x = 0, so x = 0.</p>",
        )
        .quiz(
            Quiz::new("Practice: solve for x")
                .intro("<p>Work on paper and type the result. You may try as often as you like.</p>")
                .question(
                    Question::number("Solve 4x + 7 = 31.", 6.0, 0.0)
                        .feedback("Subtract 7, then divide by 4."),
                )
                .question(
                    Question::number("Solve 9x − 5 = 6x + 16.", 7.0, 0.0)
                        .feedback("Subtract 6x and add 5: 3x = 21."),
                )
                .question(
                    Question::number("Solve 2(x + 3) = 5x − 9.", 5.0, 0.0)
                        .feedback("Multiply out: 2x + 6 = 5x − 9, so 15 = 3x."),
                )
                .question(
                    Question::number("Solve x/3 + x/6 = 4.", 8.0, 0.0)
                        .feedback("Multiply every term by 6: 2x + x = 24."),
                )
                .question(
                    Question::choice("Which step is wrong? (1) 8 − 2x = 14 (2) −2x = 6 (3) x = 3")
                        .right("From (2) to (3)")
                        .wrong("From (1) to (2)")
                        .wrong("None, x = 3 is right")
                        .feedback("Dividing 6 by −2 gives −3. Check: 8 + 6 = 14."),
                ),
        )
}

fn section_3() -> Section {
    Section::new("When something odd happens")
        .summary("<p>No solution, every number, and what a check can tell.</p>")
        .page(
            "None, one or all",
            "<p>Solve 2x + 5 = 2x + 9. Subtract 2x on both sides and what remains is 5 = \
             9, which is false whatever x is. So no number solves the equation. In the \
             picture: both sides of the scales hold the same bags, and one side has four \
             more marbles. They can never balance.</p>\n\
             <p>Solve 3(x + 2) = 3x + 6. Multiply out and both sides are the same, so \
             every number solves it. Such an equation is called an identity. It tells us \
             nothing about x, but it tells us that two ways of writing mean the same.</p>\n\
             <p>A linear equation in one unknown always has one of these three fates: \
             exactly one solution, none, or all numbers. A straight line explains why. \
             Draw y = left side and y = right side: two lines cross once, run parallel, \
             or lie on top of each other.</p>",
        )
        .quiz(
            Quiz::new("How many solutions?")
                .intro("<p>Decide without solving to the end if you can.</p>")
                .question(
                    Question::choice("4x + 1 = 4x − 1")
                        .right("No solution")
                        .wrong("Exactly one")
                        .wrong("Every number")
                        .feedback("Subtract 4x: 1 = −1 is false."),
                )
                .question(
                    Question::choice("2(3x − 1) = 6x − 2")
                        .right("Every number")
                        .wrong("No solution")
                        .wrong("Exactly one")
                        .feedback("Multiplied out, both sides are equal."),
                )
                .question(
                    Question::choice("5x = 3x")
                        .right("Exactly one")
                        .wrong("No solution")
                        .wrong("Every number")
                        .feedback("2x = 0, so x = 0 is the one solution."),
                )
                .question(
                    Question::truth(
                        "Two lines in a plane with different slopes always cross in exactly one \
                         point.",
                        true,
                    )
                    .feedback(
                        "That is why an equation with different numbers before x has exactly one \
                         solution.",
                    ),
                ),
        )
}

fn section_4() -> Section {
    Section::new("From words to symbols")
        .summary("<p>Everyday questions, turned into equations and back.</p>")
        .page(
            "Three steps to an equation",
            "<p>Plan A of a phone company costs 12 euro a month and 5 cent a minute; plan \
             B costs 8 euro and 9 cent a minute. When do they cost the same?</p>\n\
             <p>First, say in words what x stands for, with its unit: x is the number of \
             minutes in a month. Second, write both sides as amounts of the same kind, \
             here cents: 1200 + 5x for A, 800 + 9x for B. Third, set them equal because \
             the question says “the same”, and solve: 400 = 4x, x = 100.</p>\n\
             <p>Now go back to the story. At 100 minutes both cost 17 euro. Whoever talks \
             less takes B, whoever talks more takes A. An answer that is only “x = 100” \
             is unfinished; the sentence for the customer is the goal.</p>",
        )
        .assignment(
            "Write a problem for a classmate",
            "<p>Invent a situation from your own life that leads to an equation with the \
             unknown on both sides. Hand in the text, the equation, the solution and the \
             check in the situation. The numbers should come out sensible: nobody buys \
             3.7 buses.</p>",
        )
        .forum(
            "The problem exchange",
            "<p>Post your problem here without the solution. Solve at least two of the \
             others and answer with your full working.</p>",
        )
        .url(
            "A drawing board for lines",
            "https://www.geogebra.org/calculator",
            "<p>Type y = 1200 + 5x and y = 800 + 9x and find the crossing point of the \
             phone plans with your mouse.</p>",
        )
}
