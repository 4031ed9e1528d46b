//! A menu of actions, each with a line about its effect.

use leptos::{either::Either, ev, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use crate::domain::tone::Tone;

use super::{
    element_id::element_id,
    focus::focused_element,
    icon::{Icon, IconName},
    mounted::mounted,
    placement::Align,
    popover::Popover,
};

/// One action of a [`Menu`].
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// What it does; "…" at the end when a dialog follows.
    pub label: String,
    /// One line about its effect.
    pub effect: Option<String>,
    /// Picture before the label.
    pub icon: Option<IconName>,
    /// `Tone::Bad` for an action that cannot be undone, else `Tone::Mute`.
    pub tone: Tone,
    /// Whether the action can be taken now.
    pub available: bool,
    /// Why it cannot; replaces the effect.
    pub reason: Option<String>,
    /// Whether a rule above sets it and what follows apart.
    pub starts_group: bool,
    /// Called when it is chosen.
    pub on_select: Callback<()>,
}

impl MenuItem {
    /// An available action without picture or effect.
    pub fn new(label: &str, on_select: impl Into<Callback<()>>) -> Self {
        Self {
            label: label.to_owned(),
            effect: None,
            icon: None,
            tone: Tone::Mute,
            available: true,
            reason: None,
            starts_group: false,
            on_select: on_select.into(),
        }
    }
}

/// A button that opens a menu of 300 px. Arrow keys, Home, End and first
/// letters move; Enter chooses; Esc closes and returns the focus. Items that
/// are not available stay, reachable, with their reason.
#[component]
pub fn Menu(
    /// Name of the button (tooltip and `aria-label` when it shows only a picture).
    #[prop(into)]
    label: Signal<String>,
    /// Picture of the button; the label is then hidden.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The actions, read when the menu opens.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    let id = element_id("menu");
    let popover = Popover::new(Align::End);
    let on_toggle = move |_| {
        if popover.on_toggle()
            && let Some(panel) = mounted(popover.panel)
        {
            focus_item(&panel, Step::First);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(panel) = mounted(popover.panel) else {
            return;
        };
        if event.key() == "Tab" {
            popover.close();
        } else if let Some(step) = Step::of(&event.key()) {
            event.prevent_default();
            event.stop_propagation();
            focus_item(&panel, step);
        }
    };
    let entries = move || {
        popover.is_open().then(|| {
            items
                .get()
                .into_iter()
                .map(|item| entry(item, popover))
                .collect::<Vec<_>>()
        })
    };
    let face = match icon {
        Some(name) => Either::Left(view! { <Icon name/> }),
        None => Either::Right(view! { <span>{label}</span><Icon name=IconName::ChevronDown/> }),
    };
    view! {
        <button
            type="button"
            class=if icon.is_some() { "icon-button" } else { "button" }
            data-kind=if icon.is_some() { "outlined" } else { "secondary" }
            aria-label=move || icon.is_some().then(|| label.get())
            title=move || icon.is_some().then(|| label.get())
            aria-haspopup="menu"
            aria-expanded=move || popover.expanded()
            popovertarget=id.clone()
            node_ref=popover.trigger
        >
            {face}
        </button>
        <div
            class="menu"
            role="menu"
            aria-label=label
            popover="auto"
            id=id.clone()
            node_ref=popover.panel
            on:beforetoggle=move |event| popover.on_before_toggle(&event)
            on:toggle=on_toggle
            on:keydown=on_key
        >
            {entries}
        </div>
    }
}

fn entry(item: MenuItem, popover: Popover) -> impl IntoView {
    let MenuItem {
        label,
        effect,
        icon,
        tone,
        available,
        reason,
        starts_group,
        on_select,
    } = item;
    let line = if available { effect } else { reason.or(effect) };
    let choose = move |_| {
        if !available {
            return;
        }
        popover.close();
        on_select.run(());
    };
    view! {
        <button
            type="button"
            role="menuitem"
            class="menu-item"
            tabindex="-1"
            data-tone=tone.name()
            data-group=starts_group.then_some("")
            aria-disabled=(!available).then_some("true")
            on:click=choose
        >
            {icon.map(|name| view! { <Icon name/> })}
            <span class="menu-label">{label}</span>
            {line.map(|line| view! { <span class="menu-effect">{line}</span> })}
        </button>
    }
}

/// Where the focus goes inside the menu.
enum Step {
    First,
    Last,
    Next,
    Previous,
    Letter(String),
}

impl Step {
    fn of(key: &str) -> Option<Self> {
        match key {
            "ArrowDown" => Some(Self::Next),
            "ArrowUp" => Some(Self::Previous),
            "Home" => Some(Self::First),
            "End" => Some(Self::Last),
            " " => None,
            letter if letter.chars().count() == 1 => Some(Self::Letter(letter.to_lowercase())),
            _ => None,
        }
    }
}

fn focus_item(panel: &web_sys::HtmlElement, step: Step) {
    let items = menu_items(panel);
    let focused = focused_element(panel);
    let here = items
        .iter()
        .position(|item| item.is_same_node(focused.as_deref()));
    let count = items.len();
    let target = match step {
        Step::First => Some(0),
        Step::Last => count.checked_sub(1),
        Step::Next => Some(here.map_or(0, |here| (here + 1) % count.max(1))),
        Step::Previous => here.unwrap_or(0).checked_sub(1).or(count.checked_sub(1)),
        Step::Letter(letter) => {
            let after = here.map_or(0, |here| here + 1);
            (after..count)
                .chain(0..after)
                .find(|&at| items.get(at).is_some_and(|item| starts_with(item, &letter)))
        }
    };
    if let Some(item) = target.and_then(|at| items.get(at)) {
        // Focus fails only on an element that is no longer in the page.
        let _ = item.focus();
    }
}

fn starts_with(item: &web_sys::HtmlElement, letter: &str) -> bool {
    item.text_content()
        .unwrap_or_default()
        .trim_start()
        .to_lowercase()
        .starts_with(letter)
}

fn menu_items(panel: &web_sys::Element) -> Vec<web_sys::HtmlElement> {
    let mut items = Vec::new();
    let mut child = panel.first_element_child();
    while let Some(element) = child {
        child = element.next_element_sibling();
        items.extend(element.dyn_into::<web_sys::HtmlElement>().ok());
    }
    items
}
