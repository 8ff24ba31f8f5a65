//! One call of the web service, whatever form it came in.

use hub_app::caller::{Caller, authenticate};
use hub_app::course::publish::{Publication, publish};
use hub_app::course::withdraw::withdraw;
use hub_app::site::{Said, leave, update};
use hub_app::{App, AppError};
use hub_core::course::{ContentCount, CourseText, Kind};
use hub_core::policy::Reading;
use hub_core::secret::Secret;
use hub_core::site::{Counters, Site};
use hub_core::{SiteId, VersionId};
use hub_wire::moodle::{
    CourseMetadata, FormInfo, Function, HubContact, HubInfo, Reply, Request, SearchOption, Service, SiteInfo,
    Tag, TagTypes,
};

use super::courses;
use super::fault::Fault;

/// Finds the function and who calls, in the order of the classic server: an unknown function is told before an unknown
/// token (protocol notes, 4.1).
pub(super) async fn open(app: &App, token: Option<&str>, name: &str) -> Result<(Function, Caller), Fault> {
    let function = Function::from_name(name)
        .ok_or_else(|| Fault::new("invalidrecord", format!("This hub has no function {name}")))?;
    let caller = authenticate(app, &Secret::new(token.unwrap_or_default())).await?;
    if !service_of(&caller).holds(function) {
        let service = service_of(&caller).name();
        let text = format!("Access control exception (the service \"{service}\" does not hold {name})");
        return Err(Fault::new("accessexception", text));
    }
    Ok((function, caller))
}

fn service_of(caller: &Caller) -> Service {
    match caller {
        Caller::Site(_) => Service::RegisteredSite,
        Caller::PublicReader => Service::PublicSite,
        Caller::DirectoryReader => Service::HubDirectory,
    }
}

/// Carries the call out.
pub(super) async fn run(app: &App, caller: &Caller, request: Request) -> Result<Reply, Fault> {
    match (request, caller) {
        (Request::GetInfo, _) => Ok(Reply::Info(hub_info(app, caller).await?)),
        (Request::GetCourses(search), _) => Ok(Reply::Courses(courses::find(app, caller, &search).await?)),
        (Request::GetFormInfo, _) => Ok(Reply::FormInfo(form_info())),
        (Request::SiteIsRegistered { .. }, Caller::Site(_)) => Ok(Reply::SiteIsRegistered(true)),
        (Request::SiteIsRegistered { .. }, _) => Ok(Reply::SiteIsRegistered(false)),
        (Request::UpdateSiteInfo(info), Caller::Site(site)) => {
            let address = info.url.clone();
            update::update(app, site, &said(*info), address.as_deref()).await?;
            Ok(Reply::SiteUpdated)
        }
        (Request::RegisterCourses(courses), Caller::Site(site)) => register(app, site, courses).await,
        (Request::UnregisterCourses(ids), Caller::Site(site)) => unregister(app, site.id, ids).await,
        (Request::UnregisterSite, Caller::Site(site)) => {
            leave::leave(app, site.id).await?;
            Ok(Reply::SiteUnregistered)
        }
        _ => Err(Fault::new(
            "accessexception",
            "Access control exception (only a registered site may do this)",
        )),
    }
}

async fn register(app: &App, site: &Site, courses: Vec<CourseMetadata>) -> Result<Reply, Fault> {
    let publications = courses.into_iter().map(publication).collect();
    let ids = publish(app, site.id, publications).await?;
    Ok(Reply::Registered(ids.into_iter().map(VersionId::get).collect()))
}

async fn unregister(app: &App, site: SiteId, ids: Vec<i64>) -> Result<Reply, Fault> {
    let ids: Vec<VersionId> = ids.into_iter().map(VersionId).collect();
    withdraw(app, site, &ids).await?;
    Ok(Reply::CoursesUnregistered)
}

