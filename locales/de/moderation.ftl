# What waits for staff, decisions, reports, appeals.
