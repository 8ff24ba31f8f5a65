//! Sentences for what a check of a site's address found, and for where its code was not.

use fluent_bundle::FluentValue;
use hub_app::outside::fetch::{AddressClass, FetchError, Refusal, Step, TlsTrouble};
use hub_app::site::staff::{Finding, NotFound};

use crate::i18n::Lang;

/// A key with texts filled in. Statuses and ports are names, not amounts: they go in as text.
fn said(lang: Lang, key: &str, values: &[(&str, &str)]) -> String {
    let values: Vec<(&str, FluentValue<'static>)> =
        values.iter().map(|(name, value)| (*name, FluentValue::from((*value).to_owned()))).collect();
    lang.filled(key, &values).into_owned()
}

/// What was found, and what to do.
pub(super) fn finding(lang: Lang, finding: &Finding) -> String {
    match finding {
        Finding::Answers { status } => {
            said(lang, "sites-desk-reach-answers", &[("status", &status.to_string())])
        }
        Finding::NoSite { status } => {
            said(lang, "sites-desk-reach-no-site", &[("status", &status.to_string())])
        }
        Finding::NoName { host } => said(lang, "sites-desk-reach-no-name", &[("host", host)]),
        Finding::NotCalled(why) => refusal(lang, why),
        Finding::Certificate { why } => {
            said(lang, "sites-desk-reach-certificate", &[("why", &tls(lang, why))])
        }
        Finding::Silent { why } => said(lang, "sites-desk-reach-silent", &[("why", &fetch_error(lang, why))]),
        Finding::Slow => said(lang, "sites-desk-reach-slow", &[]),
        Finding::LeadsOn { to } => said(lang, "sites-desk-reach-leads-on", &[("to", to)]),
        Finding::Unencrypted => said(lang, "sites-desk-reach-unencrypted", &[]),
        Finding::Moodle(series) => said(lang, "sites-desk-reach-moodle", &[("shown", &series.to_string())]),
        Finding::OtherMoodle { shown, said: says } => said(
            lang,
            "sites-desk-reach-other-moodle",
            &[("shown", &shown.to_string()), ("said", &says.to_string())],
        ),
    }
}

/// One step of a check.
pub(super) fn step(lang: Lang, step: &Step) -> String {
    match step {
        Step::Found { host, addresses } => {
            let addresses: Vec<String> = addresses.iter().map(ToString::to_string).collect();
            said(lang, "sites-desk-step-found", &[("host", host), ("addresses", &addresses.join(", "))])
        }
        Step::Answered { method, url, status } => said(
            lang,
            "sites-desk-step-answered",
            &[("method", method), ("address", url), ("status", &status.to_string())],
        ),
        Step::Redirected { to } => said(lang, "sites-desk-step-redirected", &[("to", to)]),
        Step::Stopped { method, error } => {
            said(lang, "sites-desk-step-stopped", &[("method", method), ("why", &fetch_error(lang, error))])
        }
    }
}

/// Why a code was not found somewhere.
pub(super) fn not_found(lang: Lang, why: &NotFound) -> String {
    match why {
        NotFound::NoAnswer(error) => fetch_error(lang, error),
        NotFound::OtherHost { host } => said(lang, "sites-desk-proof-not-host", &[("host", host)]),
        NotFound::Status { address, status } => said(
            lang,
            "sites-desk-proof-not-status",
            &[("address", address), ("status", &status.to_string())],
        ),
        NotFound::OtherFile { address } => said(lang, "sites-desk-proof-not-file", &[("address", address)]),
        NotFound::NoElement => said(lang, "sites-desk-proof-not-meta", &[]),
        NotFound::NoRecord { name } => said(lang, "sites-desk-proof-not-dns", &[("name", name)]),
    }
}

fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Scheme => said(lang, "sites-desk-refused-scheme", &[]),
        Refusal::UserInfo => said(lang, "sites-desk-refused-user", &[]),
        Refusal::NoHost => said(lang, "sites-desk-refused-no-host", &[]),
        Refusal::Port { port, allowed } => {
            let allowed: Vec<String> = allowed.iter().map(u16::to_string).collect();
            let values = [("port", port.to_string()), ("allowed", allowed.join(", "))];
            said(
                lang,
                "sites-desk-refused-port",
                &values.each_ref().map(|(name, value)| (*name, value.as_str())),
            )
        }
        Refusal::Address { class } => {
            said(lang, "sites-desk-refused-address", &[("kind", &lang.t(address_key(*class)))])
        }
    }
}

fn address_key(class: AddressClass) -> &'static str {
    match class {
        AddressClass::Public => "sites-desk-address-public",
        AddressClass::Unspecified | AddressClass::Loopback => "sites-desk-address-own",
        AddressClass::Private => "sites-desk-address-private",
        AddressClass::CarrierShared => "sites-desk-address-carrier",
        AddressClass::LinkLocal => "sites-desk-address-link",
        AddressClass::Multicast => "sites-desk-address-group",
        AddressClass::Documentation | AddressClass::Benchmark | AddressClass::Reserved => {
            "sites-desk-address-reserved"
        }
        AddressClass::Embedded => "sites-desk-address-hidden",
    }
}

fn fetch_error(lang: Lang, error: &FetchError) -> String {
    match error {
        FetchError::Refused(why) => refusal(lang, why),
        FetchError::Resolve { host, .. } => said(lang, "sites-desk-fetch-no-name", &[("host", host)]),
        FetchError::Connect { detail } => said(lang, "sites-desk-fetch-connect", &[("detail", detail)]),
        FetchError::Tls(why) => tls(lang, why),
        FetchError::Timeout { limit } => {
            let seconds = format!("{:.1}", limit.as_secs_f32());
            said(lang, "sites-desk-fetch-late", &[("seconds", seconds.trim_end_matches(".0"))])
        }
        FetchError::Redirects { max } => {
            said(lang, "sites-desk-fetch-redirects", &[("most", &max.to_string())])
        }
        FetchError::TooLarge { max_bytes } => said(
            lang,
            "sites-desk-fetch-long",
            &[("most", &lang.megabytes(i64::try_from(*max_bytes).unwrap_or(i64::MAX)))],
        ),
        FetchError::Broken { detail } => said(lang, "sites-desk-fetch-broken", &[("detail", detail)]),
    }
}

fn tls(lang: Lang, trouble: &TlsTrouble) -> String {
    match trouble {
        TlsTrouble::Expired => said(lang, "sites-desk-tls-expired", &[]),
        TlsTrouble::OtherName => said(lang, "sites-desk-tls-name", &[]),
        TlsTrouble::UnknownAuthority => said(lang, "sites-desk-tls-authority", &[]),
        TlsTrouble::Other(detail) => said(lang, "sites-desk-tls-other", &[("detail", detail)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_said_in_every_language() {
        let class = AddressClass::Private;
        for lang in Lang::all() {
            let told = finding(lang, &Finding::NotCalled(Refusal::Address { class }));
            assert!(!told.contains("sites-desk-") && !told.contains('{'), "{}: {told}", lang.code());
            let port = Refusal::Port { port: 8099, allowed: vec![80, 443] };
            let told = fetch_error(lang, &FetchError::Refused(port));
            assert!(told.contains("8099") && told.contains("80, 443"), "{}: {told}", lang.code());
        }
    }
}
