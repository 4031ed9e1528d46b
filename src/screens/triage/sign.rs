//! Shape and color of what a check found, and of a condition.

use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::domain::triage::{CheckState, ConditionState};

/// Of one check.
pub fn of_check(state: CheckState) -> (Tone, Glyph) {
    match state {
        CheckState::Pass => (Tone::Ok, Glyph::CircleCheck),
        CheckState::Warn => (Tone::Warn, Glyph::TriangleAlert),
        CheckState::Fail => (Tone::Bad, Glyph::OctagonX),
        CheckState::Unknown => (Tone::Mute, Glyph::DashedCircle),
    }
}

/// What is said of a group of checks, of which this is the worst.
pub fn of_group(state: CheckState) -> &'static str {
    match state {
        CheckState::Pass => "Clear",
        CheckState::Warn => "Worth a look",
        CheckState::Fail => "Problem found",
        CheckState::Unknown => "Not all is known",
    }
}

/// Of a condition for handing an incident on, with its word. What is met for
/// engineering is trouble; what is met before is work that was done.
pub fn of_condition(state: &ConditionState, is_trouble: bool) -> (Tone, Glyph, &'static str) {
    match state {
        ConditionState::Met if is_trouble => (Tone::Bad, Glyph::OctagonX, "Met"),
        ConditionState::Met => (Tone::Ok, Glyph::CircleCheck, "Met"),
        ConditionState::NotMet => (Tone::Mute, Glyph::Ban, "Not met"),
        ConditionState::Unknown(_) => (Tone::Mute, Glyph::DashedCircle, "Unknown"),
    }
}
