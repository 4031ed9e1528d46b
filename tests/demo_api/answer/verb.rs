//! What a person may ask of a campaign, and when it is refused.

use super::{containment, why};
use crate::campaign::{Campaign, Status};
use crate::plan::EndVerb;
use crate::zone::Ms;

/// Something a person may ask of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Start,
    Pause,
    Resume,
    Stop,
    Cancel,
    SetConcurrency,
    RemoveNumber,
    SetWindow,
}

impl Verb {
    const ALL: [Self; 8] = [
        Self::Start,
        Self::Pause,
        Self::Resume,
        Self::Stop,
        Self::Cancel,
        Self::SetConcurrency,
        Self::RemoveNumber,
        Self::SetWindow,
    ];

    /// Those that hold a campaign back without stopping it; each takes a value.
    pub const CONTAINING: [Self; 3] = [Self::SetConcurrency, Self::RemoveNumber, Self::SetWindow];

    /// The contract's name.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Stop => "stop",
            Self::Cancel => "cancel",
            Self::SetConcurrency => "set_concurrency",
            Self::RemoveNumber => "remove_number",
            Self::SetWindow => "set_window",
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
        let is_begun = campaign.status != Status::Draft && !campaign.status.is_ended();
        if campaign.plan.can_be_contained && is_begun {
            verbs.extend(Self::CONTAINING);
        }
        verbs
    }

    fn statuses(self) -> &'static [Status] {
        match self {
            Self::Start => &[Status::Draft, Status::Scheduled],
            Self::Pause => &[Status::Running],
            Self::Resume => &[Status::Paused],
            Self::Stop | Self::SetWindow => &[Status::Running, Status::Paused],
            Self::Cancel | Self::SetConcurrency | Self::RemoveNumber => {
                &[Status::Scheduled, Status::Running, Status::Paused]
            }
        }
    }
}

/// Why a verb is not open now; `None` when it is.
pub fn refusal(campaign: &Campaign, verb: Verb, now: Ms) -> Option<String> {
    if verb == Verb::Start
        && let Some(missing) = why::missing(campaign)
    {
        return Some(format!("{missing}. Start opens when all pass."));
    }
    if verb.statuses().contains(&campaign.status) {
        return containment::refusal(campaign, verb, now);
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
        Verb::SetWindow => "Only for a running or paused campaign.",
        Verb::SetConcurrency | Verb::RemoveNumber => {
            "Only for a scheduled, running or paused campaign."
        }
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
