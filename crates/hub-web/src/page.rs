//! The pages people see. One file a page: its template struct, its samples, its handler.

pub mod about;
pub mod account;
pub mod answer;
pub mod appeal;
pub mod asset;
pub(crate) mod compress;
pub mod contact;
pub mod course;
pub mod desk;
pub mod error;
pub mod feed;
mod fill;
pub mod front;
pub mod help;
pub mod legal;
pub mod mail_preferences;
pub mod messages;
pub mod moderate;
pub mod numbers;
pub mod picture;
pub mod published;
pub mod registration;
pub mod report;
pub mod results;
pub mod settings;
pub mod setup;
pub mod site;
pub mod sites;
pub mod visitor;

use axum::middleware::{from_fn, from_fn_with_state};
use hub_app::App;

use hub_core::rights::Right;

use crate::doors::{Class, Doors};

#[cfg(any(test, debug_assertions))]
pub mod components;

#[cfg(any(test, debug_assertions))]
pub mod samples;

#[cfg(test)]
pub(crate) mod tests;

/// The pages, below the hub's own path.
pub(crate) fn doors(app: &App) -> Doors {
    let pages = Doors::default()
        .get("/", Class::Reading, front::show)
        .get("/index.php", Class::Reading, front::show)
        .get("/search", Class::Reading, results::show)
        .get("/courses/{id}", Class::Course, course::show)
        .get("/courses/{id}/versions/{number}", Class::Course, course::show_version)
        .get("/sites", Class::Reading, sites::show)
        .get("/sites/{id}", Class::Reading, site::show)
        .get("/about", Class::Reading, about::show)
        .get("/imprint", Class::Open, legal::imprint)
        .get("/terms", Class::Open, legal::terms)
        .get("/privacy", Class::Open, legal::privacy)
        .get("/agreement", Class::Open, legal::agreement)
        .get("/agreement/{edition}", Class::Open, legal::old_agreement)
        .get("/numbers", Class::Reading, numbers::show)
        .get("/help", Class::Open, help::questions)
        .get("/help/connect", Class::Open, help::connect)
        .get("/help/publish", Class::Open, help::publish);
    #[cfg(debug_assertions)]
    let pages = pages.get("/about/components", Class::Open, components::show);
    let pages = pages.and(people()).and(staff()).and(courses());
    let remember = from_fn_with_state(app.clone(), visitor::remember_language);
    pages
        .with(|pages| pages.fallback(error::missing).layer(remember))
        .get("/assets/{hash}/{name}", Class::Open, asset::show)
        .get("/pictures/{id}", Class::Course, picture::show)
        .get("/feeds/atom", Class::Reading, feed::atom)
        .get("/feeds/rss", Class::Reading, feed::rss)
        .get("/rss/file.php/{*path}", Class::Reading, feed::classic)
        .with(|pages| pages.method_not_allowed_fallback(error::wrong_method))
        .with(|pages| pages.layer(from_fn(compress::hand_on)).layer(compress::layer()))
}

