import CXlsxWriter

/// The looks of cells. The font is the one that Thai offices write with; where it is absent the program that opens the
/// workbook takes another Thai font of its own.
struct WorkbookStyles {
  private static let font = "TH Sarabun New"
  private var formats: [WorkbookSheet.Style: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    for style in WorkbookSheet.Style.allCases {
      guard let format = workbook_add_format(book) else { continue }
      format_set_font_name(format, Self.font)
      format_set_font_size(format, style == .title ? 22 : 16)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      Self.shape(format, style)
      formats[style] = format
    }
  }

  subscript(style: WorkbookSheet.Style) -> UnsafeMutablePointer<lxw_format>? { formats[style] }

  private static func shape(_ format: UnsafeMutablePointer<lxw_format>, _ style: WorkbookSheet.Style) {
    let isLine = [.title, .line, .notice, .label].contains(style)
    if !isLine {
      format_set_text_wrap(format)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xD0D7DE)
    }
    switch style {
    case .plain, .line: break
    case .title, .label: format_set_bold(format)
    case .notice:
      format_set_bold(format)
      format_set_font_color(format, 0xB42318)
    case .header:
      format_set_bold(format)
      format_set_font_color(format, 0xFFFFFF)
      format_set_bg_color(format, 0x1F3A5F)
    case .number: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .score: format_set_num_format(format, "0.00")
    case .link:
      format_set_font_color(format, 0x0B4F9E)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .good: format_set_bg_color(format, 0xDFF2E1)
    case .bad: format_set_bg_color(format, 0xFBE3DF)
    case .open: format_set_bg_color(format, 0xF1F1F1)
    }
  }
}
