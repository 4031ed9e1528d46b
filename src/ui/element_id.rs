//! Ids that tie a control to its description, unique on the page.

use std::cell::Cell;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// A new element id that starts with `prefix`; no two calls return the same.
pub fn element_id(prefix: &str) -> String {
    let number = NEXT.with(|next| {
        let number = next.get();
        next.set(number.wrapping_add(1));
        number
    });
    [prefix, "-", number.to_string().as_str()].concat()
}
