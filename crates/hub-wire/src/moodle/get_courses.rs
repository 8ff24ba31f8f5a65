//! The search of `hub_get_courses`, classic (section 6.4) and mebis (section 6.9).

use crate::Value;
use crate::param::{Fields, Kind, ParamError, Place, boolean, string};

/// Which of the two forms of the call was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// `search, downloadable, enrollable, options`
    #[default]
    Classic,
    /// `search, options`
    Mebis,
}

/// A search for courses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GetCourses {
    /// The words; empty for all courses.
    pub search: String,
    /// Whether shared courses are wanted.
    pub downloadable: bool,
    /// Whether advertised courses are wanted.
    pub enrollable: bool,
    /// The filters.
    pub options: CourseOptions,
    /// Which form of the call was used; mebis means ten results unless more are shown, no
    /// `backupsize`, and `subject` without effect.
    pub dialect: Dialect,
}

/// The filters of a search. An empty text or list is no filter, as PHP's `empty` sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CourseOptions {
    /// Course ids of the hub.
    pub ids: Option<Vec<i64>>,
    /// Course ids of the publishing site.
    pub sitecourseids: Option<Vec<i64>>,
    /// Tags: accepted and without effect on the classic hub; the block always sends `all`.
    pub coverage: Option<String>,
    /// Short name of the licence.
    pub licenceshortname: Option<String>,
    /// Subject code; all subjects below it match too.
    pub subject: Option<String>,
    /// Audience.
    pub audience: Option<String>,
    /// Educational level.
    pub educationallevel: Option<String>,
    /// Language code, perhaps with a region.
    pub language: Option<String>,
    /// The order, if it is one that is known.
    pub orderby: Option<OrderBy>,
    /// How many courses were shown already; never negative.
    pub givememore: u64,
    /// All courses of the calling site, visible or not.
    pub allsitecourses: bool,
    /// mebis: begin at the start and give ten.
    pub defaultlimit: bool,
}

/// The order of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderBy {
    /// `newest`: last changed first.
    Newest,
    /// `eldest`: last changed last.
    Eldest,
    /// `publisher`: by the publisher's name.
    Publisher,
    /// `fullname`: by the course's name.
    FullName,
    /// `ratingaverage`: best first.
    RatingAverage,
    /// mebis `relevance`.
    Relevance,
    /// mebis `rating`: best first.
    Rating,
    /// mebis `date`: last published first.
    Date,
    /// mebis `dateReverse`: last published last.
    DateReverse,
    /// mebis `alphabet`: by the course's name.
    Alphabet,
    /// mebis `alphabetReverse`: by the course's name, backwards.
    AlphabetReverse,
}

impl OrderBy {
    /// The order of this name. Others are no order, and no error.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "newest" => Self::Newest,
            "eldest" => Self::Eldest,
            "publisher" => Self::Publisher,
            "fullname" => Self::FullName,
            "ratingaverage" => Self::RatingAverage,
            "relevance" => Self::Relevance,
            "rating" => Self::Rating,
            "date" => Self::Date,
            "dateReverse" => Self::DateReverse,
            "alphabet" => Self::Alphabet,
            "alphabetReverse" => Self::AlphabetReverse,
            _ => return None,
        })
    }
}

impl GetCourses {
    /// Reads positional parameters. A structure in second place is the mebis dialect.
    pub(super) fn from_positional(params: Vec<Value>) -> Result<Self, ParamError> {
        let found = params.len();
        let mut params = params.into_iter();
        let (search, second) = (params.next(), params.next());
        if let Some(options @ (Value::Struct(_) | Value::List(_))) = second {
            if found > 2 {
                return Err(ParamError::TooMany { expected: 2, found });
            }
            return Self::mebis(search, Some(options));
        }
        if found > 4 {
            return Err(ParamError::TooMany { expected: 4, found });
        }
        Self::classic(search, second, params.next(), params.next())
    }

    /// Reads named parameters. Neither kind named but options given is the mebis dialect.
    pub(super) fn from_named(fields: &mut Fields<'_>) -> Result<Self, ParamError> {
        let kinds_are_named = fields.has("downloadable") || fields.has("enrollable");
        let search = fields.take("search");
        let options = fields.take("options");
        if !kinds_are_named && options.is_some() {
            return Self::mebis(search, options);
        }
        Self::classic(search, fields.take("downloadable"), fields.take("enrollable"), options)
    }

    fn classic(
        search: Option<Value>,
        downloadable: Option<Value>,
        enrollable: Option<Value>,
        options: Option<Value>,
    ) -> Result<Self, ParamError> {
        let kind = |value: Option<Value>, name: &str| {
            let value = value.ok_or_else(|| ParamError::Missing { path: name.to_owned() })?;
            Ok(boolean(value, &Place::parameter(name))?.unwrap_or(false))
        };
        Ok(Self {
            search: words(search)?,
            downloadable: kind(downloadable, "downloadable")?,
            enrollable: kind(enrollable, "enrollable")?,
            options: read_options(options, |_| Ok(()))?,
            dialect: Dialect::Classic,
        })
    }

    fn mebis(search: Option<Value>, options: Option<Value>) -> Result<Self, ParamError> {
        let mut kind = 2;
        let options = read_options(options, |fields| {
            kind = fields.optional_int("publishtype")?.unwrap_or(2);
            Ok(())
        })?;
        Ok(Self {
            search: words(search)?,
            // 2 all, 1 advertised, 0 shared (section 6.9).
            downloadable: kind != 1,
            enrollable: kind != 0,
            options,
            dialect: Dialect::Mebis,
        })
    }
}

fn words(search: Option<Value>) -> Result<String, ParamError> {
    let place = Place::parameter("search");
    let text = string(Kind::Text, search.unwrap_or(Value::Nil), &place)?;
    Ok(text.unwrap_or_default())
}

fn read_options(
    value: Option<Value>,
    first: impl FnOnce(&mut Fields<'_>) -> Result<(), ParamError>,
) -> Result<CourseOptions, ParamError> {
    let place = Place::parameter("options");
    let mut fields = Fields::open(value.unwrap_or(Value::Nil), &place)?;
    first(&mut fields)?;
    let fields = &mut fields;
    Ok(CourseOptions {
        ids: fields.int_list("ids")?,
        sitecourseids: fields.int_list("sitecourseids")?,
        coverage: fields.filled_text("coverage", Kind::Text)?,
        licenceshortname: fields.filled_text("licenceshortname", Kind::Licence)?,
        subject: fields.filled_text("subject", Kind::AlphaNum)?,
        audience: fields.filled_text("audience", Kind::Alpha)?,
        educationallevel: fields.filled_text("educationallevel", Kind::Alpha)?,
        language: fields.filled_text("language", Kind::AlphaNumExt)?,
        orderby: fields.filled_text("orderby", Kind::Alpha)?.and_then(|name| OrderBy::from_name(&name)),
        givememore: u64::try_from(fields.optional_int("givememore")?.unwrap_or(0)).unwrap_or(0),
        allsitecourses: fields.optional_int("allsitecourses")?.unwrap_or(0) != 0,
        defaultlimit: fields.optional_int("defaultlimit")?.unwrap_or(0) != 0,
    })
}
