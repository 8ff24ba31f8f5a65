//! Chess endgames for club players, in English.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("CHESS-END", "Chess endgames you will really meet", "en")
        .summary(
            "<p>Most club games are lost not in the opening but with few pieces left on \
             the board. Learn to mate with a rook, to count whether a pawn can be caught, \
             to fight for the opposition, and the two rook endings that every player \
             needs: Lucena, which wins, and Philidor, which draws. You should know how \
             the pieces move and how to read moves such as Kf6 or e8=Q.</p>",
        )
        .subject("field1092101")
        .audience(Audience::Students)
        .level(Level::Other)
        .licence(Licence::CcByNc4)
        .tags(["chess", "endgame", "opposition", "rook endings", "strategy"])
        .creator("Milda Vaitkutė")
        .contributors("Colm Hegarty")
        .notes(
            "<p>Set every position up on a real board. Reading variations is not the same \
             as feeling that the king is one step too late.</p>",
        )
        .outcome("Mate with king and rook against king in under 25 moves")
        .outcome("Judge king and pawn endings by key squares and opposition")
        .outcome("Win the Lucena position and hold the Philidor position")
        .colours(0x2d_2d_2a, 0xe5_dc_c5)
        .section(Section::new("").summary(
            "<p>Bring a board. Four short parts, each with positions you set up with your \
             own hands and play out against a friend, first with White and then with \
             Black.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Finishing the job")
        .summary("<p>Elementary mates, and how wins are thrown away.</p>")
        .page(
            "The shrinking box",
            "<p>A lone rook cannot mate; it needs its king. Think of the rook as a fence. \
             Put it on a rank or file that cuts the enemy king off from most of the \
             board. Behind the fence remains a box, and the plan is only to make the box \
             smaller without ever letting the king out.</p>\n\
             <p>When the rook is attacked from the diagonal, protect it with your king or \
             move it far along the fence. When the two kings stand face to face with one \
             square between them and it is the enemy's move, he must step aside or back, \
             and you check from the side: he loses a rank. If the kings stand face to \
             face and it is your move, waste one: slide the rook along its fence and let \
             him come to you.</p>\n\
             <p>At the edge it ends. White: king f6, rook a1; Black: king f8. Kings face \
             each other, White to move, and 1.Ra8 is mate. It always looks like this: \
             edge, opposition, check along the edge.</p>",
        )
        .quiz(
            Quiz::new("Mate or stalemate?")
                .intro("<p>Black is to move in each position. What is it?</p>")
                .question(
                    Question::choice("Black: king a8. White: queen b6, king d5.")
                        .right("Stalemate")
                        .wrong("Checkmate")
                        .wrong("Neither")
                        .feedback(
                            "The queen takes a7, b7 and b8 but does not attack a8. Half a point is gone.",
                        ),
                )
                .question(
                    Question::choice("Black: king f8. White: king f6, rook a8.")
                        .right("Checkmate")
                        .wrong("Stalemate")
                        .wrong("Neither")
                        .feedback("The eighth rank is under fire and the white king guards e7, f7 and g7."),
                )
                .question(
                    Question::choice("Black: king h8. White: queen g7, king f6.")
                        .right("Checkmate")
                        .wrong("Stalemate")
                        .wrong("Neither")
                        .feedback("The queen is protected by her king and covers every flight square."),
                )
                .question(
                    Question::truth(
                        "With a queen, the danger is stalemate; with a rook, it is patience.",
                        true,
                    )
                    .feedback("The rook leaves air, the queen takes it all."),
                ),
        )
}

fn section_2() -> Section {
    Section::new("One pawn")
        .summary("<p>Can it run, can it be escorted, and when is it worth nothing?</p>")
        .page(
            "The rule of the square",
            "<p>Can a king catch a lone passed pawn? There is no need to count moves. \
             Draw a square whose one side is the pawn's path to promotion. For a white \
             pawn on a4 the path is a4 to a8, so the corners are a4, a8, e8 and e4. If \
             the black king stands in the square, or can step into it when it is his \
             move, he catches the pawn. If not, he comes too late.</p>\n\
             <p>Try it with the black king on f4. Black to move plays 1...Ke5, is inside, \
             and after 2.a5 Kd6 3.a6 Kc7 4.a7 Kb7 he takes the new queen or the pawn. \
             White to move plays 1.a5, the square shrinks to a5, a8, d8 and d5, and the \
             king on f4 cannot enter it any more.</p>\n\
             <p>Mind the double step: a pawn that is still on its first square must be \
             treated as if it stood one square further on.</p>",
        )
        .page(
            "Opposition and key squares",
            "<p>Put a white king on e5, a white pawn on e4 and the black king on e7. Two \
             kings with one square between them: whoever must move gives way. That is the \
             opposition, and you have it when the other has to move.</p>\n\
             <p>If Black is to move, he steps aside, for instance 1...Kd7, and 2.Kf6 \
             brings the white king to a key square. If White is to move, 1.Kd5 Kd7 or \
             1.Kf5 Kf7, and Black holds the balance for ever.</p>\n\
             <p>Key squares make it exact. For a pawn on e4 they are d6, e6 and f6: two \
             ranks ahead, one step to either side. Once the white king stands on one of \
             them, the pawn will promote whoever is to move. For a pawn that has reached \
             the fifth rank, the squares on the rank directly before it count as well. \
             Therefore the first rule of these endings reads: king first, pawn behind. \
             Who pushes the pawn in a hurry gives up the squares the king needed.</p>",
        )
        .page(
            "When extra material is worth nothing",
            "<p>A rook pawn is the defender's friend. If the black king reaches the \
             corner before it, he cannot be driven out: he shuttles between a8 and b8, \
             and pushing the pawn to a7 gives stalemate.</p>\n\
             <p>Even a bishop may not help. White has a pawn on the h-file and a bishop \
             on light squares; the promotion square h8 is dark. The black king sits on \
             h8, and no piece of White can ever chase him from there. This is the famous \
             wrong bishop. Before you exchange everything and keep a rook pawn and a \
             bishop, look at the colour of the corner.</p>",
        )
        .assignment(
            "Draw or win? Explain it",
            "<p>White: king d5, pawn d4. Black: king d7. Analyse twice, with White to \
             move and with Black to move. Write at most ten lines: who wins or holds, the \
             key squares, the first three moves of the main line, and the one mistake \
             that would change the result.</p>",
        )
}

