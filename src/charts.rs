//! Charts as data: what the domain has concluded, as options for ECharts.
//!
//! Nothing here knows a color or a font: marks name the style sheet's tokens
//! (`var(--c1)`), which `public/chart.js` looks up whenever it paints.

pub mod bars;
mod drawing;
mod paint;
mod scale;
pub mod timeline;

pub use drawing::Drawing;
