//! The capacity waterfall: how many lines each limit allows, the smallest marked.

use super::cause::cause;
use super::format::Formats;
use super::limits::{LimitKind, Limits};
use super::snapshot::Snapshot;
use super::tone::Tone;

mod value;

/// The limits in a fixed order on one scale of lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// Lines in use now; the dashed rule across the rows.
    pub in_use: Option<i64>,
    /// Lines at the far end of every bar; at least 1.
    pub scale_max: i64,
    /// The limits that are reported, in the order a task meets them.
    pub rows: Vec<Limit>,
    /// Names of the limits that the API does not report.
    pub not_reported: Vec<&'static str>,
}

/// One row of the waterfall.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// Which limit.
    pub kind: LimitKind,
    /// Its name on screen.
    pub label: &'static str,
    /// The figure or word at the end of the bar: "82", "Open", "OK".
    pub value_text: String,
    /// Lines the limit allows; `None` fills the bar, for a limit that is met
    /// and not a matter of lines. May exceed the scale.
    pub lines: Option<i64>,
    /// Whose limit it is, or when it lifts: "120, less 38 used by others".
    pub owner_text: String,
    /// Whether this limit decides now. At most one row has it.
    pub binding: bool,
    /// The tone of the row: neutral unless it decides.
    pub tone: Tone,
}

impl Limit {
    /// The filled part of the bar, from 0 to 1.
    pub fn fill(&self, scale_max: i64) -> f64 {
        self.lines.map_or(1.0, |lines| {
            (lines as f64 / scale_max.max(1) as f64).clamp(0.0, 1.0)
        })
    }
}

/// Builds the waterfall of a snapshot.
pub fn waterfall(snapshot: &Snapshot, formats: &Formats<'_>) -> Waterfall {
    let limits = Limits::of(snapshot);
    let cause = cause(&limits);
    let binding = cause.binding();
    let mut rows = Vec::new();
    let mut not_reported = Vec::new();
    for kind in LimitKind::ALL {
        match value::of(kind, &limits, formats) {
            Some((value_text, owner_text)) => rows.push(Limit {
                kind,
                label: kind.label(),
                value_text,
                lines: limits.lines(kind),
                owner_text,
                binding: binding == Some(kind),
                tone: if binding == Some(kind) {
                    cause.tone(&limits)
                } else {
                    Tone::Mute
                },
            }),
            None if kind == LimitKind::CampaignState => {}
            None => not_reported.push(kind.label()),
        }
    }
    Waterfall {
        in_use: limits.in_use(),
        scale_max: scale_max(&limits),
        rows,
        not_reported,
    }
}

/// The longest bar: every limit of lines, the whole tenant cap and the lines in
/// use fit. Ready contacts may pass it, they are not lines.
fn scale_max(limits: &Limits<'_>) -> i64 {
    let tenant = limits.capacity.and_then(|capacity| capacity.tenant.value());
    LimitKind::OF_LINES
        .into_iter()
        .filter_map(|kind| limits.lines(kind))
        .chain(tenant.map(|tenant| tenant.line_cap))
        .chain(limits.in_use())
        .fold(1, i64::max)
}

#[cfg(test)]
mod tests;
