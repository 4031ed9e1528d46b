//! The board: one cell for each place of the sample.

use super::LARGEST_SAMPLE;
use super::result::{CellKind, DispatchResult};
use super::trust::{Figures, contradiction};
use crate::domain::block::{Block, Row, good_rows};
use crate::domain::failure_class::{self, FailureClass};
use crate::domain::field::Field;
use crate::domain::format::{Formats, NONE};
use crate::domain::glyph::Glyph;
use crate::domain::targeted_retry::{Dispatched, Retry};
use crate::domain::timestamp::Timestamp;
use crate::domain::tone::Tone;

/// Milliseconds within which a dispatch must end: a sample with a longer one
/// has failed (the contract's rule for `sample_failed`).
const LONGEST_DISPATCH: i64 = 600_000;

/// One place of the sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardCell {
    /// From 1.
    pub position: i64,
    /// What it means for the verdict.
    pub kind: CellKind,
    /// The word for it: "No answer".
    pub word: String,
    /// The tone that it is told in.
    pub tone: Tone,
    /// The shape beside the word.
    pub glyph: Glyph,
    /// Whom it is about; "—" when that is not told.
    pub contact: String,
    /// The task or record, where one is told.
    pub id: Option<String>,
    /// The carrier's answer or the code of the failure: "SIP 503", "—".
    pub answer: String,
    /// When it was dispatched: "14:40:12", "—".
    pub dispatched: String,
    /// When it was over: "14:40:51", "—".
    pub ended: String,
}

/// The cells of a retry's sample, one for each place. Before a retry there are
/// `planned` empty ones.
pub fn cells(retry: Option<&Retry>, planned: i64, formats: &Formats<'_>) -> Vec<BoardCell> {
    let sample = retry.and_then(|retry| retry.sample.value());
    let size = sample.map_or(planned, |sample| sample.size);
    let all = retry.and_then(|retry| retry.dispatches.value());
    let dispatches: Vec<&Dispatched> = all
        .map_or(&[][..], |all| all)
        .iter()
        .filter_map(Row::good)
        .collect();
    let cell = |position: i64| {
        let told = dispatches.iter().find(|told| told.position == position);
        told.map_or_else(|| empty(position), |told| cell(told, formats))
    };
    (1..=size.clamp(0, LARGEST_SAMPLE)).map(cell).collect()
}

fn empty(position: i64) -> BoardCell {
    let none = || NONE.to_owned();
    BoardCell {
        position,
        kind: CellKind::Empty,
        word: "Empty".to_owned(),
        tone: Tone::Mute,
        glyph: Glyph::DashedCircle,
        contact: none(),
        id: None,
        answer: none(),
        dispatched: none(),
        ended: none(),
    }
}

fn cell(told: &Dispatched, formats: &Formats<'_>) -> BoardCell {
    let result = DispatchResult::from_wire(told.result.as_deref().unwrap_or_default());
    let unclear = result.kind() == CellKind::Unclear;
    let name = told
        .contact
        .value()
        .and_then(|contact| contact.name.as_deref());
    let id = told.task_id.as_deref().or(told.record_id.as_deref());
    let sip = told
        .sip_status
        .copied()
        .map(|sip| ["SIP ", &sip.to_string()].concat());
    let none = || NONE.to_owned();
    BoardCell {
        position: told.position,
        kind: result.kind(),
        word: match told.result.as_deref() {
            None | Some("") => "Not reported".to_owned(),
            Some(_) => result.label().into_owned(),
        },
        tone: if unclear { Tone::Warn } else { result.tone() },
        glyph: if unclear {
            Glyph::TriangleAlert
        } else {
            result.glyph()
        },
        contact: name.or(id).map_or_else(none, str::to_owned),
        id: id.map(str::to_owned),
        answer: sip
            .or_else(|| told.code.value().cloned())
            .unwrap_or_else(none),
        dispatched: told
            .dispatched_at
            .value()
            .map_or_else(none, |at| formats.time_in_column(at)),
        ended: told
            .ended_at
            .value()
            .map_or_else(none, |at| formats.time_in_column(at)),
    }
}

