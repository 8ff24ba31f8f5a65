//! How much of a body is read before it is refused.

/// Limits of one XML-RPC body. Each refusal names the limit that was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole body. Largest seen from a real client: a course with some hundred content
    /// rows, below 200 KiB. Default 16 MiB.
    pub body_bytes: usize,
    /// Values inside each other. Real calls need 5. Default 64.
    pub depth: usize,
    /// Values altogether, so that a body of empty values cannot become many times its size in memory.
    /// Default 200 000.
    pub values: usize,
    /// Bytes of one text. Default 10 MB.
    pub text_bytes: usize,
    /// Bytes of a member name or of the method's name. Default 256.
    pub name_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 16 * 1024 * 1024,
            depth: 64,
            values: 200_000,
            text_bytes: 10_000_000,
            name_bytes: 256,
        }
    }
}
