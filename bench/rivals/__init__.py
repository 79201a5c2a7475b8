"""Other ways to make the same letter, as a competent hand would use them."""
