//! The address people's feed readers keep:
//! `/rss/file.php/<context>/<token>/local_hub/<downloadable>/<audience>/<educationallevel>/<subject>/<licence>/<language>/<search>/<orderby>/rss.xml`

use std::borrow::Cow;

use crate::form;
use crate::param::Kind;

/// The search that a classic feed address holds. `all` is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RssPath {
    /// Shared courses only (true), adverts only (false), or both.
    pub downloadable: Option<bool>,
    /// Audience.
    pub audience: Option<String>,
    /// Educational level.
    pub educationallevel: Option<String>,
    /// Subject code.
    pub subject: Option<String>,
    /// Short name of the licence.
    pub licence: Option<String>,
    /// Language code.
    pub language: Option<String>,
    /// The words; the classic hub writes `0` for none.
    pub search: Option<String>,
    /// The order, as named by [`crate::moodle::OrderBy`]; missing in addresses from page headers.
    pub orderby: Option<String>,
}

/// The address is no feed of the classic hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a feed address of the classic hub")]
pub struct RssPathError;

impl RssPath {
    /// Reads what follows `/rss/file.php/` or `/rss/file.php`, still percent-encoded. Context and user
    /// token can be anything: public content needs neither.
    pub fn parse(path: &str) -> Result<Self, RssPathError> {
        let mut segments = path.trim_start_matches('/').splitn(12, '/');
        let mut next = || segments.next().ok_or(RssPathError);
        let (_context, _token) = (next()?, next()?);
        if next()? != "local_hub" {
            return Err(RssPathError);
        }
        let downloadable = match next()? {
            "1" => Some(true),
            "0" => Some(false),
            "all" => None,
            _ => return Err(RssPathError),
        };
        let (audience, educationallevel, subject) = (next()?, next()?, next()?);
        let (licence, language, search, last) = (next()?, next()?, next()?, next()?);
        let orderby = match (last, segments.next()) {
            ("rss.xml", None) => None,
            (orderby, Some("rss.xml")) => chosen(orderby, Kind::Alpha),
            _ => return Err(RssPathError),
        };
        Ok(Self {
            downloadable,
            audience: chosen(audience, Kind::Alpha),
            educationallevel: chosen(educationallevel, Kind::Alpha),
            subject: chosen(subject, Kind::AlphaNum),
            licence: chosen(licence, Kind::Licence),
            language: chosen(language, Kind::AlphaNumExt),
            search: Some(decode(search).trim().to_owned())
                .filter(|words| !matches!(words.as_str(), "" | "0")),
            orderby,
        })
    }
}

fn chosen(segment: &str, kind: Kind) -> Option<String> {
    let value = decode(segment);
    match &*kind.clean(&value) {
        "" | "all" => None,
        value => Some(value.to_owned()),
    }
}

fn decode(segment: &str) -> Cow<'_, str> {
    form::decode(segment.as_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_feed_of_everything_has_no_filter() {
        let path = RssPath::parse("/1/0123abc/local_hub/all/all/all/all/all/all/0/newest/rss.xml").unwrap();
        assert_eq!(path, RssPath { orderby: Some("newest".to_owned()), ..RssPath::default() });
    }

    #[test]
    fn every_filter_is_read() {
        let path = RssPath::parse(
            "1/t/local_hub/1/students/secondary/field101/cc-4.0/pt_br/caf%C3%A9%2Fbar+x/fullname/rss.xml",
        )
        .unwrap();
        assert_eq!(
            path,
            RssPath {
                downloadable: Some(true),
                audience: Some("students".to_owned()),
                educationallevel: Some("secondary".to_owned()),
                subject: Some("field101".to_owned()),
                licence: Some("cc-4.0".to_owned()),
                language: Some("pt_br".to_owned()),
                search: Some("café/bar x".to_owned()),
                orderby: Some("fullname".to_owned()),
            }
        );
    }

    #[test]
    fn the_header_link_lacks_the_order() {
        let path = RssPath::parse("1/t/local_hub/0/all/all/all/all/all/moss/rss.xml").unwrap();
        assert_eq!(path.orderby, None);
        assert_eq!(path.search.as_deref(), Some("moss"));
        assert_eq!(path.downloadable, Some(false));
    }

    #[test]
    fn other_feeds_of_a_moodle_are_not_ours() {
        for path in [
            "",
            "1/t/mod_forum/1/rss.xml",
            "1/t/local_hub/all/rss.xml",
            "1/t/local_hub/2/a/a/a/a/a/a/a/rss.xml",
            "1/t/local_hub/all/a/a/a/a/a/a/a/rss.xml/more",
        ] {
            assert_eq!(RssPath::parse(path), Err(RssPathError), "{path}");
        }
    }

    proptest! {
        #[test]
        fn any_path_is_survived(path in ".{0,120}") {
            let _ = RssPath::parse(&path);
        }
    }
}
