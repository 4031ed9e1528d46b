//! What lies around a drawer: unreachable while it is open, except navigation.

use leptos::web_sys;

/// Elements beside a drawer that stay reachable: navigation, and what speaks.
const REACHABLE: &str = "nav, dialog, [popover], [role=status], [aria-live], script, link, style";

/// What lies around a drawer.
#[derive(Debug, Default)]
pub struct Surroundings {
    beside: Vec<web_sys::Element>,
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
            around.find_beside(&inside, &parent);
            let beside_navigation = has_child(&parent, "nav");
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

    /// Makes everything unreachable. The browser styles all of it anew.
    pub fn seal(&mut self) {
        for element in &self.beside {
            // Setting an attribute with a valid name cannot fail.
            let _ = element.set_attribute("inert", "");
        }
    }

    /// Makes everything reachable again.
    pub fn release(&mut self) {
        for element in self.beside.drain(..) {
            // Removing an attribute with a valid name cannot fail.
            let _ = element.remove_attribute("inert");
        }
    }

    /// Where the page begins that the scrim covers, in px from the window's left.
    pub fn left_edge(&self) -> f64 {
        let page = self.page.as_ref();
        page.map_or(0.0, |page| page.get_bounding_client_rect().left())
    }

    fn find_beside(&mut self, inside: &web_sys::Element, parent: &web_sys::Element) {
        let mut child = parent.first_element_child();
        while let Some(element) = child {
            child = element.next_element_sibling();
            let skipped = element.is_same_node(Some(inside))
                || element.has_attribute("inert")
                || element.matches(REACHABLE).unwrap_or(true);
            if !skipped {
                self.beside.push(element);
            }
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
