//! Asks a door for everything, as everybody, and holds the answers against the tables of `expected.rs`.

use hub_core::visibility::Sight;
use hub_web::Route;
use hub_wire::moodle::Function;
use reqwest::StatusCode;

use super::ask::{Answer, Asker};
use super::expected::{HubState, due, fault, is_public};
use super::plant::{Caller, Garden, IN_CHANGES, IN_TITLES, Planted};
use super::rows::{Row, has_package, status};

/// A door of a hub in one of its states.
pub struct Trial<'t> {
    pub garden: &'t Garden,
    pub ask: &'t Asker,
    pub hub: &'t HubState,
    /// The versions asked for one by one: all, or some on a hub that is closed to whoever asks.
    pub planted: Vec<&'t Planted>,
    pub route: &'t Route,
}

impl Trial<'_> {
    pub async fn run(&self, row: Row) {
        match row {
            Row::Page(address) => self.pages(address).await,
            Row::Front => self.front().await,
            Row::Search(address) => self.searches(address).await,
            Row::About(address) => self.about(&address(self.garden)).await,
            Row::Download => self.downloads().await,
            Row::Service => self.service().await,
            Row::Change(address, otherwise) => self.change(address, otherwise).await,
            Row::Link(address) => {
                let wanted = if self.hub.enabled == "off" { Sight::HubOff } else { Sight::Unknown };
                self.is(&self.ask.get(address).await, status(wanted), &address);
            }
            Row::Open(address, wanted) => self.is(&self.ask.get(address).await, wanted, &address),
            Row::Form(address, wanted) => self.is(&self.asked(address).await, wanted, &address),
            Row::Letter(address, wanted) => {
                let wanted = if self.hub.enabled == "off" { StatusCode::SERVICE_UNAVAILABLE } else { wanted };
                self.is(&self.asked(address).await, wanted, &address);
            }
            Row::Own(address) | Row::Staff(_, address) => self.signed_out(address).await,
        }
    }

    fn is(&self, answer: &Answer, wanted: StatusCode, what: &dyn std::fmt::Debug) {
        let HubState { enabled, reading, .. } = self.hub;
        let Route { method, path, .. } = self.route;
        assert_eq!(answer.status, wanted, "{method} {path}, {what:?}, enabled={enabled}, reading={reading}");
    }

    /// What lists are to strangers.
    fn reading(&self) -> StatusCode {
        status(self.hub.strangers.unwrap_or(Sight::Visible))
    }

    async fn pages(&self, address: fn(hub_core::VersionId) -> String) {
        for planted in &self.planted {
            let answer = self.ask.visit(&address(planted.id)).await;
            self.is(&answer, status(due(self.hub, None, planted)), planted);
            self.shows_no_change(&answer.text);
        }
        // A site's token opens no page.
        for caller in self.garden.callers.iter().filter(|caller| caller.site.is_some()) {
            for planted in self.planted.iter().filter(|planted| caller.site == Some(planted.site)).take(8) {
                let address = format!("{0}?token={1}&wstoken={1}", address(planted.id), caller.token);
                self.is(&self.ask.visit(&address).await, status(due(self.hub, None, planted)), planted);
            }
        }
    }

    async fn front(&self) {
        let path = self.route.path;
        let front = self.ask.get(path).await;
        self.is(&front, self.reading(), &"front page");
        self.shows_only_what_is_public(&front);
        for planted in &self.planted {
            let sight = due(self.hub, None, planted);
            let page = self.ask.visit(&format!("{path}?courseid={}", planted.id)).await;
            self.is(&page, status(sight), planted);
            let away = self.ask.get(&format!("{path}?redirectcourseid={}", planted.id)).await;
            if sight == Sight::Visible {
                self.is(&away, StatusCode::SEE_OTHER, planted);
                assert_eq!(away.location, planted.elsewhere());
            } else {
                self.is(&away, status(sight), planted);
                assert_eq!(away.location, "");
            }
        }
    }

    fn shows_no_change(&self, text: &str) {
        assert!(!text.contains(IN_CHANGES), "{} shows a text that waits for staff", self.route.path);
    }

    fn shows_only_what_is_public(&self, answer: &Answer) {
        self.shows_no_change(&answer.text);
        for planted in &self.garden.planted {
            let seen = due(self.hub, None, planted) == Sight::Visible;
            let shown = answer.text.contains(&planted.mark);
            assert!(seen || !shown, "{} shows {planted:?}", self.route.path);
        }
    }

    async fn searches(&self, address: fn(&str) -> String) {
        let every = self.ask.get(&address(IN_TITLES)).await;
        self.is(&every, self.reading(), &"all");
        self.shows_only_what_is_public(&every);
        let changed = self.ask.get(&address(IN_CHANGES)).await;
        assert!(!changed.text.contains(IN_TITLES), "{} finds what waits for staff", self.route.path);
        for planted in &self.planted {
            let answer = self.ask.get(&address(&planted.mark)).await;
            self.is(&answer, self.reading(), planted);
            let seen = due(self.hub, None, planted) == Sight::Visible;
            assert_eq!(answer.text.contains(IN_TITLES), seen, "{} {planted:?}", self.route.path);
        }
    }

    async fn about(&self, address: &str) {
        let answer = self.ask.get(address).await;
        self.is(&answer, self.reading(), &address);
        self.shows_only_what_is_public(&answer);
    }

    async fn downloads(&self) {
        let door = self.route.path;
        for planted in &self.planted {
            for caller in &self.garden.callers {
                let sight = due(self.hub, Some(caller), planted);
                // What its own site sees but nobody else has no package to take; nor has an advert.
                let takeable = has_package(planted) && is_public(planted);
                let package = if sight == Sight::Visible && !takeable { Sight::Unknown } else { sight };
                let what = |part: &str| (part.to_owned(), caller.name, (*planted).clone());
                let of = format!("courseid={}&token={}", planted.id, caller.token);
                let answer = self.ask.get(&format!("{door}?filetype=backup&{of}")).await;
                self.is(&answer, status(package), &what("package"));
                for size in ["", "&imagewidth=original"] {
                    let answer = self.ask.get(&format!("{door}?filetype=screenshot&{of}{size}")).await;
                    self.is(&answer, status(sight), &what("screenshot"));
                }
            }
        }
        let logo = self.ask.get(&format!("{door}?filetype=hubscreenshot")).await;
        self.is(&logo, StatusCode::NOT_FOUND, &"a hub without logo");
    }

    /// By the door's method; a form is sent empty.
    async fn asked(&self, address: &str) -> Answer {
        match self.route.method {
            "POST" => self.ask.post(address, "application/x-www-form-urlencoded", "").await,
            _ => self.ask.get(address).await,
        }
    }

    async fn signed_out(&self, address: &str) {
        let answer = self.asked(address).await;
        if self.route.method == "POST" {
            self.is(&answer, StatusCode::FORBIDDEN, &address);
        } else {
            self.is(&answer, StatusCode::SEE_OTHER, &address);
            assert!(answer.location.contains("/sign-in?back="), "{address} leads to {}", answer.location);
        }
    }

    async fn change(&self, address: &str, otherwise: StatusCode) {
        let wanted = if self.hub.enabled == "on" { otherwise } else { StatusCode::SERVICE_UNAVAILABLE };
        self.is(&self.asked(address).await, wanted, &address);
    }

    async fn service(&self) {
        for caller in &self.garden.callers {
            for function in Function::ALL {
                self.function(caller, function).await;
            }
            if fault(self.hub, caller, Function::GetCourses).is_none() {
                self.found(caller).await;
            }
        }
        let unknown = self.ask.call(self.route.path, "publichub", "hub_nope", "").await;
        assert_eq!(unknown.unwrap_err(), "invalidrecord");
    }

    async fn function(&self, caller: &Caller, function: Function) {
        let wanted = fault(self.hub, caller, function);
        if function == Function::UnregisterSite && wanted.is_none() {
            // It would do so.
            return;
        }
        let params = match function {
            Function::GetCourses => {
                "<value><string/></value> <value><int>1</int></value> <value><int>1</int></value> \
                 <value><struct/></value>"
            }
            Function::RegisterCourses | Function::UnregisterCourses | Function::SiteIsRegistered => {
                "<value><array><data/></array></value>"
            }
            Function::UpdateSiteInfo => "<value><struct/></value>",
            Function::GetInfo | Function::GetFormInfo | Function::UnregisterSite => "",
        };
        let answer = self.ask.call(self.route.path, &caller.token, function.name(), params).await;
        // With invalidparameter it was let in; what it says is not what it should.
        let told = answer.as_ref().err().map(String::as_str).filter(|code| *code != "invalidparameter");
        let HubState { enabled, reading, .. } = self.hub;
        let (path, who) = (self.route.path, caller.name);
        assert_eq!(told, wanted, "{path}, {who}, {}, enabled={enabled}, reading={reading}", function.name());
    }

    /// What `hub_get_courses` finds by words, by ids, and for a site's own status page.
    async fn found(&self, caller: &Caller) {
        let all =
            self.garden.planted.iter().map(|planted| format!("<value><int>{}</int></value>", planted.id));
        let all = all.collect::<Vec<_>>().concat();
        let ids =
            format!("<member><name>ids</name><value><array><data>{all}</data></array></value></member>");
        let own = "<member><name>allsitecourses</name><value><int>1</int></value></member>";
        let both = "<value><int>1</int></value> <value><int>1</int></value>";
        for (words, options) in [(IN_TITLES, ""), ("", ids.as_str()), ("", own)] {
            let params = format!(
                "<value><string>{words}</string></value> {both} <value><struct>{options}</struct></value>"
            );
            let reply =
                self.ask.call(self.route.path, &caller.token, "hub_get_courses", &params).await.unwrap();
            // Without a site of its own, a caller has no courses of its own to list: it gets what everybody gets.
            let status_page = options == own && caller.site.is_some();
            for planted in &self.garden.planted {
                let own = caller.site == Some(planted.site);
                let wanted = match (status_page, planted.former) {
                    (true, false) => own && !planted.listing.is_gone(),
                    (true, true) => own && is_public(planted),
                    (false, _) => is_public(planted),
                };
                let found = reply.contains(&planted.mark);
                assert_eq!(found, wanted, "{}, {words:?} {options:.40}, {planted:?}", caller.name);
                let change = format!("{} {IN_CHANGES}", planted.mark);
                let own_change = planted.change_waits && own && !planted.former && found;
                assert_eq!(
                    reply.contains(&change),
                    own_change,
                    "{}, {options:.40}, {planted:?}",
                    caller.name
                );
            }
        }
    }
}
