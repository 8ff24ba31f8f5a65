//! A way to stop a pass from outside.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A switch that ends a running pass within one buffer. Clones share the switch.
#[derive(Clone, Debug, Default)]
pub struct Cancel {
    stopped: Arc<AtomicBool>,
}

impl Cancel {
    /// A switch nobody has turned yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// For callers who never cancel. The deadline of [`crate::Limits::wall_time`] holds all the same.
    pub fn never() -> Self {
        Self::default()
    }

    /// Ends the pass: it returns [`crate::Unreadable::Cancelled`].
    pub fn cancel(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether [`Cancel::cancel`] was called.
    pub fn is_cancelled(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}
