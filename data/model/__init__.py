"""What an observation, an indicator, a selection and a source are."""
