//! A file that the operator chooses.

use crate::living::spawn_with;
use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// A button that asks for a file and reads it.
#[component]
pub fn FileField(
    /// What it does: "Add your own…".
    label: &'static str,
    /// The media types on offer: "image/png,image/jpeg".
    accept: &'static str,
    /// The most bytes that are of use. Of a larger file one more is read, so
    /// that it can be told.
    most: usize,
    /// Called with what is in the file; with nothing when it cannot be read.
    #[prop(into)]
    on_file: Callback<Option<Vec<u8>>>,
) -> impl IntoView {
    let held = StoredValue::new(());
    let read = move |event: leptos::ev::Event| {
        let input = event_target::<HtmlInputElement>(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        let most = i32::try_from(most).unwrap_or(i32::MAX).saturating_add(1);
        let start = file.slice_with_i32_and_i32(0, most);
        // The same file may be chosen again.
        input.set_value("");
        spawn_with(held, async move {
            let bytes = match start {
                Ok(start) => JsFuture::from(start.array_buffer()).await.ok(),
                Err(_) => None,
            };
            on_file.try_run(bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()));
        });
    };
    view! {
        <label class="button file-field" data-kind="quiet" data-size="small">
            <input class="visually-hidden" type="file" accept=accept on:change=read/>
            <span>{label}</span>
        </label>
    }
}
