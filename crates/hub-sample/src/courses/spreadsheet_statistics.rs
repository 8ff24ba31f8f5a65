//! Descriptive statistics with a spreadsheet, for first-year students, in English.

use crate::course::{Activity, Attached, Audience, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("STAT-SHEET", "Honest numbers: statistics with a spreadsheet", "en")
        .summary(
            "<p>Describe, compare and draw data with any spreadsheet program, and know \
             what the numbers can and cannot say. Late buses, hours of sleep and the \
             price of flats serve as examples for mean and median, spread, outliers, \
             scatter plots and straight-line fits. For first-year students of any subject \
             who will soon have data of their own.</p>",
        )
        .subject("field1010103")
        .audience(Audience::Students)
        .level(Level::Tertiary)
        .licence(Licence::CcBySa4)
        .tags(["statistics", "spreadsheet", "mean", "median", "correlation", "charts"])
        .creator("Hannah Whitcombe")
        .contributors("Joon-ho Bae, Priya Raman")
        .notes(
            "<p>All formulas work in LibreOffice Calc, Excel and Google Sheets with \
             English function names. If your students use another language version, give \
             them the translation table of their program first.</p>",
        )
        .outcome("Choose between mean and median and defend the choice")
        .outcome("Measure spread and find outliers by a stated rule")
        .outcome("Fit a line and say in one sentence what it does not prove")
        .colours(0x2b_4c_7e, 0x7f_b0_69)
        .section(Section::new("").summary(
            "<p>Open your spreadsheet program before you read on. Each page has formulas \
             to try, and the small files are real enough to surprise you. Allow about \
             eight hours in all, spread over a month.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Tidy data")
        .summary(
            "<p>One row, one observation: how to type data so that a computer can \
             help.</p>",
        )
        .page(
            "A table a machine can read",
            "<p>Most trouble with spreadsheets begins long before the first formula. Give \
             each observation one row and each variable one column. Put a single line of \
             short names on top and nothing above it. One cell holds one value: not “5 \
             min”, but 5, with the unit in the column name.</p>\n\
             <p>Colours are for people. A cell marked yellow because the value is \
             doubtful says nothing to a formula; add a column named “doubtful” with yes \
             or no instead. Leave missing values empty. A zero is a measurement, and −99 \
             will one day be averaged by somebody.</p>\n\
             <p>Keep the raw data on a sheet of its own and never type into it again. \
             Calculate on other sheets. When somebody asks in June how you got the figure \
             of March, you will be able to answer.</p>",
        )
        .activity(Activity::File {
            name: "Bus delays at Station Road".to_owned(),
            intro: "<p>Ten mornings of one bus line. We use this file in sections 2 and 3.</p>".to_owned(),
            file: Attached::new(
                "bus-delays.csv",
                "day,delay_minutes\n\
                 1,4\n\
                 2,5\n\
                 3,3\n\
                 4,7\n\
                 5,5\n\
                 6,33\n\
                 7,4\n\
                 8,6\n\
                 9,5\n\
                 10,8\n\
                 ",
            ),
        })
        .quiz(
            Quiz::new("Is this table tidy?")
                .intro("<p>Three quick decisions.</p>")
                .question(
                    Question::choice("A column holds values such as “12 kg” and “9,5 kg”. What is best?")
                        .right("Name the column weight_kg and keep only numbers in it")
                        .wrong("Leave it, everybody understands it")
                        .wrong("Write the unit into a comment")
                        .feedback("A cell with letters in it is text, and AVERAGE skips text silently."),
                )
                .question(
                    Question::truth("Missing values should be typed as 0 so that no cell is empty.", false)
                        .feedback("Zero is a value and would pull every mean down."),
                )
                .question(
                    Question::choice("Three groups were measured. Where does the group belong?")
                        .right("In a column of its own, one value per row")
                        .wrong("In three separate tables side by side")
                        .wrong("In the background colour")
                        .feedback("With a column you can filter, sort and build pivot tables."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("The middle")
        .summary("<p>Mean, median and the bus that broke down.</p>")
        .page(
            "Two honest answers that differ",
            "<p>How late is the bus? The ten delays add up to 80 minutes, so \
             =AVERAGE(B2:B11) gives 8 minutes. But on eight of ten days the bus was less \
             than 8 minutes late, and on one it was exactly 8. The mean is right and yet \
             describes no normal morning: the day with 33 minutes pulled it up.</p>\n\
             <p>Sort the values: 3, 4, 4, 5, 5, 5, 6, 7, 8, 33. The middle lies between \
             the fifth and the sixth, both 5. =MEDIAN(B2:B11) gives 5. Replace 33 by 330 \
             and the median stays at 5, while the mean jumps to 37.7.</p>\n\
             <p>Which one is correct? It depends on the question. The passenger who \
             wonders what to expect tomorrow wants the median. The company that pays a \
             refund for every minute of delay wants the mean, because mean times number \
             of days is the total. Say which one you use, and why.</p>",
        )
        .choice(
            "Mean or median?",
            "<p>A town wants to describe what its inhabitants typically earn. Ten people \
             there are billionaires. Which figure should the brochure print?</p>",
            ["The mean income", "The median income", "Both, with an explanation"],
        )
        .assignment(
            "Two headlines",
            "<p>Use the bus data to write two newspaper headlines that contradict each \
             other although both are true. Below them, write the sentence a fair reporter \
             would print, and the formula behind each figure.</p>",
        )
}

fn section_3() -> Section {
    Section::new("The spread")
        .summary("<p>Range, quartiles, standard deviation and a rule for outliers.</p>")
        .page(
            "How far apart?",
            "<p>Two bus lines may share a median of 5 minutes and still be very different \
             to live with. The range, largest minus smallest, depends on the two most \
             extreme days only. Quartiles are sturdier: a quarter of the values lie below \
             the first, three quarters below the third.</p>\n\
             <p>For our bus, =QUARTILE.INC(B2:B11;1) gives 4.25 and \
             =QUARTILE.INC(B2:B11;3) gives 6.75. The difference, 2.5 minutes, is the \
             interquartile range: the width of the middle half. Your program may want \
             commas instead of semicolons.</p>\n\
             <p>The standard deviation =STDEV.S(B2:B11) gives about 8.9 minutes. It \
             measures the typical distance from the mean, but squares each distance on \
             the way, so a single breakdown counts enormously: without day 6 it would be \
             about 1.6. Use it with the mean for data that are roughly symmetrical; use \
             quartiles with the median for data that are not.</p>",
        )
        .page(
            "Outliers are questions",
            "<p>A common rule calls a value an outlier if it lies more than one and a \
             half interquartile ranges outside the quartiles. For the bus the upper fence \
             is 6.75 + 1.5 · 2.5 = 10.5 minutes. The 33 lies far beyond.</p>\n\
             <p>The rule finds values to ask about, not values to delete. Was it a typing \
             error for 3? A breakdown? A day of snow? A wrong value is corrected or \
             removed with a note. A true but unusual value stays, and you may report the \
             result with and without it. Removing values until the chart looks good has a \
             name, and it is not statistics.</p>",
        )
        .quiz(
            Quiz::new("Measure the spread")
                .intro("<p>Use the file with bus delays and your spreadsheet.</p>")
                .question(
                    Question::number("What is the median of the ten delays, in minutes?", 5.0, 0.0)
                        .feedback("The fifth and the sixth sorted value are both 5."),
                )
                .question(
                    Question::number(
                        "What is the interquartile range with QUARTILE.INC, in minutes?",
                        2.5,
                        0.0,
                    )
                    .feedback("6.75 − 4.25."),
                )
                .question(
                    Question::number(
                        "What would the mean be, in minutes, if day 6 had been 3 instead of 33?",
                        5.0,
                        0.0,
                    )
                    .feedback("The total falls from 80 to 50."),
                )
                .question(
                    Question::choice("Which figure changes least when one extreme value is added?")
                        .right("The median")
                        .wrong("The mean")
                        .wrong("The range")
                        .wrong("The standard deviation")
                        .feedback("It only counts how many values lie on either side."),
                ),
        )
}

fn section_4() -> Section {
    Section::new("Two variables")
        .summary("<p>Scatter plots, correlation and the line through the cloud.</p>")
        .page(
            "Draw before you calculate",
            "<p>Put five values of x, 1 to 5, in column A and 2, 4, 5, 4, 5 in column B. \
             Insert a scatter chart. The cloud rises to the right, not perfectly. \
             =CORREL(A1:A5;B1:B5) gives about 0.77; it would be 1 for a perfect rising \
             line, −1 for a falling one, and near 0 if no line describes the cloud.</p>\n\
             <p>Then =SLOPE(B1:B5;A1:A5) gives 0.6 and =INTERCEPT(B1:B5;A1:A5) gives 2.2: \
             the line y = 0.6x + 2.2. Note that these two functions want y first. Between \
             1 and 5 the line is a fair summary. At x = 100 it promises 62.2, and nobody \
             has ever looked there.</p>\n\
             <p>Always draw. In 1973 Francis Anscombe published four small data sets with \
             the same means, the same variances, the same correlation and the same fitted \
             line. One is a decent cloud, one a curve, one a perfect line with a single \
             stray point, one a column with a lone far point. Only the pictures tell them \
             apart.</p>",
        )
        .page(
            "What a correlation does not say",
            "<p>In many towns the number of ice creams sold goes up and down with the \
             number of people who need help in the river. Banning ice cream would save \
             nobody: hot days cause both. Such a hidden third variable is called a \
             confounder, and you should name two candidates before you write the word \
             “because”.</p>\n\
             <p>The arrow may also point the other way. Firms with many safety \
             inspections have many accidents, perhaps because inspectors go where \
             accidents happen. And some correlations are luck: compare a thousand pairs \
             of columns and dozens will look strong. Only an experiment, in which you \
             assign x yourself and at random, lets you speak of cause with some calm.</p>",
        )
        .forum(
            "Correlation of the week",
            "<p>Post a headline from the news that turns a correlation into a cause. Name \
             a confounder or a reversed arrow that could explain it as well. Be kind to \
             journalists.</p>",
        )
        .assignment(
            "Your own small study",
            "<p>Collect at least 20 pairs of values you can measure yourself, for \
             instance walking time and distance, or price and weight. Hand in the tidy \
             table, a scatter plot with labelled axes, the correlation, the line, and a \
             paragraph on what the line does not prove.</p>",
        )
        .url(
            "Datasets to practise with",
            "https://ourworldindata.org",
            "<p>Every chart there has a download button for its data. Choose one with \
             fewer than 300 rows for a start.</p>",
        )
}
