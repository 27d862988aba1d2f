"""How much of what prose states is mined, and how much of what is mined is right."""
