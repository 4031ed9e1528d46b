//! Whether a retry is one of an incident's.

use super::Retry;
use crate::domain::scope::Scope;

/// Why a retry is not shown with a scope; `None` when it names just that scope.
/// One that names neither a campaign nor a run is not proven to be of it.
pub fn why_foreign(retry: &Retry, scope: &Scope) -> Option<String> {
    let (named, id) = match scope {
        Scope::Campaign(campaign) => (&retry.campaign_id, &campaign.0),
        Scope::Job(job) => (&retry.job_id, &job.0),
    };
    if named.as_deref() == Some(id) {
        return None;
    }
    let owners = [&retry.campaign_id, &retry.job_id];
    let why = match owners.iter().any(|owner| owner.value().is_some()) {
        true => " belongs to another campaign or run.",
        false => " does not say which campaign or run it belongs to, so it is not shown here.",
    };
    Some(["Retry ", &*retry.id, why].concat())
}

/// Whether a retry names just that scope.
pub fn is_of(retry: &Retry, scope: &Scope) -> bool {
    why_foreign(retry, scope).is_none()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::campaign::CampaignId;
    use crate::domain::job::JobId;
    use crate::domain::json::decode;

    const OTHER: &str = "Retry r belongs to another campaign or run.";
    const UNTOLD: &str =
        "Retry r does not say which campaign or run it belongs to, so it is not shown here.";

    fn why(scope: &Scope, owner: &str) -> Option<String> {
        let json = [r#"{"id":"r","state":"sample_passed""#, owner, "}"].concat();
        let retry = decode::<Retry>(&json).unwrap();
        let why = why_foreign(&retry, scope);
        assert_eq!(why.is_none(), is_of(&retry, scope));
        why
    }

    #[test]
    fn only_a_retry_that_names_the_scope_is_of_it() {
        let campaign = Scope::Campaign(CampaignId("x".to_owned()));
        let job = Scope::Job(JobId("x".to_owned()));
        for (owner, of_campaign, of_job) in [
            (r#","campaign_id":"x","job_id":null"#, None, Some(OTHER)),
            (r#","campaign_id":null,"job_id":"x""#, Some(OTHER), None),
            // A run of a campaign: what the scope does not ask by does not count.
            (r#","campaign_id":"c","job_id":"x""#, Some(OTHER), None),
            (r#","campaign_id":"x","job_id":"j""#, None, Some(OTHER)),
            (r#","campaign_id":"X""#, Some(OTHER), Some(OTHER)),
            (r#","job_id":"""#, Some(OTHER), Some(OTHER)),
            (
                r#","campaign_id":null,"job_id":null"#,
                Some(UNTOLD),
                Some(UNTOLD),
            ),
            ("", Some(UNTOLD), Some(UNTOLD)),
        ] {
            assert_eq!(why(&campaign, owner).as_deref(), of_campaign, "{owner}");
            assert_eq!(why(&job, owner).as_deref(), of_job, "{owner}");
        }
    }
}
