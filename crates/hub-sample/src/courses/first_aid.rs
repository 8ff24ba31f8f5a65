//! First aid for the workplace, in English.

use crate::course::{Activity, Attached, Audience, Book, Course, Level, Licence, Question, Quiz, Section};

/// The course.
pub fn course() -> Course {
    Course::new("FA-BASIC", "First aid: the first ten minutes", "en")
        .summary(
            "<p>What to do until the ambulance comes: look for danger, check the person, \
             call, and act. The course covers resuscitation of adults, choking, severe \
             bleeding, burns, stroke and the recovery position with short texts, decision \
             exercises and checklists for the workplace. It prepares for a practical \
             class with a trainer and a manikin; it does not replace one.</p>",
        )
        .subject("field1069907")
        .audience(Audience::Students)
        .level(Level::Corporate)
        .licence(Licence::CcBy3)
        .tags(["first aid", "CPR", "emergency", "workplace", "safety"])
        .creator("Gráinne Mulcahy")
        .contributors("Dr Samuel Adeyemi, Liam Doyle")
        .notes(
            "<p>Based on what European first-aid classes commonly teach for adults. \
             Before you use it, replace the emergency number in section 1 if 112 is not \
             valid in your country, and add where your own first-aid box and \
             defibrillator hang.</p>",
        )
        .outcome("Make an emergency call that contains all the information needed")
        .outcome("Decide within ten seconds whether resuscitation is needed")
        .outcome(
            "Describe the right first measure for choking, bleeding, burns and suspected \
             stroke",
        )
        .colours(0xb3_20_2c, 0xf5_f0_e6)
        .section(Section::new("").summary(
            "<p>You can work through this course in two evenings. Read it with the \
             practical class in view: knees on the floor, hands on the manikin, voice \
             loud. What you have read you may forget; what you have done you will do \
             again.</p>",
        ))
        .section(section_1())
        .section(section_2())
        .section(section_3())
        .section(section_4())
}

fn section_1() -> Section {
    Section::new("Before you touch anybody")
        .summary("<p>Your own safety, the first look and the call.</p>")
        .page(
            "Look, speak, call",
            "<p>The first rule sounds selfish and saves lives: do not become the second \
             casualty. Stop for three seconds and look. Is there traffic, electricity, \
             gas, fire, broken glass? Switch off, close off, or stay away and call.</p>\n\
             <p>If it is safe, go to the person, kneel at the side of the head and speak \
             loudly: “Hello, can you hear me?” Shake the shoulders gently. Somebody who \
             answers breathes. Ask what happened, stay with them, and look them over from \
             head to foot.</p>\n\
             <p>Somebody who does not answer needs help at once. Shout for others, point \
             at one person and give that person a task: “You in the green jacket, call \
             112 and come back to me.” A task given to everybody is done by nobody.</p>",
        )
        .page(
            "What the control room needs to hear",
            "<p>In all countries of the European Union and many others the number is 112. \
             It is free, works from any phone and even with a locked screen. Put the \
             phone on loudspeaker so that you keep both hands.</p>\n\
             <p>Say where first: street and number, floor, gate, the nearest junction. If \
             the line breaks off, an ambulance can still be sent. Then say what happened, \
             how many people are hurt, and what you see: not breathing, bleeding heavily, \
             trapped. Then wait. The dispatcher asks questions, tells you what to do \
             next, and ends the call, not you.</p>\n\
             <p>Send somebody to the entrance to guide the crew. At a large site this \
             often wins more time than anything else you can do.</p>",
        )
        .activity(Activity::File {
            name: "Pocket card: the emergency call".to_owned(),
            intro: "<p>Print it, fill in the address of your workplace and put it beside the \
                 phone.</p>"
                .to_owned(),
            file: Attached::new(
                "emergency-call.txt",
                "EMERGENCY CALL - 112\n\
                 1 WHERE   Address, floor, entrance: ______________________________\n\
                 2 WHAT    What happened? Danger still there?\n\
                 3 WHO     How many people, what injuries? Awake? Breathing?\n\
                 4 WAIT    Answer the questions. Do not hang up first.\n\
                 5 GUIDE   Send somebody to the entrance. Unlock the gate and the lift.\n\
                 Our defibrillator hangs: ___________   First-aid box: ___________\n\
                 ",
            ),
        })
}

