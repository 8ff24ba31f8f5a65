//! Use cases of courses: publishing, files, decisions of staff, what is shown.
