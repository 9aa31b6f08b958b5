"""stub"""
from treatydiff.model import Amendments
def read(data: bytes, path: str) -> Amendments:
    raise NotImplementedError
