//! What stands for a field of study.

use super::canvas::{Canvas, Point, around};
use super::palette::{Colour, Palette};

/// A sign that fills a circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motif {
    Curve,
    Orbit,
    Flask,
    Leaf,
    Code,
    Gear,
    Bolt,
    House,
    Cross,
    Book,
    Bars,
    Bubbles,
    Columns,
    Rings,
    Board,
    Waves,
    Cup,
    Tangram,
}

/// Beginnings of subject keys and their signs; the longest that fits counts.
const SIGNS: [(&str, Motif); 25] = [
    ("field101", Motif::Orbit),
    ("field10101", Motif::Curve),
    ("field10105", Motif::Flask),
    ("field10107", Motif::Waves),
    ("field10109", Motif::Leaf),
    ("field102", Motif::Code),
    ("field103", Motif::Gear),
    ("field10313", Motif::Bolt),
    ("field104", Motif::House),
    ("field105", Motif::Leaf),
    ("field106", Motif::Cross),
    ("field107", Motif::Book),
    ("field108", Motif::Bars),
    ("field109", Motif::Columns),
    ("field10907", Motif::Rings),
    ("field10915", Motif::Bubbles),
    ("field1091523", Motif::Book),
    ("field10917", Motif::Rings),
    ("field10919", Motif::Bars),
    ("field10921", Motif::Board),
    ("field110", Motif::Waves),
    ("field11005", Motif::Tangram),
    ("field11007", Motif::Bubbles),
    ("field111", Motif::Cup),
    ("field112", Motif::Tangram),
];

impl Motif {
    /// The sign of a subject.
    pub(super) fn of(subject: &str) -> Self {
        SIGNS
            .iter()
            .filter(|(beginning, _)| subject.starts_with(beginning))
            .max_by_key(|(beginning, _)| beginning.len())
            .map_or(Self::Tangram, |(_, motif)| *motif)
    }

    /// Draws the sign around `centre`, at most `size` from it, in two colours; `ground` is what shines through.
    pub(super) fn draw(
        self,
        canvas: &mut Canvas,
        centre: Point,
        size: f32,
        colours: (Colour, Colour),
        ground: Colour,
    ) {
        let sign = Sign { centre, size, main: colours.0, second: colours.1, ground };
        match self {
            Self::Curve => sign.curve(canvas),
            Self::Orbit => sign.orbit(canvas),
            Self::Flask => sign.flask(canvas),
            Self::Leaf => sign.leaf(canvas),
            Self::Code => sign.code(canvas),
            Self::Gear => sign.gear(canvas),
            Self::Bolt => sign.bolt(canvas),
            Self::House => sign.house(canvas),
            Self::Cross => sign.cross(canvas),
            Self::Book => sign.book(canvas),
            Self::Bars => sign.bars(canvas),
            Self::Bubbles => sign.bubbles(canvas),
            Self::Columns => sign.columns(canvas),
            Self::Rings => sign.rings(canvas),
            Self::Board => sign.board(canvas),
            Self::Waves => sign.waves(canvas),
            Self::Cup => sign.cup(canvas),
            Self::Tangram => sign.tangram(canvas),
        }
    }

    /// Draws the sign in the palette's colours on `ground`.
    pub(super) fn draw_in(
        self,
        canvas: &mut Canvas,
        centre: Point,
        size: f32,
        palette: &Palette,
        ground: Colour,
    ) {
        self.draw(canvas, centre, size, (palette.main, palette.second), ground);
    }
}

struct Sign {
    centre: Point,
    size: f32,
    main: Colour,
    second: Colour,
    ground: Colour,
}

impl Sign {
    /// A point given in shares of the size.
    fn at(&self, x: f32, y: f32) -> Point {
        (self.centre.0 + x * self.size, self.centre.1 + y * self.size)
    }

    fn all<const N: usize>(&self, points: [(f32, f32); N]) -> [Point; N] {
        points.map(|(x, y)| self.at(x, y))
    }

    fn stroke<const N: usize>(
        &self,
        canvas: &mut Canvas,
        points: [(f32, f32); N],
        thickness: f32,
        colour: Colour,
    ) {
        canvas.stroke(&self.all(points), thickness * self.size, colour);
    }

    fn polygon<const N: usize>(&self, canvas: &mut Canvas, points: [(f32, f32); N], colour: Colour) {
        canvas.polygon(&self.all(points), colour);
    }

