import Foundation
import Glibc

/// A mail server on loopback that speaks TLS, at once or by STARTTLS, and wants a login: Python's own `ssl`, with a
/// certificate that an authority made for this test vouches for. It ends with the value.
package final class SecureSMTPServer {
  package enum Way: String, Sendable, CaseIterable {
    case smtps
    /// STARTTLS.
    case smtp
  }

  package static let isPossible = ["/usr/bin/openssl", "/usr/bin/python3"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  package let port: Int
  private let folder: URL
  private let server: Process

  /// - Parameters:
  ///   - login: user and password that it takes.
  ///   - name: whom its certificate names; `127.0.0.1` is right.
  package init(_ way: Way, login: (user: String, password: String), name: String = "127.0.0.1") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "smtps-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.certificate(for: name, in: folder)
    try Data(Self.script.utf8).write(to: folder.appending(path: "server.py"))
    server = Process()
    server.executableURL = URL(filePath: "/usr/bin/python3")
    server.arguments = ["-B", "server.py", way.rawValue, login.user, login.password]
    server.currentDirectoryURL = folder
    let output = Pipe()
    server.standardInput = FileHandle.nullDevice
    server.standardOutput = output
    try server.run()
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(said.filter(\.isNumber)) else { throw CocoaError(.fileReadUnknown) }
    self.port = port
  }

  deinit {
    kill(server.processIdentifier, SIGKILL)
    server.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// PEM file of the authority.
  package var authority: String { folder.appending(path: "ca.pem").path }

  /// Letters taken, after a right login, under TLS.
  package var letters: [String] { lines(of: "letters") }
  /// Everything that was said to it, in the clear or under TLS.
  package var commands: [String] { lines(of: "commands") }

  private func lines(of name: String) -> [String] {
    let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return (text ?? "").split(separator: name == "letters" ? "\u{1E}" : "\n").map(String.init)
  }

  private static func certificate(for name: String, in folder: URL) throws {
    let isAddress = name.allSatisfy { $0.isNumber || $0 == "." }
    try Data("subjectAltName = \(isAddress ? "IP" : "DNS"):\(name)\n".utf8).write(to: folder.appending(path: "names"))
    let steps = [
      "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 3650 -subj /CN=Office",
      "req -new -newkey rsa:2048 -nodes -keyout key.pem -out site.csr -subj /CN=\(name)",
      "x509 -req -in site.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile names -out site.pem",
    ]
    for step in steps {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/openssl")
      process.arguments = step.split(separator: " ").map(String.init)
      process.currentDirectoryURL = folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }
  }

  private static let script = """
    import base64, socket, ssl, sys, threading
    way, user, password = sys.argv[1:]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("site.pem", "key.pem")

    def note(name, text):
        with open(name, "a") as file:
            file.write(text)

    def serve(link):
        secure, known = way == "smtps", False
        if secure:
            link = context.wrap_socket(link, server_side=True)
        lines = link.makefile("rb")
        say = lambda text: link.sendall((text + "\\r\\n").encode())
        say("220 mail.example ESMTP")
        while line := lines.readline().decode().strip():
            note("commands", line + "\\n")
            word = line.split()[0].upper()
            if word == "EHLO":
                say("250-mail.example\\r\\n" + ("250 AUTH PLAIN LOGIN" if secure else "250 STARTTLS"))
            elif word == "STARTTLS" and not secure:
                say("220 go on")
                link = context.wrap_socket(link, server_side=True)
                lines, secure = link.makefile("rb"), True
                say = lambda text, link=link: link.sendall((text + "\\r\\n").encode())
            elif word == "AUTH" and secure:
                given = line.split()[2:]
                if not given:
                    say("334 ")
                    given = [lines.readline().decode().strip()]
                known = base64.b64decode(given[0]).decode().split("\\0")[1:] == [user, password]
                say("235 welcome" if known else "535 wrong")
            elif word == "DATA" and known:
                say("354 go on")
                letter = ""
                while (text := lines.readline().decode()) not in (".\\r\\n", ""):
                    letter += text
                note("letters", letter + "\\x1e")
                say("250 taken")
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                say("250 ok" if known else "530 login first")

    def guarded(link):
        try:
            with link:
                serve(link)
        except (OSError, ValueError):
            pass

    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        threading.Thread(target=guarded, args=(listener.accept()[0],), daemon=True).start()

    """
}
