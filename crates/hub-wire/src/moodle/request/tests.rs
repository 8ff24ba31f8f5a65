use super::*;
use crate::moodle::{ContentCount, Dialect, OrderBy};
use crate::moodle_rest::{RestLimits, decode};
use crate::xmlrpc::{Family, Limits, parse_call};

fn xmlrpc(function: Function, params: &str) -> Result<Request, ParamError> {
    let body = format!(
        "<methodCall><methodName>{}</methodName><params>{params}</params></methodCall>",
        function.name()
    );
    let call = parse_call(body.as_bytes(), Family::Extension, &Limits::default()).unwrap();
    Request::from_positional(function, call.params)
}

fn rest(function: Function, encoded: &str) -> Result<Request, ParamError> {
    Request::from_named(function, decode(encoded.as_bytes(), &RestLimits::default()).unwrap())
}

fn param(value: &str) -> String {
    format!("<param><value>{value}</value></param>")
}

fn structure(members: &[(&str, &str)]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("<member><name>{name}</name><value>{value}</value></member>"))
        .collect();
    format!("<struct>{}</struct>", members.concat())
}

/// A site's description with one member changed, or left out when the change is `None`.
fn site_with(changed: &str, value: Option<&str>) -> String {
    let members = [
        ("name", "École du Lac"),
        ("description", "Test site"),
        ("contactname", "Ana Ruiz"),
        ("contactemail", "ana@school.example"),
        ("contactphone", ""),
        ("imageurl", ""),
        ("privacy", "linked"),
        ("street", "1 Main St"),
        ("regioncode", "-"),
        ("countrycode", "FR"),
        ("geolocation", "<string/>"),
        ("contactable", "<string>1</string>"),
        ("emailalert", "<boolean>0</boolean>"),
        ("courses", "<string>12</string>"),
        ("users", "<int>340</int>"),
        ("enrolments", "<int>-1</int>"),
        ("posts", "77"),
        ("questions", "0"),
        ("resources", "9"),
        ("participantnumberaverage", "<double>2.</double>"),
        ("modulenumberaverage", "6.25"),
        ("language", "fr"),
        ("moodleversion", "2017051501.03"),
        ("moodlerelease", "3.3.1+ (Build: 20170727)"),
        ("url", "https://school.example/moodle"),
    ];
    let mut kept: Vec<(&str, &str)> = members.into_iter().filter(|(name, _)| *name != changed).collect();
    if let Some(value) = value {
        kept.push((changed, value));
    }
    param(&structure(&kept))
}

fn course_with(changed: &str, value: Option<&str>) -> String {
    let members = [
        ("fullname", "Mosses &amp; ferns"),
        ("shortname", "MOSS1"),
        ("description", "Line one\nLine two"),
        ("language", "en"),
        ("publishername", "Ana Ruiz"),
        ("publisheremail", "ana@school.example"),
        ("contributornames", "<string/>"),
        ("coverage", "green, things"),
        ("creatorname", "Ana Ruiz"),
        ("licenceshortname", "cc-4.0"),
        ("subject", "field1010101"),
        ("audience", "students"),
        ("educationallevel", "secondary"),
        ("creatornotes", "&lt;p&gt;Use it&lt;/p&gt;"),
        ("creatornotesformat", "<string>1</string>"),
        ("sitecourseid", "<int>42</int>"),
        ("enrollable", "<boolean>1</boolean>"),
        ("courseurl", "https://school.example/course/view.php?id=42"),
    ];
    let mut kept: Vec<(&str, &str)> = members.into_iter().filter(|(name, _)| *name != changed).collect();
    if let Some(value) = value {
        kept.push((changed, value));
    }
    structure(&kept)
}

fn courses(structures: &[String]) -> String {
    let values: Vec<String> = structures.iter().map(|course| format!("<value>{course}</value>")).collect();
    param(&format!("<array><data>{}</data></array>", values.concat()))
}

