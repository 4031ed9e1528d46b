//! Where a retry stands.

use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// The state of a retry.
    pub enum RetryState {
        Sampling: "sampling"; "Sample running";
            "The sample is being dialed. The rest waits.";
            Live; Play,
        SamplePassed: "sample_passed"; "Sample passed";
            "The sample went well. The rest waits for a person to release it.";
            Ok; CircleCheck,
        SampleFailed: "sample_failed"; "Sample failed";
            "The sample went badly. The rest stays shut for good.";
            Bad; OctagonX,
        Releasing: "releasing"; "Retrying the rest";
            "The rest was released and is being dialed.";
            Live; Play,
        Completed: "completed"; "Completed";
            "Everybody was dialed, or could not be by then.";
            Ok; CircleCheck,
        Stopped: "stopped"; "Stopped";
            "A person stopped it. What was not dialed stays as it is.";
            Mute; Square,
    }
}