fn section_3() -> Section {
    Section::new("Rooks")
        .summary("<p>Half of all endgames contain them. Two positions are enough to begin.</p>")
        .book(
            Book::new("Lucena and Philidor")
                .intro("<p>Two old names, one wins and one draws.</p>")
                .chapter(
                    "Building a bridge: the Lucena position",
                    "<p>White: king g8, pawn g7, rook f1. Black: king e7, rook h2. The white king \
                     stands in front of his own pawn and wants to come out, but the black rook \
                     will check from the side and from behind. White builds a shelter.</p>\n\
                     <p>1.Re1+ Kd7 2.Re4! The point of everything: the rook goes to its fourth \
                     rank. 2...Rh1 3.Kf7 Rf1+ 4.Kg6 Rg1+ 5.Kf6 Rf1+ 6.Kg5 Rg1+ 7.Rg4. The rook \
                     closes the bridge, the checks are over, and the pawn promotes.</p>",
                )
                .chapter(
                    "The third-rank defence: the Philidor position",
                    "<p>White: king d5, pawn e5, rook a7. Black: king e8, rook b6. Black is a \
                     pawn down and yet in no danger. His rook on the sixth rank (his third) keeps \
                     the white king from coming closer. He simply moves it to and fro along the \
                     rank.</p>\n\
                     <p>As soon as the pawn steps to e6, it no longer shelters its king: 1.e6 \
                     Rb1! and Black checks from behind, 2.Kd6 Rd1+, again and again. The white \
                     king finds no hiding place. Too early is wrong, too late is wrong: the rook \
                     leaves at the moment the pawn advances.</p>",
                ),
        )
        .quiz(
            Quiz::new("Rook endings")
                .intro("<p>Three decisions over the board.</p>")
                .question(
                    Question::choice(
                        "You are a pawn up in a Lucena position. To which rank does your rook go to \
                         build the bridge?",
                    )
                    .right("The fourth")
                    .wrong("The second")
                    .wrong("The sixth")
                    .wrong("The eighth")
                    .feedback("From there it can step in front of a check when your king comes down."),
                )
                .question(
                    Question::choice(
                        "In the Philidor position, when does the defending rook leave the third-rank \
                         line?",
                    )
                    .right("As soon as the pawn advances to it")
                    .wrong("At once")
                    .wrong("When the king is checked")
                    .wrong("Never")
                    .feedback(
                        "The pawn on its sixth rank no longer hides the attacking king from checks \
                         from behind.",
                    ),
                )
                .question(
                    Question::choice("A passed pawn is running. Where does your rook normally belong?")
                        .right("Behind the pawn")
                        .wrong("In front of the pawn")
                        .wrong("Beside the king")
                        .feedback(
                            "Behind it, your own rook grows stronger with each step, and the enemy's pawn \
                             grows heavier to escort.",
                        ),
                ),
        )
}

fn section_4() -> Section {
    Section::new("Practice")
        .summary("<p>From knowing to doing.</p>")
        .page(
            "Thinking in plans",
            "<p>In the middle game we calculate: if I go there, he goes there. In the \
             endgame first ask what you would like to have, and only then calculate \
             whether you get it. Where would my king stand best? Which pawn could become \
             passed? Which exchange leads to a position I know to be won?</p>\n\
             <p>Bring the king out. With queens gone he is worth about four pawns of \
             fighting strength, and every move he spends at home is lost. Do not hurry: \
             when the opponent can do nothing, improve the worst placed piece first. And \
             be suspicious of pawn exchanges when you are ahead. The side with the extra \
             pawn likes to exchange pieces, the defender likes to exchange pawns, because \
             the last pawn on the board is often the difference between a point and half \
             a point.</p>",
        )
        .choice(
            "Your weak spot",
            "<p>Which kind of ending costs you the most points at the moment?</p>",
            ["Elementary mates", "King and pawns", "Rook endings", "I never reach an endgame"],
        )
        .forum(
            "Endgames from our own games",
            "<p>Post a position from a game of yours with at most seven pieces, who was \
             to move and what you played. Others say what they would do before you reveal \
             how it ended.</p>",
        )
        .url(
            "Train against a computer",
            "https://lichess.org/practice",
            "<p>The free practice area contains the positions of this course and many \
             more.</p>",
        )
}
