//! A pane of the page that is modal for as long as the page is so narrow that
//! it lies over its neighbor.

use leptos::{html, prelude::*, web_sys};

use super::{
    focus::{focus_in_place, focused_inside},
    mounted::mounted,
    observer::Observer,
    surroundings::Surroundings,
};

/// Whether a pane lies over its neighbor, and what that made unreachable.
#[derive(Clone, Copy)]
pub struct Overlay {
    lies_over: RwSignal<bool>,
    around: StoredValue<Surroundings, LocalStorage>,
}

impl Default for Overlay {
    fn default() -> Self {
        Self {
            lies_over: RwSignal::new(false),
            around: StoredValue::new_local(Surroundings::default()),
        }
    }
}

impl Overlay {
    /// Whether the pane lies over its neighbor now. Tracked.
    pub fn lies_over(self) -> bool {
        self.lies_over.get()
    }

    /// The same, without following it.
    pub fn lies_over_now(self) -> bool {
        self.lies_over.get_untracked()
    }

    /// Follows a pane until the current scope ends: while it lies over the
    /// element before it, everything around it is inert, and the focus is in it.
    pub fn follow(self, pane: NodeRef<html::Section>) {
        let observer = StoredValue::new_local(None::<Observer>);
        pane.on_load(move |loaded| {
            let sizes = Observer::of_sizes(move || {
                if let Some(pane) = mounted(pane) {
                    self.look(&pane);
                }
            });
            if let Some(around) = loaded.parent_element() {
                sizes.watch(&around);
            }
            observer.set_value(Some(sizes));
        });
        on_cleanup(move || self.release());
    }

    /// Makes everything reachable again, so that the focus can leave the pane.
    pub fn release(self) {
        self.around.try_update_value(Surroundings::release);
        self.lies_over.try_set(false);
    }

    fn look(self, pane: &web_sys::Element) {
        let lies_over = covers_neighbor(pane);
        if lies_over == self.lies_over.get_untracked() {
            return;
        }
        if !lies_over {
            self.release();
            return;
        }
        let mut around = Surroundings::of(pane);
        around.seal();
        self.around.set_value(around);
        self.lies_over.set(true);
        if focused_inside(pane).is_none() {
            focus_in_place(pane);
        }
    }
}

/// Whether the pane begins before the visible element in front of it ends.
fn covers_neighbor(pane: &web_sys::Element) -> bool {
    let Some(neighbor) = pane.previous_element_sibling() else {
        return false;
    };
    let neighbor = neighbor.get_bounding_client_rect();
    // Rounding of columns may let neighbors overlap by a fraction of a pixel.
    neighbor.width() > 0.0 && pane.get_bounding_client_rect().left() + 1.0 < neighbor.right()
}
