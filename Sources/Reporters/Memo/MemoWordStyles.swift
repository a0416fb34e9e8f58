/// The empty Word document whose styles `pandoc` gives to the memo (`--reference-doc`; ECMA-376, WordprocessingML): the
/// government's font in all scripts, 16 points, A4 with the margins of an official letter. `pandoc` puts the page's
/// title before everything, here left empty and too small to be seen: the letter has its own.
package enum MemoWordStyles {
  private static let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let parts = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// The bytes of the document.
  /// - Parameter page: of the memo. A page with measures ends crosswise; its letter is set upright by ``sheets``.
  package static func document(for page: [UInt8]) -> [UInt8] {
    let isCrosswise = !page.split(separator: Array(MemoPage.wideSheet.utf8)).dropFirst().isEmpty
    var zip = StoredZip()
    zip.add(contentTypes, as: "[Content_Types].xml")
    zip.add(relations([("officeDocument", "word/document.xml")]), as: "_rels/.rels")
    zip.add(relations([("styles", "styles.xml")]), as: "word/_rels/document.xml.rels")
    zip.add(body(isCrosswise ? crosswise : upright), as: "word/document.xml")
    zip.add(styles, as: "word/styles.xml")
    return zip.file
  }

  private static let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private static var contentTypes: String {
    xml + """
      <Types xmlns="\(parts)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(type).document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="\(type).styles+xml"/></Types>
      """
  }

  private static func relations(_ targets: [(kind: String, target: String)]) -> String {
    let lines = targets.enumerated().map { place, target in
      "<Relationship Id=\"rId\(place + 1)\" Type=\"\(office)/\(target.kind)\" Target=\"\(target.target)\"/>"
    }
    return xml + "<Relationships xmlns=\"\(parts)/relationships\">\(lines.joined())</Relationships>"
  }

  /// A4 in twentieths of a point: 3 cm to the left, 2 cm elsewhere.
  private static let upright = """
    <w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>
    """
  private static let crosswise = """
    <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>\
    <w:pgMar w:top="1134" w:right="851" w:bottom="851" w:left="851" w:header="567" w:footer="567" w:gutter="0"/>
    """

  /// A filter for `pandoc` (its own Lua): the letter ends its section upright where the measures begin. Word keeps the
  /// paper of a section at its end, and `pandoc` knows the last one only.
  package static var sheets: String {
    """
    function Div(block)
      if not block.classes:includes('wide') then return nil end
      local paper = '<w:p><w:pPr><w:sectPr>\(upright)</w:sectPr></w:pPr></w:p>'
      return { pandoc.RawBlock('openxml', paper), block }
    end
    """
  }

  private static func body(_ paper: String) -> String {
    xml + """
      <w:document xmlns:w="\(words)"><w:body><w:p/><w:sectPr>\(paper)</w:sectPr></w:body></w:document>
      """
  }

  private static var styles: String {
    xml + """
      <w:styles xmlns:w="\(words)"><w:docDefaults><w:rPrDefault><w:rPr>\
      <w:rFonts w:ascii="TH Sarabun New" w:hAnsi="TH Sarabun New" w:cs="TH Sarabun New" w:eastAsia="TH Sarabun New"/>\
      <w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="th-TH" w:bidi="th-TH"/></w:rPr></w:rPrDefault>\
      <w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      \(paragraph("BodyText", "Body Text"))\(paragraph("FirstParagraph", "First Paragraph"))\
      \(paragraph("Compact", "Compact", size: 28, layout: "<w:spacing w:after=\"0\"/>"))\
      \(paragraph("TableCaption", "Table Caption", bold: true, layout: "<w:keepNext/>"))\
      \(paragraph("Title", "Title", size: 2, layout: "<w:spacing w:after=\"0\"/>"))\
      \(paragraph("MemoSignature", "Memo Signature", layout: "<w:ind w:left=\"3400\"/>" + centred))\
      \(paragraph("Heading1", "heading 1", bold: true, size: 58, layout: centred))\
      \(paragraph("Heading2", "heading 2", bold: true, layout: "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"40\"/>"))\
      \(table)</w:styles>
      """
  }

  private static let centred = "<w:jc w:val=\"center\"/>"

  /// - Parameter size: in half points; Word asks for the size of complex scripts, Thai among them, apart.
  private static func paragraph(
    _ id: String, _ name: String, bold: Bool = false, size: Int? = nil, layout: String = ""
  ) -> String {
    let weight = bold ? "<w:b/><w:bCs/>" : ""
    let letters = size.map { "<w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/>" } ?? ""
    return """
      <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/><w:qFormat/>\
      <w:pPr>\(layout)</w:pPr><w:rPr>\(weight)\(letters)</w:rPr></w:style>
      """
  }

  /// The style that `pandoc` gives to every table, with lines around all cells.
  private static var table: String {
    let lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map { side in
      "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"555555\"/>"
    }
    return """
      <w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:tblPr>\
      <w:tblBorders>\(lines.joined())</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/>\
      <w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>
      """
  }
}
