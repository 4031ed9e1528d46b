//! Which actions a campaign has, whether they are open now, and doing them.

use serde_json::{Value, json};

use super::{counted, counted_noun};
use crate::campaign::{Campaign, Status};
use crate::gate::Gate;
use crate::plan::EndVerb;
use crate::scenario::USER;
use crate::store::figures::Figures;
use crate::task_state::Family;
use crate::world::World;

/// Something a person may ask of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Start,
    Pause,
    Resume,
    Stop,
    Cancel,
}

impl Verb {
    const ALL: [Self; 5] = [
        Self::Start,
        Self::Pause,
        Self::Resume,
        Self::Stop,
        Self::Cancel,
    ];

    /// The contract's name.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Stop => "stop",
            Self::Cancel => "cancel",
        }
    }

    /// The verb of a contract name.
    pub fn from_wire(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.wire() == name)
    }

    /// The verbs that a campaign has at all.
    pub fn offered(campaign: &Campaign) -> Vec<Self> {
        let start = matches!(campaign.status, Status::Draft | Status::Scheduled);
        let end = match campaign.plan.end_verb {
            EndVerb::Stop => Self::Stop,
            EndVerb::Cancel => Self::Cancel,
        };
        let mut verbs = vec![Self::Pause, Self::Resume, end];
        if start {
            verbs.insert(0, Self::Start);
        }
        verbs
    }

    fn statuses(self) -> &'static [Status] {
        match self {
            Self::Start => &[Status::Draft, Status::Scheduled],
            Self::Pause => &[Status::Running],
            Self::Resume => &[Status::Paused],
            Self::Stop => &[Status::Running, Status::Paused],
            Self::Cancel => &[Status::Scheduled, Status::Running, Status::Paused],
        }
    }
}

/// Why a verb is not open now; `None` when it is.
pub fn refusal(campaign: &Campaign, verb: Verb) -> Option<String> {
    if verb == Verb::Start && !campaign.plan.missing.is_empty() {
        return Some(format!(
            "{} of {} launch checks left: {}. Start opens when all pass.",
            campaign.plan.missing.len(),
            super::why::LAUNCH_CHECKS,
            campaign.plan.missing.join(", "),
        ));
    }
    if verb.statuses().contains(&campaign.status) {
        return None;
    }
    if campaign.status.is_ended() {
        return Some(format!(
            "This campaign has ended ({}).",
            screen_word(campaign.status)
        ));
    }
    let only = match verb {
        Verb::Start => "Only a draft or scheduled campaign can be started.",
        Verb::Pause => "Only a running campaign can be paused.",
        Verb::Resume => "Only for a paused campaign.",
        Verb::Stop => "Only a running or paused campaign can be stopped.",
        Verb::Cancel => "Only a scheduled, running or paused campaign can be canceled.",
    };
    let state = match (campaign.status, campaign.plan.starts_at) {
        (Status::Scheduled, Some(at)) => {
            format!("This one starts {}.", campaign.plan.zone.day_and_clock(at))
        }
        (status, _) => format!("This one is {}.", screen_word(status)),
    };
    Some(format!("{only} {state}"))
}

fn screen_word(status: Status) -> &'static str {
    match status {
        Status::Cancelled => "canceled",
        Status::Draft => "a draft",
        other => other.wire(),
    }
}

/// The contract's list of actions.
pub fn actions(world: &World, campaign: &Campaign, figures: &Figures) -> Vec<Value> {
    Verb::offered(campaign)
        .into_iter()
        .map(|verb| {
            let reason = refusal(campaign, verb);
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
        Verb::Stop | Verb::Cancel => true,
        // What paused itself may pause again; a person should look first.
        Verb::Resume => campaign
            .pause
            .as_ref()
            .is_some_and(|pause| pause.by.is_none()),
        Verb::Start | Verb::Pause => false,
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
        Verb::Start => format!(
            "Starts dialing {} now.",
            counted_noun(waiting, "contact", "contacts")
        ),
        Verb::Pause => format!("Stops new dialing. {finishing}"),
        Verb::Resume => {
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
        Verb::Stop => format!("Ends it as completed: {unreached} {finishing}"),
        Verb::Cancel => format!("Ends it for good: {unreached} {finishing}"),
    }
}

/// Does what was asked, and says so.
pub fn act(world: &mut World, index: usize, verb: Verb, reason: Option<String>) -> String {
    let (by, _) = USER;
    let now = world.now();
    let Some(campaign) = world.dialer.campaigns.get_mut(index) else {
        return String::new();
    };
    let agenda = &mut world.dialer.agenda;
    match verb {
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
    }
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
