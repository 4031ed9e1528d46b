//! A task as one row of the tasks table.

use super::attempt_state::{AttemptState, Kind};
use super::cell::Cell;
use super::field::Field;
use super::format::{Formats, NONE};
use super::task::{Contact, Task};

mod hold;

pub use hold::{Hold, hold};

/// One row, every value ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// The task's ID as received.
    pub id: String,
    /// Whom it is about: the name, else the phone number, else the task's ID.
    pub contact: Cell,
    /// The number called, in groups.
    pub phone: Cell,
    /// The number called as received, for copying.
    pub phone_raw: Option<String>,
    /// The number called from, in groups.
    pub from: Cell,
    /// The number called from as received, for copying.
    pub from_raw: Option<String>,
    /// Whether the from-number is locked to this contact.
    pub sticky: bool,
    /// Where the task stands.
    pub state: AttemptState,
    /// What keeps it and when it may go; `None` when nothing does.
    pub blocker: Option<Hold>,
    /// Whether the API reports blockers at all.
    pub blocker_reported: bool,
    /// The business result, or the dry-run mark.
    pub disposition: Cell,
    /// "2/4".
    pub attempts: Cell,
    /// Re-schedulings that used up no attempt.
    pub system_retries: Cell,
    /// Talk time.
    pub duration: Cell,
    /// Whether the talk time is still running.
    pub live: bool,
    /// The dialer's rating.
    pub score: Cell,
    /// When it was last dialed, in the zone that the column's head names.
    pub last_attempted: Cell,
}

/// Writes a task as a row.
pub fn row(task: &Task, formats: &Formats<'_>) -> TaskRow {
    let state = AttemptState::from_wire(&task.status);
    let duration = Cell::from_field(&task.talk_seconds, |seconds| formats.talk(*seconds));
    TaskRow {
        id: task.id.0.clone(),
        contact: contact(&task.contact, &task.phone, &task.id.0, formats),
        phone: phone(&task.phone, formats),
        phone_raw: task.phone.as_deref().map(str::to_owned),
        from: phone(&task.from, formats),
        from_raw: task.from.as_deref().map(str::to_owned),
        sticky: task.from_sticky.copied() == Some(true),
        blocker: hold(task, &state, formats),
        blocker_reported: task.blocker.is_reported(),
        disposition: disposition(task),
        attempts: Cell::of_allowed(&task.attempts, &task.max_attempts, formats),
        system_retries: Cell::from_field(&task.system_retries, |count| formats.count(*count)),
        live: task.talk_seconds.value().is_some()
            && state.kind() == Kind::Live
            && state != AttemptState::Processing,
        duration,
        score: Cell::from_field(&task.score, |score| {
            formats.decimal(*score, if score.fract() == 0.0 { 0 } else { 1 })
        }),
        last_attempted: Cell::from_field(&task.last_attempted_at, |at| formats.time_in_column(at)),
        state,
    }
}

/// Whom a row is about: the name, else the phone number, else the row's ID.
pub(super) fn contact(
    contact: &Field<Contact>,
    phone: &Field<String>,
    id: &str,
    formats: &Formats<'_>,
) -> Cell {
    let named = contact.value().and_then(|contact| contact.name.as_deref());
    let name = named.map(str::trim).filter(|name| !name.is_empty());
    let stand_in = || {
        let phone = phone.as_deref().map(|phone| formats.phone(phone));
        phone.unwrap_or_else(|| id.to_owned())
    };
    Cell::of(name.map_or_else(stand_in, str::to_owned))
}

/// A number in groups.
pub(super) fn phone(number: &Field<String>, formats: &Formats<'_>) -> Cell {
    match Cell::text(number) {
        Cell {
            text,
            reported: true,
        } if text != NONE => Cell::of(formats.phone(&text)),
        cell => cell,
    }
}

fn disposition(task: &Task) -> Cell {
    match (Cell::text(&task.disposition), task.dry_run.copied()) {
        (_, Some(true)) => Cell::of("Dry run".to_owned()),
        (cell, _) => cell,
    }
}

/// Names of the columns that no row reports; a table leaves them out and says so.
pub fn unreported_columns(rows: &[TaskRow]) -> Vec<&'static str> {
    type Column = (&'static str, fn(&TaskRow) -> bool);
    let columns: [Column; 9] = [
        ("Phone", |row| row.phone.reported),
        ("From", |row| row.from.reported),
        ("Blocker and next attempt", |row| {
            row.blocker_reported || row.blocker.is_some()
        }),
        ("Disposition", |row| row.disposition.reported),
        ("Attempts", |row| row.attempts.reported),
        ("System retries", |row| row.system_retries.reported),
        ("Duration", |row| row.duration.reported),
        ("Score", |row| row.score.reported),
        ("Last attempted", |row| row.last_attempted.reported),
    ];
    let is_missing = |column: &&Column| !rows.is_empty() && !rows.iter().any(column.1);
    columns
        .iter()
        .filter(is_missing)
        .map(|(name, _)| *name)
        .collect()
}

#[cfg(test)]
mod tests;
