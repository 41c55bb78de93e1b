"""Intervals, reliability, differences and the facts that sentences are made of."""
