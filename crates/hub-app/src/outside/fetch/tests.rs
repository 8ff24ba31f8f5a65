//! The guard against servers on loopback that do what the world's servers do.

mod records;
mod server;
mod tls;

use std::net::{Ipv4Addr, Ipv6Addr};

use super::*;
use server::{Reply, Server};

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

fn allowing(networks: &[&str], ports: &[u16]) -> NetworkPolicy {
    let allow_private = networks.iter().map(|network| network.parse().unwrap()).collect();
    NetworkPolicy { allow_private, allow_ports: ports.to_vec() }
}

/// May call 127.0.0.0/8 at the ports of these servers; knows the names of `table` only.
fn fetcher(servers: &[&Server], table: Table) -> Fetcher {
    let ports: Vec<u16> = servers.iter().map(|server| server.port()).collect();
    Fetcher::with_resolver(allowing(&["127.0.0.0/8"], &ports), Resolver::Table(table))
}

fn url(text: &str) -> Url {
    text.parse().unwrap()
}

fn small() -> Limits {
    Limits { total: Duration::from_secs(5), max_bytes: 1_000, max_redirects: 3 }
}

fn refused(report: &ProbeReport) -> &Refusal {
    match &report.verdict {
        Verdict::Refused(refusal) => refusal,
        other => panic!("not refused but {other:?}"),
    }
}

/// The default policy, and names that are never asked for.
async fn refusal_of(address: &str) -> Refusal {
    let fetcher = Fetcher::with_resolver(NetworkPolicy::default(), Resolver::Table(Table::default()));
    let report = fetcher.probe(&url(address)).await;
    let got = fetcher.get(&url(address), small()).await.unwrap_err();
    assert_eq!(got, FetchError::Refused(refused(&report).clone()), "{address}");
    refused(&report).clone()
}

#[tokio::test]
async fn a_site_that_answers_head_is_there_and_not_asked_again() {
    for status in [200, 204, 304, 401, 403] {
        let server = Server::start(move |_| Reply::status(status)).await;
        let report = fetcher(&[&server], Table::default()).probe(&server.url("/")).await;
        assert_eq!(report.verdict, Verdict::Exists { status }, "{report}");
        assert_eq!(server.requests(), ["HEAD /"]);
    }
}

#[tokio::test]
async fn head_503_then_get_200_is_accepted() {
    let server = Server::start(|r| Reply::status(if r.starts_with("HEAD") { 503 } else { 200 })).await;
    let report = fetcher(&[&server], Table::default()).probe(&server.url("/moodle")).await;
    assert!(report.exists());
    assert_eq!(server.requests(), ["HEAD /moodle", "GET /moodle"]);
    let told = report.to_string();
    let root = server.url("/moodle");
    assert!(told.starts_with(&format!(
        "HEAD {root} answered 503\nGET {root} answered 200\na site answers (status 200) ("
    )));
}

#[tokio::test]
async fn head_404_then_get_404_is_rejected() {
    for status in [400, 404, 410, 500, 503] {
        let server = Server::start(move |_| Reply::status(status)).await;
        let report = fetcher(&[&server], Table::default()).probe(&server.url("/")).await;
        assert_eq!(report.verdict, Verdict::NoSite { status });
        assert_eq!(server.requests(), ["HEAD /", "GET /"]);
    }
}

#[tokio::test]
async fn a_redirect_to_the_login_page_is_followed() {
    let server = Server::start(|request| match request {
        "HEAD /" => Reply::redirect("/login/index.php?secret=1"),
        _ => Reply::status(200),
    })
    .await;
    let report = fetcher(&[&server], Table::default()).probe(&server.url("/")).await;
    assert_eq!(report.verdict, Verdict::Exists { status: 200 });
    assert_eq!(server.requests(), ["HEAD /", "HEAD /login/index.php?secret=1"]);
    assert!(report.to_string().contains(&format!("redirected to {}\n", server.url("/login/index.php"))));
}

#[tokio::test]
async fn a_redirect_loop_ends_after_three_and_still_shows_that_somebody_is_there() {
    let server = Server::start(|_| Reply::redirect("/again")).await;
    let fetcher = fetcher(&[&server], Table::default());
    let report = fetcher.probe(&server.url("/")).await;
    assert_eq!(report.verdict, Verdict::Exists { status: 302 });
    assert_eq!(server.requests().len(), 4);
    let got = fetcher.get(&server.url("/"), small()).await.unwrap_err();
    assert_eq!(got, FetchError::Redirects { max: 3 });
    assert_eq!(server.requests().len(), 8);
}

