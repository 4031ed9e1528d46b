//! The shapes that stand beside status words.

/// One shape of the status vocabulary: dashed or outlined round for waiting,
/// open lines for live, filled for final. The pictures are drawn elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// Being written.
    Pencil,
    /// Waits for a time.
    Clock,
    /// Runs.
    Play,
    /// Held.
    Pause,
    /// Done, or clear.
    CircleCheck,
    /// Failed.
    OctagonX,
    /// Called off.
    CircleSlash,
    /// Waits, or is not known.
    DashedCircle,
    /// Will be called back.
    ReturnArrow,
    /// Reserved for dialing.
    Diamond,
    /// Being dialed.
    DoubleChevron,
    /// Rings at the other end.
    Ringing,
    /// Listened to.
    Waveform,
    /// Being connected to someone.
    Rings,
    /// In conversation.
    RingCore,
    /// Being written up.
    Arc,
    /// Dropped on a person.
    DiamondAlert,
    /// A machine answered.
    Tape,
    /// Outside the hours.
    Moon,
    /// Stopped by hand.
    Square,
    /// Works, but limited or drifting.
    TriangleAlert,
    /// Worth knowing.
    CircleInfo,
    /// Waits for something outside.
    Hourglass,
    /// Done in part.
    HalfCircle,
    /// Waits for a line.
    Bar,
    /// Not allowed, or not possible.
    Ban,
}
