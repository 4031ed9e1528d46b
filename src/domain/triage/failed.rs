//! The failure groups, by class.

use crate::domain::block::good_rows;
use crate::domain::counts::sum;
use crate::domain::failure_class::{FailureClass, of_failure};
use crate::domain::failure_report::{FailureGroup, FailureReport};
use crate::domain::field::Field;
use crate::domain::spelling::humanized;

/// The groups that can be read and hold contacts or attempts.
pub fn groups(report: &FailureReport) -> impl Iterator<Item = &FailureGroup> {
    good_rows(&report.groups)
}

/// What kind of failure a group is.
pub fn class(group: &FailureGroup) -> Option<FailureClass> {
    of_failure(group.sip_status.copied(), group.code.as_deref())
}

/// The groups whose class passes a test.
pub fn of(report: &FailureReport, is: fn(&FailureClass) -> bool) -> Vec<&FailureGroup> {
    let fits = |group: &&FailureGroup| class(group).is_some_and(|class| is(&class));
    groups(report).filter(fits).collect()
}

/// Contacts of groups; a negative count is none.
pub fn contacts(groups: &[&FailureGroup]) -> i64 {
    sum(groups.iter().map(|group| group.contacts.max(0)))
}

/// A figure over groups; `None` when one that holds contacts does not report it.
pub fn total(groups: &[&FailureGroup], of: fn(&FailureGroup) -> &Field<i64>) -> Option<i64> {
    let mut sum = 0_i64;
    for group in groups {
        match of(group).copied() {
            Some(count) => sum = sum.saturating_add(count.max(0)),
            None if group.contacts > 0 => return None,
            None => {}
        }
    }
    Some(sum)
}

/// What the failures of a group are called: the API's words, else its code in
/// plain English, else the status.
pub fn label(group: &FailureGroup) -> String {
    let said = |text: Option<&str>| {
        let text = text.map(str::trim).filter(|text| !text.is_empty());
        text.map(str::to_owned)
    };
    let code = || said(group.code.as_deref()).map(|code| humanized(&code));
    said(group.label.as_deref())
        .or_else(code)
        .or_else(|| sip(group))
        .unwrap_or_else(|| "No reason given".to_owned())
}

/// "SIP 503", when the status is known.
pub fn sip(group: &FailureGroup) -> Option<String> {
    let status = group.sip_status.copied()?;
    Some(["SIP ", &*status.to_string()].concat())
}

/// "SIP 503 or provider timeout": the two kinds with most contacts.
pub fn kinds(groups: &[&FailureGroup]) -> String {
    let mut kinds: Vec<(String, i64)> = Vec::new();
    for group in groups {
        let kind = sip(group).unwrap_or_else(|| label(group).to_lowercase());
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count = count.saturating_add(group.contacts),
            None => kinds.push((kind, group.contacts)),
        }
    }
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let names: Vec<String> = kinds.into_iter().take(2).map(|(name, _)| name).collect();
    names.join(" or ")
}