/// What the cells come to, in the order of the board: "16 went through",
/// "1 error", "3 in flight".
pub fn tally(cells: &[BoardCell]) -> Vec<(CellKind, i64)> {
    use CellKind::{Error, Good, InFlight, Skipped, Unclear, Waiting};
    let count = |kind| {
        let same = cells.iter().filter(|cell| cell.kind == kind);
        (kind, same.fold(0_i64, |sum, _| sum.saturating_add(1)))
    };
    let all = [Good, Error, InFlight, Waiting, Skipped, Unclear].map(count);
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// Whether every place of the sample has ended as its figures say.
pub(super) fn agrees(retry: &Retry, figures: &Figures) -> Result<(), String> {
    let rows = match &retry.dispatches {
        Block::Value(rows) => rows,
        Block::Unreadable(trouble) => {
            return Err(["The dispatches cannot be read: ", &trouble.to_string()].concat());
        }
        Block::Absent | Block::Empty => {
            return Err("The API does not report the dispatches of the sample.".to_owned());
        }
    };
    let dispatches: Vec<&Dispatched> = good_rows(rows).collect();
    if dispatches.len() < rows.len() {
        return Err("A dispatch of the sample cannot be read.".to_owned());
    }
    let stands_once = |position: i64| {
        let there = dispatches.iter().filter(|told| told.position == position);
        there.count() == 1
    };
    let places = i64::try_from(dispatches.len()).unwrap_or(i64::MAX);
    if places != figures.size || !(1..=figures.size).all(stands_once) {
        let (places, size) = (places.to_string(), figures.size.to_string());
        return Err(contradiction(&[
            &places,
            " dispatches are listed for the ",
            &size,
            " places of the sample",
        ]));
    }
    let (mut ended, mut errors) = (0_i64, 0_i64);
    for told in dispatches {
        let is_error = weigh(told)?;
        ended = ended.saturating_add(i64::from(is_error.is_some()));
        errors = errors.saturating_add(i64::from(is_error == Some(true)));
    }
    let told = [
        (ended, figures.dispatched, "dispatched"),
        (ended, figures.finished, "ended"),
        (errors, figures.errors, "failed"),
    ];
    for (listed, counted, word) in told {
        if listed != counted {
            let (listed, counted) = (listed.to_string(), counted.to_string());
            return Err(contradiction(&[
                &listed,
                " ",
                word,
                " by the list of dispatches, ",
                &counted,
                " by the count",
            ]));
        }
    }
    Ok(())
}

/// Whether an ended dispatch is an error; `None` when it was skipped.
fn weigh(told: &Dispatched) -> Result<Option<bool>, String> {
    let place = told.position.to_string();
    let result = DispatchResult::from_wire(told.result.as_deref().unwrap_or_default());
    let refuse = |why: &str| Err(["Dispatch ", &*place, " ", why].concat());
    match result.kind() {
        CellKind::Skipped => Ok(None),
        CellKind::Good if fails_by_carrier(told) => {
            refuse("is called fine, but its SIP status or code is that of a failure.")
        }
        CellKind::Good | CellKind::Error => match mistimed(told) {
            Some(why) => refuse(why),
            None => Ok(Some(result.kind() == CellKind::Error)),
        },
        CellKind::Unclear => refuse("has a result that this console does not know."),
        CellKind::Empty | CellKind::Waiting | CellKind::InFlight => refuse("has not ended."),
    }
}

/// Why the times of an ended dispatch do not prove that it ended in time;
/// `None` when they do.
fn mistimed(told: &Dispatched) -> Option<&'static str> {
    let moment = |at: &Field<Timestamp>| at.value().and_then(|at| at.ms);
    let Some(ended) = moment(&told.ended_at) else {
        return Some("has a result, but no time at which it ended.");
    };
    let Some(dispatched) = moment(&told.dispatched_at) else {
        return Some("has a result, but no time at which it was dispatched.");
    };
    match ended.checked_sub(dispatched) {
        Some(lasted) if lasted < 0 => Some("ended before it was dispatched."),
        Some(lasted) if lasted <= LONGEST_DISPATCH => None,
        _ => Some("took longer than 10 minutes, and the API does not call the sample failed."),
    }
}

/// Whether a carrier's answer or a code is one that counts against the sample.
fn fails_by_carrier(told: &Dispatched) -> bool {
    let class = failure_class::of_failure(told.sip_status.copied(), told.code.as_deref());
    matches!(
        class,
        Some(
            FailureClass::Transient
                | FailureClass::Pace
                | FailureClass::Reputation
                | FailureClass::Account
                | FailureClass::Permanent
        )
    )
}

/// Dispatches of the sample that began and have not ended.
pub(super) fn never_ended(retry: &Retry) -> i64 {
    let rows = retry.dispatches.value().map_or(&[][..], |rows| rows);
    let open = good_rows(rows).filter(|told| {
        let word = told.result.as_deref().unwrap_or_default();
        DispatchResult::from_wire(word).kind() == CellKind::InFlight
    });
    open.fold(0_i64, |sum, _| sum.saturating_add(1))
}
