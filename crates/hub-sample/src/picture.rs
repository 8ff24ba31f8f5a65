//! Covers and screenshots of a course, painted from its colours.

use image::{ImageFormat, Rgb, RgbImage};

use crate::course::Course;

/// A painted picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// A name for it, with extension.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The cover of a course.
pub fn cover(course: &Course) -> Picture {
    screenshot(course, 1)
}

/// Screenshot `number` (from 1) of a course.
///
/// # Panics
/// Never: writing to memory cannot fail.
pub fn screenshot(course: &Course, number: u32) -> Picture {
    let (main, _) = course.colours.unwrap_or((0x30_60_90, 0xf0_c0_40));
    let [_, red, green, blue] = main.to_be_bytes();
    let image = RgbImage::from_pixel(300, 200, Rgb([red, green, blue]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Png).expect("an image in memory can be written as PNG");
    Picture { file_name: format!("screenshot-{number}.png"), bytes: bytes.into_inner() }
}
