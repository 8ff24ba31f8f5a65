-- Views of a course's page by day; no addresses, no people.
CREATE TABLE course_view (
    course_id BIGINT NOT NULL REFERENCES course (id),
    day BIGINT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (course_id, day)
);
