import Foundation
import GRDB

/// The one file of the history, opened: many readers while one writes (write-ahead log), readable by its owner only.
struct HistoryFile: Sendable {
  let path: String
  let pool: DatabasePool

  /// Creates the file where it is absent, brings an older one forward, refuses a newer one.
  /// - Parameters:
  ///   - waitSeconds: how long to wait for another program's write to end.
  ///   - byteLimit: the size beyond which nothing more is stored, as if the disk were full.
  init(path: String, schema: HistorySchema, waitSeconds: Double, byteLimit: Int?) throws {
    self.path = path
    do {
      if Self.isForeign(path, schema) {
        throw HistoryError(.foreign, path: path, action: "open it", cause: "it is the database of another program")
      }
      try Self.keepPrivate(path)
      pool = try DatabasePool(path: path, configuration: Self.configuration(waitSeconds, byteLimit))
      // A run a night can afford to wait for the disk: a power cut then loses nothing that was kept.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try Self.migrate(pool, schema)
    } catch {
      throw HistoryError(error, path: path, action: "open it")
    }
  }

  func reading<Value>(to action: String, _ work: (Database) throws -> Value) throws -> Value {
    do {
      return try pool.read(work)
    } catch {
      throw HistoryError(error, path: path, action: action)
    }
  }

  /// All of the work or none of it.
  func writing<Value>(to action: String, _ work: (Database) throws -> Value) throws -> Value {
    do {
      return try pool.write(work)
    } catch {
      throw HistoryError(error, path: path, action: action)
    }
  }

  /// SQLite gives the log and its index the mode of the file itself, so the file is made first. It is never opened
  /// here: closing any descriptor of a file drops all locks this process holds on it (POSIX fcntl).
  static func keepPrivate(_ path: String) throws {
    guard mknod(path, S_IFREG | 0o600, 0) != 0 else { return }
    guard errno == EEXIST else {
      throw HistoryError(.notWritable, path: path, action: "open it", cause: String(cString: strerror(errno)))
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & 0o077 != 0, status.st_uid == geteuid() { chmod(path, 0o600) }
  }

  /// Whether the file is a database of somebody else's: it has tables, and none of the steps that make a history. Looked
  /// at without writing, before anything of it is changed; what cannot be looked at is left to the opening.
  private static func isForeign(_ path: String, _ schema: HistorySchema) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { return false }
    var configuration = Configuration()
    configuration.readonly = true
    let isForeign = try? DatabaseQueue(path: path, configuration: configuration).read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
      guard tables.contains("grdb_migrations") else { return !tables.isEmpty }
      let steps = try String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations")
      return steps.isEmpty ? tables.count > 1 : Set(steps).isDisjoint(with: schema.steps.map(\.name))
    }
    return isForeign ?? false
  }

  private static func configuration(_ waitSeconds: Double, _ byteLimit: Int?) -> Configuration {
    var configuration = Configuration()
    configuration.label = "history"
    configuration.busyMode = .timeout(waitSeconds)
    configuration.prepareDatabase { database in
      guard !database.configuration.readonly else { return }
      // Only effective while the file is still empty: lets pruning give pages back.
      try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      if let byteLimit {
        let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4_096
        try database.execute(sql: "PRAGMA max_page_count = \(max(1, byteLimit / pageSize))")
      }
    }
    return configuration
  }

  /// Two programs may open a new file at once: who comes second finds the step done and goes on.
  private static func migrate(_ pool: DatabasePool, _ schema: HistorySchema) throws {
    let migrator = schema.migrator
    if try pool.read({ try migrator.hasBeenSuperseded($0) }) {
      throw HistoryError(
        .newerSchema, path: pool.path, action: "open it", cause: "it was written by a newer version of oitcheck")
    }
    if try pool.read({ try migrator.hasCompletedMigrations($0) }) { return }
    do {
      try migrator.migrate(pool)
    } catch {
      guard try pool.read({ try migrator.hasCompletedMigrations($0) }) else { throw error }
    }
  }
}
