//! The mail server, set and tried on its page.

use hub_core::rights::Role;
use hub_testkit::db_test;
use hub_testkit::mail_server::MailServer;

use super::{led_to, record};

db_test! {
    async fn a_mail_server_is_set_tried_and_removed(hub) {
        let Some(mut server) = MailServer::start(0) else { return };
        let admin = hub.signed_in(Role::Admin).await;
        let test = [("do", "test"), ("mail_test", "ada@school.example")];
        let refused = admin.post("/admin/settings/mail", &test).await;
        assert_eq!(refused.status(), 422, "there is no server yet");
        let port = server.port().to_string();
        let fields = [
            ("mail_host", "127.0.0.1"),
            ("mail_security", "none"),
            ("mail_port", port.as_str()),
            ("mail_from", "hub@hub.example"),
        ];
        let mut wrong = fields;
        wrong[2] = ("mail_port", "99999");
        let page = admin.post("/admin/settings/mail", &wrong).await.text().await.unwrap();
        assert!(page.contains("Give a port from 1 to 65535"), "{page}");
        assert_eq!(led_to(&admin.post("/admin/settings/mail", &fields).await), "/admin/settings/mail?done=settings");
        assert_eq!(led_to(&admin.post("/admin/settings/mail", &test).await), "/admin/settings/mail?done=mail-test");
        assert_eq!(server.wait().to, ["ada@school.example"]);
        assert!(format!("{:?}", record(&hub, "settings.changed").await).contains("mail_server"));
        let cleared = admin.post("/admin/settings/mail", &[("do", "clear")]).await;
        assert_eq!(led_to(&cleared), "/admin/settings/mail?done=mail-cleared");
        assert!(admin.page("/admin/settings/mail").await.contains("No mail server is set"));
    }
}
