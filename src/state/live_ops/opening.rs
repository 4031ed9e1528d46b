//! Starting the cards, each by itself.

use super::{EVERY, Feed};
use crate::domain::json::FromJson;
use crate::domain::live_ops::{CardKind, Cards};
use crate::state::polling::Following;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

/// Longest pause between two tries of a card that fails, in seconds.
const LONGEST: i64 = 120;

/// Starts every card, spread over the seconds between two answers.
pub fn cards(session: Session, every: Signal<Option<u32>>, feeds: &mut Vec<Feed>) -> Memo<Cards> {
    let campaigns = start(session, CardKind::Campaigns, every, feeds);
    let calls = start(session, CardKind::Calls, every, feeds);
    let jobs = start(session, CardKind::Jobs, every, feeds);
    let runtime = start(session, CardKind::Runtime, every, feeds);
    let states = start(session, CardKind::States, every, feeds);
    let callbacks = start(session, CardKind::Callbacks, every, feeds);
    let credits = start(session, CardKind::Credits, every, feeds);
    let feeds = feeds.clone();
    Memo::new(move |_| Cards {
        campaigns: value(campaigns),
        calls: value(calls),
        jobs: value(jobs),
        callbacks: value(callbacks),
        credits: value(credits),
        runtime: value(runtime),
        states: value(states),
        absent: { feeds.iter().filter(|feed| feed.absent.get()) }
            .map(|feed| feed.kind)
            .collect(),
        confirmed: feeds
            .iter()
            .map(|feed| (feed.kind, feed.confirmed.get()))
            .collect(),
    })
}

fn start<T: FromJson + Send + Sync + 'static>(
    session: Session,
    kind: CardKind,
    every: Signal<Option<u32>>,
    feeds: &mut Vec<Feed>,
) -> RemoteHandle<T> {
    let resource = ["live/", kind.path()].concat();
    let absent = Memo::new(move |_| !session.has(&resource));
    let remote = use_remote(
        move || (!absent.get()).then_some(()),
        move |(), ask| Box::pin(session.client().live(kind, ask)),
    );
    let place = i64::try_from(feeds.len()).unwrap_or_default();
    let steps = i64::try_from(CardKind::ALL.len()).unwrap_or(1);
    let following = Following {
        every,
        longest: LONGEST,
        first: Some(1 + place * i64::from(EVERY) / steps),
    };
    following.start(session, remote);
    feeds.push(Feed::of(kind, remote, following, absent));
    remote
}

fn value<T: Send + Sync + 'static>(remote: RemoteHandle<T>) -> Option<Arc<T>> {
    remote.state.with(|state| state.value().cloned())
}
