//! Where a file grows: on disk, where the operator chose, if the browser lets
//! pages write there; else in pieces that the browser keeps for us.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// The operator closed the browser's question where to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPicked;

/// Bytes that are gathered before they go to the browser: it keeps small
/// pieces in memory and large ones on disk.
const GATHERED: u32 = 4 << 20;

const MEDIA_TYPE: &str = "text/csv;charset=utf-8";

/// A file that grows.
pub enum File {
    /// Written to disk as it comes.
    OnDisk {
        /// The file itself.
        handle: JsValue,
        /// What writes into it; nothing shows under the file's name until it
        /// is closed.
        writer: JsValue,
    },
    /// Kept by the browser until it is whole.
    Kept {
        /// What the browser keeps.
        parts: Array,
        /// What has not been given to it yet.
        gathered: Array,
        /// Bytes in `gathered`.
        bytes: u32,
    },
}

impl File {
    /// A file of that name: where the operator says, if the browser can ask.
    pub async fn open(name: &str) -> Result<Self, NotPicked> {
        let Some(picking) = pick(name) else {
            return Ok(Self::kept());
        };
        let handle = match JsFuture::from(picking).await {
            Ok(handle) => handle,
            Err(error) if error_name(&error) == "AbortError" => return Err(NotPicked),
            // Not allowed here, as inside another site's frame.
            Err(_) => return Ok(Self::kept()),
        };
        match called(&handle, "createWritable", &[]).await {
            Ok(writer) => Ok(Self::OnDisk { handle, writer }),
            Err(_) => Ok(Self::kept()),
        }
    }

    fn kept() -> Self {
        Self::Kept {
            parts: Array::new(),
            gathered: Array::new(),
            bytes: 0,
        }
    }

    /// Adds a piece.
    pub async fn write(&mut self, piece: &Uint8Array) -> Result<(), JsValue> {
        match self {
            Self::OnDisk { writer, .. } => {
                called(writer, "write", &[piece.into()]).await?;
            }
            Self::Kept {
                parts,
                gathered,
                bytes,
            } => {
                gathered.push(piece);
                *bytes = bytes.saturating_add(piece.byte_length());
                if *bytes >= GATHERED {
                    parts.push(Blob::new_with_u8_array_sequence(gathered)?.as_ref());
                    *gathered = Array::new();
                    *bytes = 0;
                }
            }
        }
        Ok(())
    }

    /// Ends the file: `None` when it is on disk, else the whole of it.
    pub async fn finish(self) -> Result<Option<Blob>, JsValue> {
        match self {
            Self::OnDisk { writer, .. } => {
                called(&writer, "close", &[]).await?;
                Ok(None)
            }
            Self::Kept {
                parts, gathered, ..
            } => {
                parts.push(Blob::new_with_u8_array_sequence(&gathered)?.as_ref());
                let properties = BlobPropertyBag::new();
                properties.set_type(MEDIA_TYPE);
                Blob::new_with_blob_sequence_and_options(&parts, &properties).map(Some)
            }
        }
    }

    /// Leaves nothing behind. Asking where to save has made an empty file.
    pub async fn discard(self) {
        if let Self::OnDisk { handle, writer } = self {
            // A writer that has failed already has nothing left to give up, and
            // a browser that cannot remove leaves the empty file.
            let _ = called(&writer, "abort", &[]).await;
            let _ = called(&handle, "remove", &[]).await;
        }
    }
}

/// Asks where to save. `None` where the browser cannot ask.
fn pick(name: &str) -> Option<Promise> {
    let window = window();
    let ask = Reflect::get(&window, &"showSaveFilePicker".into()).ok()?;
    let ask: Function = ask.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into()).ok()?;
    ask.call1(&window, &options).ok()?.dyn_into().ok()
}

/// Calls a method that answers with a promise, and waits for it.
async fn called(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    let promise = method.apply(object, &arguments.iter().collect::<Array>())?;
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

fn error_name(error: &JsValue) -> String {
    let name = Reflect::get(error, &"name".into());
    name.ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}
