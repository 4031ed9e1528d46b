//! Holding a campaign back on request: when it is possible, what it would do, and doing it.

use super::verb::Verb;
use crate::agenda::Agenda;
use crate::campaign::{Campaign, Refused};
use crate::scenario::{LINE_CAP, USER};
use crate::window::{Hours, minute_of};
use crate::wish::Wish;
use crate::wording::counted_noun;
use crate::zone::Ms;

/// The least and the most calls at a time that can be set.
pub const CONCURRENCY: (u32, u32) = (1, LINE_CAP);

/// Why an action that holds a campaign back is not open; `None` when it is.
pub fn refusal(campaign: &Campaign, verb: Verb, now: Ms) -> Option<String> {
    match verb {
        Verb::RemoveNumber => {
            let members = campaign
                .pool
                .as_ref()
                .map_or(0, |pool| pool.members().count());
            (members < 2).then(|| String::from("The pool has no number to spare."))
        }
        Verb::SetWindow => match &campaign.plan.window {
            None => Some(String::from("The campaign has no call window.")),
            Some(window) if !window.can_narrow(campaign.plan.zone, now) => {
                Some(String::from("The call window is over for today."))
            }
            Some(_) => None,
        },
        _ => None,
    }
}

/// What it would do, in words.
pub fn effect(campaign: &Campaign, verb: Verb, now: Ms) -> String {
    match verb {
        Verb::RemoveNumber => {
            let pool = campaign.pool.as_ref();
            let members = pool.map_or(0, |pool| pool.members().count());
            let numbers = counted_noun(members as i64, "number", "numbers");
            format!("Takes one of {numbers} out of the pool. Its calls finish first.")
        }
        Verb::SetWindow => {
            let zone = campaign.plan.zone;
            let window = campaign.plan.window.as_ref();
            let hours = window
                .and_then(|window| window.today(zone, now))
                .map_or_else(String::new, |hours| {
                    format!(", {hours} {}", zone.label(now))
                });
            format!("Narrows today's call window{hours}. Tomorrow stays as it is.")
        }
        _ => {
            let (min, max) = CONCURRENCY;
            format!(
                "Between {min} and {max} calls at a time; it is {} now. Calls above a new limit finish first.",
                campaign.concurrency
            )
        }
    }
}

/// Does it, and says so.
pub fn act(
    campaign: &mut Campaign,
    verb: Verb,
    wish: &Wish,
    agenda: &mut Agenda,
) -> Result<String, Refused> {
    let (by, _) = USER;
    let now = agenda.now();
    let done = match verb {
        Verb::RemoveNumber => {
            let id = wish
                .number_id
                .as_deref()
                .ok_or_else(|| Refused::new("/number_id", "Which number? number_id is missing."))?;
            campaign.remove_number(id, by, now)?
        }
        Verb::SetWindow => {
            let hours = hours(campaign, wish, now)?;
            campaign.narrow_window(hours, by, agenda)?
        }
        _ => set_concurrency(campaign, wish, now)?,
    };
    if let (Some(reason), Some(entry)) = (&wish.reason, campaign.activity.last_mut()) {
        entry.text = format!("{done}: {reason}");
    }
    Ok(format!("{done}."))
}

fn set_concurrency(campaign: &mut Campaign, wish: &Wish, now: Ms) -> Result<String, Refused> {
    let (by, _) = USER;
    let (min, max) = CONCURRENCY;
    let refused = |detail: String| Refused::new("/concurrency", detail);
    let limit = wish
        .concurrency
        .ok_or_else(|| refused(String::from("How many? concurrency is missing.")))?;
    let limit = u32::try_from(limit)
        .ok()
        .filter(|limit| (min..=max).contains(limit))
        .ok_or_else(|| refused(format!("Between {min} and {max} calls at a time.")))?;
    if limit == campaign.concurrency {
        return Err(refused(format!("The concurrency is {limit} already.")));
    }
    Ok(campaign.set_concurrency(limit, by, now))
}

/// The hours asked for; a time that is left out stays as it is.
fn hours(campaign: &Campaign, wish: &Wish, now: Ms) -> Result<Hours, Refused> {
    let today = campaign
        .plan
        .window
        .as_ref()
        .and_then(|window| window.today(campaign.plan.zone, now));
    let minute = |pointer: &'static str, text: &Option<String>, otherwise: Option<i64>| {
        text.as_deref()
            .map_or(otherwise, minute_of)
            .ok_or_else(|| Refused::new(pointer, "A time of day is written HH:MM."))
    };
    Ok(Hours {
        opens: minute("/opens", &wish.opens, today.map(|hours| hours.opens))?,
        closes: minute("/closes", &wish.closes, None)?,
    })
}
