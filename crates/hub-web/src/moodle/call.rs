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
use hub_core::vocabulary::{Vocabularies, Vocabulary};
use hub_core::{SiteId, VersionId};
use hub_wire::moodle::{CourseMetadata, Function, HubContact, HubInfo, Reply, Request, Service, SiteInfo};

use super::courses;
use super::fault::Fault;
use super::form_info::form_info;

/// Further subjects of one course.
const MOST_SUBJECTS: usize = 20;

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
        (Request::GetFormInfo, _) => Ok(Reply::FormInfo(form_info(app, caller))),
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
    let vocabularies = app.vocabularies();
    let publications = courses.into_iter().map(|course| publication(&vocabularies, course)).collect();
    let ids = publish(app, site.id, publications).await?;
    Ok(Reply::Registered(ids.into_iter().map(VersionId::get).collect()))
}

async fn unregister(app: &App, site: SiteId, ids: Vec<i64>) -> Result<Reply, Fault> {
    let ids: Vec<VersionId> = ids.into_iter().map(VersionId).collect();
    withdraw(app, site, &ids).await?;
    Ok(Reply::CoursesUnregistered)
}

fn publication(vocabularies: &Vocabularies, course: CourseMetadata) -> Publication {
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
    let (subject, further) = match &mebis {
        Some(_) => subjects(vocabularies.subject(), &course.subject),
        None => (course.subject, Vec::new()),
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
        subject,
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
                "license": mebis.license, "legalinfo": mebis.legalinfo, "subjects": further,
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

/// Mebis clients send the numbers of `hub_get_forminfo`, joined by commas (protocol notes, 6.9). The first subject is
/// the course's, the others are kept beside it; what is no number of ours stays as it was sent.
fn subjects(known: &Vocabulary, sent: &str) -> (String, Vec<String>) {
    let code = |word: &str| {
        let numbered = || word.parse().ok().and_then(|number| known.by_number(number));
        known.term(word).or_else(numbered).map_or_else(|| word.to_owned(), |term| term.key.clone())
    };
    let mut codes = sent.split(',').map(str::trim).filter(|word| !word.is_empty()).map(code);
    let first = codes.next().unwrap_or_default();
    (first, codes.take(MOST_SUBJECTS).collect())
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
