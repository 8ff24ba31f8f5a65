//! `coursehub admin`.

use std::io::BufRead as _;

use anyhow::Context as _;
use hub_app::{App, account};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;

use crate::args::AdminCommand;
use crate::failure::WrongUse;
use crate::print;

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
        AdminCommand::List(form) => {
            let rows = account::list(app).await?.into_iter().map(|account| {
                vec![
                    print::number(account.id.get()),
                    print::text(account.email),
                    print::text(account.role.name()),
                    print::time(Some(account.created_at)),
                ]
            });
            let columns = [("id", "id"), ("email", "email"), ("role", "role"), ("created_at", "made")];
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
