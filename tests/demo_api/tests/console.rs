//! Reading the demo's answers as the console does.

use ringside::domain::format::{Formats, PlainLocale, Zone};
use ringside::domain::json::decode;
use ringside::domain::snapshot::Snapshot;

use crate::answer::snapshot::snapshot;
use crate::world::World;

/// A campaign's snapshot as the console reads it.
pub fn decoded(world: &World, id: &str) -> Snapshot {
    let shown = snapshot(world, world.dialer.find(id).unwrap()).unwrap();
    decode(&shown.to_string()).unwrap()
}

/// Lets something be told in American English, in Chicago, at this moment of the world.
pub fn formatting<T>(world: &World, tell: impl FnOnce(&Formats<'_>) -> T) -> T {
    tell(&Formats {
        locale: &PlainLocale,
        zone: &Zone::Iana(String::from("America/Chicago")),
        now: world.now(),
    })
}
