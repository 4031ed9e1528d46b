//! Results that the page does not show by itself: one ink line, bottom left.

use std::time::Duration;

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{
    icon::{Icon, IconName},
    live_region::Announcer,
    placement::{hide, show},
};

/// How long a toast stays.
pub const TOAST_STAYS: Duration = Duration::from_secs(6);

/// Shows toasts, one at a time; a new one replaces the one on screen.
#[derive(Clone, Copy, Debug)]
pub struct Toaster {
    shown: RwSignal<Option<String>>,
    announcer: Announcer,
}

impl Toaster {
    /// A toaster that also says its texts through `announcer`.
    pub fn new(announcer: Announcer) -> Self {
        Self {
            shown: RwSignal::new(None),
            announcer,
        }
    }

    /// Shows `text` for six seconds.
    pub fn show(self, text: &str) {
        self.announcer.say(text);
        self.shown.try_set(Some(text.to_owned()));
    }

    /// Takes the toast away.
    pub fn dismiss(self) {
        self.shown.try_set(None);
    }
}

/// Makes a [`Toaster`] and an [`Announcer`] available to everything below.
/// Called once by each instance of the app.
pub fn provide_feedback() -> (Toaster, Announcer) {
    let announcer = Announcer::new();
    let toaster = Toaster::new(announcer);
    provide_context(announcer);
    provide_context(toaster);
    (toaster, announcer)
}

/// The place where toasts appear. Once per instance.
#[component]
pub fn Toasts(
    /// Who shows toasts here.
    toaster: Toaster,
) -> impl IntoView {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let hold = move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    let run_out = move || {
        hold();
        if let Ok(handle) = set_timeout_with_handle(move || toaster.dismiss(), TOAST_STAYS) {
            timer.set_value(Some(handle));
        }
    };
    let panel = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let shown = toaster.shown.with(Option::is_some);
        if shown && let Some(panel) = panel.get() {
            // Above a drawer that opened before it.
            hide(&panel);
            show(&panel);
            run_out();
        }
    });
    on_cleanup(hold);
    let text = move || toaster.shown.get().unwrap_or_default();
    view! {
        <Show when=move || toaster.shown.with(Option::is_some)>
            <div
                class="toast"
                popover="manual"
                node_ref=panel
                on:pointerenter=move |_| hold()
                on:pointerleave=move |_| run_out()
                on:focusin=move |_| hold()
                on:focusout=move |_| run_out()
            >
                <Icon name=IconName::Check/>
                <span class="toast-text">{text}</span>
                <button
                    type="button"
                    class="toast-close"
                    aria-label="Dismiss message"
                    on:click=move |_| toaster.dismiss()
                >
                    <Icon name=IconName::Close/>
                </button>
            </div>
        </Show>
    }
}
