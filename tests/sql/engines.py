"""Three engines that take a table of texts and a statement, and give back columns and rows."""


class DuckDb:
    dialect = "duckdb"

    def __init__(self):
        import duckdb
        self.connection = duckdb.connect()

    def run(self, case, statement):
        table = '"' + case["table"].replace('"', '""') + '"'
        columns = ", ".join('"' + name.replace('"', '""') + '" VARCHAR' for name in case["header"])
        self.connection.execute(f"DROP TABLE IF EXISTS {table}")
        self.connection.execute(f"CREATE TABLE {table} ({columns})")
        marks = ", ".join("?" for _ in case["header"])
        rows = texts(case)
        if rows:
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        done = self.connection.execute(statement)
        return [column[0] for column in done.description], done.fetchall()

    def close(self):
        self.connection.close()


class Postgres:
    dialect = "postgres"

    def __init__(self, dsn):
        import psycopg
        self.connection = psycopg.connect(dsn, autocommit=True)

    def run(self, case, statement):
        table = '"' + case["table"].replace('"', '""') + '"'
        columns = ", ".join('"' + name.replace('"', '""') + '" text' for name in case["header"])
        with self.connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {table}")
            cursor.execute(f"CREATE TABLE {table} ({columns})")
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in texts(case):
                    copy.write_row(row)
            cursor.execute(statement)
            return [column.name for column in cursor.description], cursor.fetchall()

    def close(self):
        self.connection.close()


class Spark:
    dialect = "spark"

    def __init__(self, master):
        from pyspark.sql import SparkSession
        self.session = (
            SparkSession.builder.master(master).appName("peil sql")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.default.parallelism", "2")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "512m")
            .getOrCreate()
        )
        self.session.sparkContext.setLogLevel("ERROR")

    def run(self, case, statement):
        from pyspark.sql.types import StringType, StructField, StructType
        columns = StructType([StructField(name, StringType()) for name in case["header"]])
        frame = self.session.createDataFrame(texts(case), columns).repartition(3)
        # A view may not have every name; what matters is that the statement finds the same.
        frame.createOrReplaceTempView("`" + case["table"].replace("`", "``") + "`")
        found = self.session.sql(statement.rstrip().rstrip(";"))
        return found.columns, [tuple(row) for row in found.collect()]

    def close(self):
        self.session.stop()


def texts(case):
    """The rows, an empty cell as nothing or as an empty text in turn."""
    empty = None if case["index"] % 2 == 0 else ""
    return [[empty if cell == "" else cell for cell in row] for row in case["rows"]]
