//! A campaign as one row of the list.

use super::block::Block;
use super::campaign::CampaignSummary;
use super::cell::Cell;
use super::field::Field;
use super::figures::{answered_of_dials, share};
use super::format::{ANSWER_RATE_MINIMUM, Formats, NONE};
use super::moment::when;
use super::money::Money;
use super::outcome::Outcomes;
use super::severity::Severity;
use super::status::CampaignStatus;

mod contradictions;
mod window;

pub use window::Window;

/// One row, every value ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct CampaignRow {
    /// The campaign's ID as received.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its status.
    pub status: CampaignStatus,
    /// The one thing to know now, with its severity.
    pub why: Option<(Severity, String)>,
    /// Whether the API reports such a thing at all.
    pub why_reported: bool,
    /// The higher-priority campaign in the way: "Waits for Claims outreach (priority 1)".
    pub blocked_by: Option<String>,
    /// "871 of 2,400".
    pub progress_of: Cell,
    /// "36.3%".
    pub progress: Cell,
    /// The parts of its bar with their shares, from 0 to 1; none where no
    /// figure for it is reported.
    pub bar: Option<Vec<(&'static str, f64)>>,
    /// Answered ÷ finished attempts.
    pub answer_rate: Cell,
    /// "of 1,904", "no attempts", or empty.
    pub answer_of: String,
    /// Whether the sample is too small to judge the answer rate by.
    pub small_sample: bool,
    /// Completed ÷ all contacts.
    pub completion: Cell,
    /// Spent so far.
    pub spend: Cell,
    /// "of $400.00", or empty.
    pub spend_of: String,
    /// Its rank.
    pub priority: Cell,
    /// Whether it may dial at this hour.
    pub window: Window,
    /// When it was created.
    pub created: Cell,
    /// What in the row contradicts itself, each with both figures.
    pub contradictions: Vec<String>,
}

/// Writes a campaign as a row.
pub fn row(summary: &CampaignSummary, formats: &Formats<'_>) -> CampaignRow {
    let status = CampaignStatus::from_wire(&summary.status);
    let (progress_of, progress) = progress(summary, formats);
    let (answer_rate, answer_of, small_sample) = answers(summary, formats);
    CampaignRow {
        id: summary.id.0.clone(),
        name: summary.name.clone(),
        why: why(summary, &status, formats),
        why_reported: !matches!(summary.why, Block::Absent),
        blocked_by: blocked_by(summary, formats),
        progress_of,
        progress,
        bar: bar(summary),
        answer_rate,
        answer_of,
        small_sample,
        completion: completion(summary, formats),
        spend: Cell::from_field(&summary.spend, |money| formats.money(money)),
        spend_of: budget(&summary.budget, formats),
        priority: Cell::from_field(&summary.priority, |rank| formats.count(*rank)),
        window: window::window(&summary.call_window, &status, formats),
        created: Cell::from_field(&summary.created_at, |at| formats.date(at)),
        contradictions: contradictions::find(summary, formats),
        status,
    }
}

/// The dialer's headline, else when the campaign starts or ended.
fn why(
    summary: &CampaignSummary,
    status: &CampaignStatus,
    formats: &Formats<'_>,
) -> Option<(Severity, String)> {
    if let Some(why) = summary.why.value() {
        return Some((Severity::from_wire(&why.severity), why.text.clone()));
    }
    let (verb, at) = match status {
        CampaignStatus::Scheduled => ("Starts ", summary.starts_at.value()?),
        ended if ended.has_ended() => ("Ended ", summary.ended_at.value()?),
        _ => return None,
    };
    Some((Severity::Notice, [verb, &*when(at, formats)].concat()))
}

fn blocked_by(summary: &CampaignSummary, formats: &Formats<'_>) -> Option<String> {
    let campaign = summary.blocked_by.value()?;
    let rank = campaign
        .priority
        .copied()
        .map_or_else(String::new, |priority| {
            [" (priority ", &formats.count(priority), ")"].concat()
        });
    Some(["Waits for ", &campaign.name, &rank].concat())
}

