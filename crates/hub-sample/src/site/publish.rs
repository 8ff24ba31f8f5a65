//! Publishing, searching and taking (classic protocol notes, sections 6.3, 6.4, 6.9 and 7).

use serde_json::Value;
use sha1::{Digest, Sha1};

use super::call::{address, curl_headers};
use super::http::{self, Answer, Request};
use super::state::PublicationRow;
use super::value::Wire;
use super::{Family, SimulatedSite, SiteError};
use crate::course::Course;
use crate::package::{Container, Origin};
use crate::picture::{self, Picture};

/// How a course is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A link; people enrol on the site.
    Advert,
    /// A backup; people restore it in their own Moodle.
    Share,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The courses of this page, as the client decoded them.
    pub courses: Vec<Value>,
    /// How many there are in all.
    pub total: i64,
}

impl Found {
    fn read(value: Value) -> Result<Self, SiteError> {
        let courses = value.get("courses").and_then(Value::as_array).cloned();
        let total = value.get("coursetotal").and_then(Value::as_i64);
        match (courses, total) {
            (Some(courses), Some(total)) => Ok(Self { courses, total }),
            _ => Err(SiteError::Unexpected(value)),
        }
    }

    /// The course with that id.
    pub fn course(&self, hub_course_id: i64) -> Option<&Value> {
        self.courses.iter().find(|course| course["id"] == hub_course_id)
    }
}

impl SimulatedSite {
    /// Advertises a course: its description, then its screenshots. Gives the hub's id.
    ///
    /// # Errors
    /// As [`SimulatedSite::call`]; [`SiteError::Unexpected`] if the hub gives not exactly one id.
    pub async fn publish_advert(
        &self,
        hub_url: &str,
        course: &Course,
        screenshots: u32,
    ) -> Result<i64, SiteError> {
        let id = self.register_course(hub_url, course, Kind::Advert, screenshots).await?;
        self.upload_screenshots(hub_url, course, id, screenshots).await?;
        Ok(id)
    }

    /// Shares a course: its description, its screenshots, then its backup. Gives the hub's id.
    ///
    /// # Errors
    /// As [`SimulatedSite::publish_advert`].
    pub async fn publish_share(
        &self,
        hub_url: &str,
        course: &Course,
        screenshots: u32,
    ) -> Result<i64, SiteError> {
        let id = self.register_course(hub_url, course, Kind::Share, screenshots).await?;
        self.upload_screenshots(hub_url, course, id, screenshots).await?;
        self.upload_backup(hub_url, id, &self.back_up(course)).await?;
        Ok(id)
    }

    /// The backup of a course of this site.
    pub fn back_up(&self, course: &Course) -> Vec<u8> {
        let origin = Origin {
            wwwroot: self.wwwroot().to_owned(),
            course_id: self.state.course_id(&course.short_name),
            ..Origin::default()
        };
        crate::package::build(course, &origin, Container::TarGz)
    }

    /// `hub_register_courses` alone: a shared course then has no file yet. Gives the hub's id.
    ///
    /// # Errors
    /// As [`SimulatedSite::publish_advert`].
    pub async fn register_course(
        &self,
        hub_url: &str,
        course: &Course,
        kind: Kind,
        screenshots: u32,
    ) -> Result<i64, SiteError> {
        let hub_url = hub_url.trim_end_matches('/');
        let fields = self.course_fields(course, kind, screenshots);
        let parameters = [("courses", Wire::List(vec![fields]))];
        let answer = self.call_as_site(hub_url, "hub_register_courses", &parameters).await?;
        let id = match answer.as_array().map(Vec::as_slice) {
            Some([only]) => only.as_i64(),
            _ => None,
        };
        // "Wrongly published", says the client to anything else.
        let hub_course_id = id.ok_or(SiteError::Unexpected(answer))?;
        let site_course_id = self.state.course_id(&course.short_name);
        let hub_url = hub_url.to_owned();
        self.state.add_publication(PublicationRow { hub_url, site_course_id, hub_course_id, kind });
        Ok(hub_course_id)
    }

