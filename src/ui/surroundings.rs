//! What lies around a drawer: unreachable while it is open, except navigation.

use leptos::web_sys;
use std::cell::RefCell;
use std::rc::Rc;

use super::observer::Observer;

/// Elements beside a drawer that stay reachable: the main navigation, and what
/// speaks. Other navigation, such as saved views, is part of the page.
const REACHABLE: &str = ".nav, dialog, [popover], [role=status], [aria-live], script, link, style";

/// What lies around a drawer.
#[derive(Default)]
pub struct Surroundings {
    /// Each element from the drawer outward, with what it stands in.
    levels: Vec<(web_sys::Element, web_sys::Element)>,
    inert: Rc<RefCell<Vec<web_sys::Element>>>,
    /// Pieces of the page may come after the drawer.
    later: Option<Observer>,
    /// The largest element around the drawer that holds no navigation.
    page: Option<web_sys::Element>,
}

impl Surroundings {
    /// Everything around `host`, up to the `.ringside` root or the navigation
    /// beside the page, whichever comes first.
    pub fn of(host: &web_sys::Element) -> Self {
        let mut around = Self::default();
        let mut inside = host.clone();
        while let Some(parent) = inside.parent_element() {
            around.levels.push((inside.clone(), parent.clone()));
            let beside_navigation = has_child(&parent, ".nav");
            let at_root = parent.matches(".ringside").unwrap_or(true);
            around.page = Some(if beside_navigation {
                inside
            } else {
                parent.clone()
            });
            if beside_navigation || at_root {
                break;
            }
            inside = parent;
        }
        around
    }

    /// Makes everything unreachable, also what comes there later. The browser
    /// styles all of it anew.
    pub fn seal(&mut self) {
        let (levels, inert) = (self.levels.clone(), Rc::clone(&self.inert));
        let seal = move || {
            for (inside, parent) in &levels {
                seal_beside(&mut inert.borrow_mut(), inside, parent);
            }
        };
        seal();
        let later = Observer::of_children(seal);
        for (_, parent) in &self.levels {
            later.watch(parent);
        }
        self.later = Some(later);
    }

    /// Makes everything reachable again.
    pub fn release(&mut self) {
        self.later = None;
        for element in self.inert.borrow_mut().drain(..) {
            // Removing an attribute with a valid name cannot fail.
            let _ = element.remove_attribute("inert");
        }
    }

    /// Where the page begins that the scrim covers, in px from the window's left.
    pub fn left_edge(&self) -> f64 {
        let page = self.page.as_ref();
        page.map_or(0.0, |page| page.get_bounding_client_rect().left())
    }
}

fn seal_beside(
    inert: &mut Vec<web_sys::Element>,
    inside: &web_sys::Element,
    parent: &web_sys::Element,
) {
    let mut child = parent.first_element_child();
    while let Some(element) = child {
        child = element.next_element_sibling();
        let skipped = element.is_same_node(Some(inside))
            || element.has_attribute("inert")
            || element.matches(REACHABLE).unwrap_or(true);
        if !skipped && element.set_attribute("inert", "").is_ok() {
            inert.push(element);
        }
    }
}

/// Whether one of the children (not of their children) matches.
fn has_child(parent: &web_sys::Element, selector: &str) -> bool {
    let mut child = parent.first_element_child();
    while let Some(element) = child {
        if element.matches(selector).unwrap_or(false) {
            return true;
        }
        child = element.next_element_sibling();
    }
    false
}
