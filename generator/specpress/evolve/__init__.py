"""What regeneration needs: the manifest of what was generated from what."""
