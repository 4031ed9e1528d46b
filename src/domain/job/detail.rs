//! One run by itself.

use super::{Job, JobId, JobPage};
use crate::domain::block::{Block, good_rows};
use crate::domain::field::Field;
use crate::domain::json::{FromJson, Json, Trouble};
use crate::domain::parts::Parts;
use crate::domain::runtime::Runtime;
use crate::domain::timestamp::Timestamp;

/// One run with what it depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct JobDetail {
    /// The run.
    pub job: Job,
    /// The server's clock when it was read.
    pub captured_at: Field<Timestamp>,
    /// The further requests that it was made of.
    pub parts: Parts,
    /// The service that carries it out.
    pub runtime: Block<Runtime>,
}

impl JobDetail {
    /// What the list knows of a run, for an API that has no more of it.
    pub fn of_row(page: &JobPage, id: &JobId) -> Option<Self> {
        let job = good_rows(&page.items).find(|job| job.id == *id)?;
        Some(Self {
            job: job.clone(),
            captured_at: page.captured_at.clone(),
            parts: Parts::default(),
            runtime: page.runtime.clone(),
        })
    }
}

impl FromJson for JobDetail {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        let mut fields = [*json; 3];
        json.fields(&["captured_at", "parts", "runtime"], &mut fields, trouble);
        let [captured_at, parts, runtime] = &fields;
        Self {
            job: Job::from_json(json, trouble),
            captured_at: Field::from_json(captured_at, trouble),
            parts: Parts::from_json(parts, trouble),
            runtime: Block::from_json(runtime, trouble),
        }
    }
}
