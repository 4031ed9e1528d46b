//! The cards of Live Ops: each asked for by itself, at its own pace, so that
//! one that fails leaves the others working.

use super::session::Session;
use crate::domain::attention::{AttentionList, Look, attention};
use crate::domain::format::Formats;
use crate::domain::live_ops::{CardKind, Cards, Past};
use crate::domain::timestamp::Timestamp;
use leptos::prelude::*;
use std::time::Duration;

mod feed;
mod hold;
mod opening;

pub use feed::Feed;

/// Seconds between two answers of a card.
pub const EVERY: u32 = 10;

/// The lists wait for every card, but no longer than this for one that hangs.
const PATIENCE: Duration = Duration::from_secs(4);

/// Live Ops, opened.
#[derive(Clone, Copy)]
pub struct LiveOps {
    /// The console it belongs to.
    pub session: Session,
    /// Whether the operator holds the cards still.
    pub held: RwSignal<bool>,
    /// The last good answers.
    pub cards: Memo<Cards>,
    /// What they said earlier in this session.
    pub past: RwSignal<Past>,
    /// What needs a person, by the latest answers; `None` until every card was
    /// answered or has failed, or has taken too long.
    pub fresh: Memo<Option<AttentionList>>,
    /// The same as it stands on screen: it holds still until it is told to move.
    pub shown: RwSignal<Option<AttentionList>>,
    /// Counts how often the lists were told to move.
    pub moved: RwSignal<u32>,
    feeds: StoredValue<Vec<Feed>>,
    moving: RwSignal<bool>,
    overdue: RwSignal<bool>,
}

impl LiveOps {
    /// Asks for every card, and goes on asking until the current scope ends.
    pub fn open(session: Session) -> Self {
        let held = hold::restore();
        let every = Signal::derive(move || (!held.get()).then_some(EVERY));
        Self::start(session, held, every)
    }

    /// Asks for every card once, and again only when it is told to.
    pub fn open_still(session: Session) -> Self {
        let every = Signal::derive(|| None);
        Self::start(session, RwSignal::new(true), every)
    }

    fn start(session: Session, held: RwSignal<bool>, every: Signal<Option<u32>>) -> Self {
        let mut feeds = Vec::new();
        let cards = opening::cards(session, every, &mut feeds);
        let past = RwSignal::new(Past::default());
        for feed in feeds.iter().copied() {
            Effect::new(move |_| {
                if let Some(at) = feed.fetched_at.get() {
                    let cards = cards.get_untracked();
                    past.update(|past| past.push(feed.kind, &cards, at));
                }
            });
        }
        let feeds = StoredValue::new(feeds);
        let all = move |is: fn(&Feed) -> bool| feeds.with_value(|feeds| feeds.iter().all(is));
        let overdue = RwSignal::new(false);
        let fresh = Memo::new(move |_| {
            let settled = all(|feed| {
                feed.absent.get() || feed.fetched_at.get().is_some() || feed.trouble.get().is_some()
            });
            (settled || overdue.get()).then(|| judge(session, &cards.get(), &failing(feeds)))
        });
        let live = Self {
            session,
            held,
            cards,
            past,
            fresh,
            shown: RwSignal::new(None),
            moved: RwSignal::new(0),
            feeds,
            moving: RwSignal::new(false),
            overdue,
        };
        live.wait_for_answers();
        Effect::new(move |_| live.settle(all(|feed| !feed.asking.get())));
        live.follow_key();
        provide_context(live);
        live
    }

    /// A conclusion from the latest answers; whoever reads it runs again only
    /// when the conclusion changes.
    pub fn shows<R: PartialEq + Send + Sync + 'static>(
        self,
        conclude: impl Fn(&Cards, &Formats<'_>) -> R + Send + Sync + 'static,
    ) -> Memo<R> {
        Memo::new(move |_| {
            self.cards
                .with(|cards| write(self.session, cards, |formats| conclude(cards, formats)))
        })
    }

    /// What is known of one card's endpoint.
    pub fn feed(self, kind: CardKind) -> Option<Feed> {
        self.feeds
            .with_value(|feeds| feeds.iter().find(|feed| feed.kind == kind).copied())
    }

    /// Asks for every card now, and lets the lists follow the answers.
    pub fn refresh_all(self) {
        self.wait_for_answers();
        self.catch_up();
    }

    fn wait_for_answers(self) {
        self.moving.set(true);
        self.overdue.set(false);
        set_timeout(
            move || {
                let _ = self.overdue.try_set(true);
            },
            PATIENCE,
        );
    }

    /// Asks for every card now; the lists stay as they are.
    pub fn catch_up(self) {
        self.feeds
            .with_value(|feeds| feeds.iter().for_each(|feed| feed.refresh()));
    }

    /// Whether all cards are on their way because the operator asked for them.
    pub fn is_refreshing(self) -> bool {
        self.moving.get()
    }

    /// Shows the list as it is now.
    pub fn show_fresh(self) {
        self.shown.set(self.fresh.get_untracked());
        self.moved.update(|moved| *moved = moved.wrapping_add(1));
    }

    /// The card that is the oldest of those that do not fail: when it was read
    /// by the server's clock, and when it came by the client's.
    pub fn oldest(self) -> Option<(Timestamp, i64)> {
        let feed = self.feeds.with_value(|feeds| {
            let well = feeds
                .iter()
                .filter(|feed| feed.trouble.with(Option::is_none));
            let came = well.filter_map(|feed| Some((feed.fetched_at.get()?, feed.kind)));
            came.min()
        });
        let (came, kind) = feed?;
        let read = self.cards.with(|cards| cards.read_at(kind))?;
        Some((read, came))
    }

    /// After the first answers, and after Refresh all, the lists move once.
    fn settle(self, all_answered: bool) {
        let fresh = self.fresh.get();
        if let Some(list) = &fresh {
            let keys = list.entries.iter().map(|entry| &*entry.key);
            self.past
                .update(|past| past.see(keys, list.at.ms.unwrap_or_default()));
        }
        if (all_answered || self.overdue.get()) && fresh.is_some() && self.moving.get() {
            self.show_fresh();
            self.moving.set(false);
        }
    }

    fn follow_key(self) {
        let pressed = self.session.refresh;
        Effect::new(move |before: Option<u32>| {
            let now = pressed.get();
            if before.is_some_and(|before| before != now) {
                self.refresh_all();
            }
            now
        });
    }
}

/// The page that the current scope belongs to.
pub fn use_live_ops() -> LiveOps {
    expect_context::<LiveOps>()
}

/// Writes something of the cards as of the youngest of them.
pub fn write<R>(session: Session, cards: &Cards, write: impl FnOnce(&Formats<'_>) -> R) -> R {
    let now = cards.now().unwrap_or_else(super::clock::now);
    session.presentation.with(cards.zone(), now, write)
}

fn judge(session: Session, cards: &Cards, failing: &[CardKind]) -> AttentionList {
    write(session, cards, |formats| {
        attention(&Look { cards, formats }, failing)
    })
}

fn failing(feeds: StoredValue<Vec<Feed>>) -> Vec<CardKind> {
    feeds.with_value(|feeds| {
        let failing = feeds
            .iter()
            .filter(|feed| feed.trouble.with(Option::is_some));
        failing.map(|feed| feed.kind).collect()
    })
}
