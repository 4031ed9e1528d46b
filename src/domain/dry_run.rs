//! What a retry would do, as it is shown before anything is done.

use super::block::{Block, Row, good_rows};
use super::canary::needed_of;
use super::format::{Formats, NONE};
use super::targeted_retry::{Excluded, Lasts, RetryPreview};
use super::vocabulary::vocabulary;

vocabulary! {
    /// Why a contact of the selection is not dialed.
    pub enum Exclusion {
        Reached: "reached"; "Already reached";
            "A person was spoken to since.";
            Ok; CircleCheck,
        InFlight: "in_flight"; "In flight";
            "It is being dialed now.";
            Live; RingCore,
        Permanent: "permanent"; "Permanent failure";
            "The number cannot be called. Another attempt does not help.";
            Bad; Ban,
        RetryScheduled: "retry_scheduled"; "Retry already scheduled";
            "The dialer calls it again by itself.";
            Wait; Clock,
        DoNotCall: "do_not_call"; "Do not call";
            "The contact is not to be called.";
            Bad; Ban,
        AttemptsUsedUp: "attempts_used_up"; "Attempts used up";
            "It got every attempt that is allowed.";
            Mute; OctagonX,
        Reputation: "reputation"; "Refused as unwanted";
            "Look at the from-number before calling again.";
            Bad; TriangleAlert,
        Account: "account"; "Carrier account";
            "The carrier account does not allow the call.";
            Bad; TriangleAlert,
        NotFailed: "not_failed"; "Did not fail";
            "Its last attempt did not fail.";
            Mute; CircleCheck,
    }
}

/// One line of the dry run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DryLine {
    /// What is counted.
    pub label: String,
    /// How many, or how long.
    pub figure: String,
    /// Whether it is left out of the retry.
    pub is_left_out: bool,
}

/// The figures of a dry run, for a sample of so many.
pub fn lines(preview: &RetryPreview, size: i64, formats: &Formats<'_>) -> Vec<DryLine> {
    let line = |label: &str, figure: String| DryLine {
        label: label.to_owned(),
        figure,
        is_left_out: false,
    };
    let eligible = preview.eligible;
    let sample = sample_of(preview, size);
    let selected = preview.selected.copied();
    let selected = selected.map_or_else(|| "Not reported".to_owned(), |n| formats.count(n));
    let mut lines = vec![
        line("Selected", selected),
        line("May be retried", formats.count(eligible)),
        line("Sample first", formats.count(sample)),
        line(
            "The rest, after the sample",
            formats.count(eligible.saturating_sub(sample).max(0)),
        ),
    ];
    if let Some(lasts) = preview.lasts_seconds.value() {
        lines.push(line("All of it takes (est.)", span(lasts, formats)));
    }
    lines.extend(left_out(preview, formats));
    lines
}

/// The figures of a dry run without a sample: before the rest is released.
pub fn lines_of_rest(preview: &RetryPreview, formats: &Formats<'_>) -> Vec<DryLine> {
    let eligible = DryLine {
        label: "May be retried".to_owned(),
        figure: formats.count(preview.eligible),
        is_left_out: false,
    };
    let left_out = left_out(preview, formats);
    std::iter::once(eligible).chain(left_out).collect()
}

/// Who is left out, and why. Those who were reached and those in flight are
/// always told: that there are none of them is what the operator looks for.
fn left_out(preview: &RetryPreview, formats: &Formats<'_>) -> Vec<DryLine> {
    let line = |label: &str, figure: String| DryLine {
        label: ["Left out: ", label].concat(),
        figure,
        is_left_out: true,
    };
    let Some(rows) = excluded(preview) else {
        return vec![line("all reasons", "Not reported".to_owned())];
    };
    let told: Vec<&Excluded> = good_rows(rows).collect();
    let unread = rows.len().saturating_sub(told.len());
    let watched = [Exclusion::Reached, Exclusion::InFlight];
    let always = watched.iter().map(|reason| {
        let same = told
            .iter()
            .filter(|row| Exclusion::from_wire(&row.reason) == *reason);
        let count = same.fold(0_i64, |sum, row| sum.saturating_add(row.count));
        // What cannot be read may be just that one.
        let figure = match count {
            0 if unread > 0 => "Not reported".to_owned(),
            _ => formats.count(count),
        };
        line(&reason.label().to_lowercase(), figure)
    });
    let others = told.iter().filter_map(|row| {
        let reason = Exclusion::from_wire(&row.reason);
        let told = row.label.as_deref().map(str::to_owned);
        let told = told.filter(|_| matches!(reason, Exclusion::Unknown(_)));
        let label = told.unwrap_or_else(|| reason.label().into_owned());
        (!watched.contains(&reason)).then(|| line(&uncapitalized(&label), formats.count(row.count)))
    });
    let unread = (unread > 0).then(|| line("reasons that cannot be read", unread.to_string()));
    always.chain(others).chain(unread).collect()
}

