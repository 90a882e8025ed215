package org.goldenthread.measures.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.goldenthread.measures.engine.AggregateQuery;
import org.goldenthread.measures.engine.HouseFunctions;
import org.goldenthread.measures.engine.PlainParquet;
import org.goldenthread.measures.engine.SqlEngine;
import org.goldenthread.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** Measures on Apache Spark, in this process or on a cluster. */
public final class SparkEngine extends SqlEngine {

    /**
     * What a JVM that runs Spark on JDK 25 must be started with. Executors get their own by Spark; this is for the program that
     * asks, and for a master or worker started by hand.
     */
    public static final List<String> JVM_OPTIONS = List.of(
            "--add-modules=jdk.incubator.vector",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.cs=ALL-UNNAMED",
            "--add-opens=java.base/sun.security.action=ALL-UNNAMED",
            "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED",
            "-Djdk.reflect.useDirectMethodHandle=false",
            "-Dio.netty.tryReflectionSetAccessible=true");

    private static final int SIDE_BY_SIDE = 4;
    private static final String LOOPBACK = "127.0.0.1";

    private final SparkSession spark;
    private final String authorityCode;
    private final PlainParquet files;

    private SparkEngine(SparkSession spark, String authorityCode, PlainParquet files) {
        this.spark = spark;
        this.authorityCode = authorityCode;
        this.files = files;
    }

    /**
     * An engine over a snapshot.
     *
     * @param master where Spark runs: {@code local[*]} for this process, {@code spark://host:7077} for a cluster, whose machines
     *     must all see the snapshot's folder (for an encrypted snapshot, the folder of temporary files) at the same path
     */
    public static SparkEngine open(Snapshot snapshot, String master) {
        PlainParquet files = PlainParquet.of(snapshot);
        try {
            return over(files, snapshot.manifest().authorityCode(), master);
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /** An engine over Parquet files by table. */
    static SparkEngine over(PlainParquet files, String authorityCode, String master) {
        SparkSession.Builder builder = SparkSession.builder();
        if (master.startsWith("local") || master.startsWith("spark://" + LOOPBACK)) {
            // Nothing of a Spark on this machine alone is open to the network.
            builder = builder.config("spark.driver.host", LOOPBACK).config("spark.driver.bindAddress", LOOPBACK);
        }
        SparkSession spark = builder.master(master)
                .appName("Golden Thread")
                .config("spark.ui.enabled", "false")
                .config("spark.log.level", "ERROR")
                .config("spark.sql.session.timeZone", "Europe/London")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.shuffle.partitions", "8")
                .config("spark.sql.legacy.parquet.nanosAsLong", "false")
                .getOrCreate();
        try {
            for (Map.Entry<String, Path> table : files.tables().entrySet()) {
                spark.read()
                        .parquet(table.getValue().toAbsolutePath().toString())
                        .createOrReplaceTempView(table.getKey());
            }
            for (String sql : HouseFunctions.forSpark()) {
                spark.sql(sql);
            }
            return new SparkEngine(spark, authorityCode, files);
        } catch (RuntimeException e) {
            spark.stop();
            throw e;
        }
    }

    @Override
    protected String authorityCode() {
        return authorityCode;
    }

    @Override
    protected List<Map<String, @Nullable Object>> query(String periods, String sql) {
        return query("with periods" + AggregateQuery.PERIOD_COLUMNS + " as (" + periods + ")\n" + sql);
    }

    @Override
    protected List<Map<String, @Nullable Object>> query(String sql) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Row row : spark.sql(sql).collectAsList()) {
            String[] names = row.schema().fieldNames();
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int column = 0; column < names.length; column++) {
                values.put(names[column].toLowerCase(Locale.ROOT), row.isNullAt(column) ? null : row.get(column));
            }
            rows.add(values);
        }
        return rows;
    }

    @Override
    protected int sideBySide() {
        return SIDE_BY_SIDE;
    }

    @Override
    public void close() {
        spark.stop();
        files.close();
    }
}
