"""Kills, full disks, broken stores: whatever happens, the next build is right and the site was whole."""
