//! The walk: forms are sent, and each must leave its line in the record.

use std::collections::BTreeSet;

use hub_core::desk::AuditQuery;
use hub_core::rights::Role;
use hub_db::audit::Record;
use hub_sample::site::SimulatedSite;
use hub_testkit::{SignedIn, TestHub};
use reqwest::Response;

use super::rows::ROWS;

/// What a line of the record tells beside who, what and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// What was before, and what is now.
    Both,
    /// Something is there that was not.
    After,
    /// Something is gone, or was taken back.
    Before,
}

/// What a form is sent with.
pub type Fields<'a> = &'a [(&'a str, &'a str)];

/// An owner's browser on a hub, and what it has done.
pub struct Walk {
    /// The hub.
    pub hub: TestHub,
    /// The browser.
    pub owner: SignedIn,
    /// Forms that were sent.
    pub forms: BTreeSet<&'static str>,
    /// Acts that were found in the record.
    pub acts: BTreeSet<&'static str>,
    /// Lines of the record that tell something else than they should.
    pub wrong: Vec<String>,
}

impl Walk {
    /// Before the first step.
    pub async fn begin(hub: TestHub) -> Self {
        super::own::set_up(&hub).await;
        let owner = hub.signed_in(Role::Owner).await;
        Self { hub, owner, forms: BTreeSet::new(), acts: BTreeSet::new(), wrong: Vec::new() }
    }

    /// The newest lines of the record, newest first.
    async fn lines(&self) -> Vec<Record> {
        let mut conn = self.hub.app.db.read().await.unwrap();
        hub_db::audit::list(conn.cx(), &AuditQuery::default(), None, 50).await.unwrap()
    }

    /// Sends a form and wants the act in the record, by this owner.
    ///
    /// `form` is the address as the route list has it, with what its variable parts are in the order of `parts`.
    pub async fn does(
        &mut self,
        (form, parts): (&'static str, &[&str]),
        fields: Fields<'_>,
        act: &'static str,
        tells: Tells,
    ) -> Response {
        let last = self.lines().await.first().map_or(0, |line| line.id);
        let answer = self.owner.post(&filled(form, parts), fields).await;
        self.left(form, act, tells, last, answer).await
    }

    /// As [`Self::does`], with a file.
    pub async fn sends(
        &mut self,
        form: &'static str,
        parts: &[&str],
        (fields, file): (Fields<'_>, (&str, &[u8])),
        (act, tells): (&'static str, Tells),
    ) -> Response {
        let last = self.lines().await.first().map_or(0, |line| line.id);
        let answer = self.owner.post_file(&filled(form, parts), fields, file).await;
        self.left(form, act, tells, last, answer).await
    }

    async fn left(
        &mut self,
        form: &'static str,
        act: &'static str,
        tells: Tells,
        last: i64,
        answer: Response,
    ) -> Response {
        let status = answer.status();
        if !status.is_success() && !status.is_redirection() {
            let page = answer.text().await.unwrap();
            let wrong: Vec<&str> =
                page.lines().filter(|line| line.contains("error") || line.contains("alert")).collect();
            panic!("{form}, {act}: {status}\n{}", wrong.join("\n"));
        }
        // What is done to many is done by a job.
        self.hub.settle().await;
        let new: Vec<Record> = self.lines().await.into_iter().filter(|line| line.id > last).collect();
        let line = new.iter().find(|line| line.act == act);
        let line = line.unwrap_or_else(|| panic!("{form} leaves no {act}, but {new:#?}"));
        assert_eq!(line.actor, ("account".to_owned(), self.owner.account.get()), "{line:?}");
        let (before, after) = (line.before != "null", line.after != "null");
        let as_told = match tells {
            Tells::Both => before && after && line.before != line.after,
            Tells::After => !before && after,
            Tells::Before => before && !after,
        };
        if !as_told {
            self.wrong.push(format!("{tells:?}: {line:?}"));
        }
        self.forms.insert(form);
        self.acts.insert(act);
        answer
    }

    /// Compares every line of the record with the row of its act; gives the acts that were found.
    pub async fn compare(&mut self) -> BTreeSet<String> {
        let all = {
            let mut conn = self.hub.app.db.read().await.unwrap();
            hub_db::audit::list(conn.cx(), &AuditQuery::default(), None, 100_000).await.unwrap()
        };
        for line in &all {
            let Some((_, thing, by, leaves)) = ROWS.iter().find(|row| row.0 == line.act) else {
                self.wrong.push(format!("no row for {line:?}"));
                continue;
            };
            let value = |text: &str| serde_json::from_str(text).unwrap();
            let told = leaves.fits(&value(&line.before), &value(&line.after));
            if !told || line.thing.0 != *thing || !by.contains(&line.actor.0.as_str()) {
                self.wrong.push(format!("{thing}, by {by:?}, {leaves:?}: {line:?}"));
            }
        }
        all.into_iter().map(|line| line.act).collect()
    }

    /// Staff's page finds each of the acts and has words for it, and the file has its line.
    pub async fn record_is_readable(&self) {
        let file = self.owner.page("/admin/audit.csv").await;
        for act in &self.acts {
            let page = self.owner.page(&format!("/admin/audit?act={act}")).await;
            let rows = page.split("<tbody").nth(1).unwrap_or_else(|| panic!("{act} is not found:\n{page}"));
            // An act without words would be shown by its name, a field without a name by its key.
            assert!(!rows.contains(act), "{act} has no words:\n{rows}");
            assert!(file.contains(act), "{act} is not in the file");
        }
    }
}

/// A site that stays until the end of the walk: none of those after it must get its port, and with it its address.
pub fn kept(site: SimulatedSite) -> &'static SimulatedSite {
    Box::leak(Box::new(site))
}

fn filled(form: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let pieces = form.split('/').map(|piece| {
        if piece.starts_with('{') { *parts.next().expect("a value for each variable part") } else { piece }
    });
    let address = pieces.collect::<Vec<_>>().join("/");
    assert_eq!(parts.next(), None, "{form} has fewer variable parts");
    address
}
