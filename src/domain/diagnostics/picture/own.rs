//! A picture of the operator's own.

use std::sync::Arc;

mod jpeg;
mod png;

/// The most bytes that a picture may have.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;

/// What a picture is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// PNG
    Png,
    /// JPEG
    Jpeg,
}

impl PictureKind {
    /// Its name in the bundle: never the operator's, which may hold a number.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Png => "screenshot.png",
            Self::Jpeg => "screenshot.jpg",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// A picture that the operator chose, without what is not seen on it. What it
/// shows cannot be masked.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPicture {
    /// What it is.
    pub kind: PictureKind,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureTrouble {
    /// It is neither a PNG nor a JPEG.
    OtherKind,
    /// It has more than [`MOST_BYTES`].
    TooLarge,
    /// It begins as a picture and does not go on as one.
    Broken,
}

impl PictureTrouble {
    /// What the operator is told.
    pub fn words(self) -> &'static str {
        match self {
            Self::OtherKind => "That file is no PNG and no JPEG picture.",
            Self::TooLarge => "That picture is larger than 5 MB.",
            Self::Broken => "That picture is broken: parts of it are missing or damaged.",
        }
    }
}

impl OwnPicture {
    /// Takes a file, by what is in it. Texts, places and previews that a camera
    /// or a program hid in it are left out.
    pub fn of(bytes: &[u8]) -> Result<Self, PictureTrouble> {
        let kind = match bytes {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => PictureKind::Png,
            [0xFF, 0xD8, 0xFF, ..] => PictureKind::Jpeg,
            _ => return Err(PictureTrouble::OtherKind),
        };
        if bytes.len() > MOST_BYTES {
            return Err(PictureTrouble::TooLarge);
        }
        let bare = match kind {
            PictureKind::Png => png::bare(bytes),
            PictureKind::Jpeg => jpeg::bare(bytes),
        };
        let bytes = bare.ok_or(PictureTrouble::Broken)?.into();
        Ok(Self { kind, bytes })
    }
}

/// A file as an address that holds it: `data:image/png;base64,…`.
pub fn data_address(media_type: &str, bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = ["data:", media_type, ";base64,"].concat();
    for three in bytes.chunks(3) {
        let at = |place: usize| three.get(place).copied().map_or(0, u32::from);
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4_usize {
            let letter = LETTERS.get((bits >> (18 - 6 * place) & 63) as usize);
            let is_there = place <= three.len();
            out.push(
                letter
                    .filter(|_| is_there)
                    .map_or('=', |letter| char::from(*letter)),
            );
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_bytes_and_may_not_be_large() {
        let png = b"\x89PNG\r\n\x1a\n\
            \0\0\0\x0DIHDRtheir size...csum\0\0\0\0IDATcsum\0\0\0\0IENDcsum";
        let jpeg = [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 7, 0xFF, 0xD9];
        for (bytes, name) in [(&png[..], "screenshot.png"), (&jpeg, "screenshot.jpg")] {
            let taken = OwnPicture::of(bytes).unwrap();
            assert_eq!(taken.kind.file_name(), name);
            assert_eq!(*taken.bytes, *bytes);
            let cut = OwnPicture::of(&bytes[..bytes.len() - 1]);
            assert_eq!(cut, Err(PictureTrouble::Broken));
        }
        for other in [&b"<svg/>"[..], b"", b"GIF89a"] {
            assert_eq!(OwnPicture::of(other), Err(PictureTrouble::OtherKind));
        }
        let mut large = png.to_vec();
        large.resize(MOST_BYTES + 1, 0);
        assert_eq!(OwnPicture::of(&large), Err(PictureTrouble::TooLarge));
    }

    #[test]
    fn bytes_are_written_in_base64() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(
                data_address("a/b", bytes.as_bytes()),
                ["data:a/b;base64,", text].concat()
            );
        }
    }

    #[test]
    fn a_picture_is_named_by_its_kind_and_a_refusal_says_why() {
        let kinds = [PictureKind::Png, PictureKind::Jpeg].map(PictureKind::media_type);
        assert_eq!(kinds, ["image/png", "image/jpeg"]);
        use PictureTrouble::{Broken, OtherKind, TooLarge};
        let words = [OtherKind, TooLarge, Broken].map(PictureTrouble::words);
        let expected = [
            "That file is no PNG and no JPEG picture.",
            "That picture is larger than 5 MB.",
            "That picture is broken: parts of it are missing or damaged.",
        ];
        assert_eq!(words, expected);
    }
}