fn publication(course: CourseMetadata) -> Publication {
    let mebis = course.mebis;
    let (mut tags, lti_tool) = (course.coverage, mebis.as_ref().and_then(|mebis| mebis.ltitool.clone()));
    if let Some(more) = mebis.as_ref().and_then(|mebis| mebis.tags.as_deref()) {
        tags = format!("{tags},{more}");
    }
    let kind = if course.enrollable { Kind::Advert } else { Kind::Share };
    // In the mebis dialect `share` says that a backup follows; without one the course is advertised by LTI.
    let kind = match &mebis {
        Some(mebis) if !mebis.share => Kind::Advert,
        _ => kind,
    };
    let contents = course.contents.into_iter().map(|content| ContentCount {
        module_type: content.moduletype,
        module_name: content.modulename,
        count: content.contentcount,
    });
    let text = CourseText {
        title: course.fullname,
        short_name: course.shortname,
        description: course.description,
        language: course.language,
        publisher_name: course.publishername,
        publisher_email: course.publisheremail,
        creator_name: course.creatorname,
        contributors: course.contributornames,
        tags: tags.split(',').map(str::to_owned).collect(),
        licence: course.licenceshortname,
        subject: course.subject,
        audience: course.audience,
        level: course.educationallevel,
        creator_notes: course.creatornotes,
        creator_notes_format: course.creatornotesformat,
        course_url: course.courseurl.unwrap_or_default(),
        demo_url: course.demourl.unwrap_or_default(),
        contents: contents.collect(),
        outcomes: course.outcomes,
        screenshots_announced: course.screenshots.unwrap_or(0),
        lti_tool: lti_tool.filter(|_| kind == Kind::Advert),
        mebis: mebis.map(|mebis| {
            serde_json::json!({
                "schooltype": mebis.schooltype, "schoolyear": mebis.schoolyear, "withanon": mebis.withanon,
                "license": mebis.license, "legalinfo": mebis.legalinfo,
            })
        }),
    };
    Publication {
        site_course_id: course.sitecourseid,
        kind,
        text,
        delete_screenshots: course.deletescreenshots,
    }
}

fn said(info: SiteInfo) -> Said {
    let floats = [
        info.courses,
        info.users,
        info.enrolments,
        info.posts,
        info.questions,
        info.resources,
        info.participantnumberaverage,
        info.modulenumberaverage,
    ];
    let any = floats.iter().any(Option::is_some) || info.badges.is_some() || info.issuedbadges.is_some();
    let counters = any.then(|| Counters {
        courses: whole(info.courses),
        users: whole(info.users),
        enrolments: whole(info.enrolments),
        posts: whole(info.posts),
        questions: whole(info.questions),
        resources: whole(info.resources),
        badges: info.badges.filter(|n| *n >= 0),
        issued_badges: info.issuedbadges.filter(|n| *n >= 0),
        participants_average: whole(info.participantnumberaverage),
        modules_average: whole(info.modulenumberaverage),
    });
    Said {
        name: info.name,
        description: info.description,
        contact_name: info.contactname,
        contact_email: info.contactemail,
        contact_phone: info.contactphone,
        contactable: info.contactable,
        email_alert: info.emailalert,
        language: info.language,
        country: info.countrycode,
        region: info.regioncode,
        street: info.street,
        geolocation: info.geolocation,
        disclosure: info.privacy,
        moodle_version: info.moodleversion,
        moodle_release: info.moodlerelease,
        counters,
    }
}

/// A counter as the classic hub kept it: cut to a whole number; −1 and other negatives are undisclosed.
pub(super) fn whole(count: Option<f64>) -> Option<i64> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "cutting is what the classic hub did; casts saturate"
    )]
    count.filter(|count| count.is_finite() && *count >= 0.0).map(|count| count as i64)
}

async fn hub_info(app: &App, caller: &Caller) -> Result<HubInfo, Fault> {
    let policy = app.policy();
    let counts = hub_app::hub::counts(app).await.map_err(|error: AppError| Fault::from(error))?;
    let contact = matches!(caller, Caller::DirectoryReader).then(|| HubContact {
        contactname: policy.contact_name.clone(),
        contactemail: policy.contact_email.clone(),
        privacy: if policy.reading == Reading::Everyone { "public" } else { "private" }.to_owned(),
    });
    Ok(HubInfo {
        name: policy.name.clone(),
        description: hub_app::plain_text(&policy.description),
        hublogo: policy.logo.is_some(),
        language: policy.language.clone(),
        url: app.address.as_str().to_owned(),
        sites: counts.sites,
        courses: counts.courses,
        enrollablecourses: counts.adverts,
        downloadablecourses: counts.shares,
        contact,
    })
}

/// Vocabularies and choices of the mebis block (protocol notes, 6.9). Lists of a vocabulary this hub does not have
/// are empty, never absent.
fn form_info() -> FormInfo {
    let subjects = hub_core::vocabulary::subjects().iter().filter(|subject| subject.depth() == 2);
    let subject: Vec<Tag> =
        (1..).zip(subjects).map(|(id, subject)| Tag { id, text: subject.name.to_owned() }).collect();
    let option = |value: &str, text: &str| SearchOption { value: value.to_owned(), text: text.to_owned() };
    FormInfo {
        tags_total: i64::try_from(subject.len()).unwrap_or(i64::MAX),
        tagtypes: TagTypes { subject, ..TagTypes::default() },
        searchoptions: vec![
            option("relevance", "Best match"),
            option("rating", "Featured first"),
            option("date", "Newest first"),
            option("dateReverse", "Oldest first"),
            option("alphabet", "By name, A to Z"),
            option("alphabetReverse", "By name, Z to A"),
        ],
        searchforoptions: vec![
            option("2", "All courses"),
            option("0", "Courses to download"),
            option("1", "Courses to enrol in"),
        ],
        defaultsearchlimit: 10,
    }
}
