//! Measures searches; run by hand: `cargo test --release -p hub-search --test it -- --ignored --nocapture speed`.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use hub_core::query::{CourseDocument, CourseQuery, Sort};
use hub_core::vocabulary;
use hub_search::Index;

use crate::course::{course, put, subjects as with_all_above, texts};

/// Numbers that look random and are the same in each run (an xorshift generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end as u64)).unwrap()
    }

    /// Low numbers far more often than high ones, as words in texts.
    fn skewed(&mut self, end: usize) -> usize {
        let (a, b, c) = (self.below(end), self.below(end), self.below(end));
        a * b / end * c / end
    }
}

/// Words of two to five syllables; many share their beginnings, as in real languages.
fn vocabulary(count: usize) -> Vec<String> {
    const SYLLABLES: [&str; 40] = [
        "al", "ba", "ca", "con", "de", "di", "e", "fa", "ge", "ha", "in", "ko", "la", "lo", "ma", "me", "mi",
        "na", "ne", "no", "o", "pa", "per", "qui", "ra", "re", "ri", "sa", "se", "so", "sta", "ta", "te",
        "ti", "to", "tra", "u", "ver", "vi", "zo",
    ];
    let mut dice = Dice(42);
    let mut words = std::collections::BTreeSet::new();
    while words.len() < count {
        let syllables = 2 + dice.below(4);
        words.insert((0..syllables).map(|_| SYLLABLES[dice.below(40)]).collect::<String>());
    }
    let mut words: Vec<String> = words.into_iter().collect();
    for last in (1..words.len()).rev() {
        words.swap(last, dice.below(last + 1));
    }
    words
}

fn example(id: i64, words: &[String], dice: &mut Dice) -> CourseDocument {
    let mut text = |characters: usize| {
        let mut text = String::new();
        while text.len() < characters {
            write!(text, "{} ", words[dice.skewed(words.len())]).unwrap();
        }
        text
    };
    let (title, description, creator) = (text(35), text(560), text(12));
    let (tags, activities) = (vec![text(6), text(6), text(6)], (0..12).map(|_| text(20)).collect());
    let pick = |values: &[&str], dice: &mut Dice| texts(&[values[dice.below(values.len())]]);
    let subjects = vocabulary::subjects();
    CourseDocument {
        descriptions: vec![description],
        creators: vec![creator],
        tags,
        activities,
        languages: pick(&["en", "de", "es", "fr", "pt_br", "ar", "ja"], dice),
        subjects: with_all_above(&[subjects[dice.below(subjects.len())].code]),
        audiences: pick(&["educators", "students", "admins"], dice),
        levels: pick(&["primary", "secondary", "tertiary"], dice),
        licences: pick(&["cc-4.0", "public", "allrightsreserved"], dice),
        ..course(id, &title)
    }
}

fn resident_kib() -> (u64, u64) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.split_whitespace().next())
            .and_then(|number| number.parse().ok())
            .unwrap_or(0)
    };
    (line("VmRSS:"), line("RssAnon:"))
}

/// Time this thread was on a processor: what counts where others want the machine too.
fn processor_time() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0))
}

fn report(name: &str, index: &Index, queries: &[CourseQuery]) {
    for query in queries.iter().take(50) {
        index.search(query).unwrap();
    }
    let (mut times, mut hits) = (Vec::new(), 0);
    let (begun, worked) = (Instant::now(), processor_time());
    while begun.elapsed() < Duration::from_secs(2) {
        for query in queries {
            let start = Instant::now();
            hits += index.search(query).unwrap().total;
            times.push(start.elapsed());
        }
    }
    times.sort_unstable();
    let mean = processor_time().saturating_sub(worked) / u32::try_from(times.len()).unwrap();
    println!(
        "  {name:<38} {:>8.0}/s of one core  mean {mean:>9.1?}  median {:>9.1?}  p99 {:>9.1?}  max {:>9.1?}  {} hits each",
        1.0 / mean.as_secs_f64(),
        times[times.len() / 2],
        times[times.len() * 99 / 100],
        times[times.len() - 1],
        hits / times.len(),
    );
}

