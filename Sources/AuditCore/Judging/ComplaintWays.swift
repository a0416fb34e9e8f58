import ThaiText

/// The ways of complaining that a procedure names (ITA 2566 O27) or that the page of a channel offers (O28), each with
/// the first place that proves it.
struct ComplaintWays {
  enum Way: CaseIterable {
    case online, telephone, post, inPerson

    fileprivate var words: [[UInt8]] { ComplaintWays.words[self] ?? [] }
  }

  struct Place {
    let way: Way
    let page: Int
    let quote: String
  }

  let places: [Place]

  /// What a text names, online ways first.
  init(named parts: [EvidenceBundle.Part]) {
    places = Way.allCases.compactMap { Self.place(of: $0, in: parts) }
  }

  /// What a page offers: a form on it is an online way, whatever its words are.
  init(offered parts: [EvidenceBundle.Part]) {
    places = Way.allCases.compactMap { way in
      (way == .online ? Self.form(in: parts) : nil) ?? Self.place(of: way, in: parts)
    }
  }

  /// What a page says in words of how to complain ("แจ้งทางอีเมล", "ส่งถึง"): the labels of a form ("อีเมลผู้แจ้ง") are no
  /// ways.
  init(told parts: [EvidenceBundle.Part]) {
    places = Way.allCases.compactMap { way in
      for part in parts {
        for at in part.text.blocks.indices {
          let block = Array(part.text.foldedBlock(at))
          guard Self.leads.contains(where: { ByteSearch.contains(block, $0) }),
            way.words.contains(where: { ByteSearch.contains(block, $0) })
          else { continue }
          return Place(way: way, page: part.page, quote: Quotation.of(part.text.blocks[at].text))
        }
      }
      return nil
    }
  }

  subscript(way: Way) -> Place? { places.first { $0.way == way } }

  private static func place(of way: Way, in parts: [EvidenceBundle.Part]) -> Place? {
    for part in parts {
      let at = way.words.compactMap { part.text.firstRange(of: $0)?.lowerBound }.min()
      if let at { return Place(way: way, page: part.page, quote: part.text.quote(at: at)) }
    }
    return nil
  }

  private static func form(in parts: [EvidenceBundle.Part]) -> Place? {
    for part in parts {
      guard let form = part.document.forms.first(where: ElementCheck.isWorking) else { continue }
      let fields = "form: " + form.fieldTypes.joined(separator: ", ")
      return Place(way: .online, page: part.page, quote: Quotation.of(form.text.isEmpty ? fields : form.text))
    }
    return nil
  }

  private static let leads = ["ทาง", "ผ่าน", "ได้ที่", "ส่งถึง", "ส่งมา"].map { ThaiFolding.fold($0) }

  private static let words: [Way: [[UInt8]]] = [
    .online: [
      "เว็บไซต์", "เว็บไซด์", "เว็ปไซต์", "เว็ปไซด์", "เวบไซต์", "website", "www.", "http", "ออนไลน์", "online", "อินเทอร์เน็ต",
      "อินเตอร์เน็ต",
      "internet", "เว็บบอร์ด", "กระดานสนทนา", "แบบฟอร์มอิเล็กทรอนิกส์", "google form", "คิวอาร์", "qr code", "แอปพลิเคชัน", "อีเมล",
      "e-mail",
      "อิเล็กทรอนิกส์", "ไลน์", "line", "facebook", "เฟซบุ๊ก", "เฟสบุ๊ค", "เฟสบุ๊ก", "เฟซบุ๊ค", "สื่อสังคม",
    ],
    .telephone: ["โทรศัพท์", "สายด่วน", "เบอร์โทร", "hotline"],
    .post: ["ไปรษณีย์", "จดหมาย", "ยื่นหนังสือ", "ส่งหนังสือ", "หนังสือร้องเรียน"],
    .inPerson: ["ด้วยตนเอง", "ด้วยตัวเอง", "ด้วยวาจา", "ตู้รับ", "กล่องรับ"],
  ].mapValues { $0.map { ThaiFolding.fold($0) } }
}
