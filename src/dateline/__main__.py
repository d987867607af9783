"""`python -m dateline` is the command."""

from dateline.cli import main

if __name__ == "__main__":
    main()
