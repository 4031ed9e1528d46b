//! Elements as data in the place of a view.

use leptos::prelude::{Mountable, Render, RenderHtml};
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::dom::{Element, Node};
use leptos::tachys::view::{Position, PositionState};

use super::Fragment;
use super::drawn::{DrawnPart, become_parts};

/// Elements that stand side by side in the page.
pub struct Shown(Vec<DrawnPart>);

impl Render for Fragment {
    type State = Shown;

    fn build(self) -> Shown {
        Shown(self.0.into_iter().map(DrawnPart::build).collect())
    }

    fn rebuild(self, state: &mut Shown) {
        become_parts(&mut state.0, self.0, None);
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.0.iter_mut().for_each(Mountable::unmount);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for part in &mut self.0 {
            part.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.0.first();
        first.is_some_and(|first| first.insert_before_this(child))
    }

    fn elements(&self) -> Vec<Element> {
        self.0.iter().flat_map(Mountable::elements).collect()
    }
}

no_attrs!(Fragment);

/// There is no server that draws pages: what stands here for one draws nothing.
impl RenderHtml for Fragment {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
