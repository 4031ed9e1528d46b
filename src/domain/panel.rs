//! Sections of a campaign that a page around can show by themselves.

use super::block::Block;
use super::glyph::Glyph;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;
use super::tone::Tone;

/// A section that stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The key figures.
    Kpi,
    /// Why it is, or is not, dialing, beside the limits.
    Verdict,
    /// Dispatch and queue health.
    Dispatch,
    /// The tasks, and the drawer of each.
    Tasks,
    /// The number pool.
    Numbers,
    /// What its dials came to over time.
    Timeline,
}

/// Why a section has nothing to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nothing {
    /// What it means for the operator: a warning where the API is at fault.
    pub tone: Tone,
    /// Its picture.
    pub glyph: Glyph,
    /// The fact.
    pub fact: &'static str,
    /// What follows from it.
    pub more: String,
}

impl Panel {
    /// Every section, in the order of a campaign's page.
    pub const ALL: [Self; 6] = [
        Self::Verdict,
        Self::Kpi,
        Self::Timeline,
        Self::Dispatch,
        Self::Tasks,
        Self::Numbers,
    ];

    /// The word that a page around asks for it with.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kpi => "kpi",
            Self::Verdict => "verdict",
            Self::Dispatch => "dispatch",
            Self::Tasks => "tasks",
            Self::Numbers => "numbers",
            Self::Timeline => "timeline",
        }
    }

    /// The section of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.word() == word)
    }

    /// Its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Kpi => "Progress and key figures",
            Self::Verdict => "Is it dialing, and if not, why?",
            Self::Dispatch => "Dispatch and queue health",
            Self::Tasks => "Tasks",
            Self::Numbers => "Number pool health",
            Self::Timeline => "Campaign timeline",
        }
    }

    /// It, as the subject of a sentence.
    pub fn subject(self) -> &'static str {
        match self {
            Self::Kpi => "The key figures",
            Self::Verdict => "The answer",
            Self::Dispatch => "Dispatch and queue health",
            Self::Tasks => "The list of tasks",
            Self::Numbers => "The number pool",
            Self::Timeline => "The timeline",
        }
    }

    /// Why a snapshot leaves the section empty; `None` where it draws something.
    /// The tasks answer for themselves once one of their pages is asked for.
    pub fn nothing(self, snapshot: &Snapshot) -> Option<Nothing> {
        match self {
            Self::Verdict => None,
            Self::Kpi => (CampaignStatus::from_wire(&snapshot.campaign.status)
                == CampaignStatus::Draft)
                .then(|| quiet("No figures yet.", "A draft has none: nothing has happened.")),
            Self::Dispatch => match &snapshot.dispatch {
                Block::Absent => Some(unreported("dispatch and queue health")),
                Block::Empty => Some(quiet("No dispatch health.", "The API says there is none.")),
                Block::Value(_) | Block::Unreadable(_) => None,
            },
            Self::Tasks => match &snapshot.tasks {
                Block::Absent => Some(unreported("the tasks of a campaign")),
                Block::Empty => Some(quiet("No tasks.", "The API says there are none.")),
                Block::Value(_) | Block::Unreadable(_) => None,
            },
            Self::Numbers => match &snapshot.numbers {
                Block::Absent => Some(unreported("the number pool")),
                Block::Value(page) if !page.items.is_empty() => None,
                Block::Value(_) | Block::Empty => Some(quiet(
                    "No number in the pool.",
                    "They appear once the pool has some.",
                )),
                Block::Unreadable(_) => None,
            },
            Self::Timeline => timeline(snapshot),
        }
    }
}

fn timeline(snapshot: &Snapshot) -> Option<Nothing> {
    match snapshot.timeline.read() {
        Block::Absent => Some(unreported("dials over time")),
        Block::Value(timeline) if timeline.buckets.len() > 1 => None,
        Block::Value(_) | Block::Empty => Some(quiet(
            "Too early for a timeline.",
            "It appears with the second span of time in which dials have finished.",
        )),
        Block::Unreadable(trouble) => Some(Nothing {
            tone: Tone::Warn,
            glyph: Glyph::TriangleAlert,
            fact: "The timeline came in a form that cannot be read.",
            more: trouble.to_string(),
        }),
    }
}

fn quiet(fact: &'static str, more: &str) -> Nothing {
    Nothing {
        tone: Tone::Mute,
        glyph: Glyph::CircleInfo,
        fact,
        more: more.to_owned(),
    }
}

fn unreported(what: &str) -> Nothing {
    let more = ["This API does not report ", what, "."].concat();
    quiet("Not reported.", &more)
}

#[cfg(test)]
mod tests;
