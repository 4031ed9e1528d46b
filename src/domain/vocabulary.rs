//! Open sets of words: the known ones with label, meaning, tone and shape, and
//! a neutral place for every other.

use super::glyph::Glyph;
use super::tone::Tone;

/// How a known word is shown.
pub(super) struct Term {
    /// Spellings on the wire, the contract's own first.
    pub spellings: &'static [&'static str],
    pub label: &'static str,
    pub meaning: &'static str,
    pub tone: Tone,
    pub glyph: Glyph,
}

/// Declares one vocabulary: an enum of its known words and `Unknown(raw)`.
///
/// Each line reads `Variant: spellings; label; meaning; tone; glyph`. The
/// meaning is also the variant's documentation.
macro_rules! vocabulary {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $($variant:ident: $($spelling:literal)|+; $label:literal; $meaning:literal;
              $tone:ident; $glyph:ident,)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $meaning] $variant,)+
            /// A word that is not known, as received.
            Unknown(String),
        }

        impl $name {
            /// Recognizes a word whatever its case and separators; any other is
            /// kept as received.
            pub fn from_wire(raw: &str) -> Self {
                use $crate::domain::spelling::same_as_any;
                $(if same_as_any(raw, &[$($spelling),+]) {
                    return Self::$variant;
                })+
                Self::Unknown(raw.to_owned())
            }

            fn term(&self) -> Option<&'static $crate::domain::vocabulary::Term> {
                use $crate::domain::vocabulary::Term;
                use $crate::domain::{glyph::Glyph, tone::Tone};
                match self {
                    $(Self::$variant => Some(const { &Term {
                        spellings: &[$($spelling),+],
                        label: $label,
                        meaning: $meaning,
                        tone: Tone::$tone,
                        glyph: Glyph::$glyph,
                    } }),)+
                    Self::Unknown(_) => None,
                }
            }

            /// The word on the wire: the contract's spelling of a known word,
            /// the text as received of any other.
            pub fn raw(&self) -> &str {
                match self {
                    Self::Unknown(raw) => raw,
                    known => known
                        .term()
                        .and_then(|term| term.spellings.first())
                        .copied()
                        .unwrap_or_default(),
                }
            }

            /// What is written on screen; an unknown word in plain English.
            pub fn label(&self) -> std::borrow::Cow<'static, str> {
                match self.term() {
                    Some(term) => term.label.into(),
                    None => $crate::domain::spelling::humanized(self.raw()).into(),
                }
            }

            /// What the word means, in sentences; `None` when it is not known.
            pub fn meaning(&self) -> Option<&'static str> {
                self.term().map(|term| term.meaning)
            }

            /// The tone it is told in; neutral when it is not known.
            pub fn tone(&self) -> $crate::domain::tone::Tone {
                self.term()
                    .map_or($crate::domain::tone::Tone::Mute, |term| term.tone)
            }

            /// The shape beside it; a dashed circle when it is not known.
            pub fn glyph(&self) -> $crate::domain::glyph::Glyph {
                self.term()
                    .map_or($crate::domain::glyph::Glyph::DashedCircle, |term| term.glyph)
            }
        }
    };
}

pub(super) use vocabulary;

#[cfg(test)]
mod tests;
