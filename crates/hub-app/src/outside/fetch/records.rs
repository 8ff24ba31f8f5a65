//! Text records of names (TXT, RFC 1035): where the owner of a domain can leave a word for us.
//!
//! The question goes to the name servers that the machine's operator has set, never to one that somebody else names, so
//! there is no address to guard. What comes back is text and is compared, not followed.

use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig, ResolverOpts};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::RData;

use super::{FetchError, Fetcher, Resolver};

/// For one question to one name server.
const PATIENCE: Duration = Duration::from_secs(3);
/// For all of them, repeated questions and those by TCP included.
const TOTAL: Duration = Duration::from_secs(6);
/// Records of one name that are read; domains of large organisations have some dozens.
const MOST: usize = 100;

impl Fetcher {
    /// The text records of `name`, each with its parts put together; none if the name does not exist or has none.
    ///
    /// # Errors
    /// `Resolve` if no name server says either.
    pub async fn text_records(&self, name: &str) -> Result<Vec<String>, FetchError> {
        let failed =
            |error: NetError| FetchError::Resolve { host: name.to_owned(), detail: error.to_string() };
        let Some(resolver) = resolver(&self.resolver).map_err(failed)? else { return Ok(Vec::new()) };
        // The dot keeps the machine's own search domains out of it.
        let asked = resolver.txt_lookup(format!("{}.", name.trim_end_matches('.')));
        let answer = tokio::time::timeout(TOTAL, asked).await;
        match answer.map_err(|_| FetchError::Timeout { limit: TOTAL })? {
            Ok(found) => {
                Ok(found.answers().iter().take(MOST).filter_map(|record| text(&record.data)).collect())
            }
            Err(error) if error.is_no_records_found() || error.is_nx_domain() => Ok(Vec::new()),
            Err(error) => Err(failed(error)),
        }
    }
}

fn text(data: &RData) -> Option<String> {
    let RData::TXT(parts) = data else { return None };
    Some(String::from_utf8_lossy(&parts.txt_data.concat()).into_owned())
}

/// Whoever is asked; nobody, if a table says nothing about it.
fn resolver(names: &Resolver) -> Result<Option<TokioResolver>, NetError> {
    let mut builder = match names {
        Resolver::System => TokioResolver::builder_tokio()?,
        Resolver::Table(table) => {
            let Some(server) = table.name_server() else { return Ok(None) };
            let mut connection = ConnectionConfig::udp();
            connection.port = server.port();
            let server = NameServerConfig::new(server.ip(), true, vec![connection]);
            let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
        }
    };
    patient(builder.options_mut());
    builder.build().map(Some)
}

/// Nothing is kept: whoever looks again has just changed the record.
fn patient(options: &mut ResolverOpts) {
    options.timeout = PATIENCE;
    options.attempts = 1;
    options.cache_size = 0;
}
