"""Counting what held and what did not."""


class Tally:
    """Prints each failure when it happens, and the count at the end."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, what, trouble):
        """Counts one expectation, met when there is no trouble with it.

        `trouble` is a list of sentences, or a falsy value for none.
        """
        if not trouble:
            self.passed += 1
            return True
        self.failed += 1
        print(f"FAILED {what}")
        for line in trouble[:5]:
            print(f"       {line}")
        if len(trouble) > 5:
            print(f"       and {len(trouble) - 5} more")
        return False

    def expect_equal(self, what, got, wanted):
        """Counts one comparison."""
        return self.expect(what, [] if got == wanted else [f"got {got!r}, wanted {wanted!r}"])
