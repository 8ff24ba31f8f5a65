//! The pages in a real browser (Chromium), against the built program.
//!
//! A test starts a hub and a browser, opens pages, and looks at them as a visitor would. To add one for a page:
//!
//! ```ignore
//! #[tokio::test]
//! async fn the_settings_can_be_changed_by_keyboard() {
//!     let Some(browser) = Browser::start().await else { return };
//!     let hub = Hub::empty(); // or Hub::filled(): the demo's sites and courses
//!     let owner = hub.owner();
//!     browser.sign_in(&hub, &owner).await;
//!     check_page(&browser, &hub, "/admin/settings", "settings").await;
//!     browser.open(&hub.at("/admin/settings")).await;
//!     browser.tab_to("Name of the hub").await;
//!     browser.write("Wissen im Tal").await;
//!     browser.press(key::ENTER).await;
//!     browser.wait_for("[role=status]").await;
//!     browser.is_clean(&hub, &[]).await;
//! }
//! ```
//!
//! * [`page::check_page`] opens the page light, dark and in Arabic, wide and as on a phone, and fails on what axe-core
//!   finds, on overflow, on errors of the console and on requests to elsewhere; it leaves
//!   `target/screenshots/NAME-LOOK.png`.
//! * [`hub::Hub`] is one process of the program; [`browser::Browser`] one chromedriver with one session. Both end with
//!   the test, also when it fails. Have many checks in few tests: starting both takes a second or two.
//! * Waiting is done by [`browser::Browser::wait_for`] and [`browser::Browser::wait_until`], never by sleeping.
//! * Passkeys: [`browser::Browser::add_authenticator`]. They need `Hub::empty`, which is at `localhost`: an address of
//!   digits cannot have any (WebAuthn, 5.1.2: an RP ID is a domain).
//! * What Chromium and axe-core need is installed by `scripts/install-test-tools`; without them these tests are
//!   skipped, or fail where nothing may be missing.
//!
//! Run them alone: `cargo nextest run --workspace --test browser`.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod accounts;
mod browser;
mod contact;
mod contrast;
mod correcting;
mod desk_courses;
mod desk_pages;
mod filled;
mod harness;
mod hub;
mod keyboard;
mod languages;
mod leaving;
mod many;
mod moderation;
mod page;
mod passkeys;
mod private_hub;
mod providers;
mod public_pages;
mod publisher;
mod resisting;
mod scripts_off;
mod set_up;
mod settings_pages;
mod site_pages;
mod site_workflows;
mod traffic;
mod weight;
