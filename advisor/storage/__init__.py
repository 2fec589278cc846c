"""What is kept for a person on this machine. Every file is private.

One that cannot be read is as good as none, but for a record: that is said.
"""
