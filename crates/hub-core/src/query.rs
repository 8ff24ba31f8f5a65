//! A search as every door asks it, and the document every course becomes in the index.

use jiff::Timestamp;

use crate::ids::{CourseId, SiteId, VersionId};

/// How hits are ordered. Ties are broken by the newer course first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Best match first; newest first where there are no words.
    #[default]
    Relevance,
    /// Last listed first.
    Newest,
    /// Last changed first: the classic `newest`.
    Updated,
    /// First changed first: the classic `eldest`.
    Oldest,
    /// By title.
    Name,
    /// By title, backwards: of the mebis dialect.
    NameBackwards,
    /// By publisher's name.
    Publisher,
    /// Featured courses first: the classic `ratingaverage`.
    Featured,
}

impl Sort {
    /// All that people choose from, in that order.
    pub const CHOICES: [Self; 4] = [Self::Relevance, Self::Newest, Self::Updated, Self::Name];

    /// The word in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Updated => "updated",
            Self::Oldest => "oldest",
            Self::Name => "name",
            Self::NameBackwards => "name_backwards",
            Self::Publisher => "publisher",
            Self::Featured => "featured",
        }
    }

    /// The reverse of [`Sort::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        use Sort::{Featured, Name, NameBackwards, Newest, Oldest, Publisher, Relevance, Updated};
        [Relevance, Newest, Updated, Oldest, Name, NameBackwards, Publisher, Featured]
            .into_iter()
            .find(|sort| sort.name() == name)
    }
}

/// A search. Several values of one filter widen it, several filters narrow it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CourseQuery {
    /// Words: all must match, each a word or its beginning; CJK by pairs of characters.
    pub words: String,
    /// Only courses with a listed share.
    pub shares: bool,
    /// Only courses with a listed advert. Both or neither: either will do.
    pub adverts: bool,
    /// Language codes; the part before `_` or `-` is compared (`pt` finds `pt_br`).
    pub languages: Vec<String>,
    /// Subject codes; each stands for itself and all below it. Of this and the following four, the keys in force.
    pub subjects: Vec<String>,
    /// Audience codes.
    pub audiences: Vec<String>,
    /// Level codes.
    pub levels: Vec<String>,
    /// Licence short names.
    pub licences: Vec<String>,
    /// Values of the hub's own facets, `facet=value`. Values of one facet widen, several facets narrow.
    pub own: Vec<String>,
    /// Tags, compared without case.
    pub tags: Vec<String>,
    /// Publishing sites.
    pub sites: Vec<SiteId>,
    /// Order.
    pub sort: Sort,
    /// Hits to skip.
    pub offset: usize,
    /// Hits to return.
    pub limit: usize,
    /// Whether to count the values of each filter among the hits.
    pub with_facets: bool,
}

/// One course found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The course.
    pub course_id: CourseId,
    /// Its newest listed share when it was indexed.
    pub share: Option<VersionId>,
    /// Its listed advert when it was indexed.
    pub advert: Option<VersionId>,
}

/// How many hits have each value of one filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// `share`, `advert`.
    pub kinds: Vec<(String, u64)>,
    /// Base language codes.
    pub languages: Vec<(String, u64)>,
    /// Subject codes at every level of the tree.
    pub subjects: Vec<(String, u64)>,
    /// Audience codes.
    pub audiences: Vec<(String, u64)>,
    /// Level codes.
    pub levels: Vec<(String, u64)>,
    /// Licence short names.
    pub licences: Vec<(String, u64)>,
    /// Values of the hub's own facets, `facet=value`.
    pub own: Vec<(String, u64)>,
    /// Tags without regard to case and accents, as most hits write them.
    pub tags: Vec<(String, u64)>,
    /// Sites by id.
    pub sites: Vec<(String, u64)>,
}

/// What a search found in the index; visibility is checked again in the database for the hits shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// All hits, not only those returned.
    pub total: usize,
    /// The page asked for.
    pub hits: Vec<Hit>,
    /// Counts, if they were asked for.
    pub facets: Option<FacetCounts>,
}

/// One document of the index: a course with its newest public versions. Text of share and advert is joined.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseDocument {
    /// The course.
    pub course_id: CourseId,
    /// Newest public share.
    pub share: Option<VersionId>,
    /// Public advert.
    pub advert: Option<VersionId>,
    /// Publishing site.
    pub site_id: Option<SiteId>,
    /// Titles, the answering version's first.
    pub titles: Vec<String>,
    /// Short names.
    pub short_names: Vec<String>,
    /// Descriptions.
    pub descriptions: Vec<String>,
    /// Creators' and contributors' names.
    pub creators: Vec<String>,
    /// Publishers' names and the publishing site's name if it discloses it.
    pub publishers: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Creator notes as plain text.
    pub notes: Vec<String>,
    /// Outcomes.
    pub outcomes: Vec<String>,
    /// Names of sections and activities from the package.
    pub activities: Vec<String>,
    /// Languages as sent.
    pub languages: Vec<String>,
    /// Subject codes, with all above them.
    pub subjects: Vec<String>,
    /// Audience codes, likewise.
    pub audiences: Vec<String>,
    /// Level codes, likewise.
    pub levels: Vec<String>,
    /// Licence short names, likewise.
    pub licences: Vec<String>,
    /// Values of the hub's own facets, `facet=value`, likewise.
    pub own: Vec<String>,
    /// When it was last listed.
    pub listed_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When staff featured it.
    pub featured_at: Option<Timestamp>,
}
