//! The encoders against recorded traffic, the decoders against what PHP made of the same replies, and whole journeys
//! against a hub of a few lines.

mod against_captures;
mod decoding;
mod encoding;
mod journeys;
