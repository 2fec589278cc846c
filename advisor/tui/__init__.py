"""The full-screen app: it shows a consultation and passes keys on to it.

No rule about posting is decided here, and no text from a file reaches a widget as `str`.
"""
