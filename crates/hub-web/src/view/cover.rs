//! Covers for courses without a picture: drawn from the title, so that the same course looks the same everywhere and
//! two courses rarely look alike. Colours stand in attributes of the drawing, since the pages allow no inline style.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::html::Drawing;

/// Ground, shape and second shape: the cloths of a library's shelves. All are quiet in light and dark surroundings.
const CLOTHS: [[&str; 3]; 12] = [
    ["#dfe9e4", "#2f6f66", "#8fb8ab"],
    ["#f1e4cf", "#a8642a", "#dba86b"],
    ["#e3e6f0", "#3f5184", "#97a5cb"],
    ["#f0dcd6", "#96433a", "#d3968a"],
    ["#e8ead3", "#5f6b25", "#aeb771"],
    ["#e9dfec", "#6b4479", "#b493bf"],
    ["#d7e7ee", "#1f6484", "#7fb2c8"],
    ["#f4e7da", "#7a4b2c", "#c79a74"],
    ["#dcebdc", "#356b3b", "#8fbd91"],
    ["#efe0e6", "#8a3a5c", "#cb8fa8"],
    ["#e6e4dd", "#4c4a42", "#a29e90"],
    ["#f3ebc9", "#85690f", "#ceb14d"],
];

/// Width and height of the drawing in its own points, 16:9.
const SIZE: (u32, u32) = (320, 180);

/// The cover of a title.
pub fn cover(title: &str) -> Drawing {
    let seed = Sha256::digest(title.trim().to_lowercase().as_bytes());
    let [ground, shape, second] = CLOTHS[usize::from(seed[0]) % CLOTHS.len()];
    let mut svg = format!(
        r#"<svg class="cover" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><path fill="{ground}" d="M0 0h{0}v{1}H0z"/>"#,
        SIZE.0, SIZE.1
    );
    let mirrored = seed[31] % 2 == 1;
    if mirrored {
        svg.push_str(r#"<g transform="matrix(-1 0 0 1 320 0)">"#);
    }
    let number = |at: usize, below: u32| u32::from(seed[at]) * below / 256;
    match seed[1] % 6 {
        0 => hills(&mut svg, shape, second, &number),
        1 => discs(&mut svg, shape, second, &number),
        2 => leaves(&mut svg, shape, second, &number),
        3 => waves(&mut svg, shape, second, &number),
        4 => tiles(&mut svg, shape, second, &seed[2..]),
        _ => arches(&mut svg, shape, second, &number),
    }
    svg.push_str(if mirrored { "</g></svg>" } else { "</svg>" });
    Drawing(svg)
}

fn hills(svg: &mut String, shape: &str, second: &str, number: &dyn Fn(usize, u32) -> u32) {
    let (sun, left, right) = (60 + number(2, 200), 60 + number(3, 60), 50 + number(4, 60));
    let _ = write!(
        svg,
        r#"<circle cx="{sun}" cy="{}" r="{}" fill="{second}"/><path fill="{second}" d="M0 {left}Q90 {} 190 {}T320 {right}V180H0z" opacity=".75"/><path fill="{shape}" d="M0 {}Q110 {} 200 {}T320 {}V180H0z"/>"#,
        40 + number(5, 30),
        18 + number(6, 14),
        left - 30,
        left + 20,
        right + 50,
        right + 5,
        left + 60,
        left + 20,
    );
}

fn discs(svg: &mut String, shape: &str, second: &str, number: &dyn Fn(usize, u32) -> u32) {
    let (x, y) = (90 + number(2, 140), 60 + number(3, 60));
    for (ring, radius) in [96, 74, 52, 30].into_iter().enumerate() {
        let (fill, opacity) = if ring % 2 == 0 { (second, ".55") } else { (shape, ".9") };
        let _ = write!(svg, r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" opacity="{opacity}"/>"#);
    }
    let _ = write!(svg, r#"<circle cx="{}" cy="{}" r="12" fill="{shape}"/>"#, 320 - x / 3, 180 - y / 3);
}

fn leaves(svg: &mut String, shape: &str, second: &str, number: &dyn Fn(usize, u32) -> u32) {
    let lean = number(2, 40);
    let _ = write!(
        svg,
        r#"<path d="M{} 190Q{} 100 {} 10" fill="none" stroke="{shape}" stroke-width="4"/>"#,
        140 + lean / 2,
        150 - lean / 2,
        165 + lean
    );
    for pair in 0..4 {
        let y = 150 - pair * 36;
        let x = 150 + pair * lean / 8;
        let long = 66 - pair * 9;
        let _ = write!(
            svg,
            r#"<path fill="{second}" d="M{x} {y}q{} {} {} 0q{} 18 {long} 0z"/><path fill="{shape}" d="M{x} {y}q{} -34 {long} -22q-12 28 -{long} 22z"/>"#,
            -i64::from(long) / 2,
            -40,
            -i64::from(long),
            i64::from(long) / 2,
            long / 2,
        );
    }
}

fn waves(svg: &mut String, shape: &str, second: &str, number: &dyn Fn(usize, u32) -> u32) {
    let start = number(2, 50);
    for row in 0..5 {
        let y = 28 + row * 34;
        let (stroke, high) = if row % 2 == 0 { (second, 20) } else { (shape, 14 + start / 5) };
        let _ = write!(
            svg,
            r#"<path d="M-{start} {y}q30 -{high} 60 0t60 0 60 0 60 0 60 0 60 0 60 0" fill="none" stroke="{stroke}" stroke-width="{}" stroke-linecap="round"/>"#,
            if row % 2 == 0 { 12 } else { 5 },
        );
    }
}

fn tiles(svg: &mut String, shape: &str, second: &str, seed: &[u8]) {
    for tile in 0..15_u32 {
        let (x, y) = (tile % 5 * 64, tile / 5 * 60);
        let kind = seed[tile as usize] % 5;
        let fill = if seed[tile as usize] & 0x80 == 0 { shape } else { second };
        let path = match kind {
            0 => format!("M{x} {y}h64v60z"),
            1 => format!("M{x} {y}v60h64z"),
            2 => format!("M{x} {}a32 30 0 0 1 64 0z", y + 30),
            3 => format!("M{x} {}a32 30 0 0 0 64 0z", y + 30),
            _ => continue,
        };
        let _ = write!(svg, r#"<path fill="{fill}" d="{path}"/>"#);
    }
}

fn arches(svg: &mut String, shape: &str, second: &str, number: &dyn Fn(usize, u32) -> u32) {
    for arch in 0..4_u32 {
        let x = 8 + arch * 78;
        let high = 60 + number(2 + arch as usize, 80);
        let (outer, inner) = if number(8, 8) % 4 == arch { (second, shape) } else { (shape, second) };
        let _ = write!(
            svg,
            r#"<path fill="{outer}" d="M{x} 180v-{high}a35 35 0 0 1 70 0v{high}z"/><path fill="{inner}" opacity=".8" d="M{} 180v-{}a19 19 0 0 1 38 0v{}z"/>"#,
            x + 16,
            high - 14,
            high - 14,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_always_has_the_same_cover_and_another_title_another() {
        assert_eq!(cover("Botany"), cover(" botany "));
        assert_ne!(cover("Botany"), cover("Algebra"));
    }

    #[test]
    fn every_pattern_is_drawn_within_its_types() {
        for number in 0..600 {
            let svg = cover(&format!("Course {number}")).to_string();
            assert!(svg.ends_with("</svg>") && !svg.contains("style"), "{svg}");
        }
    }
}
