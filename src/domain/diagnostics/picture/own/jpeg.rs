//! A JPEG without what is not seen on it.

const BEGINS: [u8; 2] = [0xFF, 0xD8];
const ENDS: u8 = 0xD9;
const SCAN: u8 = 0xDA;

/// Bytes of a JFIF segment up to its thumbnail, which may show what was cropped.
const BEFORE_THUMBNAIL: usize = 12;

/// Bytes of an Adobe segment: its name, version, flags and color transform.
const ADOBE: usize = 12;

/// The picture with only the segments that its pixels and colors need: EXIF,
/// comments, previews, and whatever comes after its end, are left out. `None`
/// when it is broken.
pub fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&BEGINS)?;
    let mut out = BEGINS.to_vec();
    let mut has_pixels = false;
    loop {
        let (marker, after) = marker(rest)?;
        if marker == ENDS {
            out.extend([0xFF, ENDS]);
            return has_pixels.then_some(out);
        }
        let (data, after) = segment(marker, after)?;
        rest = after;
        if let Some(data) = kept(marker, data) {
            let length = u16::try_from(data.len() + 2).ok()?;
            out.extend([0xFF, marker]);
            out.extend(length.to_be_bytes());
            out.extend(data);
        }
        if marker == SCAN {
            let (pixels, after) = rest.split_at_checked(scan(rest)?)?;
            out.extend(pixels);
            rest = after;
            has_pixels = true;
        }
    }
}

/// The marker that the bytes begin with, however many fill bytes precede it.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let after = bytes.strip_prefix(&[0xFF])?;
    let fill = after.iter().take_while(|byte| **byte == 0xFF).count();
    let (marker, rest) = after.get(fill..)?.split_first()?;
    Some((*marker, rest))
}

/// The data of a marker's segment, and what comes after it.
fn segment(marker: u8, bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    // Below and in between are markers without a segment; none belongs here.
    if marker < 0xC0 || (0xD0..=0xD8).contains(&marker) {
        return None;
    }
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length)).checked_sub(2)?;
    rest.split_at_checked(length)
}

/// How far the coded pixels go: to a marker that is none of theirs.
fn scan(bytes: &[u8]) -> Option<usize> {
    let ends = |pair: &[u8]| matches!(pair, [0xFF, next] if !matches!(next, 0 | 0xD0..=0xD7));
    bytes.windows(2).position(ends)
}

/// What is kept of a segment (ITU-T T.81, table B.1): frames, tables, scans and
/// the two application segments that colors depend on.
fn kept(marker: u8, data: &[u8]) -> Option<Vec<u8>> {
    match marker {
        0xC0..=0xCF | 0xDA..=0xDD => Some(data.to_vec()),
        0xE0 if data.starts_with(b"JFIF\0") => {
            Some([data.get(..BEFORE_THUMBNAIL)?, &[0, 0]].concat())
        }
        0xEE if data.starts_with(b"Adobe") => Some(data.get(..ADOBE)?.to_vec()),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Two restarts and a byte that only looks like a marker.
    const PIXELS: &[u8] = &[1, 0xFF, 0xD0, 2, 0xFF, 0, 3, 0xFF, 0xD7, 4];

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], data].concat()
    }

    fn jpeg(segments: &[(u8, &[u8])]) -> Vec<u8> {
        let mut out = BEGINS.to_vec();
        for (marker, data) in segments {
            out.extend(segment(*marker, data));
            out.extend(
                Some(PIXELS)
                    .filter(|_| *marker == SCAN)
                    .into_iter()
                    .flatten(),
            );
        }
        [&out, &[0xFF, ENDS][..]].concat()
    }

    #[test]
    fn only_what_pixels_need_is_kept() {
        let whole: [(u8, &[u8]); 13] = [
            (0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01rgb"),
            (0xE0, b"JFXX\0\x10+12175550148"),
            (0xE1, b"Exif\0\0+12175550148"),
            (0xE2, b"ICC_PROFILE\0+12175550148"),
            (0xED, b"Photoshop 3.0\0+12175550148"),
            (0xEE, b"Adobe\0\x64\0\0\0\0\x01+12175550148"),
            (0xFE, b"+12175550148"),
            (0xDB, b"quantized"),
            (0xC2, b"frame"),
            (0xC4, b"codes"),
            (SCAN, b"scan"),
            (0xFE, b"between scans"),
            (SCAN, b"again"),
        ];
        let needed: [(u8, &[u8]); 7] = [
            (0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"),
            (0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
            (0xDB, b"quantized"),
            (0xC2, b"frame"),
            (0xC4, b"codes"),
            (SCAN, b"scan"),
            (SCAN, b"again"),
        ];
        let after = [&jpeg(&whole)[..], b"+12175550148 after the end"].concat();
        assert_eq!(bare(&after), Some(jpeg(&needed)));
        let mut filled = jpeg(&[(SCAN, b"scan")]);
        filled.insert(2, 0xFF);
        assert_eq!(bare(&filled), Some(jpeg(&[(SCAN, b"scan")])));
    }

    #[test]
    fn a_broken_one_is_not_taken() {
        assert_eq!(bare(&jpeg(&[(0xC0, b"no scan")])), None);
        assert_eq!(bare(&[0xFF, 0xD8, 0xFF]), None);
        assert_eq!(bare(&[0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xD9]), None);
        let stray = [&BEGINS[..], &[0xFF, 0xD0], &jpeg(&[(SCAN, b"")])[2..]].concat();
        assert_eq!(bare(&stray), None);
        let whole = jpeg(&[(0xE1, b"Exif"), (0xDB, b"table"), (SCAN, b"scan")]);
        for length in 0..whole.len() {
            assert_eq!(bare(&whole[..length]), None);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_panic_and_what_comes_out_stays(bytes: Vec<u8>, marker in 0xE1_u8..0xEE) {
            let made = jpeg(&[(marker, &bytes), (0xDB, &bytes), (SCAN, b"scan")]);
            let shown = bare(&made).unwrap();
            prop_assert_eq!(&shown, &jpeg(&[(0xDB, &bytes), (SCAN, b"scan")]));
            prop_assert_eq!(bare(&shown), Some(shown));
            let _any = bare(&[&BEGINS[..], &bytes].concat());
        }
    }
}
