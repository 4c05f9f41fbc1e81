"""`python -m lazygui` is `lazygui`."""

from lazygui.cli import main

raise SystemExit(main())
