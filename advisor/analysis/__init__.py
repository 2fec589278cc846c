"""Facts about trees and policies: whether they are sound, which paths there are, and who cites what.

Pure computations over drafts and trees: nothing here reads a file. Only `analysis.graph` knows networkx.
"""
