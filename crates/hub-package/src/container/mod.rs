//! The two containers. Each walks its members once, in the order of the bytes, and hands every file to the pass.

pub(crate) mod gzip;
pub(crate) mod inflate;
pub(crate) mod meter;
pub(crate) mod tar;
pub(crate) mod zip;

use std::io;

use crate::stop::Stop;

/// The contents of the member a container stands on. Every byte it gives is counted against the limits, and
/// its end is given only once sizes and checksums agree.
pub(crate) trait Body {
    /// The next bytes into `into`, zero at the end.
    fn read_some(&mut self, into: &mut [u8]) -> Result<usize, Stop>;
}

/// Reads a body to its end, so that damage and bombs are found in members nobody looks into.
pub(crate) fn drain(body: &mut dyn Body) -> Result<(), Stop> {
    let mut buffer = vec![0; 64 * 1024];
    while body.read_some(&mut buffer)? > 0 {}
    Ok(())
}

/// A body as a standard reader, for the XML parser. What stopped the body is kept here, because an
/// [`io::Error`] cannot carry it home.
pub(crate) struct BodyReader<'b> {
    body: &'b mut dyn Body,
    stop: Option<Stop>,
}

impl<'b> BodyReader<'b> {
    pub(crate) fn new(body: &'b mut dyn Body) -> Self {
        Self { body, stop: None }
    }

    /// Why the last read failed.
    pub(crate) fn take_stop(&mut self) -> Option<Stop> {
        self.stop.take()
    }
}

impl io::Read for BodyReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.body.read_some(into).map_err(|stop| {
            self.stop = Some(stop);
            io::Error::other("the member could not be read to its end")
        })
    }
}
