"""Lets `python -m treatydiff` do what `treatydiff` does."""

from treatydiff.cli import run

if __name__ == "__main__":
    run()
