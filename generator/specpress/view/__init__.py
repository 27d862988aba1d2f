"""One page that shows people where every fact of a client came from."""

from specpress.view.page import page

__all__ = ["page"]
