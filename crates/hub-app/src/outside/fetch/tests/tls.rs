//! Certificates are verified, and what is wrong with one is said.

use std::sync::Arc;

use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore, ServerConfig, ServerConnection};

use super::*;

const AUTHORITY: &[u8] = include_bytes!("certificates/authority.der");
const VALID: &[u8] = include_bytes!("certificates/valid.der");
const EXPIRED: &[u8] = include_bytes!("certificates/expired.der");
const KEY: &[u8] = include_bytes!("certificates/key.der");

/// A TLS server for one connection, on a thread of its own.
fn serve_once(certificate: &'static [u8]) -> u16 {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let key = PrivateKeyDer::try_from(KEY).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![CertificateDer::from(certificate)], key)
        .unwrap();
    let config = Arc::new(config);
    std::thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        for stream in listener.incoming() {
            let mut connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = stream.unwrap();
            let mut tls = rustls::Stream::new(&mut connection, &mut stream);
            // Clients that do not like the certificate break off here.
            if tls.read(&mut [0; 1_024]).is_ok() {
                let _ = tls.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }
        }
    });
    port
}

fn trusting(authority: &'static [u8]) -> ClientConfig {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(authority)).unwrap();
    ClientConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth()
}

/// Probes `https://{name}` served with `certificate`; our authority is known to the fetcher, or only the system's are.
async fn probe(name: &str, certificate: &'static [u8], authority: Option<&'static [u8]>) -> ProbeReport {
    let port = serve_once(certificate);
    let resolver = Resolver::Table(Table::default().with(name, &[LOOPBACK]));
    let fetcher = Fetcher::with_resolver(allowing(&["127.0.0.0/8"], &[port]), resolver);
    if let Some(authority) = authority {
        fetcher.tls.set(Ok(trusting(authority))).unwrap();
    }
    fetcher.probe(&url(&format!("https://{name}:{port}/"))).await
}

fn wrong_with(report: &ProbeReport) -> String {
    match &report.verdict {
        Verdict::Failed(FetchError::Tls(trouble)) => trouble.to_string(),
        other => panic!("not refused for its certificate but {other:?}"),
    }
}

#[tokio::test]
async fn a_certificate_for_the_name_from_a_known_authority_is_accepted() {
    let report = probe("tls.example", VALID, Some(AUTHORITY)).await;
    assert!(report.exists(), "{report}");
}

#[tokio::test]
async fn an_unknown_authority_another_name_and_an_expired_certificate_are_refused() {
    let unknown = probe("tls.example", VALID, Some(AUTHORITY_OF_OTHERS)).await;
    assert!(wrong_with(&unknown).contains("unknown authority"), "{unknown}");
    let name = probe("other.example", VALID, Some(AUTHORITY)).await;
    assert_eq!(wrong_with(&name), "the certificate is for another name");
    let expired = probe("tls.example", EXPIRED, Some(AUTHORITY)).await;
    assert_eq!(wrong_with(&expired), "the certificate has expired");
}

/// Not the authority that signed: a certificate of ours that is no authority at all is unknown just as well.
const AUTHORITY_OF_OTHERS: &[u8] = EXPIRED;

#[tokio::test]
async fn the_systems_authorities_do_not_vouch_for_a_strangers_certificate() {
    let report = probe("tls.example", VALID, None).await;
    assert!(matches!(report.verdict, Verdict::Failed(FetchError::Tls(_))), "{report}");
}
