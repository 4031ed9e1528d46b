//! What is not reported is not zero, and what was not read is not absent.

use super::given::*;
use super::*;

#[test]
fn a_retry_that_could_not_be_read_is_not_a_retry_that_was_not_made() {
    const WHY: &str = "The list of retries did not load: no connection.";
    let given = Given {
        retries_unread: Some(WHY),
        ..carrier_outage()
    };
    let found = given.assess(None);
    let conditions = [(0, 2), (1, 2), (2, 0)];
    for (level, condition) in conditions {
        let condition = &found.ladder.levels[level].conditions[condition];
        let expected = ConditionState::Unknown(WHY.to_owned());
        assert_eq!(condition.state, expected, "{condition:?}");
    }
    let support = &found.ladder.levels[1].why;
    assert!(support.ends_with("is not known."), "{support}");
    assert!(!found.strategy.is_retry_wise);
    let why = ["Whether a retry runs already is not known. ", WHY].concat();
    assert_eq!(found.strategy.why, why);
}
