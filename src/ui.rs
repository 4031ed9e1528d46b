//! Generic widgets. They know tones, glyphs and finished text, and nothing of
//! the wire, of signals about remote data or of routes.

pub mod action_button;
pub mod badge;
pub mod banner;
pub mod button;
pub mod card;
pub mod element_id;
pub mod glyph;
pub mod icon;
pub mod placement;
pub mod rich_text;
pub mod tooltip;

pub use action_button::ActionButton;
pub use badge::{Badge, QuietStatus, StatusChip};
pub use banner::{Banner, Note};
pub use button::{Button, ButtonKind, IconButton};
pub use card::Card;
pub use glyph::GlyphIcon;
pub use icon::{Icon, IconName, Logo};
pub use rich_text::RichText;
pub use tooltip::{FormulaTip, Tipped, Tooltip};
