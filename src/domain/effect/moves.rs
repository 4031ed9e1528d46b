//! What an operator can do when the answer rate craters.

use crate::domain::action::Action;
use crate::domain::snapshot::Snapshot;

/// One move: an action where the API offers it, advice where it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The move.
    pub label: &'static str,
    /// What it is good for.
    pub text: &'static str,
    /// The API's action for it, be it possible now or not.
    pub action: Option<Action>,
}

/// The moves in the order to try them: the one that costs least first.
pub fn moves(snapshot: &Snapshot) -> Vec<Move> {
    let actions = snapshot.actions.value().map_or(&[][..], Vec::as_slice);
    let offered = |name: &str| {
        let found = actions
            .iter()
            .find(|action| action.name.eq_ignore_ascii_case(name));
        found.filter(|_| !name.is_empty()).cloned()
    };
    let moves = [
        (
            "Lower the concurrency first",
            "Fewer calls go wrong while you look, and the figures get cleaner.",
            "set_concurrency",
        ),
        (
            "Remove the worst number",
            "One number that carriers show as spam pulls the whole pool down.",
            "remove_number",
        ),
        (
            "Narrow the window to supervised times",
            "Nobody dials while nobody watches.",
            "set_window",
        ),
        (
            "Check the country match",
            "Numbers of another country are answered less, and some may not call at all.",
            "",
        ),
    ];
    moves
        .into_iter()
        .map(|(label, text, name)| Move {
            label,
            text,
            action: offered(name),
        })
        .collect()
}
