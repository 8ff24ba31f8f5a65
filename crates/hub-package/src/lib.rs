//! Reads course packages safely into a report. Pure and synchronous, useful without a hub.
