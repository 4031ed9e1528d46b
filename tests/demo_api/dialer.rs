//! The dialer: every campaign, the lines they share, and the run of time.

use crate::agenda::{Agenda, Event};
use crate::campaign::trouble::Trouble;
use crate::campaign::{Campaign, Status};
use crate::zone::{HOUR, Ms};

/// A line cap that several campaigns share inside the tenant's.
#[derive(Clone, Copy, Debug)]
pub struct LineGroup {
    pub name: &'static str,
    pub cap: u32,
}

/// How many lines a shared cap leaves to one campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub cap: u32,
    /// Lines that others hold, or that are kept for campaigns that go first.
    pub taken: u32,
}

impl Share {
    /// Lines left to the campaign.
    pub fn left(self) -> u32 {
        self.cap.saturating_sub(self.taken)
    }
}

/// All campaigns under one tenant.
#[derive(Clone, Debug)]
pub struct Dialer {
    pub agenda: Agenda,
    pub campaigns: Vec<Campaign>,
    pub line_cap: u32,
    pub groups: Vec<LineGroup>,
    /// Credits bought before the history began, in millionths of a dollar.
    pub credit_micros: i64,
    /// Until when inbound calls take every line that comes free.
    inbound_until: Ms,
}

/// How long inbound calls take every line.
const INBOUND: Ms = HOUR;

impl Dialer {
    /// Plans every campaign's start and script.
    pub fn new(
        agenda: Agenda,
        campaigns: Vec<Campaign>,
        line_cap: u32,
        groups: Vec<LineGroup>,
        credit_micros: i64,
    ) -> Self {
        let mut dialer = Self {
            agenda,
            campaigns,
            line_cap,
            groups,
            credit_micros,
            inbound_until: 0,
        };
        for campaign in &dialer.campaigns {
            if let Some(at) = campaign.plan.starts_at {
                dialer.agenda.plan(at, campaign.index, Event::Launch);
            }
            for (position, (at, _)) in campaign.plan.script.iter().enumerate() {
                dialer
                    .agenda
                    .plan(*at, campaign.index, Event::Script(position));
            }
        }
        dialer
    }

    /// Simulated time.
    pub fn now(&self) -> Ms {
        self.agenda.now()
    }

    /// Lets everything happen that is due up to an instant. How the time is cut into calls
    /// makes no difference to what happens.
    pub fn run(&mut self, until: Ms) {
        while let Some((index, event)) = self.agenda.next(until) {
            let allowance = match event {
                Event::Dispatch { .. } => self.allowance(index),
                _ => 0,
            };
            if let Some(campaign) = self.campaigns.get_mut(index) {
                campaign.happen(event, allowance, &mut self.agenda);
            }
        }
    }

    /// Lines a campaign may hold now, by the caps it shares and its own limits.
    pub fn allowance(&self, index: usize) -> u32 {
        let Some(campaign) = self.campaigns.get(index) else {
            return 0;
        };
        if self.credits_left() <= 0 || self.is_taken() {
            return 0;
        }
        campaign.own_limit().min(self.shared_share(campaign).left())
    }

    /// Credits not spent yet, in millionths of a dollar.
    pub fn credits_left(&self) -> i64 {
        self.credit_micros - self.spent()
    }

    /// Spent by all campaigns, in millionths of a dollar.
    pub fn spent(&self) -> i64 {
        self.campaigns
            .iter()
            .map(|campaign| campaign.spent_micros)
            .sum()
    }

    /// The tightest cap that a campaign shares: its line group's, or the tenant's.
    pub fn shared_share(&self, campaign: &Campaign) -> Share {
        let tenant = self.share(campaign, self.line_cap, |_| true);
        let group = campaign
            .plan
            .line_group
            .and_then(|position| Some((position, self.groups.get(position)?)))
            .map(|(position, group)| {
                self.share(campaign, group.cap, |other| {
                    other.plan.line_group == Some(position)
                })
            });
        match group {
            Some(group) if group.left() <= tenant.left() => group,
            _ => tenant,
        }
    }

    fn share(&self, campaign: &Campaign, cap: u32, shares: impl Fn(&Campaign) -> bool) -> Share {
        let now = self.now();
        let taken = self
            .campaigns
            .iter()
            .filter(|other| other.index != campaign.index && shares(other))
            .map(|other| {
                let goes_first = other.plan.priority < campaign.plan.priority;
                if goes_first && other.wants_lines(now) {
                    other.lines.max(other.own_limit())
                } else {
                    other.lines
                }
            })
            .sum();
        // Of every cap, as a group's lines are the tenant's.
        let taken = if self.is_taken() {
            cap.saturating_sub(campaign.lines)
        } else {
            taken
        };
        Share { cap, taken }
    }

    /// Whether inbound calls take every line of the tenant that comes free.
    fn is_taken(&self) -> bool {
        self.now() < self.inbound_until
    }

    /// The running campaign that goes before this one and holds the most lines of the caps they share.
    pub fn goes_before(&self, campaign: &Campaign) -> Option<&Campaign> {
        self.campaigns
            .iter()
            .filter(|other| {
                other.status == Status::Running
                    && other.plan.priority < campaign.plan.priority
                    && other.lines > 0
            })
            .max_by_key(|other| {
                let same_group = campaign.plan.line_group.is_some()
                    && other.plan.line_group == campaign.plan.line_group;
                (same_group, other.lines, std::cmp::Reverse(other.index))
            })
    }

    /// Lines of the tenant in use, over all campaigns and by inbound calls.
    pub fn lines_in_use(&self) -> u32 {
        if self.is_taken() {
            return self.line_cap;
        }
        self.campaigns.iter().map(|campaign| campaign.lines).sum()
    }

    /// Makes trouble for a campaign. `false` when it is not running or has no pool.
    pub fn suffer(&mut self, index: usize, trouble: Trouble) -> bool {
        let suffers = self
            .campaigns
            .get_mut(index)
            .is_some_and(|campaign| campaign.suffer(trouble, &mut self.agenda));
        if suffers && trouble == Trouble::PermitsTaken {
            self.inbound_until = self.now() + INBOUND;
            for campaign in &mut self.campaigns {
                campaign.return_leases(self.agenda.now());
            }
        }
        suffers
    }

    /// The campaigns that are shown: all but those that a restart has put away.
    pub fn shown(&self) -> impl Iterator<Item = &Campaign> {
        self.campaigns
            .iter()
            .filter(|campaign| !campaign.plan.is_put_away)
    }

    /// A campaign by its ID.
    pub fn find(&self, id: &str) -> Option<&Campaign> {
        self.shown().find(|campaign| campaign.plan.id == id)
    }

    /// A campaign with its earlier runs.
    pub fn runs<'a>(&'a self, campaign: &'a Campaign) -> impl Iterator<Item = &'a Campaign> {
        std::iter::successors(Some(campaign), |run| self.previous_run(run))
    }

    /// The ID under which a campaign is shown: an earlier run goes by that of the latest.
    pub fn shown_id<'a>(&'a self, campaign: &'a Campaign) -> &'a str {
        let mut shown = campaign;
        while shown.plan.is_put_away
            && let Some(next) = self
                .campaigns
                .iter()
                .find(|next| next.plan.previous_run.as_ref() == Some(&shown.plan.id))
        {
            shown = next;
        }
        &shown.plan.id
    }

    /// The run of a campaign before a restart.
    pub fn previous_run(&self, campaign: &Campaign) -> Option<&Campaign> {
        let id = campaign.plan.previous_run.as_ref()?;
        self.campaigns
            .iter()
            .find(|campaign| campaign.plan.id == *id)
    }
}