#[tokio::test]
async fn a_redirect_into_a_private_network_is_not_followed() {
    for (target, class) in [
        ("http://10.0.0.1/", AddressClass::Private),
        ("//169.254.169.254/latest/meta-data/", AddressClass::LinkLocal),
        ("http://[::1]/", AddressClass::Loopback),
        ("http://inner.example/", AddressClass::Private),
    ] {
        let server = Server::start(move |_| Reply::redirect(target)).await;
        let policy = allowing(&["127.0.0.0/8"], &[80, server.port()]);
        let table = Table::default().with("inner.example", &["192.168.1.1".parse().unwrap()]);
        let fetcher = Fetcher::with_resolver(policy, Resolver::Table(table));
        let report = fetcher.probe(&server.url("/")).await;
        assert_eq!(refused(&report), &Refusal::Address { class }, "{target}");
        assert_eq!(server.requests(), ["HEAD /"], "nothing more is asked after a refusal");
    }
}

#[tokio::test]
async fn a_redirect_to_another_scheme_port_or_with_a_password_is_not_followed() {
    for (target, refusal) in [
        ("ftp://127.0.0.1/", Refusal::Scheme),
        ("file:///etc/passwd", Refusal::Scheme),
        ("http://user:pw@127.0.0.1/", Refusal::UserInfo),
        ("http://127.0.0.1:22/", Refusal::Port { port: 22, allowed: Vec::new() }),
    ] {
        let server = Server::start(move |_| Reply::redirect(target)).await;
        let fetcher = fetcher(&[&server], Table::default());
        let report = fetcher.probe(&server.url("/")).await;
        match (refused(&report), &refusal) {
            (Refusal::Port { port: 22, .. }, Refusal::Port { .. }) => {}
            (seen, expected) => assert_eq!(seen, expected, "{target}"),
        }
        assert_eq!(server.requests(), ["HEAD /"]);
    }
}

#[tokio::test]
async fn a_redirect_without_a_readable_address_is_an_answer() {
    for reply in [Reply::status(302), Reply::redirect("http://[not an address"), Reply::redirect("\u{e9}")] {
        let server = Server::start(move |r| match r {
            "HEAD /" => reply.clone(),
            _ => Reply::status(200),
        })
        .await;
        let report = fetcher(&[&server], Table::default()).probe(&server.url("/")).await;
        assert!(report.exists(), "{report}");
    }
}

#[tokio::test]
async fn literals_of_every_form_that_are_not_public_are_refused() {
    for (address, class) in [
        ("http://127.0.0.1/", AddressClass::Loopback),
        ("https://127.0.0.1/", AddressClass::Loopback),
        ("http://127.1/", AddressClass::Loopback),
        ("http://2130706433/", AddressClass::Loopback),
        ("http://0177.0.0.1/", AddressClass::Loopback),
        ("http://0x7f000001/", AddressClass::Loopback),
        ("http://0x7f.0.0.0x1/", AddressClass::Loopback),
        ("http://%31%32%37.0.0.1/", AddressClass::Loopback),
        ("http://\u{ff11}\u{ff12}\u{ff17}.0.0.1/", AddressClass::Loopback),
        ("http://0/", AddressClass::Unspecified),
        ("http://0.0.0.0/", AddressClass::Unspecified),
        ("http://10.20.30.40/", AddressClass::Private),
        ("http://172.31.255.255/", AddressClass::Private),
        ("http://192.168.0.1/", AddressClass::Private),
        ("http://169.254.169.254/", AddressClass::LinkLocal),
        ("http://100.64.0.1/", AddressClass::CarrierShared),
        ("http://224.0.0.1/", AddressClass::Multicast),
        ("http://192.0.2.1/", AddressClass::Documentation),
        ("http://198.18.0.1/", AddressClass::Benchmark),
        ("http://255.255.255.255/", AddressClass::Reserved),
        ("http://[::1]/", AddressClass::Loopback),
        ("http://[::]/", AddressClass::Unspecified),
        ("http://[fd12:3456::1]/", AddressClass::Private),
        ("http://[fe80::1]/", AddressClass::LinkLocal),
        ("http://[fec0::1]/", AddressClass::Private),
        ("http://[::ffff:127.0.0.1]/", AddressClass::Embedded),
        ("http://[::ffff:7f00:1]/", AddressClass::Embedded),
        ("http://[::127.0.0.1]/", AddressClass::Embedded),
        ("http://[64:ff9b::127.0.0.1]/", AddressClass::Loopback),
        ("http://[64:ff9b::a00:1]/", AddressClass::Private),
        ("http://[64:ff9b:1::a00:1]/", AddressClass::Embedded),
        ("http://[2002:7f00:1::]/", AddressClass::Loopback),
        ("http://[2002:c0a8:101::1]/", AddressClass::Private),
        ("http://[2001:0:5ef5:79fd::f5ff:fffe]/", AddressClass::Embedded),
        ("http://[2001:db8::1]/", AddressClass::Documentation),
        ("http://[ff02::1]/", AddressClass::Multicast),
    ] {
        assert_eq!(refusal_of(address).await, Refusal::Address { class }, "{address}");
    }
}

