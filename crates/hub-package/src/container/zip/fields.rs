//! Numbers and extra fields of zip headers (PKWARE APPNOTE 6.3, sections 4.3 to 4.6).

use super::inconsistent;
use crate::code::Code;
use crate::stop::Stop;

/// A little-endian number at `at`, which lies inside `bytes`.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

/// A little-endian number at `at`, which lies inside `bytes`.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

/// A little-endian number at `at`, which lies inside `bytes`.
pub(super) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}

/// Sizes and place of a member; in a header, `0xffffffff` means that the zip64 field has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sizes {
    pub(super) size: u64,
    pub(super) packed: u64,
    pub(super) offset: u64,
}

const TOLD_ELSEWHERE: u64 = 0xffff_ffff;

const ZIP64: u16 = 0x0001;
const STRONG_ENCRYPTION: u16 = 0x0017;
const UNICODE_PATH: u16 = 0x7075;
const AES: u16 = 0x9901;

/// What the extra fields of a header change.
pub(super) struct Extra {
    pub(super) sizes: Sizes,
}

impl Extra {
    /// Reads the extra fields of a header that names `header` as its sizes and `name` as its name.
    pub(super) fn parse(mut extra: &[u8], header: Sizes, name: &[u8]) -> Result<Self, Stop> {
        let mut sizes = header;
        let mut has_zip64 = false;
        // Up to three stray bytes at the end are alignment that some tools leave.
        while extra.len() >= 4 {
            let (kind, length) = (u16_at(extra, 0), usize::from(u16_at(extra, 2)));
            let field = extra.get(4..4 + length).ok_or_else(|| inconsistent("an extra field is cut off"))?;
            extra = &extra[4 + length..];
            match kind {
                ZIP64 if has_zip64 => return Err(inconsistent("two zip64 fields")),
                ZIP64 => {
                    has_zip64 = true;
                    sizes = zip64(field, header)?;
                }
                STRONG_ENCRYPTION | AES => return Err(Stop::refuse(Code::Encrypted, "an encryption field")),
                UNICODE_PATH if field.get(5..) != Some(name) => {
                    return Err(inconsistent("a second name in an extra field"));
                }
                _ => {}
            }
        }
        Ok(Self { sizes })
    }
}

/// The zip64 field holds, in this order, the values that the header leaves to it. Some tools write the others
/// too; those must agree (package notes, section 12, H13).
fn zip64(mut field: &[u8], header: Sizes) -> Result<Sizes, Stop> {
    let all = field.len() >= 16 && header.size != TOLD_ELSEWHERE && header.packed != TOLD_ELSEWHERE;
    let mut next = |told: u64| -> Result<u64, Stop> {
        if told != TOLD_ELSEWHERE && !all {
            return Ok(told);
        }
        if field.len() < 8 {
            return if told == TOLD_ELSEWHERE {
                Err(inconsistent("a zip64 field is too short"))
            } else {
                Ok(told)
            };
        }
        let value = u64_at(field, 0);
        field = &field[8..];
        if told != TOLD_ELSEWHERE && value != told {
            return Err(inconsistent("the zip64 field differs from the header"));
        }
        Ok(value)
    };
    Ok(Sizes { size: next(header.size)?, packed: next(header.packed)?, offset: next(header.offset)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Sizes = Sizes { size: 5, packed: 4, offset: 0 };

    fn zip64_field(values: &[u64]) -> Vec<u8> {
        let mut field = ZIP64.to_le_bytes().to_vec();
        field.extend(u16::try_from(values.len() * 8).unwrap().to_le_bytes());
        field.extend(values.iter().flat_map(|value| value.to_le_bytes()));
        field
    }

    #[test]
    fn zip64_is_taken_where_it_is_needed_or_agrees() {
        let left = Sizes { size: TOLD_ELSEWHERE, packed: TOLD_ELSEWHERE, offset: 7 };
        let read = Extra::parse(&zip64_field(&[1 << 40, 9]), left, b"a").unwrap().sizes;
        assert_eq!(read, Sizes { size: 1 << 40, packed: 9, offset: 7 });
        assert_eq!(Extra::parse(&zip64_field(&[5, 4]), PLAIN, b"a").unwrap().sizes, PLAIN);
        assert!(Extra::parse(&zip64_field(&[5, 3]), PLAIN, b"a").is_err());
        assert!(Extra::parse(&zip64_field(&[5]), left, b"a").is_err());
        assert!(Extra::parse(&[zip64_field(&[5, 4]), zip64_field(&[5, 4])].concat(), PLAIN, b"a").is_err());
    }

    #[test]
    fn a_second_name_must_be_the_same_name() {
        let field = |name: &[u8]| {
            let length = u16::try_from(5 + name.len()).unwrap().to_le_bytes();
            [&UNICODE_PATH.to_le_bytes()[..], &length, &[1, 0, 0, 0, 0], name].concat()
        };
        assert!(Extra::parse(&field(b"a"), PLAIN, b"a").is_ok());
        assert!(Extra::parse(&field(b"b"), PLAIN, b"a").is_err());
    }
}
