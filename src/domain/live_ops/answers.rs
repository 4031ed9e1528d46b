//! What each card's endpoint answers. Only names are required.

use crate::domain::block::{Block, Row, good_rows};
use crate::domain::campaign::{CampaignId, Headline};
use crate::domain::field::Field;
use crate::domain::job::Job;
use crate::domain::json::{FromJson, Json, Trouble, wire};
use crate::domain::money::Money;
use crate::domain::parts::Parts;
use crate::domain::spinner::Plan;
use crate::domain::timestamp::Timestamp;

wire! {
    /// Running and paused campaigns.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveCampaigns {
        /// The server's clock when they were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// Campaigns that are running.
        pub running: Field<i64>,
        /// Those of them that place calls now.
        pub dialing: Field<i64>,
        /// Those of them whose call window is closed.
        pub outside_window: Field<i64>,
        /// At most 24 of them.
        pub items: Block<Vec<Row<LiveCampaign>>>,
    }

    /// One campaign at work.
    #[derive(Clone, Debug, PartialEq)]
    pub struct LiveCampaign {
        /// Its name in addresses.
        pub id: CampaignId,
        /// What people call it.
        pub name: String,
        /// As in the campaign's own page; open.
        pub status: Field<String>,
        /// IANA name of the zone its times are shown in.
        pub time_zone: Field<String>,
        /// Contacts with a final result, of all.
        pub progress: Block<LiveProgress>,
        /// Lines it holds, of those it may hold.
        pub lines: Block<LineUse>,
        /// Its attempts since it started.
        pub attempts: Block<LiveAttempts>,
        /// The one thing an operator should know now.
        pub why: Block<Headline>,
        /// Since when it is paused or failed; `null` while it runs.
        pub since: Field<Timestamp>,
        /// Attempts over the day.
        pub curve: Block<Curve>,
    }

    /// Lines held and allowed.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct LineUse {
        /// Lines held now.
        pub in_use: Field<i64>,
        /// Lines allowed.
        pub limit: Field<i64>,
    }

    /// Attempts of a campaign.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct LiveAttempts {
        /// Dials that are over.
        pub finished: Field<i64>,
        /// Those that somebody answered.
        pub answered: Field<i64>,
        /// Dials begun.
        pub dialed: Field<i64>,
    }

    /// Attempts in steps of equal length.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Curve {
        /// Length of a step, in seconds.
        pub bucket_seconds: Field<i64>,
        /// When the first step begins.
        pub from: Field<Timestamp>,
        /// Attempts of each step, the oldest first; the last one still fills.
        pub attempts: Field<Vec<Field<i64>>>,
    }

    /// Calls on lines, and how they went.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveCalls {
        /// The server's clock when they were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// Lines of the workspace held now.
        pub lines_in_use: Field<i64>,
        /// Lines in all; `null` for no limit.
        pub line_cap: Field<i64>,
        /// The last 60 minutes.
        pub hour: Block<CallHour>,
        /// The 60 minutes before those; `null` when nothing was dialed then.
        pub hour_before: Block<CallHour>,
    }

    /// Attempts of one hour.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct CallHour {
        /// Dials begun.
        pub attempts: Field<i64>,
        /// Dials that are over.
        pub finished: Field<i64>,
        /// Those that somebody answered.
        pub answered: Field<i64>,
        /// Dials that ended in a carrier or network failure.
        pub carrier_errors: Field<i64>,
    }

    /// Runs that are not over, and those that ended badly.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveJobs {
        /// The server's clock when they were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// Runs at work.
        pub running: Field<i64>,
        /// Runs that wait for something outside.
        pub waiting: Field<i64>,
        /// Runs that wait for their turn.
        pub queued: Field<i64>,
        /// Runs that finished today.
        pub finished_today: Field<i64>,
        /// Runs that failed today.
        pub failed_today: Field<i64>,
        /// At most 50 of them.
        pub items: Block<Vec<Row<Job>>>,
    }

    /// Callbacks that contacts asked for.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveCallbacks {
        /// The server's clock when they were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// All that are still to come.
        pub pending: Field<i64>,
        /// Those whose time has come.
        pub due: Field<i64>,
        /// Those whose time has passed while their campaign could dial.
        pub past_due: Field<i64>,
        /// When the first of those was due.
        pub oldest_past_due_at: Field<Timestamp>,
        /// When the next is due.
        pub next_due_at: Field<Timestamp>,
    }

    /// What is left to spend.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveCredits {
        /// The server's clock when it was read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// Prepaid balance.
        pub balance: Field<Money>,
        /// What the balance was last filled up to.
        pub granted: Field<Money>,
        /// Dials the balance is good for, by estimate.
        pub attempts_left: Field<i64>,
        /// What the month's plan allows.
        pub plan: Block<Plan>,
    }
}

/// Contacts with a final result, of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LiveProgress {
    /// Contacts with a final result; `final` on the wire.
    pub finished: Field<i64>,
    /// All contacts.
    pub total: Field<i64>,
}

/// `final` is no name that a Rust field can have.
impl FromJson for LiveProgress {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        let mut fields = [*json; 2];
        json.fields(&["final", "total"], &mut fields, trouble);
        let [finished, total] = &fields;
        Self {
            finished: Field::from_json(finished, trouble),
            total: Field::from_json(total, trouble),
        }
    }
}

impl LiveCampaigns {
    /// The campaigns that could be read.
    pub fn rows(&self) -> impl Iterator<Item = &LiveCampaign> {
        good_rows(self.items.value().map_or(&[], Vec::as_slice))
    }
}

impl LiveJobs {
    /// The runs that could be read.
    pub fn rows(&self) -> impl Iterator<Item = &Job> {
        good_rows(self.items.value().map_or(&[], Vec::as_slice))
    }
}
