//! What the evidence says at once.

use super::{Evidence, Known};
use crate::domain::block::good_rows;
use crate::domain::duplicate_report::{DuplicateReport, UploadRun};
use crate::domain::failure_report::FailureReport;
use crate::domain::format::Formats;
use crate::domain::job::JobDetail;
use crate::domain::snapshot::Snapshot;
use crate::domain::stalled::{self, Verdict};
use crate::domain::targeted_retry::Retry;

impl<'a> Evidence<'a> {
    /// The campaign, when it is part of the incident and was read.
    pub fn snapshot(&self) -> Option<&'a Snapshot> {
        self.campaign.as_ref().and_then(Known::read).copied()
    }

    /// The run, when it is part of the incident and was read.
    pub fn detail(&self) -> Option<&'a JobDetail> {
        self.job.as_ref().and_then(Known::read).copied()
    }

    /// Whether the run moves, when there is one.
    pub fn verdict(&self) -> Option<Verdict> {
        self.detail().map(|detail| verdict(detail, self.formats))
    }

    /// The retry, when one was read.
    pub fn retried(&self) -> Option<&'a Retry> {
        self.retry.read().copied().flatten()
    }

    /// The failures, when they were read.
    pub fn failed(&self) -> Option<&'a FailureReport> {
        self.failures.read().copied()
    }

    /// The duplicates, when they were read.
    pub fn doubled(&self) -> Option<&'a DuplicateReport> {
        self.duplicates.read().copied()
    }
}

/// Whether a run moves, by the one definition of *stalled*, as of when it was
/// read: an old answer makes no run stalled.
pub(super) fn verdict(detail: &JobDetail, formats: &Formats<'_>) -> Verdict {
    let read = detail.captured_at.value().and_then(|at| at.ms);
    let now = read.unwrap_or(formats.now);
    stalled::verdict(&detail.job, detail.runtime.value(), now)
}

/// The runs over the upload, when they are reported.
pub(super) fn runs(report: &DuplicateReport) -> Option<Vec<&UploadRun>> {
    report.runs.value().map(|rows| good_rows(rows).collect())
}

/// A window that is looked back on, given in seconds: "24 h", not "1 d".
pub(super) fn in_hours(seconds: f64, formats: &Formats<'_>) -> String {
    let hours = seconds / 3600.0;
    match hours.fract() == 0.0 && (1.0..=72.0).contains(&hours) {
        true => [&*formats.decimal(hours, 0), " h"].concat(),
        false => formats.wait(seconds),
    }
}
