"""Pipes JSON Lines of articles through `parley annotate` on every partition: MASTER PROGRAM INPUT OUTPUT."""

import shlex
import sys

from pyspark.sql import SparkSession

master, program, articles, contacts = sys.argv[1:]
spark = (
    SparkSession.builder.master(master)
    .config("spark.ui.enabled", "false")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.executor.memory", "512m")
    .getOrCreate()
)
lines = spark.sparkContext.textFile(articles, minPartitions=4)
annotate = f"{shlex.quote(program)} annotate --format contacts --threads 1 --quiet -"
lines.pipe(annotate).saveAsTextFile(contacts)
print(lines.getNumPartitions())
spark.stop()
