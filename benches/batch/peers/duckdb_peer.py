"""The scoring in DuckDB's package for Python: duckdb_peer.py ROWS SCORES"""

import sys

import duckdb

from statement import statement

duckdb.connect().execute(statement(*sys.argv[1:]))
