"""Pages that are changed at random: what a lifter loses of them it has to report."""
