//! Elements are copied from one that was made before where they can be: a copy
//! of ten nodes costs the browser and the bridge to it less than making two.
//! What is copied is never more than a cell: whole rows and tables differ each
//! time, and their prototypes would only be kept.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::Mountable;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::dom::{Element, Node, Text};
use wasm_bindgen::{JsCast, intern};

use super::drawn::{Drawn, DrawnPart, set_style};
use super::{Markup, Part};

/// How many different elements are kept to be copied: more than all cells of
/// all tables. Each is some ten nodes.
const MOST: usize = 256;

/// What holds rows or cells, and is made by itself.
const HOLDERS: [&str; 8] = ["table", "thead", "tbody", "tr", "dl", "ul", "li", "div"];

thread_local! {
    static PROTOTYPES: RefCell<HashMap<u64, Element>> = RefCell::default();
}

/// Draws an element as a copy of the first one that was made alike.
pub fn draw(markup: Markup) -> Drawn {
    if HOLDERS.contains(&markup.tag) {
        return held(markup);
    }
    let mut hasher = DefaultHasher::new();
    fingerprint(&markup, &mut hasher);
    let element = PROTOTYPES.with_borrow_mut(|known| {
        let key = hasher.finish();
        if known.len() >= MOST && !known.contains_key(&key) {
            known.clear();
        }
        let prototype = known.entry(key).or_insert_with(|| made(&markup));
        prototype.clone_node_with_deep(true)
    });
    // A browser refuses to copy documents and shadow roots only.
    let element = element.map_or_else(|_| made(&markup), JsCast::unchecked_into);
    filled(markup, element)
}

/// An element whose parts are drawn each by themselves.
fn held(markup: Markup) -> Drawn {
    let mut drawn = Drawn {
        element: empty(markup.tag),
        tag: markup.tag,
        attributes: Vec::new(),
        style: None,
        inside: Vec::new(),
    };
    drawn.become_like(markup);
    drawn
}

fn empty(tag: &'static str) -> Element {
    let of_svg = matches!(tag, "svg" | "path");
    Rndr::create_element(tag, of_svg.then_some("http://www.w3.org/2000/svg"))
}

/// What two elements must have in common to be copies of each other: all that
/// is known when the console is compiled, which its place in memory tells.
fn fingerprint(markup: &Markup, hasher: &mut DefaultHasher) {
    let known = |text: &str, hasher: &mut DefaultHasher| {
        (text.as_ptr() as usize, text.len()).hash(hasher);
    };
    known(markup.tag, hasher);
    for (name, value) in &markup.attributes {
        if let Cow::Borrowed(value) = value {
            known(name, hasher);
            known(value, hasher);
        }
    }
    for part in &markup.inside {
        match part {
            Part::Text(Cow::Borrowed(text)) => known(text, hasher),
            Part::Text(Cow::Owned(_)) => 1_u8.hash(hasher),
            Part::Element(inside) => fingerprint(inside, hasher),
            Part::View(_) => 2_u8.hash(hasher),
        }
    }
    3_u8.hash(hasher);
}

/// The element with all that is known when the console is compiled.
fn made(markup: &Markup) -> Element {
    let element = empty(markup.tag);
    for (name, value) in &markup.attributes {
        if let Cow::Borrowed(value) = value {
            Rndr::set_attribute(&element, intern(name), value);
        }
    }
    for part in &markup.inside {
        match part {
            // An empty text would not be copied by every browser.
            Part::Text(Cow::Owned(_)) | Part::Text(Cow::Borrowed("")) => {
                Rndr::create_text_node(" ").mount(&element, None);
            }
            Part::Text(Cow::Borrowed(text)) => Rndr::create_text_node(text).mount(&element, None),
            Part::Element(inside) => made(inside).mount(&element, None),
            Part::View(_) => {}
        }
    }
    element
}

/// The copy with all that it was not known before.
fn filled(markup: Markup, element: Element) -> Drawn {
    for (name, value) in &markup.attributes {
        if let Cow::Owned(value) = value {
            Rndr::set_attribute(&element, intern(name), value);
        }
    }
    if let Some((property, value)) = &markup.style {
        set_style(&element, property, value);
    }
    let mut next = element.first_child();
    let mut take = || {
        let node = next.take();
        next = node.as_ref().and_then(Node::next_sibling);
        node
    };
    let inside = markup.inside.into_iter();
    let inside = inside.filter_map(|part| match part {
        Part::Text(text) => {
            let node: Text = take()?.unchecked_into();
            if text.is_empty() || matches!(text, Cow::Owned(_)) {
                Rndr::set_text(&node, &text);
            }
            Some(DrawnPart::Text(node, text))
        }
        Part::Element(inside) => Some(DrawnPart::Element(filled(inside, take()?.unchecked_into()))),
        view @ Part::View(_) => Some(DrawnPart::build(view)),
    });
    let mut inside: Vec<DrawnPart> = inside.collect();
    mount_views(&mut inside, &element);
    Drawn {
        element,
        tag: markup.tag,
        attributes: markup.attributes,
        style: markup.style,
        inside,
    }
}

/// Views are in no prototype: each goes to its place before what follows it.
fn mount_views(parts: &mut [DrawnPart], parent: &Element) {
    let mut following: Option<Node> = None;
    for part in parts.iter_mut().rev() {
        match part {
            DrawnPart::Text(node, _) => following = Some(node.clone().into()),
            DrawnPart::Element(drawn) => following = Some(drawn.element.clone().into()),
            // What follows a view goes before its first node, if it has one; two views
            // side by side are not drawn by anything.
            DrawnPart::View(_, state) => state.mount(parent, following.as_ref()),
        }
    }
}
