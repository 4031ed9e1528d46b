//! A PNG without what is not seen on it.

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// Length, name and checksum of a chunk, in bytes.
const FRAME: usize = 12;

/// The picture with only the chunks that its pixels and colors need: texts,
/// EXIF, times, and whatever comes after its end, are left out. `None` when it
/// is broken.
pub fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&SIGNATURE)?;
    let mut out = SIGNATURE.to_vec();
    let mut has_pixels = false;
    loop {
        let (chunk, after) = chunk(rest)?;
        let name = chunk.get(4..8)?;
        let is_first = out.len() == SIGNATURE.len();
        if is_first != (name == b"IHDR") {
            return None;
        }
        if is_kept(name, chunk.len() - FRAME)? {
            out.extend(chunk);
        }
        has_pixels = has_pixels || name == b"IDAT";
        if name == b"IEND" {
            return has_pixels.then_some(out);
        }
        rest = after;
    }
}

/// The chunk that the bytes begin with, and what comes after it.
fn chunk(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, _) = bytes.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    bytes.split_at_checked(length.checked_add(FRAME)?)
}

/// Whether a chunk with so many bytes of data is kept; `None` when one of its
/// name cannot have so many (PNG specification, third edition, section 11).
fn is_kept(name: &[u8], length: usize) -> Option<bool> {
    let fits = match name {
        b"IHDR" => length == 13,
        b"PLTE" => length <= 3 * 256,
        b"tRNS" => length <= 256,
        b"gAMA" => length == 4,
        b"sRGB" => length == 1,
        b"IDAT" => true,
        b"IEND" => length == 0,
        _ => return Some(false),
    };
    fits.then_some(true)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Named<'a> = (&'a [u8; 4], &'a [u8]);

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length[..], name, data, b"csum"].concat()
    }

    fn png(chunks: &[Named<'_>]) -> Vec<u8> {
        let chunks = chunks.iter().flat_map(|(name, data)| chunk(name, data));
        SIGNATURE.into_iter().chain(chunks).collect()
    }

    const HEAD: Named<'static> = (b"IHDR", &[7; 13]);
    const END: Named<'static> = (b"IEND", b"");

    #[test]
    fn only_what_pixels_need_is_kept() {
        let needed: [Named<'_>; 8] = [
            HEAD,
            (b"sRGB", b"\0"),
            (b"gAMA", b"\0\0\0\x07"),
            (b"PLTE", b"rgb"),
            (b"tRNS", b"\x10"),
            (b"IDAT", b"+12175550148"),
            (b"IDAT", b""),
            END,
        ];
        let mut all = needed.to_vec();
        for name in [
            b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP", b"prVt", b"acTL",
        ] {
            all.insert(1, (name, b"Comment\0+12175550148"));
            all.insert(all.len() - 1, (name, b""));
        }
        let whole = [png(&all), b"+12175550148 after the end".to_vec()].concat();
        assert_eq!(bare(&whole), Some(png(&needed)));
    }

    #[test]
    fn a_broken_one_is_not_taken() {
        let pixels: Named<'_> = (b"IDAT", b"pixels");
        let broken: [&[Named<'_>]; 9] = [
            &[HEAD, END],
            &[HEAD, pixels],
            &[pixels, END],
            &[HEAD, HEAD, pixels, END],
            &[(b"tEXt", b"first"), HEAD, pixels, END],
            &[(b"IHDR", b"short"), pixels, END],
            &[HEAD, pixels, (b"IEND", b"+12175550148")],
            &[HEAD, (b"gAMA", b"+12175550148"), pixels, END],
            &[HEAD, (b"PLTE", &[1; 769]), pixels, END],
        ];
        for broken in broken {
            assert_eq!(bare(&png(broken)), None, "{broken:?}");
        }
        let whole = png(&[HEAD, (b"tEXt", b"text"), pixels, END]);
        for length in 0..whole.len() {
            assert_eq!(bare(&whole[..length]), None);
        }
        let endless = [&SIGNATURE[..], b"\xFF\xFF\xFF\xFFIHDR"].concat();
        assert_eq!(bare(&endless), None);
    }

    proptest! {
        #[test]
        fn no_bytes_panic_and_what_comes_out_stays(bytes: Vec<u8>) {
            let made = png(&[HEAD, (b"tEXt", &bytes), (b"IDAT", &bytes), END]);
            let shown = bare(&made).unwrap();
            prop_assert_eq!(&shown, &png(&[HEAD, (b"IDAT", &bytes), END]));
            prop_assert_eq!(bare(&shown), Some(shown));
            prop_assert_eq!(bare(&[&SIGNATURE[..], &bytes].concat()), None);
        }
    }
}
