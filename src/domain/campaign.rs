//! A dialing program over an audience.

use super::action::Action;
use super::block::{Block, Row};
use super::counts::{AttemptCounts, Tally, TaskCounts};
use super::field::Field;
use super::json::{FromJson, Json, Trouble, wire};
use super::money::Money;
use super::page::{PageInfo, listed};
use super::parts::Parts;
use super::timestamp::Timestamp;

/// The opaque name of a campaign.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CampaignId(
    /// As received.
    pub String,
);

impl FromJson for CampaignId {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        Self(String::from_json(json, trouble))
    }
}

wire! {
    /// A campaign's own settings and history.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Campaign {
        /// Its name in addresses.
        pub id: CampaignId,
        /// What people call it.
        pub name: String,
        /// `draft`, `scheduled`, `running`, `paused`, `completed`, `failed`,
        /// `cancelled`; open.
        pub status: String,
        /// IANA name of the zone its times are shown in.
        pub time_zone: Field<String>,
        /// Its rank among campaigns that compete for lines.
        pub priority: Field<i64>,
        /// How many ranks there are.
        pub priority_levels: Field<i64>,
        /// Who talks: an AI agent's or a team's name.
        pub agent: Field<String>,
        /// The number pool's name.
        pub number_pool: Field<String>,
        /// Lines it may hold at once.
        pub concurrency: Field<i64>,
        /// What its concurrency may be set to.
        pub concurrency_range: Block<ConcurrencyRange>,
        /// Dials allowed for one contact.
        pub max_attempts: Field<i64>,
        /// Wait between dials of one contact, in seconds.
        pub retry_delay_seconds: Field<i64>,
        /// How it dials, in words.
        pub mode: Field<String>,
        /// What started it, in words.
        pub trigger: Field<String>,
        /// When it was created.
        pub created_at: Field<Timestamp>,
        /// When a scheduled campaign will start.
        pub starts_at: Field<Timestamp>,
        /// When it started.
        pub started_at: Field<Timestamp>,
        /// When it ended.
        pub ended_at: Field<Timestamp>,
        /// The pause it is in.
        pub pause: Block<Interruption>,
        /// Its cancellation.
        pub cancel: Block<Interruption>,
        /// What failed it.
        pub failure: Block<Interruption>,
    }

    /// The lines that an operator may give a campaign.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct ConcurrencyRange {
        /// The fewest.
        pub min: Field<i64>,
        /// The most.
        pub max: Field<i64>,
    }

    /// What stopped a campaign, for a while or for good.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Interruption {
        /// When.
        pub at: Field<Timestamp>,
        /// Why, in words.
        pub reason: Field<String>,
        /// A person's name; `null` when the system did it.
        pub by: Field<String>,
        /// Whether the system did it.
        pub automatic: Field<bool>,
        /// What follows from it, in words.
        pub note: Field<String>,
    }

    /// The hours in which a campaign may dial.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CallWindow {
        /// Whether it may dial now.
        pub open: bool,
        /// When it opens next.
        pub opens_at: Field<Timestamp>,
        /// When it closes next.
        pub closes_at: Field<Timestamp>,
        /// IANA name of the zone the hours are in.
        pub time_zone: Field<String>,
        /// More about it, in words.
        pub note: Field<String>,
        /// Hours by weekday; a day left out is closed.
        pub days: Field<Vec<WindowDay>>,
    }

    /// The call hours of one weekday, in campaign time.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct WindowDay {
        /// `mon` to `sun`.
        pub day: String,
        /// HH:MM; `null` when closed.
        pub opens: Field<String>,
        /// HH:MM; `null` when closed.
        pub closes: Field<String>,
    }

    /// A campaign that competes for the same lines and goes first.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct BlockingCampaign {
        /// Its name in addresses.
        pub id: CampaignId,
        /// What people call it.
        pub name: String,
        /// Its rank.
        pub priority: Field<i64>,
        /// Tenant lines it holds now.
        pub lines: Field<i64>,
        /// Whether it is what keeps the other campaign from dialing.
        pub binding: Field<bool>,
    }

    /// A page of campaigns.
    #[derive(Clone, Debug, PartialEq)]
    pub struct CampaignPage {
        /// The campaigns, in the order asked for.
        pub items: Vec<Row<CampaignSummary>>,
        /// Where the page stands.
        pub page: PageInfo,
        /// The server's clock when the campaigns were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// Campaigns by status under the same search, whatever status is asked for.
        pub status_counts: Block<Tally>,
        /// Lines of the whole workspace.
        pub tenant: Block<TenantLines>,
    }

    /// Lines of the whole workspace.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct TenantLines {
        /// Lines held now.
        pub lines_in_use: Field<i64>,
        /// Lines in all; `null` for no limit.
        pub line_cap: Field<i64>,
    }

    /// One campaign of the list.
    #[derive(Clone, Debug, PartialEq)]
    pub struct CampaignSummary {
        /// Its name in addresses.
        pub id: CampaignId,
        /// What people call it.
        pub name: String,
        /// As in [`Campaign::status`].
        pub status: String,
        /// IANA name of the zone its times are shown in.
        pub time_zone: Field<String>,
        /// The one thing an operator should know now.
        pub why: Block<Headline>,
        /// Its tasks.
        pub counts: Block<TaskCounts>,
        /// Its attempts.
        pub attempts: Block<AttemptCounts>,
        /// Spent so far.
        pub spend: Field<Money>,
        /// What may be spent; `null` when there is no limit.
        pub budget: Field<Money>,
        /// Its rank among campaigns that compete for lines.
        pub priority: Field<i64>,
        /// The hours in which it may dial.
        pub call_window: Block<CallWindow>,
        /// The higher-priority campaign in the way.
        pub blocked_by: Block<BlockingCampaign>,
        /// When it was created.
        pub created_at: Field<Timestamp>,
        /// When a scheduled campaign will start.
        pub starts_at: Field<Timestamp>,
        /// When it ended.
        pub ended_at: Field<Timestamp>,
        /// What may be done to it.
        pub actions: Block<Vec<Action>>,
    }

    /// One sentence and how serious it is.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Headline {
        /// `critical`, `warning`, `notice`, `clear`; open.
        pub severity: String,
        /// The sentence.
        pub text: String,
        /// The limit that holds the campaign back, by its name in the capacity;
        /// open.
        pub limit: Field<String>,
    }
}

impl Interruption {
    /// Whether its reason names the breaker: no field tells it.
    pub fn names_breaker(&self) -> bool {
        let reason = self.reason.as_deref().unwrap_or_default();
        reason.to_ascii_lowercase().contains("breaker")
    }
}

listed!(CampaignPage, CampaignSummary);
