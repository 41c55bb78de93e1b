"""Disclosure control of counts: what may be shown, and the proof that nobody can be worked out from it."""
