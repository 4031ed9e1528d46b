//! Work that ends with what it is for.

use leptos::prelude::{IsDisposed, request_animation_frame, set_timeout, set_timeout_with_handle};
use leptos::task::spawn_local;
use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;

/// How long work waits for a frame: none comes in a tab that is not looked at.
const LONGEST: Duration = Duration::from_secs(1);

/// Does `work` for as long as `held` is there, and not a step more: what is
/// read of a console that was taken away panics, and ends all others with it.
pub fn spawn_with(held: impl IsDisposed + 'static, work: impl Future<Output = ()> + 'static) {
    spawn(Box::new(move || held.is_disposed()), Box::pin(work));
}

/// In one piece of code, however many kinds of work there are.
fn spawn(is_over: Box<dyn Fn() -> bool>, mut work: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(poll_fn(move |context| {
        if is_over() {
            return Poll::Ready(());
        }
        work.as_mut().poll(context)
    }));
}

/// Does `act` once what has changed until now is on screen, if `held` is still
/// there then: a press is seen to be taken before what follows from it is
/// worked out. It is done even if nothing is painted.
pub fn after_paint(held: impl IsDisposed + 'static, act: impl FnOnce() + 'static) {
    painted(Box::new(move || {
        if !held.is_disposed() {
            act();
        }
    }));
}

fn painted(act: Box<dyn FnOnce()>) {
    let due = Rc::new(Cell::new(Some(act)));
    let late = Rc::clone(&due);
    let last = set_timeout_with_handle(move || act_once(&late), LONGEST).ok();
    // A frame is asked for before it is painted; the next task comes after it.
    request_animation_frame(move || {
        if let Some(last) = last {
            last.clear();
        }
        set_timeout(move || act_once(&due), Duration::ZERO);
    });
}

/// Whichever comes first acts.
fn act_once(due: &Cell<Option<Box<dyn FnOnce()>>>) {
    if let Some(act) = due.take() {
        act();
    }
}
