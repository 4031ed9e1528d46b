//! One dial of the workspace's call log, and what came of it.

use super::block::{Block, Row};
use super::field::Field;
use super::json::wire;
use super::money::Money;
use super::page::{PageInfo, listed};
use super::parts::Parts;
use super::route::CallFilter;
use super::task::Contact;
use super::timestamp::Timestamp;

pub mod facet;
pub mod row;
pub mod span;

wire! {
    /// One attempt to reach a contact.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Call {
        /// Its name.
        pub id: String,
        /// The task that it was made for.
        pub task_id: Field<String>,
        /// The campaign that it was made for.
        pub campaign: Block<CallCampaign>,
        /// Who was called.
        pub contact: Field<Contact>,
        /// The number called: E.164, or whatever the dialer dials.
        pub phone: Field<String>,
        /// The number called from.
        pub from: Field<String>,
        /// The carrier that took the call.
        pub carrier: Field<String>,
        /// Which dial of its task this was, from 1.
        pub attempt: Field<i64>,
        /// Dials that the task may have.
        pub max_attempts: Field<i64>,
        /// An attempt state; open.
        pub state: String,
        /// The carrier's final answer.
        pub sip_status: Field<i64>,
        /// Business result of the conversation, free text.
        pub disposition: Field<String>,
        /// When it was dialed.
        pub started_at: Timestamp,
        /// When it was answered.
        pub answered_at: Field<Timestamp>,
        /// When it was over.
        pub ended_at: Field<Timestamp>,
        /// From the dial to the answer or to giving up, in seconds.
        pub ring_seconds: Field<f64>,
        /// From the answer to the end, in seconds.
        pub talk_seconds: Field<f64>,
        /// What it cost.
        pub cost: Field<Money>,
        /// The variant of an A/B test that spoke.
        pub variant: Field<String>,
        /// When the task may be dialed again.
        pub retry_at: Field<Timestamp>,
        /// Where the conversation can be heard. Untrusted.
        pub recording_url: Field<String>,
    }

    /// The campaign of a call.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CallCampaign {
        /// Its name in addresses.
        pub id: String,
        /// As its operators call it.
        pub name: Field<String>,
    }

    /// A page of calls.
    #[derive(Clone, Debug, PartialEq)]
    pub struct CallPage {
        /// The calls, in the order asked for.
        pub items: Vec<Row<Call>>,
        /// Where the page stands.
        pub page: PageInfo,
        /// The server's clock when the calls were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// What there is to filter by.
        pub filters: Block<CallFacets>,
    }

    /// Values to filter by, with the number of calls under each.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct CallFacets {
        /// Campaigns, by ID.
        pub campaign: Field<Vec<CallFacet>>,
        /// Attempt states.
        pub state: Field<Vec<CallFacet>>,
        /// Dispositions.
        pub disposition: Field<Vec<CallFacet>>,
        /// SIP statuses.
        pub sip_status: Field<Vec<CallFacet>>,
        /// From-numbers.
        pub from: Field<Vec<CallFacet>>,
    }

    /// One value to filter by.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CallFacet {
        /// As received; what a request is narrowed with.
        pub value: String,
        /// Calls that have it.
        pub count: i64,
        /// What people call it, where the value is only a name for machines.
        pub label: Field<String>,
    }
}

listed!(CallPage, Call);

impl CallFacets {
    /// The values of one property, when they are reported.
    pub fn of(&self, filter: CallFilter) -> Option<&[CallFacet]> {
        let facets = match filter {
            CallFilter::Campaign => &self.campaign,
            CallFilter::State => &self.state,
            CallFilter::Disposition => &self.disposition,
            CallFilter::SipStatus => &self.sip_status,
            CallFilter::From => &self.from,
        };
        facets.value().map(Vec::as_slice)
    }
}
