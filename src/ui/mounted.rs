//! Elements that may have left the page by the time an event arrives.

use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;

/// The element of a node reference while its component lives.
///
/// Browsers tell of toggled popovers, lost focus and animation frames late; by
/// then the component can be gone, and reading its reference would panic.
pub fn mounted<E>(node: NodeRef<E>) -> Option<E::Output>
where
    E: ElementType,
    E::Output: JsCast + Clone + 'static,
{
    node.try_get_untracked().flatten()
}
