//! Courses as `hub_get_courses` lists them (section 6.4).

use std::borrow::Cow;

use super::ContentCount;
use crate::Value;
use crate::value::Members;

/// One page of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CourseList {
    /// The courses of this page.
    pub courses: Vec<CourseRecord>,
    /// How many match altogether.
    pub total: i64,
}

/// A course in a list. Which members go out follows from the values: see [`CourseRecord::into_value`].
#[derive(Clone, Debug, PartialEq)]
pub struct CourseRecord {
    /// The id clients know the course by: that of the version.
    pub id: i64,
    /// Name.
    pub fullname: String,
    /// Short name.
    pub shortname: String,
    /// Description **without tags**: the community block prints it unescaped (section 9.1).
    pub description: String,
    /// Language code.
    pub language: String,
    /// Who publishes it.
    pub publishername: String,
    /// What only the owning site is told.
    pub owner: Option<OwnerView>,
    /// Who else worked on it.
    pub contributornames: String,
    /// Tags, separated by commas.
    pub coverage: String,
    /// Who made it.
    pub creatorname: String,
    /// Short name of the licence.
    pub licenceshortname: String,
    /// Subject code.
    pub subject: String,
    /// Audience.
    pub audience: String,
    /// Educational level.
    pub educationallevel: String,
    /// Notes of the creator, cleaned HTML.
    pub creatornotes: String,
    /// Format of the notes; 1 is HTML.
    pub creatornotesformat: i64,
    /// Where the course is; clients need one of the two.
    pub address: CourseAddress,
    /// Bytes of the backup; only of a shared course.
    pub backupsize: Option<i64>,
    /// Whether it is an advert.
    pub enrollable: bool,
    /// How many screenshots it has.
    pub screenshots: i64,
    /// When it was changed, in seconds since 1970.
    pub timemodified: i64,
    /// What is in it, most frequent first.
    pub contents: Vec<ContentCount>,
    /// How it is rated.
    pub rating: Rating,
    /// What people said.
    pub comments: Vec<Comment>,
    /// The names of its outcomes.
    pub outcomes: Vec<String>,
}

/// What only the owning site is told about its course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerView {
    /// Where to write to the publisher.
    pub publisheremail: String,
    /// Whether the course is listed: 1, or waiting: 0.
    pub privacy: i64,
    /// The course's id on its site.
    pub sitecourseid: i64,
}

/// The one address a course is listed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourseAddress {
    /// `courseurl`: where to enrol.
    Course(String),
    /// `demourl`: where to look at it.
    Demo(String),
}

/// Stars; the client draws `aggregate / scaleid * 100` pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rating {
    /// The average; sent only if something was rated.
    pub aggregate: Option<f64>,
    /// The best that can be given; 10 on the classic hub.
    pub scaleid: i64,
    /// How many rated.
    pub count: i64,
}

impl Rating {
    /// Nobody rated; the scale is that of the classic hub (section 9.5).
    pub const NONE: Self = Self { aggregate: None, scaleid: 10, count: 0 };
}

/// What somebody said about a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The words.
    pub comment: String,
    /// Who said them.
    pub commentator: String,
    /// When, in seconds since 1970.
    pub date: i64,
}

impl CourseList {
    /// The struct on the wire: `courses` and `coursetotal`.
    pub fn into_value(self) -> Value {
        let courses = self.courses.into_iter().map(CourseRecord::into_value).collect();
        Value::fields([("courses", Value::List(courses)), ("coursetotal", Value::Int(self.total))])
    }
}

impl CourseRecord {
    /// The struct on the wire, in the order of the classic hub. Left out when there is nothing to say:
    /// the owner's three members, `backupsize`, `contents`, `comments`, `outcomes`, and the rating's
    /// `aggregate`.
    pub fn into_value(self) -> Value {
        let mut members = Members::with_capacity(26);
        let mut put = |name: &'static str, value: Value| members.push((Cow::Borrowed(name), value));
        put("id", Value::Int(self.id));
        put("fullname", Value::Text(self.fullname));
        put("shortname", Value::Text(self.shortname));
        put("description", Value::Text(self.description));
        put("language", Value::Text(self.language));
        put("publishername", Value::Text(self.publishername));
        if let Some(owner) = self.owner {
            put("publisheremail", Value::Text(owner.publisheremail));
            put("privacy", Value::Int(owner.privacy));
            put("sitecourseid", Value::Int(owner.sitecourseid));
        }
        put("contributornames", Value::Text(self.contributornames));
        put("coverage", Value::Text(self.coverage));
        put("creatorname", Value::Text(self.creatorname));
        put("licenceshortname", Value::Text(self.licenceshortname));
        put("subject", Value::Text(self.subject));
        put("audience", Value::Text(self.audience));
        put("educationallevel", Value::Text(self.educationallevel));
        put("creatornotes", Value::Text(self.creatornotes));
        put("creatornotesformat", Value::Int(self.creatornotesformat));
        match self.address {
            CourseAddress::Course(url) => put("courseurl", Value::Text(url)),
            CourseAddress::Demo(url) => put("demourl", Value::Text(url)),
        }
        if let Some(bytes) = self.backupsize {
            put("backupsize", Value::Int(bytes));
        }
        put("enrollable", Value::Bool(self.enrollable));
        put("screenshots", Value::Int(self.screenshots));
        put("timemodified", Value::Int(self.timemodified));
        put_list("contents", self.contents, content_value, &mut put);
        put("rating", rating_value(self.rating));
        put_list("comments", self.comments, comment_value, &mut put);
        put_list("outcomes", self.outcomes, outcome_value, &mut put);
        Value::Struct(members)
    }
}

fn put_list<T>(
    name: &'static str,
    items: Vec<T>,
    to_value: impl Fn(T) -> Value,
    put: &mut impl FnMut(&'static str, Value),
) {
    if !items.is_empty() {
        put(name, Value::List(items.into_iter().map(to_value).collect()));
    }
}

fn content_value(content: ContentCount) -> Value {
    Value::fields([
        ("moduletype", Value::Text(content.moduletype)),
        ("modulename", Value::Text(content.modulename)),
        ("contentcount", Value::Int(content.contentcount)),
    ])
}

fn rating_value(rating: Rating) -> Value {
    let mut members = Members::with_capacity(3);
    if let Some(aggregate) = rating.aggregate {
        members.push(("aggregate".into(), Value::Double(aggregate)));
    }
    members.push(("scaleid".into(), Value::Int(rating.scaleid)));
    members.push(("count".into(), Value::Int(rating.count)));
    Value::Struct(members)
}

fn comment_value(comment: Comment) -> Value {
    Value::fields([
        ("comment", Value::Text(comment.comment)),
        ("commentator", Value::Text(comment.commentator)),
        ("date", Value::Int(comment.date)),
    ])
}

fn outcome_value(fullname: String) -> Value {
    Value::fields([("fullname", Value::Text(fullname))])
}
