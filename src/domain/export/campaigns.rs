//! The list of campaigns.

use super::{Columns, currency, decimal, moment, sum, text, whole};
use crate::domain::block::Block;
use crate::domain::campaign::{CampaignSummary, Headline};
use crate::domain::counts::{AttemptCounts, TaskCounts};
use crate::domain::field::Field;
use std::borrow::Cow;

/// What the list tells of a campaign. Rates are fractions of 1.
pub const CAMPAIGNS: Columns<CampaignSummary> = &[
    ("campaign_id", |row| (&*row.id.0).into()),
    ("name", |row| (&*row.name).into()),
    ("status", |row| (&*row.status).into()),
    ("time_zone", |row| text(&row.time_zone)),
    ("priority", |row| whole(&row.priority)),
    ("why_severity", |row| why(row, |why| &why.severity)),
    ("why", |row| why(row, |why| &why.text)),
    ("tasks_total", |row| {
        let counts = row.counts.value();
        let total = counts.map(|counts| counts.total.to_string());
        total.unwrap_or_default().into()
    }),
    ("tasks_processed", |row| {
        tasks(row, |counts| &counts.processed)
    }),
    ("tasks_attempted", |row| {
        tasks(row, |counts| &counts.attempted)
    }),
    ("tasks_by_status", by_status),
    ("attempts_dialed", |row| {
        attempts(row, |counts| &counts.dialed)
    }),
    ("attempts_finished", |row| {
        attempts(row, |counts| &counts.finished)
    }),
    ("attempts_answered", |row| {
        attempts(row, |counts| &counts.answered)
    }),
    ("answer_rate", |row| rate(row, |counts| &counts.answer_rate)),
    ("completion_rate", |row| {
        rate(row, |counts| &counts.completion_rate)
    }),
    ("spend_amount", |row| sum(&row.spend)),
    ("spend_currency", |row| currency(&row.spend)),
    ("budget_amount", |row| sum(&row.budget)),
    ("budget_currency", |row| currency(&row.budget)),
    ("created_at", |row| moment(&row.created_at)),
    ("starts_at", |row| moment(&row.starts_at)),
    ("ended_at", |row| moment(&row.ended_at)),
];

fn why(row: &CampaignSummary, pick: fn(&Headline) -> &String) -> Cow<'_, str> {
    row.why.value().map_or("", |why| pick(why)).into()
}

fn tasks(row: &CampaignSummary, pick: fn(&TaskCounts) -> &Field<i64>) -> Cow<'_, str> {
    of(&row.counts, |counts| whole(pick(counts)))
}

fn attempts(row: &CampaignSummary, pick: fn(&AttemptCounts) -> &Field<i64>) -> Cow<'_, str> {
    of(&row.attempts, |counts| whole(pick(counts)))
}

fn rate(row: &CampaignSummary, pick: fn(&AttemptCounts) -> &Field<f64>) -> Cow<'_, str> {
    of(&row.attempts, |counts| decimal(pick(counts)))
}

fn of<'a, T>(block: &'a Block<T>, write: impl FnOnce(&'a T) -> Cow<'a, str>) -> Cow<'a, str> {
    block.value().map_or("".into(), write)
}

/// "completed 12; pending 3", with the words as received.
fn by_status(row: &CampaignSummary) -> Cow<'_, str> {
    let tally = row
        .counts
        .value()
        .and_then(|counts| counts.by_status.value());
    let counts = tally.into_iter().flat_map(|tally| tally.iter());
    let told: Vec<String> = counts.map(|(word, n)| format!("{word} {n}")).collect();
    told.join("; ").into()
}
