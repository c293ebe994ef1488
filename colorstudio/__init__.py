"""Color Studio: colour for black-and-white scans, as a documented layer over an untouched master."""

__version__ = "0.1.0"
