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
    let counted = counts.iter().filter_map(|(word, count)| match count {
        Made::Number(count) => Some((word, count.parse::<u64>().ok()?)),
        _ => None,
    });
    let mut counted = counted.filter(|(word, _)| wanted.is_empty() || wanted.contains(word));
    let Some(first) = counted.next() else {
        return position;
    };
    let total = counted.fold(first.1, |sum, (_, count)| sum.saturating_add(count));
    let end = { position.number }.map(|number| number.saturating_mul(position.size));
    Position {
        total: Total::Exact(total),
        next: position.next.filter(|_| end.is_none_or(|end| end < total)),
        ..position
    }
}
