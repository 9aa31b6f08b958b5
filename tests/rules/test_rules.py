from __future__ import annotations

from pathlib import Path

import pytest

import treatydiff.rules
from tests.rules.changes import change
from treatydiff.lexicon import load
from treatydiff.rules import RULES, Fires, Rule, Silent, judge