#[tokio::test]
async fn other_schemes_passwords_and_ports_are_refused() {
    assert_eq!(refusal_of("ftp://moodle.example/").await, Refusal::Scheme);
    assert_eq!(refusal_of("file:///etc/passwd").await, Refusal::Scheme);
    assert_eq!(refusal_of("gopher://moodle.example/").await, Refusal::Scheme);
    assert_eq!(refusal_of("javascript:alert(1)").await, Refusal::Scheme);
    for address in
        ["http://ana@moodle.example/", "http://ana:pw@moodle.example/", "http://:pw@moodle.example/"]
    {
        assert_eq!(refusal_of(address).await, Refusal::UserInfo, "{address}");
    }
    for port in [22, 25, 3306, 5432, 6379, 8081] {
        let allowed = vec![80, 443, 8080, 8443];
        let refusal = refusal_of(&format!("http://moodle.example:{port}/")).await;
        assert_eq!(refusal, Refusal::Port { port, allowed });
    }
    let told = refusal_of("https://moodle.example:22/").await.to_string();
    assert_eq!(told, "port 22 is not called; allowed are 80, 443, 8080, 8443");
}

#[tokio::test]
async fn one_forbidden_answer_among_good_ones_refuses_the_name() {
    let server = Server::start(|_| Reply::status(200)).await;
    for answers in [["127.0.0.1", "10.0.0.1"], ["10.0.0.1", "127.0.0.1"], ["127.0.0.1", "::ffff:127.0.0.1"]] {
        let answers = answers.map(|address| address.parse().unwrap());
        let fetcher = fetcher(&[&server], Table::default().with("mixed.example", &answers));
        let report = fetcher.probe(&server.named("mixed.example", "/")).await;
        assert!(matches!(refused(&report), Refusal::Address { .. }), "{report}");
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn the_connection_goes_to_the_address_that_was_checked() {
    let server = Server::start(|_| Reply::status(200)).await;
    // The second look-up would lead elsewhere; there must be none.
    let elsewhere = "10.0.0.1".parse().unwrap();
    let table = Table::default().with("rebind.example", &[LOOPBACK]).with("rebind.example", &[elsewhere]);
    let report = fetcher(&[&server], table).probe(&server.named("Rebind.Example", "/")).await;
    assert_eq!(report.verdict, Verdict::Exists { status: 200 });
    assert_eq!(server.hosts(), [format!("rebind.example:{}", server.port())]);
    let found = Step::Found { host: "rebind.example".to_owned(), addresses: vec![LOOPBACK] };
    assert_eq!(report.steps[0], found);
    assert_eq!(report.steps[0].to_string(), "rebind.example is at 127.0.0.1");
}

#[tokio::test]
async fn a_name_that_turns_private_between_two_requests_is_refused() {
    let private = "10.0.0.1".parse().unwrap();
    // Between HEAD and GET, and between a request and its redirect to the same name.
    for reply in [Reply::status(503), Reply::redirect("/next")] {
        let server = Server::start(move |_| reply.clone()).await;
        let table = Table::default().with("rebind.example", &[LOOPBACK]).with("rebind.example", &[private]);
        let report = fetcher(&[&server], table).probe(&server.named("rebind.example", "/")).await;
        assert_eq!(refused(&report), &Refusal::Address { class: AddressClass::Private });
        assert_eq!(server.requests(), ["HEAD /"]);
    }
}

#[tokio::test]
async fn allow_private_lifts_the_refusal_for_exactly_what_it_names() {
    let server = Server::start(|_| Reply::status(200)).await;
    let port = server.port();
    for (networks, address, expected) in [
        (&["127.0.0.1"][..], "127.0.0.1", true),
        (&["127.0.0.0/8"], "127.0.0.1", true),
        (&["127.0.0.2"], "127.0.0.1", false),
        (&["10.0.0.0/8"], "127.0.0.1", false),
        (&["::1"], "127.0.0.1", false),
        (&["127.0.0.0/8"], "[::ffff:127.0.0.1]", false),
        (&[], "127.0.0.1", false),
    ] {
        let fetcher = Fetcher::new(allowing(networks, &[port]));
        let report = fetcher.probe(&url(&format!("http://{address}:{port}/"))).await;
        assert_eq!(report.exists(), expected, "{networks:?} {address}: {report}");
    }
}

#[tokio::test]
async fn ipv6_literals_and_names_with_ipv6_addresses_are_called() {
    let Some(server) = Server::start_on(Ipv6Addr::LOCALHOST.into(), |_| Reply::status(200)).await else {
        return; // A machine without IPv6.
    };
    let table = Table::default().with("six.example", &[Ipv6Addr::LOCALHOST.into()]);
    let fetcher = Fetcher::with_resolver(allowing(&["::1"], &[server.port()]), Resolver::Table(table));
    assert!(fetcher.probe(&server.url("/")).await.exists());
    assert!(fetcher.probe(&server.named("six.example", "/")).await.exists());
    assert_eq!(server.hosts()[0], format!("[::1]:{}", server.port()));
}

#[tokio::test]
async fn the_system_resolver_is_checked_as_well() {
    let server = Server::start(|_| Reply::status(200)).await;
    let address = server.named("localhost", "/");
    let strict = Fetcher::new(allowing(&[], &[server.port()]));
    assert_eq!(refused(&strict.probe(&address).await), &Refusal::Address { class: AddressClass::Loopback });
    let intranet = Fetcher::new(allowing(&["127.0.0.0/8", "::1"], &[server.port()]));
    assert!(intranet.probe(&address).await.exists());
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_name_nobody_knows_and_a_closed_port_are_told_apart() {
    let server = Server::start(|_| Reply::status(200)).await;
    let closed = fetcher(&[&server], Table::default());
    let report = closed.probe(&server.named("unknown.example", "/")).await;
    assert!(matches!(report.verdict, Verdict::Failed(FetchError::Resolve { .. })), "{report}");
    assert_eq!(report.verdict.to_string(), "the name unknown.example could not be found");
    assert_eq!(report.steps.len(), 1, "a name without address is not asked for twice");

    let address = server.url("/");
    server.stop().await;
    let report = closed.probe(&address).await;
    assert!(matches!(report.verdict, Verdict::Failed(FetchError::Connect { .. })), "{report}");
    assert!(report.verdict.to_string().contains("refused"), "{report}");
}

/// These tests wait for a limit to pass; they set small ones.
fn impatient(server: &Server, head: u64, total: u64) -> Fetcher {
    let (head, total) = (Duration::from_millis(head), Duration::from_millis(total));
    Fetcher { probe_times: ProbeTimes { head, total }, ..fetcher(&[server], Table::default()) }
}

#[test]
fn a_probe_takes_less_than_eight_seconds() {
    let ProbeTimes { head, total } = ProbeTimes::DEFAULT;
    assert!(total < Duration::from_secs(8));
    assert!(head < total / 2, "GET has as much time as HEAD had");
}

#[tokio::test]
async fn a_server_that_never_answers_is_given_up() {
    let server = Server::start(|_| Reply::Hang).await;
    let report = impatient(&server, 50, 150).probe(&server.url("/")).await;
    assert!(matches!(report.verdict, Verdict::Failed(FetchError::Timeout { .. })), "{report}");
    assert!(report.took >= Duration::from_millis(150), "{report}");
    assert_eq!(server.requests(), ["HEAD /", "GET /"]);
}

#[tokio::test]
async fn probes_for_strangers_take_turns_and_do_not_wait_for_ever() {
    let server = Server::start(|_| Reply::Hang).await;
    let fetcher = Fetcher { probe_seats: Arc::new(Semaphore::new(1)), ..impatient(&server, 50, 150) };
    let url = server.url("/");
    let taken = fetcher.probe_seats.acquire().await.unwrap();
    assert_eq!(fetcher.probe_in_turn(&url).await, None, "its turn did not come");
    assert!(server.requests().is_empty(), "and nobody was called");
    drop(taken);
    assert!(fetcher.probe_in_turn(&url).await.is_some());
    assert!(fetcher.probe_in_turn(&url).await.is_some(), "the seat is free again");
}

#[tokio::test]
async fn redirects_do_not_extend_the_time() {
    let reply = |request: &str| if request.ends_with(" /3") { Reply::Hang } else { Reply::redirect("/3") };
    let server = Server::start(reply).await;
    // On a busy machine the answers that do come take their time.
    let report = impatient(&server, 500, 1_500).probe(&server.url("/")).await;
    assert!(matches!(report.verdict, Verdict::Failed(FetchError::Timeout { .. })), "{report}");
    assert_eq!(server.requests(), ["HEAD /", "HEAD /3", "GET /", "GET /3"]);
}

#[tokio::test]
async fn a_server_that_never_answers_head_is_still_asked_with_get() {
    let reply = |request: &str| if request == "HEAD /" { Reply::Hang } else { Reply::status(200) };
    let server = Server::start(reply).await;
    let report = impatient(&server, 50, 60_000).probe(&server.url("/")).await;
    assert_eq!(report.verdict, Verdict::Exists { status: 200 }, "{report}");
    assert_eq!(server.requests(), ["HEAD /", "GET /"]);
}

#[tokio::test]
async fn a_body_that_drips_is_cut_off_by_the_total_time() {
    let server = Server::start(|_| Reply::Drip).await;
    let total = Duration::from_millis(100);
    let limits = Limits { total, max_bytes: u64::MAX, max_redirects: 0 };
    let error = fetcher(&[&server], Table::default()).get(&server.url("/"), limits).await.unwrap_err();
    assert_eq!(error, FetchError::Timeout { limit: total });
}

#[tokio::test]
async fn a_body_is_read_up_to_its_limit_and_not_further() {
    let server = Server::start(|request| match request {
        "GET /fits" => Reply::body(1_000),
        "GET /declared" => Reply::body(1_001),
        // No length in advance, and no end.
        _ => Reply::Endless,
    })
    .await;
    let fetcher = fetcher(&[&server], Table::default());
    let fits = fetcher.get(&server.url("/fits"), small()).await.unwrap();
    assert_eq!((fits.status, fits.body.len()), (200, 1_000));
    assert_eq!(fits.content_type.as_deref(), Some("text/plain"));
    for path in ["/declared", "/endless"] {
        let error = fetcher.get(&server.url(path), small()).await.unwrap_err();
        assert_eq!(error, FetchError::TooLarge { max_bytes: 1_000 }, "{path}");
    }
    // The probe does not read bodies at all.
    assert!(fetcher.probe(&server.url("/endless")).await.exists());
}

#[tokio::test]
async fn what_is_no_http_is_told_as_broken() {
    let server = Server::start(|_| Reply::Raw(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec())).await;
    let report = fetcher(&[&server], Table::default()).probe(&server.url("/")).await;
    assert!(matches!(report.verdict, Verdict::Failed(FetchError::Broken { .. })), "{report}");
}

#[tokio::test]
async fn the_request_says_who_asks_and_nothing_else() {
    let server = Server::start(|_| Reply::status(200)).await;
    fetcher(&[&server], Table::default()).probe(&server.url("/?a=b#c")).await;
    let expected = format!(
        "HEAD /?a=b HTTP/1.1\r\naccept: */*\r\nuser-agent: CourseHub/{}\r\nhost: 127.0.0.1:{}\r\n\r\n",
        env!("CARGO_PKG_VERSION"),
        server.port()
    );
    assert_eq!(server.heads(), [expected]);
}

#[test]
fn a_proxy_in_the_environment_is_not_asked() {
    // Variables cannot be set in a test of many threads, so another test runs again in a process that has them.
    let test = "outside::fetch::tests::a_site_that_answers_head_is_there_and_not_asked_again";
    let mut process = std::process::Command::new(std::env::current_exe().unwrap());
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        process.env(name, "http://127.0.0.1:9");
    }
    let output = process.args(["--exact", test]).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && told.contains("1 passed"), "{told}");
}
