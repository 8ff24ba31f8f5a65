use image::{Rgb, RgbImage, Rgba, RgbaImage};

use super::*;

const SOURCES: [ImageFormat; 4] = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];

/// Left half red, right half blue, a green bar at the top: sides can be told apart after any turn.
fn sample(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 4) {
        (_, true) => Rgb([0, 200, 0]),
        (true, _) => Rgb([200, 0, 0]),
        (false, _) => Rgb([0, 0, 200]),
    }))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn read(picture: &Picture) -> DynamicImage {
    let expected = match picture.format {
        PictureFormat::Png => ImageFormat::Png,
        PictureFormat::Jpeg => ImageFormat::Jpeg,
    };
    assert_eq!(image::guess_format(&picture.bytes).unwrap(), expected);
    let read = image::load_from_memory(&picture.bytes).unwrap();
    assert_eq!(read.dimensions(), (picture.width, picture.height));
    read
}

/// Which of red, green, blue is strongest at a place.
fn strongest(picture: &DynamicImage, x: u32, y: u32) -> usize {
    let [red, green, blue, _] = picture.get_pixel(x, y).0;
    [red, green, blue].iter().enumerate().max_by_key(|(_, value)| **value).unwrap().0
}

#[test]
fn each_format_comes_out_readable_with_its_colours() {
    for (source, expected) in SOURCES.into_iter().zip([
        PictureFormat::Png,
        PictureFormat::Jpeg,
        PictureFormat::Png,
        PictureFormat::Jpeg,
    ]) {
        let made = screenshot(&file(&sample(400, 300), source)).unwrap();
        assert_eq!(made.full.format, expected, "{source:?}");
        let full = read(&made.full);
        assert_eq!(full.dimensions(), (400, 300));
        assert_eq!(
            [strongest(&full, 200, 20), strongest(&full, 50, 200), strongest(&full, 350, 200)],
            [1, 0, 2]
        );
        assert_eq!(read(&made.thumbnail).dimensions(), (150, 113), "{source:?}");
        assert_eq!(read(&made.card).dimensions(), (400, 250), "{source:?}");
    }
}

#[test]
fn a_text_named_picture_and_other_files_are_refused() {
    for other in [
        &b""[..],
        b"This is a text file renamed to screenshot.png",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"BM\x46\x00\x00\x00\x00\x00\x00\x00",
        b"II*\x00\x08\x00\x00\x00",
    ] {
        assert_eq!(screenshot(other).unwrap_err(), PictureError::NotAPicture, "{other:?}");
    }
}

#[test]
fn a_picture_that_breaks_off_is_refused_as_damaged() {
    for source in SOURCES {
        let whole = file(&sample(300, 200), source);
        for keep in [10, 30, whole.len() / 2] {
            let refused = screenshot(&whole[..keep]);
            // Half a JPEG is still a picture to its decoder: grey below.
            if source != ImageFormat::Jpeg || keep < 100 {
                let error = refused.unwrap_err();
                assert!(
                    matches!(error, PictureError::Damaged { .. } | PictureError::NotAPicture),
                    "{source:?} {keep}: {error}"
                );
            }
        }
    }
}

/// A small picture whose header claims other dimensions, cut off behind it: decoding it could only fail, so a
/// refusal for its dimensions shows that they were looked at first.
fn claiming(source: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = file(&sample(16, 16), source);
    let (wide, high) = (u16::try_from(width).unwrap(), u16::try_from(height).unwrap());
    match source {
        ImageFormat::Png => {
            bytes[16..20].copy_from_slice(&width.to_be_bytes());
            bytes[20..24].copy_from_slice(&height.to_be_bytes());
            let checksum = crc32fast::hash(&bytes[12..29]);
            bytes[29..33].copy_from_slice(&checksum.to_be_bytes());
        }
        ImageFormat::Jpeg => {
            let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
            bytes[frame + 5..frame + 7].copy_from_slice(&high.to_be_bytes());
            bytes[frame + 7..frame + 9].copy_from_slice(&wide.to_be_bytes());
        }
        ImageFormat::Gif => {
            bytes[6..8].copy_from_slice(&wide.to_le_bytes());
            bytes[8..10].copy_from_slice(&high.to_le_bytes());
        }
        ImageFormat::WebP => {
            // Lossless: after the signature byte 14 bits each, less one.
            let signature = bytes.windows(4).position(|tag| tag == b"VP8L").unwrap() + 8;
            let packed = (width - 1) | (height - 1) << 14;
            let rest = bytes[signature + 4] & 0xf0;
            bytes[signature + 1..signature + 5].copy_from_slice(&packed.to_le_bytes());
            bytes[signature + 4] |= rest;
        }
        _ => unreachable!(),
    }
    bytes
}

#[test]
fn dimensions_beyond_the_limits_are_refused_before_anything_is_decoded() {
    for source in SOURCES {
        for (width, height) in [(8_001, 10), (10, 8_001), (16_000, 16_000), (7_000, 6_000)] {
            let error = screenshot(&claiming(source, width, height)).unwrap_err();
            assert_eq!(error, PictureError::TooManyPixels { width, height }, "{source:?}");
        }
    }
    let error = screenshot(&claiming(ImageFormat::Png, 60_000, 60_000)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the picture is 60000 × 60000 pixels; at most 8000 on a side and 40 million in all are taken"
    );
}

