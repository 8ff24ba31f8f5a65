//! The compositions: cover, course page, activities, patterns.

use super::canvas::{Canvas, around};
use super::motif::Motif;
use super::palette::{Palette, mix};
use super::{HEIGHT, WIDTH, font};
use crate::course::Course;

#[expect(clippy::cast_precision_loss, reason = "a thousand pixels")]
const WIDE: f32 = WIDTH as f32;
#[expect(clippy::cast_precision_loss, reason = "a thousand pixels")]
const HIGH: f32 = HEIGHT as f32;
const WHITE: [u8; 3] = [255; 3];

/// What can be written of a name: the name, or the other, or nothing.
fn drawable<'a>(name: &'a str, other: &'a str) -> &'a str {
    [name, other].into_iter().find(|text| font::can_draw(text)).unwrap_or_default()
}

/// Words put into lines of at most `width` letters; longer words are cut.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let word: String = word.chars().take(width).collect();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// The cover: the sign on a disc, the course's name beside it.
pub(super) fn cover(canvas: &mut Canvas, palette: &Palette, motif: Motif, course: &Course) {
    let centre = (WIDE * 0.77, HIGH * 0.46);
    canvas.disc(centre, 340.0, palette.tint);
    // Small discs around, elsewhere for each course.
    let seed = course.short_name.bytes().fold(7_u8, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte));
    for step in 0..9_u8 {
        let turns = f32::from(step) / 9.0 + f32::from(seed) / 256.0;
        let colour = if step % 3 == 0 { palette.second } else { palette.main };
        let place = around(centre, 372.0, turns);
        // Not where the name stands.
        if place.0 > 620.0 {
            canvas.disc(place, 9.0 + 3.0 * f32::from((seed >> (step % 5)) & 3), colour);
        }
    }
    motif.draw_in(canvas, centre, 240.0, palette, palette.tint);
    canvas.rectangle((0.0, HIGH - 64.0), WIDE, 64.0, palette.main);
    canvas.rectangle((0.0, HIGH - 76.0), WIDE, 12.0, palette.second);
    let title = drawable(&course.full_name, &course.short_name);
    let (dot, width) = if title.chars().count() > 34 { (5.0, 16) } else { (6.0, 13) };
    let lines = lines(title, width);
    let step = dot * 11.0;
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let mut y = (HIGH * 0.45 - step * lines.len() as f32 / 2.0).max(70.0);
    canvas.rectangle((64.0, y - 44.0), 120.0, 12.0, palette.second);
    for line in lines.iter().take(9) {
        canvas.text((64.0, y), dot, line, palette.ink);
        y += step;
    }
    canvas.text((64.0, HIGH - 44.0), 3.0, drawable(&course.creator, ""), WHITE);
}

/// The course page: a bar, the sections at the left, one card per section.
pub(super) fn page(canvas: &mut Canvas, palette: &Palette, motif: Motif, course: &Course) {
    canvas.rectangle((0.0, 0.0), WIDE, 96.0, palette.main);
    motif.draw(canvas, (56.0, 48.0), 32.0, (WHITE, palette.second), palette.main);
    let title: String = drawable(&course.full_name, &course.short_name).chars().take(42).collect();
    canvas.text((110.0, 36.0), 4.0, &title, WHITE);
    canvas.rectangle((0.0, 96.0), 260.0, HIGH - 96.0, palette.tint);
    let mut y = 120.0;
    for section in course.sections.iter().take(5) {
        canvas.disc((40.0, y + 20.0), 9.0, palette.second);
        let name: String = drawable(&section.name, "").chars().take(10).collect();
        if name.is_empty() {
            canvas.card((62.0, y + 12.0), 150.0, 16.0, 8.0, palette.main);
        } else {
            canvas.text((62.0, y + 10.0), 3.0, &name, palette.ink);
        }
        y += 56.0;
    }
    let mut y = 120.0;
    for section in course.sections.iter().take(5) {
        let activities = section.activities.len().clamp(1, 4);
        #[expect(clippy::cast_precision_loss, reason = "at most four")]
        let height = 66.0 + 40.0 * activities as f32;
        canvas.card((290.0, y), WIDE - 320.0, height, 14.0, WHITE);
        canvas.rectangle((290.0, y + 14.0), 8.0, height - 28.0, palette.second);
        let name: String = drawable(&section.name, "").chars().take(44).collect();
        if name.is_empty() {
            canvas.card((320.0, y + 26.0), 300.0, 18.0, 9.0, palette.tint);
        } else {
            canvas.text((320.0, y + 24.0), 3.0, &name, palette.ink);
        }
        let mut row = y + 62.0;
        for activity in section.activities.iter().take(4) {
            canvas.card((320.0, row), 26.0, 26.0, 6.0, palette.main);
            let name = activity.name();
            let name: String = drawable(&name, "").chars().take(48).collect();
            if name.is_empty() {
                canvas.card((362.0, row + 6.0), 420.0, 14.0, 7.0, palette.tint);
            } else {
                canvas.text((362.0, row + 5.0), 2.4, &name, mix(palette.ink, WHITE, 25));
            }
            row += 40.0;
        }
        y += height + 22.0;
    }
}

