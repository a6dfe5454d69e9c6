"""``python -m talentmoves`` is ``moves``."""

from .main import program

if __name__ == "__main__":
    program()
