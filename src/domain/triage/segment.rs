//! Whether failures gather in one part of the attempts.

use crate::domain::block::good_rows;
use crate::domain::carrier_health::{FAILING_SHARE, MINIMUM_ATTEMPTS};
use crate::domain::failure_class::FailureClass;
use crate::domain::failure_report::{FailureGroup, FailureReport, FailureSegment};
use crate::domain::figures::share;
use crate::domain::format::Formats;
use crate::domain::spelling::humanized;

use super::failed::{of, total};

/// How many times the failed share of the rest a part's must be to stand out.
const TIMES: f64 = 2.0;

/// A part of the attempts that fails far more than the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// What it is a part by: `carrier`, `country`, `upload_part`; open.
    pub kind: String,
    /// "upload part 3", "country “Germany”".
    pub name: String,
    /// Attempts in it that failed.
    pub failed: i64,
    /// Attempts in it that ended.
    pub finished: i64,
}

impl Segment {
    /// "380 of 400 attempts in upload part 3 failed (95.0%)."
    pub fn told(&self, formats: &Formats<'_>) -> String {
        let rate = formats.rate(self.failed, self.finished, 1).text;
        let figures = formats.of(self.failed, self.finished);
        [
            &*figures,
            " attempts in ",
            &self.name,
            " failed (",
            &rate,
            ").",
        ]
        .concat()
    }
}

/// The part that stands out and holds most failures; a carrier is told of
/// elsewhere. `None` when no part stands out, or none is reported.
pub fn worst(report: &FailureReport) -> Option<Segment> {
    let rows = report.segments.value()?;
    if carriers_explain(report) {
        return None;
    }
    let parts: Vec<Segment> = good_rows(rows).filter_map(read).collect();
    let stands_out = |part: &&Segment| {
        let others = parts
            .iter()
            .filter(|other| other.kind == part.kind && other != part);
        let (failed, finished) = others.fold((0_i64, 0_i64), |(failed, finished), other| {
            (
                failed.saturating_add(other.failed),
                finished.saturating_add(other.finished),
            )
        });
        let own = share(part.failed, part.finished);
        let enough = part.finished >= MINIMUM_ATTEMPTS && finished > 0;
        enough
            && own.is_some_and(|own| {
                own >= FAILING_SHARE && own >= share(failed, finished).unwrap_or(0.0) * TIMES
            })
    };
    let by_carrier = |part: &&Segment| part.kind != "carrier";
    let found = parts.iter().filter(by_carrier).filter(stands_out);
    found.max_by_key(|part| part.failed).cloned()
}

/// Whether most failed attempts failed at the carriers: then the parts that
/// were dialed meanwhile fail more than others, and mean nothing.
fn carriers_explain(report: &FailureReport) -> bool {
    let failed = report.attempts.value().and_then(|it| it.failed.copied());
    let of_carriers = total(&of(report, FailureClass::is_carriers), |group| {
        &group.attempts
    });
    let explained = of_carriers
        .zip(failed)
        .and_then(|(part, whole)| share(part, whole));
    explained.is_some_and(|explained| explained >= 0.5)
}

fn read(segment: &FailureSegment) -> Option<Segment> {
    let (failed, finished) = (segment.failed.copied()?, segment.finished.copied()?);
    if failed < 0 || failed > finished {
        return None;
    }
    let said = |text: Option<&str>| {
        let text = text.map(str::trim).filter(|text| !text.is_empty());
        text.map(str::to_owned)
    };
    let kind = humanized(&segment.kind).to_lowercase();
    let name = match said(segment.label.as_deref()) {
        Some(label) => [&*kind, " “", &label, "”"].concat(),
        None => [&*kind, " ", &said(segment.value.as_deref())?].concat(),
    };
    Some(Segment {
        kind: segment.kind.clone(),
        name,
        failed,
        finished,
    })
}

/// The carrier with most failed attempts of these groups, and how many.
pub fn worst_carrier(groups: &[&FailureGroup]) -> Option<(String, i64)> {
    let mut carriers: Vec<(&str, i64)> = Vec::new();
    for group in groups {
        let (Some(name), Some(count)) = (group.carrier.as_deref(), group.attempts.copied()) else {
            continue;
        };
        match carriers.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum = sum.saturating_add(count.max(0)),
            None => carriers.push((name, count.max(0))),
        }
    }
    let worst = carriers.into_iter().max_by_key(|(_, count)| *count)?;
    (worst.1 > 0).then(|| (worst.0.to_owned(), worst.1))
}
