//! The number pools of the demo's campaigns.

use crate::carrier::{Burst, Trunk};
use crate::pool::{Number, Pool};

/// Carriers by their position in every pool's list of trunks.
pub const TWILIO: usize = 0;
pub const TELNYX: usize = 1;
pub const BANDWIDTH: usize = 2;

/// One number of a pool, as it is listed below.
pub struct Listed(pub &'static str, pub usize, pub f64, pub f64);

/// A pool over the three carriers. `first_id` numbers its numbers in the store.
pub fn pool(name: &'static str, first_id: i64, lines_per_number: u32, listed: &[Listed]) -> Pool {
    let numbers = listed
        .iter()
        .zip(first_id..)
        .map(|(Listed(e164, trunk, answer_rate, weight), id)| Number {
            id,
            e164: (*e164).to_owned(),
            trunk: *trunk,
            answer_rate: *answer_rate,
            weight: *weight,
            flagged_at: None,
            removed_at: None,
            is_rejected: false,
            lines_in_use: 0,
        })
        .collect();
    Pool {
        name,
        numbers,
        trunks: vec![
            Trunk::new("Twilio", true),
            Trunk::new("Telnyx", true),
            Trunk::new("Bandwidth", true),
        ],
        lines_per_number,
        countries: &["1"],
    }
}

/// Adds a failure burst to a trunk.
pub fn with_burst(mut pool: Pool, trunk: usize, burst: Burst) -> Pool {
    if let Some(trunk) = pool.trunks.get_mut(trunk) {
        trunk.bursts.push(burst);
    }
    pool
}

/// Takes the breakers off the trunks, so that the campaign's own failure breaker decides.
pub fn unguarded(mut pool: Pool) -> Pool {
    for trunk in &mut pool.trunks {
        trunk.guarded = false;
    }
    pool
}

/// A pool of `count` numbers in one area code, spread over the carriers.
pub fn local_pool(
    name: &'static str,
    first_id: i64,
    area: u32,
    count: u32,
    lines_per_number: u32,
    answer_rate: f64,
) -> Pool {
    let mut pool = pool(name, first_id, lines_per_number, &[]);
    pool.numbers = (0..count)
        .zip(first_id..)
        .map(|(position, id)| Number {
            id,
            e164: format!("+1{area}55501{:02}", (position * 13 + 10) % 100),
            trunk: (position % 3) as usize,
            answer_rate: answer_rate + f64::from(position % 5) * 0.008 - 0.016,
            weight: 1.0,
            flagged_at: None,
            removed_at: None,
            is_rejected: false,
            lines_in_use: 0,
        })
        .collect();
    pool
}
