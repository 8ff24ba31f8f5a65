//! The requests, built before the clock runs.

use clap::ValueEnum;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Door {
    /// `hub_get_courses` by XML-RPC, as PHP's extension of Moodle 3.1 and later writes it.
    Courses,
    /// `hub_get_info`, the cheapest call of the web service.
    Info,
    /// `/search?q=word`, the page a person sees.
    Search,
    /// `/healthz`: what the HTTP server alone costs.
    Health,
}

/// Options of the requests.
#[derive(clap::Args, Clone)]
pub struct Options {
    /// What is asked.
    #[arg(long, value_enum, default_value = "courses")]
    pub door: Door,
    /// Token of the caller; `publichub` is anybody.
    #[arg(long, default_value = "publichub")]
    pub token: String,
    /// Order of the courses, as the community block names it; it asks for the newest unless told otherwise.
    #[arg(long, default_value = "newest")]
    pub order: String,
}

/// The bytes of a request for `word`.
pub fn bytes(options: &Options, host: &str, word: &str) -> Vec<u8> {
    let token = &options.token;
    let get = |path: &str| {
        format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: hub-load\r\nAccept: */*\r\n\r\n")
            .into_bytes()
    };
    let call = |body: String| {
        format!(
            "POST /local/hub/webservice/webservices.php?wstoken={token} HTTP/1.1\r\nHost: {host}\r\n\
             User-Agent: MoodleBot/1.0\r\nAccept: */*\r\nContent-Type: text/xml\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    };
    match options.door {
        Door::Courses => call(get_courses(word, &options.order)),
        Door::Info => call(wrap("hub_get_info", "<params/>\n")),
        Door::Search => get(&format!("/search?q={word}")),
        Door::Health => get("/healthz"),
    }
}

fn wrap(function: &str, parameters: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<methodCall>\n<methodName>{function}</methodName>\n\
         {parameters}</methodCall>\n"
    )
}

/// Both kinds of courses, with the options the block sends (classic protocol notes, section 6.4).
fn get_courses(word: &str, order: &str) -> String {
    let parameter = |value: &str| format!(" <param>\n  <value>\n{value}  </value>\n </param>\n");
    let member = |name: &str, value: &str| {
        format!(
            "    <member>\n     <name>{name}</name>\n     <value>\n      {value}\n     </value>\n    </member>\n"
        )
    };
    let options = [
        member("coverage", "<string>all</string>"),
        member("orderby", &format!("<string>{order}</string>")),
        member("givememore", "<int>0</int>"),
    ];
    let parameters = [
        parameter(&format!("   <string>{word}</string>\n")),
        parameter("   <int>1</int>\n"),
        parameter("   <int>1</int>\n"),
        parameter(&format!("   <struct>\n{}   </struct>\n", options.concat())),
    ];
    wrap("hub_get_courses", &format!("<params>\n{}</params>\n", parameters.concat()))
}