/// Final and all contacts as the dialer counts them, with the dialer's own share.
fn progress(summary: &CampaignSummary, formats: &Formats<'_>) -> (Cell, Cell) {
    let Some(counts) = summary.counts.value() else {
        return (
            Cell::lacking(&summary.counts),
            Cell::lacking(&summary.counts),
        );
    };
    let finished = Outcomes::of(counts)
        .and_then(|outcomes| outcomes.known_finished())
        .or_else(|| counts.processed.copied());
    let of = match finished {
        Some(finished) => formats.of(finished, counts.total),
        None => ["of ", &formats.count(counts.total)].concat(),
    };
    let counted = finished.map(|finished| share(finished, counts.total));
    let percent = match (counts.progress.copied(), counted) {
        (Some(own), _) => Cell::of(formats.percent(own)),
        (None, Some(Some(counted))) => Cell::of(formats.percent(counted)),
        (None, Some(None)) => Cell::none(),
        (None, None) => Cell::not_reported(),
    };
    (Cell::of(of), percent)
}

/// Completed and failed contacts; where they are not told apart, what is processed.
fn bar(summary: &CampaignSummary) -> Option<Vec<(&'static str, f64)>> {
    let counts = summary.counts.value()?;
    let fraction =
        |count: i64| share(count, counts.total).map_or(0.0, |share| share.clamp(0.0, 1.0));
    match (Outcomes::of(counts), counts.processed.copied()) {
        (Some(known), _) => Some(vec![
            ("completed", fraction(known.completed)),
            ("failed", fraction(known.failed())),
        ]),
        (None, Some(processed)) => Some(vec![("other", fraction(processed))]),
        (None, None) => None,
    }
}

/// Names of the columns that no row reports; the table says so below.
pub fn unreported_columns(rows: &[CampaignRow]) -> Vec<&'static str> {
    type Column = (&'static str, fn(&CampaignRow) -> bool);
    let columns: [Column; 8] = [
        ("Why, right now", |row| {
            row.why_reported || row.why.is_some()
        }),
        ("Progress", |row| row.progress.reported),
        ("Answer rate", |row| row.answer_rate.reported),
        ("Completion", |row| row.completion.reported),
        ("Spend", |row| row.spend.reported),
        ("Priority", |row| row.priority.reported),
        ("Window", |row| row.window.word.reported),
        ("Created", |row| row.created.reported),
    ];
    let missing = columns
        .iter()
        .filter(|(_, reported)| !rows.is_empty() && !rows.iter().any(reported));
    missing.map(|(name, _)| *name).collect()
}

fn answers(summary: &CampaignSummary, formats: &Formats<'_>) -> (Cell, String, bool) {
    let Some(attempts) = summary.attempts.value() else {
        return (Cell::lacking(&summary.attempts), String::new(), false);
    };
    let own = attempts
        .answer_rate
        .copied()
        .map(|rate| formats.percent(rate));
    let Some((answered, dials)) = answered_of_dials(attempts) else {
        return (
            own.map_or_else(Cell::not_reported, Cell::of),
            String::new(),
            false,
        );
    };
    let counted = formats.rate(answered, dials, ANSWER_RATE_MINIMUM);
    let of = match dials {
        0 => "no attempts".to_owned(),
        _ => ["of ", &formats.count(dials)].concat(),
    };
    (Cell::of(own.unwrap_or(counted.text)), of, !counted.enough)
}

fn completion(summary: &CampaignSummary, formats: &Formats<'_>) -> Cell {
    let own = summary
        .attempts
        .value()
        .and_then(|attempts| attempts.completion_rate.copied());
    if let Some(own) = own {
        return Cell::of(formats.percent(own));
    }
    let counted = summary
        .counts
        .value()
        .and_then(|counts| Some((Outcomes::of(counts)?.known_completed()?, counts.total)));
    let lacking = || Cell::lacking(&summary.counts);
    counted.map_or_else(lacking, |(completed, total)| {
        let is_undialed = summary
            .attempts
            .value()
            .is_some_and(|attempts| attempts.dialed.copied() == Some(0));
        let share = share(completed, total).filter(|_| !is_undialed);
        Cell::of(share.map_or_else(|| NONE.to_owned(), |share| formats.percent(share)))
    })
}

fn budget(budget: &Field<Money>, formats: &Formats<'_>) -> String {
    budget
        .value()
        .map_or_else(String::new, |money| ["of ", &formats.money(money)].concat())
}

#[cfg(test)]
mod tests;
