//! What a hub is: types, states, rules and permissions. No input or output, no async.
