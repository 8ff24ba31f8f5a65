//! A whole hub in a test, on either database, driven by role.
