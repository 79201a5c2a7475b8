"""The parts of a letter, a module each. A part without a block is left out, and the numbering closes up."""
