//! Which campaigns the list shows, in which order.

use super::list_query::{self, DEFAULT_SIZE};
use crate::domain::percent::QueryText;
use crate::domain::sort::{Sort, SortKey};

/// What campaigns can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CampaignSortKey {
    /// What needs a person comes first.
    #[default]
    Attention,
    /// By name.
    Name,
    /// By time of creation.
    Created,
    /// By share of finished tasks.
    Progress,
    /// By rank.
    Priority,
    /// By status.
    Status,
}

impl SortKey for CampaignSortKey {
    const KEYS: &'static [(Self, &'static str, bool)] = &[
        (Self::Attention, "attention", false),
        (Self::Name, "name", true),
        (Self::Created, "created", true),
        (Self::Progress, "progress", true),
        (Self::Priority, "priority", true),
        (Self::Status, "status", false),
    ];
}

/// The order of the campaign list.
pub type CampaignSort = Sort<CampaignSortKey>;

/// Which campaigns, in which order, and which page of them. The same text
/// serves in the address bar and in the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignQuery {
    /// Part of a name, or an ID; empty for all.
    pub q: String,
    /// Statuses to keep, as received; empty for all.
    pub status: Vec<String>,
    /// The order.
    pub sort: CampaignSort,
    /// Page number from 1; 1 when there is a cursor.
    pub page: u32,
    /// Where to go on, for lists that are paged by cursor.
    pub cursor: Option<String>,
    /// Rows a page holds, 1 to 200.
    pub size: u32,
}

impl Default for CampaignQuery {
    fn default() -> Self {
        Self {
            q: String::new(),
            status: Vec::new(),
            sort: CampaignSort::default(),
            page: 1,
            cursor: None,
            size: DEFAULT_SIZE,
        }
    }
}

impl CampaignQuery {
    fn take(&mut self, name: &str, value: String) {
        if name == "status" {
            list_query::add(&mut self.status, value);
        }
    }

    /// The query without its question mark; only what differs from the default.
    pub fn to_query(&self) -> String {
        let mut text = QueryText::default();
        if !self.q.is_empty() {
            text.push("q", &self.q);
        }
        for status in &self.status {
            text.push("status", status);
        }
        self.write_place(&mut text);
        text.finish()
    }

    /// Whether some campaigns are left out.
    pub fn is_filtered(&self) -> bool {
        !self.q.is_empty() || !self.status.is_empty()
    }

    /// The same with exactly these statuses, from the first page.
    pub fn with_status(self, status: Vec<String>) -> Self {
        Self { status, ..self }.with_page(1)
    }
}

list_query::places!(CampaignQuery, CampaignSort);