    fn disc(&self, canvas: &mut Canvas, x: f32, y: f32, radius: f32, colour: Colour) {
        canvas.disc(self.at(x, y), radius * self.size, colour);
    }

    fn curve(&self, canvas: &mut Canvas) {
        self.stroke(canvas, [(-0.8, -0.8), (-0.8, 0.75), (0.85, 0.75)], 0.06, self.main);
        let parabola: [(f32, f32); 17] = std::array::from_fn(|step| {
            let x = -0.7 + 0.09 * f32::from(u8::try_from(step).unwrap_or_default());
            (x, 0.55 - 1.9 * (x - 0.1) * (x - 0.1))
        });
        let visible: Vec<Point> =
            parabola.iter().filter(|point| point.1 > -0.85).map(|&(x, y)| self.at(x, y)).collect();
        canvas.stroke(&visible, 0.09 * self.size, self.second);
        for (x, y) in [(-0.45, 0.0), (0.1, 0.55), (0.62, 0.05)] {
            self.disc(canvas, x, y, 0.09, self.main);
        }
        self.stroke(canvas, [(-0.6, 0.5), (0.7, -0.55)], 0.05, self.main);
    }

    fn orbit(&self, canvas: &mut Canvas) {
        for share in [0.95, 0.7, 0.45] {
            let size = self.size * share;
            canvas.ring(self.centre, (size, size), self.size * 0.03, self.main);
        }
        self.disc(canvas, 0.0, 0.0, 0.24, self.second);
        for (share, turns, radius) in [(0.45, 0.1, 0.07), (0.7, 0.62, 0.11), (0.95, 0.85, 0.15)] {
            let place = around(self.centre, (share - 0.015) * self.size, turns);
            canvas.disc(place, radius * self.size, self.main);
        }
    }

    fn flask(&self, canvas: &mut Canvas) {
        let body = [(-0.2, -0.85), (0.2, -0.85), (0.2, -0.2), (0.75, 0.85), (-0.75, 0.85), (-0.2, -0.2)];
        self.polygon(canvas, body, self.main);
        self.polygon(canvas, [(-0.42, 0.3), (0.42, 0.3), (0.64, 0.76), (-0.64, 0.76)], self.second);
        self.polygon(
            canvas,
            [(-0.12, -0.77), (0.12, -0.77), (0.12, -0.12), (0.34, 0.3), (-0.34, 0.3), (-0.12, -0.12)],
            self.ground,
        );
        self.stroke(canvas, [(-0.3, -0.85), (0.3, -0.85)], 0.1, self.main);
        for (x, y, radius) in [(-0.1, 0.5, 0.07), (0.18, 0.6, 0.05), (0.05, 0.1, 0.06), (-0.05, -0.3, 0.04)] {
            self.disc(canvas, x, y, radius, self.main);
        }
    }

    fn leaf(&self, canvas: &mut Canvas) {
        // Two arcs between the tip and the stalk.
        let half = |side: f32| -> Vec<Point> {
            (0..=12_u8)
                .map(|step| {
                    let along = f32::from(step) / 12.0;
                    let bulge = side * 2.0 * along * (1.0 - along);
                    self.at(-0.7 + 1.5 * along - bulge * 0.62, 0.7 - 1.5 * along - bulge * 0.62)
                })
                .collect()
        };
        let stalk = self.at(-0.7, 0.7);
        for (side, colour) in [(1.0, self.main), (-1.0, self.second)] {
            let mut outline = half(side);
            outline.push(stalk);
            canvas.polygon(&outline, colour);
        }
        self.stroke(canvas, [(-0.92, 0.92), (0.66, -0.66)], 0.05, self.ground);
        for along in [-0.3, 0.0, 0.3] {
            self.stroke(canvas, [(along, -along), (along - 0.02, -along - 0.38)], 0.035, self.ground);
            self.stroke(canvas, [(along, -along), (along + 0.38, -along + 0.02)], 0.035, self.ground);
        }
    }

    fn code(&self, canvas: &mut Canvas) {
        self.stroke(canvas, [(-0.45, -0.55), (-0.9, 0.0), (-0.45, 0.55)], 0.16, self.main);
        self.stroke(canvas, [(0.45, -0.55), (0.9, 0.0), (0.45, 0.55)], 0.16, self.main);
        self.stroke(canvas, [(0.18, -0.75), (-0.18, 0.75)], 0.14, self.second);
    }

