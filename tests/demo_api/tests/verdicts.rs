//! The console's verdict on every campaign of the demo, as it stands and in trouble.

use ringside::domain::limits::LimitKind;
use ringside::domain::verdict::verdict;

use super::console::{decoded, formatting};
use super::world;
use crate::answer::doing;
use crate::answer::verb::Verb;
use crate::campaign::trouble::Trouble;
use crate::wish::Wish;
use crate::world::World;
use crate::zone::MINUTE;

fn told(world: &World, id: &str) -> (Option<LimitKind>, String) {
    let snapshot = decoded(world, id);
    formatting(world, |formats| {
        let verdict = verdict(&snapshot, formats);
        (verdict.binding, verdict.answer)
    })
}

#[test]
fn it_names_what_binds_each_campaign() {
    use LimitKind::{
        CallWindow, CampaignState, CarrierRate, Concurrency, NumberPool, ReadyContacts, TenantLines,
    };
    let world = world(0);
    for (id, binding, answer) in [
        (
            "cmp_8f3k2q",
            NumberPool,
            "At its limit: all 36 pool lines are in use.",
        ),
        (
            "cmp_1a9ze",
            Concurrency,
            "Yes: all 26 lines of its concurrency are in use.",
        ),
        (
            "cmp_3zn4v",
            Concurrency,
            "Yes: all 12 lines of its concurrency are in use.",
        ),
        (
            "cmp_7hh3p",
            CallWindow,
            "Window closed: it opens 13 Nov, 08:00 CST.",
        ),
        (
            "cmp_6wq8t",
            TenantLines,
            "Not dialing: Storm claims callback goes first.",
        ),
        (
            "cmp_5kq0m",
            CarrierRate,
            "Not dialing: Telnyx is stopped by its breaker.",
        ),
        (
            "cmp_8dk1s",
            ReadyContacts,
            "Not dialing: no contact is ready.",
        ),
        (
            "cmp_2d71x",
            CampaignState,
            "Not dialing: paused by the failure breaker.",
        ),
        (
            "cmp_5tm2e",
            CampaignState,
            "Not dialing: paused by M. Chen.",
        ),
        (
            "cmp_0vw81",
            CampaignState,
            "Not dialing yet: it starts 13 Nov, 10:00 CST.",
        ),
        (
            "cmp_3tr6b",
            CampaignState,
            "Not dialing: this campaign is a draft.",
        ),
        (
            "cmp_4nb7c",
            CampaignState,
            "Not dialing: the campaign is completed.",
        ),
        (
            "cmp_6yd2s",
            CampaignState,
            "Not dialing: the campaign failed.",
        ),
        (
            "cmp_9cx5e",
            CampaignState,
            "Not dialing: the campaign was canceled.",
        ),
    ] {
        let (binds, says) = told(&world, id);
        assert_eq!(binds, Some(binding), "{id}: {says}");
        assert!(says.starts_with(answer), "{id}: {says}");
    }
}

#[test]
fn it_follows_what_is_done_to_a_campaign() {
    let mut world = world(0);
    for (verb, wish, binding) in [
        (
            Verb::SetConcurrency,
            r#"{"concurrency":12}"#,
            LimitKind::Concurrency,
        ),
        (
            Verb::RemoveNumber,
            r#"{"number_id":"num_0002"}"#,
            LimitKind::NumberPool,
        ),
        (
            Verb::SetWindow,
            r#"{"opens":"15:30","closes":"16:30"}"#,
            LimitKind::CallWindow,
        ),
        (Verb::Pause, "{}", LimitKind::CampaignState),
    ] {
        world.reset().unwrap();
        let index = world.dialer.find("cmp_8f3k2q").unwrap().index;
        let wish = Wish::read(wish.as_bytes()).unwrap();
        doing::act(&mut world, index, verb, wish).unwrap();
        world.advance(12 * MINUTE).unwrap();
        let (binds, says) = told(&world, "cmp_8f3k2q");
        assert_eq!(binds, Some(binding), "{verb:?}: {says}");
    }
}

#[test]
fn each_trouble_shows_in_what_binds() {
    let mut world = world(0);
    for (trouble, binding) in [
        (Trouble::PoolExhausted, Some(LimitKind::NumberPool)),
        // Dials end so soon that lines stay free, and no breaker opens.
        (Trouble::CarrierBurst, Some(LimitKind::CarrierRate)),
        // Rejected dials end so soon that the carriers' rate is what is left.
        (Trouble::AnswerRateCollapse, Some(LimitKind::CarrierRate)),
    ] {
        world.reset().unwrap();
        let index = world.dialer.find("cmp_8f3k2q").unwrap().index;
        assert!(world.dialer.suffer(index, trouble));
        world.advance(3 * MINUTE).unwrap();
        let (binds, says) = told(&world, "cmp_8f3k2q");
        assert_eq!(binds, binding, "{trouble:?}: {says}");
    }
}
