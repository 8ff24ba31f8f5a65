//! `coursehub invitation`.

use hub_app::App;
use hub_app::invitation::{self, NewInvitation};
use hub_core::rights::Actor;
use jiff::Timestamp;

use crate::args::InvitationCommand;
use crate::print;

/// Runs it.
///
/// # Errors
/// Numbers that do not fit, an unknown invitation.
pub async fn run(app: &App, command: InvitationCommand) -> anyhow::Result<()> {
    match command {
        InvitationCommand::Create { uses, days, note, form } => {
            let new = NewInvitation { note, uses, days };
            let (id, code) = invitation::make(app, Actor::CommandLine, &new).await?;
            if form.json {
                let row = vec![print::number(id.get()), print::text(code.expose().to_owned())];
                print::list(form, &[("id", ""), ("code", "")], vec![row], "");
            } else {
                print::out(code.expose());
            }
        }
        InvitationCommand::List(form) => {
            let now = app.clock.now();
            let rows = invitation::list(app).await?.into_iter().map(|invitation| {
                vec![
                    print::number(invitation.id.get()),
                    print::text(state(&invitation, now)),
                    print::number(invitation.used),
                    print::text(invitation.most_uses.map(|most| most.to_string()).unwrap_or_default()),
                    print::time(invitation.expires_at),
                    print::time(Some(invitation.created_at)),
                    print::text(invitation.note),
                ]
            });
            let columns = [
                ("id", "id"),
                ("state", "state"),
                ("used", "used"),
                ("uses", "of"),
                ("expires_at", "until"),
                ("created_at", "made"),
                ("note", "note"),
            ];
            let none = "No invitations yet; make one with coursehub invitation create.";
            print::list(form, &columns, rows.collect(), none);
        }
        InvitationCommand::Revoke { id } => {
            let changed = invitation::revoke(app, Actor::CommandLine, id).await?;
            super::say(changed, &format!("invitation {id} is revoked"));
        }
    }
    Ok(())
}

fn state(invitation: &invitation::Invitation, now: Timestamp) -> &'static str {
    match (invitation.revoked_at, invitation.is_open(now)) {
        (Some(_), _) => "revoked",
        (None, true) => "open",
        (None, false) if invitation.expires_at.is_some_and(|end| end <= now) => "expired",
        (None, false) => "used",
    }
}
