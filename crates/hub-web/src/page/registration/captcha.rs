//! Between a new site's registration form and the hub: what shows that a person sends it.

use askama::Template;

use crate::view::captcha::Captcha;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/registration/captcha.html")]
pub struct CaptchaPage {
    /// What every page has.
    pub ui: Ui,
    /// Where its button goes.
    pub action: String,
    /// What it sends once more.
    pub hidden: Vec<(String, String)>,
    /// What was wrong with the last answer.
    pub wrong: String,
    /// The captcha.
    pub captcha: Captcha,
}
