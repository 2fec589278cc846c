"""What things look like as text: the domain's values turned into strings and JSON records.

Pure: nothing here opens a file, reads a clock or asks the terminal anything.
"""
