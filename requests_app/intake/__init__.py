"""Pasted text becomes rows of the schedule. Pure, so that a page, a worker and a test get the same
rows.

Each line that holds anything becomes exactly one row, with what it was read as and how sure that is;
what cannot be used stays visible with its reason. Nothing is guessed silently: a question that is
open for all lines alike is asked once (`Assumptions`).
"""
