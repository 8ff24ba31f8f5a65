//! AICC packages, which have no manifest but four files side by side (AICC CMI001, "CMI Guidelines for
//! Interoperability", section 5: course, descriptor, assignable unit and course structure).

/// Which of the four files stand at the root.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Aicc {
    seen: u8,
}

impl Aicc {
    const ENDINGS: [&str; 4] = [".crs", ".des", ".au", ".cst"];

    /// Notes a member by its name.
    pub(crate) fn note(&mut self, name: &str) {
        if name.contains('/') {
            return;
        }
        for (bit, ending) in Self::ENDINGS.iter().enumerate() {
            let at = name.len().saturating_sub(ending.len());
            if name.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(ending)) && at > 0 {
                self.seen |= 1 << bit;
            }
        }
    }

    /// All four are there.
    pub(crate) fn is_complete(self) -> bool {
        self.seen == 0b1111
    }
}
