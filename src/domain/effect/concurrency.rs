//! Another concurrency.

use crate::domain::block::Block;
use crate::domain::eta::recent_rate;
use crate::domain::field::Field;
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::limits::Limits;
use crate::domain::snapshot::Snapshot;

use super::{Change, Preview, row};

/// The fewest and the most lines that the campaign may be given: as the API
/// says, else from 1 to what it has now, which is the containment.
pub fn concurrency_bounds(snapshot: &Snapshot) -> (i64, i64) {
    let range = snapshot.campaign.concurrency_range.value();
    let fewest = range.and_then(|range| range.min.copied()).unwrap_or(1);
    let now = Limits::of(snapshot).concurrency();
    let most = range
        .and_then(|range| range.max.copied())
        .or(now)
        .unwrap_or(fewest);
    (fewest, most.max(fewest))
}

/// What setting the concurrency to `lines` would do.
pub fn concurrency(
    snapshot: &Snapshot,
    history: &History,
    lines: i64,
    formats: &Formats<'_>,
) -> Preview {
    let (fewest, most) = concurrency_bounds(snapshot);
    let now = Limits::of(snapshot);
    if !(fewest..=most).contains(&lines) {
        let bounds = [&*formats.count(fewest), " and ", &formats.count(most)].concat();
        return Preview::refused(["Between ", &*bounds, " lines."].concat());
    }
    if now.concurrency() == Some(lines) {
        return Preview::refused(["It is ", &*formats.count(lines), " already."].concat());
    }
    let changed = with(snapshot, lines);
    let change = Change {
        after: Limits::of(&changed),
        rate: recent_rate(history, snapshot),
        formats,
        now,
    };
    let set = change
        .now
        .concurrency()
        .map_or_else(|| "not reported".to_owned(), |lines| formats.count(lines));
    let mut rows = vec![row("Concurrency", set, formats.count(lines))];
    rows.extend(change.rows());
    let sentence = change.finish(change.drop());
    Preview {
        rows,
        sentence,
        refused: None,
    }
}

fn with(snapshot: &Snapshot, lines: i64) -> Snapshot {
    let mut changed = snapshot.clone();
    changed.campaign.concurrency = Field::Value(lines);
    if let Block::Value(dispatch) = &mut changed.dispatch
        && let Block::Value(capacity) = &mut dispatch.capacity
        && let Block::Value(concurrency) = &mut capacity.concurrency
    {
        concurrency.limit = lines;
    }
    changed
}
