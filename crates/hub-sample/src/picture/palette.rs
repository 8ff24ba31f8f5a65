//! The colours of a course.

use crate::course::Course;

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// Five colours that go together, all from two.
pub(super) struct Palette {
    pub(super) paper: Colour,
    pub(super) tint: Colour,
    pub(super) main: Colour,
    pub(super) second: Colour,
    pub(super) ink: Colour,
}

/// Main and second colour of each field of study, `field101` to `field112`.
const FIELDS: [(u32, u32); 12] = [
    (0x1f_6f_8b, 0xf2_b1_34),
    (0x2b_3a_67, 0x3e_d6_b5),
    (0x3d_5a_80, 0xee_6c_4d),
    (0x6b_4f_3a, 0xe0_b0_5c),
    (0x3a_7d_44, 0xf0_c8_08),
    (0xb2_3a_48, 0x8f_d1_cc),
    (0x5b_4b_8a, 0xff_b8_6b),
    (0x1d_4e_5f, 0x9b_c5_3d),
    (0x7a_3e_65, 0xf3_c1_4b),
    (0xc4_45_36, 0x4d_9d_e0),
    (0xa6_3d_2f, 0xf6_d5_5c),
    (0x44_5e_93, 0xf5_8f_29),
];

impl Palette {
    /// The colours of a course: its own, or those of its field of study.
    pub(super) fn of(course: &Course) -> Self {
        let field = course.subject.get(6..8).and_then(|digits| digits.parse::<usize>().ok()).unwrap_or(12);
        let (main, second) = course.colours.unwrap_or(FIELDS[field.clamp(1, 12) - 1]);
        let (main, second) = (colour(main), colour(second));
        Self {
            paper: mix(main, [255; 3], 90),
            tint: mix(main, [255; 3], 72),
            main,
            second,
            ink: mix(main, [0; 3], 60),
        }
    }
}

fn colour(rgb: u32) -> Colour {
    let [_, red, green, blue] = rgb.to_be_bytes();
    [red, green, blue]
}

/// `share` percent of `other` in `colour`.
pub(super) fn mix(colour: Colour, other: Colour, share: u16) -> Colour {
    std::array::from_fn(|part| {
        let mixed = (u16::from(colour[part]) * (100 - share) + u16::from(other[part]) * share) / 100;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    })
}
