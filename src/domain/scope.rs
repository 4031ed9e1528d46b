//! What an incident is about: one campaign or one run.

use super::campaign::CampaignId;
use super::job::JobId;
use super::percent::encoded;

/// A campaign or a run.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// A campaign and its tasks.
    Campaign(CampaignId),
    /// A run and its records.
    Job(JobId),
}

impl Scope {
    /// What a request is narrowed with: `campaign=cmp_8f3k2q`.
    pub fn to_query(&self) -> String {
        match self {
            Self::Campaign(campaign) => ["campaign=", &encoded(&campaign.0)].concat(),
            Self::Job(job) => ["job=", &encoded(&job.0)].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_one_encoded_value() {
        let campaign = Scope::Campaign(CampaignId("a&job=b".to_owned()));
        assert_eq!(campaign.to_query(), "campaign=a%26job%3Db");
        let job = Scope::Job(JobId("job_1".to_owned()));
        assert_eq!(job.to_query(), "job=job_1");
    }
}
