//! The list of all doors, made by the same calls that open them, so that none can be open and not listed. The tests of
//! visibility walk it: a door without a row in their table fails.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, any, get, post};
use hub_app::App;
use hub_core::rights::Right;

/// What a door gives, and by that what closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// One course, or a file or picture of it: the visibility function decides.
    Course,
    /// The hub, its sites, lists of courses: open to who may read at all.
    Reading,
    /// Registration and publication: closed on a hub that is off or read-only.
    Changing,
    /// What the holder of a link is shown: closed on a hub that is off.
    Link,
    /// The web service: each function by who calls.
    Service,
    /// What belongs to no course and tells nothing: health, style sheets.
    Open,
    /// A form that strangers may fill in, or the page it stands on: signing in, set-up. Open even on a hub that is off.
    Form,
    /// Letters of strangers and the pages they are written on: forms, closed on a hub that is off.
    Letter,
    /// Somebody's own pages: open to whoever is signed in.
    Own,
    /// Pages of staff: open to roles with this right.
    Staff(Right),
}

/// One door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// `GET` (which answers `HEAD` too), `POST`, or `ANY`.
    pub method: &'static str,
    /// Its address below the hub's path, with the names of its variable parts in braces.
    pub path: &'static str,
    /// What closes it.
    pub class: Class,
}

/// Doors and their list.
#[derive(Default)]
pub(crate) struct Doors {
    router: Router<App>,
    list: Vec<Route>,
}

impl Doors {
    pub(crate) fn get<T: 'static>(
        self,
        path: &'static str,
        class: Class,
        handler: impl Handler<T, App>,
    ) -> Self {
        self.open("GET", path, class, get(handler))
    }

    pub(crate) fn post<T: 'static>(
        self,
        path: &'static str,
        class: Class,
        handler: impl Handler<T, App>,
    ) -> Self {
        self.open("POST", path, class, post(handler))
    }

    pub(crate) fn any<T: 'static>(
        self,
        path: &'static str,
        class: Class,
        handler: impl Handler<T, App>,
    ) -> Self {
        self.open("ANY", path, class, any(handler))
    }

    fn open(
        mut self,
        method: &'static str,
        path: &'static str,
        class: Class,
        handler: MethodRouter<App>,
    ) -> Self {
        self.router = self.router.route(path, handler);
        self.list.push(Route { method, path, class });
        self
    }

    /// These doors and those.
    pub(crate) fn and(mut self, others: Self) -> Self {
        self.router = self.router.merge(others.router);
        self.list.extend(others.list);
        self
    }

    /// Puts something around these doors, or a page where there is none; never a door of its own.
    pub(crate) fn with(mut self, around: impl FnOnce(Router<App>) -> Router<App>) -> Self {
        self.router = around(self.router);
        self
    }

    pub(crate) fn routes(&self) -> &[Route] {
        &self.list
    }

    pub(crate) fn list(self) -> Vec<Route> {
        self.list
    }

    pub(crate) fn router(self) -> Router<App> {
        self.router
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// Files below `folder` that open doors past the list.
    fn past_the_list(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                past_the_list(&path, found);
            } else if !path.ends_with("src/doors.rs")
                && path.extension().is_some_and(|end| end == "rs")
                && [".route(", ".route_service(", ".nest(", ".nest_service("]
                    .iter()
                    .any(|call| std::fs::read_to_string(&path).unwrap().contains(call))
            {
                found.push(path.display().to_string());
            }
        }
    }

    #[test]
    fn doors_are_opened_nowhere_else() {
        let mut found = Vec::new();
        past_the_list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        assert!(found.is_empty(), "open these doors by crate::doors::Doors: {found:?}");
    }
}
