//! What a limit is made of, in sentences.

use crate::domain::capacity::{Carrier, NumberPool};
use crate::domain::carrier_health::{Standing, circumstances, failed_attempts, standing};
use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::moment::{at_or_on, when, when_and_wait};
use crate::domain::pace;
use crate::domain::rich::{Rich, clipped};

/// The prepaid balance.
pub fn balance(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let money = limits.capacity?.credits.value()?.balance.value()?;
    Some(
        Rich::of("The balance is ")
            .strong(&formats.money(money))
            .text("."),
    )
}

/// "Telnyx failed 27 of 50 attempts in the last 2 min, mostly SIP 503."
pub fn failing(carrier: &Carrier, formats: &Formats<'_>) -> Option<Rich> {
    let attempts = failed_attempts(carrier, formats)?;
    let strong = [&*clipped(&carrier.name, 40), " failed ", &attempts].concat();
    let when = circumstances(carrier, formats);
    Some(
        Rich::default()
            .strong(&strong)
            .text(&[&*when, "."].concat()),
    )
}

/// How the first held carrier failed, and when its breaker lets calls through.
pub fn carrier_lines(limits: &Limits<'_>, formats: &Formats<'_>) -> Vec<Option<Rich>> {
    let held = limits.held_carriers();
    let Some(carrier) = held.first() else {
        return Vec::new();
    };
    let next = if standing(carrier) == Standing::Tested {
        let few = "Its breaker lets a few calls through and closes when they pass.";
        Some(Rich::of(few))
    } else {
        carrier.retries_at.value().map(|at| {
            Rich::of("Test calls start ")
                .strong(&when_and_wait(at, formats))
                .text(".")
        })
    };
    vec![failing(carrier, formats), next]
}

/// Each carrier at which too many calls fail, with its figures.
pub fn failing_carriers(limits: &Limits<'_>, formats: &Formats<'_>) -> Vec<Option<Rich>> {
    let failing_now = |carrier: &&Carrier| standing(carrier) == Standing::Failing;
    let carriers = limits.carriers().iter().filter(failing_now);
    carriers
        .take(2)
        .map(|carrier| failing(carrier, formats))
        .collect()
}

/// The campaign that goes first, and the lines it holds.
pub fn holder(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let blocking = limits.dispatch?.blocking_campaign.value()?;
    let rank = blocking
        .priority
        .copied()
        .map_or_else(String::new, |priority| {
            [" (priority ", &formats.count(priority), ")"].concat()
        });
    let tenant = limits.capacity.and_then(|capacity| capacity.tenant.value());
    let of = tenant.map_or_else(String::new, |tenant| {
        [" of ", &formats.count(tenant.line_cap)].concat()
    });
    let holds = blocking.lines.copied().map_or_else(
        || " goes first.".to_owned(),
        |lines| [" holds ", &formats.count(lines), &of, " tenant lines."].concat(),
    );
    let name = clipped(&blocking.name, 60);
    Some(
        Rich::default()
            .strong(&name)
            .text(&[&rank, &*holds].concat()),
    )
}

/// What the limit is made of.
pub fn full(kind: LimitKind, limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    match kind {
        LimitKind::NumberPool => Some(pool(limits.capacity?.number_pool.value()?, formats)),
        LimitKind::TenantLines => others(limits, formats).or_else(|| alone(limits, formats)),
        LimitKind::Concurrency => {
            let set = limits.capacity?.concurrency.value()?;
            let by = clipped(set.set_by.as_deref()?, 40);
            let at = set
                .set_at
                .value()
                .map_or_else(String::new, |at| [" ", &*at_or_on(at, formats)].concat());
            Some(
                Rich::of("Concurrency was set to ")
                    .strong(&formats.count(set.limit))
                    .text(&[" by ", &by, &at, "."].concat()),
            )
        }
        _ => {
            let hold = limits
                .capacity?
                .carrier_rate
                .value()?
                .mean_hold_seconds
                .copied()?;
            let lines = formats.count(limits.lines(kind)?);
            Some(
                Rich::of("With a mean hold of ")
                    .text(&pace::hold(hold, formats))
                    .text(" that fills ")
                    .strong(&[&lines, " lines"].concat())
                    .text("."),
            )
        }
    }
}

fn others(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let tenant = limits.capacity?.tenant.value()?;
    let others = tenant
        .used_by_others
        .copied()
        .filter(|others| *others > 0)?;
    let others = formats.count(others);
    let strong = [
        "Other campaigns hold ",
        &others,
        " of ",
        &formats.count(tenant.line_cap),
    ];
    Some(
        Rich::default()
            .strong(&strong.concat())
            .text(" tenant lines."),
    )
}

/// The cap alone, when no other campaign holds a line of it.
fn alone(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let cap = formats.count(limits.capacity?.tenant.value()?.line_cap);
    Some(
        Rich::of("The tenant may use ")
            .strong(&[&*cap, " lines"].concat())
            .text(" in all."),
    )
}

/// "2 of 8 numbers are spam-flagged and out of rotation since 12:10 CST, which
/// removes 12 lines."
fn pool(pool: &NumberPool, formats: &Formats<'_>) -> Rich {
    let flagged = pool.flagged.copied().filter(|flagged| *flagged > 0);
    let Some(flagged) = flagged else {
        let each = pool
            .lines_per_number
            .copied()
            .map_or_else(String::new, |each| {
                let noun = if each == 1 {
                    " line each"
                } else {
                    " lines each"
                };
                [", ", &formats.count(each), noun].concat()
            });
        let numbers = of_all(pool.in_rotation, pool, formats);
        let are = if pool.in_rotation == 1 { " is" } else { " are" };
        return Rich::default()
            .strong(&[&numbers, are, " in rotation"].concat())
            .text(&[&each, "."].concat());
    };
    let are = if flagged == 1 {
        " is spam-flagged"
    } else {
        " are spam-flagged"
    };
    let since = pool
        .flagged_since
        .value()
        .map_or_else(String::new, |at| [" since ", &when(at, formats)].concat());
    let cost = pool
        .lines_per_number
        .copied()
        .map_or_else(String::new, |each| {
            [
                ", which removes ",
                &formats.count(flagged.saturating_mul(each)),
                " lines",
            ]
            .concat()
        });
    Rich::default()
        .strong(&[&of_all(flagged, pool, formats), are].concat())
        .text(&[" and out of rotation", &since, &cost, "."].concat())
}

/// "2 of 8 numbers".
fn of_all(part: i64, pool: &NumberPool, formats: &Formats<'_>) -> String {
    let noun = if part == 1 { " number" } else { " numbers" };
    let part = formats.count(part);
    pool.numbers.copied().map_or_else(
        || [&part, noun].concat(),
        |all| [&part, " of ", &formats.count(all), " numbers"].concat(),
    )
}
