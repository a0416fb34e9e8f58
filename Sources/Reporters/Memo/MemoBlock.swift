/// A piece of an official memo, before any file format.
enum MemoBlock {
  /// The head of a page, in the middle.
  case title(String)
  /// Labelled places on one line of the letter's head; an empty value is left for the pen.
  case fields([MemoField])
  case heading(String)
  case paragraph(String)
  /// A table on its own, with the widths of its columns in per cent.
  case table(MemoTable)
  /// Lines for a signature and what stands under it.
  case signature([String])
  /// What follows begins on a new sheet of paper, held crosswise.
  case newSheet
}

/// A label of the letter's head and what stands behind it.
struct MemoField {
  var label: String
  var value: String
}

/// A table of the memo.
struct MemoTable {
  var caption: String
  var columns: [Column]
  var rows: [[Cell]]

  struct Column {
    var title: String
    /// Of the whole width, in per cent.
    var width: Int
  }

  enum Cell {
    case text(String)
    /// Numbered steps.
    case steps([String])
    case address(ShownAddress)
  }
}
