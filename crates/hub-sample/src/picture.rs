//! Covers and screenshots of a course, painted from its colours and its subject.
//!
//! The pictures are flat shapes and a small bitmap font, so that no font file or drawing library is needed and the
//! bytes are the same every time. Number 1 is the cover, 2 looks like the course's page, 3 counts its activities,
//! from 4 on come patterns. Patterns are JPEG and half as wide and high, the others PNG: without optimisation the
//! JPEG encoder takes 0.2 s for a full one, the PNG encoder 0.03 s.

mod canvas;
mod font;
mod motif;
mod palette;
mod scene;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use crate::course::Course;
use canvas::Canvas;
use palette::Palette;

/// Width of a picture in pixels; a pattern has half.
pub const WIDTH: u32 = 1200;
/// Height of a picture in pixels; a pattern has half.
pub const HEIGHT: u32 = 800;
/// The first pattern among the pictures of a course.
const FIRST_PATTERN: u32 = 4;
/// Good enough for flat shapes, and a third of the size of the best.
const JPEG_QUALITY: u8 = 85;

/// A painted picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// A name for it; the extension tells the format.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The cover of a course: its first picture.
pub fn cover(course: &Course) -> Picture {
    screenshot(course, 1)
}

/// Picture `number` (from 1) of a course.
///
/// # Panics
/// Never: writing to memory cannot fail.
pub fn screenshot(course: &Course, number: u32) -> Picture {
    let canvas = paint(course, number);
    let (width, height) = canvas.size();
    let mut bytes = Vec::new();
    let (extension, written) = if number < FIRST_PATTERN {
        let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Up);
        ("png", encoder.write_image(canvas.pixels(), width, height, ExtendedColorType::Rgb8))
    } else {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
        ("jpg", encoder.write_image(canvas.pixels(), width, height, ExtendedColorType::Rgb8))
    };
    written.expect("an image in memory can be written");
    Picture { file_name: format!("{}-{number}.{extension}", file_stem(&course.short_name)), bytes }
}

fn paint(course: &Course, number: u32) -> Canvas {
    let palette = Palette::of(course);
    let motif = motif::Motif::of(&course.subject);
    let part = if number < FIRST_PATTERN { 1 } else { 2 };
    let mut canvas = Canvas::new(WIDTH / part, HEIGHT / part, palette.paper);
    match number {
        0 | 1 => scene::cover(&mut canvas, &palette, motif, course),
        2 => scene::page(&mut canvas, &palette, motif, course),
        3 => scene::activities(&mut canvas, &palette, motif, course),
        more => scene::pattern(&mut canvas, &palette, motif, more),
    }
    canvas
}

/// A short name as a file name: letters and digits of ASCII in lower case, the rest as hyphens.
fn file_stem(short_name: &str) -> String {
    let stem: String = short_name
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() { character.to_ascii_lowercase() } else { '-' })
        .collect();
    if stem.chars().any(char::is_alphanumeric) { stem } else { "course".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Section;

    fn course(subject: &str) -> Course {
        Course::new("BOT-1", "Botany für alle", "de")
            .subject(subject)
            .section(Section::new("Leaves").page("A leaf", "").page("Two", "").forum("Ask", ""))
    }

    #[test]
    fn the_same_course_gives_the_same_picture() {
        for number in 1..=4 {
            assert!(
                screenshot(&course("field1010901"), number) == screenshot(&course("field1010901"), number)
            );
        }
    }

    #[test]
    fn the_pictures_of_a_course_differ_and_have_the_promised_size() {
        let pictures: Vec<_> = (1..=4).map(|number| screenshot(&course("field1010901"), number)).collect();
        for (index, picture) in pictures.iter().enumerate() {
            assert!(pictures[..index].iter().all(|other| other.bytes != picture.bytes));
            let read = image::load_from_memory(&picture.bytes).unwrap();
            let part = if index < 3 { 1 } else { 2 };
            assert_eq!((read.width(), read.height()), (WIDTH / part, HEIGHT / part));
            // The classic publication form takes at most a million bytes (classic protocol notes, section 7.1).
            assert!(picture.bytes.len() < 400_000, "{} has {}", picture.file_name, picture.bytes.len());
        }
        assert_eq!(pictures[0].file_name, "bot-1-1.png");
        assert_eq!(pictures[3].file_name, "bot-1-4.jpg");
    }

    #[test]
    fn every_field_of_study_has_its_own_cover() {
        let mut seen = std::collections::BTreeSet::new();
        for field in 1..=12 {
            assert!(
                seen.insert(paint(&course(&format!("field1{field:02}")), 1).pixels().to_vec()),
                "{field}"
            );
        }
    }

    #[test]
    fn a_name_without_latin_letters_still_has_a_cover() {
        let course = Course::new("数学", "线性方程", "zh");
        assert_eq!(cover(&course).file_name, "course-1.png");
    }
}
