//! Accounts, invitations and sign-in providers.

use hub_core::rights::Role;

use super::walk::{Tells, Walk};

const ACCOUNT: &str = "/admin/accounts/{id}";
const PROVIDER: &str = "/admin/sign-in-providers/{id}";

pub async fn all(walk: &mut Walk) {
    accounts(walk).await;
    invitations(walk).await;
    providers(walk).await;
}

async fn accounts(walk: &mut Walk) {
    let member = walk.hub.signed_in(Role::Member).await;
    let id = member.account.to_string();
    let role = [("do", "role"), ("role", "curator")];
    walk.does((ACCOUNT, &[&id]), &role, "account.role_changed", Tells::Both).await;
    walk.does((ACCOUNT, &[&id]), &[("do", "sessions")], "account.sessions_ended", Tells::Both).await;
    walk.does((ACCOUNT, &[&id]), &[("do", "suspend")], "account.suspended", Tells::Both).await;
    walk.does((ACCOUNT, &[&id]), &[("do", "resume")], "account.resumed", Tells::Both).await;
    let now = walk.hub.app.clock.now();
    let mut tx = walk.hub.app.db.begin().await.unwrap();
    hub_db::second_factor::set_totp(tx.cx(), member.account, Some("sealed"), 1, now).await.unwrap();
    tx.commit().await.unwrap();
    walk.does((ACCOUNT, &[&id]), &[("do", "second-factor")], "account.second_factor_reset", Tells::Both)
        .await;
}

async fn invitations(walk: &mut Walk) {
    let invite = [("email", "ada@school.example"), ("name", "Ada"), ("role", "curator")];
    walk.does(("/admin/accounts/invite", &[]), &invite, "account.invited", Tells::After).await;
    let page = walk.owner.page("/admin/accounts").await;
    let open = |page: &str| {
        let value = page.split("name=\"invitation\" value=\"").nth(1).unwrap();
        value.split('"').next().unwrap().to_owned()
    };
    let form = "/admin/accounts/invitations";
    let again = [("invitation", &*open(&page)), ("do", "again")];
    walk.does((form, &[]), &again, "account.invited_again", Tells::After).await;
    let page = walk.owner.page("/admin/accounts").await;
    let withdraw = [("invitation", &*open(&page)), ("do", "withdraw")];
    walk.does((form, &[]), &withdraw, "account.invitation_withdrawn", Tells::Before).await;

    let form = "/admin/settings/invitations";
    let code = [("note", "For the lake"), ("uses", "3"), ("days", "7")];
    walk.does((form, &[]), &code, "invitation.made", Tells::After).await;
    walk.does((form, &[]), &[("revoke", "1")], "invitation.revoked", Tells::Before).await;
}

async fn providers(walk: &mut Walk) {
    let fields = |label| {
        [
            ("label", label),
            ("issuer", "https://login.school.example"),
            ("client_id", "hub"),
            ("secret", "the secret of the hub"),
            ("scopes", "email profile"),
            ("lets_in", "accounts"),
            ("domains", ""),
        ]
    };
    let form = "/admin/sign-in-providers";
    walk.does((form, &[]), &fields("School"), "sign_in_provider.added", Tells::After).await;
    walk.does((PROVIDER, &["1"]), &fields("Schools"), "sign_in_provider.changed", Tells::Both).await;
    walk.does((PROVIDER, &["1"]), &[("do", "remove")], "sign_in_provider.removed", Tells::Before).await;
}
