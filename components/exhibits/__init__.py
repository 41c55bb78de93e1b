"""Cards as people take them away: one query with its words, figures and pictures, wherever it is shown again."""
