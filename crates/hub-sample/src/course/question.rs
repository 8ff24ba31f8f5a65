//! Questions of a quiz.

/// One question. Its name in the question bank is the beginning of its text unless [`Question::named`] sets one.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Name in the question bank; empty: the beginning of the text.
    pub name: String,
    /// What is asked, HTML.
    pub text_html: String,
    /// What is shown after answering, HTML.
    pub feedback_html: String,
    /// How it is answered.
    pub kind: QuestionKind,
}

/// How a question is answered; the names follow Moodle's question types.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum QuestionKind {
    /// Several answers to choose from; with more than one right answer, several may be ticked.
    MultipleChoice {
        answers: Vec<Answer>,
    },
    TrueFalse {
        is_true: bool,
    },
    /// A word; every accepted spelling. `*` stands for anything.
    ShortAnswer {
        accepted: Vec<String>,
    },
    Numerical {
        value: f64,
        tolerance: f64,
    },
    /// Pairs of a question and its answer.
    Matching {
        pairs: Vec<(String, String)>,
    },
    /// Free text, graded by the teacher.
    Essay,
}

/// One answer of a multiple choice question.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Answer {
    pub text_html: String,
    pub is_right: bool,
    pub feedback_html: String,
}

impl Question {
    fn of(text_html: impl Into<String>, kind: QuestionKind) -> Self {
        Self { name: String::new(), text_html: text_html.into(), feedback_html: String::new(), kind }
    }

    /// Multiple choice: add answers with [`right`](Self::right) and [`wrong`](Self::wrong).
    pub fn choice(text_html: impl Into<String>) -> Self {
        Self::of(text_html, QuestionKind::MultipleChoice { answers: Vec::new() })
    }

    /// True or false.
    pub fn truth(text_html: impl Into<String>, is_true: bool) -> Self {
        Self::of(text_html, QuestionKind::TrueFalse { is_true })
    }

    /// Short answer: add spellings with [`accept`](Self::accept).
    pub fn short(text_html: impl Into<String>) -> Self {
        Self::of(text_html, QuestionKind::ShortAnswer { accepted: Vec::new() })
    }

    /// A number, right within `tolerance` to either side.
    pub fn number(text_html: impl Into<String>, value: f64, tolerance: f64) -> Self {
        Self::of(text_html, QuestionKind::Numerical { value, tolerance })
    }

    /// Matching: add at least two pairs with [`pair`](Self::pair).
    pub fn matching(text_html: impl Into<String>) -> Self {
        Self::of(text_html, QuestionKind::Matching { pairs: Vec::new() })
    }

    /// Free text.
    pub fn essay(text_html: impl Into<String>) -> Self {
        Self::of(text_html, QuestionKind::Essay)
    }

    /// Sets the name in the question bank.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets what is shown after answering (HTML).
    #[must_use]
    pub fn feedback(mut self, html: impl Into<String>) -> Self {
        self.feedback_html = html.into();
        self
    }

    /// Adds a right answer to a multiple choice question.
    #[must_use]
    pub fn right(self, text_html: impl Into<String>) -> Self {
        self.answer(Answer { text_html: text_html.into(), is_right: true, feedback_html: String::new() })
    }

    /// Adds a wrong answer to a multiple choice question.
    #[must_use]
    pub fn wrong(self, text_html: impl Into<String>) -> Self {
        self.answer(Answer { text_html: text_html.into(), is_right: false, feedback_html: String::new() })
    }

    /// Adds an answer to a multiple choice question.
    ///
    /// # Panics
    /// If the question is of another kind: that is a mistake in the course's text.
    #[must_use]
    pub fn answer(mut self, answer: Answer) -> Self {
        let QuestionKind::MultipleChoice { answers } = &mut self.kind else {
            panic!("only a multiple choice question has answers to choose from: {}", self.text_html);
        };
        answers.push(answer);
        self
    }

    /// Adds an accepted spelling to a short answer question.
    ///
    /// # Panics
    /// If the question is of another kind: that is a mistake in the course's text.
    #[must_use]
    pub fn accept(mut self, spelling: impl Into<String>) -> Self {
        let QuestionKind::ShortAnswer { accepted } = &mut self.kind else {
            panic!("only a short answer question accepts spellings: {}", self.text_html);
        };
        accepted.push(spelling.into());
        self
    }

    /// Adds a pair to a matching question.
    ///
    /// # Panics
    /// If the question is of another kind: that is a mistake in the course's text.
    #[must_use]
    pub fn pair(mut self, question: impl Into<String>, answer: impl Into<String>) -> Self {
        let QuestionKind::Matching { pairs } = &mut self.kind else {
            panic!("only a matching question has pairs: {}", self.text_html);
        };
        pairs.push((question.into(), answer.into()));
        self
    }

    /// Moodle's name of the question type, as in `qtype_multichoice`.
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            QuestionKind::MultipleChoice { .. } => "multichoice",
            QuestionKind::TrueFalse { .. } => "truefalse",
            QuestionKind::ShortAnswer { .. } => "shortanswer",
            QuestionKind::Numerical { .. } => "numerical",
            QuestionKind::Matching { .. } => "match",
            QuestionKind::Essay => "essay",
        }
    }

    /// The name in the question bank: the given one, else at most 60 characters of the text.
    pub fn bank_name(&self) -> String {
        if self.name.is_empty() {
            super::plain_text(&self.text_html).chars().take(60).collect()
        } else {
            self.name.clone()
        }
    }
}
