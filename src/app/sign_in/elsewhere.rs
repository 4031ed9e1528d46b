//! Sign-ins that are not typed in here: on the API's own page, in the page
//! around, or in a proxy.

use super::Panel;
use crate::api::auth::{Entered, Mode};
use crate::living::spawn_with;
use crate::ui::button::ButtonKind;
use crate::ui::{Button, Icon, IconName};
use leptos::prelude::*;

/// Where one signs in.
#[component]
pub fn Elsewhere(mode: Mode) -> impl IntoView {
    match mode {
        Mode::Cookie {
            sign_in_url: Some(url),
            ..
        } => view! {
            <p>"Sign in on its own page, then come back here."</p>
            <p>
                <a class="button" href=url target="_blank" rel="noopener noreferrer">
                    <Icon name=IconName::External/> "Open the sign-in page"
                </a>
            </p>
        }
        .into_any(),
        Mode::Host => view! { <p>"The page around Ringside signs you in."</p> }.into_any(),
        Mode::None | Mode::Proxy => view! {
            <p>
                "This console sends no sign-in of its own: the proxy in front of the API adds it, and did not. \
                Tell whoever runs it."
            </p>
        }
        .into_any(),
        _ => view! { <p>"Sign in where you usually do, then come back here."</p> }.into_any(),
    }
}

/// What can be answered.
#[component]
pub fn Answers(panel: Panel, mode: Mode) -> impl IntoView {
    let label = match mode {
        Mode::Host => "Sign in",
        Mode::None | Mode::Proxy => "Try again",
        _ => "I have signed in",
    };
    let press = move |()| {
        if panel.is_busy.get_untracked() {
            return;
        }
        panel.is_busy.set(true);
        panel.trouble.set(None);
        spawn_with(panel.session.around, async move {
            let answer = panel.sign_in(&Entered::default()).await;
            panel.is_busy.try_set(false);
            if let Err(told) = answer {
                panel.trouble.try_set(Some(told));
            }
        });
    };
    view! { <Button kind=ButtonKind::Primary label autofocus=true on_press=press/> }
}
