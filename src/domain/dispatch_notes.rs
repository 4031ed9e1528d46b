//! The dispatch card: what is in the way, the dispatcher's figures, and the
//! four questions an operator asks of it.

use super::cause::{Cause, cause};
use super::format::Formats;
use super::glyph::Glyph;
use super::limits::{LimitKind, Limits};
use super::rich::Rich;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;
use super::tone::Tone;
use super::verdict::VerdictAction;

mod carrier;
mod check;
mod note;
mod stat;
mod unreadable;

pub use check::checks;
pub use note::notes;
pub use stat::stats;

/// One message of the dispatch card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How bad it is.
    pub tone: Tone,
    /// The shape beside it.
    pub glyph: Glyph,
    /// The message, its fact strong.
    pub text: Rich,
    /// Where it leads, when the page can go there.
    pub link: Option<NoteLink>,
}

/// A step from a message to the place that shows more.
pub type NoteLink = VerdictAction;

/// One figure of the dispatcher's grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Its name.
    pub label: &'static str,
    /// The figure.
    pub value: String,
    /// More about it; may be empty.
    pub sub: String,
}

/// One question and what the figures answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The question.
    pub question: &'static str,
    /// The answer with the figure behind it, or that it is not reported.
    pub answer: String,
    /// How bad the answer is.
    pub tone: Tone,
    /// The shape beside it.
    pub glyph: Glyph,
}

/// The card's state in one or two words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// The words.
    pub label: String,
    /// Their tone.
    pub tone: Tone,
    /// Their shape.
    pub glyph: Glyph,
}

/// The state of dispatch: the verdict's cause in one or two words.
pub fn badge(snapshot: &Snapshot) -> Badge {
    let limits = Limits::of(snapshot);
    let cause = cause(&limits);
    let (label, glyph) = match &cause {
        Cause::NotRunning | Cause::UnknownStatus => {
            return Badge {
                label: limits.status.label().into_owned(),
                tone: limits.status.tone(),
                glyph: limits.status.glyph(),
            };
        }
        Cause::AtLimit {
            kind: LimitKind::Concurrency,
            ..
        } => ("At concurrency", Glyph::CircleCheck),
        Cause::AtLimit { .. } => ("At limit", Glyph::TriangleAlert),
        Cause::FewReady | Cause::Finishing | Cause::Dialing => ("Dialing", Glyph::CircleCheck),
        Cause::AllFinal => ("Nothing left", Glyph::CircleCheck),
        Cause::NoContacts => ("No contacts", Glyph::DashedCircle),
        Cause::NoneReady => ("Waiting", Glyph::Hourglass),
        Cause::MostlyBlocked { .. } => ("Waiting", Glyph::Hourglass),
        Cause::WindowClosed => ("Window closed", Glyph::Moon),
        Cause::Outranked => ("Held back", Glyph::Bar),
        Cause::CarrierHeldBack => ("Carrier failing", Glyph::TriangleAlert),
        Cause::CarriersFailing => ("Carriers failing", Glyph::OctagonX),
        Cause::AtPace => ("At carrier rate", Glyph::TriangleAlert),
        Cause::Unexplained => ("Below its limits", Glyph::TriangleAlert),
        Cause::CreditsOut | Cause::CarriersStopped | Cause::NoneCallable | Cause::NoLines(_) => {
            ("Stopped", Glyph::OctagonX)
        }
        Cause::Unreported => ("Not reported", Glyph::DashedCircle),
    };
    Badge {
        label: label.to_owned(),
        tone: cause.tone(&limits),
        glyph,
    }
}

/// "Sidekiq queue bulk_calls, heartbeat 3 s ago"; empty when none is reported.
pub fn intro(snapshot: &Snapshot, formats: &Formats<'_>) -> String {
    let Some(dispatch) = snapshot.dispatch.value() else {
        return String::new();
    };
    let system = dispatch.queue_system.as_deref();
    let queue = dispatch.queue.as_deref();
    let queue = match (system, queue) {
        (Some(system), Some(queue)) => Some([system, " queue ", queue].concat()),
        (Some(system), None) => Some(system.to_owned()),
        (None, Some(queue)) => Some(["Queue ", queue].concat()),
        (None, None) => None,
    };
    let heartbeat = dispatch
        .heartbeat_at
        .value()
        .map(|at| ["heartbeat ", &*formats.ago(at)].concat());
    let parts: Vec<String> = [queue, heartbeat].into_iter().flatten().collect();
    parts.join(", ")
}

/// Whether the campaign is the kind that dispatch has something to say about.
fn is_ended(limits: &Limits<'_>) -> bool {
    limits.status.has_ended() || limits.status == CampaignStatus::Draft
}

#[cfg(test)]
mod tests;
