//! `coursehub vocabulary`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Form;

#[derive(Debug, Subcommand)]
pub enum VocabularyCommand {
    /// All vocabularies
    List(Form),
    /// The terms of one, or one term
    Show {
        /// subject, level, audience, licence or the key of a facet
        vocabulary: String,
        /// A term's key, or its name
        term: Option<String>,
        /// Also terms that are retired or merged
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        form: Form,
    },
    /// Add a term
    Add {
        /// subject, level, audience, licence or the key of a facet
        vocabulary: String,
        /// Its name
        name: String,
        /// Language of the name
        #[arg(long, default_value = "en", value_name = "CODE")]
        lang: String,
        /// Its key [default: made of the name]
        #[arg(long)]
        key: Option<String>,
        /// The term it stands below
        #[arg(long, value_name = "TERM")]
        below: Option<String>,
        /// The classic code that old Moodles are told
        #[arg(long, value_name = "CODE")]
        classic: Option<String>,
        #[command(flatten)]
        licence: LicenceWords,
    },
    /// Name a term in one language; "" takes the name away
    Rename {
        /// subject, level, audience, licence or the key of a facet
        vocabulary: String,
        /// A term's key, or its name
        term: String,
        /// Its new name
        name: String,
        /// Language of the name
        #[arg(long, default_value = "en", value_name = "CODE")]
        lang: String,
    },
    /// Put a term elsewhere, with all below it
    Move {
        /// subject, level, audience, licence or the key of a facet
        vocabulary: String,
        /// A term's key, or its name
        term: String,
        #[command(flatten)]
        to: To,
    },
    /// No longer offer a term; courses that have it keep it
    Retire {
        /// subject, level, audience, licence or the key of a facet
        vocabulary: String,
        /// A term's key, or its name
        term: String,
    },
    /// Offer a term again that was retired or merged
    Restore {
        /// subject, level, audience, licence or the key of a facet
        vocabulary: String,
        /// A term's key
        term: String,
    },
    /// Let one term stand for another, now and for courses to come
    Merge {
        /// subject, level, audience, licence or the key of a facet
        vocabulary: String,
        /// The term that goes
        from: String,
        /// The term that stands for it
        into: String,
    },
    /// Say which classic code old Moodles are told for a term
    Map {
        /// subject, level, audience or licence
        vocabulary: String,
        /// A term's key, or its name
        term: String,
        /// The classic code; without one that of the term above
        classic: Option<String>,
    },
    /// Say what a licence allows
    Licence {
        /// A licence's key, or its name
        licence: String,
        #[command(flatten)]
        words: LicenceWords,
    },
    /// Facets of the hub's own, such as school-type
    #[command(subcommand, arg_required_else_help = true)]
    Facet(FacetCommand),
    /// Print what this hub made of the vocabularies, as JSON
    Export {
        /// Where to [default: standard output]
        file: Option<PathBuf>,
    },
    /// Take over what another hub exported
    Import {
        /// The JSON file
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum FacetCommand {
    /// Make a facet; courses get values of it by "coursehub course set ID facet.KEY VALUES"
    Add {
        /// Its key, such as school-type
        key: String,
        /// Its name
        name: String,
        /// Language of the name
        #[arg(long, default_value = "en", value_name = "CODE")]
        lang: String,
    },
    /// Name a facet in one language; "" takes the name away
    Rename {
        /// Its key
        key: String,
        /// Its new name
        name: String,
        /// Language of the name
        #[arg(long, default_value = "en", value_name = "CODE")]
        lang: String,
    },
    /// Put a facet at a place among the others
    Move {
        /// Its key
        key: String,
        /// Which place, from 1
        place: usize,
    },
    /// Remove a facet with its terms
    Remove {
        /// Its key
        key: String,
        /// Also when courses have values of it; they lose them
        #[arg(long)]
        force: bool,
    },
}

/// Where to.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct To {
    /// Directly before this term
    #[arg(long, value_name = "TERM")]
    pub before: Option<String>,
    /// Directly after this term
    #[arg(long, value_name = "TERM")]
    pub after: Option<String>,
    /// Below this term
    #[arg(long, value_name = "TERM")]
    pub below: Option<String>,
    /// Below none
    #[arg(long)]
    pub top: bool,
}

/// What is said of a licence.
#[derive(Debug, Args)]
pub struct LicenceWords {
    /// SPDX identifier of a licence, such as CC-BY-4.0
    #[arg(long, value_name = "ID")]
    pub spdx: Option<String>,
    /// Where a licence's text stands
    #[arg(long)]
    pub url: Option<String>,
    /// What a licence allows, separated by commas
    #[arg(long, value_enum, value_delimiter = ',')]
    pub allows: Option<Vec<Allows>>,
}

/// What licences may allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Allows {
    /// Anybody may use and share it
    Reuse,
    /// Also for money
    Commercial,
    /// Changed copies may be shared
    Derivatives,
}
