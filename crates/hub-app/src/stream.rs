//! Long answers, made while they are sent.

use bytes::Bytes;
use futures_util::Stream;

use crate::AppError;

/// A file that is made while it is sent: memory holds some hundred rows of it.
pub type FileStream = std::pin::Pin<Box<dyn Stream<Item = Result<Bytes, AppError>> + Send>>;
