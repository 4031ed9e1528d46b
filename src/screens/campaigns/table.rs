//! The table of campaigns.

use super::Campaigns;
use crate::domain::block::good_rows;
use crate::domain::campaign::{CampaignId, CampaignPage};
use crate::domain::campaign_row::{CampaignRow, row, unreported_columns};
use crate::domain::glyph::Glyph;
use crate::domain::page::Total;
use crate::domain::route::{CampaignQuery, Route};
use crate::domain::tone::Tone;
use crate::screens::list_notes::{UnreadableRows, unreadable};
use crate::screens::not_provided::Unreported;
use crate::screens::text_cell::{dash, text};
use crate::state::navigation::Entry;
use crate::ui::{
    Button, EmptyState, GlyphIcon, KeyedRows, MiniBar, Pager, QuietStatus, TableFrame,
};
use leptos::prelude::*;
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

fn cells(list: Campaigns, row: CampaignRow) -> impl IntoView {
    let address = list
        .session
        .navigation
        .href(&Route::to_campaign(CampaignId(row.id.clone())));
    let (tone, glyph, why) = match (row.blocked_by, row.why) {
        (_, Some((severity, text))) => (severity.tone().name(), Some(severity.glyph()), text),
        (Some(blocked), None) => (Tone::Warn.name(), Some(Glyph::TriangleAlert), blocked),
        (None, None) if row.why_reported => ("none", None, "—".to_owned()),
        (None, None) => ("none", None, "Not reported".to_owned()),
    };
    let contradiction = (!row.contradictions.is_empty()).then(|| row.contradictions.join(" "));
    view! {
        <th scope="row" class="campaign-name">
            <a class="row-link" href=address tabindex="-1">{row.name}</a>
            <code class="sub">{row.id}</code>
        </th>
        <td><QuietStatus tone=row.status.tone() glyph=row.status.glyph() label=row.status.label()/></td>
        <td data-col="why" data-tone=tone>
            <span class="why">{glyph.map(|glyph| view! { <GlyphIcon glyph/> })}<span>{why}</span></span>
        </td>
        <td data-col="progress">
            <span class="progress-line">
                <span class=dash(&row.progress_of)>{row.progress_of.text.clone()}</span>
                <b class=dash(&row.progress)>{row.progress.text.clone()}</b>
            </span>
            {row.bar.map(|parts| view! { <MiniBar parts/> })}
            {contradiction.map(|text| view! {
                <span class="sub contradicted" data-tone="warn">
                    <GlyphIcon glyph=Glyph::TriangleAlert/><span>{text}</span>
                </span>
            })}
        </td>
        <td data-col="answers" class=["num two ", dash(&row.answer_rate)].concat() data-kind=row.small_sample.then_some("small-sample")>
            {row.answer_rate.text.clone()}<span class="sub">{row.answer_of}</span>
        </td>
        {text(row.completion, "completion", "num")}
        <td data-col="spend" class=["num two ", dash(&row.spend)].concat()>
            {row.spend.text.clone()}<span class="sub">{row.spend_of}</span>
        </td>
        {text(row.priority, "priority", "num")}
        <td data-col="window" title=row.window.change>
            {match row.window.glyph {
                Some(glyph) => view! { <QuietStatus tone=row.window.tone glyph label=row.window.word.text/> }.into_any(),
                None => view! { <span class="dash">{row.window.word.text}</span> }.into_any(),
            }}
        </td>
        {text(row.created, "created", "num")}
    }
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
    let go = move |number: u32| list.ask(move |query| query.with_page(number));
    view! { <footer class="card-foot"><Pager page=info summary on_page=go/></footer> }
}