fn measure(courses: i64) {
    let folder = tempfile::tempdir().unwrap();
    println!("{courses} courses; resident, of it private, KiB: {:?} before", resident_kib());
    let index = Index::open(folder.path()).unwrap().index;
    println!("  opened empty: {:?}", resident_kib());
    let words = vocabulary(60_000);
    let mut dice = Dice(7);
    let begun = Instant::now();
    for first in (1..=courses).step_by(1000) {
        let batch = (first..(first + 1000).min(courses + 1)).map(|id| put(example(id, &words, &mut dice)));
        index.apply(batch.collect(), first).unwrap();
    }
    println!("  indexed in {:.1?}: {:?}", begun.elapsed(), resident_kib());
    index.release_writer().unwrap();
    println!("  tidied up after {:.1?}: {:?}", begun.elapsed(), resident_kib());
    let change = Instant::now();
    for id in 1..=20 {
        index.apply(vec![put(example(id, &words, &mut dice))], courses + id).unwrap();
    }
    println!("  a change of one course takes {:.1?}", change.elapsed() / 20);
    drop(index);
    let begun = Instant::now();
    let index = Index::open(folder.path()).unwrap().index;
    println!("  reopened in {:.1?}: {:?}", begun.elapsed(), resident_kib());

    let query = |words: String| CourseQuery { words, limit: 25, ..CourseQuery::default() };
    let common = || words[..500].iter().cloned();
    let spread = || (0..500).map(|number| words[number * 100].clone());
    let shortened = |letters: usize| common().map(move |word| word.chars().take(letters).collect::<String>());
    let each = |words: Vec<String>| words.into_iter().map(query).collect::<Vec<_>>();
    report("one word of the 500 commonest", &index, &each(common().collect()));
    report("one word of 500 of all frequencies", &index, &each(spread().collect()));
    report("first 4 letters", &index, &each(shortened(4).collect()));
    report("first 3 letters", &index, &each(shortened(3).collect()));
    report("first 2 letters", &index, &each(shortened(2).collect()));
    report("first letter", &index, &each(shortened(1).collect()));
    let two: Vec<String> = common().zip(common().skip(77)).map(|(a, b)| format!("{a} {b}")).collect();
    report("two words", &index, &each(two));
    let filtered = each(common().collect()).into_iter().map(|query| CourseQuery {
        languages: texts(&["en"]),
        subjects: texts(&["field101"]),
        ..query
    });
    report("one word, language, subject", &index, &filtered.collect::<Vec<_>>());
    let by_name = each(common().collect()).into_iter().map(|query| CourseQuery { sort: Sort::Name, ..query });
    report("one word by name", &index, &by_name.collect::<Vec<_>>());
    report("no words", &index, &each(vec![String::new()]));
    let counted =
        each(common().collect()).into_iter().map(|query| CourseQuery { with_facets: true, ..query });
    report("one word with facets", &index, &counted.collect::<Vec<_>>());
    report("no words with facets", &index, &[CourseQuery { with_facets: true, ..query(String::new()) }]);
    println!("  after the searches: {:?}", resident_kib());
}

#[test]
#[ignore = "a measurement"]
fn memory_of_an_almost_empty_index() {
    let folder = tempfile::tempdir().unwrap();
    println!("resident, of it private, KiB: {:?} before", resident_kib());
    let index = Index::open(folder.path()).unwrap().index;
    println!("  opened: {:?}", resident_kib());
    index.apply(vec![put(course(1, "Botany"))], 1).unwrap();
    println!("  after a change: {:?}", resident_kib());
    index.release_writer().unwrap();
    println!("  writer released: {:?}", resident_kib());
    drop(index);
    let begun = Instant::now();
    Index::open(folder.path()).unwrap();
    println!("  reopened in {:.1?}", begun.elapsed());
}

#[test]
#[ignore = "a measurement"]
fn speed_with_10_000_courses() {
    measure(10_000);
}

#[test]
#[ignore = "a measurement"]
fn speed_with_200_000_courses() {
    measure(200_000);
}

#[test]
#[ignore = "a measurement"]
fn speed_with_1_000_000_courses() {
    measure(1_000_000);
}
