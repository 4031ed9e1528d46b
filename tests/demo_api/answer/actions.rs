//! Which actions a campaign has, and what each would do now.

use serde_json::{Value, json};

use super::verb::{Verb, refusal};
use super::{containment, counted, counted_noun};
use crate::campaign::{Campaign, Status};
use crate::store::figures::Figures;
use crate::task_state::Family;
use crate::world::World;

/// The contract's list of actions.
pub fn actions(world: &World, campaign: &Campaign, figures: &Figures) -> Vec<Value> {
    Verb::offered(campaign)
        .into_iter()
        .map(|verb| {
            let reason = refusal(campaign, figures, verb, world.now());
            let effect = reason
                .is_none()
                .then(|| effect(world, campaign, figures, verb));
            json!({
                "name": verb.wire(),
                "available": reason.is_none(),
                "reason": reason,
                "effect": effect,
                "confirm": must_confirm(campaign, verb),
            })
        })
        .collect()
}

fn must_confirm(campaign: &Campaign, verb: Verb) -> bool {
    match verb {
        Verb::Stop | Verb::Cancel | Verb::RemoveNumber | Verb::SetWindow => true,
        // What paused itself may pause again; a person should look first.
        Verb::Resume => campaign
            .pause
            .as_ref()
            .is_some_and(|pause| pause.by.is_none()),
        Verb::Start
        | Verb::Pause
        | Verb::Restart
        | Verb::Clone
        | Verb::AttemptReport
        | Verb::SetConcurrency => false,
    }
}

fn effect(world: &World, campaign: &Campaign, figures: &Figures, verb: Verb) -> String {
    let lines = figures.lines();
    let waiting = figures.in_family(Family::Waiting);
    let finishing = match lines {
        0 => String::from("No call is in progress."),
        1 => String::from("1 call in progress finishes first."),
        lines => format!("{} calls in progress finish first.", counted(lines)),
    };
    let unreached = if waiting == 1 {
        String::from("1 contact would not be called any more.")
    } else {
        format!(
            "{} contacts would not be called any more.",
            counted(waiting)
        )
    };
    match verb {
        Verb::Start if campaign.status == Status::Paused => resuming(world, campaign, figures),
        Verb::Start => format!(
            "Starts dialing {} now.",
            counted_noun(waiting, "contact", "contacts")
        ),
        Verb::Pause => format!("Stops new dialing. {finishing}"),
        Verb::Resume => resuming(world, campaign, figures),
        Verb::Stop => format!("Ends it as completed: {unreached} {finishing}"),
        Verb::Cancel => format!("Ends it for good: {unreached} {finishing}"),
        Verb::Restart => format!(
            "Prepares a new run for {} under the same ID. This run is kept.",
            counted_noun(figures.total(), "contact", "contacts")
        ),
        Verb::Clone => String::from("Copies the setup, without the contacts, into a new draft."),
        Verb::AttemptReport => format!(
            "Downloads {} as CSV.",
            counted_noun(figures.dialed(), "attempt", "attempts")
        ),
        Verb::SetConcurrency | Verb::RemoveNumber | Verb::SetWindow => {
            containment::effect(campaign, verb, world.now())
        }
    }
}

fn resuming(world: &World, campaign: &Campaign, figures: &Figures) -> String {
    let ready = figures.unheld();
    let limit = campaign
        .own_limit()
        .min(world.dialer.shared_share(campaign).left());
    format!(
        "Dials again, on up to {}. {} ready.",
        counted_noun(i64::from(limit), "line", "lines"),
        counted_noun(ready, "contact is", "contacts are"),
    )
}

/// Those actions of a list's row: the ones that take no value.
pub fn plain_actions(world: &World, campaign: &Campaign, figures: &Figures) -> Vec<Value> {
    let takes_value = |action: &Value| {
        Verb::CONTAINING
            .iter()
            .any(|verb| action.get("name").and_then(Value::as_str) == Some(verb.wire()))
    };
    actions(world, campaign, figures)
        .into_iter()
        .filter(|action| !takes_value(action))
        .collect()
}
