//! The lists of sites and of courses.

use hub_app::course::find as courses;
use hub_app::site::staff::find as sites;
use hub_core::VersionId;
use hub_core::course::{CourseText, Kind};
use hub_core::desk::{
    CourseSort, Direction, PageNumber, Series, SiteQuery, SiteSort, StaffCourseQuery, StateFilter,
};
use hub_core::listing::Listing;
use hub_core::site::SiteState;
use hub_testkit::{TestHub, db_test};

use super::{plant, plant_in, titled, whole};

async fn site_names(hub: &TestHub, query: SiteQuery) -> Vec<String> {
    let list = sites::find(&hub.app, &query, PageNumber::default()).await.unwrap();
    assert_eq!(usize::try_from(list.total).unwrap(), list.rows.len());
    list.rows.into_iter().map(|row| row.site.info.name).collect()
}

async fn ids(hub: &TestHub, query: StaffCourseQuery) -> Vec<VersionId> {
    let list = courses::find(&hub.app, &query, PageNumber::default()).await.unwrap();
    assert_eq!(usize::try_from(list.total).unwrap(), list.rows.len());
    list.rows.into_iter().map(|row| row.version.id).collect()
}

db_test! {
    async fn sites_are_found_by_what_they_say_and_where_they_stand(hub) {
        let (lake, hill) = (hub.site("École du Lac").await, hub.site("Hill school").await);
        hub.change_site(&lake, |site| {
            "CH".clone_into(&mut site.info.country);
            "4.5.1 (Build: 1)".clone_into(&mut site.info.moodle_release);
            site.trusted = true;
        }).await;
        hub.change_site(&hill, |site| {
            "DE".clone_into(&mut site.info.country);
            "3.11".clone_into(&mut site.info.moodle_release);
            site.state = SiteState::Suspended;
            "50% sport, under_score".clone_into(&mut site.info.description);
        }).await;
        let both = SiteQuery { sort: SiteSort::Name, ..SiteQuery::default() };
        assert_eq!(site_names(&hub, both.clone()).await, ["École du Lac", "Hill school"]);
        let back = SiteQuery { direction: Direction::Descending, ..both.clone() };
        assert_eq!(site_names(&hub, back).await, ["Hill school", "École du Lac"]);
        for (query, found) in [
            (SiteQuery { words: "ECOLE lac".to_owned(), ..both.clone() }, "École du Lac"),
            (SiteQuery { words: "50% under_score".to_owned(), ..both.clone() }, "Hill school"),
            (SiteQuery { trusted: Some(true), ..both.clone() }, "École du Lac"),
            (SiteQuery { state: Some(SiteState::Suspended), ..both.clone() }, "Hill school"),
            (SiteQuery { country: Some("DE".to_owned()), ..both.clone() }, "Hill school"),
            (SiteQuery { series: Some(Series { major: 4, minor: 5 }), ..both.clone() }, "École du Lac"),
        ] {
            assert_eq!(site_names(&hub, query.clone()).await, [found], "{query:?}");
        }
        assert!(site_names(&hub, SiteQuery { words: "50_".to_owned(), ..both.clone() }).await.is_empty());
        let by_release = SiteQuery { sort: SiteSort::Release, ..both };
        assert_eq!(site_names(&hub, by_release).await, ["Hill school", "École du Lac"], "3.11 is before 4.5");
        let choices = sites::choices(&hub.app).await.unwrap();
        assert_eq!(choices.countries, [("CH".to_owned(), 1), ("DE".to_owned(), 1)]);
        assert_eq!(choices.series.len(), 2);
    }
}

db_test! {
    async fn sites_are_sorted_by_their_courses_and_filtered_by_having_any(hub) {
        let (lake, hill) = (hub.site("Lake").await, hub.site("Hill").await);
        let id = hub.row_of(&hill).await.id;
        plant(&hub, Some(id), Kind::Advert, Listing::Waiting, titled("One")).await;
        plant(&hub, Some(id), Kind::Advert, Listing::Listed, titled("Two")).await;
        plant(&hub, Some(id), Kind::Advert, Listing::Removed, titled("Gone")).await;
        let query = SiteQuery { sort: SiteSort::Courses, direction: Direction::Descending, ..SiteQuery::default() };
        let list = sites::find(&hub.app, &query, PageNumber::default()).await.unwrap();
        let numbers: Vec<(i64, i64)> = list.rows.iter().map(|row| (row.counts.courses, row.counts.waiting)).collect();
        assert_eq!(numbers, [(2, 1), (0, 0)]);
        assert_eq!(site_names(&hub, SiteQuery { has_courses: Some(false), ..query.clone() }).await, ["Lake"]);
        assert_eq!(site_names(&hub, SiteQuery { has_courses: Some(true), ..query.clone() }).await, ["Hill"]);
        let second = sites::find(&hub.app, &query, PageNumber::new(2, 1)).await.unwrap();
        assert_eq!((second.total, second.rows[0].site.id), (2, hub.row_of(&lake).await.id));
    }
}

