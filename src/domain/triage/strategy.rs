//! Which failed contacts to try again, and which to leave out.

use super::failed::{class, groups, label, sip};
use super::{CheckGroup, Evidence, Known};
use crate::domain::counts::sum;
use crate::domain::failure_class::FailureClass;
use crate::domain::failure_report::{FailureGroup, FailureReport};
use crate::domain::snapshot::Snapshot;
use crate::domain::status::CampaignStatus;
use crate::domain::targeted_retry::RetryFilter;

mod wise;

/// What contacts are called that the dialer tries again by itself.
pub(super) const QUEUED: &str = "Retry already queued";

/// The failures, split.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strategy {
    /// What another attempt may help, most contacts first.
    pub retry: Vec<StrategyRow>,
    /// What it does not help, or what is tried again anyway.
    pub leave_out: Vec<StrategyRow>,
    /// Contacts worth another attempt; `None` when failures are not known.
    pub retry_contacts: Option<i64>,
    /// Contacts to leave alone; `None` when failures are not known.
    pub leave_out_contacts: Option<i64>,
    /// Whether a retry makes sense now.
    pub is_retry_wise: bool,
    /// Why, or why not: whole sentences.
    pub why: String,
}

/// Contacts that failed alike.
#[derive(Clone, Debug, PartialEq)]
pub struct StrategyRow {
    /// "SIP 503, service unavailable".
    pub label: String,
    /// What kind of failure it is; `None` for one that is not known, and for
    /// contacts that are left out for another reason.
    pub class: Option<FailureClass>,
    /// How many contacts.
    pub contacts: i64,
    /// What asks for exactly these; empty where nothing can.
    pub filter: RetryFilter,
}

impl Strategy {
    /// The filter that keeps the failures of these rows and of no other row.
    /// `None` when no single filter does: then they are retried one by one.
    pub fn filter_of(&self, chosen: &[&StrategyRow]) -> Option<RetryFilter> {
        let codes = || merged(chosen, |filter| &filter.code);
        let statuses = || merged(chosen, |filter| &filter.sip_status);
        let by = |sip_status: Option<Vec<i64>>, code: Option<Vec<String>>| {
            Some(RetryFilter {
                sip_status: sip_status?,
                code: code?,
                ..RetryFilter::default()
            })
        };
        let candidates = [
            by(Some(Vec::new()), codes()),
            by(statuses(), Some(Vec::new())),
            by(statuses(), codes()),
        ];
        let rows = || self.retry.iter().chain(&self.leave_out);
        let is_exact = |filter: &RetryFilter| {
            let has = |row: &StrategyRow| chosen.iter().any(|own| own.filter == row.filter);
            let told = rows().filter(|row| !row.filter.is_empty());
            !filter.is_empty() && { told }.all(|row| keeps(filter, &row.filter) == has(row))
        };
        candidates.into_iter().flatten().find(is_exact)
    }
}

/// The values of all of them; `None` when one of them has none.
fn merged<T: Clone + PartialEq>(
    rows: &[&StrategyRow],
    of: fn(&RetryFilter) -> &Vec<T>,
) -> Option<Vec<T>> {
    let mut all: Vec<T> = Vec::new();
    for row in rows {
        let own = of(&row.filter);
        if own.is_empty() {
            return None;
        }
        for value in own {
            if !all.contains(value) {
                all.push(value.clone());
            }
        }
    }
    Some(all)
}

/// Whether a filter keeps the failures that another one names.
fn keeps(filter: &RetryFilter, named: &RetryFilter) -> bool {
    let status = filter.sip_status.is_empty()
        || named
            .sip_status
            .iter()
            .any(|status| filter.sip_status.contains(status));
    let code = filter.code.is_empty() || named.code.iter().any(|code| filter.code.contains(code));
    status && code
}

/// Splits the failures by their class.
pub(super) fn split(evidence: &Evidence<'_>, checks: &[CheckGroup]) -> Strategy {
    let report = match &evidence.failures {
        Known::Read(report) => report,
        Known::Unknown(why) => {
            return Strategy {
                why: why.clone(),
                ..Strategy::default()
            };
        }
    };
    let (mut retry, mut leave_out) = (Vec::new(), Vec::new());
    let mut queued = 0_i64;
    let stands = evidence.snapshot().is_some_and(stands);
    for group in groups(report).filter(|group| group.contacts > 0) {
        let class = class(group);
        let may_pass = class.as_ref().is_some_and(FailureClass::may_pass);
        let planned = group
            .retry_scheduled
            .copied()
            .filter(|_| !stands)
            .unwrap_or(0)
            .clamp(0, group.contacts);
        if may_pass {
            queued = queued.saturating_add(planned);
            add(
                &mut retry,
                group,
                class,
                group.contacts.saturating_sub(planned),
            );
        } else {
            add(&mut leave_out, group, class, group.contacts);
        }
    }
    let other = |label: &str, contacts: i64| StrategyRow {
        label: label.to_owned(),
        class: None,
        contacts,
        filter: RetryFilter::default(),
    };
    leave_out.push(other(QUEUED, queued));
    retry.retain(|row| row.contacts > 0);
    leave_out.retain(|row| row.contacts > 0);
    for rows in [&mut retry, &mut leave_out] {
        rows.sort_by(|a, b| {
            b.contacts
                .cmp(&a.contacts)
                .then_with(|| a.label.cmp(&b.label))
        });
    }
    let total = |rows: &[StrategyRow]| Some(sum(rows.iter().map(|row| row.contacts)));
    let (retry_contacts, leave_out_contacts) = (total(&retry), total(&leave_out));
    let (is_retry_wise, why) = wise::judge(evidence, checks, retry_contacts.unwrap_or(0));
    Strategy {
        retry,
        leave_out,
        retry_contacts,
        leave_out_contacts,
        is_retry_wise,
        why,
    }
}

/// Whether what a campaign has planned waits for somebody to let it go on: a
/// targeted retry may take it out of that queue.
fn stands(snapshot: &Snapshot) -> bool {
    use CampaignStatus::{Canceled, Completed, Failed, Paused};
    let status = CampaignStatus::from_wire(&snapshot.campaign.status);
    matches!(status, Paused | Completed | Failed | Canceled)
}

/// Adds contacts to the row of their failure: carriers do not matter.
fn add(
    rows: &mut Vec<StrategyRow>,
    group: &FailureGroup,
    class: Option<FailureClass>,
    contacts: i64,
) {
    let filter = RetryFilter {
        sip_status: group.sip_status.copied().into_iter().collect(),
        code: group
            .code
            .as_deref()
            .map(str::to_owned)
            .into_iter()
            .collect(),
        ..RetryFilter::default()
    };
    match rows
        .iter_mut()
        .find(|row| row.filter == filter && row.class == class)
    {
        Some(row) => row.contacts = row.contacts.saturating_add(contacts),
        None => rows.push(StrategyRow {
            label: named(group),
            class,
            contacts,
            filter,
        }),
    }
}

/// "Service unavailable (SIP 503)".
fn named(group: &FailureGroup) -> String {
    let (label, sip) = (label(group), sip(group));
    match sip {
        Some(sip) if sip != label => [&*label, " (", &sip, ")"].concat(),
        _ => label,
    }
}

/// Contacts that were refused because calls came too fast.
fn pace_contacts(report: &FailureReport) -> i64 {
    let of_pace = groups(report).filter(|group| class(group) == Some(FailureClass::Pace));
    sum(of_pace.map(|group| group.contacts.max(0)))
}
