"""Pasted text becomes rows of the schedule: pure, so that a page, a worker and a test read alike.

Each line that holds anything becomes exactly one row, with what it was read as and how sure that is; what
cannot be used stays visible with its reason. Nothing is guessed silently: what the text leaves open for all
its lines alike is asked once (`Assumptions`).
"""
