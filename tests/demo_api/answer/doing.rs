//! Doing what a person asks of a campaign.

use super::verb::Verb;
use super::{containment, counted_noun};
use crate::campaign::{Refused, Status};
use crate::gate::Gate;
use crate::scenario::USER;
use crate::wish::Wish;
use crate::world::World;

/// Does what was asked, and says so.
pub fn act(world: &mut World, index: usize, verb: Verb, asked: Wish) -> Result<String, Refused> {
    let (by, _) = USER;
    let now = world.now();
    let Some(campaign) = world.dialer.campaigns.get_mut(index) else {
        return Ok(String::new());
    };
    let agenda = &mut world.dialer.agenda;
    let reason = asked.reason.clone();
    Ok(match verb {
        Verb::Start if campaign.status == Status::Paused => {
            campaign.resume(by, agenda);
            resumed(world, index)
        }
        Verb::Start => {
            campaign.launch(agenda);
            String::from("Started. Dialing begins within a second.")
        }
        Verb::Pause => {
            let lines = campaign.lines;
            campaign.pause(reason, Some(by), now);
            format!(
                "Paused. {} in progress {}.",
                counted_noun(i64::from(lines), "call", "calls"),
                if lines == 1 {
                    "finishes first"
                } else {
                    "finish first"
                }
            )
        }
        Verb::Resume => {
            campaign.resume(by, agenda);
            resumed(world, index)
        }
        Verb::Stop | Verb::Cancel => {
            campaign.end_early(reason, by, now);
            let word = if verb == Verb::Stop {
                "Stopped"
            } else {
                "Canceled"
            };
            let lines = i64::from(campaign.lines);
            format!(
                "{word}. {} still in progress.",
                counted_noun(lines, "call is", "calls are")
            )
        }
        // These make campaigns or files, and leave this one as it is; see `acting`.
        Verb::Restart | Verb::Clone | Verb::AttemptReport => String::new(),
        Verb::SetConcurrency | Verb::RemoveNumber | Verb::SetWindow => {
            containment::act(campaign, verb, &asked, agenda)?
        }
    })
}

fn resumed(world: &World, index: usize) -> String {
    let closed = world.dialer.campaigns.get(index).and_then(|campaign| {
        match Gate::of(&world.dialer, campaign) {
            Gate::WindowClosed(opens) => opens.map(|at| campaign.plan.zone.day_and_clock(at)),
            _ => None,
        }
    });
    closed.map_or_else(
        || String::from("Resumed. Dialing goes on within a second."),
        |opens| format!("Resumed. The call window is closed; dialing goes on {opens}."),
    )
}
