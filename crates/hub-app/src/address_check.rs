//! Whether the hub reaches itself under the address it was started with: what it calls is what Moodles and people will
//! call. A word sealed with the data folder's key tells it from any other server there.

use std::time::Duration;

use url::Url;

use crate::App;
use crate::outside::crypto::Sealed;
use crate::outside::fetch::{FetchError, Limits, Refusal};

/// What the word is sealed for.
const PURPOSE: &str = "address check";
/// Longer takes no server that people would wait for.
const LIMITS: Limits = Limits { total: Duration::from_secs(5), max_bytes: 4096, max_redirects: 2 };

/// What was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This hub answered.
    Itself,
    /// This hub answered after a redirect to another address, which belongs into the configuration.
    Elsewhere {
        /// That address, without what was asked.
        address: String,
    },
    /// Something else answered, with this status.
    Another {
        /// The status.
        status: u16,
    },
    /// The address lies in a network this hub does not call; people there may still reach it.
    NotCalled(Refusal),
    /// Nothing answered.
    Nothing(FetchError),
}

/// Calls the hub under its own address.
pub async fn check(app: &App) -> Reach {
    let nonce = app.rng.short_code();
    let path = format!("/setup/echo/{}", app.key.seal(&app.rng, PURPOSE, &nonce).as_str());
    let Ok(url) = Url::parse(&app.address.join(&path)) else { return Reach::NotCalled(Refusal::NoHost) };
    match app.fetch.get(&url, LIMITS).await {
        Ok(answer) if answer.status == 200 && answer.body.as_ref() == nonce.as_bytes() => {
            if answer.url == url {
                return Reach::Itself;
            }
            let address = answer.url.as_str().split("/setup/echo/").next().unwrap_or_default();
            Reach::Elsewhere { address: address.to_owned() }
        }
        Ok(answer) => Reach::Another { status: answer.status },
        Err(FetchError::Refused(refusal)) => Reach::NotCalled(refusal),
        Err(error) => Reach::Nothing(error),
    }
}

/// What a hub answers to the word of its own call; `None` for any other word.
pub fn echo(app: &App, word: &str) -> Option<String> {
    let sealed = Sealed::from_stored(word.to_owned());
    app.key.open(PURPOSE, &sealed).ok().map(|nonce| nonce.expose().to_owned())
}
