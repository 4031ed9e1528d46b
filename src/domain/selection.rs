//! What a view has open, and what of it changes from one view to the next: a
//! page around the console is told.

use super::route::Route;

/// A kind of thing that a view opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A campaign's page, or its triage.
    Campaign,
    /// A task's drawer.
    Task,
    /// A record's drawer.
    Record,
    /// A record's steps.
    Journey,
}

impl Kind {
    /// As it is told: `campaign`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Task => "task",
            Self::Record => "record",
            Self::Journey => "journey",
        }
    }
}

/// A thing that is open, by its ID.
pub type Open = (Kind, String);

/// A thing that was opened, or closed: `None`.
pub type Change = (Kind, Option<String>);

/// What a view has open, from the outside in; at most one of a kind.
pub fn opened(route: &Route) -> Vec<Open> {
    let (outer, inner) = match route {
        Route::Campaign { id, open, .. } => (
            Some((Kind::Campaign, id.0.clone())),
            open.as_ref().map(|task| (Kind::Task, task.0.clone())),
        ),
        Route::Triage(place) => (
            place
                .campaign
                .as_ref()
                .map(|id| (Kind::Campaign, id.0.clone())),
            None,
        ),
        Route::Jobs(place) => {
            let record = place.record.as_ref();
            let journey = record.filter(|record| record.journey);
            (
                record.map(|record| (Kind::Record, record.id.clone())),
                journey.map(|record| (Kind::Journey, record.id.clone())),
            )
        }
        Route::Records(place) => (place.open.clone().map(|id| (Kind::Record, id)), None),
        Route::Campaigns(_) | Route::Calls(_) | Route::Live | Route::Api | Route::NotFound(_) => {
            (None, None)
        }
    };
    outer.into_iter().chain(inner).collect()
}

/// What happened between two views: what was closed from the inside out, then
/// what was opened from the outside in. What was exchanged for another of its
/// kind is only told as opened.
pub fn changes(before: &[Open], now: &[Open]) -> Vec<Change> {
    let stays = |kind: Kind| now.iter().any(|(open, _)| *open == kind);
    let gone = before.iter().rev().filter(|(kind, _)| !stays(*kind));
    let closed = gone.map(|(kind, _)| (*kind, None));
    let new = now.iter().filter(|open| !before.contains(open));
    let opened = new.map(|(kind, id)| (*kind, Some(id.clone())));
    closed.chain(opened).collect()
}

#[cfg(test)]
mod tests;