fn section_2() -> Section {
    Section::new("Not breathing normally")
        .summary("<p>Resuscitation of an adult and the use of a defibrillator.</p>")
        .page(
            "Thirty and two",
            "<p>Tilt the head back with one hand on the forehead and two fingers under \
             the chin. Look, listen and feel for normal breathing for no more than ten \
             seconds. A few noisy gasps in the first minutes after the heart stops are \
             <strong>not</strong> normal breathing. If in doubt, act as if the person \
             were not breathing.</p>\n\
             <p>Put the heel of one hand on the centre of the chest, the other hand on \
             top, arms straight. Press down 5 to 6 centimetres, 100 to 120 times a \
             minute, and let the chest rise fully each time. After 30 compressions give \
             two breaths of about one second each, just enough to see the chest rise. If \
             you cannot or do not want to give breaths, press without stopping.</p>\n\
             <p>Pressing hard enough is tiring. Change over every two minutes if somebody \
             else is there, and lose no more than a few seconds doing it. Ribs may crack; \
             carry on. Stop only when the person begins to breathe normally, when the \
             crew takes over, or when you are exhausted.</p>",
        )
        .page(
            "The defibrillator talks to you",
            "<p>An automated external defibrillator analyses the heart rhythm and gives a \
             shock only if a shock can help. It cannot harm somebody whose heart beats \
             normally, and you need no training to open it. Switch it on and follow the \
             voice.</p>\n\
             <p>Bare the chest, dry it if it is wet, and stick the pads where the \
             pictures show: one below the right collarbone, one on the left side below \
             the armpit. Others keep on pressing the chest while you do this. When the \
             device says so, nobody may touch the person. After the shock continue with \
             compressions at once, without waiting to see what happens.</p>\n\
             <p>In the first minutes each minute without compressions or shock lowers the \
             chance of survival by about a tenth. That is why it matters that you know \
             where the device hangs.</p>",
        )
        .quiz(
            Quiz::new("Would you press?")
                .intro("<p>Six short cases. Decide as you would on the spot.</p>")
                .question(
                    Question::choice(
                        "A man collapsed. He does not answer and gasps about every eight seconds. \
                         What now?",
                    )
                    .right("Call, and begin chest compressions")
                    .wrong("Put him in the recovery position")
                    .wrong("Wait for one minute and check again")
                    .wrong("Give him water")
                    .feedback("Gasping is a sign of cardiac arrest, not of breathing."),
                )
                .question(
                    Question::number(
                        "How many chest compressions come before two rescue breaths in an adult?",
                        30.0,
                        0.0,
                    )
                    .feedback("Thirty to two, until help comes."),
                )
                .question(
                    Question::truth("Chest compressions must be stopped when a rib cracks.", false).feedback(
                        "A rib heals. Carry on and check that your hands are in the centre of the \
                         chest.",
                    ),
                )
                .question(
                    Question::choice("How deep should compressions be for an adult?")
                        .right("5 to 6 centimetres")
                        .wrong("1 to 2 centimetres")
                        .wrong("3 to 4 centimetres")
                        .wrong("At least 8 centimetres")
                        .feedback("Less moves too little blood, more injures."),
                )
                .question(
                    Question::truth("A defibrillator gives no shock to a heart that beats normally.", true)
                        .feedback("It measures first. You can do nothing wrong by switching it on."),
                )
                .question(
                    Question::choice("A woman does not answer but breathes calmly. What now?")
                        .right("Recovery position, call 112, watch her breathing")
                        .wrong("Begin chest compressions")
                        .wrong("Sit her up and give sweet tea")
                        .feedback(
                            "Breathing normally but unconscious means: airway free, on the side, keep \
                             watching.",
                        ),
                ),
        )
}

