//! What is printed.

/// The text so far, and how many faults it tells.
#[derive(Debug, Default)]
pub struct Report {
    /// What is printed.
    pub text: String,
    /// Faults told.
    pub faults: usize,
    /// Remarks told that are no faults.
    pub remarks: usize,
}

impl Report {
    /// Says something.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Says what must be mended.
    pub fn fault(&mut self, fault: &str) {
        self.faults += 1;
        self.line(&["✗ ", fault].concat());
    }

    /// Says what may be as it should.
    pub fn remark(&mut self, remark: &str) {
        self.remarks += 1;
        self.line(&["? ", remark].concat());
    }

    /// Sums up.
    pub fn end(&mut self) {
        let line = match (self.faults, self.remarks) {
            (0, 0) => "\nNo faults.".to_owned(),
            (0, remarks) => format!("\nNo faults. Look at what is marked with ?: {remarks}."),
            (faults, remarks) => format!("\nFaults: {faults}. Marked with ?: {remarks}."),
        };
        self.line(&line);
    }
}
