//! Buttons that are always available, and icon buttons with a name.

use leptos::prelude::*;

use super::{
    icon::{Icon, IconName},
    tip::{TipText, Tipped},
};

/// How much weight a button has on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one main action of a header or dialog.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action beside a text.
    Quiet,
    /// Only the final button of an irreversible dialog.
    Danger,
    /// An action that leads to such a dialog.
    DangerOutline,
}

impl ButtonKind {
    /// The name in `data-kind`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
            Self::DangerOutline => "danger-outline",
        }
    }
}

/// A button that can always be pressed.
#[component]
pub fn Button(
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Picture before the label.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// What it does; "…" at the end when a dialog follows.
    #[prop(into)]
    label: Signal<String>,
    /// 24 px high instead of 30, for use inside cards.
    #[prop(optional)]
    small: bool,
    /// Focused first when it stands in a dialog that opens.
    #[prop(optional)]
    autofocus: bool,
    /// Called on press.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-kind=kind.name()
            data-size=small.then_some("small")
            autofocus=autofocus
            on:click=move |_| on_press.run(())
        >
            {icon.map(|name| view! { <Icon name/> })}
            <span>{label}</span>
        </button>
    }
}

/// A button that shows only a picture; its name is its tooltip.
#[component]
pub fn IconButton(
    /// Picture.
    icon: IconName,
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// With an outline, as tall as a button.
    #[prop(optional)]
    outlined: bool,
    /// Called on press.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <Tipped text=move || label.try_get_untracked().map(TipText::from)>
            <button
                type="button"
                class="icon-button"
                data-kind=outlined.then_some("outlined")
                aria-label=label
                on:click=move |_| on_press.run(())
            >
                <Icon name=icon/>
            </button>
        </Tipped>
    }
}
