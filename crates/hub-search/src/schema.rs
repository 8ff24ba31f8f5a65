//! The fields of the index.

use tantivy::schema::{Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};

/// Of the fields below, of [`fold`](crate::fold) and of [`document`](crate::document): an index of another version
/// is thrown away when it is opened. Raise it with every change of what they write.
pub(crate) const VERSION: &str = "2";

/// Filters that searches narrow by, each with counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    Kind,
    Language,
    Subject,
    Audience,
    Level,
    Licence,
    /// The hub's own facets together: each value is `facet=value`.
    Own,
    Tag,
    Site,
}

impl Filter {
    pub(crate) const ALL: [Self; 9] = [
        Self::Kind,
        Self::Language,
        Self::Subject,
        Self::Audience,
        Self::Level,
        Self::Licence,
        Self::Own,
        Self::Tag,
        Self::Site,
    ];

    /// The field of the values to filter by.
    pub(crate) const fn field_name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Language => "language",
            Self::Subject => "subject",
            Self::Audience => "audience",
            Self::Level => "level",
            Self::Licence => "licence",
            Self::Own => "own",
            Self::Tag => "tag",
            Self::Site => "site",
        }
    }

    /// The column of the values to count and show: the same, but tags are filtered by their folded form.
    pub(crate) const fn column_name(self) -> &'static str {
        match self {
            Self::Tag => "tag_as_written",
            _ => self.field_name(),
        }
    }
}

/// `share` among the kinds.
pub(crate) const SHARE: &str = "share";
/// `advert` among the kinds.
pub(crate) const ADVERT: &str = "advert";

/// Every field by name. Field numbers follow the order of [`build`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    pub(crate) course_id: Field,
    pub(crate) share: Field,
    pub(crate) advert: Field,
    pub(crate) listed_at: Field,
    pub(crate) updated_at: Field,
    pub(crate) featured_at: Field,
    pub(crate) title_key: Field,
    pub(crate) publisher_key: Field,
    pub(crate) text: Field,
    pub(crate) tag_as_written: Field,
    filters: [Field; Filter::ALL.len()],
}

impl Fields {
    pub(crate) fn filter(&self, filter: Filter) -> Field {
        self.filters[filter as usize]
    }
}

/// The schema and its fields, the same each time.
pub(crate) fn build() -> (Schema, Fields) {
    let column = TextOptions::default().set_fast("raw");
    let term = TextOptions::default().set_indexing_options(indexing("raw", IndexRecordOption::Basic));
    let term_and_column = term.clone().set_fast("raw");
    let number = NumericOptions::default().set_fast();

    let mut schema = Schema::builder();
    let filters = Filter::ALL.map(|filter| {
        let options = if filter == Filter::Tag { term.clone() } else { term_and_column.clone() };
        schema.add_text_field(filter.field_name(), options)
    });
    let fields = Fields {
        filters,
        course_id: schema.add_i64_field("course_id", number.clone().set_indexed()),
        share: schema.add_i64_field("share", number.clone()),
        advert: schema.add_i64_field("advert", number.clone()),
        listed_at: schema.add_i64_field("listed_at", number.clone()),
        updated_at: schema.add_i64_field("updated_at", number.clone()),
        featured_at: schema.add_i64_field("featured_at", number),
        title_key: schema.add_text_field("title_key", column.clone()),
        publisher_key: schema.add_text_field("publisher_key", column.clone()),
        tag_as_written: schema.add_text_field(Filter::Tag.column_name(), column),
        // Words arrive folded and repeated (see `document`): only the spaces are left to cut at.
        text: schema.add_text_field(
            "text",
            TextOptions::default().set_indexing_options(indexing("whitespace", IndexRecordOption::WithFreqs)),
        ),
    };
    (schema.build(), fields)
}

fn indexing(tokenizer: &str, record: IndexRecordOption) -> TextFieldIndexing {
    TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record).set_fieldnorms(false)
}
