//! How long staff's lists take over a corpus: the list functions themselves, as the pages call them.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;
use hub_app::course::find as courses;
use hub_app::moderation::{self, NeedFilter, QueueQuery, abuse};
use hub_app::site::staff::find as sites;
use hub_app::{App, account, audit};
use hub_core::desk::{
    AuditQuery, CourseSort, Direction, PageNumber, SiteQuery, SiteSort, StaffCourseQuery, StateFilter,
};
use hub_core::moderation::{AbuseState, QueueKind};

use crate::corpus::open;

/// Which corpus is measured.
#[derive(clap::Args)]
pub struct Options {
    /// The data folder of the corpus.
    #[arg(long)]
    data: PathBuf,
    /// The PostgreSQL database of the corpus instead of the SQLite file in the data folder.
    #[arg(long)]
    database_url: Option<String>,
    /// How often each list is asked for.
    #[arg(long, default_value_t = 100)]
    times: usize,
}

/// Prints the median and the 99th percentile of each list, in milliseconds.
pub async fn measure(options: &Options) -> Result<()> {
    let app = open(&options.data, options.database_url.as_deref()).await?;
    println!("{:<44} {:>8} {:>8} {:>8}", "list", "rows", "median", "p99");
    for (name, query) in site_queries() {
        let total = sites::find(&app, &query, PageNumber::default()).await?.total;
        let mut times = Vec::new();
        for number in 0..options.times {
            let started = Instant::now();
            sites::find(&app, &query, page(number, total)).await?;
            times.push(started.elapsed());
        }
        report(&name, total, times);
    }
    for (name, query) in course_queries() {
        let total = courses::find(&app, &query, PageNumber::default()).await?.total;
        let mut times = Vec::new();
        for number in 0..options.times {
            let started = Instant::now();
            courses::find(&app, &query, page(number, total)).await?;
            times.push(started.elapsed());
        }
        report(&name, total, times);
    }
    others(&app, options.times).await?;
    moderators(&app, options.times).await?;
    app.db.close().await;
    Ok(())
}

/// Measures one list.
async fn timed<T>(name: &str, times: usize, mut ask: impl AsyncFnMut() -> Result<T>) -> Result<()> {
    let mut took = Vec::new();
    for _ in 0..times {
        let started = Instant::now();
        ask().await?;
        took.push(started.elapsed());
    }
    report(name, 0, took);
    Ok(())
}

/// What is done by moderators, and the accounts.
async fn moderators(app: &App, times: usize) -> Result<()> {
    timed("needs, all kinds, with their numbers", times, async || {
        moderation::needs(app, &NeedFilter { kind: None, after: None, limit: 25 }).await?;
        Ok(moderation::need_counts(app).await?)
    })
    .await?;
    let whole = QueueQuery::default();
    for (name, query) in [
        ("moderators' queue", whole.clone()),
        ("moderators' queue of changes", QueueQuery { why: Some(QueueKind::Change), ..whole.clone() }),
        ("moderators' queue, unclaimed", QueueQuery { unclaimed: true, ..whole.clone() }),
        ("moderators' queue in one language", QueueQuery { language: Some("de".to_owned()), ..whole }),
    ] {
        timed(name, times, async || Ok(moderation::queue(app, &query).await?)).await?;
    }
    timed("reports of abuse", times, async || Ok(abuse::list(app, AbuseState::Open, None, 26).await?))
        .await?;
    let people = account::people::PeopleQuery { words: "school".to_owned(), ..Default::default() };
    timed("accounts with a word", times, async || Ok(account::people::find(app, &people).await?)).await
}

async fn others(app: &App, times: usize) -> Result<()> {
    let (mut site_choices, mut course_choices, mut record) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..times {
        let started = Instant::now();
        sites::choices(app).await?;
        site_choices.push(started.elapsed());
        let started = Instant::now();
        courses::choices(app).await?;
        course_choices.push(started.elapsed());
        let started = Instant::now();
        audit::find(app, &AuditQuery { act: "course.".to_owned(), ..AuditQuery::default() }, 50).await?;
        record.push(started.elapsed());
    }
    report("filters of sites", 0, site_choices);
    report("filters of courses", 0, course_choices);
    report("record of courses", 0, record);
    Ok(())
}

/// The first pages, the last one, and some between.
fn page(number: usize, total: i64) -> PageNumber {
    let rows = PageNumber::default().rows;
    let pages = u32::try_from(total).unwrap_or(u32::MAX).div_ceil(rows).max(1);
    let number = u32::try_from(number).unwrap_or(0);
    PageNumber::new(1 + (number * 37) % pages, rows)
}

fn site_queries() -> Vec<(String, SiteQuery)> {
    let all = SiteQuery::default();
    let mut queries: Vec<(String, SiteQuery)> = SiteSort::ALL
        .into_iter()
        .map(|sort| {
            (
                format!("sites by {sort:?}"),
                SiteQuery { sort, direction: Direction::Descending, ..all.clone() },
            )
        })
        .collect();
    queries.push((
        "sites with two words".to_owned(),
        SiteQuery { words: "school 11".to_owned(), ..all.clone() },
    ));
    queries.push(("sites without courses".to_owned(), SiteQuery { has_courses: Some(false), ..all }));
    queries
}

fn course_queries() -> Vec<(String, StaffCourseQuery)> {
    let all = StaffCourseQuery::default();
    let mut queries: Vec<(String, StaffCourseQuery)> = CourseSort::ALL
        .into_iter()
        .map(|sort| {
            let query = StaffCourseQuery { sort, direction: Direction::Descending, ..all.clone() };
            (format!("courses by {sort:?}"), query)
        })
        .collect();
    let words = StaffCourseQuery { words: "publisher 11".to_owned(), ..all.clone() };
    queries.push((
        "courses with two words, by Title".to_owned(),
        StaffCourseQuery { sort: CourseSort::Title, ..words },
    ));
    let rare = StaffCourseQuery { words: "nowhere".to_owned(), ..all.clone() };
    queries.push(("courses with a word that is nowhere".to_owned(), rare));
    let queue = StaffCourseQuery { state: Some(StateFilter::Queue), ..all.clone() };
    queries.push(("queue".to_owned(), queue));
    let unlicensed = StaffCourseQuery { licence: Some(String::new()), ..all };
    queries.push(("courses without a licence".to_owned(), unlicensed));
    queries
}

fn report(name: &str, total: i64, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at =
        |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    println!("{name:<44} {total:>8} {:>8.1} {:>8.1}", at(50), at(99));
}
