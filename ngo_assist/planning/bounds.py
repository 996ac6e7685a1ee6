"""What a plan may be at most, apart from the models: the command line says it without loading them."""

MONTHS_MOST = 36
