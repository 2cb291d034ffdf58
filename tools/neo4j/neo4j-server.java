import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * Neo4j Community with Bolt on loopback and authentication on.
 * Arguments: data folder, port, page cache in MiB, query timeout in seconds, plugins folder or "" for none.
 */
public class Neo4jServer {
  public static void main(String[] args) throws Exception {
    var builder = new DatabaseManagementServiceBuilder(Path.of(args[0]))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[1])))
        .setConfig(HttpConnector.enabled, false)
        .setConfig(HttpsConnector.enabled, false)
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(Long.parseLong(args[2])))
        .setConfig(GraphDatabaseSettings.transaction_timeout, Duration.ofSeconds(Long.parseLong(args[3])))
        // Neo4j waits for a lock for ever unless told otherwise; a caller that gives up can try again.
        .setConfig(GraphDatabaseSettings.lock_acquisition_timeout, Duration.ofSeconds(60))
        // A sign of life as often on a connection that waits for an answer: after two that did not come clients give it up.
        .setConfig(BoltConnector.connection_keep_alive, Duration.ofSeconds(10))
        // Transaction logs serve recovery alone here: no cluster and no incremental backup reads them.
        .setConfig(GraphDatabaseSettings.keep_logical_logs, "256M size")
        // LOAD CSV reads this folder and nothing else; as an embedded server it would read the whole data folder.
        .setConfig(GraphDatabaseSettings.load_csv_file_url_root, Path.of(args[0], "import"))
        // Neo4j would report its use over the network.
        .setConfig(GraphDatabaseSettings.udc_enabled, false);
    if (!args[4].isEmpty()) {
      builder.setConfig(GraphDatabaseSettings.plugin_dir, Path.of(args[4]));
      builder.setConfig(GraphDatabaseSettings.procedure_unrestricted, List.of("gds.*"));
    }
    var server = builder.build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    System.out.println("Started.");
    waitForEndOfInput();
    System.exit(0);
  }

  /** Standard input ends with the launcher, however it ended: a server never stays behind alone. */
  private static void waitForEndOfInput() throws IOException {
    while (System.in.read() != -1) {}
  }
}
