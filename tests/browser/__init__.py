"""Tests that look at the finished site with a checker or a browser."""
