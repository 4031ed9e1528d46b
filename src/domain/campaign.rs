//! A dialing program over an audience.

use serde::Deserialize;

use super::action::Action;
use super::block::{Block, Row};
use super::counts::{AttemptCounts, Tally, TaskCounts};
use super::field::Field;
use super::integer;
use super::money::Money;
use super::page::PageInfo;
use super::timestamp::Timestamp;

/// The opaque name of a campaign.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(transparent)]
pub struct CampaignId(
    /// As received.
    pub String,
);

/// A campaign's own settings and history.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Campaign {
    /// Its name in addresses.
    pub id: CampaignId,
    /// What people call it.
    pub name: String,
    /// `draft`, `scheduled`, `running`, `paused`, `completed`, `failed`,
    /// `cancelled`; open.
    pub status: String,
    /// IANA name of the zone its times are shown in.
    #[serde(default)]
    pub time_zone: Field<String>,
    /// Its rank among campaigns that compete for lines.
    #[serde(default, deserialize_with = "integer::field")]
    pub priority: Field<i64>,
    /// How many ranks there are.
    #[serde(default, deserialize_with = "integer::field")]
    pub priority_levels: Field<i64>,
    /// Who talks: an AI agent's or a team's name.
    #[serde(default)]
    pub agent: Field<String>,
    /// The number pool's name.
    #[serde(default)]
    pub number_pool: Field<String>,
    /// Lines it may hold at once.
    #[serde(default, deserialize_with = "integer::field")]
    pub concurrency: Field<i64>,
    /// Dials allowed for one contact.
    #[serde(default, deserialize_with = "integer::field")]
    pub max_attempts: Field<i64>,
    /// Wait between dials of one contact, in seconds.
    #[serde(default, deserialize_with = "integer::field")]
    pub retry_delay_seconds: Field<i64>,
    /// How it dials, in words.
    #[serde(default)]
    pub mode: Field<String>,
    /// What started it, in words.
    #[serde(default)]
    pub trigger: Field<String>,
    /// When it was created.
    #[serde(default)]
    pub created_at: Field<Timestamp>,
    /// When a scheduled campaign will start.
    #[serde(default)]
    pub starts_at: Field<Timestamp>,
    /// When it started.
    #[serde(default)]
    pub started_at: Field<Timestamp>,
    /// When it ended.
    #[serde(default)]
    pub ended_at: Field<Timestamp>,
    /// The pause it is in.
    #[serde(default)]
    pub pause: Block<Interruption>,
    /// Its cancellation.
    #[serde(default)]
    pub cancel: Block<Interruption>,
    /// What failed it.
    #[serde(default)]
    pub failure: Block<Interruption>,
}

/// What stopped a campaign, for a while or for good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Interruption {
    /// When.
    #[serde(default)]
    pub at: Field<Timestamp>,
    /// Why, in words.
    #[serde(default)]
    pub reason: Field<String>,
    /// A person's name; `null` when the system did it.
    #[serde(default)]
    pub by: Field<String>,
    /// Whether the system did it.
    #[serde(default)]
    pub automatic: Field<bool>,
    /// What follows from it, in words.
    #[serde(default)]
    pub note: Field<String>,
}

/// The hours in which a campaign may dial.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CallWindow {
    /// Whether it may dial now.
    pub open: bool,
    /// When it opens next.
    #[serde(default)]
    pub opens_at: Field<Timestamp>,
    /// When it closes next.
    #[serde(default)]
    pub closes_at: Field<Timestamp>,
    /// IANA name of the zone the hours are in.
    #[serde(default)]
    pub time_zone: Field<String>,
    /// More about it, in words.
    #[serde(default)]
    pub note: Field<String>,
    /// Hours by weekday; a day left out is closed.
    #[serde(default)]
    pub days: Field<Vec<WindowDay>>,
}

/// The call hours of one weekday, in campaign time.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct WindowDay {
    /// `mon` to `sun`.
    pub day: String,
    /// HH:MM; `null` when closed.
    #[serde(default)]
    pub opens: Field<String>,
    /// HH:MM; `null` when closed.
    #[serde(default)]
    pub closes: Field<String>,
}

/// A campaign that competes for the same lines and goes first.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BlockingCampaign {
    /// Its name in addresses.
    pub id: CampaignId,
    /// What people call it.
    pub name: String,
    /// Its rank.
    #[serde(default, deserialize_with = "integer::field")]
    pub priority: Field<i64>,
    /// Tenant lines it holds now.
    #[serde(default, deserialize_with = "integer::field")]
    pub lines: Field<i64>,
    /// Whether it is what keeps the other campaign from dialing.
    #[serde(default)]
    pub binding: Field<bool>,
}

/// A page of campaigns.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CampaignPage {
    /// The campaigns, in the order asked for.
    pub items: Vec<Row<CampaignSummary>>,
    /// Where the page stands.
    pub page: PageInfo,
    /// The server's clock when the campaigns were read.
    #[serde(default)]
    pub captured_at: Field<Timestamp>,
    /// Campaigns by status under the same search, whatever status is asked for.
    #[serde(default)]
    pub status_counts: Block<Tally>,
    /// Lines of the whole workspace.
    #[serde(default)]
    pub tenant: Block<TenantLines>,
}

/// Lines of the whole workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct TenantLines {
    /// Lines held now.
    #[serde(default, deserialize_with = "integer::field")]
    pub lines_in_use: Field<i64>,
    /// Lines in all; `null` for no limit.
    #[serde(default, deserialize_with = "integer::field")]
    pub line_cap: Field<i64>,
}

/// One campaign of the list.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CampaignSummary {
    /// Its name in addresses.
    pub id: CampaignId,
    /// What people call it.
    pub name: String,
    /// As in [`Campaign::status`].
    pub status: String,
    /// IANA name of the zone its times are shown in.
    #[serde(default)]
    pub time_zone: Field<String>,
    /// The one thing an operator should know now.
    #[serde(default)]
    pub why: Block<Headline>,
    /// Its tasks.
    #[serde(default)]
    pub counts: Block<TaskCounts>,
    /// Its attempts.
    #[serde(default)]
    pub attempts: Block<AttemptCounts>,
    /// Spent so far.
    #[serde(default)]
    pub spend: Field<Money>,
    /// What may be spent; `null` when there is no limit.
    #[serde(default)]
    pub budget: Field<Money>,
    /// Its rank among campaigns that compete for lines.
    #[serde(default, deserialize_with = "integer::field")]
    pub priority: Field<i64>,
    /// The hours in which it may dial.
    #[serde(default)]
    pub call_window: Block<CallWindow>,
    /// The higher-priority campaign in the way.
    #[serde(default)]
    pub blocked_by: Block<BlockingCampaign>,
    /// When it was created.
    #[serde(default)]
    pub created_at: Field<Timestamp>,
    /// When a scheduled campaign will start.
    #[serde(default)]
    pub starts_at: Field<Timestamp>,
    /// When it ended.
    #[serde(default)]
    pub ended_at: Field<Timestamp>,
    /// What may be done to it.
    #[serde(default)]
    pub actions: Block<Vec<Action>>,
}

/// One sentence and how serious it is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Headline {
    /// `critical`, `warning`, `notice`, `clear`; open.
    pub severity: String,
    /// The sentence.
    pub text: String,
}
