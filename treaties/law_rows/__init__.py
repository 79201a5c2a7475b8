"""Rows of the law to values of `treaties/law.py`: one module for each thing that the law speaks of."""
