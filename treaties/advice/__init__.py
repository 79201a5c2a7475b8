"""What the adviser says of an instrument: what it carries, why it fits, what to watch."""
