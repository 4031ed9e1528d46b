//! Pages of a list that the server cuts.

use leptos::{ev, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::live_region::Announcer;
use crate::domain::page::{PageInfo, pages};

/// Previous, next, and the page by number where the number of pages is exactly
/// known.
///
/// The buttons stay in place at both ends, so that a press never lands on
/// something else; they are then `aria-disabled` and do nothing. What came of
/// another page or filter is announced once it is there, a refresh is not.
#[component]
pub fn Pager(
    /// Where the page on screen stands in its list.
    #[prop(into)]
    page: Signal<PageInfo>,
    /// "Showing 50 of 4,812 tasks."
    #[prop(into)]
    summary: Signal<String>,
    /// What the list was asked for: another text, another list.
    #[prop(into)]
    asked: Signal<String>,
    /// Called with the wanted page, from 1, never the one on screen.
    #[prop(into)]
    on_page: Callback<u32>,
    /// What the list holds ("records"), where a page has more than one list.
    #[prop(optional)]
    of: &'static str,
) -> impl IntoView {
    let label = match of {
        "" => "Pages".to_owned(),
        _ => ["Pages of ", of].concat(),
    };
    let place = Memo::new(move |_| page.with(Place::of));
    tell_answers(asked, page, summary);
    let go = move |wanted: Option<u32>| {
        if let Some(wanted) = wanted.filter(|&wanted| wanted != place.get_untracked().number) {
            on_page.run(wanted);
        }
    };
    view! {
        <div class="pager">
            <span class="pager-summary">{summary}</span>
            <nav class="pager-moves" aria-label=label hidden=move || place.get().is_alone()>
                <Step
                    label="Previous"
                    to=Signal::derive(move || place.get().previous())
                    on_step=go
                />
                {move || place.get().last.map(|last| page_field(place.get().number, last, go))}
                <Step label="Next" to=Signal::derive(move || place.get().next()) on_step=go/>
            </nav>
        </div>
    }
}

/// Says what the list shows when the answer to something else has come.
fn tell_answers(asked: Signal<String>, page: Signal<PageInfo>, summary: Signal<String>) {
    let Some(announcer) = use_context::<Announcer>() else {
        return;
    };
    Effect::new(move |before: Option<(String, bool)>| {
        let place = page.with(Place::of);
        let now = asked.get();
        let (known, is_due) = before.unwrap_or_else(|| (now.clone(), false));
        if known != now {
            return (now, true);
        }
        if is_due {
            let told = untrack(|| summary.get());
            announcer.say(&match place.last.filter(|_| !place.is_alone()) {
                Some(last) => format!("Page {} of {}. {told}", place.number, grouped(last)),
                None => told,
            });
        }
        (now, false)
    });
}

/// One end of the pager.
#[component]
fn Step<F: Fn(Option<u32>) + Copy + 'static>(
    label: &'static str,
    to: Signal<Option<u32>>,
    on_step: F,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-size="small"
            aria-disabled=move || to.get().is_none().then_some("true")
            on:click=move |_| on_step(to.get_untracked())
        >
            {label}
        </button>
    }
}

fn page_field(number: u32, last: u32, go: impl Fn(Option<u32>) + 'static) -> impl IntoView {
    let on_change = move |event: ev::Event| {
        let wanted = event_target_value(&event).trim().parse::<u32>().ok();
        let wanted = wanted.map(|wanted| wanted.clamp(1, last));
        let shown = wanted.unwrap_or(number).to_string();
        if let Some(field) = event
            .target()
            .and_then(|at| at.dyn_into::<web_sys::HtmlInputElement>().ok())
        {
            field.set_value(&shown);
        }
        go(wanted);
    };
    view! {
        <label class="pager-page">
            <span>"Page"</span>
            <input
                class="field"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                prop:value=number.to_string()
                on:change=on_change
            />
            <span>{["of ", grouped(last).as_str()].concat()}</span>
        </label>
    }
}

/// The page on screen and how far the list reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    /// From 1.
    number: u32,
    /// Only when the server counted exactly.
    last: Option<u32>,
    /// Whether the server offers a following page.
    more: bool,
}

impl Place {
    fn of(page: &PageInfo) -> Self {
        let number = page
            .number
            .copied()
            .and_then(|number| u32::try_from(number).ok());
        let size = u32::try_from(page.size).unwrap_or(0);
        let last = pages(page.known_total(), size).and_then(|last| u32::try_from(last).ok());
        let number = number.unwrap_or(1).max(1);
        let more = page.next.value().is_some() || last.is_some_and(|last| number < last);
        Self { number, last, more }
    }

    fn previous(self) -> Option<u32> {
        // From beyond the end (the list shrank) back to its last page.
        let previous = self.number.checked_sub(1).filter(|&number| number > 0)?;
        Some(self.last.map_or(previous, |last| previous.min(last)))
    }

    fn next(self) -> Option<u32> {
        self.more.then(|| self.number.saturating_add(1))
    }

    fn is_alone(self) -> bool {
        self.previous().is_none() && self.next().is_none()
    }
}

/// A page count with the separators of the browser's language.
fn grouped(number: u32) -> String {
    let text = js_sys::Number::from(number).to_locale_string("en-US");
    String::from(text)
}
