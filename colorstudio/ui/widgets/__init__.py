"""Small widgets that know nothing of scans."""
