"""Threads and signals around `pipeline`; no widgets."""
