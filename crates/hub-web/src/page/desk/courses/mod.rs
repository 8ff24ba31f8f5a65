//! Staff's list of all publications, what is done to many at once, and the page of each.

pub mod acts;
pub mod batch;
pub mod edit;
pub mod filter;
pub mod history;
pub mod list;
pub mod pictures;
pub mod version;

/// Where the list stands, below the hub's path.
pub const LIST: &str = "/admin/courses";

/// Where the page of a version stands, below the hub's path.
pub fn path_of(id: hub_core::VersionId) -> String {
    format!("{LIST}/{id}")
}
