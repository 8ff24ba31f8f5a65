//! The full-text index: schema, document, query, and how it follows the change feed.
