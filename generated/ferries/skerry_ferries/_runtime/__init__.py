"""What every call needs: building requests, sending them, reading the answers."""
