//! A first programming course in Python, in English.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("PY-START", "Python from the first line", "en")
        .summary(
            "<p>A first programming course for people who have never programmed: print \
             and ask, decide, repeat, collect and name your own commands. Each step ends \
             in a small program that is worth keeping, from a tip calculator to a word \
             counter for your favourite song. Needs any computer with Python 3; nothing \
             else has to be installed.</p>",
        )
        .subject("field1020103")
        .audience(Audience::Students)
        .level(Level::Secondary)
        .licence(Licence::CcBy4)
        .tags(["programming", "python", "beginners", "loops", "functions"])
        .creator("Tunde Okafor")
        .contributors("Siobhán Keane")
        .notes(
            "<p>Let learners type the programs instead of pasting them: half of \
             programming is reading error messages, and typing produces plenty. The \
             reading-errors page comes early for that reason.</p>",
        )
        .outcome("Read, run and change programs of up to 30 lines")
        .outcome("Use variables, conditions, loops, lists and functions on purpose")
        .outcome("Find an error by reading the last line of a traceback first")
        .colours(0x30_69_98, 0xff_d4_3b)
        .section(Section::new("").summary(
            "<p>You will write your first program today and a useful one in a month. The \
             course has five parts; do one a week, and type everything yourself. Nothing \
             you type can break the computer.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Talking to the machine")
        .summary("<p>Values, names and the art of reading an error.</p>")
        .page(
            "Your first conversation",
            "<p>Start Python and open its editor, type these four lines, save the file as \
             <code>hello.py</code> and run it.</p>\n\
             <pre>name = input(\"What is your name? \")\n\
             year = int(input(\"In which year were you born? \"))\n\
             age = 2050 - year\n\
             print(\"In 2050,\", name, \"you turn\", age)</pre>\n\
             <p>Line one waits for you to type something and keeps it under the name \
             <code>name</code>. Such a name for a value is called a variable. Line two \
             does the same, but what people type is always text, a string, so \
             <code>int()</code> turns it into a whole number. Without it, line three \
             would try to subtract a piece of text from a number and stop.</p>\n\
             <p>The equals sign in Python is an order, not a statement: work out the \
             right side, then give the result the name on the left. That is why <code>age \
             = age + 1</code> makes perfect sense to Python, and none to a \
             mathematician.</p>",
        )
        .page(
            "How to read an error",
            "<p>Change <code>print</code> to <code>pint</code> and run again. Python \
             answers with several lines. Read the last one first: <code>NameError: name \
             'pint' is not defined</code>. It says what went wrong. The line above says \
             where.</p>\n\
             <p>Three kinds cover most first weeks. A <code>SyntaxError</code> means that \
             Python could not understand the sentence: a bracket is missing, often on the \
             line before the one it points to. A <code>NameError</code> means a word it \
             has never heard, usually a typing mistake. A <code>TypeError</code> means \
             the right word used on the wrong kind of value, such as adding a number to a \
             string.</p>\n\
             <p>An error is not a bad mark. Professional programmers see dozens a day. \
             What they do better is to read them calmly, change one thing, and run \
             again.</p>",
        )
        .quiz(
            Quiz::new("Predict the output")
                .intro("<p>Decide before you run it.</p>")
                .question(
                    Question::choice("What does print(\"3\" + \"4\") show?")
                        .right("34")
                        .wrong("7")
                        .wrong("3 + 4")
                        .wrong("An error")
                        .feedback("In quotation marks they are text, and plus joins text."),
                )
                .question(
                    Question::choice("What does print(7 // 2, 7 % 2) show?")
                        .right("3 1")
                        .wrong("3.5 0")
                        .wrong("3.5 1")
                        .wrong("4 1")
                        .feedback("// divides without remainder, % gives the remainder."),
                )
                .question(
                    Question::short("Which function turns the text \"12\" into the whole number 12?")
                        .accept("int")
                        .accept("int()")
                        .feedback("int(\"12\") gives 12."),
                )
                .question(
                    Question::truth("After x = 5 and x = x * 2 the name x stands for 10.", true)
                        .feedback("The right side is worked out first."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("Deciding")
        .summary("<p>If, else and comparisons that mean what you think.</p>")
        .page(
            "If this, then that",
            "<p>A program becomes interesting when it does not always do the same.</p>\n\
             <pre>price = float(input(\"Bill in euro: \"))\n\
             if price &gt;= 50:\n\
             tip = price * 0.10\n\
             else:\n\
             tip = price * 0.05\n\
             print(\"Tip:\", round(tip, 2))</pre>\n\
             <p>The lines that are indented by four spaces belong to the decision above \
             them. In Python the indentation is the grammar: move a line to the left and \
             it no longer belongs to the <code>if</code>. After the condition stands a \
             colon; leave it out and Python tells you so.</p>\n\
             <p>Comparisons use <code>==</code> for “is equal to”, because the single \
             sign is already taken for naming. Further ones are <code>!=</code> (not \
             equal), <code>&lt;</code>, <code>&lt;=</code>, <code>&gt;</code> and \
             <code>&gt;=</code>. Join them with <code>and</code>, <code>or</code> and \
             <code>not</code>. More than two ways need <code>elif</code> between \
             <code>if</code> and <code>else</code>; Python takes the first one that is \
             true and skips the rest.</p>",
        )
        .assignment(
            "Ticket machine",
            "<p>Write a program that asks for an age and prints the price of a \
             swimming-pool ticket: under 6 free, 6 to 17 three euro, 18 to 64 five euro, \
             from 65 four euro. Test it with 5, 6, 17, 18, 64 and 65, and hand in the \
             program together with your six results. Errors love edges.</p>",
        )
}

fn section_3() -> Section {
    Section::new("Repeating")
        .summary("<p>Loops, lists and the pleasure of letting a machine do the dull part.</p>")
        .book(
            Book::new("Loops in four examples")
                .intro("<p>Type each one, then change it.</p>")
                .chapter(
                    "Counting",
                    "<p><code>range(1, 6)</code> counts from 1 to 5: the end is not included.</p>\n\
                     <pre>for number in range(1, 6):\n\
                     print(number, number * number)</pre>",
                )
                .chapter(
                    "Walking through a list",
                    "<p>A list keeps values in order, in square brackets.</p>\n\
                     <pre>rivers = [\"Liffey\", \"Shannon\", \"Lee\"]\n\
                     for river in rivers:\n\
                     print(river, len(river))</pre>",
                )
                .chapter(
                    "Adding up",
                    "<p>Start with an empty sum outside the loop and add inside. If you set it to \
                     0 inside the loop, only the last value survives.</p>\n\
                     <pre>total = 0\n\
                     for price in [2.50, 1.20, 4.30]:\n\
                     total = total + price\n\
                     print(total)</pre>",
                )
                .chapter(
                    "Until it fits",
                    "<p><code>while</code> repeats as long as something is true.</p>\n\
                     <pre>answer = \"\"\n\
                     while answer != \"open\":\n\
                     answer = input(\"Password? \")\n\
                     print(\"Welcome!\")</pre>",
                ),
        )
        .page(
            "Lists and dictionaries",
            "<p>Positions in a list start at 0, so <code>rivers[0]</code> is the first \
             and <code>rivers[-1]</code> the last. <code>rivers.append(\"Boyne\")</code> \
             adds one at the end. <code>sorted(rivers)</code> gives a sorted copy and \
             leaves the old list alone.</p>\n\
             <p>A dictionary keeps pairs: a key and its value. It answers the question \
             “what belongs to this?” without searching.</p>\n\
             <pre>words = \"la la la land la\".split()\n\
             count = {}\n\
             for word in words:\n\
             count[word] = count.get(word, 0) + 1\n\
             print(count)</pre>\n\
             <p>The program prints <code>{'la': 4, 'land': 1}</code>. The method \
             <code>get</code> asks for the count so far and takes 0 if the word is new. \
             Put the text of a song in place of the first line and you know what it is \
             really about.</p>",
        )
        .quiz(
            Quiz::new("Loops and lists")
                .intro("<p>Count with your finger on the screen if it helps.</p>")
                .question(
                    Question::number("How many numbers does range(2, 10) count through?", 8.0, 0.0)
                        .feedback("From 2 to 9; the end is left out."),
                )
                .question(
                    Question::choice("names = [\"Ada\", \"Bo\", \"Cy\"]: what is names[1]?")
                        .right("Bo")
                        .wrong("Ada")
                        .wrong("Cy")
                        .wrong("An error")
                        .feedback("Positions start at 0."),
                )
                .question(
                    Question::number(
                        "total = 0, then for n in [1, 2, 3]: total = total + n * n. What is total in \
                         the end?",
                        14.0,
                        0.0,
                    )
                    .feedback("1 + 4 + 9."),
                )
                .question(
                    Question::truth(
                        "A while loop whose condition never becomes false stops by itself after a \
                         minute.",
                        false,
                    )
                    .feedback("It runs until you interrupt it, usually with Ctrl and C."),
                ),
        )
}

fn section_4() -> Section {
    Section::new("Your own commands")
        .summary("<p>Functions, and a project to show around.</p>")
        .page(
            "Functions: name it once, use it often",
            "<p>When you catch yourself copying lines, give them a name.</p>\n\
             <pre>def average(values):\n\
             return sum(values) / len(values)\n\
             \n\
             marks = [12, 15, 9, 14]\n\
             print(average(marks))</pre>\n\
             <p>The word <code>def</code> begins the definition. The names in brackets, \
             the parameters, stand for what the caller will hand over. \
             <code>return</code> ends the function and gives a value back. Printing \
             inside a function is something else: it shows text on the screen, but nobody \
             can calculate with it afterwards.</p>\n\
             <p>Choose verbs or clear nouns as names, and write one sentence below the \
             first line that says what comes back and in which unit. What happens with an \
             empty list? <code>len</code> gives 0, and dividing by it is a \
             <code>ZeroDivisionError</code>. A good function says what should happen \
             then.</p>",
        )
        .glossary(
            "Words programmers use",
            "<p>Short meanings, enough to understand an answer in a forum.</p>",
            [
                ("Variable", "A name that stands for a value; the value may change."),
                ("String", "A piece of text, written in quotation marks."),
                ("Argument", "The value handed to a function when it is called."),
                ("Loop", "Lines that are carried out several times."),
                ("Bug", "An error in a program that makes it do something other than intended."),
            ],
        )
        .assignment(
            "Final project",
            "<p>Write a program of 25 to 60 lines that is useful or fun for one \
             particular person you know. It must contain at least one function, one loop \
             and one decision. Hand in the code, a sentence about that person, and one \
             thing that did not work at first and how you found the reason.</p>",
        )
        .forum(
            "Show and tell, ask and help",
            "<p>Post your project or your question. When asking, include the whole error \
             message as text, not as a photo, and say what you expected to happen.</p>",
        )
        .url(
            "The official tutorial",
            "https://docs.python.org/3/tutorial/",
            "<p>When you are through, chapters 3 to 5 there are the natural next \
             step.</p>",
        )
}
