/// The memo's looks: an official letter in the government's font, the measures crosswise behind it. Where that font is
/// absent another Thai one stands in, reduced to its size: letters of the official font are small for their points.
enum MemoStyles {
  static let sheet = """
    @page { size: A4 portrait; margin: 2cm 2cm 2cm 3cm; }
    @page wide { size: A4 landscape; margin: 1.5cm; }
    @font-face { font-family: "Memo Substitute"; size-adjust: 76%;
      src: local("Sarabun"), local("Noto Sans Thai"), local("Laksaman"), local("Loma"), local("Norasi"); }
    * { box-sizing: border-box; }
    body { margin: 0; color: #111; background: #fff; line-height: 1.35;
      font: 16pt "TH Sarabun New", "TH SarabunPSK", "TH Sarabun IT๙", "Memo Substitute", sans-serif; }
    section { max-width: 17cm; margin: 1.5cm auto; padding: 0 .5cm; }
    section.wide { max-width: 27cm; page: wide; break-before: page; }
    h1 { text-align: center; font-size: 29pt; line-height: 1.2; margin: 0 0 .4cm; }
    .wide h1 { font-size: 20pt; }
    h2 { font-size: 1em; margin: .5cm 0 .1cm; break-after: avoid; }
    p { margin: 0 0 .15cm; overflow-wrap: anywhere; }
    .letter > p:not(.field) { text-indent: 2.5cm; }
    .field { margin: 0; padding-bottom: .05cm; }
    .field strong { font-size: 20pt; margin-right: .3cm; }
    .field strong:not(:first-child) { margin-left: .3cm; }
    .field + h2 { border-top: 1px solid #111; padding-top: .3cm; }
    table { width: calc(100% - 2px); border-collapse: collapse; table-layout: fixed; margin: .3cm 0 .5cm; font-size: 14pt; }
    table.short { break-inside: avoid; }
    caption { text-align: left; font-weight: bold; padding-bottom: .1cm; break-after: avoid; }
    th, td { border: 1px solid #555; padding: .08cm .15cm; vertical-align: top; text-align: left;
      overflow-wrap: anywhere; }
    th { background: #eee; text-align: center; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    td p { margin: 0; }
    .signature { margin: .6cm 0 .4cm 7cm; text-align: center; break-inside: avoid; }
    .signature p { margin: 0 0 .1cm; overflow-wrap: normal; }
    @media print { section { max-width: none; margin: 0; padding: 0; } }
    @media (max-width: 700px) { section { overflow-x: auto; } .signature { margin-left: 0; } }
    """
}
