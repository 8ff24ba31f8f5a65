//! Settings, seen through the use cases.

use hub_testkit::db_test;

db_test! {
    async fn a_setting_is_taken_at_once_and_kept(hub) {
        hub.set("name", "Hub of the valley").await;
        assert_eq!(hub.app.policy().name, "Hub of the valley");
        hub.app.refresh_policy().await.expect("the policy can be read");
        assert_eq!(hub.app.policy().name, "Hub of the valley");
    }
}

db_test! {
    async fn a_registration_password_is_never_read_back(hub) {
        hub.set("registration_password", "sesame").await;
        assert_eq!(hub.app.policy().get("registration_password").as_deref(), Ok("(set)"));
        let stored = hub.app.policy().registration_password.clone().unwrap_or_default();
        assert!(stored.starts_with("$argon2id$"), "{stored}");
    }
}