/// How many activities of each kind.
pub(super) fn activities(canvas: &mut Canvas, palette: &Palette, motif: Motif, course: &Course) {
    let faint = (palette.tint, mix(palette.second, WHITE, 60));
    motif.draw(canvas, (WIDE * 0.82, HIGH * 0.6), 260.0, faint, palette.paper);
    let mut counts: Vec<(&str, u16)> = Vec::new();
    for activity in course.activities() {
        match counts.iter_mut().find(|(module, _)| *module == activity.module()) {
            Some((_, count)) => *count += 1,
            None => counts.push((activity.module(), 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.truncate(8);
    let most = counts.first().map_or(1, |(_, count)| *count).max(1);
    canvas.text((64.0, 64.0), 5.0, drawable(&course.short_name, ""), palette.ink);
    canvas.rectangle((64.0, 116.0), 120.0, 12.0, palette.second);
    let mut y = 170.0;
    for (index, (module, count)) in counts.iter().enumerate() {
        canvas.text((64.0, y + 12.0), 3.0, module, palette.ink);
        let length = 560.0 * f32::from(*count) / f32::from(most);
        let colour = if index.is_multiple_of(2) { palette.main } else { palette.second };
        canvas.card((260.0, y), length.max(44.0), 44.0, 12.0, colour);
        canvas.text((260.0 + length.max(44.0) + 16.0, y + 10.0), 3.4, &count.to_string(), palette.ink);
        y += 72.0;
    }
}

/// The sign again and again, in changing colours.
pub(super) fn pattern(canvas: &mut Canvas, palette: &Palette, motif: Motif, number: u32) {
    let cell = [100.0, 80.0, 120.0][number as usize % 3];
    let mut row = 0_u16;
    loop {
        let y = cell * (f32::from(row) + 0.5);
        if y - cell > HIGH / 2.0 {
            return;
        }
        let shift = if row.is_multiple_of(2) { 0.0 } else { cell / 2.0 };
        for column in 0..9_u16 {
            let x = cell * (f32::from(column) + 0.5) - shift;
            match (u32::from(row) + u32::from(column) + number) % 3 {
                0 => {
                    canvas.disc((x, y), cell * 0.44, palette.main);
                    motif.draw(canvas, (x, y), cell * 0.25, (WHITE, palette.second), palette.main);
                }
                1 => {
                    canvas.disc((x, y), cell * 0.44, palette.tint);
                    motif.draw_in(canvas, (x, y), cell * 0.27, palette, palette.tint);
                }
                _ => {
                    canvas.disc((x, y), cell * 0.44, palette.second);
                    motif.draw(canvas, (x, y), cell * 0.25, (palette.ink, WHITE), palette.second);
                }
            }
        }
        row += 1;
    }
}
