//! What stands in the page, and how it becomes what it is to be.

use std::borrow::Cow;

use leptos::prelude::{AnyView, Mountable, Render};
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::dom::{Element, Node, Text};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::{JsCast, intern};

use super::prototype::draw as drawn;
use super::{Live, Markup, Part};

/// An element in the page with the data that it was drawn of.
pub struct Drawn {
    pub element: Element,
    pub tag: &'static str,
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub style: Option<(&'static str, String)>,
    pub inside: Vec<DrawnPart>,
}

/// What stands inside of a drawn element.
pub enum DrawnPart {
    Text(Text, Cow<'static, str>),
    Element(Drawn),
    View(String, AnyViewState),
}

impl Drawn {
    /// Changes what differs, and nothing else. The data is of the same tag.
    pub fn become_like(&mut self, markup: Markup) {
        let Markup {
            attributes,
            style,
            inside,
            ..
        } = markup;
        for (name, value) in &attributes {
            let before = self.attributes.iter().find(|(known, _)| known == name);
            if before.is_none_or(|(_, before)| before != value) {
                Rndr::set_attribute(&self.element, intern(name), value);
            }
        }
        for (name, _) in &self.attributes {
            if !attributes.iter().any(|(kept, _)| kept == name) {
                Rndr::remove_attribute(&self.element, name);
            }
        }
        self.attributes = attributes;
        if self.style != style {
            if let Some((property, _)) = self.style.take() {
                set_style(&self.element, property, "");
            }
            if let Some((property, value)) = &style {
                set_style(&self.element, property, value);
            }
            self.style = style;
        }
        become_parts(&mut self.inside, inside, Some(&self.element));
    }
}

/// A property of the element's own style, by the object and not the attribute.
pub fn set_style(element: &Element, property: &str, value: &str) {
    // Nothing can be done about a browser that refuses one of ours.
    let _ = element
        .unchecked_ref::<HtmlElement>()
        .style()
        .set_property(property, value);
}

/// Turns the parts that stand there into the new ones, place by place. What is
/// added at the end goes into `parent`; without one, behind the last part.
pub fn become_parts(old: &mut Vec<DrawnPart>, new: Vec<Part>, parent: Option<&Element>) {
    for mut gone in old.drain(new.len().min(old.len())..) {
        gone.unmount();
    }
    let mut places = old.iter_mut();
    let mut added = Vec::new();
    for part in new {
        match places.next() {
            Some(place) => place.become_like(part),
            None => added.push(part),
        }
    }
    for part in added {
        let mut drawn = DrawnPart::build(part);
        match (parent, old.last()) {
            (Some(parent), _) => drawn.mount(parent, None),
            (None, Some(last)) => last.insert_behind(&mut drawn),
            (None, None) => {}
        }
        old.push(drawn);
    }
}

impl DrawnPart {
    /// Draws a part that stands nowhere yet.
    pub fn build(part: Part) -> Self {
        match part {
            Part::Text(text) => Self::Text(Rndr::create_text_node(&text), text),
            Part::Element(markup) => Self::Element(drawn(markup)),
            Part::View(Live { key, draw }) => Self::View(key, draw().build()),
        }
    }

    fn become_like(&mut self, part: Part) {
        match (self, part) {
            (Self::Text(node, before), Part::Text(text)) => {
                if *before != text {
                    Rndr::set_text(node, &text);
                    *before = text;
                }
            }
            (Self::Element(drawn), Part::Element(markup)) if drawn.tag == markup.tag => {
                drawn.become_like(markup);
            }
            (Self::View(before, state), Part::View(Live { key, draw })) => {
                if *before != key {
                    let view: AnyView = draw();
                    view.rebuild(state);
                    *before = key;
                }
            }
            (old, part) => {
                let mut new = Self::build(part);
                old.insert_before_this(&mut new);
                old.unmount();
                *old = new;
            }
        }
    }

    fn insert_behind(&self, new: &mut Self) {
        let Some(node) = self.node() else { return };
        if let Some(parent) = Rndr::get_parent(node) {
            let next = Rndr::next_sibling(node);
            new.mount(parent.unchecked_ref::<Element>(), next.as_ref());
        }
    }

    /// The one node of it; a view may have several.
    fn node(&self) -> Option<&Node> {
        match self {
            Self::Text(node, _) => Some(node),
            Self::Element(drawn) => Some(&drawn.element),
            Self::View(..) => None,
        }
    }
}

impl Mountable for DrawnPart {
    fn unmount(&mut self) {
        match self {
            Self::Text(node, _) => node.unmount(),
            // The views inside end when they are dropped.
            Self::Element(drawn) => drawn.element.unmount(),
            Self::View(_, state) => state.unmount(),
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        match self {
            Self::Text(node, _) => node.mount(parent, marker),
            Self::Element(drawn) => drawn.element.mount(parent, marker),
            Self::View(_, state) => state.mount(parent, marker),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Text(node, _) => node.insert_before_this(child),
            Self::Element(drawn) => drawn.element.insert_before_this(child),
            Self::View(_, state) => state.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        match self {
            Self::Text(..) => Vec::new(),
            Self::Element(drawn) => vec![drawn.element.clone()],
            Self::View(_, state) => state.elements(),
        }
    }
}