db_test! {
    async fn courses_are_found_by_every_filter(hub) {
        let lake = hub.site("Lake").await;
        let site = hub.row_of(&lake).await.id;
        let botany = CourseText { licence: String::new(), audience: "students".to_owned(), ..titled("Übungen Botanik") };
        let one = plant(&hub, Some(site), Kind::Advert, Listing::Waiting, botany).await;
        let two = plant(&hub, None, Kind::Share, Listing::Listed, titled("Algebra")).await;
        let three = plant(&hub, Some(site), Kind::Share, Listing::Draft, titled("Zoology")).await;
        let all = StaffCourseQuery { sort: CourseSort::Title, ..StaffCourseQuery::default() };
        assert_eq!(ids(&hub, all.clone()).await, [two, one, three]);
        let later = Some(hub.app.clock.now() + jiff::SignedDuration::from_hours(1));
        for (query, found) in [
            (StaffCourseQuery { words: "ubung".to_owned(), ..all.clone() }, vec![one]),
            (StaffCourseQuery { words: "PLANTS publisher".to_owned(), ..all.clone() }, vec![two, one, three]),
            (StaffCourseQuery { state: Some(StateFilter::Queue), ..all.clone() }, vec![one]),
            (StaffCourseQuery { state: Some(StateFilter::Listed), ..all.clone() }, vec![two]),
            (StaffCourseQuery { kind: Some(Kind::Advert), ..all.clone() }, vec![one]),
            (StaffCourseQuery { site: Some(site), ..all.clone() }, vec![one, three]),
            (StaffCourseQuery { licence: Some(String::new()), ..all.clone() }, vec![one]),
            (StaffCourseQuery { audience: Some("students".to_owned()), ..all.clone() }, vec![one]),
            (StaffCourseQuery { no_file_since: later, ..all.clone() }, vec![three]),
            (StaffCourseQuery { min_bytes: Some(1), ..all.clone() }, vec![two]),
            (StaffCourseQuery { updated_after: later, ..all.clone() }, vec![]),
            (StaffCourseQuery { reported: Some(true), ..all.clone() }, vec![]),
        ] {
            assert_eq!(ids(&hub, query.clone()).await, found, "{query:?}");
        }
        let by_site = StaffCourseQuery { sort: CourseSort::Site, ..all };
        let abbey = hub.site("Abbey").await;
        let abbey = hub.row_of(&abbey).await.id;
        let four = plant(&hub, Some(abbey), Kind::Advert, Listing::Listed, titled("Prayer")).await;
        let expected = [two, four, one, three];
        assert_eq!(ids(&hub, by_site.clone()).await, expected, "those without a site come first");
        hub.change_site(&lake, |site| "A lake".clone_into(&mut site.info.name)).await;
        assert_eq!(ids(&hub, by_site).await, [two, one, three, four], "the list follows the name of the site");
        for sort in CourseSort::ALL {
            let query = StaffCourseQuery { sort, ..StaffCourseQuery::default() };
            let mut back = ids(&hub, StaffCourseQuery { direction: Direction::Descending, ..query.clone() }).await;
            back.reverse();
            assert_eq!(ids(&hub, query).await, back, "{sort:?}");
        }
        for sort in SiteSort::ALL {
            site_names(&hub, SiteQuery { sort, direction: Direction::Descending, ..SiteQuery::default() }).await;
        }
    }
}

db_test! {
    async fn a_file_runs_nothing_and_has_all_pages(hub) {
        for number in 0..450 {
            plant(&hub, None, Kind::Advert, Listing::Listed, titled(&format!("=cmd|{number:03}"))).await;
        }
        let query = StaffCourseQuery { sort: CourseSort::Title, ..StaffCourseQuery::default() };
        let file = whole(courses::csv(&hub.app, &query).await.unwrap()).await;
        let lines: Vec<&str> = file.split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 451);
        assert!(lines[0].starts_with("id,course_id,title,"));
        assert!(lines[1].contains(",'=cmd|000,"), "{}", lines[1]);
        assert!(lines[450].contains(",'=cmd|449,"), "{}", lines[450]);
        let site = hub.site("@SUM(A1), \"x\"").await;
        let file = whole(sites::csv(&hub.app, &SiteQuery::default()).await.unwrap()).await;
        assert!(file.contains(",\"'@SUM(A1), \"\"x\"\"\","), "{file}");
        drop(site);
    }
}

