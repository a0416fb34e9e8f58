/// The look of the HTML report: system fonts with Thai, contrasts of at least 4.5 to 1 (WCAG 2.2 §1.4.3), tables that
/// stack on a phone, and A4 pages.
enum HTMLStyles {
  static let sheet = """
    :root{--ink:#1b1f24;--quiet:#57606a;--line:#d0d7de;--soft:#f6f8fa;--accent:#0b4f8a;--met:#176f2c;--mend:#8a5200;
    --bad:#b42318;--open:#6b3fa0;--later:#0b6478}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;color:var(--ink);background:#fff;line-height:1.6;
    font-family:"Noto Sans Thai","Leelawadee UI",Thonburi,Sarabun,Loma,Garuda,Tahoma,sans-serif;font-size:16px}
    a{color:var(--accent)}
    a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .skip{position:absolute;left:-999em}
    .skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem 1rem;z-index:2}
    header,main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
    header{padding-top:.8rem}
    h1{font-size:1.5rem;line-height:1.35;margin:.2rem 0}
    h2{font-size:1.25rem;line-height:1.4;margin:1.6rem 0 .6rem;padding-top:.4rem;border-top:2px solid var(--ink)}
    h3{font-size:1.1rem;line-height:1.4;margin:1.8rem 0 .6rem}
    h4{font-size:1rem;line-height:1.45;margin:0}
    p{margin:.25rem 0}
    .quiet,.address{color:var(--quiet)}
    a.address{color:var(--accent)}
    .address,code{overflow-wrap:anywhere}
    .warning{background:#fff1e5;border-left:6px solid var(--bad);padding:.6rem 1rem;font-weight:bold;margin:0 0 1rem}
    .first{display:grid;grid-template-columns:minmax(16rem,7fr) 6fr;gap:1.5rem 2.5rem;margin-top:.6rem;align-items:start}
    .score{font-size:2.6rem;line-height:1.15;font-weight:bold;margin:.1rem 0;font-variant-numeric:tabular-nums}
    .rating{font-size:1.1rem;margin:.2rem 0}.rating b{display:inline-block}
    .up{color:var(--met)}.down{color:var(--bad)}
    .score small{white-space:nowrap;font-size:1rem;font-weight:normal;color:var(--quiet)}
    ul.counts{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem;padding:0;margin:.8rem 0}
    .verdict{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .65rem;white-space:nowrap;
    font-size:.9375rem;background:#fff}
    .met{color:var(--met)}.partial,.outdated{color:var(--mend)}.broken,.missing{color:var(--bad)}
    .unknown{color:var(--open)}.not_due{color:var(--later)}.waived{color:var(--quiet)}
    .chart{width:100%;max-width:28rem;height:auto;display:block}
    .chart.wide{max-width:44rem}
    .chart text{font-size:15px;fill:var(--ink);font-family:inherit}
    .chart .track{fill:#e7ebef}.chart .sure{fill:var(--met)}.chart .possible{fill:#b9a3d6}
    .chart .before{fill:var(--ink)}.chart .gain{fill:var(--met);font-weight:bold}.chart .loss{fill:var(--bad);font-weight:bold}
    table{border-collapse:collapse;width:100%;font-size:.9375rem}
    .gaps th:nth-child(1){width:30%}.gaps th:nth-child(2){width:8%}.gaps th:nth-child(4){width:15%}
    tbody th .verdict{margin-top:.3rem}
    th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line)}
    thead th{background:var(--soft);border-bottom:2px solid var(--line)}
    tbody th{font-weight:normal}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    article{border:1px solid var(--line);border-left:6px solid currentColor;border-radius:4px;padding:.8rem 1rem;
    margin:.8rem 0}
    article>*{color:var(--ink)}
    .line{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline;margin:.3rem 0}
    .line .verdict{color:inherit}
    .line .met{color:var(--met)}.line .partial,.line .outdated{color:var(--mend)}
    .line .broken,.line .missing{color:var(--bad)}.line .unknown{color:var(--open)}
    .line .not_due{color:var(--later)}.line .waived{color:var(--quiet)}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.4rem 0}
    dt{color:var(--quiet)}
    dd{margin:0;overflow-wrap:anywhere}
    summary{cursor:pointer;color:var(--accent);margin-top:.4rem}
    ol.proof{margin:.3rem 0;padding-left:1.6rem}
    ol.proof li{margin:.5rem 0}
    ol.proof p{margin:.05rem 0;overflow-wrap:anywhere}
    q,blockquote{overflow-wrap:anywhere}
    code{font-size:.8125rem;color:var(--quiet)}
    footer{color:var(--quiet);font-size:.875rem;border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;
    padding-bottom:2rem}
    @media (max-width:44rem){
    .first{grid-template-columns:1fr}
    thead{position:absolute;left:-999em}
    table,tbody,tr,td,tbody th{display:block;width:100%}
    tr{border-bottom:1px solid var(--line);padding:.6rem 0}
    td,tbody th{border:0;padding:.1rem 0}
    .gaps tbody th:nth-child(1){width:100%}
    td.number{text-align:left}
    td:empty{display:none}
    td[data-label]::before{content:attr(data-label) ": ";color:var(--quiet)}
    dl{grid-template-columns:1fr;gap:0}
    dd{margin-bottom:.3rem}
    header,main,footer{padding-left:.9rem;padding-right:.9rem}}
    @page{size:A4;margin:15mm 14mm}
    @media print{
    body{font-size:10.5pt;line-height:1.45}
    .skip{display:none}
    header,main,footer{max-width:none;padding:0}
    .first{grid-template-columns:6fr 6fr;gap:1rem}
    .score{font-size:2rem}
    a{color:inherit;text-decoration:none}
    a.address{color:var(--quiet)}
    h2,h3,h4,.line,summary{break-after:avoid}
    tr,ol.proof p,.first,dl{break-inside:avoid}
    summary{list-style:none;color:var(--ink)}
    thead{display:table-header-group}
    article,.verdict,.chart,thead th,.warning{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    article{padding:.5rem .8rem}}
    """
}
