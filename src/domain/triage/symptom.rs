//! What people see when an incident begins.

/// What somebody has noticed. Each leads to the same checks; it decides which
/// explanation is looked for first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symptom {
    /// It runs, and no call is completed.
    Stuck,
    /// It dials much less than it should.
    FewCalls,
    /// A large part of its contacts fails again and again.
    Failures,
    /// Somebody may have been called twice.
    Duplicates,
}

impl Symptom {
    /// Every symptom, in the order of the runbook (source document 003).
    pub const ALL: [Self; 4] = [
        Self::Stuck,
        Self::FewCalls,
        Self::Failures,
        Self::Duplicates,
    ];

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stuck => "stuck",
            Self::FewCalls => "few_calls",
            Self::Failures => "failures",
            Self::Duplicates => "duplicates",
        }
    }

    /// As it is offered on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Stuck => "Job stuck in running, no completed calls",
            Self::FewCalls => "Far fewer calls than expected",
            Self::Failures => "Repeated failures in a large segment",
            Self::Duplicates => "Worried about duplicate calls after retries",
        }
    }

    /// The symptom of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|symptom| symptom.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_leads_back_to_its_symptom_and_no_other_does() {
        for symptom in Symptom::ALL {
            assert_eq!(Symptom::from_code(symptom.code()), Some(symptom));
        }
        for odd in ["", "Stuck", "few calls"] {
            assert_eq!(Symptom::from_code(odd), None, "{odd}");
        }
    }
}
