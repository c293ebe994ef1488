"""The parts of the monitor: what a run is doing, its health, its pictures, its curves, its log."""
