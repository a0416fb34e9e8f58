import CXlsxWriter
import Glibc

/// A workbook being written by libxlsxwriter into anonymous memory (memfd_create(2)): no file is named or left behind.
/// The library packs its parts by way of unlinked scratch files, which are asked for in memory too.
struct WorkbookFile: ~Copyable {
  /// Part names inside the package and scratch files need a folder; this one is memory on Linux.
  private static let scratch = "/dev/shm"
  private let memory: Int32
  /// Nil once the workbook is packed.
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let styles: WorkbookStyles

  /// - Parameter created: seconds since 1970 for the document's dates; the library would take the clock for nothing.
  init(title: String, created: Int?) throws {
    let file = memfd_create("workbook", OITCHECK_MFD_CLOEXEC)
    guard file >= 0 else { throw WorkbookError(String(cString: strerror(errno))) }
    let made = Self.scratch.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt("/proc/self/fd/\(file)", &options)
    }
    guard let made else {
      close(file)
      throw WorkbookError("out of memory")
    }
    memory = file
    book = made
    styles = WorkbookStyles(made)
    Self.setProperties(of: made, title: title, created: max(1, created ?? 1))
  }

  private static func setProperties(of book: UnsafeMutablePointer<lxw_workbook>, title: String, created: Int) {
    title.withCString { title in
      "oitcheck".withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = time_t(created)
        workbook_set_properties(book, &properties)
      }
    }
  }

  mutating func add(_ sheet: WorkbookSheet) throws {
    guard let book, let page = workbook_add_worksheet(book, sheet.name) else {
      throw WorkbookError("sheet “\(sheet.name)” was refused")
    }
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    worksheet_fit_to_pages(page, 1, 0)
    for (place, column) in sheet.columns.enumerated() {
      worksheet_set_column(page, lxw_col_t(place), lxw_col_t(place), column.width, nil)
    }
    var row: lxw_row_t = 0
    if let notice = sheet.notice {
      worksheet_write_string(page, row, 0, notice, styles[.notice])
      worksheet_set_row(page, row, WorkbookRowHeight.line, nil)
      row += 1
    }
    if sheet.isTable {
      writeHeader(of: sheet, to: page, row)
      row += 1
    }
    if let printed = sheet.printedColumns, printed > 0 {
      worksheet_print_area(page, 0, 0, row + lxw_row_t(sheet.rows.count), lxw_col_t(printed - 1))
    }
    for cells in sheet.rows {
      for (place, cell) in cells.enumerated() { write(cell, to: page, row, lxw_col_t(place)) }
      worksheet_set_row(page, row, WorkbookRowHeight.points(of: cells, in: sheet.columns), nil)
      row += 1
    }
  }

  private func writeHeader(
    of sheet: WorkbookSheet, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t
  ) {
    let titles = sheet.columns.map { WorkbookSheet.Cell.text($0.title, .header) }
    for (place, cell) in titles.enumerated() { write(cell, to: page, row, lxw_col_t(place)) }
    worksheet_set_row(page, row, WorkbookRowHeight.points(of: titles, in: sheet.columns), nil)
    worksheet_freeze_panes(page, row + 1, 1)
    worksheet_repeat_rows(page, row, row)
    worksheet_autofilter(
      page, row, 0, row + lxw_row_t(sheet.rows.count), lxw_col_t(max(1, sheet.columns.count) - 1))
  }

  /// Strings are written as strings, whatever they begin with; the library's guessing functions are not used.
  private func write(
    _ cell: WorkbookSheet.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t
  ) {
    let style = styles[cell.style]
    switch cell.content {
    case .number(let value): worksheet_write_number(page, row, column, value, style)
    case .text(let text): worksheet_write_string(page, row, column, text, style)
    case .link(let text, let target):
      if worksheet_write_url_opt(page, row, column, target, style, text, nil) != LXW_NO_ERROR {
        worksheet_write_string(page, row, column, text, styles[.plain])
      }
    }
  }

  /// Packs the workbook. The library lets go of its handle here, whatever the ending.
  mutating func finished() throws -> [UInt8] {
    guard let open = book else { throw WorkbookError("it is finished already") }
    book = nil
    let ending = workbook_close(open)
    guard ending == LXW_NO_ERROR else { throw WorkbookError(String(cString: lxw_strerror(ending))) }
    let size = lseek(memory, 0, SEEK_END)
    guard size > 0 else { throw WorkbookError("nothing was written") }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var done = 0
    while done < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        pread(memory, $0.baseAddress?.advanced(by: done), $0.count - done, done)
      }
      guard got > 0 else { throw WorkbookError(String(cString: strerror(errno))) }
      done += got
    }
    return bytes
  }

  deinit {
    if let book { lxw_workbook_free(book) }
    close(memory)
  }
}
