//! Which parts of the evidence did not load, and how old what stands is.

use super::Triage;
use super::evidence_part::Part;
use crate::domain::glyph::Glyph;
use crate::domain::timestamp::Timestamp;
use crate::domain::tone::Tone;
use crate::ui::{Banner, Button};
use leptos::prelude::*;

/// A line for each part whose last answer was an error; nothing while all load.
#[component]
pub fn Stale(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let asked = triage.asked();
    let lines = Memo::new(move |_| {
        let lines = [
            line(triage, asked.campaign),
            line(triage, asked.job),
            line(triage, asked.failures),
            line(triage, asked.duplicates),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>()
    });
    let there = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let text = move || {
        let lines = lines.get().into_iter();
        lines
            .map(|line| view! { <p class="banner-line">{line}</p> })
            .collect::<Vec<_>>()
    };
    let again = move || view! { <Button small=true label="Try again" on_press=move |()| triage.refresh()/> };
    move || {
        there.get().then(|| {
            view! {
                <Banner tone=Tone::Warn glyph=Glyph::TriangleAlert action=again>
                    <p><b>"Not all evidence could be read."</b></p>
                    {text}
                </Banner>
            }
        })
    }
}

/// "The failures report did not load: HTTP 503. What was read at 14:32:08 CST
/// stands."
fn line<T: Send + Sync + 'static>(triage: Triage, part: Part<T>) -> Option<String> {
    let error = part.remote.state.with(|state| state.error().cloned())?;
    let failed = [part.name.what, " did not load: ", &*error.cause(), ". "].concat();
    let then = match part.captured_ms().map(Timestamp::from_ms) {
        None => error.advice().to_owned(),
        Some(read) => {
            let at = triage.write(|formats| formats.clock_seconds(&read));
            ["What was read at ", &*at, " stands."].concat()
        }
    };
    let request = error.request_id.as_ref();
    let request = request.map_or_else(String::new, |id| [" Request ", &**id, "."].concat());
    Some([&*failed, &then, &request].concat())
}
