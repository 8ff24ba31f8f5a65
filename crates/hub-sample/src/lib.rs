//! Example courses, the package builder and a simulated Moodle site that speaks HTTP only.
