//! Pictures from strangers: decoded within limits and written anew, so that what we serve are pixels and nothing else.
//!
//! What a file is decides its first bytes, never its name. Metadata (places, cameras, comments, hidden attachments) does
//! not survive; the turn that a camera notes is applied first. Animations become their first picture.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView as _, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use tokio::sync::Semaphore;

/// Bytes of a file that is looked at. Classic clients send at most 1,000,000 (classic protocol notes, 7.1); browsers
/// may send what a telephone takes.
pub const MAX_BYTES: usize = 5_000_000;
/// Pixels of either side.
pub const MAX_SIDE: u32 = 8_000;
/// Pixels in all.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Bytes of the decoded picture: four for each pixel, so pictures with 16 bits a channel may have half as many.
const MAX_DECODED_BYTES: u64 = MAX_PIXELS * 4;
/// The longer side of what is kept as the full picture.
pub const FULL_SIDE: u32 = 2_560;
/// The box a thumbnail fits into (classic protocol notes, 7.2).
pub const THUMBNAIL_SIDE: u32 = 150;
/// The picture on a course card, cut to this shape.
pub const CARD_SIZE: (u32, u32) = (640, 400);
/// Longer side of the hub's logo: old clients show it as large as it is, and the classic hub's was never larger
/// (classic protocol notes, 7.2). Four times what our pages show.
pub const LOGO_SIDE: u32 = 150;
const JPEG_QUALITY: u8 = 85;

/// Why a picture was not taken; for whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// A larger file than looked at.
    #[error("the picture has {size_bytes} bytes; at most {MAX_BYTES} are taken")]
    TooManyBytes {
        /// What it has.
        size_bytes: usize,
    },
    /// Something else, whatever its name says.
    #[error("this is no picture; PNG, JPEG, GIF and WebP are taken")]
    NotAPicture,
    /// More pixels than decoded.
    #[error(
        "the picture is {width} × {height} pixels; at most {MAX_SIDE} on a side and 40 million in all are taken"
    )]
    TooManyPixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// It begins like a picture but cannot be read to its end.
    #[error("the picture is damaged: {detail}")]
    Damaged {
        /// What the decoder said.
        detail: String,
    },
}

/// What our pictures are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PictureFormat {
    /// For PNG and GIF sources, and everything with transparency.
    Png,
    /// For JPEG sources and WebP without transparency.
    Jpeg,
}

impl PictureFormat {
    /// Its `Content-Type`.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// One encoded picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub bytes: Bytes,
    /// What it is.
    pub format: PictureFormat,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// A screenshot in the sizes it is shown in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screenshot {
    /// The picture itself, at most [`FULL_SIDE`] on its longer side.
    pub full: Picture,
    /// All of it in a box of [`THUMBNAIL_SIDE`].
    pub thumbnail: Picture,
    /// Its middle in the shape of [`CARD_SIZE`], smaller if the picture is.
    pub card: Picture,
}

/// Where pictures are decoded: few at a time, off the async threads.
#[derive(Clone, Debug)]
pub struct Pictures(Arc<Semaphore>);

impl Pictures {
    /// Decodes at most `at_once` pictures at a time. The largest that is taken needs about 400 MB while it is being
    /// scaled, a usual screenshot 20.
    pub fn new(at_once: usize) -> Self {
        Self(Arc::new(Semaphore::new(at_once.max(1))))
    }

    /// Reads a picture and writes it anew in all sizes.
    pub async fn screenshot(&self, file: Bytes) -> Result<Screenshot, PictureError> {
        let permit = Arc::clone(&self.0).acquire_owned().await;
        let work = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            screenshot(&file)
        });
        Self::finished(work.await)
    }

    /// Reads a picture and writes it anew as a logo.
    pub async fn logo(&self, file: Bytes) -> Result<Picture, PictureError> {
        let permit = Arc::clone(&self.0).acquire_owned().await;
        let work = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            logo(&file)
        });
        Self::finished(work.await)
    }

    fn finished<T>(work: Result<Result<T, PictureError>, tokio::task::JoinError>) -> Result<T, PictureError> {
        // A decoder that panics over a stranger's file must not take the request's task with it.
        work.unwrap_or_else(|_| Err(PictureError::Damaged { detail: "the decoder gave up".to_owned() }))
    }
}

