//! Holds the rooms of `src` to their one direction and to the house rules that
//! no lint knows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "layers/source.rs"]
mod source;
#[path = "layers/style.rs"]
mod style;

use source::{Source, sources};

/// Lines a source file may have.
const LONGEST: usize = 250;

/// Each room with the rooms and the outside crates that it never knows.
const NEVER: [(&str, &[&str], &[&str]); 6] = [
    (
        "domain",
        &["api", "state", "ui", "screens", "app", "entrance", "charts"],
        &[
            "leptos",
            "leptos_router",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_net",
        ],
    ),
    (
        "charts",
        &["api", "state", "ui", "screens", "app", "entrance"],
        &[
            "leptos",
            "leptos_router",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_net",
        ],
    ),
    (
        "api",
        &["state", "ui", "screens", "app", "entrance", "charts"],
        &["leptos", "leptos_router"],
    ),
    (
        "state",
        &["ui", "screens", "app", "entrance", "charts"],
        &[],
    ),
    (
        "ui",
        &["api", "state", "screens", "app", "entrance"],
        &["leptos_router", "gloo_net"],
    ),
    (
        "screens",
        &["app", "entrance"],
        &["leptos_router", "gloo_net"],
    ),
];

/// Parts of `screens` that belong to no single screen.
const SHARED_BY_SCREENS: [&str; 19] = [
    "age_table",
    "attention",
    "export_list",
    "lacking",
    "list_empty",
    "list_foot",
    "list_head",
    "list_notes",
    "listed",
    "listing",
    "loaded",
    "most",
    "not_provided",
    "outcome_cell",
    "part",
    "parts_note",
    "record_actions",
    "record_outcome",
    "text_cell",
];

/// The one home of work that is not waited for, and what does without: none of
/// it reads anything of a console that may be gone.
const SPAWNS: [&str; 3] = ["src/living.rs", "src/state/part.rs", "src/state/report.rs"];

/// What code outside of tests never says, and why.
const NEVER_SAID: [(&str, &str); 12] = [
    (".unwrap()", "a panic ends every instance on the page"),
    (".expect(", "a panic ends every instance on the page"),
    ("panic!(", "a panic ends every instance on the page"),
    ("unreachable!(", "a panic ends every instance on the page"),
    ("todo!(", "nothing is left for later"),
    ("TODO", "nothing is left for later"),
    ("allow(clippy::", "the lints hold for everyone"),
    ("inner_html", "text from an API must never become markup"),
    (
        "set_inner_html",
        "text from an API must never become markup",
    ),
    (
        " style=",
        "a strict content security policy forbids inline style",
    ),
    (
        ".sum()",
        "counts as a faulty dialer sends them pass what fits: counts::sum, or sum::<f64>()",
    ),
    ("eval(", "a strict content security policy forbids eval"),
];

fn imports_out_of_line(source: &Source) -> Vec<String> {
    let Some((_, rooms, crates)) = NEVER.iter().find(|(room, ..)| *room == source.room()) else {
        return Vec::new();
    };
    let inside = source.crate_paths().into_iter().filter(|path| {
        let room = path.first().map_or("", String::as_str);
        let is_route =
            source.room() == "ui" && path.starts_with(&["domain".into(), "route".into()]);
        rooms.contains(&room) || is_route || is_another_screen(source, path)
    });
    let outside = crates.iter().filter(|name| source.names_crate(name));
    inside
        .map(|path| path.join("::"))
        .chain(outside.map(|name| (*name).to_owned()))
        .map(|import| format!("{} must not know {import}", source.path))
        .collect()
}

/// A screen knows itself and what all screens share, never a neighbor.
fn is_another_screen(source: &Source, path: &[String]) -> bool {
    let [room, screen, ..] = path else {
        return false;
    };
    let known = source.module.get(1) == Some(screen) || SHARED_BY_SCREENS.contains(&&**screen);
    source.room() == "screens" && room == "screens" && !known
}

fn said(source: &Source) -> Vec<String> {
    NEVER_SAID
        .iter()
        .filter(|(words, _)| source.code.contains(words))
        .map(|(words, why)| format!("{} says `{words}`: {why}", source.path))
        .collect()
}

fn assert_none(trouble: Vec<String>) {
    assert!(trouble.is_empty(), "\n{}", trouble.join("\n"));
}

#[test]
fn imports_point_one_way() {
    assert_none(sources().iter().flat_map(imports_out_of_line).collect());
}

