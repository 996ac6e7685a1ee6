"""The examination of a model: a fixed plan of cases, drafted for real, each text judged by code."""
