//! From the text of an answer to the rows that the console works with, by the
//! console's own sources: they need no other crate. Linked with the rest of the
//! console, the module would be all of it.
#![allow(dead_code, unused_imports)]

use std::cell::RefCell;

use console::decode::decode;
use console::domain;
use domain::snapshot::Snapshot;

#[path = "../../../../src"]
mod console {
    #[path = "api/decode.rs"]
    pub mod decode;
    pub mod domain;
}

thread_local! {
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static HELD: RefCell<Option<Snapshot>> = const { RefCell::new(None) };
}

/// Makes room for a text of so many bytes, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        text.clear();
        text.resize(length, 0);
        text.as_mut_ptr()
    })
}

/// Decodes the text and holds what came of it; gives its number of pool numbers,
/// and 0 where it was not taken.
#[unsafe(no_mangle)]
pub extern "C" fn take_in() -> usize {
    let Ok(snapshot) = TEXT.with_borrow(|text| decode::<Snapshot>(text)) else {
        return 0;
    };
    let numbers = snapshot
        .numbers
        .value()
        .map_or(0, |numbers| numbers.items.len());
    HELD.set(Some(snapshot));
    numbers
}

/// Lets go of what is held.
#[unsafe(no_mangle)]
pub extern "C" fn let_go() {
    HELD.set(None);
}
