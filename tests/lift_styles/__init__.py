"""Reference pages as people write them by hand, rendered from descriptions for tests."""
