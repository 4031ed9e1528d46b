//! Dials by what they have in common.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::answer::calls::carrier;
use crate::answer::counted;
use crate::campaign::Campaign;
use crate::outcome::Outcome;
use crate::problem::Problem;
use crate::store::failures::Cut;
use crate::store::figures::Figures;
use crate::world::World;
use crate::zone::Zone;

/// A part, with what it is called, and its ended and failed dials.
type Parts = BTreeMap<Option<String>, (Option<String>, i64, i64)>;

/// The contract's segments of a campaign's ended dials.
pub fn of_campaign(
    world: &World,
    campaign: &Campaign,
    figures: &Figures,
) -> Result<Vec<Value>, Problem> {
    let (mut carriers, mut numbers) = (Parts::new(), Parts::new());
    for cell in figures.attempts.iter() {
        let carrier = carrier(campaign, cell.number).map(str::to_owned);
        add(
            &mut carriers,
            carrier.clone(),
            carrier,
            cell.outcome,
            cell.count,
        );
        let number = world.number(cell.number).map(str::to_owned);
        add(
            &mut numbers,
            number.clone(),
            number,
            cell.outcome,
            cell.count,
        );
    }
    let mut told = rows("carrier", carriers);
    told.extend(rows("number", numbers));
    // Where contacts are is not counted for the campaign of a million.
    if !campaign.has_sleepers() {
        told.extend(by_contact(world, campaign)?);
    }
    Ok(told)
}

fn by_contact(world: &World, campaign: &Campaign) -> Result<Vec<Value>, Problem> {
    let cut = cut(campaign);
    let found = world
        .store_of(campaign)?
        .contact_parts(campaign.index, cut)?;
    let (mut countries, mut zones, mut parts) = (Parts::new(), Parts::new(), Parts::new());
    for met in found {
        let (code, country) = country(met.zone);
        let (code, country) = (Some(code.to_owned()), Some(country.to_owned()));
        add(&mut countries, code, country, met.outcome, met.count);
        let zone = Some(met.zone.name().to_owned());
        add(&mut zones, zone.clone(), zone, met.outcome, met.count);
        let value = met.part.map(|part| (part + 1).to_string());
        let label = met.part.map(|part| cut.label(part));
        add(&mut parts, value, label, met.outcome, met.count);
    }
    let mut told = rows("country", countries);
    told.extend(rows("time_zone", zones));
    if campaign.plan.upload.is_some() {
        told.extend(rows("upload_part", parts));
    }
    Ok(told)
}

/// A file is told in eighths.
pub const PARTS: i64 = 8;

/// How the contacts of a campaign are cut.
pub fn cut(campaign: &Campaign) -> Cut {
    let contacts = i64::from(campaign.plan.audience.contacts);
    Cut {
        first_row: campaign.tasks.first().map_or(0, |task| task.row),
        contacts,
        size: (contacts + PARTS - 1).max(PARTS) / PARTS,
    }
}

impl Cut {
    /// A part in words.
    fn label(self, part: i64) -> String {
        let (first, last) = (part * self.size + 1, (part + 1) * self.size);
        let last = last.min(self.contacts);
        format!("Contacts {} to {}", counted(first), counted(last))
    }
}

fn add(
    parts: &mut Parts,
    value: Option<String>,
    label: Option<String>,
    outcome: Outcome,
    count: i64,
) {
    if outcome != Outcome::InFlight {
        let (_, finished, failed) = parts.entry(value).or_insert((label, 0, 0));
        *finished += count;
        *failed += if outcome.is_failure() { count } else { 0 };
    }
}

fn rows(kind: &str, parts: Parts) -> Vec<Value> {
    let row = |(value, (label, finished, failed))| json!({"kind": kind, "value": value, "label": label, "finished": finished, "failed": failed});
    parts.into_iter().map(row).collect()
}

fn country(zone: Zone) -> (&'static str, &'static str) {
    match zone {
        Zone::London => ("GB", "United Kingdom"),
        Zone::Berlin => ("DE", "Germany"),
        Zone::Rome => ("IT", "Italy"),
        _ => ("US", "United States"),
    }
}
