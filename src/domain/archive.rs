//! Files put together into one .zip, stored as they are.
//!
//! Written after PKWARE's APPNOTE 6.3.10: one local header and one entry of the
//! central directory a file, names in UTF-8, no compression.

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// When the files of an archive were last changed, on the clocks of its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The year; the format knows 1980 to 2107, others become the nearest.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// 0 to 23.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
    /// 0 to 59; the format keeps even ones.
    pub second: u32,
}

/// Version 2.0 of the format is all that a reader needs to know.
const NEEDED: u16 = 20;
/// Names are UTF-8.
const UTF_8: u16 = 1 << 11;
const STORED: u16 = 0;

/// The archive. `None` when there is more in it than the format can tell: 65,535
/// files, or 4 GiB.
pub fn archive(files: &[File], changed: Changed) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let begins = u32::try_from(out.len()).ok()?;
        let described = described(file, changed)?;
        out.extend(b"PK\x03\x04");
        out.extend(&described);
        out.extend(file.name.as_bytes());
        out.extend(&file.bytes);

        directory.extend(b"PK\x01\x02");
        directory.extend(NEEDED.to_le_bytes());
        directory.extend(&described);
        // No comment, first disk, nothing known of what is inside.
        directory.extend([0; 10]);
        directory.extend(begins.to_le_bytes());
        directory.extend(file.name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?.to_le_bytes();
    let begins = u32::try_from(out.len()).ok()?;
    let size = u32::try_from(directory.len()).ok()?;
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    // This disk is the only one.
    out.extend([0; 4]);
    out.extend(count);
    out.extend(count);
    out.extend(size.to_le_bytes());
    out.extend(begins.to_le_bytes());
    out.extend([0; 2]);
    Some(out)
}

/// What both headers say of a file.
fn described(file: &File, changed: Changed) -> Option<Vec<u8>> {
    let size = u32::try_from(file.bytes.len()).ok()?.to_le_bytes();
    let name = u16::try_from(file.name.len()).ok()?.to_le_bytes();
    let [time, day] = dos(changed);
    let parts: [&[u8]; 9] = [
        &NEEDED.to_le_bytes(),
        &UTF_8.to_le_bytes(),
        &STORED.to_le_bytes(),
        &[time.to_le_bytes(), day.to_le_bytes()].concat(),
        &crc_32(&file.bytes).to_le_bytes(),
        &size,
        &size,
        &name,
        // Nothing extra.
        &[0; 2],
    ];
    Some(parts.concat())
}

/// Time and day as MS-DOS packs them.
fn dos(changed: Changed) -> [u16; 2] {
    let part = |value: u32, most: u32| u16::try_from(value.min(most)).unwrap_or_default();
    let year = u32::try_from(changed.year.saturating_sub(1980)).unwrap_or_default();
    let time = part(changed.hour, 23) << 11 | part(changed.minute, 59) << 5;
    let day = part(year, 127) << 9 | part(changed.month, 12) << 5;
    [
        time | part(changed.second, 59) >> 1,
        day | part(changed.day, 31),
    ]
}

/// CRC-32 of ISO 3309, as zip files carry it.
fn crc_32(bytes: &[u8]) -> u32 {
    let with_bit = |crc: u32, _: u32| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
    let with_byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), with_bit);
    !bytes.iter().fold(u32::MAX, with_byte)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const CHANGED: Changed = Changed {
        year: 2026,
        month: 11,
        day: 12,
        hour: 14,
        minute: 32,
        second: 9,
    };

    fn file(name: &str, text: &str) -> File {
        File {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    #[test]
    fn the_checksum_is_the_one_of_zip_files() {
        for (text, sum) in [
            ("", 0),
            ("123456789", 0xCBF4_3926),
            ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
        ] {
            assert_eq!(crc_32(text.as_bytes()), sum, "{text}");
        }
    }

    #[test]
    fn times_are_packed_and_kept_within_what_the_format_knows() {
        let [time, day] = dos(CHANGED);
        assert_eq!(time, 14 << 11 | 32 << 5 | 4);
        assert_eq!(day, 46 << 9 | 11 << 5 | 12);
        let odd = |year| dos(Changed { year, ..CHANGED })[1] >> 9;
        assert_eq!([odd(-5), odd(1979), odd(9999)], [0, 0, 127]);
    }

    #[test]
    fn the_directory_leads_to_every_file() {
        let files = [
            file("a.md", "first"),
            file("ü.json", ""),
            file("c", "third"),
        ];
        let bytes = archive(&files, CHANGED).unwrap();
        assert_eq!(archive(&files, CHANGED).unwrap(), bytes, "always the same");
        let end = bytes.len() - 22;
        assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
        let whole = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        let half =
            |at: usize| usize::from(u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap()));
        assert_eq!(half(end + 10), files.len());
        let mut at = whole(end + 16);
        for file in &files {
            let length = half(at + 28);
            assert_eq!(&bytes[at + 46..at + 46 + length], file.name.as_bytes());
            let local = whole(at + 42);
            assert_eq!(&bytes[local..local + 4], b"PK\x03\x04");
            let begins = local + 30 + length;
            assert_eq!(&bytes[begins..begins + whole(local + 18)], file.bytes);
            at += 46 + length;
        }
        assert_eq!(at, end);
    }

    #[test]
    fn what_the_format_cannot_tell_is_refused() {
        let too_long = "x".repeat(70_000);
        assert_eq!(archive(&[file(&too_long, "")], CHANGED), None);
        let too_many = vec![file("x", ""); 65_536];
        assert_eq!(archive(&too_many, CHANGED), None);
        assert_eq!(archive(&[], CHANGED).unwrap().len(), 22);
    }
}
