"""Runs a statement of `peil sql --dialect spark` over a CSV or Parquet file: spark_sql.py ROWS STATEMENT SCORES

$SPARK_MASTER names the master, one process with a thread for each core unless set. How long the statement took, without
the start of Spark, goes to $SPARK_SAYS where that is set."""

import glob
import os
import shutil
import sys
import time

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
from pyspark.sql import SparkSession

rows, statement, scores = sys.argv[1:]
started = time.time()
spark = (
    SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[*]"))
    .config("spark.ui.enabled", "false")
    .config("spark.driver.memory", "4g")
    .config("spark.sql.shuffle.partitions", str(2 * (os.cpu_count() or 1)))
    .config("spark.log.level", "ERROR")
    .getOrCreate()
)
ready = time.time()
if rows.endswith(".parquet"):
    table = spark.read.parquet(rows)
else:
    table = spark.read.csv(rows, header=True, escape='"')
table.createOrReplaceTempView("answers")
with open(statement, encoding="utf-8") as file:
    text = file.read().rstrip().rstrip(";")
# One file at the end, for who compares it; a cluster would leave its parts as they are.
spark.sql(text).coalesce(1).write.mode("overwrite").csv(scores + ".parts", header=True)
if "SPARK_SAYS" in os.environ:
    with open(os.environ["SPARK_SAYS"], "a", encoding="utf-8") as file:
        file.write(f"started in {ready - started:.1f} s, scored in {time.time() - ready:.1f} s\n")
shutil.move(glob.glob(scores + ".parts/part-*.csv")[0], scores)
shutil.rmtree(scores + ".parts")
# The engine is a process of its own; waiting for its end makes its time and memory count.
gateway = spark.sparkContext._gateway
spark.stop()
gateway.shutdown()
gateway.proc.stdin.close()
gateway.proc.wait()
