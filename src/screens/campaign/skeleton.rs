//! What stands in for the campaign page until its first snapshot is there: the
//! same places at the same sizes, with the real labels.

use crate::ui::{Skeleton, SkeletonKind};
use leptos::prelude::*;

const TILES: [&str; 8] = [
    "Progress",
    "Active",
    "Completed",
    "Failed",
    "Pending",
    "Answer rate",
    "Avg duration",
    "Spend",
];

/// The whole page.
pub fn page() -> impl IntoView {
    let tiles = TILES.map(|label| {
        view! {
            <div class="tile">
                <span class="tile-label">{label}</span>
                <div class="skeleton-block skeleton-value"></div>
            </div>
        }
    });
    view! {
        <div class="screen" aria-hidden="true">
            <div class="skeleton-block skeleton-title"></div>
            <Skeleton kind=SkeletonKind::Verdict/>
            <div class="card"><div class="tile-strip">{tiles.into_iter().collect::<Vec<_>>()}</div></div>
            <Skeleton kind=SkeletonKind::Rows(8)/>
        </div>
    }
}
