//! What happened to a campaign, in words, and what changed since the last write.

use crate::campaign::{Activity, Campaign, Mark};
use crate::zone::Ms;

impl Campaign {
    /// Adds an entry to the activity log.
    pub fn note(&mut self, at: Ms, severity: &'static str, text: String, by: Option<&str>) {
        self.log(at, severity, None, text, by);
    }

    /// Adds an entry to the activity log that the timeline marks too.
    pub(super) fn mark(
        &mut self,
        at: Ms,
        severity: &'static str,
        mark: Mark,
        text: String,
        by: Option<&str>,
    ) {
        self.log(at, severity, Some(mark), text, by);
    }

    fn log(
        &mut self,
        at: Ms,
        severity: &'static str,
        mark: Option<Mark>,
        text: String,
        by: Option<&str>,
    ) {
        self.version += 1;
        self.activity.push(Activity {
            at,
            severity,
            mark,
            text,
            by: by.map(str::to_owned),
        });
    }

    /// What has changed is written; from here on, changes count anew.
    pub fn forget_changes(&mut self) {
        for position in std::mem::take(&mut self.dirty) {
            if let Some(task) = self.tasks.get_mut(position) {
                task.is_dirty = false;
            }
        }
        self.ended_calls.clear();
        self.lost_leases.clear();
        self.newcomers.clear();
    }
}
