//! How an ended campaign's page differs, and the run before a restart.

use super::campaign::Interruption;
use super::details::Definition;
use super::figures::share;
use super::format::Formats;
use super::moment::when;
use super::previous_run::PreviousRun;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;
use super::timestamp::Timestamp;

/// What the page of an ended campaign says differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Heading of the key figures.
    pub figures_title: &'static str,
    /// Heading of the tasks.
    pub tasks_title: &'static str,
    /// "Ran 12 Nov, 09:00 CST to 14:32 CST, 5 h 32 m."; empty when the times
    /// are not reported.
    pub ran: String,
    /// The box of what ended it: only for a campaign that was canceled or failed.
    pub stopped: Option<StoppedBox>,
}

/// Time, person and reason of an end that was no completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoppedBox {
    /// "Canceled", "Failed".
    pub title: &'static str,
    /// As far as they are reported.
    pub rows: Vec<Definition>,
}

/// The run before a restart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousRunCard {
    /// The status it ended in; `None` when not reported.
    pub status: Option<CampaignStatus>,
    /// Its times and figures, as far as they are reported.
    pub rows: Vec<Definition>,
}

/// The differences; `None` unless the campaign has ended.
pub fn ending(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Ending> {
    let campaign = &snapshot.campaign;
    let status = CampaignStatus::from_wire(&campaign.status);
    if !status.has_ended() {
        return None;
    }
    let stopped = match status {
        CampaignStatus::Canceled => campaign.cancel.value().map(|end| ("Canceled", end)),
        CampaignStatus::Failed => campaign.failure.value().map(|end| ("Failed", end)),
        _ => None,
    };
    let ended = campaign.ended_at.value();
    Some(Ending {
        figures_title: "Final figures",
        tasks_title: "Campaign results",
        ran: ran(campaign.started_at.value(), ended, formats),
        stopped: stopped.map(|(title, end)| StoppedBox {
            title,
            rows: stopped_rows(end, ended, formats),
        }),
    })
}

fn stopped_rows(
    end: &Interruption,
    ended: Option<&Timestamp>,
    formats: &Formats<'_>,
) -> Vec<Definition> {
    let at = end.at.value().or(ended);
    let by = match (end.by.as_deref(), end.automatic.copied()) {
        (Some(name), _) => Some(name.to_owned()),
        (None, Some(true)) => Some("the system".to_owned()),
        _ => None,
    };
    let text = |text: Option<&str>| text.map(str::to_owned);
    listed([
        ("Time", at.map(|at| formats.date_time(at))),
        ("By", by),
        ("Reason", text(end.reason.as_deref())),
        ("Note", text(end.note.as_deref())),
    ])
}

fn listed<const N: usize>(rows: [(&str, Option<String>); N]) -> Vec<Definition> {
    let row = |(label, value): (&str, Option<String>)| Some(Definition::of(label, value?));
    rows.into_iter().filter_map(row).collect()
}

fn ran(from: Option<&Timestamp>, to: Option<&Timestamp>, formats: &Formats<'_>) -> String {
    let (Some(from), Some(to)) = (from, to) else {
        return String::new();
    };
    let length = from.ms.zip(to.ms).map(|(from, to)| to.saturating_sub(from));
    let length = length
        .filter(|length| *length >= 0)
        .map_or_else(String::new, |ms| {
            [", ", &*formats.wait(ms as f64 / 1000.0)].concat()
        });
    let same_day = formats.date(from) == formats.date(to);
    let end = if same_day {
        formats.clock(to)
    } else {
        formats.date_time(to)
    };
    [
        "Ran ",
        &*formats.date_time(from),
        " to ",
        &end,
        &length,
        ".",
    ]
    .concat()
}

/// The run before; `None` unless a restart has prepared a new one.
pub fn previous_run(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<PreviousRunCard> {
    let run = snapshot.previous_run.value()?;
    Some(PreviousRunCard {
        status: run.status.as_deref().map(CampaignStatus::from_wire),
        rows: previous_rows(&run, formats),
    })
}

fn previous_rows(run: &PreviousRun, formats: &Formats<'_>) -> Vec<Definition> {
    let of_total = |count: Option<i64>| {
        let count = count?;
        Some(match run.total.copied() {
            Some(total) => formats.of(count, total),
            None => formats.count(count),
        })
    };
    let answers = run.answered.copied().zip(run.finished.copied());
    let rate = answers.and_then(|(answered, finished)| {
        let rate = share(answered, finished)?;
        let of = formats.of(answered, finished);
        Some([&*formats.percent(rate), " (", &of, ")"].concat())
    });
    listed([
        (
            "Started",
            run.started_at.value().map(|at| when(at, formats)),
        ),
        ("Ended", run.ended_at.value().map(|at| when(at, formats))),
        ("Completed", of_total(run.completed.copied())),
        ("Failed", of_total(run.failed.copied())),
        ("Answer rate", rate),
        ("Spend", run.spend.value().map(|spend| formats.money(spend))),
    ])
}

#[cfg(test)]
mod tests;
