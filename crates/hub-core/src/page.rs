//! Pages that staff writes.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// Who is responsible for the hub.
    Imprint,
    /// What visitors agree to.
    Terms,
    /// What the hub keeps of people.
    Privacy,
    /// What publishers agree to.
    Agreement,
}

impl Page {
    /// All, in the order they are linked.
    pub const ALL: [Self; 4] = [Self::Imprint, Self::Terms, Self::Privacy, Self::Agreement];
    /// Bytes of one language at most: some fifty printed pages.
    pub const MAX_BYTES: usize = 200_000;

    /// Its word in addresses, texts and the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Imprint => "imprint",
            Self::Terms => "terms",
            Self::Privacy => "privacy",
            Self::Agreement => "agreement",
        }
    }

    /// The reverse of [`Page::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}
