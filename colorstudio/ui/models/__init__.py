"""The workspace of the models: which there are, where they come from, and what they make of a scan."""
