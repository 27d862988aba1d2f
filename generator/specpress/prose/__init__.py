"""What descriptions say in words and schemas leave out."""
