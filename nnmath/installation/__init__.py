"""Install what a goal of the Makefile needs: `python3 -m installation test`.

The standard library only, since nothing else is there yet. The Makefile puts this folder's parent
on Python's path, because to import `nnmath` itself takes NumPy.
"""