/// Signing in, and the own pages of whoever is.
fn people() -> Doors {
    Doors::default()
        .get("/sign-in", Class::Form, account::sign_in::show)
        .post("/sign-in", Class::Form, account::sign_in::sign)
        .get("/sign-in/code", Class::Form, account::code::show)
        .post("/sign-in/code", Class::Form, account::code::sign)
        .get("/sign-up", Class::Form, account::sign_up::show)
        .post("/sign-up", Class::Form, account::sign_up::sign)
        .get("/forgotten", Class::Form, account::forgotten::show)
        .post("/forgotten", Class::Form, account::forgotten::ask)
        .get("/reset/{token}", Class::Form, account::forgotten::choose)
        .post("/reset/{token}", Class::Form, account::forgotten::set)
        .get("/invitation/{token}", Class::Form, account::invitation::show)
        .post("/invitation/{token}", Class::Form, account::invitation::accept)
        .get("/new-address/{token}", Class::Form, account::new_address::show)
        .post("/new-address/{token}", Class::Form, account::new_address::confirm)
        .post("/sign-out", Class::Own, account::sign_in::out)
        .get("/setup/{link}", Class::Form, setup::owner::show)
        .post("/setup/{link}", Class::Form, setup::owner::take)
        .get("/mail/preferences/{token}", Class::Form, mail_preferences::show)
        .post("/mail/preferences/{token}", Class::Form, mail_preferences::save)
        .get("/setup", Class::Staff(Right::Owners), setup::steps::begin)
        .get("/setup/steps/{step}", Class::Staff(Right::Owners), setup::steps::show)
        .post("/setup/steps/{step}", Class::Staff(Right::Owners), setup::steps::save)
        .post("/setup/done", Class::Staff(Right::Owners), setup::steps::finish)
        .get("/setup/echo/{word}", Class::Open, setup::steps::echo)
        .get("/contact", Class::Letter, contact::show)
        .post("/contact", Class::Letter, contact::send)
        .get("/courses/{id}/contact", Class::Letter, contact::show_course)
        .post("/courses/{id}/contact", Class::Letter, contact::send_course)
        .get("/sites/{id}/contact", Class::Letter, contact::show_site)
        .post("/sites/{id}/contact", Class::Letter, contact::send_site)
        .get("/local/hub/sendmessage.php", Class::Open, contact::classic)
        .get("/messages/{token}", Class::Letter, messages::show)
        .post("/messages/{token}", Class::Letter, messages::answer)
        .post("/sign-in/passkey/begin", Class::Form, account::passkeys::begin_sign_in)
        .post("/sign-in/passkey", Class::Form, account::passkeys::sign)
        .get("/sign-in/with/{id}", Class::Form, account::provider::leave)
        .get("/sign-in/with/{id}/back", Class::Form, account::provider::come_back)
        .post("/me/security/providers/{id}/link", Class::Own, account::provider::link)
        .post("/me/security/providers/{id}/unlink", Class::Own, account::provider::unlink)
        .get("/me/passkeys", Class::Own, account::passkeys::show)
        .post("/me/passkeys", Class::Own, account::passkeys::add)
        .post("/me/passkeys/begin", Class::Own, account::passkeys::begin)
        .post("/me/passkeys/{id}/name", Class::Own, account::passkeys::name)
        .post("/me/passkeys/{id}/remove", Class::Own, account::passkeys::take_away)
        .get("/courses/{id}/report", Class::Form, report::show_course)
        .post("/courses/{id}/report", Class::Form, report::send_course)
        .get("/sites/{id}/report", Class::Form, report::show_site)
        .post("/sites/{id}/report", Class::Form, report::send_site)
        .get("/published/{token}", Class::Letter, published::show)
        .post("/published/{token}", Class::Letter, published::act)
        .get("/appeals/{token}", Class::Form, appeal::show)
        .post("/appeals/{token}", Class::Form, appeal::write)
        .get("/start", Class::Own, account::me::start)
        .get("/me/mail", Class::Own, account::mail::show)
        .post("/me/mail", Class::Own, account::mail::save)
        .get("/me", Class::Own, account::me::show)
        .post("/me", Class::Own, account::me::save)
        .post("/me/email", Class::Own, account::me::change_email)
        .get("/me/data", Class::Own, account::me::data)
        .get("/me/erase", Class::Own, account::erase::show)
        .post("/me/erase", Class::Own, account::erase::confirm)
        .get("/me/security", Class::Own, account::security::show)
        .post("/me/security/password", Class::Own, account::security::change_password)
        .post("/me/security/second-factor", Class::Own, account::security::second_factor)
        .post("/me/security/second-factor/confirm", Class::Own, account::security::confirm)
        .post("/me/sessions", Class::Own, account::security::end_sessions)
}

