//! Where an advert leads, asked when a moderator wants to know.

use std::time::Duration;

use hub_core::VersionId;
use hub_core::text::cut;

use crate::outside::fetch::Limits;
use crate::{App, AppError, Missing, plain_text};

/// Enough for the head of a page, in which its title stands, and the time a moderator waits.
const LIMITS: Limits = Limits { total: Duration::from_secs(10), max_bytes: 512 * 1024, max_redirects: 5 };
/// Characters of a title that are shown.
const TITLE_CHARS: usize = 200;

/// What was found there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The address in the text.
    pub address: String,
    /// What answered, or why nothing did.
    pub answer: Result<TargetAnswer, String>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetAnswer {
    /// Its HTTP status.
    pub status: u16,
    /// Where it came from after redirects.
    pub address: String,
    /// The title of the page; may be empty.
    pub title: String,
}

/// Looks where the text that is decided on leads: an advert to its course, a share to its demonstration. Only through
/// the guarded fetcher.
///
/// # Errors
/// `NotFound` for what leads nowhere.
pub async fn target(app: &App, id: VersionId) -> Result<Target, AppError> {
    let mut conn = app.db.read().await?;
    let version = hub_db::version::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let text = match version.waiting_text_id {
        Some(waiting) => hub_db::version::text(conn.cx(), waiting).await?.map(|(text, _)| text),
        None => None,
    };
    drop(conn);
    let text = text.unwrap_or(version.text);
    let address = if text.course_url.is_empty() { text.demo_url } else { text.course_url };
    if address.is_empty() {
        return Err(AppError::NotFound(Missing::File));
    }
    let answer = match address.parse() {
        Err(_) => Err("this is no address".to_owned()),
        Ok(url) => app
            .fetch
            .get(&url, LIMITS)
            .await
            .map(|fetched| TargetAnswer {
                status: fetched.status,
                address: fetched.url.to_string(),
                title: title_of(&String::from_utf8_lossy(&fetched.body)),
            })
            .map_err(|error| error.to_string()),
    };
    Ok(Target { address, answer })
}

/// What stands in the first `title` element.
fn title_of(page: &str) -> String {
    let lower = page.to_ascii_lowercase();
    let Some(start) = lower.find("<title") else { return String::new() };
    let Some(open) = lower[start..].find('>').map(|at| start + at + 1) else { return String::new() };
    let Some(end) = lower[open..].find("</title").map(|at| open + at) else { return String::new() };
    cut(&plain_text(&page[open..end]), TITLE_CHARS)
}

#[cfg(test)]
mod tests {
    use super::title_of;

    #[test]
    fn the_title_of_a_page_is_plain_text() {
        assert_eq!(title_of("<html><TITLE lang=en>Plants &amp; light</Title>"), "Plants & light");
        assert_eq!(title_of("<title>never ends"), "");
        assert_eq!(title_of("no page"), "");
    }
}