fn only_course(request: Request) -> CourseMetadata {
    let Request::RegisterCourses(courses) = request else { panic!("{request:?}") };
    let [course] = <[CourseMetadata; 1]>::try_from(courses).unwrap();
    course
}

fn search(request: Request) -> GetCourses {
    let Request::GetCourses(search) = request else { panic!("{request:?}") };
    *search
}

#[test]
fn a_site_may_send_its_numbers_as_anything() {
    let Request::UpdateSiteInfo(site) = xmlrpc(Function::UpdateSiteInfo, &site_with("x", None)).unwrap()
    else {
        panic!("another request")
    };
    assert_eq!(site.name.as_deref(), Some("École du Lac"));
    assert_eq!(site.contactable, Some(true));
    assert_eq!(site.emailalert, Some(false));
    assert_eq!((site.courses, site.users, site.enrolments), (Some(12.0), Some(340.0), Some(-1.0)));
    assert_eq!(site.participantnumberaverage, Some(2.0));
    assert_eq!(site.moodleversion.as_deref(), Some("2017051501.03"));
    assert_eq!(site.badges, None);
}

#[test]
fn a_site_of_the_old_protocol_must_send_what_the_classic_hub_requires() {
    let error = xmlrpc(Function::UpdateSiteInfo, &site_with("url", None)).unwrap_err();
    assert_eq!(error, ParamError::Missing { path: "siteinfo => url".to_owned() });
    let empty = xmlrpc(Function::UpdateSiteInfo, &param("<struct></struct>")).unwrap_err();
    assert_eq!(empty.to_string(), "siteinfo => name: missing");
}

#[test]
fn a_bad_minor_fact_of_a_site_is_dropped_and_a_bad_name_refused() {
    let site = xmlrpc(Function::UpdateSiteInfo, &site_with("imageurl", Some("no address"))).unwrap();
    let Request::UpdateSiteInfo(site) = site else { panic!("another request") };
    assert_eq!(site.imageurl.as_deref(), Some(""));
    for (name, value) in [
        ("name", "&lt;b&gt;A&lt;/b&gt;"),
        ("contactemail", "nonsense"),
        ("url", "http://a b"),
        ("users", "many"),
        ("contactable", "yes"),
        ("name", "<array><data/></array>"),
    ] {
        let error = xmlrpc(Function::UpdateSiteInfo, &site_with(name, Some(value))).unwrap_err();
        assert!(error.to_string().starts_with(&format!("siteinfo => {name}: ")), "{error}");
    }
}

#[test]
fn a_site_of_core_may_send_a_part_and_more_than_we_know() {
    let request = rest(
        Function::UpdateSiteInfo,
        "siteinfo%5Bname%5D=%C3%89cole&siteinfo[url]=https%3A%2F%2Fschool.example&siteinfo[pluginusage]=%7B%7D&siteinfo[emailalert]=1&validateurl=1",
    );
    let Ok(Request::UpdateSiteInfo(site)) = request else { panic!("{request:?}") };
    assert_eq!(site.name.as_deref(), Some("École"));
    assert_eq!(site.emailalert, Some(true));
    assert_eq!((site.description, site.users), (None, None));
    assert_eq!(
        rest(Function::UpdateSiteInfo, "validateurl=1"),
        Err(ParamError::Missing { path: "siteinfo".to_owned() })
    );
}

#[test]
fn a_course_is_read_with_all_its_parts() {
    let contents = format!(
        "<array><data><value>{}</value></data></array>",
        structure(&[("moduletype", "activity"), ("modulename", "forum"), ("contentcount", "<int>3</int>")])
    );
    let course = only_course(
        xmlrpc(Function::RegisterCourses, &courses(&[course_with("contents", Some(&contents))])).unwrap(),
    );
    assert_eq!(course.sitecourseid, 42);
    assert_eq!(course.fullname, "Mosses & ferns");
    assert_eq!(course.description, "Line one\nLine two");
    assert_eq!(course.licenceshortname, "cc-4.0");
    assert_eq!(course.creatornotes, "<p>Use it</p>");
    assert_eq!(course.creatornotesformat, 1);
    assert!(course.enrollable);
    assert_eq!(course.courseurl.as_deref(), Some("https://school.example/course/view.php?id=42"));
    assert_eq!((course.demourl, course.screenshots, course.mebis), (None, None, None));
    let forum =
        ContentCount { moduletype: "activity".to_owned(), modulename: "forum".to_owned(), contentcount: 3 };
    assert_eq!(course.contents, [forum]);
    assert_eq!(course.outcomes, [] as [String; 0]);
}