    fn gear(&self, canvas: &mut Canvas) {
        for tooth in 0..8_u8 {
            let turns = f32::from(tooth) / 8.0;
            let corner = |radius: f32, offset: f32| around(self.centre, radius * self.size, turns + offset);
            canvas.polygon(
                &[corner(0.6, -0.045), corner(0.95, -0.032), corner(0.95, 0.032), corner(0.6, 0.045)],
                self.main,
            );
        }
        self.disc(canvas, 0.0, 0.0, 0.72, self.main);
        self.disc(canvas, 0.0, 0.0, 0.42, self.second);
        self.disc(canvas, 0.0, 0.0, 0.2, self.ground);
    }

    fn bolt(&self, canvas: &mut Canvas) {
        canvas.ring(self.centre, (0.95 * self.size, 0.95 * self.size), 0.09 * self.size, self.main);
        let flash = [(0.15, -0.7), (-0.45, 0.12), (-0.05, 0.12), (-0.18, 0.7), (0.45, -0.15), (0.05, -0.15)];
        self.polygon(canvas, flash, self.second);
    }

    fn house(&self, canvas: &mut Canvas) {
        self.polygon(canvas, [(-0.95, -0.05), (0.0, -0.85), (0.95, -0.05)], self.second);
        self.polygon(canvas, [(-0.7, -0.05), (0.7, -0.05), (0.7, 0.8), (-0.7, 0.8)], self.main);
        self.polygon(canvas, [(-0.15, 0.3), (0.15, 0.3), (0.15, 0.8), (-0.15, 0.8)], self.ground);
        for x in [-0.5, 0.3] {
            self.polygon(canvas, [(x, 0.12), (x + 0.2, 0.12), (x + 0.2, 0.36), (x, 0.36)], self.ground);
        }
    }

    fn cross(&self, canvas: &mut Canvas) {
        self.disc(canvas, 0.0, 0.0, 0.95, self.main);
        let arms = [(-0.2, -0.6), (0.2, -0.6), (0.2, 0.6), (-0.2, 0.6)];
        self.polygon(canvas, arms, self.ground);
        self.polygon(canvas, arms.map(|(x, y)| (y, x)), self.ground);
        let pulse = [(-0.9, 0.0), (-0.3, 0.0), (-0.15, -0.28), (0.08, 0.3), (0.24, 0.0), (0.9, 0.0)];
        self.stroke(canvas, pulse, 0.07, self.second);
    }

    fn book(&self, canvas: &mut Canvas) {
        self.polygon(canvas, [(0.0, -0.45), (-0.9, -0.65), (-0.9, 0.5), (0.0, 0.7)], self.main);
        self.polygon(canvas, [(0.0, -0.45), (0.9, -0.65), (0.9, 0.5), (0.0, 0.7)], self.second);
        for row in [-0.3, -0.08, 0.14, 0.36] {
            self.stroke(canvas, [(-0.75, row - 0.12), (-0.15, row + 0.02)], 0.045, self.ground);
            self.stroke(canvas, [(0.75, row - 0.12), (0.15, row + 0.02)], 0.045, self.ground);
        }
    }

    fn bars(&self, canvas: &mut Canvas) {
        for (x, top) in [(-0.8, 0.35), (-0.38, 0.05), (0.04, 0.2), (0.46, -0.35)] {
            self.polygon(canvas, [(x, top), (x + 0.32, top), (x + 0.32, 0.8), (x, 0.8)], self.main);
        }
        self.stroke(canvas, [(-0.75, 0.0), (-0.25, -0.35), (0.15, -0.2), (0.75, -0.8)], 0.08, self.second);
        self.polygon(canvas, [(0.9, -0.95), (0.84, -0.6), (0.55, -0.86)], self.second);
    }

    fn bubbles(&self, canvas: &mut Canvas) {
        let card = |canvas: &mut Canvas, x: f32, y: f32, colour| {
            canvas.card(self.at(x, y), 1.25 * self.size, 0.8 * self.size, 0.2 * self.size, colour);
        };
        card(canvas, -0.95, -0.85, self.main);
        self.polygon(canvas, [(-0.7, -0.1), (-0.35, -0.1), (-0.75, 0.25)], self.main);
        card(canvas, -0.3, 0.0, self.second);
        self.polygon(canvas, [(0.35, 0.75), (0.7, 0.75), (0.75, 1.0)], self.second);
        for x in [-0.65, -0.33, -0.01] {
            self.disc(canvas, x, -0.45, 0.08, self.ground);
        }
        for (row, end) in [(0.27, 0.65), (0.5, 0.4)] {
            self.stroke(canvas, [(-0.05, row), (end, row)], 0.08, self.ground);
        }
    }

