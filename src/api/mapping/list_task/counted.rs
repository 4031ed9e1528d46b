//! The total of an API that counts its rows by status and not in all.

use crate::api::mapping::position::Position;
use crate::api::mapping::question::Asked;
use crate::api::mapping::whole_list::member;
use crate::domain::json::Made;
use crate::domain::page::Total;

/// The position with the total that the counts by status make of it, where
/// nothing but the status narrows the list and the answer tells no other.
pub(super) fn counted(position: Position, asked: &Asked, beside: &Made) -> Position {
    let Some(Made::Object(counts)) = member(beside, "status_counts") else {
        return position;
    };
    let by_status = asked.filters.iter().all(|(name, _)| name == "status");
    if position.total != Total::Unknown || !by_status {
        return position;
    }
    let wanted = asked.filter("status");
    let counted = { counts.iter() }
        .filter(|(word, _)| wanted.is_empty() || wanted.contains(word))
        .map(|(_, count)| match count {
            Made::Number(count) => count.parse::<u64>().ok(),
            _ => None,
        });
    // Without each of them there is no sum.
    let counted: Option<Vec<u64>> = counted.collect();
    let Some(counted) = counted.filter(|counted| !counted.is_empty()) else {
        return position;
    };
    let total = counted.into_iter().fold(0, u64::saturating_add);
    let end = { position.number }.map(|number| number.saturating_mul(position.size));
    Position {
        total: Total::Exact(total),
        next: position.next.filter(|_| end.is_none_or(|end| end < total)),
        ..position
    }
}