#[test]
fn a_tag_in_a_description_is_refused_and_named() {
    let bad = course_with("description", Some("&lt;p&gt;x&lt;/p&gt;"));
    let error = xmlrpc(Function::RegisterCourses, &courses(&[course_with("x", None), bad])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "courses => 1 => description: text without tags is expected, “<p>x</p>” was sent"
    );
}

#[test]
fn a_course_without_a_required_member_is_refused() {
    for name in ["fullname", "coverage", "subject", "creatornotesformat", "sitecourseid"] {
        let error = xmlrpc(Function::RegisterCourses, &courses(&[course_with(name, None)])).unwrap_err();
        assert_eq!(error, ParamError::Missing { path: format!("courses => 0 => {name}") });
    }
    assert!(xmlrpc(Function::RegisterCourses, "").is_err());
    assert!(xmlrpc(Function::RegisterCourses, &param("text")).is_err());
}

#[test]
fn tags_in_the_name_of_an_outcome_are_dropped() {
    let outcomes = format!(
        "<array><data><value>{}</value></data></array>",
        structure(&[("fullname", "&lt;b&gt;Solve&lt;/b&gt; equations")])
    );
    let request = xmlrpc(Function::RegisterCourses, &courses(&[course_with("outcomes", Some(&outcomes))]));
    assert_eq!(only_course(request.unwrap()).outcomes, ["Solve equations"]);
}

#[test]
fn a_mebis_course_may_leave_out_what_its_form_lacks() {
    let course = course_with("coverage", None).replace(
        "</struct>",
        "<member><name>share</name><value><int>0</int></value></member>\
         <member><name>ltitool</name><value>{\"secret\":\"x\"}</value></member></struct>",
    );
    let course = only_course(xmlrpc(Function::RegisterCourses, &courses(&[course])).unwrap());
    assert_eq!(course.coverage, "");
    let mebis = course.mebis.unwrap();
    assert!(!mebis.share);
    assert_eq!(mebis.ltitool.as_deref(), Some("{\"secret\":\"x\"}"));
}

#[test]
fn a_classic_search_is_read_from_every_generation() {
    let options = structure(&[("coverage", "all"), ("orderby", "newest"), ("givememore", "<int>25</int>")]);
    let zend =
        [param("<nil/>"), param("<boolean>1</boolean>"), param("<boolean>0</boolean>"), param(&options)];
    let found = search(xmlrpc(Function::GetCourses, &zend.concat()).unwrap());
    assert_eq!((found.search.as_str(), found.downloadable, found.enrollable), ("", true, false));
    assert_eq!(found.options.orderby, Some(OrderBy::Newest));
    assert_eq!(found.options.givememore, 25);
    assert_eq!(found.dialect, Dialect::Classic);
    let later = [param("<string/>"), param("<int>1</int>"), param("<int>0</int>"), param(&options)];
    assert_eq!(search(xmlrpc(Function::GetCourses, &later.concat()).unwrap()), found);
    let core = "search=&downloadable=1&enrollable=0&options[coverage]=all&options[orderby]=newest&options[givememore]=25";
    assert_eq!(search(rest(Function::GetCourses, core).unwrap()), found);
}

#[test]
fn an_empty_array_is_an_empty_object() {
    let params = [param("x"), param("<int>1</int>"), param("<int>1</int>"), param("<array><data/></array>")];
    let found = search(xmlrpc(Function::GetCourses, &params.concat()).unwrap());
    assert_eq!(found.options, crate::moodle::CourseOptions::default());
    assert_eq!(search(xmlrpc(Function::GetCourses, &params[..3].concat()).unwrap()), found);
}

