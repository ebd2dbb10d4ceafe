"""What turns the Markdown of `docs/ja` and `docs/en` into the site.

The way of a page: `places` marks every directive and reference with its line, `directives` and
`inline` look ids up in `book`, `templates` fills `blocks/`, `maths` sets the formulas.
`build` makes both languages and swaps the finished site into place.
"""
