# Managing sites and courses.