    fn columns(&self, canvas: &mut Canvas) {
        self.polygon(canvas, [(-0.95, -0.45), (0.0, -0.9), (0.95, -0.45)], self.second);
        for x in [-0.72, -0.3, 0.12, 0.54] {
            self.polygon(canvas, [(x, -0.32), (x + 0.18, -0.32), (x + 0.18, 0.5), (x, 0.5)], self.main);
        }
        self.polygon(canvas, [(-0.85, 0.55), (0.85, 0.55), (0.85, 0.68), (-0.85, 0.68)], self.main);
        self.polygon(canvas, [(-0.95, 0.72), (0.95, 0.72), (0.95, 0.86), (-0.95, 0.86)], self.main);
    }

    fn rings(&self, canvas: &mut Canvas) {
        for (index, (x, y)) in [(-0.35, -0.2), (0.35, -0.2), (0.0, 0.4)].into_iter().enumerate() {
            let colour = if index == 2 { self.second } else { self.main };
            canvas.ring(self.at(x, y), (0.55 * self.size, 0.55 * self.size), 0.1 * self.size, colour);
        }
        self.disc(canvas, 0.0, 0.0, 0.13, self.second);
    }

    fn board(&self, canvas: &mut Canvas) {
        self.polygon(canvas, [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)], self.second);
        for row in 0..6_u8 {
            for column in 0..6_u8 {
                if (row + column) % 2 == 1 {
                    let (x, y) = (-0.9 + 0.3 * f32::from(column), -0.9 + 0.3 * f32::from(row));
                    self.polygon(canvas, [(x, y), (x + 0.3, y), (x + 0.3, y + 0.3), (x, y + 0.3)], self.main);
                }
            }
        }
        self.disc(canvas, 0.15, -0.15, 0.2, self.ground);
        self.disc(canvas, -0.45, 0.45, 0.2, self.ground);
    }

    fn waves(&self, canvas: &mut Canvas) {
        self.disc(canvas, 0.2, -0.35, 0.45, self.second);
        for (row, colour) in [(0.05, self.main), (0.35, self.second), (0.65, self.main)] {
            let wave: [(f32, f32); 25] = std::array::from_fn(|step| {
                let along = f32::from(u8::try_from(step).unwrap_or_default()) / 24.0;
                let (_, height) = around((0.0, 0.0), 0.12, along * 2.0);
                (-0.9 + 1.8 * along, row + height)
            });
            self.stroke(canvas, wave, 0.14, colour);
        }
    }

    fn cup(&self, canvas: &mut Canvas) {
        canvas.ring(self.at(0.6, 0.2), (0.32 * self.size, 0.32 * self.size), 0.1 * self.size, self.main);
        self.polygon(canvas, [(-0.7, -0.25), (0.6, -0.25), (0.42, 0.7), (-0.52, 0.7)], self.main);
        self.stroke(canvas, [(-0.8, 0.82), (0.7, 0.82)], 0.1, self.second);
        for x in [-0.4, -0.05, 0.3] {
            self.stroke(
                canvas,
                [(x, -0.4), (x + 0.08, -0.55), (x - 0.04, -0.7), (x + 0.05, -0.88)],
                0.07,
                self.second,
            );
        }
    }

    fn tangram(&self, canvas: &mut Canvas) {
        self.polygon(canvas, [(-0.9, -0.9), (0.9, -0.9), (0.0, 0.0)], self.main);
        self.polygon(canvas, [(-0.9, -0.9), (0.0, 0.0), (-0.9, 0.9)], self.second);
        self.polygon(canvas, [(0.9, -0.9), (0.9, 0.0), (0.45, 0.45), (0.45, -0.45)], self.second);
        self.polygon(canvas, [(0.45, -0.4), (0.45, 0.45), (0.03, 0.03)], self.ground);
        self.polygon(canvas, [(0.0, 0.06), (0.43, 0.49), (0.0, 0.9), (-0.43, 0.49)], self.main);
        self.polygon(canvas, [(0.9, 0.06), (0.9, 0.9), (0.06, 0.9)], self.main);
        self.polygon(canvas, [(-0.48, 0.54), (-0.1, 0.9), (-0.84, 0.9)], self.ground);
    }
}
