//! What can be typed. Names and forms are stable: scripts depend on them.

mod course;
mod site;
mod vocabulary;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use hub_core::InvitationId;
use hub_core::rights::Role;

pub use course::{CourseCommand, State as CourseState};
pub use site::{SiteCommand, SiteDecision};
pub use vocabulary::{Allows, FacetCommand, LicenceWords, To, VocabularyCommand};

/// A hub where Moodle sites share courses.
#[derive(Debug, Parser)]
#[command(
    name = "coursehub",
    version,
    max_term_width = 100,
    propagate_version = false,
    arg_required_else_help = true
)]
pub struct Cli {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub command: Command,
}

/// Which hub is meant.
#[derive(Clone, Debug, Default, Args)]
pub struct Place {
    /// Folder of the hub's data [default: ./coursehub-data]
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// TOML file with what the process needs to start
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the hub
    Serve(Serve),
    /// Run a hub with example sites and courses in a temporary folder
    Demo(Demo),
    /// Say what is inside a course package, without a hub
    Inspect(Inspect),
    /// People who may sign in
    #[command(subcommand, arg_required_else_help = true)]
    Admin(AdminCommand),
    /// Registered Moodle sites
    #[command(subcommand, arg_required_else_help = true)]
    Site(SiteCommand),
    /// Published courses; an ID is the version's number that Moodle sites know
    #[command(subcommand, arg_required_else_help = true)]
    Course(CourseCommand),
    /// What the hub's staff decides: name, who may register, limits
    #[command(subcommand, arg_required_else_help = true)]
    Settings(SettingsCommand),
    /// Invitations for sites, on a hub whose registration is by invitation
    #[command(subcommand, arg_required_else_help = true)]
    Invitation(InvitationCommand),
    /// Subjects, levels, audiences, licences and the hub's own facets
    #[command(subcommand, arg_required_else_help = true)]
    Vocabulary(VocabularyCommand),
    /// Mails the hub has written
    #[command(subcommand, arg_required_else_help = true)]
    Mail(MailCommand),
    /// The record of who changed what
    #[command(subcommand, arg_required_else_help = true)]
    Audit(AuditCommand),
    /// The directory reader, who may read the hub's own information
    #[command(subcommand, arg_required_else_help = true)]
    Directory(DirectoryCommand),
    /// Look for what could be wrong with the hub, and say what to do
    Doctor(Doctor),
    /// Build the search index anew from the database
    Reindex,
    /// Bring the database to this version of the program
    Migrate,
    /// The configuration this process would start with
    #[command(subcommand, arg_required_else_help = true)]
    Config(ConfigCommand),
    /// Completions for a shell, on standard output
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// The manual page, on standard output
    Man,
}

#[derive(Clone, Debug, Default, Args)]
pub struct Serve {
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen: Option<SocketAddr>,
    /// The hub's public address, such as <https://hub.example.org/courses> [default: http:// and where it listens]
    #[arg(long, value_name = "PUBLIC_URL")]
    pub url: Option<String>,
}

#[derive(Debug, Args)]
pub struct Demo {
    /// Where to listen [default: 127.0.0.1:8080, or any free port if that is taken]
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen: Option<SocketAddr>,
}

#[derive(Debug, Args)]
pub struct Inspect {
    /// The package: .mbz, .zip or .tar.gz
    pub file: PathBuf,
    /// The whole report as JSON
    #[arg(long)]
    pub json: bool,
    /// Whether a Moodle of this release restores it, such as 4.5
    #[arg(long, value_name = "RELEASE")]
    pub on: Option<String>,
    /// A file that names the plug-ins installed there beside those of Moodle, such as qtype_stack, one a line
    #[arg(long, value_name = "FILE", requires = "on")]
    pub plugins: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// List the record, newest first
    List(AuditList),
}