fn section_3() -> Section {
    Section::new("Seconds count")
        .summary("<p>Choking, severe bleeding and burns.</p>")
        .book(
            Book::new("Three situations, three reflexes")
                .intro("<p>Learn the first move by heart. The rest follows.</p>")
                .chapter(
                    "Choking",
                    "<p>If the person can cough, encourage coughing and do nothing else. If the \
                     cough is silent and the face turns dark, bend the person forward and strike \
                     five times between the shoulder blades with the heel of your hand. If it \
                     does not help, stand behind, put a fist above the navel and below the \
                     breastbone, and pull sharply inwards and upwards up to five times. Alternate \
                     five and five. If the person loses consciousness, call and start \
                     resuscitation.</p>",
                )
                .chapter(
                    "Severe bleeding",
                    "<p>Press directly on the wound with whatever clean cloth is near, and press \
                     hard. Lay the person down and keep them warm. Put a pressure bandage over \
                     it: dressing, a firm pad on top, bandage tightly around. If blood still \
                     pours from an arm or leg and you cannot hold it, a tourniquet a hand's \
                     breadth above the wound saves life; write down the time. Never pull out an \
                     object that sticks in the wound.</p>",
                )
                .chapter(
                    "Burns",
                    "<p>Cool with running tap water, cool but not icy, for about twenty minutes, \
                     and start within the first minutes. Take off rings and watches before \
                     swelling begins, but do not tear off clothing that sticks. Cover loosely \
                     with cling film or a clean non-fluffy dressing. No butter, no flour, no \
                     toothpaste. Burns of the face, hands or groin, burns larger than the \
                     person's palm, and all burns of small children go to hospital.</p>",
                ),
        )
        .assignment(
            "Walk your workplace",
            "<p>Walk through your workplace for ten minutes with the eyes of somebody who \
             needs help fast. Hand in a sketch with the exits, the nearest defibrillator, \
             the first-aid box and the place where an ambulance can stop. Name the two \
             most likely accidents there and what is missing today for dealing with \
             them.</p>",
        )
        .choice(
            "How sure do you feel now?",
            "<p>Imagine a colleague collapses beside you in this minute. Honestly:</p>",
            [
                "I would begin at once",
                "I would begin if somebody told me what to do",
                "I would be afraid to do something wrong",
                "I need the practical class first",
            ],
        )
}

fn section_4() -> Section {
    Section::new("Quiet emergencies")
        .summary("<p>Stroke, heart attack and what to do after it is over.</p>")
        .page(
            "Face, arms, speech, time",
            "<p>Not every emergency is loud. In a stroke a part of the brain is cut off \
             from its blood. Three simple tests find most of them. Ask the person to \
             smile: does one side of the mouth hang? Ask them to raise both arms with \
             palms up: does one sink? Ask them to repeat a simple sentence: is it slurred \
             or wrong? One “yes” is enough to call at once, and to note the time when it \
             began, because the treatment depends on it. Give nothing to eat or \
             drink.</p>\n\
             <p>A heart attack often shows as pressure or pain in the chest that lasts \
             longer than a few minutes and may spread to the arm, jaw, back or upper \
             belly, with cold sweat and shortness of breath. Women, older people and \
             people with diabetes may only feel weak and sick. Let the person sit half \
             upright, open tight clothes, call 112, and stay.</p>",
        )
        .glossary(
            "First-aid words",
            "<p>Words that dispatchers and trainers use.</p>",
            [
                (
                    "Recovery position",
                    "Stable position on the side with the head tilted back, so that vomit and \
                     saliva can run out.",
                ),
                (
                    "Cardiac arrest",
                    "The heart no longer moves blood. The person is unconscious and does not \
                     breathe normally.",
                ),
                (
                    "AED",
                    "Automated external defibrillator, a device that analyses the heart rhythm \
                     and gives a shock if needed.",
                ),
                (
                    "Shock (medical)",
                    "Too little blood reaches the organs, for instance after heavy blood loss: \
                     pale, cold sweat, fast pulse.",
                ),
                (
                    "Tourniquet",
                    "A band that stops all blood flow to a limb; last resort for bleeding that \
                     threatens life.",
                ),
            ],
        )
        .forum(
            "After an emergency",
            "<p>Helping can shake you, even if all went well. Share, as far as you wish, \
             what helped you afterwards. Nobody is graded here and no names of casualties \
             are mentioned.</p>",
        )
}
