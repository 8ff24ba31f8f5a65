//! Named moments at which a test stops the program to kill it right there. Only in builds with debug assertions, and
//! only where `COURSEHUB_TEST_FAULTS` names a folder; in a release build nothing of it is compiled.
//!
//! The test puts a file named after the moment into the folder ([`Moment::file`]). Whoever comes to that moment first
//! renames it to `reached` and waits for ever, or goes on and says afterwards that it has passed.

/// A moment at which a crash must lose nothing that was acknowledged and leave nothing half visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// A file is on its way into the staging folder.
    Spooling,
    /// Rows are written, and their transaction is not committed.
    BeforeCommit,
    /// The transaction is committed, and the client does not know yet.
    BeforeAnswer,
    /// A worker is at a job: the work is under way, or done and not noted.
    InJob,
    /// The index writes a commit.
    IndexCommit,
}

impl Moment {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Spooling, Self::BeforeCommit, Self::BeforeAnswer, Self::InJob, Self::IndexCommit];

    /// Name of the file that arms it.
    pub fn file(self) -> &'static str {
        match self {
            Self::Spooling => "spooling",
            Self::BeforeCommit => "before-commit",
            Self::BeforeAnswer => "before-answer",
            Self::InJob => "in-job",
            Self::IndexCommit => "index-commit",
        }
    }
}

#[cfg(debug_assertions)]
pub(crate) use armed::{pass, reach};

#[cfg(debug_assertions)]
mod armed {
    use std::fs;
    use std::path::PathBuf;
    use std::sync::LazyLock;

    use super::Moment;

    static FOLDER: LazyLock<Option<PathBuf>> =
        LazyLock::new(|| std::env::var_os("COURSEHUB_TEST_FAULTS").map(PathBuf::from));

    /// Stays here for ever if a test wants the program killed at this moment.
    pub(crate) async fn reach(moment: Moment) {
        if take(moment).is_some() {
            std::future::pending::<()>().await;
        }
    }

    /// Something that cannot be held up in its middle begins; the file `passed` appears when it has ended.
    pub(crate) fn pass(moment: Moment) -> Option<Passing> {
        take(moment).map(Passing)
    }

    /// Says at its end that the moment has passed.
    pub(crate) struct Passing(&'static PathBuf);

    impl Drop for Passing {
        fn drop(&mut self) {
            let _ = fs::write(self.0.join("passed"), "");
        }
    }

    /// Takes the file of an armed moment; only one can.
    fn take(moment: Moment) -> Option<&'static PathBuf> {
        let folder = FOLDER.as_ref()?;
        fs::rename(folder.join(moment.file()), folder.join("reached")).is_ok().then_some(folder)
    }
}

#[cfg(not(debug_assertions))]
#[expect(clippy::unused_async, reason = "as in a debug build")]
pub(crate) async fn reach(_: Moment) {}

#[cfg(not(debug_assertions))]
pub(crate) fn pass(_: Moment) -> Option<()> {
    None
}
