//! Wire formats: bytes to typed requests and back. Knows no rule of the hub.