/// Who is left out, as far as it is told: `null` is nobody.
fn excluded(preview: &RetryPreview) -> Option<&[Row<Excluded>]> {
    match &preview.excluded {
        Block::Value(rows) => Some(rows),
        Block::Empty => Some(&[]),
        Block::Absent | Block::Unreadable(_) => None,
    }
}

/// "25 to 40 min", "about 25 min"; "—" for what is no span of time.
pub fn span(lasts: &Lasts, formats: &Formats<'_>) -> String {
    let Lasts { low, high } = *lasts;
    if !low.is_finite() || !high.is_finite() || low < 0.0 || high < low {
        return NONE.to_owned();
    }
    let (low, high) = (formats.wait_in_minutes(low), formats.wait_in_minutes(high));
    if low == high {
        return ["about ", &*low].concat();
    }
    [&*low, " to ", &high].concat()
}

/// Contacts that go first: the chosen size, or all where there are fewer.
pub fn sample_of(preview: &RetryPreview, size: i64) -> i64 {
    size.min(preview.eligible).max(0)
}

/// "18 of 20 must come through without a carrier error before the rest can go."
pub fn promise(preview: &RetryPreview, size: i64) -> String {
    let sample = sample_of(preview, size);
    let needed = needed_of(sample).to_string();
    if sample >= preview.eligible {
        return "All of them go at once: there are no more than a sample.".to_owned();
    }
    [
        &*needed,
        " of ",
        &sample.to_string(),
        " must come through without a carrier error before the rest can go.",
    ]
    .concat()
}

/// Why nothing can be started from a dry run; `None` when it can.
pub fn obstacle(preview: &RetryPreview) -> Option<String> {
    (preview.eligible <= 0).then(|| "Nobody of the selection may be retried now.".to_owned())
}

/// What does not add up in a dry run, in a sentence.
pub fn doubt(preview: &RetryPreview, formats: &Formats<'_>) -> Option<String> {
    if let Block::Unreadable(trouble) = &preview.excluded {
        return Some(["Who is left out cannot be read: ", &trouble.to_string()].concat());
    }
    let rows = excluded(preview)?;
    let excluded = good_rows(rows).fold(0_i64, |sum, row| sum.saturating_add(row.count));
    let selected = preview.selected.copied()?;
    (selected != preview.eligible.saturating_add(excluded)).then(|| {
        let [selected, eligible, excluded] =
            [selected, preview.eligible, excluded].map(|count| formats.count(count));
        [
            &*selected,
            " are selected, but ",
            &eligible,
            " may be retried and ",
            &excluded,
            " are left out. The API's figures disagree.",
        ]
        .concat()
    })
}

/// What is different since an earlier dry run, in a sentence.
pub fn changed(before: &RetryPreview, now: &RetryPreview, formats: &Formats<'_>) -> Option<String> {
    let figures = |preview: &RetryPreview| {
        let all = lines(preview, 0, formats).into_iter();
        let kept = all.filter(|line| line.is_left_out || line.label == "May be retried");
        kept.map(|line| (line.label, line.figure))
            .collect::<Vec<_>>()
    };
    let (old, new) = (figures(before), figures(now));
    let of = |all: &[(String, String)], label: &str| {
        let found = all.iter().find(|(known, _)| known == label);
        found.map_or_else(|| "0".to_owned(), |(_, figure)| figure.clone())
    };
    let gone = old
        .iter()
        .filter(|(label, _)| !new.iter().any(|(known, _)| known == label));
    let labels = new.iter().chain(gone).map(|(label, _)| label);
    let moved: Vec<String> = labels
        .filter(|label| of(&old, label) != of(&new, label))
        .map(|label| {
            [
                &*uncapitalized(label),
                " ",
                &of(&old, label),
                " → ",
                &of(&new, label),
            ]
            .concat()
        })
        .collect();
    let list = moved.join(", ");
    (!moved.is_empty()).then(|| ["It has changed since the dry run: ", &list, "."].concat())
}

fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    [first.as_deref().unwrap_or_default(), letters.as_str()].concat()
}

#[cfg(test)]
mod tests;
