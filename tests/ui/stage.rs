//! A page to put widgets on, with hands and eyes.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Object, Reflect};
use leptos::{
    mount::{UnmountHandle, mount_to},
    prelude::*,
    web_sys,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A mounted view; it goes when the stage is dropped.
pub struct Stage {
    /// The element around the view.
    pub root: web_sys::HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Stage {
    /// Mounts a view below a `.ringside` root.
    pub async fn show<F, V>(view: F) -> Self
    where
        F: FnOnce() -> V + 'static,
        V: IntoView + 'static,
    {
        let root = document().create_element("div").unwrap();
        root.set_class_name("ringside");
        let root = root.dyn_into::<web_sys::HtmlElement>().unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let handle: UnmountHandle<_> = mount_to(root.clone(), view);
        settle().await;
        Self {
            root,
            _handle: Box::new(handle),
        }
    }

    /// The first element that a selector finds.
    pub fn find(&self, selector: &str) -> web_sys::HtmlElement {
        self.look(selector)
            .unwrap_or_else(|| panic!("no {selector} in {}", self.root.outer_html()))
    }

    /// The first element that a selector finds, if any.
    pub fn look(&self, selector: &str) -> Option<web_sys::HtmlElement> {
        self.root
            .query_selector(selector)
            .unwrap()
            .map(|found| found.dyn_into().unwrap())
    }

    /// The texts of all elements that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|at| found.item(at).unwrap().text_content().unwrap())
            .collect()
    }

    /// What stands inside of all elements that a selector finds, without the
    /// comments that views leave behind.
    pub fn htmls(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        let found = (0..found.length()).map(|at| found.item(at).unwrap());
        found
            .map(|node| node.unchecked_into::<web_sys::Element>().inner_html())
            .map(|html| html.replace("<!---->", ""))
            .collect()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Lets effects and what they cause run.
pub async fn settle() {
    for _ in 0..3 {
        leptos::task::tick().await;
    }
}

/// Waits until something is so, for at most 60 frames.
pub async fn until(so: impl Fn() -> bool) {
    for _ in 0..60 {
        if so() {
            return;
        }
        next_frame().await;
    }
}

/// Lets the browser draw once, for what waits for an animation frame.
pub async fn next_frame() {
    let frame = js_sys::Promise::new(&mut |done, _| {
        window().request_animation_frame(&done).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
    settle().await;
}

/// Presses a key while `element` has the focus.
pub fn press(element: &web_sys::Element, key: &str) {
    let options = Object::new();
    for (name, value) in [
        ("key", key.into()),
        ("bubbles", true.into()),
        ("cancelable", true.into()),
        ("composed", true.into()),
    ] {
        Reflect::set(&options, &JsValue::from_str(name), &value).unwrap();
    }
    dispatch(element, "KeyboardEvent", "keydown", &options);
}

/// Tells `element` of an event that bubbles.
pub fn tell(element: &web_sys::Element, name: &str) {
    let options = Object::new();
    Reflect::set(&options, &"bubbles".into(), &JsValue::TRUE).unwrap();
    dispatch(element, "Event", name, &options);
}

/// Types a text over what a field holds.
pub fn type_into(field: &web_sys::HtmlElement, text: &str) {
    field
        .unchecked_ref::<web_sys::HtmlInputElement>()
        .set_value(text);
    tell(field, "input");
}

fn dispatch(element: &web_sys::Element, class: &str, name: &str, options: &Object) {
    let class: Function = Reflect::get(&window(), &class.into())
        .unwrap()
        .unchecked_into();
    let event = Reflect::construct(&class, &Array::of2(&name.into(), options)).unwrap();
    element.dispatch_event(event.unchecked_ref()).unwrap();
}

/// The element with the focus.
pub fn focused() -> web_sys::Element {
    document().active_element().unwrap()
}

/// Whether a popover is on screen.
pub fn is_open(element: &web_sys::Element) -> bool {
    element.matches(":popover-open").unwrap()
}

/// Watches every change below an element.
pub struct Watch {
    seen: Rc<RefCell<Vec<String>>>,
    _callback: Closure<dyn Fn(Array)>,
}

impl Watch {
    /// Starts watching.
    pub fn over(element: &web_sys::Element) -> Self {
        let seen = Rc::<RefCell<Vec<String>>>::default();
        let callback = Closure::<dyn Fn(Array)>::new({
            let seen = seen.clone();
            move |records: Array| {
                let mut told = Vec::new();
                let kinds = records
                    .iter()
                    .filter(|record| !is_rewritten(record, &mut told))
                    .map(|record| get(&record, "type").as_string().unwrap());
                seen.borrow_mut().extend(kinds);
            }
        });
        let class: Function = get(&window(), "MutationObserver").unchecked_into();
        let observer = Reflect::construct(&class, &Array::of1(callback.as_ref())).unwrap();
        let options = Object::new();
        for name in [
            "childList",
            "characterData",
            "attributes",
            "attributeOldValue",
            "subtree",
        ] {
            Reflect::set(&options, &name.into(), &JsValue::TRUE).unwrap();
        }
        let observe: Function = get(&observer, "observe").unchecked_into();
        observe.call2(&observer, element, &options).unwrap();
        Self {
            seen,
            _callback: callback,
        }
    }

    /// The kinds of the changes since the start or the last call.
    pub fn changes(&self) -> Vec<String> {
        self.seen.borrow_mut().drain(..).collect()
    }
}

/// Whether a record tells of an attribute that has the value it had before:
/// erased views take attributes off and put them back. `told` holds the
/// attributes that records before this one have told of.
fn is_rewritten(record: &JsValue, told: &mut Vec<(JsValue, String)>) -> bool {
    let Some(name) = get(record, "attributeName").as_string() else {
        return false;
    };
    let target = get(record, "target");
    if told
        .iter()
        .any(|(node, key)| *node == target && *key == name)
    {
        return true;
    }
    let now = target
        .unchecked_ref::<web_sys::Element>()
        .get_attribute(&name);
    told.push((target.clone(), name));
    now == get(record, "oldValue").as_string()
}

/// A property of a script object.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}
