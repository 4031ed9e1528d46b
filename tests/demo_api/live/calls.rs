//! Lines in use, and the dials of the last hour.

use serde_json::{Value, json};

use crate::problem::Problem;
use crate::store::hours::Dials;
use crate::world::World;
use crate::zone::HOUR;

/// The contract's `LiveCalls`.
pub fn card(world: &World) -> Result<Value, Problem> {
    let now = world.now();
    Ok(json!({
        "lines_in_use": world.dialer.lines_in_use(),
        "line_cap": world.dialer.line_cap,
        "hour": hour(world, now)?,
        "hour_before": hour(world, now - HOUR)?,
    }))
}

/// The dials that began in the hour before an instant.
fn hour(world: &World, end: i64) -> Result<Value, Problem> {
    let mut dials = Dials::default();
    for store in world.stores() {
        dials += store.dials_begun(end - HOUR, end)?;
    }
    Ok(json!({
        "attempts": dials.begun,
        "finished": dials.finished,
        "answered": dials.answered,
        "carrier_errors": dials.carrier_errors,
    }))
}
