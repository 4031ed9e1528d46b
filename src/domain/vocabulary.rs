//! Open sets of words: the known ones with label, meaning, tone and shape, and
//! a neutral place for every other.

use std::borrow::Cow;

use super::glyph::Glyph;
use super::spelling;
use super::tone::Tone;

/// A known word of a vocabulary.
#[derive(Debug, PartialEq)]
pub struct Term<C> {
    /// What the word stands for.
    pub code: C,
    /// Its spellings on the wire, the contract's own first.
    pub spellings: &'static [&'static str],
    /// What is written on screen.
    pub label: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
    /// The tone it is told in.
    pub tone: Tone,
    /// The shape beside it.
    pub glyph: Glyph,
}

/// A closed list of known words of an open set.
pub trait Vocabulary: Copy + 'static {
    /// All known words.
    const TERMS: &'static [Term<Self>];
}

/// A word as received, recognized or not.
#[derive(Clone, Debug)]
pub struct Worded<C: 'static> {
    raw: String,
    term: Option<&'static Term<C>>,
}

impl<C: Vocabulary> Worded<C> {
    /// Recognizes a word whatever its case and separators; see
    /// [`spelling::same`]. The text is kept.
    pub fn from_wire(raw: &str) -> Self {
        let term = C::TERMS.iter().find(|term| {
            term.spellings
                .iter()
                .any(|known| spelling::same(known, raw))
        });
        Self {
            raw: raw.to_owned(),
            term,
        }
    }

    /// What the word stands for; `None` when it is not known.
    pub fn code(&self) -> Option<C> {
        self.term.map(|term| term.code)
    }

    /// The text as received.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// What is written on screen; an unknown word in plain English.
    pub fn label(&self) -> Cow<'static, str> {
        self.term
            .map_or_else(|| spelling::humanized(&self.raw).into(), |t| t.label.into())
    }

    /// What the word means, in a sentence; `None` when it is not known.
    pub fn meaning(&self) -> Option<&'static str> {
        self.term.map(|term| term.meaning)
    }

    /// The tone it is told in; neutral when it is not known.
    pub fn tone(&self) -> Tone {
        self.term.map_or(Tone::Mute, |term| term.tone)
    }

    /// The shape beside it; a dashed circle when it is not known.
    pub fn glyph(&self) -> Glyph {
        self.term.map_or(Glyph::DashedCircle, |term| term.glyph)
    }
}

impl<C> PartialEq for Worded<C> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl<C> Eq for Worded<C> {}
