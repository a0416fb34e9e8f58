/// Somebody who is told what happened: a name and a way.
package struct NotificationTarget: Sendable, Hashable {
  package var name: String
  package var channel: Channel
  /// Of the messages; the configuration's own where nil.
  package var language: Language?

  package init(name: String, channel: Channel, language: Language? = nil) {
    self.name = name
    self.channel = channel
    self.language = language
  }

  package enum Channel: Sendable, Hashable {
    /// JSON by POST, signed with HMAC-SHA256 where a secret is given.
    case webhook(address: SecretSource, signing: SecretSource?)
    /// LINE Messaging API push to a user, group or room.
    case line(token: SecretSource, to: SecretSource, endpoint: String?)
    case smtp(SMTPAccount, to: [String])
    /// The machine's own `sendmail`.
    case sendmail(from: String, to: [String])
  }

  package struct SMTPAccount: Sendable, Hashable {
    /// `smtp://host:port` (STARTTLS asked for) or `smtps://host:port`.
    package var server: String
    package var from: String
    package var user: String?
    package var password: SecretSource?
    /// PEM file of the authority that vouches for an internal mail server, relative to the folder of `oitcheck.yml`; nil
    /// for the authorities that the machine trusts.
    package var authority: String?

    package init(
      server: String, from: String, user: String? = nil, password: SecretSource? = nil, authority: String? = nil
    ) {
      self.server = server
      self.from = from
      self.user = user
      self.password = password
      self.authority = authority
    }
  }
}

/// Where a secret is found; the configuration file itself never holds one in the clear.
package enum SecretSource: Sendable, Hashable {
  /// Name of an environment variable.
  case environment(String)
  /// Path of a file, relative to the folder of `oitcheck.yml`; its one line is the secret.
  case file(String)
  /// What is no secret (an address without a token in it).
  case plain(String)
}

/// A secret in memory. Printing, logging and interpolating it show stars.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The secret itself: for the wire only.
  package let value: String

  package init(_ value: String) { self.value = value }

  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