#[test]
fn ids_may_be_texts_and_an_unknown_order_is_none() {
    let ids = "<array><data><value><string>57</string></value><value><int>58</int></value></data></array>";
    let options =
        structure(&[("ids", ids), ("allsitecourses", "1"), ("orderby", "sideways"), ("givememore", "-3")]);
    let params = [param(""), param("1"), param("1"), param(&options)];
    let found = search(xmlrpc(Function::GetCourses, &params.concat()).unwrap());
    assert_eq!(found.options.ids, Some(vec![57, 58]));
    assert!(found.options.allsitecourses);
    assert_eq!(found.options.orderby, None);
    assert_eq!(found.options.givememore, 0);
}

#[test]
fn a_structure_in_second_place_is_the_mebis_dialect() {
    let options =
        structure(&[("orderby", "dateReverse"), ("defaultlimit", "10"), ("publishtype", "<int>1</int>")]);
    let found = search(xmlrpc(Function::GetCourses, &[param("algebra"), param(&options)].concat()).unwrap());
    assert_eq!(found.dialect, Dialect::Mebis);
    assert_eq!((found.downloadable, found.enrollable), (false, true));
    assert_eq!(found.options.orderby, Some(OrderBy::DateReverse));
    assert!(found.options.defaultlimit);
    let shared = [param("algebra"), param(&structure(&[("publishtype", "0")]))];
    let found = search(xmlrpc(Function::GetCourses, &shared.concat()).unwrap());
    assert_eq!((found.downloadable, found.enrollable, found.options.defaultlimit), (true, false, false));
    let empty = [param("algebra"), param("<array><data/></array>")];
    let found = search(xmlrpc(Function::GetCourses, &empty.concat()).unwrap());
    assert_eq!((found.downloadable, found.enrollable, found.dialect), (true, true, Dialect::Mebis));
}

#[test]
fn too_few_and_too_many_parameters_are_refused() {
    assert_eq!(
        xmlrpc(Function::GetCourses, &param("x")),
        Err(ParamError::Missing { path: "downloadable".to_owned() })
    );
    let five = [param("x"), param("1"), param("1"), param("<struct/>"), param("1")];
    assert_eq!(
        xmlrpc(Function::GetCourses, &five.concat()),
        Err(ParamError::TooMany { expected: 4, found: 5 })
    );
    assert_eq!(xmlrpc(Function::GetInfo, &param("1")), Err(ParamError::TooMany { expected: 0, found: 1 }));
}

#[test]
fn ids_to_withdraw_may_be_texts_but_must_be_a_list() {
    let list = param("<array><data><value><string>2</string></value></data></array>");
    assert_eq!(xmlrpc(Function::UnregisterCourses, &list), Ok(Request::UnregisterCourses(vec![2])));
    assert!(xmlrpc(Function::UnregisterCourses, &param("<string>abc</string>")).is_err());
    assert_eq!(
        rest(Function::UnregisterCourses, "courseids%5B0%5D=57&courseids%5B1%5D=58"),
        Ok(Request::UnregisterCourses(vec![57, 58]))
    );
}

#[test]
fn functions_without_parameters_ignore_named_ones() {
    assert_eq!(rest(Function::UnregisterSite, "url[0]=https://school.example"), Ok(Request::UnregisterSite));
    assert_eq!(rest(Function::GetInfo, ""), Ok(Request::GetInfo));
}

#[test]
fn core_may_name_the_site_it_asks_about() {
    assert_eq!(
        rest(Function::SiteIsRegistered, "siteurl=https://school.example&sitesecret=abc"),
        Ok(Request::SiteIsRegistered {
            siteurl: Some("https://school.example".to_owned()),
            sitesecret: Some("abc".to_owned())
        })
    );
    assert_eq!(
        xmlrpc(Function::SiteIsRegistered, ""),
        Ok(Request::SiteIsRegistered { siteurl: None, sitesecret: None })
    );
}
