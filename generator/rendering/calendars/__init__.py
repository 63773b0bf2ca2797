"""What takes place, for calendars: iCalendar, RFC 5545."""

from __future__ import annotations

from generator.rendering.calendars.gathering import calendar_file

__all__ = ["calendar_file"]