/// Staff's list of publications, and the page of each.
fn courses() -> Doors {
    let (listings, decisions) = (Class::Staff(Right::Listings), Class::Staff(Right::Decisions));
    Doors::default()
        .get("/admin/courses", listings, desk::courses::list::show)
        .get("/admin/courses/csv", listings, desk::courses::list::csv)
        .post("/admin/courses/preview", listings, desk::courses::batch::preview)
        .post("/admin/courses/run", decisions, desk::courses::batch::run)
        .post("/admin/courses/retag", listings, desk::courses::batch::retag)
        .get("/admin/courses/batches", listings, desk::courses::batch::show_all)
        .get("/admin/courses/batches/{id}", listings, desk::courses::batch::show)
        .post("/admin/courses/batches/{id}/undo", decisions, desk::courses::batch::undo)
        .post("/admin/courses/batches/{id}/retag/undo", listings, desk::courses::batch::undo_retag)
        .get("/admin/courses/{id}", listings, desk::courses::version::show)
        .post("/admin/courses/{id}/decide", decisions, desk::courses::acts::decide)
        .post("/admin/courses/{id}/looked", decisions, desk::courses::acts::looked)
        .post("/admin/courses/{id}/feature", listings, desk::courses::acts::feature)
        .post("/admin/courses/{id}/notes", listings, desk::courses::acts::notes)
        .post("/admin/courses/{id}/move", Class::Staff(Right::Sites), desk::courses::acts::relocate)
        .get("/admin/courses/{id}/edit", listings, desk::courses::edit::show)
        .post("/admin/courses/{id}/edit", listings, desk::courses::edit::save)
        .post("/admin/courses/{id}/pictures", listings, desk::courses::pictures::save)
        .get("/admin/courses/{id}/history", listings, desk::courses::history::show)
}

/// The pages of staff.
fn staff() -> Doors {
    Doors::default()
        .get("/admin/rights", Class::Staff(Right::Listings), desk::rights::show)
        .get("/admin/settings", Class::Staff(Right::Settings), settings::overview::show)
        .get("/admin/settings/invitations", Class::Staff(Right::Settings), settings::invitations::show)
        .post("/admin/settings/invitations", Class::Staff(Right::Settings), settings::invitations::save)
        .get("/admin/settings/mail", Class::Staff(Right::Settings), settings::mail::show)
        .post("/admin/settings/mail", Class::Staff(Right::Settings), settings::mail::save)
        .get("/admin/sign-in-providers", Class::Staff(Right::Settings), desk::providers::list)
        .post("/admin/sign-in-providers", Class::Staff(Right::Settings), desk::providers::add)
        .get("/admin/sign-in-providers/{id}", Class::Staff(Right::Settings), desk::providers::show)
        .post("/admin/sign-in-providers/{id}", Class::Staff(Right::Settings), desk::providers::act)
        .get("/admin/settings/{group}", Class::Staff(Right::Settings), settings::group::show)
        .post("/admin/settings/{group}", Class::Staff(Right::Settings), settings::group::save)
        .get("/admin/pages", Class::Staff(Right::Settings), desk::pages::list)
        .get("/admin/pages/{page}", Class::Staff(Right::Settings), desk::pages::show)
        .post("/admin/pages/{page}", Class::Staff(Right::Settings), desk::pages::save)
        .and(desk::sites::doors())
        .get("/moderate/messages", Class::Staff(Right::Decisions), desk::messages::list)
        .get("/moderate/messages/{id}", Class::Staff(Right::Decisions), desk::messages::show)
        .post("/moderate/messages/{id}", Class::Staff(Right::Decisions), desk::messages::act)
        .get("/admin/accounts", Class::Staff(Right::Accounts), desk::accounts::list)
        .get("/admin/accounts.csv", Class::Staff(Right::Accounts), desk::accounts::file)
        .post("/admin/accounts/invitations", Class::Staff(Right::Accounts), desk::accounts::act_on_invitation)
        .get("/admin/accounts/invite", Class::Staff(Right::Accounts), desk::accounts::show_invite)
        .post("/admin/accounts/invite", Class::Staff(Right::Accounts), desk::accounts::send_invite)
        .get("/admin/accounts/{id}", Class::Staff(Right::Accounts), desk::account::show)
        .post("/admin/accounts/{id}", Class::Staff(Right::Accounts), desk::account::act)
        .and(moderate::doors())
        .and(desk::audit::doors())
        .and(desk::vocabularies::doors())
        .and(desk::mail::doors())
}
