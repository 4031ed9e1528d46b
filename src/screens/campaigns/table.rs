//! The table of campaigns.

use super::Campaigns;
use crate::domain::block::good_rows;
use crate::domain::campaign::{CampaignId, CampaignPage};
use crate::domain::campaign_row::{CampaignRow, row, unreported_columns};
use crate::domain::format::NONE;
use crate::domain::glyph::Glyph;
use crate::domain::page::Total;
use crate::domain::route::{CampaignQuery, Route};
use crate::domain::tone::Tone;
use crate::screens::list_notes::{UnreadableRows, unreadable};
use crate::screens::not_provided::Unreported;
use crate::screens::text_cell::{dash, data, row_header, row_link, sub, text};
use crate::state::navigation::Entry;
use crate::ui::{
    Button, EmptyState, KeyedRows, Markup, Pager, TableFrame, glyph_mark, mini_bar, quiet_status,
};
use leptos::prelude::*;
use std::borrow::Cow;
use std::sync::Arc;

/// The members of the contract behind the columns that an API may lack.
const MEMBERS: [(&str, &str); 8] = [
    ("why", "why"),
    ("progress", "counts"),
    ("answers", "attempts"),
    ("completion", "counts.by_status"),
    ("spend", "spend"),
    ("priority", "priority"),
    ("window", "call_window"),
    ("created", "created_at"),
];

/// The rows on screen, or why there are none.
#[component]
pub fn CampaignTable(
    /// The list.
    list: Campaigns,
    /// Its page on screen.
    page: RwSignal<Arc<CampaignPage>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        page.with(|page| {
            let draw = |summary| {
                let summary: &crate::domain::campaign::CampaignSummary = summary;
                list.write(page, summary.time_zone.as_deref(), |formats| {
                    row(summary, formats)
                })
            };
            good_rows(&page.items)
                .map(draw)
                .collect::<Vec<CampaignRow>>()
        })
    });
    let odd = Memo::new(move |_| page.with(|page| unreadable(&page.items)));
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let open = move |id: String| {
        list.session
            .navigation
            .go(&Route::to_campaign(CampaignId(id)), Entry::New);
    };
    let session = list.session;
    let hide = move || session.unreported("campaigns", &MEMBERS).join(" ");
    let missing = Memo::new(move |_| {
        let mut names = rows.with(|rows| unreported_columns(rows));
        // An ended campaign has no window either way: its rows tell nothing.
        if !names.contains(&"Window") && !session.reports("campaigns", "call_window") {
            names.push("Window");
        }
        names.join(", ")
    });
    let head = || {
        view! {
            <tr>
                <th scope="col">"Campaign"</th>
                <th scope="col">"Status"</th>
                <th scope="col" data-col="why">"Why, right now"</th>
                <th scope="col" data-col="progress">"Progress"</th>
                <th scope="col" class="num" data-col="answers">"Answer rate"</th>
                <th scope="col" class="num" data-col="completion">"Completion"</th>
                <th scope="col" class="num" data-col="spend">"Spend"</th>
                <th scope="col" class="num" data-col="priority">"Priority"</th>
                <th scope="col" data-col="window">"Window"</th>
                <th scope="col" class="num" data-col="created">"Created"</th>
            </tr>
        }
    };
    view! {
        <UnreadableRows fact="Some campaigns could not be read." odd/>
        {move || if any.get() {
            view! {
                <div class="campaign-table" data-hide=hide>
                    <TableFrame label="Campaigns" head foot=move || view! { <Unreported session what=missing/> }>
                        <KeyedRows
                            rows
                            key=|row: &CampaignRow| row.id.clone()
                            cells=move |row: CampaignRow| cells(list, row)
                            on_open=open
                        />
                    </TableFrame>
                </div>
            }
            .into_any()
        } else {
            view! { <Nothing list/> }.into_any()
        }}
        <Foot list page/>
    }
}

