//! Use cases of sites: registration, updates, leaving, decisions of staff, what is shown.
