"""Tests of Pulsen; the folders mirror those of the generator."""
