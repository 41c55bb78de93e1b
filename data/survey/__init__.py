"""The survey as one: waves put together, written down, read back, and checked."""
