//! Passwords: hashed with Argon2id in its recommended strength, away from the threads that answer requests.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use tokio::sync::Semaphore;

use crate::AppError;

/// Hashes at once: each takes 19 MiB and tens of milliseconds of a core.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The hash of a password, a PHC string with its own salt.
pub async fn hash(password: String) -> Result<String, AppError> {
    let _permit = AT_ONCE.acquire().await.map_err(AppError::internal)?;
    tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    })
    .await
    .map_err(AppError::internal)?
    .map_err(|error| AppError::internal(error.to_string()))
}

/// Whether `password` is the one of `hash`.
pub async fn verify(password: String, hash: String) -> Result<bool, AppError> {
    let _permit = AT_ONCE.acquire().await.map_err(AppError::internal)?;
    tokio::task::spawn_blocking(move || {
        let hash = PasswordHash::new(&hash).map_err(|error| AppError::internal(error.to_string()))?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
    .map_err(AppError::internal)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_hash_and_no_other_does() {
        let hashed = hash("open sesame".to_owned()).await.unwrap();
        assert!(verify("open sesame".to_owned(), hashed.clone()).await.unwrap());
        assert!(!verify("Open sesame".to_owned(), hashed).await.unwrap());
    }
}