#[test]
fn a_file_of_too_many_bytes_is_not_looked_at() {
    let mut long = file(&sample(16, 16), ImageFormat::Png);
    long.resize(MAX_BYTES + 1, 0);
    assert_eq!(screenshot(&long).unwrap_err(), PictureError::TooManyBytes { size_bytes: 5_000_001 });
    long.truncate(MAX_BYTES);
    assert!(screenshot(&long).is_ok());
}

#[test]
fn large_pictures_become_smaller_and_small_ones_stay() {
    for ((width, height), full, thumbnail, card) in [
        ((3_000, 900), (2_560, 768), (150, 45), (640, 400)),
        ((900, 3_000), (768, 2_560), (45, 150), (640, 400)),
        ((5_200, 700), (2_560, 345), (150, 20), (552, 345)),
        ((2_560, 100), (2_560, 100), (150, 6), (160, 100)),
        ((640, 400), (640, 400), (150, 94), (640, 400)),
        ((100, 100), (100, 100), (100, 100), (100, 62)),
        ((1, 1), (1, 1), (1, 1), (1, 1)),
        ((8_000, 1), (2_560, 1), (150, 1), (1, 1)),
    ] {
        let black = DynamicImage::ImageLuma8(image::GrayImage::new(width, height));
        let made = screenshot(&file(&black, ImageFormat::Png)).unwrap();
        let sizes = [&made.full, &made.thumbnail, &made.card].map(|picture| (picture.width, picture.height));
        assert_eq!(sizes, [full, thumbnail, card], "{width} × {height}");
    }
}

#[test]
fn transparency_survives_and_sixteen_bits_become_eight() {
    let glass = DynamicImage::ImageRgba8(RgbaImage::from_pixel(40, 40, Rgba([10, 20, 30, 0])));
    for source in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let made = screenshot(&file(&glass, source)).unwrap();
        assert_eq!(made.full.format, PictureFormat::Png, "{source:?}");
        assert_eq!(read(&made.full).get_pixel(5, 5).0[3], 0, "{source:?}");
    }
    for deep in [
        DynamicImage::ImageRgb16(sample(40, 40).into_rgb16()),
        DynamicImage::ImageLuma16(sample(40, 40).into_luma16()),
        DynamicImage::ImageLumaA16(sample(40, 40).into_luma_alpha16()),
    ] {
        let made = screenshot(&file(&deep, ImageFormat::Png)).unwrap();
        assert_eq!(read(&made.full).color().bytes_per_pixel(), deep_as_8(&deep));
    }
}

fn deep_as_8(picture: &DynamicImage) -> u8 {
    match picture.color().channel_count() {
        1 => 1,
        // Grey with transparency becomes colour with transparency, which every browser shows.
        2 | 4 => 4,
        other => other,
    }
}

/// A JPEG with an EXIF block that holds the orientation (tag 0x0112) and a place somebody lives at.
fn with_exif(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"48.1371 N 11.5754 E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let plain = file(picture, ImageFormat::Jpeg);
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

#[test]
fn a_photograph_is_turned_as_its_camera_noted_and_the_note_is_dropped() {
    // Orientation 6: the camera was held so that the file must be turned right by 90 degrees; the green bar, at the
    // top of the file, is at the right afterwards.
    let made = screenshot(&with_exif(&sample(400, 200), 6)).unwrap();
    let full = read(&made.full);
    assert_eq!(full.dimensions(), (200, 400));
    assert_eq!(strongest(&full, 190, 200), 1, "green at the right");
    assert_eq!([strongest(&full, 50, 50), strongest(&full, 50, 350)], [0, 2]);
    assert_eq!(read(&screenshot(&with_exif(&sample(400, 200), 1)).unwrap().full).dimensions(), (400, 200));

    for picture in [&made.full, &made.thumbnail, &made.card] {
        for private in [&b"Exif"[..], b"48.1371"] {
            assert!(!picture.bytes.windows(private.len()).any(|window| window == private));
        }
    }
}

#[test]
fn what_is_hidden_behind_a_picture_does_not_survive() {
    for source in SOURCES {
        let mut carrier = file(&sample(64, 64), source);
        carrier.extend(b"<script>alert(document.domain)</script>");
        if let Ok(made) = screenshot(&carrier) {
            assert!(!made.full.bytes.windows(8).any(|window| window == b"<script>"), "{source:?}");
        }
    }
}

#[tokio::test]
async fn many_at_once_wait_for_each_other() {
    let pictures = Pictures::new(2);
    let bytes = Bytes::from(file(&sample(300, 200), ImageFormat::Png));
    let made = futures_util::future::join_all((0..6).map(|_| pictures.screenshot(bytes.clone()))).await;
    assert!(made.iter().all(|made| made == &made_once(&bytes)));
    assert_eq!(pictures.0.available_permits(), 2);
}

fn made_once(bytes: &Bytes) -> Result<Screenshot, PictureError> {
    screenshot(bytes)
}
