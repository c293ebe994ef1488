"""The steps of the wizard: pictures, check, goal, time, and the page for experts."""
