//! Staff's list of accounts, with very many of them.

use hub_app::account::people::find;
use hub_core::desk::{AccountQuery, AccountSort, Direction, PageNumber};
use hub_core::rights::Role;
use hub_testkit::{TestHub, db_test};

/// So many members, with every tenth suspended.
async fn plant(hub: &TestHub, count: usize) {
    hub.execute(&format!(
        "INSERT INTO account (email, email_key, name, role, password_hash, created_at, updated_at, state, search_key,
            name_key)
        WITH RECURSIVE line (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM line WHERE number < {count})
        SELECT 'p' || number || '@school.example', 'p' || number || '@school.example', 'Person ' || number, 'member',
            'x', number, number, CASE WHEN number % 10 = 0 THEN 'suspended' ELSE 'active' END,
            'person ' || number || ' p' || number || '@school.example', 'person ' || (100000 + number)
        FROM line"
    ))
    .await;
}

db_test! {
    async fn twenty_thousand_accounts_are_found_sorted_and_paged(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        plant(&hub, 20_000).await;
        let words = AccountQuery { words: "PERSÓN 1234".to_owned(), ..AccountQuery::default() };
        let members =
            AccountQuery { role: Some(Role::Member), sort: AccountSort::Seen, ..AccountQuery::default() };
        let mut queries = vec![(words, 1), (members, 3), (AccountQuery::default(), 400)];
        queries.extend(AccountSort::ALL.map(|sort| {
            (AccountQuery { sort, direction: Direction::Descending, ..AccountQuery::default() }, 1)
        }));
        for (query, page) in queries {
            let found = find(&hub.app, &query, PageNumber::new(page, 50)).await.unwrap();
            assert!(!found.rows.is_empty() && found.rows.len() <= 50, "{query:?}");
        }
        let page = owner.page("/admin/accounts?q=p1234%40").await;
        assert!(page.contains("Person 1234") && page.matches("data-label=\"Role\"").count() == 1, "{page}");
        assert!(owner.page("/admin/accounts?state=suspended").await.contains("2,000"));
        let file = owner.page("/admin/accounts.csv?role=member").await;
        assert_eq!(file.lines().count(), 20_001, "all of them, not a page");
    }
}

db_test! {
    async fn the_list_is_found_by_what_people_are_called_now_and_sorted_both_ways(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let owner = hub.signed_in(Role::Owner).await;
        owner.post("/me", &[("name", "Åsa Öberg"), ("language", "en")]).await;
        assert!(admin.page("/admin/accounts?q=oberg+asa").await.contains("owner@hub.example"));
        assert!(!admin.page("/admin/accounts?q=oberg+asa").await.contains("admin@hub.example"));
        let first_of = async |path: &str| {
            let page = admin.page(path).await;
            let found = page.split("<tbody>").nth(1).unwrap();
            if found.find("owner@hub").unwrap() < found.find("admin@hub").unwrap() { "owner" } else { "admin" }
        };
        assert_eq!(first_of("/admin/accounts").await, "admin", "admin, then Åsa");
        assert_eq!(first_of("/admin/accounts?sort=role").await, "owner");
        assert_eq!(first_of("/admin/accounts?sort=role&down=1").await, "admin");
        assert_eq!(first_of("/admin/accounts?sort=created").await, "admin");
        let page = admin.page("/admin/accounts?sort=role&q=hub.example").await;
        assert!(page.contains("aria-sort=\"ascending\""));
        assert!(page.contains("q=hub.example&#38;sort=role&#38;down=1") || page.contains("q=hub.example&amp;sort=role&amp;down=1"), "{page}");
        assert!(admin.page("/admin/accounts?page=900").await.contains("owner@hub.example"), "past the end is the last");
        let file = admin.page("/admin/accounts.csv").await;
        assert!(file.starts_with("\u{feff}id,") || file.starts_with("id,"), "{file}");
        assert!(file.contains("Åsa Öberg"));
    }
}