#[test]
fn nothing_is_said_that_no_operator_should_meet() {
    assert_none(sources().iter().flat_map(said).collect());
}

#[test]
fn work_ends_with_what_it_is_for() {
    let bare = sources().into_iter().filter(|source| {
        source.code.contains("spawn_local") && !SPAWNS.contains(&source.path.as_str())
    });
    assert_none(bare.map(|source| source.path).collect());
}

#[test]
fn files_stay_short() {
    let lines = |source: &Source| source.text.lines().count();
    let long = sources()
        .into_iter()
        .filter(|source| lines(source) > LONGEST)
        .map(|source| format!("{} has {} lines", source.path, lines(&source)));
    assert_none(long.collect());
}

#[test]
fn modules_are_concepts_of_the_field() {
    const NO_CONCEPT: [&str; 6] = ["mod", "utils", "util", "helpers", "common", "types"];
    let vague = sources()
        .into_iter()
        .filter(|source| NO_CONCEPT.contains(&source.module.last().unwrap().as_str()))
        .map(|source| source.path);
    assert_none(vague.collect());
}

#[test]
fn literal_colors_are_tokens() {
    assert_none(style::colors_outside_tokens());
    let in_code = sources()
        .into_iter()
        .filter(|source| style::has_hex_color(&source.text) || source.code.contains("rgb("));
    assert_none(in_code.map(|source| source.path).collect());
}

#[test]
fn a_wrong_import_is_found_however_it_is_written() {
    let wrong = [
        ("src/domain/task.rs", "use crate::api::client::Api;"),
        (
            "src/domain/task.rs",
            "use crate::{\n    domain::page::Page,\n    ui::{tile::Tile},\n};",
        ),
        (
            "src/domain/format/phone.rs",
            "fn f() { super::super::super::state::now() }",
        ),
        ("src/domain/task.rs", "use leptos::prelude::*;"),
        ("src/domain/task.rs", "fn f() -> js_sys::Date { x }"),
        ("src/api/client.rs", "use leptos::prelude::*;"),
        (
            "src/state/remote.rs",
            "use super::super::screens::loaded::Loaded;",
        ),
        ("src/charts/bars.rs", "use crate::ui::ChartHost;"),
        ("src/ui/pager.rs", "use crate::domain::route::Route;"),
        (
            "src/ui/pager.rs",
            "use crate::domain::{page::Page, route::{Route}};",
        ),
        (
            "src/screens/campaign/tasks.rs",
            "use crate::screens::campaigns::Row;",
        ),
        ("src/screens/campaigns.rs", "use super::campaign::Row;"),
    ];
    for (path, code) in wrong {
        let found = imports_out_of_line(&Source::new(path, code.to_owned()));
        assert_eq!(found.len(), 1, "{path}: {code}: {found:?}");
    }
}

#[test]
fn a_right_import_is_let_through() {
    let right = [
        (
            "src/domain/format/phone.rs",
            "use super::super::task::Task;\nuse crate::domain::page;",
        ),
        (
            "src/domain/task.rs",
            "/// As crate::state has it, over web_sys::Window.\nuse super::ui_text;",
        ),
        (
            "src/domain/task.rs",
            "#[cfg(test)]\nmod tests { use crate::state::x; }",
        ),
        (
            "src/domain/task.rs",
            "fn f() { self::leptos(); my::leptos::x() }",
        ),
        (
            "src/screens/campaign/tasks.rs",
            "use super::head::Head;\nuse crate::screens::loaded::Loaded;",
        ),
        ("src/app.rs", "use crate::screens::{campaign, campaigns};"),
    ];
    for (path, code) in right {
        let found = imports_out_of_line(&Source::new(path, code.to_owned()));
        assert!(found.is_empty(), "{path}: {code}: {found:?}");
    }
}

#[test]
fn a_forbidden_word_counts_in_code_alone() {
    let source = |text: &str| Source::new("src/ui/tile.rs", text.to_owned());
    assert_eq!(said(&source("let a = b.unwrap();")).len(), 1);
    assert_eq!(
        said(&source("view! { <p style=\"color: red\"></p> }")).len(),
        1
    );
    assert!(
        said(&source(
            "// never .unwrap()\nview! { <p style:width=w></p> }"
        ))
        .is_empty()
    );
    assert!(said(&source("#[cfg(test)]\nmod tests { a.unwrap() }")).is_empty());
}
