"""Install what a goal of the Makefile needs: `python3 -m installation test`.

The standard library only, since nothing else is there yet, and outside `nnmath`, which needs NumPy
to be imported.
"""
