import AuditCore
import WebURL

/// The commented `oitcheck.yml` that an officer begins with. It is valid as it stands; a line with `#` and no space
/// after it is an example to take the `#` from.
struct ConfigurationTemplate {
  let site: WebURL
  /// From outside, hence quoted and of one line; nil where nobody said.
  let name: String?
  let edition: Int

  var text: String {
    """
    # การตั้งค่าของ oitcheck / configuration of oitcheck
    # แก้แล้วตรวจด้วย: oitcheck doctor / after editing: oitcheck doctor
    # บรรทัดที่ขึ้นต้นด้วย # ติดตัวอักษรคือตัวอย่าง ลบ # ออกเพื่อใช้ / take the # away to use an example

    town:
      # ชื่อในรายงานและข้อความ / name in reports and messages
      name: \(Self.quoted(shownName))
      # หน้าแรกของเว็บไซต์ / home page
      url: \(Self.quoted(site.href))
      # ชื่อสั้นสำหรับโฟลเดอร์และ --town / short name for folders and --town
      key: \(key)
      # รายการ OIT ปี (พ.ศ.) / edition of the OIT list, Buddhist era
      edition: \(edition)
      # ประเภท / body: city_municipality เทศบาลนคร · town_municipality เทศบาลเมือง · subdistrict_municipality เทศบาลตำบล
      # subdistrict_organization อบต. · provincial_organization อบจ.
      #bodyType: subdistrict_municipality
      # เครื่องอื่นที่เป็นเว็บไซต์เดียวกัน / other hosts that are the same site
      #extraHosts: [files.example.go.th]
      # แบบคำตอบที่จะยื่น (.csv .xlsx) / the answer sheet you hand in
      #answers: answers.csv
      # หน่วยงานที่ต้องแก้แต่ละข้อ / who mends each item
      #responsible:
      #  O12: กองยุทธศาสตร์และงบประมาณ
      # ข้อที่ยกเว้น ต้องมีเหตุผลและผู้อนุมัติ วันที่เป็น ค.ศ. / waived items: reason, who decided, last day
      #waivers:
      #  - {item: O14, reason: ไม่มีการจัดซื้อในปีนี้, by: ปลัดเทศบาล, until: 2027-09-30}
      # แจ้งใครบ้าง (ชื่อใน targets; ไม่ระบุ = ทุกคน) / whom to tell (names of targets; left out: everybody)
      #notify: [clerk]

    # ความสุภาพและขอบเขต ใส่ใน town ได้ด้วย / manners and limits; may stand in a town too
    #crawl:
    #  maxPages: 3000
    #  maxTime: 60m
    #  maxFile: 50MB
    #  delay: 1
    #  contact: it@example.go.th
    #  ownSite: false

    # ผู้รับแจ้ง ความลับอยู่ในตัวแปรสภาพแวดล้อมหรือไฟล์ (chmod 600) เท่านั้น
    # whom to tell; secrets only in the environment or a file (chmod 600), never here
    #targets:
    #  - name: clerk
    #    line: {token: {env: OITCHECK_LINE_TOKEN}, to: {env: OITCHECK_LINE_TO}}
    #  - name: office
    #    language: en
    #    webhook: {url: "https://hooks.example.go.th/oit", secret: {file: secrets/webhook}}
    #  - name: mail
    #    smtp:
    #      server: smtps://mail.example.go.th:465
    #      from: oitcheck@example.go.th
    #      to: [clerk@example.go.th]
    #      user: oitcheck
    #      password: {file: secrets/smtp}
    #      # ใบรับรองขององค์กรสำหรับเครื่องอีเมลภายใน / your own authority, for an internal mail server
    #      ca: mail-ca.pem
    #  - name: local
    #    sendmail: {from: oitcheck@example.go.th, to: [clerk@example.go.th]}

    # แจ้งเมื่อใด (หน่วยเป็นคืนและวัน) / when to tell, in nights and days
    #alarms:
    #  agreeing: 2
    #  window: 3
    #  silentNights: 3
    #  reachedNights: 2
    #  reminderDays: [30, 14, 7, 1]
    #  heartbeatDays: 30

    # เก็บผลไว้นานเท่าใด / how long results are kept
    #retention:
    #  days: 400
    #  months: 120
    #  snapshotDays: 90

    # ภาษาของรายงานและข้อความ: th, en / language of reports and messages
    language: th
    # โฟลเดอร์ประวัติและการบันทึก / folder of the history and the recordings
    dataFolder: oitcheck-data

    """
  }

  private var shownName: String {
    let given = name ?? ""
    let isBlank = given.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    return isBlank ? "หน่วยงานเจ้าของ \(site.host ?? "")" : given
  }

  /// The host as a folder name: `www.nongsai.go.th` is `nongsai-go-th`.
  private var key: String {
    let host = site.host ?? ""
    let bare = host.hasPrefix("www.") ? host.dropFirst(4) : host[...]
    let key = bare.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.drop { $0 == "-" }.prefix(64)
    return key.isEmpty ? "town" : String(key)
  }

  /// A YAML double-quoted scalar of one line (YAML 1.2 §7.3.1).
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter {
      $0.properties.generalCategory != .control && $0.value != 0x2028 && $0.value != 0x2029
    }
    var quoted = ""
    for scalar in scalars.prefix(200) {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return "\"\(quoted)\""
  }
}
