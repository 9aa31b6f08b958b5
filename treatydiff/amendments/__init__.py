"""Instructions in drafting language: from a comparison to them, and from a draft and them to the next draft."""

from treatydiff.amendments.applying import applied
from treatydiff.amendments.drafting import drafted
from treatydiff.amendments.places import fingerprint

__all__ = ["applied", "drafted", "fingerprint"]
