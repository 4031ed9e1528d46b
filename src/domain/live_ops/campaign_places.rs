//! Which running campaigns have a card, and in what order.

use super::{Cards, LiveCampaign};
use crate::domain::campaign::CampaignId;
use std::collections::BTreeSet;

/// The campaigns at work, in the order received.
pub(super) fn rows(cards: &Cards) -> impl Iterator<Item = &LiveCampaign> {
    let campaigns = cards.campaigns.as_deref();
    campaigns.into_iter().flat_map(|campaigns| campaigns.rows())
}

/// How many campaigns are at work, with or without a place.
pub fn campaign_count(cards: &Cards) -> usize {
    rows(cards).count()
}

/// The campaigns that have a place, `most` of them: those that have `kept` one
/// stay there, and those that come stand last. Where there is no more room, they
/// take the places of those that are gone, so that none is missed for them.
pub fn campaign_places(cards: &Cards, kept: Vec<CampaignId>, most: usize) -> Vec<CampaignId> {
    let mut known: BTreeSet<&str> = kept.iter().map(|id| &*id.0).collect();
    let came = rows(cards).filter(|row| known.insert(&row.id.0));
    let came: Vec<&CampaignId> = came.map(|row| &row.id).take(most).collect();
    let room = most.saturating_sub(kept.len());
    let (last, instead) = came.split_at_checked(room).unwrap_or((&came, &[]));
    let there: BTreeSet<&str> = rows(cards).map(|row| &*row.id.0).collect();
    let mut places = kept;
    let gone = places.iter_mut().filter(|id| !there.contains(&*id.0));
    for (place, id) in gone.zip(instead) {
        *place = (*id).clone();
    }
    places.extend(last.iter().copied().cloned());
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::live_ops::campaign_cards;
    use crate::domain::mock::cards as mock;
    use serde_json::{Value, json};

    fn running(ids: &[&str]) -> Cards {
        let row = |id: &&str| json!({"id": id, "name": id});
        let items: Vec<Value> = ids.iter().map(row).collect();
        mock::cards(&json!({"campaigns": {"items": items}}))
    }

    fn names(places: &[CampaignId]) -> Vec<&str> {
        places.iter().map(|id| &*id.0).collect()
    }

    #[test]
    fn a_campaign_that_is_pushed_past_the_cut_keeps_its_place_and_its_figures() {
        let places = campaign_places(&running(&["a", "b", "c"]), Vec::new(), 2);
        assert_eq!(names(&places), ["a", "b"]);
        let later = running(&["new", "a", "b", "c"]);
        let places = campaign_places(&later, places, 2);
        assert_eq!(
            (&*names(&places), campaign_count(&later)),
            (&["a", "b"][..], 4)
        );
        let cards = mock::written(|formats| campaign_cards(&later, &places, formats));
        let drawn: Vec<&str> = cards.iter().map(|card| &*card.name).collect();
        assert_eq!(drawn, ["a", "b"], "b still dials, and no other is written");
    }

    #[test]
    fn one_that_ends_stays_until_another_needs_its_place() {
        let kept = || vec![CampaignId("a".to_owned()), CampaignId("b".to_owned())];
        let later = running(&["new", "b", "new"]);
        assert_eq!(
            names(&campaign_places(&later, kept(), 3)),
            ["a", "b", "new"]
        );
        assert_eq!(names(&campaign_places(&later, kept(), 2)), ["new", "b"]);
        let none = mock::written(|formats| campaign_cards(&Cards::default(), &kept(), formats));
        assert!(none.is_empty());
    }
}
