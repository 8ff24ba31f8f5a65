//! `coursehub settings`.

use anyhow::Context as _;
use hub_app::{App, settings};
use hub_core::policy::SETTINGS;
use hub_core::rights::Actor;

use crate::args::SettingsCommand;
use crate::print;

/// Runs it.
///
/// # Errors
/// An unknown key, a value that does not fit.
pub async fn run(app: &App, command: SettingsCommand) -> anyhow::Result<()> {
    let policy = app.policy();
    match command {
        SettingsCommand::List(form) => {
            let mut rows = Vec::new();
            for setting in SETTINGS {
                let value = policy.get(setting.key)?;
                rows.push(vec![
                    print::text(setting.key),
                    print::text(value.clone()),
                    print::text(setting.help),
                ]);
            }
            if form.json {
                // A setting's id is its key.
                print::list(form, &[("id", ""), ("value", ""), ("help", "")], rows, "");
            } else {
                print::list(
                    form,
                    &[("id", "setting"), ("value", "value"), ("help", "what it does")],
                    rows,
                    "",
                );
            }
        }
        SettingsCommand::Get { key } => print::out(&policy.get(&key)?),
        SettingsCommand::Set { key, value } => {
            let changed = if key == "logo" && !value.is_empty() {
                let file =
                    std::fs::read(&value).with_context(|| format!("the picture {value} cannot be read"))?;
                settings::set_logo(app, Actor::CommandLine, Some(file.into())).await?
            } else if key == "logo" {
                settings::set_logo(app, Actor::CommandLine, None).await?
            } else {
                settings::set(app, Actor::CommandLine, &key, &value).await?
            };
            let now = app.policy().get(&key)?;
            let shown = if now.is_empty() { "empty".to_owned() } else { print::one_line(&now) };
            super::say(changed, &format!("{key} is {shown}"));
        }
    }
    Ok(())
}