#[derive(Debug, Args)]
pub struct AuditList {
    /// Words that stand in what it was before or after
    pub words: Vec<String>,
    /// Who did it: account:3, site:7, command_line, hub, or account for all people
    #[arg(long, value_name = "WHO")]
    pub by: Option<String>,
    /// What it was done to: site:7, version:12, account:3, hub, or site for all sites
    #[arg(long, value_name = "THING")]
    pub of: Option<String>,
    /// What the act's name begins with, such as site. or course.hidden
    #[arg(long)]
    pub act: Option<String>,
    /// Not before this day or moment, UTC
    #[arg(long, value_name = "TIME")]
    pub after: Option<String>,
    /// Before this day or moment, UTC
    #[arg(long, value_name = "TIME")]
    pub before: Option<String>,
    /// Lines at most
    #[arg(long, default_value_t = 100)]
    pub limit: usize,
    #[command(flatten)]
    pub form: Form,
}

/// How a list is printed.
#[derive(Clone, Copy, Debug, Args)]
pub struct Form {
    /// JSON instead of a table
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Make an account
    Create {
        /// Mail address, used to sign in
        email: String,
        /// What the account may do
        #[arg(long, value_enum, default_value_t = RoleName::Owner)]
        role: RoleName,
        /// Read the password from standard input: one line, at least 12 characters (setting password_min_chars)
        #[arg(long, required = true)]
        password_stdin: bool,
    },
    /// All accounts
    List(Form),
    /// Give an account another role
    SetRole {
        /// Mail address
        email: String,
        /// What the account may do
        #[arg(value_enum)]
        role: RoleName,
    },
    /// Let nobody sign in with an account, and end its sessions
    Suspend {
        /// Mail address
        email: String,
    },
    /// Let an account's person sign in again
    Resume {
        /// Mail address
        email: String,
    },
    /// Take the codes of an app off an account, for somebody who has lost phone and recovery codes
    ResetSecondFactor {
        /// Mail address
        email: String,
    },
    /// Give an account another password, read from standard input
    ResetPassword {
        /// Mail address
        email: String,
        /// Read the password from standard input (it is anyway, this only says so)
        #[arg(long)]
        password_stdin: bool,
    },
}

/// The roles, as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum RoleName {
    Owner,
    Admin,
    Moderator,
    Curator,
    Member,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Owner => Self::Owner,
            RoleName::Admin => Self::Admin,
            RoleName::Moderator => Self::Moderator,
            RoleName::Curator => Self::Curator,
            RoleName::Member => Self::Member,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum SettingsCommand {
    /// All settings with their values
    List(Form),
    /// One setting's value
    Get {
        /// The setting
        key: String,
    },
    /// Change a setting; takes effect at once, also in a running hub
    Set {
        /// The setting
        key: String,
        /// Its new value; of "logo" the path of a picture; "" empties
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum InvitationCommand {
    /// Make an invitation and print its code, which is shown this once
    Create {
        /// How many sites may register with it [default: any number]
        #[arg(long)]
        uses: Option<u32>,
        /// Days until it ends [default: never]
        #[arg(long)]
        days: Option<u32>,
        /// For whom it is
        #[arg(long, default_value = "")]
        note: String,
        #[command(flatten)]
        form: Form,
    },
    /// All invitations, newest first
    List(Form),
    /// Take an invitation back; sites that registered with it stay
    Revoke {
        /// Its number
        id: InvitationId,
    },
}

#[derive(Debug, Subcommand)]
pub enum MailCommand {
    /// Mails, newest first
    List(Form),
    /// One mail with its text
    Show {
        /// Its number
        id: i64,
        #[command(flatten)]
        form: Form,
    },
    /// Try a mail again that waits or is dead
    Retry {
        /// Its number
        id: i64,
    },
    /// Send a test mail now and say what the mail server answered
    Test {
        /// To whom
        address: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum DirectoryCommand {
    /// Issue the directory reader's token; the one before it ends
    Token,
}

#[derive(Debug, Args)]
pub struct Doctor {
    #[command(flatten)]
    pub form: Form,
}

#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Say whether the configuration is right
    Check,
    /// Print it with where each value comes from; passwords are masked
    Print,
}
