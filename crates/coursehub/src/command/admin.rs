//! `coursehub admin`.

use std::io::BufRead as _;

use anyhow::Context as _;
use hub_app::{App, account};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;

use crate::args::AdminCommand;
use crate::failure::WrongUse;
use crate::print;

use super::say;

/// Runs it.
///
/// # Errors
/// What the use case refused.
pub async fn run(app: &App, command: AdminCommand) -> anyhow::Result<()> {
    match command {
        AdminCommand::Create { email, role, password_stdin: _ } => {
            let role = Role::from(role);
            let password = password()?;
            let person = account::Person { email: &email, name: "", password: &password };
            let id = account::create(app, Actor::CommandLine, &person, role).await?;
            print::out(&format!("Account {id} made: {email}, {}.", role.name()));
        }
        AdminCommand::ResetPassword { email, password_stdin: _ } => {
            account::reset_password(app, Actor::CommandLine, &email, &password()?)
                .await
                .with_context(|| format!("the password of {email} was not changed"))?;
            print::out(&format!("{email} has a new password."));
        }
        AdminCommand::SetRole { email, role } => {
            let (account, role) = (account::by_email(app, &email).await?, Role::from(role));
            let changed = account::manage::set_role(app, Actor::CommandLine, account.id, role).await?;
            say(changed, &format!("{email} is {}.", role.name()));
        }
        AdminCommand::Suspend { email } => {
            let account = account::by_email(app, &email).await?;
            let changed = account::manage::suspend(app, Actor::CommandLine, account.id).await?;
            say(changed, &format!("{email} is suspended."));
        }
        AdminCommand::Resume { email } => {
            let account = account::by_email(app, &email).await?;
            let changed = account::manage::resume(app, Actor::CommandLine, account.id).await?;
            say(changed, &format!("{email} is active."));
        }
        AdminCommand::ResetSecondFactor { email } => {
            let account = account::by_email(app, &email).await?;
            let changed = account::second_factor::reset(app, Actor::CommandLine, account.id).await?;
            say(changed, &format!("{email} signs in by password alone."));
        }
        AdminCommand::List(form) => {
            let rows = account::list(app).await?.into_iter().map(|account| {
                vec![
                    print::number(account.id.get()),
                    print::text(account.email),
                    print::text(account.role.name()),
                    print::text(account.state.name()),
                    print::time(Some(account.created_at)),
                ]
            });
            let columns = [
                ("id", "id"),
                ("email", "email"),
                ("role", "role"),
                ("state", "state"),
                ("created_at", "made"),
            ];
            print::list(
                form,
                &columns,
                rows.collect(),
                "No accounts yet; make one with coursehub admin create.",
            );
        }
    }
    Ok(())
}

/// The first line of standard input: arguments would stand in the shell's history and in the list of processes.
fn password() -> anyhow::Result<Secret> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("the password cannot be read from standard input")?;
    let password = line.trim_end_matches(['\n', '\r']);
    if password.is_empty() {
        let why = "no password came on standard input; pipe it in: printf '%s\\n' \"$PASSWORD\" | coursehub admin …";
        return Err(WrongUse(why.to_owned()).into());
    }
    Ok(Secret::new(password))
}
