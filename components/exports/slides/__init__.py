"""Slides: worded contents to a presentation (PPTX) whose charts and tables stay editable."""
