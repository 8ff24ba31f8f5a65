//! Counts what a package produces.

use crate::code::Code;
use crate::limits::Limits;
use crate::stop::Stop;

/// The running totals of one pass. Every inflated byte goes through [`Meter::produced`] before anybody sees it.
#[derive(Debug)]
pub(crate) struct Meter<'l> {
    limits: &'l Limits,
    cap: u64,
    total: u64,
    contents: u64,
    piece: u64,
    piece_began_at: u64,
}

impl<'l> Meter<'l> {
    /// For an upload of `upload_bytes`.
    pub(crate) fn new(limits: &'l Limits, upload_bytes: u64) -> Self {
        let cap = limits.unpacked_for(upload_bytes);
        Self { limits, cap, total: 0, contents: 0, piece: 0, piece_began_at: 0 }
    }

    /// What may be produced in all.
    pub(crate) fn cap(&self) -> u64 {
        self.cap
    }

    /// Contents of members so far, without what holds them together.
    pub(crate) fn contents(&self) -> u64 {
        self.contents
    }

    /// A member, or what follows the last one, begins after `consumed` compressed bytes.
    pub(crate) fn begin(&mut self, consumed: u64) {
        self.piece = 0;
        self.piece_began_at = consumed;
    }

    /// `count` bytes of the container's own structure or padding were produced.
    pub(crate) fn structure(&mut self, count: usize) -> Result<(), Stop> {
        self.total += count as u64;
        if self.total > self.cap {
            return Err(self.too_large("more than that was produced"));
        }
        Ok(())
    }

    /// `count` bytes of a member were produced, with `consumed` compressed bytes read so far.
    pub(crate) fn produced(&mut self, count: usize, consumed: u64) -> Result<(), Stop> {
        self.contents += count as u64;
        self.slack(count, consumed)
    }

    /// The same for bytes that belong to no member.
    pub(crate) fn slack(&mut self, count: usize, consumed: u64) -> Result<(), Stop> {
        self.structure(count)?;
        self.piece += count as u64;
        let consumed = consumed.saturating_sub(self.piece_began_at).max(1);
        if self.piece > self.limits.member_ratio_after
            && self.piece > consumed.saturating_mul(self.limits.member_ratio)
        {
            let evidence = format!(
                "{} bytes out of {consumed}; the limit is {}:1",
                self.piece, self.limits.member_ratio
            );
            return Err(Stop::refuse(Code::BombRatio, evidence));
        }
        Ok(())
    }

    /// The refusal for producing more than [`Meter::cap`].
    pub(crate) fn too_large(&self, measured: &str) -> Stop {
        Stop::refuse(Code::TooLargeUnpacked, format!("{measured}; the limit is {} bytes", self.cap))
    }
}
