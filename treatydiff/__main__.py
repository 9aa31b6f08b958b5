"""Lets `python -m treatydiff` do what `treatydiff` does."""

from treatydiff.cli import main

if __name__ == "__main__":
    main()
