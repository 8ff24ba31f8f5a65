//! Flat shapes, filled line by line. A line of a shape is copied at once, so that painting is quick even without
//! optimisation.

use super::font;
use super::palette::Colour;

/// A place in pixels from the upper left.
pub(super) type Point = (f32, f32);

/// Where one paints.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "places are within a few thousand pixels and clamped before they become indices"
)]
impl Canvas {
    /// A canvas of one colour.
    pub(super) fn new(width: u32, height: u32, colour: Colour) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self { width, height, pixels: colour.repeat(width * height) }
    }

    /// Width and height in pixels.
    pub(super) fn size(&self) -> (u32, u32) {
        (self.width as u32, self.height as u32)
    }

    /// Three bytes a pixel, line by line.
    pub(super) fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Fills each line between `top` and `bottom` where `spans` says.
    fn fill(&mut self, top: f32, bottom: f32, colour: Colour, spans: impl Fn(f32) -> Vec<(f32, f32)>) {
        let solid = colour.repeat(self.width);
        let first = top.floor().max(0.0) as usize;
        let last = (bottom.ceil().max(0.0) as usize).min(self.height);
        for line in first..last {
            for (from, to) in spans(line as f32 + 0.5) {
                self.span(line, from, to, colour, &solid);
            }
        }
    }

    /// One piece of a line; pixels at its ends are mixed by how much of them is covered.
    fn span(&mut self, line: usize, from: f32, to: f32, colour: Colour, solid: &[u8]) {
        let (from, to) = (from.max(0.0), to.min(self.width as f32));
        if from >= to {
            return;
        }
        let (first, last) = (from.ceil() as usize, to.floor() as usize);
        if first > last {
            self.blend(line, last, to - from, colour);
            return;
        }
        let start = line * self.width;
        self.pixels[(start + first) * 3..(start + last) * 3].copy_from_slice(&solid[first * 3..last * 3]);
        if first > 0 {
            self.blend(line, first - 1, first as f32 - from, colour);
        }
        self.blend(line, last, to - last as f32, colour);
    }

    fn blend(&mut self, line: usize, column: usize, share: f32, colour: Colour) {
        if column >= self.width || share <= 0.0 {
            return;
        }
        let at = (line * self.width + column) * 3;
        for (part, value) in self.pixels[at..at + 3].iter_mut().zip(colour) {
            *part = (f32::from(*part) * (1.0 - share) + f32::from(value) * share).round() as u8;
        }
    }

    /// A rectangle.
    pub(super) fn rectangle(&mut self, (x, y): Point, width: f32, height: f32, colour: Colour) {
        self.fill(y, y + height, colour, |_| vec![(x, x + width)]);
    }

    /// A rectangle with round corners.
    pub(super) fn card(&mut self, (x, y): Point, width: f32, height: f32, radius: f32, colour: Colour) {
        self.fill(y, y + height, colour, |line| {
            let outside = (y + radius - line).max(line - (y + height - radius)).max(0.0);
            let inset = radius - (radius * radius - outside * outside).max(0.0).sqrt();
            vec![(x + inset, x + width - inset)]
        });
    }

    /// A full ellipse.
    pub(super) fn ellipse(&mut self, (x, y): Point, (wide, high): Point, colour: Colour) {
        self.fill(y - high, y + high, colour, |line| {
            let half = half_width(line - y, wide, high);
            vec![(x - half, x + half)]
        });
    }

    /// A full circle.
    pub(super) fn disc(&mut self, centre: Point, radius: f32, colour: Colour) {
        self.ellipse(centre, (radius, radius), colour);
    }

    /// The line of an ellipse.
    pub(super) fn ring(&mut self, (x, y): Point, (wide, high): Point, thickness: f32, colour: Colour) {
        self.fill(y - high, y + high, colour, |line| {
            let outer = half_width(line - y, wide, high);
            let inner = half_width(line - y, wide - thickness, high - thickness);
            vec![(x - outer, x - inner), (x + inner, x + outer)]
        });
    }

    /// A polygon; where it crosses itself it is empty.
    pub(super) fn polygon(&mut self, points: &[Point], colour: Colour) {
        let top = points.iter().map(|point| point.1).fold(f32::INFINITY, f32::min);
        let bottom = points.iter().map(|point| point.1).fold(f32::NEG_INFINITY, f32::max);
        self.fill(top, bottom, colour, |line| {
            let mut crossings: Vec<f32> = edges(points)
                .filter(|((_, y0), (_, y1))| (*y0 <= line) != (*y1 <= line))
                .map(|((x0, y0), (x1, y1))| x0 + (line - y0) / (y1 - y0) * (x1 - x0))
                .collect();
            crossings.sort_by(f32::total_cmp);
            crossings.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
        });
    }

    /// A thick line through points, with round joints.
    pub(super) fn stroke(&mut self, points: &[Point], thickness: f32, colour: Colour) {
        for pair in points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let length = ((x1 - x0).powi(2) + (y1 - y0).powi(2)).sqrt().max(0.01);
            let (across, down) = ((y1 - y0) / length * thickness / 2.0, (x1 - x0) / length * thickness / 2.0);
            let corners = [
                (x0 + across, y0 - down),
                (x1 + across, y1 - down),
                (x1 - across, y1 + down),
                (x0 - across, y0 + down),
            ];
            self.polygon(&corners, colour);
        }
        for &point in points {
            self.disc(point, thickness / 2.0, colour);
        }
    }

    /// One line of text whose letters are seven dots of `dot` pixels high; gives the width. What the font does not have
    /// is left out.
    pub(super) fn text(&mut self, (x, y): Point, dot: f32, text: &str, colour: Colour) -> f32 {
        let mut at = x;
        for glyph in font::glyphs(text) {
            for (row, column) in glyph.dots() {
                self.rectangle((at + column * dot, y + row * dot), dot, dot, colour);
            }
            at += font::ADVANCE * dot;
        }
        at - x
    }
}

fn edges(points: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    points.iter().copied().zip(points.iter().copied().cycle().skip(1))
}

/// Half the width of an ellipse at `distance` from its centre line; 0 outside.
fn half_width(distance: f32, wide: f32, high: f32) -> f32 {
    if high <= 0.0 || wide <= 0.0 {
        return 0.0;
    }
    wide * (1.0 - (distance / high).powi(2)).max(0.0).sqrt()
}

/// The point at `angle` (turns, clockwise from the right) and `radius` around a centre, rounded to a 64th of a pixel so
/// that every machine's sine gives the same picture.
pub(super) fn around((x, y): Point, radius: f32, turns: f32) -> Point {
    let (sine, cosine) = (turns * std::f32::consts::TAU).sin_cos();
    let round = |value: f32| (value * 64.0).round() / 64.0;
    (round(x + radius * cosine), round(y + radius * sine))
}
