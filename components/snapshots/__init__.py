"""The light version: one page a county and language that needs no script, made with the release."""
