"""Polygons of control to square kilometres: areas, gains and losses, by region and in an equal-area projection."""
