"""`python -m ngo_assist`: the same as `ngo-assist`."""

import sys

from ngo_assist.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