fn cells(list: Campaigns, row: CampaignRow) -> Vec<Markup> {
    let address = list
        .session
        .navigation
        .href(&Route::to_campaign(CampaignId(row.id.clone())));
    let (tone, glyph, why) = match (row.blocked_by, row.why) {
        (_, Some((severity, text))) => {
            (severity.tone().name(), Some(severity.glyph()), text.into())
        }
        (Some(blocked), None) => (
            Tone::Warn.name(),
            Some(Glyph::TriangleAlert),
            blocked.into(),
        ),
        (None, None) if row.why_reported => ("none", None, NONE.into()),
        (None, None) => ("none", None, Cow::from("Not reported")),
    };
    let span = |class: &'static str| Markup::new("span").class(class);
    let plain = |text: String| Markup::new("span").text(text);
    let contradiction = (!row.contradictions.is_empty()).then(|| {
        span("sub contradicted")
            .with("data-tone", "warn")
            .child(glyph_mark(Glyph::TriangleAlert))
            .child(plain(row.contradictions.join(" ")))
    });
    let progress = span("progress-line")
        .child(span(dash(&row.progress_of)).text(row.progress_of.text))
        .child(
            Markup::new("b")
                .class(dash(&row.progress))
                .text(row.progress.text),
        );
    let window = row.window.word.text;
    let window = match row.window.glyph {
        Some(glyph) => quiet_status(row.window.tone, glyph, window),
        None => span("dash").text(window),
    };
    let status = quiet_status(row.status.tone(), row.status.glyph(), row.status.label());
    vec![
        row_header()
            .class("campaign-name")
            .child(row_link(address, row.name))
            .child(Markup::new("code").class("sub").text(row.id)),
        Markup::new("td").child(status),
        data("why").with("data-tone", tone).child(
            span("why")
                .child(glyph.map(glyph_mark))
                .child(Markup::new("span").text(why)),
        ),
        data("progress")
            .child(progress)
            .child(row.bar.map(mini_bar))
            .child(contradiction),
        text(row.answer_rate, "answers", "num two")
            .with_some("data-kind", row.small_sample.then_some("small-sample"))
            .child(sub(row.answer_of)),
        text(row.completion, "completion", "num"),
        text(row.spend, "spend", "num two").child(sub(row.spend_of)),
        text(row.priority, "priority", "num"),
        data("window")
            .with_some("title", row.window.change)
            .child(window),
        text(row.created, "created", "num"),
    ]
}

#[component]
fn Nothing(list: Campaigns) -> impl IntoView {
    let filtered = Memo::new(move |_| list.query.with(CampaignQuery::is_filtered));
    let clear = move || {
        view! {
            <Button label="Clear filters" on_press=move |()| list.ask(CampaignQuery::cleared)/>
        }
    };
    move || {
        if filtered.get() {
            view! {
                <EmptyState
                    title="No campaign matches"
                    text="The search and the status filter must both match."
                    action=clear
                />
            }
            .into_any()
        } else {
            view! { <EmptyState title="No campaigns yet" text="They appear here as soon as one is created in the dialer."/> }.into_any()
        }
    }
}

#[component]
fn Foot(list: Campaigns, page: RwSignal<Arc<CampaignPage>>) -> impl IntoView {
    let info = Signal::derive(move || page.with(|page| page.page.clone()));
    let summary = Signal::derive(move || {
        page.with(|page| {
        list.write(page, None, |formats| {
            let shown = formats.count(i64::try_from(page.items.len()).unwrap_or(i64::MAX));
            let exact = |n: u64| formats.count(i64::try_from(n).unwrap_or(i64::MAX));
            match page.page.known_total() {
                Total::Exact(n) => format!("{shown} of {}. Filters and sort are in the address, so this view can be shared.", exact(n)),
                Total::AtLeast(n) => format!("{shown} of at least {}.", exact(n)),
                Total::Unknown => format!("{shown} shown; the total is not reported."),
            }
        })
    })
    });
    let asked = Signal::derive(move || list.query.with(CampaignQuery::to_query));
    let go = move |number: u32| list.ask(move |query| query.with_page(number));
    view! { <footer class="card-foot"><Pager page=info summary asked on_page=go/></footer> }
}
