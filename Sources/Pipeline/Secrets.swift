import AuditCore
import Foundation

/// Turns the places that a configuration names into the secrets that lie there. Neither a secret nor a part of one
/// ever stands in an error.
package struct Secrets: Sendable {
  /// Of `oitcheck.yml`; relative paths begin here.
  private let folder: URL
  private let environment: [String: String]
  private static let longest = 16_384

  package init(folder: URL, environment: [String: String]) {
    self.folder = folder
    self.environment = environment
  }

  /// The secret, or a sentence on what to do about its place.
  package func secret(from source: SecretSource) throws(PipelineError) -> Secret {
    switch source {
    case .plain(let text): return Secret(text)
    case .environment(let name):
      guard let value = environment[name], !value.isEmpty else {
        throw PipelineError(
          "ไม่มีค่าในตัวแปรสภาพแวดล้อม \(name)", "the environment variable \(name) is not set", cause: "env: \(name)")
      }
      return try oneLine(value, place: "env: \(name)")
    case .file(let path): return try read(URL(filePath: path, relativeTo: folder).path)
    }
  }

  /// The mode is asked of the opened file itself, so that it cannot be exchanged in between.
  private func read(_ path: String) throws(PipelineError) -> Secret {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw PipelineError(
        "เปิดไฟล์ความลับไม่ได้", "the file of a secret cannot be opened", path: path, cause: String(cString: strerror(errno))
      )
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw PipelineError(
        "ที่เก็บความลับต้องเป็นไฟล์ธรรมดา", "the place of a secret must be a plain file", path: path, cause: "not a file")
    }
    guard status.st_mode & 0o007 == 0 else {
      throw PipelineError(
        "ผู้ใช้อื่นของเครื่องเข้าถึงไฟล์ความลับได้ ให้สั่ง chmod 600", "others may open the file of a secret: chmod 600",
        path: path, cause: "mode " + String(status.st_mode & 0o777, radix: 8))
    }
    guard let bytes = try? handle.read(upToCount: Self.longest + 1), let text = String(bytes: bytes, encoding: .utf8)
    else {
      throw PipelineError(
        "อ่านไฟล์ความลับไม่ได้", "the file of a secret cannot be read", path: path, cause: "not UTF-8 text")
    }
    let ending = text.utf8.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
    return try oneLine(String(decoding: text.utf8.dropLast(ending), as: UTF8.self), place: path)
  }

  /// A line break inside would open a second header or command on the wire.
  private func oneLine(_ text: String, place: String) throws(PipelineError) -> Secret {
    guard !text.isEmpty, text.utf8.count <= Self.longest,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw PipelineError(
        "ความลับต้องเป็นข้อความบรรทัดเดียวที่ไม่ว่าง", "a secret must be one line that is not empty", cause: place)
    }
    return Secret(text)
  }
}
