"""``python -m talentmoves`` is ``moves``."""

from .main import main

if __name__ == "__main__":
    main(prog_name="moves")
