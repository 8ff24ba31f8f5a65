//! Below which paths the doors lie.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::http::uri::{PathAndQuery, Uri};
use hub_app::App;
use tower::Layer as _;
use tower::util::MapRequestLayer;

/// Opens the doors below every path this hub has, and at the root for proxies that take the path away. Doubled slashes
/// count as one: sites of 2010 keep the slash at the end of the hub's address (protocol notes, 3.3).
pub(crate) fn below(app: &App, doors: Router) -> Router {
    let addresses = std::iter::once(&app.address).chain(&app.aliases);
    let mut bases: Vec<String> = addresses.map(|address| address.path().to_owned()).collect();
    bases.sort_by_key(|base| std::cmp::Reverse(base.len()));
    let plain = MapRequestLayer::new(move |mut request: Request<Body>| {
        if let Some(uri) = without_base(request.uri(), &bases) {
            *request.uri_mut() = uri;
        }
        request
    });
    Router::new().fallback_service(plain.layer(doors))
}

/// The address without base and doubled slashes; `None` if it has neither.
fn without_base(uri: &Uri, bases: &[String]) -> Option<Uri> {
    let mut path = uri.path().to_owned();
    while path.contains("//") {
        path = path.replace("//", "/");
    }
    let rest = bases.iter().find_map(|base| {
        let rest = path.strip_prefix(base.as_str())?;
        (rest.is_empty() || rest.starts_with('/')).then_some(rest)
    });
    let mut plain = rest.unwrap_or(&path).to_owned();
    if plain.is_empty() {
        plain.push('/');
    }
    if plain == uri.path() {
        return None;
    }
    if let Some(query) = uri.query() {
        plain.push('?');
        plain.push_str(query);
    }
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(plain).ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(uri: &str, bases: &[&str]) -> String {
        let bases: Vec<String> = bases.iter().map(|base| (*base).to_owned()).collect();
        let uri: Uri = uri.parse().unwrap();
        without_base(&uri, &bases).unwrap_or(uri).to_string()
    }

    #[test]
    fn the_path_of_the_hub_is_taken_away_with_its_case() {
        assert_eq!(plain("/Hub/sites?a=b//c", &["/Hub", ""]), "/sites?a=b//c");
        assert_eq!(plain("/Hub", &["/Hub"]), "/");
        assert_eq!(plain("/hub/sites", &["/Hub"]), "/hub/sites");
        assert_eq!(plain("/Hubert", &["/Hub"]), "/Hubert");
        assert_eq!(plain("/sites", &["/Hub"]), "/sites");
    }

    #[test]
    fn doubled_slashes_count_as_one() {
        assert_eq!(plain("//local/hub///x.php?u=http://a//b", &[""]), "/local/hub/x.php?u=http://a//b");
        assert_eq!(plain("/Hub//local", &["/Hub"]), "/local");
    }
}
