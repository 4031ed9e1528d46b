//! Entity tags: whether a snapshot would be the same again.

use crate::answer::why;
use crate::campaign::{Campaign, Status};
use crate::world::World;
use crate::zone::MINUTE;

/// The tag of a campaign's snapshot: its version, and what it shows of the others.
/// Time that passes without a change of any row does not change it, except that a running
/// campaign is told anew every minute, because its pace and the age of its calls change by time alone.
pub fn of(world: &World, campaign: &Campaign) -> String {
    let share = world.dialer.shared_share(campaign);
    let gate = crate::gate::Gate::of(&world.dialer, campaign);
    let breaker = campaign
        .pool
        .as_ref()
        .and_then(why::failing_trunk)
        .map(|trunk| format!("{:?}", trunk.breaker))
        .unwrap_or_default();
    let others = if campaign.status.is_ended() {
        String::new()
    } else {
        let minute = (campaign.status == Status::Running).then(|| world.now() / MINUTE);
        format!("{}.{gate:?}.{breaker}.{minute:?}", share.taken)
    };
    let others = others
        .bytes()
        .fold(0xCBF2_9CE4_8422_2325_u64, |mark, byte| {
            (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
        });
    format!(
        "\"{}-{}-{:x}-{others:x}\"",
        world.edition, campaign.index, campaign.version
    )
}

/// Whether an `If-None-Match` header names the tag.
pub fn matches(header: &str, tag: &str) -> bool {
    header
        .split(',')
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}
