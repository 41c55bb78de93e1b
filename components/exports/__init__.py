"""Files people take away: pure functions from frame, figure and words to bytes."""
