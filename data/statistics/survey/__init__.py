"""Design-based estimation of survey shares, means and totals by Taylor linearisation."""
