//! The words of the corpus: a made-up vocabulary, used as often as words of a real language are.

/// Words in the vocabulary.
pub const VOCABULARY: usize = 6_000;
/// The most frequent of them, which in a real language are *the*, *of*, *and*: nobody searches for those alone.
const FUNCTION_WORDS: usize = 60;
/// How many words are searched for.
const ASKED: usize = 600;

/// A small generator of numbers, the same ones at every run (SplitMix64 by Steele, Lea and Flood, 2014).
pub struct Numbers(u64);

impl Numbers {
    /// A sequence of its own for every seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }

    /// One of the items.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// A number from 0 to 1, 1 not included.
    pub fn fraction(&mut self) -> f64 {
        const STEPS: u32 = 1 << 30;
        f64::from(u32::try_from(self.next() >> 34).unwrap_or(0)) / f64::from(STEPS)
    }
}

/// The vocabulary, most frequent word first, and how to draw from it.
pub struct Vocabulary {
    words: Vec<String>,
    /// Sum of the frequencies up to and including each word.
    cumulated: Vec<f64>,
}

impl Vocabulary {
    /// Always the same words. The frequency of the word of rank `r` is proportional to `1 / (r + 2.7)`, Zipf's law
    /// with Mandelbrot's correction for the first ranks.
    pub fn new() -> Self {
        let mut numbers = Numbers::new(2);
        let mut words: Vec<String> = Vec::with_capacity(VOCABULARY);
        let mut known = std::collections::HashSet::new();
        while words.len() < VOCABULARY {
            let word = invent(&mut numbers, words.len());
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let mut sum = 0.0;
        let cumulated = (1_u32..)
            .take(VOCABULARY)
            .map(|rank| {
                sum += 1.0 / (f64::from(rank) + 2.7);
                sum
            })
            .collect();
        Self { words, cumulated }
    }

    /// A word, frequent ones often.
    pub fn draw(&self, numbers: &mut Numbers) -> &str {
        let at = numbers.fraction() * self.cumulated.last().copied().unwrap_or_default();
        let index = self.cumulated.partition_point(|sum| *sum < at);
        &self.words[index.min(VOCABULARY - 1)]
    }

    /// A subject word: any word but the most frequent, each as often.
    pub fn draw_rare(&self, numbers: &mut Numbers) -> &str {
        let word: &String = numbers.pick(&self.words[FUNCTION_WORDS..]);
        word
    }

    /// The words that are searched for: spread over the ranks from the common to those that a handful of courses has.
    pub fn asked(&self) -> Vec<&str> {
        let step = (VOCABULARY / 2 - FUNCTION_WORDS) / ASKED;
        self.words[FUNCTION_WORDS..].iter().step_by(step.max(1)).take(ASKED).map(String::as_str).collect()
    }
}

/// A pronounceable word: one to four syllables, the frequent ones short, as in real languages.
fn invent(numbers: &mut Numbers, rank: usize) -> String {
    const BEGINNINGS: [&str; 30] = [
        "b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl",
        "pr", "qu", "r", "s", "sh", "st", "t", "th", "tr", "v", "w",
    ];
    const VOWELS: [&str; 12] = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "io", "oo", "ou", "y"];
    const ENDINGS: [&str; 16] =
        ["", "", "", "l", "m", "n", "r", "s", "t", "ck", "ll", "nd", "ng", "rt", "st", "x"];
    let syllables = match rank {
        0..60 => 1,
        60..800 => 1 + numbers.below(2),
        800..3000 => 2 + numbers.below(2),
        _ => 2 + numbers.below(3),
    };
    let mut word = String::new();
    for _ in 0..syllables {
        word.push_str(BEGINNINGS[numbers.below(BEGINNINGS.len())]);
        word.push_str(VOWELS[numbers.below(VOWELS.len())]);
        word.push_str(ENDINGS[numbers.below(ENDINGS.len())]);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_come_at_every_run_and_enough_of_them() {
        let (one, two) = (Vocabulary::new(), Vocabulary::new());
        assert_eq!(one.words, two.words);
        assert_eq!(one.words.len(), VOCABULARY);
        let asked = one.asked();
        assert_eq!(asked.len(), ASKED);
    }

    #[test]
    fn the_first_word_is_drawn_more_often_than_the_hundredth() {
        let vocabulary = Vocabulary::new();
        let mut numbers = Numbers::new(5);
        let drawn: Vec<&str> = (0..20_000).map(|_| vocabulary.draw(&mut numbers)).collect();
        let times = |rank: usize| drawn.iter().filter(|word| **word == vocabulary.words[rank]).count();
        assert!(times(0) > 5 * times(99), "{} and {}", times(0), times(99));
        assert!(times(99) > 0);
    }
}
