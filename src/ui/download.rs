//! A file that the page itself has made.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to begin reading the file.
const KEPT_FOR: Duration = Duration::from_secs(60);

/// Saves `text` as a file named `name`. `false` when the browser refuses.
pub fn save_file(name: &str, media_type: &str, text: &str) -> bool {
    save_part(name, media_type, &JsValue::from_str(text))
}

/// Saves `bytes` as a file named `name`. `false` when the browser refuses.
pub fn save_bytes(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    save_part(name, media_type, &js_sys::Uint8Array::from(bytes))
}

fn save_part(name: &str, media_type: &str, part: &JsValue) -> bool {
    let parts = js_sys::Array::of1(part);
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    Blob::new_with_blob_sequence_and_options(&parts, &properties)
        .is_ok_and(|blob| save_blob(name, &blob))
}

/// Saves what a blob holds as a file named `name`. `false` when the browser
/// refuses.
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    saved(name, blob).is_some()
}

fn saved(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link = document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = move || {
        // Fails only for an address that is none.
        let _ = Url::revoke_object_url(&address);
    };
    set_timeout(forget, KEPT_FOR);
    Some(())
}
