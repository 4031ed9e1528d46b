//! Values that a list can be filtered by, in words.

use super::format::Formats;
use super::glyph::Glyph;
use super::page::Listed;
use super::tone::Tone;

/// A value to filter by, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As received; what a request is narrowed with.
    pub value: String,
    /// What stands on screen.
    pub label: String,
    /// Its sign, where it has one.
    pub mark: Option<(Tone, Glyph)>,
    /// Rows that have it, when reported.
    pub count: Option<String>,
}

/// A page that tells what there is to filter by.
pub trait Faceted: Listed {
    /// A property that several values can be kept of.
    type Filter: Copy + Send + Sync + 'static;

    /// What a property is called.
    fn filter_name(filter: Self::Filter) -> &'static str;

    /// The values on offer; empty when the server does not say any.
    fn choices(&self, filter: Self::Filter, formats: &Formats<'_>) -> Vec<Choice>;

    /// One value, also one that is not on offer.
    fn choice(&self, filter: Self::Filter, value: &str, formats: &Formats<'_>) -> Choice;
}