    /// The struct of one course, in the client's order.
    fn course_fields(&self, course: &Course, kind: Kind, screenshots: u32) -> Wire {
        let text = |value: &str| Wire::Text(value.to_owned());
        let id = self.state.course_id(&course.short_name);
        let link = text(&format!("{}/course/view.php?id={id}", self.wwwroot()));
        let mut fields = vec![
            ("fullname", text(&course.full_name)),
            ("shortname", text(&course.short_name)),
            ("description", text(&course.description())),
            ("language", text(&course.language)),
            ("publishername", text(&self.info().contact_name)),
            ("publisheremail", text(&self.info().contact_email)),
            ("contributornames", text(&course.contributors)),
            ("coverage", text(&course.tags.join(","))),
            ("creatorname", text(&course.creator)),
            ("licenceshortname", text(course.licence.code())),
            ("subject", text(&course.subject)),
            ("audience", text(course.audience.code())),
            ("educationallevel", text(course.level.code())),
            ("creatornotes", text(&course.notes_html)),
            // From a form, therefore text; 1 is HTML.
            ("creatornotesformat", text("1")),
            ("sitecourseid", Wire::Int(id)),
        ];
        fields.push(match kind {
            Kind::Advert => ("courseurl", link),
            Kind::Share => ("demourl", link),
        });
        fields.push(("enrollable", Wire::Bool(kind == Kind::Advert)));
        if self.family() == Family::Mebis {
            fields.push(("share", Wire::Bool(kind == Kind::Share)));
            fields.push(("tags", text(&course.tags.join(","))));
            fields.push(("license", text(course.licence.code())));
            fields.push(("withanon", Wire::Bool(false)));
            fields.push(("legalinfo_termsofuse", Wire::Bool(true)));
        }
        if !course.outcomes.is_empty() {
            let outcomes = course.outcomes.iter().map(|outcome| Wire::object([("fullname", text(outcome))]));
            fields.push(("outcomes", Wire::List(outcomes.collect())));
        }
        let contents = contents(course);
        if !contents.is_empty() {
            fields.push(("contents", Wire::List(contents)));
        }
        fields.push(("screenshots", Wire::Int(i64::from(screenshots))));
        Wire::object(fields)
    }

    async fn upload_screenshots(
        &self,
        hub_url: &str,
        course: &Course,
        id: i64,
        count: u32,
    ) -> Result<(), SiteError> {
        for number in 1..=count {
            self.upload_screenshot(hub_url, id, number, &picture::screenshot(course, number)).await?;
        }
        Ok(())
    }

    /// Uploads a screenshot. The client heeds neither status nor body; they are given for tests.
    ///
    /// # Errors
    /// If no answer comes.
    pub async fn upload_screenshot(
        &self,
        hub_url: &str,
        hub_course_id: i64,
        number: u32,
        picture: &Picture,
    ) -> Result<Answer, SiteError> {
        let parts = [
            Part::Field("filetype", "screenshot".to_owned()),
            Part::File(&picture.bytes),
            Part::Field("courseid", hub_course_id.to_string()),
            Part::Field("filename", picture.file_name.clone()),
            Part::Field("screenshotnumber", number.to_string()),
            Part::Field("token", self.token(hub_url)),
        ];
        self.upload(hub_url, &parts).await
    }

    /// Uploads a backup. The classic client heeds neither status nor body; they are given for tests.
    ///
    /// # Errors
    /// If no answer comes.
    pub async fn upload_backup(
        &self,
        hub_url: &str,
        hub_course_id: i64,
        bytes: &[u8],
    ) -> Result<Answer, SiteError> {
        let kind = Part::Field("filetype", "backup".to_owned());
        let course = Part::Field("courseid", hub_course_id.to_string());
        let token = Part::Field("token", self.token(hub_url));
        let parts = if self.family() == Family::Mebis {
            [Part::File(bytes), kind, course, token]
        } else {
            [kind, course, Part::File(bytes), token]
        };
        self.upload(hub_url, &parts).await
    }

