//! Samples of the pages of moderation.