/// Reads a picture and writes it anew as a logo: PNG, so that it can be transparent, at most [`LOGO_SIDE`] on its
/// longer side. Blocking; a tenth of a second.
pub fn logo(file: &[u8]) -> Result<Picture, PictureError> {
    let (picture, _) = decode(file)?;
    encode(&fitting(picture, LOGO_SIDE), PictureFormat::Png)
}

/// Reads a picture and writes it anew in all sizes. Blocking; a tenth of a second for a usual screenshot.
pub fn screenshot(file: &[u8]) -> Result<Screenshot, PictureError> {
    let (picture, source) = decode(file)?;
    let format = match source {
        ImageFormat::Jpeg => PictureFormat::Jpeg,
        ImageFormat::WebP if !picture.has_alpha() => PictureFormat::Jpeg,
        _ => PictureFormat::Png,
    };
    let full = fitting(picture, FULL_SIDE);
    let card = covering(&full, CARD_SIZE);
    let thumbnail = fitting(full.clone(), THUMBNAIL_SIDE);
    Ok(Screenshot {
        full: encode(&full, format)?,
        thumbnail: encode(&thumbnail, format)?,
        card: encode(&card, format)?,
    })
}

/// Looks at the header first; nothing is allocated for pixels before their number is known to be allowed.
fn decode(file: &[u8]) -> Result<(DynamicImage, ImageFormat), PictureError> {
    if file.len() > MAX_BYTES {
        return Err(PictureError::TooManyBytes { size_bytes: file.len() });
    }
    let format = image::guess_format(file).map_err(|_| PictureError::NotAPicture)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::Gif | ImageFormat::WebP) {
        return Err(PictureError::NotAPicture);
    }
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    // The sides are checked below, with words that name them; this is for what decoders need besides.
    let mut limits = Limits::default();
    limits.max_alloc = Some(2 * MAX_DECODED_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| damaged(&error))?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let too_many = width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS;
    if too_many || decoder.total_bytes() > MAX_DECODED_BYTES {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let orientation = decoder.orientation().map_err(|error| damaged(&error))?;
    let mut picture = with_8_bits(DynamicImage::from_decoder(decoder).map_err(|error| damaged(&error))?);
    picture.apply_orientation(orientation);
    Ok((picture, format))
}

fn damaged(error: &image::ImageError) -> PictureError {
    PictureError::Damaged { detail: error.to_string() }
}

/// Browsers show no more, and JPEG holds no more.
fn with_8_bits(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_) | DynamicImage::ImageRgba8(_) => picture,
        DynamicImage::ImageLuma16(_) => DynamicImage::ImageLuma8(picture.into_luma8()),
        other if other.has_alpha() => DynamicImage::ImageRgba8(other.into_rgba8()),
        other => DynamicImage::ImageRgb8(other.into_rgb8()),
    }
}

/// The whole picture, no side longer than `side`; never made larger.
fn fitting(picture: DynamicImage, side: u32) -> DynamicImage {
    let longer = picture.width().max(picture.height());
    if longer <= side {
        return picture;
    }
    // Far too large ones first by whole pixels: scaling with a filter takes 16 bytes a pixel in between.
    let picture = if longer > side * 2 { picture.thumbnail(side * 2, side * 2) } else { picture };
    picture.resize(side, side, FilterType::CatmullRom)
}

/// The middle of the picture in the shape of `size`; smaller than that if the picture is, never enlarged.
fn covering(picture: &DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    let (has_width, has_height) = picture.dimensions();
    // The largest box of the shape inside the picture, no larger than `size`.
    let (width, height) = if has_width >= width && has_height >= height {
        (width, height)
    } else if u64::from(has_width) * u64::from(height) < u64::from(has_height) * u64::from(width) {
        (has_width, (has_width * height / width).max(1))
    } else {
        ((has_height * width / height).max(1), has_height)
    };
    picture.resize_to_fill(width, height, FilterType::CatmullRom)
}

fn encode(picture: &DynamicImage, format: PictureFormat) -> Result<Picture, PictureError> {
    let mut bytes = Vec::new();
    match format {
        PictureFormat::Png => picture.write_with_encoder(PngEncoder::new(&mut bytes)),
        PictureFormat::Jpeg => {
            picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))
        }
    }
    .map_err(|error| damaged(&error))?;
    Ok(Picture { bytes: bytes.into(), format, width: picture.width(), height: picture.height() })
}

impl fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bytes, format, width, height } = self;
        write!(formatter, "Picture({format:?}, {width} × {height}, {} bytes)", bytes.len())
    }
}

#[cfg(test)]
mod tests;
