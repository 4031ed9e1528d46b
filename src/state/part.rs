//! Parts of the console that are fetched after the first figures: the module
//! is cut into pieces, so that nobody waits for tables before seeing why a
//! campaign is not dialing.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

/// Builds a part's view from the scope's context.
pub type Build = fn() -> AnyView;

/// The piece of the module that holds the part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

impl From<leptos::wasm_split::SplitLoaderError> for NotFetched {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Fetches a part: what builds its view, unless it is another function.
pub type Fetching<T = Build> = Pin<Box<dyn Future<Output = Result<T, NotFetched>>>>;

/// A part that is on its way, there, or missing.
#[derive(Clone, Copy)]
pub struct PartHandle {
    /// `None` until it is there or is known to be missing.
    pub state: RwSignal<Option<Result<Build, NotFetched>>>,
    fetch: fn() -> Fetching,
}

impl PartHandle {
    /// Fetches the part, again after a failure.
    pub fn fetch(self) {
        let Self { state, fetch } = self;
        let _ = state.try_set(None);
        // Others may wait for the same piece.
        spawn_local(async move {
            let fetched = fetch().await;
            // Whoever waited may have left the page meanwhile.
            let _ = state.try_set(Some(fetched));
        });
    }
}

/// Starts to fetch a part.
pub fn use_part(fetch: fn() -> Fetching) -> PartHandle {
    let state = RwSignal::new(None);
    let part = PartHandle { state, fetch };
    part.fetch();
    part
}

/// Declares a function that fetches a part: `part!(fetch, tables, build)` puts
/// `build`, and what only it needs, into the piece named `tables`; a fourth
/// argument is the type of a `build` that makes something else than a view. Built
/// without the feature `split`, the part is in the module from the start.
#[macro_export]
macro_rules! part {
    ($(#[$doc:meta])* $name:ident, $piece:ident, $build:path) => {
        $crate::part!($(#[$doc])* $name, $piece, $build, $crate::state::part::Build);
    };
    ($(#[$doc:meta])* $name:ident, $piece:ident, $build:path, $kind:ty) => {
        $(#[$doc])*
        pub fn $name() -> $crate::state::part::Fetching<$kind> {
            #[cfg(feature = "split")]
            #[leptos::wasm_split::wasm_split($piece, fallible, wasm_split_path = leptos::wasm_split)]
            fn $name() -> Result<$kind, $crate::state::part::NotFetched> {
                Ok($build)
            }
            #[cfg(not(feature = "split"))]
            async fn $name() -> Result<$kind, $crate::state::part::NotFetched> {
                Ok($build)
            }
            Box::pin($name())
        }
    };
}
