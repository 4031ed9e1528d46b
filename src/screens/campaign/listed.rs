//! The rows on screen, so that the drawer can go from one to the next.

use crate::domain::task::TaskId;
use leptos::prelude::*;

/// The tasks in the order of the table.
#[derive(Clone, Copy)]
pub struct Listed {
    tasks: RwSignal<Vec<String>>,
}

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the row below.
    Next,
    /// To the row above.
    Previous,
}

impl Listed {
    /// Makes the rows known to everything below.
    pub fn provide() {
        let tasks = RwSignal::new(Vec::new());
        provide_context(Self { tasks });
    }

    /// Says which rows are on screen.
    pub fn tell(self, tasks: Vec<String>) {
        self.tasks.set(tasks);
    }

    /// The task's row, counted from 1, and the number of rows.
    pub fn place(self, task: &Option<TaskId>) -> Option<(usize, usize)> {
        let wanted = task.as_ref()?;
        self.tasks.with(|tasks| {
            let at = tasks.iter().position(|task| *task == wanted.0)?;
            Some((at + 1, tasks.len()))
        })
    }

    /// The task one row further; `None` at the end, and for a task that is not
    /// on screen.
    pub fn neighbor(self, task: &Option<TaskId>, step: Step) -> Option<String> {
        let wanted = task.as_ref()?;
        self.tasks.with_untracked(|tasks| {
            let at = tasks.iter().position(|task| *task == wanted.0)?;
            let next = match step {
                Step::Next => at.checked_add(1),
                Step::Previous => at.checked_sub(1),
            };
            tasks.get(next?).cloned()
        })
    }
}

/// The campaign page's.
pub fn use_listed() -> Listed {
    expect_context()
}
