"""The levels of findings in words."""

from __future__ import annotations

from .findings import Level

LEVELS = {
    "en": {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "info"},
    "zh": {Level.ERROR: "错误", Level.WARNING: "警告", Level.INFO: "提示"},
}
