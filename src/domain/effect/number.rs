//! One number less in the pool.

use crate::domain::block::{Block, good_rows};
use crate::domain::eta::recent_rate;
use crate::domain::field::Field;
use crate::domain::figures::share;
use crate::domain::format::{ANSWER_RATE_MINIMUM, Formats};
use crate::domain::history::History;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::number::PoolNumber;
use crate::domain::number_row::{dials, rates_without};
use crate::domain::number_status::NumberStatus;
use crate::domain::rich::Rich;
use crate::domain::snapshot::Snapshot;

use super::{Change, Preview, row};

/// The number with the lowest answer rate of those with enough dials to judge
/// by: its ID, else the number itself. One that is out of rotation spoils
/// nothing any more and is named only where no other can be judged. `None`
/// without a second one to compare.
pub fn worst_number(snapshot: &Snapshot) -> Option<String> {
    let page = snapshot.numbers.value()?;
    let rated = |number: &PoolNumber| {
        let dials = dials(number).filter(|dials| *dials >= ANSWER_RATE_MINIMUM)?;
        let rate = share(number.answered.copied()?, dials)?;
        let status = status(number);
        let out = matches!(
            status,
            Some(NumberStatus::SpamFlagged | NumberStatus::CarrierErrors | NumberStatus::Resting)
        );
        (status != Some(NumberStatus::Removed)).then_some((id(number).to_owned(), out, rate))
    };
    let rated: Vec<(String, bool, f64)> = good_rows(&page.items).filter_map(rated).collect();
    let worst = rated
        .iter()
        .min_by(|a, b| a.1.cmp(&b.1).then_with(|| a.2.total_cmp(&b.2)))?;
    (rated.len() > 1).then(|| worst.0.clone())
}

/// The number that `wanted` names: by its ID, else by itself.
pub fn number_of<'a>(snapshot: &'a Snapshot, wanted: &str) -> Option<&'a str> {
    let page = snapshot.numbers.value()?;
    let number = good_rows(&page.items).find(|number| id(number) == wanted)?;
    Some(&number.number)
}

/// What taking a number out of the pool would do; `wanted` is its ID, else the
/// number itself. `None` when it is not on the page.
pub fn number_removal(
    snapshot: &Snapshot,
    history: &History,
    wanted: &str,
    formats: &Formats<'_>,
) -> Option<Preview> {
    let page = snapshot.numbers.value()?;
    let number = good_rows(&page.items).find(|number| id(number) == wanted)?;
    let name = formats.phone(&number.number);
    if status(number) == Some(NumberStatus::Removed) {
        return Some(Preview::refused([&*name, " is removed already."].concat()));
    }
    let changed = without(snapshot, number);
    let change = Change {
        now: Limits::of(snapshot),
        after: Limits::of(&changed),
        rate: recent_rate(history, snapshot),
        formats,
    };
    let mut rows = Vec::new();
    let rates = rates_without(page, &|other| id(other) == wanted);
    if let Some((all, others)) = rates {
        let (now, after) = (formats.percent(all), formats.percent(others));
        rows.push(row("Pool answer rate", now, after));
    }
    let pool = |limits: &Limits<'_>| limits.lines(LimitKind::NumberPool);
    let carries = pool(&change.now).zip(pool(&change.after));
    if let Some((now, after)) = carries {
        rows.push(row("Pool lines", formats.count(now), formats.count(after)));
    }
    rows.extend(change.rows());
    Some(Preview {
        rows,
        sentence: sentence(&change, rates, carries),
        refused: None,
    })
}

fn sentence(change: &Change<'_>, rates: Option<(f64, f64)>, carries: Option<(i64, i64)>) -> Rich {
    let formats = change.formats;
    let text = match rates {
        Some((all, others)) => Rich::of("The pool answers ")
            .strong(&formats.percent(others))
            .text(&[" without it, not ", &*formats.percent(all), ". "].concat()),
        None => Rich::default(),
    };
    match carries {
        Some((now, after)) if after < now => {
            let arrow = [&*formats.count(now), " → ", &formats.count(after)].concat();
            let text = text.text("It carries fewer lines, ").strong(&arrow);
            change.finish(text.text(". Calls in progress finish first."))
        }
        Some((now, _)) => text.text(
            &[
                "It is out of rotation, so the pool still carries ",
                &*formats.count(now),
                " lines.",
            ]
            .concat(),
        ),
        None => text.text("The lines it carries are not reported."),
    }
}

fn id(number: &PoolNumber) -> &str {
    number.id.as_deref().unwrap_or(&number.number)
}

fn status(number: &PoolNumber) -> Option<NumberStatus> {
    number.status.as_deref().map(NumberStatus::from_wire)
}

fn without(snapshot: &Snapshot, number: &PoolNumber) -> Snapshot {
    let mut changed = snapshot.clone();
    if let Block::Value(dispatch) = &mut changed.dispatch
        && let Block::Value(capacity) = &mut dispatch.capacity
        && let Block::Value(pool) = &mut capacity.number_pool
    {
        let less = |count: &mut Field<i64>| {
            if let Field::Value(count) = count {
                *count = count.saturating_sub(1).max(0);
            }
        };
        less(&mut pool.numbers);
        match status(number) {
            Some(NumberStatus::SpamFlagged) => less(&mut pool.flagged),
            Some(NumberStatus::InRotation) | None => {
                pool.in_rotation = pool.in_rotation.saturating_sub(1).max(0);
            }
            Some(_) => {}
        }
    }
    changed
}
