import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import RulePacks
import WebURL

/// `oitcheck init URL`: a configuration to begin with, every key explained.
struct Initialize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "เขียนไฟล์ตั้งค่าพร้อมคำอธิบาย / write a commented configuration.",
    discussion: """
      oitcheck init https://www.example.go.th
      oitcheck init https://www.example.go.th --look --output /etc/oitcheck/oitcheck.yml

      ไม่เขียนทับไฟล์ที่มีอยู่ และไม่ใช้เครือข่าย เว้นแต่ --look / never overwrites; no network without --look.
      """)

  @Argument(help: "ที่อยู่เว็บไซต์ / address of the site") var site: String
  @Option(help: ArgumentHelp("ไฟล์ / file", valueName: "file")) var output = Configuration.fileName
  @Option(help: ArgumentHelp("ชื่อหน่วยงานในรายงาน / name in the reports", valueName: "name")) var name: String?
  @Flag(help: "ถามชื่อจากหน้าแรกของเว็บไซต์ / ask the home page for its title") var look = false
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th

  func validate() throws { _ = try SiteAddress.parse(site) }

  func run() async throws {
    try await Failure.told(language) {
      let address = try SiteAddress.parse(site)
      let title = look ? await FirstRequest(site: address, contact: nil).homeTitle() : nil
      if look, title == nil {
        Console.note("ถามชื่อจากเว็บไซต์ไม่ได้ ให้แก้ name เอง / the site gave no title: fill in the name yourself")
      }
      let text = ConfigurationTemplate(site: address, name: name ?? title, edition: JudgingOptions.defaultEdition).text
      try check(text)
      try write(text)
      Console.note("เขียน \(output) แล้ว แก้ตามต้องการ แล้วสั่ง oitcheck doctor / written: edit it, then run oitcheck doctor")
    }
  }

  /// Nothing is written that would be refused when it is read, such as a password in the address.
  private func check(_ text: String) throws {
    guard let pack = try? RuleShelf.load(explicit: nil) else { return }
    let (_, faults) = ConfigurationFile.read(RuleFile(name: output, bytes: Data(text.utf8)), rules: pack)
    guard faults.isEmpty else { throw RulePackError.configuration(faults) }
  }

  /// Makes the file and nothing else: one that is there, or a link in its place, is left as it is.
  private func write(_ text: String) throws {
    let descriptor = open(output, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let cause = errno
      guard cause == EEXIST else {
        throw PipelineError(
          "เขียนไฟล์ตั้งค่าไม่ได้", "the configuration cannot be written", path: output,
          cause: String(cString: strerror(cause)))
      }
      throw UsageFault(
        "มี \(output) อยู่แล้ว ไม่เขียนทับ ใช้ --output ชื่ออื่น / \(output) exists and is left alone: give another --output")
    }
    do {
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    } catch {
      unlink(output)
      throw PipelineError(
        "เขียนไฟล์ตั้งค่าไม่ครบ", "the configuration cannot be written whole", path: output, cause: "\(error)")
    }
  }
}
