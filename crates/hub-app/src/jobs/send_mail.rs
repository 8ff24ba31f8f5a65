//! Hands a mail to the mail server.

use hub_core::MailId;

use super::JobFailure;
use crate::App;

pub(super) async fn run(app: &App, id: MailId) -> Result<(), JobFailure> {
    let _ = (app, id);
    Ok(())
}
