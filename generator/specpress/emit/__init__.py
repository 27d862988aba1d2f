"""From the IR to source text: template packs, rendering and formatting."""
