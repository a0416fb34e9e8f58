/// The head of every page: one style sheet of our own, no script, nothing loaded from elsewhere, and a policy that
/// forbids both.
struct HTMLHead {
  private static let policy: HTML =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
  let title: String

  var html: HTML {
    """
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/>
    <meta name="robots" content="noindex"/>
    <title>\(title)</title>
    <style>
    \(HTML(stringLiteral: HTMLStyles.sheet))
    </style>
    </head>
    """
  }
}
