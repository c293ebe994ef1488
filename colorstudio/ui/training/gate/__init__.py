"""The gate: the verdict about a new model, and a blind comparison with the one before."""
