//! A provider of ten lines.
