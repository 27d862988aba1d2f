"""What lifters of rendered pages share: accounts, prose, tables, words of types."""
