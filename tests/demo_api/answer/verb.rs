//! What a person may ask of a campaign, and when it is refused.

use super::{containment, why};
use crate::campaign::{Campaign, Status};
use crate::plan::EndVerb;
use crate::store::figures::Figures;
use crate::zone::Ms;

/// Something a person may ask of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Start,
    Pause,
    Resume,
    Stop,
    Cancel,
    Restart,
    Clone,
    AttemptReport,
    SetConcurrency,
    RemoveNumber,
    SetWindow,
}

use Status::{Cancelled, Completed, Draft, Failed, Paused, Running, Scheduled};

/// The rule table: which verb is open in which status, and how it reads where it is not. What
/// is offered and what is refused both come from here.
const RULES: [(Verb, &str, &[Status], &str); 11] = [
    (
        Verb::Start,
        "start",
        &[Draft, Scheduled, Paused],
        "Only a draft, scheduled or paused campaign can be started.",
    ),
    (
        Verb::Pause,
        "pause",
        &[Running],
        "Only a running campaign can be paused.",
    ),
    (
        Verb::Resume,
        "resume",
        &[Paused],
        "Only for a paused campaign.",
    ),
    (
        Verb::Stop,
        "stop",
        &[Running, Paused],
        "Only a running or paused campaign can be stopped.",
    ),
    (
        Verb::Cancel,
        "cancel",
        &[Scheduled, Running, Paused],
        "Only a scheduled, running or paused campaign can be canceled.",
    ),
    (
        Verb::Restart,
        "restart",
        &[Completed, Failed],
        "Only a completed or failed campaign can be restarted.",
    ),
    (
        Verb::Clone,
        "clone",
        &[
            Draft, Scheduled, Running, Paused, Completed, Failed, Cancelled,
        ],
        "",
    ),
    (
        Verb::AttemptReport,
        "attempt_report",
        &[
            Draft, Scheduled, Running, Paused, Completed, Failed, Cancelled,
        ],
        "",
    ),
    (
        Verb::SetConcurrency,
        "set_concurrency",
        &[Scheduled, Running, Paused],
        "Only for a scheduled, running or paused campaign.",
    ),
    (
        Verb::RemoveNumber,
        "remove_number",
        &[Scheduled, Running, Paused],
        "Only for a scheduled, running or paused campaign.",
    ),
    (
        Verb::SetWindow,
        "set_window",
        &[Running, Paused],
        "Only for a running or paused campaign.",
    ),
];

impl Verb {
    /// Those that hold a campaign back without stopping it; each takes a value.
    pub const CONTAINING: [Self; 3] = [Self::SetConcurrency, Self::RemoveNumber, Self::SetWindow];

    fn rule(self) -> Option<&'static (Self, &'static str, &'static [Status], &'static str)> {
        RULES.iter().find(|(verb, ..)| *verb == self)
    }

    /// The contract's name.
    pub fn wire(self) -> &'static str {
        self.rule().map_or("", |(_, name, ..)| name)
    }

    /// The verb of a contract name.
    pub fn from_wire(name: &str) -> Option<Self> {
        RULES
            .iter()
            .find(|(_, known, ..)| *known == name)
            .map(|(verb, ..)| *verb)
    }

    /// The verbs that a campaign has at all.
    pub fn offered(campaign: &Campaign) -> Vec<Self> {
        let end = match campaign.plan.end_verb {
            EndVerb::Stop => Self::Stop,
            EndVerb::Cancel => Self::Cancel,
        };
        let mut verbs = vec![
            Self::Start,
            Self::Pause,
            Self::Resume,
            end,
            Self::Restart,
            Self::Clone,
            Self::AttemptReport,
        ];
        let is_begun = campaign.status != Draft && !campaign.status.is_ended();
        if campaign.plan.can_be_contained && is_begun {
            verbs.extend(Self::CONTAINING);
        }
        verbs
    }
}

/// Why a verb is not open now; `None` when it is.
pub fn refusal(campaign: &Campaign, figures: &Figures, verb: Verb, now: Ms) -> Option<String> {
    let (_, _, statuses, only) = verb.rule()?;
    if !statuses.contains(&campaign.status) {
        return Some(by_status(campaign, verb, only, now));
    }
    match verb {
        Verb::Start => {
            why::missing(campaign).map(|missing| format!("{missing}. Start opens when all pass."))
        }
        Verb::AttemptReport if figures.dialed() == 0 => {
            Some(String::from("There are no attempts yet."))
        }
        Verb::Restart if campaign.has_sleepers() => Some(String::from(
            "The demo does not prepare a million contacts again. Clone the campaign instead.",
        )),
        _ => containment::refusal(campaign, verb, now),
    }
}

/// Why a verb is not open in the campaign's status, and how it came to be in it.
fn by_status(campaign: &Campaign, verb: Verb, only: &str, now: Ms) -> String {
    let zone = campaign.plan.zone;
    if campaign.status.is_ended() && verb != Verb::Restart {
        let word = screen_word(campaign.status);
        return format!("This campaign has ended ({word}).");
    }
    let state = match (campaign.status, campaign.plan.starts_at, &campaign.pause) {
        (Scheduled, Some(at), _) => format!("This one starts {}.", zone.day_and_clock(at)),
        (Paused, _, Some(pause)) => {
            let by = pause.by.as_deref().unwrap_or("the dialer");
            format!(
                "This one is paused, by {by} at {}.",
                zone.when(pause.at, now)
            )
        }
        (status, ..) => format!("This one is {}.", screen_word(status)),
    };
    format!("{only} {state}")
}

fn screen_word(status: Status) -> &'static str {
    match status {
        Cancelled => "canceled",
        Draft => "a draft",
        other => other.wire(),
    }
}