db_test! {
    /// As a hub whose rows were written before there were folded columns.
    async fn rows_from_before_are_found_when_the_hub_is_opened_again(hub) {
        hub.site("Lake school").await;
        let id = plant(&hub, None, Kind::Advert, Listing::Listed, titled("Botany")).await;
        let mut tx = hub.app.db.begin().await.unwrap();
        for sql in [
            "DELETE FROM version_list",
            "DELETE FROM text_key",
            "UPDATE site SET search_key = '', name_key = ''",
            "UPDATE counter SET value = 0 WHERE name = 'list_keys'",
        ] {
            hub_db::on!(tx.cx(), c => sqlx::query(sql).execute(c).await.map(drop)).unwrap();
        }
        tx.commit().await.unwrap();
        let query = StaffCourseQuery { words: "botany".to_owned(), ..StaffCourseQuery::default() };
        assert!(ids(&hub, query.clone()).await.is_empty());
        hub_db::Db::open(hub.database_url()).await.unwrap().close().await;
        assert_eq!(ids(&hub, query).await, [id]);
        assert_eq!(site_names(&hub, SiteQuery { words: "lake".to_owned(), ..SiteQuery::default() }).await, ["Lake school"]);
    }
}

/// All pages of a query, one after the other, and the number that each of them says.
async fn paged(hub: &TestHub, query: &StaffCourseQuery) -> (Vec<VersionId>, i64) {
    let (mut ids, mut number, mut total) = (Vec::new(), 1, 0);
    loop {
        let page = courses::find(&hub.app, query, PageNumber::new(number, 500)).await.unwrap();
        if page.rows.is_empty() {
            return (ids, total);
        }
        total = page.total;
        ids.extend(page.rows.iter().map(|row| row.version.id));
        number += 1;
    }
}

db_test! {
    async fn many_courses_are_paged_as_few_are(hub) {
        // More than are sorted, so that pages are found along the order.
        const MANY: usize = 2_100;
        let mut tx = hub.app.db.begin().await.unwrap();
        let mut planted = Vec::new();
        for number in 0..MANY + 40 {
            let (title, licence) = (format!("Course {:04}", number * 7919 % 10_000), if number < MANY { "cc" } else { "" });
            let title = if number % 100 == 0 { format!("{title} on whales") } else { title };
            let text = CourseText { licence: licence.to_owned(), ..titled(&title) };
            let id = plant_in(&hub, &mut tx, None, Kind::Advert, Listing::Listed, text).await;
            planted.push((title, id, licence));
        }
        tx.commit().await.unwrap();
        planted.sort();
        let expected = |wanted: &dyn Fn(&str, &str) -> bool| -> Vec<VersionId> {
            planted.iter().filter(|(title, _, licence)| wanted(title, licence)).map(|(_, id, _)| *id).collect()
        };
        let all = StaffCourseQuery { sort: CourseSort::Title, ..StaffCourseQuery::default() };
        for (query, due) in [
            (all.clone(), expected(&|_, _| true)),
            (StaffCourseQuery { licence: Some("cc".to_owned()), ..all.clone() }, expected(&|_, licence| licence == "cc")),
            (StaffCourseQuery { licence: Some(String::new()), ..all.clone() }, expected(&|_, licence| licence.is_empty())),
            (StaffCourseQuery { words: "course plants".to_owned(), ..all.clone() }, expected(&|_, _| true)),
            (StaffCourseQuery { words: "whales".to_owned(), ..all.clone() }, expected(&|title, _| title.contains("whales"))),
            (StaffCourseQuery { words: "nowhere".to_owned(), ..all.clone() }, Vec::new()),
        ] {
            let (ids, total) = paged(&hub, &query).await;
            assert_eq!(i64::try_from(due.len()).unwrap(), total, "{query:?}");
            assert_eq!(ids, due, "{query:?}");
            let first = courses::find(&hub.app, &query, PageNumber::default()).await.unwrap();
            let is_counted = query.words != "course plants";
            assert_eq!((first.more, first.total), if is_counted { (false, total) } else { (true, 2_000) }, "{query:?}");
            let mut back = due;
            back.reverse();
            let down = StaffCourseQuery { direction: Direction::Descending, ..query };
            assert_eq!(paged(&hub, &down).await.0, back, "{down:?}");
        }
    }
}
