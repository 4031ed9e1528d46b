//! Elements as plain data, drawn and redrawn by what differs.
//!
//! A view that runs again sets each attribute of each element anew, whatever it
//! was before: in a table of a thousand cells a refresh of ten rewrites all of
//! their rows. Data can be compared with what stands there.

use std::borrow::Cow;

use leptos::prelude::*;

mod drawn;
mod prototype;
mod view;

/// An element with its attributes and what is inside, not in the page yet.
///
/// It has no handlers and follows no signals: whoever shows it gives new data.
/// [`Markup::view`] is the way out for what must.
pub struct Markup {
    tag: &'static str,
    /// A name stands here once.
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// Set by the style object: a `style` attribute is against the policy.
    style: Option<(&'static str, String)>,
    inside: Vec<Part>,
}

/// What stands inside of an element.
enum Part {
    Text(Cow<'static, str>),
    Element(Markup),
    View(Live),
}

/// A view that follows signals by itself.
struct Live {
    /// The view is drawn anew when this changes.
    key: String,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Markup {
    /// An empty element; `svg` and `path` are of SVG, all others of HTML.
    pub fn new(tag: &'static str) -> Self {
        Self {
            tag,
            attributes: Vec::new(),
            style: None,
            inside: Vec::new(),
        }
    }

    /// With an attribute, set once at most; [`Markup::styled`] is for styles.
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        debug_assert!(
            name != "style" && self.attributes.iter().all(|(known, _)| *known != name),
            "{name} is set twice, or is against the policy"
        );
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute where there is a value.
    pub fn with_some(
        self,
        name: &'static str,
        value: Option<impl Into<Cow<'static, str>>>,
    ) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With its class.
    pub fn class(self, class: impl Into<Cow<'static, str>>) -> Self {
        self.with("class", class)
    }

    /// With one property of its own style.
    pub fn styled(mut self, property: &'static str, value: String) -> Self {
        self.style = Some((property, value));
        self
    }

    /// With a text after what is inside already.
    pub fn text(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.inside.push(Part::Text(text.into()));
        self
    }

    /// With an element, if there is one, after what is inside already.
    pub fn child(mut self, child: impl Into<Option<Markup>>) -> Self {
        self.inside.extend(child.into().map(Part::Element));
        self
    }

    /// With elements after what is inside already.
    pub fn children(mut self, children: impl IntoIterator<Item = Markup>) -> Self {
        self.inside.extend(children.into_iter().map(Part::Element));
        self
    }

    /// With a view after what is inside already; it is drawn anew when `key`
    /// changes, which stands for all that the view was made of. It may follow
    /// signals that were there before, and make none: what it makes would be gone
    /// after the next drawing of its row, which leaves the view as it is. Views
    /// stand apart, with an element or a text between two of them.
    pub fn view(mut self, key: String, draw: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        let draw = Box::new(draw);
        self.inside.push(Part::View(Live { key, draw }));
        self
    }
}

/// Elements side by side, in the place of a view.
pub struct Fragment(Vec<Part>);

impl Fragment {
    /// At least one element: a place where nothing stands cannot be found again.
    pub fn of(elements: Vec<Markup>) -> Self {
        debug_assert!(!elements.is_empty(), "nothing would ever be drawn here");
        Self(elements.into_iter().map(Part::Element).collect())
    }
}

impl From<Markup> for Fragment {
    fn from(element: Markup) -> Self {
        Self::of(vec![element])
    }
}
