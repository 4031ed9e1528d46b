//! An incident to make bundles of.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use serde_json::{Value, json};

use crate::domain::archive::File;
use crate::domain::diagnostics::{Diagnostics, Edits, Item, Subject, bundle};
use crate::domain::duplicate_report::DuplicateReport;
use crate::domain::failure_report::FailureReport;
use crate::domain::job::JobDetail;
use crate::domain::json::decode;
use crate::domain::mock;
use crate::domain::snapshot::Snapshot;
use crate::domain::triage::{Evidence, Known, Symptom, assess};

/// The least that is taken for a JPEG.
pub const JPEG: [u8; 9] = [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 7, 0xFF, 0xD9];

/// What the API says of an incident of the paused campaign of the design.
pub struct Incident {
    pub snapshot: Option<Snapshot>,
    pub job: Option<JobDetail>,
    pub failures: Value,
    pub duplicates: Option<Value>,
    pub edits: Edits,
}

pub fn incident() -> Incident {
    Incident {
        snapshot: Some(mock::paused()),
        job: None,
        failures: json!({
            "groups": [
                {"contacts": 198, "sip_status": 503, "carrier": "Telnyx", "attempts": 238},
                {"contacts": 61, "code": "invalid_number", "label": "Invalid number"},
                {"contacts": "many"},
            ],
            "attempts": {"finished": 1904, "failed": 244},
            "contacts": null,
            "segments": 7,
        }),
        duplicates: Some(json!({
            "runs": [{"job_id": "job_77af1", "is_scope": true}, {"job_id": "job_old", "is_scope": false}],
            "upload": {"id": "upl_19zk4", "rows": 2400, "unique": 2400},
            "samples": [{"kind": "reached_again", "phone": "+12175550148",
                "contact": {"id": "con_12175550148", "name": "Keisha Brandt"},
                "calls": ["2026-11-12T14:02:38-06:00"]},
                {"kind": "reached_again", "contact": {"id": "ct_14145550118"}}],
        })),
        edits: Edits::default(),
    }
}

impl Incident {
    pub fn told<T>(&self, tell: impl FnOnce(&Subject<'_>) -> T) -> T {
        let failures: FailureReport = decode(&self.failures.to_string()).unwrap();
        let duplicates = self.duplicates.as_ref();
        let duplicates: Option<DuplicateReport> =
            duplicates.map(|json| decode(&json.to_string()).unwrap());
        let snapshot = self.snapshot.as_ref();
        mock::at(1_794_515_528_000, |formats| {
            let evidence = Evidence {
                campaign: snapshot.map(Known::Read),
                history: None,
                job: self.job.as_ref().map(Known::Read),
                failures: Known::Read(&failures),
                duplicates: duplicates.as_ref().map_or_else(
                    || Known::Unknown("The API does not report duplicates.".to_owned()),
                    Known::Read,
                ),
                retry: Known::Read(None),
                formats,
            };
            let assessment = assess(&evidence, Some(Symptom::FewCalls));
            tell(&Subject {
                workspace: Known::Read("ws_northwind_01"),
                campaign: snapshot.map(|snapshot| &*snapshot.campaign.id.0),
                job: self.job.as_ref().map(|detail| &*detail.job.id.0),
                evidence: &evidence,
                assessment: &assessment,
                symptom: Some(Symptom::FewCalls),
                edits: &self.edits,
            })
        })
    }

    pub fn items(&self) -> Vec<Item> {
        self.told(|subject| Diagnostics::of(subject).items.to_vec())
    }

    pub fn files(&self) -> Vec<File> {
        self.told(|subject| bundle(subject).files)
    }

    pub fn text(&self, name: &str) -> String {
        self.told(|subject| bundle(subject).text(name).map(str::to_owned))
            .unwrap()
    }
}