    async fn upload(&self, hub_url: &str, parts: &[Part<'_>]) -> Result<Answer, SiteError> {
        let url = address(hub_url, "/local/hub/webservice/upload.php")?;
        let file =
            parts.iter().find_map(|part| if let Part::File(bytes) = part { Some(*bytes) } else { None });
        let sha1 = hex::encode(Sha1::digest(file.unwrap_or_default()));
        let boundary = format!("------------------------{}", &sha1[..16]);
        // The content's place in the site's data folder is what the part says as file name.
        let path = format!("/var/moodledata/filedir/{}/{}/{sha1}", &sha1[..2], &sha1[2..4]);
        let file_type = if self.family() == Family::Mebis {
            "application/vnd.moodle.backup"
        } else {
            "application/octet-stream"
        };
        let mut body = Vec::new();
        for part in parts {
            let (head, content) = match part {
                Part::Field(name, value) => (format!("name=\"{name}\"\r\n"), value.as_bytes()),
                Part::File(bytes) => {
                    (format!("name=\"file\"; filename=\"{path}\"\r\nContent-Type: {file_type}\r\n"), *bytes)
                }
            };
            body.extend(format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n").into_bytes());
            body.extend(content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{boundary}--\r\n").into_bytes());
        let mut headers = curl_headers(&url);
        headers.push(("Content-Length", body.len().to_string()));
        headers.push(("Content-Type", format!("multipart/form-data; boundary={boundary}")));
        if self.options.expects_continue {
            headers.push(("Expect", "100-continue".to_owned()));
        }
        http::send(Request { method: "POST", url: &url, headers, body }).await
    }

    /// The community block's search. Options are those of classic protocol notes, section 6.4.
    ///
    /// # Errors
    /// As [`SimulatedSite::call`].
    pub async fn search(
        &self,
        hub_url: &str,
        text: &str,
        kind: Kind,
        options: &[(&str, Wire)],
    ) -> Result<Found, SiteError> {
        let is_share = kind == Kind::Share;
        if self.family() == Family::Mebis {
            let mut all = vec![("orderby", Wire::from("date")), ("defaultlimit", Wire::Int(0))];
            all.push(("publishtype", Wire::Int(i64::from(!is_share))));
            all.extend(options.iter().cloned());
            let parameters = [("search", Wire::from(text)), ("options", Wire::object(all))];
            return Found::read(self.call_as_site(hub_url, "hub_get_courses", &parameters).await?);
        }
        let mut all = vec![("coverage", Wire::from("all"))];
        all.extend(options.iter().filter(|(name, _)| !["orderby", "givememore"].contains(name)).cloned());
        let given =
            |wanted: &str| options.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone());
        all.push(("orderby", given("orderby").unwrap_or_else(|| Wire::from("newest"))));
        all.push(("givememore", given("givememore").unwrap_or(Wire::Int(0))));
        let flag = |set: bool| {
            if self.family() == Family::Zend { Wire::Bool(set) } else { Wire::Int(i64::from(set)) }
        };
        self.get_courses(hub_url, text, flag(is_share), flag(!is_share), Wire::object(all)).await
    }

    /// "Check status" on the publication page: all courses of this site, visible or not.
    ///
    /// # Errors
    /// As [`SimulatedSite::call`].
    pub async fn check_status(&self, hub_url: &str) -> Result<Found, SiteError> {
        let options = Wire::object([("allsitecourses", Wire::Int(1))]);
        if self.family() == Family::Mebis {
            let options = Wire::object([("allsitecourses", Wire::Int(1)), ("publishtype", Wire::Int(2))]);
            let parameters = [("search", Wire::from("")), ("options", options)];
            return Found::read(self.call_as_site(hub_url, "hub_get_courses", &parameters).await?);
        }
        self.get_courses(hub_url, "", Wire::Int(1), Wire::Int(1), options).await
    }

    async fn get_courses(
        &self,
        hub_url: &str,
        text: &str,
        downloadable: Wire,
        enrollable: Wire,
        options: Wire,
    ) -> Result<Found, SiteError> {
        let parameters = [
            ("search", Wire::from(text)),
            ("downloadable", downloadable),
            ("enrollable", enrollable),
            ("options", options),
        ];
        Found::read(self.call_as_site(hub_url, "hub_get_courses", &parameters).await?)
    }

    /// Fetches a backup as the community block does: plain curl, no redirects, the body kept whatever the status.
    ///
    /// # Errors
    /// If no answer comes.
    pub async fn download_backup(&self, hub_url: &str, hub_course_id: i64) -> Result<Answer, SiteError> {
        let mut path = format!("/local/hub/webservice/download.php?filetype=backup&courseid={hub_course_id}");
        if let Some(row) = self.hub(hub_url).filter(|row| row.is_confirmed) {
            path.push_str("&token=");
            path.push_str(&row.token);
        }
        let url = address(hub_url, &path)?;
        let headers = vec![("Host", url.authority().to_owned()), ("Accept", "*/*".to_owned())];
        http::send(Request { method: "GET", url: &url, headers, body: Vec::new() }).await
    }
}

/// A part of an upload.
enum Part<'a> {
    Field(&'static str, String),
    File(&'a [u8]),
}

/// How many of each activity, in order of first appearance.
fn contents(course: &Course) -> Vec<Wire> {
    let mut counts: Vec<(&str, i64)> = Vec::new();
    for activity in course.activities() {
        let module = activity.module();
        match counts.iter_mut().find(|(known, _)| *known == module) {
            Some((_, count)) => *count += 1,
            None => counts.push((module, 1)),
        }
    }
    counts
        .into_iter()
        .map(|(module, count)| {
            Wire::object([
                ("moduletype", Wire::from("activity")),
                ("modulename", Wire::from(module)),
                ("contentcount", Wire::Int(count)),
            ])
        })
        .collect()
}
