"""A cohort of essays through `critique`, spread over the workers of a Spark cluster.

    spark-submit cohort.py ESSAYS.jsonl REPORTS [--critique PATH] [--rubric ID] [--reader deep|fast] [--partitions N]

ESSAYS.jsonl has an essay a line: {"id": "...", "text": "..."}; REPORTS becomes a folder of part files, a report a line.
Nothing leaves the cluster, and every worker needs only the one program.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("essays")
    parser.add_argument("reports")
    parser.add_argument("--critique", default="./critique", help="where the program stands on every worker; by default where --files puts it")
    parser.add_argument("--rubric", default="partnership-working")
    parser.add_argument("--reader", default="deep", choices=["deep", "fast"])
    parser.add_argument("--partitions", type=int, help="at least one a core; by default Spark's own choice")
    return parser.parse_args()


def main():
    wanted = arguments()
    spark = SparkSession.builder.appName("critique").getOrCreate()
    essays = spark.sparkContext.textFile(wanted.essays)
    if wanted.partitions:
        essays = essays.repartition(wanted.partitions)
    command = [wanted.critique, "check", "--format", "jsonl", "--input", "jsonl", "--reader", wanted.reader, "--rubric", wanted.rubric, "-"]
    # One process a partition, one thread a process: Spark already uses every core. A failing process fails its task, and
    # Spark tries it again.
    reports = essays.pipe(shlex.join(command), env={"RAYON_NUM_THREADS": "1"}, checkCode=True)
    reports.saveAsTextFile(wanted.reports)
    spark.stop()


main()
