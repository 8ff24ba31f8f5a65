//! The doors of the hub: pages, the classic Moodle protocol, health.
