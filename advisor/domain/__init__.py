"""What things are: frozen values and what they mean.

Standard library only; nothing here opens a file or reads a clock.
"""
