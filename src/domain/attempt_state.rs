//! Where a task stands between waiting and its final result.

use super::vocabulary::vocabulary;

vocabulary! {
    /// An attempt state. The known ones are listed from waiting to final.
    pub enum AttemptState {
        Pending: "pending"; "Pending";
            "Waits for its first dial.";
            Mute; DashedCircle,
        RetryScheduled: "retry_scheduled" | "scheduled"; "Retry scheduled";
            "Waits for its next dial at a set time.";
            Wait; Clock,
        CallbackScheduled: "callback_scheduled"; "Callback scheduled";
            "The contact asked to be called back. It goes first once it is due.";
            Wait; ReturnArrow,
        Leased: "leased"; "Leased";
            "A dialer worker has taken it and dials next.";
            Live; Diamond,
        Dialing: "dialling" | "dialing"; "Dialing";
            "The call is being placed.";
            Live; DoubleChevron,
        Ringing: "ringing"; "Ringing";
            "The phone rings at the other end.";
            Live; Ringing,
        AmdScreening: "amd_screening"; "AMD screening";
            "Answered. Listening whether a person or a machine did.";
            Live; Waveform,
        Attaching: "attaching"; "Attaching";
            "A person answered and is being connected.";
            Live; Rings,
        InProgress: "in_progress"; "In progress";
            "In conversation.";
            Live; RingCore,
        Processing: "_processing"; "Processing";
            "The call is over and its result is being worked out.";
            Live; Arc,
        Completed: "completed"; "Completed";
            "Reached, with a result.";
            Ok; CircleCheck,
        Exhausted: "exhausted"; "Exhausted";
            "Every allowed attempt is used, without reaching the contact.";
            Bad; OctagonX,
        Abandoned: "abandoned"; "Abandoned";
            "A person answered and nobody spoke to them. Counts in the abandon rate.";
            Bad; DiamondAlert,
        AmdMachine: "amd_machine"; "Machine";
            "A machine answered. It is not called again.";
            Mute; Tape,
        WindowClosed: "window_closed"; "Window closed";
            "The call window closed before it could be called.";
            Mute; Moon,
        ManualStopped: "manual_stopped" | "manually_stopped"; "Manually stopped";
            "A person stopped it.";
            Mute; Square,
    }
}

/// What an attempt state says about a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing happens until something outside does.
    Waiting,
    /// On a line, or on its way to one or from it.
    Live,
    /// Never called again.
    Final,
    /// Not known; never counted as a success, nor as final.
    Unknown,
}

impl AttemptState {
    /// Whether the task waits, is live or is final.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Pending | Self::RetryScheduled | Self::CallbackScheduled => Kind::Waiting,
            Self::Leased
            | Self::Dialing
            | Self::Ringing
            | Self::AmdScreening
            | Self::Attaching
            | Self::InProgress
            | Self::Processing => Kind::Live,
            Self::Completed
            | Self::Exhausted
            | Self::Abandoned
            | Self::AmdMachine
            | Self::WindowClosed
            | Self::ManualStopped => Kind::Final,
            Self::Unknown(_) => Kind::Unknown,
        }
    }

    /// How long a task may stay in this state before it counts as stuck, in
    /// seconds; `None` for states that have no limit.
    pub fn age_limit_seconds(&self) -> Option<u32> {
        match self {
            Self::AmdScreening => Some(12),
            Self::Dialing | Self::Attaching => Some(20),
            Self::Leased => Some(30),
            Self::Ringing => Some(45),
            Self::Processing => Some(2 * 60),
            Self::InProgress => Some(10 * 60),
            _ => None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::tone::Tone;

    /// Code, label, kind, tone and age limit of every state of the design.
    const DESIGN: [(&str, &str, Kind, Tone, Option<u32>); 18] = [
        ("pending", "Pending", Kind::Waiting, Tone::Mute, None),
        (
            "scheduled",
            "Retry scheduled",
            Kind::Waiting,
            Tone::Wait,
            None,
        ),
        (
            "retry_scheduled",
            "Retry scheduled",
            Kind::Waiting,
            Tone::Wait,
            None,
        ),
        (
            "callback_scheduled",
            "Callback scheduled",
            Kind::Waiting,
            Tone::Wait,
            None,
        ),
        ("leased", "Leased", Kind::Live, Tone::Live, Some(30)),
        ("dialling", "Dialing", Kind::Live, Tone::Live, Some(20)),
        ("dialing", "Dialing", Kind::Live, Tone::Live, Some(20)),
        ("ringing", "Ringing", Kind::Live, Tone::Live, Some(45)),
        (
            "amd_screening",
            "AMD screening",
            Kind::Live,
            Tone::Live,
            Some(12),
        ),
        ("attaching", "Attaching", Kind::Live, Tone::Live, Some(20)),
        (
            "in_progress",
            "In progress",
            Kind::Live,
            Tone::Live,
            Some(600),
        ),
        (
            "_processing",
            "Processing",
            Kind::Live,
            Tone::Live,
            Some(120),
        ),
        ("completed", "Completed", Kind::Final, Tone::Ok, None),
        ("exhausted", "Exhausted", Kind::Final, Tone::Bad, None),
        ("abandoned", "Abandoned", Kind::Final, Tone::Bad, None),
        ("amd_machine", "Machine", Kind::Final, Tone::Mute, None),
        (
            "window_closed",
            "Window closed",
            Kind::Final,
            Tone::Mute,
            None,
        ),
        (
            "manual_stopped",
            "Manually stopped",
            Kind::Final,
            Tone::Mute,
            None,
        ),
    ];

    #[test]
    fn every_state_is_as_the_design_has_it() {
        for (raw, label, kind, tone, limit) in DESIGN {
            let state = AttemptState::from_wire(raw);
            assert_eq!(state.label(), label, "{raw}");
            assert_eq!((state.kind(), state.tone()), (kind, tone), "{raw}");
            assert_eq!(state.age_limit_seconds(), limit, "{raw}");
            assert!(state.meaning().is_some(), "{raw}");
        }
    }

    #[test]
    fn the_shape_tells_two_states_of_one_tone_apart() {
        let states = DESIGN.map(|(raw, ..)| AttemptState::from_wire(raw));
        for (at, one) in states.iter().enumerate() {
            for other in &states[at + 1..] {
                let same_sign = (one.tone(), one.glyph()) == (other.tone(), other.glyph());
                assert_eq!(same_sign, one == other, "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn an_unknown_state_is_neither_final_nor_a_success() {
        for raw in ["completed_ok", "success", "", "Done!"] {
            let state = AttemptState::from_wire(raw);
            assert_eq!(
                (state.kind(), state.tone()),
                (Kind::Unknown, Tone::Mute),
                "{raw}"
            );
            assert_eq!((state.raw(), state.age_limit_seconds()), (raw, None));
        }
    }
}
