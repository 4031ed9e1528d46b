//! The contacts of a campaign, made from its plan.

use crate::people::{NAMES, phone};
use crate::plan::Plan;
use crate::random::Random;
use crate::task::Task;
use crate::task_state::Hold;
use crate::zone::Zone;

/// Who a task calls.
#[derive(Clone, Debug)]
pub struct Contact {
    /// A position in the list of names.
    pub name: usize,
    pub phone: String,
}

/// The tasks of a campaign with their contacts, one for one. `first_row` is the store's row
/// of the first task.
pub fn recruit(plan: &Plan, index: usize, first_row: i64, seed: u64) -> (Vec<Task>, Vec<Contact>) {
    let mut random = Random::new(seed, index as u64);
    let mut used = [0_u32; Zone::ALL.len()];
    (0..plan.audience.contacts)
        .zip(first_row..)
        .map(|(position, row)| {
            let zone = draw_zone(plan, &mut random);
            let mut task = Task::new(row, zone, plan.created_at);
            task.readiness = 0.55 + 0.9 * random.fraction();
            task.number_exists = !random.chance(plan.audience.invalid);
            let is_foreign = random.chance(plan.audience.foreign);
            let phone_zone = if is_foreign { Zone::Rome } else { zone };
            let contact = Contact {
                name: name_of(position, &mut random),
                phone: next_phone(phone_zone, &mut used, index),
            };
            task.zone = phone_zone;
            if plan
                .pool
                .as_ref()
                .is_some_and(|pool| !pool.reaches(&contact.phone))
            {
                task.hold = Hold::NoNumber;
            }
            (task, contact)
        })
        .unzip()
}

fn draw_zone(plan: &Plan, random: &mut Random) -> Zone {
    let shares = plan.audience.zones;
    random
        .weighted(shares.iter().map(|(_, share)| *share))
        .and_then(|position| shares.get(position))
        .map_or(plan.zone, |(zone, _)| *zone)
}

/// The first contacts carry the names that the designs show, the others any.
fn name_of(position: u32, random: &mut Random) -> usize {
    if position < 17 {
        position as usize
    } else {
        random.between(0, NAMES as i64 - 1) as usize
    }
}

fn next_phone(zone: Zone, used: &mut [u32; Zone::ALL.len()], index: usize) -> String {
    let taken = used.get_mut(zone as usize);
    let position = taken.map_or(0, |taken| {
        *taken += 1;
        *taken - 1
    });
    phone(zone, position + index as u32 * 977)
}
