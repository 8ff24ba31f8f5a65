//! Bicycle repair in a community workshop, in English.

use crate::course::{Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("BIKE-FIX", "Keep it rolling: bicycle repair for everybody", "en")
        .summary(
            "<p>Mend a puncture, tame squealing brakes, find out why a chain skips and \
             set a rear derailleur so that every gear falls into place. Written in a \
             community workshop for people who have never held a spoke key, with the \
             tools named, the order of steps explained and a clear word on when a bicycle \
             must go to a professional instead.</p>",
        )
        .subject("field1030799")
        .audience(Audience::Students)
        .level(Level::Association)
        .licence(Licence::PublicDomain)
        .tags(["bicycle", "repair", "brakes", "gears", "puncture", "sustainability"])
        .creator("Owen Kilbride")
        .contributors("Fatuma Hassan")
        .notes(
            "<p>We use this course for volunteers in our Saturday workshop. Release it \
             into your own: it is in the public domain. Section 4 works best with two \
             bicycles per group, one good and one bad.</p>",
        )
        .outcome("Check a bicycle for safety in two minutes")
        .outcome("Repair a punctured tube so that it stays tight")
        .outcome("Adjust cable brakes and an indexed rear derailleur")
        .colours(0x0f_5c_6e, 0xf6_ae_2d)
        .section(Section::new("").summary(
            "<p>Roll up your sleeves. Every part ends at a real bicycle, so read beside \
             it, wheel in the air and rag within reach. Black fingers are part of the \
             marking scheme.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Meet your machine")
        .summary("<p>The two-minute check and the few tools that matter.</p>")
        .page(
            "The two-minute check",
            "<p>Before every longer ride, go once around the bicycle. Squeeze both tyres: \
             a thumb should hardly dent them. The pressure range is printed on the side \
             of the tyre; choose the upper half for roads and the lower half for rough \
             ground.</p>\n\
             <p>Pull the front brake and rock the bicycle back and forth. A knock you \
             feel at the head of the frame means loose headset bearings. Then lift each \
             wheel and try to move it sideways: play at the rim means loose hub bearings. \
             Spin the wheel and watch the gap between rim and brake pad.</p>\n\
             <p>Pull each brake lever hard. It must not reach the handlebar. Look at the \
             pads, at the cables for broken strands, at the chain for rust. Finally check \
             that both wheels are firmly clamped, that the light works, and that saddle \
             and handlebar are tight. If anything fails, repair it first; a bicycle is a \
             vehicle.</p>",
        )
        .glossary(
            "Parts by name",
            "<p>If you can name it, you can ask for it in a shop.</p>",
            [
                ("Derailleur", "The mechanism that moves the chain from one sprocket to the next."),
                ("Sprocket", "One toothed wheel of the set on the rear hub."),
                ("Chainring", "A toothed wheel at the cranks, turned by the pedals."),
                (
                    "Barrel adjuster",
                    "A hollow screw through which a cable passes; turning it out tightens the \
                     cable a little.",
                ),
                ("Headset", "The bearings in which fork and handlebar turn."),
                (
                    "ETRTO size",
                    "Two numbers such as 37-622: tyre width and rim seat diameter in millimetres. \
                     They tell you which tube and tyre fit.",
                ),
            ],
        )
        .page(
            "Ten tools are enough",
            "<p>A good home workshop fits in a shoe box: three plastic tyre levers, a \
             pump with a gauge, a patch kit, hexagon keys from 2 to 8 millimetres, a \
             medium cross-head and a flat screwdriver, an adjustable spanner, a chain \
             wear gauge, cable cutters, chain oil and a roll of rags. A spoke key and a \
             pedal spanner come later.</p>\n\
             <p>Buy hexagon keys of decent steel; soft ones round off the screw and turn \
             a five-minute job into an afternoon. Push the key in fully, clean the dirt \
             out of the socket before you do, and remember the one exception to “right is \
             tight”: the left pedal has a left-hand thread and loosens clockwise.</p>",
        )
}

fn section_2() -> Section {
    Section::new("Flat tyre")
        .summary("<p>From hiss to holding air, without pinching the new tube.</p>")
        .book(
            Book::new("Mending a puncture")
                .intro("<p>Seven steps. Read them all once before you start.</p>")
                .chapter(
                    "Wheel off, tube out",
                    "<p>Turn the bicycle upside down. Open the brake, loosen the quick release or \
                     nuts, and take the wheel out. Let out the rest of the air and press the tyre \
                     beads into the well in the middle of the rim all around. Then the levers \
                     need no force. Lift one side of the tyre over the rim and pull out the \
                     tube.</p>",
                )
                .chapter(
                    "Find the hole and its cause",
                    "<p>Pump the tube to twice its size and move it slowly past your cheek and \
                     ear. In water, bubbles show the place. Mark it with a cross larger than the \
                     patch. Now search the same spot in the tyre: run a rag around inside, and it \
                     catches on glass or thorns. Two small slits side by side are a snake bite: \
                     the tyre had too little pressure and was crushed on a kerb.</p>",
                )
                .chapter(
                    "Roughen, glue, wait, press",
                    "<p>Sand the spot until the shine is gone. Spread the rubber solution thinly, \
                     larger than the patch, and wait until it no longer looks wet, about five \
                     minutes. This waiting is what most people skip. Press the patch on firmly \
                     from the middle outwards.</p>",
                )
                .chapter(
                    "Back together",
                    "<p>Put a little air into the tube, just enough to be round. Lay it in, valve \
                     first and straight. Work the tyre back on with your thumbs, finishing at the \
                     valve. Push the valve up into the tyre once, look all around that no tube is \
                     trapped, then pump in two stages.</p>",
                ),
        )
        .quiz(
            Quiz::new("Puncture clinic")
                .intro("<p>Four patients come in. What is your diagnosis?</p>")
                .question(
                    Question::choice("Two slits side by side, like a bite")
                        .right("The pressure was too low and the tube was crushed against the rim")
                        .wrong("A thorn")
                        .wrong("A broken valve")
                        .wrong("The patch was old")
                        .feedback("Pump to the range on the tyre and it will not come back."),
                )
                .question(
                    Question::choice("The patch lifts off at its edge. Most likely reason?")
                        .right("The glue had not dried before pressing")
                        .wrong("Too much air in the tyre")
                        .wrong("The patch was too large")
                        .feedback("Rubber solution must look dull before the patch goes on."),
                )
                .question(
                    Question::truth("The cause in the tyre must be found before a new tube goes in.", true)
                        .feedback("Otherwise the same thorn makes the same hole tomorrow."),
                )
                .question(
                    Question::choice("The hole is on the inner side of the tube, facing the rim.")
                        .right("The rim tape has slipped and a spoke hole or spoke end cut the tube")
                        .wrong("The tyre is worn out")
                        .wrong("You rode over a nail")
                        .feedback("Look at the rim tape first, it costs little."),
                ),
        )
}

fn section_3() -> Section {
    Section::new("Brakes")
        .summary("<p>Why they squeal, rub or pull to the bar, and what to do.</p>")
        .page(
            "Setting rim brakes",
            "<p>Rim brake pads must meet the rim flat and in the middle of its braking \
             surface. Too high and they saw through the tyre; too low and they dive under \
             the rim. Loosen the pad, hold it in place while somebody pulls the lever \
             gently, and tighten.</p>\n\
             <p>If the pads squeal, let the front end of each pad touch about a \
             millimetre before the rear end. This is called toe-in, and a folded business \
             card under the rear edge sets it well. Clean the rim with alcohol, and pick \
             grit out of the pads.</p>\n\
             <p>When the lever comes too near to the bar, turn the barrel adjuster out. \
             If that is used up, screw it in again, loosen the cable clamp, pull the \
             cable through two or three millimetres, and clamp it. A pad is finished when \
             its grooves are gone. A rim is finished when its wear mark, a small dimple \
             or groove, has disappeared or its side feels hollow: then ride no further on \
             it.</p>",
        )
        .page(
            "Disc brakes in short",
            "<p>Disc brakes work in rain as well as in sunshine, but hate oil. One \
             fingerprint on the disc or a careless spray of chain lube will make them \
             scream, and contaminated pads usually have to be replaced. Clean discs with \
             alcohol and a fresh cloth only.</p>\n\
             <p>If the disc rubs, loosen the two screws that hold the calliper, pull the \
             lever and keep it pulled, and tighten the screws again: the calliper centres \
             itself. Pads whose lining is thinner than about a millimetre are due. On \
             hydraulic brakes never pull the lever while the wheel is out unless a spacer \
             sits between the pads. Bleeding air out of a hydraulic line is a job to \
             learn from somebody in person.</p>",
        )
        .label(
            "<p><strong>Send it to the workshop:</strong> cracked frames or forks, bent \
             handlebars, loose spokes on more than two places, anything electrical on a \
             pedelec except changing the battery.</p>",
        )
}

fn section_4() -> Section {
    Section::new("Drive")
        .summary("<p>Chain wear, cleaning and a derailleur that obeys.</p>")
        .page(
            "The chain tells you its age",
            "<p>A chain does not stretch; its pins and rollers wear, and so it becomes \
             longer. A new chain measures 304.8 millimetres over 24 half links. A gauge \
             shows when it has grown by 0.5 per cent or 0.75 per cent. Change it at 0.5 \
             on 11 or more sprockets and at 0.75 on older drives, and the expensive \
             sprockets live two or three times as long.</p>\n\
             <p>Clean the chain by pulling it backwards through a dry rag. Put one drop \
             of oil on every roller, wait ten minutes, and wipe off everything you can. \
             Oil belongs inside the rollers; what remains outside only collects sand and \
             makes grinding paste.</p>",
        )
        .page(
            "Indexing the rear derailleur",
            "<p>Shift to the smallest sprocket. The limit screw marked H is right when \
             the guide wheel stands exactly below that sprocket. Now click one gear up \
             while you turn the pedals. If the chain does not climb, the cable is too \
             loose: turn the barrel adjuster out by a quarter turn. If it climbs two or \
             rattles against the next sprocket, turn it in by a quarter turn.</p>\n\
             <p>Repeat until it climbs at once and runs silently, then try all gears up \
             and down. Last, check the screw L on the largest sprocket: the chain must \
             reach it, and the derailleur must not be able to push further, into the \
             spokes. If the shifting never gets clean, look from behind whether the \
             hanger, the small tongue that holds the derailleur, is bent. That is the \
             most common cause after a fall.</p>",
        )
        .assignment(
            "Service report",
            "<p>Choose a bicycle that is not yours and service it with its owner's \
             consent. Hand in a report with a photo before and after, the faults found in \
             the two-minute check, what you did in which order, what you did not dare to \
             do, and what you would charge in a repair café: the parts only, with \
             prices.</p>",
        )
        .forum(
            "Saturday workshop",
            "<p>Stuck screw, mystery noise, strange standard from the eighties? Describe \
             it precisely: when does it occur, at which speed, under load or coasting, \
             how often per turn of wheel or pedal?</p>",
        )
}
