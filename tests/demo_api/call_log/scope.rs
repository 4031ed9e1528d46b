//! From what is asked for to conditions on the rows of each store.

use super::Wanted;
use crate::campaign::Campaign;
use crate::ids;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::call_filter::{CallFilter, CallSearch, Scope};
use crate::store::search::{Matches, Query};
use crate::task_state::State;
use crate::world::World;

/// A store with the calls of it that are asked for.
pub struct Shelf<'a> {
    pub store: &'a Store,
    pub filter: CallFilter,
}

/// The stores that may hold such calls. One whose rows are still being written is left out,
/// unless only its campaign is asked for: that is refused until it is ready.
pub fn shelves<'a>(world: &'a World, wanted: &Wanted) -> Result<Vec<Shelf<'a>>, Problem> {
    let mut shelves: Vec<(Shelf<'a>, Vec<&Campaign>)> = Vec::new();
    let asked: Vec<&Campaign> = world
        .dialer
        .campaigns
        .iter()
        .filter(|campaign| is_asked(world, wanted, campaign))
        .collect();
    for campaign in &asked {
        let store = match world.store_of(campaign) {
            Ok(store) => store,
            Err(preparing) if asked.len() == 1 => return Err(preparing),
            Err(_) => continue,
        };
        let known = shelves
            .iter()
            .position(|(shelf, _)| std::ptr::eq(shelf.store, store));
        match known.and_then(|place| shelves.get_mut(place)) {
            Some((_, campaigns)) => campaigns.push(campaign),
            None => {
                let filter = CallFilter::default();
                shelves.push((Shelf { store, filter }, vec![campaign]));
            }
        }
    }
    shelves
        .into_iter()
        .map(|(shelf, campaigns)| {
            let filter = filter(world, wanted, shelf.store, &campaigns)?;
            Ok(Shelf { filter, ..shelf })
        })
        .collect()
}

/// Earlier runs of a campaign count as the campaign. A search for the ID of one asks for all of
/// its calls.
fn is_asked(world: &World, wanted: &Wanted, campaign: &Campaign) -> bool {
    let shown = world.dialer.shown_id(campaign);
    let is_searched = match named(world, wanted) {
        Some(id) => shown.eq_ignore_ascii_case(id),
        None => true,
    };
    let is_chosen = |ids: &Vec<String>| ids.iter().any(|id| id == shown);
    is_searched && wanted.campaigns.as_ref().is_none_or(is_chosen)
}

/// The search text where it is the ID of a campaign.
fn named<'a>(world: &World, wanted: &'a Wanted) -> Option<&'a str> {
    let text = wanted.query.as_deref()?.trim();
    let is_it = |campaign: &Campaign| campaign.plan.id.eq_ignore_ascii_case(text);
    world.dialer.shown().any(is_it).then_some(text)
}

fn filter(
    world: &World,
    wanted: &Wanted,
    store: &Store,
    campaigns: &[&Campaign],
) -> Result<CallFilter, Problem> {
    let scope = campaigns.iter().map(|campaign| Scope {
        campaign: campaign.index,
        max_attempts: i64::from(campaign.plan.pace.max_attempts),
    });
    let sip_statuses = wanted.sip_statuses.as_ref().map(|texts| {
        let statuses = texts.iter().filter_map(|text| text.parse().ok());
        statuses.collect()
    });
    let from_numbers = wanted.from.as_ref().map(|texts| {
        let codes = texts.iter().flat_map(|text| world.number_codes(text));
        codes.collect()
    });
    let dispositions = wanted.dispositions.as_ref().map(|texts| {
        let codes = texts.iter().flat_map(|words| {
            campaigns
                .iter()
                .filter_map(move |campaign| world.disposition_code(campaign, words))
        });
        codes.collect()
    });
    let states = wanted.states.as_ref().map(|names| {
        let states = names.iter().filter_map(|name| State::from_wire(name));
        states.collect()
    });
    let task = wanted.contact.as_ref().map(|id| {
        let row = ids::contact_row(&id.to_lowercase());
        row.unwrap_or(NO_ROW)
    });
    Ok(CallFilter {
        campaigns: scope.collect(),
        is_everywhere: is_everywhere(world, store, campaigns),
        states,
        sip_statuses,
        dispositions,
        from_numbers,
        task,
        after: wanted.after,
        before: wanted.before,
        search: search(world, wanted, store, campaigns)?,
    })
}

fn is_everywhere(world: &World, store: &Store, campaigns: &[&Campaign]) -> bool {
    let of_store = world.dialer.campaigns.iter().filter(|campaign| {
        world
            .store_of(campaign)
            .is_ok_and(|of| std::ptr::eq(of, store))
    });
    of_store.count() == campaigns.len()
}

/// A row that no task has.
const NO_ROW: i64 = -1;

fn search(
    world: &World,
    wanted: &Wanted,
    store: &Store,
    campaigns: &[&Campaign],
) -> Result<Option<CallSearch>, Problem> {
    let text = wanted.query.as_deref().unwrap_or_default().trim();
    let Some(query) = Query::of(text).filter(|_| named(world, wanted).is_none()) else {
        return Ok(None);
    };
    if let Some(id) = ids::attempt_number(&text.to_lowercase()) {
        return Ok(Some(CallSearch::Attempt(id)));
    }
    let mut rows: Vec<i64> = Vec::new();
    for campaign in campaigns {
        match store.find(campaign.index, query.clone())? {
            many @ Matches::Many(_) => return Ok(Some(CallSearch::Tasks(many))),
            Matches::Rows { list, .. } => {
                rows.extend(serde_json::from_str::<Vec<i64>>(&list).unwrap_or_default());
            }
        }
    }
    Ok(Some(CallSearch::Tasks(Matches::Rows {
        count: rows.len() as i64,
        list: serde_json::Value::from(rows).to_string(),
    })))
}
