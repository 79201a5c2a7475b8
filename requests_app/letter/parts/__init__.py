"""The parts of a letter in their order. A part without a block disappears, and numbering closes up."""
